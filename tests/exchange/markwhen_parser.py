"""Markwhen's own parser, which `make others` fetches; without it tests are skipped."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

OTHERS = Path(__file__).parent / "others"

needs_markwhen = pytest.mark.skipif(
    not (OTHERS / "node_modules/@markwhen/parser").exists()
    or shutil.which("node") is None,
    reason="Markwhen's parser is not here; “make others” fetches it, and it needs node",
)


def parsed(data: bytes) -> list[dict[str, object]]:
    """What Markwhen's own parser finds."""
    done = subprocess.run(
        ["node", "markwhen.cjs"],
        cwd=OTHERS,
        input=data,
        capture_output=True,
        check=True,
    )
    events: list[dict[str, object]] = json.loads(done.stdout)["events"]
    return events
