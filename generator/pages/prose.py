"""Editors' Markdown as HTML that can do no harm, and text that any page can carry.

Content is not trusted: what Markdown lets through is cleaned by an allow-list.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.model.addresses import web_address
from generator.pages.usual_prose import usual_html, usual_lead

if TYPE_CHECKING:
    from markdown import Markdown

_TAGS = {
    *("p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6"),
    *("ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "code"),
    *("a", "em", "strong", "del", "sub", "sup", "abbr", "q", "cite"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
_ATTRIBUTES = {"a": {"href", "title"}, "abbr": {"title"}, "ol": {"start"}}
_SCHEMES = {"http", "https", "mailto"}

_HEADING = re.compile(r"<(/?)h([1-6])>")
_TAG = re.compile(r"<[^>]*>")
_QUOTATION = re.compile(r"<blockquote>.*?</blockquote>", re.DOTALL)
_SPACE = re.compile(r"\s+")
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls but for tab and line feed
    "\ud800-\udfff\ufdd0-\ufdef"  # surrogates; noncharacters
    + "".join(chr(plane << 16 | end) for plane in range(17) for end in (0xFFFE, 0xFFFF))
    + "]"
)

_PLAIN = bytes([*b"\t\n", *range(0x20, 0x7F)])
_SUSPECT = re.compile(
    rb"[\x00-\x7f]|\xc2[\x80-\x9f]|\xed[\xa0-\xbf]|\xef[\xb7\xbf]|"
    rb"[\xf0-\xf4][\x80-\xbf]\xbf[\xbe\xbf]"
)
"""The beginnings of what is forbidden, in UTF-8 from which plain ASCII was taken."""


def markdown(text: str, level: int = 2, link: Callable[[str], str] = str) -> Markup:
    """*text* as safe HTML whose headings begin at *level* and leave none out.

    *link* turns the address of a link, as the editor wrote it, into the site's own.
    """

    text = printable(text)
    if not text.strip():
        return Markup("")
    usual = usual_html(text, link)
    return Markup(usual if usual is not None else libraries_html(text, level, link))


def libraries_html(text: str, level: int, link: Callable[[str], str]) -> str:
    """What `markdown` gives, made by the libraries whatever the form of *text*."""

    import nh3  # most texts are made without

    def attribute(tag: str, name: str, value: str) -> str | None:
        if printable(value) != value:  # it would mean something else once printed
            return None
        return link(value) if (tag, name) == ("a", "href") else value

    clean = nh3.clean(
        _parser().reset().convert(text),
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=attribute,
        url_schemes=_SCHEMES,
        link_rel=None,
    )
    return _in_outline(clean, level)


@cache
def _parser() -> Markdown:
    """Made once: it takes longer to make than a body takes to read."""
    from markdown import Markdown

    return Markdown(extensions=["sane_lists", "tables"])


def lead(text: str) -> str:
    """The first paragraph of Markdown as plain text, "" when there is none.

    What stands in a block quotation is not the editor's and does not count.
    """
    text = printable(text)
    usual = usual_lead(text)
    return usual if usual is not None else libraries_lead(text)


def libraries_lead(text: str) -> str:
    """What `lead` gives, made by the libraries whatever the form of *text*."""
    own = _QUOTATION.sub("", libraries_html(text, level=2, link=str))
    paragraph = re.search(r"<p>(.*?)</p>", own, re.DOTALL)
    if paragraph is None:
        return ""
    plain = html.unescape(_TAG.sub("", paragraph[1]))
    return _SPACE.sub(" ", plain).strip()


def safe_url(address: str) -> str:
    """*address* if a reader may follow it (http, https, mailto), else ""."""
    if address[:7].lower() == "mailto:":
        return "" if any(map(str.isspace, address)) else address
    return web_address(address)


def printable(text: str) -> str:
    """*text* without the characters that HTML and XML forbid."""
    if text.isprintable():  # none of those is
        return text
    data = text.encode("utf-8", "surrogatepass")
    return _FORBIDDEN.sub("", text) if _is_suspect(data) else text


def encoded(text: str) -> bytes:
    """*text* in UTF-8 without the characters that HTML and XML forbid."""
    data = text.encode("utf-8", "surrogatepass")
    return _FORBIDDEN.sub("", text).encode("utf-8") if _is_suspect(data) else data


def _is_suspect(data: bytes) -> bool:
    """Whether something in *data* may be forbidden. On a page of ten thousand letters,
    twenty times as fast as to look for all that is."""
    return _SUSPECT.search(data.translate(None, _PLAIN)) is not None


def _in_outline(clean: str, level: int) -> str:
    """The headings of *clean* moved so that they go on from those of the page.

    The first has *level*; no later one is more than one deeper than the one before.
    """
    used = sorted({int(number) for _, number in _HEADING.findall(clean)})
    wanted = {str(old): level + place for place, old in enumerate(used)}
    current = level - 1

    def moved(match: re.Match[str]) -> str:
        nonlocal current
        if not match[1]:
            current = min(wanted[match[2]], current + 1, 6)
        return f"<{match[1]}h{current}>"

    return _HEADING.sub(moved, clean)
