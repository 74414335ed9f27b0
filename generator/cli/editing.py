"""The commands for an editor's own work: `dateline review`, `new` and `cite`.

Part of the command line; what they do is in `review` and `desk`.
"""

from __future__ import annotations

import argparse
import os
import shlex
import sys
from pathlib import Path

from generator.cli.arguments import Parser, add_project, edtf, entity_kind
from generator.cli.speaking import (
    PROBLEMS,
    code,
    print_json_lines,
    say,
    talk,
    talk_problems,
)
from generator.config import read_project
from generator.model.entities import EntityKind
from generator.problems import DatelineError, FileAccessError


def cite_arguments(parser: argparse.ArgumentParser) -> None:
    add_project(parser)
    parser.add_argument(
        "source",
        metavar="SOURCE",
        help="the name of a document in seeds/, or the beginning of it",
    )
    parser.add_argument(
        "words",
        nargs="+",
        metavar="WORDS",
        help="some words of the passage; “first words … last words” for a long one",
    )


def cite(options: argparse.Namespace) -> int:
    from generator import desk

    project, _ = read_project(options.project)
    found = desk.cite(project, options.source, " ".join(options.words))
    for passage in found:
        if len(found) > 1:
            print(f"  # line {passage.line}")
        print(passage.block, end="")
    if len(found) > 1:
        print(
            f"these words stand {len(found)} times; take the block of one place",
            file=sys.stderr,
        )
    return 0


def new_arguments(parser: argparse.ArgumentParser) -> None:
    kinds = parser.add_subparsers(
        title="what", metavar="WHAT", dest="what", required=True, parser_class=Parser
    )
    event = _kind(kinds, "event", 'dateline new event "The bridge opens"')
    event.add_argument("title", metavar="TITLE", help="what happened, in a line")
    event.add_argument(
        "--date",
        type=edtf,
        metavar="EDTF",
        help="when, as far as a source says: 2024-06-19, 2024-06, 2024, 2022/..",
    )
    event.add_argument(
        "--cite",
        nargs=2,
        action="append",
        default=[],
        metavar=("SOURCE", "WORDS"),
        help="a passage that proves it, as in `dateline cite`; may be given again",
    )
    source = _kind(kinds, "source", "dateline new source seeds/post-2019-04-02.txt")
    source.add_argument("name", metavar="NAME", help="the document in seeds/")
    entity = _kind(kinds, "entity", "dateline new entity Wonsan --kind place")
    entity.add_argument("name", metavar="NAME", help="the name that readers see")
    entity.add_argument(
        "--kind",
        type=entity_kind,
        metavar=f"{{{','.join(EntityKind)}}}",
        required=True,
        help="what it is",
    )
    entity.add_argument(
        "--id", default="", metavar="ID", help="its id, when the name gives none"
    )


def new(options: argparse.Namespace) -> int:
    from generator import desk

    project, _ = read_project(options.project)
    match options.what:
        case "event":
            cited = [desk.cite_one(project, *pair) for pair in options.cite]
            path = desk.new_event(project, options.title, options.date, cited)
        case "source":
            path = desk.new_source(project, options.name)
        case _:
            path = desk.new_entity(project, options.name, options.kind, options.id)
    print(path)
    return 0


def review_arguments(parser: argparse.ArgumentParser) -> None:
    add_project(parser)
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--format",
        choices=["text", "json"],
        help="list what waits and ask nothing: for people, or as JSON lines",
    )
    what.add_argument(
        "--deleted",
        action="store_true",
        help="list the proposals that were deleted and can be restored",
    )
    what.add_argument(
        "--restore", metavar="NAME", help="bring back a proposal that was deleted"
    )


def review(options: argparse.Namespace) -> int:
    from generator import review

    project, _ = read_project(options.project)
    if options.restore is not None:
        path = review.restore_event(project, options.restore)
        print(path)
        if names := review.names_without_file(project, path):
            talk(
                f"it names {', '.join(names)}, and content/entities/ has no such file "
                "any more: run `dateline extract`, which makes it again"
            )
        return 0
    if options.deleted:
        say("\n".join(review.deleted(project)) or "no proposal was deleted")
        return 0
    if options.format is None:
        review.end_leftovers(project)
    queue, refused = review.read_queue(project), False
    if options.format == "json":
        print_json_lines(map(review.as_data, queue))
    elif options.format == "text":
        entries = list(queue)
        for entry in entries:
            say(f"{entry.origin}: {entry.matter}: {entry.title}: {entry.message}")
        print(f"{len(entries)} waiting" if entries else "nothing waits for you")
    else:
        session = review.Session(project, queue, _ask, _tell, _open_editor)
        session.walk()
        refused = bool(session.refused)
    talk_problems(queue.problems)
    return PROBLEMS if refused else code(queue.problems)


def _ask(prompt: str) -> str:
    """What is typed; a terminal that is not there, or cannot be read, has ended."""
    try:
        return input(prompt)
    except (RuntimeError, UnicodeDecodeError, OSError) as error:
        raise EOFError from error


def _tell(text: str) -> None:
    """Says it, and leaves it to the command line to tell why that cannot be done."""
    say(text)


def _open_editor(path: Path, line: int) -> None:
    """The person's editor, at *line* where it is known how to say that."""
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor:
        raise NoEditorError(path, line)
    try:
        words = shlex.split(editor)
    except ValueError as error:
        raise NoEditorError(path, line) from error
    if not words:
        raise NoEditorError(path, line)
    name = Path(words[0]).stem.lower()
    if name in _LINE_FIRST:
        words += [f"+{line}", str(path)]
    elif name in _GOTO:
        words += ["--wait", "--goto", f"{path}:{line}"]
    else:
        words.append(str(path))
    import subprocess

    try:
        subprocess.run(words, check=False)
    except OSError as error:
        raise FileAccessError(words[0], error) from error


class NoEditorError(DatelineError):
    """Nothing says which editor to open."""

    def __init__(self, path: Path, line: int) -> None:
        super().__init__(
            f"No editor is set. Open {path}:{line} yourself, "
            "or set one: export EDITOR=nano"
        )


_LINE_FIRST = {
    "vi",
    "vim",
    "nvim",
    "nano",
    "emacs",
    "emacsclient",
    "micro",
    "kak",
    "joe",
}
_GOTO = {"code", "codium", "cursor"}


def _kind(kinds: argparse._SubParsersAction[Parser], name: str, example: str) -> Parser:
    parser = kinds.add_parser(name, prog=f"dateline new {name}", allow_abbrev=False)
    parser.example = example
    add_project(parser)
    return parser
