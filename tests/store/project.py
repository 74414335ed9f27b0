"""A small project in memory or on disk, for the tests of safe regeneration."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.config import Project
from generator.model.citations import Citation, Says
from generator.model.edtf import parse_edtf
from generator.model.entities import EntityKind
from generator.model.events import (
    EntityProposal,
    EventProposal,
    Factuality,
    Proposals,
    SourceProposal,
)
from generator.model.selectors import quote_of
from generator.model.sources import Document
from generator.model.timex import Basis
from generator.store import read_store
from generator.store.edits import Applied, Revision, apply, revise

TEXT = (
    "The harbour bridge opened on 12 July 2019 after two years of work. "
    "The ferry stopped last week. "
    "A second bridge is planned for 2031. "
    "The old lighthouse was moved in May 2018, the port said. "
    "The port office closed on 3 March 2020.\n"
)
OTHER = (
    "In July 2019 the long awaited harbour bridge opened to traffic. "
    "The ferry made its last crossing last week.\n"
)


def document(name: str = "post", text: str = TEXT) -> Document:
    return Document(name, f"seeds/{name}.txt", text, sha256="00" * 32)


def citation(
    words: str,
    source: str = "post",
    text: str = TEXT,
    *,
    date: str = "",
    phrase: str = "",
    needs: str = "",
) -> Citation:
    """The citation of *words* in *text*, which must hold them."""
    start = text.index(words)
    says = Says(
        date=parse_edtf(date) if date else None,
        phrase=phrase,
        basis=Basis.STATED if date else None,
        needs=needs,
    )
    return Citation(source, quote_of(text, start, start + len(words)), says)


def event(
    title: str = "Harbour bridge opens",
    date: str = "2019-07-12",
    *cited: Citation,
    people: Sequence[str] = (),
    places: Sequence[str] = (),
    tags: Sequence[str] = (),
    body: str = "The bridge opened.",
    slug: str = "bridge",
    factuality: Factuality = Factuality.HAPPENED,
) -> EventProposal:
    return EventProposal(
        slug=slug,
        title=title,
        date=parse_edtf(date) if date else None,
        factuality=factuality,
        people=tuple(people),
        organisations=(),
        places=tuple(places),
        tags=tuple(tags),
        citations=cited or (citation("The harbour bridge opened on 12 July 2019"),),
        body=body,
        score=1.0,
    )


def proposals(
    *events: EventProposal,
    entities: Sequence[EntityProposal] = (),
    sources: Sequence[SourceProposal] = (),
) -> Proposals:
    return Proposals(tuple(events), tuple(entities), tuple(sources))


def person(name: str, label: str) -> EntityProposal:
    return EntityProposal(name, EntityKind.PERSON, label)


@dataclass
class Desk:
    """A project on disk with an editor and the tool taking turns at it."""

    root: Path
    documents: Sequence[Document] = field(
        default_factory=lambda: [document(), document("herald", OTHER)]
    )

    @property
    def project(self) -> Project:
        return Project(self.root)

    def plan(self, found: Proposals, *, accept_deletions: bool = False) -> Revision:
        """What the tool would do with *found*."""
        store, _ = read_store(self.project)
        return revise(store, found, self.documents, accept_deletions=accept_deletions)

    def extract(self, found: Proposals, *, accept_deletions: bool = False) -> Revision:
        """The tool's turn; what it did."""
        revision = self.plan(found, accept_deletions=accept_deletions)
        self.apply(revision)
        return revision

    def apply(self, revision: Revision) -> Applied:
        return apply(revision, self.project)

    def path(self, name: str) -> Path:
        return self.root / "content" / f"{name}.md"

    def text(self, name: str) -> str:
        return self.path(name).read_bytes().decode()

    def write(self, name: str, text: str) -> None:
        self.path(name).parent.mkdir(parents=True, exist_ok=True)
        self.path(name).write_bytes(text.encode())

    def edit(self, name: str, old: str, new: str) -> None:
        """The editor's turn: *new* for *old*, which must be there once."""
        text = self.text(name)
        assert text.count(old) == 1, text
        self.write(name, text.replace(old, new))

    def files(self) -> Mapping[str, bytes]:
        """Every file under the project, by its path."""
        return {
            path.relative_to(self.root).as_posix(): path.read_bytes()
            for path in sorted(self.root.rglob("*"))
            if path.is_file()
        }

    @property
    def names(self) -> list[str]:
        """Every content file, by folder and id."""
        folder = self.root / "content"
        return sorted(
            path.relative_to(folder).with_suffix("").as_posix()
            for path in folder.rglob("*.md")
        )
