"""Tables of odd texts and all kinds of dates, for what must hold of every timeline."""

from __future__ import annotations

from hypothesis import strategies as st

from generator.exchange.entries import (
    Entry,
    Picture,
    Place,
    Reference,
    Table,
    one_line,
    tidy,
    web_safe,
)
from generator.model.edtf import Edtf, EdtfError, parse_edtf
from generator.model.entities import Coordinates
from generator.model.events import Factuality

SIGNS = st.sampled_from(
    [
        *"ab *_[]()<>&#-+.!`\\1\"'|=:~;@,/“”–é橋🌉",
        *("<b>x</b>", "&amp;", "]]>", "</script>", "&#50;", " (planned)", "#tag"),
        *("https://x.example/a_b(c)", "=1+1", "@x", "2019: ", "id: x", "now: ", "// "),
        *("\n\n", "\n", "- ", "**", "\n    ", "\u202e", "\u05d0", "Sources:\n\n- x"),
        *("\nSources:\n\n", "\n* * *\n", "; ", "[1, 2]", "---\n", "5 days: "),
    ]
)
TEXTS = st.lists(SIGNS, max_size=12).map("".join).map(tidy)
LINES = TEXTS.map(one_line)
NAMES = LINES.filter(bool)
LISTS = st.lists(NAMES, max_size=3, unique=True).map(tuple)
TAGS = st.lists(NAMES.map(str.lower).map(one_line), max_size=3, unique=True).map(tuple)
ADDRESSES = st.sampled_from(
    ["https://x.example/a_b(c)", "https://e.example/?q=*x&y=1", "http://é.example/p"]
).map(web_safe)
IDS = st.from_regex(r"[a-z0-9]{1,5}([-_][a-z0-9]{1,5}){0,3}", fullmatch=True)


def _date(text: str) -> Edtf | None:
    try:
        return parse_edtf(text)
    except EdtfError:
        return None


_YEARS = st.sampled_from(["2019", "2010", "0044", "-0043", "0000", "1900", "2024"])
_PARTS = st.one_of(
    _YEARS,
    st.builds("{}-{}".format, _YEARS, st.sampled_from(["03", "12", "21", "24", "33"])),
    st.builds("{}-{}".format, _YEARS, st.sampled_from(["03-01", "12-31", "XX-12"])),
    st.builds("{}-{}".format, _YEARS, st.sampled_from(["03-XX", "1X", "02-28T14:30"])),
    st.sampled_from(["201X", "19XX", "2XX9", "2019-07-12T09:05:07Z", "2019-06-1X"]),
)
_MARKED = st.builds("{}{}".format, _PARTS, st.sampled_from(["", "~", "?", "%"]))
DATES = st.one_of(
    _MARKED,
    st.builds("{}/{}".format, _MARKED, _MARKED),
    st.builds("{}/..".format, _MARKED),
    st.builds("/{}".format, _MARKED),
    st.builds("[{},{}]".format, _PARTS, _PARTS),
    st.builds("{{{}..{}}}".format, _PARTS, _PARTS),
    st.builds("[{}, {}, {}..]".format, _PARTS, _PARTS, _PARTS),
).map(_date)

_DEGREES = st.integers(-9000, 9000).map(lambda n: n / 100)
PLACES = st.builds(Place, NAMES, st.none() | st.builds(Coordinates, _DEGREES, _DEGREES))
REFERENCES = st.builds(Reference, LINES, st.just("") | ADDRESSES, LINES).filter(
    lambda one: bool(one.title or one.url)
)
ENTRIES = st.builds(
    Entry,
    title=NAMES,
    date=DATES,
    id=st.just("") | IDS,
    said=LINES,
    text=TEXTS,
    factuality=st.sampled_from(Factuality),
    tags=TAGS,
    people=LISTS,
    organisations=LISTS,
    places=st.lists(PLACES, max_size=2, unique=True).map(tuple),
    picture=st.none() | st.builds(Picture, ADDRESSES, LINES, LINES),
    references=st.lists(REFERENCES, max_size=2, unique=True).map(tuple),
)
TABLES = st.builds(Table, st.lists(ENTRIES, max_size=3).map(tuple), LINES, TEXTS)
