"""Files under seeds/ become documents; what cannot be read is reported."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.sources import read_documents
from generator.sources.decoding import UndecodableError, decode


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


def test_problems_name_file_reason_and_next_step(tmp_path: Path) -> None:
    write(tmp_path, a__pdf=b"%PDF", b__txt=b" \n", c__txt=b"A.", c__md=b"B.", d=b"E.")
    write(tmp_path, e__txt=b"\x00\x01\x02\x00")
    _, problems = read_documents(tmp_path, tmp_path)
    assert [str(problem) for problem in problems] == [
        "a.pdf: note: files ending in “.pdf” are not read as sources "
        "[source-not-read]\n  hint: save the article's text as .txt or .md",
        "b.txt: warning: the file holds no text, so nothing can be found in it "
        "[source-empty]\n  hint: put the article's text into it, or remove the file",
        "c.txt: error: its id “c” is already that of c.md [source-id-twice]\n"
        "  hint: rename one of the two files",
        "d: note: files without an ending are not read as sources "
        "[source-not-read]\n  hint: save the article's text as .txt or .md",
        "e.txt: error: the file cannot be read as text (tried as utf-8) "
        "[source-not-text]\n  hint: save it as plain text in UTF-8",
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
