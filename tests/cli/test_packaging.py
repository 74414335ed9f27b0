"""What is locked, and what travels in the wheel."""

from __future__ import annotations

import re
import subprocess
import sys
import sysconfig
import tomllib
import venv
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
GROUPS = SETTINGS["dependency-groups"]
TO_RUN = [*SETTINGS["project"]["dependencies"], *SETTINGS["build-system"]["requires"]]
TO_TEST = [text for text in GROUPS["dev"] if isinstance(text, str)]
ASKED = {
    "requirements.lock": TO_RUN,
    "requirements-dev.lock": [*TO_RUN, *TO_TEST],
    "tools/supply.lock": GROUPS["supply"],
}


def entries(lock: str) -> list[str]:
    """What the file *lock* says of each package."""
    text = (ROOT / lock).read_text("utf-8")
    return re.split(r"^(?=[A-Za-z0-9])", text, flags=re.MULTILINE)[1:]


def locked(lock: str) -> set[tuple[str, str]]:
    """Name and version of all packages in the file *lock*."""
    found = (entry.split()[0].partition("==") for entry in entries(lock))
    return {(name, version) for name, _, version in found}


@pytest.mark.parametrize(
    ("lock", "asked"), [(lock, text) for lock in ASKED for text in ASKED[lock]]
)
def test_every_requirement_is_locked_to_a_version_it_allows(
    lock: str, asked: str
) -> None:
    # Several where a package has given up a version of Python that we have not.
    requirement = Requirement(asked)
    wanted = canonicalize_name(requirement.name)
    versions = [version for name, version in locked(lock) if name == wanted]
    assert versions
    assert all(map(requirement.specifier.contains, versions))


@pytest.mark.parametrize("lock", ASKED)
def test_every_locked_package_has_its_hashes(lock: str) -> None:
    assert [entry for entry in entries(lock) if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("lock", ASKED)
def test_a_lock_names_no_place_to_get_packages_from(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    assert re.findall(r"://|^--(?!hash)|file:|/home/", text, re.MULTILINE) == []


def test_what_is_tested_is_what_runs() -> None:
    assert locked("requirements.lock") <= locked("requirements-dev.lock")


def test_who_publishes_installs_nothing_that_only_tests_need() -> None:
    needed = {canonicalize_name(Requirement(text).name) for text in TO_TEST}
    assert {name for name, _ in locked("requirements.lock")}.isdisjoint(needed)


# --- the wheel ---------------------------------------------------------------------


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder outside the repository, with an environment that has the wheel."""
    folder = tmp_path_factory.mktemp("elsewhere")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel"]
    subprocess.run(
        [*build, "-d", str(folder)], cwd=ROOT, check=True, capture_output=True
    )
    (wheel,) = folder.glob("*.whl")
    environment = folder / "environment"
    venv.create(environment, with_pip=False)
    install = [sys.executable, "-m", "pip", "--python", str(environment / "bin/python")]
    subprocess.run(
        [*install, "install", "--quiet", "--no-deps", "--no-index", str(wheel)],
        check=True,
        capture_output=True,
    )
    # The packages it needs are those of this environment; dateline itself is not
    # found that way, for a path that a .pth file adds is not searched for others.
    (library,) = environment.glob("lib/python*/site-packages")
    (library / "needed.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return folder


def dateline(elsewhere: Path, *arguments: str) -> str:
    """What the installed command prints, run outside the repository."""
    done = subprocess.run(
        [str(elsewhere / "environment/bin/dateline"), *arguments],
        cwd=elsewhere,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_an_installed_dateline_makes_a_site_outside_the_repository(
    elsewhere: Path,
) -> None:
    dateline(elsewhere, "init", "harbour")
    dateline(elsewhere, "extract", "--project", "harbour")
    dateline(elsewhere, "build", "--project", "harbour")
    events = list((elsewhere / "harbour/content/events").glob("2021-05-12-*.md"))
    assert len(events) == 1
    page = elsewhere / "harbour/site/events" / events[0].stem / "index.html"
    assert "12 May 2021" in page.read_text("utf-8")
    assert list((elsewhere / "harbour/site/assets").glob("*.css"))
    assert dateline(elsewhere, "check", "--project", "harbour")


def test_the_wheel_holds_the_program_and_its_files_only(elsewhere: Path) -> None:
    (library,) = elsewhere.glob("environment/lib/python*/site-packages")
    top = {path.name for path in library.iterdir()} - {"needed.pth"}
    assert top == {"generator", f"dateline-{SETTINGS['project']['version']}.dist-info"}
    for name, shipped in {"templates": "_templates", "static": "_static"}.items():
        ours = {
            path.relative_to(ROOT / name)
            for path in (ROOT / name).rglob("*")
            if path.is_file()
        }
        theirs = library / "generator" / shipped
        assert {p.relative_to(theirs) for p in theirs.rglob("*") if p.is_file()} == ours


# --- make --------------------------------------------------------------------------


def test_make_alone_lists_every_target() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    (targets,) = re.findall(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)
    done = subprocess.run(
        ["make", "--no-print-directory"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert re.findall(r"^make (\w+) +\S", done.stdout, re.MULTILINE) == targets.split()
