"""The name of an author, as a card prints it, in the parts that citations need.

Where the parts are not plain to see, the name stays whole: a wrong family name is worse
than none.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from generator.model.entities import Entity, EntityKind
from generator.model.sources import is_whole, without_braces
from generator.pages.citing.bodies import is_body, may_be_body, may_begin_with_family

_FAMILY_LAST = re.compile(r"[\u0041-\u024f\u0370-\u052f\u1e00-\u1fff\s.,'’‐-]+")
"""Latin, Greek and Cyrillic: scripts in which most put the family name last."""

_SUFFIX = re.compile(r"(?:Jr|Sr)\.?|II|III|IV")
_GIVEN_LAST = re.compile(r"[A-Z]\w+-[a-z]\w*")
"""A given name of two syllables, as Korean ones are written: "Tong-hyung"."""


@dataclass(frozen=True, slots=True)
class Author:
    """A person by `family` and `given` name, or whoever is called by the `whole`.

    `kind` is what is known of them, None where nothing is; `entity` the id of the one
    of the timeline who is called so, "" where that is nobody, or not certain.
    """

    whole: str
    family: str = ""
    given: str = ""
    suffix: str = ""
    kind: EntityKind | None = None
    entity: str = ""

    @property
    def is_split(self) -> bool:
        """Whether the parts of the name are known."""
        return bool(self.family)

    @property
    def inverted(self) -> str:
        """The family name first: "Quill, Ada", "Quill, Ada, Jr."."""
        parts = (self.family, self.given, self.suffix)
        return ", ".join(filter(None, parts)) if self.is_split else self.whole

    @property
    def in_order(self) -> str:
        """As one says it: "Ada Quill", "Ada Quill Jr."."""
        parts = (self.given, self.family, self.suffix)
        return " ".join(filter(None, parts)) if self.is_split else self.whole

    @property
    def with_initials(self) -> str:
        """The family name and initials: "Quill, A. J."."""
        if not self.is_split:
            return self.whole
        parts = (self.family, _initials(self.given), self.suffix)
        return ", ".join(filter(None, parts))


def author(
    printed: str,
    papers: Collection[str] = (),
    known: Sequence[Entity] = (),
    language: str = "",
) -> Author:
    """Whoever *printed* names, "Ada Quill" or "Quill, Ada", in a text in *language*.

    *papers* are the names of the paper and the publisher, which sign as authors, too;
    *known* whoever of the timeline is called so, which goes before all guesses. A name
    in braces is that of no person.
    """
    whole = without_braces(" ".join(printed.split()))
    kinds = {entity.kind for entity in known}
    if is_whole(printed) or (kinds and kinds != {EntityKind.PERSON}):
        kind = EntityKind.ORGANISATION
        found = Author(whole, kind=kind)
    elif kinds:
        found = _of_person(whole, _told(whole, known), language)
    elif whole in papers or is_body(whole.split()):
        found = Author(whole)
    else:
        found = _of_person(whole, whole, language, is_sure=False)
    only = known[0] if len(known) == 1 else None
    return replace(found, kind=only.kind, entity=only.id) if only else found


def _told(whole: str, known: Sequence[Entity]) -> str:
    """The name *whole* as "Kim, Jong Un" if that is another name of whoever is *known*
    by it; else as it is."""
    parts = sorted(whole.casefold().split())
    for entity in known:
        for label in (entity.pref_label, *entity.alt_label):
            if (
                ", " in label
                and sorted(label.casefold().replace(",", "").split()) == parts
            ):
                return label
    return whole


def _of_person(whole: str, name: str, language: str, *, is_sure: bool = True) -> Author:
    """The parts of the *name* of somebody who is called by the *whole*, where they are
    plain; *is_sure* that this is a person."""
    unsplit = Author(whole, kind=EntityKind.PERSON if is_sure else None)
    family, comma, given = name.partition(", ")
    words = name.split()
    if comma and "," not in given and family and given:
        return Author(whole, family, given, kind=EntityKind.PERSON)
    if not _FAMILY_LAST.fullmatch(name) or "," in name:
        return unsplit
    suffix = words.pop() if len(words) > 2 and _SUFFIX.fullmatch(words[-1]) else ""
    if len(words) < 2 or (not is_sure and may_be_body(words)):
        return unsplit
    if len(words) == 2 and _GIVEN_LAST.fullmatch(words[1]):
        return Author(whole, words[0], words[1], kind=EntityKind.PERSON)
    if may_begin_with_family(words, language):
        return unsplit
    # As BibTeX reads names: the family name begins at the first word in small letters.
    inner = range(1, len(words) - 1)
    at = next((n for n in inner if words[n][0].islower()), len(words) - 1)
    family, given = " ".join(words[at:]), " ".join(words[:at])
    return Author(whole, family, given, suffix, EntityKind.PERSON)


def _initials(given: str) -> str:
    """The *given* names as initials: "Ada Jane" as "A. J.", "Jean-Luc" as "J.-L."."""
    return " ".join(
        "-".join(f"{part[0]}." for part in name.split("-") if part)
        for name in given.split()
    )
