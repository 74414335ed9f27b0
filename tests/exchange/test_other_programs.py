"""Our exports in the programs that they are for: TimelineJS in a browser, and the
parser of Markwhen. Both are fetched by `make others` and by nothing else; without them
these tests are skipped, and say so."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from made_up_tables import TABLES
from markwhen_parser import OTHERS, needs_markwhen, parsed
from playwright.sync_api import Browser
from support.browsing import served

from generator.exchange import FORMATS, Entry, Table
from generator.exchange.entries import Picture, Reference
from generator.model.date_phrases import ENGLISH
from generator.model.edtf import parse_edtf
from generator.model.events import Factuality

TIMELINEJS = OTHERS / "node_modules/@knight-lab/timelinejs/dist"

needs_timelinejs = pytest.mark.skipif(
    not TIMELINEJS.exists(), reason="TimelineJS is not here; “make others” fetches it"
)
HARBOUR = Table(
    (
        Entry("The old mole <stands>", parse_edtf("-0043-03-15"), "mole"),
        Entry("The mole is mended", parse_edtf("190X~"), "mended", tags=("building",)),
        Entry(
            "Bridge opens & closes",
            parse_edtf("2019-03"),
            "bridge-opens",
            text="It *opened*.\n\n2019: it closed",
            picture=Picture("https://pics.example/bridge.jpg", "The bridge", "Archive"),
            references=(Reference("Post", "https://post.example/a", "opened at last"),),
        ),
        Entry("Ferries stop", parse_edtf("2019-04-02/2019-04-05"), "ferries-stop"),
        Entry("]]></script>=1+1", parse_edtf("2020/.."), "odd", text="<img src=x>"),
        Entry(
            "A tunnel", parse_edtf("2031-21"), "tunnel", factuality=Factuality.PLANNED
        ),
    ),
    "The harbour",
    "What happened there",
)

PAGE = """<!doctype html><meta charset="utf-8"><title>t</title>
<link rel="stylesheet" href="css/timeline.css">
<div id="timeline" style="height: 600px"></div>
<script src="js/timeline.js"></script>
<script>
fetch("timeline.json").then(found => found.json()).then(tree => {
  window.shown = new TL.Timeline("timeline", tree, {soundcite: false});
});
</script>
"""

SLIDES = """() => ({
  errors: window.shown.config.getErrors(),
  slides: window.shown.config.events.map(event => ({
    id: event.unique_id,
    headline: event.text.headline,
    words: event.display_date || event.start_date.getDisplayDate(
        window.shown.getLanguage ? window.shown.getLanguage() : window.shown.language),
  })),
  drawn: [...document.querySelectorAll(".tl-slide .tl-headline")].map(
    at => at.textContent.trim()),
})"""


@needs_timelinejs
def test_timelinejs_shows_every_slide_of_an_export(
    browser: Browser, tmp_path: Path
) -> None:
    shutil.copytree(TIMELINEJS, tmp_path / "site")
    exported = FORMATS["timelinejs"].write(HARBOUR, ENGLISH)
    (tmp_path / "site/timeline.json").write_bytes(exported.data)
    (tmp_path / "site/page.html").write_text(PAGE, "utf-8")
    with served(tmp_path / "site") as address:
        page = browser.new_page()
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.route(
            "**/*",
            lambda route: (
                route.continue_()
                if route.request.url.startswith(address)
                else route.abort()
            ),
        )
        page.goto(f"{address}page.html")
        page.wait_for_function("document.querySelectorAll('.tl-slide').length >= 7")
        shown = page.evaluate(SLIDES)
        page.close()
    assert shown["errors"] == []
    assert faults == []
    assert [slide["id"] for slide in shown["slides"]] == [
        *("mole", "mended", "bridge-opens", "ferries-stop", "odd", "tunnel")
    ]
    assert [slide["words"] for slide in shown["slides"]] == [
        "March 15, 44 <span>BCE</span>",
        "about the 1900s",
        "March 2019",
        "April 2, 2019",
        "since 2020",
        "spring 2031",
    ]
    assert shown["drawn"] == [
        "The harbour",
        "The old mole <stands>",
        "The mole is mended",
        "Bridge opens & closes",
        "Ferries stop",
        "]]></script>=1+1",
        "A tunnel (planned)",
    ]


@needs_markwhen
def test_markwhen_finds_every_event_of_an_export_for_as_long_as_it_is_known() -> None:
    found = parsed(FORMATS["markwhen"].write(HARBOUR, ENGLISH).data)
    assert [event["id"] for event in found] == [
        *("mended", "bridge_opens", "ferries_stop", "odd", "tunnel")
    ]
    days = [(str(e["from"])[:10], str(e["to"])[:10]) for e in found]
    assert days[1] == ("2019-03-01", "2019-04-01")
    assert days[2] == ("2019-04-02", "2019-04-06")


@needs_markwhen
@settings(
    max_examples=10,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
@given(table=TABLES)
def test_no_line_of_a_text_is_an_event_or_a_property_to_markwhen(table: Table) -> None:
    written = FORMATS["markwhen"].write(table, ENGLISH)
    found = parsed(written.data)
    back = FORMATS["markwhen"].read("a", written.data.decode(), ENGLISH).table
    assert len(found) == len(back.entries)
    for event, entry in zip(found, back.entries, strict=True):
        assert event.get("id", "") == entry.id.replace("-", "_")
