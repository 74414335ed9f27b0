"""Latin letters with marks into plain ones, for comparing names and for making ids."""

from __future__ import annotations

import re
import unicodedata

WRITTEN_OUT = {
    # Letters of their own, which Unicode does not take apart.
    "Ø": "O",
    "ø": "o",
    "Æ": "Ae",
    "æ": "ae",
    "Œ": "Oe",
    "œ": "oe",
    "ß": "ss",
    "ẞ": "SS",
    "Đ": "D",
    "đ": "d",
    "Ð": "D",
    "ð": "d",
    "Þ": "Th",
    "þ": "th",
    "Ł": "L",
    "ł": "l",
    "Ħ": "H",
    "ħ": "h",
    "Ŋ": "Ng",
    "ŋ": "ng",
    "Ŧ": "T",
    "ŧ": "t",
    "ı": "i",
    "Ə": "E",
    "ə": "e",
}
_TABLE = str.maketrans(WRITTEN_OUT)
_NOT_IN_IDS = re.compile(r"[^a-z0-9]+")


def plain(text: str) -> str:
    """*text* with plain letters for those with marks: "Åse Ødegård", "Ase Odegard".

    Case and other scripts stay as they are.
    """
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFKD", text)
    return "".join(c for c in apart if not unicodedata.combining(c)).translate(_TABLE)


def hyphenated(text: str) -> str:
    """The words of *text* as an id is written: "Ján Kováč", "jan-kovac".

    Empty when there is no Latin letter and no digit in it: nothing is spelled out
    by guess, so that a name in another script needs a person's choice.
    """
    return _NOT_IN_IDS.sub("-", plain(text).lower()).strip("-")
