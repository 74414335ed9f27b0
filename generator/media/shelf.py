"""Touches the disk: the pictures in `content/media/`, and the bytes of their sizes."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from generator.config import Project
from generator.disk import Files, in_folder
from generator.media.kept import Kept
from generator.media.measuring import (
    MOST_AT_A_SIDE,
    MOST_PIXELS,
    Measured,
    UnfitError,
    check_bytes,
    measured,
)
from generator.media.rendering import CARD_WIDTH, WIDTHS, jpeg, prepared, webp
from generator.model.media import Picture, Pictures, Size, Unfit
from generator.problems import (
    ChangedOnDiskError,
    DatelineError,
    FileAccessError,
    Origin,
    Problem,
    Severity,
)

if TYPE_CHECKING:
    from PIL.Image import Image

FOLDER = "media"
"""Where the pictures are on the site; their names change when what they hold does."""

_NEARLY = 1.25
_AT_HAND = 32
_NO_PICTURES = ("README", ".", "#", "Thumbs.db", "desktop.ini")


class PictureFailedError(DatelineError):
    """A picture that could be measured cannot be made smaller."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path} cannot be published: {reason}. Save it anew as JPEG.")


def read_pictures(
    project: Project, disk: Files | None = None, *, remember: bool = False
) -> tuple[Pictures, list[Problem]]:
    """What `content/media/` holds; and what is wrong with the folder itself.

    What earlier runs found is known again by the bytes of a picture; what is new is
    kept for the next run if this one may *remember* it.

    Raises:
        FileAccessError: The system refused to list a folder or to read a file.
    """
    kept = Kept(project.sizes, read_only=not remember)
    if project.media.is_symlink():
        return Pictures(), [_linked_folder(project)]
    found = {
        unicodedata.normalize("NFC", name): _judged(disk or Files(), kept, path, name)
        for name, path in _files(project.media)
    }
    # Those that a browser has just asked for need not be made again for the next.
    make = lru_cache(_AT_HAND)(partial(_made, project.media, kept))
    return Pictures(found, make), []


def forget_others(pictures: Pictures, project: Project) -> None:
    """What is remembered of pictures that are not among *pictures* is gone."""
    names = set()
    for picture in pictures.found.values():
        if isinstance(picture, Picture):
            names |= {Path(s.path).name for s in (*picture.sizes, picture.card)}
            names.add(_name_of_measure(picture.sha256))
    Kept(project.sizes).forget_others(names)


def _linked_folder(project: Project) -> Problem:
    return Problem(
        Origin(project.media.relative_to(project.root).as_posix()),
        Severity.ERROR,
        "not-a-file",
        "this is a symbolic link, not a folder",
        "make a folder of that name and put the pictures there",
    )


def _files(folder: Path, above: str = "") -> Iterator[tuple[str, Path]]:
    """Whatever may be meant for a picture under *folder*, by path below it, sorted."""
    for entry in in_folder(folder):
        if entry.name.startswith(_NO_PICTURES) or entry.name.endswith("~"):
            continue
        name, path = f"{above}{entry.name}", Path(entry.path)
        if entry.is_dir(follow_symlinks=False):
            yield from _files(path, f"{name}/")
        else:
            yield name, path


def _judged(disk: Files, kept: Kept, path: Path, name: str) -> Picture | Unfit:
    """What the file at *path* is; *name* is its path below `content/media/`."""
    if path.is_symlink() or not path.is_file():
        reason = "is a symbolic link or a device, not a file"
        return Unfit(name, "not-a-file", reason, "put the picture itself there")
    try:
        check_bytes(path.stat().st_size)
        return disk.seen(path, partial(_judged_by, kept, name))
    except UnfitError as error:
        return _unfit(name, error)
    except OSError as error:
        raise FileAccessError(path, error) from error


def _unfit(name: str, error: UnfitError) -> Unfit:
    return Unfit(name, error.code, error.reason, error.hint)


def _judged_by(kept: Kept, name: str, data: bytes) -> Picture | Unfit:
    sha256 = hashlib.sha256(data).hexdigest()
    found = _recalled(kept, sha256)
    if found is None:
        try:
            found = measured(data)
        except UnfitError as error:
            return _unfit(name, error)
        told = json.dumps([found.width, found.height, found.tells_place])
        kept.put(_name_of_measure(sha256), told.encode())
    key = _key(sha256)
    sizes = tuple(
        Size(f"{FOLDER}/{key}-{width}.webp", width, height)
        for width, height in sizes_of(found.width, found.height)
    )
    width, height = sizes_of(found.width, found.height, (CARD_WIDTH,))[-1]
    card = Size(f"{FOLDER}/{key}-card.jpg", width, height)
    return Picture(name, sha256, sizes, card, found.tells_place)


def sizes_of(
    width: int, height: int, widths: tuple[int, ...] = WIDTHS
) -> list[tuple[int, int]]:
    """The sizes in which a picture is published, the smallest first: none larger than
    itself, and none that is nearly the largest."""
    largest = min(width, max(widths), max(1, width * MOST_AT_A_SIDE // height))
    chosen = [each for each in widths if each * _NEARLY <= largest]
    return [(w, max(1, round(height * w / width))) for w in (*chosen, largest)]


def _made(folder: Path, kept: Kept, picture: Picture, size: Size) -> bytes:
    name = Path(size.path).name
    known = kept.get(name)
    if known is not None:
        return known
    path = folder / picture.file
    try:
        image, drawn = _at_its_largest(path, picture)
        wanted = (size.width, size.height)
        data = (
            jpeg(image, wanted) if size == picture.card else webp(image, drawn, wanted)
        )
    except OSError as error:
        raise FileAccessError(path, error) from error
    except UnfitError as error:
        raise PictureFailedError(path, str(error)) from error
    kept.put(name, data)
    return data


@lru_cache(maxsize=1)  # all its sizes are made one after the other
def _at_its_largest(path: Path, picture: Picture) -> tuple[Image, bool]:
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != picture.sha256:
        raise ChangedOnDiskError(path)
    largest = picture.sizes[-1]
    return prepared(data, (largest.width, largest.height))


def _recalled(kept: Kept, sha256: str) -> Measured | None:
    """What an earlier run measured; None where that is not to be had, or cannot be."""
    try:
        found = json.loads(kept.get(_name_of_measure(sha256)) or b"[]")
    except (ValueError, RecursionError):
        return None
    match found:
        case [int(width), int(height), bool(tells_place)]:
            possible = min(width, height) > 0 and width * height <= MOST_PIXELS
            return Measured(width, height, tells_place) if possible else None
    return None


def _name_of_measure(sha256: str) -> str:
    return f"{_key(sha256)}.json"


def _key(sha256: str) -> str:
    """What the sizes of a picture are called: the same name, the same bytes.

    It says nothing of the file's own name, which may name who took the picture.
    """
    return hashlib.sha256(f"{_rules()} {sha256}".encode()).hexdigest()[:20]


@cache
def _rules() -> str:
    """What a size depends on besides the picture: Pillow, and how it is asked."""
    here = Path(__file__).parent
    asked = [(here / f"{name}.py").read_bytes() for name in ("measuring", "rendering")]
    from importlib.metadata import version  # only where there is a picture

    return hashlib.sha256(version("pillow").encode() + b"".join(asked)).hexdigest()
