"""A text that was taken out of a page is kept, so that its passages stay proven."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from made_files import message, meta, page

from generator.model.sources import Document
from generator.sources import (
    keep_texts,
    read_documents,
    reading,
    texts_to_keep,
    web_page,
)
from generator.sources.taken import Taken


def read(root: Path, *, again: bool = False) -> tuple[list[Document], list[str]]:
    texts = root / ".dateline" / "texts"
    documents, problems = read_documents(root / "seeds", root, texts, again=again)
    return documents, [str(problem) for problem in problems]


def keep(root: Path, documents: list[Document]) -> list[str]:
    writes = texts_to_keep(documents, root / ".dateline" / "texts", root)
    keep_texts(writes, root)
    return [str(write) for write in writes]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with a page whose text is kept, and an article that is a text."""
    (tmp_path / "seeds").mkdir()
    head = meta(article__published_time="2024-06-19")
    (tmp_path / "seeds" / "a.html").write_bytes(page(head))
    (tmp_path / "seeds" / "b.txt").write_bytes(b"The bridge opened in 1931.\n")
    keep(tmp_path, read(tmp_path)[0])
    return tmp_path


@pytest.fixture
def other_library(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on another version of the library, which takes out another text."""

    def otherwise(data: bytes) -> Taken:
        taken = web_page.web_page(data)
        return replace(taken, text=taken.text.replace("Thousands", "Many"), reader="v9")

    formats = {**reading.FORMATS, ".html": reading.Format(otherwise, lambda: "v9")}
    monkeypatch.setattr(reading, "FORMATS", formats)


def test_it_is_kept_as_a_text_that_can_be_read_and_a_record(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.eml").write_bytes(message("It opened."))
    documents, _ = read(tmp_path)
    assert keep(tmp_path, documents) == [
        "create .dateline/texts/a.txt",
        "create .dateline/texts/a.json",
    ]
    kept = (tmp_path / ".dateline/texts/a.txt").read_text("utf-8")
    assert kept == documents[0].text == "Bridge – reopens\n\nIt opened.\n"


def test_the_second_time_nothing_is_written_and_the_same_is_read(root: Path) -> None:
    before, _ = read_documents(root / "seeds", root)
    after, problems = read(root, again=True)
    assert keep(root, after) == []
    assert [replace(d, text_path="") for d in after] == before
    assert after[0].where == ".dateline/texts/a.txt"
    assert after[1].where == "seeds/b.txt"
    assert problems == []


@pytest.mark.usefixtures("other_library")
def test_another_version_of_the_library_changes_nothing_unasked(root: Path) -> None:
    (document, _), problems = read(root, again=True)
    assert "Thousands of residents" in document.text
    now = web_page.reader_name()
    assert problems == [
        f".dateline/texts/a.txt: note: v9 takes another text out of seeds/a.html than "
        f"{now} did; that one is kept, since passages are proven against it "
        "[text-read-otherwise]\n"
        "  hint: to take the new one, delete this file and run `dateline extract`"
    ]
    assert keep(root, [document]) == []
    (root / ".dateline" / "texts" / "a.txt").unlink()
    (document, _), problems = read(root)
    assert "Many of residents" in document.text
    assert problems == []


def test_a_changed_page_is_read_anew(root: Path) -> None:
    changed = page().replace(b"two years", b"three years")
    (root / "seeds" / "a.html").write_bytes(changed)
    (document, _), problems = read(root)
    assert "after three years" in document.text
    assert problems == []
    assert keep(root, [document]) == [
        "change .dateline/texts/a.txt",
        "change .dateline/texts/a.json",
    ]


def test_a_text_changed_by_hand_proves_nothing(root: Path) -> None:
    path = root / ".dateline" / "texts" / "a.txt"
    path.write_bytes(path.read_bytes().replace(b"Thousands", b"Millions"))
    (document, _), problems = read(root)
    assert "Thousands of residents" in document.text
    assert problems == [
        ".dateline/texts/a.txt: error: this is no longer the text that was taken out "
        "of seeds/a.html [text-edited]\n"
        "  hint: bring the file back as it was (git restore), or delete it and run "
        "`dateline extract`"
    ]


@pytest.mark.parametrize(
    "record",
    [b"", b"{", b"[]", b'{"sha256": 1}', b"[" * 100_000, None],
    ids=["empty", "torn", "a-list", "another", "deep", "gone"],
)
def test_a_spoilt_record_only_means_that_the_page_is_read_anew(
    root: Path, record: bytes | None
) -> None:
    path = root / ".dateline" / "texts" / "a.json"
    whole = path.read_bytes()
    path.unlink()
    if record is not None:
        path.write_bytes(record)
    documents, problems = read(root)
    assert problems == []
    keep(root, documents)
    assert path.read_bytes() == whole


def test_line_ends_of_a_checkout_on_windows_do_no_harm(root: Path) -> None:
    path = root / ".dateline" / "texts" / "a.txt"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    documents, problems = read(root)
    assert problems == []
    assert keep(root, documents) == []
