"""Reading is lossless; whatever a file holds is read, or refused with a reason."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.model.citations import Says
from generator.model.edtf import parse_edtf
from generator.model.entities import Coordinates, Entity, EntityKind
from generator.model.events import Event, Factuality, Status
from generator.model.media import Media
from generator.model.sources import Inferred, Source
from generator.model.timex import Basis
from generator.problems import Origin
from generator.store.cut import UnreadableError, cut
from generator.store.fields import FILE_FIELDS
from generator.store.reading import read_file

HEADERS = st.text("abt:-#\"'[]{}&*!|>%@,? \n\r\t0\\~`é🚀", max_size=60)
KEYS = st.sampled_from(
    [field.key for fields in FILE_FIELDS.values() for field in fields]
)
LINES = st.lists(st.tuples(KEYS, HEADERS), max_size=4).map(
    lambda entries: "".join(f"{key}: {value}\n" for key, value in entries)
)


@given(HEADERS | LINES, st.text(max_size=20), st.sampled_from(["", "\ufeff"]))
def test_the_parts_of_a_file_are_the_file(header: str, body: str, mark: str) -> None:
    text = f"{mark}---\n{header}\n---\n{body}"
    try:
        parts = cut(text, "a.md")
    except UnreadableError as error:
        reasons = error.problems
    else:
        assert str(parts) == text
        return
    assert reasons


@given(HEADERS | LINES, st.sampled_from(sorted(FILE_FIELDS)))
@example("title: [a, [b, {c: d}]]\n", "events")
@example("citations: [a, {source: [x]}, [], {says: y}]\n", "events")
@example("corrections: [{date: 2019}, {note: x}, z]\nclaims: {a: b}\n", "events")
@example("inferred: x\ncoordinates: [1, 2]\nkind: \n", "sources")
@example("content: a\nhandler: b\nno: c\n2024: d\n", "pages")
def test_any_header_is_read_or_refused(header: str, folder: str) -> None:
    data = f"---\n{header}\n---\n".encode()
    try:
        file, _ = read_file(f"content/{folder}/a.md", folder, data)
    except UnreadableError as error:
        reasons = error.problems
    else:
        assert file.data == data
        assert file.id == "a"
        return
    assert reasons


@given(st.binary(max_size=40))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_file("content/events/a.md", "events", b"x" + data)
    assert caught.value.problems


def test_an_event_with_everything() -> None:
    """
    ---
    title: Harbour bridge opens
    date: "2019-07-12"
    status: disputed
    factuality: alleged
    people: [ada]
    organisations: [port]
    places: [harbour]
    tags: [bridge]
    related: [ferry-stops]
    citations:
      - source: post
        exact: "It opened."
        prefix: "There. "
        suffix: " At last"
        says:
          date: "2019-07"
          phrase: "in July"
          basis: relative
          anchor: the year before
          needs: a day
          speaker: the port
          because: the same bridge
    claims:
      - about: length
        value: "200 m"
        speaker: the port
        source: post
        exact: "200 m"
    media:
      - file: bridge/arch.jpg
        alt: The third arch
        caption: Built twice.
        credit: Ada Harbour
        licence: CC0-1.0
        source: post
        date: "2019-07"
        sensitive: yes
    corrections:
      - date: "2019-08-01"
        note: The length was wrong.
    aliases: [bridge-opens]
    ---

    It opened.
    """
    event = _read(test_an_event_with_everything.__doc__, "events")
    assert isinstance(event, Event)
    assert event.title == "Harbour bridge opens"
    assert event.date == parse_edtf("2019-07-12")
    assert (event.status, event.factuality) == (Status.DISPUTED, Factuality.ALLEGED)
    assert event.entities == ("ada", "port", "harbour")
    assert (event.tags, event.related) == (("bridge",), ("ferry-stops",))
    (citation,) = event.citations
    assert citation.quote.prefix == "There. "
    assert citation.quote.suffix == " At last"
    assert citation.says == Says(
        date=parse_edtf("2019-07"),
        phrase="in July",
        basis=Basis.RELATIVE,
        anchor="the year before",
        needs="a day",
        speaker="the port",
        because="the same bridge",
    )
    assert citation.origin == Origin("content/events/a.md", 13, 12)
    (claim,) = event.claims
    assert (claim.about, claim.value, claim.speaker) == ("length", "200 m", "the port")
    assert claim.citation.quote.exact == "200 m"
    (media,) = event.media
    assert media == Media(
        file="bridge/arch.jpg",
        alt="The third arch",
        caption="Built twice.",
        credit="Ada Harbour",
        licence="CC0-1.0",
        source="post",
        date=parse_edtf("2019-07"),
        sensitive=True,
    )
    assert media.origin == Origin("content/events/a.md", 31, 5)
    assert event.corrections[0].note == "The length was wrong."
    assert event.aliases == ("bridge-opens",)
    assert event.body == "It opened."
    assert event.origins["people.0"] == Origin("content/events/a.md", 6, 10)


def test_a_source_with_everything() -> None:
    """
    ---
    title: Harbour news
    author: [A. Writer]
    container-title: The Post
    publisher: Post Press
    issued: "2019-07-13"
    URL: "https://example.org/1"
    archive: "https://example.org/2"
    accessed: "2019-07-14"
    language: en
    rights: all reserved
    full-text: yes
    sha256: "12e312e312e312e312e312e312e312e312e312e312e312e312e312e312e312e3"
    inferred:
      issued: "2019-07-12/.."
      because: it tells of that day
    aliases: [older]
    ---
    A note.
    """
    source = _read(test_a_source_with_everything.__doc__, "sources")
    assert source == Source(
        id="a",
        title="Harbour news",
        author=("A. Writer",),
        container_title="The Post",
        publisher="Post Press",
        issued=parse_edtf("2019-07-13"),
        url="https://example.org/1",
        archive="https://example.org/2",
        accessed=parse_edtf("2019-07-14"),
        language="en",
        rights="all reserved",
        full_text=True,
        sha256="12e312e312e312e312e312e312e312e312e312e312e312e312e312e312e312e3",
        inferred=Inferred(parse_edtf("2019-07-12/.."), "it tells of that day"),
        aliases=("older",),
        note="A note.",
    )


def test_an_entity_with_everything() -> None:
    """
    ---
    prefLabel: Harbour
    kind: place
    altLabel: [Hafen, 港]
    exactMatch: Q42
    coordinates: "39.15, -127.44"
    aliases: [port]
    ---
    A note.
    """
    entity = _read(test_an_entity_with_everything.__doc__, "entities")
    assert entity == Entity(
        id="a",
        kind=EntityKind.PLACE,
        pref_label="Harbour",
        alt_label=("Hafen", "港"),
        exact_match="Q42",
        coordinates=Coordinates(39.15, -127.44),
        aliases=("port",),
        note="A note.",
    )


@pytest.mark.parametrize(
    ("folder", "line", "message", "hint"),
    [
        (
            "sources",
            "URL: javascript:alert(1)",
            "“javascript:alert(1)” is not a web address",
            "begin it with https:// or http://, without spaces",
        ),
        (
            "sources",
            "full-text: maybe",
            "“maybe” is no value of “full-text”",
            "it is yes or no",
        ),
        (
            "entities",
            "exactMatch: https://www.wikidata.org/wiki/Q42",
            "“https://www.wikidata.org/wiki/Q42” is not a Wikidata id",
            "write Q42",
        ),
        (
            "entities",
            "coordinates: 139.15, 127.44",
            "“139.15, 127.44” is not a place on earth",
            'write degrees north (-90 to 90) and east (-180 to 180): "39.15, 127.44"',
        ),
        (
            "entities",
            "coordinates: 127.44, 39.15",
            "“127.44, 39.15” is not a place on earth",
            'write degrees north first: "39.15, 127.44"',
        ),
        (
            "entities",
            "coordinates: 39.15, 227.44",
            "“39.15, 227.44” is not a place on earth",
            'write degrees north (-90 to 90) and east (-180 to 180): "39.15, 127.44"',
        ),
        (
            "entities",
            "coordinates: 39.15, 127.44 (town)",
            "“39.15, 127.44 (town)” is not a place on earth",
            "in brackets stands what they are the middle of: "
            "country, region, city, site",
        ),
        (
            "entities",
            "coordinates: [39.15, 127.44]",
            "“coordinates” is a list",
            'write "39.15, 127.44"',
        ),
        (
            "entities",
            "knid: person",
            "there is no key “knid” here",
            "did you mean “kind”?",
        ),
        (
            "sources",
            "acessed: 2019",
            "there is no key “acessed” here",
            "did you mean “accessed”?",
        ),
        (
            "sources",
            "url: https://example.org",
            "there is no key “url” here",
            "did you mean “URL”?",
        ),
    ],
)
def test_a_value_that_its_key_cannot_hold(
    folder: str, line: str, message: str, hint: str
) -> None:
    text = f"---\nprefLabel: X\nkind: place\n{line}\n---\n"
    if folder == "sources":
        text = f"---\n{line}\n---\n"
    _, problems = read_file(f"content/{folder}/a.md", folder, text.encode())
    assert [(problem.message, problem.hint) for problem in problems] == [
        (message, hint)
    ]


def _read(docstring: str | None, folder: str) -> object:
    lines = (docstring or "").strip("\n").split("\n")
    text = "\n".join(line.removeprefix("    ") for line in lines)
    file, problems = read_file(f"content/{folder}/a.md", folder, text.encode())
    assert problems == []
    return file.thing
