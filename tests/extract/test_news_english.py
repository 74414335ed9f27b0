"""What news English does around a date, one row for each turn of phrase."""

from __future__ import annotations

import pytest
from own_doors import listed, proposed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ada Quill, the Norwegian transport minister, travelled to Bergen in May "
            "2021.",
            ["2021-05 | happened | Ada Quill travelled to Bergen"],
        ),
        (
            "In May 2021 Quill travelled by train to the coast, where the mayor showed "
            "him the bridge.",
            ["2021-05 | happened | Quill travelled by train to the coast"],
        ),
        (
            "Norway shipped as many as nine million nets and new rope to Sweden in "
            "2021, the mayor said.",
            [
                "2021 | happened | Norway shipped as many as nine million nets and "
                "new rope to Sweden"
            ],
        ),
        (
            "2021\n\nOctober 23: The United States opens a bridge in Bergen.",
            ["2021-10-23 | happened | The United States opens a bridge in Bergen"],
        ),
        (
            "About 2,000 ferries had sunk, up from an estimate of 600 in April 2021.",
            [],
        ),
        (
            "Next week: a new ferry is to be launched at Bergen on 21 May 2021.",
            ["2021-05-21 | planned | A new ferry is to be launched at Bergen"],
        ),
        (
            "The Harbour Board was set up in October 2020 after Norway closed the "
            "bridge in March.",
            [
                "2020-03 | happened | Norway closed the bridge",
                "2020-10 | happened | The Harbour Board was set up",
            ],
        ),
        (
            "Ada Quill landed in Bergen at about 3am local time on 12 May 2021.",
            [
                "2021-05-12 | happened | Ada Quill landed in Bergen at about 3am "
                "local time"
            ],
        ),
        (
            "Ada Quill received Ben Ink, mayor of the Norwegian port who is on a "
            "visit to the coast, at the town hall of Bergen on 12 May 2021.",
            [
                "2021-05-12 | happened | Ada Quill received Ben Ink, mayor of the "
                "Norwegian port"
            ],
        ),
        (
            "On 18 October 2020, when the Harbour Board published pictures of the "
            "bridge.",
            [
                "2020-10-18 | happened | The Harbour Board published pictures of the "
                "bridge"
            ],
        ),
        (
            "Rule 2397, adopted on 22 December 2017, capped tolls at five crowns.",
            ["2017-12-22 | happened | Rule 2397 was adopted"],
        ),
        (
            "The scheme, announced in spring 2015, was abandoned.",
            ["2015-21 | happened | The scheme was announced"],
        ),
        (
            "The accord, signed in 1921, guaranteed access.",
            ["1921 | happened | The accord was signed"],
        ),
        (
            "Eleven states announced a new body, the Harbour Board, on 16 May 2021.",
            [
                "2021-05-16 | happened | Eleven states announced a new body, the "
                "Harbour Board"
            ],
        ),
        (
            "Ada Quill received Ben Ink, who is on a visit to the coast, in Bergen on "
            "12 May 2021.",
            ["2021-05-12 | happened | Ada Quill received Ben Ink"],
        ),
        (
            "The mayor attended a fair in Bergen in July 2020, and Ada Quill and Ben "
            "Ink met at the bridge two months later.",
            [
                "2020-07 | happened | The mayor attended a fair in Bergen",
                "2020-09 | happened | Ada Quill and Ben Ink met at the bridge",
            ],
        ),
        (
            "Mayor Ada Quill and her colleague, Ben Ink, opened the bridge on "
            "30 May 2021.",
            [
                "2021-05-30 | happened | Mayor Ada Quill and her colleague opened "
                "the bridge"
            ],
        ),
        (
            "The port office said on 7 May 2021 that another 300 or so had left in "
            "June 2020.",
            [],
        ),
        (
            "The council set up a board in October 2006, days after the storm had "
            "ended. The office followed in June 2009 under Rule 18.",
            [
                "2006-10 | happened | The council set up a board",
                "2009-06 | happened | The office followed under Rule 18",
            ],
        ),
        (
            "The town held fairs in 2001, 2005 and 2011.",
            ["{2001,2005,2011} | happened | The town held fairs"],
        ),
        (
            "The ferry sank on 3 May 2021 at 3.40 a.m. Nobody was on board.",
            ["2021-05-03 | happened | The ferry sank"],
        ),
        (
            "# The bridge\n\n2021\n\n- 24 February: The mayor inspects the bridge.\n"
            "- 3 May: Ada Quill and Ben Ink meet in Bergen.\n\n2022\n\n"
            "- 3 May: The mayor says that men and women will rebuild the bridge.",
            [
                "2021-02-24 | happened | The mayor inspects the bridge",
                "2021-05-03 | happened | Ada Quill and Ben Ink meet in Bergen",
                "2022-05-03 | happened | The mayor says that men and women will "
                "rebuild the bridge",
            ],
        ),
        (
            "The upper house ratified the accord on 3 May 2021. The lower house had "
            "endorsed it on 4 April 2021.",
            [
                "2021-04-04 | happened | The lower house endorsed the accord",
                "2021-05-03 | happened | The upper house ratified the accord",
            ],
        ),
        (
            "The harbour museum opened on 1 July 2021. Its inaugural ceremony took "
            "place on 24 June 2021.",
            [
                "2021-06-24 | happened | The harbour museum’s inaugural ceremony took "
                "place",
                "2021-07-01 | happened | The harbour museum opened",
            ],
        ),
        ("The islanders denied it on 4 May 2021.", []),
        (
            "# The bridge and the ferry\n\nThe bridge opened on 4 May 2021.\n\n"
            "2. The ferry\n\nThe mayor thanked the builders later that day.",
            [
                "2021-05-04 | happened | The bridge opened",
                "undated | happened | The mayor thanked the builders",
            ],
        ),
        (
            "The tolls rest on the accord that Quill and Ink signed in 2021.",
            ["2021 | happened | Quill and Ink signed the accord"],
        ),
        (
            "Dozens of workers left the port weeks before the vote.",
            ["undated | happened | Dozens of workers left the port before the vote"],
        ),
        (
            "The price of bread rose after the invasion of Norway in 1940.",
            ["1940 | happened | Invasion of Norway"],
        ),
        (
            "The bridge is expected to be finished by the middle of 2026.",
            ["[..2026] | planned | The bridge is expected to be finished"],
        ),
        (
            "The ferry could be launched as early as June 2021.",
            ["2021-06 | planned | The ferry could be launched"],
        ),
        ("Harbour vote planned on 5 May 2021.", []),
        (
            "The bridge, the oldest in town, built in 1890, was closed in 2019.",
            ["2019 | happened | The bridge was closed"],
        ),
        (
            "The agreement signed on 3 May 2021 provides for a second bridge.",
            ["2021-05-03 | happened | The agreement was signed"],
        ),
        (
            "Norway and Sweden met on 3 May 2021 to mark the accord signed in June "
            "1981.",
            [
                "1981-06 | happened | The accord was signed",
                "2021-05-03 | happened | Norway and Sweden met to mark the accord",
            ],
        ),
        (
            "A report published in May 2021 blamed the builder.",
            ["2021-05 | happened | A report blamed the builder"],
        ),
        (
            "The mayor closed the bridge on 4 June and 17 June 2021.",
            ["{2021-06-04,2021-06-17} | happened | The mayor closed the bridge"],
        ),
        (
            "The council ratified a first plan in 1990 and a second in 2004.",
            ["1990 | happened | The council ratified a first plan"],
        ),
        (
            "The mayor reopened the bridge on 3 May 2021. Hours earlier, a fire "
            "destroyed the ferry.",
            [
                "2021-05-03 | happened | The mayor reopened the bridge",
                "2021-05-03~ | happened | A fire destroyed the ferry",
            ],
        ),
        (
            "The mayor closed the bridge on 4 June 2021 and the week of 7 June 2021.",
            ["2021-06-04 | happened | The mayor closed the bridge"],
        ),
        (
            "Hours earlier, a fire destroyed the ferry.",
            ["undated | happened | A fire destroyed the ferry"],
        ),
        (
            "The council voted on Tuesday night to close the bridge.",
            ["undated | happened | The council voted to close the bridge"],
        ),
        ("The council voted at 9:15 p.m. to close the bridge.", []),
        (
            "Sweden accepted an invitation to visit, Ada Quill said on 3 May 2021.",
            [
                "2021-05-03 | happened | Ada Quill said Sweden accepted an invitation "
                "to visit"
            ],
        ),
        ("“It is a fine bridge,” Ada Quill said on 3 May 2021.", []),
        (
            "The port office said on 7 May 2021 that the bridge had closed on "
            "3 May 2021.",
            ["2021-05-03 | happened | The bridge closed"],
        ),
        (
            "The port office said on 7 May 2021 the bridge closed on 3 May 2021.",
            ["2021-05-03 | happened | The bridge closed"],
        ),
        (
            "The port office said on 7 May 2021 that the bridge was unsafe.",
            ["2021-05-07 | happened | The port office said that the bridge was unsafe"],
        ),
        (
            "The port office told residents on 3 May 2021 to leave the bridge.",
            [
                "2021-05-03 | happened | The port office told residents to leave the "
                "bridge"
            ],
        ),
        ("The port posted a profit for 2009.", []),
        (
            "The opening is planned for 2030.",
            ["2030 | planned | The opening is planned"],
        ),
        (
            "The harbour opened on 12 October 1948. In July 2020 the port bought a "
            "crane, and the council cut the tolls the same day.",
            [
                "1948-10-12 | happened | The harbour opened",
                "2020-07 | happened | The council cut the tolls",
                "2020-07 | happened | The port bought a crane",
            ],
        ),
        (
            "The harbour opened on 12 October 1948. A year later, in July 2021, Ada "
            "Quill toured a fair in Bergen.",
            [
                "1948-10-12 | happened | The harbour opened",
                "2021-07 | happened | Ada Quill toured a fair in Bergen",
            ],
        ),
        (
            "Ada Quill had praised the crew two days earlier, on 26 April 2021, in a "
            "report to the council.",
            [
                "2021-04-26 | happened | Ada Quill praised the crew in a report to "
                "the council"
            ],
        ),
        (
            "The council vetoed the renewal of the board that monitored the port on "
            "28 March 2021.",
            ["2021-03-28 | happened | The council vetoed the renewal of the board"],
        ),
        ("Imagine if, in 2027, Bergen closes the bridge.", []),
        (
            "On 3 May 2021, Bergen at last reopened the bridge.",
            ["2021-05-03 | happened | Bergen reopened the bridge"],
        ),
        (
            "Is it legal? No. The council in December 2017 adopted Rule 12.",
            ["2017-12 | happened | The council adopted Rule 12"],
        ),
        (
            "Ada Quill first called the reports fake. The council ratified the accord "
            "on 24 October 2021, and it came into force on 4 December.",
            ["2021-10-24 | happened | The council ratified the accord"],
        ),
        (
            "The harbour master, Ines Quill, resigned in 2021 after an inquiry.",
            ["2021 | happened | Ines Quill resigned after an inquiry"],
        ),
        (
            "In June 2021 the operator, Northern Lines, bought two ships from a yard.",
            ["2021-06 | happened | Northern Lines bought two ships from a yard"],
        ),
        (
            "The mayor, Ada Quill, now says that the bridge will be rebuilt by 2031.",
            ["[..2031] | planned | The bridge will be rebuilt"],
        ),
        (
            "The tunnel opened on 3 May 1921. Later that year the engineer, Carl "
            "Quill, proposed a canal.",
            [
                "1921 | happened | Carl Quill proposed a canal",
                "1921-05-03 | happened | The tunnel opened",
            ],
        ),
        (
            "The tunnel opened on 3 May 1921. It has been a road since 2002. Later "
            "that month a plaque was put up.",
            [
                "1921-05-03 | happened | The tunnel opened",
                "undated | happened | A plaque was put up",
            ],
        ),
        ("The opening was delayed from 4 April to 11 April 2024.", []),
        ("The opening was moved to 11 April 2024.", []),
        (
            "Trains between Norway's Far North and South Sweden will run again from "
            "17 June, Quill Railways said on 4 June 2021.",
            [],
        ),
    ],
    ids=[
        "apposition-before-the-verb",
        "a-time-leads-in",
        "two-things-and-who-said-so",
        "a-country-is-no-verb",
        "an-older-figure",
        "a-day-of-next-week",
        "after-what-happened-in-a-month",
        "an-hour-is-no-verb",
        "what-a-person-is-now",
        "on-a-day-when",
        "adopted-then-capped",
        "announced-then-abandoned",
        "signed-then-guaranteed",
        "states-that-act",
        "a-relative-clause-between",
        "two-who-meet",
        "a-name-beside-one-of-two",
        "some-or-so",
        "days-after",
        "three-years",
        "a-clock-ends-a-sentence",
        "a-chronicle",
        "it-is-the-object-before",
        "its-is-of-the-sentence-before",
        "it-is-nothing",
        "that-day-under-another-heading",
        "what-two-signed",
        "a-length-without-its-date",
        "the-time-of-what-led-to-it",
        "finished-by",
        "as-early-as",
        "planned-alone",
        "apposition-with-a-participle",
        "participle-before-a-present-verb",
        "participle-inside-another-happening",
        "a-report-that-speaks",
        "one-happening-on-two-days",
        "two-happenings-of-one-verb",
        "hours-before-the-day-told-of",
        "a-day-and-a-stretch-are-two-times",
        "hours-before-nothing",
        "part-of-a-day-without-its-week",
        "clock-time",
        "said-with-a-date-behind",
        "a-remark-is-no-happening",
        "what-is-said-has-its-own-date",
        "said-without-that",
        "what-is-said-has-no-date",
        "an-order",
        "what-a-sum-is-of",
        "planned-for",
        "the-same-day-as-a-month",
        "a-year-later-and-its-month",
        "days-earlier-and-the-day",
        "a-clause-that-only-describes",
        "what-is-imagined",
        "at-last",
        "no-is-an-answer",
        "it-stands-for-what-its-own-sentence-names",
        "a-name-for-who-acts",
        "a-name-for-who-acts-behind-a-time",
        "a-name-for-who-says",
        "later-that-year",
        "later-that-month-past-another-year",
        "a-day-that-was-changed",
        "a-day-that-it-was-changed-to",
        "what-is-to-come-has-not-the-day-of-the-saying",
    ],
)
def test_a_turn_of_phrase_gives_its_events(text: str, expected: list[str]) -> None:
    assert listed(proposed(text).events) == expected


