"""Touches the disk: a project's folders, and the settings in its `dateline.toml`."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from generator.problems import DatelineError, FileAccessError, Problem
from generator.settings import (
    SETTINGS_FILE,
    ExtractConfig,
    SiteConfig,
    parse_settings,
)

FOLDERS = ("content", "seeds", "templates", "static", ".dateline")
"""What a timeline is made of, beside its settings: nothing is written over these but
by the commands whose work that is."""


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with a timeline in it, and its settings."""

    root: Path
    site: SiteConfig = field(default_factory=SiteConfig)
    extract: ExtractConfig = field(default_factory=ExtractConfig)

    @property
    def seeds(self) -> Path:
        return self.root / "seeds"

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def media(self) -> Path:
        """The pictures that events show."""
        return self.content / "media"

    @property
    def sizes(self) -> Path:
        """The sizes of pictures that the last build made; not committed."""
        return self.root / ".dateline" / "cache" / "media"

    @property
    def proposed(self) -> Path:
        """What the extraction proposed last: committed, never edited by hand."""
        return self.root / ".dateline" / "proposed"

    @property
    def settled(self) -> Path:
        """What people settled in reviews without changing a file: committed."""
        return self.root / ".dateline" / "settled"

    @property
    def texts(self) -> Path:
        """The texts of seeds that are no plain text: committed, never edited."""
        return self.root / ".dateline" / "texts"

    @property
    def memory(self) -> Path:
        """What the last reading found; not committed, and made anew when it is gone."""
        return self.root / ".dateline" / "cache" / "readings.sqlite"

    @property
    def kept(self) -> Path:
        """What the last build made of each file; not committed, and not needed."""
        return self.root / ".dateline" / "cache" / "kept.jsonl"

    @property
    def built(self) -> Path:
        """What the last build did; not committed, and not needed."""
        return self.root / ".dateline" / "cache" / "built"

    @property
    def built_notes(self) -> Path:
        """What the last build noted of the pages that it made; as little needed."""
        return self.root / ".dateline" / "cache" / "built-notes"

    @property
    def exported(self) -> Path:
        """Which files the last exports wrote; not committed, and made anew."""
        return self.root / ".dateline" / "cache" / "exported.json"

    @property
    def spare(self) -> Path:
        """What makes the next publication quick; not committed, and not needed."""
        return self.root / ".dateline" / "cache" / "site"

    @property
    def lock(self) -> Path:
        """Held while a run changes the project or its site."""
        return self.root / ".dateline" / "lock"

    @property
    def output(self) -> Path:
        return self.root / "site"


class NotAProjectError(DatelineError):
    """The folder has no settings file, so it is not a timeline's."""

    def __init__(self, root: Path) -> None:
        super().__init__(
            f"{root} is not a dateline project: it has no {SETTINGS_FILE}. "
            "Go to the project's folder or name it with --project, "
            "or make a new one with: dateline init my-timeline"
        )


class SettingsNotAFileError(DatelineError):
    """What is named like the settings is a pipe, a device or a folder."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} is no file, so no settings can be read from it. "
            "Put a file of this name there."
        )


class NoSuchFolderError(DatelineError):
    """The folder that was named as the project is not there."""

    def __init__(self, root: Path) -> None:
        super().__init__(
            f"There is no folder {root}. Name the project's with --project, "
            "or make a new one with: dateline init my-timeline"
        )


def find_project(folder: Path) -> Path:
    """*folder*; or, for the current one, the nearest around it that is a project."""
    if folder != Path() or (folder / SETTINGS_FILE).exists():
        return folder
    around = folder.resolve().parents
    return next((at for at in around if (at / SETTINGS_FILE).is_file()), folder)


def read_project(root: Path) -> tuple[Project, list[Problem]]:
    """The project in *root*, and what is wrong with its settings.

    A setting with a problem keeps its default.

    Raises:
        NoSuchFolderError: There is no such folder.
        NotAProjectError: There is no settings file.
        SettingsNotAFileError: What is called so is no file; to open a pipe would be
            to wait for ever, and a device may have no end.
        FileAccessError: It cannot be read.
    """
    if not root.exists():
        raise NoSuchFolderError(root)
    path = root / SETTINGS_FILE
    if path.exists() and not path.is_file():
        raise SettingsNotAFileError(path)
    try:
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NotAProjectError(root) from error
    except OSError as error:
        raise FileAccessError(path, error) from error
    site, extract, problems = parse_settings(data)
    return Project(root, site, extract), problems
