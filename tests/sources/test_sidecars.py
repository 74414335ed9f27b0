"""A file beside a seed tells what the seed does not: its day, writers and title."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_files import meta, page

from generator.model.edtf import parse_edtf
from generator.model.sources import Document, Source
from generator.sources import read_documents
from generator.sources.card import describe
from generator.sources.creation import creation_time

TEXT = b"Title: Bridge back\nDate: 2024-06-20\n\nThe bridge reopened on Wednesday.\n"


def documents(folder: Path, **files: bytes) -> tuple[list[Document], list[str]]:
    """The documents of these files, and what is said of them; "__" is a full stop."""
    for name, data in files.items():
        (folder / name.replace("__", ".")).write_bytes(data)
    found, problems = read_documents(folder, folder)
    return found, [str(problem) for problem in problems]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a__yaml", b"title: 'The bridge'\nissued: 2024-06-19 # its day\n"),
        ("a__txt__yaml", b'title: "The bridge"\ndate: "2024-06-19"\n'),
        ("a__yml", b"title: The bridge\npublished: 19 June 2024\n"),
        (
            "a__json",
            b'{"title": "The bridge", "date_publish": "2024-06-19 08:00:00", "n": 1}',
        ),
    ],
    ids=["yaml", "with-the-seeds-ending", "in-words", "json-of-a-program"],
)
def test_it_goes_before_what_the_text_says(
    tmp_path: Path, name: str, data: bytes
) -> None:
    (document,), problems = documents(tmp_path, a__txt=TEXT, **{name: data})
    created = creation_time(document, None)
    assert problems == []
    assert created.issued == "2024-06-19"
    path = name.replace("__", ".")
    assert created.reason.startswith(f"The file {path} gives “")
    assert describe(document, created).title == "The bridge"


def test_it_goes_before_what_a_page_says_of_itself(tmp_path: Path) -> None:
    html = page(meta(article__published_time="2024-06-20"))
    (document,), _ = documents(tmp_path, a__html=html, a__yaml=b"issued: 2024-06-19\n")
    assert creation_time(document, None).issued == "2024-06-19"


def test_the_editors_card_goes_before_it(tmp_path: Path) -> None:
    (document,), _ = documents(tmp_path, a__txt=TEXT, a__yaml=b"issued: 2024-06-19\n")
    card = Source("a", issued=parse_edtf("2024-06-18"))
    assert creation_time(document, card).issued == "2024-06-18"


def test_it_may_know_the_month_alone(tmp_path: Path) -> None:
    (document,), problems = documents(
        tmp_path, a__txt=b"It reopened.\n", a__yaml=b"issued: 2024-06\n"
    )
    created = creation_time(document, None)
    assert (created.edtf, created.issued, problems) == ("2024-06", None, [])


def test_what_cannot_be_read_in_it_is_said(tmp_path: Path) -> None:
    (document,), problems = documents(
        tmp_path,
        a__txt=b"It reopened.\n",
        a__yaml=b"# my card\nisued: 2024-06-19\ndate: 12/07/2024\nmood: grey\n",
        b__yaml=b"title: Alone\n",
        a__json=b"[[",
    )
    assert creation_time(document, None).issued is None
    assert problems == [
        "a.json: warning: it cannot be read as fields and values [sidecar-syntax]\n"
        "  hint: write lines such as: issued: 2025-07-12",
        "a.yaml:2: warning: nothing is known of a field “isued” [sidecar-field]\n"
        "  hint: did you mean “issued”?",
        "a.yaml:3: warning: “12/07/2024” is not a date that can be read "
        "[sidecar-date]\n  hint: write it as issued: 2025-07-12",
        "a.yaml:4: warning: nothing is known of a field “mood” [sidecar-field]\n"
        "  hint: there are: title, author, issued, url, site, publisher, language",
        "b.yaml: note: there is no article “b” that this file could describe "
        "[sidecar-alone]\n  hint: name it as the article, with its own ending",
    ]
