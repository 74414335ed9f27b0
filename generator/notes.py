"""What a build notes of its site for the next one: as values, and as lines of text."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from generator.model.brief import Brief
from generator.pages import PageLinks, SiteLinks
from generator.pages.data.pieces import Cuts
from generator.pages.search import Found
from generator.pages.shows import Digest, Near
from generator.plain import as_json, of_json

Files = Mapping[str, PageLinks | None]
"""Files by path, with the links of those that are pages."""


class _Texts:
    """Texts by number. Pages share most of what they link to, so each is written once;
    new ones come behind, and lines that were written before stay right."""

    def __init__(self, texts: Sequence[str] = ()) -> None:
        self.texts = list(texts)

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {text: number for number, text in enumerate(self.texts)}

    def number(self, text: str) -> int:
        number = self._numbers.setdefault(text, len(self.texts))
        if number == len(self.texts):
            self.texts.append(text)
        return number


class Part:
    """A part of a site (`Site.parts`): what it `shown`, and its `files`, which are read
    from its line when somebody asks for them."""

    __slots__ = ("_files", "_line", "_texts", "paths", "shown")

    def __init__(self, shown: Digest, files: Files) -> None:
        self.shown = shown
        self.paths: Collection[str] = files.keys()
        self._files: Files | None = files
        self._line = b""
        self._texts: _Texts | None = None

    @staticmethod
    def read(shown: Digest, paths: list[str], line: bytes, texts: _Texts) -> Part:
        part = Part(shown, {})
        part.paths, part._files, part._line, part._texts = paths, None, line, texts
        return part

    @property
    def files(self) -> Files:
        if self._files is None:
            self._files = self._read()
        return self._files

    def line(self, texts: _Texts) -> bytes:
        """The links of each file as a line of JSON, with numbers of *texts*."""
        if self._texts is not texts:
            number = texts.number
            told = [
                links and [[*map(number, kind)] for kind in links]
                for links in self.files.values()
            ]
            line = json.dumps(told, separators=(",", ":"))
            self._line, self._texts = line.encode("ascii"), texts
        return self._line

    def _read(self) -> Files:
        assert self._texts is not None
        text = self._texts.texts.__getitem__
        files: dict[str, PageLinks | None] = {}
        for path, numbers in zip(self.paths, json.loads(self._line), strict=True):
            ids, repeated, targets = (
                tuple(map(text, kind)) for kind in numbers or ((), (), ())
            )
            files[path] = (ids, repeated, targets) if numbers is not None else None
        return files

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Part):
            return NotImplemented
        return (self.shown, self.files) == (other.shown, other.files)

    __hash__ = None  # type: ignore[assignment]


class _Pages(Mapping[str, PageLinks]):
    """The links of those files of *parts* that are pages, read when asked for."""

    def __init__(self, parts: Mapping[str, Part]) -> None:
        self._parts = parts

    @cached_property
    def _in_folders(self) -> Mapping[str, PageLinks]:
        return {
            path: links
            for name, part in self._parts.items()
            if name.endswith("/")
            for path, links in part.files.items()
            if links is not None
        }

    def __getitem__(self, path: str) -> PageLinks:
        part = self._parts.get(path)
        links = part.files.get(path) if part else self._in_folders.get(path)
        if links is None:
            raise KeyError(path)
        return links

    def __iter__(self) -> Iterator[str]:
        yield from self._in_folders
        yield from (name for name in self._parts if name.endswith(".html"))

    def __len__(self) -> int:
        return sum(1 for _ in self)


@dataclass(frozen=True, slots=True)
class Notes:
    """The parts of a site by name, its events in brief, in the order of time, what is
    near each of them, where files of many pieces can be cut, and what the search found.
    Parts that are pages have the name of their only file."""

    parts: Mapping[str, Part] = field(default_factory=dict)
    briefs: Sequence[Brief] = ()
    near: Mapping[str, Near] = field(default_factory=dict)
    cuts: Cuts = field(default_factory=Cuts)
    found: Found = field(default_factory=Found)
    texts: _Texts = field(default_factory=_Texts, compare=False)

    @property
    def paths(self) -> list[str]:
        """Where all files are."""
        return [path for part in self.parts.values() for path in part.paths]

    @property
    def links(self) -> SiteLinks:
        """The links of all pages."""
        return SiteLinks(_Pages(self.parts), self.paths, self.texts.texts)

    def changed(self, before: Notes) -> list[str]:
        """The pages whose links may not be what they were *before*."""
        old = before.parts
        return list(
            _Pages({n: p for n, p in self.parts.items() if old.get(n) is not p})
        )


def written(notes: Notes) -> bytes:
    """*notes* as lines of JSON; nothing where a name is no text in UTF-8."""
    lines = [part.line(notes.texts) for part in notes.parts.values()]
    parts = {name: (p.shown, list(p.paths)) for name, p in notes.parts.items()}
    # The texts last: only now all are known.
    site = notes.briefs, notes.near, notes.cuts, notes.found
    told = as_json((*site, parts, notes.texts.texts))
    return b"" if told is None else b"\n".join([told, *lines])


_Told = tuple[
    tuple[Brief, ...],
    dict[str, Near],
    Cuts,
    Found,
    dict[str, tuple[Digest, list[str]]],
    list[str],
]


def read(data: bytes) -> Notes:
    """The notes that were `written` as *data*; none where it is anything else."""
    told, *lines = data.split(b"\n")
    try:
        briefs, near, cuts, found, said, given = of_json(_Told)(told)
        texts = _Texts(given)
        parts = {
            name: Part.read(shown, paths, line, texts)
            for (name, (shown, paths)), line in zip(said.items(), lines, strict=True)
        }
    except ValueError:
        return Notes()
    return Notes(parts, briefs, near, cuts, found, texts)
