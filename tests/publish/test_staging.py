"""A site that is put file by file, and the spare that makes the next one cheap."""

from __future__ import annotations

import errno
import json
import os
import random
import shutil
import signal
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.interruptions import DONE, FAULT, done_until

from generator.problems import ChangedOnDiskError, FileAccessError
from generator.publish import (
    LastPublished,
    Published,
    UnsafePathError,
    last,
    last_published,
    staged,
    swap,
)
from generator.publish.guard import ForeignFilesError, OutputRefusedError
from generator.publish.last import keep
from generator.publish.seen import Standing

Files = Mapping[str, bytes]

FIRST = {
    "index.html": b"old start",
    "events/opening/index.html": b"the bridge opened",
    "events/ferry/index.html": b"the ferry stopped",
}
SECOND = {
    "index.html": b"new start",
    "events/opening/index.html": b"the bridge opened",
    "events/closing/index.html": b"the bridge closed",
}
THIRD = {
    "index.html": b"new start",
    "events/opening/index.html": b"the bridge opened at last",
    "years/2019/index.html": b"a year",
}


class Place:
    """Where a site stands, and where its spare is kept."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.out = root / "site"
        self.spare = root / ".dateline" / "cache" / "site"
        self.previous = self.spare / "previous"
        self.note = self.spare / "published.json"

    def publish(self, files: Files) -> Published:
        """As a build does: only what changed, where it is known what stands."""
        stands = last_published(self.out, self.spare)
        with staged(self.out, self.spare, stands) as new:
            for path, data in files.items():
                if stands is None or not self._has(path, data):
                    new.put(path, data)
            return new.publish(files.keys())

    def _has(self, path: str, data: bytes) -> bool:
        try:
            return (self.out / path).read_bytes() == data
        except OSError:
            return False

    @property
    def site(self) -> dict[str, bytes]:
        return {
            path.relative_to(self.out).as_posix(): path.read_bytes()
            for path in self.out.rglob("*")
            if path.is_file() and path.name != ".dateline-site"
        }

    def numbers(self, folder: Path) -> dict[str, int]:
        """Each file and its number on the disk, and each folder."""
        return {
            path.relative_to(folder).as_posix(): 0 if path.is_dir() else _number(path)
            for path in folder.rglob("*")
        }

    def has_spare(self) -> bool:
        """True when the next publication will use a spare, which is the site again."""
        noted = json.loads(self.note.read_bytes())["spare"] is not None
        if noted:
            assert self.numbers(self.previous) == self.numbers(self.out)
        return noted

    def is_tidy(self) -> bool:
        """True when there is nothing beside the site, and nothing unfinished."""
        return (
            set(os.listdir(self.root)) <= {"site", ".dateline"}
            and set(os.listdir(self.spare)) <= {"previous", "published.json"}
            and last_published(self.out, self.spare) is not None
        )


def _number(path: Path) -> int:
    return path.stat().st_ino


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


@pytest.fixture(params=[True, False], ids=["exchange", "two-renames"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file system that can exchange two folders in one step, and one that cannot."""
    if not request.param:
        monkeypatch.setattr(swap, "exchange", lambda a, b: False)


