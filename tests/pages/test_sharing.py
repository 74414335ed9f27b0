"""What other sites show of this one: cards, tags, oEmbed and pages in frames."""

from __future__ import annotations

import html
import io
import json
import re
import zlib
from dataclasses import replace

import harbour_timeline as harbour
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from generator.model.events import Event, Status
from generator.pages import Site
from generator.pages.sharing.card import png, social_card
from generator.pages.sharing.frames import shortened
from generator.pages.sharing.letters import Face, drawable
from generator.pages.sharing.letters import _known as letters
from generator.pages.sharing.lines import ELLIPSIS, balanced, cut
from generator.pages.sharing.locale import locale
from generator.settings import SiteConfig

PUBLIC = replace(harbour.SITE, base_url="https://example.org/bridge/")
JAPANESE = """
msgid ""
msgstr "Plural-Forms: nplurals=1; plural=0;\\n"

msgid "%(month)s %(year)s"
msgstr "%(year)s年 %(month)s"

msgid "%(day)s %(year)s"
msgstr "%(year)s年 %(day)s"
"""
CARD = "media/cards/2019-03-04-opening.png"


@pytest.fixture(scope="module")
def public() -> dict[str, bytes]:
    """The harbour's site at a public address."""
    return harbour.site(harbour.timeline(), PUBLIC)


def tags(page: bytes) -> dict[str, str]:
    """What a page tells other sites, by the name of the tag."""
    found = re.findall(
        r'<meta (?:property|name)="((?:og|twitter|article):[^"]*)" content="([^"]*)">',
        page.decode(),
    )
    assert len(dict(found)) == len(found)
    return {name: html.unescape(content) for name, content in found}


