"""Events that may be one: the note, and the answers of an editor that end it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.checks import possibly_one
from generator.model.citations import Citation
from generator.model.events import Event, Status, Suggestion
from generator.model.selectors import TextQuoteSelector
from generator.model.timeline import Content
from generator.problems import Origin

SIGNED = Citation("post", TextQuoteSelector("signed in May 2021"))
DINED = Citation("mail", TextQuoteSelector("dined on 19 May 2021"))
PACT = Event(
    "pact",
    "Pact signed",
    None,
    citations=(SIGNED,),
    origin=Origin("content/events/pact.md", 1, 1),
)
DINNER = Event(
    "dinner",
    "Dinner held",
    None,
    citations=(DINED,),
    origin=Origin("content/events/dinner.md", 1, 1),
)
MAYBE = Suggestion(SIGNED, DINED, "both tell of Norway and Sweden")


def test_a_note_stands_at_the_second_event() -> None:
    (note,) = possibly_one(Content(events=(PACT, DINNER)), [MAYBE])
    assert str(note) == (
        "content/events/dinner.md:1:1: note: “Dinner held” may be the same as “Pact "
        "signed”: both tell of Norway and Sweden [may-be-one]\n"
        "  hint: `dateline review` merges the two; if they are not one, write "
        "related: [pact]"
    )


@pytest.mark.parametrize(
    "events",
    [
        (PACT, replace(DINNER, related=("pact",))),
        (replace(PACT, related=("dinner",)), DINNER),
        (replace(PACT, status=Status.REJECTED), DINNER),
        (
            replace(PACT, status=Status.REVIEWED),
            replace(DINNER, status=Status.REVIEWED),
        ),
        (replace(PACT, citations=(SIGNED, DINED)),),
        (PACT,),
    ],
    ids=["related", "the-other-way", "rejected", "both-reviewed", "merged", "gone"],
)
def test_an_answer_ends_the_note(events: tuple[Event, ...]) -> None:
    assert possibly_one(Content(events=events), [MAYBE]) == []
