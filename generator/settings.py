"""The bytes of a `dateline.toml` into settings, and into what is wrong with them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.copied_addresses import Meant, branch, folder, repository
from generator.problems import Origin, Problem, Severity

SETTINGS_FILE = "dateline.toml"


@dataclass(frozen=True, slots=True)
class SiteConfig:
    """What `[site]` says.

    `base_url` is the public address, empty when it is not known. `id` is what the site
    is called for ever, whatever its address: entries of feeds and calendars are named
    after it, or, while it is empty, after that address. `publish` is "all" (proposed
    events are shown, labelled) or "reviewed" (they are in no file).
    """

    title: str = "A timeline"
    description: str = ""
    language: str = "en"
    base_url: str = ""
    id: str = ""
    publish: str = "all"
    repository: str = ""
    branch: str = "main"


@dataclass(frozen=True, slots=True)
class ExtractConfig:
    """What `[extract]` says.

    Both dates only where the day of publication is known. `publication_dates`: what
    an article reports without a date counts as of about the day of publication, and
    what its opening reports is proposed as an event. `carried_dates`: what it reports
    after a day of its news counts as of about that day. `names` is how names are
    found: "patterns", "model" (the extra `nlp`), or "auto", which takes the model
    where it is installed. `top`: how many events get a file, the most salient first;
    0 for all.
    """

    publication_dates: bool = True
    carried_dates: bool = True
    names: str = "auto"
    top: int = 0


@dataclass(frozen=True, slots=True)
class Setting:
    """One line of `dateline.toml`: where it stands, what it may be, what it does.

    `fault` tells what is wrong with a value of the right type, "" when nothing is;
    `meant` what an address stands for, which is also written in other ways.
    """

    section: str
    key: str
    type: type
    says: str
    fault: Callable[[Any], str] = lambda value: ""
    meant: Callable[[str], Meant] | None = None


def _one_line(value: str) -> str:
    return "" if value.isprintable() else "has a line break or a control character"


def _title(value: str) -> str:
    return _one_line(value) if value.strip() else "is empty"


def _language(value: str) -> str:
    tag = re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", value)
    return "" if tag else "is not a language tag such as “en” or “pt-BR”"


def _publish(value: str) -> str:
    return "" if value in ("all", "reviewed") else "is neither “all” nor “reviewed”"


def _names(value: str) -> str:
    known = value in ("auto", "patterns", "model")
    return "" if known else "is none of “auto”, “patterns” and “model”"


def _count(value: int) -> str:
    return "is less than none" if value < 0 else ""


SETTINGS = (
    Setting("site", "title", str, "the name of the timeline", _title),
    Setting("site", "description", str, "one sentence about it", _one_line),
    Setting("site", "language", str, "the language of its pages (BCP 47)", _language),
    Setting("site", "base_url", str, "its public address", meant=folder),
    Setting("site", "id", str, "its first address, which feeds know it by", _one_line),
    Setting("site", "publish", str, "“all” or only “reviewed” events", _publish),
    Setting("site", "repository", str, "where its files are edited", meant=repository),
    Setting("site", "branch", str, "the branch there that is published", meant=branch),
    Setting(
        "extract",
        "publication_dates",
        bool,
        "whether undated news is dated by the day of publication",
    ),
    Setting(
        "extract",
        "carried_dates",
        bool,
        "whether undated news is dated by the day that the text told of before it",
    ),
    Setting(
        "extract",
        "names",
        str,
        "how names are found: by “patterns”, with a “model”, or “auto”: with a model"
        " if one is installed",
        _names,
    ),
    Setting(
        "extract",
        "top",
        int,
        "how many events get a file, the most salient first; 0 for all",
        _count,
    ),
)
"""Every setting there is; the dataclasses above hold their values and defaults."""

_TYPE_IN_WORDS = {
    str: "text in quotes",
    bool: "true or false",
    int: "a number",
    float: "a number",
    list: "a list",
    dict: "a section",
}


def parse_settings(data: bytes) -> tuple[SiteConfig, ExtractConfig, list[Problem]]:
    """The settings that the bytes of a `dateline.toml` hold, and their problems."""
    try:
        text, sections = _read(data)
    except _RefusedError as refused:
        return SiteConfig(), ExtractConfig(), [refused.problem]
    values, problems = _checked(sections, _places(text), text.split("\n"))
    return SiteConfig(**values["site"]), ExtractConfig(**values["extract"]), problems


LARGEST = 20_000
"""Bytes of settings that are read: for names of many parts, the parser takes a time
that grows with their square."""


class _RefusedError(Exception):
    """The file cannot be read at all."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


