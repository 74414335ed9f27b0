"""Whether two accounts tell of one happening, where no name settles it.

An account is what a sentence gives: its story, its act, its days, its words. The same
decision serves the tellings that `propose` merges and the mentions that others found.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.extract.acts import is_light
from generator.extract.stories import Vector, cosine
from generator.model.edtf import Edtf

SAME_WORDS = 0.25
"""Cosine of two sentences from which even a wide act ("said") is the same one."""


@dataclass(frozen=True, slots=True)
class Account:
    """What a passage gives of a happening.

    `acts` are what its event words tell of; `days` are those that
    it names, as far as they are known; `words` weighs the words of its sentence, and
    `names` and `numbers` are those among them.
    """

    source: str
    story: int
    acts: frozenset[str]
    days: tuple[Edtf, ...]
    words: Vector
    names: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()


def told_alike(first: Account, second: Account) -> bool:
    """Both tell of one happening: the same act in the same story, on no other day.

    Of acts as wide as "said" only sentences in nearly the same words tell alike.
    """
    acts = first.acts & second.acts
    if first.story != second.story or not acts:
        return False
    if days_differ(first.days, second.days) or _tell_of_others(first, second):
        return False
    if all(is_light(act) for act in acts):
        return cosine(first.words, second.words) >= SAME_WORDS
    return True


def _tell_of_others(first: Account, second: Account) -> bool:
    """Both give names and numbers, and none that the other gives: two of a kind."""
    return _apart(first.names, second.names) and _apart(first.numbers, second.numbers)


def _apart(first: frozenset[str], second: frozenset[str]) -> bool:
    return bool(first and second) and not first & second


def days_differ(first: Sequence[Edtf], second: Sequence[Edtf]) -> bool:
    """No day of the one can be a day of the other. False while one has none."""
    pairs = [(a, b) for a in first for b in second]
    return bool(pairs) and not any(overlap(a, b) for a, b in pairs)


def overlap(first: Edtf, second: Edtf) -> bool:
    """Some day can be meant by both; an open end reaches for ever."""
    starts = [edtf.first or (-9999, 1, 1) for edtf in (first, second)]
    ends = [edtf.last or (99999, 1, 1) for edtf in (first, second)]
    return starts[0] <= ends[1] and starts[1] <= ends[0]
