"""What a document states of itself, and nothing made up."""

from __future__ import annotations

import pytest

from generator.model.events import SourceProposal
from generator.sources import document_of
from generator.sources.card import describe
from generator.sources.creation import creation_time


def card(text: str) -> SourceProposal:
    document = document_of("a", "seeds/a.txt", text.encode())
    return describe(document, creation_time(document, None))


def test_a_text_that_states_nothing_gets_an_empty_card() -> None:
    found = card("The bridge is closed for all who want to cross the harbour.")
    assert (found.title, found.author, found.publisher, found.issued, found.url) == (
        "",
        (),
        "",
        "",
        "",
    )
    assert (found.inferred_issued, found.inferred_because) == ("", "")
    assert found.language == "en"


def test_headline_byline_and_date_are_taken_as_they_stand() -> None:
    found = card(
        "# Bridge reopens\n\nBy Ada Quill and Ben Ink | Staff\n"
        "Published 14 March 2019\n\nThe bridge reopened after two years of work."
    )
    assert found.title == "Bridge reopens"
    assert found.author == ("Ada Quill", "Ben Ink")
    assert found.issued == "2019-03-14"


def test_an_agency_in_a_dateline_is_the_publisher() -> None:
    assert card("OSLO, March 14 (NTB) — The bridge reopened.").publisher == "NTB"


def test_fields_at_the_top_are_read() -> None:
    found = card(
        "---\ntitle: “Bridge”\nauthor: [Ada Quill, Ben Ink]\nsite: Harbour Post\n"
        "url: https://example.org/a\n---\n\nThe bridge reopened.\n"
    )
    assert found.author == ("Ada Quill", "Ben Ink")
    assert found.container_title == "Harbour Post"
    assert found.url == "https://example.org/a"


def test_a_bound_is_inferred_and_says_from_what() -> None:
    found = card("The bridge reopened on 3 May 2019 after two years of work.")
    assert found.issued == ""
    assert found.inferred_issued == "2019-05-03/.."
    assert found.inferred_because == (
        "It tells of “3 May 2019” as past, and of nothing later."
    )


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The bridge was closed for all who want to cross the harbour.", "en"),
        ("Die Brücke ist für alle gesperrt, die über den Hafen wollen.", "de"),
        ("Мост закрыт для всех, кто хочет попасть на другой берег.", "ru"),
        ("Міст закрито для всіх, хто хоче потрапити на інший берег.", "uk"),
        ("다리는 2년간의 공사 끝에 다시 열렸다.", "ko"),
        ("橋は二年間の工事を経て再び開通した。", "ja"),
        ("大桥经过两年的维修重新开放。", "zh"),
        ("12345", ""),
    ],
)
def test_the_language_is_told_where_it_can_be(text: str, language: str) -> None:
    assert card(text).language == language
