"""The three ways in which problems are shown."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from generator.problem_formats import render, tally
from generator.problems import Origin, Problem, Severity

LATER = Problem(Origin("content/events/b.md", 3), Severity.NOTE, "undated", "No date.")
EARLIER = Problem(
    Origin("content/events/a.md", 4, 8),
    Severity.ERROR,
    "date-impossible",
    "30 February 2019 does not exist",
    "write 2019-02 if the source gives only the month",
    'date: "2019-02-30"',
)
WHOLE_FILE = Problem(Origin("seeds/a,b: 50%.txt"), Severity.WARNING, "odd", "50%\nodd")


def test_people_get_them_in_the_order_of_the_files() -> None:
    assert render([LATER, EARLIER], "text") == (
        "content/events/a.md:4:8: error: 30 February 2019 does not exist "
        "[date-impossible]\n"
        '  4 | date: "2019-02-30"\n'
        "    |        ^\n"
        "  hint: write 2019-02 if the source gives only the month\n"
        "content/events/b.md:3: note: No date. [undated]\n"
    )


def test_programs_get_an_array() -> None:
    assert json.loads(render([LATER, EARLIER], "json")) == [
        {
            "path": "content/events/a.md",
            "line": 4,
            "column": 8,
            "severity": "error",
            "code": "date-impossible",
            "message": "30 February 2019 does not exist",
            "hint": "write 2019-02 if the source gives only the month",
            "excerpt": 'date: "2019-02-30"',
        },
        {
            "path": "content/events/b.md",
            "line": 3,
            "column": 0,
            "severity": "note",
            "code": "undated",
            "message": "No date.",
            "hint": "",
            "excerpt": "",
        },
    ]


def test_github_gets_annotations_with_everything_escaped() -> None:
    assert render([WHOLE_FILE, EARLIER, LATER], "github") == (
        "::error file=content/events/a.md,line=4,col=8,title=date-impossible::"
        "30 February 2019 does not exist%0A"
        "hint: write 2019-02 if the source gives only the month\n"
        "::notice file=content/events/b.md,line=3,title=undated::No date.\n"
        "::warning file=seeds/a%2Cb%3A 50%25.txt,title=odd::50%25%0Aodd\n"
    )


def test_no_problems_are_nothing_to_read() -> None:
    assert [render([], form) for form in ("text", "json", "github")] == ["", "[]\n", ""]


def test_they_are_counted_by_severity() -> None:
    assert tally([EARLIER, LATER, LATER]) == "1 error, 2 notes"
    assert tally([]) == ""


@given(st.text(), st.text())
def test_an_annotation_is_always_one_line(path: str, message: str) -> None:
    problem = Problem(Origin(path, 1, 1), Severity.ERROR, "code", message, message)
    assert render([problem], "github").count("\n") == 1
