"""What hosts answered into what an editor should look at, with the next thing to do.

Only what is surely so is an error: a page that its host says is gone, and one that is
there but has other words. What a host does not let a program see is a note.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from generator.linkcheck.answers import Answer, Failure
from generator.linkcheck.links import Link
from generator.problems import Problem, Severity

Stands = Callable[[str, str], bool]
"""Whether words stand in a text, whatever the kinds of marks and spaces."""

_GONE = {404: "not found", 410: "gone"}
_UNSURE = {
    401: "it asks who we are (401)",
    402: "it asks for money (402)",
    403: "its host lets no program in (403)",
    429: str(Failure.BUSY),
    451: "it is withheld by law here (451)",
    503: str(Failure.BUSY),
}
_ENOUGH = 0.5
"""A page with less text than this share of the stored one does not show an article, or
not all of it: a form to log in, a question about cookies, the beginning for nothing."""
_MOST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Looked:
    """What came of looking for a link. `lost` are the words that are cited from there
    and stand there no more; None where that cannot be told."""

    link: Link
    answer: Answer
    lost: tuple[str, ...] | None = ()


def looked_at(
    link: Link, answer: Answer, texts: Sequence[str], stands: Stands
) -> Looked:
    """What the *answer* means for *link*; *texts* are the ways to read the page that
    came: its article alone, all that is on it."""
    lost: tuple[str, ...] | None = ()
    if link.quotes and 200 <= answer.status < 300:
        lost = _lost(link, answer, texts, stands)
    return Looked(link, replace(answer, data=b""), lost)


def _lost(
    link: Link, answer: Answer, texts: Sequence[str], stands: Stands
) -> tuple[str, ...] | None:
    lost = tuple(q for q in link.quotes if not any(stands(q, text) for text in texts))
    if not lost:
        return ()
    shown = len(texts[0]) if texts else 0
    is_all = answer.is_whole and shown and shown >= link.length * _ENOUGH
    return lost if is_all else None


def found_out(looked: Sequence[Looked]) -> list[Problem]:
    """What is to be said of all links that were looked for, sorted by place.

    What is the same of one address in several places is said once.
    """
    # Without a network, no host has a name.
    is_online = any(one.answer.status for one in looked)
    same: defaultdict[str, list[tuple[bool, Problem]]] = defaultdict(list)
    for one in looked:
        for problem in _problems(one, is_online):
            same[problem.message].append((not one.link.key, problem))
    return sorted(_once(sorted(found)) for found in same.values())


def _once(found: Sequence[tuple[bool, Problem]]) -> Problem:
    """The first of the problems *found*, and where the others stand; whether each is in
    a text, of which the header knows more."""
    (_, first), *others = found
    if not others:
        return first
    places = ", ".join(str(problem.origin) for _, problem in others)
    return replace(first, hint=f"{first.hint}; it also stands in {places}")


def _problems(one: Looked, is_online: bool) -> Iterator[Problem]:
    link, answer = one.link, one.answer
    named = f"“{link.address}”"
    gone = _gone(answer, is_online)
    if gone:
        yield _problem(link, "dead", f"{named} is dead: {gone}", _HINTS_DEAD)
        return
    if answer.failure or answer.status >= 300:
        yield _problem(
            link, "unsure", f"{named} could not be looked at: {_why(answer)}"
        )
        return
    is_proven = bool(link.quotes) and one.lost == ()
    if _is_start(answer.at) and not _is_start(link.address) and not is_proven:
        what = f"{named} leads to the start of its site: the page itself may be gone"
        yield _problem(link, "moved", what, _HINTS_DEAD)
    elif answer.moved_to:
        what = f"{named} has moved for good, to “{answer.moved_to}”"
        yield _problem(link, "moved", what, {"": "write the new address"})
    if one.lost is None:
        what = f"{named} is there, but shows a program too little to find what is cited"
        yield _problem(link, "unsure", what)
    elif one.lost:
        what = f"{named} no longer has the words that are cited: {_shown(one.lost)}"
        yield _problem(link, "changed", what, _HINTS_CHANGED)


def _gone(answer: Answer, is_online: bool) -> str:
    """How it is known that the page is gone, "" if it is not."""
    if answer.failure is Failure.NO_HOST and is_online:
        return str(answer.failure)
    known = _GONE.get(answer.status, "")
    return f"its host answers {answer.status} ({known})" if known else ""


def _why(answer: Answer) -> str:
    """Why *answer* says nothing of the page."""
    if answer.failure is Failure.NO_HOST:  # nor has anybody else a name
        return str(Failure.NO_CONNECTION)
    return answer.failure or _UNSURE.get(answer.status, f"it answers {answer.status}")


def _is_start(address: str) -> bool:
    """True for the address of a whole site: what is gone is often led there."""
    parts = urlsplit(address)
    return parts.path in ("", "/") and not parts.query


def _shown(words: Sequence[str]) -> str:
    first = words[0]
    cut = first if len(first) <= _MOST_SHOWN else f"{first[:_MOST_SHOWN].rstrip()} …"
    more = f" and {len(words) - 1} more" if len(words) > 1 else ""
    return f"“{cut}”{more}"


_SEVERITIES = {
    "dead": Severity.ERROR,
    "changed": Severity.ERROR,
    "moved": Severity.WARNING,
    "unsure": Severity.NOTE,
}
_LOOK_YOURSELF = {"": "open it in a browser; nothing speaks against it yet"}
_FIND_COPY = (
    "look for a copy at https://web.archive.org/web/*/{address}; write its address as "
    "“archive: …”"
)
_COMPARE = "compare it with the stored text; if it was changed since"
_HINTS_DEAD = {
    "URL": f"{_FIND_COPY}, and “url-status: dead”",
    "copied": "write “url-status: dead”: readers are then led to the archived copy",
    "archive": "write the address of another copy, or take this one out",
    "exactMatch": "look it up on Wikidata, and correct the id",
    "": "correct the link, or take it out",
}
_HINTS_CHANGED = {
    "URL": f"{_COMPARE}, {_FIND_COPY}, and “url-status: deviated”",
    "copied": f"{_COMPARE}, write “url-status: deviated”: readers are then led to the "
    "archived copy",
    "archive": "write the address of a copy that shows the text as it was read",
}


def _problem(
    link: Link, code: str, message: str, hints: Mapping[str, str] = _LOOK_YOURSELF
) -> Problem:
    key = "copied" if link.key == "URL" and link.has_copy else link.key
    hint = hints.get(key, hints.get("", "")).format(address=link.address)
    return Problem(link.origin, _SEVERITIES[code], f"link-{code}", message, hint)
