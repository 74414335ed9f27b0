"""Touches the disk: reads the shipped faces, and draws each of their letters once.

The faces are Noto's (`fonts/OFL.txt`), cut down to scripts whose letters stand one
beside the other: Latin, Greek and Cyrillic. What they lack is never drawn as a box.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from functools import cache, cached_property
from math import ceil, floor
from pathlib import Path
from typing import TYPE_CHECKING

from generator.pages.sharing.canvas import Drawing, drawing

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

_FONTS = Path(__file__).parent / "fonts"

_LETTERS = """
    0020-007E 00A0-00AC 00AE-024F 02B0-0377 037A-037F 0384-038A 038C 038E-03A1
    03A3-03E1 03F0-052F 1E00-1F15 1F18-1F1D 1F20-1F45 1F48-1F4D 1F50-1F57 1F59 1F5B
    1F5D 1F5F-1F7D 1F80-1FB4 1FB6-1FC4 1FC6-1FD3 1FD6-1FDB 1FDD-1FEF 1FF2-1FF4
    1FF6-1FFE 2010-2027 2030-205E 2070-2071 2074-208E 2090-2094 20A0-20BF 2116 2122
"""
"""The characters that both faces have, in hexadecimal: single ones, first and last."""

_FINER = 4
"""A letter is drawn so many times as large and made smaller, so that little of it
depends on how a version of FreeType fits outlines to pixels."""

_SILENT = ("So", "Sk", "Cf", "Cc", "Me")
"""Kinds of characters that can be left out: pictographs and their colours, controls."""


@cache
def _known() -> frozenset[int]:
    found: set[int] = set()
    for span in _LETTERS.split():
        first, _, last = span.partition("-")
        found.update(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(found)


def drawable(text: str) -> str:
    """*text* as the faces can show it, on one line; "" where they lack a letter of it.

    Pictographs, and what only tells a program how to set a text, are left out: the
    words say the same without.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    kept = []
    for sign in unicodedata.normalize("NFC", text):
        if ord(sign) in _known():
            kept.append(sign)
        elif sign.isspace():
            kept.append(" ")
        elif unicodedata.category(sign) not in _SILENT and not _is_variant(sign):
            return ""
    return " ".join("".join(kept).split())


def _is_variant(sign: str) -> bool:
    """Whether *sign* only tells how the one before it is to look."""
    return 0xFE00 <= ord(sign) <= 0xFE0F or 0xE0100 <= ord(sign) <= 0xE01EF


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter as a `Drawing`; how far to the right of the pen and below the line that
    letters stand on it begins; and how far the pen moves on."""

    drawing: Drawing
    right: int
    below: int
    advance: float


@dataclass(frozen=True)
class Face:
    """One of the shipped faces, its letters `size` pixels high."""

    name: str
    size: int
    _glyphs: dict[str, Glyph] = field(default_factory=dict, compare=False)

    @cached_property
    def above(self) -> int:
        """How far letters reach above the line that they stand on, and no farther."""
        return self.size * 13 // 10

    @cached_property
    def below(self) -> int:
        """How far they reach below it."""
        return self.size * 6 // 10

    def width(self, text: str) -> float:
        """How long *text* is, in pixels."""
        return sum([self.glyph(letter).advance for letter in text])

    def glyph(self, letter: str) -> Glyph:
        """*letter*, drawn when it is first asked for."""
        found = self._glyphs.get(letter)
        if found is None:
            found = self._glyphs[letter] = self._drawn(letter)
        return found

    @cached_property
    def _font(self) -> FreeTypeFont:
        from PIL import ImageFont

        path = str(_FONTS / f"{self.name}.ttf")
        basic = ImageFont.Layout.BASIC  # the other is not on every machine
        return ImageFont.truetype(path, self.size * _FINER, layout_engine=basic)

    def _drawn(self, letter: str) -> Glyph:
        from PIL import Image, ImageDraw

        left, top, right, bottom = self._font.getbbox(letter, anchor="ls")
        # Whole pixels of the smaller picture, so that none is cut.
        x, y = floor(left / _FINER), floor(top / _FINER)
        width, height = ceil(right / _FINER) - x, ceil(bottom / _FINER) - y
        large = Image.new("L", (max(1, width) * _FINER, max(1, height) * _FINER))
        at = (-x * _FINER, -y * _FINER)
        ImageDraw.Draw(large).text(at, letter, 255, self._font, anchor="ls")
        advance = self._font.getlength(letter) / _FINER
        return Glyph(drawing(large.reduce(_FINER)), x, y, advance)
