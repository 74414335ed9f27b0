"""Touches the network, on this computer alone: hosts that answer as a test wants."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Reply:
    """What a host answers. With *declared*, it says another length than it sends."""

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    takes: float = 0.0
    declared: int | None = None


def to(address: str, status: int = 301) -> Reply:
    return Reply(status, {"Location": address})


def page(text: str, kind: str = "text/html; charset=utf-8") -> Reply:
    return Reply(200, {"Content-Type": kind}, text.encode())


@dataclass(frozen=True)
class Asked:
    """A request that came, and when, in seconds."""

    method: str
    path: str
    agent: str
    began: float
    ended: float


@dataclass
class Host:
    """A host at `address` and the requests that it got. What it answers stands under
    the path, or under "HEAD /path" for that method alone; of several replies the first
    ones are given once."""

    address: str
    replies: dict[str, list[Reply]]
    asked: list[Asked] = field(default_factory=list)

    @property
    def requests(self) -> list[str]:
        """What was asked for, in order: "GET /bridge"."""
        return [f"{one.method} {one.path}" for one in self.asked]


@contextmanager
def host(**replies: Reply | list[Reply]) -> Iterator[Host]:
    """A host whose replies are named for their paths: *bridge* answers at /bridge, and
    *HEAD_bridge* only there and to HEAD."""
    known = {
        name.replace("HEAD_", "HEAD /") if name.startswith("HEAD_") else f"/{name}": (
            given if isinstance(given, list) else [given]
        )
        for name, given in replies.items()
    }
    found = Host("", known)
    lock = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            began = time.monotonic()
            reply = self._reply()
            time.sleep(reply.takes)
            self._send(reply)
            agent = self.headers.get("User-Agent", "")
            now = time.monotonic()
            with lock:
                found.asked.append(Asked(self.command, self.path, agent, began, now))

        do_HEAD = do_GET  # noqa: N815, the library's name

        def _reply(self) -> Reply:
            own = found.replies.get(f"{self.command} {self.path}")
            left = own or found.replies.get(self.path) or [Reply(404)]
            with lock:
                return left.pop(0) if len(left) > 1 else left[0]

        def _send(self, reply: Reply) -> None:
            self.send_response(reply.status)
            length = len(reply.body) if reply.declared is None else reply.declared
            for name, value in {**reply.headers, "Content-Length": length}.items():
                self.send_header(name, str(value))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(reply.body)

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    found.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield found
    finally:
        server.shutdown()
        server.server_close()
