"""The whole site of a small timeline: what is on it, and what is never on it."""

from __future__ import annotations

import gc
import json
import os
import posixpath
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from urllib.parse import urldefrag

import harbour_timeline as harbour
import html5lib
import pytest
from harbour_timeline import shipped, site
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.events import Status
from generator.model.timeline import Content, Timeline
from generator.model.timex import Basis
from generator.pages import Resources, Site, TemplateFailedError, render
from generator.settings import SiteConfig

GOLDEN = Path(__file__).parent / "golden"
PUBLIC = SiteConfig(title="Bridge", base_url="https://example.org/bridge/")
EMPTY_STATES = {
    "nothing": harbour.empty(),
    "one-event": harbour.timeline(harbour.PROMISE),
    "all-undated": harbour.timeline(harbour.FERRY),
    "no-source-cards": harbour.timeline(sources=(), entities=(), pages=()),
    "a-hundred": harbour.many(100),
}


def parsed(data: bytes) -> ElementTree.Element:
    """A page as a tree; a fault in its HTML fails the test."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree: ElementTree.Element = parser.parse(data.decode("utf-8"))
    return tree


def words(element: ElementTree.Element) -> str:
    return " ".join("".join(element.itertext()).split())


def pages(files: Mapping[str, bytes]) -> dict[str, ElementTree.Element]:
    """Every page of the site; that for missing addresses stands outside of it."""
    return {
        path: parsed(data)
        for path, data in files.items()
        if path.endswith(".html") and path != "404.html"
    }


def page(files: Mapping[str, bytes], path: str) -> str:
    """All words of a page, as a reader without styles would have them."""
    body = parsed(files[path]).find("body")
    assert body is not None
    return words(body)


def test_the_files_of_the_site(files: dict[str, bytes]) -> None:
    others = ("assets/", "search/", "data/", "embed/")
    beside = (".json", ".jsonld", "/feed.xml")
    own = [p for p in files if not p.startswith(others) and not p.endswith(beside)]
    assert own == [
        ".nojekyll",
        "404.html",
        "about/index.html",
        "corrections/index.html",
        "entities/bridge/index.html",
        "entities/council/index.html",
        "entities/harbour-bridge/index.html",
        "entities/index.html",
        "entities/mayor/index.html",
        "entities/nobody/index.html",
        "events/2017-06-promise/index.html",
        "events/2019-03-04-opening/index.html",
        "events/2019-crack/index.html",
        "events/2026-widening/index.html",
        "events/bridge-opens/index.html",
        "events/undated-ferry/index.html",
        "feed.xml",
        "index.html",
        "keyboard/index.html",
        "map/index.html",
        "methodology/index.html",
        "pages/thanks/index.html",
        "print/index.html",
        "sources/gazette/index.html",
        "sources/index.html",
        "sources/old-post/index.html",
        "sources/post/index.html",
        "sources/unused/index.html",
        "tags/index.html",
        "tags/opening/index.html",
        "tags/traffic-2/index.html",
        "tags/traffic/index.html",
        "undated/index.html",
        "years/2017/06/index.html",
        "years/2017/index.html",
        "years/2019/03/index.html",
        "years/2019/index.html",
        "years/2026-2027/index.html",
        "years/index.html",
    ]


@pytest.mark.parametrize(
    "name",
    [
        "index.html",
        "events/2019-03-04-opening/index.html",
        "sources/gazette/index.html",
        "feed.xml",
    ],
)
def test_a_page_is_what_it_was(files: dict[str, bytes], name: str) -> None:
    """`UPDATE_GOLDEN=1 pytest tests/pages` writes the pages anew; read the diff."""
    golden = GOLDEN / name.removesuffix("/index.html").replace("/", "-")
    if os.environ.get("UPDATE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_bytes(files[name])
    assert files[name].decode() == golden.read_bytes().decode()


@pytest.mark.parametrize("timeline", EMPTY_STATES.values(), ids=EMPTY_STATES)
def test_every_page_is_valid_html_and_every_link_leads_somewhere(
    timeline: Timeline,
) -> None:
    files = site(timeline)
    assert harbour.link_problems(files) == []
    assert pages(files)


def test_a_page_leaves_nothing_behind_that_only_a_collection_would_clear_up() -> None:
    """A build collects no garbage."""
    made = Site(harbour.timeline(), harbour.SITE, harbour.shipped())
    kinds = (".html", ".xml")
    pages = [path for path in made.paths if path.endswith(kinds)]
    pages.remove("pages/thanks/index.html")  # of which the library for Markdown does

    def leave() -> int:
        for path in pages:
            made.file(path)
        return gc.collect()

    gc.disable()
    try:
        leave()  # templates are made ready
        assert leave() == 0
    finally:
        gc.enable()


def test_the_same_timeline_gives_the_same_bytes(files: dict[str, bytes]) -> None:
    assert site(harbour.timeline()) == files


class TestEveryPage:
    def test_is_valid_html_whose_links_all_lead_somewhere(
        self, files: dict[str, bytes]
    ) -> None:
        assert harbour.link_problems(files) == []
        assert len(pages(files)) > 30

    def test_has_one_first_heading_and_skips_no_level(
        self, files: dict[str, bytes]
    ) -> None:
        for path, tree in pages(files).items():
            levels = [
                int(element.tag[1])
                for element in tree.iter()
                if re.fullmatch("h[1-6]", str(element.tag))
            ]
            assert levels[0] == 1, path
            assert levels.count(1) == 1, path
            steps = pairwise(levels)
            assert all(after <= before + 1 for before, after in steps), path

    def test_asks_no_other_host_and_runs_only_scripts_of_its_own(
        self, files: dict[str, bytes]
    ) -> None:
        for path, tree in pages(files).items():
            for element in tree.iter():
                assert element.tag not in ("iframe", "img"), path
                is_data = element.get("type") == "application/ld+json"
                if element.tag == "script" and is_data:
                    assert json.loads(element.text or "")["@graph"], path
                elif element.tag == "script":
                    assert "//" not in element.attrib["src"], path
                    assert not element.text, path
                assert not any(name.startswith("on") for name in element.attrib)
                assert "style" not in element.attrib, path
                if element.tag == "link" and element.get("rel") != "canonical":
                    assert "//" not in element.attrib["href"], path

    def test_says_first_what_it_may_load(self, files: dict[str, bytes]) -> None:
        for path, tree in pages(files).items():
            first = tree.find("head/meta")
            assert first is not None
            assert first.get("http-equiv") == "Content-Security-Policy", path
            assert first.attrib["content"].startswith("default-src 'none';"), path

    def test_has_a_way_back_to_the_timeline(self, files: dict[str, bytes]) -> None:
        redirects = {"events/bridge-opens", "entities/bridge", "sources/old-post"}
        for path, tree in pages(files).items():
            if posixpath.dirname(path).removeprefix("embed/") in redirects:
                continue
            addresses = [link.get("href", "") for link in tree.iter("a")]
            home = "../" * path.count("/") + "index.html"
            assert home in addresses, path

    def test_can_be_skipped_to_its_content(self, files: dict[str, bytes]) -> None:
        for path, tree in pages(files).items():
            first = next(tree.iter("a"))
            # What stands in a frame has nothing before its content.
            if "moved" not in words(tree) and not path.startswith("embed/"):
                assert (first.get("href"), words(first)) == (
                    "#content",
                    "Skip to the content",
                ), path


class TestDates:
    def test_are_never_finer_than_they_are_known(self, files: dict[str, bytes]) -> None:
        for path, data in files.items():
            assert b"2017-06-01" not in data, path
            assert b"June 2017</time>" in data or b"1 June 2017" not in data, path

    def test_give_machines_only_what_html_can_say(
        self, files: dict[str, bytes]
    ) -> None:
        for path, tree in pages(files).items():
            for time in tree.iter("time"):
                assert re.fullmatch(
                    r"\d{4}(-\d\d(-\d\d)?)?", time.attrib["datetime"]
                ), path
                assert time.get("data-edtf") == time.attrib["datetime"], path

    def test_tell_how_they_are_known(self, files: dict[str, bytes]) -> None:
        text = page(files, "events/2019-03-04-opening/index.html")
        assert "“on 4 March 2019” stated by the source in Bridge opens" in text
        assert (
            "“last month” counted from another date: the publication date 2 April "
            "2019, which gives March 2019" in text
        )

    def test_that_one_source_leaves_open_say_so_beside_one_that_settles_them(
        self,
    ) -> None:
        (cited,) = harbour.FERRY.citations
        open_here = replace(cited, says=replace(cited.says, basis=Basis.RELATIVE))
        ferry = replace(
            harbour.FERRY, date=harbour.edtf("2019"), citations=(open_here,)
        )
        text = page(site(harbour.timeline(ferry)), f"events/{ferry.id}/index.html")
        assert (
            "“A week earlier” not settled by this source, which needs the day it is "
            "counted from" in text
        )

    def test_that_are_missing_say_what_would_give_them(
        self, files: dict[str, bytes]
    ) -> None:
        for path in ("undated", "events/undated-ferry"):
            text = page(files, f"{path}/index.html")
            assert "“A week earlier” needs the day it is counted from." in text


class TestEvidence:
    def test_every_citation_opens_at_its_words(self, files: dict[str, bytes]) -> None:
        trees = pages(files)
        followed = 0
        for path, tree in trees.items():
            if not path.startswith("events/"):
                continue
            for quote in tree.iter("figure"):
                mark = quote.find(".//mark")
                assert mark is not None
                link = quote.find(".//a[@class='quote-link']")
                assert link is not None
                target, fragment = urldefrag(link.attrib["href"])
                place = posixpath.normpath(
                    posixpath.join(posixpath.dirname(path), target)
                )
                (passage,) = trees[place].findall(f".//*[@id='{fragment}']")
                assert words(passage.find(".//mark")) == words(mark)
                back = [a.attrib["href"] for a in passage.iter("a")]
                assert "../" * 2 + path in back
                followed += 1
        assert followed == 6

    def test_accounts_that_differ_stand_side_by_side(
        self, files: dict[str, bytes]
    ) -> None:
        tree = parsed(files["events/2019-03-04-opening/index.html"])
        accounts = [
            [words(part) for part in account.iter("p")]
            for account in tree.findall(".//li[@class='account']")
        ]
        assert [value for value, *_ in accounts] == ["some 300", "about 500"]
        assert accounts[1][1] == "“About 500 people saw the bridge open”"
        assert accounts[1][2].startswith("a steward, in ")

    def test_a_source_shows_what_it_does_not_state(
        self, files: dict[str, bytes]
    ) -> None:
        tree = parsed(files["sources/gazette/index.html"])
        card = {
            words(row[0]): words(row[1]) for row in tree.findall(".//dl[@class]/div")
        }
        assert card["Publisher"] == "not stated"
        assert card["Date of publication"] == (
            "not stated; not before April 2019 It calls March last month."
        )

    def test_only_a_source_that_allows_it_is_published_whole(
        self, files: dict[str, bytes]
    ) -> None:
        assert "It will not be tolled" in page(files, "sources/post/index.html")
        closed = replace(harbour.SOURCES[0], full_text=False)
        without = site(harbour.timeline(sources=(closed,)))
        assert not [path for path, data in without.items() if b"tolled" in data]

    def test_a_source_that_nothing_cites_says_so(self, files: dict[str, bytes]) -> None:
        text = page(files, "sources/unused/index.html")
        assert "No published event cites this source." in text


class TestWhatIsNotPlainlySo:
    @pytest.mark.parametrize(
        ("event", "label"),
        [
            ("2026-widening", "Planned"),
            ("2026-widening", "Not yet reviewed"),
            ("2019-crack", "Denied"),
            ("2019-crack", "Disputed"),
            ("2019-03-04-opening", "Accounts differ"),
        ],
    )
    def test_is_labelled_in_words_wherever_it_stands(
        self, files: dict[str, bytes], event: str, label: str
    ) -> None:
        labels = parsed(files[f"events/{event}/index.html"]).findall(
            ".//li[@class='label']"
        )
        assert label in [words(found) for found in labels]
        entries = parsed(files["index.html"]).findall(".//li[@class='entry']")
        (entry,) = [
            found
            for found in entries
            if any(event in a.attrib["href"] for a in found.iter("a"))
        ]
        assert label in words(entry)

    def test_is_not_offered_to_search_engines_before_review(
        self, files: dict[str, bytes]
    ) -> None:
        assert b'content="noindex"' in files["events/2026-widening/index.html"]
        assert b'content="noindex"' not in files["events/2019-crack/index.html"]


class TestPeopleAndPlaces:
    def test_show_their_names_and_company(self, files: dict[str, bytes]) -> None:
        text = page(files, "entities/harbour-bridge/index.html")
        assert "Also Hafenbrücke" in text
        assert "First appearance June 2017" in text
        assert "Last appearance 2026 or 2027" in text
        assert "Seen together with council 2 the mayor 1" in text
        assert "Coordinates 1.5, -2.25" in text

    def test_without_a_file_are_shown_by_their_id(
        self, files: dict[str, bytes]
    ) -> None:
        assert "Organisation council" in page(files, "entities/council/index.html")

    def test_without_events_say_so(self, files: dict[str, bytes]) -> None:
        text = page(files, "entities/nobody/index.html")
        assert "No published event names Nobody." in text


class TestAddresses:
    def test_former_ids_lead_to_the_present_page(self, files: dict[str, bytes]) -> None:
        tree = parsed(files["events/bridge-opens/index.html"])
        (refresh,) = tree.findall(".//meta[@http-equiv='refresh']")
        there = "../../events/2019-03-04-opening/index.html"
        assert refresh.attrib["content"] == f"0; url={there}"
        assert next(tree.iter("a")).attrib["href"] == there

    def test_links_between_content_files_become_links_between_pages(
        self, files: dict[str, bytes]
    ) -> None:
        event = files["events/2019-03-04-opening/index.html"]
        assert (
            b'href="../../events/2017-06-promise/index.html">the promise</a>' in event
        )
        thanks = files["pages/thanks/index.html"]
        assert b'href="../../sources/post/index.html">the Post</a>' in thanks

    def test_no_page_names_its_public_address_unless_it_is_set(
        self, files: dict[str, bytes]
    ) -> None:
        assert "sitemap.xml" not in files
        assert b"canonical" not in files["index.html"]
        assert b"og:url" not in files["index.html"]

    def test_the_public_address_is_in_head_feed_and_sitemap(self) -> None:
        files = site(harbour.timeline(), PUBLIC)
        assert harbour.link_problems(files) == []
        event = "https://example.org/bridge/events/2017-06-promise/"
        head = files["events/2017-06-promise/index.html"].decode()
        assert f'<link rel="canonical" href="{event}">' in head
        assert f"<loc>{event}</loc>" in files["sitemap.xml"].decode()
        assert f'href="{event}"' in files["feed.xml"].decode()

    def test_the_sitemap_lists_nothing_that_asks_to_be_left_out(self) -> None:
        listed = site(harbour.timeline(), PUBLIC)["sitemap.xml"].decode()
        assert "2026-widening" not in listed
        assert "bridge-opens" not in listed
        assert "404" not in listed

    def test_the_page_for_missing_addresses_works_at_any_depth(self) -> None:
        tree = parsed(site(harbour.timeline(), PUBLIC)["404.html"])
        addresses = [link.attrib["href"] for link in tree.iter("a")]
        assert "/bridge/index.html" in addresses
        assert all(a == "#content" or a.startswith("/bridge/") for a in addresses)


def test_without_an_address_the_page_for_missing_ones_needs_nothing_else(
    files: dict[str, bytes],
) -> None:
    tree = parsed(files["404.html"])
    assert [e for e in tree.iter() if e.get("href") or e.get("src")] == []
    assert tree.find("head/style") is not None
    assert "There is no page here" in page(files, "404.html")


class TestFeed:
    ATOM = "{http://www.w3.org/2005/Atom}"

    def test_is_xml_with_the_newest_first(self, files: dict[str, bytes]) -> None:
        feed = ElementTree.fromstring(files["feed.xml"])
        assert [
            (e.findtext(f"{self.ATOM}title"), e.findtext(f"{self.ATOM}updated"))
            for e in feed.findall(f"{self.ATOM}entry")
        ] == [
            ("4 March 2019: The bridge opens", "2019-04-20T00:00:00Z"),
            ("about 2019: A crack is found", "2019-04-01T00:00:00Z"),
            ("The ferry stops", "2019-04-01T00:00:00Z"),
            ("June 2017: The bridge was to open", "2019-03-05T00:00:00Z"),
            ("2026 or 2027: The bridge is to be widened", "2019-03-05T00:00:00Z"),
        ]

    def test_says_what_is_planned_or_not_reviewed(
        self, files: dict[str, bytes]
    ) -> None:
        feed = ElementTree.fromstring(files["feed.xml"])
        last = feed.findall(f"{self.ATOM}entry")[-1]
        assert last.findtext(f"{self.ATOM}summary") == (
            "Not yet reviewed. Planned. “The council plans to widen it in 2026 or 2027”"
        )

    def test_names_entries_by_tag_uri_where_the_host_is_known(self) -> None:
        feed = site(harbour.timeline(harbour.PROMISE), PUBLIC)["feed.xml"].decode()
        assert "<id>tag:example.org,2026:bridge/events/2017-06-promise</id>" in feed

    def test_without_events_is_still_a_feed(self) -> None:
        feed = ElementTree.fromstring(site(harbour.empty())["feed.xml"])
        assert feed.findtext(f"{self.ATOM}updated") == "1970-01-01T00:00:00Z"


class TestData:
    def test_holds_every_event_with_its_proof(self, files: dict[str, bytes]) -> None:
        data = json.loads(files["data/timeline.json"])
        assert [event["id"] for event in data["events"]] == [
            event.id for event in harbour.timeline().all_events
        ]
        texts = {document.id: document.text for document in harbour.DOCUMENTS}
        for event in data["events"]:
            for citation in event["citations"]:
                text = texts[citation["source"]]
                found = text[citation["start"] : citation["end"]]
                assert found == citation["exact"]

    def test_has_a_line_for_each_event_source_and_name(
        self, files: dict[str, bytes]
    ) -> None:
        data = json.loads(files["data/timeline.json"])
        lines = files["data/timeline.json"].decode().split("\n")
        ids = [json.loads(line.rstrip(","))["id"] for line in lines if '"id"' in line]
        things = [*data["events"], *data["sources"], *data["entities"]]
        assert ids == [thing["id"] for thing in things]

    def test_without_events_holds_empty_lists(self) -> None:
        data = json.loads(site(harbour.empty())["data/timeline.json"])
        assert data["events"] == data["sources"] == data["entities"] == []

    def test_marks_what_is_no_text(self) -> None:
        """As the name of a file in another encoding, the way Python tells it."""
        (event,) = harbour.dated("2019")
        content = Content((replace(event, title="caf\udce9, é"),))
        files = site(Timeline.of(content, []))
        data = json.loads(files["data/timeline.json"])
        assert data["events"][0]["title"] == "caf?, é"

    def test_agrees_with_the_figures_of_the_methodology_page(
        self, files: dict[str, bytes]
    ) -> None:
        data = json.loads(files["data/timeline.json"])
        tree = parsed(files["methodology/index.html"])
        shown = {words(r[0]): words(r[1]) for r in tree.findall(".//tbody/tr")}
        events = data["events"]
        reviewed = [e for e in events if e["status"] == Status.REVIEWED]
        assert shown["Reviewed"] == str(len(reviewed))
        assert shown["Events without a date"] == str(
            sum(e["date"] is None for e in events)
        )
        assert shown["to the month"] == str(
            sum(e["precision"] == "month" for e in events)
        )
        assert shown["Accounts recorded where sources differ"] == str(
            sum(len(e["claims"]) for e in events)
        )


class TestALongTimeline:
    def test_shows_years_and_key_events_at_the_start(self) -> None:
        files = site(harbour.many(100))
        tree = parsed(files["index.html"])
        assert len(tree.findall(".//li[@class='entry']")) == 12
        assert "1994 20 events" in words(tree)

    def test_lists_every_event_on_the_page_of_its_year(self) -> None:
        files = site(harbour.many(100))
        years = [f"years/{year}/index.html" for year in range(1990, 1995)]
        listed = [
            link.attrib["href"]
            for path in years
            for link in parsed(files[path]).findall(".//li[@class='entry']//h3/a")
        ]
        assert len(set(listed)) == 100

    def test_lists_a_full_year_by_month_and_leaves_none_out(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("generator.pages.contexts.WHOLE_YEAR", 10)
        monkeypatch.setattr("generator.pages.catalogue.FOREMOST", 1)
        files = site(harbour.many(20))
        year = parsed(files["years/1990/index.html"])
        assert len(year.findall(".//li[@class='entry']")) == 12
        assert "All 2 events of January 1990" in words(year)
        months = [f"years/1990/{number:02}/index.html" for number in range(1, 13)]
        listed = [
            link.attrib["href"]
            for path in months
            for link in parsed(files[path]).findall(".//li[@class='entry']//h2/a")
        ]
        assert len(set(listed)) == 20

    def test_a_shorter_one_is_all_on_its_start_page(self) -> None:
        tree = parsed(site(harbour.many(99))["index.html"])
        assert len(tree.findall(".//li[@class='entry']")) == 99


def test_what_is_not_published_is_in_no_file() -> None:
    closed = replace(harbour.SOURCES[0], full_text=False)
    shown = site(harbour.timeline(sources=(closed, *harbour.SOURCES[1:])))
    hidden = site(harbour.reviewed())
    for words_of_drafts in (b"2026-widening", b"is to be widened", b"The ferry stops"):
        assert any(words_of_drafts in data for data in shown.values())
        assert not [p for p, data in hidden.items() if words_of_drafts in data]
    assert not [path for path in hidden if "widening" in path or "ferry" in path]


def test_an_empty_project_is_told_what_to_do() -> None:
    text = page(site(harbour.empty()), "index.html")
    assert "Put articles as text files into the folder seeds." in text
    assert "Run dateline extract" in text


HOSTILE = [
    "</title><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "{{ 7 * 7 }}{% raw %}",
    "javascript:alert(1)",
    "a\x00b\x0bc\x7fd\x9fe\ufffef\ufdd0",
    "]]><!--",
    "\u202edrawkcab\u2066",
]


def skeleton(files: Mapping[str, bytes]) -> dict[str, list[tuple[str, list[str]]]]:
    """The elements of each page, with the names of their attributes."""
    return {
        re.sub("tags/.*/", "tags/*/", path): [
            (str(element.tag), sorted(element.attrib)) for element in tree.iter()
        ]
        for path, tree in pages(files).items()
    }


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    config = replace(harbour.SITE, title=text, description=text, repository=text)
    plain = replace(harbour.SITE, title="x", description="x", repository="x")
    files = site(harbour.with_text(text), config)
    assert skeleton(files) == skeleton(site(harbour.with_text("x"), plain))
    assert harbour.link_problems(files) == []
    ElementTree.fromstring(files["feed.xml"])


PLAIN = skeleton(site(harbour.with_text("x")))


@settings(max_examples=12, deadline=None)
@given(st.text(min_size=1, max_size=60).map(lambda text: f"x{text}x"))
def test_no_text_in_any_field_becomes_markup(text: str) -> None:
    files = site(harbour.with_text(text))
    assert skeleton(files) == PLAIN
    assert harbour.link_problems(files) == []
    ElementTree.fromstring(files["feed.xml"])


class TestTemplatesOfOnesOwn:
    def failing(self, name: str, text: str) -> str:
        templates = {**shipped().templates, name: text}
        with pytest.raises(TemplateFailedError) as caught:
            render(
                harbour.timeline(), harbour.SITE, Resources(templates, shipped().static)
            )
        return str(caught.value)

    def test_replace_those_that_are_built_in(self) -> None:
        templates = {**shipped().templates, "tags.html": "{{ site.title }}\n"}
        files = render(harbour.timeline(), harbour.SITE, Resources(templates, {}))
        assert files["tags/index.html"] == b"The harbour bridge\n"

    def test_that_ask_for_what_there_is_not_are_named_with_their_line(self) -> None:
        assert self.failing("tags.html", "<p>\n{{ sites.title }}\n") == (
            "templates/tags.html:2: 'sites' is undefined. "
            "Correct the template, or delete it to use the one that is built in."
        )

    def test_that_are_no_templates_are_named_with_their_line(self) -> None:
        assert self.failing("tags.html", "<p>\n{% if %}\n") == (
            "templates/tags.html:2: Expected an expression, got 'end of statement "
            "block'. Correct the template, or delete it to use the one that is "
            "built in."
        )

    def test_that_extend_what_is_not_there_are_named(self) -> None:
        assert self.failing("tags.html", '{% extends "base.html" %}') == (
            "templates/base.html: there is no such template. "
            "Correct the template, or delete it to use the one that is built in."
        )
