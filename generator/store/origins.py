"""Where the values of a content file stand, found when somebody asks. Pure.

Most files are right, and nobody asks; a place for each value would take as long as
reading the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.problems import Origin
from generator.store.cut import cut, place
from generator.store.header import read_header
from generator.store.nodes import places, plain


class Origins(Mapping[str, Origin]):
    """The place of every value in the file at *path*, which holds *text*, by dotted key
    ("citations.1.exact"), and of its “body”.

    A top-level key with nothing behind it is left out; *misspelt* are keys that stand
    under another name, with their offsets.
    """

    __slots__ = ("_body", "_known", "_misspelt", "_path", "_text")

    def __init__(
        self, path: str, text: str, body: int, misspelt: Mapping[str, int]
    ) -> None:
        self._path = path
        self._text = text
        self._body = body
        self._misspelt = misspelt
        self._known: dict[str, int] | None = None

    def __getitem__(self, key: str) -> Origin:
        offset = self._body if key == "body" else self._offsets()[key]
        return self.at(offset)

    def at(self, offset: int) -> Origin:
        """The place of an offset of the file."""
        return place(self._text, offset, self._path)

    def __iter__(self) -> Iterator[str]:
        return iter(self._offsets())

    def __len__(self) -> int:
        return len(self._offsets())

    def _offsets(self) -> dict[str, int]:
        if self._known is None:
            header, _ = read_header(cut(self._text, self._path), self._path)
            empty = {e.key for e in header.entries if plain(e.value) == ""}
            found = {key: at for key, at in places(header) if key not in empty}
            self._known = {**self._misspelt, **found, "body": self._body}
        return self._known
