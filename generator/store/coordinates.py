"""Coordinates as people and gazetteers write them, read; and what else may be meant."""

from __future__ import annotations

import re

from generator.model.entities import Coordinates, Extent

PATTERN = r"""
    (?P<north> -?\d{1,2}(?:\.\d+)? ) \s*,\s*
    (?P<east> -?\d{1,3}(?:\.\d+)? )
    (?: \s* \( \s* (?P<extent> [a-z]+ )  # what they stand for
        (?: \s*,\s* (?P<gazetteer> [^()]*[^()\s] ) )? \s* \) )?  # and who says so
"""
_COORDINATES = re.compile(PATTERN, re.VERBOSE)
_DEGREES = re.compile(r"(-?\d{1,3}(?:\.\d+)?)\s*,\s*(-?\d{1,3}(?:\.\d+)?)\s*(\(.*\))?")
_DECIMAL_COMMAS = re.compile(r"(-?\d{1,2},\d+)[;,/\s]+(-?\d{1,3},\d+)")
_COMPASS = re.compile(
    r"(?P<north>\d+(?:\.\d+)?)\s*°?\s*(?:N|(?P<s>S))[,;\s]+"
    r"(?P<east>\d+(?:\.\d+)?)\s*°?\s*(?:E|(?P<w>W))"
)
_NORTH, _EAST = 90, 180


def coordinates(text: str) -> Coordinates | None:
    """The place on earth that *text* gives; None when it gives none."""
    match = _COORDINATES.fullmatch(text)
    if match is None or match["extent"] not in (None, *Extent):
        return None
    north, east = float(match["north"]), float(match["east"])
    if abs(north) > _NORTH or abs(east) > _EAST:
        return None
    extent = Extent(match["extent"]) if match["extent"] else None
    return Coordinates(north, east, extent, match["gazetteer"] or "")


def place_on_earth(text: str) -> str:
    """How to write the coordinates that *text* may have meant."""
    text = text.strip()
    if decimal := _DECIMAL_COMMAS.fullmatch(text):
        north, east = (part.replace(",", ".") for part in decimal.groups())
        return f'write "{north}, {east}"'
    if compass := _COMPASS.fullmatch(text):
        north = f"{'-' if compass['s'] else ''}{compass['north']}"
        east = f"{'-' if compass['w'] else ''}{compass['east']}"
        return f'write "{north}, {east}"'
    if degrees := _DEGREES.fullmatch(text):
        first, second, about = degrees.groups()
        if abs(float(first)) > _NORTH >= abs(float(second)):
            return f'write degrees north first: "{second}, {first}"'
        if about and abs(float(first)) <= _NORTH and abs(float(second)) <= _EAST:
            extents = ", ".join(Extent)
            return f"in brackets stands what they are the middle of: {extents}"
    return 'write degrees north (-90 to 90) and east (-180 to 180): "39.15, 127.44"'
