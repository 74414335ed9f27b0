"""What only looks like a date: the march, the modal, the surname, the flight number.

Each function is asked about one match and answers from the words beside it.
"""

from __future__ import annotations

from generator.timex.lexicon import (
    COUNTED,
    MONTHS,
    NUMBERED,
    PREPOSITIONS,
    SEASONS,
    WEEKDAYS,
    words,
)
from generator.timex.patterns import Match

_STREETS = words("street avenue road boulevard lane drive highway")
_NUMBER_SIGNS = words("# $ € £ + = * x")
_NUMBER_ABBREVIATIONS = words("no p pp vol art fig")
_HYPHENED_COUNTS = COUNTED | words("foot ton mile meter metre seat")
_HYPHENED_TIMES = words("post pre mid early late")
_JOINING = words("to and or - –")
_OF_A_YEAR = 4
"""So many figures: fewer, before "to", are a score's."""
_OF_A_TELEPHONE = 3
"""So many figures before a hyphen: "555-2019"."""

_HOURS = words("hours gmt utc local")
_BEFORE_OLD_YEAR = PREPOSITIONS | words("the year , - –")
_YEAR_WORDS = words("in year since until by")

_GIVEN_NAMES = words("april june august may")
_BEFORE_MONTH = PREPOSITIONS | words("the a an their its his her our this that s one")
_BEFORE_NAMED = PREPOSITIONS - words("and or for about with on at")
_BEFORE_THE_MARCH = words("the for on before after")
_BEFORE_FALL = words("in by until since during through of early late for before after")
_BEFORE_SEASON = PREPOSITIONS | words("the that each every a")
OWNERS = words("his her their my our your its")
_SEASONAL = words(
    """
    offensive offensives counteroffensive campaign campaigns fighting session
    semester term meeting meetings harvest season election elections recess tour
    """
)
_AFTER_NO_SEASON = words("palace games olympics school camp")
_BEFORE_CLOCK = words(
    "at by until till from to around about since before after between and - –"
)


def is_year(match: Match, value: int) -> bool:
    """True for 2019 in "in 2019", "2019's vote", "(2019)"; False for counts, labels."""
    if any(refuses(match) for refuses in _YEAR_REFUSALS):
        return False
    before = match.before()
    if not 1400 <= value <= 2100:
        return before in _YEAR_WORDS
    names_a_body = value < 1900 and match.token_after().istitle()
    if value % 100 and value <= 2060 and not names_a_body:
        return True
    return before in _BEFORE_OLD_YEAR or before.endswith("(")


def _counts(match: Match) -> bool:
    """ "2000 troops", "1990 of them", "a 1500-seat hall"."""
    after = match.after()
    if after in _JOINING and match.after(2).isdigit() and match.after(3) in COUNTED:
        return True  # "from 1980 to 2010 dollars"
    if after == "of":
        return match.before() not in PREPOSITIONS
    if after == "-":
        return match.after(2) in _HYPHENED_COUNTS
    return after in COUNTED or after in ("%", "°", "percent", "per")


def _is_a_score(match: Match) -> bool:
    """ "48 votes to 2012", "950 to 2012"."""
    if match.before() != "to":
        return False
    counted = match.before(2) in COUNTED
    number = match.before(3) if counted else match.before(2)
    return number.isdigit() and (counted or len(number) < _OF_A_YEAR)


def _labels(match: Match) -> bool:
    """ "Flight 1942", "No. 2001", "#1984"."""
    before = match.before()
    if before == ".":
        return match.before(2) in _NUMBER_ABBREVIATIONS
    return before in NUMBERED or before in _NUMBER_SIGNS


def _is_address(match: Match) -> bool:
    """ "1600 Pennsylvania Avenue"."""
    last = match.extent[1]
    return any(match.tokens.low(i) in _STREETS for i in range(last, last + 3))


