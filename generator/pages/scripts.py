"""The scripts of static/ as browsers get them: without comments and spare spaces.

They are written for those who read `static/`; readers on a phone pay for the rest.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import rjsmin

ENDING = ".js"


def with_scripts(static: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """The files of static/ with the scripts made short, the rest as it is."""
    return {
        name: _short(data) if name.endswith(ENDING) else data
        for name, data in static.items()
    }


@lru_cache(maxsize=64)
def _short(script: bytes) -> bytes:
    try:
        text = script.decode("utf-8-sig")
    except UnicodeDecodeError:
        return script  # not ours to judge
    return str(rjsmin.jsmin(text)).strip().encode() + b"\n"
