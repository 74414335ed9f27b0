"""Whoever ends a command from outside, and whenever: it says one line or nothing, it
leaves no process behind, and the next run makes what an undisturbed one makes."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from support import made_up
from support.fresh_process import AT_ONCE, Nursery
from support.sessions import Stopped, after, stopped, with_copies
from support.trees import bytes_of, differences, tree
from tasks import TASKS, Prepared, asked, worth_keeping

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="processes are looked for in /proc"
)
Prepare = Callable[[str], Prepared]

CODES = {signal.SIGINT: 130, signal.SIGTERM: 143, signal.SIGHUP: 129}
SAID = "dateline: interrupted\n"
MOMENTS = int(os.environ.get("DATELINE_MOMENTS", "0"))
"""How often each command is ended with each signal; 0: once, with one of them."""

ENDED = [
    (name, number)
    for at, name in enumerate(name for name in TASKS if not TASKS[name].typed)
    for turn, number in enumerate(CODES)
    if MOMENTS or at % len(CODES) == turn
]
TO_WHOM = [(n, everybody) for n in CODES for everybody in (False, True)]
ALL_WAYS = [*TO_WHOM, (signal.SIGKILL, False)]
"""A signal, and whether every process gets it, as in a terminal."""


def is_well_ended(ended: Stopped, number: signal.Signals) -> bool:
    return ended == Stopped(CODES[number], SAID, ())


@pytest.mark.parametrize(("name", "number"), ENDED)
def test_a_command_that_is_ended_says_so_and_the_next_one_does_its_work(
    name: str,
    number: signal.Signals,
    prepared: Prepare,
    nursery: Nursery,
    tmp_path: Path,
) -> None:
    begun, random = prepared(name), Random(f"{name} {number}")
    for moment in range(MOMENTS or 1):
        folder = tmp_path / str(moment)
        shutil.copytree(begun.folder, folder)
        told = asked(begun.task.arguments, folder)
        ended = stopped(told, number, after(random.uniform(0, 0.5)))
        if ended.code != begun.ended.code:  # else it was done before
            assert is_well_ended(ended, number)
        if not begun.task.again and list(folder.rglob("dateline.toml")):
            continue
        nursery.run(told, AT_ONCE)
        now = worth_keeping(bytes_of(tree(folder)))
        assert differences(now, worth_keeping(begun.after)) == []


class TestWhileCopiesOfTheProcessWork:
    @pytest.fixture
    def root(self, tmp_path: Path) -> Path:
        made_up.lay_out(tmp_path / "harbour", Random(5))
        return tmp_path / "harbour"

    @pytest.mark.parametrize(("number", "everybody"), ALL_WAYS)
    def test_an_extraction_that_ends_leaves_no_process_at_work(
        self, root: Path, number: signal.Signals, everybody: bool
    ) -> None:
        """They load the program anew, so that some are ended while they do."""
        for count in range(300):
            told = f"The bridge {count} opened on 3 May {1700 + count}."
            (root / f"seeds/bridge-{count}.txt").write_text(told, "utf-8")

        def when(session: int) -> None:
            with_copies(session)
            time.sleep(Random(f"{number} {everybody}").choice([0.0, 0.2, 1.5]))

        extract = ["extract", "--jobs", 2, "--project", root]
        ended = stopped(extract, number, when, all_processes=everybody)
        if number is signal.SIGKILL:  # Python itself may speak of semaphores then
            assert (ended.code, ended.orphans) == (-signal.SIGKILL, ())
        else:
            assert is_well_ended(ended, number)

    @pytest.mark.parametrize(("number", "everybody"), ALL_WAYS)
    def test_a_build_that_ends_leaves_no_copy_at_work(
        self, root: Path, number: signal.Signals, everybody: bool, nursery: Nursery
    ) -> None:
        build = ["build", "--project", root]
        ended = stopped(
            [*build, "--jobs", 3], number, with_copies, all_processes=everybody
        )
        if number is signal.SIGKILL:
            assert ended == Stopped(-signal.SIGKILL, "", ())
        else:
            assert is_well_ended(ended, number)
        assert nursery.run(build, AT_ONCE).code == 0
        assert not [*root.glob(".site*"), *root.glob(".dateline/cache/site/new/*")]


def test_a_signal_that_comes_while_an_object_goes_is_heard_a_moment_later() -> None:
    """Python cannot raise anything there; it would print where it was, and go on."""
    script = """
import os, signal, sys, time
from generator import signals
class Going:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(0)
signals.listen()
try:
    Going()
    time.sleep(20)
except KeyboardInterrupt as error:
    sys.exit(signals.code_of(error))
"""
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (143, b"")
