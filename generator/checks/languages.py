"""Says of which texts dateline reads less than of others, because of their language."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.model.language import language_name, may_be_english
from generator.model.sources import Document, language_of_source
from generator.model.timeline import Content
from generator.problems import Origin, Problem, Severity


def languages_not_read(
    content: Content,
    documents: Sequence[Document],
    reads_dates_in: Callable[[str], bool],
) -> list[Problem]:
    """A note for each document in another language than English that no event cites."""
    cards = {source.id: source for source in content.sources}
    cited = {c.source for event in content.events for c in event.citations}
    found = []
    for document in documents:
        language = language_of_source(document, cards.get(document.id))
        if document.id in cited or may_be_english(document.text, language):
            continue
        dates = (
            "its dates are read"
            if reads_dates_in(language)
            else "only dates such as 2025-07-12 are read"
        )
        found.append(
            Problem(
                Origin(document.path),
                Severity.NOTE,
                "language-not-read",
                f"this text is in {language_name(language)}: {dates}, but no events "
                "are proposed from it",
                "write its events by hand in content/events/, with citations of it",
            )
        )
    return found
