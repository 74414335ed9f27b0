"""Where the values of a content file stand, found when somebody asks. Pure.

Most files are right, and hardly anybody asks; a place for each value would take as long
as reading the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.problems import Origin
from generator.store.cut import place
from generator.store.nodes import Items, Node, Table, Text, places


class Origins(Mapping[str, Origin]):
    """The place of every value of *header*, by dotted key ("citations.1.exact"), and of
    the “body”, in the file at *path*, which holds *text*.

    A top-level key with nothing behind it is left out; *misspelt* are keys that stand
    under another name, with their offsets.
    """

    __slots__ = ("_body", "_header", "_misspelt", "_path", "_text")

    def __init__(
        self,
        path: str,
        text: str,
        header: Table,
        body: int,
        misspelt: Mapping[str, int],
    ) -> None:
        self._path = path
        self._text = text
        self._header = header
        self._body = body
        self._misspelt = misspelt

    def __getitem__(self, key: str) -> Origin:
        if key == "body":
            return self.at(self._body)
        node = _under(self._header, key)
        return self.at(node.start if node is not None else self._offsets()[key])

    def __iter__(self) -> Iterator[str]:
        return iter(self._offsets())

    def __len__(self) -> int:
        return len(self._offsets())

    def at(self, offset: int) -> Origin:
        """The place of an offset of the file."""
        return place(self._text, offset, self._path)

    def _offsets(self) -> dict[str, int]:
        empty = {e.key for e in self._header.entries if _says_nothing(e.value)}
        found = {k: at for k, at in places(self._header) if k not in empty}
        return {**self._misspelt, **found, "body": self._body}


def _under(header: Table, key: str) -> Node | None:
    """What stands at a dotted *key*; None where the steps to it do not say."""
    node: Node | None = header
    for step in key.split("."):
        if isinstance(node, Table):
            node = node.get(step)
            if node is not None and _says_nothing(node):
                return None
        elif (
            isinstance(node, Items) and step.isdecimal() and int(step) < len(node.items)
        ):
            node = node.items[int(step)]
        else:
            return None
    return node


def _says_nothing(node: Node) -> bool:
    return isinstance(node, Text) and not node.value
