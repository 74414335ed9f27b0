"""Files that are no content, and values that look like something else to YAML.

What is said of each mistake in a file is in the table beside the checks.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.store import read_content

EVENT = """\
---
title: Harbour bridge opens
date: "2019-07-12"
citations:
  - source: post
    exact: "The bridge opened."
---

The bridge opened.
"""

TITLE = "title: Harbour bridge opens"
DATE = 'date: "2019-07-12"'


def test_a_good_file_has_no_problem(tmp_path: Path) -> None:
    _write(tmp_path, EVENT)
    content, problems = read_content(tmp_path / "content", tmp_path)
    assert problems == []
    assert [event.title for event in content.events] == ["Harbour bridge opens"]


@pytest.mark.parametrize("word", ["no", "12:30", "012", "1e5", "2024_06", "1.10", "~"])
def test_every_value_is_the_text_that_was_typed(tmp_path: Path, word: str) -> None:
    _write(tmp_path, EVENT.replace(TITLE, f"title: {word}"))
    content, problems = read_content(tmp_path / "content", tmp_path)
    assert problems == []
    assert content.events[0].title == word


@pytest.mark.parametrize(
    "bomb",
    [
        "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]",
        "a: &a\n  <<: *a",
        f"title: {'[' * 20_000}",
        "\n".join(f"k{n}: v" for n in range(20_000)),
        f'title: "{"x" * 100_000}"',
        "a: !!python/object/apply:os.system [ls]",
    ],
    ids=["laughs", "merge", "depth", "keys", "length", "object"],
)
def test_a_header_made_to_hurt_is_refused(tmp_path: Path, bomb: str) -> None:
    _write(tmp_path, f"---\n{bomb}\n---\n")
    content, problems = read_content(tmp_path / "content", tmp_path)
    assert content.events == ()
    assert content.unread == {"events/bridge"}
    assert problems


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"---\ntitle: caf\xe9\n---\n", "byte 14 of the file is not UTF-8"),
        (
            b"---\rtitle: x\r---\r",
            "a line ends in a way that only very old programs write (CR alone)",
        ),
        (
            b"---\ntitle: a\x00b\n---\n",
            "there is an invisible control character here (U+0000)",
        ),
    ],
    ids=["latin-1", "carriage-returns", "nul"],
)
def test_bytes_that_are_no_text_are_refused(
    tmp_path: Path, data: bytes, message: str
) -> None:
    path = tmp_path / "content" / "events" / "bridge.md"
    path.parent.mkdir(parents=True)
    path.write_bytes(data)
    _, problems = read_content(tmp_path / "content", tmp_path)
    assert [problem.message for problem in problems] == [message]


def test_one_bad_file_does_not_hide_the_next(tmp_path: Path) -> None:
    _write(tmp_path, EVENT, "a")
    _write(tmp_path, "nothing", "b")
    _write(tmp_path, EVENT.replace(DATE, "date: soon"), "c")
    content, problems = read_content(tmp_path / "content", tmp_path)
    assert [event.id for event in content.events] == ["a", "c"]
    assert [str(problem.origin) for problem in problems] == [
        "content/events/b.md:1:1",
        "content/events/c.md:3:7",
    ]


def test_what_is_no_file_is_reported_and_what_is_hidden_is_not(tmp_path: Path) -> None:
    _write(tmp_path, EVENT)
    folder = tmp_path / "content" / "events"
    (folder / "link.md").symlink_to(folder / "bridge.md")
    (folder / "folder.md").mkdir()
    for name in (
        ".bridge.md.swp",
        ".hidden.md",
        "bridge.md~",
        "bridge.md.orig",
        "4913",
    ):
        (folder / name).write_text("left by an editor")
    content, problems = read_content(tmp_path / "content", tmp_path)
    assert [event.id for event in content.events] == ["bridge"]
    assert [str(problem) for problem in problems] == [
        "content/events/folder.md: error: this is a folder, not a file [not-a-file]\n"
        "  hint: put the file itself here, or rename it",
        "content/events/link.md: error: this is a symbolic link, not a file "
        "[not-a-file]\n  hint: put the file itself here, or rename it",
    ]


@pytest.mark.parametrize(
    "name", ["bridge.md.txt", "bridge.MD", "bridge.markdown", "bridge.txt", "bridge"]
)
def test_a_file_with_another_ending_is_missed(tmp_path: Path, name: str) -> None:
    _write(tmp_path, EVENT)
    folder = tmp_path / "content" / "events"
    (folder / "bridge.md").rename(folder / name)
    content, problems = read_content(tmp_path / "content", tmp_path)
    assert [str(problem) for problem in problems] == [
        f"content/events/{name}: error: this file is not read: its name does not end "
        "in “.md” [file-ending]\n  hint: name it bridge.md"
    ]
    assert content.unread == {"events/bridge"}


def test_files_in_a_folder_of_another_name_are_missed(tmp_path: Path) -> None:
    _write(tmp_path, EVENT)
    (tmp_path / "content" / "events").rename(tmp_path / "content" / "event")
    (tmp_path / "content" / "lost.md").write_text(EVENT)
    _, problems = read_content(tmp_path / "content", tmp_path)
    assert [str(problem) for problem in problems] == [
        "content/event/: error: the files in this folder are not read "
        "[folder-unknown]\n  hint: did you mean content/events/?",
        "content/lost.md: error: this file is not read: it stands in no folder of "
        "content/ [file-misplaced]\n"
        "  hint: put it into one of the folders events, sources, entities, pages",
    ]


def test_two_files_of_one_name_are_reported(tmp_path: Path) -> None:
    _write(tmp_path, EVENT)
    _write(tmp_path, EVENT, "2019/bridge")
    _, problems = read_content(tmp_path / "content", tmp_path)
    assert [str(problem) for problem in problems] == [
        "content/events/2019/bridge.md: error: content/events/bridge.md has the same "
        "file name, which is its id [same-id]\n  hint: rename one of the two"
    ]


def _write(root: Path, text: str, name: str = "bridge") -> None:
    path = root / "content" / "events" / f"{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
