"""What of the content is a person's, as far as the next reading depends on it. Pure."""

from __future__ import annotations

from dataclasses import replace

from generator.model.sources import Source
from generator.model.timeline import Content
from generator.store.folder import Store
from generator.store.regenerate import as_proposed


def known_by_people(store: Store) -> Content:
    """The content with only those entities, and of a source's card only that date and
    that language, that a person has had a hand in.

    What the tool itself wrote must not teach it: the same texts would be read otherwise
    the second time. So a text that was corrected is dated anew, like one that has come.
    """
    untouched = {
        file.id
        for key, file in store.files.items()
        if file.folder == "entities"
        and (record := store.records.get(key)) is not None
        and not record.adopted
        and as_proposed(file, record.values)
    }
    entities = [e for e in store.content.entities if e.id not in untouched]
    sources = [_by_people(source, store) for source in store.content.sources]
    return replace(store.content, entities=tuple(entities), sources=tuple(sources))


def _by_people(source: Source, store: Store) -> Source:
    """*source* without the day and the language that stand in it as proposed."""
    key = f"sources/{source.id}"
    file, record = store.files.get(key), store.records.get(key)
    if file is None or record is None or record.adopted:
        return source

    def is_own(field: str) -> bool:
        proposed = record.values.get(field)
        return proposed is not None and file.values.get(field) == proposed

    return replace(
        source,
        issued=None if is_own("issued") else source.issued,
        language="" if is_own("language") else source.language,
    )
