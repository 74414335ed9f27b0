"""The bytes of a file into what picture it is, or why it cannot be published. Pure.

Pillow is loaded when there is a picture to look at: most sites have none.
"""

from __future__ import annotations

import io
import re
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_BYTES = 40_000_000
MOST_PIXELS = 80_000_000
"""Two hundred bytes may unfold into gigabytes: a picture is measured first."""

MOST_AT_A_SIDE = 16_000
"""WebP holds 16,383 pixels a side."""

_READ = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")
# Pillow reads much else; for one kind it starts another program (Ghostscript).

_SMALL = (256, 256)


@dataclass(frozen=True, slots=True)
class Measured:
    """A picture's size in pixels, upright; and whether the file says where on earth
    it was taken."""

    width: int
    height: int
    tells_place: bool


class UnfitError(Exception):
    """A file is no picture that can be published. `reason` goes on from its name."""

    def __init__(self, code: str, reason: str, hint: str) -> None:
        super().__init__(f"it {reason}")
        self.code = code
        self.reason = reason
        self.hint = hint


_OTHER_KINDS: tuple[tuple[str, str, str], ...] = (
    (r"\Z", "is empty", "copy the picture there again"),
    (
        r"version\ https://git-lfs",
        "is a note of Git LFS, and the picture itself is elsewhere",
        "fetch it: git lfs pull",
    ),
    (
        r"(?:\xef\xbb\xbf)?\s*<(?:\?xml|svg|!doctype\ svg|!--)",
        "is an SVG drawing, which can hold programs and ask other hosts",
        "save it as PNG, twice as large as it is to be shown",
    ),
    (
        r".{4}ftyp(?:he[iv][cxms]|mif1|msf1)",
        "is a HEIC picture, which few browsers show",
        "save it as JPEG",
    ),
    (
        r".{4}ftyp | \x1aE\xdf\xa3",
        "is a film",
        "show one picture of it, and link the film in the text",
    ),
    (r"%PDF", "is a PDF", "save the page that matters as PNG"),
    (r"II\*\x00|MM\x00\*", "is a TIFF or raw picture", "save it as JPEG"),
    (r"BM", "is a BMP picture", "save it as PNG"),
)
"""How files begin that are not read, what they are, and what to do instead."""

_NO_PICTURE = "give it as JPEG, PNG, WebP, AVIF, or a GIF that does not move"
_LARGE = "save a smaller one: the site shows none wider than 1,600 pixels"


def measured(data: bytes) -> Measured:
    """What picture *data* is. It is read to its end, so that a torn one is found.

    Raises:
        UnfitError: It cannot be published.
    """
    image = opened(data)
    with _quiet():
        try:
            width, height = image.size
            turned = image.getexif().get(_ORIENTATION, 1) in (5, 6, 7, 8)
            tells_place = _tells_place(image)
            image.draft("RGB", _SMALL)
            image.load()
        except Exception as error:  # whatever a foreign file makes of a decoder
            raise _broken() from error
    if turned:
        width, height = height, width
    return Measured(width, height, tells_place)


_ORIENTATION = 0x0112
_GPS = 0x8825
_LATITUDE = 2


def opened(data: bytes) -> Image:
    """The picture that *data* is, its pixels not read yet.

    Raises:
        UnfitError: It is none, moves, or is too large.
    """
    from PIL import Image, UnidentifiedImageError

    check_bytes(len(data))
    with _quiet():
        try:
            image = Image.open(io.BytesIO(data), formats=_READ)
            moves = image.format != "MPO" and getattr(image, "is_animated", False)
        except UnidentifiedImageError as error:
            raise _other_kind(data) from error
        except Image.DecompressionBombError as error:
            reason = "has far more pixels than a picture needs"
            raise UnfitError("picture-large", reason, _LARGE) from error
        except Exception as error:  # whatever a foreign file makes of a decoder
            raise _broken() from error
    width, height = image.size
    if width * height > MOST_PIXELS or max(width, height) > 4 * MOST_AT_A_SIDE:
        reason = f"has {_count(width)} by {_count(height)} pixels"
        raise UnfitError("picture-large", reason, _LARGE)
    if moves:
        raise UnfitError(
            "picture-moves",
            "moves, and no reader could stop it",
            "save the one moment of it that matters",
        )
    return image


def check_bytes(number: int) -> None:
    """Nothing, where a file of so many bytes may be read.

    Raises:
        UnfitError: It is too large.
    """
    if number > MOST_BYTES:
        raise UnfitError("picture-large", f"has {_count(number)} bytes", _LARGE)


def _tells_place(image: Image) -> bool:
    """Whether the metadata hold coordinates, as cameras or as programs write them."""
    xmp = image.info.get("xmp", b"") or image.info.get("XML:com.adobe.xmp", "")
    text = xmp.decode("utf-8", "replace") if isinstance(xmp, bytes) else str(xmp)
    return _LATITUDE in image.getexif().get_ifd(_GPS) or "GPSLatitude" in text


def _other_kind(data: bytes) -> UnfitError:
    head = data[:512].decode("latin-1")
    for begins, reason, hint in _OTHER_KINDS:
        if re.match(begins, head, re.VERBOSE | re.DOTALL | re.IGNORECASE):
            return UnfitError("picture-kind", reason, hint)
    return UnfitError("picture-kind", "is no picture", _NO_PICTURE)


def _broken() -> UnfitError:
    return UnfitError(
        "picture-broken",
        "is broken: it cannot be read to its end",
        "copy it there again, or save it anew from another program",
    )


def _quiet() -> warnings.catch_warnings[None]:
    """Without Pillow's warnings on odd metadata: what matters is judged here."""
    return warnings.catch_warnings(action="ignore")


def _count(number: int) -> str:
    return f"{number:,}"
