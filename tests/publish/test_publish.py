"""The published folder is the old site or the new one, whatever is killed when."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.interruptions import DONE, FAULT, done_until

from generator.config import Project
from generator.problems import DatelineError, FileAccessError
from generator.publish import Published, check_output, staged, swap

OLD = {
    "index.html": b"old start",
    "events/opening/index.html": b"the bridge opened",
    "events/ferry/index.html": b"the ferry stopped",
}
NEW = {
    "index.html": b"new start",
    "events/opening/index.html": b"the bridge opened",
    "events/closing/index.html": b"the bridge closed",
}


def publish(files: Mapping[str, bytes], out: Path) -> Published:
    """*out* holds *files* and nothing else, and nothing is known of it before."""
    with staged(out) as new:
        for path, data in files.items():
            new.put(path, data)
        return new.publish(files.keys())


def site(out: Path) -> dict[str, bytes]:
    """The files of the site, without the marker."""
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in out.rglob("*")
        if path.is_file() and path.name != ".dateline-site"
    }


@pytest.fixture(params=[True, False], ids=["exchange", "two-renames"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file system that can exchange two folders in one step, and one that cannot."""
    if not request.param:
        monkeypatch.setattr(swap, "exchange", lambda a, b: False)


@pytest.mark.usefixtures("way")
class TestPublishing:
    def test_the_folder_holds_the_files_and_nothing_else(self, tmp_path: Path) -> None:
        out = tmp_path / "site"
        assert publish(OLD, out) == Published(written=3, unchanged=0, removed=0)
        assert site(out) == OLD
        assert publish(NEW, out) == Published(written=2, unchanged=1, removed=1)
        assert site(out) == NEW
        assert os.listdir(tmp_path) == ["site"]

    def test_what_is_the_same_keeps_its_time(self, tmp_path: Path) -> None:
        out = tmp_path / "site"
        publish(OLD, out)
        same = out / "events/opening/index.html"
        os.utime(same, (1, 1))
        publish(NEW, out)
        assert same.stat().st_mtime == 1

    def test_nothing_is_touched_when_all_is_the_same(self, tmp_path: Path) -> None:
        out = tmp_path / "site"
        publish(OLD, out)
        before = out.stat().st_ino, out.stat().st_mtime_ns
        assert publish(OLD, out) == Published(written=0, unchanged=3, removed=0)
        assert (out.stat().st_ino, out.stat().st_mtime_ns) == before

    def test_a_file_changed_by_hand_is_put_right(self, tmp_path: Path) -> None:
        out = tmp_path / "site"
        publish(OLD, out)
        (out / "index.html").write_bytes(b"odd start")
        assert publish(OLD, out) == Published(written=1, unchanged=2, removed=0)
        assert site(out) == OLD

    def test_a_link_in_the_old_site_is_neither_followed_nor_kept(
        self, tmp_path: Path
    ) -> None:
        out = tmp_path / "site"
        publish(OLD, out)
        elsewhere = tmp_path / "private"
        elsewhere.write_bytes(b"old start")
        (out / "index.html").unlink()
        (out / "index.html").symlink_to(elsewhere)
        publish(OLD, out)
        assert not (out / "index.html").is_symlink()
        assert elsewhere.read_bytes() == b"old start"

    def test_a_file_where_a_folder_was(self, tmp_path: Path) -> None:
        out = tmp_path / "site"
        publish({"a/b": b"1", "c": b"2"}, out)
        publish({"a": b"1", "c/d": b"2"}, out)
        assert site(out) == {"a": b"1", "c/d": b"2"}

    def test_the_folder_may_have_an_odd_name(self, tmp_path: Path) -> None:
        out = tmp_path / "si*e [1]"
        publish(OLD, out)
        publish(NEW, out)
        assert os.listdir(tmp_path) == ["si*e [1]"]

    def test_a_full_disk_leaves_the_old_site(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        out = tmp_path / "site"
        publish(OLD, out)

        really, full = os.write, OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        def write_half(descriptor: int, data: memoryview) -> int:
            if len(data) < 2:
                raise full
            return really(descriptor, data[: len(data) // 2])

        monkeypatch.setattr(os, "write", write_half)
        with pytest.raises(FileAccessError) as caught:
            publish(NEW, out)
        monkeypatch.undo()
        assert str(caught.value) == (
            f"{out}: No space left on device. Nothing was changed there. "
            "Make room on that disk, then run the command again."
        )
        assert site(out) == OLD
        assert os.listdir(tmp_path) == ["site"]


# --- killed or refused at every operation -----------------------------------------


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("kill", [True, False], ids=["killed", "disk-full"])
def test_at_every_operation_there_is_a_whole_site(
    kill: bool, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """The next run finds it, finishes, and clears away what was left."""
    renames = "two-renames" in request.node.name
    seen = []
    for operation in range(1, 400):
        out = tmp_path / str(operation) / "site"
        publish(OLD, out)
        ended = done_until(operation, partial(publish, NEW, out), out, kill=kill)
        assert ended != FAULT
        if renames and kill and not out.exists():
            publish_again = out.parent / ".site.dateline-old"
            assert site(publish_again) == OLD
            seen.append("aside")
        else:
            assert site(out) in (OLD, NEW)
            seen.append("old" if site(out) == OLD else "new")
        publish(NEW, out)
        assert site(out) == NEW
        assert os.listdir(out.parent) == ["site"]
        if ended == DONE:
            break
    assert ended == DONE
    assert "old" in seen
    assert seen[-1] == "new"
    assert seen.count("aside") <= 1


def test_after_two_renames_cut_in_the_middle_the_old_site_comes_back(
    tmp_path: Path,
) -> None:
    out = tmp_path / "site"
    publish(OLD, out)
    out.rename(tmp_path / ".site.dateline-old")
    assert publish(OLD, out) == Published(written=0, unchanged=3, removed=0)
    assert os.listdir(tmp_path) == ["site"]


# --- paths -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("paths", "message"),
    [
        (["../x"], "“../x”, which would be written outside the site's folder"),
        (["/etc/x"], "“/etc/x”, which would be written outside the site's folder"),
        (["a//b"], "“a//b”, which would be written outside the site's folder"),
        (["a\\b"], "“a\\b”, which would be written outside the site's folder"),
        ([""], "“”, which would be written outside the site's folder"),
        (["a\0b"], "“a\0b”, which has a name that no file can have"),
        (["a" * 256], f"“{'a' * 256}”, which has a name that no file can have"),
        (["Wharf", "wharf"], "“wharf”, which differs from “Wharf” only in capitals"),
        (["a", "a/b"], "“a”, which is also a folder: a/b"),
    ],
    ids=[
        *("upwards", "absolute", "empty-part", "backslash", "empty", "nul", "too-long"),
        *("only-capitals", "file-and-folder"),
    ],
)
def test_a_path_that_cannot_be_published(
    paths: list[str], message: str, tmp_path: Path
) -> None:
    with pytest.raises(DatelineError) as caught:
        publish(dict.fromkeys(paths, b""), tmp_path / "site")
    assert str(caught.value) == (
        f"The site has a file {message}. Nothing was published. "
        "Rename what the file is named for."
    )
    assert os.listdir(tmp_path) == []


PART = st.text("ab.-", min_size=1, max_size=3).filter(lambda part: part.strip("."))
FILES = st.dictionaries(
    st.lists(PART, min_size=1, max_size=3).map("/".join), st.binary(max_size=3)
)


def free_of_collisions(files: Mapping[str, bytes]) -> bool:
    return not any(other.startswith(f"{path}/") for path in files for other in files)


@given(old=FILES.filter(free_of_collisions), new=FILES.filter(free_of_collisions))
def test_any_site_replaces_any_other(
    old: dict[str, bytes],
    new: dict[str, bytes],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    out = tmp_path_factory.mktemp("any") / "site"
    publish(old, out)
    done = publish(new, out)
    assert site(out) == new
    same = {path for path in new if old.get(path) == new[path]}
    assert done == Published(
        written=len(new) - len(same),
        unchanged=len(same),
        removed=len(old.keys() - new.keys()),
    )


# --- where a site may not stand ----------------------------------------------------

NEXT = "Name another folder with --out, or leave --out away for site/."


@pytest.fixture
def project(tmp_path: Path) -> Project:
    root = tmp_path / "home" / "me" / "harbour"
    for folder in ("seeds", "content/events", ".dateline"):
        (root / folder).mkdir(parents=True)
    (root / "dateline.toml").touch()
    return Project(root)


@pytest.mark.parametrize(
    ("out", "reason"),
    [
        ("/", "it is the root of the file system"),
        ("{tmp}/home/me", "your home folder is in it"),
        ("{tmp}/home", "your home folder is in it"),
        ("{root}", "it is a project: it has a dateline.toml"),
        ("{root}/..", "your home folder is in it"),
        ("{root}/content", "it is inside content/, which the site is made from"),
        ("{root}/seeds/site", "it is inside seeds/, which the site is made from"),
        ("{root}/.dateline", "it is inside .dateline/, which the site is made from"),
        ("{root}/templates", "it is inside templates/, which the site is made from"),
        ("{root}/static/a", "it is inside static/, which the site is made from"),
        ("{root}/dateline.toml", "it is a file, not a folder"),
        ("{tmp}/link", "it is a symbolic link"),
    ],
    ids=[
        *("root", "home", "above-home", "project", "dots", "content", "in-seeds"),
        *("state", "templates", "in-static", "file", "link"),
    ],
)
def test_a_folder_that_no_build_may_replace(
    out: str,
    reason: str,
    project: Project,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home" / "me"))
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    folder = Path(out.format(tmp=tmp_path, root=project.root))
    with pytest.raises(DatelineError) as caught:
        check_output(project, folder)
    assert str(caught.value) == (
        f"The site cannot be written to {folder}: {reason}. {NEXT}"
    )


def test_a_folder_that_holds_the_project(project: Project, tmp_path: Path) -> None:
    with pytest.raises(DatelineError) as caught:
        check_output(project, project.root.parent)
    assert str(caught.value) == (
        f"The site cannot be written to {project.root.parent}: "
        f"the project itself is in that folder. {NEXT}"
    )


def test_content_that_is_linked_from_elsewhere_is_safe_there(
    project: Project, tmp_path: Path
) -> None:
    (tmp_path / "shared").mkdir()
    (project.content / "events").rmdir()
    project.content.rmdir()
    project.content.symlink_to(tmp_path / "shared")
    with pytest.raises(DatelineError, match="it is inside content/"):
        check_output(project, tmp_path / "shared" / "site")


def test_a_folder_of_somebody_else_is_left_alone(
    project: Project, tmp_path: Path
) -> None:
    foreign = tmp_path / "photographs"
    foreign.mkdir()
    (foreign / "harbour.jpg").touch()
    expected = (
        f"{foreign} has files in it that dateline did not write, and a build would "
        "delete them. Empty the folder, or name another one with --out."
    )
    with pytest.raises(DatelineError) as caught:
        check_output(project, foreign)
    assert str(caught.value) == expected
    with pytest.raises(DatelineError) as caught:
        publish(OLD, foreign)
    assert str(caught.value) == expected
    assert os.listdir(foreign) == ["harbour.jpg"]


@pytest.mark.parametrize("out", ["site", "new/deep/site", "empty"])
def test_a_folder_that_a_build_may_replace(out: str, project: Project) -> None:
    (project.root / "empty").mkdir()
    check_output(project, project.root / out)
    publish(OLD, project.root / out)
    check_output(project, project.root / out)
