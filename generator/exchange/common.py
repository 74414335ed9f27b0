"""What several formats do alike: titles that say what is not a fact, pictures and their
addresses, and the losses."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from generator.exchange.entries import Entry, Picture, link_destination, lost, one_line
from generator.exchange.spans import dated, span_of, words_for
from generator.exchange.taking import Values
from generator.model.date_phrases import Phrases
from generator.model.events import Factuality
from generator.problems import Problem

_STANDING = re.compile(r"(?P<title>.*\S) \((?P<word>planned|denied|alleged)\)")


def headline(entry: Entry) -> str:
    """The title of *entry*; of what is not known to have happened, with that word.

    The other programs have no place for it, and would tell a plan as a fact.
    """
    if entry.factuality is Factuality.HAPPENED:
        return entry.title
    return f"{entry.title} ({entry.factuality})"


def with_headline(entry: Entry, text: str) -> Entry:
    """*entry* with the title that *text*, which is plain text, is the headline of."""
    match = _STANDING.fullmatch(one_line(text))
    if match is None:
        return replace(entry, title=one_line(text))
    return replace(entry, title=match["title"], factuality=Factuality(match["word"]))


def as_json(tree: object) -> bytes:
    """*tree* as a file that people can read as well."""
    return f"{json.dumps(tree, ensure_ascii=False, indent=1)}\n".encode()


def address_in(values: Values, column: str) -> str:
    """The web address in *column*, which is taken by this; "" where there is none, of
    which it says so if anything else stands there."""
    given = values.take(column)
    url = link_destination(given)
    if given and not url:
        values.give_back(column, "is no address on the web")
    return url


def with_picture(
    entry: Entry,
    values: Values,
    columns: tuple[str, str, str],
    plain: Callable[[str], str] = one_line,
) -> Entry:
    """*entry* with the picture of which *columns* hold address, caption and credit.

    Without an address, its words belong to nothing.
    """
    url = address_in(values, columns[0])
    if not url:
        return entry
    caption, credit = (plain(values.take(column)) for column in columns[1:])
    return replace(entry, picture=Picture(url, caption, credit))


LEFT_OUT = {"export-undated", "export-no-day", "export-too-early"}
"""Codes of what says that an entry is not in a file at all."""


def undated(entry: Entry, program: str) -> Problem:
    """That *entry* is left out, since *program* places everything in time."""
    return lost(
        entry,
        "undated",
        f"“{entry.title}” has no date, and {program} shows only what has one: it is "
        "left out",
        "write date: as far as a source says it",
    )


def date_losses(entry: Entry, program: str, phrases: Phrases) -> Iterable[Problem]:
    """That the date of *entry* comes back as another from a beginning, an end, and
    words."""
    date = entry.date
    if date is None:
        return
    words = words_for(date, entry.said, phrases)
    back = dated(span_of(date), words, phrases).date
    if back != date:
        yield lost(
            entry,
            "date",
            f"{program} has no way to say {date}: readers see “{words}”, "
            f"programs {back}",
        )


def names_lost(entry: Entry, program: str, *kinds: str) -> Iterable[Problem]:
    """What *program* has no place for: of *kinds*, who and what *entry* is about."""
    named: dict[str, list[str]] = {
        "tags": list(entry.tags[1:]),
        "people": list(entry.people),
        "organisations": list(entry.organisations),
        "places": [place.label for place in entry.places],
        "coordinates": [place.label for place in entry.places if place.coordinates],
    }
    for kind in kinds:
        if named[kind]:
            listed = ", ".join(named[kind])
            more = "more than one tag" if kind == "tags" else kind
            yield lost(entry, kind, f"{program} has no place for {more}: {listed}")
