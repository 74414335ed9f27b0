"""The dates that begin a line of Markwhen: which lines are events, and when they are.

Which line begins an event is told as the program's own parser tells it; a date that
hangs on other events or on today is none, and neither is one without a year.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from generator.exchange.dating import TooFarError, date_in
from generator.exchange.spans import Moment
from generator.model.edtf import Edtf, Precision, days_in, parse_edtf

_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)"
)
_UNIT = (
    r"(?:milliseconds|ms|seconds?|secs?|s|minutes?|mins?|hours?|h"
    r"|(?:(?:week|work|business)\s*)?(?:days?|d)|weeks?|w|months?|years?|y)"
)
_AMOUNTS = rf"(?:-?\d+\W*{_UNIT}\s*)+"
_CLOCK = r"(?:\d{1,2}(?::\d\d)?[ ]?[ap]m|[012]?\d(?::\d\d)?)"
_TOKEN = rf"""(?:
        \d{{4}}-\d\d-\d\dT[\d:.]+Z | now
      | \d{{4}}-W\d\d(?:-\d)?
      | \d{{4}}(?:-\d\d(?:-\d\d(?:\s+{_CLOCK})?)?)?
      | (?:\d{{1,2}}\s+{_MONTH}|{_MONTH}\s+\d{{1,2}}(?!\d)),?
        (?:\s+\d{{4}},?)?(?:\s+{_CLOCK})?
      | {_MONTH}(?:\s+\d{{4}})?
      | (?:by|before|after)?\s*(?:!\w+(?:\.(?:start|end))?|\.(?:start|end))\s*
        (?:plus|\+)?\s*(?:{_AMOUNTS})?
      | (?:by|before|after)?\s*(?:plus|\+)?\s*{_AMOUNTS}
      | \d{{1,5}}[ ]?(?:BCE|BC|AD|CE)
      | \d{{1,5}}(?:/\d{{1,5}}(?:/\d{{1,5}}(?:[,\s]+{_CLOCK})?)?)?
      | {_CLOCK}
    )"""
_EVENT = re.compile(
    rf"""
    \s* (?: (?P<start> {_TOKEN} )
            (?: (?: \s*[/–-]\s* | \s+to\s+ ) (?P<end> {_TOKEN} ) )?
          | -\s*(?P<until> {_TOKEN} ) )
    (?P<every> \s* every [^:]+ )?
    \s* : (?P<rest> .* )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SPACES = re.compile(r"(\s\s)\s+")
"""More than two mean the same as two, and each would be tried in many ways."""

_EVERY = re.compile(r"\s*(?P<every>every [^:]+):(?P<rest>.*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class EventLine:
    """The first line of an event: its date in two parts, and what happened.

    `end` and `every`, which repeats it, are empty where there is none.
    """

    start: str
    end: str
    every: str
    rest: str

    @property
    def words(self) -> str:
        """The date as it stands there."""
        return f"{self.start} / {self.end}" if self.end else self.start


def event_line(line: str) -> EventLine | None:
    """What *line* says as the first line of an event; None of any other."""
    line = _SPACES.sub(r"\1", line)
    found = _EVENT.fullmatch(line)
    if found is None:
        repeated = _EVERY.fullmatch(line)
        if repeated is None:
            return None
        return EventLine(repeated["every"].strip(), "", "", repeated["rest"].strip())
    start, end = found["start"] or f"- {found['until']}", found["end"] or ""
    every = (found["every"] or "").strip()
    return EventLine(start.strip(), end.strip(), every, found["rest"].strip())


@dataclass(frozen=True, slots=True)
class LineDate:
    """The date of an event; None where none can be told. `whole` is False where it
    says less than the line does."""

    date: Edtf | None
    whole: bool = True


def date_of(line: EventLine, *, day_first: bool) -> LineDate:
    """The date that *line* gives its event.

    Raises:
        EdtfError: The calendar has no such date.
    """
    try:
        start = _moment(line.start, day_first)
        if start is None:
            return LineDate(None, whole=False)
        return _lasting(start, line.end, day_first)
    except TooFarError:
        return LineDate(None, whole=False)


def _lasting(start: str, until: str, day_first: bool) -> LineDate:
    """What begins with *start*, to another date, for a while, or until today."""
    if re.fullmatch(_AMOUNTS, until, re.IGNORECASE):
        end = _last_of(parse_edtf(start), until)
    elif until.lower() == "now":
        return LineDate(parse_edtf(f"{start}/.."), whole=False)
    else:
        end = (until and _moment(until, day_first)) or ""
    text = start if end in ("", start) else f"{start}/{end}"
    return LineDate(parse_edtf(text), whole=bool(end) or not until)


_STROKES = re.compile(
    r"(?:(?P<first>\d{1,2})/)?(?P<second>\d{1,2})/(?P<year>\d{4})(?P<rest>.*)"
)
_DAY_AND_TIME = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)[ T](?P<time>.*)")
_HAS_YEAR = re.compile(r"\d{4}(?!\d)|\d(?=\s?(?:BCE|BC|AD|CE)\b)", re.IGNORECASE)
_OTHER = re.compile(rf"(?:{_AMOUNTS})|.*[!.][a-z].*|now|.*-W\d.*|every.*|-.*", re.I)


