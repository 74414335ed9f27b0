"""JSON that Python's own reader cannot take is told of, whoever wrote it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from generator import extraction
from generator.cli import main
from generator.config import read_project
from generator.scaffold import lay_out

ODD = {
    "nested": "[" * 100_000,
    "members": '{"a":' * 100_000,
    "digits": "1" * 5_000,
    "digits inside": f'{{"values": {"1" * 5_000}, "declined": [{"1" * 5_000}]}}',
}
COMMANDS = (
    ("extract",),
    ("build",),
    ("review", "--format", "text"),
    ("review", "--deleted"),
    ("export", "OUT.json"),
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A new project whose article was read, and whose site was built."""
    root = tmp_path / "harbour"
    lay_out(root)
    extraction.extract(read_project(root)[0])
    main(["build", "--project", str(root)])
    main(["export", str(root / "OUT.json"), "--project", str(root)])
    return root


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_no_record_stops_a_command_without_a_word(
    odd: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = root / ".dateline"
    (folder / "settled").mkdir(exist_ok=True)
    event = next((root / "content/events").iterdir()).stem
    records = [path for path in folder.rglob("*.json") if path.is_file()]
    assert len(records) > 3
    for record in [*records, folder / f"settled/{event}.json"]:
        before = record.read_bytes() if record.exists() else None
        record.write_text(odd)
        (root / "seeds/other.json").write_text(odd)
        for command in COMMANDS:
            words = [str(root / w) if w == "OUT.json" else w for w in command]
            main([*words, "--project", str(root)])
            out, err = capsys.readouterr()
            assert "should not have happened" not in out + err, (record, command)
        if before is None:
            record.unlink()
        else:
            record.write_bytes(before)


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_no_question_stops_the_answers(
    odd: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = f'{odd}\n{{"doc_id": "a", "text": "in 2024", "dct": null}}\n'
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(asked.encode())))
    assert main(["timex"]) == 1
    out, err = capsys.readouterr()
    assert '"edtf": "2024"' in out
    assert err.startswith("standard input, line 1, column 1: ")


@pytest.mark.parametrize("name", ["a.json", "a.csv", "a.mw"])
@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_no_file_of_another_program_stops_its_import_without_a_word(
    name: str, odd: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = root.parent / name
    file.write_text(f"2024-06-19: It opened\nplaces: {odd}\n" if "mw" in name else odd)
    main(["import", str(file), "--project", str(root)])
    out, err = capsys.readouterr()
    assert "should not have happened" not in out + err
