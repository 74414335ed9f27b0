"""How languages beside English write dates: one table each."""

from __future__ import annotations

from generator.timex.languages.chinese import CHINESE
from generator.timex.languages.french import FRENCH
from generator.timex.languages.german import GERMAN
from generator.timex.languages.japanese import JAPANESE
from generator.timex.languages.korean import KOREAN
from generator.timex.languages.russian import RUSSIAN
from generator.timex.languages.spanish import SPANISH
from generator.timex.languages.table import Language
from generator.timex.languages.ukrainian import UKRAINIAN

LANGUAGES: dict[str, Language] = {
    "ru": RUSSIAN,
    "uk": UKRAINIAN,
    "de": GERMAN,
    "fr": FRENCH,
    "es": SPANISH,
    "ko": KOREAN,
    "ja": JAPANESE,
    "zh": CHINESE,
}
"""The table of each language, by its ISO 639-1 code."""

FIGURES = Language(
    data=(),
    year="Y4",
    rows=(r"(?P<numeric>(?:1[4-9]|20)\d\d-\d\d-\d\d)(?!-)",),
    left=r"(?<![\w./-])",
)
"""What is read of any other language: dates in the figures of ISO 8601."""
