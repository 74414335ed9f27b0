"""Mistakes in content files: each has a place, the user's words, and a next step."""

# ruff: noqa: E501 (a message stands here as it is shown)

from __future__ import annotations

from pathlib import Path

import pytest

from generator.store import read_content, with_excerpts

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

MISTAKES = {
    # name: (what is written, instead of what, the problems)
    "colon": (
        "title: Harbour bridge: open",
        TITLE,
        """\
content/events/bridge.md:2:22: error: a colon followed by a space stands inside the text [yaml-colon]
  2 | title: Harbour bridge: open
    |                      ^
  hint: put the whole text in double quotes: key: "text: more text\"""",
    ),
    "tab": (
        "\ttitle: Harbour bridge opens",
        TITLE,
        """\
content/events/bridge.md:2:1: error: the line is indented with a tab [yaml-tab]
  2 | \ttitle: Harbour bridge opens
    | ^
  hint: indent with spaces""",
    ),
    "unclosed-quote": (
        'title: "Harbour bridge opens',
        TITLE,
        """\
content/events/bridge.md:2:8: error: the quotation mark " that opens here is not closed [yaml-unclosed-quote]
  2 | title: "Harbour bridge opens
    |        ^
  hint: end the text with "; inside it, write \\" for a \"""",
    ),
    "unclosed-quote-to-the-end": (
        "title: 'Harbour bridge opens",
        TITLE,
        """\
content/events/bridge.md:2:8: error: the quotation mark ' that opens here is not closed [yaml-unclosed-quote]
  2 | title: 'Harbour bridge opens
    |        ^
  hint: end the text with '; inside it, write '' for a '""",
    ),
    "quotes-inside-quotes": (
        'title: "The "old" bridge"',
        TITLE,
        """\
content/events/bridge.md:2:14: error: there is more text after the closing quotation mark " [yaml-after-quote]
  2 | title: "The "old" bridge"
    |              ^
  hint: inside the text, write \\" for a \"""",
    ),
    "unclosed-bracket": (
        "tags: [port, bridge",
        TITLE,
        """\
content/events/bridge.md:2:7: error: the “[” here is not closed, or a comma is missing after one of its items [yaml-unclosed]
  2 | tags: [port, bridge
    |       ^
  hint: write lists as [one, two], and text that begins with a bracket in double quotes""",
    ),
    "at-sign": (
        "title: @harbour opens",
        TITLE,
        """\
content/events/bridge.md:2:8: error: a text cannot begin with “@” [yaml-sign]
  2 | title: @harbour opens
    |        ^
  hint: put the whole text in double quotes""",
    ),
    "no-space-after-colon": (
        "title:Harbour bridge opens",
        TITLE,
        """\
content/events/bridge.md:2:1: error: there is no space after the colon of “title” [yaml-no-space]
  2 | title:Harbour bridge opens
    | ^
  hint: write “title: Harbour bridge opens”""",
    ),
    "alias": (
        "title: *bridge",
        TITLE,
        """\
content/events/bridge.md:2:8: error: “*bridge” is a YAML alias, which content files do without [yaml-alias]
  2 | title: *bridge
    |        ^
  hint: put the whole text in double quotes""",
    ),
    "tag": (
        "title: !important opens",
        TITLE,
        """\
content/events/bridge.md:2:8: error: “!important” is a YAML tag, which content files do without [yaml-tag]
  2 | title: !important opens
    |        ^
  hint: put the whole text in double quotes""",
    ),
    "key-twice": (
        f"{TITLE}\ntitle: Again",
        TITLE,
        """\
content/events/bridge.md:3:1: error: “title” is here a second time; the first is in line 2 [key-twice]
  3 | title: Again
    | ^
  hint: keep one of the two""",
    ),
    "swallowed": (
        "title: Bridge #5 opens",
        TITLE,
        """\
content/events/bridge.md:2:15: warning: “#5 opens” is taken for a comment and left out [yaml-comment]
  2 | title: Bridge #5 opens
    |               ^
  hint: put the whole value in double quotes to keep it; write “# ” with a space if a comment is meant""",
    ),
    "misspelt-key": (
        "titel: Harbour bridge opens",
        TITLE,
        """\
content/events/bridge.md:1:1: error: “title:” is missing [key-missing]
  1 | ---
    | ^
  hint: add it: what happened, in a line
content/events/bridge.md:2:1: error: there is no key “titel” here [key-unknown]
  2 | titel: Harbour bridge opens
    | ^
  hint: did you mean “title”?""",
    ),
    "own-key": (
        f"{TITLE}\nmood: bright",
        TITLE,
        """\
content/events/bridge.md:3:1: warning: there is no key “mood” here; it is kept, but not used [key-unknown]
  3 | mood: bright
    | ^
  hint: the keys are title, date, status, factuality, people, organisations, places, tags, related, citations, claims, corrections and aliases""",
    ),
    "date-in-words": (
        "date: July 2019",
        DATE,
        """\
content/events/bridge.md:3:7: error: “July 2019” is not an EDTF date [date]
  3 | date: July 2019
    |       ^
  hint: write 2019-07""",
    ),
    "date-that-may-be-two": (
        "date: 7/6/2019",
        DATE,
        """\
content/events/bridge.md:3:7: error: “7/6/2019” has more than one “/” [date]
  3 | date: 7/6/2019
    |       ^
  hint: write start/end""",
    ),
    "date-without-zeros": (
        "date: 2019-7-2",
        DATE,
        """\
content/events/bridge.md:3:7: error: “2019-7-2” is not an EDTF date [date]
  3 | date: 2019-7-2
    |       ^
  hint: write 2019-07-02""",
    ),
    "no-such-day": (
        "date: 2019-02-30",
        DATE,
        """\
content/events/bridge.md:3:7: error: day 30 does not exist in 2019-02 [date]
  3 | date: 2019-02-30
    |       ^
  hint: write 2019-02 if the source gives only the month""",
    ),
    "backwards": (
        "date: 2019-08/2019-07",
        DATE,
        """\
content/events/bridge.md:3:7: error: “2019-08/2019-07” ends before it starts [date]
  3 | date: 2019-08/2019-07
    |       ^
  hint: write 2019-07/2019-08""",
    ),
    "set-without-quotes": (
        "date: [2019-07, 2019-08]",
        DATE,
        """\
content/events/bridge.md:3:7: error: [2019-07, 2019-08] is a list without quotation marks [date]
  3 | date: [2019-07, 2019-08]
    |       ^
  hint: write "[2019-07, 2019-08]\"""",
    ),
    "misspelt-word": (
        f"{DATE}\nstatus: reviewd",
        DATE,
        """\
content/events/bridge.md:4:9: error: “reviewd” is no value of “status” [word]
  4 | status: reviewd
    |         ^
  hint: did you mean “reviewed”? It is proposed, reviewed, disputed or rejected""",
    ),
    "text-for-a-list": (
        f"{DATE}\npeople: ada, bob",
        DATE,
        """\
content/events/bridge.md:4:9: error: “people” should be a list of ids of other files [value-not-list]
  4 | people: ada, bob
    |         ^
  hint: write people: [ada, bob]""",
    ),
    "list-for-a-text": (
        "title: [Harbour] bridge",
        TITLE,
        """\
content/events/bridge.md:2:18: error: the line does not stand under the lines that it belongs to [yaml-indent]
  2 | title: [Harbour] bridge
    |                  ^
  hint: give lines of one list or one table the same number of spaces""",
    ),
    "empty-title": (
        "title:",
        TITLE,
        """\
content/events/bridge.md:2:1: error: “title” is empty [key-empty]
  2 | title:
    | ^
  hint: write after it: what happened, in a line""",
    ),
    "missing-words": (
        "    suffix: x",
        '    exact: "The bridge opened."',
        """\
content/events/bridge.md:5:5: error: “exact:” is missing [key-missing]
  5 |   - source: post
    |     ^
  hint: add it: the exact words of the source""",
    ),
    "not-closed": (
        "The bridge opened.",
        "---\n\nThe bridge opened.",
        """\
content/events/bridge.md:1:1: error: the header that begins here is not closed [header-unclosed]
  1 | ---
    | ^
  hint: put a line --- between the keys and the text""",
    ),
    "no-header": (
        "title: Harbour bridge opens\n",
        EVENT,
        """\
content/events/bridge.md:1:1: error: the file does not begin with a line “---” [header-missing]
  1 | title: Harbour bridge opens
    | ^
  hint: begin the file with ---, then the keys, then another ---""",
    ),
    "empty-file": (
        "",
        EVENT,
        """\
content/events/bridge.md:1:1: error: the file does not begin with a line “---” [header-missing]
  hint: begin the file with ---, then the keys, then another ---""",
    ),
    "only-a-text": (
        "---\nHarbour bridge\n---\n",
        EVENT,
        """\
content/events/bridge.md:2:1: error: the header is not a list of keys with values [header-not-keys]
  2 | Harbour bridge
    | ^
  hint: write each line as “key: value”, with a space after the colon""",
    ),
    "text-without-key": (
        f"{TITLE}\nafter two years",
        TITLE,
        """\
content/events/bridge.md:3:1: error: “after two years” is neither a key with a value nor part of the one above [yaml-no-key]
  3 | after two years
    | ^
  hint: write it as “key: value”, or indent it by two spaces if it belongs to the line above""",
    ),
    "merge-key": (
        f"{TITLE}\n<<: more",
        TITLE,
        """\
content/events/bridge.md:3:1: error: “<<” is a YAML merge key, which content files do without [yaml-merge]
  3 | <<: more
    | ^
  hint: put the whole text in double quotes""",
    ),
}


@pytest.mark.parametrize(
    ("written", "instead_of", "expected"), MISTAKES.values(), ids=MISTAKES.keys()
)
def test_a_mistake_reads_like_this(
    tmp_path: Path, written: str, instead_of: str, expected: str
) -> None:
    assert EVENT.count(instead_of) == 1
    _write(tmp_path, EVENT.replace(instead_of, written))
    _, problems = read_content(tmp_path / "content", tmp_path)
    shown = "\n".join(map(str, with_excerpts(problems, tmp_path)))
    assert shown == expected


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
