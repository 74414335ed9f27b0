"""The words that readers see for what the model says in codes: one table each."""

from __future__ import annotations

from generator.model.edtf import Precision
from generator.model.entities import EntityKind
from generator.model.events import Factuality, Status
from generator.model.timex import Basis

STATUS = {
    Status.PROPOSED: "Not yet reviewed",
    Status.REVIEWED: "Reviewed",
    Status.DISPUTED: "Disputed",
    Status.REJECTED: "Rejected",
}

STATUS_EXPLAINED = {
    Status.PROPOSED: "A program found this event in the sources. "
    "No editor has reviewed it yet.",
    Status.REVIEWED: "An editor has compared this event with its sources.",
    Status.DISPUTED: "Sources or editors disagree about this event.",
    Status.REJECTED: "An editor has rejected this event.",
}

FACTUALITY = {
    Factuality.HAPPENED: "Happened",
    Factuality.PLANNED: "Planned",
    Factuality.DENIED: "Denied",
    Factuality.ALLEGED: "Alleged",
}

FACTUALITY_EXPLAINED = {
    Factuality.HAPPENED: "",
    Factuality.PLANNED: "The sources speak of a plan. "
    "They do not say that it was carried out.",
    Factuality.DENIED: "The sources report that this is denied.",
    Factuality.ALLEGED: "The sources report this as somebody’s claim.",
}

BASIS = {
    Basis.STATED: "stated by the source",
    Basis.RELATIVE: "counted from another date",
    Basis.INFERRED: "completed from elsewhere in the text",
    Basis.PUBLICATION: "the source’s own date of publication",
}

PRECISION = {
    Precision.TIME: "to the time of day",
    Precision.DAY: "to the day",
    Precision.MONTH: "to the month",
    Precision.SEASON: "to the season or quarter",
    Precision.YEAR: "to the year",
    Precision.DECADE: "to the decade",
    Precision.CENTURY: "to the century",
    Precision.UNKNOWN: "more coarsely",
}

KIND = {
    EntityKind.PERSON: "Person",
    EntityKind.ORGANISATION: "Organisation",
    EntityKind.PLACE: "Place",
}

KINDS = {
    EntityKind.PERSON: "People",
    EntityKind.ORGANISATION: "Organisations",
    EntityKind.PLACE: "Places",
}


def plural(number: int, one: str, many: str = "") -> str:
    """A counted noun: "1 event", "3 events", "2 people"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
