"""Tiny pictures for tests, made by Pillow when they are needed."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

from PIL import Image

GPS = 0x8825


def plain(colour: str = "red", size: tuple[int, int] = (60, 40)) -> Image.Image:
    """A picture of one *colour*."""
    return Image.new("RGB", size, colour)


def picture(
    kind: str = "PNG",
    size: tuple[int, int] = (60, 40),
    colour: str = "red",
    **saved: Any,
) -> bytes:
    """A file of that kind; *saved* is what Pillow is told when it writes it."""
    file = io.BytesIO()
    plain(colour, size).save(file, kind, **saved)
    return file.getvalue()


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it has so many pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(bytes(1000))
    chunks = ((b"IHDR", header), (b"IDAT", pixels), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*each) for each in chunks)


def place() -> Image.Exif:
    """What a camera notes that knows where it is."""
    exif = Image.Exif()
    exif[0x0110] = "Camera 7"
    exif.get_ifd(GPS).update({1: "N", 2: (1.0, 2.0, 3.0), 3: "E", 4: (4.0, 5.0, 6.0)})
    return exif


def read(data: bytes) -> Image.Image:
    """The picture that *data* is."""
    image = Image.open(io.BytesIO(data))
    image.load()
    return image
