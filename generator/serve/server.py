"""livereload's server, for one site, for this computer's browsers only.

Pages are made when they are asked for, with a script added that reloads them; nothing
is cached. A request that names another host, or comes from another site, is refused:
otherwise any web page could read the preview through its visitor's browser.
"""

from __future__ import annotations

import errno
import json
import logging
import mimetypes
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from livereload import Server
from livereload.handlers import LiveReloadHandler
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, HTTPError, RequestHandler

from generator.problems import DatelineError
from generator.review import read_queue
from generator.serve.preview import HOME, Preview
from generator.serve.review_page import OPEN_IN_EDITOR, review_page
from generator.serve.watcher import SaveWatcher

HOST = "127.0.0.1"
_OUR_NAMES = {"127.0.0.1", "localhost"}
_SCRIPT = Path(__file__).with_name("preview.js")
_NOTHING_YET = b"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Preview</title></head>
<body><main><h1>There is no such page</h1>
<p>The preview shows it as soon as it exists. <a href="/">Start page</a></p>
</main></body></html>
"""


class PortInUseError(DatelineError):
    """The preview cannot listen where it was told to."""

    def __init__(self, port: int, error: OSError) -> None:
        reason = (
            "another program uses it"
            if error.errno == errno.EADDRINUSE
            else error.strerror or str(error)
        )
        super().__init__(
            f"Port {port} is not free: {reason}. "
            f"Choose another one: dateline serve --port {port % 65535 + 1}"
        )


class PreviewServer(Server):  # type: ignore[misc]  # livereload has no types
    """livereload's server with our pages, our watcher and our rules."""

    def __init__(
        self, preview: Preview, watcher: SaveWatcher, *, opens: str = OPEN_IN_EDITOR
    ) -> None:
        super().__init__(watcher=watcher)
        self._opens = opens
        self._preview = preview
        self._sockets: list[Any] = []

    def bind(self, port: int) -> str:
        """Takes *port*, or a free one for 0; the address to open.

        Raises:
            PortInUseError: It cannot be had.
        """
        try:
            self._sockets = bind_sockets(port, HOST)
        except OSError as error:
            raise PortInUseError(port, error) from error
        return f"http://{HOST}:{self._sockets[0].getsockname()[1]}/"

    def application(self, port: int, host: str, **kwargs: object) -> None:
        """Called by `serve`: what answers which path."""
        LiveReloadHandler.watcher = self.watcher
        known = {"preview": self._preview}
        app = Application(
            [
                (r"/livereload", _Messages),
                (r"/__preview\.js", _Script),
                (r"/__status\.json", _Status, known),
                (r"/__review", _Review, {**known, "opens": self._opens}),
                (r"/(.*)", _Page, known),
            ],
            log_function=lambda handler: None,
        )
        HTTPServer(app).add_sockets(self._sockets)

    def _setup_logging(self) -> None:
        """`Preview` alone speaks to the terminal; browsers hear what goes wrong."""
        tornado = logging.getLogger("tornado")
        tornado.addHandler(logging.NullHandler())
        tornado.propagate = False


class _OursOnly(RequestHandler):
    """Answers this computer's browsers, and lets them keep nothing."""

    def set_default_headers(self) -> None:
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.clear_header("Server")

    def prepare(self) -> None:
        if _name(self.request.host) not in _OUR_NAMES:
            raise HTTPError(403, reason="For this computer only")
        if _is_taken_by_another_site(self.request.headers):
            raise HTTPError(403, reason="For pages of the preview only")

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(f"{status_code} {self._reason}\n")


class _Messages(LiveReloadHandler):  # type: ignore[misc]  # livereload has no types
    """livereload's socket, for pages of this preview."""

    def prepare(self) -> None:
        if _name(self.request.host) not in _OUR_NAMES:
            raise HTTPError(403)

    def check_origin(self, origin: str) -> bool:
        return bool(urlsplit(origin).netloc == self.request.host)


