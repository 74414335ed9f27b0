"""`dateline review`: what waits for a person, and what becomes of each answer."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from generator import desk, extraction, review
from generator.cli import main
from generator.config import Project
from generator.files import ProjectLock
from generator.store import read_store

ARTICLE = """Harbour bridge opens

April 2, 2019

The bridge opened to traffic on 2 March 2019, the mayor said. The ferry made its
last trip on 1 March 2019. The old pier burned down last year.
"""
OPENING = """---
title: Bridge opens
date: "2019-03-02"
status: {status}   # my comment
citations:
  - source: post
    exact: "{exact}"
---

It opened.
"""


GONE = "  content/events/opening.md is not there any more, so it is not asked about."


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "content/events").mkdir(parents=True)
    (tmp_path / "dateline.toml").write_text('[site]\ntitle = "Harbour"\n')
    (tmp_path / "seeds/post.txt").write_text(ARTICLE, "utf-8")
    return Project(tmp_path)


def write(
    project: Project,
    name: str = "opening",
    status: str = "proposed",
    exact: str = "The bridge opened to traffic on 2 March 2019",
) -> Path:
    path = project.content / f"events/{name}.md"
    path.write_text(OPENING.format(status=status, exact=exact), "utf-8")
    return path


def walk(
    project: Project,
    answers: Iterable[str],
    editor: Callable[[Path, int], None] = lambda path, line: None,
) -> str:
    """What a person sees who types *answers*, and then closes the window."""
    typed = iter(answers)
    lines: list[str] = []

    def ask(prompt: str) -> str:
        try:
            answer = next(typed)
        except StopIteration:
            raise EOFError from None
        lines.append(f"{prompt}{answer}")
        return answer

    queue = review.read_queue(project)
    review.Session(project, queue, ask, lines.append, editor).walk()
    return "\n".join(lines)


def matters(project: Project) -> list[tuple[str, str]]:
    return [(e.event, str(e.matter)) for e in review.read_queue(project)]


def test_a_proposal_is_shown_with_its_passage_in_context(project: Project) -> None:
    write(project)
    assert walk(project, ["l"]) == (
        "\n"
        f"{'── 1 of 1 ':─<78}\n"
        "Bridge opens\n"
        "content/events/opening.md · 2019-03-02 · proposed\n"
        "It opened.\n"
        "\n"
        "* the tool proposes this event\n"
        "  accept it as it is, correct it, or reject it\n"
        "    post, line 5:\n"
        "    Harbour bridge opens April 2, 2019 ‹The bridge opened to traffic on 2\n"
        "    March 2019›, the mayor said. The ferry made its last trip on 1 March "
        "2019.\n    The old pier burned down last year.\n"
        "  [a] accept: it is reviewed  [r] reject  [m] merge into another event\n"
        "  [e] edit the file  [l] later  [q] quit\n"
        "  > l\n"
        "0 answered, 1 put off"
    )


@pytest.mark.parametrize(("letter", "status"), [("a", "reviewed"), ("r", "rejected")])
def test_an_answer_changes_one_word_of_the_file(
    project: Project, letter: str, status: str
) -> None:
    path = write(project)
    before = path.read_text("utf-8")
    assert f"  {status}" in walk(project, [letter])
    assert path.read_text("utf-8") == before.replace("proposed", status)
    assert ("opening", "proposed") not in matters(project)


def test_the_walk_can_be_left_and_goes_on_where_it_was(project: Project) -> None:
    for name in ("a", "b", "c"):
        write(project, name)
    said = walk(project, ["a", "q"])
    assert "What is not answered waits: run `dateline review` again." in said
    waiting = [event for event, matter in matters(project) if matter == "proposed"]
    assert waiting == ["b", "c"]


def test_a_walk_says_how_far_it_is_in_the_events_that_wait(project: Project) -> None:
    for name in ("a", "c"):
        write(project, name)
    write(project, "b", "rejected")
    said = walk(project, ["a", "q"])
    assert [line.strip(" ─") for line in said.split("\n") if line[:1] == "─"] == [
        "1 of 2"
    ]
    said = walk(project, ["k", "l", "q"])
    assert [line.strip(" ─") for line in said.split("\n") if line[:1] == "─"] == [
        "1 of 2",
        "2 of 2",
    ]


def test_what_an_editor_changed_is_shown_again(project: Project) -> None:
    write(project)

    def editor(path: Path, line: int) -> None:
        text = path.read_text("utf-8").replace("Bridge opens", "The bridge, at last")
        path.write_text(
            text.replace("status:", "factuality: alleged\nstatus:"), "utf-8"
        )

    said = walk(project, ["e", "l"], editor)
    assert said.count("── 1 of 1 ─") == 2
    assert "  > e\n\n── 1 of 1 ─" in said
    assert (
        "\nThe bridge, at last\n"
        "content/events/opening.md · 2019-03-02 · proposed · alleged\n"
    ) in said
    assert walk(project, ["e", "l"]).count("── 1 of 1 ─") == 1


def test_an_unknown_letter_is_asked_for_again(project: Project) -> None:
    write(project)
    said = walk(project, ["x", "", "l"])
    assert said.count("  type one of a, r, m, e, l, q") == 2


def test_merging_moves_the_passages_and_leaves_an_address(project: Project) -> None:
    write(project, "opening")
    write(project, "opening-again", exact="The ferry made its\nlast trip")
    path = project.content / "events/opening-again.md"
    path.write_text(path.read_text().replace("its\nlast", r"its\nlast"), "utf-8")
    said = walk(project, ["l", "m", "openin", "m", "opening"])
    assert "  There is no other event “openin”. Did you mean “opening”?" in said
    assert "  merged into opening" in said
    assert not path.exists()
    text = (project.content / "events/opening.md").read_text("utf-8")
    assert '  - source: post\n    exact: "The ferry made its\\nlast trip"\n' in text
    assert "aliases: [opening-again]\n" in text
    assert extraction.extract(project).problems is not None
    assert not path.exists()


def test_what_a_person_wrote_of_a_merged_event_goes_over(project: Project) -> None:
    write(project, "opening", "reviewed")
    other = write(project, "opening-day", exact="on 1 March 2019. The old pier")
    text = other.read_text("utf-8").replace("It opened.", "My own long text.")
    text = text.replace(
        "citations:",
        'corrections:\n  - date: "2020"\n    note: Wrong.\n'
        "media:\n  - file: pier.png\n    alt: The pier\n    sensitive: yes\ncitations:",
    )
    other.write_text(text, "utf-8")
    walk(project, ["k", "m", "opening", "y"])
    heir = (project.content / "events/opening.md").read_text("utf-8")
    assert heir.endswith("\n\nIt opened.\n\nMy own long text.\n")
    assert '  - date: "2020"\n    note: Wrong.\n' in heir
    assert (
        'media:\n  - file: pier.png\n    alt: The pier\n    sensitive: "yes"\n' in heir
    )
    assert not other.exists()
    assert review.deleted(project) == []


def test_what_has_no_place_in_the_other_event_stands_there_as_remarks(
    project: Project,
) -> None:
    write(project, "opening")
    other = write(project, "opening-day")
    text = other.read_text("utf-8")
    for old, new in (
        (
            "title: Bridge opens",
            "title: >-\n  The last day   # they said\n  so",
        ),
        ("citations:", "# the mayor denies it\nfactuality: denied\ncitations:"),
        ('2019"\n---', '2019"\n    says:\n      speaker: the mayor # who?\n---'),
    ):
        text = text.replace(old, new)
    other.write_bytes(text.replace("\n", "\r\n").encode())
    said = walk(project, ["l", "m", "opening", "y"])
    assert (
        "  this one is denied, opening is happened\n"
        "  merge all the same (y or n)? y\n"
        "  merged into opening; what else you wrote stands as remarks at the top of "
        "content/events/opening.md"
    ) in said
    heir = (project.content / "events/opening.md").read_text("utf-8")
    assert heir.partition("title: Bridge opens")[0] == (
        "---\n"
        "# From opening-day, which was merged into this:\n"
        "# title: >-\n"
        "#   The last day   # they said\n"
        "#   so\n"
        "# status: proposed   # my comment\n"
        "# the mayor denies it\n"
        "# factuality: denied\n"
        "#   - source: post\n"
        '#     exact: "The bridge opened to traffic on 2 March 2019"\n'
        "#     says:\n"
        "#       speaker: the mayor # who?\n"
    )
    assert not other.exists()


def test_what_the_tool_wrote_or_explained_is_no_remark_of_a_person(
    project: Project,
) -> None:
    extraction.extract(project)
    first, second, *_ = sorted(project.content.glob("events/*.md"))
    explained = desk.new_event(project, "The bridge opens", None, [])
    into_first = ["m", first.stem, "y"]
    said = walk(project, ["l", *into_first, *into_first, "l", *into_first])
    assert said.count(f"  merged into {first.stem}\n") == 2
    assert said.count(f"  merged into {first.stem}; what else you wrote") == 1
    assert not second.exists()
    assert not (project.root / explained).exists()
    remarks = [x for x in first.read_text("utf-8").split("\n") if "#" in x]
    assert remarks == [
        "# From undated-the-bridge-opens, which was merged into this:",
        "# title: The bridge opens",
    ]


def test_merging_into_an_event_that_counts_otherwise_is_asked_about(
    project: Project,
) -> None:
    write(project, "opening", "reviewed")
    other = write(project, "opening-day", exact="on 1 March 2019. The old pier")
    text = other.read_text("utf-8").replace("2019-03-02", "2019-03-01")
    other.write_text(text, "utf-8")
    before = (project.content / "events/opening.md").read_bytes()
    said = walk(project, ["k", "m", "opening", "n", "q"])
    assert (
        "  opening is reviewed: what goes over counts as reviewed with it\n"
        "  the dates differ: “2019-03-01” here, “2019-03-02” in opening\n"
        "  merge all the same (y or n)? n\n"
    ) in said
    assert (project.content / "events/opening.md").read_bytes() == before
    assert other.read_text("utf-8") == text


def test_nothing_is_merged_into_a_rejected_event(project: Project) -> None:
    write(project, "opening", "rejected")
    other = write(project, "opening-day")
    said = walk(project, ["m", "opening", "y", "q"])
    assert (
        "  content/events/opening.md says “status: rejected”, so it is published "
        "nowhere and nothing was merged into it. Correct its status first, or reject "
        "this event, too.\n"
    ) in said
    assert other.exists()


def test_an_event_that_was_rejected_a_moment_ago_is_no_twin(project: Project) -> None:
    ferry = "on 1 March 2019. The old pier"
    write(project, "opening")
    write(project, "opening-day", exact=ferry)
    quote = "The bridge opened to traffic on 2 March 2019"
    kept = project.root / ".dateline/suggested.json"
    kept.parent.mkdir()
    rows = [["post", quote, "post", ferry, "both tell of the bridge"]]
    kept.write_text(json.dumps(rows), "utf-8")
    assert ("opening-day", "may-be-the-same") in matters(project)
    assert "may be the same" not in walk(project, ["r", "l"])


def test_a_merge_that_was_cut_short_says_nothing_twice(project: Project) -> None:
    heir = write(project, "opening")
    other = write(project, "opening-day", exact="on 1 March 2019. The old pier")
    text = other.read_text("utf-8").replace("It opened.", "My own text.")
    other.write_text(text, "utf-8")
    walk(project, ["l", "m", "opening"])
    merged = heir.read_bytes()
    other.write_text(text, "utf-8")
    walk(project, ["l", "m", "opening"])
    assert heir.read_bytes() == merged
    assert not other.exists()


def test_what_was_saved_while_a_merge_was_asked_about_is_not_lost(
    project: Project,
) -> None:
    write(project, "opening", "reviewed")
    other = write(project, "opening-day", exact="on 1 March 2019. The old pier")

    def answers() -> Iterator[str]:
        yield from ("k", "m", "opening")
        other.write_bytes(other.read_bytes() + b"\nSaved meanwhile.\n")
        yield "y"

    said = walk(project, answers())
    assert "changed while it was being worked on, so it was left alone" in said
    assert other.read_bytes().endswith(b"\nSaved meanwhile.\n")


@pytest.mark.parametrize("letter", ["a", "r"])
def test_what_says_something_else_by_now_is_shown_before_it_is_answered(
    project: Project, letter: str
) -> None:
    path = write(project)
    text = path.read_text("utf-8").replace("It opened.", "It sank.")

    def answers() -> Iterator[str]:
        path.write_text(text, "utf-8")
        yield letter
        yield "q"

    said = walk(project, answers())
    told, _, after = said.partition(
        "  the file was changed meanwhile, so nothing was written\n"
    )
    assert "It sank." not in told
    assert "It sank." in after
    assert path.read_text("utf-8") == text


def test_what_somebody_else_rejects_meanwhile_is_not_accepted(project: Project) -> None:
    path = write(project)

    def answers() -> Iterator[str]:
        walk(project, ["r"])
        yield "a"

    assert "  reviewed" not in walk(project, answers())
    assert "status: rejected" in path.read_text("utf-8")


def test_two_who_settle_something_at_once_both_count(project: Project) -> None:
    write(project, "opening", "reviewed")
    ferry = "on 1 March 2019. The old pier"
    write(project, "opening-day", "reviewed", ferry)
    kept = project.root / ".dateline/settled/opening-day.json"
    path = project.root / ".dateline/settled"

    def answers() -> Iterator[str]:
        path.mkdir(parents=True)
        kept.write_text('{"apart": ["opening"]}', "utf-8")
        yield from ("k", "k")

    walk(project, answers())
    assert json.loads(kept.read_text("utf-8")) == {
        "apart": ["opening"],
        "single-source": ["post"],
    }


def test_a_file_that_cannot_be_read_is_named(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    (project.content / "events/broken.md").write_text("---\ntitle: a: b\n---\n")
    assert main(["review", "--format", "text", "--project", str(project.root)]) == 1
    assert "content/events/broken.md:2:" in capsys.readouterr().err


def test_a_closed_input_is_the_end_of_a_walk(project: Project) -> None:
    write(project)
    assert walk(project, []).endswith(
        "What is not answered waits: run `dateline review` again."
    )


@pytest.mark.parametrize(
    ("answer", "said", "left"),
    [
        ("a", "  merged into opening", []),
        ("k", "  kept", ["may-be-the-same"]),
    ],
)
def test_two_events_that_may_be_one_are_merged_or_kept_apart(
    project: Project, answer: str, said: str, left: list[str]
) -> None:
    ferry = "on 1 March 2019. The old pier"
    write(project, "opening", "reviewed")
    write(project, "opening-day", exact=ferry)
    rows = [["post", "The bridge opened to traffic on 2 March 2019", "post", ferry,
             "both tell of the bridge"]]  # fmt: skip
    kept = project.root / ".dateline/suggested.json"
    kept.parent.mkdir()
    kept.write_text(json.dumps(rows), "utf-8")
    assert ("opening-day", "may-be-the-same") in matters(project)
    shown = walk(project, ["k", answer, *("y" if answer == "a" else ""), "q"])
    assert (
        "* it may be the same as “Bridge opens” (opening): both tell of the bridge"
        in shown
    )
    assert said in shown
    assert ("opening-day", "may-be-the-same") not in matters(project)
    path = project.content / "events/opening-day.md"
    assert path.exists() is bool(left)


def test_a_damaged_list_of_suggestions_says_what_to_do(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = project.root / ".dateline/suggested.json"
    kept.parent.mkdir()
    kept.write_text('[["half"]]', "utf-8")
    assert main(["review", "--project", str(project.root)]) == 1
    assert capsys.readouterr().err == (
        "dateline: .dateline/suggested.json cannot be read. Delete it and run "
        "`dateline extract`: it is written anew.\n"
    )


def test_an_edit_opens_the_file_at_its_line_and_counts_at_once(
    project: Project,
) -> None:
    path = write(project, exact="The bridge opened to trafic")
    opened: list[tuple[Path, int]] = []

    def editor(path: Path, line: int) -> None:
        opened.append((path, line))
        path.write_text(path.read_text("utf-8").replace("trafic", "traffic"), "utf-8")

    said = walk(project, ["e", "a"], editor)
    assert opened == [(path, 7)]
    assert "the source prints it differently: “The bridge opened to traffic”" in said
    assert "1 answered, 0 put off" in said


def test_a_drifted_quotation_is_written_as_printed_only_when_a_person_says_so(
    project: Project,
) -> None:
    path = write(project, exact="The bridge opened to traffic on 3 March 2019")
    said = walk(project, ["a", "l"])
    assert "NUMBERS differ: “3” → “2”" in " ".join(said.split())
    assert 'exact: "The bridge opened to traffic on 2 March 2019"\n' in path.read_text()


def test_what_nothing_proves_is_not_accepted(project: Project) -> None:
    path = write(project)
    text = path.read_text("utf-8")
    header, _, _ = text.partition("citations:")
    path.write_text(f"{header}---\n\nIt opened.\n", "utf-8")
    said = walk(project, ["a", "q"])
    assert (
        "  No passage proves this event, so it was not accepted. Type e and add "
        "citations: to content/events/opening.md (`dateline cite` prints the block), "
        "or r to reject it."
    ) in said
    assert "status: proposed" in path.read_text("utf-8")


def test_what_its_source_does_not_print_is_not_accepted(project: Project) -> None:
    path = write(project, exact="Whales sang all night")
    said = walk(project, ["l", "a", "q"])
    assert (
        "  “Whales sang all night” does not stand in post once, so the event was not "
        "accepted. Type e and mend the quotation, or r to reject the event."
    ) in said
    assert "status: proposed" in path.read_text("utf-8")


def test_a_file_deleted_in_the_editor_is_not_asked_about_again(
    project: Project,
) -> None:
    path = write(project)
    write(project, "second")
    said = walk(project, ["e", "l"], lambda path, line: path.unlink())
    assert said.count(GONE) == 1
    assert said.endswith("0 answered, 1 put off")
    assert not path.exists()


def test_a_file_renamed_in_the_editor_is_asked_about_under_its_new_name(
    project: Project,
) -> None:
    path = write(project)
    new = path.with_name("a-new-name.md")
    said = walk(project, ["e", "a"], lambda path, line: path.replace(new) and None)
    assert "content/events/a-new-name.md · 2019-03-02 · proposed" in said
    assert said.endswith("1 answered, 0 put off")
    assert "status: reviewed" in new.read_text("utf-8")
    assert not path.exists()


def test_a_file_deleted_by_somebody_else_meanwhile_is_not_asked_about_again(
    project: Project,
) -> None:
    path = write(project)
    typed = iter(["a"])

    def ask(prompt: str) -> str:
        path.unlink()
        return next(typed)

    said: list[str] = []
    queue = review.read_queue(project)
    review.Session(project, queue, ask, said.append, lambda path, line: None).walk()
    assert said[-2:] == [
        GONE,
        "nothing waits for you",
    ]


def test_every_mistake_made_in_the_editor_is_told_at_once(project: Project) -> None:
    write(project)

    def editor(path: Path, line: int) -> None:
        text = path.read_text("utf-8")
        text = text.replace("title: Bridge", "title: Bridge: it")
        path.write_text(text.replace('date: "2019', 'date:"2019'), "utf-8")

    said = walk(project, ["e", "q"], editor)
    assert (
        "  content/events/opening.md:2:14: error: a colon followed by a space stands "
        "inside the text [yaml-colon]\n"
        "    2 | title: Bridge: it opens\n"
    ) in said
    assert "  content/events/opening.md:3:1: error: there is no space" in said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "  No event was named, so nothing was merged."),
        ("nobody", "  There is no other event “nobody”."),
        ("openings", "  There is no other event “openings”. Did you mean “opening”?"),
        ("BRIDGE OP", "  There is no other event “BRIDGE OP”. "
            "Did you mean “harbour” or “opening”?"),
        ("content/events/opening.md", "  merged into opening; what else you wrote "
            "stands as remarks at the top of content/events/opening.md"),
    ],
)  # fmt: skip
def test_the_event_to_merge_into_is_named_in_any_way_or_suggested(
    project: Project, typed: str, said: str
) -> None:
    for name in ("opening", "third", "harbour"):
        write(project, name)
    ferry = project.content / "events/ferry.md"
    ferry.write_text(
        "---\ntitle: Ferries stop\nstatus: proposed\ncitations:\n  - source: post\n"
        '    exact: "last trip on 1 March 2019"\n---\n'
    )
    third = project.content / "events/third.md"
    third.write_text(third.read_text().replace("Bridge opens", "It opens"))
    assert said in walk(project, ["l", "m", typed, "y", "q"]).split("\n")


def test_a_single_source_is_asked_about_once(project: Project) -> None:
    write(project, status="reviewed")
    assert matters(project) == [("opening", "single-source")]
    walk(project, ["k"])
    assert matters(project) == []
    kept = project.root / ".dateline/settled/opening.json"
    assert json.loads(kept.read_text()) == {"single-source": ["post"]}


@pytest.mark.parametrize("answer", ["a", "k"])
def test_what_the_tool_would_write_by_now_is_taken_or_declined_for_good(
    project: Project, answer: str
) -> None:
    (project.seeds / "post.txt").write_text(
        "The bridge opened to traffic on 2 March 2019.\n", "utf-8"
    )
    extraction.extract(project)
    (path,) = project.content.glob("events/2019-03-02-*.md")
    (proposed,) = project.proposed.glob("events/2019-03-02-*.json")
    title = json.loads(proposed.read_text("utf-8"))["values"]["title"]
    for file, key, new in (
        (path, "title: ", "My own title"),
        (proposed, '"title": "', "What it said before"),
    ):
        text = file.read_text("utf-8").replace(f"{key}{title}", f"{key}{new}")
        file.write_text(text, "utf-8")
    extraction.extract(project)
    differs = [e for e in review.read_queue(project) if e.matter == "differs"]
    assert [e.message for e in differs] == [
        f"the tool would now write “{title}” for “title”"
    ]
    walk(project, [answer, "q"])
    assert (path.stem, "differs") not in matters(project)
    assert f"title: {title if answer == 'a' else 'My own title'}\n" in path.read_text()


def test_an_undated_event_says_what_would_date_it(project: Project) -> None:
    seed = project.seeds / "post.txt"
    seed.write_text(seed.read_text("utf-8").replace("April 2, 2019\n", ""), "utf-8")
    extraction.extract(project)
    (entry,) = [e for e in review.read_queue(project) if e.matter == "undated"]
    assert entry.message == (
        "it has no date; “last year” in post needs the publication date"
    )
    line = (
        (project.root / entry.origin.path)
        .read_text()
        .split("\n")[entry.origin.line - 1]
    )
    assert line == '      needs: "the publication date"'


@pytest.mark.parametrize(
    "name",
    [
        lambda path: path.stem,
        lambda path: path.name,
        lambda path: f"content/events/{path.name}",
    ],
    ids=["id", "file", "path"],
)
def test_a_deleted_proposal_can_be_restored(
    project: Project, name: Callable[[Path], str], capsys: pytest.CaptureFixture[str]
) -> None:
    extraction.extract(project)
    (path,) = project.content.glob("events/2019-03-02-*.md")
    before = path.read_bytes()
    path.unlink()
    extraction.extract(project)
    assert not path.exists()
    root = str(project.root)
    assert main(["review", "--deleted", "--project", root]) == 0
    assert capsys.readouterr().out == f"{path.stem}\n"
    assert main(["review", "--restore", path.stem[:-1], "--project", root]) == 1
    assert capsys.readouterr().err == (
        f"dateline: No event “{path.stem[:-1]}” was deleted. "
        f"Did you mean “{path.stem}”?\n"
    )
    assert main(["review", "--restore", "xyz", "--project", root]) == 1
    assert capsys.readouterr().err == (
        "dateline: No event “xyz” was deleted. "
        "Those that were: dateline review --deleted\n"
    )
    assert main(["review", "--restore", name(path), "--project", root]) == 0
    assert path.read_bytes() == before
    assert not read_store(project)[0].records[f"events/{path.stem}"].gone
    assert extraction.extract(project, plan=True).pending is False
    assert main(["review", "--restore", "no-such", "--project", root]) == 1
    assert capsys.readouterr().err == (
        "dateline: No event “no-such” was deleted. Nobody deleted a proposal here.\n"
    )


def test_programs_get_the_same_list(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project, exact="The bridge opened to traffic on 3 March 2019")
    root = str(project.root)
    assert main(["review", "--format", "json", "--project", root]) == 0
    quote, proposed = map(json.loads, capsys.readouterr().out.splitlines())
    assert quote == {
        "matter": "quote",
        "event": "opening",
        "title": "Bridge opens",
        "path": "content/events/opening.md",
        "line": 7,
        "column": 12,
        "message": "the source prints it differently: “The bridge opened to traffic "
        "on 2 March 2019”; NUMBERS differ: “3” → “2”",
        "hint": "read it: accept what is printed, or open the file",
        "offered": None,
        "field": None,
        "other": None,
        "fate": "drifted",
        "alarms": ["NUMBERS differ: “3” → “2”"],
        "passages": [
            {
                "source": "post",
                "line": 0,
                "before": "",
                "exact": "The bridge opened to traffic on 3 March 2019",
                "after": "",
            }
        ],
    }
    assert proposed["matter"] == "proposed"


def test_without_an_editor_the_place_is_named(
    project: Project,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = write(project)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    answers = iter(["e", "q"])
    monkeypatch.setattr("builtins.input", lambda prompt: next(answers))
    assert main(["review", "--project", str(project.root)]) == 0
    assert (
        f"No editor is set. Open {path}:1 yourself, or set one: export EDITOR=nano"
        in capsys.readouterr().out
    )


def test_a_restored_event_whose_names_were_taken_back_says_how_to_get_them(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    (project.seeds / "post.txt").write_text(
        "April 2, 2019\n\nMinister Ada Harbour opened the bridge on 2 March 2019. "
        "Ada Harbour thanked the crews on 2 March 2019.\n",
        "utf-8",
    )
    extraction.extract(project)
    name = project.content / "entities/ada-harbour.md"
    assert name.exists()
    events = sorted((project.content / "events").iterdir())
    for event in events:
        event.unlink()
    extraction.extract(project, accept_deletions=True)
    assert not name.exists()
    root = str(project.root)
    assert main(["review", "--restore", events[0].stem, "--project", root]) == 0
    said = capsys.readouterr()
    assert said.out == f"content/events/{events[0].name}\n"
    assert said.err == (
        "it names ada-harbour, and content/entities/ has no such file any more: run "
        "`dateline extract`, which makes it again\n"
    )
    extraction.extract(project)
    assert name.exists()


def test_an_event_that_was_merged_a_moment_ago_is_no_twin(project: Project) -> None:
    ferry = "on 1 March 2019. The old pier"
    write(project, "day")
    write(project, "opening")
    write(project, "opening-day", exact=ferry)
    quotes = ["The bridge opened to traffic on 2 March 2019", ferry]
    rows = [["post", quotes[0], "post", quotes[1], "both tell of the bridge"]]
    kept = project.root / ".dateline/suggested.json"
    kept.parent.mkdir()
    kept.write_text(json.dumps(rows), "utf-8")
    twins = [o.other for o in review.read_queue(project) if o.other]
    said = walk(project, ["l", "m", "day", "l", "l", "l"])
    assert "  merged into day" in said
    assert "(opening)" not in said.partition("merged into day")[2]
    assert twins


def test_a_review_ends_what_a_run_that_was_killed_had_begun(project: Project) -> None:
    write(project, "opening")
    left = project.content / "events/.dateline-new-5a08ede3-abcdefgh"
    left.write_bytes(b"half of")
    project.lock.parent.mkdir(exist_ok=True)
    project.lock.write_bytes(b"4194304\n")
    review.end_leftovers(project)
    assert not left.exists()


def test_a_review_may_begin_while_another_run_is_at_work(project: Project) -> None:
    with ProjectLock(project.lock):
        review.end_leftovers(project)
