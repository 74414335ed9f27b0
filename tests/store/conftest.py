"""A fresh project for each test."""

from __future__ import annotations

from pathlib import Path

import pytest
from project import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """An empty project whose two documents tell of a harbour."""
    return Desk(tmp_path)
