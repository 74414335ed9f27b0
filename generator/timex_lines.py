"""Lines of JSON with texts become lines of JSON with their time expressions.

In:  {"doc_id": …, "text": "…", "dct": "YYYY-MM-DD", also with a time, or null}
Out: {"doc_id": …, "timexes": [{"start": …, "end", "text", "type", "value", "mod",
"edtf"}]}
"""

from __future__ import annotations

import json
from typing import Any

from generator.model.edtf import EdtfError, parse_edtf
from generator.timex import day_written, timexes

_KEYS = ("start", "end", "text", "type", "value", "mod", "edtf")


class NotAQuestionError(ValueError):
    """The line is not one that can be answered; the message says why."""


def answer(line: bytes) -> str:
    """The line of JSON that answers *line*, without a line end.

    Offsets are code points of the text, from 0, end excluded. A key that is not
    known is left aside; `doc_id` comes back as it is.

    Raises:
        NotAQuestionError: It is no JSON object with a text, or its dct is no day.
    """
    asked = _asked(line)
    found = timexes(asked["text"], asked["dct"])
    said = [{key: getattr(timex, key) for key in _KEYS} for timex in found]
    whole = {"doc_id": asked.get("doc_id"), "timexes": said}
    return json.dumps(whole, ensure_ascii=False)


def _asked(line: bytes) -> dict[str, Any]:
    try:
        asked = json.loads(line)
    except ValueError as error:
        raise NotAQuestionError(f"this is not JSON ({error})") from error
    if not isinstance(asked, dict) or not isinstance(asked.get("text"), str):
        raise NotAQuestionError(
            'a line is an object such as {"doc_id": "a", "text": "…", "dct": null}'
        )
    dct = asked.setdefault("dct", None)
    if dct is None:
        return asked
    day = day_written(dct) if isinstance(dct, str) else None
    if day is None:
        raise NotAQuestionError(
            f"dct {json.dumps(dct, ensure_ascii=False)} is not a day such as "
            '"2024-06-19"; write null when it is not known'
        )
    try:
        parse_edtf(day)
    except EdtfError as error:
        raise NotAQuestionError(f"dct: {error.reason}") from error
    return asked
