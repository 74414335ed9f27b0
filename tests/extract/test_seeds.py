"""What a careful editor lists for the five articles: all of it, nothing twice."""

from __future__ import annotations

import pytest
from own_doors import SEEDS, listed, proposed_from_seeds

from generator.model.events import EventProposal, Factuality, Proposals
from generator.model.selectors import positions
from generator.model.timex import Basis
from generator.sources import document_of

PUBLISHED = {
    "000": "2025-12-27",
    "002": "2025-06-20",
    "003": "2025-07-14",
    "004": "2024-09-14",
}


@pytest.fixture(scope="module")
def found() -> Proposals:
    return proposed_from_seeds()


@pytest.fixture(scope="module")
def found_when_published() -> Proposals:
    return proposed_from_seeds(PUBLISHED)


def on(found: Proposals, date: str) -> EventProposal:
    """The one event of *date*."""
    (event,) = [event for event in found.events if str(event.date) == date]
    return event


def test_every_event_is_found_once_and_nothing_else(found: Proposals) -> None:
    dates = sorted(str(event.date) for event in found.events)
    assert dates == [
        "2020",
        "2022",
        "2024-06",
        "2024-06-19",
        "2025",
        "2025-02-25",
        "2025-04-26",
        "2025-07-11",
        "2025-07-12",
        "2025-08-01",
        "None",
        "None",
        "None",
        "[2025-07,2025-08]",
    ]


@pytest.mark.parametrize(
    ("date", "people", "places", "words"),
    [
        ("2020", [], ["china", "india"], "standoff"),
        ("2022", [], ["russia", "ukraine"], "invasion"),
        ("2024-06", ["kim-jong-un", "vladimir-putin"], [], "signed"),
        ("2024-06-19", ["kim-jong-un", "vladimir-putin"], ["pyongyang"], "reception"),
        ("2025", ["narendra-modi"], [], "emphasized"),
        ("2025-02-25", ["kim-jong-un"], ["pyongyang"], "Kang Kon Military Academy"),
        ("2025-04-26", ["vladimir-putin"], ["kursk"], "claim"),
        ("2025-07-11", [], ["japan", "south-korea", "united-states"], "drills"),
        ("2025-07-12", ["kim-jong-un", "sergey-lavrov"], ["wonsan"], "declared"),
        ("2025-08-01", ["donald-trump"], ["mexico"], "30% tariffs"),
        ("[2025-07,2025-08]", [], ["north-korea"], "preparing to send more troops"),
    ],
    ids=[
        "standoff",
        "invasion",
        "pact",
        "reception",
        "summit",
        "academy",
        "kursk",
        "drills",
        "wonsan",
        "tariffs",
        "troops",
    ],
)
def test_an_event_names_who_and_where(
    found: Proposals, date: str, people: list[str], places: list[str], words: str
) -> None:
    event = on(found, date)
    assert words in event.title
    assert set(people) <= set(event.people)
    assert set(places) <= set(event.places)


def test_the_pact_is_one_event_with_the_passages_of_both_articles(
    found: Proposals,
) -> None:
    pact = on(found, "2024-06")
    assert [
        (c.source[:3], c.quote.exact, str(c.says.date)) for c in pact.citations
    ] == [
        (
            "002",
            "the Comprehensive Strategic Partnership, signed by Putin and Kim last "
            "June",
            "None",
        ),
        ("004", "a June 2024 defense pact between the two countries", "2024-06"),
        (
            "004",
            "The defense agreement signed in June between Putin and Kim",
            "2024-06",
        ),
    ]


def test_the_vague_account_of_the_pact_says_why_it_was_taken(found: Proposals) -> None:
    vague = on(found, "2024-06").citations[0].says
    assert vague.phrase == "last June"
    assert vague.needs == "the publication date"
    assert vague.because == (
        "“last June” fits June 2024, as June; both tell of the same kind of event "
        "(agreement) and of North Korea and Russia"
    )


def test_the_war_that_has_lasted_since_2022_joins_the_invasion(
    found: Proposals,
) -> None:
    assert [c.source[:3] for c in on(found, "2022").citations] == ["004", "001"]


@pytest.mark.parametrize(
    ("date", "factuality"),
    [
        ("2025-04-26", Factuality.ALLEGED),
        ("2025-08-01", Factuality.PLANNED),
        ("[2025-07,2025-08]", Factuality.PLANNED),
        ("2025-07-12", Factuality.HAPPENED),
    ],
)
def test_what_is_claimed_or_planned_is_not_told_as_done(
    found: Proposals, date: str, factuality: Factuality
) -> None:
    assert on(found, date).factuality is factuality


def test_a_month_without_its_year_is_inferred_and_says_from_what(
    found: Proposals,
) -> None:
    says = on(found, "[2025-07,2025-08]").citations[0].says
    assert says.basis is Basis.INFERRED
    assert says.anchor


def test_undated_events_say_what_would_date_them(found: Proposals) -> None:
    undated = {
        event.title: event.citations[0].says
        for event in found.events
        if event.date is None
    }
    assert {title: says.phrase for title, says in undated.items()} == {
        "North Korea conducted a series of ballistic missile tests": "days earlier",
        "North Korea released images of its uranium enrichment facility": "this week",
        "Report revealed evidence that missiles produced in North Korea are being used "
        "in Ukraine": "this week",
    }
    assert {says.needs for says in undated.values()} == {"the publication date"}


def test_publication_dates_date_what_hangs_on_them(
    found_when_published: Proposals,
) -> None:
    assert [
        line
        for line in listed(found_when_published.events)
        if line.startswith(("2024-09", "2025-12", "undated"))
    ] == [
        "2024-09-09/2024-09-14 | happened | North Korea released images of its uranium "
        "enrichment facility",
        "2024-09-09/2024-09-14 | happened | Report revealed evidence that missiles "
        "produced in North Korea are being used in Ukraine",
        "2024-09-14~ | happened | Kim Jong Un meets Russian security chief Sergei "
        "Shoigu",
        "2024-09~ | happened | North Korea conducted a series of ballistic missile "
        "tests",
        "2025-12-27~ | happened | Vladimir Putin praised what he called an "
        "“invincible friendship” with Kim Jong Un",
    ]


def test_last_june_is_the_june_before_the_day_of_publication(
    found_when_published: Proposals,
) -> None:
    says = on(found_when_published, "2024-06").citations[0].says
    assert (str(says.date), says.basis) == ("2024-06", Basis.RELATIVE)


def test_nothing_else_appears_when_publication_is_known(
    found: Proposals, found_when_published: Proposals
) -> None:
    assert len(found_when_published.events) == len(found.events) + 2


def test_every_passage_stands_once_in_its_article(found: Proposals) -> None:
    texts = {
        path.stem: document_of(path.stem, path.name, path.read_bytes()).text
        for path in SEEDS.glob("*.txt")
    }
    for event in found.events:
        for citation in event.citations:
            assert len(positions(citation.quote, texts[citation.source])) == 1


def test_a_picture_credit_is_no_part_of_a_passage(found: Proposals) -> None:
    passages = [c.quote.exact for event in found.events for c in event.citations]
    assert not [p for p in passages if "via" in p or "Getty" in p]


def test_titles_are_short_and_whole(found_when_published: Proposals) -> None:
    for event in found_when_published.events:
        assert 2 <= len(event.title.split()) <= 14
        assert event.title[0].isupper()
        assert event.title.count("“") == event.title.count("”")
