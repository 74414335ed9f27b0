"""The style sheets of static/ as the one that pages load, in the page or beside it."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

import rcssmin
from markupsafe import Markup

from generator.pages.prose import printable

NAME = "style.css"
"""What the joined style sheet is called among the assets."""

PARTS = ("theme.css", "layout.css", "content.css", "print.css", "own.css")
"""What it is joined from, in this order; the last is for a publisher's additions."""

EMBED_NAME = "embed.css"
"""What the style sheet of pages for frames on other sites is called."""

EMBED_PARTS = ("theme.css", EMBED_NAME, "own.css")

ICON = "icon.svg"

_ICON_AT_MOST = 1024
"""Bytes of an icon that stands in the page; a larger one is a file."""

_NEEDS_ITS_PLACE = re.compile(r"@import|url\(\s*[\"']?(?!data:|#)|</", re.IGNORECASE)
"""What a style sheet cannot do from within a page: its addresses are seen from the
folder of assets, and a closing tag would end it."""


@dataclass(frozen=True, slots=True)
class Looks:
    """What a page needs to look as it should, besides its own text.

    `text` is the joined style sheet. `inline` is the same for a page that brings it
    along, "" where the sheet must stay in its folder, and `source` is how the page's
    policy names it: by its hash, so that no other style is let in. `icon` is the icon
    as an address that holds it, "" when it is a file.
    """

    text: str
    inline: Markup
    source: Markup
    icon: str


def with_style(static: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """What becomes of the files of static/: the sheets joined, the rest as it is."""
    rest = {name: data for name, data in static.items() if name not in PARTS}
    if EMBED_NAME in static:
        rest[EMBED_NAME] = _joined(_these(EMBED_PARTS, static)).encode()
    return {NAME: looks(static).text.encode(), **rest}


def looks(static: Mapping[str, bytes]) -> Looks:
    """The looks of a site with these files in static/."""
    return _looks(_these(PARTS, static), static.get(ICON, b""))


def _these(names: Iterable[str], static: Mapping[str, bytes]) -> tuple[bytes, ...]:
    return tuple(static[name] for name in names if name in static)


@lru_cache(maxsize=2)
def _looks(parts: tuple[bytes, ...], icon: bytes) -> Looks:
    text = _joined(parts)
    inline = "" if _NEEDS_ITS_PLACE.search(text) else text
    digest = base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()
    return Looks(
        text,
        # The publisher's own file: as much trusted as a template.
        Markup(inline),
        Markup("'sha256-{}'").format(digest) if inline else Markup(""),
        _held(icon),
    )


@lru_cache(maxsize=4)
def _joined(parts: tuple[bytes, ...]) -> str:
    """Style sheets as one, without comments and spaces."""
    joined = "\n".join(part.decode("utf-8-sig", "replace") for part in parts)
    return printable(str(rcssmin.cssmin(joined)))


def _held(icon: bytes) -> str:
    """An address that is the icon itself, so that no page asks for it."""
    if not icon or len(icon) > _ICON_AT_MOST:
        return ""
    text = " ".join(icon.decode("utf-8", "replace").split())
    return f"data:image/svg+xml,{quote(text, safe='=:/;,()')}"