class _Script(_OursOnly):
    def get(self) -> None:
        self.set_header("Content-Type", "text/javascript; charset=utf-8")
        self.finish(_SCRIPT.read_bytes())


class _Status(_OursOnly):
    def initialize(self, preview: Preview) -> None:
        self._preview = preview

    def get(self) -> None:
        status = self._preview.status
        self.set_header("Content-Type", "application/json; charset=utf-8")
        self.finish(json.dumps({"version": status.version, "trouble": status.trouble}))


class _Review(_OursOnly):
    """What waits for a person, as it stands in the files now."""

    def initialize(self, preview: Preview, opens: str) -> None:
        self._preview = preview
        self._opens = opens

    def get(self) -> None:
        project = self._preview.project
        self.set_header("Content-Type", "text/html; charset=utf-8")
        try:
            page = review_page(read_queue(project), project.root, self._opens)
        except DatelineError as error:
            self.set_header("Content-Type", "text/plain; charset=utf-8")
            self.finish(f"{error}\n")
            return
        version = self._preview.status.version
        self.finish(instrumented(page.encode(), version))


class _Page(_OursOnly):
    """A file of the site as it stands; a page gets our script."""

    def initialize(self, preview: Preview) -> None:
        self._preview = preview

    def get(self, path: str) -> None:
        version = self._preview.status.version  # before the page: never too new
        path = path.removeprefix(self._preview.base_path)
        if path == "" or path.endswith("/"):
            path += HOME
        data = self._preview.file(path)
        if data is None and self._preview.file(f"{path}/{HOME}") is not None:
            self.redirect(f"/{path}/", permanent=False)
            return
        if data is None:
            # The site's own page for what is missing; it too reloads when that comes.
            self.set_status(404)
            path = "404.html"
            data = self._preview.file(path) or _NOTHING_YET
        kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
        if path.endswith(".html"):
            data = instrumented(data, version)
        if kind.startswith("text/"):
            kind = f"{kind}; charset=utf-8"
        self.set_header("Content-Type", kind)
        self.finish(data)

    head = get

    def compute_etag(self) -> str | None:
        """None: nobody may keep the page."""
        return None


_POLICY = re.compile(
    rb"""(<meta\s+http-equiv="Content-Security-Policy"\s+content=")([^"]*)(")""",
    re.IGNORECASE,
)


def instrumented(page: bytes, version: str) -> bytes:
    """*page* with the preview's script, and a policy that lets it run.

    The published page has no script of the preview and its policy stays as strict
    as the templates make it.
    """
    script = f'<script src="/__preview.js" data-version="{version}" defer></script>'
    before, end, after = page.partition(b"</head>")
    if not end:
        before, after = b"", page
    page = before + script.encode() + end + after
    return _POLICY.sub(
        lambda match: match[1] + _relaxed(match[2]) + match[3], page, count=1
    )


def _relaxed(policy: bytes) -> bytes:
    """*policy* with scripts and connections of the page's own host allowed."""
    directives = [part.split() for part in policy.split(b";") if part.strip()]
    found = {words[0].lower(): words[1:] for words in directives}
    for name in (b"script-src", b"connect-src"):
        allowed = [word for word in found.get(name, []) if word != b"'none'"]
        found[name] = [*allowed, *([] if b"'self'" in allowed else [b"'self'"])]
    return b"; ".join(b" ".join([name, *words]) for name, words in found.items())


def _is_taken_by_another_site(headers: Mapping[str, str]) -> bool:
    """Whether a page from elsewhere asks, to have what it gets as its script, picture
    or frame. Browsers say so (Fetch Metadata); whoever follows a link sees a page of
    ours, which nobody else can read."""
    from_elsewhere = headers.get("Sec-Fetch-Site", "") in ("cross-site", "same-site")
    return from_elsewhere and headers.get("Sec-Fetch-Dest", "") != "document"


def _name(host: str) -> str:
    """The host without its port."""
    return host.rsplit(":", 1)[0].lower()
