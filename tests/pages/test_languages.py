"""Which words a site has, and what is said of those that it has not."""

from __future__ import annotations

import inspect
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from dataclasses import replace

import harbour_timeline as harbour
import html5lib
import pytest
from harbour_timeline import shipped

from generator.model.events import Correction, Event, Status
from generator.pages import Resources, render, words_problems
from generator.pages.environment import environment
from generator.pages.languages import named, words_of

HEAD = 'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n\n'
SOURCES = 'msgid "Sources"\nmsgstr "{}"\n'


def in_words(language: str, **catalogues: str) -> str:
    """What a site in *language* calls its sources, with files of words by name."""
    templates = {
        f"words/{name.replace('_', '-')}.po": HEAD + SOURCES.format(said)
        for name, said in catalogues.items()
    }
    return words_of(language, templates).gettext("Sources")


@pytest.mark.parametrize(
    ("language", "catalogues", "said"),
    [
        ("fr", {"fr": "Les sources"}, "Les sources"),
        ("fr-CA", {"fr": "Les sources"}, "Les sources"),
        ("fr-CA", {"fr": "Les sources", "fr_CA": "Nos sources"}, "Nos sources"),
        ("pt-br", {"pt_BR": "Fontes"}, "Fontes"),
        ("fr", {"fr_CA": "Nos sources"}, "Sources"),
        ("en", {}, "Sources"),
        ("en-GB", {}, "Sources"),
        ("en", {"en": "Where from"}, "Where from"),
        ("ja", {}, "Sources"),
    ],
    ids=[
        "its-own",
        "of-the-language-for-a-region",
        "of-the-region",
        "capitals",
        "another-region",
        "english",
        "british",
        "english-of-ones-own",
        "none",
    ],
)
def test_a_site_has_the_words_of_its_language(
    language: str, catalogues: dict[str, str], said: str
) -> None:
    assert in_words(language, **catalogues) == said


def test_the_words_are_the_same_object_while_their_file_is_the_same() -> None:
    templates = shipped().templates
    assert words_of("de", templates) is words_of("de", dict(templates))
    assert words_of("en", templates) is words_of("en", {})


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 source"), (1, "1 source"), (2, "2 sources")]
)
def test_a_language_counts_by_its_own_rule(number: int, said: str) -> None:
    message = (
        'msgid "%(num)s source"\nmsgid_plural "%(num)s sources"\n'
        'msgstr[0] "%(num)s source"\nmsgstr[1] "%(num)s sources"\n'
    )
    words = words_of("fr", {"words/fr.po": HEAD + message})
    assert words.ngettext("%(num)s source", "%(num)s sources", number) == said


def test_what_is_marked_as_fuzzy_or_has_no_translation_yet_is_english() -> None:
    text = f'{HEAD}#, fuzzy\n{SOURCES.format("Sauces")}\nmsgid "Years"\nmsgstr ""\n'
    words = words_of("fr", {"words/fr.po": text})
    assert words.gettext("Sources") == "Sources"
    assert words.gettext("Years") == "Years"


@pytest.mark.parametrize(
    ("language", "within", "name"),
    [
        ("de", "en", "German"),
        ("en", "de", "Englisch"),
        ("pt-BR", "en-GB", "Portuguese (Brazil)"),
        ("zh-Hant-TW", "en", "Chinese (Traditional, Taiwan)"),
        ("tlh", "en", "tlh"),
        ("no language", "de", "no language"),
        ("", "en", ""),
    ],
)
def test_a_language_is_called_by_its_name(
    language: str, within: str, name: str
) -> None:
    assert named(language, within) == name


class TestProblems:
    def said(self, language: str, **catalogues: str) -> str:
        templates = {f"words/{name}.po": text for name, text in catalogues.items()}
        return "\n".join(map(str, sorted(words_problems(language, templates))))

    def test_are_none_for_english_and_german(self) -> None:
        for language in ("en", "en-GB", "de", "de-AT"):
            assert words_problems(language, shipped().templates) == []

    def test_tell_of_a_language_without_words(self) -> None:
        assert self.said("fr") == (
            "dateline.toml: note: there are no words in French for headings, labels "
            "and dates: they are English [words-missing]\n"
            "  hint: copy templates/words/de.po of the program to "
            "templates/words/fr.po in the project and translate it"
        )

    def test_tell_of_words_that_other_languages_have(self) -> None:
        assert self.said("fr", fr=HEAD, de=HEAD + SOURCES.format("Quellen")) == (
            "templates/words/fr.po: note: 1 of the words on the pages have no "
            "translation here, such as “Sources”: they are English [words-missing]\n"
            "  hint: copy what is missing from another file of templates/words/ and "
            "translate it"
        )

    @pytest.mark.parametrize(
        ("text", "line"),
        [
            ('msgid "Sources"\nmsgstr "Les sources\n', 5),
            ('msgid "Sources"\nmsgstr Les sources\n', 5),
            ('msgid "Sources"\nmsgstr "Les "sources""\n', 5),
            ('msgid "Sources"\nmsgtr "Les sources"\n', 5),
            ('\nmsgid "Sources"\n', 5),
            ('msgid "Sources"\n\nmsgid "Years"\nmsgstr "Ans"\n', 4),
            ("Les sources\n", 4),
            ("<<<<<<< HEAD\n", 4),
        ],
        ids=[
            "no-end-of-quote",
            "no-quotes",
            "quotes-within",
            "misspelt",
            "cut-off",
            "half",
            "plain-words",
            "left-by-git",
        ],
    )
    def test_name_the_line_that_cannot_be_read(self, text: str, line: int) -> None:
        assert self.said("fr", fr=HEAD + text) == (
            f"templates/words/fr.po:{line}: error: here is neither a whole message nor "
            "a comment [words-syntax]\n"
            '  hint: a message is written: msgid "the English words", on the next line '
            'msgstr "the translation", both in quotes that end on the same line'
        )

    def test_name_a_head_that_cannot_be_read(self) -> None:
        head = 'msgid ""\nmsgstr "Plural-Forms: nplurals=two; plural=(n > 1);\\n"\n'
        assert self.said("fr", fr=head).startswith(
            "templates/words/fr.po:1: error: the head of the file cannot be read: "
        )

    @pytest.mark.parametrize(
        "text", ["%(nun)s sources", "%s sources", "100 % sources", "%(num) sources"]
    )
    def test_name_a_translation_that_could_not_be_filled_in(self, text: str) -> None:
        message = f'msgid "%(num)s found"\nmsgstr "{text}"\n'
        assert self.said("fr", fr=HEAD + message) == (
            f"templates/words/fr.po:4: error: “{text}” does not have the places for "
            "values that “%(num)s found” has [words-places]\n"
            "  hint: write them as they are in English, such as %(num)s, and a percent "
            "sign that is none of them twice: %%"
        )
        words = words_of("fr", {"words/fr.po": HEAD + message})
        assert words.gettext("%(num)s found", num=2) == "2 found"


