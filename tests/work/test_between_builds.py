"""What is known from the last build, and what is found again."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from generator import disk
from generator.disk import Saved
from generator.model.each import kept
from generator.work import record
from generator.work.between_builds import BetweenBuilds

ASKED: list[object] = []


@pytest.fixture(autouse=True)
def asked(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What functions were asked; no two saves of a file are at one time here."""
    monkeypatch.setattr(disk, "_TICK", 0)
    ASKED.clear()
    return ASKED


@dataclass(frozen=True, slots=True)
class Bridge:
    name: str
    lengths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    name: str
    in_metres: float


@kept
def bridge_in(saved: Saved) -> tuple[str, Bridge]:
    ASKED.append(saved.path.rpartition("/")[2])
    name, *lengths = saved.data.decode().split()
    return "read", Bridge(name, tuple(map(int, lengths)))


@kept
def told(unit: Unit, bridge: Bridge) -> list[str]:
    ASKED.append((unit.name, bridge.name))
    return [f"{length * unit.in_metres} m" for length in bridge.lengths]


@kept
def named(unit: Unit) -> str:
    ASKED.append(unit.name)
    return unit.name


def total(bridge: Bridge) -> int:
    ASKED.append("total")
    return sum(bridge.lengths)


METRE, FOOT = Unit("metre", 1), Unit("foot", 0.5)


def build(
    root: Path, unit: Unit = METRE, keeps: bool = True
) -> tuple[list[list[str]], list[int]]:
    """What one build, in a process of its own, finds in the files of *root*."""
    each = BetweenBuilds(root / "cache" / "kept.jsonl")
    paths = sorted(str(path) for path in root.glob("*.txt"))
    bridges = [bridge for _, bridge in each(bridge_in, each.files.read_all(paths))]
    found = list(each(partial(told, unit), bridges)), list(each(total, bridges))
    if keeps:
        each.keep()
    return found


@pytest.fixture
def root(tmp_path: Path, asked: list[object]) -> Path:
    """A folder of two bridges, of which the last build knows all."""
    (tmp_path / "a.txt").write_text("arch 10 20")
    (tmp_path / "b.txt").write_text("beam 30")
    build(tmp_path)
    asked.clear()
    return tmp_path


FOUND = ([["10 m", "20 m"], ["30 m"]], [30, 30])


def test_what_did_not_change_is_not_found_again(
    root: Path, asked: list[object]
) -> None:
    assert build(root) == FOUND
    assert asked == ["total", "total"], "only what is worth keeping is kept"


def test_a_file_that_did_not_change_is_not_even_read(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "_bytes", None)
    assert build(root) == FOUND


def test_only_what_was_made_of_a_changed_file_is_made_again(
    root: Path, asked: list[object]
) -> None:
    (root / "b.txt").write_text("beam 35")
    assert build(root) == ([["10 m", "20 m"], ["35 m"]], [30, 35])
    assert asked == ["b.txt", ("metre", "beam"), "total", "total"]


def test_a_file_with_the_bytes_of_another_is_another_file(
    root: Path, asked: list[object]
) -> None:
    (root / "c.txt").write_bytes((root / "b.txt").read_bytes())
    build(root)
    assert asked[:2] == ["c.txt", ("metre", "beam")]


def test_what_is_bound_to_a_function_belongs_to_the_question(
    root: Path, asked: list[object]
) -> None:
    assert build(root, FOOT)[0] == [["5.0 m", "10.0 m"], ["15.0 m"]]
    assert asked == [("foot", "arch"), ("foot", "beam"), "total", "total"]


def test_what_no_build_asks_for_is_forgotten(root: Path) -> None:
    (root / "b.txt").unlink()
    build(root, FOOT)
    kept_lines = (root / "cache" / "kept.jsonl").read_text()
    assert "beam" not in kept_lines
    assert '"10 m"' not in kept_lines


def test_nothing_is_written_where_nothing_changed(root: Path) -> None:
    before = (root / "cache" / "kept.jsonl").stat()
    build(root)
    after = (root / "cache" / "kept.jsonl").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_file_that_was_saved_a_moment_ago_is_read_again(
    root: Path, asked: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two saves within one tick of a coarse clock leave the same times."""
    monkeypatch.setattr(disk, "_TICK", 3_600_000_000_000)
    (root / "b.txt").write_text("beam 31")
    build(root)
    reads: list[str] = []
    read = disk._bytes
    monkeypatch.setattr(
        disk, "_bytes", lambda path: (reads.append(path), read(path))[1]
    )
    asked.clear()
    build(root)
    assert reads == [str(root / "a.txt"), str(root / "b.txt")]
    assert asked == ["total", "total"]


def of_another_program(path: Path) -> None:
    first, _, rest = path.read_text().partition("\n")
    path.write_text(f"{'0' * 32}{first[32:]}\n{rest}")


def with_other_words(path: Path) -> None:
    path.write_text(path.read_text().replace("10 m", "99 m"))


SPOILT: dict[str, Callable[[Path], object]] = {
    "gone": Path.unlink,
    "empty": lambda path: path.write_bytes(b""),
    "half": lambda path: path.write_bytes(path.read_bytes()[:-9]),
    "no-text": lambda path: path.write_bytes(b"\xff\xfe\n" * 9),
    "other-words": with_other_words,
    "another-program": of_another_program,
    "something-else": lambda path: path.write_text(json.dumps([1])),
    "a-folder": lambda path: (path.unlink(), path.mkdir()),
}


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_a_record_that_is_not_ours_costs_the_work_again(
    spoil: Callable[[Path], object], root: Path, asked: list[object]
) -> None:
    spoil(root / "cache" / "kept.jsonl")
    assert build(root) == FOUND
    assert asked[:2] == ["a.txt", "b.txt"]
    assert build(root) == FOUND


def test_what_is_no_text_in_utf_8_is_found_again(
    root: Path, asked: list[object]
) -> None:
    unit = Unit("caf\udce9", 1)
    for _ in range(2):
        asked.clear()
        each = BetweenBuilds(root / "cache" / "kept.jsonl")
        assert each(named, [unit, METRE]) == ("caf\udce9", "metre")
        each.keep()
    assert asked == [unit.name], "and only that"


def test_a_record_that_cannot_be_written_is_none(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(record, "write_record", full)
    monkeypatch.setattr("generator.work.between_builds.write_record", full)
    (root / "b.txt").write_text("beam 35")
    assert build(root)[1] == [30, 35]


def test_a_value_is_known_by_its_file_and_otherwise_by_what_it_says(root: Path) -> None:
    each = BetweenBuilds(root / "cache" / "kept.jsonl")
    saved = each.files.read_all([str(root / "a.txt"), str(root / "b.txt")])
    (_, arch), (_, beam) = each(bridge_in, saved)
    assert each.digest(arch) != each.digest(beam)
    assert each.digest(arch) != each.digest(Bridge("arch", (10, 20)))
    assert each.digest(Bridge("arch", (10, 20))) == each.digest(
        Bridge("arch", (10, 20))
    )
    assert each.digest((arch, 1)) != each.digest((arch, True))
    assert each.digest(("a", "b")) != each.digest(("a, b",))
    assert each.digest({"a": frozenset("ab")}) == each.digest({"a": frozenset("ba")})
    assert each.digest(object()) is None
    assert each.digest((arch, lambda: 1)) is None
