"""Addresses as people copy them from a browser or from git, into those that are meant:
of a folder on the web, of a repository, the name of a branch.

Each is `Meant`: a value where there is one reading, else a fault and what to write.
No address at all is one, too: that nobody knows it yet.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit


@dataclass(frozen=True, slots=True)
class Meant:
    """The `value` that was meant; or what is wrong with what was written, in words that
    go on from it, and what to `write` instead."""

    value: str = ""
    fault: str = ""
    write: str = ""


def folder(text: str) -> Meant:
    """The address of the folder that a site is in: that of its start page, too."""
    if not text:
        return Meant()
    fault, parts = _read(text)
    path = re.sub(r"(?<=/)index\.html?$", "", parts.path)
    if fault:
        named = _named(parts, path.rstrip("/") + "/") or _EXAMPLE_OF_FOLDER
        return Meant(fault=fault, write=f"write {named}")
    return Meant(f"{parts.scheme}://{parts.netloc}{path}")


def repository(text: str) -> Meant:
    """The address of a repository: that of git, or of one of its pages, too.

    A page that shows another branch than `main` may mean that branch, so it is refused.
    """
    if not text:
        return Meant()
    text = _OF_GIT.sub(r"https://\g<host>/", text, count=1)
    fault, parts = _read(text)
    page = _PAGE.fullmatch(parts.path)
    path = page["path"] if page else parts.path
    path = path.rstrip("/").removesuffix(".git")
    named = _named(parts, path) or _EXAMPLE_OF_REPOSITORY
    if fault:
        return Meant(fault=fault, write=f"write {named}")
    if page and (shown := page["branch"]) != "main":
        which = f"branch = “{shown}” if it is that which is published"
        return Meant("", "is a page of a repository", f"write {named}, and {which}")
    return Meant(f"{parts.scheme}://{parts.netloc}{path}")


def branch(text: str) -> Meant:
    """The name of a branch: as git writes it in full, too."""
    name = text.removeprefix("refs/heads/")
    if not name or _NO_BRANCH.search(name):
        write = "write its name as the repository lists it, such as “main”"
        return Meant(fault="is not the name of a branch", write=write)
    return Meant(name)


_EXAMPLE_OF_FOLDER = "https://example.org/timeline/"
_EXAMPLE_OF_REPOSITORY = "https://github.com/NAME/REPOSITORY"

_OF_GIT = re.compile(r"^(?:(?:ssh|git)://)?git@(?P<host>[\w.-]+)(?::\d+/|[:/])")
"""git@github.com:me/harbour.git, ssh://git@github.com/me/harbour.git"""

_PAGE = re.compile(
    r"""
    (?P<path> /[^/]+/[^/]+ (?: /[^/]+ )*? )
    (?: /- )?                      # GitLab
    / (?: tree | blob | edit | raw | commits | src ) /
    (?: branch/ )?                 # Forgejo
    (?P<branch> [^/]+ ) (?: / .* )?
    """,
    re.VERBOSE,
)
"""What a browser shows of a file or a folder of a repository."""

_NO_BRANCH = re.compile(r"[\s~^:?*\[\\\x00-\x1f\x7f]|\.\.|@\{")
_NO_ADDRESS = re.compile(r"[\s\\\"<>?#]")
_NO_PARTS = urlsplit("")
_HOST = re.compile(r"(?:[\w-]+\.)+\w[\w-]*(?::\d+)?|localhost(?::\d+)?")


def _read(text: str) -> tuple[str, SplitResult]:
    """What is wrong with *text* as a web address, "" if nothing is; and its parts, as
    far as they can be told."""
    parts = _split(text)
    if parts == _NO_PARTS:
        return "is not a web address", parts
    if parts.scheme not in ("http", "https") or not parts.hostname:
        fault = "is not a web address that begins with https://"
        return fault, _split(re.sub(r"^(?:\w+:(?!\d))?/*", "https://", text))
    if _NO_ADDRESS.search(text):
        return "has more in it than a web address of a folder", parts
    if not text.isprintable():
        return "has a line break or a control character", parts
    return "", parts


def _split(text: str) -> SplitResult:
    """The parts of *text*, `_NO_PARTS` where they cannot be told."""
    try:
        return urlsplit(text)
    except ValueError:
        return _NO_PARTS


def _named(parts: SplitResult, path: str) -> str:
    """The address of *path* at the host of *parts*; "" where no host can be told."""
    clean = not _NO_ADDRESS.search(path) and path.isprintable()
    if not clean or not _HOST.fullmatch(parts.netloc):
        return ""
    return f"{parts.scheme}://{parts.netloc}{path}"
