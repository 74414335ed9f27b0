"""What `dateline.toml` may say, and what is said of it when it is wrong."""

from __future__ import annotations

import inspect
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.config import NotAProjectError, read_project
from generator.settings import SETTINGS, ExtractConfig, SiteConfig, parse_settings


@pytest.fixture
def settings(request: pytest.FixtureRequest) -> bytes:
    """The test's own docstring, read as a settings file."""
    return inspect.cleandoc(request.function.__doc__).encode() + b"\n"


def said(data: bytes) -> str:
    """Everything that is wrong with a settings file, as it is shown."""
    return "\n".join(str(problem) for problem in parse_settings(data)[2])


def test_an_empty_file_leaves_every_default() -> None:
    assert parse_settings(b"") == (SiteConfig(), ExtractConfig(), [])


def test_every_setting_is_read(settings: bytes) -> None:
    """
    [site]
    title = "The harbour"
    description = "Bridges and ferries."
    language = "pt-BR"
    base_url = "https://example.org/harbour/"
    publish = "reviewed"
    repository = "https://example.org/me/harbour"
    branch = "release/harbour"

    [extract]
    publication_dates = false
    """
    site, extract, problems = parse_settings(settings)
    assert problems == []
    assert site == SiteConfig(
        title="The harbour",
        description="Bridges and ferries.",
        language="pt-BR",
        base_url="https://example.org/harbour/",
        publish="reviewed",
        repository="https://example.org/me/harbour",
        branch="release/harbour",
    )
    assert extract == ExtractConfig(publication_dates=False)


def test_the_table_of_settings_is_complete() -> None:
    for section, kind in {"site": SiteConfig, "extract": ExtractConfig}.items():
        listed = [setting.key for setting in SETTINGS if setting.section == section]
        assert listed == [field.name for field in fields(kind)]


def test_everything_wrong_is_said_at_once_with_its_place(settings: bytes) -> None:
    """
    titel = "Harbour"
    [site]
    title = 3
    publish = "reviewd"
      base-url = "https://example.org"
    publication_dates = true
    [extracts]
    """
    assert said(settings) == inspect.cleandoc(
        """
        dateline.toml:1:1: error: “titel” stands outside a section [setting-unknown]
          1 | titel = "Harbour"
            | ^
          hint: write it below the section that it belongs to: [site], [extract]
        dateline.toml:3:1: error: title is text in quotes, not a number [setting-type]
          3 | title = 3
            | ^
          hint: write title = "…"
        dateline.toml:4:1: error: publish “reviewd” is neither “all” nor “reviewed” """
        """[setting-value]
          4 | publish = "reviewd"
            | ^
          hint: publish is “all” or only “reviewed” events
        dateline.toml:5:3: error: [site] has no setting “base-url” [setting-unknown]
          5 |   base-url = "https://example.org"
            |   ^
          hint: did you mean “base_url”?
        dateline.toml:6:1: error: [site] has no setting “publication_dates” """
        """[setting-unknown]
          6 | publication_dates = true
            | ^
          hint: it belongs below [extract]
        dateline.toml:7:2: error: there is no section “extracts” [setting-unknown]
          7 | [extracts]
            |  ^
          hint: did you mean “extract”?
        """
    )


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('title = ""', "title “” is empty"),
        ('title = "a\\nb"', "title “a\nb” has a line break or a control character"),
        ("title = 2024-06-19", "title is text in quotes, not a date or time"),
        ("title = true", "title is text in quotes, not true or false"),
        ("title = []", "title is text in quotes, not a list"),
        (
            'language = "English!"',
            "language “English!” is not a language tag such as “en” or “pt-BR”",
        ),
        (
            'base_url = "example.org"',
            "base_url “example.org” is not a web address that begins with https://",
        ),
        (
            'base_url = "javascript:x"',
            "base_url “javascript:x” is not a web address that begins with https://",
        ),
        (
            'base_url = "https://example.org/?a"',
            "base_url “https://example.org/?a” has more in it than a web address "
            "of a folder",
        ),
        ('branch = ""', "branch “” is not the name of a branch"),
        ('branch = "a b"', "branch “a b” is not the name of a branch"),
        ('branch = "../x"', "branch “../x” is not the name of a branch"),
        ('base_url = "https://["', "base_url “https://[” is not a web address"),
    ],
)
def test_a_value_that_cannot_be(line: str, message: str) -> None:
    (problem,) = parse_settings(f"[site]\n{line}\n".encode())[2]
    assert problem.message == message
    assert (problem.origin.line, problem.origin.column) == (2, 1)


