"""What waits for a person, as a list that is made anew from the files each time. Pure.

Nothing is remembered of a queue but what people settled: an entry goes when its
cause goes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from generator.checks import Drift, Fate, drift
from generator.model.citations import Citation
from generator.model.events import Event, Status
from generator.model.selectors import TextQuoteSelector, positions
from generator.model.sources import Document
from generator.problems import Origin, Problem
from generator.review.settled import Settled
from generator.store import ContentFile, Store
from generator.store.edits import Offer, offers

CONTEXT = 160


class Matter(StrEnum):
    """Why an event waits for a person, the most pressing first."""

    QUOTE = "quote"
    DIFFERS = "differs"
    TWIN = "may-be-the-same"
    UNDATED = "undated"
    PROPOSED = "proposed"
    SINGLE_SOURCE = "single-source"


@dataclass(frozen=True, slots=True)
class Passage:
    """A cited passage in its context.

    `before` and `after` are what stands around it, with the space that parts them
    from it where there is one: the three joined are as printed, in one line.
    `line` is 0 and the context empty when the words do not stand in the source once.
    """

    source: str
    exact: str
    before: str = ""
    after: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that a person is asked about one event.

    `origin` is the place to open; `message` says what is the matter and `hint` what
    may be done. `offer` is what the tool would write; `other` the id of the event
    that may be the same; `index` tells the citation that `drift` is about.
    """

    matter: Matter
    event: str
    title: str
    origin: Origin
    message: str
    hint: str
    passages: tuple[Passage, ...] = ()
    offer: Offer | None = None
    other: str = ""
    index: int = 0
    drift: Drift | None = None


@dataclass(frozen=True, slots=True)
class Twin:
    """Another event that may be the same, and why."""

    event: str
    title: str
    because: str


