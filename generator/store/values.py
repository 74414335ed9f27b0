"""Nodes into the values that their fields hold, with a problem for each that fails.

A value that cannot be read is left out, so that the rest of the file is still checked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from generator.model.edtf import Edtf, EdtfError, parse_edtf
from generator.model.entities import Coordinates
from generator.problems import Origin, Problem, Severity
from generator.store.coordinates import coordinates, place_on_earth
from generator.store.cut import place
from generator.store.fields import Field, Kind, field_of
from generator.store.key_words import (
    LANGUAGE_TAG,
    instead_of_keeping_back,
    items_in,
    language_tag,
    meant_by,
    unseen_in,
    yes_or_no,
)
from generator.store.nodes import Entry, Items, Node, Table, Text

Values = dict[str, Any]
"""Attributes of the model with their values; what a file leaves out is not there."""

_NEAR = 70
_URL = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_WIKIDATA = re.compile(r"Q[1-9][0-9]*")
_FINGERPRINT = re.compile(r"[0-9a-f]{64}")


class FieldReader:
    """Reads the values of one file, whose whole text is *text*.

    `misspelt`: the keys that stand under another name, with the offset; what is
    written there was not read.
    """

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self.problems: list[Problem] = []
        self.misspelt: dict[str, int] = {}

    def values(self, table: Table, fields: Sequence[Field], at: int) -> Values:
        """What *table* says, by attribute. *at* is where a missing key is reported."""
        found: Values = {}
        misspelt: set[str] = set()
        for entry in table.entries:
            field = field_of(fields, entry.key)
            if field is None:
                misspelt.add(self._unknown_key(entry, fields, table))
            elif not _is_empty(entry.value):
                value = _READERS[field.kind](self, field, entry.value)
                if value is not None:
                    found[field.attribute] = value
        for field in fields:
            if field.required and field.attribute not in found:
                self._nothing_in(field, table, misspelt, at)
        return found

    def _nothing_in(
        self, field: Field, table: Table, misspelt: set[str], at: int
    ) -> None:
        """Report a required *field* that says nothing, where nothing else told it."""
        entry = table.entry(field.key)
        if entry is None and field.key not in misspelt:
            self.report(
                at,
                "key-missing",
                f"“{field.key}:” is missing",
                f"add it: {_lower(field.about)}",
            )
        elif entry is not None and _is_empty(entry.value):
            self.report(
                entry.start,
                "key-empty",
                f"“{field.key}” is empty",
                f"write after it: {_lower(field.about)}",
            )

    def origin(self, offset: int) -> Origin:
        """The place of an offset of the file."""
        return place(self.text, offset, self.path)

    def report(
        self,
        offset: int,
        code: str,
        message: str,
        hint: str = "",
        severity: Severity = Severity.ERROR,
    ) -> None:
        """Keep a problem at *offset*."""
        self.problems.append(
            Problem(self.origin(offset), severity, code, message, hint)
        )

    def _unknown_key(self, entry: Entry, fields: Sequence[Field], table: Table) -> str:
        """The key that was meant; "" when nobody can tell."""
        keys = [field.key for field in fields]
        free = [field for field in fields if table.entry(field.key) is None]
        word = meant_by(entry.key, [field.key for field in free])
        near = nearest(entry.key, keys)
        meant = word or near or ""
        needed = any(
            field.key == meant and (field.required or field.kind is Kind.TABLES)
            for field in free
        )
        hint = f"did you mean “{meant}”?"
        if unseen := unseen_in(entry.key, keys):
            what, hint = f"{unseen} in the key “{meant}”", f"write {meant}: anew"
            self.report(entry.start, "key-unknown", what, hint)
        elif instead := instead_of_keeping_back(entry.key, fields):
            what = f"there is no key “{entry.key}” here, and it keeps nothing back"
            self.report(entry.start, "key-unknown", what, instead)
        elif near or needed:
            what = f"there is no key “{entry.key}” here"
            self.report(entry.start, "key-unknown", what, hint)
        else:
            what = f"there is no key “{entry.key}” here; it is kept, but not used"
            hint = hint if word else f"the keys are {_all_of(keys, 'and')}"
            severity = Severity.WARNING
            self.report(entry.start, "key-unknown", what, hint, severity)
        if meant:
            self.misspelt[meant] = entry.start
        return meant

    def _scalar(self, field: Field, node: Node) -> str | None:
        if isinstance(node, Text):
            return node.value.strip() if not node.quoted else node.value
        what = "a list" if isinstance(node, Items) else "a block of keys"
        self.report(
            node.start,
            "value-not-text",
            f"“{field.key}” is {what}, but should be {_kind(field)}",
            self._as_one_text(field, node),
        )
        return None

    def _as_one_text(self, field: Field, node: Node) -> str:
        written = self.text[node.start : node.end]
        if field.kind is Kind.DATE and isinstance(node, Table):
            return f"write the date after the colon, like {field.key}: 2024-06-19"
        if "\n" in written:
            return f"write it in one line: {field.key}: …"
        if field.kind is not Kind.TEXT and isinstance(node, Items):
            return f"take the brackets away: {field.key}: {written[1:-1].strip()}"
        return f'write {field.key}: "{written}" if the brackets belong to it'

    def _language(self, field: Field, node: Node) -> str | None:
        text = self._scalar(field, node)
        if text is None or LANGUAGE_TAG.fullmatch(text):
            return text
        tag = language_tag(text)
        self.report(
            node.start,
            "language",
            f"“{text}” is not a language tag",
            f"write {tag}" if tag else "write it like en, or pt-BR (BCP 47)",
        )
        return None

    def _fingerprint(self, field: Field, node: Node) -> str | None:
        text = self._scalar(field, node)
        if text is None or _FINGERPRINT.fullmatch(text):
            return text
        self.report(
            node.start,
            "fingerprint",
            f"“{text}” is no fingerprint of a document (SHA-256, 64 digits)",
            "take the line out: `dateline extract` writes it",
        )
        return None

    def _date(self, field: Field, node: Node) -> Edtf | None:
        # 2025-07 in brackets without quotes is a YAML list, and an EDTF set.
        if isinstance(node, Items) and node.flow:
            written = self.text[node.start : node.end]
            self.report(
                node.start,
                "date",
                f"{written} is a list without quotation marks",
                f'write "{written}"',
            )
            return None
        text = self._scalar(field, node)
        if text is None:
            return None
        try:
            return parse_edtf(text)
        except EdtfError as error:
            self._not_a_date(node.start, text, error)
            return None

    def _not_a_date(self, at: int, text: str, error: EdtfError) -> None:
        from generator.date_suggestions import not_a_date

        reason, hint = not_a_date(text, error)
        self.report(at, "date", reason, hint)

    def _list(self, field: Field, node: Node) -> tuple[str, ...] | None:
        if isinstance(node, Text):
            items = ", ".join(items_in(node.value, field.kind))
            self.report(
                node.start,
                "value-not-list",
                f"“{field.key}” should be {_kind(field)}",
                f"write {field.key}: [{items}]",
            )
            return None
        if isinstance(node, Table):
            self.report(
                node.start,
                "value-not-list",
                f"“{field.key}” has keys of its own, but should be {_kind(field)}",
                f"write {field.key}: [one, two]",
            )
            return None
        if len(node.items) == 1 and isinstance(node.items[0], Items):
            inner = self.text[node.items[0].start : node.items[0].end]
            what = f"“{field.key}” is a list in a list"
            hint = f"one pair of brackets is enough: {field.key}: {inner}"
            self.report(node.start, "value-not-list", what, hint)
            return None
        found: list[str] = []
        for item in node.items:
            text = self._scalar(field, item)
            if text in found:
                self.report(
                    item.start,
                    "item-twice",
                    f"“{text}” stands in “{field.key}” twice",
                    "keep one of the two",
                    Severity.WARNING,
                )
            elif text:
                found.append(text)
        return tuple(found)

    def _url(self, field: Field, node: Node) -> str | None:
        text = self._scalar(field, node)
        if text is None or _URL.fullmatch(text):
            return text
        meant = None if " " in text.strip() else _URL.search(text)
        self.report(
            node.start,
            "url",
            f"“{text}” is not a web address",
            f"write {meant.group()}"
            if meant
            else "begin it with https:// or http://, without spaces",
        )
        return None

    def _yes_no(self, field: Field, node: Node) -> bool | None:
        word = self._word(field, node)
        return None if word is None else word == "yes"

    def _wikidata(self, field: Field, node: Node) -> str | None:
        text = self._scalar(field, node)
        if text is None or _WIKIDATA.fullmatch(text):
            return text
        meant = _WIKIDATA.search(text.upper())
        self.report(
            node.start,
            "wikidata",
            f"“{text}” is not a Wikidata id",
            f"write {meant.group()}" if meant else "write it like Q42",
        )
        return None

    def _coordinates(self, field: Field, node: Node) -> Coordinates | None:
        if isinstance(node, Items) and node.flow:
            written = self.text[node.start + 1 : node.end - 1].strip()
            self.report(
                node.start,
                "coordinates",
                f"“{field.key}” is a list",
                f'write "{written}"',
            )
            return None
        text = self._scalar(field, node)
        if text is None:
            return None
        if found := coordinates(text):
            return found
        self.report(
            node.start,
            "coordinates",
            f"“{text}” is not a place on earth",
            place_on_earth(text),
        )
        return None

    def _word(self, field: Field, node: Node) -> str | None:
        text = self._scalar(field, node)
        if text is None or text in field.words:
            return text
        near = yes_or_no(text) if "yes" in field.words else None
        near = near or nearest(text, field.words)
        choice = f"it is {_all_of(field.words, 'or')}"
        self.report(
            node.start,
            "word",
            f"“{text}” is no value of “{field.key}”",
            f"did you mean “{near}”? {choice.capitalize()}" if near else choice,
        )
        return None

    def _table(self, field: Field, node: Node) -> Values | None:
        if not isinstance(node, Table):
            self.report(
                node.start,
                "value-not-table",
                f"“{field.key}” should have keys of its own",
                f"they are {_all_of([f.key for f in field.fields], 'and')}, "
                "each in a line of its own, indented",
            )
            return None
        return self.values(node, field.fields, node.start)

    def _tables(self, field: Field, node: Node) -> tuple[Values, ...] | None:
        """One for each item, in order; of an item that is no table, an empty one."""
        if not isinstance(node, Items):
            self.report(
                node.start,
                "value-not-list",
                f"“{field.key}” should be a list of blocks",
                "begin each with “- ” and indent its keys",
            )
            return None
        return tuple(self._table(field, item) or {} for item in node.items)


def nearest(text: str, known: Sequence[str]) -> str | None:
    """The one of *known* that *text* was meant to be; None when none is near."""
    from rapidfuzz import fuzz, process, utils  # only who slipped waits for it
    from rapidfuzz.distance import Levenshtein

    found = process.extractOne(
        text,
        known,
        scorer=fuzz.ratio,
        processor=utils.default_process,
        score_cutoff=_NEAR,
    )
    if found is None:
        return None
    # Who slips writes the first letter right, or nothing else wrong: not “created”
    # for “related”.
    word, near = text.strip().casefold(), found[0].casefold()
    slip = word[:1] == near[:1] or Levenshtein.distance(word, near) == 1
    return found[0] if slip else None


def _is_empty(node: Node) -> bool:
    """True when nothing was written after a key."""
    match node:
        case Text(value=value):
            return not value
        case Items(items=items):
            return not items
        case Table(entries=entries):
            return not entries


_READERS: dict[Kind, Callable[[FieldReader, Field, Node], Any]] = {
    Kind.TEXT: FieldReader._scalar,
    Kind.ID: FieldReader._scalar,
    Kind.DATE: FieldReader._date,
    Kind.IDS: FieldReader._list,
    Kind.NAMES: FieldReader._list,
    Kind.URL: FieldReader._url,
    Kind.YES_NO: FieldReader._yes_no,
    Kind.WIKIDATA: FieldReader._wikidata,
    Kind.COORDINATES: FieldReader._coordinates,
    Kind.WORD: FieldReader._word,
    Kind.LANGUAGE: FieldReader._language,
    Kind.FINGERPRINT: FieldReader._fingerprint,
    Kind.TABLE: FieldReader._table,
    Kind.TABLES: FieldReader._tables,
}


def _kind(field: Field) -> str:
    return field.kind.value if field.kind is not Kind.ID else "the id of a source"


def _all_of(words: Sequence[str], joint: str) -> str:
    return f"{', '.join(words[:-1])} {joint} {words[-1]}" if words[1:] else words[0]


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:].rstrip(".")
