"""Only what changed is read again; a spoilt memory costs time and nothing else."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pytest

from generator import extraction
from generator.config import Project
from generator.model.each import Each, in_turn
from generator.model.sources import Block, BlockKind, Document
from generator.model.timex import Timex3, TimexType
from generator.work import memory as remembered
from generator.work.memory import Memory, keys_for, remembering

OWN = Path(__file__).parents[2]


def twice(document: Document) -> tuple[str, str]:
    return document.id, document.text


def named(document: Document, name: str) -> str:
    return f"{name} {document.id}"


DOCUMENTS = [
    Document(f"{n}", f"seeds/{n}.txt", f"Text {n}", "", (Block(BlockKind.BODY, 0, 6),))
    for n in range(5)
]


def asked(memory: Memory, into: list[object]) -> Each:
    """What remembers, and writes down what it has to have computed."""

    def computed(function: Callable[..., object], values: Sequence[object]) -> object:
        into.extend(values)
        return in_turn(function, values)

    return remembering(computed, memory)


def run(path: Path, documents: list[Document], *, read_only: bool = False) -> list[str]:
    """Ids of the documents that had to be read; what is found must be right."""
    read: list[Document] = []
    with Memory(path, read_only=read_only) as memory:
        found = list(asked(memory, read)(twice, documents))
    assert found == [(d.id, d.text) for d in documents]
    return [document.id for document in read]


def test_what_is_known_is_not_computed_again(tmp_path: Path) -> None:
    path = tmp_path / "cache" / "readings.sqlite"
    assert run(path, DOCUMENTS) == ["0", "1", "2", "3", "4"]
    assert run(path, DOCUMENTS) == []
    changed = Document("2", "seeds/2.txt", "Another text", "")
    assert run(path, [*DOCUMENTS[:2], changed, *DOCUMENTS[3:]]) == ["2"]


def test_what_the_last_run_did_not_need_is_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "readings.sqlite"
    run(path, DOCUMENTS)
    run(path, DOCUMENTS[:1])
    assert run(path, DOCUMENTS) == ["1", "2", "3", "4"]


def test_a_memory_that_is_only_read_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "readings.sqlite"
    assert run(path, DOCUMENTS, read_only=True) == ["0", "1", "2", "3", "4"]
    assert not path.exists()
    run(path, DOCUMENTS)
    before = path.read_bytes()
    assert run(path, DOCUMENTS[:2], read_only=True) == []
    assert path.read_bytes() == before


def spoilt(path: Path) -> None:
    path.write_bytes(b"no database" * 100)


def torn(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def of_another_program(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE found (id INTEGER)")
    database.close()


def with_other_values(path: Path) -> None:
    with sqlite3.connect(path) as database:
        database.execute("UPDATE found SET value = x'00' || value")
    database.close()


def with_a_call(path: Path) -> None:
    """Every value is a pickle that would make a file when it is read carelessly."""
    import pickle

    class Call:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return exec, (f"open({str(path) + '.called'!r}, 'w')",)

    all_say(path, pickle.dumps(Call()))


def with_values_of_another_type(path: Path) -> None:
    all_say(path, b'{"neither": "id nor text"}')


def all_say(path: Path, line: bytes) -> None:
    """From now on that is remembered of everything, whole as far as can be seen."""
    whole = hashlib.sha256(line).digest() + line
    with sqlite3.connect(path) as database:
        database.execute("UPDATE found SET value = ?", (whole,))
    database.close()


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    "spoil",
    [
        *(spoilt, torn, of_another_program, with_other_values, with_a_call),
        *(with_values_of_another_type, a_folder),
    ],
)
def test_whatever_is_wrong_with_it_the_result_is_right(
    tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    path = tmp_path / "readings.sqlite"
    run(path, DOCUMENTS)
    spoil(path)
    run(path, DOCUMENTS)
    run(path, DOCUMENTS)
    assert not (tmp_path / "readings.sqlite.called").exists()


def test_a_key_depends_on_the_function_its_settings_the_value_and_the_rules(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    value = DOCUMENTS[0]
    keys = {
        keys_for(twice)(value),
        keys_for(twice)(DOCUMENTS[1]),
        keys_for(partial(named, name="a"))(value),
        keys_for(partial(named, name="b"))(value),
    }
    monkeypatch.setattr(remembered, "rules", lambda: "other rules")
    keys.add(keys_for(twice)(value))
    assert len(keys) == 5
    assert keys_for(twice)(value) == keys_for(twice)(DOCUMENTS[0])


def test_a_time_expression_survives_being_remembered(tmp_path: Path) -> None:
    times = (Timex3(0, 4, "2019", TimexType.DATE, "2019", edtf="2019"),)
    for _ in range(2):
        with Memory(tmp_path / "readings.sqlite") as memory:
            each = remembering(in_turn, memory)
            assert list(each(as_they_are, [times])) == [times]


def as_they_are(times: tuple[Timex3, ...]) -> tuple[Timex3, ...]:
    return times


def test_what_no_file_can_hold_is_found_each_time(tmp_path: Path) -> None:
    half = Document("0", "seeds/0.txt", "Half a letter: \ud800", "")
    path = tmp_path / "readings.sqlite"
    assert run(path, [half]) == ["0"]
    assert run(path, [half]) == ["0"]


def test_extracting_again_reads_nothing_and_one_change_reads_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(OWN / "seeds", tmp_path / "seeds")
    (tmp_path / "content").mkdir()
    project = Project(tmp_path)
    read: list[str] = []
    original = extraction.timexes

    def noted(text: str, *rest: object, **options: object) -> object:
        read.append(text)
        return original(text, *rest, **options)

    monkeypatch.setattr(extraction, "timexes", noted)
    extraction.extract(project)
    assert len(read) == 5
    read.clear()
    extraction.extract(project)
    assert read == []
    seed = sorted((tmp_path / "seeds").glob("*.txt"))[0]
    seed.write_bytes(seed.read_bytes() + b"\nA line more.\n")
    extraction.extract(project)
    assert len(read) == 1
