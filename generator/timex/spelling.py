"""A text as the patterns of other languages see it: like characters made one."""

from __future__ import annotations

import re

_SAME = str.maketrans(
    {
        **{chr(0xFF10 + digit): str(digit) for digit in range(10)},
        **dict.fromkeys("’‘ʼ＇", "'"),
        **dict.fromkeys("‐‑−－", "-"),
        **{"ё": "е", "Ё": "Е", "（": "(", "）": ")", "／": "/", "．": ".", "～": "~"},
        "〜": "~",
    }
)
"""Characters that mean the same in a date: full-width digits, apostrophes."""

_SHORT_LINE = 45
"""A line break after fewer characters ends a paragraph; after more it is a wrap."""

_LINE = re.compile(r"^([^\n]*)\n(?=([^\S\n]*\n)?)", re.MULTILINE)
"""A line and its break; only from its beginning, so that a long one is read once."""

BREAK = "\0"
"""What a line break becomes that ends a paragraph: no white space."""


def plain(text: str) -> str:
    """*text* with one character for all that mean the same, at the same offsets."""
    return _LINE.sub(_ended, text.translate(_SAME))


def _ended(match: re.Match[str]) -> str:
    ends = len(match[1]) < _SHORT_LINE or match[2] is not None
    return match[1] + (BREAK if ends else "\n")
