"""Places with their degrees, as one text that can be read back."""

from __future__ import annotations

import re

from generator.exchange.entries import Place
from generator.model.entities import Coordinates

_PLACE = re.compile(r"(?P<label>.*\S) \[(?P<degrees>[^\[\]]*)\]")
_DEGREES = re.compile(r"(?P<north>-?\d{1,2}(?:\.\d+)?), (?P<east>-?\d{1,3}(?:\.\d+)?)")


def placed(place: Place) -> str:
    """A place in a line: "Port [51.51, -0.13]"; only its name, if that is all."""
    at = place.coordinates
    return f"{place.label} [{degrees(at)}]" if at else place.label


def degrees(at: Coordinates) -> str:
    """Degrees north and east, and nothing else."""
    return str(Coordinates(at.latitude, at.longitude))


def place_of(text: str) -> Place:
    """The place that `placed` wrote as *text*."""
    match = _PLACE.fullmatch(text)
    at = coordinates(match["degrees"]) if match else None
    return Place(match["label"], at) if match and at else Place(text)


def degrees_in(text: str) -> str:
    """Degrees as others write them, with a comma for the point."""
    return text.strip().replace(",", ".")


def coordinates(text: str) -> Coordinates | None:
    """The place at "51.51, -0.13"; None where that is no place on the earth."""
    match = _DEGREES.fullmatch(text)
    if match is None:
        return None
    north, east = float(match["north"]), float(match["east"])
    return Coordinates(north, east) if abs(north) <= 90 and abs(east) <= 180 else None