def languages(element: ElementTree.Element, around: str = "") -> list[tuple[str, str]]:
    """Every text of a page with the language that it is said to be in."""
    here = element.get("lang", around)
    found = [(here, element.text or "")]
    for child in element:
        found += [*languages(child, here), (here, child.tail or "")]
    return found


def test_english_labels_around_other_words_are_said_to_be_english() -> None:
    """Screen readers pronounce each in its own language (WCAG 3.1.1 and 3.1.2)."""
    event = Event(
        "pont",
        "Le pont",
        harbour.edtf("2019-03"),
        Status.REVIEWED,
        tags=("Le pont",),
        corrections=(Correction(harbour.edtf("2020"), "Le pont"),),
        body="Le pont\n\n- Le pont",
    )
    other = replace(event, id="pont-2", body="Le pont")
    timeline = harbour.timeline(event, other, sources=(), entities=(), pages=())
    config = replace(harbour.SITE, language="fr", title="Le pont", description="")
    files = render(timeline, config, shipped())
    for path, data in files.items():
        if path.endswith(".html"):
            parser = html5lib.HTMLParser(namespaceHTMLElements=False)
            texts = languages(parser.parse(data.decode()).find("body"), "en")
            assert b'<html lang="en">' in data
            for language, text in texts:
                if language == "zxx":  # how a file is written is no language
                    continue
                assert not text.strip() or (language == "fr") == ("Le pont" in text), (
                    path,
                    text,
                )


def test_an_english_site_loads_nothing_for_its_words() -> None:
    program = """
    import sys
    from generator.pages.languages import words_of
    words_of("en", {"words/de.po": ""}).gettext("Sources")
    assert not [name for name in sys.modules if name.startswith("babel")]
    """
    subprocess.run([sys.executable, "-c", inspect.cleandoc(program)], check=True)


def test_a_project_may_correct_a_word() -> None:
    text = shipped().templates["words/de.po"]
    text = text.replace('msgstr "Quellen"', 'msgstr "Belege"')
    templates = {**shipped().templates, "words/de.po": text}
    config = replace(harbour.SITE, language="de")
    files = render(harbour.timeline(), config, Resources(templates, {}))
    assert '<h1 class="title">Belege</h1>' in files["sources/index.html"].decode()


def test_a_translators_signs_end_no_attribute_and_begin_no_tag() -> None:
    text = 'msgid "Search"\nmsgstr "\\"Chercher\\" & <b>"\n'
    source = '<a title="{{ _("Search") }}">{% trans %}Search{% endtrans %}</a>'
    templates = {"404.html": source, "words/fr.po": HEAD + text}
    made = environment(tuple(templates.items()), words_of("fr", templates))
    said = "&#34;Chercher&#34; &amp; &lt;b&gt;"
    assert made.get_template("404.html").render() == f'<a title="{said}">{said}</a>'


def test_where_the_english_words_have_tags_their_translation_has_them() -> None:
    text = 'msgid "<b>%(count)s</b> found"\nmsgstr "trouvé <b>%(count)s</b>"\n'
    source = "{% trans count=count %}<b>{{ count }}</b> found{% endtrans %}"
    templates = {"404.html": source, "words/fr.po": HEAD + text}
    made = environment(tuple(templates.items()), words_of("fr", templates))
    said = made.get_template("404.html").render(count="<7>")
    assert said == "trouvé <b>&lt;7&gt;</b>"


def test_a_block_of_words_counts_and_has_values() -> None:
    source = (
        "{% trans count=number, who='Ada' %}{{ who }}: one source"
        "{% pluralize %}{{ who }}: {{ count }} sources{% endtrans %}"
    )
    template = environment((("404.html", source),), words_of("en", {}))
    said = [template.get_template("404.html").render(number=n) for n in (1, 2)]
    assert said == ["Ada: one source", "Ada: 2 sources"]


def test_a_language_that_is_written_from_the_right_turns_every_page() -> None:
    catalogue = HEAD + 'msgid "Sources"\nmsgstr "المصادر"\n'
    templates = {**shipped().templates, "words/ar.po": catalogue}
    event = replace(harbour.OPENING, aliases=("former",))
    site = replace(harbour.SITE, language="ar")
    files = render(harbour.timeline(event), site, Resources(templates, {}))
    pages = {path: data for path, data in files.items() if path.endswith(".html")}
    assert {"404.html", "events/former/index.html", "index.html"} <= pages.keys()
    for path, data in pages.items():
        assert b'<html lang="ar" dir="rtl">' in data, path
