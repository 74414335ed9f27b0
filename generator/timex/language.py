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
    "en": words(
        """
        the of and to in that was for with is on at by from as it has have are were be
        been this which not but they he she his said will an a
        """
    ),
    "de": words(
        """
        der die das und ist nicht ein eine einer dem den des im am in von vom zu zum mit
        auf für wird wurde werden war hat sie er es aus bei nach vor sich als
        """
    ),
    "fr": words(
        """
        le la les des et est une un dans que qui du de au aux pour sur par en il elle ne
        pas se ce cette a été sont avec à où
        """
    ),
    "es": words(
        """
        el la los las del de y es una un en que con por para al se su fue no lo está
        a o como más pero ha son
        """
    ),
}
"""Words so common that a paragraph has some; a shared one counts for each."""

_LETTERS: dict[str, re.Pattern[str]] = {
    "de": re.compile(r"[äöüßÄÖÜ]"),
    "fr": re.compile(r"[çèêëîïôœùûÇÈÊ]|\b[ldnqs]['’](?=\w)"),
    "es": re.compile(r"[ñáíóúÑÁÍÓÚ¿¡]"),
}
"""What decides between languages whose small words are level."""

_WORD = re.compile(r"[^\W\d_]+")
_JAPANESE_KANA = 0.05
"""Kana, as a share of the ideographs beside them, that make a text Japanese."""

_UKRAINIAN = re.compile(
    r"[іїєґІЇЄҐ]|\b(?:та|що|від|але|це|був|року|близько"
    r"|(?:лют|травн|червн|липн|серпн|вересн|жовтн|грудн)\w+)\b"
)
_RUSSIAN = re.compile(
    r"[ыэёъЫЭЁЪ]|\b(?:и|что|от|но|это|был|года|году|около"
    r"|(?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)\w+)\b"
)
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
    best = max(scores.values())
    if scores["en"] == best and (sample.isascii() or scores["en"] > 2):
        return "en"
    letters = {name: len(found.findall(sample)) for name, found in _LETTERS.items()}
    return max(scores, key=lambda name: (scores[name], letters.get(name, 0)))
