"""What an expression means before it is anchored: its value with parts still missing.

The grammar makes these from the words alone; `resolve` gives them a place on the
calendar. None is always "the phrase does not say".
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Direction(StrEnum):
    """Where a phrase points from its anchor."""

    LAST = "last"
    RECENT = "recent"  # the latest one behind, where "last June" could be either
    THIS = "this"
    NEXT = "next"


class Anchor(StrEnum):
    """What a counting phrase counts from."""

    PUBLICATION = "publication"  # "two years ago", "last week", "yesterday"
    TEXT = "text"  # "two years later", "the next day"
    NAMED = "named"  # "that year", "the same day": nothing but the text's own
    STORY = "story"  # "the end of the year": history's own, otherwise publication


@dataclass(frozen=True, slots=True)
class Shifted:
    """So many units from an anchor: "last week", "three days later", "that year".

    `count` is None when the phrase does not say how many ("a few days later").
    `to_the_day` is true where units are counted from a day: "a week ago".
    """

    unit: str
    count: int | None
    anchor: Anchor
    mod: str | None = None
    time: str | None = None
    direction: int = 0
    to_the_day: bool = False


@dataclass(frozen=True, slots=True)
class Calendar:
    """A year, a part of it, a day in it; the year may be missing or `Shifted`.

    `year` is negative before Christ (-490 is 490 BC). `part` is a TIMEX3 part of
    the year (SP, SU, FA, WI, Q1 to Q4, H1, H2). `holiday` is a rule in `holidays`.
    `weekday` is one that stands with a day ("Friday, July 12"). `time` is what
    follows the T of a TIMEX3 value ("NI", "10:35"). `fiscal` is a year whose months
    the text does not say. `nth` counts the weekday in its month, -1 is the last.
    `from_text` is true where `direction` points from a date of the text ("the
    following April").
    """

    year: int | Shifted | None = None
    month: int | None = None
    day: int | None = None
    part: str | None = None
    holiday: str | None = None
    weekday: int | None = None
    direction: Direction | None = None
    mod: str | None = None
    time: str | None = None
    fiscal: bool = False
    nth: int | None = None
    from_text: bool = False


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week: "Friday", "next Monday", "Sunday night".

    `follows` is true for the end of "from Monday until Wednesday", `from_text` where
    `direction` points from a day of the text ("the following Friday").
    """

    weekday: int
    direction: Direction | None = None
    time: str | None = None
    mod: str | None = None
    follows: bool = False
    from_text: bool = False


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """A day whose month is not said: "on the 12th"; or the 12th of `month`.

    `since` is the day with which a range begins that ends on this one.
    """

    day: int
    month: Shifted | None = None
    direction: Direction | None = None
    since: int | None = None


@dataclass(frozen=True, slots=True)
class DayOfWeek:
    """A weekday of a week that the phrase names: "Friday of last week"."""

    weekday: int
    week: Shifted


@dataclass(frozen=True, slots=True)
class Weekend:
    """ "the weekend", without saying which."""


@dataclass(frozen=True, slots=True)
class TurnOfYear:
    """ "the turn of the year": the December or the January beside it."""


@dataclass(frozen=True, slots=True)
class Overnight:
    """ "overnight": the night before publication, or the one after."""


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The week in which a day lies: "the week of March 6"."""

    day: Calendar


@dataclass(frozen=True, slots=True)
class Offset:
    """A unit before or after a day that the phrase names: "the day before Easter"."""

    unit: str
    count: int
    of: Calendar | Weekday | Shifted
    time: str | None = None


@dataclass(frozen=True, slots=True)
class FromHappening:
    """Units before or after a happening: "two days after the quake", "the day after he
    left".

    `count` is negative before it, and None for "weeks before the vote"; `length` is
    the TIMEX3 duration that stays where the happening has no date, None where the
    words are no length ("the day after"). The words that name the happening are the
    tokens from `first` to `last`, both included.
    """

    unit: str
    count: int | None
    length: str | None
    first: int
    last: int
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class Era:
    """A decade or a century by its leading digits: "196" and "19" in TIMEX3.

    `digits` of length 1 is a decade whose century is missing ("the 70s"); none are
    "the turn of the century".
    """

    digits: str
    mod: str | None = None
    before_christ: bool = False


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """A time whose day is missing: "10:35 a.m.", "the next morning" is `Shifted`."""

    time: str
    direction: Direction | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """A length of time: the TIMEX3 value ("P3D", "PXY")."""

    value: str
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class Repeated:
    """A set of times: the TIMEX3 value ("P1D", "XXXX-WXX-5")."""

    value: str


@dataclass(frozen=True, slots=True)
class Reference:
    """PRESENT_REF, PAST_REF or FUTURE_REF: a time that no calendar holds.

    `of_day` is a time of some day or other: "at night". `of_history` is read only in
    a text that tells history.
    """

    value: str
    of_day: bool = False
    of_history: bool = False


Meaning = (
    Calendar | DayOfMonth | DayOfWeek | Weekday | Weekend | TurnOfYear | Overnight
    | WeekOf | Offset | Shifted | FromHappening | Era | TimeOfDay | Period | Repeated
    | Reference
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression as recognised: where it stands and what its words mean.

    `first` and `last` are the indexes of its tokens, both included.
    """

    start: int
    end: int
    first: int
    last: int
    meaning: Meaning
