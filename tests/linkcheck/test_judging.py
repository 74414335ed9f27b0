"""What is said of a link, by what its host answered."""

from __future__ import annotations

import pytest

from generator.linkcheck import Answer, Failure, Link, found_out, looked_at
from generator.problems import Origin

HERE = Origin("content/sources/post.md", 3, 6)
BRIDGE = "https://example.org/bridge"
CITED = ("opened on 4 March", "the mayor said")
ARTICLE = "The bridge opened on 4 March. It is free, the mayor said. " * 5
LIVE = looked_at(Link(BRIDGE, HERE), Answer(200, at=BRIDGE), (), str.__contains__)


def said(link: Link, answer: Answer, *texts: str) -> str:
    """All that is said of *link*, while another one answers."""
    looked = looked_at(link, answer, texts, lambda words, text: words in text)
    return "\n".join(map(str, found_out([looked, LIVE])))


def original(**more: object) -> Link:
    return Link(BRIDGE, HERE, "URL", CITED, len(ARTICLE), **more)  # type: ignore[arg-type]


def page(text: str, **more: object) -> Answer:
    return Answer(200, at=BRIDGE, data=text.encode(), kind="text/html", **more)  # type: ignore[arg-type]


def test_of_what_is_there_nothing_is_said() -> None:
    assert said(original(), page(ARTICLE), ARTICLE) == ""


def test_words_that_stand_only_beside_the_article_stand_there() -> None:
    assert said(original(), page(ARTICLE), ARTICLE[:40], ARTICLE) == ""


def test_a_dead_original_asks_for_a_copy() -> None:
    assert said(original(), Answer(404)) == (
        "content/sources/post.md:3:6: error: “https://example.org/bridge” is dead: its "
        "host answers 404 (not found) [link-dead]\n"
        "  hint: look for a copy at "
        "https://web.archive.org/web/*/https://example.org/bridge; write its address "
        "as “archive: …”, and “url-status: dead”"
    )


def test_a_dead_original_with_a_copy_is_only_marked() -> None:
    assert said(original(has_copy=True), Answer(410)) == (
        "content/sources/post.md:3:6: error: “https://example.org/bridge” is dead: its "
        "host answers 410 (gone) [link-dead]\n"
        "  hint: write “url-status: dead”: readers are then led to the archived copy"
    )


@pytest.mark.parametrize(
    ("key", "hint"),
    [
        ("archive", "write the address of another copy, or take this one out"),
        ("exactMatch", "look it up on Wikidata, and correct the id"),
        ("", "correct the link, or take it out"),
    ],
)
def test_what_to_do_about_a_dead_link_depends_on_where_it_stands(
    key: str, hint: str
) -> None:
    assert said(Link(BRIDGE, HERE, key), Answer(404)).endswith(f"  hint: {hint}")


def test_what_has_moved_names_its_new_address() -> None:
    answer = Answer(
        200, at="https://example.org/new", moved_to="https://example.org/new"
    )
    assert said(Link(BRIDGE, HERE), answer) == (
        "content/sources/post.md:3:6: warning: “https://example.org/bridge” has moved "
        "for good, to “https://example.org/new” [link-moved]\n"
        "  hint: write the new address"
    )


@pytest.mark.parametrize("moved_to", ["", "https://example.org/"])
def test_a_page_that_is_led_to_the_start_of_its_site_may_be_gone(moved_to: str) -> None:
    answer = Answer(200, at="https://example.org/", moved_to=moved_to)
    assert said(Link(BRIDGE, HERE), answer) == (
        "content/sources/post.md:3:6: warning: “https://example.org/bridge” leads to "
        "the start of its site: the page itself may be gone [link-moved]\n"
        "  hint: correct the link, or take it out"
    )
    assert said(Link("https://example.org", HERE), answer).count("may be gone") == 0


def test_changed_text_names_the_words_that_are_lost() -> None:
    changed = ARTICLE.replace("4 March", "5 March")
    assert said(original(), page(changed), changed) == (
        "content/sources/post.md:3:6: error: “https://example.org/bridge” no longer "
        "has the words that are cited: “opened on 4 March” [link-changed]\n"
        "  hint: compare it with the stored text; if it was changed since, look for a "
        "copy at https://web.archive.org/web/*/https://example.org/bridge; write its "
        "address as “archive: …”, and “url-status: deviated”"
    )


def test_another_article_in_its_place_has_lost_all_words() -> None:
    other = "The ferry goes at nine, at ten and at eleven o'clock. " * 6
    assert "“opened on 4 March” and 1 more [link-changed]" in said(
        original(), page(other), other
    )


@pytest.mark.parametrize(
    ("answer", "texts"),
    [
        (page("Log in"), ["Please log in to read on."]),
        (page(""), []),
        (page("To pay for"), [ARTICLE[:40], ARTICLE[:40] + "The ferry. " * 99]),
        (Answer(200, at=BRIDGE, kind="image/png", data=b"..."), []),
        (page(ARTICLE, is_whole=False), ["The ferry goes at nine. " * 50]),
    ],
    ids=["to-log-in", "nothing", "to-pay-for", "no-text", "cut-off"],
)
def test_a_page_that_shows_too_little_is_not_called_changed(
    answer: Answer, texts: list[str]
) -> None:
    assert said(original(), answer, *texts) == (
        "content/sources/post.md:3:6: note: “https://example.org/bridge” is there, but "
        "shows a program too little to find what is cited [link-unsure]\n"
        "  hint: open it in a browser; nothing speaks against it yet"
    )


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (Answer(401), "it asks who we are (401)"),
        (Answer(403), "its host lets no program in (403)"),
        (Answer(429), "its host asks not to be asked for now"),
        (Answer(500), "it answers 500"),
        (Answer(418), "it answers 418"),
        (
            Answer(failure=Failure.NOT_TRUSTED),
            "its host's certificate cannot be verified",
        ),
        (Answer(failure=Failure.TOO_SLOW), "its host took too long"),
    ],
)
def test_who_does_not_answer_is_not_called_dead(answer: Answer, reason: str) -> None:
    assert said(original(), answer) == (
        "content/sources/post.md:3:6: note: “https://example.org/bridge” could not be "
        f"looked at: {reason} [link-unsure]\n"
        "  hint: open it in a browser; nothing speaks against it yet"
    )


def test_a_host_without_a_name_is_dead_only_while_others_have_theirs() -> None:
    nameless = looked_at(
        Link(BRIDGE, HERE), Answer(failure=Failure.NO_HOST), (), str.__contains__
    )
    assert [p.code for p in found_out([nameless, LIVE])] == ["link-dead"]
    (problem,) = found_out([nameless])
    assert problem.message == (
        f"“{BRIDGE}” could not be looked at: its host does not let us in, or the "
        "network is down"
    )


def test_what_stands_in_several_places_is_told_once_where_it_is_mended_first() -> None:
    in_text = Origin("content/events/opening.md", 9, 14)
    again = Origin("content/pages/about.md", 5, 1)
    links = [Link(BRIDGE, again), Link(BRIDGE, in_text), original()]
    gone = Answer(failure=Failure.NO_HOST)
    looked = [looked_at(link, gone, (), str.__contains__) for link in links]
    (problem,) = found_out([*looked, LIVE])
    assert problem.origin == HERE
    assert problem.hint.endswith(
        ", and “url-status: dead”; it also stands in "
        "content/events/opening.md:9:14, content/pages/about.md:5:1"
    )
