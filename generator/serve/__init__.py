"""Touches the disk and the network: the preview, on this computer only.

Door: `serve`. It builds, serves the site, and on every save builds again and tells
the open pages. When a build fails the last good site stays, the pages show why.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from pathlib import Path

from generator.serve.preview import Preview
from generator.serve.review_page import OPEN_IN_EDITOR
from generator.serve.server import PortInUseError, PreviewServer
from generator.serve.watcher import SaveWatcher

__all__ = ["PortInUseError", "serve"]


def serve(
    root: Path,
    *,
    port: int = 8000,
    polling: bool = False,
    opens: str = OPEN_IN_EDITOR,
    tell: Callable[[str], None],
) -> None:
    """Returns when the preview is ended with Ctrl-C.

    *port* 0 takes a free one. *polling* looks for saves without the system's events,
    which do not arrive from shared and network folders. *tell* gets every line for
    the terminal. *opens* is the address with which the page of what waits for review
    opens a file in an editor.

    Raises:
        PortInUseError: Something else listens there.
    """
    preview = Preview(root.resolve(), tell)
    watcher = SaveWatcher(preview, polling=polling or sys.platform == "cygwin")
    server = PreviewServer(preview, watcher, opens=opens)
    address = server.bind(port)
    preview.build()
    # Most of what stands now stays. To look through it for what nobody uses took a
    # second of one save or another.
    gc.freeze()
    tell(f"preview: {address} (Ctrl-C ends it)")
    tell(f"what waits for review: {address}__review")
    try:
        server.serve()
    finally:
        watcher.stop()
