"""Which event words of several texts tell of one happening."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.extract import same_events
from generator.extract.acts import act_of
from generator.extract.stories import stories
from generator.timex import timexes

TEXTS = {
    "bridge-one": (
        "The harbour bridge of Kelso closed after a barge rammed its northern pier. "
        "Engineers of Kelso said the pier cracked."
    ),
    "bridge-two": (
        "A barge rammed the northern pier of the harbour bridge in Kelso. The closure "
        "of the bridge will last, engineers said."
    ),
    "orchard-one": (
        "The orchard fair of Dunmore closed with a prize for the oldest pear tree. "
        "Growers said the cider harvest was early."
    ),
    "orchard-two": (
        "Growers opened their cider harvest at the orchard fair of Dunmore, and the "
        "oldest pear tree won a prize."
    ),
}


def mention(source: str, word: str) -> tuple[str, int, int]:
    match = re.search(rf"\b{word}\b", TEXTS[source])
    assert match is not None
    return source, *match.span()


def test_reports_of_one_story_stand_together() -> None:
    assert stories(TEXTS) == {
        "bridge-one": 0,
        "bridge-two": 0,
        "orchard-one": 1,
        "orchard-two": 1,
    }


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (("bridge-one", "rammed"), ("bridge-two", "rammed"), True),
        (("bridge-one", "closed"), ("bridge-two", "closure"), True),
        (("bridge-one", "closed"), ("orchard-one", "closed"), False),
        (("bridge-one", "closed"), ("bridge-two", "rammed"), False),
        (("bridge-one", "said"), ("bridge-two", "said"), False),
    ],
    ids=[
        "the-same-word-in-one-story",
        "a-verb-and-its-noun",
        "the-same-word-in-another-story",
        "another-act",
        "a-wide-word-in-other-sentences",
    ],
)
def test_event_words_are_one_for_story_and_act(
    first: tuple[str, str], second: tuple[str, str], same: bool
) -> None:
    one, other = same_events(TEXTS, [mention(*first), mention(*second)])
    assert (one == other) is same


def test_happenings_on_days_that_differ_stay_apart() -> None:
    texts = TEXTS | {
        "a": "The barge rammed the pier of Kelso on 3 May 2021.",
        "b": "The barge rammed the pier of Kelso on 9 May 2021.",
    }
    mentions = [("a", 10, 16), ("b", 10, 16)]
    found = {name: timexes(text) for name, text in texts.items()}
    assert same_events(texts, mentions) == [0, 0]
    assert same_events(texts, mentions, found) == [0, 1]


def test_the_day_on_a_line_above_is_not_the_day_of_the_happening() -> None:
    texts = TEXTS | {
        "a": "3 May 2021\nThe barge rammed the pier of Kelso.",
        "b": "5 May 2021\nThe barge rammed the pier of Kelso.",
    }
    mentions = [("a", 21, 27), ("b", 21, 27)]
    found = {name: timexes(text) for name, text in texts.items()}
    assert same_events(texts, mentions, found) == [0, 0]


@pytest.mark.parametrize(
    ("second", "events"),
    [
        ("Near Kelso a barge rammed 2 piers of Ada Quill.", 1),
        ("The barge of Ada Quill rammed 2 piers.", 1),
        ("The barge of Ben Ink rammed 3 piers.", 2),
    ],
    ids=["a-name-and-a-number", "all", "neither-name-nor-number"],
)
def test_acts_of_one_story_with_other_names_and_numbers_are_two(
    second: str, events: int
) -> None:
    texts = TEXTS | {"a": "The barge of Ada Quill rammed 2 piers.", "b": second}
    mentions = [(name, at := texts[name].index("rammed"), at + 6) for name in "ab"]
    assert len(set(same_events(texts, mentions))) == events


@pytest.mark.parametrize(
    ("words", "act"),
    [
        (("sign", "signed", "signing", "signature"), "sign"),
        (("killed", "slain", "deaths", "died"), "kill"),
        (("nominated", "nomination"), "appoint"),
        (("announced", "announcement"), "announc"),
        (("broke out", "breaks out"), "break out"),
        (("broke", "breaking"), "break"),
        (("“crash”", "accidents"), "crash"),
        (("deal", "reached an agreement", "the latest accord"), "deal"),
        (("vote", "take a vote", "on the ballot"), "vote"),
        (("record", "scoring record"), "record"),
        (("won", "beat", "lost", "victory"), "beat"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_words_of_one_act(words: tuple[str, ...], act: str) -> None:
    assert {act_of(word) for word in words} == {act}


@settings(max_examples=10, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_texts_and_mentions_does_not_matter(order: random.Random) -> None:
    mentions = [
        (source, match.start(), match.end())
        for source, text in TEXTS.items()
        for match in re.finditer(r"\w+ed\b|\bsaid\b|\bclosure\b", text)
    ]
    expected = dict(zip(mentions, same_events(TEXTS, mentions), strict=True))
    names = list(TEXTS)
    order.shuffle(names)
    order.shuffle(mentions)
    found = same_events({name: TEXTS[name] for name in names}, mentions)
    assert dict(zip(mentions, found, strict=True)) == expected
