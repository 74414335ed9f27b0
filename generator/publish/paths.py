"""Which paths a site's files may have, so that each has its own place in the folder."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable

from generator.problems import DatelineError

_OUTSIDE = re.compile(r"(?:\A|/)\.{0,2}(?:/|\Z)|\\")
_SURELY_SHORT = 63
"""So many code points are never more than the 255 bytes that a name may have."""


class UnsafePathError(DatelineError):
    """A page's address would lie outside the site, or on another page."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(
            f"The site has a file “{path}”, which {reason}. Nothing was published. "
            "Rename what the file is named for."
        )


def check_path(path: str) -> None:
    """Returns when a file of a site may lie at *path*.

    Raises:
        UnsafePathError: It would lie outside the site, or no file can have its name.
    """
    if _OUTSIDE.search(path):
        raise UnsafePathError(path, "would be written outside the site's folder")
    long = len(path) > _SURELY_SHORT
    if "\0" in path or (
        long and any(len(os.fsencode(part)) > 255 for part in path.split("/"))
    ):
        raise UnsafePathError(path, "has a name that no file can have")


def check_paths(paths: Collection[str], known: Collection[str] = ()) -> None:
    """Returns when files may lie at all *paths* together, on any file system. At those
    that are *known*, files lay together already.

    Raises:
        UnsafePathError: One of them may not, or two of them collide.
    """
    for path in sorted({*paths}.difference(known)):
        check_path(path)
    folded, folders = _folded(paths), _folded(folders_of(paths))
    if len(folded) == len({*paths}) and folded.isdisjoint(folders):
        return
    names: dict[str, str] = {}
    for path in sorted(paths):
        same = names.setdefault(path.casefold(), path)
        if same != path:
            raise UnsafePathError(path, f"differs from “{same}” only in capitals")
    name = min(folded & folders)
    inside = next(p for p in sorted(paths) if p.casefold().startswith(f"{name}/"))
    raise UnsafePathError(names[name], f"is also a folder: {inside}")


def _folded(paths: Collection[str]) -> set[str]:
    """*paths* without capitals, all at once: none has a NUL in it."""
    return {*"\0".join(paths).casefold().split("\0")} if paths else set()


def folders_of(paths: Iterable[str]) -> list[str]:
    """Every folder that one of *paths* lies in, each after those around it."""
    found: set[str] = set()
    around = set(paths)
    while around := {path.rpartition("/")[0] for path in around} - found - {""}:
        found |= around
    return sorted(found)
