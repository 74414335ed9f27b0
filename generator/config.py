"""A project's folders, and the settings in its `dateline.toml`, read once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

SETTINGS_FILE = "dateline.toml"


@dataclass(frozen=True, slots=True)
class SiteConfig:
    """What `[site]` says.

    `base_url` is the public address, empty when it is not known. `publish` is
    "all" (proposed events are shown, labelled) or "reviewed" (they are in no file).
    """

    title: str = "A timeline"
    description: str = ""
    language: str = "en"
    base_url: str = ""
    publish: str = "all"
    repository: str = ""


@dataclass(frozen=True, slots=True)
class ExtractConfig:
    """What `[extract]` says.

    `publication_dates`: what an article's opening reports without a date is
    proposed as of about the day of publication, where that day is known.
    """

    publication_dates: bool = True


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with a timeline in it, and its settings."""

    root: Path
    site: SiteConfig = SiteConfig()
    extract: ExtractConfig = ExtractConfig()

    @property
    def seeds(self) -> Path:
        return self.root / "seeds"

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def proposed(self) -> Path:
        """What the extraction proposed last: committed, never edited by hand."""
        return self.root / ".dateline" / "proposed"

    @property
    def output(self) -> Path:
        return self.root / "site"