def _is_in_a_number(match: Match) -> bool:
    """ "1999.5", "2001:db8", "2025-13-45", "Su-2030"; not "post-1959", "2014-2016"."""
    tokens, (first, last) = match.tokens, match.extent
    if match.after() in (".", ",", ":", "/") and tokens.glued(last - 1):
        return tokens.glued(last) and tokens[last + 1][:1].isdigit()
    if match.after() == "-" and match.after(2).isdigit() and match.after(3) == "-":
        return True
    if match.before() == "-" and tokens.glued(first - 1):
        lead = match.before(2)
        if lead.isdigit() and len(lead) == _OF_A_TELEPHONE:
            return True
        return not (lead[:1].isdigit() or lead in _HYPHENED_TIMES)
    return False


def _is_model(match: Match) -> bool:
    """ "a Peugeot 2008", but not "the Games 2008"."""
    return match.token_before().istitle() and match.before(2) in ("a", "an")


def _is_hour(match: Match) -> bool:
    """ "at 1500 hours", "1430 GMT"."""
    return match.after() in _HOURS


_LAST_OF_LATIN = "\u024f"


def _is_foreign(match: Match) -> bool:
    """The year of a date in other letters: "3 мая 2024 года" in an English text."""
    return any(
        word[:1].isalpha() and word[0] > _LAST_OF_LATIN
        for word in (match.token_before(), match.token_after())
    )


_YEAR_REFUSALS = (
    _counts,
    _is_a_score,
    _labels,
    _is_address,
    _is_in_a_number,
    _is_model,
    _is_hour,
    _is_foreign,
)


def is_month(match: Match) -> bool:
    """False for "they may", "a march", "April Smith", "Theresa May"."""
    word = match.tokens[match.extent[1] - 1]
    low, before = word.lower(), match.before()
    if low in ("may", "march"):
        ranged = before in ("-", "–") and match.before(2) in MONTHS
        return ranged or _is_may_or_march(low, before)
    after = match.token_after()
    if len(low) <= 4 and low not in ("june", "july") and after != ".":
        return False
    if after.istitle() and after.isalpha() and after.lower() not in WEEKDAYS:
        return before == "the" or before in _BEFORE_NAMED
    if low not in _GIVEN_NAMES:
        return True
    return before in _BEFORE_MONTH or not before.isalpha()


def _is_may_or_march(low: str, before: str) -> bool:
    if low == "march" and before in _BEFORE_THE_MARCH:
        return False
    return before in PREPOSITIONS or before in ("one", "every")


def is_weekday(match: Match) -> bool:
    """False for "the Sunday Times"."""
    after = match.token_after()
    titled = after.istitle() and after.isalpha() and after.lower() not in MONTHS
    return not (match.before() == "the" and titled)


def is_season(match: Match) -> bool:
    """False for "prices fall", "the fall of the city", "the Winter Palace"."""
    before, after = match.before(), match.after()
    if after == "of" and match.after(2) in OWNERS:
        return False  # "the autumn of his life"
    if match["portion"]:
        return after != "of"
    if names_an_event(match):
        return True
    if match["season"] in ("fall", "spring"):
        named = match.tokens[match.extent[1] - 1][0].isupper()
        if match["article"] and after == "and":
            # "the spring and early summer", but not "the fall and rise"
            return not SEASONS.keys().isdisjoint((match.after(2), match.after(3)))
        return (
            after != "of"
            and before in _BEFORE_FALL
            and (not named or after in (".", "\n", ";"))
        )
    lead = match["article"] or before
    return lead in _BEFORE_SEASON and after not in _AFTER_NO_SEASON


def names_an_event(match: Match) -> bool:
    """True before what a season has once: "the summer offensive", "Autumn meetings"."""
    after = match.after(3) if match.after(2) == "-" else match.after()
    return after in _SEASONAL


def is_in_a_name(match: Match) -> bool:
    """True for "The Daily Harbour", "Ms. Weekly", "the annual Harbour Days"."""
    first, named = match.extent[0], match.token_after().istitle()
    if match.before() == "-" or (match["word"] == "annual" and named):
        return True
    if not match.tokens[first].istitle():
        return False
    opening, _ = match.tokens.sentence_span(first)
    return named or first > opening


def is_clock(match: Match) -> bool:
    """False for a ratio, a verse, "High Noon": a bare clock needs its "at"."""
    marked = match["zone"] or match["weekday"] or match["dayword"]
    if marked or len(match["time"].split()) > 1:
        return True
    before = match.before()
    return before in _BEFORE_CLOCK or before.endswith("(")
