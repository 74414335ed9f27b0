"""When a text was written: what it states, what follows, and nothing else."""

from __future__ import annotations

import pytest

from generator.model.edtf import parse_edtf
from generator.model.sources import CreationTime, Source
from generator.sources import document_of
from generator.sources.creation import creation_time


def created(text: str, name: str = "a", issued: str = "") -> CreationTime:
    card = Source(name, issued=parse_edtf(issued)) if issued else None
    document = document_of(name, f"seeds/{name}.txt", text.encode())
    return creation_time(document, card)


BODY = "\n\nThe bridge reopened after two years of work on its deck."


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Bridge\n\nPublished 14 March 2019", "2019-03-14"),
        ("Bridge\n\nPublished: March 14, 2019, 10:04 GMT", "2019-03-14"),
        ("Bridge\n\nLast updated on 2019-03-14T10:04:00Z", "2019-03-14"),
        ("Bridge\n\n14.03.2019", "2019-03-14"),
        ("Brücke\n\nVeröffentlicht am 14. März 2019", "2019-03-14"),
        ("Мост\n\nОпубликовано 14 марта 2019", "2019-03-14"),
        ("Pont\n\nPublié le 14 mars 2019 à 10:04", "2019-03-14"),
        ("Updated 16 March 2019\nPublished 14 March 2019", "2019-03-14"),
        ("---\ntitle: Bridge\ndate: 2019-03-14\n---\nBridge", "2019-03-14"),
        ("Title: Bridge\nDate: 14 March 2019\n\nBridge", "2019-03-14"),
        ("https://example.org/2019/03/14/bridge", "2019-03-14"),
        ("Bridge\n\nMarch 14, 2019 · 3:42 PM GMT · Updated a day ago", "2019-03-14"),
        ("Bridge\n\nPublished 14 March 2019 Updated 16 March 2019", "2019-03-14"),
        ("Bridge opens\n\nHarbour news | March 14, 2019 | 4 min read", "2019-03-14"),
        ("Bridge\n\nBy Ada Quill — March 14, 2019", "2019-03-14"),
        ("Bridge opens\n\nYour weekly note on the coast, 14 March 2019", "2019-03-14"),
    ],
    ids=[
        "published",
        "clock-time",
        "iso",
        "date-alone",
        "german",
        "russian",
        "french",
        "published-before-updated",
        "front-matter",
        "field-lines",
        "address",
        "time-and-update-beside-it",
        "two-labels-in-a-line",
        "section-and-reading-time",
        "writer-and-date",
        "newsletter",
    ],
)
def test_a_text_states_its_day(text: str, day: str) -> None:
    assert created(text + BODY).issued == day


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "Bridge\n\nPublished 14 March 2019" + BODY,
            "The text says “Published 14 March 2019”.",
        ),
        (
            "OSLO, March 14, 2019 (NTB) — The bridge reopened after works.",
            "The text's dateline is “OSLO, March 14, 2019 (NTB) —”.",
        ),
        (
            "Wien, 3. Mai 2024 (dpa) - The bridge reopened after works.",
            "The text's dateline is “Wien, 3. Mai 2024 (dpa) -”.",
        ),
        (
            "Madrid, 3 de mayo de 2024 (EFE) - The bridge reopened after works.",
            "The text's dateline is “Madrid, 3 de mayo de 2024 (EFE) -”.",
        ),
        (
            "Bridge reopens\n\n6 June 2025. The bridge reopened after works.",
            "The text has the line “6 June 2025.”.",
        ),
        (
            "Bridge reopens\n\n6 June 2025 - The bridge reopened after works.",
            "The text has the line “6 June 2025 -”.",
        ),
    ],
)
def test_the_reason_quotes_the_text(text: str, reason: str) -> None:
    assert created(text).reason == reason


def test_days_that_open_one_paragraph_after_another_are_a_chronology() -> None:
    text = "A bridge\n\n6 June 2025. The bridge was shut.\n\n9 July 2025. It reopened."
    assert created(text).issued is None


@pytest.mark.parametrize(
    ("above", "day"),
    [
        ("Bridge\n\nUpdated 16 March 2019\n\n", "2019-03-14"),
        ("Bridge\n\nUpdated 2 January 2020\n\n", "2019-03-14"),
        ("Bridge\n\n", None),
    ],
    ids=["year-of-the-update", "the-year-before-it", "no-year-anywhere"],
)
def test_a_dateline_without_its_year_needs_a_line_that_has_one(
    above: str, day: str | None
) -> None:
    text = f"{above}OSLO/BERGEN, March 14 (NTB) - The bridge reopened after works."
    assert created(text).issued == day


def test_the_date_of_another_article_is_not_its_own() -> None:
    text = (
        f"Bridge{BODY}\n\nRelated articles\n\nFerry Line Ends This Year\n"
        "12 May 2016\nFerry Line Ends This Year\n"
    )
    assert created(text).issued is None


@pytest.mark.parametrize("name", ["2019-03-14-bridge", "20190314", "bridge_2019_03_14"])
def test_a_file_name_can_have_the_day(name: str) -> None:
    assert created(BODY, name).issued == "2019-03-14"


def test_the_editors_card_wins() -> None:
    found = created("Published 14 March 2019" + BODY, issued="2019-03-15")
    assert (found.issued, found.reason) == ("2019-03-15", "The source's card says so.")


def test_a_card_with_a_month_gives_no_day() -> None:
    found = created(BODY, issued="2019-03")
    assert (found.edtf, found.issued, found.not_before) == (
        "2019-03",
        None,
        "2019-03-01",
    )


@pytest.mark.parametrize(
    "line",
    [
        "Published 07/12/2019",
        "Published 31 February 2019",
        "Published last week",
        "000_8a2785a7006d55f4",
        "The bridge was published on a map in 1999.",
    ],
    ids=["day-or-month", "no-such-day", "relative", "digits-of-a-hash", "prose"],
)
def test_what_could_be_another_day_is_no_statement(line: str) -> None:
    assert created(line + BODY).issued is None


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("The bridge reopened on 3 May 2019. It closed in 2017.", "2019-05-03/.."),
        ("The pact was signed in June 2019.", "2019-06/.."),
        ("The bridge will reopen on 3 May 2019.", None),
        ("Duties are threatened from 3 May 2019, officials said.", None),
        ("The bridge is due to open on 3 May 2019.", None),
        ("The bridge is old.", None),
    ],
    ids=["past", "month", "future", "from", "due", "no-date"],
)
def test_the_latest_past_date_bounds_it(text: str, bound: str | None) -> None:
    assert created(text).edtf == bound


def test_the_bound_says_what_it_follows_from() -> None:
    found = created("The bridge reopened on 3 May 2019.")
    assert found.reason == "It tells of “3 May 2019” as past, and of nothing later."
    assert found.not_before == "2019-05-03"


def test_a_text_without_dates_says_so() -> None:
    assert created(BODY) == CreationTime(
        None, "Nothing in the text says when it was written."
    )


def test_a_caption_bounds_it_and_a_teaser_does_not() -> None:
    text = (
        "Bridge\n\nThe bridge is closed for all who want to cross the harbour.\n\n"
        "The mayor at the bridge, 3 May 2019 (via Getty).\n\n"
        "Related articles\n\nTunnel opens\nThe tunnel opened on 4 June 2020.\n"
    )
    assert created(text).edtf == "2019-05-03/.."
