"""The queue as a page: what a person reads there, and the links into the editor."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.problems import Origin
from generator.review import Entry, Matter, Passage
from generator.serve.review_page import OPEN_IN_EDITOR, review_page

ENTRY = Entry(
    Matter.PROPOSED,
    "opening",
    "Bridge & ferry",
    Origin("content/events/opening.md", 7, 12),
    "the tool proposes this event",
    "accept it as it is",
    (Passage("post", "It opened", "“", "”, he said.", 5),),
)


@pytest.mark.parametrize(
    ("folder", "path"),
    [
        ("harbour", "harbour"),
        ("my harbour", "my%20harbour"),
        ("50% #1?", "50%25%20%231%3F"),
        ("Zoë", "Zo%C3%AB"),
    ],
)
def test_a_link_opens_the_file_wherever_it_is(
    tmp_path: Path, folder: str, path: str
) -> None:
    page = review_page([ENTRY], tmp_path / folder, OPEN_IN_EDITOR)
    place = f"{tmp_path}/{path}/content/events/opening.md:7:12"
    assert f'<a href="vscode://file/{place}">' in page


def test_a_passage_stands_between_its_neighbours_as_printed(tmp_path: Path) -> None:
    page = review_page([ENTRY], tmp_path, OPEN_IN_EDITOR)
    assert "<blockquote>“<mark>It opened</mark>”, he said.<footer>" in page
    assert "Bridge &amp; ferry</a>" in page
