"""What a page tells in JSON-LD, as a processor of linked data reads it."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urljoin

import harbour_timeline as harbour
import html5lib
import pytest
from harbour_timeline import site
from rdflib import RDF, SDO, Graph, URIRef
from rdflib.term import Node

from generator.model.timeline import Content, Timeline
from generator.settings import SiteConfig

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")

BASE = "https://example.org/bridge/"
PUBLIC = SiteConfig(title="Bridge", base_url=BASE)
SCHEMA = str(SDO)


@pytest.fixture(scope="module")
def public() -> dict[str, bytes]:
    return site(harbour.timeline(), PUBLIC)


def told(page: bytes) -> Any:
    """The JSON-LD of a page."""
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    (script,) = tree.findall(".//script[@type='application/ld+json']")
    return json.loads(script.text)


def graph(files: dict[str, bytes], path: str, base: str = BASE) -> Graph:
    """The same as statements; the context, which is on the web, is the vocabulary."""
    data = told(files[path])
    assert data["@context"] == "https://schema.org"
    data["@context"] = {"@vocab": SCHEMA}
    found = Graph()
    found.parse(data=json.dumps(data), format="json-ld", publicID=urljoin(base, path))
    return found


def of_kind(found: Graph, kind: URIRef) -> URIRef:
    (one,) = found.subjects(RDF.type, kind)
    assert isinstance(one, URIRef)
    return one


def value(found: Graph, thing: Node, name: URIRef) -> str | None:
    one = found.value(thing, name)
    return None if one is None else str(one)


def test_every_page_tells_what_it_is_in_the_words_of_schema_org(
    public: dict[str, bytes],
) -> None:
    seen = 0
    for path, data in public.items():
        if b"application/ld+json" not in data:
            continue
        found = graph(public, path)
        for _, name, kind in found:
            assert name == RDF.type or name in SDO, (path, name)
            assert name != RDF.type or kind in SDO, (path, kind)
        seen += 1
    assert seen > 25


def test_no_page_that_only_leads_on_tells_anything(public: dict[str, bytes]) -> None:
    for path in ("404.html", "events/bridge-opens/index.html"):
        assert b"ld+json" not in public[path]


class TestAnEvent:
    PATH = "events/2019-03-04-opening/index.html"

    def test_is_what_its_page_is_about(self, public: dict[str, bytes]) -> None:
        found = graph(public, self.PATH)
        event, page = of_kind(found, SDO.Event), of_kind(found, SDO.WebPage)
        assert str(page) == f"{BASE}events/2019-03-04-opening/"
        assert found.value(page, SDO.mainEntity) == event
        assert value(found, page, SDO.temporalCoverage) == "2019-03-04"
        assert value(found, page, SDO.dateModified) == "2019-04-20"
        assert value(found, event, SDO.startDate) == "2019-03-04"
        assert {
            value(found, place, SDO.sameAs)
            for place in found.objects(event, SDO.location)
        } == {"http://www.wikidata.org/entity/Q42"}

    def test_rests_on_what_it_cites(self, public: dict[str, bytes]) -> None:
        found = graph(public, self.PATH)
        page = of_kind(found, SDO.WebPage)
        cited = {
            value(found, work, SDO.name): value(found, work, SDO.datePublished)
            for work in found.objects(page, SDO.citation)
        }
        assert cited["Bridge opens"] == "2019-03-05"
        assert len(cited) == 2

    def test_names_who_wrote_what_it_cites(self, public: dict[str, bytes]) -> None:
        found = graph(public, self.PATH)
        (author,) = found.objects(None, SDO.author)
        assert value(found, author, SDO.name) == "A. Writer"

    @pytest.mark.parametrize(
        ("known", "start", "end"),
        [
            ("2019", "2019", None),
            ("2019-03", "2019-03", None),
            ("2019-03-04T14:30", "2019-03-04T14:30", None),
            ("2019-03/2019-05-06", "2019-03", "2019-05-06"),
            ("2019/..", "2019", None),
            ("../2019", None, "2019"),
            ("2019~", None, None),
            ("2019-03-04?", None, None),
            ("2019-03-XX", None, None),
            ("201X", None, None),
            ("2019-24", None, None),
            ("[2026,2027]", None, None),
            ("-0043", None, None),
            ("2019~/2020", None, "2020"),
        ],
    )
    def test_has_a_plain_date_or_none_and_always_all_that_is_known(
        self, known: str, start: str | None, end: str | None
    ) -> None:
        (event,) = harbour.dated(known)
        files = site(Timeline.of(Content((event,)), []), PUBLIC)
        found = graph(files, f"events/{event.id}/index.html")
        happening, page = of_kind(found, SDO.Event), of_kind(found, SDO.WebPage)
        assert value(found, happening, SDO.startDate) == start
        assert value(found, happening, SDO.endDate) == end
        assert value(found, page, SDO.temporalCoverage) == known

    def test_that_is_denied_is_a_claim(self, public: dict[str, bytes]) -> None:
        found = graph(public, "events/2019-crack/index.html")
        assert not list(found.subjects(RDF.type, SDO.Event))
        claim = of_kind(found, SDO.Claim)
        assert value(found, claim, SDO.temporalCoverage) == "2019~"

    def test_that_is_planned_says_so(self, public: dict[str, bytes]) -> None:
        found = graph(public, "events/2026-widening/index.html")
        event, page = of_kind(found, SDO.Event), of_kind(found, SDO.WebPage)
        assert value(found, event, SDO.eventStatus) == f"{SCHEMA}EventScheduled"
        assert value(found, page, SDO.creativeWorkStatus) == "proposed"


def test_a_name_is_one_thing_on_all_pages(public: dict[str, bytes]) -> None:
    own = of_kind(graph(public, "entities/mayor/index.html"), SDO.Person)
    event = graph(public, "events/2019-03-04-opening/index.html")
    assert (own, RDF.type, SDO.Person) in event


def test_a_place_tells_where_it_is(public: dict[str, bytes]) -> None:
    found = graph(public, "entities/harbour-bridge/index.html")
    place = of_kind(found, SDO.Place)
    assert value(found, place, SDO.alternateName) == "Hafenbrücke"
    where = found.value(place, SDO.geo)
    assert isinstance(where, URIRef) or where is not None
    assert float(found.value(where, SDO.latitude)) == 1.5  # type: ignore[arg-type]


def test_a_source_tells_its_card(public: dict[str, bytes]) -> None:
    found = graph(public, "sources/post/index.html")
    work = of_kind(found, SDO.Article)
    assert value(found, work, SDO.url) == "https://example.org/bridge"
    author = found.value(work, SDO.author)
    assert (author, RDF.type, SDO.Person) in found
    assert value(found, author, SDO.name) == "A. Writer"


def test_the_whole_is_a_dataset_with_all_its_forms(public: dict[str, bytes]) -> None:
    found = graph(public, "data/index.html")
    dataset = of_kind(found, SDO.Dataset)
    assert value(found, dataset, SDO.temporalCoverage) == "2017/2027"
    forms = {
        str(found.value(form, SDO.contentUrl)): str(
            found.value(form, SDO.encodingFormat)
        )
        for form in found.objects(dataset, SDO.distribution)
    }
    assert forms[f"{BASE}data/timeline.json"] == "application/json"
    assert forms[f"{BASE}data/calendar.ics"] == "text/calendar"
    assert all(form.removeprefix(BASE) in public for form in forms)
    home = graph(public, "index.html")
    assert home.value(of_kind(home, SDO.WebSite), SDO.hasPart) == dataset


@pytest.mark.parametrize(
    ("path", "when"),
    [
        ("years/2019", "2019"),
        ("years/2019/03", "2019-03"),
        ("years/2026-2027", "2026/2027"),
    ],
)
def test_a_year_or_month_says_which(
    public: dict[str, bytes], path: str, when: str
) -> None:
    found = graph(public, f"{path}/index.html")
    page = of_kind(found, SDO.CollectionPage)
    assert value(found, page, SDO.temporalCoverage) == when


def test_without_an_address_it_is_told_as_seen_from_the_page(
    files: dict[str, bytes],
) -> None:
    there = "https://elsewhere.example/"
    found = graph(files, "events/2019-03-04-opening/index.html", there)
    page = of_kind(found, SDO.WebPage)
    assert str(page) == f"{there}events/2019-03-04-opening/index.html"


@pytest.mark.parametrize(
    "text", ["</script>", "<!--", "<script>", "]]>", "&lt;", "\u2028", "\u202e🌉"]
)
def test_no_text_ends_it(text: str) -> None:
    files = site(harbour.with_text(f"a{text}b"), PUBLIC)
    data = told(files["events/event/index.html"])
    assert data["@graph"][1]["name"] == f"a{text}b"
