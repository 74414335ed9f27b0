"""How dates are worded in one language: patterns with places for their parts.

Written in English; another language gives each pattern another text, by way of gettext
(`gettext`, and `pgettext` where one English text has several uses).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol


class Language(Protocol):
    """What says a text in another language: gettext's own catalogues do."""

    def gettext(self, message: str, /) -> str: ...

    def pgettext(self, context: str, message: str, /) -> str: ...


@dataclass(frozen=True, slots=True)
class Spans:
    """What needs an article or a case of its own where it follows a preposition.

    `day` has the day with its month, and the year; `century` an ordinal number and the
    first and last year; `about` any date.
    """

    day: str
    decade: str
    century: str
    first_half: str
    second_half: str
    about: str


@dataclass(frozen=True, slots=True)
class Phrases:
    """The patterns of one language.

    `months` and `short_months` have January at 0; `seasons` go by EDTF's codes and
    have a place for the year. `alone`, `after_about`, `after_since` and `after_until`
    word the same spans by what goes before them; "from", "in", "not before" and "not
    after" go with "since", "by" with "until". `ordinals` are the endings of 0, 1, 2
    and 3; 0 stands for all others.
    """

    months: tuple[str, ...]
    short_months: tuple[str, ...]
    seasons: Mapping[int, str]
    alone: Spans
    after_about: Spans
    after_since: Spans
    after_until: Spans
    ordinals: tuple[str, str, str, str]
    before_christ: str
    after_christ: str
    some_year: str
    unknown_year: str
    day_number: str
    day_of_month: str
    month_of_year: str
    month_in_decade: str
    month_of_some_year: str
    day_at_time: str
    day_of_some_month: str
    month_unknown: str
    day_unknown: str
    day_between: str
    day_one_of: str
    uncertain: str
    since: str
    from_then: str
    until: str
    by: str
    not_before: str
    not_after: str
    span: str
    comma: str
    one_of: str
    all_of: str
    earlier: str
    later: str

    @staticmethod
    def of(language: Language) -> Phrases:
        """The patterns in *language*."""
        gettext, pgettext = language.gettext, language.pgettext
        return Phrases(
            months=_months(language),
            short_months=_short_months(language),
            seasons=_seasons(language),
            alone=_alone(language),
            after_about=_after_about(language),
            after_since=_after_since(language),
            after_until=_after_until(language),
            ordinals=(
                gettext("%(number)sth"),
                gettext("%(number)sst"),
                gettext("%(number)snd"),
                gettext("%(number)srd"),
            ),
            before_christ=gettext("%(year)s BCE"),
            after_christ=gettext("%(year)s CE"),
            some_year=gettext("a year between %(first)s and %(last)s"),
            unknown_year=gettext("an unknown year"),
            day_number=pgettext("day of a month", "%(number)s"),
            day_of_month=gettext("%(day)s %(month)s"),
            month_of_year=gettext("%(month)s %(year)s"),
            month_in_decade=gettext("%(month)s in %(years)s"),
            month_of_some_year=gettext("%(month)s of %(year)s"),
            day_at_time=gettext("%(day)s, %(time)s"),
            day_of_some_month=gettext("%(year)s (day %(day)s of an unknown month)"),
            month_unknown=gettext("%(year)s (month unknown)"),
            day_unknown=gettext("%(month)s (day unknown)"),
            day_between=gettext("%(month)s (a day from %(first)s to %(last)s)"),
            day_one_of=gettext("%(month)s (day %(days)s)"),
            uncertain=gettext("%(date)s (uncertain)"),
            since=gettext("since %(date)s"),
            from_then=gettext("from %(date)s (end not known)"),
            until=gettext("until %(date)s (start not known)"),
            by=gettext("by %(date)s"),
            not_before=gettext("not before %(date)s"),
            not_after=gettext("not after %(date)s"),
            span=gettext("%(first)s to %(last)s"),
            comma=gettext(", "),
            one_of=gettext("%(words)s or %(last)s"),
            all_of=gettext("%(words)s and %(last)s"),
            earlier=gettext("earlier"),
            later=gettext("later"),
        )


