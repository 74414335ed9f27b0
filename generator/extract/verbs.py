"""Knows the forms of verbs: which base, and whether past, participle or present."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Flag, auto
from functools import lru_cache

from generator.extract.happenings import FAMILIES
from generator.extract.lexicon import (
    BE,
    COMMON,
    HAVE,
    NOT_VERBS,
    PARTICIPLE_OF,
    PAST_BY_BASE,
    PAST_OF,
    PLANNING,
    SAYING,
    STATIVE,
    words,
)


class VerbForm(Flag):
    """What a word can be as a verb; NONE when it is none that we know."""

    NONE = 0
    BASE = auto()
    PRESENT = auto()
    PAST = auto()
    PARTICIPLE = auto()
    ING = auto()


_DOUBLING = words(
    # Verbs of more syllables that double their last consonant ("submitted").
    """submit commit admit permit omit prefer refer transfer occur control compel expel
    repel propel patrol cancel travel model label signal equip"""
)


def forms(base: str) -> Iterator[tuple[str, VerbForm]]:
    """The inflected forms of *base*."""
    yield base, VerbForm.BASE
    if base.endswith(("s", "sh", "ch", "x", "z", "o")):
        yield base + "es", VerbForm.PRESENT
    elif base.endswith("y") and base[-2:-1] not in "aeiou":
        yield base[:-1] + "ies", VerbForm.PRESENT
    else:
        yield base + "s", VerbForm.PRESENT
    yield _stem(base, "i") + "ing", VerbForm.ING
    if base in PAST_BY_BASE:
        yield PAST_BY_BASE[base], VerbForm.PAST
    else:
        yield _stem(base, "e") + "ed", VerbForm.PAST | VerbForm.PARTICIPLE


def _stem(base: str, vowel: str) -> str:
    """*base* as it stands before -ed (*vowel* e) or -ing (i)."""
    if base.endswith("ie") and vowel == "i":
        return base[:-2] + "y"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1]
    if base.endswith("e") and vowel == "e":
        return base[:-1]
    if base.endswith("y") and base[-2:-1] not in "aeiou" and vowel == "e":
        return base[:-1] + "i"
    return base + base[-1] if _doubles(base) else base


def _doubles(base: str) -> bool:
    if base in _DOUBLING:
        return True
    vowels = sum(letter in "aeiou" for letter in base)
    closed = len(base) > 2 and base[-1] not in "aeiouwxy" and base[-2] in "aeiou"
    return closed and vowels == 1


def _all_forms() -> dict[str, tuple[str, VerbForm]]:
    bases = STATIVE | SAYING | PLANNING | COMMON | set(PAST_BY_BASE)
    bases = bases.union(*(family.verbs for family in FAMILIES)) - {"be", "have", "do"}
    found: dict[str, tuple[str, VerbForm]] = {}
    for base in sorted(bases):
        for form, kind in forms(base):
            known = found.get(form, (base, VerbForm.NONE))
            found[form] = (known[0], known[1] | kind)
    for participle, base in sorted(PARTICIPLE_OF.items()):
        known = found.get(participle, (base, VerbForm.NONE))
        found[participle] = (base, known[1] | VerbForm.PARTICIPLE)
    return found


_FORMS: Mapping[str, tuple[str, VerbForm]] = _all_forms()


@lru_cache(maxsize=20_000)
def verb_form(word: str) -> tuple[str, VerbForm]:
    """The base of *word* (lower case) and what it can be.

    Words on -ed and -ing that are in no table count as regular forms.
    """
    if word in NOT_VERBS:
        return word, VerbForm.NONE
    known = _FORMS.get(word)
    if known:
        return known
    if word in BE:
        return "be", VerbForm.NONE
    if word in HAVE:
        return "have", VerbForm.NONE
    if len(word) > 4 and word.endswith("ed"):
        return word[:-2], VerbForm.PAST | VerbForm.PARTICIPLE
    if len(word) > 6 and word.endswith(("izes", "ises", "ifies")):
        return word[:-1], VerbForm.PRESENT
    if len(word) > 5 and word.endswith("ing"):
        return word[:-3], VerbForm.ING
    return word, VerbForm.NONE


def is_past_irregular(word: str) -> bool:
    """*word* is a past form and nothing else ("met" may be a participle too)."""
    return word in PAST_OF and word not in PARTICIPLE_OF


def active_past(word: str) -> str | None:
    """The past form that goes with the participle *word*; None when not known."""
    base, form = verb_form(word)
    if VerbForm.PARTICIPLE not in form:
        return None
    return PAST_BY_BASE.get(base, word)
