"""What the extraction proposed and a person left alone is proposed again, unchanged."""

from __future__ import annotations

from own_doors import SEEDS, read

from generator.extract import propose
from generator.model.entities import Entity
from generator.settings import ExtractConfig


def test_names_that_got_a_file_change_nothing_at_the_next_reading() -> None:
    readings = [
        read(path.stem, path.read_bytes()) for path in sorted(SEEDS.glob("*.txt"))
    ]
    first = propose(readings, [], ExtractConfig(names="patterns"))
    entities = [
        Entity(e.id, e.kind, e.pref_label, alt_label=e.alt_label)
        for e in first.entities
    ]
    assert (
        propose(readings, entities, ExtractConfig(names="patterns")).events
        == first.events
    )
