"""What befalls the site and what builds remember: by hand, by accident, by copying.

Each function is given the project's folder, and changes nothing that people wrote. What
is kept beside the project ("../kept-…") comes from an earlier state of it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

Mishap = Callable[[Path, Random], object]


def memory(root: Path) -> Path:
    return root / ".dateline" / "cache"


def _some_file(folder: Path, random: Random) -> Path | None:
    """One that is not the mark of a folder that dateline may replace."""
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    ours = [path for path in found if path.name != ".dateline-site"]
    return random.choice(ours) if ours else None


def site_file_edited(root: Path, random: Random) -> None:
    """Of another size or of the same, under another time or the same."""
    path = _some_file(root / "site", random)
    if path is None:
        return
    data, status = path.read_bytes(), path.stat()
    path.write_bytes(random.choice([data + b"x", data.swapcase(), b""]))
    if random.random() < 0.5:
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def site_file_deleted(root: Path, random: Random) -> None:
    path = _some_file(root / "site", random)
    if path is not None:
        path.unlink()


def site_file_added(root: Path, random: Random) -> None:
    """Beside pages, in a folder of its own, or where a page may come to be."""
    name = random.choice(["note.txt", "events/note.txt", "tags/fair/index.html", "a/b"])
    if (root / "site").is_dir():
        path = root / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("By hand.")


def site_file_linked(root: Path, random: Random) -> None:
    """A page is a link to the same bytes elsewhere."""
    path = _some_file(root / "site", random)
    if path is not None:
        other = root.parent / f"linked-{random.randrange(10**9)}"
        path.replace(other)
        path.symlink_to(other)


def site_files_exchanged(root: Path, random: Random) -> None:
    one, other = (_some_file(root / "site", random) for _ in range(2))
    if one is not None and other is not None and one != other:
        data = one.read_bytes()
        one.write_bytes(other.read_bytes())
        other.write_bytes(data)


def site_touched(root: Path, random: Random) -> None:
    path = _some_file(root / "site", random)
    if path is not None:
        os.utime(path, (1, 1))


def site_folder_deleted(root: Path, random: Random) -> None:
    shutil.rmtree(
        root / "site" / random.choice(["events", "tags", "data", "assets"]), True
    )


def site_deleted(root: Path, random: Random) -> None:
    shutil.rmtree(root / "site", ignore_errors=True)


def memory_deleted(root: Path, random: Random) -> None:
    shutil.rmtree(memory(root), ignore_errors=True)


def memory_file_deleted(root: Path, random: Random) -> None:
    path = _some_file(memory(root), random)
    if path is not None:
        path.unlink()


def memory_cut(root: Path, random: Random) -> None:
    path = _some_file(memory(root), random)
    if path is not None:
        data = path.read_bytes()
        path.write_bytes(data[: random.randrange(len(data) + 1)])


def memory_flipped(root: Path, random: Random) -> None:
    """One bit is another one."""
    path = _some_file(memory(root), random)
    if path is not None and (data := bytearray(path.read_bytes())):
        data[random.randrange(len(data))] ^= 1 << random.randrange(8)
        path.write_bytes(data)


def memory_of_another_project(root: Path, random: Random) -> None:
    _bring(root.parent / "other" / ".dateline" / "cache", memory(root))


def memory_mixed(root: Path, random: Random) -> None:
    """One of its files is of another project, or of another time."""
    kept = random.choice(
        [root.parent / "other/.dateline/cache", root.parent / "kept-cache"]
    )
    path = _some_file(kept, random)
    if path is not None:
        place = memory(root) / path.relative_to(kept)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, place)


def memory_is_kept(root: Path, random: Random) -> None:
    """For later: as a service that builds sites does between two runs."""
    _bring(memory(root), root.parent / "kept-cache")


def memory_comes_back(root: Path, random: Random) -> None:
    _bring(root.parent / "kept-cache", memory(root))


def site_is_kept(root: Path, random: Random) -> None:
    _bring(root / "site", root.parent / "kept-site")


def site_comes_back(root: Path, random: Random) -> None:
    _bring(root.parent / "kept-site", root / "site")


def all_is_kept(root: Path, random: Random) -> None:
    memory_is_kept(root, random)
    site_is_kept(root, random)


def all_comes_back(root: Path, random: Random) -> None:
    memory_comes_back(root, random)
    site_comes_back(root, random)


def site_of_another_project(root: Path, random: Random) -> None:
    _bring(root.parent / "other" / "site", root / "site")


def _bring(source: Path, target: Path) -> None:
    """*target* is as *source* is, with its times of change; if there is one."""
    if source.is_dir():
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(source, target, symlinks=True)


MISHAPS: list[Mishap] = [
    *(site_file_edited, site_file_deleted, site_file_added, site_file_linked),
    *(site_files_exchanged, site_touched, site_folder_deleted, site_deleted),
    *(site_of_another_project, memory_deleted, memory_file_deleted, memory_cut),
    *(memory_flipped, memory_of_another_project, memory_mixed, memory_is_kept),
    *(memory_comes_back, site_is_kept, site_comes_back, all_is_kept, all_comes_back),
]
