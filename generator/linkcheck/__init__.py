"""Content into the links to other hosts that it names, and what these hosts answer into
what an editor should look at.

Only `asking` touches the network. Nothing is called dead that merely did not answer.
"""

from generator.linkcheck.answers import Answer, Failure
from generator.linkcheck.asking import Manners, answers
from generator.linkcheck.judging import Looked, found_out, looked_at
from generator.linkcheck.links import Link, outside_links

__all__ = [
    "Answer",
    "Failure",
    "Link",
    "Looked",
    "Manners",
    "answers",
    "found_out",
    "looked_at",
    "outside_links",
]