def _alone(language: Language) -> Spans:
    gettext = language.gettext
    return Spans(
        gettext("%(day)s %(year)s"),
        gettext("the %(year)ss"),
        gettext("the %(ordinal)s century (%(first)s–%(last)s)"),
        gettext("the first half of %(year)s"),
        gettext("the second half of %(year)s"),
        gettext("about %(date)s"),
    )


def _after_about(language: Language) -> Spans:
    pgettext = language.pgettext
    return Spans(
        pgettext("after “about”", "%(day)s %(year)s"),
        pgettext("after “about”", "the %(year)ss"),
        pgettext("after “about”", "the %(ordinal)s century (%(first)s–%(last)s)"),
        pgettext("after “about”", "the first half of %(year)s"),
        pgettext("after “about”", "the second half of %(year)s"),
        "%(date)s",
    )


def _after_since(language: Language) -> Spans:
    pgettext = language.pgettext
    return Spans(
        pgettext("after “since”", "%(day)s %(year)s"),
        pgettext("after “since”", "the %(year)ss"),
        pgettext("after “since”", "the %(ordinal)s century (%(first)s–%(last)s)"),
        pgettext("after “since”", "the first half of %(year)s"),
        pgettext("after “since”", "the second half of %(year)s"),
        pgettext("after “since”", "about %(date)s"),
    )


def _after_until(language: Language) -> Spans:
    pgettext = language.pgettext
    return Spans(
        pgettext("after “until”", "%(day)s %(year)s"),
        pgettext("after “until”", "the %(year)ss"),
        pgettext("after “until”", "the %(ordinal)s century (%(first)s–%(last)s)"),
        pgettext("after “until”", "the first half of %(year)s"),
        pgettext("after “until”", "the second half of %(year)s"),
        pgettext("after “until”", "about %(date)s"),
    )


def _months(language: Language) -> tuple[str, ...]:
    gettext = language.gettext
    return (
        *(gettext("January"), gettext("February"), gettext("March")),
        *(gettext("April"), gettext("May"), gettext("June")),
        *(gettext("July"), gettext("August"), gettext("September")),
        *(gettext("October"), gettext("November"), gettext("December")),
    )


def _short_months(language: Language) -> tuple[str, ...]:
    pgettext = language.pgettext
    return (
        *(pgettext("short", "Jan"), pgettext("short", "Feb"), pgettext("short", "Mar")),
        *(pgettext("short", "Apr"), pgettext("short", "May"), pgettext("short", "Jun")),
        *(pgettext("short", "Jul"), pgettext("short", "Aug"), pgettext("short", "Sep")),
        *(pgettext("short", "Oct"), pgettext("short", "Nov"), pgettext("short", "Dec")),
    )


def _seasons(language: Language) -> dict[int, str]:
    """Those that need no article; the halves of a year are `Spans`."""
    gettext = language.gettext
    return {
        21: gettext("spring %(year)s"),
        22: gettext("summer %(year)s"),
        23: gettext("autumn %(year)s"),
        24: gettext("winter %(year)s"),
        25: gettext("spring %(year)s (Northern Hemisphere)"),
        26: gettext("summer %(year)s (Northern Hemisphere)"),
        27: gettext("autumn %(year)s (Northern Hemisphere)"),
        28: gettext("winter %(year)s (Northern Hemisphere)"),
        29: gettext("spring %(year)s (Southern Hemisphere)"),
        30: gettext("summer %(year)s (Southern Hemisphere)"),
        31: gettext("autumn %(year)s (Southern Hemisphere)"),
        32: gettext("winter %(year)s (Southern Hemisphere)"),
        33: gettext("Q1 %(year)s"),
        34: gettext("Q2 %(year)s"),
        35: gettext("Q3 %(year)s"),
        36: gettext("Q4 %(year)s"),
        37: gettext("January–April %(year)s"),
        38: gettext("May–August %(year)s"),
        39: gettext("September–December %(year)s"),
    }


class _AsWritten:
    """English, in which the patterns are written."""

    def gettext(self, message: str, /) -> str:
        return message

    def pgettext(self, context: str, message: str, /) -> str:
        return message


ENGLISH = Phrases.of(_AsWritten())
"""The patterns as they are written."""
