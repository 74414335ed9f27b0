"""The cast of documents in one go, as `propose` makes it in rounds."""

from __future__ import annotations

from collections.abc import Sequence

from generator.extract.entities import Cast, cast_from, labels_of, names_of
from generator.extract.gazetteer import gazetteer
from generator.extract.name import NameFinder
from generator.extract.names import PatternNames
from generator.model.entities import Entity
from generator.model.sources import Document


def cast_of(
    documents: Sequence[Document],
    entities: Sequence[Entity],
    finder: NameFinder | None = None,
) -> Cast:
    """The cast of *documents*; *finder* finds the names, patterns when left out."""
    finder = finder or PatternNames(gazetteer())
    labels = labels_of(entities)
    names = [names_of(document, labels, finder) for document in documents]
    return cast_from(documents, entities, names)
