"""`python bench/serve`: from a save to the fresh page over HTTP, beside Hugo's server.

    python bench/serve --events 1000 10000
    python bench/serve --hugo hugo --events 10000 --saves 40

Both serve the same made-up timeline (`bench/build`). An event's file is saved again and
again, each time with another title; after each save its page is asked for until it has
the new title, then a page that lists it. The two take turns, so that other work on the
computer weighs on both.
"""

from __future__ import annotations

import argparse
import http.client
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "build"))

from corpus import Happening, Made, made
from dateline_project import make_dateline_project
from hugo_project import make_hugo_project

REPOSITORY = Path(__file__).parents[2]
LOST_AFTER = 60.0
PATIENCE = 600.0
"""Seconds; the second is for the first look at everything."""
BETWEEN_TWO_LOOKS = 0.005


@dataclass(frozen=True, slots=True)
class Server:
    """Somebody's server of the timeline, and where the event's file is in its project.

    `page` and `listing` are the addresses of the event and of a topic of it.
    """

    name: str
    port: int
    file: Path
    page: str
    listing: str

    def seconds_to(self, address: str, title: str, since: float) -> float:
        """Until *address* shows *title*; infinite when it does not in time."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        try:
            while time.monotonic() < since + LOST_AFTER:
                try:
                    if title in _got(connection, address):
                        return time.monotonic() - since
                except http.client.IncompleteRead:  # the page is just being written
                    connection.close()
                time.sleep(BETWEEN_TWO_LOOKS)
        finally:
            connection.close()
        return float("inf")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--events", type=int, nargs="*", default=[1000])
    parser.add_argument("--saves", type=int, default=30)
    parser.add_argument("--pause", type=float, default=0.3, help="seconds between two")
    parser.add_argument("--hugo", default="", help="Hugo's command")
    given = parser.parse_args()
    for events in given.events:
        with (
            tempfile.TemporaryDirectory(prefix="bench-serve-") as folder,
            ExitStack() as s,
        ):
            timeline = made(events)
            servers = [s.enter_context(_dateline(Path(folder), timeline))]
            if given.hugo:
                hugo = _hugo(Path(folder), timeline, given.hugo)
                servers.append(s.enter_context(hugo))
            print(f"\n{events:,} events, {given.saves} saves")
            compare(servers, _edited(timeline), given.saves, given.pause)


def compare(
    servers: Sequence[Server], event: Happening, saves: int, pause: float
) -> None:
    """Saves in turn, and prints a line for each server and address."""
    pages: dict[str, list[float]] = {server.name: [] for server in servers}
    lists: dict[str, list[float]] = {server.name: [] for server in servers}
    for number in range(saves):
        for server in servers:
            time.sleep(pause)
            title = f"The save with the number {number} of {saves}"
            since = _save(server.file, event.title, title)
            pages[server.name].append(server.seconds_to(server.page, title, since))
            lists[server.name].append(server.seconds_to(server.listing, title, since))
    print(f"{'':10}{'':14}{'median ms':>11}{'p95 ms':>9}{'slowest':>9}{'lost':>6}")
    for what, found in (("page", pages), ("list", lists)):
        for name, seconds in found.items():
            _print(what, name, seconds)


def _print(what: str, name: str, seconds: Sequence[float]) -> None:
    known = sorted(1000 * s for s in seconds if s != float("inf"))
    lost = len(seconds) - len(known)
    if known:
        p95 = known[min(len(known) - 1, round(0.95 * len(known)))]
        told = f"{statistics.median(known):11.0f}{p95:9.0f}{known[-1]:9.0f}{lost:6}"
        print(f"{what:10}{name:14}{told}", flush=True)
    else:
        print(f"{what:10}{name:14} none of {lost} saves was shown", flush=True)


def _edited(timeline: Made) -> Happening:
    return timeline.events[len(timeline.events) // 2]


def _save(file: Path, former: str, title: str) -> float:
    """When the file with *title* was saved, as editors do: written beside and renamed.
    Of both generators' files the title stands in the second line."""
    lines = file.read_text("utf-8").split("\n")
    lines[1] = f"title: {title}"
    beside = file.with_name(f".{file.name}.tmp")
    beside.write_text("\n".join(lines), "utf-8", newline="\n")
    os.replace(beside, file)
    return time.monotonic()


@contextmanager
def _dateline(folder: Path, timeline: Made) -> Iterator[Server]:
    root, event = folder / "dateline", _edited(timeline)
    make_dateline_project(root, timeline)
    port = _free_port()
    command = [sys.executable, "-m", "generator", "--project", str(root), "serve"]
    with _running([*command, "--port", str(port)], port):
        yield Server(
            "dateline",
            port,
            root / "content" / "events" / f"{event.id}.md",
            f"/events/{event.id}/index.html",
            f"/tags/{event.tags[-1]}/index.html",
        )


@contextmanager
def _hugo(folder: Path, timeline: Made, hugo: str) -> Iterator[Server]:
    root, event = folder / "hugo", _edited(timeline)
    make_hugo_project(root, timeline, REPOSITORY / "static")
    port = _free_port()
    command = [hugo, "server", "--quiet", "--source", str(root), "--port", str(port)]
    with _running([*command, "--baseURL", f"http://127.0.0.1:{port}/"], port):
        yield Server(
            "hugo server",
            port,
            root / "content" / "events" / f"{event.id}.md",
            f"/events/{event.id}/",
            f"/tags/{event.tags[-1]}/",
        )


@contextmanager
def _running(command: Sequence[str], port: int) -> Iterator[None]:
    """While *command* runs, once it answers at *port*."""
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        until = time.monotonic() + PATIENCE
        while not _answers(port):
            if process.poll() is not None or time.monotonic() > until:
                raise SystemExit(f"{command[0]} does not answer")
            time.sleep(0.1)
        yield
    finally:
        process.terminate()
        process.wait()


def _answers(port: int) -> bool:
    try:
        return bool(_got(http.client.HTTPConnection("127.0.0.1", port), "/"))
    except OSError:
        return False


def _got(connection: http.client.HTTPConnection, address: str) -> str:
    connection.request("GET", address)
    return connection.getresponse().read().decode("utf-8")


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


if __name__ == "__main__":
    main()
