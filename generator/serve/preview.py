"""The state of a preview: the last build's number and what was wrong with it."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from generator import pipeline, problem_formats
from generator.config import Project, read_project
from generator.problems import DatelineError, Problem, has_errors


@dataclass(frozen=True, slots=True)
class Status:
    """What open pages are told.

    `version` changes whenever a new site stands; a page that was served with another
    one is stale. `trouble` is empty when the last build was fine, else what the
    terminal shows.
    """

    version: str
    trouble: str = ""


class Preview:
    """Builds a project again and again, in one thread at a time."""

    def __init__(self, root: Path, tell: Callable[[str], None]) -> None:
        self.project = Project(root)
        self._tell = tell
        self._run = secrets.token_hex(4)  # pages of an earlier preview are stale
        self._number = 0
        self.status = Status(self._version)

    @property
    def _version(self) -> str:
        return f"{self._run}-{self._number}"

    @property
    def base_path(self) -> str:
        """The folder of the public address ("repo/"), which 404.html links to."""
        path = urlsplit(self.project.site.base_url).path.strip("/")
        return f"{path}/" if path else ""

    def build(self) -> None:
        """Builds the site; on failure the old one stays and `status` says why."""
        try:
            trouble = self._build()
        except DatelineError as error:
            trouble = str(error)
        except Exception as error:  # a fault of ours must not end the preview
            trouble = (
                f"This should not have happened ({type(error).__name__}: {error}). "
                "It is a fault in dateline. “dateline build” tells how to report it."
            )
        if trouble:
            still = self.project.output.is_dir()
            kept = "the last good site is still shown" if still else "no site yet"
            self._tell(f"{trouble}\npreview: {kept}")
        else:
            self._number += 1
        self.status = Status(self._version, trouble)

    def _build(self) -> str:
        """What kept the site from being built; empty when it stands."""
        project, problems = read_project(self.project.root)
        if has_errors(problems):
            return _shown([*problems, *pipeline.check(project)])
        self.project = project
        report = pipeline.build(project)
        if has_errors(report.problems):
            return _shown([*problems, *report.problems])
        files = "1 file" if report.written == 1 else f"{report.written} files"
        self._tell(f"preview: built, {files} changed")
        return ""


def _shown(problems: list[Problem]) -> str:
    text = problem_formats.render(problems, "text")
    return f"{text}{problem_formats.tally(problems)}"
