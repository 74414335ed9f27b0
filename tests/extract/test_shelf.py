"""Which happenings a new telling is compared with."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.extract.governing import By
from generator.extract.shelf import Happening, Shelf, Signs
from generator.extract.tellings import Telling
from generator.extract.times import When
from generator.model.edtf import parse_edtf
from generator.model.events import Factuality
from generator.model.sources import Block, BlockKind
from generator.model.timex import Basis

ENOUGH = 0.6
_WORDS = st.frozensets(
    st.sampled_from(["bridge", "ferry", "pier", "quay", "mill", "dock"])
)
_SIGNS = st.builds(
    Signs,
    kinds=st.frozensets(st.sampled_from(["opening", "closing"])),
    figures=st.frozensets(st.sampled_from(["1200", "450"])),
    words=_WORDS,
)
_DATES = st.sampled_from(["2021-05-03", "2021-05-04", "2021", "1900/2021"])


@given(st.lists(st.tuples(_DATES, _SIGNS), min_size=2, max_size=12))
def test_what_shares_a_time_and_a_kind_a_figure_or_most_words_is_found(
    told: list[tuple[str, Signs]],
) -> None:
    signs = {at: of for at, (_, of) in enumerate(told)}
    tellings = [_telling(at, date) for at, (date, _) in enumerate(told)]
    shelf = Shelf(lambda telling: signs[telling.start], ENOUGH)
    for telling in tellings[:-1]:
        shelf.add(telling, Happening(), "")
    found = [happening.number for happening in shelf.like(tellings[-1])]
    last = len(told) - 1
    alike = [
        at
        for at in range(last)
        if told[at][0] == told[last][0] and _is_alike(signs[at], signs[last])
    ]
    assert set(alike) <= set(found)
    assert found == sorted(set(found))


@given(_SIGNS, _SIGNS)
def test_of_one_day_only_what_is_alike_is_found(first: Signs, second: Signs) -> None:
    tellings = [_telling(at, "2021-05-03") for at in (0, 1)]
    shelf = Shelf(lambda telling: (first, second)[telling.start], ENOUGH)
    shelf.add(tellings[0], Happening(), "")
    assert len(shelf.like(tellings[1])) == _is_alike(first, second)


def test_a_happening_that_is_also_told_of_a_wide_time_is_found_by_its_day() -> None:
    nothing = Signs(frozenset(), frozenset(), frozenset())
    day, wide = _telling(0, "2021-05-03"), _telling(1, "1900/2021")
    shelf = Shelf(lambda telling: nothing, ENOUGH)
    happening = Happening()
    shelf.add(day, happening, "")
    assert shelf.like(day) == []
    shelf.add(wide, happening, "")
    assert shelf.like(day) == [happening]


def _is_alike(first: Signs, second: Signs) -> bool:
    shorter = min(len(first.words), len(second.words))
    return bool(
        first.kinds & second.kinds
        or first.figures & second.figures
        or (shorter and len(first.words & second.words) / shorter >= ENOUGH)
    )


def _telling(at: int, date: str) -> Telling:
    return Telling(
        source="a",
        block=Block(BlockKind.BODY, 0, 100),
        start=at,
        end=at + 1,
        sentence=(at, at + 1),
        when=When(at, at + 1, date, parse_edtf(date), Basis.STATED),
        factuality=Factuality.HAPPENED,
        speaker="",
        by=By.VERB,
        families=frozenset(),
        core=(),
        near=frozenset(),
        wording=None,
    )
