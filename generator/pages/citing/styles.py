"""A work in plain text, in three styles: APA (7th edition), MLA (9th) and Chicago
(17th, notes and bibliography).

In English each has dates in its own order; in other languages they are worded as the
site words them. What nobody stated is left out, or said to be missing where the style
says so ("n.d.").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.model.date_words import MONTHS
from generator.model.edtf import Edtf, Form, Precision
from generator.pages.citing.authors import Author
from generator.pages.citing.works import Kind, Work, without_twice
from generator.pages.words import Words

_ENDED = re.compile(r"[.!?…。！？][”“’‘\"')\]»]*$")
_SHORT_MONTHS = (
    *("Jan.", "Feb.", "Mar.", "Apr.", "May", "June"),
    *("July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."),
)

_APA = "%(year)s, %(month)s %(day)s"
_MLA = "%(day)s %(month)s %(year)s"
_CHICAGO = "%(month)s %(day)s, %(year)s"


def apa(work: Work, words: Words) -> str:
    """Quill, A. (2019, March 5). Bridge opens. Port Gazette. https://…"""
    work, _ = without_twice(work), words.gettext
    issued = _date(work.issued, words, _APA, MONTHS) if work.issued else _("n.d.")
    told = _entry(work, words)
    title = f"{work.title} [{told}]" if told else work.title
    # Who signs with the name of the paper is named once.
    names = [author.whole for author in work.authors]
    paper = "" if names == [work.container] else work.container
    publisher = "" if names == [work.publisher] else work.publisher
    authors = _apa_authors(work.authors)
    when = f"({issued})."
    head = (authors, when, title) if authors else (title, when)
    return _sentences(*head, paper, publisher, end=_where(work, words))


def mla(work: Work, words: Words) -> str:
    """Quill, Ada. “Bridge Opens.” Port Gazette, 5 Mar. 2019, https://…"""
    work, _ = without_twice(work), words.gettext
    issued = _date(work.issued, words, _MLA, _SHORT_MONTHS)
    appeared = ", ".join(filter(None, (work.container, work.publisher, issued)))
    where = _where(work, words)
    published = ", ".join(filter(None, (appeared, where)))
    accessed = _date(work.accessed, words, _MLA, _SHORT_MONTHS)
    return _sentences(
        _authors(work.authors, words, most=2),
        _quoted(work.title, words),
        _entry(work, words),
        published,
        _("Accessed %(date)s", date=accessed) if accessed and work.best else "",
    )


def chicago(work: Work, words: Words) -> str:
    """Quill, Ada. “Bridge Opens.” Port Gazette, March 5, 2019. https://…"""
    work, _ = without_twice(work), words.gettext
    issued = _date(work.issued, words, _CHICAGO, MONTHS)
    accessed = _date(work.accessed, words, _CHICAGO, MONTHS)
    seen = _("Accessed %(date)s", date=accessed) if accessed and not issued else ""
    dated = issued or ("" if seen else _("n.d."))
    appeared = ", ".join(filter(None, (work.container, work.publisher, dated)))
    return _sentences(
        _authors(work.authors, words, most=10),
        _quoted(work.title, words),
        _entry(work, words),
        appeared,
        seen,
        _where(work, words),
    )


def _apa_authors(authors: Sequence[Author]) -> str:
    *others, last = [author.with_initials for author in authors] or [""]
    if len(others) > 19:
        return f"{', '.join(others[:19])}, … {last}"
    return f"{', '.join(others)}, & {last}" if others else last


def _authors(authors: Sequence[Author], words: Words, most: int) -> str:
    """The first of *authors* family name first, the others as one says them; of more
    than *most* only the first few."""
    _ = words.gettext
    if not authors:
        return ""
    named = [authors[0].inverted, *(author.in_order for author in authors[1:])]
    if len(named) > most:
        kept = ", ".join(named[: 7 if most > 2 else 1])
        return _("%(names)s, et al.", names=kept)
    *others, last = named
    if not others:
        return last
    return _("%(names)s, and %(last)s", names=", ".join(others), last=last)


def _entry(work: Work, words: Words) -> str:
    """What an entry of a timeline is, and of what time."""
    _ = words.gettext
    if work.kind is not Kind.ENTRY:
        return ""
    if work.happened is None:
        return _("Timeline entry")
    return _("Timeline entry, %(date)s", date=words.date(work.happened))


def _quoted(title: str, words: Words) -> str:
    """*title* in quotation marks, with its full stop within them."""
    inner = title.replace("“", "‘").replace("”", "’")
    return words.quoted(_ended(inner))


def _where(work: Work, words: Words) -> str:
    """Where it can be read: the original and the archived copy beside it, or the copy
    first where the original is gone."""
    _ = words.gettext
    if not work.archive:
        if work.best and work.is_gone:
            return _("%(address)s (no longer there)", address=work.best)
        return work.best
    copy = work.archive
    if work.archived:
        date = words.date(work.archived)
        copy = _("%(address)s, archived %(date)s", address=copy, date=date)
    else:
        copy = _("%(address)s, archived", address=copy)
    if work.former:
        return _("%(copy)s (original: %(address)s)", copy=copy, address=work.former)
    return f"{work.best} ({copy})" if work.copy else copy


def _date(date: Edtf | None, words: Words, order: str, months: Sequence[str]) -> str:
    """*date* in the *order* of an English style, as far as it is known; elsewhere, and
    where more is to be said than its parts, in the site's words."""
    if date is None:
        return ""
    exact = (Precision.DAY, Precision.MONTH, Precision.YEAR)
    is_plain = date.form is Form.DATE and date.precision in exact
    doubted = date.uncertain or date.approximate or "X" in str(date)
    if not is_plain or doubted or not words.language.startswith("en"):
        return words.date(date)
    (part,) = date.dates
    year = words.year(int(part.year))
    if part.month is None:
        return year
    month = months[int(part.month) - 1]
    if part.day is None:
        without_day = order.replace(" %(day)s,", "").replace("%(day)s ", "")
        order = without_day.replace(" %(day)s", "")
        return order % {"year": year, "month": month}
    return order % {"year": year, "month": month, "day": int(part.day)}


def _sentences(*parts: str, end: str = "") -> str:
    """*parts* that are not empty, each with its full stop; *end* has none, since it is
    an address."""
    told = [_ended(part) for part in parts if part]
    return " ".join([*told, end] if end else told)


def _ended(text: str) -> str:
    return text if _ENDED.search(text) else f"{text}."