class Queue:
    """What waits in a project: events in the order of their ids."""

    def __init__(
        self,
        store: Store,
        documents: Sequence[Document],
        settled: dict[str, Settled],
        twins: Mapping[str, Sequence[Twin]],
        problems: Sequence[Problem] = (),
    ) -> None:
        self.problems = problems
        self.store = store
        self.documents = documents
        self.settled = settled
        self.twins = twins
        self.texts = {document.id: document.text for document in documents}

    def __iter__(self) -> Iterator[Entry]:
        for key, file in sorted(self.store.files.items()):
            if file.folder == "events":
                yield from self.of_event(key, file)

    @property
    def events(self) -> list[Event]:
        """All events, in the order of their ids."""
        things = [file.thing for _, file in sorted(self.store.files.items())]
        return [thing for thing in things if isinstance(thing, Event)]

    def event(self, id: str) -> Event | None:
        """The event of that *id*; None when there is none."""
        file = self.store.files.get(f"events/{id}")
        return file.thing if file and isinstance(file.thing, Event) else None

    def with_files(self, files: Mapping[str, ContentFile]) -> Queue:
        """The same queue over *files* as they stand now."""
        return Queue(
            replace(self.store, files=files),
            self.documents,
            self.settled,
            self.twins,
            self.problems,
        )

    def of_event(self, key: str, file: ContentFile) -> Iterator[Entry]:
        """The entries of one event; none when a person rejected it."""
        event = file.thing
        assert isinstance(event, Event)
        if event.status is Status.REJECTED:
            return
        settled = self.settled.get(event.id, Settled())
        yield from self._quotes(event)
        yield from self._differences(key, file, event, settled)
        yield from self._twins(event, settled)
        if event.date is None:
            yield from self._undated(event)
        if event.status is Status.PROPOSED:
            yield self._entry(
                Matter.PROPOSED,
                event,
                "the tool proposes this event",
                "accept it as it is, correct it, or reject it",
            )
        else:
            yield from self._single_source(event, settled)

    def _entry(
        self,
        matter: Matter,
        event: Event,
        message: str,
        hint: str,
        *,
        key: str = "",
        citations: Sequence[Citation] | None = None,
        **details: Any,
    ) -> Entry:
        origin = event.origins.get(key, event.origin)
        cited = event.citations if citations is None else citations
        passages = tuple(self._passage(citation) for citation in cited)
        return Entry(
            matter, event.id, event.title, origin, message, hint, passages, **details
        )

    def _quotes(self, event: Event) -> Iterator[Entry]:
        for index, citation in enumerate(event.citations):
            text = self.texts.get(citation.source)
            found = None if text is None else drift(citation.quote, text)
            if found is None:
                continue
            message, hint = _FATES[found.fate]
            if found.now is not None and found.fate is Fate.DRIFTED:
                message = f"{message}: “{found.now.exact}”"
            yield self._entry(
                Matter.QUOTE,
                event,
                "; ".join([message, *found.alarms]),
                hint,
                key=f"citations.{index}.exact",
                citations=[citation],
                index=index,
                drift=found,
            )

    def _differences(
        self, key: str, file: ContentFile, event: Event, settled: Settled
    ) -> Iterator[Entry]:
        record = self.store.records.get(key)
        if record is None:
            return
        for offer in offers(file, record):
            if settled.declined.get(offer.name) == offer.value:
                continue
            yield self._entry(
                Matter.DIFFERS,
                event,
                f"the tool would now write {offer.shown} for {offer.called}",
                "take it, or keep what stands there",
                key=".".join(map(str, offer.path)),
                offer=offer,
            )

    def _twins(self, event: Event, settled: Settled) -> Iterator[Entry]:
        for twin in self.twins.get(event.id, ()):
            # It may have been merged or rejected just now.
            other = self.event(twin.event)
            there = other is not None and other.status is not Status.REJECTED
            if there and twin.event not in settled.apart:
                yield self._entry(
                    Matter.TWIN,
                    event,
                    f"it may be the same as “{twin.title}” ({twin.event}): "
                    f"{twin.because}",
                    "merge the two, or keep them apart",
                    other=twin.event,
                )

    def _single_source(self, event: Event, settled: Settled) -> Iterator[Entry]:
        sources = {citation.source for citation in event.citations}
        if len(sources) == 1 and sources.isdisjoint(settled.single_source):
            yield self._entry(
                Matter.SINGLE_SOURCE,
                event,
                f"only one source tells of it: {''.join(sources)}",
                "look for a second one, or keep it as it is",
                key="citations.0.exact",
            )

    def _undated(self, event: Event) -> Iterator[Entry]:
        waiting = [(i, c) for i, c in enumerate(event.citations) if c.says.needs]
        needs = [
            f"“{c.says.phrase}” in {c.source} needs {c.says.needs}" for _, c in waiting
        ]
        key = f"citations.{waiting[0][0]}.says.needs" if waiting else "title"
        message = "; ".join(["it has no date", *needs])
        hint = (
            "find out when the article was published, and write that as issued: into "
            "its file in content/sources/"
            if needs
            else "write date: when a source gives it"
        )
        yield self._entry(Matter.UNDATED, event, message, hint, key=key)

    def _passage(self, citation: Citation) -> Passage:
        text = self.texts.get(citation.source, "")
        quote: TextQuoteSelector = citation.quote
        found = positions(quote, text)
        if len(found) != 1:
            return Passage(citation.source, quote.exact)
        start, end = found[0].start, found[0].end
        return Passage(
            citation.source,
            quote.exact,
            _before(text[max(0, start - CONTEXT) : start], start > CONTEXT),
            _after(text[end : end + CONTEXT], end + CONTEXT < len(text)),
            text.count("\n", 0, start) + 1,
        )


_FATES = {
    Fate.MOVED: (
        "these words stand in the source, but not between this prefix and suffix",
        "accept what stands around them now",
    ),
    Fate.REPEATED: (
        "these words stand in the source several times",
        "open the file and add the prefix or suffix that tells the place",
    ),
    Fate.DRIFTED: (
        "the source prints it differently",
        "read it: accept what is printed, or open the file",
    ),
    Fate.VANISHED: (
        "neither these words nor any like them are in the source",
        "open the file: another passage is needed, or the event is to be rejected",
    ),
}


def _before(text: str, cut: bool) -> str:
    """*text* in one line; of one that was cut, without the word that it begins in."""
    words = " ".join(text.split())
    if cut:
        words = f"… {words.partition(' ')[2]}"
    return f"{words} " if text[-1:].isspace() and words else words


def _after(text: str, cut: bool) -> str:
    """*text* in one line; of one that was cut, without the word that it ends in."""
    words = " ".join(text.split())
    if cut:
        words = f"{words.rpartition(' ')[0]} …"
    return f" {words}" if text[:1].isspace() and words else words
