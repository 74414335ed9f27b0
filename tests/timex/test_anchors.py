"""How history is told from news, which way a verb points, and where holidays fall."""

from __future__ import annotations

from datetime import date

import pytest

from generator.timex import timexes
from generator.timex.cues import Tense, tense
from generator.timex.holidays import holiday
from generator.timex.memory import is_narrative
from generator.timex.recognise import recognise
from generator.timex.tokens import tokens_of

HISTORY = (
    "The pier was begun in April 1861. On July 3 it burned. In May 1862 it was begun "
    "again, and on June 1 it burned again. By July 1863 it stood. In December 1864 it "
    "was painted. In January a storm broke it. In March 1866 it was sold. "
)
NEWS = (
    "The pier was sold on Friday. It was begun in April 1861 and painted in May 1862. "
    "By July 1863 it stood. In December 1864 it was sold, and in March 1866 too. "
    "The council will meet on Wednesday. It last met on June 1."
)


def narrative(text: str, dct: date | None) -> bool:
    return is_narrative(recognise(tokens_of(text)), dct)


@pytest.mark.parametrize("dct", [date(2025, 7, 14), None], ids=["dated", "undated"])
def test_a_text_of_other_years_without_weekdays_is_history(dct: date | None) -> None:
    assert narrative(HISTORY, dct)


@pytest.mark.parametrize("dct", [date(2025, 7, 14), None], ids=["dated", "undated"])
def test_a_text_that_speaks_of_friday_is_news_whatever_its_background(
    dct: date | None,
) -> None:
    assert not narrative(NEWS, dct)


def test_history_carries_its_year_from_sentence_to_sentence() -> None:
    values = [timex.value for timex in timexes(HISTORY, "2025-07-14")]
    assert values[1] == "1861-07-03"
    assert values[3] == "1862-06-01"


def test_history_turns_the_year_between_december_and_january() -> None:
    january = timexes(HISTORY, "2025-07-14")[6]
    assert (january.text, january.value) == ("January", "1865-01")


def test_news_takes_the_year_of_publication() -> None:
    assert timexes(NEWS, "2025-07-14")[-1].value == "2025-06-01"


def test_a_month_named_with_its_year_before_may_be_meant_again() -> None:
    text = "The pact was signed in June 2024. Ships came, as agreed in June."
    june = timexes(text, "2025-07-14")[1]
    assert (june.value, june.edtf) == ("2025-06", "[2024-06,2025-06]")
    assert june.anchor == (
        "document creation time 2025-07-14, or “June 2024” earlier in the text"
    )


def test_a_month_named_with_a_year_long_gone_is_not_meant_again() -> None:
    text = "The bridge was opened in June 1998. The council met in June."
    assert timexes(text, "2025-07-14")[1].edtf == "2025-06"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council met on Friday.", Tense.PAST),
        ("On Friday, the council met.", Tense.PAST),
        ("The bridge was closed on Friday.", Tense.PAST),
        ("The bridge will close on Friday.", Tense.FUTURE),
        ("On Friday, the bridge will close.", Tense.FUTURE),
        ("The bridge is scheduled to close Friday.", Tense.FUTURE),
        ("The bridge opens Friday.", Tense.FUTURE),
        ("They agreed to wait until Friday.", Tense.FUTURE),
        ("Until Friday, they had not met.", Tense.PAST),
        ("It could open as early as Friday.", Tense.FUTURE),
        ("They will discuss Friday's storm.", None),
        ("The storm is discussed Friday.", None),
        ("A storm on Friday.", None),
        ("The bridge will close. Friday, a storm.", None),
    ],
)
def test_a_verb_points_past_or_ahead(text: str, expected: Tense | None) -> None:
    tokens = tokens_of(text)
    (expression,) = recognise(tokens)
    assert tense(tokens, expression) is expected


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("easter", 2024, date(2024, 3, 31)),
        ("easter", 2025, date(2025, 4, 20)),
        ("easter", 1961, date(1961, 4, 2)),
        ("easter-monday", 2024, date(2024, 4, 1)),
        ("good-friday", 2025, date(2025, 4, 18)),
        ("thanksgiving", 1999, date(1999, 11, 25)),
        ("labor-day", 2025, date(2025, 9, 1)),
        ("memorial-day", 2025, date(2025, 5, 26)),
        ("election-day", 1998, date(1998, 11, 3)),
        ("election-day", 2016, date(2016, 11, 8)),
    ],
)
def test_a_movable_holiday_falls_where_its_rule_says(
    name: str, year: int, day: date
) -> None:
    assert holiday(name, year) == day
