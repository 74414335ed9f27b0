"""The code of shipped templates is kept beside that of the program, and no other."""

from __future__ import annotations

import sys
from pathlib import Path

import harbour_timeline as harbour
import pytest

from generator.pages.environment import environment
from generator.pages.languages import words_of

NAME = "here.html"
GREETING = "{{ _('Sources') }} of {{ who }}"


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder where code is kept."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    return tmp_path


def said(text: str, *, language: str = "en", shipped: bool = True) -> str:
    """What the template *text* says, in an environment that knows nothing yet."""
    environment.cache_clear()
    names = frozenset({NAME} if shipped else ())
    words = words_of(language, harbour.shipped().templates)
    made = environment(((NAME, text),), words, names)
    return made.get_template(NAME).render(who="all")


def files(folder: Path) -> list[Path]:
    """What is kept of the template; Python itself keeps modules there."""
    return [*folder.rglob(f"{NAME}.*")]


def test_code_is_kept_and_taken(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert said(GREETING) == "Sources of all"
    (path,) = files(kept)
    assert path.name.startswith(f"{NAME}.en.")
    monkeypatch.setattr("jinja2.Environment._generate", None)
    assert said(GREETING) == "Sources of all"


@pytest.mark.parametrize("text", ["another", "{{ who }}"])
def test_code_of_another_text_is_not_taken(kept: Path, text: str) -> None:
    said(GREETING)
    assert said(text) == text.replace("{{ who }}", "all")


def test_code_with_other_words_is_not_taken(kept: Path) -> None:
    said(GREETING)
    (english,) = files(kept)
    said(GREETING, language="de")
    (german,) = {*files(kept)} - {english}
    german.write_bytes(english.read_bytes())
    assert said(GREETING, language="de") == said(GREETING, language="de", shipped=False)


def test_code_of_a_template_of_a_project_is_not_kept(kept: Path) -> None:
    assert said(GREETING, shipped=False) == "Sources of all"
    assert not files(kept)


@pytest.mark.parametrize("left", [0, 10, 16, 17, -1])
def test_code_of_which_a_part_is_missing_is_made_again(kept: Path, left: int) -> None:
    said(GREETING)
    (path,) = files(kept)
    whole = path.read_bytes()
    path.write_bytes(whole[:left])
    assert said(GREETING) == "Sources of all"
    assert path.read_bytes() == whole


def test_nothing_is_kept_where_nothing_can_be_written(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (kept / "file").write_text("no folder")
    monkeypatch.setattr(sys, "pycache_prefix", str(kept / "file"))
    assert said(GREETING) == "Sources of all"
