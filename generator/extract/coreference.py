"""Event words of many texts into happenings: which of them tell of the same.

For those who have found their event words themselves. What decides is `told_alike`,
which also merges the tellings of `propose`.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence

from generator.extract.acts import act_of
from generator.extract.alike import Account, told_alike
from generator.extract.lexicon import words
from generator.extract.linking import Likeness, average_link
from generator.extract.stories import Vector, marks, rarity, stories, words_of
from generator.extract.times import day_of
from generator.extract.tokens import sentences
from generator.model.edtf import Edtf, Form, Precision, parse_edtf
from generator.model.timex import Timex3

MOST_AGREE = 0.6
"""Share of two groups' pairs that must tell alike for the groups to be one."""

_NUMBERS = words("two three four five six seven eight nine ten both")
_CALENDAR = words(
    """monday tuesday wednesday thursday friday saturday sunday january february march
    april may june july august september october november december"""
)
"""Written like names, and no names."""

Mention = tuple[str, int, int]
"""The source of an event word, and where it starts and ends in that text."""


def same_events(
    texts: Mapping[str, str],
    mentions: Sequence[Mention],
    timexes: Mapping[str, Sequence[Timex3]] | None = None,
) -> list[int]:
    """The number of the happening that each of *mentions* tells of, in their order.

    *texts* gives each source's text by its id; offsets are code points of it, the end
    excluded. *timexes* are the time expressions of the texts, where known: happenings
    on days that differ stay apart. Equal numbers mean one happening; numbers go by the
    first mention in order of source and place, whatever the order given.
    """
    accounts = _accounts(texts, sorted(set(mentions)), timexes or {})
    groups: list[list[Mention]] = []
    for alike in _blocks(accounts):
        told = [accounts[mention] for mention in alike]
        found = average_link(_agreement(told), MOST_AGREE)
        groups += [[alike[i] for i in group] for group in found]
    number = {
        mention: at for at, group in enumerate(sorted(groups)) for mention in group
    }
    return [number[mention] for mention in mentions]


def _blocks(accounts: Mapping[Mention, Account]) -> list[list[Mention]]:
    """Mentions that share story and act: only these can tell of one happening."""
    found: dict[tuple[int, str], list[Mention]] = defaultdict(list)
    for mention, account in accounts.items():
        for act in account.acts:
            found[account.story, act].append(mention)
    return [found[key] for key in sorted(found)]


def _agreement(told: Sequence[Account]) -> Likeness:
    found = Likeness(len(told))
    for i, first in enumerate(told):
        for j in range(i):
            if told_alike(first, told[j]):
                found.add(i, j, 1.0)
    return found


def _accounts(
    texts: Mapping[str, str],
    mentions: Sequence[Mention],
    timexes: Mapping[str, Sequence[Timex3]],
) -> dict[Mention, Account]:
    """What the sentence around each mention gives."""
    of_story = stories(texts)
    marked = marks(texts[name] for name in sorted(texts))
    rare = rarity([words_of(texts[name]) for name in sorted(texts)])
    bounds = {
        name: list(sentences(texts[name], 0, len(texts[name])))
        for name in sorted({source for source, _, _ in mentions})
    }
    found = {}
    for source, start, end in mentions:
        text = texts[source]
        begin, finish = _around(bounds[source], start, end)
        days = _days(timexes.get(source, ()), *_line(text, start, end))
        # Without the word itself, which a wide act would always share.
        weights = _vector(f"{text[begin:start]} {text[end:finish]}", rare)
        numbers = {word for word in weights if word[0].isdigit() or word in _NUMBERS}
        names = {word for word in weights if word in marked} - numbers - _CALENDAR
        found[source, start, end] = Account(
            source,
            of_story[source],
            frozenset({act_of(text[start:end])}),
            days,
            weights,
            frozenset(names),
            frozenset(numbers),
        )
    return found


def _around(bounds: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    """The sentence that holds *start*; the mention itself where none does."""
    at = bisect_right(bounds, (start, math.inf)) - 1
    if at < 0 or bounds[at][1] < end:
        return start, end
    return bounds[at]


def _line(text: str, start: int, end: int) -> tuple[int, int]:
    """The line around `start:end`: the day on a line before it is often the day on
    which the report came out, and in no sentence."""
    finish = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, finish if finish >= 0 else len(text)


def _vector(sentence: str, rare: Mapping[str, float]) -> Vector:
    weights = {word: rare.get(word, 0.0) for word in words_of(sentence)}
    length = math.sqrt(sum(w * w for w in weights.values())) or 1.0
    return {word: weight / length for word, weight in sorted(weights.items())}


def _days(timexes: Sequence[Timex3], start: int, end: int) -> tuple[Edtf, ...]:
    """The days that `start:end` names; months and years say too little to differ."""
    dates = [
        parse_edtf(day_of(timex.edtf))
        for timex in timexes
        if timex.edtf and start <= timex.start and timex.end <= end
    ]
    return tuple(
        date
        for date in dates
        if date.form is Form.DATE and date.precision is Precision.DAY
    )
