"""The folder with the files of the whole timeline."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO

from generator.model.each import Each, in_turn
from generator.pages import routes
from generator.pages.band_data import band_script
from generator.pages.data.downloads import Download, downloads
from generator.pages.data.schemas import SCHEMAS, schema_file
from generator.pages.shows import Digest, Shows
from generator.pages.views import Catalogue


@dataclass(frozen=True)
class Data:
    """The folder with the data of the whole timeline; *each* may know the lines of what
    did not change."""

    catalogue: Catalogue
    each: Each = in_turn

    @property
    def paths(self) -> Collection[str]:
        return {*self._downloads, *SCHEMAS, routes.BAND}

    def shows(self, shows: Shows) -> Digest:
        return shows.everything

    def file(self, path: str) -> bytes:
        if path == routes.BAND:
            catalogue = self.catalogue
            return band_script(catalogue.timeline.events, catalogue.years)
        if path in SCHEMAS:
            return schema_file(path, self.catalogue)
        return _joined(self._downloads[path].make(self.catalogue, self.each))

    @cached_property
    def _downloads(self) -> Mapping[str, Download]:
        return {found.path: found for found in downloads(self.catalogue.words)}


def _joined(pieces: Iterable[bytes]) -> bytes:
    """One after the other: a site of a hundred thousand events has no room for this
    text twice."""
    file = BytesIO()
    for piece in pieces:
        file.write(piece)
    return file.getvalue()
