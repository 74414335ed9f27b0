"""Kinds of command line arguments, and help that opens with an example."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import NoReturn

from generator.model.edtf import Edtf, EdtfError, Form, Precision, parse_edtf
from generator.model.entities import EntityKind

USAGE = 2
MOST_PROCESSES = 256

_NUMBER = re.compile(r"0*[1-9][0-9]{0,17}")
_PLACES = re.compile(r"\{(?:path|line|column)\}")
_BRACES = re.compile(r"[{}]")


class Parser(argparse.ArgumentParser):
    """Help opens with an example; an error is one sentence and where to read on."""

    example = ""

    def format_help(self) -> str:
        """The usual help below an example."""
        return f"example:\n  {self.example}\n\n{super().format_help()}"

    def error(self, message: str) -> NoReturn:
        """Ends with the code for wrong usage."""
        self.exit(USAGE, f"{self.prog}: {message}. See: {self.prog} --help\n")


def add_project(
    parser: argparse.ArgumentParser, default: Path | str = argparse.SUPPRESS
) -> None:
    """`--project` may stand before the command or after it; the later one counts."""
    parser.add_argument(
        "--project",
        type=Path,
        default=default,
        metavar="DIR",
        help="the project's folder (default: here)",
    )


def day(text: str) -> Edtf:
    """A whole day: 2024-06-19."""
    try:
        value = parse_edtf(text)
    except EdtfError as error:
        raise argparse.ArgumentTypeError(error.reason) from error
    if value.form is not Form.DATE or value.precision is not Precision.DAY:
        raise argparse.ArgumentTypeError(f"“{text}” is not a day such as 2024-06-19")
    return value


def edtf(text: str) -> Edtf:
    """Any date in EDTF."""
    try:
        return parse_edtf(text)
    except EdtfError as error:
        raise argparse.ArgumentTypeError(
            f"{error.reason}; a date is written 2024-06-19, 2024-06, 2024 or 2022/.. "
            "for what goes on"
        ) from error


def entity_kind(text: str) -> EntityKind:
    """What an entity is: person, organisation or place."""
    try:
        return EntityKind(text.lower())
    except ValueError as error:
        *others, last = EntityKind
        raise argparse.ArgumentTypeError(
            f"“{text}” is no kind; write {', '.join(others)} or {last}"
        ) from error


def positive(text: str) -> int:
    """A whole number from 1 up."""
    if not _NUMBER.fullmatch(text):
        raise argparse.ArgumentTypeError(f"“{text}” is not a whole number from 1 up")
    return int(text)


def processes(text: str) -> int:
    """How many processes there are to be; all of them are started."""
    if positive(text) > MOST_PROCESSES:
        raise argparse.ArgumentTypeError(
            f"“{text}” are more than the {MOST_PROCESSES} processes that are started"
        )
    return int(text)


def editor_address(text: str) -> str:
    """An address with {path}, {line} and {column} in it, as far as it needs them."""
    # Only these: what else a pair of braces can ask for has no end, or looks around.
    if _BRACES.search(_PLACES.sub("", text)):
        raise argparse.ArgumentTypeError(
            f"“{text}” may name only {{path}}, {{line}} and {{column}} in braces"
        )
    return text


def port(text: str) -> int:
    """A port to listen at; 0 takes a free one."""
    if not text.isascii() or not text.isdigit() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"“{text}” is not a port from 0 to 65535")
    return int(text)
