"""Saves become builds, builds become messages to the open pages; none is lost.

livereload's own watcher forgets a save that comes within three seconds of another.
This one hears the system's events; whatever is saved during a build leads to one more
build after it, however many saves there were. A build reads the files that the system
named; when all is quiet everything is looked at, so that what it left out is seen too.
That look gives way to a save and begins anew after it.
"""

from __future__ import annotations

import threading
from collections.abc import Collection
from pathlib import Path

import watchfiles
from livereload.handlers import LiveReloadHandler
from livereload.watcher import Watcher
from tornado.ioloop import IOLoop

from generator.disk import never
from generator.serve.preview import EVERYTHING, Preview, Saves
from generator.settings import SETTINGS_FILE

_WATCHED = ("content", "seeds", "templates", "static")
_LOOK_EVERY = 200  # milliseconds: settings file, and folders that come and go
_SETTLE = 50  # milliseconds: saves closer than this are one
_QUIET = 1.0  # seconds without a save, after which everything is looked at once
_IDLE = 30.0  # seconds after which it is looked at again


class _Saves(watchfiles.DefaultFilter):
    """Leaves out what editors and version control write beside the files."""

    def __call__(self, change: watchfiles.Change, path: str) -> bool:
        name = Path(path).name
        hidden = name.startswith((".", "#")) or name.endswith("~") or name == "4913"
        return not hidden and super().__call__(change, path)


def _saves(changes: Collection[tuple[watchfiles.Change, str]]) -> Saves:
    new = (path for change, path in changes if change is watchfiles.Change.added)
    return Saves(frozenset(path for _, path in changes), frozenset(new))


class _Waiting:
    """What was saved since it was last taken; for several threads."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._saves: Saves | None = None

    def add(self, saves: Saves) -> None:
        with self._changed:
            self._saves = saves if self._saves is None else self._saves.and_then(saves)
            self._changed.notify()

    def has_some(self) -> bool:
        """True when something was saved since."""
        return self._saves is not None

    def take(self, patience: float) -> Saves | None:
        """Waits for saves; None after *patience* seconds without one."""
        with self._changed:
            self._changed.wait_for(lambda: self._saves is not None, patience)
            saves, self._saves = self._saves, None
            return saves


class SaveWatcher(Watcher):  # type: ignore[misc]  # livereload has no types
    """Watches a project for the preview; livereload's server starts it."""

    def __init__(self, preview: Preview, *, polling: bool = False) -> None:
        super().__init__()
        self._preview = preview
        self._polling = polling
        self._stop = threading.Event()
        self._waiting = _Waiting()
        self.watch(str(preview.project.root))

    def start(self, callback: object) -> bool:
        """True: livereload need not poll."""
        loop = IOLoop.current()
        threading.Thread(target=self._listen, daemon=True).start()
        threading.Thread(target=self._build, args=(loop,), daemon=True).start()
        return True

    def stop(self) -> None:
        self._stop.set()
        self._waiting.add(EVERYTHING)

    def _build(self, loop: IOLoop) -> None:
        """One build for all saves since the last one began."""
        patience = _IDLE
        while True:
            saves = self._waiting.take(patience)
            if self._stop.is_set():
                return
            patience = _IDLE if saves in (None, EVERYTHING) else _QUIET
            # Nobody waits for a look when all is quiet: it gives way to the next save.
            gives_way = never if saves else self._waiting.has_some
            if self._preview.build(saves or EVERYTHING, gives_way):
                loop.add_callback(LiveReloadHandler.reload_waiters, "*")

    def _listen(self) -> None:
        while not self._stop.is_set():
            seen = self._state()
            folders = [path for path in self._folders() if path.is_dir()]
            if not folders:
                self._stop.wait(_LOOK_EVERY / 1000)
                if self._state() != seen:
                    self._waiting.add(EVERYTHING)
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
                step=5,
                rust_timeout=_LOOK_EVERY,
                yield_on_timeout=True,
                stop_event=self._stop,
                raise_interrupt=False,
                force_polling=self._polling or None,
            ):
                moved = self._state() != seen
                if moved or first:
                    self._waiting.add(EVERYTHING)
                elif changes:
                    self._waiting.add(_saves(changes))
                if moved:
                    return
                first = False
        except OSError:
            # The system's events are used up, or a folder went away this moment.
            self._polling = self._polling or all(path.is_dir() for path in folders)
            self._waiting.add(EVERYTHING)

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
