"""What several checks need: the place of a value, and the nearest of known words."""

from __future__ import annotations

from collections.abc import Collection

from generator.model.entities import Entity
from generator.model.events import Event
from generator.model.sources import Source
from generator.model.timeline import Page
from generator.problems import Origin, Problem, Severity

_NEAR = 70


def at(thing: Event | Source | Entity | Page, key: str) -> Origin:
    """Where the value of *key* stands in the file of *thing*; else its first line."""
    return thing.origins.get(key, thing.origin)


def error(origin: Origin, code: str, message: str, hint: str = "") -> Problem:
    """A problem that stops publication."""
    return Problem(origin, Severity.ERROR, code, message, hint)


def warning(origin: Origin, code: str, message: str, hint: str = "") -> Problem:
    """A problem that does not stop publication."""
    return Problem(origin, Severity.WARNING, code, message, hint)


def note(origin: Origin, code: str, message: str, hint: str = "") -> Problem:
    """Something worth knowing."""
    return Problem(origin, Severity.NOTE, code, message, hint)


def did_you_mean(text: str, known: Collection[str], otherwise: str = "") -> str:
    """A hint with the one of *known* that *text* was meant to be, else *otherwise*."""
    from rapidfuzz import fuzz, process, utils  # only who slipped waits for it

    near = process.extractOne(
        text,
        sorted(known),
        scorer=fuzz.ratio,
        processor=utils.default_process,
        score_cutoff=_NEAR,
    )
    return f"did you mean “{near[0]}”?" if near else otherwise


def plain(text: str) -> str:
    """*text* in lower case, with single spaces."""
    return " ".join(text.casefold().split())