class TestCard:
    @pytest.mark.parametrize(
        ("text", "drawn"),
        [
            ("The bridge opens", "The bridge opens"),
            ("Η γέφυρα ανοίγει", "Η γέφυρα ανοίγει"),
            ("Міст відкрито", "Міст відкрито"),
            ("Cầu mở cửa", "Cầu mở cửa"),
            ("“Open”, – said… №\u00a05 €", "“Open”, – said… № 5 €"),
            ("  two\nlines\u2028 ", "two lines"),
            ("🎉 Open 👷🏽\u200d♀️!", "Open !"),
            ("\u202eopens\u202c", "opens"),
            ("נפתח הגשר", ""),
            ("الجسر يفتح", ""),
            ("橋が開通", ""),
            ("पुल खुला", ""),
            ("Bridge 橋", ""),
            ("2 → 3", ""),
            ("🎉", ""),
        ],
    )
    def test_shows_what_its_faces_have_letters_for_and_no_boxes(
        self, text: str, drawn: str
    ) -> None:
        assert drawable(text) == drawn

    @pytest.mark.parametrize("name", ["NotoSans-Regular", "NotoSerif-Bold"])
    def test_has_every_letter_that_it_vouches_for(self, name: str) -> None:
        face = Face(name, 24)
        missing = face.glyph("\uffff").drawing
        boxes = {
            sign for sign in map(chr, letters()) if face.glyph(sign).drawing == missing
        }
        assert boxes == set()

    def test_is_a_picture_of_four_shades_in_the_size_that_is_asked_for(self) -> None:
        image = Image.open(io.BytesIO(png(social_card("Bridge", "2019", "Harbour"))))
        image.load()
        assert (image.format, image.size, image.mode) == ("PNG", (1200, 630), "P")
        assert set(image.tobytes()) == {0, 1, 2, 3}

    @given(st.text(max_size=300), st.text(max_size=80), st.text(max_size=80))
    @settings(max_examples=60, deadline=None)
    def test_keeps_its_margins_whatever_it_says(
        self, title: str, when: str, site: str
    ) -> None:
        data = png(social_card(title, when, site))
        image = (
            Image.open(io.BytesIO(data)).convert("L").point(lambda v: 255 * (v < 250))
        )
        words = image.crop((110, 0, 1200, 630)).getbbox()
        assert words is None or (words[2] < 1060 and words[1] > 40 and words[3] < 600)

    @pytest.mark.parametrize(
        ("title", "site"),
        [("word " * 200, "Harbour"), ("a" * 500, "A very long name of a site " * 9)],
        ids=["words", "one-word"],
    )
    def test_cuts_what_is_too_long_for_it(self, title: str, site: str) -> None:
        data = png(social_card(title, "2019", site))
        image = (
            Image.open(io.BytesIO(data)).convert("L").point(lambda v: 255 * (v < 250))
        )
        below = image.crop((110, 515, 1200, 535)).getbbox()
        assert below is None  # between the title and the name of the site

    @given(st.text(max_size=300), st.text(max_size=80))
    @settings(max_examples=60, deadline=None)
    def test_is_packed_in_pieces_as_if_it_were_one(self, title: str, when: str) -> None:
        data = png(social_card(title, when, "Harbour"))
        start = data.index(b"IDAT") + 4
        length = int.from_bytes(data[start - 8 : start - 4], "big")
        rows = zlib.decompress(
            data[start : start + length]
        )  # which holds it to its sum
        assert len(rows) == 630 * (1 + 1200 // 4)

    def test_without_letters_for_the_title_is_of_the_date(self) -> None:
        without = png(social_card("الجسر يفتح", "4 March 2019", "Harbour"))
        assert without == png(social_card("4 March 2019", "", "Harbour"))


class TestLines:
    @pytest.mark.parametrize(
        ("text", "room", "lines"),
        [
            ("", 10, []),
            ("one", 10, ["one"]),
            ("aaaa bbbb cccc dddd", 14, ["aaaa bbbb", "cccc dddd"]),
            ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ],
        ids=["nothing", "a-word", "even", "a-word-too-wide"],
    )
    def test_are_as_wide_as_each_other(
        self, text: str, room: int, lines: list[str]
    ) -> None:
        assert balanced(text, room, len) == lines

    @given(st.text("ab ", max_size=80), st.integers(3, 30))
    def test_hold_every_letter_within_the_room(self, text: str, room: int) -> None:
        lines = balanced(text, room, len)
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
        assert all(len(line) <= room for line in lines)

    @given(st.text("ab ,", min_size=60, max_size=90), st.integers(3, 12))
    def test_that_are_cut_say_so(self, text: str, room: int) -> None:
        lines = balanced(text, room, len)
        kept = cut(lines, 2, room, len)
        assert all(len(line) <= room for line in kept)
        assert (kept == lines) == (len(lines) <= 2)
        assert len(lines) <= 2 or kept[-1].endswith(ELLIPSIS)


class TestTags:
    def test_of_an_event_tell_what_it_is_and_show_its_card(
        self, public: dict[str, bytes]
    ) -> None:
        assert tags(public["events/2019-03-04-opening/index.html"]) == {
            "og:title": "The bridge opens",
            "og:site_name": "The harbour bridge",
            "og:type": "article",
            "og:description": "Accounts differ. The bridge opens, see the promise.",
            "og:locale": "en_US",
            "article:modified_time": "2019-04-20",
            "og:url": "https://example.org/bridge/events/2019-03-04-opening/",
            "twitter:card": "summary_large_image",
            "og:image": f"https://example.org/bridge/{CARD}",
            "og:image:width": "1200",
            "og:image:height": "630",
            "og:image:alt": "The bridge opens · 4 March 2019 · Accounts differ · "
            "The harbour bridge",
        }

    def test_of_what_did_not_happen_say_so_first(
        self, public: dict[str, bytes]
    ) -> None:
        told = tags(public["events/2026-widening/index.html"])
        assert told["og:description"].startswith("Planned. Not yet reviewed. The")
        assert "2026 or 2027 · Planned · Not yet reviewed" in told["og:image:alt"]

    def test_stand_on_every_page_with_addresses_that_are_whole(
        self, public: dict[str, bytes]
    ) -> None:
        for path, data in public.items():
            if b'<link rel="stylesheet" href="' in data and b"masthead" in data:
                told = tags(data)
                assert told["og:title"]
                assert told["og:description"]
                assert told["twitter:card"] == "summary_large_image"
                assert told["og:image:alt"]
                image = told["og:image"].removeprefix(PUBLIC.base_url)
                assert image in public
                if path != "404.html":
                    page = path.removesuffix("index.html")
                    assert told["og:url"] == PUBLIC.base_url + page

    def test_without_a_public_address_have_none(self, files: dict[str, bytes]) -> None:
        for path, data in files.items():
            if path.endswith(".html"):
                assert not {"og:url", "og:image", "twitter:card"} & set(tags(data))
                assert b"oembed" not in data
                assert b"<iframe" not in html.unescape(data.decode()).encode()
        assert not any(p.startswith("media/") or "oembed" in p for p in files)

    @pytest.mark.parametrize(
        ("language", "known"),
        [
            ("en", "en_US"),
            ("en-GB", "en_GB"),
            ("de", "de_DE"),
            ("zh-Hant-TW", "zh_TW"),
            ("sr-Latn", "sr_RS"),
            ("qaa", ""),
        ],
    )
    def test_name_a_language_with_a_country(self, language: str, known: str) -> None:
        assert locale(language) == known


class TestCards:
    def test_are_drawn_for_every_event_and_for_the_site(
        self, public: dict[str, bytes]
    ) -> None:
        found = {path for path in public if path.startswith("media/")}
        assert found == {
            "media/card.png",
            *(f"media/cards/{event.id}.png" for event in harbour.EVENTS),
            "media/cards/bridge-opens.png",  # its former id
        }
        assert all(public[path].startswith(b"\x89PNG") for path in found)

    @pytest.mark.parametrize(
        ("event", "config", "drawn"),
        [
            (replace(harbour.OPENING, body="Otherwise."), PUBLIC, False),
            (replace(harbour.OPENING, tags=()), PUBLIC, False),
            (harbour.OPENING, replace(PUBLIC, description="Otherwise."), False),
            (replace(harbour.OPENING, title="Otherwise"), PUBLIC, True),
            (replace(harbour.OPENING, date=harbour.edtf("2019")), PUBLIC, True),
            (replace(harbour.OPENING, status=Status.DISPUTED), PUBLIC, True),
            (harbour.OPENING, replace(PUBLIC, title="Otherwise"), True),
        ],
        ids=["body", "tags", "sites-text", "title", "date", "status", "sites-title"],
    )
    def test_are_drawn_again_only_when_their_words_are_others(
        self, event: Event, config: SiteConfig, drawn: bool
    ) -> None:
        def shows(event: Event, config: SiteConfig) -> str:
            timeline = harbour.timeline(event, *harbour.EVENTS[2:])
            return Site(timeline, config, harbour.shipped()).shows(CARD)

        assert (shows(event, config) != shows(harbour.OPENING, PUBLIC)) == drawn

    def test_without_letters_for_the_sites_name_show_its_host(self) -> None:
        named, nameless = (
            replace(PUBLIC, title="example.org"),
            replace(PUBLIC, title="橋"),
        )
        here = harbour.site(harbour.timeline(), nameless)
        there = harbour.site(harbour.timeline(), named)
        assert here[CARD] == there[CARD]
        assert here["media/card.png"] == there["media/card.png"]

    def test_tell_who_sees_no_picture_the_words_in_any_script(self) -> None:
        event = replace(harbour.OPENING, title="הגשר נפתח 🎉", claims=())
        files = harbour.site(harbour.timeline(event), replace(PUBLIC, title="נמל"))
        told = tags(files[f"events/{event.id}/index.html"])
        assert told["og:image:alt"] == "הגשר נפתח 🎉 · 4 March 2019 · נמל"
        told = tags(files["index.html"])
        assert told["og:image:alt"] == f"נמל · {PUBLIC.description}"

    def test_without_letters_for_title_and_date_is_that_of_the_site(self) -> None:
        japanese = replace(PUBLIC, language="ja", title="橋")
        event = replace(harbour.OPENING, title="橋が開通")
        timeline = harbour.timeline(event, *harbour.EVENTS[2:])
        shipped = harbour.shipped()
        templates = {**shipped.templates, "words/ja.po": JAPANESE}
        site = Site(timeline, japanese, replace(shipped, templates=templates))
        assert CARD not in site
        assert CARD not in site.paths
        assert "media/cards/2026-widening.png" in site
        told = tags(site.file(f"events/{event.id}/index.html"))
        assert told["og:image"] == f"{PUBLIC.base_url}media/card.png"
        assert told["og:image:alt"].startswith("橋が開通 · 2019年")

    def test_are_of_events_and_no_others(self) -> None:
        site = Site(harbour.timeline(), PUBLIC, harbour.shipped())
        assert CARD in site
        assert "media/cards/nothing.png" not in site
        assert "media/cards/.png" not in site


class TestOEmbed:
    def test_is_found_from_the_page_and_holds_a_frame(
        self, public: dict[str, bytes]
    ) -> None:
        page = public["events/2019-03-04-opening/index.html"].decode()
        (address,) = re.findall(
            '<link rel="alternate" type="application/json[+]oembed" href="([^"]+)">',
            page,
        )
        told = json.loads(public[address.removeprefix(PUBLIC.base_url)])
        at = "https://example.org/bridge/embed/events/2019-03-04-opening/"
        frame = (
            f'<iframe src="{at}" title="The bridge opens" width="600" height="320" '
            'loading="lazy" sandbox="allow-top-navigation-by-user-activation" '
            'style="max-width:100%;border:0"></iframe>'
        )
        assert told == {
            "version": "1.0",
            "type": "rich",
            "title": "The bridge opens",
            "provider_name": "The harbour bridge",
            "provider_url": "https://example.org/bridge/",
            "html": frame,
            "width": 600,
            "height": 320,
            "thumbnail_url": f"https://example.org/bridge/{CARD}",
            "thumbnail_width": 1200,
            "thumbnail_height": 630,
        }
        assert f'<code id="embed-code">{html.escape(frame)}</code>' in page.replace(
            "&#34;", "&quot;"
        )

    def test_tells_of_the_timeline_too(self, public: dict[str, bytes]) -> None:
        told = json.loads(public["oembed.json"])
        assert 'src="https://example.org/bridge/embed/"' in told["html"]
        assert b'href="https://example.org/bridge/oembed.json"' in public["index.html"]

    def test_lets_no_title_out_of_its_attribute(self) -> None:
        title = '"><script>alert(1)</script>'
        timeline = harbour.timeline(replace(harbour.PROMISE, title=title))
        files = harbour.site(timeline, PUBLIC)
        told = json.loads(files["events/2017-06-promise/oembed.json"])
        assert told["title"] == title
        assert "<script" not in told["html"]


class TestFrame:
    def test_pages_are_small_and_ask_for_a_style_and_nothing_else(
        self, public: dict[str, bytes]
    ) -> None:
        long = replace(harbour.PROMISE, body="A word. " * 2000, title="Title " * 30)
        files = harbour.site(harbour.timeline(long), PUBLIC)
        pages = [p for p in files if p.startswith("embed/events/")]
        assert pages
        for path in pages:
            text = files[path].decode()
            assert len(files[path]) < 4000
            assert "<script" not in text
            assert re.findall(r'(?:src|srcset)="', text) == []
            assert re.findall('<link rel="([^"]*)"', text) == [
                "stylesheet",
                "alternate",  # the data, which a browser does not ask for
            ]
            assert '<meta name="robots" content="noindex">' in text

    @pytest.mark.parametrize(
        ("text", "kept"),
        [
            ("The bridge opens.", "The bridge opens."),
            ("A word, " * 100, "A word, " * 49 + "A word …"),
            ("a" * 500, "a" * 400 + " …"),
        ],
        ids=["short", "words", "one-word"],
    )
    def test_has_room_for_so_much_and_says_where_it_was_cut(
        self, text: str, kept: str
    ) -> None:
        assert shortened(text) == kept

    def test_pages_say_what_must_be_known_of_an_event(
        self, public: dict[str, bytes]
    ) -> None:
        text = public["embed/events/2026-widening/index.html"].decode()
        for words in ("2026 or 2027", "Planned", "Not yet reviewed", "1 passage from"):
            assert words in text

    def test_the_timeline_shows_all_of_few_events(
        self, public: dict[str, bytes]
    ) -> None:
        listed = re.findall(
            '<h2><a href="../events/([^/]+)/', public["embed/index.html"].decode()
        )
        shown = [e.id for e in harbour.timeline().all_events]
        assert listed == shown

    def test_the_timeline_shows_the_foremost_of_many_events(self) -> None:
        many = [replace(harbour.PROMISE, id=f"promise-{n}") for n in range(200)]
        page = harbour.site(harbour.timeline(*many), PUBLIC)[
            "embed/index.html"
        ].decode()
        assert 0 < page.count("<li>") < 20
        assert ">200 events</a>" in page

    def test_of_a_former_id_leads_to_the_present_one(
        self, public: dict[str, bytes]
    ) -> None:
        text = public["embed/events/bridge-opens/index.html"].decode()
        assert "url=../../../embed/events/2019-03-04-opening/index.html" in text
