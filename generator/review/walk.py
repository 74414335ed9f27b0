"""Walks through the queue with a person: shows one entry, asks, carries it out.

It can be left at any moment: every answer is written when it is given, and what was
not answered waits in the files as before.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.checks import Fate
from generator.config import Project
from generator.files import ProjectLock
from generator.model.events import Event, Factuality
from generator.problems import DatelineError, FileAccessError, Problem
from generator.review.decisions import accept, doubts, heir_of, keep, merge, reject
from generator.review.queue import Entry, Matter, Passage, Queue
from generator.store import read_store, with_excerpts
from generator.store.edits import FileGoneError, NotReadableError, read_again

WIDTH = 78

Ask = Callable[[str], str]
Tell = Callable[[str], None]
OpenEditor = Callable[[Path, int], None]


@dataclass(frozen=True, slots=True)
class Answer:
    """A letter that may be typed, and what it does here."""

    letter: str
    does: str


_LATER = (
    Answer("e", "edit the file"),
    Answer("l", "later"),
    Answer("q", "quit"),
)
_ANSWERS: Mapping[Matter, Sequence[Answer]] = {
    Matter.QUOTE: (Answer("r", "reject the event"),),
    Matter.DIFFERS: (Answer("a", "take it"), Answer("k", "keep what stands there")),
    Matter.TWIN: (Answer("a", "merge this into it"), Answer("k", "keep them apart")),
    Matter.UNDATED: (),
    Matter.PROPOSED: (
        Answer("a", "accept: it is reviewed"),
        Answer("r", "reject"),
        Answer("m", "merge into another event"),
    ),
    Matter.SINGLE_SOURCE: (Answer("k", "one is enough"),),
}
_AS_PRINTED = Answer("a", "write it as it is printed")


def answers_to(entry: Entry) -> list[Answer]:
    """What may be answered to *entry*."""
    first = []
    if entry.drift is not None and entry.drift.fate in (Fate.MOVED, Fate.DRIFTED):
        first.append(_AS_PRINTED)
    return [*first, *_ANSWERS[entry.matter], *_LATER]


class NotNamedError(DatelineError):
    """No event was named to merge another into."""

    def __init__(self) -> None:
        super().__init__("No event was named, so nothing was merged.")


class _QuitError(Exception):
    """The person has had enough for now."""


@dataclass
class Session:
    """One walk: `done` answers were carried out, `left` entries were put off.

    `shown` events of the `waiting` ones were shown so far. `refused` are entries
    of which an answer could not be written, and was not given again.
    """

    project: Project
    queue: Queue
    ask: Ask
    tell: Tell
    open_editor: OpenEditor
    done: int = 0
    left: int = 0
    shown: int = 0
    waiting: int = 0
    refused: set[tuple[str, str]] = field(default_factory=set)
    _asked: set[str] = field(default_factory=set)
    _to_ask: list[str] = field(default_factory=list)
    _edited: bool = False

    def walk(self) -> None:
        """Ask about every event until the end of the queue, or until told to quit."""
        self._line_up()
        try:
            while self._to_ask:
                key = self._to_ask.pop()
                self._asked.add(key)
                self._event(key)
        except (_QuitError, EOFError):
            self.tell("What is not answered waits: run `dateline review` again.")
            return
        finally:
            if self.done or self.left:
                self.tell(f"{self.done} answered, {self.left} put off")
        if not self.done and not self.left:
            self.tell("nothing waits for you")

    def _line_up(self) -> None:
        """Every event that was not asked about yet, the first of them last."""
        events = {k for k, f in self.queue.store.files.items() if f.folder == "events"}
        self._to_ask = sorted(events - self._asked, reverse=True)
        self.waiting = self.shown + sum(bool(self._entries(k)) for k in self._to_ask)

    def _event(self, key: str) -> None:
        """All entries of one event; an answer may make others go, or bring new ones."""
        put_off: list[Entry] = []
        shown = False
        while True:
            waiting = [e for e in self._entries(key) if not _is_in(e, put_off)]
            if not waiting:
                return
            if not shown:
                self.shown += 1
            if not shown or self._edited:
                self._show_event(key)
                shown, self._edited = True, False
            if not self._entry(key, waiting[0]):
                put_off.append(waiting[0])
                self.left += 1

    def _entries(self, key: str) -> list[Entry]:
        file = self.queue.store.files.get(key)
        if file is None:
            return []
        return list(self.queue.of_event(key, file))

    def _entry(self, key: str, entry: Entry) -> bool:
        """True when *entry* was answered, False when it was put off."""
        self.tell("")
        self.tell(_wrapped(f"* {entry.message}", "  "))
        self.tell(_wrapped(f"  {entry.hint}", "  "))
        for passage in entry.passages:
            self.tell(_in_context(passage))
        while True:
            letter = self._answer(entry)
            if letter == "l":
                return False
            if letter == "q":
                raise _QuitError
            try:
                said = self._carry_out(key, entry, letter)
            except FileGoneError as error:
                self.tell(f"  {error}")
                self._read_all()
                return True
            except NotReadableError as error:
                self._tell_problems(error.problems)
                continue
            except DatelineError as error:
                self.tell(f"  {error}")
                if isinstance(error, FileAccessError):
                    self.refused.add((key, entry.message))
                continue
            self.refused.discard((key, entry.message))
            if said:
                self.tell(f"  {said}")
                self.done += 1
            return True

    def _answer(self, entry: Entry) -> str:
        answers = answers_to(entry)
        # No-break spaces while the line is broken: a letter stays with its words.
        each = [f"[{a.letter}] {a.does}".replace(" ", "\xa0") for a in answers]
        self.tell(_wrapped(f"  {'  '.join(each)}", "  ").replace("\xa0", " "))
        while True:
            letter = self.ask("  > ").strip().lower()[:1]
            if letter in {answer.letter for answer in answers}:
                return letter
            letters = ", ".join(answer.letter for answer in answers)
            self.tell(f"  type one of {letters}")

    def _carry_out(self, key: str, entry: Entry, letter: str) -> str:
        """What was done, for the person; "" when they only looked into the file, or
        answered for one that says something else by now."""
        file = self.queue.store.files[key]
        if letter == "e":
            path = self.project.root / file.path
            self.open_editor(path, max(entry.origin.line, 1))
            self._tell_problems(self._read_again(key))
            self._edited = self.queue.store.files[key].data != file.data
            return ""
        self._read_again(key)
        if self.queue.store.files[key].data != file.data:
            self.tell("  the file was changed meanwhile, so nothing was written")
            self._edited = True
            return ""
        other = ""
        if letter == "m" or (letter == "a" and entry.matter is Matter.TWIN):
            other = self._heir(key, entry)
            if not self._is_meant(entry.event, other):
                return ""
        with ProjectLock(self.project.lock):
            if other:
                said = merge(self.project, self.queue, entry.event, other)
            elif letter == "a":
                said = accept(self.project, self.queue, entry)
            elif letter == "k":
                said = keep(self.project, self.queue, entry)
            else:
                said = reject(self.project, self.queue, entry)
        if other:
            self._forget(key)
        self._read_again(f"events/{other}" if other else key)
        return said

    def _heir(self, key: str, entry: Entry) -> str:
        """The id of the event that *entry*'s is to be merged into, both as they stand
        in their files now."""
        named = entry.other or _id(self.ask("  into which event (its id)? "))
        if not named:
            raise NotNamedError
        other = heir_of(self.queue, entry.event, named)
        for one in (key, f"events/{other}"):
            self._read_again(one)
        return other

    def _is_meant(self, event: str, other: str) -> bool:
        """True when nothing speaks against merging, or the person says so all the
        same."""
        found = doubts(self.queue, event, other)
        for doubt in found:
            self.tell(_wrapped(f"  {doubt}", "  "))
        return not found or self.ask("  merge all the same (y or n)? ").strip() == "y"

    def _read_again(self, key: str) -> list[Problem]:
        """What the file says now counts from here on; what is wrong in it."""
        files = dict(self.queue.store.files)
        files[key], problems = read_again(self.project, files[key])
        self.queue = self.queue.with_files(files)
        return problems

    def _forget(self, key: str) -> None:
        files = {k: f for k, f in self.queue.store.files.items() if k != key}
        self.queue = self.queue.with_files(files)

    def _read_all(self) -> None:
        """A file that was renamed is asked about under its new name."""
        self.queue = self.queue.with_files(read_store(self.project)[0].files)
        self._line_up()

    def _tell_problems(self, problems: Sequence[Problem]) -> None:
        for problem in with_excerpts(problems, self.project.root):
            self.tell(textwrap.indent(str(problem), "  "))

    def _show_event(self, key: str) -> None:
        file = self.queue.store.files[key]
        event = file.thing
        assert isinstance(event, Event)
        self.tell("")
        # An answer may bring up an event that did not wait before.
        number = f"── {self.shown} of {max(self.shown, self.waiting)} "
        self.tell(number.ljust(WIDTH, "─"))
        self.tell(_wrapped(event.title or event.id))
        facts = [file.path, str(event.date or "no date"), str(event.status)]
        if event.factuality is not Factuality.HAPPENED:
            facts.append(str(event.factuality))
        self.tell(" · ".join(facts))
        for name, values in (
            ("people", event.people),
            ("organisations", event.organisations),
            ("places", event.places),
            ("tags", event.tags),
        ):
            if values:
                self.tell(_wrapped(f"{name}: {', '.join(values)}", "  "))
        if event.body.strip():
            self.tell(_wrapped(event.body.strip(), ""))


def _id(typed: str) -> str:
    """The id of an event that is named by its id, its file or its path."""
    return typed.strip().rpartition("/")[2].removesuffix(".md")


def _is_in(entry: Entry, put_off: Sequence[Entry]) -> bool:
    """The same question, wherever it stands in the file by now."""
    return any(
        (entry.matter, entry.message) == (other.matter, other.message)
        for other in put_off
    )


def _in_context(passage: Passage) -> str:
    place = f"line {passage.line}" if passage.line else "not found there"
    exact = " ".join(passage.exact.split())
    words = f"{passage.before}‹{exact}›{passage.after}"
    text = _wrapped(f"    {words.strip()}", "    ")
    return f"    {passage.source}, {place}:\n{text}"


def _wrapped(text: str, indent: str = "") -> str:
    """*text* in lines that fit; those after the first begin with *indent*."""
    return "\n".join(
        textwrap.fill(line, WIDTH, subsequent_indent=indent) if line.strip() else ""
        for line in text.splitlines()
    )
