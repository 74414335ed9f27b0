"""What a search finds, read from the site's files as a browser reads them."""

from __future__ import annotations

import hashlib
import os
import random
import subprocess
import sys
import zlib
from dataclasses import replace
from pathlib import Path

import harbour_timeline as harbour
import pytest
from harbour_timeline import edtf, shipped
from hypothesis import given
from hypothesis import strategies as st
from searching import Reader, ascending, forms, numbers

from generator.model.citations import Citation
from generator.model.entities import Entity, EntityKind
from generator.model.events import Event, Factuality, Status
from generator.model.selectors import TextQuoteSelector
from generator.model.sources import Document, Source
from generator.model.timeline import Content, Timeline
from generator.pages import Site, routes, search_shards
from generator.pages.search_shards import ascending as written
from generator.pages.search_shards import code
from generator.settings import SiteConfig

DAY = "2019-03-04"
OTHERS = tuple(event for event in harbour.EVENTS if event is not harbour.PROMISE)


def search(timeline: Timeline, config: SiteConfig = harbour.SITE) -> dict[str, bytes]:
    """The search's files of a site, and nothing else of it."""
    site = Site(timeline, config, shipped())
    paths = [path for path in site.paths if path.startswith("search/")]
    return {path: site.file(path) for path in paths if not path.endswith(".html")}


def reader(timeline: Timeline, config: SiteConfig = harbour.SITE) -> Reader:
    return Reader(search(timeline, config))


def titled(*titles: str, language: str = "en") -> Reader:
    """The search of events with these titles; their pages are events/0, events/1, …"""
    events = tuple(Event(str(n), title, edtf(DAY)) for n, title in enumerate(titles))
    timeline = Timeline.of(Content(events), [])
    return reader(timeline, SiteConfig(language=language))


def page(event: object) -> str:
    return f"events/{event}/index.html"


@pytest.fixture(scope="module")
def port() -> Reader:
    """The search of the harbour's timeline."""
    return reader(harbour.timeline())


@given(st.lists(st.text(), min_size=1, max_size=6))
def test_every_word_of_every_title_finds_its_event(titles: list[str]) -> None:
    found = titled(*titles)
    for number, title in enumerate(titles):
        for form in forms(title):
            assert page(number) in found.events(form)
        if forms(title):
            assert page(number) in found.events(title)


@given(st.lists(st.text("ab é\U00010400"), min_size=1), st.integers(1, 50))
def test_words_are_found_however_small_their_files_are(
    titles: list[str], size: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search_shards, "SHARD", size)
        found = titled(*titles)
    for number, title in enumerate(titles):
        assert all(page(number) in found.events(form) for form in forms(title))


@given(st.lists(st.text(), min_size=1, max_size=4))
def test_every_alias_finds_its_entity_and_its_events(names: list[str]) -> None:
    entity = Entity("pier", EntityKind.PLACE, "The pier", tuple(names))
    event = Event("one", "It opens", edtf(DAY), places=("pier",))
    found = reader(Timeline.of(Content((event,), (), (entity,)), []))
    for name in names:
        if forms(name):
            assert "entities/pier/index.html" in found.things(name)
            assert page("one") in found.events(name)


@given(st.sets(st.integers(0, 10**6)))
def test_ascending_numbers_are_read_as_they_were_written(given: set[int]) -> None:
    assert set(ascending(written(sorted(given)))) == given


@given(st.lists(st.integers(0, 10**9)))
def test_any_numbers_are_read_as_they_were_written(given: list[int]) -> None:
    codes = "".join(map(code, given))
    assert numbers(codes) == given
    assert codes.isprintable()


LEARNT_FROM = {
    "en": ("A city", "He walks", "Walking"),
    "de": ("Die Flüsse", "Eine Lampe"),
    "ru": ("Столов", "Столы"),
}
"""From such words a site learns what words of its language end in."""


