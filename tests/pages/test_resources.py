from __future__ import annotations

from pathlib import Path

import pytest

from generator.resources import NotUtf8Error, find_resources

ROOT = Path(__file__).parents[2]


def test_a_project_needs_no_templates_of_its_own(tmp_path: Path) -> None:
    found = find_resources(tmp_path)
    assert found == find_resources(ROOT)
    assert {"timeline.html", "event.html", "feed.xml"} <= set(found.templates)
    assert {"theme.css", "layout.css", "content.css", "icon.svg"} <= set(found.static)


def test_a_projects_own_files_go_before_the_shipped_ones(tmp_path: Path) -> None:
    for name, text in (
        ("templates/404.html", "\ufeffours"),
        ("static/theme.css", "ours"),
        ("static/pictures/bridge.svg", "<svg/>"),
        ("static/.hidden", "no"),
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    found = find_resources(tmp_path)
    assert found.templates["404.html"] == "ours"
    assert found.static["theme.css"] == b"ours"
    assert found.static["pictures/bridge.svg"] == b"<svg/>"
    assert ".hidden" not in found.static
    assert "event.html" in found.templates
    assert found.own == {"404.html"}


def test_a_project_whose_templates_are_the_shipped_ones_has_none_of_its_own() -> None:
    assert find_resources(ROOT).own == frozenset()


def test_a_template_that_is_not_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    path = tmp_path / "templates" / "404.html"
    path.write_bytes(b"caf\xe9")
    with pytest.raises(NotUtf8Error) as caught:
        find_resources(tmp_path)
    assert str(caught.value) == f"{path} is not UTF-8 text. Save it again as UTF-8."
