"""Touches the disk: a new, empty folder becomes a timeline project to begin with."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib import metadata
from importlib.resources import files
from pathlib import Path

from generator.files import write_atomically
from generator.leftovers import BEING_WRITTEN
from generator.problems import DatelineError, FileAccessError

_LAYOUT = {
    "README.md": "readme.md",
    "dateline.toml": "dateline.toml",
    "seeds/sample-harbour-bridge.txt": "sample-article.txt",
    "content/pages/about.md": "about.md",
    "frontmatter.json": "frontmatter.json",
    ".vscode/extensions.json": "extensions.json",
    ".github/workflows/check.yml": "check.yml",
    ".github/workflows/pages.yml": "pages.yml",
    ".gitignore": "gitignore",
    ".gitattributes": "gitattributes",
}
"""Path in the new project -> file in the package.

Hidden files have plain names there: git and packaging tools would obey them.
"""


class NotEmptyError(DatelineError):
    """A project is to be laid out where something else already is."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder} is not empty, so nothing was written. "
            "Name a new folder: dateline init my-timeline"
        )


def lay_out(folder: Path) -> tuple[str, ...]:
    """The files of a new project, written to *folder*; paths relative to it.

    *folder* is new or empty; it may be a fresh clone of an empty repository, or hold
    what was laid out until a run was cut off.

    Raises:
        NotEmptyError: There is something in *folder*, or it is a file.
        FileAccessError: The system refused.
    """
    shipped = files("generator") / "_project"
    written = {
        path: (shipped / name).read_bytes() for path, name in sorted(_LAYOUT.items())
    }
    written["requirements.txt"] = requirements(_installed_from())
    there = _laid_out(folder, written)
    for path, data in written.items():
        if path not in there:
            write_atomically(folder / path, data, expected=None)
    return tuple(written)


def _laid_out(folder: Path, files: Mapping[str, bytes]) -> set[str]:
    """Those of *files* that a run which was cut off left in *folder*; what it was just
    writing is gone.

    Raises:
        NotEmptyError: There is anything else, or it is all there, and nothing besides.
        FileAccessError: The system refused.
    """
    try:
        if folder.exists() and not folder.is_dir():
            raise NotEmptyError(folder)
        found = [p for p in sorted(folder.rglob("*")) if not p.is_dir()]
        found = [p for p in found if p.relative_to(folder).parts[0] != ".git"]
        begun = [p for p in found if p.name.startswith(BEING_WRITTEN)]
        there = {p.relative_to(folder).as_posix(): p for p in found if p not in begun}
        for name, path in there.items():
            if path.is_symlink() or path.read_bytes() != files.get(name):
                raise NotEmptyError(folder)
        if there.keys() == files.keys() and not begun:
            raise NotEmptyError(folder)
        for path in begun:
            path.unlink()
    except OSError as error:
        raise FileAccessError(error.filename or folder, error) from error
    return set(there)


def requirements(installed_from: str) -> bytes:
    """What a new project's `requirements.txt` says, given pip's record of our origin.

    *installed_from* is the text of `direct_url.json` (PEP 610), empty when there is
    none. Only an address that other machines can reach is written down. Without one
    the file asks for it: a guessed package of that name might be somebody else's.
    """
    address = _reachable(installed_from)
    if address:
        return (
            "# Where the workflow gets dateline from; it came to you from there.\n"
            f"dateline @ {address}\n"
        ).encode()
    return (
        b"# Say here where the workflow gets dateline from: on this computer it was\n"
        b"# installed from a folder that GitHub cannot see. One line, such as\n"
        b"#   dateline @ git+https://github.com/OWNER/REPOSITORY@COMMIT\n"
    )


def _reachable(installed_from: str) -> str:
    if not installed_from:
        return ""
    record = json.loads(installed_from)
    url = str(record.get("url", ""))
    if not url.startswith("https://") or "@" in url:  # it may hold a password
        return ""
    if "vcs_info" in record:
        vcs = record["vcs_info"]
        return f"{vcs['vcs']}+{url}@{vcs['commit_id']}"
    return url


def _installed_from() -> str:
    try:
        return metadata.distribution("dateline").read_text("direct_url.json") or ""
    except metadata.PackageNotFoundError:
        return ""
