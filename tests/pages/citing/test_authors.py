"""The names of authors in the parts that citations need."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.entities import Entity, EntityKind
from generator.pages.citing.authors import author

SPLIT = {
    "two-words": ("Ada Quill", "Quill", "Ada", ""),
    "middle-name": ("Ada Jane Quill", "Quill", "Ada Jane", ""),
    "initial": ("A. Quill", "Quill", "A.", ""),
    "family-first": ("Quill, Ada", "Quill", "Ada", ""),
    "small-words": ("Ludo van der Brugge", "van der Brugge", "Ludo", ""),
    "junior": ("Ben Stone Jr.", "Stone", "Ben", "Jr."),
    "hyphens": ("Jean-Luc Pont-Neuf", "Pont-Neuf", "Jean-Luc", ""),
    "korean": ("Kim Tong-hyung", "Kim", "Tong-hyung", ""),
    "korean-told": ("Kim, Jong Un", "Kim", "Jong Un", ""),
    "cyrillic": ("Иван Мостов", "Мостов", "Иван", ""),
    "accents": ("José Río", "Río", "José", ""),
    "spaces": ("  Ada\n Quill ", "Quill", "Ada", ""),
    "initials-in-one": ("A.B. Quill", "Quill", "A.B.", ""),
    "capital-within": ("Ben McBridge", "McBridge", "Ben", ""),
    "family-that-stands-last": ("Ada Kim", "Kim", "Ada", ""),
    "watchman": ("Ada Watchman", "Watchman", "Ada", ""),
}
WHOLE = {
    "one-word": "Reuters",
    "agency": "Harbour News Agency",
    "council": "City Council",
    "ministry": "Ministry of Bridges",
    "staff": "Gazette Staff",
    "several": "Ada Quill and Ben Stone",
    "ampersand": "Quill & Stone",
    "article": "The Bridge Builders",
    "list": "Quill, Stone, Brook",
    "korean": "김 통형",
    "chinese": "桥 安娜",
    "arabic": "جسر الميناء",
    "emoji": "Ada 🌉",
    "digits": "Studio 54",
    "body-with-comma": "Council, City",
    "watch": "Harbour Bridge Watch",
    "united": "United Bridges",
    "research": "Bridge Builders Research",
    "house": "Port House",
    "capitals": "BBB Newsbridge",
    "capitals-elsewhere": "РИА Мосты",
    "all-capitals": "ADA QUILL",
    "dotted": "U.S. Bridges",
    "german-article": "Die Brücke",
    "french-article": "Le Pont",
    "arabic-article": "Al Jisr",
    "arabic-hyphen": "al-Jisr English",
    "country": "Deutsche Brücken",
    "compound": "Harburger Brückenzeitung",
    "two-words-in-one": "BridgeBuilders Harbour",
    "family-first-chinese": "Wang Qiao",
    "family-first-korean": "Kim Da Ri",
    "family-first-vietnamese": "Nguyễn Văn Cầu",
    "braces": "{Quill Stone}",
}


@pytest.mark.parametrize(
    ("printed", "family", "given", "suffix"), SPLIT.values(), ids=SPLIT
)
def test_a_name_is_split_where_its_parts_are_plain(
    printed: str, family: str, given: str, suffix: str
) -> None:
    found = author(printed)
    assert (found.family, found.given, found.suffix) == (family, given, suffix)


@pytest.mark.parametrize("printed", WHOLE.values(), ids=WHOLE)
def test_an_organisation_and_what_is_not_plain_stay_whole(printed: str) -> None:
    found = author(printed)
    assert not found.is_split
    told = printed.strip("{}")
    assert found.inverted == found.in_order == found.with_initials == told


def test_who_signs_with_the_name_of_the_paper_is_the_paper() -> None:
    assert author("Harbour Echo").is_split
    assert not author("Harbour Echo", papers=("Harbour Echo",)).is_split


def test_somebody_of_the_timeline_goes_before_all_guesses() -> None:
    body = Entity("quills", EntityKind.ORGANISATION, "Ada Quill")
    person = Entity("house", EntityKind.PERSON, "Port House")
    assert not author("Ada Quill", known=(body,)).is_split
    assert author("Ada Quill", known=(body,)).entity == "quills"
    assert author("Port House", known=(person,)).inverted == "House, Port"
    # Two of one name: whoever it is, a wrong family name is worse than none.
    both = author("Ada Quill", known=(body, person))
    assert (both.is_split, both.entity) == (False, "")


def test_another_name_of_somebody_tells_the_parts() -> None:
    kim = Entity("kim", EntityKind.PERSON, "Kim Da Ri", alt_label=("Kim, Da Ri",))
    found = author("Kim Da Ri", known=(kim,))
    assert (found.family, found.given) == ("Kim", "Da Ri")
    assert found.whole == "Kim Da Ri"


@pytest.mark.parametrize(
    ("printed", "language"),
    [("Híd Anna", "hu"), ("Hashi Anna", "ja-JP"), ("Ana Puente Río", "es")],
)
def test_a_language_may_say_that_the_last_name_is_not_the_family(
    printed: str, language: str
) -> None:
    assert author(printed, language="en").is_split
    assert not author(printed, language=language).is_split


@pytest.mark.parametrize(
    ("printed", "inverted", "initials"),
    [
        ("Ada Jane Quill", "Quill, Ada Jane", "Quill, A. J."),
        ("Jean-Luc Brugge", "Brugge, Jean-Luc", "Brugge, J.-L."),
        ("Ben Stone Jr.", "Stone, Ben, Jr.", "Stone, B., Jr."),
        ("Ludo van der Brugge", "van der Brugge, Ludo", "van der Brugge, L."),
    ],
)
def test_a_split_name_is_told_in_other_orders(
    printed: str, inverted: str, initials: str
) -> None:
    found = author(printed)
    assert (found.inverted, found.with_initials) == (inverted, initials)
    assert found.in_order == printed


@given(st.text())
def test_no_letter_of_a_name_is_lost(printed: str) -> None:
    printed = printed.replace("{", "").replace("}", "")
    found = author(printed)
    assert sorted("".join(found.in_order.replace(",", "").split())) == sorted(
        "".join(printed.replace(",", "").split())
    )