@pytest.mark.parametrize(
    ("title", "query", "language"),
    [
        ("The Ferry docks", "ferry", "en"),
        ("A meeting of ferries", "ferry", "en"),
        ("A meeting of ferries", "meets", "en"),
        ("The bridge", "BRI", "en"),
        ("Café Ødegård", "cafe odegard", "en"),
        ("The cafe", "café", "en"),
        ("Lena’s boat", "lena", "en"),
        ("The boat of Lena", "Lena's", "en"),
        ("L’eau est haute", "eau", "fr"),
        ("Die Brücken brechen", "brücke", "de"),
        ("Die Brücken brechen", "brucken", "de"),
        ("Große Flut", "grosse", "de"),
        ("Мост открыт", "мост", "en"),
        ("Новые мосты", "мостов", "ru"),
        ("Берёза у моста", "береза", "ru"),
        ("Γέφυρα της πόλης", "ΓΈΦΥΡΑ", "el"),
        ("جِسْر الميناء", "جسر", "ar"),
        ("הַגֶּשֶׁר", "הגשר", "he"),
        ("पुल खुला", "पुल", "hi"),
        ("항구다리에서", "다리", "ko"),
        ("港口大橋啟用", "大橋", "zh"),
        ("港口大橋啟用", "橋", "zh"),
        ("สะพานเปิด", "เปิด", "th"),
        ("Bridge 42 opens", "42", "en"),
        ("Pier ４２", "42", "en"),
    ],
)
def test_words_are_found_in_another_form_or_script(
    title: str, query: str, language: str
) -> None:
    found = titled(title, *LEARNT_FROM.get(language, ()), language=language)
    assert page(0) in found.events(query)
    assert page(0) not in found.events(f"{query} elsewhere")


def test_a_form_that_stands_nowhere_is_found_by_the_endings_of_other_words() -> None:
    found = titled("A meeting", "He opens it", "Opening", "She walks", "Walking")
    assert found.events("meets") == {page(0)}
    assert found.events("meetz") == set()


def test_several_words_must_all_stand_in_an_event() -> None:
    found = titled("The old bridge", "The old pier", "A new bridge")
    assert found.events("old bridge") == {page(0)}
    assert found.events("bridge") == {page(0), page(2)}
    assert found.events("bridge tunnel") == set()


@pytest.mark.parametrize(
    "query",
    [
        *("opens", "harbour bridge", "Hafenbrücke", "mayor", "opening"),
        *("promise", "traffic on 4 March", "last month", "2019", "March"),
        *("some 300", "steward"),
    ],
)
def test_an_event_is_found_by_all_that_is_told_of_it(port: Reader, query: str) -> None:
    assert page(harbour.OPENING.id) in port.events(query)


def test_addresses_in_the_text_are_no_words_of_it(port: Reader) -> None:
    assert port.events("md") == set()


@pytest.mark.parametrize(
    ("query", "things"),
    [
        ("hafenbrucke", {"entities/harbour-bridge/index.html"}),
        ("mayor", {"entities/mayor/index.html"}),
        ("nobody", {"entities/nobody/index.html"}),
        ("traffic", {"tags/traffic/index.html", "tags/traffic-2/index.html"}),
        ("post", {"sources/post/index.html"}),
        ("some 300", set()),
    ],
)
def test_pages_are_found_by_name(port: Reader, query: str, things: set[str]) -> None:
    assert port.things(query) == things


