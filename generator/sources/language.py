"""Tells the language of a text by its script and its commonest words."""

from __future__ import annotations

import re
from collections import Counter

from generator.sources.cues import words

COMMON_WORDS: dict[str, frozenset[str]] = {
    # The small words that fill a language's every sentence; shared ones ("de",
    # "la") count for each language that has them.
    "de": words("der die das und ist nicht ein eine mit von für auf dem den"),
    "en": words("the of and to in is was that for on with as has by at from"),
    "es": words("el la los las de y en que un una por con del se no para"),
    "fr": words("le la les de des et en un une du que est dans pour sur au"),
    "it": words("il lo la gli di e che un una per con del non si è della"),
    "nl": words("de het een en van in is dat op te met voor niet zijn"),
    "pl": words("i w na z się że do nie jest to o po przez dla od"),
    "pt": words("o a os as de e em que um uma do da para com não por"),
    "ru": words("и в на не что с по как это из к о за от его для"),
    "uk": words("і в на не що з та як це із до про за від його для у"),
}

_SCRIPTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    # Kana before Han: Japanese is written with both, Chinese with Han alone.
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7a3]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
)

LOOKED_AT = 20_000
"""Code points of a text that are enough to tell its language."""

LEAST_SHARE = 0.04
"""Of a text's words, those that must be a language's commonest."""


def language_of(text: str) -> str:
    """The BCP 47 tag of *text*'s language; "und" when it cannot be told."""
    sample = text[:LOOKED_AT].lower()
    letters = sum(c.isalpha() for c in sample)
    for tag, script in _SCRIPTS:
        if letters and len(script.findall(sample)) > 0.15 * letters:
            return tag
    words = Counter(re.findall(r"[^\W\d_]+", sample))
    total = sum(words.values())
    shares = {
        tag: sum(words[word] for word in common) / total if total else 0.0
        for tag, common in COMMON_WORDS.items()
    }
    best = max(sorted(shares), key=lambda tag: shares[tag])
    if best == "ru" and re.search("[іїєґ]", sample):
        best = "uk"  # Russian has none of these letters, and many words in common
    return best if shares[best] >= LEAST_SHARE else "und"
