"""Values as JSON can hold them, and back: what a file may say without naming any code.

How a value is made plain follows from its type alone, as hints tell it. Types are those
of the vocabulary: dataclasses, enumerations, texts, numbers, and collections of them.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import fields, is_dataclass
from enum import IntEnum, StrEnum
from functools import cache, lru_cache
from typing import Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from generator.model import edtf
from generator.model.edtf import Edtf, EdtfDate


class NoPlainFormError(TypeError):
    """Nothing tells how values of a type are made plain."""


class Form(NamedTuple):
    """How values of one type are made plain, and made again of what JSON gives back."""

    plain: Callable[[Any], Any]
    again: Callable[[Any], Any]


def _itself(value: Any) -> Any:
    return value


_SAME = Form(_itself, _itself)


@cache
def form_of(hint: Any) -> Form:
    """How values that *hint* describes are made plain.

    What is made again equals what it was made of, in all fields.

    Raises:
        NoPlainFormError: *hint* is no type of such values.
    """
    kind, inner = get_origin(hint), get_args(hint)
    if hint in (str, int, float, bool, type(None)):
        return _SAME
    if hint is bytes:
        return Form(
            lambda data: data.decode("latin-1"), lambda text: text.encode("latin-1")
        )
    if kind in (dict, Mapping):
        return _form_of_mapping(form_of(inner[0]), form_of(inner[1]))
    if kind is list or (kind is tuple and inner[-1] is Ellipsis):
        return _form_of_items(kind, form_of(inner[0]))
    if kind is frozenset:
        return _form_of_items(frozenset, form_of(inner[0]), sorted)
    if kind is Sequence:
        return _form_of_items(tuple, form_of(inner[0]), list)
    if kind is tuple:
        return _form_of_tuple(tuple, list(map(form_of, inner)))
    if kind in (Union, types.UnionType):
        return _form_of_one_of([one for one in inner if one is not type(None)])
    if hint is Edtf:
        return _form_of_dates()
    if isinstance(hint, type) and is_dataclass(hint):
        parts = Parts.of(hint)
        return Form(parts.plain, parts.again)
    if isinstance(hint, type) and issubclass(hint, StrEnum | IntEnum):
        return Form(_itself, {member.value: member for member in hint}.__getitem__)
    if isinstance(hint, type) and issubclass(hint, tuple):
        forms = list(map(form_of, get_type_hints(hint).values()))
        return _form_of_tuple(lambda values: hint(*values), forms)
    raise NoPlainFormError(f"nothing tells how {hint} is made plain")


class Parts(NamedTuple):
    """A dataclass by its fields, but for those that somebody else takes care of: they
    are given to `again` by name."""

    plain: Callable[[Any], Any]
    again: Callable[..., Any]

    @staticmethod
    def of(kind: type[Any], without: Collection[str] = ()) -> Parts:
        """The fields of *kind*; those *without* which it is told must be its last."""
        hints = get_type_hints(kind)
        names = [field.name for field in fields(kind) if field.name not in without]
        forms = [form_of(hints[name]) for name in names]
        values = [f"value.{name}" for name in names]
        plain = _compiled("value", "[%s]", values, [form.plain for form in forms])
        told = [f"told[{place}]" for place in range(len(names))]
        again = _compiled(
            "told, **others",
            "kind(%s, **others)" if without else "kind(%s)",
            told,
            [form.again for form in forms],
            kind,
        )
        return Parts(plain, again)


def _compiled(
    given: str,
    makes: str,
    values: Sequence[str],
    ways: Sequence[Callable[[Any], Any]],
    kind: object = None,
) -> Callable[..., Any]:
    """A function that makes something of *values*, each changed in its way.

    Put together as text, once for each type: for ten thousand events, to go through the
    fields of each in a loop would take twice as long as all the rest.
    """
    names: dict[str, object] = {"kind": kind}
    parts = []
    for place, (value, way) in enumerate(zip(values, ways, strict=True)):
        if way is not _itself:
            names[f"way{place}"] = way
            value = f"way{place}({value})"
        parts.append(value)
    function: Callable[..., Any] = eval(
        f"lambda {given}: {makes % ', '.join(parts)}", names
    )
    return function


def _form_of_items(
    kind: Callable[[Any], Any], inner: Form, listed: Callable[[Any], Any] = _itself
) -> Form:
    """That of a collection; JSON knows lists alone, of which it takes tuples for some.

    Others must be *listed*.
    """
    plain = listed
    if inner.plain is not _itself:
        plain = lambda values: [*map(inner.plain, values)]  # noqa: E731
    if inner.again is _itself:
        return Form(plain, _itself if kind is list else kind)
    return Form(plain, lambda told: kind(map(inner.again, told)) if told else kind(()))


def _form_of_tuple(kind: Callable[[Any], Any], inner: Sequence[Form]) -> Form:
    """That of a tuple with a form for each of its places."""
    return Form(
        lambda values: [f.plain(value) for f, value in zip(inner, values, strict=True)],
        lambda told: kind([f.again(one) for f, one in zip(inner, told, strict=True)]),
    )


def _form_of_mapping(key: Form, value: Form) -> Form:
    """That of a mapping: pairs, since JSON knows no keys but texts."""
    return Form(
        lambda values: [(key.plain(k), value.plain(v)) for k, v in values.items()],
        lambda told: {key.again(k): value.again(v) for k, v in told},
    )


def _form_of_one_of(kinds: Sequence[Any]) -> Form:
    """That of a value of one of several *kinds*, or None."""
    if len(kinds) == 1:
        form = form_of(kinds[0])
        return Form(
            lambda value: None if value is None else form.plain(value),
            lambda told: None if told is None else form.again(told),
        )
    forms = {kind.__name__: form_of(kind) for kind in kinds}

    def plain(value: Any) -> Any:
        name = type(value).__name__
        return None if value is None else (name, forms[name].plain(value))

    return Form(
        plain, lambda told: None if told is None else forms[told[0]].again(told[1])
    )


def _form_of_dates() -> Form:
    """That of EDTF values: of almost all of them, their text says everything."""
    whole = Parts.of(Edtf)

    def plain(date: Edtf) -> Any:
        usual = date.text.count("-") <= 2 and _usual_date(date.text) == date
        return date.text if usual else whole.plain(date)

    return Form(
        plain,
        lambda told: _usual_date(told) if type(told) is str else whole.again(told),
    )


@lru_cache(maxsize=1 << 14)
def _usual_date(text: str) -> Edtf:
    """The day, month or year that *text* is, if it is one without anything odd."""
    year, month, day, *_ = (*text.split("-"), None, None)
    return Edtf(text, edtf.Form.DATE, (EdtfDate(year or "", month, day),))