@pytest.mark.parametrize(
    ("line", "write"),
    [
        ('base_url = "h.example/x"', "write https://h.example/x/"),
        ('base_url = "//h.example/x/"', "write https://h.example/x/"),
        ('base_url = "localhost:8000"', "write https://localhost:8000/"),
        ('base_url = "https://h.example/x?tab=1#a"', "write https://h.example/x/"),
        ('base_url = "h.example/index.html"', "write https://h.example/"),
        ('base_url = "https://h.example/index.html?"', "write https://h.example/"),
        ('base_url = "h[example"', "write https://example.org/timeline/"),
        ('base_url = "mailto:x"', "write https://example.org/timeline/"),
        ('repository = "github.com/a/b"', "write https://github.com/a/b"),
        ('repository = "https://github.com/a/b?tab=x"', "write https://github.com/a/b"),
        ('repository = "me/harbour"', "write https://github.com/NAME/REPOSITORY"),
        (
            'repository = "https://github.com/a/b/tree/draft/content"',
            "write https://github.com/a/b, and branch = “draft” if it is that which is "
            "published",
        ),
        (
            'branch = "a b"',
            "write its name as the repository lists it, such as “main”",
        ),
    ],
)
def test_what_to_write_instead_of_an_address(line: str, write: str) -> None:
    (problem,) = parse_settings(f"[site]\n{line}\n".encode())[2]
    assert problem.hint == write


@pytest.mark.parametrize(
    ("setting", "written", "meant"),
    [
        ("base_url", "https://h.example/x/index.html", "https://h.example/x/"),
        ("base_url", "https://h.example/index.htm", "https://h.example/"),
        ("base_url", "https://h.example/x", "https://h.example/x"),
        (
            "base_url",
            "http://h.example:80/my-index.htm",
            "http://h.example:80/my-index.htm",
        ),
        ("base_url", "", ""),
        ("repository", "", ""),
        ("repository", "https://github.com/a/b.git", "https://github.com/a/b"),
        ("repository", "https://github.com/a/b/", "https://github.com/a/b"),
        ("repository", "https://github.com/a/b/tree/main", "https://github.com/a/b"),
        (
            "repository",
            "https://github.com/a/b/blob/main/content/events/x.md",
            "https://github.com/a/b",
        ),
        ("repository", "https://github.com/a/tree", "https://github.com/a/tree"),
        (
            "repository",
            "https://gitlab.com/group/part/b/-/tree/main",
            "https://gitlab.com/group/part/b",
        ),
        (
            "repository",
            "https://codeberg.org/a/b/src/branch/main",
            "https://codeberg.org/a/b",
        ),
        ("repository", "git@github.com:a/b.git", "https://github.com/a/b"),
        ("repository", "ssh://git@gitlab.com:22/a/c/b.git", "https://gitlab.com/a/c/b"),
        ("branch", "refs/heads/site/main", "site/main"),
    ],
)
def test_an_address_that_was_copied_stands_for_what_is_meant(
    setting: str, written: str, meant: str
) -> None:
    site, _, problems = parse_settings(f'[site]\n{setting} = "{written}"\n'.encode())
    assert not problems
    assert getattr(site, setting) == meant


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            '[site]\ntitle = "Harbour\n',
            "dateline.toml:2:17: error: the quotation mark that ends the text is "
            "missing [settings-syntax]",
        ),
        (
            '[site]\ntitle = "a"\ntitle = "b"\n',
            "dateline.toml:3:12: error: this setting stands here for the second time "
            "[settings-syntax]",
        ),
        (
            "[site]\ntitle = Harbour\n",
            "dateline.toml:2:9: error: this value is neither text in quotes, true, "
            "false nor a number [settings-syntax]",
        ),
        (
            "[site]\n* title\n",
            "dateline.toml:2:1: error: this line is neither a [section] nor a "
            "setting = value [settings-syntax]",
        ),
        (
            "[site]\ntitle =",
            "dateline.toml:2:8: error: this value is neither text in quotes, true, "
            "false nor a number [settings-syntax]",
        ),
    ],
    ids=["open-quote", "twice", "unquoted", "no-setting", "cut-off"],
)
def test_what_is_not_toml_is_said_in_plain_words(text: str, shown: str) -> None:
    assert said(text.encode()).split("\n")[0] == shown


def test_what_is_not_utf8_is_said_with_its_place() -> None:
    assert said(b'[site]\ntitle = "H\xe4fen"\n') == (
        "dateline.toml:2: error: byte 18 of the file is not UTF-8 text [encoding]\n"
        "  hint: save the file again with the encoding UTF-8"
    )


def test_a_byte_order_mark_and_windows_line_ends_are_fine() -> None:
    site, _, problems = parse_settings(b'\xef\xbb\xbf[site]\r\ntitle = "Harbour"\r\n')
    assert (site.title, problems) == ("Harbour", [])


def test_a_setting_with_a_problem_keeps_its_default() -> None:
    site, _, _ = parse_settings(b'[site]\ntitle = "Harbour"\nlanguage = 3\n')
    assert (site.title, site.language) == ("Harbour", "en")


@given(st.binary() | st.text().map(str.encode))
def test_no_bytes_break_the_reader(data: bytes) -> None:
    for problem in parse_settings(data)[2]:
        assert problem.origin.path == "dateline.toml"
        assert problem.message
        assert problem.hint


def test_a_folder_without_settings_is_no_project(tmp_path: Path) -> None:
    with pytest.raises(NotAProjectError) as caught:
        read_project(tmp_path)
    assert str(caught.value) == (
        f"{tmp_path} is not a dateline project: it has no dateline.toml. "
        "Go to the project's folder or name it with --project, "
        "or make a new one with: dateline init my-timeline"
    )
