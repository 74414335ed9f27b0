"""Reads the search's files as `static/search.js` does, letter for letter."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from generator.pages.search_shards import order
from generator.pages.search_terms import terms

WIDE = 3


@dataclass(frozen=True)
class Line:
    """What a file of words says of one: its forms, and where it occurs."""

    stem: str
    forms: frozenset[str]
    strong: tuple[int, ...]
    weak: tuple[int, ...]
    names: tuple[int, ...]


def forms(text: str) -> set[str]:
    """The words of *text* as a reader's browser knows them: without stems."""
    return {term.rpartition("\t")[2] for term in terms(text, "")}


def numbers(codes: str) -> list[int]:
    found, high = [], 0
    for letter in codes:
        code = ord(letter) - 33
        if code < 64:
            found.append(high * 64 + code)
            high = 0
        else:
            high = high * 30 + code - 64
    return found


def ascending(codes: str) -> tuple[int, ...]:
    return tuple(n - 1 for n in accumulate(gap + 1 for gap in numbers(codes)))


def line(text: str) -> Line:
    head, *columns = text.split("\t")
    stem, colon, endings = head.partition(":")
    forms = {stem}
    if colon:
        forms = {_form(stem, ending) for ending in endings.split(",")}
    strong, weak, names = map(ascending, (*columns, "", "", "")[:3])
    return Line(stem, frozenset(forms), strong, weak, names)


def _form(stem: str, ending: str) -> str:
    added = ending.lstrip("0123456789")
    dropped = ending[: len(ending) - len(added)]
    return stem[: len(stem) - int(dropped or 0)] + added


@dataclass(frozen=True)
class Reader:
    """A reader's browser with the search page of a site open."""

    files: Mapping[str, bytes]

    @cached_property
    def index(self) -> Mapping[str, object]:
        found: Mapping[str, object] = json.loads(self.files["search/index.json"])
        return found

    def file(self, kind: str, number: int = 0) -> str:
        versions: Mapping[str, str] = self.index["versions"]  # type: ignore[assignment]
        size = len(versions["dates"])
        version = versions[kind][number * size : (number + 1) * size]
        return self.files[f"search/{kind}-{number}-{version}.txt"].decode()

    def shown(self, kind: str, number: int) -> list[str]:
        block = self.index["blocks"][kind]  # type: ignore[index]
        lines = self.file(kind, number // block).split("\n")
        return lines[number % block].split("\t")

    def lines(self, word: str, *, exact: bool = False) -> list[Line]:
        """The lines of *word*; else of words that begin so; else of its stem."""
        keys = [order(key) for key in self.index["words"]]  # type: ignore[attr-defined]
        first = max(0, bisect_right(keys, order(word)) - 1)
        last = max(0, bisect_right(keys, order(f"{word}\uffff")) - 1)
        short = exact or last - first > WIDE
        found = [
            line(text)
            for shard in range(first, (first if short else last) + 1)
            for text in self.file("words", shard).split("\n")
        ]
        own = [one for one in found if word in one.forms]
        if own or short:
            return own
        begun = [one for one in found if any(f.startswith(word) for f in one.forms)]
        return begun or [one for one in found if one.stem in set(self._stems(word))]

    def _stems(self, word: str) -> Iterable[str]:
        endings: Mapping[str, list[str]] = self.index["endings"]  # type: ignore[assignment]
        for ending, others in endings.items():
            if word.endswith(ending):
                yield from (word[: -len(ending)] + other for other in others)

    def _all(self, words: Iterable[str], of: Callable[[Line], set[int]]) -> set[int]:
        found = [set().union(*map(of, self.lines(word))) for word in words]
        return set.intersection(*found) if found else set()

    def events(self, query: str) -> set[str]:
        """The pages of the events that have every word of *query*."""
        hits = self._all(forms(query), lambda line: {*line.strong, *line.weak})
        return {self.shown("events", n)[0] for n in hits}

    def things(self, query: str) -> set[str]:
        """The pages of what is called by every word of *query*."""
        hits = self._all(forms(query), lambda line: set(line.names))
        return {self.shown("names", n)[0] for n in hits}

    def narrowed(self, *facets: str) -> set[str]:
        """The pages of the events that have every one of *facets*."""
        found = [set(self._events(self.lines(f, exact=True))) for f in facets]
        return {self.shown("events", n)[0] for n in set.intersection(*found)}

    def _events(self, lines: Iterable[Line]) -> Iterable[int]:
        return (n for one in lines for n in one.strong)

    def within(self, low: int, high: int) -> dict[str, str]:
        """The pages of the events that can lie between two days, as the index counts
        them, and whether they do so "certainly" or "possibly"."""
        base = int(str(self.index["first"]))
        values = numbers(self.file("dates"))
        found = {}
        for n, (start, rest) in enumerate(zip(values[::2], values[1::2], strict=True)):
            first = base + start - 1 if start else float("-inf")
            last = base + max(start, 1) + rest // 2 - 2 if rest > 1 else float("inf")
            if (not start and rest < 2) or last < low or first > high:
                continue
            inside = rest % 2 or (first >= low and last <= high)
            found[self.shown("events", n)[0]] = "certainly" if inside else "possibly"
        return found
