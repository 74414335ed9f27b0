"""What holds for any text at all."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.edtf import parse_edtf
from generator.timex import joined, timexes
from generator.timex.lexicon import CLASSES, words
from generator.timex.values import of_day, shifted

WORDS = sorted(word for members in CLASSES.values() for word in members)
MARKS = [*",.-–/()'’:;$%\n ", "’s", "'s", "\n\n"]

SMALL_WORDS = words(
    """
    the a of in on at to from until since by before after and or between later earlier
    ago this that same early year 12th 21st 1990s 10:35 a.m. will was scheduled said
    12월 3일 июля 5月 am Freitag depuis
    """
)

prose = st.lists(
    st.one_of(
        st.sampled_from(WORDS),
        st.sampled_from(WORDS).map(str.capitalize),
        st.integers(0, 3000).map(str),
        st.dates().map(str),
        st.sampled_from(MARKS),
        st.sampled_from(sorted(SMALL_WORDS)),
        st.text(max_size=4),
    ),
    max_size=40,
).map(" ".join)
"""Texts that are full of what dates are made of."""

unhurried = settings(deadline=None)
"""The first text in another language imports dateparser's data."""

days = st.none() | st.dates().map(date.isoformat)


@unhurried
@given(text=prose | st.text(), dct=days, not_before=days)
def test_every_expression_is_a_passage_of_the_text(
    text: str, dct: str | None, not_before: str | None
) -> None:
    found = timexes(text, dct, not_before=not_before)
    reached = 0
    for timex in found:
        assert reached <= timex.start < timex.end <= len(text)
        assert text[timex.start : timex.end] == timex.text
        reached = timex.end


@unhurried
@given(text=prose, dct=days, not_before=days)
def test_every_edtf_value_is_one_that_the_program_reads(
    text: str, dct: str | None, not_before: str | None
) -> None:
    for timex in timexes(text, dct, not_before=not_before):
        if timex.edtf is not None:
            assert str(parse_edtf(timex.edtf)) == timex.edtf
            assert timex.needs is None


@unhurried
@given(text=prose, dct=days)
def test_joined_expressions_are_passages_too(text: str, dct: str | None) -> None:
    for timex in joined(timexes(text, dct), text):
        assert text[timex.start : timex.end] == timex.text


@unhurried
@given(text=prose)
def test_an_unknown_creation_time_is_never_replaced_by_today(text: str) -> None:
    assert not any("creation time" in (t.anchor or "") for t in timexes(text))


@unhurried
@given(text=prose, dct=days)
def test_the_same_text_gives_the_same_values(text: str, dct: str | None) -> None:
    assert timexes(text, dct) == timexes(text, dct)


@unhurried
@given(day=st.dates(), count=st.integers(-400, 400), unit=st.sampled_from("DWMQY"))
def test_a_shift_keeps_the_precision_of_its_unit(
    day: date, count: int, unit: str
) -> None:
    point = shifted(of_day(day), unit, count)
    assert point is None or point.unit == unit


@pytest.mark.parametrize("stretch", ["1", "[", "(", "{[(", "_", "x", "É"])
def test_a_megabyte_of_one_thing_is_read_to_its_end(stretch: str) -> None:
    text = stretch * (1_000_000 // len(stretch)) + "\n\n12 July 2025"
    assert timexes(text)[-1].value == "2025-07-12"


@pytest.mark.parametrize(
    "stretch",
    [
        *("1,", "1.", "12 ", "one ", "a ", "of the ", "2024-", "July ", "5월 ", "\n"),
        *("2024 ", "on Monday ", "two days after the quake on 3 May ", "the 12th and "),
        *("a month, on the 12th ", "3 a.m. ", "from Monday until Friday. "),
    ],
)
def test_a_long_row_of_half_dates_is_read_to_its_end(stretch: str) -> None:
    text = stretch * (100_000 // len(stretch)) + "\n\n2025-07-12"
    assert timexes(text)[-1].value == "2025-07-12"


def test_the_first_text_is_read_like_every_later_one() -> None:
    program = (
        "from generator.timex import timexes; "
        "text = 'It closed two years ago, the day before the end of last year.'; "
        "assert timexes(text, '2025-07-14') == timexes(text, '2025-07-14') != []"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_an_english_text_is_read_without_dateparser() -> None:
    program = (
        "import sys; from generator.timex import timexes; "
        "timexes('on Friday, 12 July 2025'); "
        "sys.exit('dateparser' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
