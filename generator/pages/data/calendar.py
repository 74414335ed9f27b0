"""The dated events as days of a calendar: iCalendar (RFC 5545).

A calendar knows days only. An event whose date is coarser or not certain fills all days
that it can mean, and says in its title and its text how it is known. What has no date,
no end or no beginning is in no calendar: the calendar says how much that is.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date as date_of
from datetime import timedelta
from functools import partial
from typing import NamedTuple

from generator.model.edtf import Day, Edtf, Precision
from generator.model.events import Event, Factuality, Status, cited_sources
from generator.pages import feed_entries, feeds, routes
from generator.pages.catalogue import Catalogue
from generator.pages.chronology import sure_days
from generator.pages.data.pieces import Pieces
from generator.pages.prose import printable
from generator.pages.words import Words

_LINE = 75
"""So many octets a line may have (RFC 5545, 3.1), without its end."""

_END = b"\r\n"


_NOTHING = (
    *("BEGIN:VTIMEZONE", "TZID:UTC", "BEGIN:STANDARD", "DTSTART:19700101T000000"),
    *("TZOFFSETFROM:+0000", "TZOFFSETTO:+0000", "END:STANDARD", "END:VTIMEZONE"),
)
"""What is in a calendar without events, since one with nothing in it is none (RFC 5545,
3.6): a time zone, of which nobody sees anything."""


class Marked(NamedTuple):
    """An event with all that its entry in a calendar says.

    `changed` is the day of its last change, `told` what happened in a sentence, `page`
    its public address or "".
    """

    event: Event
    date: Edtf
    days: tuple[Day, Day]
    uid: str
    changed: Day
    told: str
    places: tuple[str, ...]
    sources: tuple[str, ...]
    page: str


def calendar_ics(catalogue: Catalogue) -> Iterator[bytes | Pieces]:
    """The calendar: what it is, then an entry for each event that has days."""
    dates = [event.date for event in catalogue.timeline.events]
    shown = sum(bool(date and days(date)) for date in dates)
    yield _header(catalogue, shown)
    yield Pieces("events", partial(_piece, catalogue))
    if not shown:
        yield b"".join(map(folded, _NOTHING))
    yield b"END:VCALENDAR\r\n"


def days(date: Edtf) -> tuple[Day, Day] | None:
    """The first day that *date* can mean and the one after the last; None without
    either, or beyond the years 1 to 9999, which no calendar has."""
    if date.first is None or date.last is None:
        return None
    try:
        first, after = date_of(*date.first), date_of(*date.last) + timedelta(days=1)
    except (ValueError, OverflowError):
        return None
    return day_of(first), day_of(after)


def is_exact(date: Edtf) -> bool:
    """True when *date* means just the days from its first to its last."""
    is_sure = not date.uncertain and not date.approximate
    return is_sure and sure_days(date) == (date.first, date.last)


def _header(catalogue: Catalogue, shown: int) -> bytes:
    site, about = catalogue.site, _about(catalogue, shown)
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//dateline//timeline//EN",
        "CALSCALE:GREGORIAN",
        f"NAME:{text(site.title)}",
        f"X-WR-CALNAME:{text(site.title)}",
        f"DESCRIPTION:{text(about)}",
        f"X-WR-CALDESC:{text(about)}",
    )
    return b"".join(map(folded, lines))


def _about(catalogue: Catalogue, shown: int) -> str:
    """What the timeline is, and how much of it has no place in a calendar."""
    words, timeline = catalogue.words, catalogue.timeline
    undated, left = len(timeline.undated), len(timeline.events) - shown
    sentences = [catalogue.site.description]
    sentences.append(words.ngettext("%(num)s event.", "%(num)s events.", shown))
    if undated:
        sentences.append(
            words.ngettext(
                "Left out: %(num)s event without a date.",
                "Left out: %(num)s events without a date.",
                undated,
            )
        )
    if left:
        sentences.append(
            words.ngettext(
                "Left out: %(num)s event whose first or last day is not known.",
                "Left out: %(num)s events whose first or last day is not known.",
                left,
            )
        )
    return " ".join(filter(None, sentences))


def _piece(catalogue: Catalogue, id: str) -> bytes:
    event = catalogue.timeline.by_id[id]
    found = days(event.date) if event.date else None
    if not event.date or not found:
        return b""
    return _entry(catalogue.words, _marked(event, event.date, found, catalogue))


def _marked(
    event: Event, date: Edtf, days: tuple[Day, Day], catalogue: Catalogue
) -> Marked:
    site = catalogue.site
    entry = catalogue.entry(event)
    quote = entry.quote.passage.exact if entry.quote else ""
    name = feed_entries.entry_id(feeds.name_of(event), site)
    page = routes.event_page(event.id)
    return Marked(
        event,
        date,
        days,
        feed_entries.unique(name),
        catalogue.changed(event),
        entry.lead or (catalogue.words.quoted(quote) if quote else ""),
        tuple(place.pref_label for place in catalogue.named(event.places)),
        tuple(catalogue.cards[source].name for source in cited_sources(event)),
        routes.public(page, site.base_url),
    )


def _entry(words: Words, marked: Marked) -> bytes:
    """The entry of one event."""
    event, date = marked.event, marked.date
    first, after = marked.days
    lines = [
        "BEGIN:VEVENT",
        f"UID:{marked.uid}",
        f"DTSTAMP:{_compact(marked.changed)}T000000Z",
        f"DTSTART;VALUE=DATE:{_compact(first)}",
        f"DTEND;VALUE=DATE:{_compact(after)}",
        f"SUMMARY:{text(_title(event, date, words))}",
        f"DESCRIPTION:{text(_description(marked, words))}",
        f"STATUS:{'CONFIRMED' if _is_plainly_so(event) else 'TENTATIVE'}",
        "TRANSP:TRANSPARENT",
        f"X-EDTF:{text(str(date))}",
    ]
    if marked.places:
        lines.append(f"LOCATION:{text('; '.join(marked.places))}")
    if event.tags:
        lines.append(f"CATEGORIES:{','.join(map(text, event.tags))}")
    if marked.page:
        lines.append(f"URL:{marked.page}")
    return b"".join(map(folded, [*lines, "END:VEVENT"]))


def _title(event: Event, date: Edtf, words: Words) -> str:
    """The title, after it the date if days cannot tell it, and before it what is not
    plainly so."""
    title = event.title
    if not is_exact(date) or date.precision is Precision.TIME:
        title = f"{title} ({words.date(date)})"
    if event.factuality is not Factuality.HAPPENED:
        title = f"{words.factuality[event.factuality]}: {title}"
    return title


def _description(marked: Marked, words: Words) -> str:
    event, date, _ = marked.event, marked.date, words.gettext
    lines = [marked.told]
    if not is_exact(date):
        lines.append(
            _(
                "Known is only: %(date)s. The days marked are all that this can mean.",
                date=words.date(date),
            )
        )
    lines.append(words.factuality_explained[event.factuality])
    if event.status is not Status.REVIEWED:
        lines.append(words.status_explained[event.status])
    if marked.sources:
        names = "; ".join(marked.sources)
        lines.append(_("Sources: %(names)s", names=names))
    lines.append(marked.page)
    return "\n".join(filter(None, lines))


def _is_plainly_so(event: Event) -> bool:
    return event.factuality is Factuality.HAPPENED and event.status is Status.REVIEWED


def text(value: str) -> str:
    """*value* as a TEXT (RFC 5545, 3.3.11)."""
    value = printable(value).replace("\\", "\\\\")
    return value.replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def folded(line: str) -> bytes:
    """*line* in lines of 75 octets at most, no character cut in two; each but the first
    begins with a space."""
    data = line.encode("utf-8")
    if len(data) <= _LINE:
        return data + _END
    pieces: list[bytes] = []
    while len(data) > _LINE - bool(pieces):
        end = _LINE - bool(pieces)
        while data[end] & 0xC0 == 0x80:  # within a character
            end -= 1
        pieces.append(data[:end])
        data = data[end:]
    return (_END + b" ").join([*pieces, data]) + _END


def day_of(date: date_of) -> Day:
    return date.year, date.month, date.day


def _compact(day: Day) -> str:
    year, month, number = day
    return f"{year:04}{month:02}{number:02}"
