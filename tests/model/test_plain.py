"""Values as JSON can hold them: what is made again is what there was, in each field."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

import pytest
from edtf_values import values
from hypothesis import given
from hypothesis import strategies as st

from generator.model.edtf import Edtf, parse_edtf
from generator.model.entities import Entity
from generator.model.events import Event, Suggestion
from generator.model.media import Picture, Pictures, Unfit
from generator.model.plain import NoPlainFormError, Parts, form_of
from generator.model.sources import Source
from generator.model.timeline import Page, Passage
from generator.problems import Origin, Problem

st.register_type_strategy(
    Edtf,
    st.one_of(values().map(parse_edtf), st.builds(Edtf)),
)
KINDS = (Event, Source, Entity, Page, Problem, Passage, Suggestion, Picture)


def in_full(value: object) -> object:
    """*value* with its fields, those that `==` does not look at as well."""
    if is_dataclass(value):
        return type(value), [in_full(getattr(value, f.name)) for f in fields(value)]
    if isinstance(value, tuple | list):
        return type(value), [*map(in_full, value)]
    if isinstance(value, Mapping):
        return {key: in_full(inner) for key, inner in value.items()}
    return type(value), value


def by_way_of_json(plain: Any) -> Any:
    return json.loads(json.dumps(plain, ensure_ascii=False))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@given(st.data())
def test_what_is_made_again_is_what_there_was(kind: type[Any], data: Any) -> None:
    value = data.draw(st.builds(kind))
    form = form_of(kind)
    assert in_full(form.again(by_way_of_json(form.plain(value)))) == in_full(value)


@given(st.builds(Event), st.dictionaries(st.text(), st.builds(Origin, st.text())))
def test_a_field_may_be_left_to_somebody_else(
    event: Event, origins: dict[str, Origin]
) -> None:
    parts = Parts.of(Event, without=("origins",))
    again = parts.again(by_way_of_json(parts.plain(event)), origins=origins)
    assert again == event
    assert again.origins is origins


@pytest.mark.parametrize(
    ("hint", "value"),
    [
        (bytes, bytes(range(256))),
        (frozenset[str], frozenset({"b", "a"})),
        (dict[int, tuple[str, ...]], {2: ("b",), 1: ()}),
        (tuple[str, int | None], ("a", None)),
        (list[Event | Page | None], [None, Page("a", "A", "")]),
        (tuple[tuple[str, Origin], ...], (("a", Origin("a.md", 1)),)),
        (Unfit | Origin, Unfit("a.png", "b", "c", "d")),
        (float, 0.1),
    ],
    # A set is not written the same way in every process.
    ids=["bytes", "set", "dict", "or-none", "mixed", "pairs", "union", "float"],
)
def test_collections_come_back_as_what_they_were(hint: Any, value: object) -> None:
    form = form_of(hint)
    assert in_full(form.again(by_way_of_json(form.plain(value)))) == in_full(value)


@pytest.mark.parametrize("hint", [Pictures, Callable[[], str], object, Any], ids=str)
def test_what_may_be_anything_has_no_plain_form(hint: Any) -> None:
    with pytest.raises(NoPlainFormError):
        form_of(hint)