@pytest.mark.usefixtures("way")
class TestOneSiteAfterTheOther:
    def test_each_is_whole(self, place: Place) -> None:
        assert place.publish(FIRST) == Published(written=3, unchanged=0, removed=0)
        assert place.site == FIRST
        assert not place.has_spare()
        assert place.publish(SECOND) == Published(written=2, unchanged=1, removed=1)
        assert place.site == SECOND
        assert place.has_spare()
        assert place.publish(THIRD) == Published(written=2, unchanged=1, removed=1)
        assert place.site == THIRD
        assert place.has_spare()
        assert place.is_tidy()

    def test_the_spare_takes_the_place_of_the_site(self, place: Place) -> None:
        place.publish(FIRST)
        place.publish(SECOND)
        site, spare = _number(place.out), _number(place.previous)
        place.publish(THIRD)
        assert (_number(place.out), _number(place.previous)) == (spare, site)

    def test_what_is_the_same_is_the_same_file(self, place: Place) -> None:
        place.publish(FIRST)
        same = place.out / "events/opening/index.html"
        os.utime(same, (1, 1))
        number = _number(same)
        for files in (SECOND, FIRST, SECOND):
            place.publish(files)
            assert (_number(same), same.stat().st_mtime) == (number, 1)

    def test_nothing_is_touched_when_all_is_the_same(self, place: Place) -> None:
        place.publish(FIRST)
        place.publish(SECOND)
        before = [path.stat() for path in (place.out, place.note, place.previous)]
        assert place.publish(SECOND) == Published(written=0, unchanged=3, removed=0)
        after = [path.stat() for path in (place.out, place.note, place.previous)]
        assert [(s.st_ino, s.st_ctime_ns) for s in before] == [
            (s.st_ino, s.st_ctime_ns) for s in after
        ]

    def test_a_file_where_a_folder_was_and_back(self, place: Place) -> None:
        for files in ({"a/b": b"1", "c": b"2"}, {"a": b"1", "c/d": b"2"}) * 3:
            place.publish(files)
            assert place.site == files
            assert place.is_tidy()

    def test_a_site_that_was_deleted_comes_back(self, place: Place) -> None:
        place.publish(FIRST)
        place.publish(SECOND)
        shutil.rmtree(place.out)
        place.publish(SECOND)
        assert place.site == SECOND
        place.publish(THIRD)
        assert place.site == THIRD
        assert place.is_tidy()


def test_a_run_that_does_not_publish_changes_nothing(place: Place) -> None:
    place.publish(FIRST)
    place.publish(SECOND)
    stands = last_published(place.out, place.spare)
    spare = _number(place.previous)
    with staged(place.out, place.spare, stands) as new:
        new.put("index.html", b"wrong")
    assert place.site == SECOND
    assert place.is_tidy()
    place.publish(THIRD)
    assert _number(place.out) == spare


def test_put_tells_what_differs(place: Place) -> None:
    place.publish(FIRST)
    with staged(place.out) as new:
        assert not new.put("index.html", b"old start")
        assert new.put("index.html", b"new start")
        assert new.put("about/index.html", b"")
        assert not (place.out / "about").exists()


def test_other_processes_may_put_files(place: Place) -> None:
    files = {f"events/{number}/index.html": b"%d" % number for number in range(40)}
    with staged(place.out, place.spare) as new:
        children = []
        for half in (0, 1):
            child = os.fork()
            if not child:
                try:
                    for path in sorted(files)[half::2]:
                        new.put(path, files[path])
                finally:
                    os._exit(0)
            children.append(child)
        for child in children:
            os.waitpid(child, 0)
        assert new.publish(files.keys()).written == 40
    assert place.site == files


def test_a_process_that_leaves_does_not_take_away_what_others_put(place: Place) -> None:
    with staged(place.out, place.spare) as new:
        new.put("index.html", b"start")
        child = os.fork()
        if child:
            os.waitpid(child, 0)
            new.publish(["index.html"])
    if not child:
        os._exit(0)
    assert place.site == {"index.html": b"start"}


def test_a_file_that_nobody_put_is_missed(place: Place) -> None:
    place.publish(FIRST)
    with staged(place.out, place.spare) as new:
        new.put("index.html", b"new start")
        with pytest.raises(FileAccessError) as caught:
            new.publish(["index.html", "about/index.html"])
    assert str(caught.value) == (
        f"{place.out}/about/index.html: was not written. Nothing was changed there. "
        "Look there, then run the command again."
    )
    assert place.site == FIRST


def test_a_file_that_is_no_part_of_the_site_must_not_be_put(place: Place) -> None:
    with staged(place.out) as new:
        new.put("draft.html", b"")
        with pytest.raises(ValueError, match=r"no part of the site: \['draft.html'\]"):
            new.publish([])
    assert not place.out.exists()


def test_no_file_is_put_outside_the_site(place: Place) -> None:
    with staged(place.out) as new:
        new.put("../index.html", b"")
        assert len(os.listdir(place.root)) == 1
        with pytest.raises(UnsafePathError):
            new.publish(["../index.html"])
    assert os.listdir(place.root) == []


@pytest.mark.parametrize("paths", [("a", "a/b"), ("a/b", "a")])
def test_a_file_and_a_folder_of_one_name_are_told_with_both(
    place: Place, paths: tuple[str, str]
) -> None:
    with staged(place.out) as new:
        for path in paths:
            new.put(path, b"")
        with pytest.raises(UnsafePathError, match="“a”, which is also a folder: a/b"):
            new.publish(paths)


