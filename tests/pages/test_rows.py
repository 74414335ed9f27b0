"""An entry is made once for all pages of its depth, and is right on each of them."""

from __future__ import annotations

import harbour_timeline as harbour
import pytest

from generator.pages import Resources, TemplateFailedError, render
from generator.pages.density import LONG_PAGE


def test_the_pages_of_years_topics_and_names_share_their_entries() -> None:
    files = harbour.site(harbour.timeline())

    def entries(path: str) -> list[str]:
        whole = files[path].decode()
        return [part.partition("</li>\n")[0] for part in whole.split("<li class=")[1:]]

    of_year = {e for e in entries("years/2019/index.html") if '"entry"' in e}
    of_tag = {e for e in entries("tags/opening/index.html") if '"entry"' in e}
    of_name = {e for e in entries("entities/mayor/index.html") if '"entry"' in e}
    assert of_tag
    assert of_tag < of_year
    assert of_tag < of_name


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("index.html", "events/2017-06-promise/index.html"),
        ("years/2017/index.html", "../../events/2017-06-promise/index.html"),
        ("years/2017/06/index.html", "../../../events/2017-06-promise/index.html"),
    ],
)
def test_an_entry_links_from_where_it_stands(path: str, address: str) -> None:
    files = harbour.site(harbour.timeline())
    assert f'class="entry-title"><a href="{address}"' in files[path].decode()


def test_a_mistake_in_an_entry_is_told_with_its_template() -> None:
    shipped = harbour.shipped()
    parts = shipped.templates["_parts.html"].replace("item.lead", "item.loud")
    own = Resources({**shipped.templates, "_parts.html": parts}, shipped.static)
    with pytest.raises(TemplateFailedError, match=r"templates/_parts.html:\d+: .*loud"):
        render(harbour.timeline(), harbour.SITE, own)


def test_a_list_of_very_many_gives_their_titles_and_leaves_none_out() -> None:
    events = harbour.many(LONG_PAGE + 1, ("ships",))
    page = harbour.site(events)["tags/ships/index.html"].decode()
    assert page.count('class="entry-title"') == LONG_PAGE + 1
    assert "so many that only their titles stand here" in page
    assert "entry-lead" not in page
    assert 'data-room="20"' in page


def test_a_list_of_fewer_gives_their_texts() -> None:
    page = harbour.site(harbour.many(LONG_PAGE, ("ships",)))["tags/ships/index.html"]
    assert page.count(b"entry-lead") == LONG_PAGE
    assert b"data-room" not in page
