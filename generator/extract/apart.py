"""What keeps two tellings apart, however much they share: another time, another place,
another partner, another one in a row, or that the one only tells of a plan."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache

from generator.extract.alike import overlap
from generator.extract.entities import Cast
from generator.extract.gazetteer import gazetteer
from generator.extract.happenings import family_of_noun
from generator.extract.page import Page
from generator.extract.tellings import Telling
from generator.extract.times import When
from generator.model.edtf import Edtf, Form, Precision
from generator.model.entities import EntityKind
from generator.model.events import Factuality
from generator.model.timex import Basis

ONE_DAY = timedelta(days=1)
"""How far the day of publication can lie after that of the news."""

_IN_A_ROW = re.compile(
    r"\b(?P<turn>first|second|third|fourth|fifth|sixth|another)"
    r"\s+(?P<next>[^\W\d_]+)(?:\s+(?P<noun>[^\W\d_]+))?",
    re.IGNORECASE,
)
_AGAIN = re.compile(r"\bagain\b", re.IGNORECASE)


def conflict(first: Telling, second: Telling) -> bool:
    """Their dates, or what they say of its happening, cannot both be right."""
    planned = {first.factuality, second.factuality}
    if Factuality.PLANNED in planned and len(planned) > 1:
        return True
    a, b = first.when, second.when
    if a.date is None or b.date is None:
        return a.month is not None and b.month is not None and a.month != b.month
    return not _may_be_one(a, b)


def _may_be_one(first: When, second: When) -> bool:
    """Some day can be meant by both. A day that is only that of the publication can
    be the day before."""
    if first.date is None or second.date is None:
        return True
    if overlap(first.date, second.date):
        return True
    if Basis.PUBLICATION not in (first.basis, second.basis):
        return False
    days = [edtf.first for edtf in (first.date, second.date) if is_day(edtf)]
    known = [date(*day) for day in days if day is not None and day[0] > 0]
    return len(known) == 2 and abs(known[0] - known[1]) <= ONE_DAY


def is_day(edtf: Edtf) -> bool:
    return edtf.form is Form.DATE and edtf.precision is Precision.DAY


def of_others(first: Telling, second: Telling, pages: Mapping[str, Page]) -> bool:
    """They share what they share, and yet tell of two of a kind: each in a town that
    the other does not name, each with somebody whom the other leaves out, or one of
    them of the second in a row."""
    cast = pages[first.source].cast
    towns = _towns(first, cast), _towns(second, cast)
    if all(towns) and not towns[0] & towns[1]:
        return True
    if all(_left_out(a, b, cast) for a, b in ((first, second), (second, first))):
        return True
    if first.source == second.source and _counts_from_another(first, second):
        return True
    turns = {_turn(_passage(t, pages)) for t in (first, second)}
    return len(turns) > 1 and "again" in turns


def _counts_from_another(first: Telling, second: Telling) -> bool:
    """The one happened "the same day" as something told before it."""
    phrases = [telling.when.phrase.lower() for telling in (first, second)]
    return any(_SAME_TIME.search(p) for p in phrases) and phrases[0] != phrases[1]


_SAME_TIME = re.compile(r"\bsame (?:day|evening|night|week|month|year)\b")


def _passage(telling: Telling, pages: Mapping[str, Page]) -> str:
    """The words of *telling* without those of its time: "5 May and again on 9 May"."""
    text = pages[telling.source].text[telling.start : telling.end]
    return text.replace(telling.when.phrase, " ") if telling.when.phrase else text


def _towns(telling: Telling, cast: Cast) -> set[str]:
    """The places of *telling* that are narrower than a country."""
    places = (n for n in telling.core if cast.entities[n].kind is EntityKind.PLACE)
    return {name for name in places if not _is_wide(cast.label(name))}


@lru_cache(maxsize=4096)
def _is_wide(label: str) -> bool:
    place = gazetteer().place(label)
    return place is not None and (place.is_country or place.is_region)


def _left_out(first: Telling, second: Telling, cast: Cast) -> set[str]:
    """Who of *first*, its speaker aside, is not in *second* by name or by country."""
    there = {*second.core, *map(cast.allegiance, second.core)}
    return {
        name
        for name in first.core
        if cast.entities[name].kind is not EntityKind.PLACE
        and not {name, cast.allegiance(name)} & there
        and cast.label(name) not in first.speaker
    }


@lru_cache(maxsize=2**14)
def _turn(passage: str) -> str:
    """Which in a row the passage tells of: "first", "again" for any after it, "" where
    it says nothing of a row."""
    for match in _IN_A_ROW.finditer(passage):
        if family_of_noun(match["next"]) or family_of_noun(match["noun"] or ""):
            return "first" if match["turn"].lower() == "first" else "again"
    return "again" if _AGAIN.search(passage) else ""
