"""Wikipedia's templates, as a parser of its markup reads them."""

from __future__ import annotations

import mwparserfromhell
import pytest
from hypothesis import given
from odd_texts import ODD, texts
from works_to_cite import ARCHIVE, work

from generator.model.edtf import parse_edtf
from generator.model.events import Event
from generator.pages.citing.wikipedia import template
from generator.pages.citing.works import of_event, one_line
from generator.settings import SiteConfig


def read(written: str) -> tuple[str, dict[str, str]]:
    """The name of the one template in *written*, and what a reader sees of each of its
    values."""
    code = mwparserfromhell.parse(written)
    (found,) = code.filter_templates(recursive=False)
    assert str(found) == written
    shown = {}
    for param in found.params:
        name, value = str(param.name).strip(), param.value
        plain = [
            node
            for node in value.nodes
            if type(node).__name__ in ("Text", "HTMLEntity")
        ]
        assert plain == value.nodes or "url" in name, f"{name}: {value}"
        shown[name] = value.strip_code(normalize=True, collapse=False).strip()
    return str(found.name).strip(), shown


def test_an_article_of_a_paper_is_news() -> None:
    assert template(work(archive=ARCHIVE, accessed="2019-04-02")).quoting(
        "It is open"
    ) == (
        "{{cite news |last=Quill |first=Ada |title=Bridge opens |work=Port Gazette "
        "|date=5 March 2019 |url=https://gazette.example/bridge "
        "|access-date=2 April 2019 |url-status=live "
        f"|archive-url={ARCHIVE} |archive-date=1 April 2019 |quote=It is open}}}}"
    )


def test_a_page_of_no_paper_is_from_the_web_and_a_text_without_address_is_news() -> (
    None
):
    page = template(work(container_title="", publisher="City Council"))
    assert page.quoting().startswith("{{cite web |last=Quill")
    assert template(work(url="", container_title="")).quoting() == (
        "{{cite news |last=Quill |first=Ada |title=Bridge opens |date=5 March 2019}}"
    )


def test_an_event_is_a_page_of_this_site() -> None:
    site = SiteConfig(title="Harbour years", base_url="https://example.org/h/")
    entry = of_event(Event("opening", "The bridge opens", parse_edtf("2019")), site)
    assert template(entry).quoting() == (
        "{{cite web |title=The bridge opens |website=Harbour years "
        "|url=https://example.org/h/events/opening/}}"
    )


@pytest.mark.parametrize("status", ["dead", "deviated", "usurped", "live"])
def test_what_became_of_the_original_is_said_beside_the_copy(status: str) -> None:
    _, told = read(template(work(archive=ARCHIVE, url_status=status)).quoting())
    assert told["url-status"] == status
    assert told["archive-date"] == "1 April 2019"


def test_several_authors_are_numbered() -> None:
    names = ("Ada Quill", "City Council", "Ben Stone Jr.")
    _, told = read(template(work(author=names)).quoting())
    assert told["last1"] == "Quill"
    assert told["author2"] == "City Council"
    assert (told["last3"], told["first3"]) == ("Stone", "Ben, Jr.")


@pytest.mark.parametrize(
    ("issued", "date"),
    [
        ("2019-03-05", "5 March 2019"),
        ("2019-03", "March 2019"),
        ("2019", "2019"),
        ("2019~", "c. 2019"),
        ("2019?", None),
        ("2019-03~", None),
        ("201X", None),
        ("2019-03/..", None),
    ],
)
def test_a_date_that_the_templates_would_call_a_mistake_is_left_out(
    issued: str, date: str | None
) -> None:
    _, told = read(template(work(issued=issued)).quoting())
    assert told.get("date") == date


def test_an_access_date_without_a_day_is_left_out() -> None:
    assert "access-date" not in template(work(accessed="2019-04")).quoting()


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_titles_and_quotations_are_shown_as_they_are(text: str) -> None:
    name, told = read(template(work(title=text)).quoting(text))
    assert name == "cite news"
    assert told["title"] == told["quote"] == one_line(text)


@given(texts)
def test_any_quotation_is_shown_as_it_is(text: str) -> None:
    if one_line(text):
        _, told = read(template(work()).quoting(text))
        assert told["quote"] == one_line(text)
