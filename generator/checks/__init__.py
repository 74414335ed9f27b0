"""Content and documents into everything that a person should look at in them. Pure.

`check` holds each statement against its source, each link against what it names, and
each date against what its passages say; all files are judged in one run. `passages`
finds what a person wants to quote, `drift` what became of a quotation,
`possibly_one` which events may be the same.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.checks.accounts import account_problems
from generator.checks.dates import (
    as_of_problems,
    date_problems,
    source_date_problems,
)
from generator.checks.drift import Drift, Fate, drift
from generator.checks.finding import likely_passage, passages
from generator.checks.languages import languages_not_read
from generator.checks.likeness import pairs_to_judge, possibly_one
from generator.checks.links import link_problems
from generator.checks.names import name_problems
from generator.checks.proofs import proof_problems
from generator.checks.sources import source_problems
from generator.checks.tags import tag_problems
from generator.checks.twins import twin_problems
from generator.model.sources import Document
from generator.model.timeline import Content
from generator.problems import Problem

__all__ = [
    "Drift",
    "Fate",
    "as_of_problems",
    "check",
    "drift",
    "languages_not_read",
    "likely_passage",
    "pairs_to_judge",
    "passages",
    "possibly_one",
]


def check(content: Content, documents: Sequence[Document]) -> list[Problem]:
    """What is wrong in *content*, sorted by place, each thing once."""
    found = {
        *name_problems(content, documents),
        *proof_problems(content, documents),
        *account_problems(content, documents),
        *link_problems(content),
        *tag_problems(content),
        *twin_problems(content),
        *date_problems(content),
        *source_date_problems(content),
        *source_problems(content, documents),
    }
    return sorted(found)
