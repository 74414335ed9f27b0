"""A work in the citation templates of Wikipedia, {{cite news}} and {{cite web}}.

Source: the documentation of its Citation Style 1. Those templates mark as mistakes what
is half known (an access date without a day), so that is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.model.date_words import in_words
from generator.model.edtf import Edtf, Form, Precision
from generator.pages.citing.works import Kind, Work, one_line

_ENTITIES: Final = str.maketrans({c: f"&#{ord(c)};" for c in "{}[]|<>"})
_MARKUP = re.compile(r"&(?=#?\w+;)|'(?=')|(?<=')'|~(?=~)|(?<=~)~|_(?=_)|:(?=//)")
"""What is markup only beside another sign: entities, italics, signatures, switches,
addresses, which a title must not hold."""

_SIGN = re.compile(r"[{}\[\]|<>&'~_:]")
"""Without any of them a text is what it looks like."""

_IN_ADDRESS: Final = str.maketrans({c: f"%{ord(c):02X}" for c in "'[]"})
"""What would be markup in an address, of all that an address may have."""


@dataclass(frozen=True, slots=True)
class Template:
    """A template with everything but the quotation."""

    unquoted: str

    def quoting(self, words: str = "") -> str:
        """The whole template, with the *words* that prove something, if any."""
        quote = f" |quote={wikitext(one_line(words))}" if words else ""
        return f"{self.unquoted}{quote}}}}}"


def template(work: Work) -> Template:
    """The template that cites *work*."""
    # {{cite web}} wants an address.
    on_the_web = _original(work) and work.kind is not Kind.ARTICLE
    name = "cite web" if on_the_web or work.kind is Kind.ENTRY else "cite news"
    told = "".join(f" |{key}={value}" for key, value in _values(work) if value)
    return Template(f"{{{{{name}{told}")


def wikitext(text: str) -> str:
    """*text* as a value of a template that shows it as it is."""
    if not _SIGN.search(text):
        return text
    marked = _MARKUP.sub(lambda sign: f"&#{ord(sign.group())};", text)
    return marked.translate(_ENTITIES)


def _values(work: Work) -> Iterator[tuple[str, str]]:
    yield from _authors(work)
    yield "title", wikitext(work.title)
    is_site = work.kind in (Kind.WEB_PAGE, Kind.ENTRY)
    yield "website" if is_site else "work", wikitext(work.container)
    yield "publisher", wikitext(work.publisher)
    yield "date", _date(work.issued)
    yield "language", "" if work.language.partition("-")[0] == "en" else work.language
    original = _original(work)
    yield "url", _address(original)
    yield "access-date", _day(work.accessed) if original else ""
    if work.archive:
        # Without a word, the template takes the original for dead.
        yield "url-status", str(work.status or "live") if original else ""
        yield "archive-url", _address(work.archive)
        yield "archive-date", _day(work.archived)


def _original(work: Work) -> str:
    """The original's address; the template says itself what became of it, as soon as
    there is a copy to read."""
    return work.url if work.archive else work.best


def _authors(work: Work) -> Iterator[tuple[str, str]]:
    several = len(work.authors) > 1
    for place, author in enumerate(work.authors, 1):
        number = str(place) if several else ""
        if author.is_split:
            given = ", ".join(filter(None, (author.given, author.suffix)))
            yield f"last{number}", wikitext(author.family)
            yield f"first{number}", wikitext(given)
        else:
            yield f"author{number}", wikitext(author.whole)


def _date(date: Edtf | None) -> str:
    """A date as the templates read it; "" where they would call it a mistake."""
    if date is None or date.form is not Form.DATE or "X" in str(date):
        return ""
    (part,) = date.dates
    if date.approximate and part.precision is Precision.YEAR and not date.uncertain:
        return f"c. {part.year}"
    exact = (Precision.DAY, Precision.MONTH, Precision.YEAR)
    plain = part.precision in exact and not date.approximate and not date.uncertain
    return in_words(date) if plain and int(part.year) > 0 else ""


def _day(date: Edtf | None) -> str:
    """A full day, "" if less is known."""
    is_day = date is not None and date.precision is Precision.DAY
    return _date(date) if is_day else ""


def _address(url: str) -> str:
    return url.translate(_IN_ADDRESS)
