"""Markwhen is read as its own parser reads it: each event, and none that is a text."""

from __future__ import annotations

import pytest
from markwhen_parser import needs_markwhen, parsed

from generator.exchange import FORMATS
from generator.exchange.entries import Read, Reference
from generator.model.date_phrases import ENGLISH

LINES = """\
2016-01-01 / 3 months: a
2016-01 / 3 months: a
2019-01-01/1 week: a
2019 / 2 years 3 months: a
2019-01-01 10:00 / 2 hours: a
2017: a
March 18: a
Mar 18, 2019: a
3 May: a
January: a
10am: a
18:30: a
18:30-19:30: a
10am - 11am: a
12: a
1900s: a
2019-W05: a
03/04/2019: a
03/18: a
2019-now: a
now / 10 days: a
after !x 3 weeks: a
!x / 2022: a
3 months: a
1 week / 2 days: a
every 2 days: a
99999: a
44 BC: a
  2011: a
- 2010: a
Monday: a
in the spring: a
before 2019: a
before the war: a
2020-01-01 for 3 days: a
20200101: a
tomorrow: a
2 decades: a
3 things: a
19th century: a
c. 1901: a
2019?: a
Note 2019: a
""".splitlines()


def read(text: str) -> Read:
    return FORMATS["markwhen"].read("t", text, ENGLISH)


@needs_markwhen
@pytest.mark.parametrize("line", LINES)
def test_a_line_is_an_event_where_it_is_one_to_the_program(line: str) -> None:
    text = f"2000: first\n\n{line}\n"
    assert len(read(text).table.entries) == len(parsed(text.encode()))


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("2016-01-01 / 3 months", "2016-01-01/2016-03-31"),
        ("2016-01 / 3 months", "2016-01/2016-03"),
        ("2019-01-01/1 week", "2019-01-01/2019-01-07"),
        ("2019 / 2 years", "2019/2020"),
        ("2019 / 2 years 3 months", "2019/2021-03"),
        ("2019-01-31 / 1 month", "2019-01-31/2019-02-27"),
        ("2019-01-01 / 1 day", "2019-01-01"),
        ("2019 - now", "2019/.."),
        ("2019-01-01 10am / 12pm", "2019-01-01"),
        ("2019 / !x", "2019"),
        ("99999", "None"),
        ("March 18", "None"),
        ("10am", "None"),
        ("9999-01-01 / 99999999999 days", "9999-01-01"),
    ],
)
def test_an_event_lasts_as_long_as_its_line_says(line: str, date: str) -> None:
    (entry,) = read(f"{line}: a\n").table.entries
    assert str(entry.date) == date


def test_spaces_without_measure_are_spaces() -> None:
    spaces = " " * 20_000
    text = f"2019{spaces}/{spaces}2020: a{spaces}b\n{spaces}c\n2019 / {spaces}d\n"
    (entry,) = read(text).table.entries
    assert (str(entry.date), entry.title) == ("2019/2020", "a b")
    assert entry.text.split() == ["c", "2019", "/", "d"]


def test_no_event_vanishes_and_what_is_not_told_is_named() -> None:
    text = (
        "2016-01-01 / 3 months: Duration\n2017: X\nMarch 18: no year\n10am: t\n"
        "2018: Y\n2019: Z\n2019-01-01/1 week: W\n"
    )
    found = read(text)
    assert [(entry.title, entry.said) for entry in found.table.entries] == [
        ("Duration", ""), ("X", ""), ("no year", "March 18"), ("t", "10am"),
        ("Y", ""), ("Z", ""), ("W", ""),
    ]  # fmt: skip
    assert [str(problem).partition("\n")[0] for problem in found.problems] == [
        "t:3:1: note: what “March 18” stands for is not told by this line alone: it is "
        "kept as words [import-relative]",
        "t:4:1: note: what “10am” stands for is not told by this line alone: it is "
        "kept as words [import-relative]",
    ]


def test_what_stands_before_the_first_event_is_named() -> None:
    assert [p.message for p in read("title: A\nSome prose\n2019: X\n").problems] == [
        "“Some prose” stands before the first event: it is left out"
    ]


def test_tags_and_links_are_no_part_of_a_title() -> None:
    (entry,) = read(
        "# Chapter one #project\n2000-03: Month event #tag1 [link](https://ex.org/x)\n"
    ).table.entries
    assert entry.title == "Month event link"
    assert entry.tags == ("tag1", "chapter one", "project")
    assert entry.references == (Reference("link", "https://ex.org/x"),)


def test_the_id_of_the_program_is_that_of_the_event() -> None:
    found = read("2019: X\nid: first\nkey: value\n")
    assert [entry.id for entry in found.table.entries] == ["first"]
    assert [str(problem) for problem in found.problems] == [
        "t:3:1: note: “key” is not known here: it is left out [import-column]"
    ]
