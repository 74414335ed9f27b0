"""The static files of a site: what `static/` holds, as browsers get it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.pages import routes
from generator.pages.shows import Digest, Shows, digest


@dataclass(frozen=True)
class Assets:
    """The folder with the files *given*, by their path in `static/`."""

    given: Mapping[str, bytes]

    @cached_property
    def _files(self) -> Mapping[str, bytes]:
        found = {routes.asset(name): data for name, data in self.given.items()}
        # GitHub Pages leaves out what begins with an underscore without this file.
        return {**found, ".nojekyll": b""}

    @property
    def paths(self) -> Collection[str]:
        return self._files.keys()

    def file(self, path: str) -> bytes:
        return self._files[path]

    def shows(self, shows: Shows) -> Digest:
        return digest(sorted(self._files.items()))
