"""Values as JSON: what is made again is what there was, in each field."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from types import MappingProxyType
from typing import Any

import pytest
from edtf_values import values
from hypothesis import given
from hypothesis import strategies as st

from generator.model.brief import Brief
from generator.model.citations import Says
from generator.model.edtf import Edtf, parse_edtf
from generator.model.entities import Entity
from generator.model.events import Event, Suggestion
from generator.model.media import Picture, Pictures
from generator.model.sources import Source
from generator.model.timeline import Page, Passage
from generator.plain import NoPlainFormError, as_json, of_json
from generator.problems import Origin, Problem

st.register_type_strategy(Edtf, values().map(parse_edtf))
KINDS = (Event, Source, Entity, Page, Problem, Passage, Suggestion, Picture)


def in_full(value: object) -> object:
    """*value* with its fields, those that `==` does not look at as well."""
    if is_dataclass(value):
        return type(value), [in_full(getattr(value, f.name)) for f in fields(value)]
    if isinstance(value, tuple | list):
        return type(value), [*map(in_full, value)]
    if isinstance(value, Mapping):
        return {key: in_full(inner) for key, inner in value.items()}
    if isinstance(value, Edtf):
        told = (value.text, value.form, value.earlier, value.later, value.ranges)
        return told, in_full(value.parts)
    return type(value), value


def again(hint: Any, value: object) -> Any:
    """What is made again of *value*, of a type that *hint* describes."""
    line = as_json(value)
    assert line is not None
    assert b"\n" not in line
    return of_json(hint)(line)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@given(st.data())
def test_what_is_made_again_is_what_there_was(kind: type[Any], data: Any) -> None:
    value = data.draw(st.builds(kind))
    assert in_full(again(kind, value)) == in_full(value)


@given(st.builds(Event), st.dictionaries(st.text(), st.builds(Origin, st.text())))
def test_where_values_stand_is_left_to_somebody_else(
    event: Event, origins: dict[str, Origin]
) -> None:
    placed = replace(event, origins=MappingProxyType(origins))
    assert again(Event, placed) == event
    assert again(Event, placed).origins == {}


@given(values())
def test_dates_of_all_forms_come_back(text: str) -> None:
    says = Says(parse_edtf(text))
    assert as_json(says) != as_json(Says())
    assert in_full(again(Says, says)) == in_full(says)


@pytest.mark.parametrize(
    ("hint", "value"),
    [
        (bytes, bytes(range(256))),
        (frozenset[str], frozenset({"b", "a"})),
        (dict[int, tuple[str, ...]], {2: ("b",), 1: ()}),
        (tuple[str, int | None], ("a", None)),
        (list[Page | None], [None, Page("a", "A", "")]),
        (tuple[tuple[str, Origin], ...], (("a", Origin("a.md", 1)),)),
        (Brief | None, Brief("a", ((1, 2, 3), (4, 5, 6)), (), (), (), ("b",), 1)),
        (float, 0.1),
    ],
    # A set is not written the same way in every process.
    ids=["bytes", "set", "dict", "or-none", "mixed", "pairs", "named", "float"],
)
def test_collections_come_back_as_what_they_were(hint: Any, value: object) -> None:
    assert in_full(again(hint, value)) == in_full(value)


NO_FORM = [Pictures, Callable[[], str], object, Any, Event | Page, tuple[int, Any]]


@pytest.mark.parametrize("hint", NO_FORM, ids=str)
def test_what_may_be_anything_has_no_plain_form(hint: Any) -> None:
    with pytest.raises(NoPlainFormError):
        of_json(hint)


def test_what_is_no_value_has_no_plain_form() -> None:
    with pytest.raises(NoPlainFormError):
        as_json(len)


def test_a_text_that_utf_8_cannot_hold_has_no_plain_form() -> None:
    """The name of a file in another encoding, as Python tells it."""
    assert as_json(Page("a", "caf\udce9", "")) is None
