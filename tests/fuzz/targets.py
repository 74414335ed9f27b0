"""What must hold for any bytes at all, one function for each part that reads them.

Each takes bytes, and raises only where a promise is broken: no exception but the
documented ones, nothing told that is not in the text, no more coming out than a
constant times what went in.
"""

from __future__ import annotations

from collections.abc import Callable

from generator.checks.finding import likely_passage, passages
from generator.checks.quotes import ambiguous, missing
from generator.config import parse_settings
from generator.exchange import FORMATS, NotTextError, text_of
from generator.model.addresses import web_address
from generator.model.date_phrases import ENGLISH
from generator.model.edtf import EdtfError, parse_edtf
from generator.model.hard_texts import hard_places
from generator.model.selectors import TextQuoteSelector, positions
from generator.pages.prose import lead, markdown
from generator.pages.routes import public, tag_page, tag_slugs
from generator.publish.paths import check_paths
from generator.store.cut import UnreadableError
from generator.store.patch import (
    AddItem,
    Edit,
    RefusedError,
    RemoveKey,
    SetBody,
    SetValue,
    patched,
)
from generator.store.reading import read_file
from generator.timex import timexes

PROBLEMS_A_LETTER = 1
LETTERS_A_PROBLEM = 1000
HTML_A_LETTER = 30
WRITTEN_A_LETTER = 60
"""So much more may come out than went in."""

FOLDERS = ("events", "sources", "entities", "pages")
LANGUAGES = ("en", "de", "ru", "ko", None)
FILE = b"""---
title: Harbour bridge opens  # why
tags: [port, bridge]
citations:
  - source: post
    exact: "It opened."
---

It opened.
"""


def header(data: bytes) -> None:
    """A file of content is read, or what is wrong in it is told at its place."""
    folder = FOLDERS[len(data) % len(FOLDERS)]
    try:
        file, problems = read_file(f"content/{folder}/x.md", folder, data)
        assert str(file.parts).encode() == data
    except UnreadableError as error:
        problems = list(error.problems)
        assert problems
    assert len(problems) <= PROBLEMS_A_LETTER * len(data) + 2
    for problem in problems:
        assert problem.origin.line <= data.count(b"\n") + 1
        longest = LETTERS_A_PROBLEM + 3 * len(data)
        assert len(str(problem)) <= longest


def patch(data: bytes) -> None:
    """One value is replaced and nothing else, or nothing is done."""
    first, _, rest = data.partition(b"\0")
    text, way = rest.decode("utf-8", "replace"), data[:1]
    edits: dict[bytes, Edit] = {
        b"t": SetValue(("title",), text),
        b"d": SetValue(("date",), text),
        b"a": AddItem("tags", text),
        b"r": RemoveKey(("tags",)),
    }
    source = (
        FILE if way in b"TDARB" else FILE.replace(b"tags: ", first[1:] + b"\ntags: ")
    )
    edit = edits.get(way.lower(), SetBody(text))
    try:
        file, _ = read_file("content/events/x.md", "events", source)
        after = patched(file, [edit])
    except (UnreadableError, RefusedError):
        return
    assert len(after.data) <= len(source) + 8 * len(rest) + 100
    kept = file.values.keys() - {"title", "date", "tags"}
    assert {key: after.values[key] for key in kept} == {
        key: file.values[key] for key in kept
    }
    if way.lower() == b"t" and isinstance(edit, SetValue):
        assert after.values["title"] == text


def edtf(data: bytes) -> None:
    """A value is written as it was read, or refused."""
    text = data.decode("utf-8", "replace")
    try:
        written = str(parse_edtf(text))
    except EdtfError as refused:
        told = str(refused)
        assert len(told) <= 2 * len(text) + 200
        return
    assert written == text


def timex(data: bytes) -> None:
    """Every expression is a passage of the text, and its value can be read."""
    language = LANGUAGES[len(data) % len(LANGUAGES)]
    text = data.decode("utf-8", "replace")
    found = timexes(text, "2024-06-19" if len(data) % 2 else None, language=language)
    end = 0
    for expression in found:
        assert end <= expression.start < expression.end <= len(text)
        end = expression.end
        if expression.edtf is not None:
            parse_edtf(str(expression.edtf))


def quotation(data: bytes) -> None:
    """Passages lie in the text, and what is said of a wrong one is short."""
    before, _, after = data.partition(b"\0")
    words, text = before.decode("utf-8", "replace"), after.decode("utf-8", "replace")
    for place in (*passages(words, text), *filter(None, [likely_passage(words, text)])):
        assert 0 <= place.start <= place.end <= len(text)
    if not words:
        return
    quote = TextQuoteSelector(words)
    found = positions(quote, text)
    for place in found:
        assert text[place.start : place.end] == words
    said = missing(quote, text, "x") if not found else None
    said = ambiguous(quote, text, "x") if len(found) > 1 else said
    if said is not None:
        longest = LETTERS_A_PROBLEM + 20 * (len(data) + 200)
        assert len(said.message) + len(said.hint) <= longest


def address(data: bytes) -> None:
    """Tags get folders that no file system refuses, addresses stay what they are."""
    text = data.decode("utf-8", "replace")
    slugs = tag_slugs({tag for tag in text.split("\n") if tag})
    check_paths([tag_page(slug) for slug in slugs.values()])
    for slug in slugs.values():
        assert slug not in ("con", "nul", "com1")
        shown = public(tag_page(slug), "https://example.org/h/")
        assert shown.startswith("https://example.org/h/tags/")
        assert shown.isascii()
    known = web_address(text)
    assert web_address(known) == known
    assert len(known) <= 12 * len(text)


def prose(data: bytes) -> None:
    """Markdown within the limits becomes a page of a length that follows from it."""
    text = data.decode("utf-8", "replace")
    if next(hard_places(text), None) is not None:
        return
    html = markdown(text)
    assert len(html) <= HTML_A_LETTER * len(text)
    assert "<script" not in html.lower()
    assert len(lead(text)) <= 2 * len(text)


def toml(data: bytes) -> None:
    """Settings are read, or what is wrong with them is told."""
    _, _, problems = parse_settings(data)
    assert len(problems) <= len(data)


def exchange(data: bytes) -> None:
    """A file of another program is read as far as it is one, and goes out again."""
    form = FORMATS[sorted(FORMATS)[len(data) % len(FORMATS)]]
    try:
        text = text_of("x", data)
    except NotTextError:
        return
    back = form.read("x", text, ENGLISH)
    assert len(back.problems) <= len(data) + 2
    written = form.write(back.table, ENGLISH).data
    assert len(written) <= WRITTEN_A_LETTER * (len(data) + 100)


TARGETS: dict[str, Callable[[bytes], None]] = {
    function.__name__: function
    for function in (
        *(header, patch, edtf, timex, quotation, address, prose, toml),
        exchange,
    )
}
