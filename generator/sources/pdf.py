"""Turns a PDF with a text layer into text: lines joined to paragraphs, without the
heads, feet and numbers of its pages.

What a PDF says of itself is not taken: it names the program and the person that
printed it, and the day of printing.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from itertools import pairwise

from generator.sources.taken import Note, Taken, UnreadableError, as_text

RULES = 1
"""Raised when the rules below give another text for the same file."""

_NUMBER = re.compile(
    r"\W*(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*", re.IGNORECASE
)
_ENDED = re.compile(r"[.!?:;]['\"”’»)\]]*$")
_BROKEN_WORD = re.compile(r"(\w*[^\W\d_])[-\u2010\xad]$")
_EDGE = 2
"""Lines at the top and at the bottom of a page among which its head and foot are."""

_FULL = 0.85
"""Of the usual width: a line this long was broken for want of room."""


def reader_name() -> str:
    """What takes a text out of a PDF here: with another, the text may differ."""
    from importlib.metadata import version

    return f"pypdf {version('pypdf')}, rules {RULES}"


def is_pdf(data: bytes) -> bool:
    """True for bytes that begin as a PDF does."""
    return data[:1024].lstrip().startswith(b"%PDF-")


def pdf(data: bytes) -> Taken:
    """The text of a PDF.

    Raises:
        UnreadableError: It is locked, damaged, or holds pictures of pages only.
    """
    pages, failed = _pages(data)
    text = as_text(paragraphs(body_lines(pages)))
    if not text:
        raise UnreadableError(
            "source-no-text",
            "the PDF holds no text, only pictures of its pages",
            "recognise its text first (ocrmypdf scan.pdf read.pdf), "
            "or type it into a .txt file",
        )
    notes = [
        Note(
            "source-page-not-read",
            f"page {number} of the PDF cannot be read",
            "copy its text into a .txt file if it matters",
        )
        for number in failed
    ]
    return Taken(text, reader_name(), notes=tuple(notes))


def _pages(data: bytes) -> tuple[list[list[str]], list[int]]:
    """The lines of every page, and the numbers of those that cannot be read."""
    # Imported here: many projects have no PDF.
    import logging

    import pypdf
    from pypdf.errors import DependencyError, FileNotDecryptedError, WrongPasswordError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    pages: list[list[str]] = []
    failed: list[int] = []
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        for number in range(len(reader.pages)):
            try:
                pages.append(reader.pages[number].extract_text().split("\n"))
            except (DependencyError, FileNotDecryptedError, WrongPasswordError):
                raise
            except Exception:  # foreign code; the other pages may be well
                failed.append(number + 1)
    except (DependencyError, FileNotDecryptedError, WrongPasswordError) as error:
        raise UnreadableError(
            "source-locked",
            "the PDF is locked with a password",
            "save a copy without one",
        ) from error
    except Exception as error:  # foreign code, fed with whatever calls itself a PDF
        raise UnreadableError(
            "source-damaged",
            "the file is no PDF, or a damaged one",
            "open it in a viewer and save it again, or copy its text into a .txt file",
        ) from error
    return pages, failed


def body_lines(pages: list[list[str]]) -> list[str]:
    """The lines of all *pages* without what stands at the edge of page after page."""
    stripped = [[" ".join(line.split()) for line in page] for page in pages]
    stripped = [[line for line in page if line] for page in stripped]
    at_edges = Counter(
        line for page in stripped for line in {_shape(line) for line in _edges(page)}
    )
    least = max(2, (len(stripped) + 1) // 2)
    lines: list[str] = []
    for page in stripped:
        for at, line in enumerate(page):
            at_edge = at < _EDGE or at >= len(page) - _EDGE
            repeated = at_edges[_shape(line)] >= least or _NUMBER.fullmatch(line)
            if not (at_edge and repeated):
                lines.append(line)
    return lines


def _edges(page: list[str]) -> list[str]:
    return page if len(page) <= 2 * _EDGE else page[:_EDGE] + page[-_EDGE:]


def _shape(line: str) -> str:
    """*line* with its numbers made alike: "Page 3 of 8" is "Page 0 of 0"."""
    return re.sub(r"\d+", "0", line)


def paragraphs(lines: list[str]) -> list[str]:
    """*lines* joined where one was broken for want of room, or within a word."""
    if not lines:
        return []
    lengths = sorted(len(line) for line in lines)
    width = lengths[int(len(lengths) * 0.9)]
    words = set(re.findall(r"[^\W_]+", " ".join(lines)))
    found = [lines[0]]
    for above, line in pairwise(lines):
        broken = _BROKEN_WORD.search(above)
        if broken and line[0].islower():
            # A hyphen at a line's end may be the word's own: "well-known".
            joined = broken[1] + re.match(r"[^\W_]*", line)[0]  # type: ignore[index]
            head = found[-1][:-1] if joined in words else found[-1]
            found[-1] = head + line
        elif _goes_on(above, line, width):
            found[-1] = f"{found[-1]} {line}"
        else:
            found.append(line)
    return found


def _goes_on(above: str, line: str, width: int) -> bool:
    """*line* goes on where *above* stops, or the paragraph has more than one sentence.

    Where a sentence ends, a break too many does no harm, and one too few joins what
    does not belong together: there the line must be wholly full.
    """
    if line[0] in "•*–—▪◦":
        return False
    ended = bool(_ENDED.search(above))
    if line[0].islower():
        return not ended or len(above) >= _FULL * width
    room = len(above) + 1 + len(line.split(" ", 1)[0])
    return room > (width if ended else _FULL * width) and len(above) > width / 2
