"""Which tags an event earns: by its act and what that is done to, by no other word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from own_doors import SEEDS, proposed, read

from generator.extract import propose
from generator.extract.tagging import MOST_TAGS, OWN_TAGS, Deed, tags_of
from generator.settings import ExtractConfig


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("Norway and Sweden signed a treaty", "agreements"),
        ("the mayor opened a bridge while soldiers looked on", "transport"),
        ("the council approved a tram after a blaze in the army museum", "transport"),
        ("the ferry sank off Harwich", "accidents, transport"),
        ("the earthquake destroyed the bridge", "disasters, transport"),
        ("two climbers were killed in an avalanche", "disasters"),
        ("the army fired three ballistic missiles", "weapons"),
        ("prices of bread rose", "economy"),
        ("the hospital opened", "health"),
        ("the party won the election", "elections"),
        ("the team won the league title", "sport"),
        ("the team won in Harwich", ""),
        ("the bakery lost its licence", ""),
        ("engineers tested the engine", ""),
        ("the plane landed", ""),
        ("the king opened fire", ""),
        ("the oil minister said that he had lost his glasses", ""),
        ("divers explored the harbour", ""),
        ("the mayor was inaugurated", ""),
        ("the baker was released", ""),
        ("the painter attacked the critics", ""),
        ("the judges voted to uphold the ban", "law"),
        ("the king signed a portrait", ""),
        ("two hundred people marched in Harwich", "protests"),
        ("the baker was asked by a guest at the funeral of the king", ""),
    ],
)
def test_a_tag_is_earned_by_the_act_or_by_what_it_is_done_to(
    text: str, tags: str
) -> None:
    (event,) = proposed(f"On 3 May 2021, {text}.").events
    assert ", ".join(event.tags) == tags


@pytest.mark.parametrize(
    ("editors_tag", "text", "earned"),
    [
        ("harbour", "divers explored the harbour", True),
        ("harbours", "divers explored the harbour", True),
        ("harbour", "divers explored the two Harbours", True),
        ("old harbour", "divers explored the old harbour", True),
        ("old-harbour", "divers explored the old harbour", True),
        ("café", "the council closed the cafe", True),
        ("old harbour", "divers explored the harbour", False),
        ("harbour", "divers explored a wreck near the harbour", False),
        ("harbour", "divers explored a wreck while the harbour froze", False),
        ("bour", "divers explored the harbour", False),
    ],
)
def test_a_tag_of_the_editors_is_earned_by_its_words_in_the_same_places(
    editors_tag: str, text: str, earned: bool
) -> None:
    reading = read("article", f"On 3 May 2021, {text}.".encode())
    settings = ExtractConfig(names="patterns")
    (event,) = propose([reading], (), settings, tags=[editors_tag]).events
    assert (editors_tag in event.tags) == earned


DEEDS = st.builds(
    Deed,
    acts=st.tuples(st.sampled_from(["sign", "attack", "die", "arrest", "crash"])),
    things=st.lists(
        st.sampled_from(["treaty", "missile", "ferry", "summit", "oil", "kite"])
    ).map(tuple),
)


@given(st.lists(DEEDS), st.sets(st.sampled_from(["kite", "ferries", "oil"])))
def test_there_are_never_more_than_three_and_none_that_nobody_uses(
    deeds: list[Deed], known: set[str]
) -> None:
    tags = tags_of(deeds, known)
    assert len(tags) <= MOST_TAGS
    assert set(tags) <= OWN_TAGS | known


def test_of_too_many_tags_those_of_the_first_deed_are_kept() -> None:
    deeds = [
        Deed(("sign",), ("treaty", "oil")),
        Deed(("arrest",), ("diplomat", "hospital")),
    ]
    assert tags_of(deeds, ()) == ("agreements", "energy", "justice")


def test_tags_once_proposed_earn_nothing_new_when_they_are_in_use() -> None:
    readings = [read(path.stem, path.read_bytes()) for path in SEEDS.glob("*.txt")]
    settings = ExtractConfig(names="patterns")
    first = propose(readings, (), settings)
    in_use = {tag for event in first.events for tag in event.tags}
    assert propose(readings, (), settings, tags=in_use) == first
