"""Brings tellings of the same happening together, each merge with its reason.

Precision first: a wrong merge hides an event and mixes its passages, a missed one is
a keystroke for an editor. Never on the date alone, never across days that differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache

from generator.extract.alike import Account, overlap, told_alike
from generator.extract.gazetteer import fold
from generator.extract.happenings import LIGHT
from generator.extract.lexicon import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
)
from generator.extract.page import Page
from generator.extract.shelf import Happening, Shelf
from generator.extract.tellings import Telling
from generator.extract.times import When
from generator.model.edtf import Day, Edtf, Form, Precision
from generator.model.events import Factuality
from generator.model.timex import Basis

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

ALIKE = 0.34
"""Share of common words from which two passages tell in like words."""

ONE_DAY = timedelta(days=1)
"""How far the day of publication can lie after that of the news."""

SAME = 0.6
"""Share from which like words alone, on the same day, are enough."""

_WORD = re.compile(r"[^\W\d_]{3,}")
_EMPTY = DETERMINERS | PREPOSITIONS | AUXILIARIES | ADVERBS | CONJUNCTIONS


def merged(tellings: Iterable[Telling], pages: dict[str, Page]) -> list[Happening]:
    """The happenings that *tellings* tell of, in an order that no input order sways.

    The firmest tellings found happenings, the vaguer ones join; one that can only
    join and finds nothing is dropped.
    """
    shelf = Shelf()
    for telling in sorted(tellings, key=_firmness):
        match = _best(shelf.like(telling), telling, pages)
        if match is not None:
            shelf.add(telling, *match)
        elif telling.wording is not None:
            shelf.add(telling, Happening(), "")
    return shelf.happenings


def _firmness(telling: Telling) -> tuple[bool, bool, int, int, str, int]:
    """Worded before unworded, dated before undated, narrow before wide."""
    date = telling.when.date
    return (
        telling.wording is None,
        date is None,
        list(Basis).index(telling.when.basis) if date is not None else 0,
        _width(date) if date is not None else 0,
        telling.source,
        telling.start,
    )


def _width(date: Edtf) -> int:
    if date.first is None or date.last is None:
        return 10**6
    return _number(date.last) - _number(date.first)


def _number(day: Day) -> int:
    return day[0] * 372 + day[1] * 31 + day[2]


def _best(
    found: Sequence[Happening], telling: Telling, pages: dict[str, Page]
) -> tuple[Happening, str] | None:
    """The one happening that *telling* tells of; None when none or several could be."""
    matches = [
        (happening, reason)
        for happening in found
        if (reason := _reason(happening, telling, pages)) is not None
    ]
    if len(matches) <= 1:
        return matches[0] if matches else None
    same_day = [match for match in matches if match[1] == ""]
    if not telling.core and not same_day:
        return None
    # Several could be meant: only the one whose words are clearly the nearest.
    words = _words(telling, pages)
    ranked = sorted(
        matches,
        key=lambda match: (
            -max(_overlap(words, _words(t, pages)) for t in match[0].tellings)
        ),
    )
    certain = all(t.when.date is not None for t in (telling, ranked[0][0].first))
    return ranked[0] if certain else None


def _reason(
    happening: Happening, telling: Telling, pages: dict[str, Page]
) -> str | None:
    """Why *telling* tells of *happening*: "" when their dates are the same, None when
    it does not."""
    if any(_conflict(other, telling) for other in happening.tellings):
        return None
    reasons = (_same(other, telling, pages) for other in happening.tellings)
    return next((reason for reason in reasons if reason is not None), None)


def _conflict(first: Telling, second: Telling) -> bool:
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
    days = [edtf.first for edtf in (first.date, second.date) if _is_day(edtf)]
    known = [date(*day) for day in days if day is not None and day[0] > 0]
    return len(known) == 2 and abs(known[0] - known[1]) <= ONE_DAY


def _is_day(edtf: Edtf) -> bool:
    return edtf.form is Form.DATE and edtf.precision is Precision.DAY


def _same(first: Telling, second: Telling, pages: dict[str, Page]) -> str | None:
    families = first.families & second.families
    telling_families = families - LIGHT
    shared = shared_by(first, second, pages)
    common = _overlap(_words(first, pages), _words(second, pages))
    dates = (first.when.date, second.when.date)
    if dates[0] is None or dates[1] is None:
        return _joins_undated(first, second, telling_families, shared, pages)
    if second.wording is None:
        return _joins_lasting(first, second, telling_families, pages)
    others = bool(first.core and second.core) and not shared
    if str(dates[0]) == str(dates[1]):
        near = telling_families and (shared or (common >= ALIKE and not others))
        like = (families and shared and common >= ALIKE) or (
            common >= SAME and not (others or _of_other_kinds(first, second))
        )
        if near or like:
            return ""
    if not others and _in_one_story(first, second, pages):
        return _joins_in_story(first, second, telling_families)
    if str(dates[0]) == str(dates[1]) or not overlap(dates[0], dates[1]):
        return None
    if telling_families and (len(shared) >= 2 or (shared and common >= ALIKE)):
        return (
            f"“{_phrase(second)}” can be the same time as “{_phrase(first)}”; "
            + _in_common(telling_families, shared, pages)
        )
    return _joins_nameless(first, second, telling_families, pages)


def _in_one_story(first: Telling, second: Telling, pages: dict[str, Page]) -> bool:
    """Reports of one piece of news by two sources, of the same act on the same day."""
    if first.source == second.source:
        return False
    days = (first.when.date, second.when.date)
    if not all(date is not None and _is_day(date) for date in days):
        return False
    return told_alike(_account(first, pages), _account(second, pages))


def _account(telling: Telling, pages: dict[str, Page]) -> Account:
    """*telling* in the terms of `told_alike`. Its day is judged with its basis."""
    acts = telling.families - LIGHT
    return Account(telling.source, pages[telling.source].story, acts, (), {})


def _joins_in_story(first: Telling, second: Telling, families: frozenset[str]) -> str:
    if str(first.when.date) == str(second.when.date):
        return ""
    return (
        f"{_told_when(second)} can be the same time as {_told_when(first)}; both "
        f"articles report the same story and tell of the same kind of event "
        f"({listed(sorted(families))})"
    )


def _told_when(telling: Telling) -> str:
    if telling.when.basis is Basis.PUBLICATION:
        return f"its publication on {str(telling.when.date).rstrip('~')}"
    return f"“{_phrase(telling)}”"


def _joins_nameless(
    first: Telling,
    second: Telling,
    families: frozenset[str],
    pages: dict[str, Page],
) -> str | None:
    """ "The treaty signed in June" joins the signing on a day of it by two parties, if
    its article names both."""
    bare, named = (first, second) if not first.core else (second, first)
    text = pages[bare.source].text[bare.start : bare.end].lower()
    if bare.core or not families or not text.startswith("the "):
        return None
    cast = pages[named.source].cast
    parties = {cast.allegiance(n) for n in named.core if n in cast.affiliation}
    around = {cast.allegiance(n.id) for n in cast.named[bare.source]}
    if len(parties) < 2 or not parties <= around:
        return None
    kinds, names = (
        listed(sorted(families)),
        listed([cast.label(party) for party in sorted(parties)]),
    )
    return (
        f"“{_phrase(second)}” can be the same time as “{_phrase(first)}”; both tell of "
        f"the same kind of event ({kinds}), and its article names {names}"
    )


def _of_other_kinds(first: Telling, second: Telling) -> bool:
    """Each tells of a definite kind of event, and not of the same one."""
    kinds = first.families - LIGHT, second.families - LIGHT
    return all(kinds) and not kinds[0] & kinds[1]


def _joins_undated(
    first: Telling,
    second: Telling,
    families: frozenset[str],
    shared: Sequence[str],
    pages: dict[str, Page],
) -> str | None:
    """A time without its year joins a dated one in that month, for strong reasons."""
    dated, vague = (first, second) if first.when.date is not None else (second, first)
    if dated.when.date is None:
        return "" if _repeats(first, second, families, shared, pages) else None
    month = vague.when.month
    if month is None or not families or len(shared) < 2:
        return None
    days = (dated.when.date.first, dated.when.date.last)
    if any(day is None or day[1] != month for day in days):
        return None
    return (
        f"“{vague.when.phrase}” fits {_phrase(dated)}, as {MONTHS[month - 1]}; "
        + _in_common(families, shared, pages)
    )


def _repeats(
    first: Telling,
    second: Telling,
    families: frozenset[str],
    shared: Sequence[str],
    pages: dict[str, Page],
) -> bool:
    """Two undated tellings of one document say the same thing again."""
    if first.source != second.source or first.when.phrase != second.when.phrase:
        return False
    overlap = _overlap(_words(first, pages), _words(second, pages))
    return bool(families and shared) and overlap >= ALIKE


def _joins_lasting(
    first: Telling,
    second: Telling,
    families: frozenset[str],
    pages: dict[str, Page],
) -> str | None:
    """What has lasted since a time joins what began then, if it is told around it."""
    since, began = second.when.date, first.when.date
    if since is None or began is None or not families:
        return None
    near = set(first.core) & second.near
    if since.first is None or began.first is None or not near:
        return None
    if since.first[0] != began.first[0]:
        return None
    names = sorted(pages[first.source].cast.label(name) for name in near)
    return (
        f"what it says has lasted since {second.when.phrase} began in "
        f"{_phrase(first)}; its paragraph names {listed(names)}"
    )


def _phrase(telling: Telling) -> str:
    return telling.when.phrase or str(telling.when.date)


def _in_common(
    families: Iterable[str], shared: Sequence[str], pages: dict[str, Page]
) -> str:
    cast = next(iter(pages.values())).cast
    names = listed([cast.label(name) for name in shared])
    kinds = listed(sorted(families))
    return f"both tell of the same kind of event ({kinds}) and of {names}"


def listed(names: Sequence[str]) -> str:
    """The names in a row: "a, b and c"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def shared_by(first: Telling, second: Telling, pages: Mapping[str, Page]) -> list[str]:
    """Who takes part in both, a leader standing for his country where only the one
    names him."""
    cast = pages[first.source].cast
    both = set(first.core) & set(second.core)
    sides = [
        {cast.allegiance(name) for name in telling.core} for telling in (first, second)
    ]
    covered = {cast.allegiance(name) for name in both}
    return sorted(both | {side for side in sides[0] & sides[1] if side not in covered})


def _words(telling: Telling, pages: dict[str, Page]) -> frozenset[str]:
    text = pages[telling.source].text[telling.start : telling.end]
    if telling.when.phrase:
        text = text.replace(telling.when.phrase, " ")
    return _words_of(text)


@lru_cache(maxsize=2**16)
def _words_of(text: str) -> frozenset[str]:
    spoken = (fold(word).lower() for word in _WORD.findall(text))
    return frozenset(word.removesuffix("s") for word in spoken if word not in _EMPTY)


def _overlap(first: frozenset[str], second: frozenset[str]) -> float:
    """The share of the smaller set that both have; 0 when one is empty."""
    if not first or not second:
        return 0.0
    return len(first & second) / min(len(first), len(second))
