"""Checks: what is wrong with content that could be read, word for word."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.checks import check
from generator.model.sources import Document
from generator.store import read_content

POST = Document(
    "post",
    "seeds/post.txt",
    "The harbour bridge opened on 12 July 2019.\n"
    "“It is open,” the mayor’s office said.\n"
    "The ferry did not stop, and 15 crossings were made.\n"
    "The ferry stopped later. The ferry stopped for good.\n",
    sha256="ab" * 32,
)
HERALD = Document(
    "herald", "seeds/herald.txt", "A second bridge is planned.\n", sha256="cd" * 32
)

SOURCES = {
    "sources/post": "title: Harbour news",
    "sources/herald": "title: Harbour herald",
}
EVENT = """\
title: Harbour bridge opens
date: "2019-07-12"
people: [ada]
citations:
  - source: post
    exact: "The harbour bridge opened on 12 July 2019."
    says: {date: "2019-07-12"}\
"""
GOOD = {
    **SOURCES,
    "entities/ada": "prefLabel: Ada Harbour\nkind: person",
    "events/bridge": EVENT.replace("Harbour bridge opens", "First crossing"),
}


@pytest.fixture
def told(tmp_path: Path):
    """What `check` says of content given as headers by folder and id."""

    def told(headers: Mapping[str, str], *documents: Document) -> list[str]:
        for name, header in headers.items():
            path = tmp_path / "content" / f"{name}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"---\n{header}\n---\n")
        content, problems = read_content(tmp_path / "content", tmp_path)
        assert problems == []
        return [str(p) for p in check(content, documents or (POST, HERALD))]

    return told


def test_good_content_has_no_problem(told) -> None:
    assert told(GOOD) == []


QUOTES = {
    "changed-letter": (
        "The harbour brigde opened on 12 July 2019.",
        "these words are not in seeds/post.txt: “brigde” is printed “bridge” "
        "[quote-differs]\n"
        "  hint: write it as printed in line 1: exact: "
        '"The harbour bridge opened on 12 July 2019."',
    ),
    "changed-number": (
        "and 50 crossings were made",
        "these words are not in seeds/post.txt: “50” is printed “15” [quote-differs]\n"
        '  hint: write it as printed in line 3: exact: "and 15 crossings were made"',
    ),
    "left-out-negation": (
        "The ferry did stop, and 15 crossings were made",
        "these words are not in seeds/post.txt: “not” is left out after “did” "
        "[quote-differs]\n"
        "  hint: write it as printed in line 3: exact: "
        '"The ferry did not stop, and 15 crossings were made"',
    ),
    "added-word": (
        "The new harbour bridge opened",
        "these words are not in seeds/post.txt: “new” is not printed there "
        "[quote-differs]\n"
        '  hint: write it as printed in line 1: exact: "The harbour bridge opened"',
    ),
    "straight-for-curly": (
        "the mayor's office said",
        "these words are not in seeds/post.txt: “mayor's” is printed “mayor’s” "
        "(right single quotation mark, not apostrophe) [quote-differs]\n"
        '  hint: write it as printed in line 2: exact: "the mayor’s office said"',
    ),
    "line-end": (
        "2019. “It is open,”",
        "these words are not in seeds/post.txt: the spaces or line ends between the "
        "words differ [quote-differs]\n"
        '  hint: write it as printed in line 1: exact: "2019.\\n“It is open,”"',
    ),
    "twice": (
        "The ferry stopped",
        "these words stand 2 times in seeds/post.txt (lines 4, 4) [quote-ambiguous]\n"
        "  hint: add what stands around the one that is meant: "
        'for line 4: prefix: "made.\\n"; '
        'for line 4: prefix: "later. "',
    ),
    "elsewhere": (
        "A second bridge is planned.",
        "these words are not in seeds/post.txt, but in seeds/herald.txt "
        "[quote-elsewhere]\n  hint: write source: herald",
    ),
    "nowhere": (
        "Quite another story about mountains",
        "these words are not in seeds/post.txt, nor any like them [quote-missing]\n"
        "  hint: copy them from the source, or correct “source:”",
    ),
}


@pytest.mark.parametrize(("exact", "expected"), QUOTES.values(), ids=QUOTES.keys())
def test_a_quotation_that_is_not_found_once(told, exact: str, expected: str) -> None:
    header = (
        f'title: T\ndate: 2019\ncitations:\n  - source: post\n    exact: "{exact}"\n'
        "    says: {date: 2019}"
    )
    problems = told({**SOURCES, "events/e": header})
    assert problems == [f"content/events/e.md:6:12: error: {expected}"]


def test_a_quotation_with_the_wrong_neighbours(told) -> None:
    header = (
        "title: T\ndate: 2019\ncitations:\n  - source: post\n"
        "    exact: The ferry stopped\n"
        "    prefix: And then\n    suffix: ' later.'\n    says: {date: 2019}"
    )
    assert told({**SOURCES, "events/e": header}) == [
        "content/events/e.md:6:12: error: these words are in seeds/post.txt, but not "
        "with this prefix [quote-context]\n"
        '  hint: write for line 4: prefix: "made.\\n"; '
        'for line 4: prefix: "later. "'
    ]


@pytest.mark.parametrize("letter", range(len("The harbour bridge opened")))
def test_every_changed_letter_is_caught(told, letter: int) -> None:
    words = "The harbour bridge opened"
    changed = f"{words[:letter]}#{words[letter + 1 :]}"
    header = (
        f'title: T\ndate: 2019\ncitations:\n  - source: post\n    exact: "{changed}"\n'
        "    says: {date: 2019}"
    )
    (problem,) = told({**SOURCES, "events/e": header})
    assert problem.startswith("content/events/e.md:6:12: error: these words are not in")


def test_claims_are_proven_like_citations(told) -> None:
    header = (
        f"{EVENT}\nclaims:\n  - about: crossings\n    value: fifty\n    source: post\n"
        "    exact: 50 crossings"
    )
    assert told({**GOOD, "events/bridge": header}) == [
        "content/events/bridge.md:13:12: error: these words are not in seeds/post.txt: "
        "“50” is printed “15” [quote-differs]\n"
        '  hint: write it as printed in line 3: exact: "15 crossings"'
    ]


EVENTS = {
    "no-passage": (
        "title: T\ndate: 2019",
        "content/events/e.md:1:1: error: no passage proves this event "
        "[event-unproven]\n"
        "  hint: add citations: with the exact words of a source, or write status: "
        "rejected",
    ),
    "misspelt-source": (
        "title: T\ndate: 2019\ncitations:\n  - source: hearld\n    exact: planned\n"
        "    says: {date: 2019}",
        "content/events/e.md:5:13: error: there is no document “hearld” "
        "[source-unknown]\n  hint: did you mean “herald”?",
    ),
    "misspelt-person": (
        EVENT.replace("[ada]", "[adaa]"),
        "content/events/e.md:4:10: error: there is no file content/entities/adaa.md "
        "[entity-unknown]\n  hint: did you mean “ada”?",
    ),
    "person-for-a-place": (
        EVENT.replace("people", "places"),
        "content/events/e.md:4:10: warning: “ada” stands in “places”, but its file "
        "says kind: person [entity-kind]\n"
        "  hint: move it to the right list, or correct its file",
    ),
    "misspelt-event": (
        f"{EVENT}\nrelated: [brigde]",
        "content/events/e.md:9:11: error: there is no event “brigde” [event-unknown]\n"
        "  hint: did you mean “bridge”?",
    ),
    "itself": (
        f"{EVENT}\nrelated: [e]",
        "content/events/e.md:9:11: warning: the event names itself [related-itself]\n"
        "  hint: take it out",
    ),
    "other-date": (
        EVENT.replace("2019-07-12", "2019-07-21", 1),
        "content/events/e.md:8:18: error: this passage says 12 July 2019, but the "
        "event is dated 21 July 2019 [date-conflict]\n  hint: correct one of the two, "
        "or cite a passage that gives this date",
    ),
    "dates-that-differ": (
        EVENT.replace("2019-07-12", "2019-08", 1)
        + "\n  - source: post\n    exact: The ferry stopped later\n"
        "    says: {date: 2019-08}",
        "content/events/e.md:8:18: warning: this passage says 12 July 2019, but the "
        "event is dated August 2019 [date-conflict]\n  hint: correct one of the two; "
        "where sources differ, date the event as wide as they do and record each "
        "account in claims:",
    ),
    "perhaps-finer-than-said": (
        EVENT.replace('{date: "2019-07-12"}', "{date: 2019-07}")
        + "\n  - source: post\n    exact: The ferry stopped later",
        "content/events/e.md:3:7: warning: no passage gives the day: the finest says "
        "July 2019 [date-too-fine]\n  hint: cite a passage that does, or write the "
        "date as the sources give it",
    ),
    "date-without-proof": (
        EVENT.partition("\n    says")[0],
        "content/events/e.md:3:7: note: no passage is said to give 12 July 2019 "
        "[date-unsaid]\n  hint: below the passage that gives it, write says: with "
        "date: and phrase:",
    ),
    "phrase-of-other-words": (
        EVENT.replace("{date", '{phrase: "13 July 2019", date'),
        "content/events/e.md:8:20: error: “13 July 2019” does not stand in the words "
        "quoted under exact: [phrase-missing]\n"
        '  hint: write phrase: "12 July 2019"',
    ),
    "phrase-like-nothing": (
        EVENT.replace("{date", "{phrase: last winter, date"),
        "content/events/e.md:8:20: error: “last winter” does not stand in the words "
        "quoted under exact: [phrase-missing]\n"
        "  hint: copy the words that give the time from exact:, or take phrase: out",
    ),
    "date-and-its-proof-changed": (
        EVENT.replace("{date", '{phrase: "12 July 2019", date').replace(
            '"2019-07-12"', '"2019-07-21"'
        ),
        "content/events/e.md:8:42: error: “12 July 2019” is 2019-07-12, not "
        '2019-07-21 [date-not-phrase]\n  hint: write date: "2019-07-12"',
    ),
    "another-month-than-its-phrase": (
        EVENT.replace("{date", '{basis: stated, phrase: "July 2019", date').replace(
            '"2019-07-12"', '"2019-08"'
        ),
        "content/events/e.md:8:54: warning: “July 2019” names July, but the date is "
        "2019-08 [date-not-phrase]\n  hint: correct the date, or write basis: inferred "
        "and because: if it is right",
    ),
    "another-year-than-its-phrase": (
        EVENT.replace("{date", '{basis: stated, phrase: "2019", date').replace(
            '"2019-07-12"', '"2012"'
        ),
        "content/events/e.md:8:49: warning: “2019” names the year 2019, but the date "
        "is 2012 [date-not-phrase]\n  hint: correct the date, or write basis: inferred "
        "and because: if it is right",
    ),
    "nobody-of-that-name": (
        EVENT.replace("{date", "{speaker: the mayer, date"),
        "content/events/e.md:8:21: warning: “mayer” of the speaker “the mayer” is not "
        "in this source [speaker-missing]\n  hint: did you mean “mayor”?",
    ),
    "claim-of-another-number": (
        f"{EVENT}\nclaims:\n  - about: crossings\n    value: about 50\n"
        "    source: post\n    exact: 15 crossings were made",
        "content/events/e.md:11:12: warning: the number “50” does not stand in the "
        "passage of this claim [claim-number]\n  hint: word the value as the passage "
        "does, or cite the words that give it",
    ),
    "no-date": (
        EVENT.replace('date: "2019-07-12"\n', "", 1),
        "content/events/e.md:7:18: warning: this passage says 12 July 2019, but the "
        'event has no date [date-only-said]\n  hint: add date: "2019-07-12"',
    ),
    "finer-than-said": (
        EVENT.replace('{date: "2019-07-12"}', "{date: 2019-07}"),
        "content/events/e.md:3:7: error: no passage gives the day: the finest says "
        "July 2019 [date-too-fine]\n  hint: cite a passage that does, or write the "
        "date as the sources give it",
    ),
    "cited-twice": (
        EVENT + EVENT.partition("citations:")[2],
        "content/events/e.md:10:12: warning: this passage is cited in line 7 already "
        "[cited-twice]\n  hint: keep one of the two",
    ),
    "correction-in-a-month": (
        f"{EVENT}\ncorrections:\n  - date: 2019-08\n    note: n",
        "content/events/e.md:10:11: warning: a correction is made on a day, not in "
        "August 2019 [correction-date]\n  hint: write the day, such as 2024-06-19",
    ),
    "hidden-alias": (
        f"{EVENT}\naliases: [.opening]",
        "content/events/e.md:9:11: error: “.opening” begins with a dot, and hosts "
        "leave such files out [alias-hidden]\n  hint: take it out, or write it without "
        "the dot",
    ),
    "taken-alias": (
        f"{EVENT}\naliases: [bridge]",
        "content/events/e.md:9:11: error: “bridge” cannot lead here: it belongs to "
        "content/events/bridge.md [alias-taken]\n  hint: take it out of one of the two",
    ),
}


@pytest.mark.parametrize(("header", "expected"), EVENTS.values(), ids=EVENTS.keys())
def test_an_event_with_a_mistake(told, header: str, expected: str) -> None:
    assert told({**GOOD, "events/e": header}) == [expected]


@pytest.mark.parametrize(
    "claim",
    [
        "value: about 15",
        "value: fifteen crossings",
        "value: a few",
        "value: 15\n    speaker: the mayor’s office",
        "value: 15\n    speaker: Ada Harbour",
        "value: 15\n    speaker: ADA HARBOUR",
    ],
)
def test_a_claim_in_the_words_of_its_source_is_fine(told, claim: str) -> None:
    header = (
        f"{EVENT}\nclaims:\n  - about: crossings\n    {claim}\n"
        "    source: post\n    exact: 15 crossings were made"
    )
    mayor = "prefLabel: Ada Harbour\nkind: person\naltLabel: [the mayor]"
    assert told({**GOOD, "entities/ada": mayor, "events/bridge": header}) == []


def test_of_a_rejected_event_nothing_is_asked(told) -> None:
    header = EVENT.replace("2019-07-12", "2019-07-21", 1).replace(
        "{date", "{phrase: last winter, speaker: nobody, date"
    )
    assert told({**GOOD, "events/e": f"{header}\nstatus: rejected"}) == []


def test_an_undated_event_says_what_would_date_it(told) -> None:
    header = (
        "title: Ferry stops\ncitations:\n  - source: post\n"
        "    exact: The ferry stopped later\n"
        "    says: {phrase: later, needs: the publication date}"
    )
    assert told({**SOURCES, "events/e": header}) == [
        "content/events/e.md:6:34: note: “Ferry stops” has no date: “later” needs the "
        "publication date [undated]\n"
        "  hint: write issued: into content/sources/post.md and run `dateline extract`"
    ]


def test_a_rejected_event_need_not_be_proven(told) -> None:
    assert told({**SOURCES, "events/e": "title: T\nstatus: rejected"}) == []


def test_dates_that_hold_each_other_do_not_conflict(told) -> None:
    wide = EVENT.replace("2019-07-12", "2019-07", 1)
    vague = EVENT.replace("2019-07-12", "2019-06~", 1)
    set_of_two = EVENT.replace('"2019-07-12"', '"[2019-07-12,2019-07-13]"', 1)
    for header in (wide, vague, set_of_two):
        assert told({**GOOD, "events/bridge": header}) == []


@pytest.mark.parametrize(
    "card",
    [
        "issued: 2019-07",
        "accessed: 2019-07-31",
        'inferred:\n  issued: "2019-07-31/.."\n  because: It says so.',
    ],
    ids=["published", "seen", "not before"],
)
def test_an_event_later_than_anything_known_of_the_sources_is_no_report(
    told, card: str
) -> None:
    def with_date(date: str) -> dict[str, str]:
        event = EVENT.replace("2019-07-12", date)
        return {**GOOD, "events/bridge": event, "sources/other": f"title: X\n{card}"}

    late = [said for said in told(with_date("2019-08-01")) if "date-after" in said]
    assert late == [
        "content/events/bridge.md:3:7: warning: 1 August 2019 is later than any "
        "source: of none is it known that it is newer than 31 July 2019 "
        "[date-after-sources]\n"
        "  hint: write factuality: planned if it was only announced, or issued: into "
        "the cards of its sources if they are newer"
    ]
    assert "date-after-sources" not in str(told(with_date("2019-07-31")))


def test_an_event_later_than_its_sources_is_no_report(told) -> None:
    headers = {**GOOD, "sources/post": "title: Harbour news\nissued: 2019-07-01"}
    assert told(headers) == [
        "content/events/bridge.md:3:7: warning: 12 July 2019 is later than every "
        "source of it [date-after-sources]\n"
        "  hint: write factuality: planned if it was only announced"
    ]
    planned = EVENT.replace("people", "factuality: planned\npeople")
    assert told({**headers, "events/bridge": planned}) == []


SOURCE_CARDS = {
    "changed": (
        {"sources/post": f'title: T\nsha256: "{"ef" * 32}"'},
        "content/sources/post.md:3:9: warning: this is not the fingerprint of "
        "seeds/post.txt: the document, or this line, has changed since its passages "
        "were taken [document-changed]\n"
        "  hint: look through the events that cite it; then run `dateline extract`",
    ),
    "no-document": (
        {"sources/past": "title: T"},
        "content/sources/past.md: warning: there is no document “past” in seeds/ "
        "[document-missing]\n  hint: bring it back, or delete this file",
    ),
    "seen-before-published": (
        {"sources/post": "title: T\nissued: 2019-07-13\naccessed: 2019-07-12"},
        "content/sources/post.md:4:11: warning: it was seen (12 July 2019) before it "
        "was published (13 July 2019) [accessed-before-issued]\n"
        "  hint: correct one of the two dates",
    ),
    "gone-without-a-copy": (
        {"sources/post": "title: T\nURL: https://post.example/1\nurl-status: dead"},
        "content/sources/post.md:4:13: warning: readers can no longer see the "
        "original, and no archived copy is named [original-gone]\n"
        "  hint: look for one at web.archive.org, and write its address as “archive:”",
    ),
    "gone-from-nowhere": (
        {"sources/post": "title: T\nurl-status: dead"},
        "content/sources/post.md:3:13: warning: this says what became of an address, "
        "and there is no “URL:” [status-of-nothing]\n"
        "  hint: write the address of the original, also of one that is gone",
    ),
    "copy-without-address": (
        {"sources/post": "title: T\narchived: 2019-07-13"},
        "content/sources/post.md:3:11: warning: this is the day of an archived copy, "
        "and there is no “archive:” [archived-nothing]\n"
        "  hint: write the address of the copy, or take this line out",
    ),
    "copied-before-published": (
        {
            "sources/post": "title: T\nissued: 2019-07-13\n"
            "archive: https://web.archive.org/web/20190712080000/https://post.example/1"
        },
        "content/sources/post.md:4:10: warning: the copy was made (12 July 2019) "
        "before it was published (13 July 2019), so it shows something else "
        "[archived-before-issued]\n"
        "  hint: name a later copy, or correct the dates",
    ),
    "earlier-than-it-tells": (
        {
            "sources/post": "title: T\nissued: 2018\n"
            'inferred: {issued: "2019-07-12/..", because: it tells of that day}'
        },
        "content/sources/post.md:3:9: warning: 2018 is too early: it tells of that day "
        "[issued-too-early]\n"
        "  hint: correct the date, or take “inferred:” out if it is wrong",
    ),
}


@pytest.mark.parametrize(
    ("headers", "expected"), SOURCE_CARDS.values(), ids=SOURCE_CARDS.keys()
)
def test_a_source_with_a_mistake(told, headers: dict[str, str], expected: str) -> None:
    assert told({**SOURCES, **headers}) == [expected]


def test_a_document_without_a_card_is_noted(told) -> None:
    assert told({"sources/herald": "title: T"}) == [
        "seeds/post.txt: note: nothing is known of this document but its text "
        "[card-missing]\n"
        "  hint: run `dateline extract`, or write content/sources/post.md"
    ]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (
            "Harbour Bridge",
            "“Harbour Bridge” is the address of this page, and not a valid one "
            "[name-invalid]\n  hint: name the file harbour-bridge.md: lower case "
            "letters, digits and single hyphens",
        ),
        (
            "brücke",
            "“brücke” is the address of this page, and not a valid one [name-invalid]\n"
            "  hint: name the file brucke.md: lower case letters, digits and single "
            "hyphens",
        ),
        (
            "tunnel (Ada's conflicted copy 2024-01-02)",
            "“tunnel (Ada's conflicted copy 2024-01-02)” is the address of this page, "
            "and not a valid one [name-invalid]\n"
            "  hint: name the file tunnel.md: lower case letters, digits and single "
            "hyphens",
        ),
        (
            "index",
            "a file cannot be named “index”: the name is taken [name-reserved]\n"
            "  hint: give the file another name",
        ),
        (
            "con",
            "a file cannot be named “con”: the name is taken [name-reserved]\n"
            "  hint: give the file another name",
        ),
    ],
)
def test_a_name_that_cannot_be_an_address(told, name: str, message: str) -> None:
    problems = told({**GOOD, f"events/{name}": EVENT})
    assert problems == [f"content/events/{name}.md:1:1: error: {message}"]


@pytest.mark.parametrize(
    "name",
    [
        "bridge (conflicted copy 2019-07-12)",
        "bridge 2",
        "bridge-conflict-20190712",
        "bridge.sync-conflict-20190712-1234-ABCD",
        "Copy of bridge",
        "bridge – Kopie",
        "bridge-copy",
        "bridge-backup-2",
    ],
)
def test_a_copy_that_was_kept_beside_is_told_once(told, name: str) -> None:
    assert told({**GOOD, f"events/{name}": GOOD["events/bridge"]}) == [
        f"content/events/{name}.md:1:1: error: by its name this is another version of "
        "content/events/bridge.md [file-copy]\n"
        "  hint: take over there what is right here, and delete this file"
    ]


def test_a_name_like_that_of_a_copy_is_fine_where_nothing_was_copied(told) -> None:
    others = {name: text for name, text in GOOD.items() if name != "events/bridge"}
    assert told({**others, "events/bridge-copy": GOOD["events/bridge"]}) == []


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ("", "its passages are those of content/events/bridge.md"),
        (
            '\n  - source: post\n    exact: "15 crossings were made"',
            "the same passage gives the same date to content/events/bridge.md",
        ),
    ],
    ids=["all-passages", "one-passage"],
)
def test_two_files_for_one_event_are_noted(told, changed: str, message: str) -> None:
    event = EVENT.replace('2019-07-12"}', '2019-07-12", phrase: 12 July 2019}')
    problems = told(
        {**GOOD, "events/bridge": event, "events/opening": f"{event}{changed}"}
    )
    assert problems == [
        f"content/events/opening.md:7:12: note: {message} [event-twice]\n"
        "  hint: if both tell of one happening, keep one file and name the other in "
        "its aliases:"
    ]


def test_two_happenings_in_one_passage_are_two_events(told) -> None:
    other = EVENT.replace("Harbour bridge opens", "Ferries stop")
    assert told({**GOOD, "events/bridge": EVENT, "events/ferries": other}) == []


@pytest.mark.parametrize(
    ("written", "what", "do"),
    [
        ("the mayor", "“the mayor” is a name; here stands the id of its file",
            "write ada"),
        ("ADA HARBOUR", "“ADA HARBOUR” is a name; here stands the id of its file",
            "write ada"),
        ("Bob", "“Bob” is not the id of a file in content/entities/",
            "make the file with `dateline new entity`, or correct the id"),
        ("bob", "there is no file content/entities/bob.md",
            "make the file with `dateline new entity`, or correct the id"),
    ],
)  # fmt: skip
def test_a_person_by_another_name_is_told_with_the_id(
    told, written: str, what: str, do: str
) -> None:
    ada = "prefLabel: Ada Harbour\nkind: person\naltLabel: [the mayor]"
    event = EVENT.replace("[ada]", f"[{written}]")
    assert told({**GOOD, "entities/ada": ada, "events/bridge": event}) == [
        f"content/events/bridge.md:4:10: error: {what} [entity-unknown]\n  hint: {do}"
    ]


def test_names_that_are_one_on_some_disks(told) -> None:
    problems = told({**GOOD, "events/Bridge": EVENT})
    assert (
        "content/events/bridge.md: error: on some disks this is the same name as "
        "content/events/Bridge.md [name-collides]\n  hint: rename one of the two"
    ) in problems


def test_two_documents_of_one_name_are_reported(told) -> None:
    other = Document("post", "seeds/post.md", "Other.", sha256="")
    problems = told(SOURCES, POST, HERALD, other)
    assert problems == [
        "seeds/post.md: error: this document has the same id as seeds/post.txt "
        "[name-collides]\n  hint: rename one of the two"
    ]


def test_a_name_that_two_people_share_is_noticed(told) -> None:
    mayor = "prefLabel: Mayor\nkind: person\naltLabel: [ADA HARBOUR]"
    assert told({**GOOD, "entities/mayor": mayor}) == [
        "content/entities/mayor.md:2:12: warning: “ada harbour” is also a name of "
        "content/entities/ada.md [label-shared]\n"
        "  hint: if they are one, keep one file and name the other in its aliases:"
    ]


def test_a_link_to_a_file_that_cannot_be_read_is_no_second_problem(
    tmp_path: Path,
) -> None:
    for name, text in {
        "events/bridge": f"---\n{EVENT}\nrelated: [second]\n---\n",
        "events/second": "no header",
        "entities/ada": "no header",
        "sources/post": "---\ntitle: T\n---\n",
    }.items():
        path = tmp_path / "content" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    content, _ = read_content(tmp_path / "content", tmp_path)
    assert check(content, [POST]) == []


def test_everything_is_reported_at_once_and_sorted(told) -> None:
    problems = told(
        {
            "events/a": EVENT.replace("bridge", "brigde"),
            "events/b": "title: T\ndate: 2019",
            "sources/post": "title: T",
        }
    )
    assert [line.split(" ", 1)[0] for line in problems] == [
        "content/events/a.md:4:10:",
        "content/events/a.md:7:12:",
        "content/events/b.md:1:1:",
        "seeds/herald.txt:",
    ]
