"""Cells of tables, as spreadsheets take them."""

from __future__ import annotations

import re

_FORMULA = re.compile("'* *[=+\\-@\t\r\n＝＋－＠]")


def is_like_a_formula(cell: str) -> bool:
    """Whether a spreadsheet may compute *cell*, some of them also behind spaces; one
    with apostrophes before that counts as well, so that the way back is plain."""
    return _FORMULA.match(cell) is not None
