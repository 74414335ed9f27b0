"""Files under seeds/ become documents; what cannot be read is reported."""

from __future__ import annotations

import errno
import hashlib
import os
import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_files import message

from generator.disk import Files, Saved
from generator.sources import read_documents
from generator.sources.blocks import blocks
from generator.sources.decoding import UndecodableError, decode
from generator.sources.later import LaterBlocks
from generator.sources.metadata import metadata


def write(folder: Path, **files: bytes) -> None:
    for name, data in files.items():
        (folder / name.replace("__", ".")).write_bytes(data)


def test_documents_are_sorted_by_id_and_carry_their_hash(tmp_path: Path) -> None:
    write(tmp_path, b__txt=b"Second.\n", a__md=b"First.\n")
    documents, problems = read_documents(tmp_path, tmp_path)
    assert [(d.id, d.path) for d in documents] == [("a", "a.md"), ("b", "b.txt")]
    assert documents[0].sha256 == hashlib.sha256(b"First.\n").hexdigest()
    assert problems == []


def test_notes_about_the_folder_and_hidden_files_are_passed_over(
    tmp_path: Path,
) -> None:
    write(tmp_path, README__md=b"Read me.", NOTICE__txt=b"Note.", LICENSE=b"Free.")
    (tmp_path / ".hidden.txt").write_bytes(b"Hidden.")
    assert read_documents(tmp_path, tmp_path) == ([], [])


def test_files_in_folders_are_read_and_named_from_the_root(tmp_path: Path) -> None:
    folder = tmp_path / "seeds" / "2019"
    folder.mkdir(parents=True)
    write(folder, a__txt=b"First.")
    (document,), _ = read_documents(tmp_path / "seeds", tmp_path)
    assert document.path == "seeds/2019/a.txt"


def told(folder: Path) -> list[str]:
    """What is said of the files in *folder*."""
    return [str(problem) for problem in read_documents(folder, folder)[1]]


def test_problems_name_file_reason_and_next_step(tmp_path: Path) -> None:
    write(
        tmp_path, a__doc=b"\xd0\xcf", b__txt=b" \n", c__txt=b"A.", c__md=b"B.", d=b"E."
    )
    write(tmp_path, e__txt=b"\x00\x01\x02\x00", f__pdf=b"%PDF", g__txt=b"Good.")
    write(tmp_path, h__eml=message("It opened."))
    documents, _ = read_documents(tmp_path, tmp_path)
    assert [document.id for document in documents] == ["c", "g", "h"]
    formats = "hint: save the article as .txt, .md, .html, .pdf or .eml"
    assert told(tmp_path) == [
        "a.doc: note: files ending in “.doc” are not read as sources "
        f"[source-not-read]\n  {formats}",
        "b.txt: warning: the file holds no text, so nothing can be found in it "
        "[source-empty]\n  hint: put the article's text into it, or remove the file",
        "c.txt: error: its id “c” is already that of c.md [source-id-twice]\n"
        "  hint: rename one of the two files",
        "d: note: files without an ending are not read as sources "
        f"[source-not-read]\n  {formats}",
        "e.txt: warning: the file cannot be read as text (tried as utf-8) "
        "[source-not-text]\n  hint: save it as plain text in UTF-8",
        "f.pdf: warning: the file is no PDF, or a damaged one [source-damaged]\n"
        "  hint: open it in a viewer and save it again, or copy its text into a .txt "
        "file",
        "h.eml: note: what is attached to the e-mail is not read: agenda.pdf "
        "[attachment-not-read]\n  hint: save it into seeds/ as a file of its own",
    ]


@pytest.mark.parametrize(
    ("code", "severity"),
    [(errno.EIO, "error"), (errno.EACCES, "error"), (errno.ELOOP, "warning")],
)
def test_a_file_that_the_system_does_not_let_be_read_stops_publication(
    code: int, severity: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, a__txt=b"The bridge opened in 1931.", b__txt=b"It closed.")

    class Refusing(Files):
        def look(self, path: str) -> Saved:
            if path.endswith("a.txt"):
                raise OSError(code, os.strerror(code), path)
            return super().look(path)

    documents, (problem,) = read_documents(tmp_path, tmp_path, disk=Refusing())
    assert [document.id for document in documents] == ["b"]
    assert (str(problem.severity), problem.origin.path) == (severity, "a.txt")


def test_a_file_that_goes_while_it_is_looked_for_is_not_there(tmp_path: Path) -> None:
    write(tmp_path, a__txt=b"The bridge opened in 1931.")

    class Late(Files):
        def look(self, path: str) -> Saved:
            os.unlink(path)
            return super().look(path)

    assert read_documents(tmp_path, tmp_path, disk=Late()) == ([], [])


