"""The bytes of a picture into those of a smaller one for the web. Pure.

What comes out holds pixels alone: no place, no camera, no name. It stands upright, and
its colours are those of sRGB, so that it looks the same without a colour profile.
The same bytes give the same bytes as long as Pillow is the same.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from generator.media.measuring import opened

if TYPE_CHECKING:
    from PIL.Image import Image as Pixels

WIDTHS = (480, 960, 1600)
"""In pixels: a phone, a phone with a fine screen, a fine large screen."""

CARD_WIDTH = 1200

_QUALITY = 80
_CARD_QUALITY = 82
_METHOD = 4  # of 0, the fastest, to 6, the smallest
_WITH_ALPHA = {"RGBA", "LA", "PA", "RGBa", "La"}
_DRAWN = {"PNG", "GIF"}


def prepared(data: bytes, widest: tuple[int, int]) -> tuple[Pixels, bool]:
    """The picture, upright, in sRGB and no larger than *widest*; and whether it may be
    drawn (a screen, a chart), not photographed.

    Raises:
        UnfitError: It cannot be published.
    """
    from PIL import ImageOps
    from PIL.Image import Resampling

    image = opened(data)
    drawn = image.format in _DRAWN
    # A JPEG can be read at a half, a quarter or an eighth of its size, which is fast.
    long, short = max(widest), min(widest)
    image.draft(None, (long, short) if image.width > image.height else (short, long))
    profile = image.info.get("icc_profile")
    clear = image.mode in _WITH_ALPHA or "transparency" in image.info
    upright = ImageOps.exif_transpose(image)
    if upright.mode.startswith("I"):  # sixteen bits a pixel, of which eight are seen
        upright = upright.point(lambda value: value * (1 / 256)).convert("L")
    if upright.mode != "CMYK":
        upright = upright.convert("RGBA" if clear else "RGB")
    smaller = upright.resize(widest, Resampling.LANCZOS)
    plain = _in_srgb(smaller, profile)
    plain.info.clear()
    return plain, drawn


def webp(image: Pixels, drawn: bool, size: tuple[int, int]) -> bytes:
    """*image* in *size*. Where it costs no more, what is *drawn* keeps every pixel."""
    smaller = _resized(image, size)
    lossy = _saved(smaller, "WEBP", quality=_QUALITY, method=_METHOD)
    if not drawn:
        return lossy
    lossless = _saved(smaller, "WEBP", lossless=True, quality=_QUALITY, method=_METHOD)
    return min(lossless, lossy, key=len)


def jpeg(image: Pixels, size: tuple[int, int]) -> bytes:
    """*image* in *size* for programs that read no WebP; on white where it is clear."""
    from PIL import Image

    smaller = _resized(image, size)
    if smaller.mode == "RGBA":
        paper = Image.new("RGBA", smaller.size, "white")
        smaller = Image.alpha_composite(paper, smaller).convert("RGB")
    return _saved(
        smaller, "JPEG", quality=_CARD_QUALITY, optimize=True, progressive=True
    )


def _resized(image: Pixels, size: tuple[int, int]) -> Pixels:
    from PIL.Image import Resampling

    return image if image.size == size else image.resize(size, Resampling.LANCZOS)


def _in_srgb(image: Pixels, profile: bytes | None) -> Pixels:
    from PIL import ImageCms

    mode = "RGB" if image.mode == "CMYK" else image.mode
    if profile:
        try:
            theirs = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            ours = ImageCms.createProfile("sRGB")
            found = ImageCms.profileToProfile(image, theirs, ours, outputMode=mode)
            if found is not None:
                return found
        except (ImageCms.PyCMSError, OSError):
            pass  # of another kind of colours, or spoilt: as if it were not there
    return image.convert(mode)


def _saved(image: Pixels, format: str, **settings: object) -> bytes:
    file = io.BytesIO()
    image.save(file, format, **settings)
    return file.getvalue()
