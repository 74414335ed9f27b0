"""A work as a record of RIS, which reference managers read.

Source: Research Information Systems, "RIS Format Specifications": a tag of two letters,
two spaces, a hyphen, a space; the end of a value is the end of the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.edtf import Edtf, Form
from generator.pages.citing.authors import Author
from generator.pages.citing.works import Kind, Work, no_longer

_TYPES = {
    Kind.ARTICLE: "NEWS",
    Kind.WEB_PAGE: "ELEC",
    Kind.TEXT: "GEN",
    Kind.ENTRY: "ELEC",
}


def ris(work: Work) -> str:
    """*work* as a record, with a line for each thing that somebody stated."""
    return "".join(f"{tag}  - {value}\n" for tag, value in _lines(work))


def _lines(work: Work) -> Iterator[tuple[str, str]]:
    yield "TY", _TYPES[work.kind]
    yield "ID", work.id
    yield from (("AU", _name(author)) for author in work.authors)
    told = {
        "TI": work.title,
        "T2": work.container,
        "PB": work.publisher,
        "PY": _year(work.issued),
        "DA": ris_date(work.issued),
        "Y2": ris_date(work.accessed),
        "LA": work.language,
        "UR": work.best,
        "L2": work.copy,
        "N1": _note(work),
    }
    yield from ((tag, value) for tag, value in told.items() if value)
    yield "ER", ""


def _name(author: Author) -> str:
    """A name without what means something to RIS: asterisks, and commas, which part
    the family name from the others, in a name that stays whole."""
    name = author.inverted if author.is_split else author.whole.replace(",", "")
    return name.replace("*", "")


def ris_date(date: Edtf | None) -> str:
    """*date* as "2019/03/04/", with nothing between the strokes for what is not known,
    and behind the last what it says besides: "2019///2019~"."""
    if date is None:
        return ""
    (part, *others) = date.dates
    other = "" if date.form is Form.DATE and not others else str(date)
    if other or "X" in part.year or int(part.year) <= 0:
        return f"///{date}"
    exact = str(date).partition("T")[0] == "-".join(
        filter(None, (part.year, part.month, part.day))
    )
    month = part.month if part.month and part.month.isdigit() else ""
    is_month = bool(month) and int(month) <= 12
    day = part.day if part.day and part.day.isdigit() and is_month else ""
    rest = "" if exact and (is_month or not part.month) else str(date)
    return f"{part.year}/{month if is_month else ''}/{day}/{rest}"


def _year(date: Edtf | None) -> str:
    return ris_date(date).partition("/")[0]


def _note(work: Work) -> str:
    if work.kind is Kind.ENTRY:
        return f"Timeline entry, {work.happened}" if work.happened else "Timeline entry"
    return no_longer(work)
