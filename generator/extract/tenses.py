"""Puts what had or has happened into the plain past, as a title tells it."""

from __future__ import annotations

import re

from generator.extract.lexicon import STATIVE, words
from generator.extract.verbs import active_past, verb_form

_HAD = re.compile(
    r"(?P<have>had|has|have)\s+(?P<adverbs>(?:(?:\w+ly|also|already|just|since|then|once|first)\s+)*)"
    r"(?P<word>[\w-]+)"
)
_LASTING = re.compile(
    r"\b(?:for|over|in|during) (?:the )?"
    r"(?:(?:past|last|more than|nearly|about|almost) )*"
    r"(?:\w+ )?(?:days|weeks|months|years|decades)\b"
    r"|\b(?:always|ever|never|so far|yet|still|long|now|no longer|not)\b"
)
"""With these, what has happened still goes on, or may."""

_PLURAL = words("police people men women children troops staff we they")
_SINGULAR_ENDINGS = ("ss", "us", "is", "ics", "news", "states", "nations")
_BEFORE_COMPLEMENT = re.compile(r"\s+(?:of|from|in|at|for|on|to|with|by|near)\s+")


def told_simply(subject: str, rest: str) -> str:
    """*rest* of a clause with "had closed" or "has closed" as "closed", "had been" as
    "was" or "were"; as it is where it begins otherwise.

    What lasts, and what "has been", keeps its perfect.
    """
    match = _HAD.match(rest)
    if match is None:
        return rest
    if re.search(r"\bsince\b", rest):
        have = "has" if was_or_were(subject) == "was" else "have"
        return f"{have}{rest[3:]}"
    word = match["word"].lower()
    if match["have"] != "had" and (
        word == "been" or verb_form(word)[0] in STATIVE or _LASTING.search(rest)
    ):
        return rest
    past = was_or_were(subject) if word == "been" else active_past(word)
    return f"{match['adverbs']}{past}{rest[match.end() :]}" if past else rest


def was_or_were(subject: str) -> str:
    """The verb that goes with *subject*, by its last noun before what completes it."""
    head = _BEFORE_COMPLEMENT.split(subject)[0]
    last = head.split()[-1].lower() if head.split() else ""
    listed = re.search(r"\band\b", subject) is not None
    plural = last.endswith("s") and not last.endswith(_SINGULAR_ENDINGS)
    return "were" if listed or plural or last in _PLURAL else "was"
