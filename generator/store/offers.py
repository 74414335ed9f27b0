"""What the tool would write by now where a person's value stands. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.store.fields import FILE_FIELDS
from generator.store.nodes import Plain
from generator.store.passages import listed
from generator.store.patch import AddItem, Edit, RemoveKey, SetBody, SetValue
from generator.store.proposal_values import BODY
from generator.store.proposed import Record
from generator.store.reading import ContentFile
from generator.store.regenerate import OF_LITTLE_INTEREST, called, merge_values, shown


@dataclass(frozen=True, slots=True)
class Offer:
    """A newer value for one field, or for what one citation says.

    `name` tells it from the event's others for good; `path` is where it would stand
    now. An empty value means that the tool would leave the field out.
    """

    name: str
    path: tuple[str | int, ...]
    value: Plain

    @property
    def field(self) -> str:
        """The keys that lead to where it would stand, or "body"."""
        return " › ".join(str(step) for step in self.path if isinstance(step, str))

    @property
    def called(self) -> str:
        """What it is a value for, in a person's words."""
        return called(self.field)

    @property
    def shown(self) -> str:
        """The value in one line."""
        if isinstance(self.value, dict):
            hidden = {*OF_LITTLE_INTEREST, "says"}
            told = {k: v for k, v in self.value.items() if k not in hidden}
            return shown(told)
        return shown(self.value)

    @property
    def edits(self) -> tuple[Edit, ...]:
        """What puts the value into the file."""
        if self.path == (BODY,):
            return (SetBody(str(self.value)),)
        if self.path == ("citations",):
            return (AddItem("citations", self.value),)
        if not isinstance(self.value, dict):
            return (_edit(self.path, self.value),)
        values = self.value.items()
        return tuple(_edit((*self.path, key), value) for key, value in values)


def offers(file: ContentFile, record: Record) -> Iterator[Offer]:
    """The values that were offered for *file* and are not taken."""
    mine = merge_values(file)
    for key in (*(field.key for field in FILE_FIELDS[file.folder]), BODY):
        value = record.offered.get(key)
        if value is not None and value != mine.get(key, ""):
            yield Offer(key, (key,), value)
    cited = [c for c in listed(mine, "citations") if isinstance(c, dict)]
    for index, citation in enumerate(cited):
        yield from _of_citation(index, citation, record)
    held = {_name(citation) for citation in cited}
    for name, value in sorted(record.offered.items()):
        if isinstance(value, dict) and name == _name(value) and name not in held:
            yield Offer(name, ("citations",), value)


def _of_citation(
    index: int, citation: dict[str, Plain], record: Record
) -> Iterator[Offer]:
    name = _name(citation)
    says = citation.get("says")
    mine = says if isinstance(says, dict) else {}
    offered = {
        key.rpartition(" ")[2]: value
        for key, value in record.offered.items()
        if key.startswith(f"{name} ")
    }
    news = {key: value for key, value in offered.items() if value != mine.get(key, "")}
    if set(news) - OF_LITTLE_INTEREST:
        yield Offer(name, ("citations", index, "says"), news)


def _name(citation: dict[str, Plain]) -> str:
    """What a citation's offers are called: its place in the file may change."""
    return f"citations “{citation.get('exact', '')}”"


def _edit(path: tuple[str | int, ...], value: Plain) -> Edit:
    return SetValue(path, value) if value else RemoveKey(path)
