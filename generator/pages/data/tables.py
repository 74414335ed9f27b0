"""The events and the citations as tables for spreadsheets: CSV (RFC 4180).

Spreadsheets take a file without a byte order mark for one in the letters of their
country, and a cell that begins with “=” for a formula. So the file begins with that
mark, and such a cell with an apostrophe: whoever wants the words takes one away.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from io import StringIO
from typing import Generic, NamedTuple, TypeVar

from generator.model.cells import is_like_a_formula
from generator.model.citations import Citation
from generator.model.events import Event, citations_of, cited_sources
from generator.pages import routes
from generator.pages.catalogue import Catalogue
from generator.pages.data.pieces import Pieces
from generator.pages.data.records import Place, known
from generator.pages.prose import printable
from generator.pages.things import Card
from generator.pages.words import Words

BETWEEN = "; "
"""What parts the values of a list in one cell."""

_MARK = b"\xef\xbb\xbf"

_END = "\r\n"
"""What parts rows; a cell with a part of it in it is put in quotation marks."""

Of = TypeVar("Of")


class Column(NamedTuple, Generic[Of]):
    """A column: its name, what it holds, and its cell in the row of something."""

    name: str
    about: str
    cell: Callable[[Of, Words], str]
    is_list: bool = False


class EventRow(NamedTuple):
    """An event, the names of everyone in it, and the site's address."""

    event: Event
    names: tuple[str, ...]
    base_url: str


class CitationRow(NamedTuple):
    """A citation of an event, and where it stands; of an account, also what about and
    what it says."""

    event: str
    number: int
    citation: Citation
    place: Place
    card: tuple[str, ...]
    about: str = ""
    value: str = ""


EVENT_COLUMNS: tuple[Column[EventRow], ...] = (
    Column("id", "the event's id", lambda row, _: row.event.id),
    Column(
        "page",
        "its page: the public address, or the path from the site's root",
        lambda row, _: _page(row),
    ),
    Column("title", "what happened", lambda row, _: row.event.title),
    Column("date", "EDTF, exactly as fine as known", lambda row, _: _date(row.event)),
    Column(
        "date_in_words",
        "the same for reading",
        lambda row, words: words.date(row.event.date) if row.event.date else "",
    ),
    Column(
        "precision",
        "the finest unit that is known",
        lambda row, _: row.event.date.precision if row.event.date else "",
    ),
    Column("status", "what editors say of it", lambda row, _: row.event.status),
    Column(
        "factuality", "what the sources say of it", lambda row, _: row.event.factuality
    ),
    Column("people", "ids", lambda row, _: _list(row.event.people), True),
    Column("organisations", "ids", lambda row, _: _list(row.event.organisations), True),
    Column("places", "ids", lambda row, _: _list(row.event.places), True),
    Column("names", "the names of all of these", lambda row, _: _list(row.names), True),
    Column("tags", "topics", lambda row, _: _list(row.event.tags), True),
    Column(
        "sources", "ids", lambda row, _: _list(tuple(cited_sources(row.event))), True
    ),
    Column(
        "citations",
        "how many rows of citations.csv are its",
        lambda row, _: str(len(row.event.citations) + len(row.event.claims)),
    ),
    Column(
        "corrections",
        "how often it was corrected",
        lambda row, _: str(len(row.event.corrections)),
    ),
    Column("aliases", "former ids", lambda row, _: _list(row.event.aliases), True),
    Column("body", "the editor's text, in Markdown", lambda row, _: row.event.body),
)

