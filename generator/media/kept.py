"""Touches the disk: what earlier runs made of pictures, one small file each.

Nothing here is believed: a project, its cache included, may come from anybody. What is
not whole, or begins like no picture of ours, is made again.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Collection
from pathlib import Path

_BEGINS = {
    ".webp": (b"RIFF", b"WEBP"),
    ".jpg": (b"\xff\xd8\xff", b""),
    ".json": (b"[", b""),
}
"""How each kind of file begins, and what it has from its ninth byte on."""

_DIGEST = 32


class Kept:
    """A folder of results by their names, which change when what they hold would.

    Whatever is wrong with the folder, or the disk, only costs the work again.
    """

    def __init__(self, folder: Path, *, read_only: bool = False) -> None:
        self._folder = folder
        self._read_only = read_only

    def get(self, name: str) -> bytes | None:
        """What is kept under *name*; None when there is nothing, or it is spoilt."""
        path = self._folder / name
        try:
            if path.is_symlink():
                return None
            digest, data = _parts(path.read_bytes())
        except OSError:
            return None
        first, then = _BEGINS[path.suffix]
        whole = hashlib.sha256(data).digest() == digest
        ours = data.startswith(first) and data[8:].startswith(then)
        return data if whole and ours else None

    def put(self, name: str, data: bytes) -> None:
        """Keep *data* under *name*."""
        if self._read_only:
            return
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            descriptor, beside = tempfile.mkstemp(prefix=".new-", dir=self._folder)
            with os.fdopen(descriptor, "wb") as file:
                file.write(hashlib.sha256(data).digest() + data)
            os.replace(beside, self._folder / name)
        except OSError:
            return

    def forget_others(self, names: Collection[str]) -> None:
        """What is kept under other names than *names* is gone."""
        try:
            for path in self._folder.iterdir():
                if path.name not in names:
                    path.unlink()
        except OSError:
            return


def _parts(data: bytes) -> tuple[bytes, bytes]:
    return data[:_DIGEST], data[_DIGEST:]
