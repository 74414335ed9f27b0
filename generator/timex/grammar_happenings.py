"""Times that are counted from a happening: "two days after the quake".

The words after "before" or "after" name the happening. Where they are a date
themselves ("two days before Christmas"), `resolve` counts from that date.
"""

from __future__ import annotations

from generator.timex.grammar_lengths import length
from generator.timex.grammar_relative import counted
from generator.timex.happenings import name_of
from generator.timex.lexicon import words
from generator.timex.meanings import FromHappening
from generator.timex.patterns import Built, Match, Rule, rule
from generator.timex.tokens import CLASS_LETTERS

_LASTING = words(
    "for in within during over last past next of the every each these no than"
)
"""Before a length that lasts: "for two days after the quake"."""


def beside_happening(match: Match) -> Built:
    """ "two days after the quake", "weeks before the vote"."""
    unit = match.unit()
    if unit in ("S", "MIN", "H", "WE") or match.before() in _LASTING:
        return None
    count, mod = counted(match) if match["count"] else (None, None)
    if unit == "F":
        unit, count = "W", None if count is None else 2 * count
    if "half" in match["count"]:
        return None
    vague_unit = "Y" if unit == "DE" and not match["count"] else unit
    said = length("X" if count is None else str(count), vague_unit)
    first = match.span()[1]
    last = name_of(match.tokens, first)
    return FromHappening(
        unit,
        None if count is None else _sign(match) * count,
        said,
        first,
        first - 1 if last is None else last,
        mod,
    )


def unit_beside_happening(match: Match) -> Built:
    """ "the day after his death", "the week before the vote"."""
    first = match.span()[1]
    last = name_of(match.tokens, first)
    if last is None and not match["dated"]:
        return None
    if match.before() == "," and match.tokens.letters[match.extent[0] - 2] in _DAYS:
        return None  # "on Nov. 3, the day before the vote": Nov. 3 says it
    unit = match.unit()
    return FromHappening(unit, _sign(match), None, first, last or first - 1)


_DAYS = "".join(
    CLASS_LETTERS[name]
    for name in ("HOUR12", "HOUR24", "TO31", "FOUR_DIGITS", "WEEKDAY", "DAYWORD")
)


def _sign(match: Match) -> int:
    return -1 if match["side"] in ("before", "prior to") else 1


_SIDE = "(?:just|only|exactly)? side=(before|after|prior to|following)"

RULES: tuple[Rule, ...] = (
    rule(
        "outer=OUTER_HEDGE? it=(hedge=HEDGE? count=COUNT unit=ANY_UNIT)"
        f" {_SIDE} (?! that|this|which|tax|all)",
        beside_happening,
    ),
    rule(f"it=(unit=UNITS) {_SIDE} (?! that|this|which|all)", beside_happening),
    rule(
        "it=(the unit=(day|week|month|year|night)) side=(before|after)"
        " (?! that|this|which|all) (?= dated=(the? (?:MONTH|DAY|YEAR)))?",
        unit_beside_happening,
    ),
)