CITATION_COLUMNS: tuple[Column[CitationRow], ...] = (
    Column("event", "the id of the event", lambda row, _: row.event),
    Column("number", "counts those of the event", lambda row, _: str(row.number)),
    Column("source", "the id of the source", lambda row, _: row.citation.source),
    Column("source_name", "its title, or how it begins", lambda row, _: row.card[0]),
    Column("container_title", "where it appeared", lambda row, _: row.card[1]),
    Column("issued", "when it was published, EDTF", lambda row, _: row.card[2]),
    Column("URL", "its address", lambda row, _: row.card[3]),
    Column("archive", "an archived copy", lambda row, _: row.card[4]),
    Column("exact", "the words it says", lambda row, _: row.citation.quote.exact),
    Column("prefix", "what is before them", lambda row, _: row.citation.quote.prefix),
    Column("suffix", "what is behind them", lambda row, _: row.citation.quote.suffix),
    Column(
        "start",
        "where they begin in its text, in code points from 0",
        lambda row, _: str(row.place[0]),
    ),
    Column("end", "where they end, excluded", lambda row, _: str(row.place[1])),
    Column("says_date", "the date it gives, EDTF", lambda row, _: _edtf(row.citation)),
    Column("phrase", "how it words the date", lambda row, _: row.citation.says.phrase),
    Column(
        "basis",
        "how the date is known",
        lambda row, _: row.citation.says.basis or "",
    ),
    Column("speaker", "who says so", lambda row, _: row.citation.says.speaker),
    Column("about", "the question that an account answers", lambda row, _: row.about),
    Column("value", "what it answers", lambda row, _: row.value),
    Column("url_status", "what became of URL", lambda row, _: row.card[5]),
)


def events_csv(catalogue: Catalogue) -> Iterator[bytes | Pieces]:
    """A row for each event, in the order of time."""
    yield _MARK + header(EVENT_COLUMNS)
    yield Pieces("events", partial(_event_row, catalogue))


def citations_csv(catalogue: Catalogue) -> Iterator[bytes | Pieces]:
    """A row for each citation, those of accounts after the others of their event."""
    yield _MARK + header(CITATION_COLUMNS)
    yield Pieces("events", partial(_citation_rows, catalogue))


def _cited(event: Event, catalogue: Catalogue) -> Iterator[CitationRow]:
    _, places, _ = known(catalogue, event)
    claims = (("", ""),) * len(event.citations) + tuple(
        (claim.about, claim.value) for claim in event.claims
    )
    cited = zip(citations_of(event), places, claims, strict=True)
    for number, (citation, place, claim) in enumerate(cited, 1):
        card = _card(catalogue.cards[citation.source])
        yield CitationRow(event.id, number, citation, place, card, *claim)


def _card(card: Card) -> tuple[str, ...]:
    source = card.source
    issued = str(source.issued or "")
    status = source.url_status or ""
    return (card.name, card.container, issued, source.url, source.archive, status)


def _event_row(catalogue: Catalogue, id: str) -> bytes:
    event = catalogue.timeline.by_id[id]
    names = tuple(entity.pref_label for entity in catalogue.named(event.entities))
    row = EventRow(event, names, catalogue.site.base_url)
    return _row(column.cell(row, catalogue.words) for column in EVENT_COLUMNS)


def _citation_rows(catalogue: Catalogue, id: str) -> bytes:
    return b"".join(
        _row(column.cell(row, catalogue.words) for column in CITATION_COLUMNS)
        for row in _cited(catalogue.timeline.by_id[id], catalogue)
    )


def header(columns: Iterable[Column[Of]]) -> bytes:
    """The first row: the names of the columns."""
    return _row(column.name for column in columns)


def _row(cells: Iterable[str]) -> bytes:
    line = StringIO()
    csv.writer(line, lineterminator=_END).writerow(map(harmless, cells))
    return line.getvalue().encode("utf-8")


def harmless(cell: str) -> str:
    """*cell* as a spreadsheet shows it: a formula becomes text."""
    cell = printable(cell)
    return f"'{cell}" if is_like_a_formula(cell) else cell


def _page(row: EventRow) -> str:
    page = routes.event_page(row.event.id)
    return routes.public(page, row.base_url) or page


def _list(values: tuple[str, ...]) -> str:
    return BETWEEN.join(values)


def _date(event: Event) -> str:
    return str(event.date or "")


def _edtf(citation: Citation) -> str:
    return str(citation.says.date or "")
