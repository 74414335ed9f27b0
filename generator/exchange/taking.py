"""What a row, slide or event of a file holds, until somebody has taken it.

Whoever reads a format takes each value that it has a place for. What nobody took is
left, and `left_out` says so of all of it: no value is lost without a word, whatever
the rows of a file have in common.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.exchange.entries import one_line, remark
from generator.problems import Origin, Problem

_MOST_TOLD = 200
"""So many letters of a value that is left out are shown."""


@dataclass(frozen=True, slots=True)
class Value:
    """What stands in one cell or under one key, and where."""

    text: str
    place: Callable[[], Origin]


class Values:
    """The values of one happening by the names of their columns or keys.

    A column may have several values; those that are empty are none. `origin` is where
    the happening stands in the file.
    """

    __slots__ = ("_reasons", "_taken", "_values", "origin")

    def __init__(self, values: Iterable[tuple[str, Value]], origin: Origin) -> None:
        self.origin = origin
        self._values: dict[str, list[Value]] = {}
        self._taken: dict[str, list[Value]] = {}
        self._reasons: dict[str, str] = {}
        for column, value in values:
            if value.text.strip():
                self._values.setdefault(column, []).append(value)

    def __contains__(self, column: str) -> bool:
        """Whether *column* has a value, taken or not."""
        return column in self._values

    def take(self, column: str) -> str:
        """The first value of *column*, which is taken by this; "" if there is none."""
        found = self._values.get(column, ())
        self._taken[column] = [*self._taken.get(column, ()), *found[:1]]
        return found[0].text if found else ""

    def take_all(self, column: str) -> tuple[str, ...]:
        """All values of *column*, which are taken by this."""
        found = self._values.get(column, [])
        self._taken[column] = found
        return tuple(value.text for value in found)

    def give_back(self, column: str, reason: str) -> None:
        """What was taken from *column* is of no use; *reason* follows its words."""
        self._taken.pop(column, None)
        self._reasons[column] = reason

    def place(self, column: str) -> Origin:
        """Where the value of *column* stands; of one that has none, the happening."""
        found = self._values.get(column)
        return found[0].place() if found else self.origin

    def left(self) -> Iterator[tuple[str, Value, str]]:
        """Columns with values that nobody took, and why, if somebody said."""
        for column, values in self._values.items():
            taken = {one_line(value.text) for value in self._taken.get(column, ())}
            for value in values:
                if one_line(value.text) not in taken:
                    yield column, value, self._reasons.get(column, "")


def left_out(
    rows: Sequence[Values], known: Collection[str], hint: str = ""
) -> list[Problem]:
    """What nobody took of *rows*: each value of a *known* column, and once for the
    file each column that is not, with *hint*.

    A value under no column at all is one for itself.
    """
    problems: list[Problem] = []
    strange: dict[str, list[Value]] = {}
    for row in rows:
        for column, value, reason in row.left():
            if column and column not in known:
                strange.setdefault(column, []).append(value)
                continue
            astray = "has nothing that it belongs to"
            why = reason or (astray if column else "stands below no heading")
            said = f"{column.lower()} {_quoted(value.text)}".strip()
            problems.append(
                remark(value.place(), "left-out", f"{said} {why}: it is left out")
            )
    for column, values in strange.items():
        often = f", {len(values)} times" if len(values) > 1 else ""
        problems.append(
            remark(
                values[0].place(),
                "column",
                f"“{column[:_MOST_TOLD]}” is not known here: it is left out{often}",
                hint,
            )
        )
    return problems


def _quoted(text: str) -> str:
    words = one_line(text)
    return f"“{words if len(words) <= _MOST_TOLD else f'{words[:_MOST_TOLD]} …'}”"
