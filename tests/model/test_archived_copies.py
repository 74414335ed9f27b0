"""When an archived copy was made, and whether the original is still there."""

from __future__ import annotations

import pytest

from generator.model.edtf import parse_edtf
from generator.model.sources import Source, UrlStatus

ORIGINAL = "https://post.example/2019/bridge?page=1"


@pytest.mark.parametrize(
    ("archive", "made"),
    [
        (f"https://web.archive.org/web/20190312083015/{ORIGINAL}", "2019-03-12"),
        (f"https://web.archive.org/web/20190312083015id_/{ORIGINAL}", "2019-03-12"),
        (f"https://web.archive.org/web/20190312/{ORIGINAL}", "2019-03-12"),
        (f"https://archive.ph/2019.03.12-083015/{ORIGINAL}", "2019-03-12"),
        (f"https://archive.today/20190312083015/{ORIGINAL}", "2019-03-12"),
        (f"https://arquivo.pt/wayback/20190312083015/{ORIGINAL}", "2019-03-12"),
        (f"https://web.archive.org/web/20191399083015/{ORIGINAL}", None),
        (f"https://web.archive.org/web/2019/{ORIGINAL}", None),
        (f"https://web.archive.org/web/2/{ORIGINAL}", None),
        ("https://perma.cc/AB12-CD34", None),
        ("https://archive.ph/2019.03.12", None),
        ("https://copies.example/20190312/bridge.html", None),
        ("", None),
    ],
    ids=[
        *("wayback", "as-it-came", "day-only", "archive-ph", "archive-today"),
        *("arquivo", "no-such-day", "any-of-a-year", "latest", "perma"),
        *("nothing-after-it", "not-before-an-address", "no-copy"),
    ],
)
def test_the_address_of_a_copy_may_tell_its_day(archive: str, made: str | None) -> None:
    expected = parse_edtf(made) if made else None
    assert Source("post", archive=archive).archive_date == expected


def test_the_word_of_the_card_goes_before_the_address() -> None:
    archive = f"https://web.archive.org/web/20190312083015/{ORIGINAL}"
    source = Source("post", archive=archive, archived=parse_edtf("2019-03"))
    assert source.archive_date == parse_edtf("2019-03")


@pytest.mark.parametrize(
    ("status", "is_gone"),
    [
        (None, False),
        (UrlStatus.LIVE, False),
        (UrlStatus.DEAD, True),
        (UrlStatus.DEVIATED, True),
        (UrlStatus.USURPED, True),
    ],
)
def test_an_original_is_gone_only_when_somebody_says_so(
    status: UrlStatus | None, is_gone: bool
) -> None:
    assert Source("post", url=ORIGINAL, url_status=status).is_gone is is_gone
