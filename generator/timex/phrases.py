"""Phrases that say more than the dates in them: "since 2022", "11 to 13 July".

Before anchoring, a phrase lends one date's year to the other ("July or August 2025"),
or its day ("2 a.m. and 4 a.m. on Friday"); afterwards it gives both the EDTF value of
the whole.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from generator.model.edtf import EdtfError, parse_edtf
from generator.model.timex import TimexType
from generator.timex import values
from generator.timex.lexicon import ALL_UNITS, words
from generator.timex.meanings import (
    Calendar,
    Expression,
    FromHappening,
    Meaning,
    Offset,
    Shifted,
    TimeOfDay,
    Weekday,
)
from generator.timex.reported import ended_by
from generator.timex.resolved import Resolved
from generator.timex.tokens import Tokens


class Link(Enum):
    """How two dates that stand side by side belong together."""

    RANGE = "range"
    EITHER = "either"
    BOTH = "both"


_LINKS: dict[tuple[str, ...], Link] = {
    **dict.fromkeys([("to",), ("until",), ("till",), ("through",)], Link.RANGE),
    **dict.fromkeys([("up", "to"), ("and", "until"), ("to", "the")], Link.RANGE),
    **dict.fromkeys([("-",), ("–",), ("‐",), ("‑",)], Link.RANGE),
    **dict.fromkeys([("or",), ("or", "in"), (",", "or"), ("/",)], Link.EITHER),
    **dict.fromkeys([("and",), ("and", "in")], Link.BOTH),
}
"""The words between two dates."""


class Bound(Enum):
    """What a word before a date makes of it."""

    FROM = "{}/.."
    UNTIL = "../{}"
    BY = "[..{}]"
    NOT_BEFORE = "[{}..]"
    BEFORE = "before"
    AFTER = "after"


_BOUNDS: dict[tuple[str, ...], tuple[Bound, str | None]] = {
    ("since",): (Bound.FROM, None),
    ("ever", "since"): (Bound.FROM, None),
    ("until",): (Bound.UNTIL, None),
    ("till",): (Bound.UNTIL, None),
    ("up", "until"): (Bound.UNTIL, None),
    ("until", "at", "least"): (Bound.UNTIL, None),
    ("up", "to"): (Bound.UNTIL, None),
    ("through",): (Bound.UNTIL, None),
    ("by",): (Bound.BY, "ON_OR_BEFORE"),
    ("no", "later", "than"): (Bound.BY, "ON_OR_BEFORE"),
    ("not", "later", "than"): (Bound.BY, "ON_OR_BEFORE"),
    ("no", "earlier", "than"): (Bound.NOT_BEFORE, "ON_OR_AFTER"),
    ("not", "before"): (Bound.NOT_BEFORE, "ON_OR_AFTER"),
    ("on", "or", "before"): (Bound.BY, "ON_OR_BEFORE"),
    ("on", "or", "after"): (Bound.NOT_BEFORE, "ON_OR_AFTER"),
    ("before",): (Bound.BEFORE, "BEFORE"),
    ("prior", "to"): (Bound.BEFORE, "BEFORE"),
    ("after",): (Bound.AFTER, "AFTER"),
    ("pre", "-"): (Bound.BEFORE, "BEFORE"),
    ("post", "-"): (Bound.AFTER, "AFTER"),
}
"""The words before a date, and TIMEX3's modifier for them."""

_RUN_UP = words("run -")
"""Before "up to": "the run-up to Christmas"."""

_LAST_OF_BOUNDS = frozenset(said[-1] for said in _BOUNDS)

_WITHIN: dict[tuple[Bound, str | None], Bound] = {
    (Bound.BEFORE, "MID"): Bound.BY,
    (Bound.BEFORE, "END"): Bound.BY,
    (Bound.AFTER, "START"): Bound.NOT_BEFORE,
    (Bound.AFTER, "MID"): Bound.NOT_BEFORE,
}
""" "Before the end of 2025" may be in 2025."""

