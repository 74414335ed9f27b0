"""The pages for paper: the whole timeline, or a document for each year."""

from __future__ import annotations

from dataclasses import replace

import harbour_timeline as harbour

from generator.pages import Site
from generator.pages.print_edition import UNDATED, WHOLE_PRINT


def test_a_long_timeline_is_printed_by_years() -> None:
    many = harbour.many(WHOLE_PRINT + 20)
    files = harbour.site(many)
    printed = sorted(path for path in files if path.startswith("print/"))
    years = sorted({f"print/{1990 + n // 20}/index.html" for n in range(520)})
    assert printed == [*years, "print/index.html"]
    for year in years:
        assert f'href="../{year}"'.encode() in files["print/index.html"]
    assert files["print/1990/index.html"].count(b'class="paper-event"') == 20


def test_what_has_no_date_is_a_part_of_its_own() -> None:
    events = [*harbour.dated(*["2019"] * WHOLE_PRINT), harbour.FERRY]
    files = harbour.site(harbour.timeline(*events))
    assert b"The ferry stops" in files[f"print/{UNDATED}/index.html"]
    assert b"The ferry stops" not in files["print/2019/index.html"]
    assert f'href="../print/{UNDATED}/index.html"'.encode() in files["print/index.html"]


def test_a_year_is_printed_again_when_one_of_its_events_says_more() -> None:
    def shows(part: str, body: str) -> str:
        last = replace(harbour.PROMISE, body=f"First.\n\n{body}")
        events = [*harbour.dated(*["2019"] * WHOLE_PRINT), last]
        timeline = harbour.timeline(*events)
        return Site(timeline, harbour.SITE, harbour.shipped()).shows(part)

    for year, again in (("2017", True), ("2019", False)):
        part = f"print/{year}/index.html"
        assert (shows(part, "Before.") != shows(part, "After.")) == again
