"""The folder with the files of the whole timeline."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import cached_property

from generator.pages import routes
from generator.pages.band_data import band_script
from generator.pages.catalogue import Catalogue
from generator.pages.data.downloads import Download, downloads
from generator.pages.data.pieces import Cuts, Joining
from generator.pages.data.schemas import SCHEMAS, schema_file
from generator.pages.shows import Digest, Shows


class Data:
    """The folder with the data of the whole timeline.

    `last` tells where the files of the last build can be cut, and `standing` gives
    these as long as they stand (`Joining`); to be set before the first file is made.
    """

    def __init__(self, catalogue: Catalogue, shows: Callable[[], Shows]) -> None:
        self._catalogue = catalogue
        self._shows = shows
        self.last = Cuts()
        self.standing: Callable[[str], bytes | None] = lambda path: None
        self._joining: Joining | None = None

    @property
    def paths(self) -> Collection[str]:
        return {*self._downloads, *SCHEMAS, routes.BAND}

    def shows(self, shows: Shows) -> Digest:
        return shows.everything

    def file(self, path: str) -> bytes:
        if path == routes.BAND:
            catalogue = self._catalogue
            return band_script(catalogue.timeline.events, catalogue.years)
        if path in SCHEMAS:
            return schema_file(path, self._catalogue)
        if self._joining is None:
            self._joining = Joining(
                self._catalogue, self._shows(), self.last, self.standing
            )
        return self._joining.joined(path, self._downloads[path].parts(self._catalogue))

    @property
    def cuts(self) -> Cuts:
        """Where the files can be cut, for the next build: those that were made now, or
        all of the last build, if none was."""
        return self._joining.cuts if self._joining else self.last

    @cached_property
    def _downloads(self) -> Mapping[str, Download]:
        return {found.path: found for found in downloads(self._catalogue.words)}
