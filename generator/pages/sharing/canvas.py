"""Drawings in four shades as numbers, laid one over the other, into a PNG.

A card is hundreds of letters on a large empty sheet. As one whole number a sheet takes
a letter in a few millionths of a second; a picture library needs a hundred for each.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

WIDTH, HEIGHT = 1200, 630
"""In pixels; what other sites ask for."""

SHADES = 4
"""From paper, 0, to ink."""

BITS = 2
"""Of a pixel."""
_ROW = 8 + WIDTH * BITS
"""Bits of a row: first a byte that says how PNG filters it, which is not at all."""

_FASTEST = 1

_BEGINNING, _END = b"\x78\x01", b"\x03\x00"
"""What zlib writes before packed data, and an empty last block."""

_PRIME = 65_521
"""Of the sums that prove unpacked data (Adler-32)."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture of so many pixels; the lowest bits of `bits` are its last row's end."""

    bits: int
    width: int
    height: int


def drawing(image: Image) -> Drawing:
    """*image*, whose pixels are bytes from 0, paper, to 255, ink."""
    width, height = image.size
    step = 255 / (SHADES - 1)
    shades = bytes(b"0123"[round(value / step)] for value in range(256))
    digits = image.tobytes().translate(shades).decode("ascii")
    bits = 0
    for start in range(0, width * height, width):
        bits = bits << _ROW | int(digits[start : start + width], SHADES)
    return Drawing(bits, width, height)


def stripe(width: int, height: int, shade: int) -> Drawing:
    """A rectangle of one *shade*."""
    row = int(str(shade) * width, SHADES)
    bits = 0
    for _ in range(height):
        bits = bits << _ROW | row
    return Drawing(bits, width, height)


class Strip:
    """So many rows of a sheet, to draw on."""

    def __init__(self, height: int, bits: int = 0) -> None:
        self.height = height
        self.bits = bits  # as of a drawing

    def lay(self, drawing: Drawing, x: int, y: int) -> None:
        """Puts *drawing* with its upper left corner at *x*, *y*, over what is there."""
        below = self.height - y - drawing.height
        right = WIDTH - x - drawing.width
        self.bits |= drawing.bits << below * _ROW + right * BITS

    @property
    def drawing(self) -> Drawing:
        return Drawing(self.bits, WIDTH, self.height)

    @property
    def packed(self) -> Packed:
        """The rows as they stand in a PNG."""
        pixels = self.bits.to_bytes(self.height * _ROW // 8, "big")
        packer = zlib.compressobj(_FASTEST, wbits=-zlib.MAX_WBITS)
        # It ends with a whole byte, and refers to nothing before it.
        data = packer.compress(pixels) + packer.flush(zlib.Z_FULL_FLUSH)
        return Packed(data, zlib.adler32(pixels), self.height)


@dataclass(frozen=True, slots=True)
class Packed:
    """So many rows of a sheet, packed so that they can stand below any others: packing
    is most of the work, and much of a sheet is the same on others.

    `check` is the sum that proves them when they are unpacked.
    """

    data: bytes
    check: int
    rows: int


def png(rows: Iterable[Packed], paper: tuple[int, ...], ink: tuple[int, ...]) -> bytes:
    """*rows*, `HEIGHT` in all, as a PNG in shades from *paper* to *ink*: red, green and
    blue from 0 to 255."""
    colours = [
        paper[n] + (ink[n] - paper[n]) * shade // (SHADES - 1)
        for shade in range(SHADES)
        for n in range(3)
    ]
    size = struct.pack(">IIBBBBB", WIDTH, HEIGHT, BITS, 3, 0, 0, 0)
    return b"".join(
        [
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", size),
            _chunk(b"PLTE", bytes(colours)),
            _chunk(b"IDAT", _joined(rows)),
            _chunk(b"IEND", b""),
        ]
    )


def _joined(rows: Iterable[Packed]) -> bytes:
    """*rows* as one stream of zlib's (RFC 1950), which ends with the sum of them all:
    two sums of bytes, of which the second counts each as often as bytes follow it."""
    data = [_BEGINNING]
    low, high = 1, 0
    for packed in rows:
        data.append(packed.data)
        high += (packed.check >> 16) + (low - 1) * packed.rows * _ROW // 8
        low += (packed.check & 0xFFFF) - 1
    return b"".join([*data, _END, struct.pack(">HH", high % _PRIME, low % _PRIME)])


def _chunk(kind: bytes, data: bytes) -> bytes:
    check = zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)
