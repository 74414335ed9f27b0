"""The words of the interface in one language: sentences, numbers, and a table for each
kind of code that the model uses.

English is written in the code and the templates, and is its own key (gettext).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property, lru_cache, partial
from gettext import NullTranslations

from generator.model.date_phrases import Phrases
from generator.model.date_words import (
    bound_in_words,
    in_words,
    month_in_words,
    year_in_words,
)
from generator.model.edtf import Edtf, Precision
from generator.model.entities import EntityKind, Extent
from generator.model.events import Factuality, Status
from generator.model.sources import UrlStatus
from generator.model.timex import Basis

_RIGHT_TO_LEFT = frozenset(
    ("ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi")
)

_DATES = 16_384
"""So many dates are remembered, since many pages say the same."""


class Words:
    """What readers see, in `language` (BCP 47), by *translations* that were read from
    the text of a *catalogue*.

    Values stand in a message by name: "%(name)s"; a percent sign is written twice.
    """

    def __init__(
        self, language: str, translations: NullTranslations, catalogue: str = ""
    ) -> None:
        self.language = language
        self._translations = translations
        self._catalogue = catalogue
        self._phrases = Phrases.of(translations)
        self._dates = lru_cache(_DATES)(partial(in_words, phrases=self._phrases))

    @property
    def phrases(self) -> Phrases:
        """How dates are worded in the language."""
        return self._phrases

    @property
    def is_right_to_left(self) -> bool:
        """Whether the language is written so."""
        return self.language.partition("-")[0] in _RIGHT_TO_LEFT

    def in_brief(self) -> tuple[str, str]:
        """What all words follow from."""
        return self.language, self._catalogue

    def message(self, message: str) -> str:
        """*message* in this language, with its places for values."""
        return self._translations.gettext(message)

    def counted(self, one: str, many: str, number: int) -> str:
        """The one of two messages, or of as many as the language has, for *number*."""
        return self._translations.ngettext(one, many, number)

    def gettext(self, message: str, **values: object) -> str:
        """*message* in this language with *values* in their places."""
        return self.message(message) % values

    def ngettext(self, one: str, many: str, number: int, **values: object) -> str:
        """What is counted; "%(num)s" is the place of *number*."""
        found = self.counted(one, many, number)
        return found % {"num": self.number(number), **values}

    def number(self, number: int) -> str:
        """A whole number for reading: "1,000"."""
        return f"{number:,}".replace(",", self._between_thousands)

    def percent(self, share: float) -> str:
        """A share in whole percent; what is there but small is not rounded to
        nothing."""
        if 0 < share < 0.01:
            return self.gettext("under 1 %%")
        return self.gettext("%(share)s %%", share=f"{share * 100:.0f}")

    def quoted(self, words: str) -> str:
        """*words* in quotation marks."""
        return self.gettext("“%(words)s”", words=words)

    def date(self, date: Edtf) -> str:
        """What *date* says: "11–13 July 2025", "about 2019", "since 2022"."""
        return self._dates(date)

    def bound(self, date: Edtf) -> str:
        """A date of which one bound is known: "not before 12 July 2025"."""
        return bound_in_words(date, self._phrases)

    def year(self, year: int) -> str:
        """A whole year: "2024", "44 BCE"."""
        return year_in_words(year, self._phrases)

    def years(self, first: int, last: int) -> str:
        """A year, or the first and the last of several."""
        if first == last:
            return self.year(first)
        return self.span(self.year(first), self.year(last))

    def month(self, year: int, month: int) -> str:
        """A month (1 to 12) of a year: "June 2024"."""
        return month_in_words(year, month, self._phrases)

    def short_month(self, month: int) -> str:
        """A month (1 to 12) where there is little room: "Jun"."""
        return self._phrases.short_months[month - 1]

    def span(self, first: str, last: str) -> str:
        """From one year or month to another."""
        return self._phrases.span % {"first": first, "last": last}

    @cached_property
    def _between_thousands(self) -> str:
        # The comma of 1,000: what stands between thousands.
        return self._translations.pgettext("between thousands", ",")

    @cached_property
    def status(self) -> Mapping[Status, str]:
        _ = self.gettext
        return {
            Status.PROPOSED: _("Not yet reviewed"),
            Status.REVIEWED: _("Reviewed"),
            Status.DISPUTED: _("Disputed"),
            Status.REJECTED: _("Rejected"),
        }

    @cached_property
    def status_explained(self) -> Mapping[Status, str]:
        _ = self.gettext
        return {
            Status.PROPOSED: _(
                "A program found this event in the sources. "
                "No editor has reviewed it yet."
            ),
            Status.REVIEWED: _("An editor has compared this event with its sources."),
            Status.DISPUTED: _("Sources or editors disagree about this event."),
            Status.REJECTED: _("An editor has rejected this event."),
        }

    @cached_property
    def factuality(self) -> Mapping[Factuality, str]:
        _ = self.gettext
        return {
            Factuality.HAPPENED: _("Happened"),
            Factuality.PLANNED: _("Planned"),
            Factuality.DENIED: _("Denied"),
            Factuality.ALLEGED: _("Alleged"),
        }

    @cached_property
    def factuality_explained(self) -> Mapping[Factuality, str]:
        _ = self.gettext
        return {
            Factuality.HAPPENED: "",
            Factuality.PLANNED: _(
                "The sources speak of a plan. They do not say that it was carried out."
            ),
            Factuality.DENIED: _("The sources report that this is denied."),
            Factuality.ALLEGED: _("The sources report this as somebody’s claim."),
        }

    @cached_property
    def basis(self) -> Mapping[Basis, str]:
        _ = self.gettext
        return {
            Basis.STATED: _("stated by the source"),
            Basis.RELATIVE: _("counted from another date"),
            Basis.INFERRED: _("completed from elsewhere in the text"),
            Basis.PUBLICATION: _("the source’s own date of publication"),
        }

    @cached_property
    def url_status(self) -> Mapping[UrlStatus | None, str]:
        """What became of an original; nothing to say of one that is there."""
        _ = self.gettext
        return {
            UrlStatus.DEAD: _("no longer there"),
            UrlStatus.DEVIATED: _("says something else by now"),
            UrlStatus.USURPED: _("the address is somebody else’s by now"),
            UrlStatus.LIVE: "",
            None: "",
        }

    @cached_property
    def precision(self) -> Mapping[Precision, str]:
        _ = self.gettext
        return {
            Precision.TIME: _("to the time of day"),
            Precision.DAY: _("to the day"),
            Precision.MONTH: _("to the month"),
            Precision.SEASON: _("to the season or quarter"),
            Precision.YEAR: _("to the year"),
            Precision.DECADE: _("to the decade"),
            Precision.CENTURY: _("to the century"),
            Precision.UNKNOWN: _("more coarsely"),
        }

    @cached_property
    def kind(self) -> Mapping[EntityKind, str]:
        _ = self.gettext
        return {
            EntityKind.PERSON: _("Person"),
            EntityKind.ORGANISATION: _("Organisation"),
            EntityKind.PLACE: _("Place"),
        }

    @cached_property
    def kinds(self) -> Mapping[EntityKind, str]:
        _ = self.gettext
        return {
            EntityKind.PERSON: _("People"),
            EntityKind.ORGANISATION: _("Organisations"),
            EntityKind.PLACE: _("Places"),
        }

    @cached_property
    def extent(self) -> Mapping[Extent | None, str]:
        _ = self.gettext
        return {
            Extent.COUNTRY: _("Country"),
            Extent.REGION: _("Region"),
            Extent.CITY: _("City"),
            Extent.SITE: _("Site"),
            None: _("Point"),
        }

    def exactness(self, decimals: int) -> str:
        """How exactly a place is known whose degrees have so many decimals."""
        _ = self.gettext
        steps = (
            _("to the nearest degree, about 100 km"),
            _("to about 10 km"),
            _("to about a kilometre"),
            _("to about 100 m"),
            _("to about 10 m"),
        )
        return steps[min(decimals, len(steps) - 1)]
