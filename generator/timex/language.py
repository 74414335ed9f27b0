"""A text into the language it is written in, by its letters and its small words."""

from __future__ import annotations

import re
from collections import Counter

from generator.timex.lexicon import words

_SAMPLE = 20_000
"""So many code points of a text are looked at."""

_SCRIPTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("ko", re.compile(r"[\uac00-\ud7a3]")),
    ("ja", re.compile(r"[\u3041-\u30ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("cyrillic", re.compile(r"[\u0400-\u04ff]")),
    ("latin", re.compile(r"[A-Za-z\u00c0-\u024f]")),
)

_SMALL_WORDS: dict[str, frozenset[str]] = {
    "en": words("the of and to in that was for with is on at by from as"),
    "de": words("der die das und ist nicht ein eine dem den im am von mit"),
    "fr": words("le la les des et est une dans que qui du au pour sur"),
    "es": words("el la los las del y es una en que con por para al"),
}
"""Words so common that a paragraph has some; a shared one counts for both."""

_WORD = re.compile(r"[^\W\d_]+")
_JAPANESE_KANA = 0.05
"""Kana, as a share of the ideographs beside them, that make a text Japanese."""

_UKRAINIAN = re.compile(r"[іїєґІЇЄҐ]|\b(?:та|що|від|але|це|був)\b")
_RUSSIAN = re.compile(r"[ыэёъЫЭЁЪ]|\b(?:и|что|от|но|это|был)\b")
"""Letters and small words that only one of the two has."""


def language_of(text: str) -> str:
    """The ISO 639-1 code of the language; "en" where nothing tells otherwise."""
    sample = text[:_SAMPLE]
    if sample.isascii():
        return _latin_language(sample)
    counts = {name: len(script.findall(sample)) for name, script in _SCRIPTS}
    ideographs = counts["zh"] + counts["ja"]
    weights = {
        "ko": 2 * counts["ko"],
        "cjk": 2 * ideographs,
        "cyrillic": counts["cyrillic"],
        "latin": counts["latin"],
    }
    script = max(weights, key=lambda name: weights[name])
    if not weights[script]:
        return "en"
    if script == "cjk":
        return "ja" if counts["ja"] > _JAPANESE_KANA * ideographs else "zh"
    if script == "cyrillic":
        marks = [len(pattern.findall(sample)) for pattern in (_UKRAINIAN, _RUSSIAN)]
        return "uk" if marks[0] > marks[1] else "ru"
    return "ko" if script == "ko" else _latin_language(sample)


def _latin_language(sample: str) -> str:
    seen = Counter(_WORD.findall(sample.lower()))
    scores = {
        language: sum(seen[word] for word in small)
        for language, small in _SMALL_WORDS.items()
    }
    best = max(scores, key=lambda language: scores[language])
    return best if scores[best] > scores["en"] else "en"
