"""Files as the other programs document them are read as what they say."""

from __future__ import annotations

import pytest

from generator.exchange import FORMATS, format_of
from generator.model.date_phrases import ENGLISH

MARKWHEN = """\
title: Harbour
#Works: red

// a comment
section Docks
2012-05 / 2013-01: Docks dug #Works
id: docks
Some *text* here.
after !docks 3 weeks: Water let in
03/2015: First ship
18 March 2016 - 20 March 2016: Fair
2017-01-05 every year for 3 years: Fete
44 BCE: Old wall
2018/now: Silt
"""

SIMILE = """{"dateTimeFormat": "Gregorian", "events": [
 {"start": "May 28 2006 09:00:00 GMT", "title": "Crane", "description": "<b>x</b>"},
 {"start": "1963", "latestStart": "1964", "end": "1970", "durationEvent": true,
  "title": "Dig"},
 {"start": "1980", "end": "1985", "durationEvent": false, "title": "Some time"}]}"""

TIMEMAP = """[
 {"id": "1", "description": "Shed burns", "date": "03/28/2019", "time": "14:30",
  "location": "Shed", "latitude": "51,5", "longitude": "-0,1", "sources": ["s1"]},
 {"description": "Vague", "date": "01/01/2018", "time_precision": "year"}]"""

TIMELINEJS = """{"title": {"text": {"headline": "Harbour"}}, "events": [
 {"start_date": {"year": "1901"}, "text": {"headline": "Mole"}},
 {"start_date": {"year": -44, "month": 3}, "text": {"headline": "Wall"}},
 {"start_date": {"year": 2019, "month": 4, "day": 2, "hour": 0, "minute": 5},
  "end_date": {"year": 2019, "month": 4, "day": 2, "hour": 0, "minute": 5},
  "text": {"headline": "Ferry"}}]}"""


@pytest.mark.parametrize(
    ("name", "text", "form", "dates"),
    [
        ("a.mw", MARKWHEN, "markwhen", [
            ("Docks dug", "2012-05/2013-01"), ("Water let in", "None"),
            ("First ship", "2015-03"), ("Fair", "2016-03-18/2016-03-20"),
            ("Fete", "2017-01-05"), ("Old wall", "-0043"), ("Silt", "2018/.."),
        ]),
        ("a.json", SIMILE, "simile", [
            ("Crane", "2006-05-28"), ("Dig", "1963~/1970~"),
            ("Some time", "[1980..1985]"),
        ]),
        ("a.json", TIMEMAP, "timemap", [
            ("Shed burns", "2019-03-28T14:30"), ("Vague", "2018"),
        ]),
        ("a.json", TIMELINEJS, "timelinejs", [
            ("Mole", "1901"), ("Wall", "-0043-03"), ("Ferry", "2019-04-02T00:05"),
        ]),
    ],
    ids=["markwhen", "simile", "timemap", "timelinejs"],
)  # fmt: skip
def test_each_event_has_the_date_that_its_program_gives_it(
    name: str, text: str, form: str, dates: list[tuple[str, str]]
) -> None:
    assert format_of(name, text) == form
    entries = FORMATS[form].read(name, text, ENGLISH).table.entries
    assert [(entry.title, str(entry.date)) for entry in entries] == dates
