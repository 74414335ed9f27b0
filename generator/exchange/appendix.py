"""What stands below an entry's text in Markdown: the sources named for it, its picture.

Programs that know only one text get them there, and so does an event that was imported:
its file keeps what the other timeline named, as links that readers can follow.
`with_appendix` and `without_appendix` undo each other.
"""

from __future__ import annotations

import html
import re
from dataclasses import replace

from generator.exchange.entries import Entry, Picture, Reference
from generator.exchange.prose import escaped, link

SOURCES = "Sources:"
PICTURE = "Picture:"


def with_appendix(entry: Entry) -> str:
    """The text of *entry*, then its picture, then its sources."""
    parts = [entry.text] if entry.text else []
    if entry.picture:
        credit = entry.picture.credit
        shown = link(entry.picture.caption or entry.picture.url, entry.picture.url)
        parts.append(f"{PICTURE} {shown}{f' ({escaped(credit)})' if credit else ''}")
    if entry.references:
        parts += (SOURCES, "\n".join(map(item_of, entry.references)))
    return "\n\n".join(parts)


def without_appendix(entry: Entry) -> Entry:
    """*entry* with what stands below its text as values; all of it, or it stays text.

    Only what `with_appendix` would write again in the same letters is taken.
    """
    match = _APPENDIX.search(entry.text)
    if match is None:
        return entry
    picture = _picture(match["picture"]) if match["picture"] else None
    items = match["items"].split("\n") if match["items"] else []
    references = map(reference_of, items)
    found = replace(
        entry,
        text=entry.text[: match.start()],
        picture=picture,
        references=tuple(reference for reference in references if reference),
    )
    return found if with_appendix(found) == entry.text else entry


_APPENDIX = re.compile(
    rf"""
    (?: ^ | \n\n ) (?=.)
    (?: {PICTURE}[ ] (?P<picture> [^\n]+ ) )?
    (?: (?: (?<!\n)\n\n | (?<=\n\n) | ^ ) {SOURCES} \n\n
        (?P<items> -[ ][^\n]+ (?: \n-[ ][^\n]+ )* ) )?
    \Z
    """,
    re.VERBOSE,
)
_LINK = r"\[(?P<title>(?:\\.|[^\[\]\\])*)\]\((?P<url>[^()\s]+)\)"
_PICTURE = re.compile(rf"{_LINK}(?:[ ]\((?P<credit>.*)\))?")
_ITEM = re.compile(
    rf"(?:“(?P<exact>.*)”[ ]?)?(?:{_LINK}|(?P<plain>(?:\\.|[^\[\]\\])*))"
)


def item_of(reference: Reference) -> str:
    """*reference* as an item of a list in Markdown."""
    title = link(reference.title or reference.url, reference.url)
    quoted = escaped(reference.exact).replace("”", _MARK) if reference.exact else ""
    said = f"{f'“{quoted}” ' if quoted else ''}{title.replace('”', _MARK)}"
    return f"- {said}".rstrip()


_MARK = "&#8221;"
"""A closing quotation mark inside of what is quoted."""


def reference_of(item: str) -> Reference | None:
    """The reference that `item_of` wrote as *item*; None of what it did not write."""
    match = _ITEM.fullmatch(item.removeprefix("- "))
    if match is None:
        return None
    title = match["title"] if match["url"] else match["plain"]
    url = _unescaped(match["url"] or "")
    title = _unescaped(title or "")
    return Reference("" if title == url else title, url, _unescaped(match["exact"]))


def _picture(text: str) -> Picture | None:
    match = _PICTURE.fullmatch(text)
    if match is None:
        return None
    url, caption = _unescaped(match["url"]), _unescaped(match["title"])
    credit = _unescaped(match["credit"])
    return Picture(url, "" if caption == url else caption, credit)


def _unescaped(text: str | None) -> str:
    return html.unescape(re.sub(r"\\(.)", r"\1", text or ""))
