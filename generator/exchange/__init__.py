"""Timelines of other programs into entries, and ours into their formats.

`FORMATS` has a reader and a writer for each; `format_of` tells which a file is in.
`table_of` gathers what goes out, `row_of`, `document_text`, `citation`, `cast_of` and
`event_of` make of entries what a project keeps.
"""

from generator.exchange.common import LEFT_OUT
from generator.exchange.entries import (
    Entry,
    NotTextError,
    Table,
    fault,
    remark,
    text_of,
)
from generator.exchange.filing import (
    FOLDER,
    ROWS,
    cast_of,
    citation,
    document_text,
    event_of,
    holds,
    is_imported,
    row_of,
    with_title,
)
from generator.exchange.formats import (
    FORMATS,
    Format,
    UnknownFormatError,
    format_of,
)
from generator.exchange.gathering import table_of

__all__ = [
    "FOLDER",
    "FORMATS",
    "LEFT_OUT",
    "ROWS",
    "Entry",
    "Format",
    "NotTextError",
    "Table",
    "UnknownFormatError",
    "cast_of",
    "citation",
    "document_text",
    "event_of",
    "fault",
    "format_of",
    "holds",
    "is_imported",
    "remark",
    "row_of",
    "table_of",
    "text_of",
    "with_title",
]