def _read(data: bytes) -> tuple[str, Mapping[str, Any]]:
    """The text of *data*, and its sections.

    Raises:
        _RefusedError: It is no text, or no TOML.
    """
    if len(data) > LARGEST:
        message = f"the file has {len(data)} bytes, and at most {LARGEST} are read"
        raise _RefusedError(_problem("settings-too-large", 0, message, _SETTINGS_ONLY))
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"byte {error.start + 1} of the file is not UTF-8 text"
        hint = "save the file again with the encoding UTF-8"
        raise _RefusedError(_problem("encoding", line, message, hint)) from error
    try:
        return text, tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _RefusedError(_syntax_problem(text, str(error))) from error
    except (RecursionError, ValueError) as error:
        message = "a value is nested too deeply, or a number has too many digits"
        raise _RefusedError(
            _problem("settings-syntax", 0, message, _SETTINGS_ONLY)
        ) from error


_SETTINGS_ONLY = "keep in it only settings, each on a line of its own"


def _checked(
    sections: Mapping[str, Any],
    places: Mapping[tuple[str, str], tuple[int, int]],
    lines: list[str],
) -> tuple[dict[str, dict[str, Any]], list[Problem]]:
    """Section -> key -> value of all that is well; a problem for all that is not."""
    values: dict[str, dict[str, Any]] = {setting.section: {} for setting in SETTINGS}
    faults: list[tuple[tuple[str, str], _Fault]] = []
    for name, section in sections.items():
        if fault := _section_fault(name, section, list(values)):
            faults.append((("", name), fault))
            continue
        for key, value in section.items():
            if fault := _setting_fault(name, key, value):
                faults.append(((name, key), fault))
            else:
                values[name][key] = _meant(name, key, value)
    problems = []
    for place, (code, message, hint) in faults:
        line, column = places.get(place, (0, 0))
        excerpt = lines[line - 1] if line else ""
        problems.append(_problem(code, line, message, hint, column, excerpt))
    return values, problems


_Fault = tuple[str, str, str]
"""Code, message and hint of a problem whose place is still to be found."""


def _section_fault(name: str, section: object, known: list[str]) -> _Fault | None:
    is_section = isinstance(section, dict)
    if name in known:
        if is_section:
            return None
        hint = f"write [{name}] on a line of its own, its settings below"
        return "setting-type", f"“{name}” is a section", hint
    if is_section:
        hint = _nearest(name, known)
        return "setting-unknown", f"there is no section “{name}”", hint
    below = [setting.section for setting in SETTINGS if setting.key == name] or known
    listed = ", ".join(f"[{section}]" for section in below)
    hint = f"write it below the section that it belongs to: {listed}"
    return "setting-unknown", f"“{name}” stands outside a section", hint


def _setting_fault(section: str, key: str, value: object) -> _Fault | None:
    keys = {s.key: s for s in SETTINGS if s.section == section}
    setting = keys.get(key)
    if setting is None:
        elsewhere = [s.section for s in SETTINGS if s.key == key]
        hint = (
            f"it belongs below [{elsewhere[0]}]"
            if elsewhere
            else _nearest(key, list(keys))
        )
        return "setting-unknown", f"[{section}] has no setting “{key}”", hint
    if type(value) is not setting.type:
        found = _TYPE_IN_WORDS.get(type(value), "a date or time")
        message = f"{key} is {_TYPE_IN_WORDS[setting.type]}, not {found}"
        example = {str: '"…"', int: "100"}.get(setting.type, "true")
        return "setting-type", message, f"write {key} = {example}"
    if setting.meant and (meant := setting.meant(str(value))).fault:
        return "setting-value", f"{key} “{value}” {meant.fault}", meant.write
    if fault := setting.fault(value):
        return "setting-value", f"{key} “{value}” {fault}", f"{key} is {setting.says}"
    return None


