"""A work as an entry of a BibTeX file, which biblatex reads as well.

`year` and `month` are for BibTeX, as far as they are known; `date` is EDTF, which
biblatex reads with its qualifiers and open ends.
"""

from __future__ import annotations

import hashlib
import re
from typing import Final

from generator.model.edtf import Edtf, EdtfDate, Form
from generator.pages.citing.authors import Author
from generator.pages.citing.works import Kind, Work, no_longer

_MONTHS = (
    *("jan", "feb", "mar", "apr", "may", "jun"),
    *("jul", "aug", "sep", "oct", "nov", "dec"),
)
"""Names that BibTeX styles define, so they stand without braces."""

_TO_TEX: Final = str.maketrans(
    {
        # Not \\{ and \\}: BibTeX counts braces before it knows of backslashes.
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        **{sign: f"\\{sign}" for sign in "$&%#_"},
    }
)
_LIGATURE = re.compile(r"(?<=[-`',?!])(?=[-`',])")
"""Between signs of which TeX would make one: -- `` '' ,, ?` !`"""

_PLAIN_KEY = re.compile(r"[a-z0-9][a-z0-9_.:+/-]*")


def bibtex(work: Work) -> str:
    """*work* as an entry; what nobody stated is left out."""
    is_article = work.kind is Kind.ARTICLE
    fields = {
        # Braces of their own keep capitals as they are, whatever the style does.
        "title": f"{{{tex(work.title)}}}",
        "author": " and ".join(map(_name, work.authors)),
        "journal" if is_article else "howpublished": tex(work.container),
        "publisher": tex(work.publisher),
        **_dates(work.issued),
        "url": work.best,
        # That is when this address was looked at.
        "urldate": str(work.accessed or "") if work.best == work.url else "",
        "language": tex(work.language),
        "note": tex(_note(work)),
    }
    given = (f"  {key} = {_value(key, told)}" for key, told in fields.items() if told)
    kind = "article" if is_article else "misc"
    lines = ",\n".join(given)
    return f"@{kind}{{{key_of(work.id)},\n{lines}\n}}\n"


def key_of(id: str) -> str:
    """The key of the work with this *id*: the id, where BibTeX can have it as a key.

    It takes no spaces, braces and commas, and knows no capitals; another id is written
    with what it can have, and with a few digits that tell it from all others.
    """
    if _PLAIN_KEY.fullmatch(id):
        return id
    plain = re.sub(r"[^a-z0-9_.:+/-]+", "-", id.lower()).strip("-")
    mark = hashlib.sha256(id.encode("utf-8", "surrogatepass")).hexdigest()[:6]
    return f"{plain or 'source'}-{mark}"


def tex(text: str) -> str:
    """*text* in LaTeX, which shows it as it is; letters of all scripts stay."""
    return _LIGATURE.sub("{}", text.translate(_TO_TEX))


def _value(key: str, told: str) -> str:
    return told if key == "month" else f"{{{told}}}"


def _name(author: Author) -> str:
    """What BibTeX does not take apart wrongly: "Quill, Ada", "{City Council}"."""
    if not author.is_split:
        return f"{{{tex(author.whole)}}}"
    parts = (author.family, author.suffix, author.given)
    return ", ".join(_whole(tex(part)) for part in parts if part)


def _whole(part: str) -> str:
    """A part of a name that holds no "and", which would begin another name."""
    return f"{{{part}}}" if "and" in part.lower().split() or "," in part else part


def _dates(date: Edtf | None) -> dict[str, str]:
    if date is None:
        return {}
    told = {"date": str(date)}
    first = date.parts[0]
    if date.form is Form.DATE and first and "X" not in first.year:
        about, doubt = "about " * date.approximate, "?" * date.uncertain
        told["year"] = f"{about}{first.year}{doubt}"
        if _has_month(first) and not about and not doubt:
            told["month"] = _MONTHS[int(first.month or 0) - 1]
    return told


def _has_month(date: EdtfDate) -> bool:
    return date.month is not None and date.month.isdigit() and int(date.month) <= 12


def _note(work: Work) -> str:
    """What has no field of its own."""
    entry = "Timeline entry" if work.kind is Kind.ENTRY else ""
    if entry and work.happened:
        entry += f", {work.happened}"
    copy = f"Archived copy: {work.copy}" if work.copy else ""
    return ". ".join(filter(None, (entry, copy, no_longer(work))))
