"""Times that are counted from another time: "last week", "two years ago", "that day".

Phrases with `Anchor.PUBLICATION` count from the day of publication, those with
`Anchor.TEXT` from the last date that the text gave.
"""

from __future__ import annotations

from generator.timex.grammar_parts import portion, time_in
from generator.timex.lexicon import DAY_WORDS, REFERENCES, words
from generator.timex.meanings import (
    Anchor,
    Overnight,
    Period,
    Reference,
    Shifted,
    TimeOfDay,
    Weekend,
)
from generator.timex.patterns import Built, Match, Rule, number_in, rule

_HERE, _THERE = Anchor.PUBLICATION, Anchor.TEXT


def day_word(match: Match) -> Built:
    """ "today", "yesterday morning", "tonight"."""
    word = match["word"]
    if match.token_after() == "'" and match["word"] == "today":
        return None
    time = time_in(match["time"]) or ("NI" if word == "tonight" else None)
    return Shifted("D", DAY_WORDS[word], _HERE, time=time, mod=portion(match))


_SHIFT = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}


def directed(match: Match) -> Built:
    """ "last week", "this year", "next month", "the end of last year"."""
    unit = match.unit()
    shift = _SHIFT[match["direction"]]
    if unit == "DE" and match["direction"] in ("past", "last", "coming"):
        return Period("P10Y")
    if match["direction"] == "past" and unit not in ("CE", "WE"):
        return Period(f"P1{unit}")
    if match["unit"] == "night":
        return Shifted("D", min(shift, 0), _HERE, time="NI")
    if unit in ("MIN", "S", "H") or (unit == "D" and match["direction"] != "next"):
        return None
    if unit == "F":
        return Shifted("W", 2 * shift, _HERE)
    return Shifted(unit, shift, _HERE, mod=portion(match))


def the_weekend(match: Match) -> Built:
    """ "the weekend"."""
    return Weekend()


def part_of_this(match: Match) -> Built:
    """ "this morning", "this evening"."""
    return Shifted("D", 0, _HERE, time=time_in(match["time"]), mod=portion(match))


def part_then(match: Match) -> Built:
    """ "that night", "the next morning", "the following evening"."""
    shift = {"next": 1, "following": 1, "previous": -1}.get(match["which"], 0)
    return Shifted("D", shift, _told(shift), time=time_in(match["time"]))


def part_beside(match: Match) -> Built:
    """ "the night before", "the morning after"."""
    if match.after() in ("the", "a", "his", "her", "their", "its"):
        return None
    shift = -1 if match["side"] == "before" else 1
    return Shifted("D", shift, _THERE, time=time_in(match["time"]))


def sided_this(match: Match) -> Built:
    """ "earlier this year", "later this month", "later that day"."""
    unit = match.unit()
    if match["which"] in ("this", "last", "next"):
        return Shifted(unit, _SHIFT[match["which"]], _HERE)
    anchor = Anchor.STORY if match["which"] == "the" else Anchor.NAMED
    return Shifted(unit, 0, anchor)


def then(match: Match) -> Built:
    """ "that year", "the same day", "the following week", "the previous month"."""
    unit = match.unit()
    which = match["which"].split()
    shift = 0
    if which[-1] in ("following", "next", "subsequent", "ensuing"):
        shift = 1
    elif which[-1] in ("previous", "preceding", "prior"):
        shift = -1
    if unit in ("S", "MIN", "H"):
        return None
    if match["unit"] == "night":
        return Shifted("D", shift, _told(shift), time="NI")
    return Shifted(unit, shift, _told(shift), mod=portion(match))


def _told(shift: int) -> Anchor:
    """What "that day" counts from, and what "the following day" does."""
    return _THERE if shift else Anchor.NAMED


def beside(match: Match) -> Built:
    """ "the day before", "the year after", "the day after his death"."""
    if not _ends_a_clause(match):
        return None
    unit = match.unit()
    if unit in ("S", "MIN", "H"):
        return None
    return Shifted(unit, -1 if match["side"] in ("before", "earlier") else 1, _THERE)


def _ends_a_clause(match: Match) -> bool:
    """True where "the day after" is a date; "the day after he left" needs the event."""
    return match.after() in ("", ".", ",", ";", ":", ")", "\n", "!", "?", "”", "and",
                             "but", "in", "to", "at", "'")  # fmt: skip


def of_the_unit(match: Match) -> Built:
    """ "the end of the month", "the start of the year"."""
    if match.unit() in ("S", "MIN", "H"):
        return None
    return Shifted(match.unit(), 0, Anchor.STORY, mod=portion(match))


