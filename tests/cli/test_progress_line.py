"""The line that says how far a command is: what it says, and where it is shown."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from collections.abc import Sequence

import pytest

from generator.cli.progress_line import SURE, ProgressLine, line

HALFWAY = ("pages", 3120, 12944, 2417.3)


@pytest.mark.parametrize(
    ("given", "columns", "said"),
    [
        (HALFWAY, 79, "pages 3,120 of 12,944, 2,400 a second, 4 s left"),
        (HALFWAY, 39, "pages 3,120 of 12,944, 4 s left"),
        (HALFWAY, 25, "pages 3,120 of 12,944"),
        (HALFWAY, 9, "pages 3,1"),
        (("pages", 0, 12944, 0.0), 79, "pages 0 of 12,944"),
        (("pages", 12944, 12944, 2400.0), 79, "pages 12,944 of 12,944"),
        (("pages", 3, 2, 1.0), 79, "pages 2 of 2"),
        (("dates", 4, 10, 0.52), 79, "dates 4 of 10, 0.5 a second, 12 s left"),
        (("dates", 4, 10_000, 16.0), 79, "dates 4 of 10,000, 16 a second, 10 min left"),
        (("dates", 4, 99_999, 5.0), 79, "dates 4 of 99,999, 5.0 a second, 6 h left"),
        (("checks", 0, 0, 0.0), 79, "checks"),
        (("files", 1200, 0, 80.0), 79, "files 1,200"),
    ],
    ids=[
        *("wide", "forty-columns", "narrow", "a-slit", "none-done", "all-done"),
        *("more-than-were-expected", "slow", "minutes", "hours"),
        *("nothing-to-count", "nobody-knows-how-many"),
    ],
)
def test_the_line_says_how_far_it_is_as_far_as_there_is_room(
    given: tuple[str, int, int, float], columns: int, said: str
) -> None:
    assert line(*given, columns) == said


def test_what_a_fork_of_this_process_does_counts_too() -> None:
    listener = ProgressLine()
    listener.stage("reading")
    listener.made("")
    listener.stage("pages", 4)
    listener.made("event.html")
    child = os.fork()
    if child == 0:
        listener.forked(1)
        listener.made("event.html")
        listener.made("event.html")
        os._exit(0)
    os.waitpid(child, 0)
    assert listener.line(79).startswith("pages 3 of 4")
    listener.stage("links")
    assert listener.line(79) == "links"


def test_a_rate_is_told_once_it_is_known() -> None:
    listener = ProgressLine()
    listener.stage("pages", 4)
    listener.made("event.html")
    said = [listener.line(79) for _ in range(SURE + 1)]
    assert said[0] == "pages 1 of 4"
    assert said[-1].endswith(" left")


WORK = """
import os, signal, sys
from generator.cli.progress_line import shown
with shown(patience=0.01, pause=0.01) as progress:
    progress.stage("bridges", 2)
    progress.made("")
    sys.stdin.readline()
print("done", file=sys.stderr)
"""


def test_the_line_is_rewritten_in_place_and_gone_in_the_end() -> None:
    leader, terminal = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-c", WORK], stdin=subprocess.PIPE, stderr=terminal
    ) as process:
        os.close(terminal)
        shown = read_until(leader, b"bridges 1 of 2")
        assert process.stdin is not None
        process.stdin.write(b"\n")
        process.stdin.close()
        shown += read_until(leader, b"done\r\n")
    os.close(leader)
    assert b"\n" not in shown.removesuffix(b"done\r\n")
    assert screen(shown) == ["done", ""]


@pytest.mark.parametrize(
    ("arguments", "variables"),
    [(["--quiet"], {}), ([], {"CI": "true"}), ([], {"TERM": "dumb"})],
    ids=["quiet", "continuous-integration", "dumb-terminal"],
)
def test_nothing_is_shown_where_it_is_not_wanted(
    arguments: Sequence[str], variables: dict[str, str]
) -> None:
    assert listeners(arguments, variables) == "Progress"


def test_a_terminal_shows_it() -> None:
    assert listeners([], {}) == "ProgressLine"
    assert listeners(["--profile"], {}) == "_Several"


WHO = """
import argparse, sys
from generator.cli.watching import add_watching, watching
parser = argparse.ArgumentParser()
add_watching(parser)
with watching(parser.parse_args()) as progress:
    print(type(progress).__name__)
"""


def listeners(arguments: Sequence[str], variables: dict[str, str]) -> str:
    """The class of what listens where standard error is a terminal."""
    leader, terminal = pty.openpty()
    environment = {n: v for n, v in os.environ.items() if n != "CI"}
    done = subprocess.run(
        [sys.executable, "-c", WHO, *arguments],
        env={**environment, "TERM": "xterm", **variables},
        stdout=subprocess.PIPE,
        stderr=terminal,
        text=True,
        check=True,
    )
    os.close(terminal)
    os.close(leader)
    return done.stdout.strip()


def read_until(descriptor: int, end: bytes) -> bytes:
    read = b""
    while end not in read:
        read += os.read(descriptor, 1024)
    return read


def screen(written: bytes) -> list[str]:
    """The lines that stand in a terminal after *written*, each as its last rewriting
    left it."""
    lines = written.decode().replace("\r\n", "\n").split("\n")
    return [text.rpartition("\r")[2].partition("\033[K")[2] for text in lines]
