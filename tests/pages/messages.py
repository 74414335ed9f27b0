"""Every word of the interface as templates and code ask for it, and files of words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import generate_po, read_po

ROOT = Path(__file__).parents[2]
WORDS = ROOT / "templates" / "words"

Key = tuple[str, str]
"""What a message is known by: its context, and its English words for one."""

_PLACES = (
    (ROOT / "templates", "**.html", "jinja2"),
    (ROOT / "templates", "**.xml", "jinja2"),
    (ROOT / "generator" / "pages", "**.py", "python"),
    (ROOT / "generator" / "model", "date_phrases.py", "python"),
)
_OPTIONS = {"trimmed": "true", "newstyle_gettext": "true", "silent": "false"}


def asked_for() -> Catalog:
    """The messages of all templates, and of the code that words pages and dates."""
    found = Catalog()
    for folder, pattern, method in _PLACES:
        for file, line, message, _, context in extract_from_dir(
            folder, [(pattern, method)], {pattern: _OPTIONS}
        ):
            found.add(message, locations=[(file, line)], context=context)
    return found


def translated(language: str) -> Catalog:
    """The messages of the file for *language* that is shipped."""
    text = (WORDS / f"{language}.po").read_text("utf-8")
    return read_po(text.split("\n"), locale=language, abort_invalid=True)


def messages(catalogue: Catalog) -> dict[Key, Message]:
    return {(m.context or "", forms(m.id)[0]): m for m in catalogue if m.id}


def forms(text: object) -> tuple[str, ...]:
    """One text, or those for each number."""
    return tuple(map(str, text)) if isinstance(text, tuple | list) else (str(text),)


def brought_up_to_date(language: str) -> str:
    """The file for *language* with the messages that are asked for and no others; what
    is new has no translation yet."""
    text = (WORDS / f"{language}.po").read_text("utf-8")
    head = text.partition("\n\n")[0]
    known = messages(translated(language))
    wanted = Catalog(locale=language)
    for key, message in sorted(messages(asked_for()).items()):
        old = known.get(key)
        string = old.string if old and old.id == message.id else ""
        comments = old.user_comments if old else ()
        wanted.add(
            message.id,
            string or ("",) * wanted.num_plurals
            if isinstance(message.id, tuple)
            else string,
            context=message.context,
            user_comments=comments,
        )
    return f"{head}\n\n{''.join(_lines(wanted)).rstrip()}\n"


def _lines(catalogue: Catalog) -> Iterator[str]:
    for line in generate_po(catalogue, omit_header=True, sort_by="message", width=0):
        # Which messages have places for values can be seen.
        if not line.startswith("#, python-format"):
            yield line
