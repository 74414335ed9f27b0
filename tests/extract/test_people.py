"""Who is who: spellings, initials, surnames and namesakes, in one text and in more."""

from __future__ import annotations

import pytest
from casting import cast_of
from hypothesis import given
from hypothesis import strategies as st
from own_doors import proposed

from generator.extract.entities import Cast
from generator.extract.people import People, sound, surnames
from generator.model.entities import Entity, EntityKind
from generator.sources import document_of


def cast(*texts: str, entities: tuple[Entity, ...] = ()) -> Cast:
    documents = [
        document_of(f"article-{n}", "seeds/a.txt", f"A bridge\n\n{text}\n".encode())
        for n, text in enumerate(texts)
    ]
    return cast_of(documents, entities)


def people(found: Cast) -> dict[str, tuple[str, ...]]:
    """Label -> other labels of every person."""
    return {
        entity.pref_label: entity.alt_label
        for entity in found.entities.values()
        if entity.kind is EntityKind.PERSON
    }


def ids(found: Cast, article: int = 0) -> list[str]:
    return [
        named.id
        for named in found.named[f"article-{article}"]
        if named.kind is EntityKind.PERSON
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergei", "Sergey"),
        ("Dmitri", "Dmitriy"),
        ("Quillensky", "Quillenskyy"),
        ("Quillensky", "Quillenskiy"),
        ("Evgeny", "Yevgeny"),
        ("Mohammed", "Mohamed"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("José", "Jose"),
    ],
)
def test_spellings_that_sound_the_same(one: str, other: str) -> None:
    assert sound(one) == sound(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ada", "Eda"), ("Ada", "Adam"), ("Lina", "Nina"), ("Un", "Il")],
)
def test_other_names_sound_different(one: str, other: str) -> None:
    assert sound(one) != sound(other)


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Ada Quill", ["quill"]),
        ("Ada von der Quill", ["quill", "der quill", "von der quill"]),
        ("Kim Aro Un", ["kim", "un", "aro un"]),
        ("Kim Maria", ["maria"]),
        ("Ada Quill Jr.", ["quill"]),
        ("Bo García Quill", ["quill", "garcia quill"]),
        ("Quill", []),
    ],
    ids=["plain", "particles", "family-first", "given-last", "junior", "double", "one"],
)
def test_what_people_are_called_for_short(full: str, short: list[str]) -> None:
    assert surnames(full) == short


def test_spellings_of_one_name_are_one_person_across_articles() -> None:
    found = cast("Mr. Sergei Quillov came.", "Dr. Sergey Quillov left.")
    assert people(found) == {"Sergei Quillov": ("Sergey Quillov",)}


def test_an_initial_is_the_one_person_that_it_fits() -> None:
    found = cast("Mr. J. Quill came.", "Dr. Jane Quill left.")
    assert people(found) == {"Jane Quill": ("J. Quill",)}


def test_an_initial_that_fits_two_people_is_neither() -> None:
    found = cast("Mr. J. Quill came. Dr. Jane Quill and Dr. John Quill left.")
    assert set(people(found)) == {"J. Quill", "Jane Quill", "John Quill"}


def test_similar_names_are_kept_apart() -> None:
    found = cast("Dr. Christina Quill came.", "Dr. Christine Quill left.")
    assert set(people(found)) == {"Christina Quill", "Christine Quill"}


def test_a_father_and_a_son_are_two() -> None:
    found = cast("Mr. Ada Quill Sr. met Mr. Ada Quill Jr. on Monday.")
    assert len(people(found)) == 2


def test_similar_names_are_offered_to_the_editor() -> None:
    found = cast("Dr. Christina Quill came.", "Dr. Christine Quill left.")
    assert found.likenesses == (("christina-quill", "christine-quill"),)


def test_the_offer_names_both_files() -> None:
    found = proposed(
        "Dr. Christina Quill opened the bridge on 3 May 2021.",
        "Dr. Christine Quill closed the harbour on 4 June 2021.",
    )
    assert [str(problem) for problem in found.problems] == [
        "content/entities/christine-quill.md: note: “Christine Quill” may be the same "
        "person as “Christina Quill” (content/entities/christina-quill.md) "
        "[may-be-the-same]\n"
        "  hint: if so, write “Christine Quill” under altLabel: there and delete this "
        "file"
    ]


def test_namesakes_that_nothing_likens_are_not_offered() -> None:
    assert cast("Dr. Ada Quill met Dr. Bo Quill.").likenesses == ()


def test_the_surname_stays_with_whom_a_text_calls_by_it_first() -> None:
    found = cast("Dr. Ada Quill came. Quill spoke. Dr. Bo Quill came. Quill left.")
    assert ids(found) == ["ada-quill", "ada-quill", "bo-quill", "ada-quill"]


def test_a_title_tells_namesakes_apart_in_another_article() -> None:
    found = cast("Mayor Ada Quill met Captain Bo Quill.", "Later Captain Quill left.")
    assert ids(found, 1) == ["bo-quill"]


def test_a_surname_of_two_people_elsewhere_is_nobody_here() -> None:
    found = cast("Mayor Ada Quill met Captain Bo Quill.", "Later Professor Quill left.")
    assert ids(found, 1) == []


def test_the_editors_files_decide_who_is_who() -> None:
    one = Entity("sergei", EntityKind.PERSON, "Sergei Quillov")
    two = Entity("sergey", EntityKind.PERSON, "Sergey Quillov")
    found = cast("Dr. Sergei Quillov met Dr. Sergey Quillov.", entities=(one, two))
    assert ids(found) == ["sergei", "sergey"]


def test_a_firm_is_the_same_without_its_legal_form() -> None:
    found = cast("Quillo Corp. fell on Monday. Later Quillo rose.")
    names = {e.pref_label: e.alt_label for e in found.entities.values()}
    assert names == {"Quillo": ("Quillo Corp",)}


FULL_NAMES = st.lists(
    st.sampled_from(["Ada", "Adah", "Bo", "J.", "Quill", "Quil", "von", "Jr.", "Kim"]),
    min_size=1,
    max_size=4,
).map(" ".join)


@given(st.lists(FULL_NAMES, max_size=6))
def test_everybody_who_is_named_in_full_can_be_called_by_surname(
    names: list[str],
) -> None:
    known = People()
    for at, name in enumerate(names):
        known.add(name, known.known(name) or f"person-{at}")
    for name in names:
        assert all(known.called(surname) for surname in surnames(name))


@given(st.text(alphabet="abcehijkopuvxyABCY -."))
def test_a_sound_does_not_depend_on_capitals(text: str) -> None:
    assert sound(text) == sound(text.lower())


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["Vane Oke, who left, spoke.", "Shares of Vane Oke fell."], ["person"]),
        (["The operator Zoutgroep left.", "Owner Zoutgroep left."], ["organisation"]),
        (
            ["Shares of Zoutgroep fell.", "Mr Zoutgroep left."],
            ["organisation", "person"],
        ),
    ],
    ids=["two-words-are-a-person", "one-word-is-a-firm", "a-title-tells-them-apart"],
)
def test_a_name_is_not_a_persons_here_and_a_firms_there(
    texts: list[str], found: list[str]
) -> None:
    kinds = [str(entity.kind) for entity in cast(*texts).entities.values()]
    assert sorted(kinds) == found


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Divers met Vima bint Quill, who spoke.", "Vima bint Quill"),
        ("Conductor Choi Min Oke spoke.", "Choi Min Oke"),
    ],
)
def test_a_name_is_whole_and_without_what_somebody_is(text: str, label: str) -> None:
    assert [entity.pref_label for entity in cast(text).entities.values()] == [label]
