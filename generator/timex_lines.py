"""Lines of JSON with texts become lines of JSON with their time expressions.

In:  {"doc_id": …, "text": "…", "dct": "YYYY-MM-DD", also with a time, or null}
Out: {"doc_id": …, "timexes": [{"start": …, "end", "text", "type", "value", "mod",
"edtf"}]}
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from itertools import islice
from typing import Any

from generator.model.edtf import EdtfError, parse_edtf
from generator.problems import visible_json
from generator.signals import later
from generator.timex import day_written, timexes

_KEYS = ("start", "end", "text", "type", "value", "mod", "edtf")


_BATCH = 32
"""So many lines go to a process at once."""

_AHEAD = 4
"""So many batches a process wait at most."""


_FORM = 'a line is such as {"doc_id": "a", "text": "…", "dct": null}'


class NotAQuestionError(ValueError):
    """The line is not one that can be answered; the message says where and why."""

    def __init__(self, column: int, why: str) -> None:
        super().__init__(column, why)
        self.column, self.why = column, why

    def __str__(self) -> str:
        return f"column {self.column}: {self.why}"


def answer(line: bytes) -> str:
    """The line of JSON that answers *line*, without a line end.

    Offsets are code points of the text, from 0, end excluded. A key that is not
    known is left aside; `doc_id` comes back as it is; a `dct` left out is null.

    Raises:
        NotAQuestionError: It is no JSON object with a doc_id and a text, or its dct is
            no day.
    """
    asked = _asked(line)
    found = timexes(asked["text"], asked["dct"])
    said = [{key: getattr(timex, key) for key in _KEYS} for timex in found]
    whole = {"doc_id": asked["doc_id"], "timexes": said}
    return visible_json(json.dumps(whole, ensure_ascii=False))


def answered(
    lines: Iterable[bytes], jobs: int = 1
) -> Iterator[tuple[int, str | NotAQuestionError]]:
    """Each line that is not blank, by its number from 1, with its answer or fault.

    In the order of the lines. With one job a line is answered before the next is
    read; with more, so many processes work, and no more than a few thousand lines
    are held at a time.
    """
    questions = ((n, line) for n, line in enumerate(lines, 1) if line.strip())
    if jobs < 2:
        for question in questions:
            yield _answered(question)
        return
    from generator.work.processes import pool_of  # loads much that one job needs not

    batches = iter(lambda: list(islice(questions, _BATCH)), [])
    with pool_of(jobs) as workers:
        waiting: deque[Future[list[tuple[int, str | NotAQuestionError]]]] = deque()
        for batch in batches:
            with later():
                waiting.append(workers.submit(_answered_all, batch))
            if len(waiting) > _AHEAD * jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _answered_all(
    questions: list[tuple[int, bytes]],
) -> list[tuple[int, str | NotAQuestionError]]:
    return [_answered(question) for question in questions]


def _answered(question: tuple[int, bytes]) -> tuple[int, str | NotAQuestionError]:
    number, line = question
    try:
        return number, answer(line)
    except NotAQuestionError as error:
        return number, error


def _asked(line: bytes) -> dict[str, Any]:
    asked = _object(line)
    for key in ("doc_id", "text"):
        if key not in asked:
            raise NotAQuestionError(1, f'the key "{key}" is missing; {_FORM}')
    if not isinstance(asked["text"], str):
        raise NotAQuestionError(
            _column(line, "text"), f'"text" is no string; put it in quotes: {_FORM}'
        )
    dct = asked.setdefault("dct", None)
    if dct is None:
        return asked
    column = _column(line, "dct")
    day = day_written(dct) if isinstance(dct, str) else None
    if day is None:
        raise NotAQuestionError(
            column,
            f'"dct" is {json.dumps(dct, ensure_ascii=False)}, which is not a day such '
            'as "2024-06-19"; write null when it is not known',
        )
    try:
        parse_edtf(day)
    except EdtfError as error:
        raise NotAQuestionError(
            column, f'"dct" is no day: {error.reason}; write null when it is not known'
        ) from error
    return asked


def _object(line: bytes) -> dict[str, Any]:
    try:
        asked = json.loads(line.rstrip(b"\r\n"))
    except json.JSONDecodeError as error:
        raise NotAQuestionError(
            error.colno, f"this is not JSON ({error.msg}); {_FORM}"
        ) from error
    except UnicodeDecodeError as error:
        raise NotAQuestionError(
            error.start + 1, "this is not UTF-8; save the lines in that encoding"
        ) from error
    except RecursionError as error:
        raise NotAQuestionError(1, f"this is nested too deeply; {_FORM}") from error
    except ValueError as error:
        wrong = "a number here has too many digits"
        raise NotAQuestionError(1, f"{wrong}; {_FORM}") from error
    if not isinstance(asked, dict):
        raise NotAQuestionError(1, f"this is JSON, but no object; {_FORM}")
    return asked


def _column(line: bytes, key: str) -> int:
    """Where *key* stands in a line of JSON, in code points from 1."""
    return line.decode("utf-8", "replace").find(f'"{key}"') + 1