def _moment(text: str, day_first: bool) -> str | None:
    """One end of a date as EDTF; None where no year is told, and of weeks."""
    if _OTHER.fullmatch(text) or not _HAS_YEAR.search(text):
        return None
    if strokes := _STROKES.fullmatch(text):
        return _with_strokes(strokes, day_first)
    if timed := _DAY_AND_TIME.fullmatch(text):
        clock = re.fullmatch(r"(\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(Z?)", timed["time"])
        return f"{timed['day']}T{clock[1]}{clock[2]}" if clock else timed["day"]
    text = re.sub(rf"(\d{{4}}),?\s+{_CLOCK}\Z", r"\1", text, flags=re.IGNORECASE)
    return str(date_in(text.upper() if text[-1:] in "eEdDcC" else text))


def _with_strokes(match: re.Match[str], day_first: bool) -> str:
    """Month, day and year, as the program reads them unless a header says otherwise."""
    year = int(match["year"])
    if match["first"] is None:
        return str(Moment(year, int(match["second"])))
    first, second = int(match["first"]), int(match["second"])
    day, month = (first, second) if day_first else (second, first)
    return str(Moment(year, month, day))


_AMOUNT = re.compile(rf"(-?\d+)\W*({_UNIT})", re.IGNORECASE)
_DAYS = {"d": 1, "w": 7}
_MONTHS = {"mo": 1, "y": 12}


def _last_of(start: Edtf, amounts: str) -> str:
    """The last day, month or year of what begins with *start* and lasts for *amounts*,
    as EDTF; "" where that is less than a day, or in no calendar."""
    try:
        begin = end = date(*(start.first or (0, 0, 0)))
        for number, unit in _AMOUNT.findall(amounts):
            many, kind = int(number), unit.lower()
            if kind[:2] in _MONTHS or kind[0] in _MONTHS:
                months = _MONTHS.get(kind[:2]) or _MONTHS[kind[0]]
                end = _months_later(end, many * months)
            elif kind in ("d", "day", "days") or kind[0] in "w":
                end += timedelta(days=many * _DAYS.get(kind[0], 1))
            else:
                return ""
        last = end - timedelta(days=1)
    except (ValueError, OverflowError):
        return ""
    if last < begin:
        return ""
    day, month = last.isoformat(), f"{last.year:04}-{last.month:02}"
    if start.precision is Precision.YEAR and end.timetuple()[1:3] == (1, 1):
        return day[:4]
    if start.precision in (Precision.YEAR, Precision.MONTH) and end.day == 1:
        return month
    return day


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, days_in(year, month + 1)))
