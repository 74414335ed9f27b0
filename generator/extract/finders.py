"""Looks at what is installed: chooses how names are found, patterns or a model too."""

from __future__ import annotations

from functools import cache

from generator.extract.gazetteer import gazetteer
from generator.extract.model_names import ModelNames
from generator.extract.name import NameFinder
from generator.extract.names import PatternNames
from generator.extract.spacy_model import SpacyTagger, installed_model
from generator.problems import DatelineError


class NoModelError(DatelineError):
    """The settings ask for a model, and none is installed."""

    def __init__(self) -> None:
        super().__init__(
            "dateline.toml asks for names = “model”, but no language model is "
            "installed. Install it with: pip install 'dateline[nlp]', "
            "or write names = “auto”"
        )


@cache
def name_finder(names: str) -> NameFinder:
    """What finds names by the setting *names*: "auto", "patterns" or "model".

    Raises:
        NoModelError: A model is asked for and none is installed.
    """
    patterns = PatternNames(gazetteer())
    model = installed_model() if names != "patterns" else None
    if model is not None:
        return ModelNames(patterns, SpacyTagger(model), gazetteer())
    if names == "model":
        raise NoModelError
    return patterns
