"""Finds the templates and static files of a project. Edge: reads the disk.

What a project has in its own `templates/` and `static/` goes before what the program
ships, one file at a time; a wheel carries the shipped ones inside the package.
"""

from __future__ import annotations

from pathlib import Path

from generator.disk import below
from generator.pages import Resources
from generator.problems import (
    DatelineError,
    FileAccessError,
    Origin,
    Problem,
    Severity,
)

_PACKAGE = Path(__file__).resolve().parent


class NotUtf8Error(DatelineError):
    """A template cannot be read as text."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is not UTF-8 text. Save it again as UTF-8.")


def find_resources(root: Path) -> Resources:
    """The templates and static files that the project in *root* is rendered with.

    Raises:
        NotUtf8Error: A template is not text.
        FileAccessError: A file cannot be read.
    """
    shipped, own = _files(_shipped("templates")), _files(root / "templates")
    templates = shipped | own
    static = _files(_shipped("static")) | _files(root / "static")
    return Resources(
        templates={name: _text(path) for name, path in sorted(templates.items())},
        static={name: _bytes(path) for name, path in sorted(static.items())},
        own=frozenset(
            name for name, path in own.items() if not _is_same(path, shipped.get(name))
        ),
    )


def resource_problems(root: Path) -> list[Problem]:
    """What is wrong with the names in the folders of templates and static files."""
    found = _left_out(root)
    names: dict[str, str] = {}
    for name in _files(_shipped("static")) | _files(root / "static"):
        other = names.setdefault(name.casefold(), name)
        if other != name:
            what = f"this differs from “{other}” only in capitals"
            found.append(_misnamed(name, "name-collides", what))
        if "\\" in name or not name.isprintable():
            what = "its name has a \\ or an invisible character"
            found.append(_misnamed(name, "name-invalid", what))
    return found


def _misnamed(name: str, code: str, what: str) -> Problem:
    origin = Origin(f"static/{name}")
    return Problem(origin, Severity.ERROR, code, what, "rename the file")


def _left_out(root: Path) -> list[Problem]:
    """What lies in the folders of templates and static files and is none: a link might
    bring into a public site what nobody put there, a pipe would never be read to its
    end."""
    return [
        Problem(
            Origin(path.relative_to(root).as_posix()),
            Severity.WARNING,
            "not-a-file",
            "this is a link, a pipe or a device, not a file, and is left out",
            "put the file itself here, or delete it",
        )
        for name in ("templates", "static")
        for path in _all_in(root / name)
        if path.is_symlink() or not (path.is_file() or path.is_dir())
    ]


def _all_in(folder: Path) -> list[Path]:
    """What is in *folder* and in those inside; a link to a folder stands for itself."""
    return [folder] if folder.is_symlink() else below(folder)


def _shipped(name: str) -> Path:
    inside = _PACKAGE / f"_{name}"
    return inside if inside.is_dir() else _PACKAGE.parent / name


def _files(folder: Path) -> dict[str, Path]:
    """Name with forward slashes -> file; hidden files and links are left out."""
    if folder.is_symlink():
        return {}
    return {
        name: path
        for path in below(folder)
        if path.is_file() and not path.is_symlink()
        for name in [path.relative_to(folder).as_posix()]
        if not any(part.startswith(".") for part in name.split("/"))
    }


def _is_same(path: Path, other: Path | None) -> bool:
    return other is not None and path.read_bytes() == other.read_bytes()


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileAccessError(path, error) from error


def _text(path: Path) -> str:
    try:
        return _bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotUtf8Error(path) from error