_HEDGES = {
    **dict.fromkeys(
        ("nearly", "almost", "under", "less than", "fewer than"), "LESS_THAN"
    ),
    **dict.fromkeys(("over", "more than"), "MORE_THAN"),
    **dict.fromkeys(("about", "around", "circa", "some"), "APPROX"),
    **dict.fromkeys(("roughly", "approximately"), "APPROX"),
    "at least": "EQUAL_OR_MORE",
    **dict.fromkeys(("at most", "up to", "no more than"), "EQUAL_OR_LESS"),
}


def hedge(match: Match) -> str | None:
    """The TIMEX3 modifier of "about", "more than", "almost"."""
    return _HEDGES.get(match["hedge"]) or _HEDGES.get(match["outer"])


def counted(match: Match) -> tuple[int | None, str | None]:
    """How many, and the modifier; None for "a few"."""
    words = match["count"].split()
    mod = hedge(match)
    if not words or words[-1] in ("few", "several", "some", "many"):
        return (None, mod)
    if words[0] in ("a", "an") and len(words) == 1:
        return (1, mod)
    if "couple" in words:
        return (2, "APPROX")
    if "half" in words or "or" in words or "to" in words or "number" in words:
        return (None, mod)
    if words[-1] == "more":
        words.pop()
    return (number_in([word.replace(",", "") for word in words]), mod)


_SIDES = {"ago": (-1, _HERE), "earlier": (-1, _THERE), "before": (-1, _THERE),
          "previously": (-1, _THERE), "later": (1, _THERE), "after": (1, _THERE),
          "afterwards": (1, _THERE), "afterward": (1, _THERE), "hence": (1, _HERE),
          "from now": (1, _HERE), "time": (1, _HERE)}  # fmt: skip


def shifted(match: Match) -> Built:
    """ "two years ago", "three days later", "a week from now"."""
    unit = match.unit()
    if match["side"] in ("before", "after") and not _ends_a_clause(match):
        return None
    count, mod = counted(match)
    sign, anchor = _SIDES[
        match["side"].removeprefix("' ").removeprefix("’ ").removeprefix("'s ")
    ]
    if match["orso"]:
        mod = "APPROX"
    if match["part"] or "half" in match["count"] or "half" in match["more"]:
        unit, count = _parts(match, unit)
        mod = mod or ("APPROX" if unit == "Y" else None)
    if unit == "F":
        unit, count = "W", None if count is None else 2 * count
    if unit == "WE":
        return None
    return Shifted(
        unit,
        None if count is None else sign * count,
        anchor,
        mod,
        direction=sign,
        to_the_day=True,
    )


_HALVED = {"CE": ("Y", 50), "DE": ("Y", 5), "Y": ("M", 6), "H": ("MIN", 30)}


def _parts(match: Match, unit: str) -> tuple[str, int | None]:
    """The finer unit of "half a century", "a decade and a half", and how many."""
    if unit not in _HALVED:
        return unit, None
    finer, half = _HALVED[unit]
    if match["part"] == "quarter":
        return finer, half // 2
    words = match["count"].split()
    if words[0] == "half" or (words[-1] == "half" and len(words) == 2):
        return finer, half
    whole = 1 if words[0] in ("a", "an") else number_in(words[:1])
    return finer, None if whole is None else 2 * half * whole + half


def reference(match: Match) -> Built:
    word = match["word"]
    if match.after() == "-" or match.before() in ("most", "more"):
        return None
    if word in REFERENCES:
        return Reference(REFERENCES[word])
    return None


def former(match: Match) -> Built:
    """ "the former mayor", which histories date and news does not."""
    return Reference("PAST_REF", of_history=True)


def present(match: Match) -> Built:
    """ "at present", "the present day", "to date"."""
    return Reference("PRESENT_REF")


def ahead(match: Match) -> Built:
    """ "will open in two weeks", but not "was built in two weeks"."""
    count, mod = counted(match)
    unit = match.unit()
    if count is None or unit in ("S", "MIN", "H", "WE", "F"):
        return None
    verb = match.span("verb")[0]
    bare = match["verb"] != "due" and not match["verb"].endswith("s")
    if bare and match.tokens.low(verb - 1) not in _TO:
        return None
    return Shifted(unit, count, _HERE, mod, direction=1, to_the_day=True)


_TO = words("to will would may might could should must can ll")


