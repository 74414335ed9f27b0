"""The same timeline as people would have written it: not every text is paragraphs, not
every header one line a key, not every date a day.

The shares are guesses, told in the README; what matters is that no path through the
program is measured as if there were no other.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from corpus import Happening, Made, Style

_MOST_QUOTES = 24


def mixed(timeline: Made) -> Made:
    """*timeline* with texts, headers, dates and citations of all kinds."""
    random = Random(len(timeline.events))
    sentences = [(p.id, sentence) for p in timeline.papers for sentence in p.sentences]
    events = tuple(_mixed(random, event, sentences) for event in timeline.events)
    return replace(timeline, events=events)


def _mixed(
    random: Random, event: Happening, sentences: list[tuple[str, str]]
) -> Happening:
    date, day = event.date, event.day
    if random.random() < 0.3:
        date, day = random.choice(_DATES)(int(date[:4]), date[5:7], date[8:])
    quotes = event.quotes
    if random.random() < 0.1:
        more = random.sample(sentences, min(_MOST_QUOTES - 1, len(sentences)))
        quotes = tuple(dict.fromkeys([*quotes, *more]))
    styles = random.choices(tuple(Style), (70, 15, 15))
    paragraphs = event.paragraphs
    if random.random() < 0.3:
        shape = random.choice(_SHAPES)
        paragraphs = (*paragraphs[:-1], shape(paragraphs[-1]))
    title = event.title
    if styles[0] is Style.QUOTED:
        title = title.replace(" and the ", ": on the ", 1)
    return replace(
        event,
        title=title,
        date=date,
        day=day,
        quotes=quotes,
        style=styles[0],
        paragraphs=paragraphs,
    )


def _in_words(text: str, before: str, after: str) -> str:
    """*text* with its third to fifth words between two signs."""
    words = text.split(" ")
    inside = " ".join(words[2:5])
    return " ".join([*words[:2], f"{before}{inside}{after}", *words[5:]])


def _each_sentence(text: str, sign: str) -> str:
    return "\n".join(f"{sign}{part}" for part in text.split("\n"))


def _lines(text: str) -> str:
    """A sentence a line."""
    return text.replace(". The ", ".\nThe ")


_SHAPES: tuple[Callable[[str], str], ...] = (
    lambda text: _in_words(text, "*", "*"),
    lambda text: _in_words(text, "**", "**"),
    lambda text: _in_words(text, "[", "](https://example.org/harbour/)"),
    lambda text: _in_words(text, '["', '"](https://example.org/harbour/?a=1&b=2 "x")'),
    lambda text: _in_words(text, "`", "`"),
    lambda text: _in_words(text, "“", "”"),
    lambda text: _lines(text),
    lambda text: _each_sentence(_lines(text), "- "),
    lambda text: _each_sentence(_lines(text), "1. "),
    lambda text: _each_sentence(_lines(text), "> "),
    lambda text: _each_sentence(_lines(text), "    "),
    lambda text: f"## What was told\n\n{text}",
    lambda text: f"```\n{_lines(text)}\n```",
    lambda text: f"{_in_words(text, '*', '*')}\n\n- {_in_words(text, '**', '**')}",
)
"""Texts of Markdown, from plain to unusual."""

_DATES: tuple[Callable[[int, str, str], tuple[str, str]], ...] = (
    lambda y, m, d: (f"{y}-{m}", f"{y}-{m}-01"),
    lambda y, m, d: (f"{y}-{m}", f"{y}-{m}-01"),
    lambda y, m, d: (f"{y}", f"{y}-01-01"),
    lambda y, m, d: (f"{y}-{m}-{d}?", f"{y}-{m}-{d}"),
    lambda y, m, d: (f"{y}-{m}~", f"{y}-{m}-01"),
    lambda y, m, d: (f"{y}%", f"{y}-01-01"),
    lambda y, m, d: (f"{y}-~{m}", f"{y}-{m}-01"),
    lambda y, m, d: (f"{y}-{m}-XX", f"{y}-{m}-01"),
    lambda y, m, d: (f"{y}-XX", f"{y}-01-01"),
    lambda y, m, d: (f"{y // 10}X", f"{y // 10}0-01-01"),
    lambda y, m, d: (f"{y // 100}XX", f"{y // 100}00-01-01"),
    lambda y, m, d: (f"{y}-21", f"{y}-03-01"),
    lambda y, m, d: (f"{y}-24", f"{y}-12-01"),
    lambda y, m, d: (f"{y}-34", f"{y}-04-01"),
    lambda y, m, d: (f"{y}-{m}-{d}/{y + 1}", f"{y}-{m}-{d}"),
    lambda y, m, d: (f"{y}-{m}/..", f"{y}-{m}-01"),
    lambda y, m, d: (f"../{y}-{m}", f"{y}-{m}-01"),
    lambda y, m, d: (f"{y}-{m}/", f"{y}-{m}-01"),
    lambda y, m, d: (f"{y}~/{y + 2}", f"{y}-01-01"),
    lambda y, m, d: (f"[{y}-{m},{y + 1}-{m}]", f"{y}-{m}-01"),
    lambda y, m, d: (f"{{{y},{y + 2}}}", f"{y}-01-01"),
    lambda y, m, d: (f"[{y}..{y + 3}]", f"{y}-01-01"),
)
"""EDTF from year, month and day, each with the first day that it can mean."""
