"""`python bench/preview`: from a save to the changed words on the page of a browser.

    python bench/preview --events 1000 10000
    python bench/preview --project ~/harbour --saves 50
    python bench/preview --events 1000 --pause 0

For each project the preview is started as people start it, and an event's page opened
in Chromium. Then the event's file is saved again and again, as editors do it: written
beside and renamed. A save is lost when the page does not show it, and no later one,
within ten seconds. The project's file is put back at the end.
"""

from __future__ import annotations

import argparse
import os
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from playwright.sync_api import TimeoutError as NotShownError

sys.path.insert(0, str(Path(__file__).parents[1] / "build"))

from dateline_project import make_project

LOST_AFTER = 10_000  # milliseconds
MARK = "This is save number"

# Notes the time at which the page first shows each save, in milliseconds since 1970.
WATCH = f"""
() => {{
  window.shown = {{}};
  const note = () => {{
    const found = document.body.innerText.match(/{MARK} (\\d+)\\./);
    if (found) window.shown[found[1]] ??= performance.timeOrigin + performance.now();
  }};
  new MutationObserver(() => requestAnimationFrame(note))
    .observe(document, {{ childList: true, subtree: true, characterData: true }});
}}
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--events", type=int, nargs="*", default=[])
    parser.add_argument("--project", type=Path, help="a project of your own")
    parser.add_argument("--saves", type=int, default=200)
    parser.add_argument("--pause", type=float, default=0.3, help="seconds between two")
    given = parser.parse_args()
    if given.project:
        tell(str(given.project), measured(given.project, given.saves, given.pause))
    for events in given.events or ([] if given.project else [1000, 10_000]):
        with tempfile.TemporaryDirectory() as folder:
            make_project(Path(folder), events)
            times = measured(Path(folder), given.saves, given.pause)
        tell(f"{events} events", times)


def tell(name: str, times: Sequence[float | None]) -> None:
    """One line with the milliseconds from save to sight; None for a lost save."""
    known = sorted(time for time in times if time is not None)
    if not known:
        print(f"{name}: none of {len(times)} saves was shown")
        return
    p95 = known[min(len(known) - 1, round(0.95 * len(known)))]
    print(
        f"{name}: {len(times)} saves, median {statistics.median(known):.0f} ms, "
        f"95 of 100 within {p95:.0f} ms, slowest {known[-1]:.0f} ms, "
        f"lost {len(times) - len(known)}"
    )


def measured(root: Path, saves: int, pause: float) -> list[float | None]:
    """Milliseconds from each save to the page that shows it or a later one."""
    event = sorted((root / "content" / "events").glob("*.md"))[0]
    before = event.read_bytes()
    try:
        with previewing(root) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"),
                args=["--no-sandbox", "--disable-gpu"],
            )
            page = browser.new_page()
            page.goto(f"{address}events/{event.stem}/index.html")
            page.evaluate(WATCH)
            time.sleep(2)  # the first look of the preview after its start is over
            saved = [save(event, before, number, pause) for number in range(saves)]
            wait_for_last(page, saves - 1)
            shown = {int(k): v for k, v in page.evaluate("window.shown").items()}
            browser.close()
    finally:
        event.write_bytes(before)
    return [
        min((at for n, at in shown.items() if n >= number), default=None, key=float)
        and min(at for n, at in shown.items() if n >= number) - at_save
        for number, at_save in enumerate(saved)
    ]


def save(event: Path, before: bytes, number: int, pause: float) -> float:
    """When the save was done, in milliseconds since 1970."""
    time.sleep(pause)
    beside = event.with_name(f".{event.name}.tmp")
    beside.write_bytes(before.rstrip() + f"\n\n{MARK} {number}.\n".encode())
    os.replace(beside, event)
    return time.time() * 1000


def wait_for_last(page: Page, number: int) -> None:
    try:
        page.get_by_text(f"{MARK} {number}.").wait_for(timeout=LOST_AFTER)
        page.wait_for_timeout(100)
    except NotShownError:
        pass


@contextmanager
def previewing(root: Path) -> Iterator[str]:
    """The address of a preview of the project in *root*."""
    command = [sys.executable, "-m", "generator", "--project", str(root), "serve"]
    process = subprocess.Popen(
        [*command, "--port", "0"], stderr=subprocess.PIPE, text=True
    )
    assert process.stderr is not None
    address = ""
    for line in process.stderr:
        if found := re.search(r"preview: (http://\S+)", line):
            address = found[1]
            break
    try:
        yield address
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()


if __name__ == "__main__":
    main()
