"""Brings tellings of the same happening together, each merge with its reason.

Precision first: a wrong merge hides an event and mixes its passages, a missed one is
a keystroke for an editor. Never on the date alone, never across days that differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache, partial

from generator.extract.alike import Account, overlap, told_alike
from generator.extract.apart import conflict, is_day, of_others
from generator.extract.doing import acts_told
from generator.extract.gazetteer import fold
from generator.extract.governing import By
from generator.extract.happenings import LIGHT
from generator.extract.lexicon import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
)
from generator.extract.page import Page
from generator.extract.shelf import Happening, Shelf, Signs
from generator.extract.tellings import Telling
from generator.model.edtf import Day, Edtf, Precision
from generator.model.entities import EntityKind
from generator.model.timex import Basis

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

ALIKE = 0.34
"""Share of common words from which two passages tell in like words."""

CLEARLY = 0.1
"""How much nearer in its words one happening must be than the next, where a telling of
a wider time can be of either."""

SAME = 0.6
"""Share from which like words alone, on the same day, are enough."""

_NARROW = frozenset({Precision.DAY, Precision.MONTH})
_FIGURE = re.compile(r"(?<![\w.,$€£])\d{1,3}(?:,\d{3})+(?![\d.,]*\d)|\b\d{3,}\b")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_WORD = re.compile(r"[^\W\d_]{3,}")
_EMPTY = DETERMINERS | PREPOSITIONS | AUXILIARIES | ADVERBS | CONJUNCTIONS


def merged(tellings: Iterable[Telling], pages: dict[str, Page]) -> list[Happening]:
    """The happenings that *tellings* tell of, in an order that no input order sways.

    The firmest tellings found happenings, the vaguer ones join; one that can only
    join and finds nothing is dropped.
    """
    shelf = Shelf(partial(_signs, pages=pages), SAME)
    for telling in sorted(tellings, key=_firmness):
        match = _best(shelf.like(telling), telling, pages)
        if match is not None:
            shelf.add(telling, *match)
        elif telling.wording is not None:
            shelf.add(telling, Happening(), "")
    return shelf.happenings


def _signs(telling: Telling, pages: Mapping[str, Page]) -> Signs:
    kinds = telling.families | acts_in(telling, pages)
    return Signs(kinds, _figures(telling, pages), _words(telling, pages))


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
    near = [max(likeness(telling, t, pages) for t in m[0].tellings) for m in matches]
    ranked = sorted(range(len(matches)), key=lambda at: -near[at])
    best = matches[ranked[0]]
    certain = all(t.when.date is not None for t in (telling, best[0].first))
    clear = best in same_day or near[ranked[0]] >= near[ranked[1]] + CLEARLY
    return best if certain and clear else None


def _reason(
    happening: Happening, telling: Telling, pages: dict[str, Page]
) -> str | None:
    """Why *telling* tells of *happening*: "" when their dates are the same, None when
    it does not."""
    told = happening.tellings
    if any(conflict(t, telling) or of_others(t, telling, pages) for t in told):
        return None
    reasons = (_same(other, telling, pages) for other in told)
    return next((reason for reason in reasons if reason is not None), None)


def _same(first: Telling, second: Telling, pages: dict[str, Page]) -> str | None:
    families = (first.families & second.families) - LIGHT
    shared = shared_by(first, second, pages)
    dates = (first.when.date, second.when.date)
    if dates[0] is None or dates[1] is None:
        return _joins_undated(first, second, families, shared, pages)
    if second.wording is None:
        return _joins_lasting(first, second, families, pages)
    common = likeness(first, second, pages)
    others = not shared and _of_other_names(first, second, pages)
    alike = common >= ALIKE and not others
    same_time = str(dates[0]) == str(dates[1])
    if same_time and _on_one_day(first, second, shared, common, pages):
        return ""
    if not others and _in_one_story(first, second, pages):
        acts = acts_in(first, pages) & acts_in(second, pages)
        return _joins_in_story(first, second, families or acts)
    if same_time or not overlap(dates[0], dates[1]):
        return None
    if families and (len(shared) >= 2 or (shared and common >= ALIKE)):
        return _can_be(first, second) + _in_common(families, shared, pages)
    acts = acts_in(first, pages) & acts_in(second, pages)
    near = dates[0].precision in _NARROW and dates[1].precision in _NARROW
    told = first.by is second.by is By.VERB
    if acts and near and (shared or (alike and told)) and first.source != second.source:
        return _can_be(first, second) + _in_common(acts, shared, pages)
    return _joins_nameless(first, second, families, pages)


def _on_one_day(
    first: Telling,
    second: Telling,
    shared: Sequence[str],
    common: float,
    pages: dict[str, Page],
) -> bool:
    """Told of the same time: the same kind of event or act with somebody in both or in
    like words, the same large figure, or like words alone."""
    families = first.families & second.families
    acts = acts_in(first, pages) & acts_in(second, pages)
    others = not shared and _of_other_names(first, second, pages)
    if ((families - LIGHT) or acts) and (shared or (common >= ALIKE and not others)):
        return True
    if shared and _figures(first, pages) & _figures(second, pages):
        return True
    if families and shared and common >= ALIKE:
        return True
    return common >= SAME and not (others or _of_other_kinds(first, second))


def _of_other_names(first: Telling, second: Telling, pages: Mapping[str, Page]) -> bool:
    """Both name who takes part, or where; "the Nordic train" and "near Oslo" agree."""
    kinds = pages[first.source].cast.entities
    at = [[kinds[n].kind is EntityKind.PLACE for n in t.core] for t in (first, second)]
    return any(kind in at[0] and kind in at[1] for kind in (True, False))


def acts_in(telling: Telling, pages: Mapping[str, Page]) -> frozenset[str]:
    """What *telling* says was done."""
    return acts_told(telling, pages[telling.source].text)


def _figures(telling: Telling, pages: Mapping[str, Page]) -> frozenset[str]:
    """The numbers of three digits and more in *telling*, but no years."""
    text = pages[telling.source].text[telling.start : telling.end]
    found = (match[0] for match in _FIGURE.finditer(text))
    return frozenset(f.replace(",", "") for f in found if not _YEAR.fullmatch(f))


def _can_be(first: Telling, second: Telling) -> str:
    return f"{_told_when(second)} can be the same time as {_told_when(first)}; "


def _in_one_story(first: Telling, second: Telling, pages: dict[str, Page]) -> bool:
    """Reports of one piece of news by two sources, of the same act on the same day."""
    if first.source == second.source:
        return False
    days = (first.when.date, second.when.date)
    if not all(date is not None and is_day(date) for date in days):
        return False
    return told_alike(_account(first, pages), _account(second, pages))


def _account(telling: Telling, pages: dict[str, Page]) -> Account:
    """*telling* in the terms of `told_alike`. Its day is judged with its basis."""
    acts = (telling.families - LIGHT) | acts_in(telling, pages)
    return Account(telling.source, pages[telling.source].story, acts, (), {})


def _joins_in_story(first: Telling, second: Telling, families: frozenset[str]) -> str:
    if str(first.when.date) == str(second.when.date):
        return ""
    return _can_be(first, second) + (
        "both articles report the same story and tell of the same kind of event "
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
    also = f"of {names}" if names else "in like words"
    return f"both tell of the same kind of event ({kinds}) and {also}"


def likeness(first: Telling, second: Telling, pages: Mapping[str, Page]) -> float:
    """The share of the words of the shorter passage that both have."""
    return _overlap(_words(first, pages), _words(second, pages))


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


def _words(telling: Telling, pages: Mapping[str, Page]) -> frozenset[str]:
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
