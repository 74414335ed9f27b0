"""The keys of every kind of content file: one list, from which all else follows.

Reading, writing, merging, "did you mean" and the manual take the keys, their order,
their types and their descriptions from here; a new key is a new line here, and a
field of the model.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum

from generator.model.entities import EntityKind
from generator.model.events import Factuality, Status
from generator.model.sources import UrlStatus
from generator.model.timex import Basis


class Kind(Enum):
    """How a value is written in a file."""

    TEXT = "text"
    DATE = "an EDTF date"
    ID = "the id of another file"
    IDS = "a list of ids of other files"
    NAMES = "a list of texts"
    URL = "a web address"
    YES_NO = "yes or no"
    WIKIDATA = "a Wikidata id such as Q42"
    COORDINATES = "degrees north and east, such as 39.15, 127.44 (city)"
    LANGUAGE = "a language tag such as en"
    FINGERPRINT = "64 digits from 0 to f"
    WORD = "one of a few words"
    TABLE = "keys of its own, indented"
    TABLES = "a list of blocks with keys of their own"


class Merge(StrEnum):
    """How a new proposal of the tool meets what stands in the file.

    `atom`: the whole value is replaced while no person has touched it. `set`: single
    members come and go; a member that a person removed stays away. `citations`: the
    same, member by member, where a passage is a member. `person`: never proposed.
    """

    ATOM = "atom"
    SET = "set"
    CITATIONS = "citations"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Field:
    """One key: its name in files, its name in the model, and what it is for.

    `words` are those that a WORD may be, `fields` the keys of a TABLE or TABLES.
    `quoted` values are always written in double quotes.
    """

    key: str
    attribute: str
    kind: Kind
    about: str
    merge: Merge = Merge.PERSON
    required: bool = False
    quoted: bool = False
    words: tuple[str, ...] = ()
    fields: tuple[Field, ...] = ()


SAYS_FIELDS: tuple[Field, ...] = (
    Field("date", "date", Kind.DATE, "The date that the passage gives.", quoted=True),
    Field("phrase", "phrase", Kind.TEXT, "The time as printed.", quoted=True),
    Field(
        "basis",
        "basis",
        Kind.WORD,
        "How the date is known.",
        words=tuple(Basis),
    ),
    Field("anchor", "anchor", Kind.TEXT, "What the date hangs on.", quoted=True),
    Field("needs", "needs", Kind.TEXT, "What would resolve the date.", quoted=True),
    Field("speaker", "speaker", Kind.TEXT, "Who the source names for it.", quoted=True),
    Field(
        "because",
        "because",
        Kind.TEXT,
        "Why a vague passage was taken for this event.",
        quoted=True,
    ),
)

QUOTE_FIELDS: tuple[Field, ...] = (
    Field(
        "source",
        "source",
        Kind.ID,
        "The source's id: the name of its file, without the ending.",
        required=True,
    ),
    Field(
        "exact",
        "exact",
        Kind.TEXT,
        "The exact words of the source.",
        required=True,
        quoted=True,
    ),
    Field(
        "prefix",
        "prefix",
        Kind.TEXT,
        "What stands right before these words, when they occur more than once.",
        quoted=True,
    ),
    Field(
        "suffix",
        "suffix",
        Kind.TEXT,
        "What stands right after these words, when they occur more than once.",
        quoted=True,
    ),
)

CITATION_FIELDS: tuple[Field, ...] = (
    *QUOTE_FIELDS,
    Field(
        "says",
        "says",
        Kind.TABLE,
        "What the passage says of the event's date, and who says it.",
        fields=SAYS_FIELDS,
    ),
)

CLAIM_FIELDS: tuple[Field, ...] = (
    Field(
        "about",
        "about",
        Kind.TEXT,
        "The question, the same in every account of it.",
        required=True,
    ),
    Field(
        "value",
        "value",
        Kind.TEXT,
        "The answer, worded as the source words it.",
        required=True,
        quoted=True,
    ),
    Field(
        "speaker",
        "speaker",
        Kind.TEXT,
        "Who says so; left out when the source speaks for itself.",
    ),
    *QUOTE_FIELDS,
)

MEDIA_FIELDS: tuple[Field, ...] = (
    Field(
        "file",
        "file",
        Kind.TEXT,
        "The picture's file, as it is called in content/media/.",
        required=True,
    ),
    Field(
        "alt",
        "alt",
        Kind.TEXT,
        "What it shows, in words, for who does not see it.",
        required=True,
    ),
    Field("caption", "caption", Kind.TEXT, "What readers see written below it."),
    Field("credit", "credit", Kind.TEXT, "Who made it."),
    Field(
        "licence",
        "licence",
        Kind.TEXT,
        "What allows it to be shown, such as CC BY-SA 4.0, or the licence's address.",
    ),
    Field(
        "source",
        "source",
        Kind.TEXT,
        "Where it was taken from: a web address, or the id of a source.",
    ),
    Field("date", "date", Kind.DATE, "When it was taken.", quoted=True),
    Field(
        "sensitive",
        "sensitive",
        Kind.YES_NO,
        "yes shows it only to who asks for it, and in no preview of other sites.",
        words=("yes", "no"),
    ),
)

CORRECTION_FIELDS: tuple[Field, ...] = (
    Field(
        "date",
        "date",
        Kind.DATE,
        "The day of the correction.",
        required=True,
        quoted=True,
    ),
    Field(
        "note",
        "note",
        Kind.TEXT,
        "What was wrong and what it says now, for readers.",
        required=True,
    ),
)

_ALIASES = Field(
    "aliases",
    "aliases",
    Kind.IDS,
    "Former ids: their addresses lead here.",
)

EVENT_FIELDS: tuple[Field, ...] = (
    Field(
        "title",
        "title",
        Kind.TEXT,
        "What happened, in a line.",
        Merge.ATOM,
        required=True,
    ),
    Field(
        "date",
        "date",
        Kind.DATE,
        "When it happened, as far as the sources say; left out when none does.",
        Merge.ATOM,
        quoted=True,
    ),
    Field(
        "status",
        "status",
        Kind.WORD,
        "What people have decided about the event.",
        words=tuple(Status),
    ),
    Field(
        "factuality",
        "factuality",
        Kind.WORD,
        "What the sources say of it; left out when it happened.",
        Merge.ATOM,
        words=tuple(Factuality),
    ),
    Field("people", "people", Kind.IDS, "People it is about.", Merge.SET),
    Field(
        "organisations",
        "organisations",
        Kind.IDS,
        "Organisations it is about.",
        Merge.SET,
    ),
    Field("places", "places", Kind.IDS, "Where it happened.", Merge.SET),
    Field("tags", "tags", Kind.NAMES, "Subjects, in lower case.", Merge.SET),
    Field("related", "related", Kind.IDS, "Other events that belong to it."),
    Field(
        "citations",
        "citations",
        Kind.TABLES,
        "The passages that prove it.",
        Merge.CITATIONS,
        fields=CITATION_FIELDS,
    ),
    Field(
        "claims",
        "claims",
        Kind.TABLES,
        "Who says what, where sources differ.",
        Merge.ATOM,
        fields=CLAIM_FIELDS,
    ),
    Field(
        "media",
        "media",
        Kind.TABLES,
        "Pictures, each with what readers must know of it.",
        fields=MEDIA_FIELDS,
    ),
    Field(
        "corrections",
        "corrections",
        Kind.TABLES,
        "Dated notes to readers about what was changed after publication.",
        fields=CORRECTION_FIELDS,
    ),
    _ALIASES,
)

INFERRED_FIELDS: tuple[Field, ...] = (
    Field(
        "issued",
        "issued",
        Kind.DATE,
        "What follows from the text of the day of publication.",
        quoted=True,
    ),
    Field("because", "because", Kind.TEXT, "Why it follows.", quoted=True),
)

SOURCE_FIELDS: tuple[Field, ...] = (
    Field("title", "title", Kind.TEXT, "The headline.", Merge.ATOM),
    Field(
        "author",
        "author",
        Kind.NAMES,
        'Who wrote it; "{Bridge Watch}", in quotes and braces, is one name, with no '
        "family name in it.",
        Merge.ATOM,
    ),
    Field(
        "container-title",
        "container_title",
        Kind.TEXT,
        "The newspaper, site or book that it appeared in.",
        Merge.ATOM,
    ),
    Field("publisher", "publisher", Kind.TEXT, "Who published it.", Merge.ATOM),
    Field(
        "issued",
        "issued",
        Kind.DATE,
        "When it was published. It gives a date to words such as “yesterday”.",
        Merge.ATOM,
        quoted=True,
    ),
    Field("URL", "url", Kind.URL, "Where it can be read.", Merge.ATOM, quoted=True),
    Field(
        "url-status",
        "url_status",
        Kind.WORD,
        "What became of it there: live, dead (gone), deviated (says something else by "
        "now), or usurped (the address is somebody else's).",
        words=tuple(UrlStatus),
    ),
    Field("archive", "archive", Kind.URL, "An archived copy of it.", quoted=True),
    Field(
        "archived",
        "archived",
        Kind.DATE,
        "When that copy was made, if its address does not say so.",
        quoted=True,
    ),
    Field(
        "accessed",
        "accessed",
        Kind.DATE,
        "When it was last seen at that address.",
        quoted=True,
    ),
    Field(
        "language",
        "language",
        Kind.LANGUAGE,
        "Its language, as a BCP 47 tag such as en.",
        Merge.ATOM,
    ),
    Field("rights", "rights", Kind.TEXT, "Whose it is, and what that allows."),
    Field(
        "full-text",
        "full_text",
        Kind.YES_NO,
        "yes allows the whole text to be published; otherwise passages only.",
        words=("yes", "no"),
    ),
    Field(
        "sha256",
        "sha256",
        Kind.FINGERPRINT,
        "The fingerprint of the document that its passages were taken from.",
        Merge.ATOM,
        quoted=True,
    ),
    Field(
        "inferred",
        "inferred",
        Kind.TABLE,
        "What the tool concluded about the day of publication, and why.",
        Merge.ATOM,
        fields=INFERRED_FIELDS,
    ),
    _ALIASES,
)

ENTITY_FIELDS: tuple[Field, ...] = (
    Field(
        "prefLabel",
        "pref_label",
        Kind.TEXT,
        "The name that readers see.",
        Merge.ATOM,
        required=True,
    ),
    Field(
        "kind",
        "kind",
        Kind.WORD,
        "What it is.",
        Merge.ATOM,
        required=True,
        words=tuple(EntityKind),
    ),
    Field(
        "altLabel",
        "alt_label",
        Kind.NAMES,
        "Other names and spellings, in any script.",
        Merge.SET,
    ),
    Field("exactMatch", "exact_match", Kind.WIKIDATA, "Its Wikidata id."),
    Field(
        "coordinates",
        "coordinates",
        Kind.COORDINATES,
        "Where it is on a map.",
        Merge.ATOM,
        quoted=True,
    ),
    _ALIASES,
)

PAGE_FIELDS: tuple[Field, ...] = (
    Field("title", "title", Kind.TEXT, "The page's heading.", required=True),
)

FILE_FIELDS: dict[str, tuple[Field, ...]] = {
    "events": EVENT_FIELDS,
    "sources": SOURCE_FIELDS,
    "entities": ENTITY_FIELDS,
    "pages": PAGE_FIELDS,
}
"""The keys of the files in each folder of `content/`."""


def field_of(fields: Sequence[Field], key: str) -> Field | None:
    """The field that *key* names; None when there is none."""
    for field in fields:  # asked for every key of every file
        if field.key == key:
            return field
    return None
