"""A command loads what it needs, and nothing before it needs it."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = {
    *("jinja2", "markdown", "nh3", "yaml", "frontmatter", "rapidfuzz", "PIL", "lxml"),
    *("dateparser", "trafilatura", "htmldate", "pypdf", "dask", "distributed", "spacy"),
    *("livereload", "tornado", "watchfiles", "asyncio", "multiprocessing", "sqlite3"),
    *("concurrent.futures", "email", "http", "logging", "xml", "ssl", "ctypes"),
    *("subprocess", "difflib", "urllib.request", "traceback", "babel", "numpy"),
    *("generator.pipeline", "generator.desk", "generator.serve", "generator.timex"),
}

LOADED = """
import sys
from generator.__main__ import run
sys.argv = ["dateline", *sys.argv[1:]]
try:
    run()
except SystemExit:
    pass
print(*sys.modules, sep="\\n")
"""


def loaded(*arguments: str) -> set[str]:
    """The modules that a fresh process has in the end."""
    command = [sys.executable, "-c", LOADED, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines())


@pytest.mark.parametrize(
    "arguments",
    [["--version"], ["--help"], ["build", "--help"], ["build", "--nonsense"]],
    ids=" ".join,
)
def test_a_command_line_is_read_without_the_libraries(arguments: list[str]) -> None:
    assert loaded(*arguments) & HEAVY == set()
