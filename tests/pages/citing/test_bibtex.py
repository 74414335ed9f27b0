"""BibTeX, as pybtex reads it, and its LaTeX as pylatexenc shows it."""

from __future__ import annotations

import pytest
from hypothesis import given
from odd_texts import ODD, texts
from pybtex.database import Entry, parse_string
from pylatexenc.latex2text import (
    LatexNodes2Text,
    MacroTextSpec,
    get_default_latex_context_db,
)
from works_to_cite import ARCHIVE, EVERYTHING, work

from generator.pages.citing.bibtex import bibtex, key_of
from generator.pages.citing.works import one_line


def read(written: str) -> Entry:
    """The one entry of *written*."""
    (entry,) = parse_string(written, "bibtex").entries.values()
    return entry


COMMANDS = {
    **{"textless": "<", "textgreater": ">", "textasciicircum": "^"},
    **{"textbraceleft": "{", "textbraceright": "}"},
}
"""Of LaTeX's commands for signs, those that pylatexenc does not know, or has wrong."""

LATEX = get_default_latex_context_db()
LATEX.add_context_category(
    "signs", macros=[MacroTextSpec(*spec) for spec in COMMANDS.items()], prepend=True
)


def shown(tex: str) -> str:
    """What LaTeX shows for *tex*."""
    reader = LatexNodes2Text(LATEX, strict_latex_spaces=True)
    return str(reader.latex_to_text(tex))


def test_an_article_has_every_field_that_is_known() -> None:
    assert bibtex(work(**EVERYTHING)) == (
        "@article{bridge,\n"
        "  title = {{Bridge opens}},\n"
        "  author = {Quill, Ada and {City Council}},\n"
        "  journal = {Port Gazette},\n"
        "  publisher = {Harbour Press},\n"
        "  date = {2019-03-05},\n"
        "  year = {2019},\n"
        "  month = mar,\n"
        "  url = {https://gazette.example/bridge},\n"
        "  urldate = {2019-04-02},\n"
        "  language = {en},\n"
        f"  note = {{Archived copy: {ARCHIVE}}}\n"
        "}\n"
    )


def test_what_nobody_stated_has_no_field() -> None:
    bare = work(author=(), container_title="", issued=None, url="")
    assert bibtex(bare) == "@misc{bridge,\n  title = {{Bridge opens}}\n}\n"


@pytest.mark.parametrize(
    ("issued", "fields"),
    [
        ("2019-03-05", {"date": "2019-03-05", "year": "2019", "month": "March"}),
        ("2019-03", {"date": "2019-03", "year": "2019", "month": "March"}),
        ("2019", {"date": "2019", "year": "2019"}),
        ("2019~", {"date": "2019~", "year": "about 2019"}),
        ("2019-06-20?", {"date": "2019-06-20?", "year": "2019?"}),
        ("2019-06%", {"date": "2019-06%", "year": "about 2019?"}),
        ("2019-21", {"date": "2019-21", "year": "2019"}),
        ("201X", {"date": "201X"}),
        ("2019-03-05/..", {"date": "2019-03-05/.."}),
    ],
)
def test_a_date_is_as_fine_as_it_is_known(issued: str, fields: dict[str, str]) -> None:
    entry = read(bibtex(work(issued=issued)))
    found = {
        name: entry.fields[name]
        for name in ("date", "year", "month")
        if name in entry.fields
    }
    assert found == fields


@pytest.mark.parametrize("title", ODD.values(), ids=ODD)
def test_odd_titles_are_shown_as_they_are(title: str) -> None:
    entry = read(bibtex(work(title=title, container_title=title)))
    assert shown(entry.fields["title"]) == one_line(title)
    assert shown(entry.fields["journal"]) == one_line(title)
    assert len(entry.fields) == 6


@given(texts)
def test_any_title_is_shown_as_it_is(title: str) -> None:
    if one_line(title):
        entry = read(bibtex(work(title=title)))
        assert shown(entry.fields["title"]) == one_line(title)


def test_people_are_taken_apart_and_organisations_are_not() -> None:
    names = ("Ludo van der Brugge", "Ben Stone Jr.", "Council of Sand and Stone")
    first, second, third = read(bibtex(work(author=names))).persons["author"]
    assert (first.prelast_names, first.last_names) == (["van", "der"], ["Brugge"])
    assert (second.last_names, second.lineage_names) == (["Stone"], ["Jr."])
    assert third.last_names == ["{Council of Sand and Stone}"]


def test_an_address_stays_one_that_can_be_followed() -> None:
    url = "https://gazette.example/a_b~c?x=1&y=50%25#d"
    assert read(bibtex(work(url=url))).fields["url"] == url
    strange = read(bibtex(work(url="https://gazette.example/{a}\\b")))
    assert strange.fields["url"] == "https://gazette.example/%7Ba%7D%5Cb"


@pytest.mark.parametrize(
    ("id", "key"),
    [
        ("2019-03-04-opening", "2019-03-04-opening"),
        ("000_8a2785a7006d55f4", "000_8a2785a7006d55f4"),
        ("Post, 5 March {2}", "post-5-march-2-2df33f"),
        ("post-5-march-2", "post-5-march-2"),
        ("Bridge", "bridge-"),
        ("桥", "source-"),
    ],
)
def test_a_key_follows_from_the_id_alone(id: str, key: str) -> None:
    assert key_of(id).startswith(key)
    assert read(bibtex(work(id=id))).key == key_of(id)


def test_ids_that_bibtex_would_take_for_one_have_two_keys() -> None:
    keys = [key_of(id).lower() for id in ("a b", "a,b", "A b", "a-b", "A-B")]
    assert len(set(keys)) == len(keys)
