"""Addresses on the web, written so that every program takes them; and the one that
stands for a source wherever there is room for one only, `best_address`."""

from __future__ import annotations

import re

from generator.model.sources import Source, UrlStatus

_IN_NONE = re.compile(r"[\"<>\\^`{|}\[\]]|%(?![0-9A-Fa-f]{2})")
"""What no IRI has (RFC 3987, 2.2), and brackets, which it has in its host alone."""

_WEB = re.compile(
    r"""
    (?P<host> https?://
        (?: [^/?#\[\]\s]+ | ([^/?#\[\]\s]*@)? \[[0-9A-Fa-f:.]+\] (:\d*)? ) )
    (?P<rest> (?: [/?#] \S* )? )
    """,
    re.VERBOSE | re.IGNORECASE,
)


def web_address(address: str) -> str:
    """*address* as an IRI if it is that of a page (http, https); otherwise "".

    Browsers follow addresses with signs that no IRI has, and other programs refuse
    them; so those signs are percent-encoded, as browsers do it.
    """
    parts = _WEB.fullmatch(address)
    if parts is None:
        return ""
    host, rest = parts["host"], parts["rest"]
    if not host.isprintable() or _IN_NONE.search(re.sub(r"[\[\]]", "", host)):
        return ""
    page, mark, fragment = rest.partition("#")
    return host + _encoded(page) + mark + _encoded(fragment.replace("#", "%23"))


def best_address(source: Source) -> str:
    """Where *source* can be read: the original, or its archived copy where the original
    is gone; "" where nothing is known, or only what has fallen to somebody else.

    Every format for programs has this as the address of a source (the citations,
    JSON-LD, annotations, COinS, what is exchanged): none links to a page that says
    something else by now.
    """
    original, copy = web_address(source.url), web_address(source.archive)
    if source.is_gone and copy:
        return copy
    return copy if source.url_status is UrlStatus.USURPED else original or copy


def former_address(source: Source) -> str:
    """Where the original was, to be told beside its archived copy; "" while that is its
    address, and where it is somebody else's by now."""
    if source.url_status is UrlStatus.USURPED or not source.is_gone:
        return ""
    original = web_address(source.url)
    return "" if original == best_address(source) else original


def _encoded(part: str) -> str:
    """*part* of an address with what no IRI has as percent-encodings."""
    signs = _IN_NONE.sub(lambda sign: f"%{ord(sign.group()):02X}", part)
    if signs.isprintable():
        return signs
    return "".join(sign if sign.isprintable() else _octets(sign) for sign in signs)


def _octets(sign: str) -> str:
    return "".join(f"%{octet:02X}" for octet in sign.encode("utf-8", "replace"))
