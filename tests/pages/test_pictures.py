"""What readers see of an event's pictures, and what other sites and programs get."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace

import harbour_timeline as harbour
import pytest

from generator.model.events import Event, Status
from generator.model.media import Media, Picture, Pictures, Size, Unfit
from generator.model.publication import as_of, published
from generator.model.timeline import Content, Timeline
from generator.pages import render
from generator.pages.pictures import licence_url
from generator.settings import SiteConfig

PUBLIC = SiteConfig(title="Bridge", base_url="https://example.org/bridge/")


def found(file: str, *widths: int, height: int = 300) -> Picture:
    """A picture whose sizes have these *widths*."""
    sizes = tuple(Size(f"media/{file}-{width}.webp", width, height) for width in widths)
    return Picture(file, "00", sizes, Size(f"media/{file}-card.jpg", 1200, 630))


PICTURES = Pictures(
    {
        "arch": found("arch", 480, 960),
        "mole": found("mole", 300, height=900),
        "wreck": found("wreck", 480),
        "draft": found("draft", 480),
        "film": Unfit("film", "picture-kind", "is a film", "show a still"),
    },
    lambda picture, size: f"{picture.file} at {size.width}".encode(),
)
ARCH = Media(
    "arch",
    "An arch of the bridge at low tide",
    caption="The third arch",
    credit="Ada Harbour",
    licence="CC BY-SA 4.0",
    source="https://pictures.example.org/7",
    date=harbour.edtf("2019-03"),
)
MOLE = Media("mole", "The mole with a <lamp>", source="post")
WRECK = Media("wreck", "A wreck on the shore", credit="Ada Harbour", sensitive=True)
DRAFT = Media("draft", "What nobody reviewed")


def site(
    *media: Media, config: SiteConfig = harbour.SITE, event: Event = harbour.OPENING
) -> dict[str, bytes]:
    """The site of an event with these pictures, and of others without."""
    with_them = replace(event, media=media)
    timeline = harbour.timeline(with_them, harbour.PROMISE)
    return render(timeline, config, harbour.shipped(), PICTURES)


def page(files: Mapping[str, bytes]) -> str:
    return files["events/2019-03-04-opening/index.html"].decode()


def pictures_in(files: Mapping[str, bytes]) -> list[str]:
    return [path for path in files if path.startswith("media/")]


def test_a_picture_comes_in_the_size_that_a_screen_needs() -> None:
    (tag,) = re.findall("<img [^>]*>", page(site(ARCH)))
    way = "../../media/arch"
    assert f'srcset="{way}-480.webp 480w, {way}-960.webp 960w"' in tag
    assert 'sizes="' in tag
    assert f'src="{way}-960.webp"' in tag


def test_a_picture_keeps_its_place_while_it_loads_and_is_told_in_words() -> None:
    (tag,) = re.findall("<img [^>]*>", page(site(ARCH)))
    assert 'width="960" height="300"' in tag
    assert 'loading="lazy" decoding="async"' in tag
    assert 'alt="An arch of the bridge at low tide"' in tag


def test_below_a_picture_stands_what_it_means_and_whose_it_is() -> None:
    (caption,) = re.findall(
        r"<figcaption class=\"pic.*?</figcaption>", page(site(ARCH)), re.S
    )
    words = " ".join(re.sub("<[^>]*>", "", caption).split())
    assert words == (
        "The third arch Taken: March 2019. "
        "Picture: Ada Harbour, CC BY-SA 4.0, pictures.example.org"
    )
    assert 'href="https://creativecommons.org/licenses/by-sa/4.0/"' in caption
    assert 'href="https://pictures.example.org/7"' in caption


def test_a_picture_from_a_source_leads_to_the_source() -> None:
    assert (
        '<a href="../../sources/post/index.html"><bdi>Bridge opens</bdi></a>'
        in (page(site(MOLE)).partition("picture-credit")[2])
    )


def test_what_an_editor_writes_of_a_picture_is_only_text() -> None:
    text = page(site(MOLE, replace(ARCH, licence="javascript:alert(1)", source="x:y")))
    assert "The mole with a &lt;lamp&gt;" in text
    assert "<lamp>" not in text
    assert 'href="javascript' not in text
    assert 'href="x:y' not in text


def test_a_sensitive_picture_is_closed_and_says_what_it_is() -> None:
    text = page(site(WRECK))
    (closed,) = re.findall(
        r"<details class=\"picture-closed\">.*?</details>", text, re.S
    )
    (summary,) = re.findall("<summary>.*?</summary>", closed, re.S)
    words = re.sub("<[^>]*>", "", summary)
    assert words == "Sensitive picture: A wreck on the shore"
    assert 'loading="lazy"' in closed
    assert "<img" not in text.replace(closed, "")


def test_other_sites_are_offered_the_first_picture_that_is_not_sensitive() -> None:
    files = site(WRECK, ARCH, MOLE, config=PUBLIC)
    text = page(files)
    at = "https://example.org/bridge/media/arch-card.jpg"
    assert f'<meta property="og:image" content="{at}">' in text
    alt = "An arch of the bridge at low tide"
    assert f'<meta property="og:image:alt" content="{alt}">' in text
    cards = [path for path in pictures_in(files) if "card" in path]
    assert "media/arch-card.jpg" in cards
    assert "media/cards/2019-03-04-opening.png" not in cards


@pytest.mark.parametrize(
    ("media", "config"),
    [((WRECK,), PUBLIC), ((ARCH,), harbour.SITE), ((), PUBLIC)],
    ids=["only-sensitive", "no-public-address", "no-picture"],
)
def test_otherwise_other_sites_are_offered_no_picture_of_the_event(
    media: tuple[Media, ...], config: SiteConfig
) -> None:
    files = site(*media, config=config)
    assert not re.search('og:image" content="[^"]*(arch|wreck)', page(files))
    assert not any(path.endswith("-card.jpg") for path in pictures_in(files))


def test_pictures_are_in_no_list_and_in_no_feed() -> None:
    files = site(ARCH, WRECK, config=PUBLIC)
    own = "events/2019-03-04-opening/index.html"
    for path, data in files.items():
        if path.endswith((".html", ".xml")) and path != own:
            assert b"media/arch" not in data, path
            assert b"wreck" not in data, path


def test_pages_without_pictures_ask_for_no_style_of_pictures() -> None:
    files = site(ARCH)
    assert "pictures.css" in page(files)
    assert b"pictures.css" not in files["events/2017-06-promise/index.html"]
    assert b"pictures.css" not in files["index.html"]


def test_only_what_a_published_event_shows_is_published() -> None:
    draft = replace(harbour.WIDENING, media=(DRAFT,))
    rejected = replace(harbour.CRACK, media=(WRECK,), status=Status.REJECTED)
    opening = replace(harbour.OPENING, media=(ARCH,))
    events = (opening, draft, rejected)
    content = Content(events, harbour.SOURCES, harbour.ENTITIES)
    timeline = Timeline.of(published(content, "reviewed"), harbour.DOCUMENTS)
    files = render(timeline, harbour.SITE, harbour.shipped(), PICTURES)
    assert pictures_in(files) == ["media/arch-480.webp", "media/arch-960.webp"]
    assert files["media/arch-480.webp"] == b"arch at 480"


def test_as_of_a_day_what_came_later_is_not_shown() -> None:
    taken_later = replace(MOLE, date=harbour.edtf("2024"))
    from_later = replace(WRECK, source="gazette")
    event = replace(harbour.PROMISE, media=(taken_later, ARCH, from_later, MOLE))
    post, gazette, _ = harbour.SOURCES
    sources = (post, replace(gazette, issued=harbour.edtf("2030")))
    (kept,) = as_of(Content((event,), sources), harbour.edtf("2019-03-31")).events
    assert [media.file for media in kept.media] == ["arch", "mole"]


def test_programs_get_what_readers_see() -> None:
    data = json.loads(site(ARCH, WRECK)["data/timeline.json"])
    (event,) = (e for e in data["events"] if e["id"] == "2019-03-04-opening")
    assert event["media"][0] == {
        "sizes": [
            {"file": "media/arch-480.webp", "width": 480, "height": 300},
            {"file": "media/arch-960.webp", "width": 960, "height": 300},
        ],
        "alt": "An arch of the bridge at low tide",
        "caption": "The third arch",
        "credit": "Ada Harbour",
        "licence": "CC BY-SA 4.0",
        "licence_url": "https://creativecommons.org/licenses/by-sa/4.0/",
        "source": "https://pictures.example.org/7",
        "date": "2019-03",
        "date_in_words": "March 2019",
        "sensitive": False,
    }
    assert event["media"][1]["sensitive"]


def test_every_size_that_a_page_names_is_there() -> None:
    files = site(ARCH, WRECK, MOLE)
    assert not harbour.link_problems(files)
    del files["media/arch-480.webp"]
    (problem,) = harbour.link_problems(files)
    assert "“../../media/arch-480.webp” leads to no page" in problem.message


@pytest.mark.parametrize(
    ("licence", "address"),
    [
        ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("cc by-nc-nd 2.5", "https://creativecommons.org/licenses/by-nc-nd/2.5/"),
        ("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("CC0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("https://example.org/licence", "https://example.org/licence"),
        ("CC BY", ""),
        ("CC BY-XX 4.0", ""),
        ("by permission of the harbour office", ""),
        ("javascript:alert(1)", ""),
        ("", ""),
    ],
)
def test_a_known_licence_can_be_read_at(licence: str, address: str) -> None:
    assert licence_url(licence) == address
