"""Little that is made to take for ever, and folders that are made to lead out, are seen
for what they are."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.disk import LinkedOutError
from generator.extract.title_faults import faults_of
from generator.sources.web_page import is_web_page
from generator.store import read_content

AT_ONCE = 20
"""Seconds: what is tried here takes parts of one, or longer than anybody lives."""


def ends(expression: str) -> bool:
    """Whether Python comes to an end with *expression*: no other process can stop a
    pattern that goes through all ways to part a text."""
    return not subprocess.run(
        [sys.executable, "-c", expression], timeout=AT_ONCE
    ).returncode


def test_many_comments_before_a_text_make_no_page() -> None:
    assert is_web_page(b"<!---->" * 5 + b"<!doctype html>")
    assert ends(
        "from generator.sources.web_page import is_web_page\n"
        "assert not is_web_page(b'<!---->' * 500)"
    )


def test_a_name_in_many_capitals_is_judged() -> None:
    cut = "cut within a word or behind its link"
    assert cut in faults_of("It closed but the Ada Quill", "It closed but the Ada")
    assert ends(
        "from generator.extract.title_faults import faults_of\n"
        "title = 'The pier closed but ' + 'A' * 60 + ' “'\n"
        "list(faults_of(title, title))"
    )


@pytest.mark.parametrize("folder", ["events", "sources", "entities", "pages"])
def test_a_folder_of_the_content_may_not_be_one_from_outside(
    folder: str, tmp_path: Path
) -> None:
    outside, root = tmp_path / "outside", tmp_path / "project"
    outside.mkdir()
    (root / "content").mkdir(parents=True)
    os.symlink(outside, root / "content" / folder)
    with pytest.raises(LinkedOutError) as told:
        read_content(root / "content", root)
    assert str(told.value) == (
        f"{root}/content/{folder} is a link to a folder outside the project, which is "
        "not followed. Put the folder itself there."
    )


def test_a_folder_of_the_content_may_be_another_of_the_project(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "content").mkdir()
    os.symlink("../kept", tmp_path / "content" / "events")
    (tmp_path / "kept/bridge.md").write_text("---\ntitle: It opens\n---\n", "utf-8")
    content, problems = read_content(tmp_path / "content", tmp_path)
    assert [event.id for event in content.events] == ["bridge"], problems
