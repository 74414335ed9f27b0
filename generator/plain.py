"""Values as JSON, and back: what a file may say without naming any code.

How a value is made again follows from its type alone, as hints tell it. Types are those
of the vocabulary: dataclasses, enumerations, texts, numbers, and collections of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

import msgspec
from msgspec import inspect

from generator.model.edtf import Edtf, EdtfDate, Form, parse_edtf


class NoPlainFormError(TypeError):
    """Nothing tells how values of a type are made again."""


def as_json(value: object) -> bytes | None:
    """*value* in a line of JSON; None for texts that are none in UTF-8, such as the
    name of a file in another encoding.

    Where the values of a file stand is left out: that is found when somebody asks.

    Raises:
        NoPlainFormError: JSON has nothing for such a value.
    """
    try:
        return _ENCODER.encode(value)
    except UnicodeEncodeError:
        return None


@cache
def of_json(hint: Any) -> Callable[[bytes | str], Any]:
    """What makes values that *hint* describes again, of what `as_json` gave for them.

    They equal those that there were, in all fields, unless one was a number without an
    end or none at all (infinite, NaN), which JSON has not.

    Raises:
        NoPlainFormError: *hint* is no type of such values.
    """
    try:
        types = list(_types_in(inspect.type_info(hint)))
        decoder = msgspec.json.Decoder(hint, dec_hook=_of_plain)
    except TypeError as error:
        raise NoPlainFormError(f"{hint}: {error}") from error
    for kind in types:
        own = isinstance(kind, inspect.CustomType) and kind.cls is not Edtf
        if own or isinstance(kind, inspect.AnyType):
            raise NoPlainFormError(f"nothing tells how {hint} is made again")
    return decoder.decode


def _types_in(told: object) -> Iterator[object]:
    """A type that `msgspec` tells of, and all that it is made of."""
    yield told
    names = getattr(told, "__struct_fields__", ())
    for part in told if isinstance(told, tuple) else (getattr(told, n) for n in names):
        yield from _types_in(part)


def _plain(value: object) -> object:
    """What JSON has for a value that `msgspec` does not know."""
    if isinstance(value, Edtf):
        return value.text
    if isinstance(value, Mapping):  # where the values of a file stand
        return {}
    raise NoPlainFormError(f"nothing tells how {type(value)} is made plain")


_ENCODER = msgspec.json.Encoder(enc_hook=_plain)


def _of_plain(_: type[Edtf], text: str) -> Edtf:
    return _date(text)


@lru_cache(maxsize=1 << 14)
def _date(text: str) -> Edtf:
    """The value that *text* names; of almost all, digits tell all that is to know, and
    that there is such a day was seen when they were first read."""
    if text[0] == "-" or not text.replace("-", "").isdigit():
        return parse_edtf(text)
    year, month, day, *_ = (*text.split("-"), None, None)
    return Edtf(text, Form.DATE, (EdtfDate(year or "", month, day),))
