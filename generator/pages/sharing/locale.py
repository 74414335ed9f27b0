"""The language of a site as other sites name it."""

from __future__ import annotations

import re
from functools import cache

_SUBTAGS = re.compile(r"[-_]")
_REGION = re.compile(r"[A-Za-z]{2}|[0-9]{3}")


@cache
def locale(language: str) -> str:
    """*language* (BCP 47) as Open Graph wants it, with a country: "de-AT" is "de_AT".

    Where none is named, it is the one with most readers (CLDR's likely subtags); where
    none is known, "".
    """
    name, *rest = _SUBTAGS.split(language)
    region = next((part for part in rest if _REGION.fullmatch(part)), "")
    if not region and name == "en":
        region = "US"
    if not region:
        from babel.core import get_global  # which an English site does without

        likely = get_global("likely_subtags").get(name.lower(), "")
        region = likely.rpartition("_")[2] if "_" in likely else ""
    return f"{name.lower()}_{region.upper()}" if region else ""
