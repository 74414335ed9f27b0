"""Problems as text for people, as JSON for programs, as annotations for GitHub."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable

from generator.problems import Problem, Severity, visible, visible_json, visible_lines

FORMATS = ("text", "json", "github")

_GITHUB_COMMAND = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "notice",
}


def render(problems: Iterable[Problem], form: str) -> str:
    """*problems*, sorted by place, in one of `FORMATS`; ends with a line end.

    Text and annotations of no problems are the empty string, JSON is `[]`.
    """
    ordered = sorted(problems)
    writers = {"text": _text, "json": _json, "github": _github}
    return writers[form](ordered)


def tally(problems: Iterable[Problem]) -> str:
    """How many there are of each severity: "2 errors, 1 warning"; "" for none."""
    counts = Counter(problem.severity for problem in problems)
    return ", ".join(
        f"{counts[severity]} {severity}{'' if counts[severity] == 1 else 's'}"
        for severity in Severity
        if counts[severity]
    )


def _text(problems: list[Problem]) -> str:
    return "".join(f"{problem}\n" for problem in problems)


def _json(problems: list[Problem]) -> str:
    """An array of objects; `line` and `column` are 0 where the whole file is meant."""
    objects = [
        {
            "path": problem.origin.path,
            "line": problem.origin.line,
            "column": problem.origin.column,
            "severity": str(problem.severity),
            "code": problem.code,
            "message": problem.message,
            "hint": problem.hint,
            "excerpt": problem.excerpt,
        }
        for problem in problems
    ]
    return visible_json(json.dumps(objects, ensure_ascii=False, indent=2)) + "\n"


def _github(problems: list[Problem]) -> str:
    """Workflow commands, which GitHub shows beside the lines they name.

    Source: GitHub Docs, "Workflow commands for GitHub Actions", error messages.
    """
    return "".join(_annotation(problem) for problem in problems)


def _annotation(problem: Problem) -> str:
    properties = {"file": visible(problem.origin.path)}
    if problem.origin.line:
        properties["line"] = str(problem.origin.line)
    if problem.origin.column:
        properties["col"] = str(problem.origin.column)
    properties["title"] = problem.code
    listed = ",".join(f"{key}={_property(text)}" for key, text in properties.items())
    message = visible_lines(problem.message)
    if problem.hint:
        message += f"\nhint: {visible_lines(problem.hint)}"
    return f"::{_GITHUB_COMMAND[problem.severity]} {listed}::{_data(message)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
