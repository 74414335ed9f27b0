"""Knows the forms of verbs: which base, and whether past, participle or present."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class VerbForm:
    """What a word can be as a verb; false when it is none that we know."""

    base: bool = False
    present: bool = False
    past: bool = False
    participle: bool = False
    ing: bool = False

    def __bool__(self) -> bool:
        return self.base or self.present or self.past or self.participle or self.ing

    def __or__(self, other: VerbForm) -> VerbForm:
        """What it can be when it can be either."""
        return VerbForm(
            self.base or other.base,
            self.present or other.present,
            self.past or other.past,
            self.participle or other.participle,
            self.ing or other.ing,
        )


NO_VERB = VerbForm()
_BASE = VerbForm(base=True)
_PRESENT = VerbForm(present=True)
_PAST = VerbForm(past=True)
_PARTICIPLE = VerbForm(participle=True)
_ING = VerbForm(ing=True)


_DOUBLING = words(
    # Verbs of more syllables that double their last consonant ("submitted").
    """submit commit admit permit omit prefer refer transfer occur control compel expel
    repel propel patrol cancel travel model label signal equip"""
)


def forms(base: str) -> Iterator[tuple[str, VerbForm]]:
    """The inflected forms of *base*."""
    yield base, _BASE
    if base.endswith(("s", "sh", "ch", "x", "z", "o")):
        yield base + "es", _PRESENT
    elif base.endswith("y") and base[-2:-1] not in "aeiou":
        yield base[:-1] + "ies", _PRESENT
    else:
        yield base + "s", _PRESENT
    yield _stem(base, "i") + "ing", _ING
    if base in PAST_BY_BASE:
        yield PAST_BY_BASE[base], _PAST
    else:
        yield _stem(base, "e") + "ed", _PAST | _PARTICIPLE


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
            known = found.get(form, (base, NO_VERB))
            found[form] = (known[0], known[1] | kind)
    for participle, base in sorted(PARTICIPLE_OF.items()):
        known = found.get(participle, (base, NO_VERB))
        found[participle] = (base, known[1] | _PARTICIPLE)
    return found


_FORMS: Mapping[str, tuple[str, VerbForm]] = _all_forms()


_IS = re.compile("is(?=(?:e|es|ed|ing)$)")
"""British "recognise" is the tables' "recognize"."""


@lru_cache(maxsize=20_000)
def verb_form(word: str) -> tuple[str, VerbForm]:
    """The base of *word* (lower case) and what it can be.

    Words on -ed and -ing that are in no table count as regular forms.
    """
    if word in NOT_VERBS:
        return word, NO_VERB
    known = _FORMS.get(word) or _FORMS.get(_IS.sub("iz", word))
    if known:
        return known
    if word in BE:
        return "be", NO_VERB
    if word in HAVE:
        return "have", NO_VERB
    if len(word) > 4 and word.endswith("ed"):
        return word[:-2], _PAST | _PARTICIPLE
    if len(word) > 6 and word.endswith(("izes", "ises", "ifies")):
        return word[:-1], _PRESENT
    if len(word) > 5 and word.endswith("ing"):
        return word[:-3], _ING
    return word, NO_VERB


def is_past_irregular(word: str) -> bool:
    """*word* is a past form and nothing else ("met" may be a participle too)."""
    return word in PAST_OF and word not in PARTICIPLE_OF


def active_past(word: str) -> str | None:
    """The past form that goes with the participle *word*; None when not known."""
    base, form = verb_form(word)
    if not form.participle:
        return None
    return PAST_BY_BASE.get(base, word)
