"""Touches the disk: remembers, from one build to the next, what was made of each file.

A file is known by its path and its bytes, and so is what was made of it alone: the
event that it tells, and what a function found in that event. A result is kept under
the function, all that is bound to it, and the value that it was asked about.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache, partial
from hashlib import blake2b
from pathlib import Path
from typing import Any, get_type_hints

from generator.disk import KnownFiles, Saved
from generator.model.each import KEPT, Found, Given, Keeping
from generator.model.edtf import Edtf
from generator.plain import as_json, of_json
from generator.work.record import KEY, Record, Results, read_record, write_record

_PLAIN = frozenset({str, bytes, int, float, bool, type(None)})


class BetweenBuilds:
    """An `Each` that asks a function only what it was not asked in the last build.

    Only results of functions that are marked as `kept` are remembered, where JSON can
    hold them; any other is asked each time. `files` reads the files of the project:
    what is in one that did not change is read only when somebody asks for it. `keep`
    writes the record at *path*.
    Not for several threads; what another process finds is not kept.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._last = read_record(path)
        self._results: Results = {}
        self.files = KnownFiles(self._last.sights)
        # Each value is held here, so that no other can come to have its number.
        self._digests: dict[int, tuple[object, str]] = {}

    def __call__(
        self, function: Callable[[Given], Found], values: Sequence[Given], /
    ) -> tuple[Found, ...]:
        rule, bound = _parts(function)
        keeping = _keeping_of(rule)
        context = None if keeping is None else self._context(bound)
        if keeping is None or context is None:
            return tuple(map(function, values))
        asked = f"{rule.__module__}.{rule.__qualname__} {context}"
        last = self._last.results.get(asked, {})
        results = self._results.setdefault(asked, {})
        digest, again = self.digest, keeping.again
        found = []
        for value in values:
            key = digest(value)
            if key is None:
                found.append(function(value))
                continue
            line = last.get(key)
            if line is None:
                result = function(value)
                plain = keeping.plain(result)
                line = None if plain is None else b"%b %b" % (key.encode(), plain)
            else:
                result = again(line[KEY + 1 :], *bound, value)
            if line is not None:
                results[key] = line
            if type(result) is not list:
                self._is_made_of(result, asked, key)
            found.append(result)
        return tuple(found)

    def digest(self, value: object) -> str | None:
        """What is equal for two values only if they say the same.

        Of what was made of a file alone, it follows from that file; of anything else,
        from its parts. None for a value with parts of which it cannot be told.
        """
        known = self._digests.get(id(value))
        if known is not None:
            return known[1]
        if isinstance(value, Saved):
            return _digest(f"{value.digest} {value.path}")
        try:
            return _digest(repr(self._told(value)))
        except _CannotTellError:
            return None

    def keep(self) -> None:
        """Leaves a record of what this build asked for, unless the last is as good."""
        record = Record(self.files.sights(), self._results)
        if record != self._last:
            with suppress(OSError):  # a full disk: the next build works
                write_record(record, self._path)

    def _context(self, bound: tuple[object, ...]) -> str | None:
        """The digest of what is bound to a function: the same objects again and again,
        each of which may say as much as all files together."""
        for part in bound:
            if id(part) not in self._digests and not isinstance(part, str):
                digest = self.digest(part)
                if digest is None:
                    return None
                self._digests[id(part)] = part, digest
        return self.digest(bound)

    def _is_made_of(self, result: object, asked: str, key: str) -> None:
        """From now on *result*, or each part of it, is known by what it was made of."""
        parts = result if isinstance(result, tuple) else (result,)
        for place, part in enumerate(parts):
            if hasattr(part, "__dataclass_fields__") and id(part) not in self._digests:
                self._digests[id(part)] = part, _digest(f"{place} {asked} {key}")

    def _told(self, value: object) -> object:
        """*value* in plain values, of which Python writes any two differently."""
        kind = type(value)
        if kind in _PLAIN:
            return value
        known = self._digests.get(id(value))
        if known is not None:
            return "known", known[1]
        if isinstance(value, Edtf):
            return "date", value.text
        parts: Sequence[object]
        if isinstance(value, tuple | list):
            parts = self._all_told(value)
        elif isinstance(value, frozenset):
            parts = sorted(map(repr, self._all_told(value)))
        elif isinstance(value, Mapping):
            parts = [*self._all_told(value), *self._all_told(value.values())]
        elif isinstance(value, Enum):
            parts = [value.value]
        elif is_dataclass(value):
            parts = self._all_told([getattr(value, f.name) for f in fields(value)])
        elif (brief := getattr(value, "in_brief", None)) is not None:
            parts = [self._told(brief())]
        else:
            raise _CannotTellError
        return kind.__qualname__, parts

    def _all_told(self, values: Collection[object]) -> list[object]:
        """Each of *values*; many are plain, all of them."""
        if _PLAIN.issuperset(map(type, values)):
            return [*values]
        return [*map(self._told, values)]


@cache
def _keeping_of(rule: Callable[..., Any]) -> Keeping | None:
    """How results of a function are kept; None where they are not."""
    if rule not in KEPT or KEPT[rule] is not None:
        return KEPT.get(rule)
    again = of_json(get_type_hints(rule)["return"])
    return Keeping(as_json, lambda line, *_: again(line))


class _CannotTellError(Exception):
    """Nothing tells whether two values of a type say the same."""


def _digest(told: str) -> str:
    data = told.encode("utf-8", "surrogatepass")
    return blake2b(data, digest_size=KEY // 2).hexdigest()


def _parts(
    function: Callable[..., Any],
) -> tuple[Callable[..., Any], tuple[object, ...]]:
    """The function alone, and what is bound to it."""
    if isinstance(function, partial):
        assert not function.keywords, "what is kept is bound in the order of places"
        return function.func, function.args
    return function, ()
