"""A page of the site in a frame on another site: the code for it, and oEmbed's answer.

oEmbed 1.0 asks one address about all pages; a host of plain files cannot answer that.
Each page names a file of its own instead (section 4 of https://oembed.com, discovery).
"""

from __future__ import annotations

from dataclasses import dataclass

import msgspec
from markupsafe import escape

from generator.model.events import Event
from generator.pages import routes
from generator.pages.catalogue import Catalogue
from generator.pages.sharing.cards import Image, image_of_event, image_of_site

WIDTH = 600
EVENT_HEIGHT, TIMELINE_HEIGHT = 320, 480
"""In pixels, of CSS; who embeds may change them."""

_SHORT = 400
"""So many characters of what happened have room in a frame."""

_ENCODER = msgspec.json.Encoder()


@dataclass(frozen=True, slots=True)
class Frame:
    """A page that other sites may show: its public address, and what it is called."""

    address: str
    title: str
    height: int

    @property
    def html(self) -> str:
        """The element to put on another site. In it no script runs, and a reader's
        click alone may lead away from there."""
        return (
            f'<iframe src="{escape(self.address)}" title="{escape(self.title)}" '
            f'width="{WIDTH}" height="{self.height}" loading="lazy" '
            'sandbox="allow-top-navigation-by-user-activation" '
            'style="max-width:100%;border:0"></iframe>'
        )


def shortened(text: str) -> str:
    """As much of *text* as a frame has room for; it says where it was cut."""
    if len(text) <= _SHORT:
        return text
    kept = text[: _SHORT + 1].rsplit(maxsplit=1)[0][:_SHORT]
    return kept.rstrip(" ,;:–—-") + " …"


def frame_of_event(event: Event, catalogue: Catalogue) -> Frame | None:
    """*event* in a frame; None where the site's public address is not known."""
    address = _public(routes.embed_page(event.id), catalogue)
    return Frame(address, event.title, EVENT_HEIGHT) if address else None


def frame_of_site(catalogue: Catalogue) -> Frame | None:
    """The timeline in a frame; None where its public address is not known."""
    address = _public(routes.EMBED, catalogue)
    return Frame(address, catalogue.site.title, TIMELINE_HEIGHT) if address else None


def oembed_of_event(id: str, catalogue: Catalogue) -> bytes:
    """What oEmbed tells of an event."""
    event = catalogue.timeline.by_id[id]
    frame = frame_of_event(event, catalogue)
    return _oembed(frame, image_of_event(event, catalogue), catalogue)


def oembed_of_site(catalogue: Catalogue) -> bytes:
    """What oEmbed tells of the timeline."""
    return _oembed(frame_of_site(catalogue), image_of_site(catalogue), catalogue)


def _oembed(frame: Frame | None, image: Image | None, catalogue: Catalogue) -> bytes:
    assert frame, "without a public address there is no such file"
    told: dict[str, str | int] = {
        "version": "1.0",
        "type": "rich",
        "title": frame.title,
        "provider_name": catalogue.site.title,
        "provider_url": _public(routes.HOME, catalogue),
        "html": frame.html,
        "width": WIDTH,
        "height": frame.height,
    }
    if image:
        told |= {
            "thumbnail_url": _public(image.path, catalogue),
            "thumbnail_width": image.width,
            "thumbnail_height": image.height,
        }
    return _ENCODER.encode(told) + b"\n"


def _public(target: str, catalogue: Catalogue) -> str:
    return routes.public(target, catalogue.site.base_url)
