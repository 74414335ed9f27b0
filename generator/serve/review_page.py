"""The queue of a review as a page of the preview. It is in no built site."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from itertools import groupby
from pathlib import Path
from urllib.parse import quote

from generator.review import Entry, Passage

OPEN_IN_EDITOR = "vscode://file/{path}:{line}:{column}"
"""The address that makes VS Code open a file; other editors have similar ones."""


def review_page(entries: Iterable[Entry], root: Path, opens: str) -> str:
    """The page: events with what waits in them, each place a link into the editor.

    *opens* is the address that opens a file, with {path}, {line} and {column}.
    """
    events = [list(group) for _, group in groupby(entries, key=lambda e: e.event)]
    waiting = sum(map(len, events))
    heading = f"{waiting} waiting" if waiting else "Nothing waits for you"
    told = "\n".join(_event(group, root, opens) for group in events)
    return _PAGE.format(policy=_POLICY, heading=heading, events=told)


def _event(entries: list[Entry], root: Path, opens: str) -> str:
    first = entries[0]
    items = "\n".join(_entry(entry, root, opens) for entry in entries)
    passages = "\n".join(_passage(passage) for passage in first.passages)
    return (
        f'<section><h2><a href="/events/{quote(first.event, safe="")}/index.html">'
        f"{escape(first.title or first.event)}</a></h2>\n"
        f"<ul>\n{items}\n</ul>\n{passages}</section>"
    )


def _entry(entry: Entry, root: Path, opens: str) -> str:
    at = entry.origin
    path = quote((root / at.path).resolve().as_posix(), safe="/:")
    address = opens.format(path=path, line=max(at.line, 1), column=max(at.column, 1))
    return (
        f'<li><b class="{entry.matter}">{entry.matter}</b> '
        f"{escape(_sentence(entry.message))} <i>{escape(_sentence(entry.hint))}</i> "
        f'<a href="{escape(address)}">{escape(str(at))}</a></li>'
    )


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def _passage(passage: Passage) -> str:
    place = f", line {passage.line}" if passage.line else ", not found there"
    return (
        f"<blockquote>{escape(passage.before)}<mark>{escape(passage.exact)}</mark>"
        f"{escape(passage.after)}<footer>{escape(passage.source)}{place}</footer>"
        "</blockquote>"
    )


_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
)
_PAGE = """<!doctype html>
<html lang="en"><head>
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>What waits for review</title>
<style>
:root {{ color-scheme: light dark }}
body {{ font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 46rem;
  padding: 1rem; overflow-wrap: anywhere }}
section {{ border-top: 1px solid; margin-top: 1.5rem }}
h2 {{ font-size: 1.15rem; margin-bottom: .25rem }}
ul {{ padding-left: 1.25rem }}
b {{ border: 1px solid; border-radius: .25rem; font-size: .8rem; padding: 0 .3rem }}
b.quote {{ background: #b00020; color: #fff }}
blockquote {{ border-left: 3px solid; margin: .5rem 0; padding-left: .75rem }}
footer {{ font-size: .85rem }}
</style></head>
<body><main><h1>{heading}</h1>
<p>Answer in the terminal with <code>dateline review</code>, or open the files here.
<a href="/">To the timeline</a></p>
{events}
</main></body></html>
"""
