"""From the site's language, and the catalogues among its templates, to its `Words`.

A catalogue is a `.po` file (gettext) in `templates/words/`, named by its language. An
English site needs none, and then nothing is loaded for it.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from typing import TYPE_CHECKING

from generator.model.language import NAMES, language_name
from generator.pages.words import Words
from generator.problems import Origin, Problem, Severity
from generator.settings import SETTINGS_FILE

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

FOLDER = "words/"
_TEMPLATES = "templates/"

_LINE = re.compile(
    r"""
    \s*
    (?: \#.*                                                   # a comment
      | (?: (?: msgctxt | msgid(?:_plural)? | msgstr(?:\[\d\])? ) \s+ )?
        " (?: [^"\\] | \\. )* "                                # or a text
    )? \s*
    """,
    re.VERBOSE,
)
_PLACE = re.compile(r"%\((\w+)\)s")


@dataclass(frozen=True, slots=True)
class _Read:
    """A catalogue as it can be used, the messages that it has, and its faults."""

    words: Words
    known: frozenset[str]
    problems: tuple[Problem, ...] = ()


def words_of(language: str, templates: Mapping[str, str]) -> Words:
    """The words for a site in *language* (BCP 47); English where there are no others.

    The same ones for the same *templates*, so that what is made with them is known
    again. A message with a fault is English; `words_problems` tells of it.
    """
    name = _catalogue(language, templates)
    if name:
        return _read(language, name, templates[name]).words
    return _english(language if _is_english(language) else "en")


def words_problems(language: str, templates: Mapping[str, str]) -> list[Problem]:
    """What is wrong with the words for a site in *language*, or missing of them."""
    name = _catalogue(language, templates)
    if name:
        read = _read(language, name, templates[name])
        return [*read.problems, *_missing(read, name, templates)]
    return [] if _is_english(language) else [_none(language)]


@lru_cache(maxsize=64)
def named(language: str, within: str) -> str:
    """What *language* is called in the one that the pages are *within* (both BCP 47):
    "German", "Portuguese (Brazil)"; its tag where nobody has a name for it."""
    if _is_english(within) and language in NAMES:
        return NAMES[language]
    from babel import Locale, UnknownLocaleError  # not for most languages of most sites

    try:
        known = Locale.parse(language, sep="-")
        return known.get_display_name(within.replace("-", "_")) or language
    except (UnknownLocaleError, ValueError):
        return language


def _catalogue(language: str, templates: Mapping[str, str]) -> str:
    """The template with the words of *language*, "" when there is none.

    Where there is nothing for a region, that of the language serves (RFC 4647, 3.4).
    """
    by_language = {
        name.removeprefix(FOLDER).removesuffix(".po").lower(): name
        for name in templates
        if name.startswith(FOLDER) and name.endswith(".po")
    }
    tag = language.lower()
    while tag and tag not in by_language:
        tag = tag.rpartition("-")[0]
    return by_language.get(tag, "")


def _is_english(language: str) -> bool:
    return language.lower().partition("-")[0] == "en"


@lru_cache(maxsize=8)
def _english(language: str) -> Words:
    return Words(language, NullTranslations())


@lru_cache(maxsize=8)
def _read(language: str, name: str, text: str) -> _Read:
    path = _TEMPLATES + name
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        if not _LINE.fullmatch(line):
            return _Read(_english("en"), frozenset(), (_broken(path, number),))
    # Loaded only here: it takes longer than reading the catalogue does.
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import PoFileError, read_po

    try:
        found = read_po(lines, locale=language.replace("-", "_"), abort_invalid=True)
        faults = list(_faults(found))
        unfinished = [m for m in found if m.id and not all(_texts(m.string))]
        for message in (*unfinished, *(faulty for faulty, _ in faults)):
            found.delete(message.id, message.context)
        compiled = io.BytesIO()
        write_mo(compiled, found)
        compiled.seek(0)
        words = Words(language, GNUTranslations(compiled), text)
    except PoFileError as error:
        problem = _broken(path, error.lineno + 1)
        return _Read(_english("en"), frozenset(), (problem,))
    except ValueError as error:
        return _Read(_english("en"), frozenset(), (_bad_header(path, str(error)),))
    problems = (_misplaced(path, message, place) for message, place in faults)
    return _Read(words, frozenset(_ids(found)), tuple(problems))


def _ids(catalogue: Catalog) -> Iterator[str]:
    """What the messages that are translated are known by."""
    for message in catalogue:
        if message.id and not message.fuzzy:
            yield f"{message.context or ''}\4{_texts(message.id)[0]}"


def _faults(catalogue: Catalog) -> Iterator[tuple[Message, str]]:
    """Messages that could not be filled in, with the text for which that is so."""
    for message in catalogue:
        if not message.id or message.fuzzy:
            continue
        places = {name for text in _texts(message.id) for name in _PLACE.findall(text)}
        for text in _texts(message.string):
            found = set(_PLACE.findall(text))
            if not found <= places or "%" in _PLACE.sub("", text).replace("%%", ""):
                yield message, text
                break


def _texts(found: object) -> tuple[str, ...]:
    """One text, or those of each number."""
    return tuple(map(str, found)) if isinstance(found, tuple | list) else (str(found),)


def _missing(read: _Read, name: str, templates: Mapping[str, str]) -> Iterator[Problem]:
    """A note when another language has words for more."""
    if read.problems:
        return
    others = (
        _read(other.removeprefix(FOLDER).removesuffix(".po"), other, text).known
        for other, text in templates.items()
        if other.startswith(FOLDER) and other.endswith(".po")
    )
    missing = frozenset().union(*others) - read.known
    if missing:
        example = min(missing).partition("\4")[2]
        yield Problem(
            Origin(_TEMPLATES + name),
            Severity.NOTE,
            "words-missing",
            f"{len(missing)} of the words on the pages have no translation here, such "
            f"as “{example}”: they are English",
            f"copy what is missing from another file of {_TEMPLATES}{FOLDER} and "
            "translate it",
        )


def _none(language: str) -> Problem:
    own = f"{_TEMPLATES}{FOLDER}{language}.po"
    return Problem(
        Origin(SETTINGS_FILE),
        Severity.NOTE,
        "words-missing",
        f"there are no words in {language_name(language)} for headings, labels and "
        "dates: they are English",
        f"copy {_TEMPLATES}{FOLDER}de.po of the program to {own} in the project and "
        "translate it",
    )


def _broken(path: str, line: int) -> Problem:
    return Problem(
        Origin(path, line),
        Severity.ERROR,
        "words-syntax",
        "here is neither a whole message nor a comment",
        'a message is written: msgid "the English words", on the next line '
        'msgstr "the translation", both in quotes that end on the same line',
    )


def _bad_header(path: str, said: str) -> Problem:
    return Problem(
        Origin(path, 1),
        Severity.ERROR,
        "words-syntax",
        f"the head of the file cannot be read: {said}",
        "copy the head, down to the first empty line, from the templates/words/de.po "
        "of the program, and change Language and Plural-Forms",
    )


def _misplaced(path: str, message: Message, text: str) -> Problem:
    english = _texts(message.id)[-1]
    return Problem(
        Origin(path, message.lineno or 0),
        Severity.ERROR,
        "words-places",
        f"“{text}” does not have the places for values that “{english}” has",
        "write them as they are in English, such as %(num)s, and a percent sign "
        "that is none of them twice: %%",
    )
