"""What the preview adds to a page, and what it loosens for that."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.serve.server import instrumented

SCRIPT = b'<script src="/__preview.js" data-version="v1" defer></script>'
META = '<meta http-equiv="Content-Security-Policy" content="%s">'


def test_the_script_is_the_last_of_the_head() -> None:
    page = b"<html><head><title>t</title></head><body>b</body></html>"
    assert instrumented(page, "v1") == (
        b"<html><head><title>t</title>" + SCRIPT + b"</head><body>b</body></html>"
    )


@pytest.mark.parametrize("page", [b"", b"<p>no head</p>"])
def test_a_page_without_a_head_gets_it_first(page: bytes) -> None:
    assert instrumented(page, "v1") == SCRIPT + page


def test_a_large_head_gets_it_too() -> None:
    page = b"<head>" + b" " * 100_000 + b"</head>"
    assert SCRIPT in instrumented(page, "v1")


@pytest.mark.parametrize(
    ("policy", "loosened"),
    [
        (
            "default-src 'none'; style-src 'self'",
            "default-src 'none'; style-src 'self'; script-src 'self'; "
            "connect-src 'self'",
        ),
        (
            "script-src 'none'; connect-src https://example.org",
            "script-src 'self'; connect-src https://example.org 'self'",
        ),
        ("script-src 'self'; connect-src 'self'",) * 2,
    ],
    ids=["not-named", "closed", "open-already"],
)
def test_the_policy_lets_the_script_run_and_nothing_else(
    policy: str, loosened: str
) -> None:
    page = f"<head>{META % policy}</head>".encode()
    assert (META % loosened).encode() in instrumented(page, "v1")


@given(st.binary())
def test_every_byte_of_a_page_is_served(page: bytes) -> None:
    assert instrumented(page, "v1").replace(SCRIPT, b"", 1) == page
