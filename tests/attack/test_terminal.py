"""Nothing that stands in a file, or is its name, is obeyed by a terminal."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest

from generator.cli import main

SIGNS = ("\x1b]0;owned\x07", "\x1b[2J", "\x9b31m", "\x08", "\x7f", "\u202e", "\u2066")
"""What names a window, clears it, colours it, deletes, and turns words around."""

ODD = "".join(SIGNS)
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
SEED = f"""\
Harbour Post

19 June 2024

Mayor Ada Bell opened the bridge in Leeds on Monday{ODD}. She said it {ODD} was late.
"""
EVENT = """\
---
title: "{title}"
date: "2024-06"
status: proposed
people: [a-{odd}]
tags: ["{odd}"]
citations:
  - source: post
    exact: "{odd}"
---

Opened {odd} on Monday.
"""
COMMANDS = (
    ("check",),
    ("check", "--format", "json"),
    ("check", "--format", "github"),
    ("build",),
    ("extract", "--plan"),
    ("extract", "--mentions"),
    ("extract", "--events"),
    ("extract",),
    ("review", "--format", "text"),
    ("review", "--format", "json"),
    ("review",),
    ("review", "--deleted"),
    ("review", "--restore", "x"),
    ("cite", "post", "opened the bridge … was late"),
    ("cite", "post", ODD),
    ("new", "source", f"post{ODD}"),
    ("export", "--format", "csv"),
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Where each text and each name has all of `SIGNS`, and some are refused for it."""
    written = {
        "dateline.toml": f'[site]\ntitle = "{ODD}"\n["{ODD}"]\n"{ODD}" = 1\n',
        "seeds/post.txt": SEED,
        f"seeds/{ODD}.txt": SEED,
        f"seeds/{ODD}.pdf": "%PDF",
        "content/events/bridge.md": EVENT.format(title=ODD, odd=ODD),
        "content/events/ferry.md": EVENT.format(title="The ferry", odd="\u202e"),
        f"content/events/{ODD}.md": EVENT.format(title="A pier", odd="x"),
        f"content/media/{ODD}.png": "",
        f"content/{ODD}/x.md": "",
        f"static/{ODD}.css": "",
        f"templates/{ODD}.html": "{% " + ODD,
        "templates/event.html": "{% " + ODD,
    }
    for name, text in written.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_terminal_obeys_nothing_that_a_file_says(
    command: tuple[str, ...],
    root: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("l\n" * 50))
    main([*command, "--project", str(root)])
    out, err = capsys.readouterr()
    assert out + err
    assert OBEYED.findall(out + err) == []


def test_a_walk_through_what_waits_shows_signs_for_what_a_terminal_obeys(
    root: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (root / "content/events/bridge.md").unlink()
    monkeypatch.setattr("sys.stdin", io.StringIO("l\n" * 50))
    main(["review", "--project", str(root)])
    out, _ = capsys.readouterr()
    assert "Opened \ufffd on Monday." in out


def test_json_says_what_it_would_without_escapes(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = {"doc_id": ODD, "text": f"It opened on Monday {ODD}.", "dct": None}
    given = io.TextIOWrapper(io.BytesIO(json.dumps(asked).encode()))
    monkeypatch.setattr("sys.stdin", given)
    main(["timex"])
    out, _ = capsys.readouterr()
    assert OBEYED.findall(out) == []
    assert json.loads(out)["doc_id"] == ODD
