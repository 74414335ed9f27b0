"""Whether twice as many events cost twice as much: cold builds of growing timelines."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from cases import Site
from measuring import peak_memory, timed

AT_MOST = 1.15
"""Times proportional."""


def grow(counts: Sequence[int], site_of: Callable[[Path, int], Site]) -> None:
    """Builds a site of each number of events, which *site_of* lays out in a folder, and
    prints what an event costs against the first of them."""
    print(f"{'events':>9}{'pages':>9}{'CPU s':>9}{'wall s':>9}{'peak MB':>9}", end="")
    print(f"{'ms an event':>13}{'of first':>10}{'at most':>9}")
    first = 0.0
    for count in counts:
        with tempfile.TemporaryDirectory(prefix="bench-build-") as folder:
            site = site_of(Path(folder), count)
            run = timed(site.command, site.root)
            pages = site.pages
            for path in (site.out, *site.state):
                path.rename(path.with_name(f"{path.name}.before"))
            memory = peak_memory(site.command, site.root)
        an_event = 1e3 * run.cpu / count
        first = first or an_event
        ratio = an_event / first
        verdict = "" if ratio == 1 else "holds" if ratio <= AT_MOST else "misses"
        print(
            f"{count:9,}{pages:9,}{run.cpu:9.1f}{run.wall:9.1f}{memory:9.0f}"
            f"{an_event:13.2f}{ratio:10.2f}{AT_MOST:9.2f}  {verdict}",
            flush=True,
        )
