"""Touches the disk: which events may be one, as the last extraction saw it.

One sorted JSON file, `.dateline/suggested.json`, so that a review can ask about them
without reading all articles again.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from generator.config import Project
from generator.disk import Files
from generator.model.citations import Citation
from generator.model.events import Suggestion
from generator.model.selectors import TextQuoteSelector
from generator.problems import DatelineError
from generator.store.revision import FileWrite, Revision, Step

PATH = ".dateline/suggested.json"


class SuggestedUnreadableError(DatelineError):
    """The file of suggestions is damaged."""

    def __init__(self) -> None:
        super().__init__(
            f"{PATH} cannot be read. Delete it and run `dateline extract`: it is "
            "written anew."
        )


def with_suggestions(revision: Revision, project: Project) -> Revision:
    """*revision*, which also writes its suggestions; the same ones change nothing.

    Raises:
        FileAccessError: What was kept before cannot be read.
    """
    found = sorted(_tree(suggestion) for suggestion in revision.suggestions)
    before = Files().read_if_there(project.root / PATH)
    after = None
    if found:
        text = json.dumps(found, ensure_ascii=False, indent=2)
        after = f"{text}\n".encode()
    if before == after:
        return revision
    step = Step(None, (FileWrite(PATH, before, after),))
    return replace(revision, steps=(*revision.steps, step))


def read_suggestions(project: Project) -> list[Suggestion]:
    """What the last extraction suggested; nothing when there was none.

    Raises:
        SuggestedUnreadableError: The file holds something else.
        FileAccessError: It cannot be read.
    """
    data = Files().read_if_there(project.root / PATH)
    try:
        return [_suggestion(*row) for row in json.loads(data or b"[]")]
    except (ValueError, TypeError, RecursionError) as error:
        raise SuggestedUnreadableError from error


def _tree(suggestion: Suggestion) -> list[str]:
    first, second = suggestion.first, suggestion.second
    return [
        first.source,
        first.quote.exact,
        second.source,
        second.quote.exact,
        suggestion.because,
    ]


def _suggestion(*row: Any) -> Suggestion:
    source, exact, other_source, other_exact, because = map(str, row)
    return Suggestion(
        Citation(source, TextQuoteSelector(exact)),
        Citation(other_source, TextQuoteSelector(other_exact)),
        because,
    )
