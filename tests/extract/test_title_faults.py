"""What a copy editor marks in a title, and titles that are let pass."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extract.title_faults import breaks_of, faults_of, is_title

PASSAGE = (
    "The mayor, Ada Quill, said on Monday that she had opened the new bridge for US "
    "visitors, and that 40,000 people, “more than ever”, will cross it, up from 12 "
    "boats in 2019. Builders at Ink Inc. were paid $3 million after the vote."
)


@pytest.mark.parametrize(
    ("title", "fault"),
    [
        ("Ada Quill " + "opened the new bridge " * 4, "over 14 words"),
        ("Bridge", "under 2 words"),
        ("The mayor opened the", "ends in a word that needs more"),
        ("The new bridge will", "ends in a word that needs more"),
        ("Ada Quill opened the new bridge for", "ends in a word that needs more"),
        (
            "The mayor opened the bridge up from 12",
            "ends in a number without what it counts",
        ),
        ("She opened the new bridge", "opens with a pronoun or a link"),
        ("Will cross the new bridge", "opens with a pronoun or a link"),
        ("Opening the new bridge", "opens with a participle"),
        ("40,000 people, “more than will cross", "marks not closed"),
        ("The new bridge for visitors", "no verb and no event"),
        ("The mayor opened it", "refers to what it does not name"),
        ("Builders were paid by us", "refers to what it does not name"),
        ("Builders paid him", "refers to what it does not name"),
        ("The mayor closed the tunnel", "says what the passage does not"),
        ("The mayor 's bridge opened", "marks left by a cut"),
        ("The mayor opened the bridge for, visitors", "marks left by a cut"),
    ],
)
def test_a_fault_is_named(title: str, fault: str) -> None:
    assert fault in faults_of(title, PASSAGE)


@pytest.mark.parametrize(
    "title",
    [
        "Ada Quill opened the new bridge",
        "The mayor said she had opened the new bridge",
        "40,000 people will cross the new bridge",
        "Builders at Ink Inc. were paid $3 million",
        "US visitors cross the new bridge",
        "Ada Quill opened the new bridge after the vote",
    ],
    ids=[
        "clause",
        "a-pronoun-behind-its-name",
        "a-number-that-counts",
        "a-sum",
        "US-is-not-us",
        "noun-behind",
    ],
)
def test_a_sound_title_has_no_faults(title: str) -> None:
    assert list(faults_of(title, PASSAGE)) == []


def test_a_name_from_elsewhere_in_the_document_may_stand_in_a_title() -> None:
    title, passage = "Ben Ink resigned", "He resigned."
    assert list(faults_of(title, passage)) == ["says what the passage does not"]
    assert list(faults_of(title, passage, ["Ben Ink"])) == []


@pytest.mark.parametrize(
    ("body", "broken"),
    [
        ("The mayor opened the bridge.", False),
        ("The mayor said “we opened it”.", False),
        ("The mayor said we opened it.", True),
        ("The mayor opened the bridge to the.", True),
        ("The mayor called it “a gift.", True),
    ],
)
def test_a_broken_body_is_seen(body: str, broken: bool) -> None:
    assert breaks_of(body) is broken


@given(st.text(), st.text())
def test_any_text_can_be_judged(title: str, passage: str) -> None:
    faults = list(faults_of(title, passage))
    assert ("over 14 words" in faults) is (
        len(title.split()) > 14 and faults != ["no words"]
    )
    assert is_title(title, passage) is (not faults)
