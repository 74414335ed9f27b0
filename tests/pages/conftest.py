from __future__ import annotations

import harbour_timeline as harbour
import pytest


@pytest.fixture(scope="session")
def files() -> dict[str, bytes]:
    """The site of the harbour's timeline."""
    return harbour.site(harbour.timeline())
