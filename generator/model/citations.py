"""A citation: a source, the exact words in it, and what they say of the date."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.model.edtf import Edtf
from generator.model.selectors import TextQuoteSelector
from generator.model.timex import Basis
from generator.problems import Origin


@dataclass(frozen=True, slots=True)
class Says:
    """What one passage says of an event, where it matters.

    `phrase` is the time expression as printed ("last June"); `date` its value;
    `anchor` what it hangs on; `needs` what would resolve it while `date` is None;
    `speaker` who the source names for it ("KCNA"); `because` why a vague passage
    was taken for this event.
    """

    date: Edtf | None = None
    phrase: str = ""
    basis: Basis | None = None
    anchor: str = ""
    needs: str = ""
    speaker: str = ""
    because: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """The exact words of a source that prove a statement."""

    source: str
    quote: TextQuoteSelector
    says: Says = Says()
    origin: Origin = field(default=Origin(""), compare=False)


@dataclass(frozen=True, slots=True)
class Claim:
    """One account where sources differ: who gives which value, and the passage.

    `about` is the question ("North Korean troops deployed"), the same in every
    account of it; `value` is worded as the source words it ("about 15,000");
    `speaker` is empty when the source speaks for itself.
    """

    about: str
    value: str
    citation: Citation
    speaker: str = ""
