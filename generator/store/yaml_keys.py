"""Lines that are nearly a key with its value, and the sign that keeps them from it."""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.store.yaml_mistakes import Mistake

_BULLET = re.compile(
    r"(?P<mark>[-–—•*·+‣])(?P<gap>[ \t]*)(?P<rest>[A-Za-z][\w-]*:(?:\s.*)?|(?<=-)\w.*)"
)
_OTHER_SIGN = re.compile(
    r"(?P<key>[A-Za-z][\w-]*)\s*(?P<sign>=>|->|=|;|：)\s*(?P<value>\S.*)"
)
_ODD_SPACE = re.compile(
    r"(?P<key>[A-Za-z][\w-]*):(?P<odd>[^\S \t\n\r]|[\u200b\u2060\ufeff])(?P<value>.*)"
)
_STARRED = re.compile(
    r"(?P<stars>\*\*|__|\*|_)(?P<key>[A-Za-z][\w-]*)(?::(?P=stars)|(?P=stars):)\s*"
    r"(?P<value>.*)"
)
_REMARK = re.compile(r"(?P<sign>//|<!--|/\*)\s*(?P<words>.*?)\s*(?:-->|\*/)?")


def _bullet(at: int, text: str) -> Mistake | None:
    found = _BULLET.fullmatch(text)
    if not found:
        return None
    if found["mark"] != "-":
        message = f"an item of a list does not begin with “{found['mark']}”"
    elif found["gap"]:
        message = "there is a tab after the hyphen"
    else:
        message = "there is no space after the hyphen"
    hint = f"write “- {found['rest']}”, with a hyphen and a space"
    return Mistake(at, "yaml-bullet", message, hint)


def _other_sign(at: int, text: str) -> Mistake | None:
    found = _OTHER_SIGN.fullmatch(text)
    if not found:
        return None
    what = f"after “{found['key']}” stands “{found['sign']}”, not a colon and a space"
    return _instead(at + found.start("sign"), "yaml-no-colon", what, found)


def _odd_space(at: int, text: str) -> Mistake | None:
    found = _ODD_SPACE.fullmatch(text)
    if not found:
        return None
    what = (
        f"after the colon of “{found['key']}” stands an invisible character "
        f"(U+{ord(found['odd']):04X}), not a space"
    )
    return _instead(at + found.start("odd"), "yaml-odd-space", what, found)


def _starred(at: int, text: str) -> Mistake | None:
    found = _STARRED.fullmatch(text)
    if not found:
        return None
    what = f"the key “{found['key']}” is marked with “{found['stars']}”"
    return _instead(at, "yaml-starred", what, found)


def _instead(at: int, code: str, what: str, found: re.Match[str]) -> Mistake:
    """With the key and the value that *found* has as they are to be written."""
    hint = f"write “{found['key']}: {found['value'].strip()}”"
    return Mistake(at, code, what, hint)


def _remark(at: int, text: str) -> Mistake | None:
    found = _REMARK.fullmatch(text)
    if not found:
        return None
    return Mistake(
        at,
        "yaml-remark",
        f"a remark does not begin with “{found['sign']}” here",
        f"write “# {found['words']}”",
    )


NEARLY_KEYS: tuple[Callable[[int, str], Mistake | None], ...] = (
    *(_bullet, _other_sign, _odd_space, _starred, _remark),
)
"""Each makes of a line's offset and text what is wrong with it, if that is known."""