def test_paths_that_collide_are_refused_before_anything_is_published(
    place: Place,
) -> None:
    place.publish(FIRST)
    with pytest.raises(UnsafePathError):
        place.publish({**FIRST, "INDEX.html": b""})
    assert place.site == FIRST


# --- any history -------------------------------------------------------------------

PART = st.text("ab.-", min_size=1, max_size=2).filter(lambda part: part.strip("."))
FILES = st.dictionaries(
    st.lists(PART, min_size=1, max_size=3).map("/".join), st.binary(max_size=2)
).filter(
    lambda files: not any(b.startswith(f"{a}/") for a in files for b in files),
)
STEPS = st.lists(
    st.tuples(FILES, st.sampled_from(["", "", "", "edit", "add", "spare", "note"])),
    min_size=2,
    max_size=6,
)


@given(steps=STEPS)
@settings(max_examples=60)
def test_any_history_ends_in_the_last_site(
    steps: list[tuple[dict[str, bytes], str]],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    place = Place(tmp_path_factory.mktemp("any"))
    for files, meddling in steps:
        before = place.site if place.out.exists() else {}
        _meddle(place, meddling)
        done = _published(place, files, before)
        assert place.site == files
        assert place.is_tidy()
        if done.written or done.removed:
            place.has_spare()


def _published(place: Place, files: Files, before: Files) -> Published:
    """*files* by who takes their own out of the site first, where they are told to, in
    which were *before*."""
    try:
        return place.publish(files)
    except ForeignFilesError:
        for path in place.site.keys() - before.keys():
            (place.out / path).unlink()
    return place.publish(files)


def _meddle(place: Place, meddling: str) -> None:
    """What people do to folders that are not theirs to change."""
    folder = place.previous if meddling == "spare" else place.out
    if not folder.exists():
        return
    if meddling == "edit":
        for path in place.site:
            (place.out / path).write_bytes(b"edited")
    elif meddling in ("add", "spare"):
        (folder / "foreign").mkdir(exist_ok=True)
        (folder / "foreign" / "note.txt").write_bytes(b"foreign")
    elif meddling == "note":
        place.note.write_bytes(place.note.read_bytes()[:40])


def test_a_file_of_somebody_else_in_the_site_is_not_deleted(place: Place) -> None:
    place.publish(FIRST)
    own = place.out / "events/mine.html"
    own.write_bytes(b"mine")
    (place.out / "Thumbs.db").write_bytes(b"left by a system")
    for files in (SECOND, FIRST):
        with pytest.raises(ForeignFilesError) as refused:
            place.publish(files)
    assert str(refused.value) == (
        f"{place.out} has files in it that dateline did not write, and a build would "
        "delete them: events/mine.html. Take them out of there, and put into static/ "
        "what is to be published."
    )
    assert own.read_bytes() == b"mine"
    assert place.site.keys() == {*FIRST, "events/mine.html", "Thumbs.db"}
    own.unlink()
    place.publish(SECOND)
    assert place.site == SECOND
    assert place.is_tidy()


@pytest.mark.parametrize("name", [".git", ".hg", ".svn"])
def test_a_site_under_version_control_is_left_as_it_is(place: Place, name: str) -> None:
    place.publish(FIRST)
    (place.out / name).mkdir()
    (place.out / name / "config").write_bytes(b"mine")
    place.note.unlink()  # as in a copy of the project
    with pytest.raises(OutputRefusedError) as refused:
        place.publish(SECOND)
    assert f"it has {name} in it, which a build would delete" in str(refused.value)
    assert (place.out / name / "config").read_bytes() == b"mine"


# --- a spare, or a site, that is not as it was left --------------------------------


def _replace(file: Path) -> None:
    other = file.with_name("other")
    other.write_bytes(file.read_bytes())
    other.replace(file)


def _rewrite(file: Path) -> None:
    """Same size, same time of change."""
    status = file.stat()
    file.write_bytes(b"x" * status.st_size)
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))


def _copied(folder: Path) -> None:
    shutil.copytree(folder, folder.with_name("copy"))
    shutil.rmtree(folder)
    folder.with_name("copy").rename(folder)


def _linked(folder: Path) -> None:
    folder.rename(folder.with_name("moved"))
    folder.symlink_to(folder.with_name("moved"))