class TestWhatIsNoFileOfTheProject:
    def test_a_link_out_of_it_is_not_followed(self, tmp_path: Path) -> None:
        seeds = tmp_path / "project" / "seeds"
        seeds.mkdir(parents=True)
        write(tmp_path, secret__txt=b"The bridge opened in 1931.")
        (seeds / "a.txt").symlink_to(tmp_path / "secret.txt")
        (seeds / "b").symlink_to(tmp_path)
        (seeds / "c.txt").symlink_to(seeds / "nothing.txt")
        (seeds / "d.txt").symlink_to(seeds / "d.txt")
        assert read_documents(seeds, seeds.parent)[0] == []
        assert told(seeds) == [
            "a.txt: warning: it is a link to a file outside the project, which is not "
            "followed [source-outside]\n  hint: put a copy of the file here",
            "b: warning: it is a link to a file outside the project, which is not "
            "followed [source-outside]\n  hint: put a copy of the file here",
            "c.txt: warning: cannot be read: it is a link to nothing "
            "[source-refused]\n  hint: put the file itself here",
            "d.txt: warning: cannot be read: it is a link to itself "
            "[source-refused]\n  hint: let your user read it, or remove it",
        ]

    def test_a_link_inside_it_is(self, tmp_path: Path) -> None:
        seeds = tmp_path / "seeds"
        seeds.mkdir()
        write(tmp_path, kept__txt=b"The bridge opened in 1931.")
        (seeds / "a.txt").symlink_to(tmp_path / "kept.txt")
        (document,), problems = read_documents(seeds, tmp_path)
        assert (document.id, problems) == ("a", [])

    def test_seeds_may_be_a_link_themselves(self, tmp_path: Path) -> None:
        (tmp_path / "elsewhere").mkdir()
        write(tmp_path / "elsewhere", a__txt=b"The bridge opened in 1931.")
        project = tmp_path / "project"
        project.mkdir()
        (project / "seeds").symlink_to(tmp_path / "elsewhere")
        (document,), problems = read_documents(project / "seeds", project)
        assert (document.path, problems) == ("seeds/a.txt", [])

    def test_a_pipe_is_not_waited_for(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "a.txt")
        assert told(tmp_path) == [
            "a.txt: error: it is a pipe, a socket or a device, and no file "
            "[source-no-file]\n  hint: remove it, or save its text as .txt"
        ]

    def test_a_huge_file_is_not_read(self, tmp_path: Path) -> None:
        with (tmp_path / "a.txt").open("wb") as file:
            file.truncate(40_000_000)
        assert told(tmp_path) == [
            "a.txt: warning: the file has 40 MB, and at most 32 MB are read "
            "[source-too-large]\n  hint: split it into the articles that it holds"
        ]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Brücke".encode(), "Brücke"),
        ("\ufeffBrücke".encode(), "Brücke"),
        ("Brücke".encode("utf-16"), "Brücke"),
        (b"one\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
        (
            "Мост через гавань снова открыт после двух лет ремонта.".encode("cp1251"),
            "Мост через гавань снова открыт после двух лет ремонта.",
        ),
        (
            "Die Brücke über den Hafen ist nach zwei Jahren für alle geöffnet.".encode(
                "cp1252"
            ),
            "Die Brücke über den Hafen ist nach zwei Jahren für alle geöffnet.",
        ),
    ],
    ids=["utf-8", "bom", "utf-16", "line-ends", "cyrillic", "western"],
)
def test_text_is_decoded(data: bytes, text: str) -> None:
    assert decode(data)[0] == text


@given(
    st.text(
        alphabet=st.characters(
            exclude_characters="\0\r\ufeff", exclude_categories=["Cs"]
        )
    )
)
def test_utf_8_is_read_as_it_is(text: str) -> None:
    assert decode(text.encode())[0] == text


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        text, _ = decode(data)
    except UndecodableError:
        return
    assert "\r" not in text


def test_blocks_that_are_found_later_are_those_that_are_found_at_once() -> None:
    text = "Title: The bridge\nAuthor: A\n\nThe bridge opens\n\nIt opened in June.\n"
    later = LaterBlocks(text)
    at_once = blocks(text, after=metadata(text).end)
    assert later == at_once
    assert hash(later) == hash(at_once)
    assert pickle.loads(pickle.dumps(later)) == at_once


def test_blocks_that_are_found_later_are_shown_by_the_text_alone() -> None:
    one, same, other = map(LaterBlocks, ("It opened.", "It opened.", "It closed."))
    assert repr(one) == repr(same) != repr(other)
