"""The quick way of reading a header answers only what PyYAML answers, or nothing.

Equal means: the same nodes at the same offsets, and nothing to remark on.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.store.cut import Cut, UnreadableError, cut, decode
from generator.store.fields import FILE_FIELDS
from generator.store.header import read_header
from generator.store.usual_header import usual_table
from generator.store.yaml_header import read_yaml

ROOT = Path(__file__).parents[2]
OWN = sorted(
    path for folder in FILE_FIELDS for path in ROOT.glob(f"content/{folder}/*.md")
)
MISTAKES = re.findall(
    r"^[-+] (.*)$",
    (ROOT / "tests" / "checks" / "mistakes.txt").read_text("utf-8"),
    re.MULTILINE,
)

HOSTILE = st.text("ab1:-#\"'[]{}&*!|>%@,?()<=~\\/._ \t\r\u00a0\u2028\ufeff\x85é🚀n")
SCALARS = st.one_of(
    st.sampled_from(
        [
            *("no", "2024-06-19", '"2024"', "a b", "it's", "12:30", "https://a.b/c"),
            *("[a, b]", "[]", "[\"a\", 'b']", '"a \\"b\\" \\xa0"', "é (x)"),
            *("", " # a", " #a", "~"),
        ]
    ),
    st.sampled_from(MISTAKES),
    HOSTILE,
)
LINES = st.builds(
    "{}{}{}{}{}".format,
    st.sampled_from(["", "", "", "  ", "  ", "    ", "      ", " ", "\t"]),
    st.sampled_from(["", "", "", "- ", "-  ", "-", "- - ", "? "]),
    st.sampled_from(["a: ", "b: ", "c:", "a: ", "exact:  ", "", "a :", "é: ", '"a": ']),
    SCALARS,
    st.sampled_from(["", "", "", "", " ", "\r", " # a", " #", "#", "  #a"]),
)
HEADERS = st.lists(LINES, max_size=8).map(lambda lines: "\n".join([*lines, ""]))


def agree(header: str) -> bool:
    """False when there was no quick answer; fails when it was another answer."""
    parts = Cut("---\n", header, "---\n", "")
    quick = usual_table(str(parts), 4, 4 + len(header))
    if quick is None:
        return False
    try:
        table, problems = read_yaml(parts, "a.md")
    except UnreadableError as error:
        raise AssertionError(f"{header!r} is refused: {error}") from error
    assert quick == table
    assert repr(quick) == repr(table)
    assert problems == []
    return True


@given(HEADERS)
@settings(max_examples=500)
@example("a: x\n b: y\n")
@example("a:\n- b\n- c: d\n  e: f\ng: h\n")
@example("a:\n  - b\n  c: d\n")
@example("a:\n  # x\n  b: c\n\n   \n#y\nd:\n")
@example("a: b\na: c\n")
@example('a: "\\ud800"\n')
@example('a: "\\u202e"\n')
@example('a: "\\x85"\n')
@example("a: [b, ]\n")
@example("a: [, b]\n")
@example("a: [b: c]\n")
@example("a: [b #c]\n")
@example("a: b #c\n")
@example("a: #c\n")
@example("a: b\r\nc: d\r\n")
@example('a: "b\rc"\n')
@example("a: b # c\rd: e\n")
@example("a:\n    b: c\n  d: e\n")
@example("a:\n b:\n  c:\n   d:\n    e:\n     f:\n      g: h\n")
def test_a_header_is_read_as_pyyaml_reads_it_or_left_to_it(header: str) -> None:
    agree(header)


@settings(max_examples=500)
@given(st.sampled_from(OWN), st.integers(0, 2000), st.integers(0, 3), SCALARS)
def test_a_file_with_a_slip_in_it_is_read_as_pyyaml_reads_it_or_left_to_it(
    path: Path, at: int, gone: int, typed: str
) -> None:
    header = header_of(path)
    at %= len(header) + 1
    agree(header[:at] + typed + header[at + gone :])


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_files_as_the_tool_and_editors_write_them_are_read_the_quick_way(
    path: Path,
) -> None:
    assert agree(header_of(path))


@pytest.mark.parametrize(
    "header",
    [
        "",
        "# nothing yet\n",
        "title: Harbour bridge opens: a report\n",
        "title: The bridge's opening\ntags: [port, 'old port', \"é\"]\n",
        'date: "2019"   # the paper gives no day\n',
        "citations:\n- source: post\n  exact: 'it opened'\n",
        "title: a\r\ntags: []\r\n",
    ],
    ids=[
        *("empty", "comment", "colon-and-space", "lists", "comment-behind"),
        *("hyphen-under-its-key", "windows"),
    ],
)
def test_both_ways_give_one_answer(header: str) -> None:
    parts = Cut("---\n", header, "---\n", "")
    assert answer(read_header, parts) == answer(read_yaml, parts)


def answer(read, parts: Cut):  # type: ignore[no-untyped-def]
    try:
        return read(parts, "a.md")
    except UnreadableError as error:
        return error.problems


def header_of(path: Path) -> str:
    return cut(decode(path.read_bytes(), path.name), path.name).header
