"""Source documents: their text as it came, its parts, and what is known of them.

`Document` is the text of a seed; `Source` is the editor's bibliographic card of it,
in the words of CSL (Citation Style Language 1.0.2, "CSL-JSON items").
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from generator.model.edtf import Edtf, EdtfError, parse_edtf
from generator.problems import Origin


class BlockKind(StrEnum):
    """What a stretch of a document is for."""

    HEADLINE = "headline"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    HEADING = "heading"
    CAPTION = "caption"
    TEASER_TITLE = "teaser-title"
    TEASER = "teaser"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph-like stretch of a document's text; `end` is excluded.

    `story` numbers the article that the block belongs to: 0 is the document's
    own, 1 and up are the other articles that its teasers advertise. A title and
    the teaser below it share one number.
    """

    kind: BlockKind
    start: int
    end: int
    story: int = 0


@dataclass(frozen=True, slots=True)
class Stated:
    """A field that stands beside a document's text, and what says it.

    `name` is one of title, author, issued, shown (a date that a page only shows),
    url, publisher, site, language; `by` begins a sentence: "The page's metadata".
    `beside`: it stands in a file of its own, which a person or a program wrote.
    """

    name: str
    values: tuple[str, ...]
    by: str
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A seed as it came. Every offset in the program is into `text`.

    `id` is the file name without its ending; `path` is relative to the project;
    `sha256` is that of the file's bytes, in hexadecimal; `language` is a BCP 47
    tag ("en"), or "und" when it could not be told.

    `stated` is what is known of the text from outside it, the firmest first. Where
    the text had to be taken out of the file (a web page, a PDF, an e-mail), `reader`
    names what took it out, and `text_path` the file that keeps it, once one does.
    """

    id: str
    path: str
    text: str
    sha256: str
    blocks: Sequence[Block] = ()
    language: str = "und"
    stated: tuple[Stated, ...] = ()
    reader: str = ""
    text_path: str = ""

    @property
    def where(self) -> str:
        """The file in which a person can read `text` line by line."""
        return self.text_path or self.path


@dataclass(frozen=True, slots=True)
class CreationTime:
    """When a document was written, as far as anything says so.

    `edtf` is None when it is not known at all; an interval open at its end
    ("2025-07-12/..") when only a bound follows from the text. `issued` is the
    value that relative expressions may hang on: a full day, or None.
    `reason` says in one sentence where this comes from.
    """

    edtf: str | None
    reason: str
    issued: str | None = None
    not_before: str | None = None


@dataclass(frozen=True, slots=True)
class Inferred:
    """What the tool concluded about a source, and why."""

    issued: Edtf | None = None
    because: str = ""


class UrlStatus(StrEnum):
    """What became of the original at its address, in the words of Wikipedia's templates
    (`url-status`): it is there, gone, says something else by now, or its address has
    fallen to somebody else."""

    LIVE = "live"
    DEAD = "dead"
    DEVIATED = "deviated"
    USURPED = "usurped"

    @property
    def is_gone(self) -> bool:
        """Whether the original can no longer be read at its address."""
        return self is not UrlStatus.LIVE


@dataclass(frozen=True, slots=True)
class Source:
    """The bibliographic card of a document, as `content/sources/<id>.md` gives it.

    Empty strings and None mean that nothing states it. `issued` is the date of
    publication; `archive` the address of an archived copy, and `archived` when that was
    made; `url_status` is None where nobody looked; `sha256` that of the seed when its
    passages were taken. `full_text` allows the whole text to be
    published; otherwise only cited passages are, with a little context.
    `origins` tells where each value stands in the file, by its key.
    """

    id: str
    title: str = ""
    author: tuple[str, ...] = ()
    container_title: str = ""
    publisher: str = ""
    issued: Edtf | None = None
    url: str = ""
    url_status: UrlStatus | None = None
    archive: str = ""
    archived: Edtf | None = None
    accessed: Edtf | None = None
    language: str = ""
    rights: str = ""
    full_text: bool = False
    sha256: str = ""
    inferred: Inferred = Inferred()
    aliases: tuple[str, ...] = ()
    note: str = ""
    origin: Origin = field(default=Origin(""), compare=False)
    origins: Mapping[str, Origin] = field(
        default_factory=dict, compare=False, repr=False
    )

    @property
    def is_gone(self) -> bool:
        """Whether somebody found that the original is gone."""
        return self.url_status is not None and self.url_status.is_gone

    @property
    def authors(self) -> tuple[str, ...]:
        """The authors as readers see them, without braces that keep a name whole."""
        return tuple(map(without_braces, self.author))

    @property
    def archive_date(self) -> Edtf | None:
        """When the archived copy was made: as the card says, else as the address of the
        copy does, the way web archives write it; None where neither tells."""
        if self.archived or not self.archive:
            return self.archived
        stamp = _IN_ARCHIVES.search(self.archive)
        try:
            return parse_edtf("-".join(stamp.groups())) if stamp else None
        except EdtfError:  # digits that are no day
            return None


def is_whole(author: str) -> bool:
    """Whether an *author* stands in braces, as BibTeX has it: "{Human Rights Watch}" is
    one name, in which nobody looks for a family name."""
    return author.startswith("{") and author.endswith("}") and len(author) > 2


def without_braces(author: str) -> str:
    """The name of an *author* without the braces around it."""
    return without_braces(author[1:-1].strip()) if is_whole(author) else author


_IN_ARCHIVES = re.compile(
    r"/(\d{4})[.]?(\d\d)[.]?(\d\d)"  # /20240619..., /2024.06.19-...
    r"(?:-?\d{2,6})?(?:[a-z]{2}_)?"  # 083015, -083015, and how it is shown: id_
    r"/https?:/"
)
"""The day in an archived copy's address, right before that of the original."""


def language_of_source(document: Document, card: Source | None) -> str:
    """The BCP 47 tag of *document*: its card's word, otherwise what its text tells."""
    return (card.language if card else "") or document.language
