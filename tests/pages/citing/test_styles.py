"""Citations in plain text, in three styles."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from harbour_timeline import ENGLISH, SITE
from odd_texts import ODD
from works_to_cite import ARCHIVE, work

from generator.model.edtf import parse_edtf
from generator.model.events import Event
from generator.pages.citing.styles import apa, chicago, mla
from generator.pages.citing.works import of_event
from generator.pages.languages import words_of
from generator.resources import find_resources
from generator.settings import SiteConfig

ADDRESS = "https://gazette.example/bridge"

CASES: dict[str, tuple[dict[str, Any], str, str, str]] = {
    "all-known": (
        {},
        f"Quill, A. (2019, March 5). Bridge opens. Port Gazette. {ADDRESS}",
        f"Quill, Ada. “Bridge opens.” Port Gazette, 5 Mar. 2019, {ADDRESS}.",
        f"Quill, Ada. “Bridge opens.” Port Gazette, March 5, 2019. {ADDRESS}.",
    ),
    "no-author": (
        {"author": ()},
        f"Bridge opens. (2019, March 5). Port Gazette. {ADDRESS}",
        f"“Bridge opens.” Port Gazette, 5 Mar. 2019, {ADDRESS}.",
        f"“Bridge opens.” Port Gazette, March 5, 2019. {ADDRESS}.",
    ),
    "no-date": (
        {"issued": None},
        f"Quill, A. (n.d.). Bridge opens. Port Gazette. {ADDRESS}",
        f"Quill, Ada. “Bridge opens.” Port Gazette, {ADDRESS}.",
        f"Quill, Ada. “Bridge opens.” Port Gazette, n.d. {ADDRESS}.",
    ),
    "no-date-but-seen": (
        {"issued": None, "accessed": "2019-09-06"},
        f"Quill, A. (n.d.). Bridge opens. Port Gazette. {ADDRESS}",
        f"Quill, Ada. “Bridge opens.” Port Gazette, {ADDRESS}. Accessed 6 Sept. 2019.",
        f"Quill, Ada. “Bridge opens.” Port Gazette. Accessed September 6, 2019. "
        f"{ADDRESS}.",
    ),
    "month-only": (
        {"issued": "2019-03"},
        f"Quill, A. (2019, March). Bridge opens. Port Gazette. {ADDRESS}",
        f"Quill, Ada. “Bridge opens.” Port Gazette, Mar. 2019, {ADDRESS}.",
        f"Quill, Ada. “Bridge opens.” Port Gazette, March 2019. {ADDRESS}.",
    ),
    "year-only": (
        {"issued": "2019"},
        f"Quill, A. (2019). Bridge opens. Port Gazette. {ADDRESS}",
        f"Quill, Ada. “Bridge opens.” Port Gazette, 2019, {ADDRESS}.",
        f"Quill, Ada. “Bridge opens.” Port Gazette, 2019. {ADDRESS}.",
    ),
    "about-a-year": (
        {"issued": "2019~"},
        f"Quill, A. (about 2019). Bridge opens. Port Gazette. {ADDRESS}",
        f"Quill, Ada. “Bridge opens.” Port Gazette, about 2019, {ADDRESS}.",
        f"Quill, Ada. “Bridge opens.” Port Gazette, about 2019. {ADDRESS}.",
    ),
    "two-authors": (
        {"author": ("Ada Quill", "Ben Stone")},
        "Quill, A., & Stone, B. (2019, March 5). Bridge opens. Port Gazette. "
        f"{ADDRESS}",
        f"Quill, Ada, and Ben Stone. “Bridge opens.” Port Gazette, 5 Mar. 2019, "
        f"{ADDRESS}.",
        f"Quill, Ada, and Ben Stone. “Bridge opens.” Port Gazette, March 5, 2019. "
        f"{ADDRESS}.",
    ),
    "three-authors": (
        {"author": ("Ada Quill", "Ben Stone", "City Council")},
        f"Quill, A., Stone, B., & City Council. (2019, March 5). Bridge opens. "
        f"Port Gazette. {ADDRESS}",
        f"Quill, Ada, et al. “Bridge opens.” Port Gazette, 5 Mar. 2019, {ADDRESS}.",
        f"Quill, Ada, Ben Stone, and City Council. “Bridge opens.” Port Gazette, "
        f"March 5, 2019. {ADDRESS}.",
    ),
    "signed-by-the-paper": (
        {"author": ("Port Gazette",)},
        f"Port Gazette. (2019, March 5). Bridge opens. {ADDRESS}",
        f"Port Gazette. “Bridge opens.” Port Gazette, 5 Mar. 2019, {ADDRESS}.",
        f"Port Gazette. “Bridge opens.” Port Gazette, March 5, 2019. {ADDRESS}.",
    ),
    "publisher": (
        {"publisher": "Harbour Press"},
        "Quill, A. (2019, March 5). Bridge opens. Port Gazette. Harbour Press. "
        f"{ADDRESS}",
        f"Quill, Ada. “Bridge opens.” Port Gazette, Harbour Press, 5 Mar. 2019, "
        f"{ADDRESS}.",
        f"Quill, Ada. “Bridge opens.” Port Gazette, Harbour Press, March 5, 2019. "
        f"{ADDRESS}.",
    ),
    "question": (
        {"title": "Who pays?"},
        f"Quill, A. (2019, March 5). Who pays? Port Gazette. {ADDRESS}",
        f"Quill, Ada. “Who pays?” Port Gazette, 5 Mar. 2019, {ADDRESS}.",
        f"Quill, Ada. “Who pays?” Port Gazette, March 5, 2019. {ADDRESS}.",
    ),
    "quoted-title": (
        {"title": "“Done,” says mayor"},
        f"Quill, A. (2019, March 5). “Done,” says mayor. Port Gazette. {ADDRESS}",
        f"Quill, Ada. “‘Done,’ says mayor.” Port Gazette, 5 Mar. 2019, {ADDRESS}.",
        f"Quill, Ada. “‘Done,’ says mayor.” Port Gazette, March 5, 2019. {ADDRESS}.",
    ),
    "archived": (
        {"archive": ARCHIVE},
        f"Quill, A. (2019, March 5). Bridge opens. Port Gazette. {ADDRESS} "
        f"({ARCHIVE}, archived 1 April 2019)",
        f"Quill, Ada. “Bridge opens.” Port Gazette, 5 Mar. 2019, {ADDRESS} "
        f"({ARCHIVE}, archived 1 April 2019).",
        f"Quill, Ada. “Bridge opens.” Port Gazette, March 5, 2019. {ADDRESS} "
        f"({ARCHIVE}, archived 1 April 2019).",
    ),
    "gone-but-archived": (
        {"archive": ARCHIVE, "url_status": "dead"},
        f"Quill, A. (2019, March 5). Bridge opens. Port Gazette. {ARCHIVE}, archived "
        f"1 April 2019 (original: {ADDRESS})",
        f"Quill, Ada. “Bridge opens.” Port Gazette, 5 Mar. 2019, {ARCHIVE}, archived "
        f"1 April 2019 (original: {ADDRESS}).",
        f"Quill, Ada. “Bridge opens.” Port Gazette, March 5, 2019. {ARCHIVE}, archived "
        f"1 April 2019 (original: {ADDRESS}).",
    ),
    "gone": (
        {"url_status": "dead"},
        f"Quill, A. (2019, March 5). Bridge opens. Port Gazette. {ADDRESS} "
        f"(no longer there)",
        f"Quill, Ada. “Bridge opens.” Port Gazette, 5 Mar. 2019, {ADDRESS} "
        f"(no longer there).",
        f"Quill, Ada. “Bridge opens.” Port Gazette, March 5, 2019. {ADDRESS} "
        f"(no longer there).",
    ),
    "text-alone": (
        {"author": (), "container_title": "", "issued": None, "url": ""},
        "Bridge opens. (n.d.).",
        "“Bridge opens.”",
        "“Bridge opens.” n.d.",
    ),
}


@pytest.mark.parametrize(
    ("card", "in_apa", "in_mla", "in_chicago"), CASES.values(), ids=CASES
)
def test_a_source_is_cited_with_what_is_known_of_it(
    card: dict[str, Any], in_apa: str, in_mla: str, in_chicago: str
) -> None:
    given = work(**card)
    assert apa(given, ENGLISH) == in_apa
    assert mla(given, ENGLISH) == in_mla
    assert chicago(given, ENGLISH) == in_chicago


@pytest.mark.parametrize(
    ("date", "entry"),
    [
        ("2019-03-04", "Timeline entry, 4 March 2019"),
        ("2019-03", "Timeline entry, March 2019"),
        ("2019~", "Timeline entry, about 2019"),
        ("[2026,2027]", "Timeline entry, 2026 or 2027"),
        ("", "Timeline entry"),
    ],
    ids=["day", "month", "about", "one-of", "undated"],
)
def test_an_event_is_cited_as_an_entry_of_this_timeline(date: str, entry: str) -> None:
    site = SiteConfig(title="Harbour years", base_url="https://example.org/h/")
    event = Event("opening", "The bridge opens", parse_edtf(date) if date else None)
    given = of_event(event, site)
    address = "https://example.org/h/events/opening/"
    assert apa(given, ENGLISH) == (
        f"The bridge opens [{entry}]. (n.d.). Harbour years. {address}"
    )
    assert mla(given, ENGLISH) == (
        f"“The bridge opens.” {entry}. Harbour years, {address}."
    )
    assert chicago(given, ENGLISH) == (
        f"“The bridge opens.” {entry}. Harbour years, n.d. {address}."
    )


def test_without_a_public_address_an_entry_has_none() -> None:
    given = of_event(Event("opening", "The bridge opens", None), SITE)
    assert apa(given, ENGLISH).endswith("(n.d.). The harbour bridge.")


def test_another_language_words_dates_in_its_own_order() -> None:
    german = words_of("de", find_resources(Path(".")).templates)
    assert mla(work(), german).startswith(
        "Quill, Ada. „Bridge opens.“ Port Gazette, 5. März 2019, "
    )


def test_of_very_many_authors_only_the_first_are_named() -> None:
    names = tuple(f"Ada Quill{letter}" for letter in "abcdefghijklmnopqrstuv")
    told = apa(work(author=names), ENGLISH)
    assert told.startswith("Quilla, A., Quillb, A.")
    assert ", Quills, A., … Quillv, A. (2019" in told
    assert chicago(work(author=names), ENGLISH).startswith(
        "Quilla, Ada, Ada Quillb, Ada Quillc, Ada Quilld, Ada Quille, Ada Quillf, "
        "Ada Quillg, et al. “Bridge"
    )


@pytest.mark.parametrize("title", ODD.values(), ids=ODD)
@pytest.mark.parametrize("style", [apa, mla, chicago])
def test_a_citation_is_one_line_whatever_the_title(style: Any, title: str) -> None:
    told = style(work(title=title), ENGLISH)
    assert len(told.splitlines()) == 1