MEDDLING: list[tuple[str, Callable[[Path], None], str]] = [
    ("a-file-came", lambda file: file.touch(), "events/note.txt"),
    ("a-file-came-deep-down", lambda file: file.touch(), "events/opening/note.txt"),
    ("a-folder-came", lambda folder: folder.mkdir(), "drafts"),
    ("a-file-went", lambda file: file.unlink(), "events/opening/index.html"),
    ("a-file-was-replaced", _replace, "events/opening/index.html"),
    ("a-file-was-changed", _rewrite, "events/opening/index.html"),
    ("a-folder-went", shutil.rmtree, "events/opening"),
    ("a-folder-is-a-copy", _copied, "events/opening"),
    ("a-folder-is-a-link", _linked, "events"),
    ("all-is-a-copy", _copied, ""),
    ("all-is-gone", shutil.rmtree, ""),
]


@pytest.mark.parametrize(
    ("meddle", "path"),
    [row[1:] for row in MEDDLING],
    ids=[row[0] for row in MEDDLING],
)
@pytest.mark.parametrize("which", ["site", "spare"])
def test_a_folder_that_was_meddled_with_is_not_trusted(
    place: Place, which: str, meddle: Callable[[Path], None], path: str
) -> None:
    place.publish(FIRST)
    place.publish(SECOND)
    folder = place.out if which == "site" else place.previous
    meddle(folder / path)
    if which == "site":
        assert last_published(place.out, place.spare) is None
    start = place.out / "index.html"
    number = _number(start) if start.exists() else 0
    _published(place, THIRD, SECOND)
    assert place.site == THIRD
    assert _number(start) == number or not number
    assert place.is_tidy()
    place.has_spare()
    assert sorted(place.numbers(place.out)) == sorted(
        {
            *THIRD,
            *("events", "events/opening", "years", "years/2019", ".dateline-site"),
        }
    )


def test_a_note_on_another_folder_is_not_believed(place: Place) -> None:
    place.publish(FIRST)
    place.out.rename(place.root / "elsewhere")
    assert last_published(place.root / "elsewhere", place.spare) is None
    assert last_published(place.out, place.spare) is None


def test_a_copy_of_everything_is_not_believed(place: Place) -> None:
    place.publish(FIRST)
    place.publish(SECOND)
    shutil.copytree(place.root, place.root / "copy", symlinks=True)
    copy = Place(place.root / "copy")
    copy.note.write_text(
        copy.note.read_text().replace(str(place.out), str(copy.out)), "utf-8"
    )
    assert last_published(copy.out, copy.spare) is None
    copy.publish(THIRD)
    assert copy.site == THIRD


@pytest.mark.parametrize(
    "note",
    [b"", b"{", b"[]", b"{}", b"[" * 100_000, b"\xff", b'{"out": 1, "files": 1}'],
    ids=["empty", "half", "list", "bare", "brackets", "bytes", "kinds"],
)
def test_any_note_only_costs_the_work_again(place: Place, note: bytes) -> None:
    place.publish(FIRST)
    place.note.write_bytes(note)
    assert last_published(place.out, place.spare) is None
    assert place.publish(FIRST) == Published(written=0, unchanged=3, removed=0)
    assert place.is_tidy()


@pytest.mark.parametrize(
    "said",
    [
        {"files": ["../../secret\0"]},
        {"folders": [1]},
        {"spare": {"folders": [None], "digest": ""}},
        {"spare": {"folders": ["../.."], "digest": ""}},
        {"spare": 1},
    ],
    ids=["nul", "kinds", "no-folder", "elsewhere", "no-spare"],
)
def test_a_made_up_note_leads_nowhere(place: Place, said: dict[str, Any]) -> None:
    place.publish(FIRST)
    place.publish(SECOND)
    note = json.loads(place.note.read_bytes())
    place.note.write_text(json.dumps({**note, **said}), "utf-8")
    place.publish(THIRD)
    assert place.site == THIRD
    assert place.is_tidy()


# --- file systems, and other runs --------------------------------------------------


