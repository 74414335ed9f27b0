"""Touches disk and network: what browser tests share — servers and a watch."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Request, Response

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
]
MISSING = (
    "The browser tests need Chromium. Run them with “make test”, which installs it, "
    "or: sudo apt-get install chromium"
)


def browser_path() -> str | None:
    """The browser to test in: $DATELINE_BROWSER, else one that is installed."""
    wanted = os.environ.get("DATELINE_BROWSER")
    found = (shutil.which(name) for name in ([wanted] if wanted else NAMES))
    return next(filter(None, found), None)


class _Quiet(SimpleHTTPRequestHandler):
    """A plain web server below a prefix; what is missing is answered by 404.html."""

    prefix = ""

    def translate_path(self, path: str) -> str:
        if not path.startswith(f"{self.prefix}/"):
            return os.devnull + "/outside"
        return super().translate_path(path.removeprefix(self.prefix))

    def send_error(
        self, code: int, message: str | None = None, explain: str | None = None
    ) -> None:
        page = Path(self.directory) / "404.html"
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        if page.exists():
            self.wfile.write(page.read_bytes())

    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def served(folder: Path, prefix: str = "", port: int = 0) -> Iterator[str]:
    """The address of *folder*, served below *prefix* ("" or "/repo")."""
    handler = type("Handler", (_Quiet,), {"prefix": prefix})
    server = ThreadingHTTPServer(
        ("127.0.0.1", port), partial(handler, directory=str(folder))
    )
    # It looks often whether to stop: many tests are over in less than half a second.
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{prefix}/"
    finally:
        server.shutdown()
        server.server_close()


class Watch:
    """Notes all that goes wrong while pages load; `base` is what they may ask for."""

    def __init__(self, page: Page, base: str) -> None:
        self.faults: list[str] = []
        page.on("console", lambda said: self._note(page, f"console: {said.text}"))
        page.on("pageerror", lambda error: self._note(page, f"script: {error}"))
        page.on("requestfailed", lambda asked: self._failed(page, asked))
        page.on(
            "response",
            lambda got: (
                got.status >= 400 and self._note(page, f"{got.status}: {got.url}")
            ),
        )
        page.on(
            "request",
            lambda asked: (
                asked.url.startswith((base, "data:"))
                or self._note(page, f"asked for: {asked.url}")
            ),
        )

    def _answered(self, page: Page, got: Response) -> None:
        if got.status >= 400:
            self._note(page, f"{got.status}: {got.url}")

    def _failed(self, page: Page, asked: Request) -> None:
        """What was still loading when the test went on to the next page is no fault."""
        if asked.failure != "net::ERR_ABORTED":
            self._note(page, f"{asked.failure}: {asked.url}")

    def _asked(self, page: Page, url: str) -> None:
        if not url.startswith((self._base, "data:")):
            self._note(page, f"asked for: {url}")

    def _note(self, page: Page, fault: str) -> None:
        self.faults.append(f"{page.url}: {fault}")
