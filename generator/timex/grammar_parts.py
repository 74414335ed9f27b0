"""What the rows of the grammar share: the parts of a phrase, and what they mean."""

from __future__ import annotations

from generator.timex.lexicon import HOURS, PARTS_OF_DAY, PORTIONS
from generator.timex.meanings import Anchor, Direction, Shifted
from generator.timex.patterns import Match

_WHICH = "(?:this|last|next|that|the (?:same|following|previous|next)?) year"
_ANCIENT = "(TO31|TO99|THREE_DIGITS)(?= bc|bce)"
IN_YEAR = (
    f"(?:(?:COMMA|of|in)? year=(YEAR|{_ANCIENT}) era=ERA?|(?:of|in)? which=({_WHICH}))"
)
"""The year after a month or a season: "2024", "of that year", "481 BC"."""

DATE_YEAR = (
    f"(?:(?:COMMA|of|in)? year=YEAR(?! COUNTED) era=ERA?|(?:of|in)? which=({_WHICH}))"
)
"""The year after a day, where "July 12 2000 people marched" has none."""

PORTION = "portion=(PORTIONS)?"

DIRECTIONS: dict[str, Direction] = {
    **dict.fromkeys(("last", "past", "previous"), Direction.LAST),
    "this": Direction.THIS,
    **dict.fromkeys(("next", "coming", "following"), Direction.NEXT),
}

_YEARS_FROM = {
    "this": Shifted("Y", 0, Anchor.PUBLICATION),
    "last": Shifted("Y", -1, Anchor.PUBLICATION),
    "next": Shifted("Y", 1, Anchor.PUBLICATION),
    "that": Shifted("Y", 0, Anchor.NAMED),
    "the same": Shifted("Y", 0, Anchor.NAMED),
    "the": Shifted("Y", 0, Anchor.STORY),
    "the previous": Shifted("Y", -1, Anchor.TEXT),
    "the next": Shifted("Y", 1, Anchor.TEXT),
    "the following": Shifted("Y", 1, Anchor.TEXT),
}
"""The year of "October of last year"."""


def portion(match: Match) -> str | None:
    """START, MID or END, where the phrase says so."""
    found = [PORTIONS[w] for w in match["portion"].split() if w in PORTIONS]
    if not found and match["approx"]:
        return "APPROX"
    return found[0] if found else None


_BEFORE_A_CLOCK = ("at", "about", "around", "exactly")


def time_in(words: str) -> str | None:
    """A TIMEX3 time ("NI", "10:35") of the words of a part of day or a clock."""
    tokens = [t for t in words.split() if t not in _BEFORE_A_CLOCK]
    for token in tokens:
        if token in PARTS_OF_DAY:
            return PARTS_OF_DAY[token]
        if token in HOURS:
            return HOURS[token]
    if not tokens:
        return None
    hours, _, minutes = tokens[0].replace(".", ":").partition(":")
    if len(hours) == 4 and not minutes:
        hours, minutes = hours[:2], hours[2:]
    if not hours.isdigit() or int(hours) > 24 or minutes[:1] > "5":
        return None
    hour = int(hours)
    marker = "".join(tokens[1:2]).replace(".", "").replace(" ", "")
    if marker == "pm" and hour < 12:
        hour += 12
    if marker == "am" and hour == 12:
        hour = 0
    zone = "Z" if tokens[-1] in ("gmt", "utc") else ""
    return f"{hour:02}:{minutes[:5] or '00'}{zone}"


def year_of(match: Match) -> int | Shifted | None:
    """The year that a phrase names, counts to, or leaves out."""
    year = match.number("year") if match["year"] else None
    if year is not None:
        return -year if match["era"].startswith("b") else year
    return _YEARS_FROM.get(match["which"].removesuffix(" year"))
