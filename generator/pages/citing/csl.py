"""A work as an item of CSL-JSON, the input of citation processors.

Source: Citation Style Language 1.0.2, "CSL-JSON items" and its schema csl-data.json.
"""

from __future__ import annotations

from typing import Any

import msgspec

from generator.model.edtf import Edtf, EdtfDate, Form
from generator.pages.citing.authors import Author
from generator.pages.citing.works import Kind, Work, no_longer
from generator.pages.words import Words

_TYPES = {
    Kind.ARTICLE: "article-newspaper",
    Kind.WEB_PAGE: "webpage",
    Kind.TEXT: "document",
    Kind.ENTRY: "webpage",
}
_SEASONS = {"21": 1, "22": 2, "23": 3, "24": 4}


def csl_item(work: Work, words: Words) -> dict[str, Any]:
    """*work* in the words of CSL; what nobody stated is left out."""
    item = {
        "id": work.id,
        "type": _TYPES[work.kind],
        "title": work.title,
        "author": [_name(author) for author in work.authors],
        "container-title": work.container,
        "publisher": work.publisher,
        "issued": csl_date(work.issued, words),
        "event-date": csl_date(work.happened, words),
        "accessed": csl_date(work.accessed, words),
        "genre": "Timeline entry" if work.kind is Kind.ENTRY else "",
        "language": work.language,
        "URL": work.best,
        "archive_location": work.archive,
        "note": no_longer(work),
    }
    return {key: value for key, value in item.items() if value}


def csl_json(item: dict[str, Any]) -> str:
    """*item* as JSON for reading, with a line for each variable."""
    lines = ",\n".join(f'  "{key}": {_json(value)}' for key, value in item.items())
    return f"{{\n{lines}\n}}"


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()


def csl_date(date: Edtf | None, words: Words) -> dict[str, Any]:
    """*date* in the parts that are known; in words where CSL has no parts for it: open
    or unknown ends, sets, unknown digits. Nothing where there is no date."""
    if date is None:
        return {}
    parts = [_parts(part) if part else [] for part in date.parts]
    if date.form not in (Form.DATE, Form.INTERVAL) or not all(parts):
        return {"literal": words.date(date)}
    seasons = [_SEASONS.get(part.month or "") for part in date.dates]
    told: dict[str, Any] = {"date-parts": parts}
    if any(seasons):
        if date.form is Form.INTERVAL:
            return {"literal": words.date(date)}
        told["season"] = seasons[0]
    if date.approximate or date.uncertain:
        told["circa"] = True
    return told


def _parts(date: EdtfDate) -> list[int]:
    """Year, month and day as far as they are known; nothing where CSL cannot say it."""
    if "X" in date.year:
        return []
    year = int(date.year)
    found = [year if year > 0 else year - 1]  # there is no year 0 before Christ
    if date.month is None or "X" in date.month or date.month in _SEASONS:
        return found
    if int(date.month) > 12:
        return []  # quarters, halves
    found.append(int(date.month))
    if date.day is not None and "X" not in date.day:
        found.append(int(date.day))
    return found


def _name(author: Author) -> dict[str, str]:
    if not author.is_split:
        return {"literal": author.whole}
    parts = {"family": author.family, "given": author.given, "suffix": author.suffix}
    return {key: value for key, value in parts.items() if value}
