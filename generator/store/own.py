"""What of the content is a person's, as far as the next reading depends on it. Pure."""

from __future__ import annotations

from dataclasses import replace

from generator.model.timeline import Content
from generator.store.folder import Store
from generator.store.regenerate import merge_values


def known_by_people(store: Store) -> Content:
    """The content with only those entities that a person has had a hand in.

    What the tool itself wrote of a name must not teach it that name: the same texts
    would be read otherwise the second time.
    """
    untouched = {
        file.id
        for key, file in store.files.items()
        if file.folder == "entities"
        and (record := store.records.get(key)) is not None
        and not record.adopted
        and merge_values(file) == record.values
    }
    entities = [e for e in store.content.entities if e.id not in untouched]
    return replace(store.content, entities=tuple(entities))
