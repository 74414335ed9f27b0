"""`dateline cite`: some words become the citation of the passage that is meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli import main
from generator.config import Project
from generator.desk import UnreadSourceError, cite, cite_one

ARTICLE = """Harbour bridge opens

The mayor said the bridge was “ready at last” and open to traffic.
Ferries stopped on Monday. The bridge—which cost 12 million—is open to traffic.
Nobody was hurt. The ferry
pier stays, the mayor’s office said.
The mill is nobody’s now; the miller, Zoë, sold the mill.
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "dateline.toml").write_text('[site]\ntitle = "Harbour"\n')
    (tmp_path / "seeds/post-2019-04-02.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "seeds/post-2019-04-05.txt").write_text("Ferries stop", "utf-8")
    return Project(tmp_path)


@pytest.mark.parametrize(
    ("words", "exact"),
    [
        ("Ferries stopped", "Ferries stopped"),
        ('was "ready at last" and', "was “ready at last” and"),
        ("the mayor's office", "the mayor’s office"),
        ("bridge - which cost", "bridge—which cost"),
        ("bridge-which cost", "bridge—which cost"),
        ("NOBODY WAS HURT", "Nobody was hurt"),
        ("nobodys now", "nobody’s now"),
        ("the mayors office", "the mayor’s office"),
        ("the miller zoe sold", "the miller, Zoë, sold"),
        ("the ferry pier  stays", "The ferry\npier stays"),
        ("Ferries stopped … 12 million", "Ferries stopped on Monday. The bridge"
            "—which cost 12 million"),
        ("ferries … open to traffic.", "Ferries stopped on Monday. The bridge—which "
            "cost 12 million—is open to traffic."),
    ],
)  # fmt: skip
def test_the_source_s_own_text_is_cited_whatever_the_marks_and_spaces_were(
    project: Project, words: str, exact: str
) -> None:
    (passage,) = cite(project, "post-2019-04-02", words)
    assert passage.citation.quote.exact == exact
    assert passage.citation.quote.exact in ARTICLE


def test_words_with_and_without_a_capital_are_both_found_and_no_parts_of_words(
    project: Project,
) -> None:
    found = cite(project, "post-2019-04-02", "the mill")
    assert [p.citation.quote.exact for p in found] == ["The mill", "the mill"]
    assert cite_one(project, "post-2019-04-02", "the mill") == found[1]
    assert [p.line for p in cite(project, "post-2019-04-02", "mille")] == [7]


def test_words_that_stand_twice_come_with_what_tells_the_places_apart(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    root = str(project.root)
    assert main(["cite", "post-2019-04-02", "open to traffic", "--project", root]) == 0
    said = capsys.readouterr()
    assert said.out == (
        "  # line 3\n"
        "  - source: post-2019-04-02\n"
        '    exact: "open to traffic"\n'
        '    prefix: "and "\n'
        "  # line 4\n"
        "  - source: post-2019-04-02\n"
        '    exact: "open to traffic"\n'
        '    prefix: "million—is "\n'
    )
    assert said.err == "these words stand 2 times; take the block of one place\n"


@pytest.mark.parametrize(
    "name",
    [
        "post-2019-04-02",
        "post-2019-04-02.txt",
        "seeds/post-2019-04-02.txt",
        "content/sources/post-2019-04-02.md",
        "post-2019-04-02.md",
    ],
)
def test_a_source_may_be_named_in_any_way_that_names_it(
    project: Project, name: str
) -> None:
    (passage,) = cite(project, name, "Nobody was hurt")
    assert passage.citation.source == "post-2019-04-02"


@pytest.mark.parametrize(
    ("source", "words", "said"),
    [
        ("post", "Ferries", "“post” may mean post-2019-04-02 or post-2019-04-05. "
            "Write more of the name."),
        ("pots-2019-04-02", "Ferries", "seeds/ has no document “pots-2019-04-02”. "
            "Did you mean “post-2019-04-02”?"),
        ("daily", "Ferries", "seeds/ has no document “daily”. "
            "There are: post-2019-04-02, post-2019-04-05."),
        ("post-2019-04-02", "Ferries stoped", "“Ferries stoped” is not in "
            "seeds/post-2019-04-02.txt. The nearest there, in line 4, is “Ferries "
            "stopped”. If that is meant, copy words from it."),
        ("post-2019-04-02", "zebra quux", "“zebra quux” is not in "
            "seeds/post-2019-04-02.txt, nor anything like it. "
            "Copy a few words from there."),
    ],
    ids=["beginning", "misspelled", "unknown", "near", "far"],
)  # fmt: skip
def test_what_cannot_be_found_is_named_with_the_next_step(
    project: Project,
    source: str,
    words: str,
    said: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["cite", source, words, "--project", str(project.root)]) == 1
    assert capsys.readouterr() == ("", f"dateline: {said}\n")


@pytest.mark.parametrize("name", ["post-2019-04-08", "post-2019-04-08.pdf", "post"])
def test_a_document_that_cannot_be_read_is_told_so_and_not_taken_for_missing(
    project: Project, name: str
) -> None:
    (project.seeds / "post-2019-04-08.pdf").write_bytes(b"%PDF-1.7\nno more of it")
    with pytest.raises(UnreadSourceError) as caught:
        cite(project, name, "Ferries")
    assert str(caught.value) == (
        "seeds/post-2019-04-08.pdf: the file is no PDF, or a damaged one. "
        "Open it in a viewer and save it again, or copy its text into a .txt file."
    )