def overnight(match: Match) -> Built:
    """ "closed overnight": the night before publication, or the one after."""
    if match.before() in _BEFORE_A_NOUN or not _ends_a_clause(match):
        return None
    if not _BEFORE_SUDDENLY.isdisjoint((match.before(), match.before(2))):
        return None  # "became famous overnight"
    return Overnight()


_BEFORE_SUDDENLY = words(
    "became become becomes famous rich change changes changed vanish disappear"
)
_BEFORE_A_NOUN = words("a an the its his her their this that some any such")


def by_night(match: Match) -> Built:
    """ "at night": some night, or every one."""
    return Reference("XXXX-XX-XXTNI", of_day=True)


def past(match: Match) -> Built:
    """ "in the past", but not "in the past tense"."""
    return Reference("PAST_REF") if _ends_a_clause(match) else None


def under_way(match: Match) -> Built:
    """ "ended the day at 8,017"."""
    anchor = _THERE if match["unit"] == "day" else _HERE
    return Shifted(match.unit(), 0, anchor)


def time_of_day(match: Match) -> Built:
    """ "4 in the morning" """
    hour = match.number("hour")
    if hour is None or not 1 <= hour <= 12:
        return None
    if match["part"] in ("afternoon", "evening"):
        hour = hour + 12 if hour < 12 else hour
    return TimeOfDay(f"{hour:02}:00")


_SAME = (
    "(?:the|that) (?:very)? same|that very|that|the (?:following|next|previous)|"
    "the (?:preceding|subsequent|ensuing)|the very next"
)

RULES: tuple[Rule, ...] = (
    rule("portion=(ADJECTIVE)? word=DAYWORD time=(PART|at CLOCK_TIME)?", day_word),
    rule("portion=(PORTIONS)? direction=(last|this|next) unit=UNIT", directed),
    rule(
        "portion=(PORTIONS)? (?:the|this)? direction=(past|coming) unit=UNIT", directed
    ),
    rule("portion=(PORTIONS)? the direction=last unit=(decade|century)", directed),
    rule("the weekend", the_weekend),
    rule("portion=(ADJECTIVE)? (?:this|last) time=PART", part_of_this),
    rule(
        "(?:early|late)? (?:the)? which=(that same|that|same|next|following|previous)"
        " time=PART",
        part_then,
    ),
    rule("the time=PART side=(before|after)", part_beside),
    rule(
        "(?:earlier|later|early|late|sometime) (?:in|on)?"
        " which=(this|that same|that|the same|last|next|the) unit=UNIT",
        sided_this,
    ),
    rule(f"portion=(PORTIONS)? which=({_SAME}) unit=UNIT", then),
    rule("the unit=UNIT side=(before|after|earlier)", beside),
    rule(
        "portion=(the (?:very)? PORTION(?: part| half)? of) the unit=UNIT", of_the_unit
    ),
    rule(
        "outer=OUTER_HEDGE? it=(hedge=HEDGE? count=COUNT unit=ANY_UNIT"
        " orso=(or (?:so|more))?"
        " side=(ago|earlier|before|previously|later|after|afterwards|afterward|hence|"
        "from now))",
        shifted,
    ),
    rule(
        "it=(count=(a|an|NUMBER) unit=ANY_UNIT more=(and a half)"
        " side=(ago|earlier|later))",
        shifted,
    ),
    rule(
        "outer=OUTER_HEDGE? it=(hedge=HEDGE? a? part=quarter HYPHEN? (?:of a)?"
        " unit=century side=(ago|earlier|later))",
        shifted,
    ),
    rule(
        "in it=(count=COUNT unit=ANY_UNIT side=((?:OTHER|POSSESSIVE)? time))", shifted
    ),
    rule("unit=UNITS side=(ago|earlier|before|later|after|afterwards)", shifted),
    rule("word=REFERENCE", reference),
    rule("former", former),
    rule("these days", present),
    rule("present HYPHEN? day", present),
    rule("at it=(present)", present),
    rule("to it=(date) (?= DOT|COMMA|BREAK|OTHER)", present),
    rule("at it=(night)", by_night),
    rule("overnight", overnight),
    rule(
        "verb=MOMENT in (?:about|around|just|only)? it=(count=COUNT unit=ANY_UNIT)"
        " (?! of|HYPHEN|OTHER time)",
        ahead,
    ),
    rule("in it=(the past)", past),
    rule(
        "(?:end|ends|ended|ending|finish|finished|finishing|close|closed|closing)"
        " it=(the unit=(day|week|month|quarter|year))",
        under_way,
    ),
    rule("hour=(HOUR12|CARDINAL) in the part=(morning|afternoon|evening)", time_of_day),
)
