"""Any bytes are read or refused: by parts that they may have, and by known troubles."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from targets import TARGETS

HERE = Path(__file__).parent
SEEDS = sorted(path for path in (HERE / "seeds").rglob("*") if path.is_file())
PARTS = [
    *("---\n", "title: ", "date: ", "tags: [", "]", "citations:\n  - source: a\n"),
    *(
        "    exact: ",
        "&a ",
        "*a",
        "<<: ",
        "!!x ",
        '"',
        "'",
        "\\",
        "#",
        " #",
        "\t",
        "\0",
    ),
    *(
        "2024",
        "-06",
        "-19",
        "/",
        "..",
        "~",
        "?",
        "X",
        "{",
        "}",
        "[",
        "T12:00:00Z",
        "-1",
    ),
    *("on Monday", " June ", "last year", "two ", "days ", "12th", "3 мая ", "12월"),
    *(
        "a",
        " ",
        "\n",
        "\r\n",
        "\r",
        "\u2028",
        "\ufeff",
        "é",
        "e\u0301",
        "日",
        "🚢",
        "𝟚",
    ),
    *("[a](", ")", "<b>", "<", "`", "*", "_", "> ", "- ", "1. ", "|", "&#", "](x.md)"),
    *("…", "“", "”", "–", "the bridge ", "opened", "https://", "%2e", "C:\\", "con"),
    *("[site]\n", 'title = "', "base_url = ", "t\0", "d\0", "a\0", "T\0", "b\0"),
]
SOUPS = st.lists(st.sampled_from(PARTS), max_size=40).map(
    lambda parts: "".join(parts).encode()
)
ANY = st.one_of(st.binary(max_size=200), SOUPS, SOUPS.map(lambda data: data[:-1]))


@pytest.mark.parametrize("name", TARGETS)
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(data=ANY)
def test_any_bytes_are_read_or_refused(name: str, data: bytes) -> None:
    TARGETS[name](data)


@pytest.mark.parametrize(
    "path", SEEDS, ids=lambda path: f"{path.parent.name}-{path.name}"
)
def test_known_troubles_are_read_or_refused(path: Path) -> None:
    TARGETS[path.parent.name](path.read_bytes())


REPEATED = """
import sys
from targets import TARGETS
from test_targets import PARTS
for part in PARTS:
    data = part.encode()
    TARGETS[sys.argv[1]](data * (4_000 // len(data)))
"""


@pytest.mark.parametrize("name", TARGETS)
def test_no_repetition_is_read_for_ever(name: str) -> None:
    """The limit of time is for what does not end, not for what is slow."""
    program = [sys.executable, "-c", REPEATED, name]
    path = [str(HERE), str(HERE.parents[1])]
    subprocess.run(program, check=True, timeout=300, env={"PYTHONPATH": ":".join(path)})
