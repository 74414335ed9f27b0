"""A holiday's name and a year into its day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta


def weekday_of_month(year: int, month: int, weekday: int, nth: int) -> date:
    """The *nth* such weekday (1 is Monday) of a month, counted from 1."""
    first = date(year, month, 1)
    ahead = (weekday - first.isoweekday()) % 7
    return first + timedelta(days=ahead + 7 * (nth - 1))


def easter(year: int) -> date:
    """Western Easter Sunday: the Gregorian computus (Meeus, "Julian" step left out)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    epact = (19 * golden + century - century // 4
             - (century - (century + 8) // 25 + 1) // 3 + 15) % 30  # fmt: skip
    to_sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def _last_monday_of_may(year: int) -> date:
    end = date(year, 5, 31)
    return end - timedelta(days=end.isoweekday() - 1)


_RULES: dict[str, Callable[[int], date]] = {
    "thanksgiving": lambda year: weekday_of_month(year, 11, 4, 4),
    "labor-day": lambda year: weekday_of_month(year, 9, 1, 1),
    "columbus-day": lambda year: weekday_of_month(year, 10, 1, 2),
    "mothers-day": lambda year: weekday_of_month(year, 5, 7, 2),
    "fathers-day": lambda year: weekday_of_month(year, 6, 7, 3),
    "king-day": lambda year: weekday_of_month(year, 1, 1, 3),
    "presidents-day": lambda year: weekday_of_month(year, 2, 1, 3),
    "ash-wednesday": lambda year: easter(year) - timedelta(days=46),
    "memorial-day": _last_monday_of_may,
    "election-day": lambda y: weekday_of_month(y, 11, 1, 1) + timedelta(days=1),
    "easter": easter,
    "easter-monday": lambda year: easter(year) + timedelta(days=1),
    "good-friday": lambda year: easter(year) - timedelta(days=2),
    "palm-sunday": lambda year: easter(year) - timedelta(days=7),
}


def holiday(name: str, year: int) -> date:
    """The day of the movable holiday *name* in *year*.

    Raises:
        ValueError: The Gregorian calendar of `datetime` does not reach *year*.
    """
    return _RULES[name](year)
