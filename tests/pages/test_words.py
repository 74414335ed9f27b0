"""The words of the interface: all are in the catalogues, and none beside them."""

from __future__ import annotations

import os
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import harbour_timeline as harbour
import html5lib
import pytest
from harbour_timeline import shipped
from messages import WORDS, asked_for, brought_up_to_date, forms, messages, translated

from generator.model.timeline import Timeline
from generator.pages import Resources, Site, render
from generator.settings import SiteConfig

GOLDEN = Path(__file__).parent / "golden"
LANGUAGES = sorted(path.stem for path in WORDS.glob("*.po"))
PLACE = re.compile(r"%\(\w+\)s|\{\d\}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_interface_is_translated_and_no_other(language: str) -> None:
    """`UPDATE_GOLDEN=1 pytest tests/pages` adds what is new, to be translated."""
    path = WORDS / f"{language}.po"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(brought_up_to_date(language), "utf-8", newline="\n")
    assert path.read_text("utf-8") == brought_up_to_date(language)
    found = messages(translated(language))
    untranslated = [key for key, m in found.items() if not all(forms(m.string))]
    assert untranslated == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_places_of_the_english(language: str) -> None:
    for message in messages(translated(language)).values():
        wanted = {tuple(sorted(PLACE.findall(text))) for text in forms(message.id)}
        for text in forms(message.string):
            assert tuple(sorted(PLACE.findall(text))) in wanted, message.id


def test_code_and_templates_count_with_the_same_places_for_one_and_for_many() -> None:
    for message in messages(asked_for()).values():
        assert len({frozenset(PLACE.findall(t)) for t in forms(message.id)}) == 1


# --- no word beside the catalogue ---------------------------------------------------

MASKED = "ж"
CONTENT = {"title", "kbd", "bdi", "q", "mark", "code", "style", "blockquote", "script"}
ATTRIBUTES = ("aria-label", "title", "alt", "placeholder")
NO_WORDS = {
    *("timeline.json", "feed.xml", "sitemap.xml", "en"),
    *("Wikidata", "GeoNames", "GSHHG"),
    *("APA", "MLA", "Chicago", "BibTeX", "RIS", "CSL-JSON", "Wikipedia"),
}
"""Names of files and other things, the same in every language."""


def masked(text: str) -> str:
    """A translation that is not English: every letter is another one."""
    parts = re.split(r"(%\(\w+\)s|%%)", text)
    return "".join(
        part if index % 2 else re.sub("[A-Za-z]", MASKED, part)
        for index, part in enumerate(parts)
    )


@cache
def masked_catalogue() -> str:
    lines = ['msgid ""', 'msgstr "Plural-Forms: nplurals=2; plural=(n != 1);\\n"', ""]
    for message in messages(asked_for()).values():
        if message.context:
            lines.append(f'msgctxt "{message.context}"')
        one, *many = forms(message.id)
        lines.append(f'msgid "{one}"')
        if many:
            lines.append(f'msgid_plural "{many[0]}"')
            lines.append(f'msgstr[0] "{masked(one)}"\nmsgstr[1] "{masked(many[0])}"')
        else:
            lines.append(f'msgstr "{masked(one)}"')
        lines.append("")
    return "\n".join(lines)


def in_language(
    timeline: Timeline, config: SiteConfig, po: Mapping[str, str] = {}
) -> dict[str, bytes]:
    """The site of *timeline* with files of words besides those that are shipped."""
    words = {f"words/{language}.po": text for language, text in po.items()}
    templates = {**shipped().templates, **words}
    return render(timeline, config, Resources(templates, shipped().static))


def said(element: ElementTree.Element) -> Iterator[str]:
    """What the page itself says, without what editors and sources do."""
    is_for_programs = element.get("class") in ("Z3988", "cite-text")
    is_content = element.tag in CONTENT or element.get("dir") == "auto"
    if not is_content and not is_for_programs:
        yield from (element.get(name) or "" for name in ATTRIBUTES)
        yield element.text or ""
        for child in element:
            yield from said(child)
    yield element.tail or ""


def tree(data: bytes) -> ElementTree.Element:
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    found: ElementTree.Element = parser.parse(data.decode("utf-8"))
    return found


@pytest.mark.parametrize(
    "timeline",
    [
        harbour.with_text("0"),
        harbour.empty(),
        harbour.many(120),
        harbour.timeline(harbour.FERRY, sources=(), entities=(), pages=()),
    ],
    ids=["everything", "nothing", "long", "undated"],
)
def test_no_page_says_a_word_that_is_not_in_the_catalogue(timeline: Timeline) -> None:
    config = SiteConfig(title="0", language="qaa", base_url="https://example.org")
    files = in_language(timeline, config, {"qaa": masked_catalogue()})
    for path, data in files.items():
        if not path.endswith(".html"):
            continue
        page = tree(data)
        assert page.get("lang") == "qaa"
        texts = [*said(page)]
        assert any(MASKED in text for text in texts), path
        for text in texts:
            if text.strip() not in NO_WORDS:
                assert not english(text), (path, text)


def english(text: str) -> list[str]:
    """Words of two Latin letters or more, without those that a source says itself."""
    content = r"""“?Ship\ \d+.* | A\ week\ earlier | the\ day\ it\ is\ counted\ from
                | in\ “About\ 500.* | https:\S+"""
    return re.findall("[A-Za-z]{2,}", re.sub(content, "", text, flags=re.VERBOSE))


# --- German -------------------------------------------------------------------------

GERMAN = replace(harbour.SITE, language="de")


@pytest.fixture(scope="module")
def german() -> dict[str, bytes]:
    return render(harbour.timeline(), GERMAN, shipped())


@pytest.mark.parametrize("name", ["events/2019-03-04-opening/index.html"])
def test_a_german_page_is_what_it_was(german: dict[str, bytes], name: str) -> None:
    golden = GOLDEN / f"de-{name.removesuffix('/index.html').replace('/', '-')}"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_bytes(german[name])
    assert german[name].decode() == golden.read_bytes().decode()


def test_no_german_page_says_an_english_word_of_the_interface() -> None:
    german = render(
        harbour.timeline(pages=()), replace(GERMAN, description=""), shipped()
    )
    english = [
        re.compile(".+".join(map(re.escape, PLACE.split(text))))
        for message in messages(translated("de")).values()
        for text, own in zip(forms(message.id), forms(message.string), strict=True)
        if text != own
        # “… of …” would be found in what editors write, too.
        and len(re.findall(r"\b[A-Za-z]{2}", PLACE.sub("0", text))) > ("%(" in text)
    ]
    assert len(english) > 150
    for path, data in german.items():
        for text in said(tree(data)) if path.endswith(".html") else ():
            left = " ".join(text.split())
            assert not [words for words in english if words.fullmatch(left)], path


def test_numbers_are_written_as_germans_do() -> None:
    made = Site(harbour.many(1200), replace(GERMAN, title="Schiffe"), shipped())
    text = " ".join(made.file("index.html").decode().split())
    assert "<strong>1.200 Ereignisse</strong> aus" in text
    assert "Alle 1.200 datierten Ereignisse stehen auf den Seiten ihrer Jahre." in text


def test_the_feed_and_the_data_say_dates_in_german(german: dict[str, bytes]) -> None:
    feed = german["feed.xml"].decode()
    assert "<title>4. März 2019: The bridge opens</title>" in feed
    assert "Noch nicht geprüft. Geplant. „The council plans" in feed
    assert '"date_in_words":"um 2019"' in german["data/timeline.json"].decode()