def test_nothing_is_kept_where_the_site_is_on_another_file_system(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = Path.rename

    def only_within_a_folder(path: Path, to: Path) -> Path:
        if path.parent != Path(to).parent:
            raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))
        return really(path, to)

    monkeypatch.setattr(Path, "rename", only_within_a_folder)
    for files in (FIRST, SECOND, THIRD):
        place.publish(files)
        assert place.site == files
        assert not place.has_spare()
        assert place.is_tidy()


def test_nothing_is_kept_where_a_file_can_have_one_name_only(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*given: object, **named: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", refuse)
    for files in (FIRST, SECOND, THIRD):
        place.publish(files)
        assert place.site == files
        assert not place.has_spare()
        assert not place.previous.exists()
        assert place.is_tidy()


def test_nothing_is_noted_where_clocks_tell_whole_seconds(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.publish(FIRST)
    stands = last_published(place.out, place.spare)
    assert stands is not None
    whole = {path: (*told[:4], 10**9) for path, told in stands.site.files.items()}
    place.note.unlink()
    keep(place.out, place.spare, LastPublished(Standing(whole, {}), None))
    assert not place.note.exists()


def test_of_two_runs_at_once_the_later_one_is_told(place: Place) -> None:
    """What it did not put was the same as in a site that is gone."""
    place.publish(FIRST)
    place.publish(SECOND)
    with staged(place.out, place.spare) as ours:
        for path, data in THIRD.items():
            ours.put(path, data)
        with staged(place.out, place.spare) as theirs:
            for path, data in FIRST.items():
                theirs.put(path, data)
            theirs.publish(FIRST.keys())
        with pytest.raises(ChangedOnDiskError):
            ours.publish(THIRD.keys())
    assert place.site == FIRST
    assert set(os.listdir(place.root)) == {"site", ".dateline"}
    place.publish(THIRD)
    assert place.site == THIRD
    assert place.is_tidy()


def test_what_is_changed_while_a_site_is_made_is_put_right_by_the_next(
    place: Place,
) -> None:
    place.publish(FIRST)
    with staged(place.out, place.spare) as new:
        for path, data in SECOND.items():
            new.put(path, data)
        (place.out / "events/opening/index.html").write_bytes(b"edited by hand")
        new.publish(SECOND.keys())
    assert last_published(place.out, place.spare) is None
    place.publish(SECOND)
    assert place.site == SECOND


# --- killed or refused -------------------------------------------------------------

HISTORIES = {
    "over-nothing": (),
    "with-nothing-kept": (FIRST,),
    "with-a-spare": (THIRD, FIRST),
}


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("before", HISTORIES.values(), ids=HISTORIES.keys())
@pytest.mark.parametrize("kill", [True, False], ids=["killed", "disk-full"])
def test_at_every_operation_there_is_a_whole_site(
    before: tuple[Files, ...],
    kill: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The next run finds it, finishes, and clears away what was left."""
    monkeypatch.setattr(last, "_TICK", 0)  # nobody meddles here
    old = before[-1] if before else {}
    for operation in range(1, 500):
        place = Place(tmp_path / str(operation))
        place.root.mkdir()
        for files in before:
            place.publish(files)
        ended = done_until(
            operation, partial(place.publish, SECOND), place.out, kill=kill
        )
        assert ended != FAULT
        aside = place.root / ".site.dateline-old"
        if aside.exists():
            assert kill
            assert not place.out.exists() or place.site == SECOND
        else:
            assert place.site in (old, SECOND)
        for files in (SECOND, THIRD):
            place.publish(files)
            assert place.site == files
            assert place.is_tidy()
        if ended == DONE:
            break
    assert ended == DONE


def test_killed_at_any_moment_there_is_a_whole_site(tmp_path: Path) -> None:
    """A hundred pages of which every third changes, each time by another process."""
    place = Place(tmp_path)
    pages = [f"events/{number}/index.html" for number in range(100)]
    sites = [
        {path: b"%d" % (turn if number % 3 else 0) for number, path in enumerate(pages)}
        for turn in range(2)
    ]
    place.publish(sites[0])
    begun = time.perf_counter()
    place.publish(sites[1])
    longest = time.perf_counter() - begun
    moments = random.Random(4)
    for turn in range(30):
        child = os.fork()
        if not child:
            try:
                place.publish(sites[turn % 2])
            finally:
                os._exit(0)
        time.sleep(moments.random() * longest)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        assert place.site in sites
    place.publish(sites[0])
    assert place.site == sites[0]
    assert place.is_tidy()