_STOPS = frozenset(
    {"", ".", ",", ";", ":", ")", "\n", "!", "?", "”", '"', "and", "but"}
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A resolved expression with the EDTF value of the phrase it stands in.

    `whole` is the extent of that phrase where it is wider than the expression.
    """

    resolved: Resolved
    edtf: str | None
    mod: str | None
    whole: tuple[int, int] | None


def with_shared_parts(
    found: Sequence[Expression],
    link_between: Callable[[Expression, Expression], Link | None],
) -> list[Expression]:
    """*found*, where "July or August 2025" has lent its year to July.

    "2 a.m. and 4 a.m. on Friday" lends its day; the Wednesday of "from Monday until
    Wednesday" is the one that follows.
    """
    shared = list(found)
    for index in range(len(shared) - 2, -1, -1):
        left, right = shared[index], shared[index + 1]
        link = link_between(left, right)
        if link is None:
            continue
        a, b = left.meaning, right.meaning
        if link is not Link.BOTH and isinstance(a, Weekday) and isinstance(b, Weekday):
            shared[index + 1] = replace(right, meaning=replace(b, follows=True))
        elif isinstance(a, TimeOfDay):
            shared[index] = replace(left, meaning=_with_day(a, b))
        elif isinstance(a, Calendar) and isinstance(b, Calendar):
            a, b = _with_year(a, b)
            shared[index : index + 2] = (
                replace(left, meaning=a),
                replace(right, meaning=b),
            )
    return shared


def _with_day(time: TimeOfDay, later: Meaning) -> Meaning:
    """The day of the 4 a.m. on Friday for the 2 a.m. before it.

    Of "11 p.m. to 4 a.m. on Friday" the first is on the day before.
    """
    if not isinstance(later, (Weekday, Calendar, Shifted)) or later.time is None:
        return time
    if time.time <= later.time:
        return replace(later, time=time.time)
    return Offset("D", -1, replace(later, time=None), time.time)


def _with_year(a: Calendar, b: Calendar) -> tuple[Calendar, Calendar]:
    """Both with the year that one of them has."""
    first, second = _month_of(a), _month_of(b)
    if not (first and second) or a.direction or b.direction:
        return a, b
    if a.year is None and isinstance(b.year, int):
        earlier = (first, a.day or 0) > (second, b.day or 32)
        return replace(a, year=b.year - earlier), b
    if b.year is None and isinstance(a.year, int):
        later = (second, b.day or 32) < (first, a.day or 0)
        return a, replace(b, year=a.year + later)
    return a, b


def _month_of(said: Calendar) -> int | None:
    """The month in which a month, a season or a quarter begins."""
    return said.month or values.PART_MONTHS.get(said.part or "")


def link_between(tokens: Tokens, left: Expression, right: Expression) -> Link | None:
    """How the words between two neighbouring expressions join them."""
    if not 0 < right.first - left.last - 1 <= 2:
        return None
    between = tuple(tokens.low(i) for i in range(left.last + 1, right.first))
    link = _LINKS.get(between)
    if link is Link.BOTH and tokens.low(left.first - 1) == "between":
        return Link.RANGE
    if between == ("/",) and not tokens.glued(left.last):
        return None
    return link


def phrases(tokens: Tokens, resolved: Sequence[Resolved]) -> list[Phrase]:
    """Each of *resolved* in its phrase, in the same order."""
    found: list[Phrase] = []
    index = 0
    while index < len(resolved):
        pair = _pair(tokens, resolved, index) or _length(tokens, resolved, index)
        if pair is not None:
            found += pair
            index += 2
        else:
            found.append(
                _reported(tokens, resolved[index])
                or _named(tokens, resolved, index)
                or _bounded(tokens, resolved[index])
            )
            index += 1
    return found


def _length(
    tokens: Tokens, resolved: Sequence[Resolved], index: int
) -> list[Phrase] | None:
    """ "three months to 30 June": both have the interval."""
    if index + 1 >= len(resolved):
        return None
    left, right = resolved[index], resolved[index + 1]
    ended = ended_by(tokens, left, right)
    if ended is None or not left.expression.first <= ended[1] <= left.expression.last:
        return None
    whole = (left.expression.start, right.expression.end)
    return [Phrase(r, ended[0], r.mod, whole) for r in (left, right)]


def _reported(tokens: Tokens, resolved: Resolved) -> Phrase | None:
    """ "year to 31 March 2024", where "year" is no expression."""
    ended = ended_by(tokens, None, resolved)
    if ended is None:
        return None
    whole = (tokens.spans[ended[1]][0], resolved.expression.end)
    return Phrase(resolved, ended[0], resolved.mod, whole)


def _named(tokens: Tokens, resolved: Sequence[Resolved], index: int) -> Phrase | None:
    """ "two days after the quake", with the words that name the happening."""
    one = resolved[index]
    said = one.expression.meaning
    if not isinstance(said, FromHappening) or one.edtf is None:
        return None
    last = max(said.last, one.expression.last)
    others = (other.expression.first for other in resolved[index + 1 : index + 2])
    if any(first <= last for first in others):
        last = one.expression.last
    whole = (one.expression.start, tokens.spans[last][1])
    return Phrase(one, one.edtf, one.mod, whole)


def _pair(
    tokens: Tokens, resolved: Sequence[Resolved], index: int
) -> list[Phrase] | None:
    """Two linked dates as one interval or one set; None where they stand alone."""
    if index + 1 >= len(resolved):
        return None
    left, right = resolved[index], resolved[index + 1]
    if not (left.point and right.point and left.edtf and right.edtf):
        return None
    link = link_between(tokens, left.expression, right.expression)
    if link is Link.EITHER and left.point.unit != right.point.unit:
        return None
    edtf = joined_edtf(link, left.edtf, right.edtf)
    if edtf is None:
        return None
    start = left.expression.first
    lead = tokens.low(start - 1)
    if lead == "from" and _is_moved(tokens, start - 1):
        return None
    if link is Link.RANGE and lead in ("from", "between"):
        start -= 1
    whole = (tokens.spans[start][0], right.expression.end)
    return [Phrase(r, edtf, r.mod, whole) for r in (left, right)]


_MOVED = words(
    """
    moved move moving delayed delay postponed postpone pushed push shifted shift
    rescheduled reschedule deferred defer brought bring changed change put
    """
)
_REACH = 8
"""So many tokens before a "from", a verb still says what is moved."""


def _is_moved(tokens: Tokens, start: int) -> bool:
    """True for "delayed from 4 April to 11 April": two dates, and no time between."""
    opening, _ = tokens.sentence_span(start)
    before = range(max(opening, start - _REACH), start)
    return any(tokens.low(index) in _MOVED for index in before)


def joined_edtf(link: Link | None, left: str, right: str) -> str | None:
    """The value of two linked dates together; None where they have none."""
    if link is Link.RANGE and left == right:
        return left  # "2 a.m. to 4 a.m. on Friday"
    if link is Link.RANGE:
        edtf = f"{left.split('/')[0]}/{right.split('/')[-1]}"
    elif link is Link.EITHER and "/" not in left + right:
        edtf = f"[{left},{right}]"
    else:
        return None
    try:
        parse_edtf(edtf)
    except EdtfError:
        return None
    return edtf


def _bounded(tokens: Tokens, resolved: Resolved) -> Phrase:
    """ "since 2022" is open at its end; "by Friday" is some day up to that one."""
    plain = Phrase(resolved, resolved.edtf, resolved.mod, None)
    first = resolved.expression.first
    if resolved.edtf is None:
        open_date = resolved.type is TimexType.DATE and resolved.needs
        mod = _mod_of_bound(tokens, first) if open_date else None
        return replace(plain, mod=resolved.mod or mod)
    after = tokens.low(resolved.expression.last + 1)
    if after in ("onward", "onwards") or (
        after == "on" and tokens.low(first - 1) == "from"
    ):
        edtf = _open(Bound.FROM, resolved.edtf)
        end = tokens.spans[resolved.expression.last + 1][1]
        lead = first - (tokens.low(first - 1) == "from")
        return Phrase(resolved, edtf, resolved.mod, (tokens.spans[lead][0], end))
    if tokens.low(first - 1) not in _LAST_OF_BOUNDS:
        return plain
    for length in (3, 2, 1):
        said = tuple(tokens.low(i) for i in range(first - length, first))
        if said not in _BOUNDS:
            continue
        if said == ("up", "to") and tokens.low(first - length - 1) in _RUN_UP:
            return plain
        bound, mod = _BOUNDS[said]
        if bound in (Bound.BEFORE, Bound.AFTER):
            if tokens.low(first - length - 1) in ALL_UNITS:
                return plain  # "two days before Christmas" is no day before it
            if resolved.type is TimexType.TIME:
                # "shortly before noon Friday" is on that Friday.
                return replace(plain, mod=resolved.mod or mod)
        edtf = bound_edtf(bound, resolved, "" if said[-1] == "-" else after)
        if edtf is None:
            return plain
        whole = (tokens.spans[first - length][0], resolved.expression.end)
        return Phrase(resolved, edtf, resolved.mod or mod, whole)
    return plain


def _mod_of_bound(tokens: Tokens, first: int) -> str | None:
    """The modifier of "no earlier than January", whose year is not known."""
    for length in (3, 1):
        said = tuple(tokens.low(i) for i in range(first - length, first))
        bound, mod = _BOUNDS.get(said, (None, None))
        if bound in (Bound.BY, Bound.NOT_BEFORE):
            return mod
    return None


def bound_edtf(bound: Bound, resolved: Resolved, after: str = "") -> str | None:
    """The value of a date with its bound; None where *after* takes the bound away."""
    point, edtf = resolved.point, resolved.edtf
    if edtf is None:
        return None
    bound = _WITHIN.get((bound, resolved.mod), bound)
    if bound in (Bound.BEFORE, Bound.AFTER):
        # "before Friday" bounds; "before Friday's talks" and "after the July 12
        # meeting" name something that has that date.
        if after[:1] not in _STOPS and after not in _STOPS:
            return None
        step = -1 if bound is Bound.BEFORE else 1
        if point is None:
            return None
        beside = values.shifted(point, point.unit, step)
        if beside is None or beside.edtf is None:
            return None
        edtf, bound = beside.edtf, Bound.BY if step < 0 else Bound.NOT_BEFORE
    return _open(bound, edtf)


def _open(bound: Bound, edtf: str) -> str | None:
    first, _, last = edtf.partition("/")
    kept = first if bound in (Bound.FROM, Bound.NOT_BEFORE) else last or first
    opened = bound.value.format(kept)
    try:
        parse_edtf(opened)
    except EdtfError:
        return None
    return opened
