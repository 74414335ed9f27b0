"""Titles that a copy editor would let pass, and bodies that say no more."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from own_doors import proposed

from generator.extract.wording import MOST_WORDS, as_title, escaped, main_part


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        (
            "However, the mayor opened the bridge on 3 May 2021.",
            "The mayor opened the bridge",
        ),
        (
            "The mayor opened the bridge on 3 May 2021, marking the end of the works.",
            "The mayor opened the bridge",
        ),
        (
            "The bridge (see map) was opened on 3 May 2021.",
            "The bridge was opened",
        ),
        (
            "Norwegian Transport Minister Ada Quill opened the long-awaited second "
            "bridge over the harbour of Bergen on 3 May 2021.",
            "Ada Quill opened the long-awaited second bridge over the harbour of "
            "Bergen",
        ),
        (
            "The airline, Quillair, opened an office on 3 May 2021.",
            "Quillair opened an office",
        ),
        (
            "Norway and Sweden disagree. The two countries signed a treaty on "
            "3 May 2021.",
            "Norway and Sweden signed a treaty",
        ),
        (
            "The United States and Norway disagree. The two nations signed a treaty on "
            "3 May 2021.",
            "The United States and Norway signed a treaty",
        ),
        (
            "Engineer Ada Quill built bridges. She retired on 3 May 2021.",
            "Ada Quill retired",
        ),
        (
            "Norwegian engineer Ada Quill, 58, of Beech Lane, Bergen, was honoured on "
            "3 May 2021.",
            "Norwegian engineer Ada Quill was honoured",
        ),
        (
            "The woman who designed the bridge was honoured on 3 May 2021.",
            "The woman who designed the bridge was honoured",
        ),
        (
            "Residents gave conflicting accounts of the moment the bridge was closed "
            "on 3 May 2021.",
            "The bridge was closed",
        ),
        (
            "The port of Bergen and Harbour Ferries merged on 3 May 2021.",
            "The port of Bergen and Harbour Ferries merged",
        ),
        (
            "The bridge reopened on 3 May 2021 to the general delight of residents, "
            "shopkeepers, ferry crews and the council of the old town, which had paid.",
            "The bridge reopened",
        ),
        (
            "The council announced plans on 3 May 2021 to shut down about 1,100 of its "
            "bridges in an effort to lower what it spends.",
            "The council announced plans to shut down about 1,100 of its bridges",
        ),
        (
            "The harbour closed at its highest level since May 2015 on 3 May 2021.",
            "The harbour closed at its highest level since May 2015",
        ),
        (
            "The council approved the 2022 budget on 3 May 2021.",
            "The council approved the 2022 budget",
        ),
        (
            "Engineer Ada Quill of Ink Inc. opened the bridge on 3 May 2021.",
            "Engineer Ada Quill of Ink Inc. opened the bridge",
        ),
        (
            "The ferry narrowly escaped the storm on 3 May 2021.",
            "The ferry narrowly escaped the storm",
        ),
        (
            "The harbour bridge was also closed to lorries on 3 May 2021.",
            "The harbour bridge was closed to lorries",
        ),
        (
            "The council, which met its engineers on 3 May 2021, is new.",
            "The council met its engineers",
        ),
        (
            "Registration for the race will run from 3 May 2021.",
            None,
        ),
        (
            "When she met him on 3 May 2021, Ada Quill told nobody about it.",
            None,
        ),
        (
            "The mayor called the bridge “a gift to the whole of the city and to all "
            "who ever cross its harbour” on 3 May 2021.",
            None,
        ),
        (
            "The council has approved a second bridge on 3 May 2021.",
            "The council approved a second bridge",
        ),
        (
            "A second bridge has been approved on 3 May 2021.",
            "A second bridge has been approved",
        ),
        (
            "The mayor led a failed bid on 3 May 2021 to close the bridge.",
            "The mayor led a failed bid to close the bridge",
        ),
        (
            "Mayor Ada Quill was sworn in last week, on 3 May 2021.",
            "Mayor Ada Quill was sworn in",
        ),
        (
            "Harbour Ferries picked the boats up on 3 May 2021.",
            "Harbour Ferries picked the boats up",
        ),
        (
            "The bridge was closed to lorries shortly after midnight on 3 May 2021.",
            "The bridge was closed to lorries",
        ),
        (
            "The panel consists of jurors and six alternates selected on 3 May 2021.",
            None,
        ),
        (
            "The council unveiled plans on 3 May 2021 for a ferry, a twin-hulled "
            "ship that can carry up to 840 people.",
            "The council unveiled plans for a ferry",
        ),
        (
            "The council of the old town warned on 3 May 2021 that the vote could "
            "plunge the harbour in to a crisis.",
            None,
        ),
        (
            "Harbour Ferries have purchased 12 new boats on 3 May 2021 as a means "
            "of modernising the fleet and improving the network.",
            "Harbour Ferries purchased 12 new boats",
        ),
        (
            "He praised the Daily Quill, a feisty critic that the council closed on "
            "3 May 2021.",
            "The council closed the Daily Quill",
        ),
        (
            "Engineer Ada Quill builds bridges for the foundation, which on 3 May "
            "2021 awarded her one of its prizes.",
            None,
        ),
        (
            "150px Quillair opened an office on 3 May 2021.",
            "Quillair opened an office",
        ),
        (
            "After years of delays, the man who robbed four ferries in a single "
            "night was sentenced on 3 May 2021 to prison for life.",
            "The man who robbed four ferries in a single night was sentenced to prison",
        ),
        (
            "The council compares him to Ben Ink, the engineer who led a walkout in "
            "the harbour on 3 May 2021.",
            "Ben Ink led a walkout in the harbour",
        ),
        (
            "Norwegian low cost airline Quillair opened an office on 3 May 2021.",
            "Norwegian low cost airline Quillair opened an office",
        ),
        (
            "Ferries Quillco announced on 3 May 2021 that it intends to purchase "
            "the six percent of the port that the council of the old town currently "
            "owns.",
            "Ferries Quillco announced that it intends to purchase the six percent "
            "of the port",
        ),
        (
            "Mr Berg, Ben Ink, the engineer, and Ada Quill, his colleague, were "
            "honoured on 3 May 2021.",
            None,
        ),
        (
            "The move came after criticism of the council on 3 May 2021.",
            None,
        ),
        (
            "The firm was Ink’s rival in the 3 May 2021 launch vehicle selection "
            "process.",
            None,
        ),
        (
            "The council announced on 3 May 2021 that it was clearing the way for "
            "an end to months of bitter fighting over the harbour bridge.",
            "The council announced that it was clearing the way",
        ),
        (
            "The crew of the old ferry rallied behind the mate to save the boat "
            "heading into 3 May 2021.",
            "The crew of the old ferry rallied behind the mate to save the boat",
        ),
        (
            "The council included a notice in the 13 bulletins that made up Patch "
            "Tuesday, 4 May 2021.",
            "The 13 bulletins made up Patch Tuesday, 4 May 2021",
        ),
        (
            "The Harbour News reported on 3 May 2021, citing the council.",
            None,
        ),
        (
            "The harbour mayor, Ada Quill, earlier on 3 May 2021 called the bridge "
            "a gift to the city.",
            "Ada Quill called the bridge a gift to the city",
        ),
        (
            "The council has named 3 May 2021 as the opening day.",
            "The council named 3 May 2021 as the opening day",
        ),
        (
            "The council of the old town is due on 3 May 2021 to buck convention "
            "and vote on an amended version of the plan for the bridge.",
            None,
        ),
        (
            "The mayor played a part on 3 May 2021 in getting the ferries and the "
            "council of the old town to sit down together at last.",
            "The mayor played a part",
        ),
        (
            "Ada Quill stepped down unexpectedly on 3 May 2021.",
            "Ada Quill stepped down unexpectedly",
        ),
        (
            "Ben Ink, a former trainee on the port’s award-winning programme, "
            "Quillway, was honoured on 3 May 2021.",
            "Ben Ink was honoured",
        ),
        (
            "Another pupil of Ben Ink, he joined the council on 3 May 2021.",
            None,
        ),
        (
            "The council rejected on 3 May 2021 all the attempts to increase the "
            "pressure on the old ferry company, led by Ben Ink.",
            "The council rejected all the attempts to increase the pressure",
        ),
        (
            "He gave a 3 May 2021 speech in Bergen.",
            None,
        ),
        (
            "Arguments went on in the court on 3 May 2021 over whether the role of "
            "the mayor as both head of the port and member of the council was "
            "lawful.",
            "Arguments went on in the court",
        ),
        (
            "The ferry was late and he’d lost his hat on 3 May 2021.",
            None,
        ),
        (
            "The council pointed to two films, published on 3 May 2021, that showed "
            "the storm.",
            None,
        ),
        (
            "The first visit since Ada Quill took the chair came on 3 May 2021 with "
            "the arrival of Ben Ink.",
            None,
        ),
        (
            "Police said Ben Ink gave himself up and was charged on 3 May 2021 with "
            "theft.",
            "Ben Ink was charged with theft",
        ),
        (
            "Ada Quill’s time as the new leader of the council was cut short on 3 "
            "May 2021.",
            None,
        ),
        (
            "The court spoke of a radio seized there on 3 May 2021.",
            None,
        ),
        (
            "Harbour Weekly has announced on 3 May 2021 that Ada Quill will build "
            "the bridge.",
            "Harbour Weekly announced that Ada Quill will build the bridge",
        ),
        (
            "A Norwegian ship carrying an old ferry sank on 3 May 2021.",
            "A Norwegian ship carrying an old ferry sank",
        ),
        (
            "The crane on board a Norwegian ship broke down on 3 May 2021.",
            "The crane on board a Norwegian ship broke down",
        ),
        (
            "The Faroe Islands, North Jutland and Norway closed ferry lines on 3 "
            "May 2021.",
            "The Faroe Islands, North Jutland and Norway closed ferry lines",
        ),
        (
            "A week of storms in Norway has closed the bridge on 3 May 2021.",
            None,
        ),
        (
            "The engineers are in Bergen, a town founded with old money in 1890.",
            None,
        ),
        (
            "Mayor Ada Quill told a meeting of engineers on 3 May 2021 that, in "
            "time, it could open.",
            None,
        ),
        (
            "Mayor Ada Quill made clear at a fair on 3 May 2021 that the firm of the "
            "brother and the council of the old town would open the bridge.",
            None,
        ),
        (
            "Harbour Ferries became the first firm to have been tested and listed "
            "for its boats on 3 May 2021.",
            None,
        ),
        (
            "The mayor said that the plan to avoid the shortage of boats on 3 May "
            "2021 would be costly.",
            None,
        ),
        (
            "Ben Ink left, as Ada Quill did in May 2021 after ten years.",
            None,
        ),
        (
            "Construction of the bridge stopped on 3 May 2021 for the whole of the "
            "winter.",
            "Construction of the bridge stopped",
        ),
        (
            "Harbour Ferries was promised a new dock for the twenty-first century.",
            "Harbour Ferries was promised a new dock",
        ),
        (
            "The first ferry came in May. The last one left the harbour on 3 May 2021.",
            None,
        ),
        (
            "Construction of the bridge began on 3 May 2021, when Prime Ministers "
            "Ada Quill and Ben Ink met at the site.",
            "Construction of the bridge began",
        ),
        (
            "Ada Quill announced it on 3 May 2021 after talks with Ben Ink.",
            None,
        ),
        (
            "On 3 May 2021, Harbour Ferries admitted that it had been forced to "
            "rewrite four of its rules.",
            "Harbour Ferries admitted that it had been forced to rewrite four of "
            "its rules",
        ),
        (
            "Harbour Ferries failed on 3 May 2021 in their latest attempt to wield "
            "the power of the law of the harbour against the town and its ferry.",
            None,
        ),
        (
            "Ada Quill opened the bridge on 3 May 2021, however.",
            "Ada Quill opened the bridge",
        ),
        (
            "Work stopped on 3 May 2021.",
            None,
        ),
        (
            "Ada Quill finished third in the Harbour Engineer voting on 3 May 2021.",
            "Ada Quill finished third",
        ),
        (
            "On 3 May 2021 the fire damaged a part of the dock and ferry crews and "
            "engineers are still there.",
            None,
        ),
        (
            "The fall of Ben Ink, an engineer rescued on 3 May 2021 after a day at "
            "sea, has led to new rules.",
            None,
        ),
        (
            "An engineer of the town-Ada Quill-was charged on 3 May 2021 with theft.",
            None,
        ),
        (
            "The dam was closed and trade collapsed in Norway on 3 May 2021.",
            "Trade collapsed in Norway",
        ),
        (
            "Ada Quill confirmed the news on 3 May 2021 in a post designed to calm "
            "the people.",
            "Ada Quill confirmed the news in a post designed to calm the people",
        ),
        (
            "A day of trial was set for 3 May 2021 with a duration of three hours.",
            None,
        ),
        (
            "Ada Quill began her tour on 3 May 2021 in Bergen, the old town that "
            "was the capital of the whole of the west coast.",
            "Ada Quill began her tour in Bergen",
        ),
        (
            "The mayor, Ada Quill, and the builder, Ben Ink, held a meeting on 3 May "
            "2021.",
            "The mayor, Ada Quill, and the builder, Ben Ink, held a meeting",
        ),
        (
            "It is known that her position as deputy mayor will end the row on 3 "
            "May 2027.",
            None,
        ),
        (
            "Two engineers whose names remain secret were arrested on 3 May 2021.",
            None,
        ),
        (
            "Ben Ink is an engineer. The grandson was in Oslo when he was found on "
            "3 May 2021.",
            None,
        ),
        (
            "With trade down by a half in May 2021, not everyone was convinced in "
            "May 2021.",
            None,
        ),
        (
            "On 3 May 2021, Harbour Ferries stopped two boats, one of them a ship "
            "of the old town and the other a new boat of the firm from the island.",
            None,
        ),
        (
            "Ada Quill, the engineer who built the bridge, suggested in an "
            "interview with the Harbour Weekly on 3 May 2021 that the people of the "
            "old town might do well to pay for the new bridge.",
            None,
        ),
    ],
    ids=[
        "discourse-word",
        "participle-behind",
        "brackets",
        "office-dropped-for-length",
        "name-for-the-noun",
        "two-countries",
        "countries-with-article",
        "pronoun",
        "age-and-address",
        "verb-behind-a-relative-clause",
        "two-noun-phrases-side-by-side",
        "both-who-act",
        "cut-before-a-list",
        "cut-between-phrases",
        "a-superlative-keeps-its-bound",
        "a-year-that-names",
        "a-stop-that-belongs-to-the-name",
        "adverb-that-decides",
        "link-word-inside",
        "relative-clause",
        "verb-without-its-phrase",
        "whom",
        "a-quotation-that-would-be-cut",
        "has-done-is-did",
        "what-lasts-keeps-its-perfect",
        "a-noun-that-looks-like-a-participle",
        "a-preposition-of-the-verb",
        "a-particle-behind-the-object",
        "an-adverb-of-the-time",
        "a-participle-without-its-by",
        "a-modal-verb-without-its-object",
        "a-verb-that-needs-whereto",
        "as-part-of-what",
        "what-is-described-by-what-was-done",
        "her-as-an-object",
        "the-width-of-a-picture",
        "which-one-behind-a-common-noun",
        "the-name-that-a-noun-describes",
        "an-adjective-before-a-noun-like-a-verb",
        "that-tells-which",
        "the-last-of-a-list",
        "what-came-of-something-else",
        "a-noun-that-describes-another",
        "an-end-to",
        "a-word-that-the-time-completes",
        "a-day-within-a-name",
        "said-nothing",
        "who-speaks-between-commas",
        "a-day-as-an-object",
        "two-verbs-with-one-object",
        "what-somebody-gets-others-to-do",
        "a-particle-of-the-verb",
        "a-name-within-what-describes",
        "he-is-not-whom-the-opening-names",
        "a-participle-between-commas",
        "a-speech-of-nobody",
        "both-and",
        "a-contracted-pronoun",
        "a-participle-that-its-time-completes",
        "the-object-of-another-verb",
        "who-was-charged",
        "as-is-a-preposition",
        "where-there-is",
        "a-name-that-looks-like-an-adverb",
        "what-the-actor-carries",
        "who-is-on-board",
        "the-first-of-a-list-of-names",
        "a-measure-before-of",
        "an-apposition-that-tells",
        "told-a-group-of",
        "made-clear-what",
        "an-infinitive-that-goes-on",
        "the-object-of-an-infinitive",
        "as-somebody-did",
        "the-link-behind-a-cut",
        "a-part-of-a-compound",
        "the-last-one",
        "when-without-its-verb",
        "it-as-an-object",
        "forced-to-what",
        "failed-in-what",
        "however-at-the-end",
        "work-of-nobody",
        "a-noun-in-ing-behind-a-name",
        "which-of-two-lists-goes-on",
        "an-apposition-between-commas",
        "a-dash-that-is-none",
        "a-trade-of-its-own",
        "a-post-designed-to",
        "a-day-that-was-set",
        "a-name-without-what-describes-it",
        "the-second-of-two-described",
        "a-role-behind-as",
        "whose",
        "he-who-is-kin",
        "not-everyone",
        "one-of-two-told-apart",
        "suggested-what",
    ],
)
def test_a_title_is_the_main_clause(sentence: str, title: str | None) -> None:
    events = proposed(sentence).events
    assert [event.title for event in events] == ([title] if title else [])


@pytest.mark.parametrize(
    ("before", "title"),
    [
        ("Engineer Ada Quill built bridges.", "Ada Quill retired"),
        ("Ada Quill met Ben Berg in Oslo.", "Ada Quill retired"),
        ("Ada Quill met Emma Berg in Oslo.", None),
        ("Ada Quill built it. Nobody knew. It was long. It was old.", None),
        ("The bridge is old.", None),
    ],
    ids=["one", "a-man-and-a-woman", "two-women", "too-far-back", "nobody"],
)
def test_she_is_named_only_when_one_person_fits(before: str, title: str | None) -> None:
    events = proposed(f"{before} She retired on 3 May 2021.").events
    assert [event.title for event in events] == ([title] if title else [])


def test_a_passage_without_a_fit_title_stays_a_mention() -> None:
    found = proposed("It closed on 3 May 2021.")
    assert found.events == ()
    assert [str(mention.date) for mention in found.mentions] == ["2021-05-03"]


def test_a_sentence_that_leans_on_another_is_quoted() -> None:
    text = (
        "The council of Bergen, the mayor said “we” are proud, opened the bridge on "
        "3 May 2021 and told us."
    )
    bodies = [event.body for event in proposed(text).events]
    assert all(not body.endswith("told us.") or body[0] == ">" for body in bodies)


def test_a_body_names_who_says_it() -> None:
    text = "According to the Harbour Authority, the bridge closed on 3 May 2021."
    (event,) = proposed(text).events
    assert event.body == "The bridge closed, according to the Harbour Authority."


def test_a_body_shows_markdown_marks_as_letters() -> None:
    (event,) = proposed("The mayor opened the *new* bridge on 3 May 2021.").events
    assert event.body == r"The mayor opened the \*new\* bridge."


@given(st.text())
def test_a_title_is_short_or_none(text: str) -> None:
    title = as_title("The mayor", text)
    assert title is None or len(title.split()) <= MOST_WORDS


@given(st.text())
def test_the_main_part_is_a_beginning(text: str) -> None:
    assert text.startswith(main_part(text).strip(" ,;:")) or main_part(text) in text


@given(st.text(alphabet="ab*_<[>`#"))
def test_no_mark_of_markdown_stays_unescaped(text: str) -> None:
    import re

    assert not re.search(r"(?<!\\)(?:\\\\)*[*_<\[`]", escaped(text))
