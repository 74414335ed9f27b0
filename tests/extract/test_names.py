"""Who and what a text names: kinds, full names, countries by their other names."""

from __future__ import annotations

import pytest
from casting import cast_of

from generator.model.entities import Entity, EntityKind
from generator.sources import document_of


def named(*texts: str, entities: tuple[Entity, ...] = ()) -> dict[str, str]:
    """Label -> kind of everything that the texts name."""
    documents = [
        document_of(f"article-{n}", "seeds/a.txt", text.encode())
        for n, text in enumerate(texts)
    ]
    cast = cast_of(documents, entities)
    return {e.pref_label: str(e.kind) for e in cast.entities.values()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norwegian Prime Minister Ada Quill spoke.",
            {"Ada Quill": "person", "Norway": "place"},
        ),
        (
            "Gen. Ada Quill spoke to Dr. Ben Ink.",
            {"Ada Quill": "person", "Ben Ink": "person"},
        ),
        (
            "US Navy Adm. Ada Quill spoke.",
            {"Ada Quill": "person", "US Navy": "organisation"},
        ),
        ("Then Ada Quill, a senior engineer, spoke.", {"Ada Quill": "person"}),
        ("General Motors closed a plant.", {"General Motors": "organisation"}),
        ("The Ministry of Fisheries spoke.", {"Ministry of Fisheries": "organisation"}),
        (
            "It was said at the University of Bergen.",
            {"University of Bergen": "organisation"},
        ),
        ("NATO met.", {"NATO": "organisation"}),
        (
            "The Harbour Safety Agency (HSA) met.",
            {"Harbour Safety Agency": "organisation"},
        ),
        (
            "The U.S. and the UK met in Wonsan.",
            {"United States": "place", "United Kingdom": "place", "Wonsan": "place"},
        ),
        (
            "Talks between Oslo and Berlin failed.",
            {"Norway": "place", "Germany": "place"},
        ),
        ("They met in Oslo.", {"Oslo": "place"}),
        ("On Monday the President spoke in English.", {}),
        (
            "Norwegian Chief of General Staff Ada Quill spoke.",
            {"Ada Quill": "person", "Norway": "place"},
        ),
        (
            "Secretary of State Ada Quill spoke to Minister of Water Ben Ink.",
            {"Ada Quill": "person", "Ben Ink": "person"},
        ),
        (
            "President of the European Commission Ada Quill spoke.",
            {"Ada Quill": "person", "European Commission": "organisation"},
        ),
        ("Quillo opened a plant. Quillo shares rose.", {"Quillo": "organisation"}),
        ("Quillo and its shares rose.", {"Quillo": "organisation"}),
        ("Ben Ink is CEO of Quillo.", {"Ben Ink": "person", "Quillo": "organisation"}),
        (
            "Quillo hired ten people. Quillo is old. The company is in debt.",
            {"Quillo": "organisation"},
        ),
        ("Quillo hired ten people. Quillo is old.", {}),
        (
            "The Harbour Safety Agency (HSA) met. Later the HSA spoke.",
            {"Harbour Safety Agency": "organisation"},
        ),
        ("It cost US$ 5 million.", {}),
        (
            "They met in Lindholm, Texas. Then Lindholm slept.",
            {"Lindholm": "place", "Texas": "place"},
        ),
        ("It lies in the town of Quillo.", {"Quillo": "place"}),
        (
            "The Dutch airline Quillo left.",
            {"Quillo": "organisation", "Netherlands": "place"},
        ),
        ("He is with Quillo, a small carmaker.", {"Quillo": "organisation"}),
        (
            "Telecom Norway said that it had won.",
            {"Telecom Norway": "organisation"},
        ),
        ("Maria Quillo slept.", {"Maria Quillo": "person"}),
        ("On Sunday J. R. Quillo slept.", {"J. R. Quillo": "person"}),
        ("Then Arvo Quillo Jr. slept.", {"Arvo Quillo Jr.": "person"}),
        (
            "The bridge is by Arvo Quillo. Later Quillo slept.",
            {"Arvo Quillo": "person"},
        ),
        ("Once Maria Quillo slept.", {"Maria Quillo": "person"}),
        ("The Quillo index rose. The Quillo index fell.", {}),
        ("Inspector General Arvo Quillo slept.", {"Arvo Quillo": "person"}),
    ],
    ids=[
        "office-and-country",
        "ranks",
        "service-before-rank",
        "described",
        "a-firm-that-begins-like-a-rank",
        "ministry",
        "university",
        "acronym-that-is-known",
        "acronym-that-is-explained",
        "countries-by-other-names",
        "capitals-for-governments",
        "capital-as-a-place",
        "capitals-that-name-nothing",
        "office-with-of",
        "two-offices-with-of",
        "office-of-an-organisation",
        "firm-with-shares",
        "firm-with-its-shares",
        "firm-with-a-head",
        "firm-that-is-the-company",
        "a-word-that-nothing-tells-of",
        "acronym-by-itself",
        "money",
        "town-in-a-country",
        "town-of",
        "firm-after-its-trade",
        "firm-before-its-trade",
        "firm-with-a-country",
        "given-name",
        "initials",
        "junior",
        "surname-alone-later",
        "sentence-that-opens-with-a-small-word",
        "index",
        "two-titles-together",
    ],
)
def test_names_get_their_kind(text: str, expected: dict[str, str]) -> None:
    assert named(text) == expected


def test_a_surname_stands_for_the_full_name_across_articles() -> None:
    texts = ("Norwegian leader Ada Quill-Ink spoke.", "Later Ada Quill Ink left.")
    people = [name for name, kind in named(*texts).items() if kind == "person"]
    assert people == ["Ada Quill-Ink"]


def test_two_people_of_one_surname_are_not_mixed() -> None:
    document = document_of(
        "a", "seeds/a.txt", b"Dr. Ada Quill met Dr. Ben Quill. Then Quill spoke."
    )
    cast = cast_of([document], ())
    assert [n.id for n in cast.named["a"]] == ["ada-quill", "ben-quill"]


def test_an_acronym_and_its_full_name_are_one_organisation() -> None:
    assert named("The Korean Central News Agency spoke.", "KCNA spoke.") == {
        "Korean Central News Agency": "organisation"
    }


def test_what_an_editor_names_keeps_its_id_and_label() -> None:
    bridge = Entity("old-bridge", EntityKind.PLACE, "Old Bridge", ("the Arch",))
    found = named("They met below the Arch.", entities=(bridge,))
    assert found == {"Old Bridge": "place"}


def test_an_editors_name_inside_a_longer_one_says_nothing_of_that() -> None:
    lindholm = Entity("lindholm", EntityKind.PLACE, "Lindholm")
    text = "The Lindholm Institute of Art opened in Lindholm."
    assert named(text, entities=(lindholm,)) == {
        "Lindholm Institute of Art": "organisation",
        "Lindholm": "place",
    }


def test_a_bare_surname_is_no_label() -> None:
    document = document_of("a", "seeds/a.txt", b"Dr. Ada Quill came. Quill spoke.")
    (person,) = cast_of([document], ()).entities.values()
    assert (person.pref_label, person.alt_label) == ("Ada Quill", ())