@pytest.mark.parametrize(
    ("facets", "events"),
    [
        (["@harbour-bridge"], {harbour.OPENING, harbour.PROMISE, harbour.WIDENING}),
        (["@harbour-bridge", "@mayor"], {harbour.OPENING}),
        (["#traffic", "@council"], {harbour.OPENING}),
        (["#traffic-2"], {harbour.WIDENING}),
        (["!planned"], {harbour.WIDENING}),
        (["!denied", "!disputed"], {harbour.CRACK}),
        (["!proposed"], {harbour.WIDENING, harbour.FERRY}),
        (["!differ"], {harbour.OPENING}),
        (["@harbour"], set()),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_events_are_narrowed_down_by_name_topic_and_state(
    port: Reader, facets: list[str], events: set[Event]
) -> None:
    assert port.narrowed(*facets) == {page(event.id) for event in events}


def day(year: int, month: int, number: int) -> int:
    return year * 372 + (month - 1) * 31 + number - 1


@pytest.mark.parametrize(
    ("date", "may", "june"),
    [
        ("2019-05-31", "certainly", None),
        ("2019-05", "certainly", None),
        ("2019", "possibly", "possibly"),
        ("2019-05-20/2019-06-02", "certainly", "certainly"),
        ("2019-05/..", "certainly", "certainly"),
        ("../2019-04", None, None),
        ("[2019-05,2019-06]", "possibly", "possibly"),
        ("2019-21", "possibly", None),
        ("-0043", None, None),
        ("", None, None),
    ],
)
def test_an_event_lies_in_a_period_certainly_possibly_or_not(
    date: str, may: str | None, june: str | None
) -> None:
    other = Event("other", "Other", edtf("1990-07-01"))
    event = Event("it", "It", edtf(date) if date else None)
    found = reader(Timeline.of(Content((event, other)), []))
    in_may = found.within(day(2019, 5, 1), day(2019, 5, 31))
    in_june = found.within(day(2019, 6, 1), day(2019, 6, 30))
    assert (in_may.get(page("it")), in_june.get(page("it"))) == (may, june)
    assert page("other") not in in_may


def test_what_is_shown_of_a_hit(port: Reader) -> None:
    shown = {tuple(port.shown("events", n)) for n in range(len(harbour.EVENTS))}
    assert (
        page(harbour.CRACK.id),
        "A crack is found",
        "about 2019",
        "disputed denied",
        "1 source",
        "The mayor denies that a crack was found",
    ) in shown
    things = {tuple(port.shown("names", n)) for n in range(7)}
    bridge = ("entities/harbour-bridge/index.html", "Harbour Bridge", "Place")
    assert (*bridge, "3 events") in things


def test_the_most_important_events_have_the_first_numbers(port: Reader) -> None:
    order = [port.shown("events", n)[0] for n in range(len(harbour.EVENTS))]
    assert order[0] == page(harbour.OPENING.id)
    assert order[-1] == page(harbour.FERRY.id)


def test_nothing_of_a_draft_is_in_any_file() -> None:
    text = Document("d", "seeds/d.txt", "Qwertz said so. Uiopu was there.", "")
    cited = Citation("d", TextQuoteSelector("Qwertz said so."))
    draft = Event(
        "asdfgh-draft",
        "Zyxwvu arrives",
        edtf(DAY),
        people=("hjklmn",),
        tags=("vbnmq",),
        citations=(cited,),
        body="Dfghjk.",
    )
    secret = ("zyxwvu", "asdfgh", "hjklmn", "vbnmq", "dfghjk", "qwertz", "poiuzt")
    hidden = Entity("hjklmn", EntityKind.PERSON, "Poiuzt")
    content = Content((draft, harbour.PROMISE), harbour.SOURCES, (hidden,))
    documents = (*harbour.DOCUMENTS, text)

    def everything(publish: str) -> str:
        shown = harbour.published(content, publish)
        files = search(Timeline.of(shown, documents))
        return b"\n".join(files.values()).decode().lower()

    assert all(word in everything("all") for word in secret)
    assert not any(word in everything("reviewed") for word in secret)


def many(count: int) -> Timeline:
    """Events with the words of a large vocabulary, few of them common."""
    draw = random.Random(count)
    letters = "abcdefghiklmnoprstuvwz"
    vocabulary = ["".join(draw.choices(letters, k=2 + n % 9)) for n in range(9_000)]
    events = [
        Event(
            f"on-{n}",
            " ".join(vocabulary[int(9_000 * draw.random() ** 4)] for _ in range(60)),
            edtf(f"{1990 + n % 30}-{n % 12 + 1:02}"),
            Status.REVIEWED,
            Factuality.PLANNED if n % 2 else Factuality.HAPPENED,
        )
        for n in range(count)
    ]
    return Timeline.of(Content(tuple(events), (Source("s"),)), [])


def test_files_of_words_are_small_and_few() -> None:
    files = search(many(3_000))
    words = {path: data for path, data in files.items() if "/words-" in path}
    assert max(len(zlib.compress(data)) for data in words.values()) <= 12_000
    assert len(words) < 100
    index = files["search/index.json"]
    assert len(zlib.compress(index)) <= 4_000


def test_a_name_never_means_other_bytes_than_in_another_version() -> None:
    one, other = search(many(400)), search(many(401))
    same = (one.keys() & other.keys()) - {"search/index.json"}
    assert same
    assert all(one[path] == other[path] for path in same)


def test_an_edit_leaves_most_files_as_they_are() -> None:
    before = many(3_000)
    edited = replace(before.events[1_500], title="The zebra opens")
    after = Timeline.of(
        Content(
            tuple(edited if e.id == edited.id else e for e in before.by_id.values())
        ),
        [],
    )
    one, other = search(before), search(after)
    assert one.keys() - other.keys()
    assert len(one.items() & other.items()) > 0.6 * len(one)


@pytest.mark.parametrize(
    "events",
    [
        (replace(harbour.PROMISE, title="Otherwise, and longer"), *OTHERS),
        (replace(harbour.PROMISE, body="Less."), *OTHERS),
        (replace(harbour.PROMISE, body="Promised promises are promising."), *OTHERS),
        (replace(harbour.PROMISE, date=None), *OTHERS),
        (replace(harbour.PROMISE, id="otherwise"), *OTHERS),
        (replace(harbour.PROMISE, places=(), tags=("a new topic",)), *OTHERS),
        OTHERS,
        (),
    ],
    ids=["title", "body", "forms", "date", "id", "places", "one-less", "none"],
)
@pytest.mark.parametrize("back", [False, True], ids=["there", "and-back"])
def test_what_the_last_build_found_makes_no_other_files(
    events: tuple[Event, ...], back: bool
) -> None:
    timelines = harbour.timeline(*harbour.EVENTS), harbour.timeline(*events)
    old, new = reversed(timelines) if back else timelines
    before, after, again = (
        Site(timeline, harbour.SITE, shipped()) for timeline in (old, new, new)
    )
    before.file(routes.SEARCH_INDEX)
    again.find_again(before.found)
    paths = [path for path in after.paths if path.startswith("search/")]
    assert [*map(again.file, paths)] == [*map(after.file, paths)]
    assert again.found == after.found


def test_what_was_found_in_another_language_is_not_taken() -> None:
    english, german, again = (
        Site(harbour.timeline(), replace(harbour.SITE, language=language), shipped())
        for language in ("en", "de", "de")
    )
    english.file(routes.SEARCH_INDEX)
    again.find_again(english.found)
    paths = [path for path in german.paths if path.startswith("search/")]
    assert [*map(again.file, paths)] == [*map(german.file, paths)]


def test_only_what_changed_is_searched_for_words() -> None:
    before, again = (
        Site(harbour.timeline(*events), harbour.SITE, shipped())
        for events in (harbour.EVENTS, (harbour.PROMISE, *OTHERS))
    )
    before.file(routes.SEARCH_INDEX)
    found = before.found
    loud = tuple(replace(event, shown=event.shown.upper()) for event in found.events)
    again.find_again(replace(found, events=loud))
    again.file(routes.SEARCH_INDEX)
    assert again.found.events == loud


def test_the_process_does_not_show_in_the_files() -> None:
    """Words are kept in sets, whose order is another one in each process."""
    program = (
        "import sys, hashlib, test_search as t\n"
        "files = t.search(t.harbour.timeline())\n"
        "text = repr(sorted(files.items())).encode()\n"
        "print(hashlib.sha256(text).hexdigest())"
    )
    here = Path(__file__).parent
    paths = [str(here), str(here.parent), str(here.parent.parent)]
    told = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(paths)},
            capture_output=True,
            check=True,
            text=True,
        ).stdout.strip()
        for seed in ("1", "2")
    }
    text = repr(sorted(search(harbour.timeline()).items())).encode()
    assert told == {hashlib.sha256(text).hexdigest()}