def _meant(section: str, key: str, value: Any) -> Any:
    """What the right *value* of a setting stands for."""
    meant = {(s.section, s.key): s.meant for s in SETTINGS}[section, key]
    return meant(value).value if meant else value


def _nearest(name: str, known: list[str]) -> str:
    """What to do about a name that is not known."""
    import difflib  # only who slipped waits for it

    near = difflib.get_close_matches(name.lower().replace("-", "_"), known, n=1)
    return f"did you mean “{near[0]}”?" if near else f"there are: {', '.join(known)}"


def _problem(
    code: str,
    line: int,
    message: str,
    hint: str,
    column: int = 0,
    excerpt: str = "",
) -> Problem:
    origin = Origin(SETTINGS_FILE, line, column)
    return Problem(origin, Severity.ERROR, code, message, hint, excerpt)


_SYNTAX_PLACE = re.compile(
    r"""
    (?P<what>.*)[ ]
    \(at[ ](?: line[ ](?P<line>\d+),[ ]column[ ](?P<column>\d+)
             | end[ ]of[ ]document )\)
    """,
    re.VERBOSE,
)
_IN_PLAIN_WORDS = {
    "Illegal character '\\n'": "the quotation mark that ends the text is missing",
    "Cannot overwrite a value": "this setting stands here for the second time",
    "Invalid value": "this value is neither text in quotes, true, false nor a number",
    "Invalid statement": "this line is neither a [section] nor a setting = value",
}


def _syntax_problem(text: str, said: str) -> Problem:
    """The parser's complaint, with the place that it names only in its words."""
    lines = text.rstrip("\n").split("\n")
    match = _SYNTAX_PLACE.fullmatch(said)
    what = match["what"] if match else said
    line, column = len(lines), len(lines[-1]) + 1
    if match and match["line"]:
        line, column = int(match["line"]), int(match["column"])
    excerpt = lines[line - 1] if line <= len(lines) else ""
    message = _IN_PLAIN_WORDS.get(what, what[:1].lower() + what[1:])
    hint = 'a setting is written: title = "Harbour bridge", true and false unquoted'
    return _problem("settings-syntax", line, message, hint, column, excerpt)


_HEADER = re.compile(
    r"""[ \t]* \[ [ \t]* [\"']?
        (?P<name>[^\s\"'\]] (?:[^\"'\]]* [^\s\"'\]])?)
        [\"']? [ \t]* \]""",
    re.VERBOSE,
)
_KEY = re.compile(
    r"""[ \t]* [\"']? (?P<first>[^\s\"'=.]+) [\"']?
        (?: [ \t]*\.[ \t]* [\"']? (?P<second>[^\s\"'=.]+) [\"']? )? [ \t]*=""",
    re.VERBOSE,
)


def _places(text: str) -> dict[tuple[str, str], tuple[int, int]]:
    """(section, key) -> line and column, from 1; a section itself is ("", section).

    The standard library's parser does not tell them. Settings are single lines, so
    the lines are looked through; one inside a text of many lines may be mistaken.
    """
    places: dict[tuple[str, str], tuple[int, int]] = {}
    section = ""
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.match(line):
            section = header["name"]
            places.setdefault(("", section), (number, header.start("name") + 1))
        elif key := _KEY.match(line):
            place = (section, key["first"])
            if key["second"]:
                places.setdefault(("", key["first"]), (number, key.start("first") + 1))
                place = (key["first"], key["second"])
            places.setdefault(place, (number, key.start("first") + 1))
    return places