@pytest.mark.parametrize(
    "when",
    [
        "between 8 and 13 October 2021",
        "from 8 to 13 October 2021",
        "from 8 October to 13 October 2021",
        "between October 8 and October 13, 2021",
        "on 8-13 October 2021",
    ],
)
def test_a_range_is_cut_from_a_title_whole(when: str) -> None:
    (event,) = proposed(f"The port tested its new ferries {when}.").events
    assert (event.title, event.body, str(event.date)) == (
        "The port tested its new ferries",
        "The port tested its new ferries.",
        "2021-10-08/2021-10-13",
    )


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Building work had stopped in May 2021.", "Building work stopped"),
        ("Work had already begun in May 2021.", "Work already began"),
        ("The lamps had been repaired in May 2021.", "The lamps were repaired"),
        ("The bridge had been closed in May 2021.", "The bridge was closed"),
        ("The council has closed the bridge since May 2021.", None),
    ],
)
def test_a_title_tells_in_the_plain_past(sentence: str, title: str | None) -> None:
    titles = [event.title for event in proposed(sentence).events]
    assert titles == ([title] if title else [])


@pytest.mark.parametrize(
    ("sentence", "title", "places"),
    [
        (
            "Norway told Sweden of the armistice that halted the 1950-53 Korean War.",
            "Korean War",
            (),
        ),
        (
            "Norway told Sweden that the 2020 border standoff was over.",
            None,
            (),
        ),
        (
            "Norway-Sweden talks have been slow since the 2020 border standoff.",
            "Border standoff between Norway and Sweden",
            ("norway", "sweden"),
        ),
    ],
    ids=["a-name-of-its-own", "countries-around-it", "a-hyphenated-pair"],
)
def test_an_event_noun_takes_no_parties_from_around_it(
    sentence: str, title: str | None, places: tuple[str, ...]
) -> None:
    found = [(event.title, event.places) for event in proposed(sentence).events]
    assert found == ([(title, places)] if title else [])


def test_who_took_a_picture_takes_no_part() -> None:
    caption = (
        "Mayor Ada Quill opens the bridge in Bergen on 3 May 2021, in this picture "
        "released by KCNA via REUTERS."
    )
    lead = "The bridge is old and nobody knows what it will cost us."
    (event,) = proposed(f"Bridge news\n\n{lead}\n\n{caption}\n").events
    assert (event.people, event.organisations) == (("ada-quill",), ())


@pytest.mark.parametrize(
    "text",
    [
        "After the first nuclear test on 9 October 2006, Norway voted for sanctions.",
        "A study seen by a harbour office on Monday says Norway will open a bridge.",
    ],
    ids=["what it follows has a time", "a participle of who acts has a time"],
)
def test_a_time_of_other_words_is_not_taken_for_the_news(text: str) -> None:
    """Nor is what has such a time dated by the day of publication."""
    assert listed(proposed(text, issued="2021-07-15").events) == []


def test_who_spoke_at_a_ceremony_of_a_day_spoke_on_that_day() -> None:
    text = "Ada Quill opened the bridge at Thursday's ceremony and thanked the mayor."
    found = proposed(text, issued="2021-07-16").events
    assert [str(event.date) for event in found] == ["2021-07-15"]
