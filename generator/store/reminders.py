"""What a file leaves out that its record knows, and that a reader may miss. Pure.

Both are a person's to decide. A new name is told until the next extraction has it on
record; a plan told as a fact, until somebody says that it is one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model.sources import Document
from generator.problems import Problem, Severity
from generator.store.folder import Store
from generator.store.layout import id_of
from generator.store.matching import renamed
from generator.store.naming import id_of_words
from generator.store.passages import listed
from generator.store.proposed import Record
from generator.store.reading import ContentFile

_READ_AS = {
    "planned": "something that was only planned",
    "denied": "something that was denied",
    "alleged": "something that was only alleged",
}


def reminders(store: Store, documents: Sequence[Document]) -> Iterator[Problem]:
    """New names to which no former address leads, and plans told as facts."""
    texts = {document.id: document.text for document in documents}
    here = store.files.keys() | store.unread.keys()
    absent = [
        key
        for key, record in store.records.items()
        if not (record.gone or record.withdrawn) and key not in here
    ]
    moves = renamed(store.records, store.files, absent, texts)
    for old, new in moves.items():
        yield from forwarding(store.files[new], id_of(old))
    for key, file in sorted(store.files.items()):
        record = store.records.get(key)
        if file.folder == "events" and record is not None:
            yield from _told_as_fact(file, record)


def forwarding(file: ContentFile, former: str) -> Iterator[Problem]:
    """A note that nothing leads from the id *former* to *file*, unless it does.

    A file whose name cannot stay is not there yet.
    """
    stays = id_of_words(file.id) == file.id
    if stays and former not in listed(file.values, "aliases"):
        yield Problem(
            file.thing.origin,
            Severity.NOTE,
            "renamed",
            f"this event was “{former}” before",
            f"add aliases: [{former}], so that its old address leads here",
        )


def _told_as_fact(file: ContentFile, record: Record) -> Iterator[Problem]:
    read_as = _READ_AS.get(str(record.values.get("factuality", "")))
    rejected = file.values.get("status") == "rejected"
    if read_as is not None and "factuality" not in file.values and not rejected:
        yield Problem(
            file.thing.origin,
            Severity.WARNING,
            "told-as-fact",
            f"its passages were read as {read_as}; without factuality: it is told as "
            "something that happened",
            f"bring factuality: {record.values['factuality']} back, or write "
            "factuality: happened if it did",
        )
