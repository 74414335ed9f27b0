"""An editor who saves while extractions run one after the other."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from project import Desk, event, proposals

SAVES = 300
EDITOR = """
import os, sys
path, way, saves = sys.argv[1], sys.argv[2], int(sys.argv[3])
for number in range(1, saves + 1):
    with open(path, "rb") as file:
        text = file.read()
    head, rule, _ = text.rpartition(b"---\\n")
    saved = head + rule + b"\\nSave %d.\\n" % number
    if way == "by-rename":
        with open(path + ".tmp", "wb") as file:
            file.write(saved)
        os.replace(path + ".tmp", path)
    else:
        descriptor = os.open(path, os.O_WRONLY | os.O_TRUNC)
        os.write(descriptor, saved)
        os.close(descriptor)
    print(number, flush=True)
    sys.stdin.readline()
"""


@pytest.mark.parametrize("way", ["by-rename", "in-place"])
def test_no_save_is_lost_while_extractions_run(desk: Desk, way: str) -> None:
    """Each save is looked for once it is done, whatever the tool wrote meanwhile. Now
    and then the tool waits for it, and is sure to find something to write."""
    desk.extract(proposals(event(tags=["day-0"])))
    (path,) = desk.root.glob("content/events/*.md")
    written = 0
    with editing(path, way) as editor:
        assert editor.stdin is not None
        assert editor.stdout is not None
        for number in range(1, SAVES + 1):
            found = proposals(event(tags=[f"day-{number}"]))
            calm = number % 4 == 0
            told = editor.stdout.readline() if calm else ""
            written += len(desk.apply(desk.plan(found)).content)
            assert (told or editor.stdout.readline()) == f"{number}\n"
            assert path.read_bytes().endswith(f"---\n\nSave {number}.\n".encode())
            editor.stdin.write("next\n")
            editor.stdin.flush()
    assert written > SAVES // 10, "both are to write"


def editing(path: Path, way: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", EDITOR, str(path), way, str(SAVES)]
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
