"""Touches the disk and starts a process: a preview as people start it."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

PATIENCE = 30.0


@dataclass
class Running:
    """A preview that runs: its project, its address, and what the terminal shows."""

    root: Path
    address: str = ""
    said: list[str] = field(default_factory=list)

    @property
    def about(self) -> Path:
        return self.root / "content" / "pages" / "about.md"

    def write_about(self, text: str) -> None:
        self.about.write_text(f"---\ntitle: About\n---\n\n{text}\n", "utf-8")


def wait_for(true: Callable[[], object]) -> None:
    until = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < until, "it did not happen in time"
        time.sleep(0.02)


def hear_ctrl_c() -> None:
    """For a new process: tests that run in the background inherit deafness to it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@contextmanager
def previewing(root: Path) -> Iterator[Running]:
    """`dateline serve` for the project in *root*; Ctrl-C at the end, which is fine."""
    command = [sys.executable, "-m", "generator", "--project", str(root), "serve"]
    process = subprocess.Popen(
        [*command, "--port", "0"],
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        preexec_fn=hear_ctrl_c,
    )
    running = Running(root)
    assert process.stderr is not None
    lines = process.stderr

    def listen() -> None:
        for line in lines:
            running.said.append(line.rstrip("\n"))
            if match := re.match(r"preview: (http://\S+) ", line):
                running.address = match[1]

    listener = threading.Thread(target=listen)
    listener.start()
    try:
        wait_for(lambda: running.address or process.poll() is not None)
        assert running.address, running.said
        yield running
    finally:
        process.send_signal(signal.SIGINT)
        code = process.wait(PATIENCE)
        listener.join()
        lines.close()
    assert code == 0
