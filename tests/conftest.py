"""What tests of several folders need: a browser, and properties without a clock."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright
from support.browsing import FLAGS, MISSING, browser_path

settings.register_profile("unhurried", deadline=None)  # how long it took is no test
settings.load_profile("unhurried")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Fails, and does not skip, where there is none: a green run has seen pages."""
    path = browser_path()
    if path is None:
        pytest.fail(MISSING, pytrace=False)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield launched
        launched.close()
