"""Names with a model's help: what a pattern or a list is sure of stays."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator

import pytest
from casting import cast_of

from generator.extract import finders
from generator.extract.gazetteer import gazetteer
from generator.extract.model_names import Marked, ModelNames
from generator.extract.names import PatternNames
from generator.extract.spacy_model import MODELS, SpacyTagger, installed_model
from generator.model.entities import Entity, EntityKind
from generator.sources import document_of


class FakeTagger:
    """Marks each name of its table wherever it stands, in one line."""

    says = "a table"

    def __init__(self, **labels: str) -> None:
        self._labels = {name.replace("_", " "): v for name, v in labels.items()}
        self.seen: list[str] = []

    def marked(self, text: str) -> Iterator[Marked]:
        self.seen.append(text)
        for name, label in self._labels.items():
            for match in re.finditer(re.escape(name), text):
                yield Marked(match.start(), match.end(), label)


def named(
    text: str, tagger: FakeTagger, entities: tuple[Entity, ...] = ()
) -> dict[str, str]:
    """Label -> kind of what the text names."""
    data = f"A Bridge Opens In Town\n\n{text}\n".encode()
    document = document_of("a", "seeds/a.txt", data)
    known = gazetteer()
    finder = ModelNames(PatternNames(known), tagger, known)
    found = cast_of([document], entities, finder).entities.values()
    return {e.pref_label: str(e.kind) for e in found}


@pytest.mark.parametrize(
    ("text", "tagger", "expected"),
    [
        (
            "On Monday Quillo slept.",
            FakeTagger(Quillo="ORG"),
            {"Quillo": "organisation"},
        ),
        ("They met in Norway.", FakeTagger(Norway="ORG"), {"Norway": "place"}),
        (
            "Before the bridge was opened to all the people of the town, Arvo\n"
            "Quillo slept.",
            FakeTagger(Arvo_Quillo="PERSON"),
            {"Arvo Quillo": "person"},
        ),
        (
            "On Monday the Quillo slept.",
            FakeTagger(the_Quillo="ORG"),
            {"Quillo": "organisation"},
        ),
        (
            "On Monday Mayor Arvo Quillo slept. Quillo spoke.",
            FakeTagger(Quillo="ORG"),
            {"Arvo Quillo": "person"},
        ),
        (
            "Quillo said it would sell. Then Quillo said it would not.",
            FakeTagger(Quillo="PERSON"),
            {"Quillo": "organisation"},
        ),
        (
            "The envoy saw Quillo Ink. Then Quillo Ink slept.",
            FakeTagger(Quillo_Ink="PERSON"),
            {"Quillo Ink": "person"},
        ),
        (
            "It was in Norwegian hands.",
            FakeTagger(Norwegian="NORP"),
            {"Norway": "place"},
        ),
        ("On Monday it rained.", FakeTagger(Monday="DATE"), {}),
    ],
    ids=[
        "what-no-pattern-shows",
        "a-known-place-beats-the-model",
        "broken-over-lines",
        "without-the-article",
        "a-surname-beats-the-model",
        "a-pattern-beats-the-model",
        "all-of-the-document",
        "no-adjectives",
        "no-dates",
    ],
)
def test_the_model_completes_the_patterns(
    text: str, tagger: FakeTagger, expected: dict[str, str]
) -> None:
    assert named(text, tagger) == expected


def test_the_model_sees_no_headings() -> None:
    tagger = FakeTagger()
    named("On Monday it rained.", tagger)
    assert tagger.seen == ["On Monday it rained."]


def test_what_an_editor_names_beats_the_model() -> None:
    bridge = Entity("old-bridge", EntityKind.PLACE, "Quillo")
    found = named("On Monday Quillo slept.", FakeTagger(Quillo="ORG"), (bridge,))
    assert found == {"Quillo": "place"}


def test_both_ways_say_what_they_are() -> None:
    patterns = PatternNames(gazetteer())
    both = ModelNames(patterns, FakeTagger(), gazetteer())
    assert (patterns.says, both.says) == (
        "patterns and lists",
        "patterns and lists, and a table",
    )


def test_patterns_run_when_they_are_asked_for() -> None:
    assert finders.name_finder("patterns").says == "patterns and lists"


def test_a_model_that_is_missing_is_asked_for_in_vain(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(finders, "installed_model", lambda: None)
    with pytest.raises(finders.NoModelError) as stopped:
        finders.name_finder.__wrapped__("model")
    assert str(stopped.value) == (
        "dateline.toml asks for names = “model”, but no language model is installed. "
        "Install it with: pip install 'dateline[nlp]', or write names = “auto”"
    )


def test_without_a_model_patterns_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finders, "installed_model", lambda: None)
    assert finders.name_finder.__wrapped__("auto").says == "patterns and lists"


def test_no_model_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "generator.extract.spacy_model.find_spec",
        lambda name: None if name == "spacy" else object(),
    )
    assert installed_model() is None


@pytest.mark.skipif(
    importlib.util.find_spec("spacy") is None
    or not any(importlib.util.find_spec(name) for name in MODELS),
    reason="the extra “nlp” (spaCy and a model) is not installed",
)
class TestTheInstalledModel:
    """The same with spaCy, where it is installed."""

    def test_it_finds_people_and_places_and_the_same_ones_again(self) -> None:
        model = installed_model()
        assert model is not None
        tagger = SpacyTagger(model)
        text = "On Monday Angela Merkel met Barack Obama in Berlin."
        first = list(tagger.marked(text))
        assert {text[m.start : m.end]: m.label for m in first}["Berlin"] == "GPE"
        assert list(tagger.marked(text)) == first

    def test_the_report_names_it(self) -> None:
        assert finders.name_finder("auto").says.startswith(
            "patterns and lists, and spaCy "
        )
