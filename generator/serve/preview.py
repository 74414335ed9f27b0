"""The state of a preview: the site as it stands, its number, and what is wrong."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from generator import pipeline, problem_formats
from generator.config import Project, read_project
from generator.disk import GaveWayError, RememberedFiles, never
from generator.pages import Resources, Site
from generator.problems import (
    DatelineError,
    FileAccessError,
    Problem,
    Severity,
    has_errors,
)
from generator.sources import REFUSED
from generator.work import LastTime

HOME = "index.html"


@dataclass(frozen=True, slots=True)
class Status:
    """What open pages are told.

    `version` changes whenever a new site stands; a page that was served with another
    one is stale. `trouble` is empty when the last build was fine, else what the
    terminal shows.
    """

    version: str
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Saves:
    """Files that were saved, and those of them that were not there before. `paths` is
    None when nobody knows what was saved: then everything is looked at."""

    paths: frozenset[str] | None
    new: frozenset[str] = frozenset()

    def and_then(self, later: Saves) -> Saves:
        """These and *later* ones."""
        if self.paths is None or later.paths is None:
            return EVERYTHING
        return Saves(self.paths | later.paths, self.new | later.new)


EVERYTHING = Saves(None)


class Preview:
    """The site of a project as its files stand, made anew after every save.

    `build` runs in one thread at a time; pages are made when a browser asks for them,
    in another.
    """

    def __init__(self, root: Path, tell: Callable[[str], None]) -> None:
        self.project = Project(root)
        self._tell = tell
        self._disk = RememberedFiles()
        self._each = LastTime()
        self._run = secrets.token_hex(4)  # pages of an earlier preview are stale
        self._number = 0
        self._sound = False  # the last build read all that there is
        self._trouble = ""  # of the last build
        self._site: Site | None = None
        self._resources: Resources | None = None
        self._made: dict[str, bytes] = {}
        self._fresh: tuple[Site | None, set[str]] = None, set()  # made of that site
        self.status = Status(self._version)

    @property
    def _version(self) -> str:
        return f"{self._run}-{self._number}"

    @property
    def base_path(self) -> str:
        """The folder of the public address ("repo/"), which 404.html links to."""
        path = urlsplit(self.project.site.base_url).path.strip("/")
        return f"{path}/" if path else ""

    def build(
        self, saves: Saves = EVERYTHING, gives_way: Callable[[], bool] = never
    ) -> bool:
        """True when open pages have something to show: another site, other trouble.

        Reads what was saved; on failure the old site stays and `status` says why.
        As soon as *gives_way* is true the reading is given up, and nothing has changed.
        """
        before = self.status
        site = self._site
        was_sound, self._sound = self._sound, False
        self._disk.saved(saves.paths if was_sound else None, saves.new, gives_way)
        try:
            trouble = self._build()
        except GaveWayError:
            self._sound = was_sound
            return False
        except DatelineError as error:
            trouble = str(error)
        except OSError as error:
            path = error.filename or "a file of the project"
            trouble = str(FileAccessError(path, error))
        except Exception as error:  # a fault of ours must not end the preview
            trouble = _FAULT.format(what=f"{type(error).__name__}: {error}")
        if trouble == self._trouble and site is self._site:
            return False  # what the making of a page found meanwhile stays as well
        self._trouble = trouble
        if trouble:
            self._say(trouble)
        else:
            self._number += 1
            self._tell("preview: up to date")
        self.status = Status(self._version, trouble)
        return self.status != before

    def file(self, path: str) -> bytes | None:
        """The file of the site at *path*; None when there is none.

        While a template is broken, the page is the last one that could be made.
        """
        site = self._site
        if site is None or path not in site:
            return None
        if self._fresh[0] is not site:
            self._fresh = site, set()
        elif path in self._fresh[1]:
            return self._made[path]
        try:
            self._made[path] = site.file(path)
            self._fresh[1].add(path)
        except DatelineError as error:
            if str(error) != self.status.trouble:
                self._say(str(error))
                self.status = Status(self.status.version, str(error))
        return self._made.get(path)

    def _build(self) -> str:
        """What keeps the site from being shown; empty when it can be."""
        project, problems = read_project(self.project.root)
        if has_errors(problems):
            return _shown([*problems, *pipeline.check(project)])
        self.project = project
        report = pipeline.preview(project, self._disk, self._each)
        # What the system refused once is asked for again, whatever is saved next.
        self._sound = not any(map(_is_refused, report.problems))
        if report.site is None:
            return _shown([*problems, *report.problems])
        if report.resources != self._resources:
            report.site.file(HOME)  # most mistakes in templates show on the first page
        self._site, self._resources = report.site, report.resources
        return ""

    def _say(self, trouble: str) -> None:
        kept = "no site yet" if self._site is None else "the last good site is shown"
        self._tell(f"{trouble}\npreview: {kept}")


_FAULT = (
    "This should not have happened ({what}). It is a fault in dateline. "
    "“dateline build” tells how to report it."
)


def _is_refused(problem: Problem) -> bool:
    return problem.severity is Severity.ERROR and problem.code == REFUSED


def _shown(problems: list[Problem]) -> str:
    text = problem_formats.render(problems, "text")
    return f"{text}{problem_formats.tally(problems)}"
