"""Saves become builds, builds become messages to the open pages; none is lost.

livereload's own watcher forgets a save that comes within three seconds of another.
This one hears the system's events; whatever is saved during a build leads to one more
build after it, however many saves there were.
"""

from __future__ import annotations

import threading
from pathlib import Path

import watchfiles
from livereload.handlers import LiveReloadHandler
from livereload.watcher import Watcher
from tornado.ioloop import IOLoop

from generator.config import SETTINGS_FILE
from generator.serve.preview import Preview

_WATCHED = ("content", "seeds", "templates", "static")
_LOOK_EVERY = 200  # milliseconds: settings file, and folders that come and go
_SETTLE = 50  # milliseconds: saves closer than this are one


class _Saves(watchfiles.DefaultFilter):
    """Leaves out what editors and version control write beside the files."""

    def __call__(self, change: watchfiles.Change, path: str) -> bool:
        name = Path(path).name
        hidden = name.startswith((".", "#")) or name.endswith("~") or name == "4913"
        return not hidden and super().__call__(change, path)


class SaveWatcher(Watcher):  # type: ignore[misc]  # livereload has no types
    """Watches a project for the preview; livereload's server starts it."""

    def __init__(self, preview: Preview, *, polling: bool = False) -> None:
        super().__init__()
        self._preview = preview
        self._polling = polling
        self._stop = threading.Event()
        self._saved = threading.Event()
        self.watch(str(preview.project.root))

    def start(self, callback: object) -> bool:
        """True: livereload need not poll."""
        loop = IOLoop.current()
        threading.Thread(target=self._listen, daemon=True).start()
        threading.Thread(target=self._build, args=(loop,), daemon=True).start()
        return True

    def stop(self) -> None:
        self._stop.set()
        self._saved.set()

    def _build(self, loop: IOLoop) -> None:
        """One build for all saves since the last one began."""
        while self._saved.wait() and not self._stop.is_set():
            self._saved.clear()
            self._preview.build()
            loop.add_callback(LiveReloadHandler.reload_waiters, "*")

    def _listen(self) -> None:
        while not self._stop.is_set():
            seen = self._state()
            folders = [path for path in self._folders() if path.is_dir()]
            if not folders:
                self._stop.wait(_LOOK_EVERY / 1000)
                if self._state() != seen:
                    self._saved.set()
                continue
            self._listen_to(folders, seen)

    def _listen_to(self, folders: list[Path], seen: object) -> None:
        """Until one of the folders goes or another comes.

        What was saved before the system's events began to arrive is not reported by
        them: the first turn, empty or not, counts as a save.
        """
        first = True
        try:
            for changes in watchfiles.watch(
                *folders,
                watch_filter=_Saves(),
                debounce=_SETTLE,
                step=10,
                rust_timeout=_LOOK_EVERY,
                yield_on_timeout=True,
                stop_event=self._stop,
                raise_interrupt=False,
                force_polling=self._polling or None,
            ):
                moved = self._state() != seen
                if changes or moved or first:
                    self._saved.set()
                if moved:
                    return
                first = False
        except OSError:
            # The system's events are used up, or a folder went away this moment.
            self._polling = self._polling or all(path.is_dir() for path in folders)
            self._saved.set()

    def _folders(self) -> list[Path]:
        return [self._preview.project.root / name for name in _WATCHED]

    def _state(self) -> object:
        """Changes when the settings are saved, or a folder comes or goes."""
        try:
            status = (self._preview.project.root / SETTINGS_FILE).stat()
            settings = (status.st_mtime_ns, status.st_size, status.st_ino)
        except OSError:
            settings = None
        return settings, [path.is_dir() for path in self._folders()]
