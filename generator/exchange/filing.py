"""Entries into what a project keeps of them: a document that proves, and events.

An imported timeline is a source like any other. Its rows are written out as a document
of their own, one paragraph after the other as the file has them, and each event cites
its row: so what is published is proven by what was imported, and by nothing more.
The document is also what a later import knows the rows by.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.exchange.appendix import with_appendix
from generator.exchange.entries import Entry, Place, one_line, remark
from generator.exchange.places import degrees
from generator.exchange.prose import to_html, to_text
from generator.model.citations import Citation, Says
from generator.model.date_words import in_words
from generator.model.entities import Coordinates, Entity, EntityKind
from generator.model.events import EntityProposal, EventProposal, Factuality
from generator.model.letters import hyphenated
from generator.model.selectors import quote_of
from generator.model.sources import Document
from generator.model.timex import Basis
from generator.problems import Problem

FOLDER = "seeds/imported"
"""Where the documents of imported timelines lie, relative to the project."""

ROWS = 200
"""So many rows are in one document: proofs are looked for in all of its text."""

_BETWEEN = "\n\n* * *\n\n"
_END = "\n\n* * *\n"
_MOST_OF_TITLE = 80
_MOST_READ = 400
"""Letters of a text of which its title is made: in all of a long one, the library would
look for the end of each link that has none."""


def is_imported(document: Document) -> bool:
    """Whether *document* is an imported timeline."""
    return document.path.startswith(f"{FOLDER}/")


def row_of(entry: Entry) -> str:
    """*entry* written out, as its document has it and its event cites it."""
    happened = entry.factuality is Factuality.HAPPENED
    lines = {
        "When": _when(entry),
        "Standing": "" if happened else str(entry.factuality),
        "People": "; ".join(entry.people),
        "Organisations": "; ".join(entry.organisations),
        "Where": "; ".join(map(_place, entry.places)),
        "Subjects": "; ".join(entry.tags),
        "Id": entry.id,
    }
    head = "\n".join(f"{key}: {value}" for key, value in lines.items() if value)
    below = with_appendix(entry)
    return "\n\n".join(filter(None, (f"{entry.title}\n{head}".strip(), below)))


def _place(place: Place) -> str:
    at = place.coordinates
    return f"{place.label} ({degrees(at)})" if at else place.label


def _when(entry: Entry) -> str:
    phrase = _phrase(entry)
    return phrase if phrase == str(entry.date or phrase) else f"{phrase} ({entry.date})"


def _phrase(entry: Entry) -> str:
    """The words for the date of *entry* in its row. EDTF counts the years before Christ
    otherwise than people do, and would be taken for a slip."""
    if entry.said or entry.date is None:
        return entry.said
    early = entry.date.dates[0].first[0] < 1
    return in_words(entry.date) if early else str(entry.date)


def document_text(file: str, rows: Iterable[str]) -> str:
    """The document of *rows*, which came from *file*."""
    head = f"Rows of {file}, as they were imported."
    return f"{head}{_BETWEEN}{_BETWEEN.join(rows)}{_END}"


def holds(document: Document, row: str) -> bool:
    """Whether *row* was imported into *document*."""
    return f"{_BETWEEN}{row}{_END}" in document.text


def with_title(entry: Entry) -> str:
    """The title of *entry*; where it has none, the beginning of its text."""
    if entry.title:
        return entry.title
    caption = entry.picture.caption if entry.picture else ""
    words = to_text(to_html(entry.text[:_MOST_READ])) or caption
    if len(words) <= _MOST_OF_TITLE:
        return words
    return f"{words[:_MOST_OF_TITLE].rpartition(' ')[0] or words[:_MOST_OF_TITLE]} …"


def citation(entry: Entry, source: str, text: str) -> Citation:
    """The citation of the row of *entry* in *text*, the document of *source*."""
    row = row_of(entry)
    start = text.index(f"{_BETWEEN}{row}{_END}") + len(_BETWEEN)
    if entry.date is None:
        says = Says()
    else:
        says = Says(date=entry.date, phrase=_phrase(entry), basis=Basis.STATED)
    return Citation(source, quote_of(text, start, start + len(row)), says)


def event_of(entry: Entry, cited: Citation, cast: Cast) -> EventProposal:
    """The event that is proposed of *entry*."""
    return EventProposal(
        slug=entry.title,
        title=entry.title,
        date=entry.date,
        factuality=entry.factuality,
        people=cast.ids(EntityKind.PERSON, entry.people),
        organisations=cast.ids(EntityKind.ORGANISATION, entry.organisations),
        places=cast.ids(EntityKind.PLACE, [place.label for place in entry.places]),
        tags=entry.tags,
        citations=(cited,),
        body=with_appendix(entry),
        score=0.0,
    )


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is named in a timeline: their ids, and the files that are new."""

    known: Mapping[tuple[EntityKind, str], str]
    new: tuple[EntityProposal, ...] = ()
    problems: tuple[Problem, ...] = ()

    def ids(self, kind: EntityKind, labels: Iterable[str]) -> tuple[str, ...]:
        """The ids of *labels*, without those of which no id can be made."""
        found = [self.known.get((kind, label.casefold())) for label in labels]
        return tuple(dict.fromkeys(name for name in found if name))


def cast_of(
    entries: Sequence[Entry], entities: Iterable[Entity], taken: Iterable[str]
) -> Cast:
    """Everybody and everything that *entries* name, found among *entities* by their
    names, or new under an id that is not in *taken*."""
    known: dict[tuple[EntityKind, str], str] = {}
    for entity in entities:
        for label in (entity.pref_label, *entity.alt_label):
            known.setdefault((entity.kind, one_line(label).casefold()), entity.id)
    names, new = set(taken), list[EntityProposal]()
    problems: list[Problem] = []
    for entry in entries:
        for kind, label, at in _named(entry):
            if (kind, label.casefold()) in known:
                continue
            name = _free(hyphenated(label), kind, names)
            if name is None:
                problems.append(_no_id(entry, kind, label))
                continue
            names.add(name)
            known[kind, label.casefold()] = name
            new.append(EntityProposal(name, kind, label, coordinates=at))
    return Cast(known, tuple(new), tuple(problems))


def _named(entry: Entry) -> Iterator[tuple[EntityKind, str, Coordinates | None]]:
    yield from ((EntityKind.PERSON, label, None) for label in entry.people)
    yield from ((EntityKind.ORGANISATION, label, None) for label in entry.organisations)
    for place in entry.places:
        yield EntityKind.PLACE, place.label, place.coordinates


def _free(name: str, kind: EntityKind, taken: set[str]) -> str | None:
    """An id for *name* that nothing has; None where there is no letter for one."""
    tries = [name, f"{name}-{kind}"] if name else []
    return next((one for one in tries if one not in taken), None)


def _no_id(entry: Entry, kind: EntityKind, label: str) -> Problem:
    return remark(
        entry.origin,
        "name",
        f"no file name can be made of “{label}”, so its event does not name it",
        f'choose one: dateline new entity "{label}" --kind {kind} --id …',
    )
