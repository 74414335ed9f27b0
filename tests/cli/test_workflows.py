"""What GitHub runs, here and in a new project: as data, and as a shell runs it."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.scaffold import lay_out

ROOT = Path(__file__).parents[2]
OURS, SHIPPED = ROOT / ".github/workflows", ROOT / "generator/_project"
NAMES = ("pages.yml", "check.yml")
SUPPLY = OURS / "supply.yml"
FILES = [*(folder / name for folder in (OURS, SHIPPED) for name in NAMES), SUPPLY]
RIGHT_TO_DEPLOY = {"pages": "write", "id-token": "write"}
INSTALLATION = re.compile(r"      - name: Install.*?(?=      - name: Check)", re.DOTALL)


@pytest.fixture(params=FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def text(request: pytest.FixtureRequest) -> str:
    """A workflow as it is written."""
    path: Path = request.param
    return path.read_text("utf-8")


@pytest.fixture
def workflow(text: str) -> dict[Any, Any]:
    return dict(yaml.safe_load(text))


def jobs(workflow: dict[Any, Any]) -> dict[str, dict[str, Any]]:
    return dict(workflow["jobs"])


def steps(workflow: dict[Any, Any]) -> Iterator[dict[str, Any]]:
    for job in jobs(workflow).values():
        yield from job["steps"]


def started_by(workflow: dict[Any, Any]) -> set[str]:
    return set(workflow[True])  # YAML 1.1 reads “on” as true


def test_there_is_no_workflow_besides() -> None:
    assert {path.name for path in OURS.iterdir()} == {*NAMES, SUPPLY.name}


def test_a_new_project_gets_them_as_they_are_shipped(tmp_path: Path) -> None:
    lay_out(tmp_path)
    for name in NAMES:
        laid_out = (tmp_path / ".github/workflows" / name).read_bytes()
        assert laid_out == (SHIPPED / name).read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_ours_and_those_of_a_new_project_differ_only_in_the_installation(
    name: str,
) -> None:
    ours, theirs = (
        INSTALLATION.sub("", (folder / name).read_text("utf-8"))
        for folder in (OURS, SHIPPED)
    )
    assert ours == theirs


def test_every_action_is_github_s_own_and_pinned_to_a_commit(
    text: str, workflow: dict[Any, Any]
) -> None:
    used = re.findall(r"uses: *(.+)", text)
    assert len(used) == len([step for step in steps(workflow) if "uses" in step])
    for action in used:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action)


def test_one_action_has_one_version_everywhere() -> None:
    used = {line for path in FILES for line in re.findall("uses: *(.+)", _text(path))}
    assert len({action.partition("@")[0] for action in used}) == len(used)


def test_nothing_is_allowed_that_a_job_does_not_ask_for(
    workflow: dict[Any, Any],
) -> None:
    assert workflow["permissions"] == {}
    for name, job in jobs(workflow).items():
        wanted = RIGHT_TO_DEPLOY if name == "deploy" else {"contents": "read"}
        assert job["permissions"] == wanted


def test_a_job_with_a_right_to_write_runs_no_code_of_the_repository(
    workflow: dict[Any, Any],
) -> None:
    for job in jobs(workflow).values():
        if "write" in job["permissions"].values():
            uses = [step.get("uses", "") for step in job["steps"]]
            assert [use.partition("@")[0] for use in uses] == ["actions/deploy-pages"]


def test_the_token_does_not_stay_in_what_is_checked_out(
    workflow: dict[Any, Any],
) -> None:
    (checkout,) = (s for s in steps(workflow) if "checkout" in s.get("uses", ""))
    assert checkout["with"] == {"persist-credentials": False}


def test_only_who_may_push_starts_what_publishes(workflow: dict[Any, Any]) -> None:
    others = {"pull_request", "pull_request_target", "issues", "issue_comment"}
    publishes = "deploy" in jobs(workflow)
    assert started_by(workflow).isdisjoint(others) is publishes
    assert "pull_request_target" not in started_by(workflow)


def test_no_secret_and_no_words_of_a_stranger_reach_a_shell(
    text: str, workflow: dict[Any, Any]
) -> None:
    assert "secrets" not in text.partition("\nname:")[2]
    assert [step for step in steps(workflow) if "${{" in step.get("run", "")] == []


def test_a_run_ends_and_does_not_overtake_another(workflow: dict[Any, Any]) -> None:
    assert all(job["timeout-minutes"] <= 15 for job in jobs(workflow).values())
    publishes = "deploy" in jobs(workflow)
    assert workflow["concurrency"]["cancel-in-progress"] is not publishes


@pytest.mark.parametrize("path", FILES[:-1], ids=lambda p: f"{p.parent.name}/{p.name}")
def test_nothing_is_published_that_is_not_proven(path: Path) -> None:
    first, *others = jobs(yaml.safe_load(_text(path))).values()
    run = [step.get("run", "") for step in first["steps"]]
    check = run.index("dateline check --format github")
    assert check < run.index("dateline build")
    assert all(job["needs"] == "build" for job in others)


# --- the steps, as a shell runs them --------------------------------------------------

MISTAKEN = """\
---
title: The bridge opens
date: 2021-13-01
citations:
  - source: sample-harbour-bridge
    exact: These words are nowhere.
---
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A new project in which an editor made two mistakes in one file."""
    folder = tmp_path / "harbour"
    lay_out(folder)
    event = folder / "content/events/bridge.md"
    event.parent.mkdir()
    event.write_text(MISTAKEN)
    return folder


def run(project: Path, name: str) -> subprocess.CompletedProcess[str]:
    """The step of the check called *name*, run as GitHub runs it."""
    programs = project.parent / "bin"
    programs.mkdir(exist_ok=True)
    dateline = programs / "dateline"
    dateline.write_text(
        f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m generator "$@"\n'
    )
    dateline.chmod(0o755)
    workflow = yaml.safe_load(_text(project / ".github/workflows/check.yml"))
    (script,) = (s["run"] for s in steps(workflow) if s.get("name") == name)
    return subprocess.run(
        ["bash", "-e", "-c", script],
        cwd=project,
        env={
            "PATH": f"{programs}:/usr/bin:/bin",
            "PYTHONPATH": str(ROOT),
            "RUNNER_TEMP": str(project.parent),
            "GITHUB_PATH": str(project.parent / "path"),
            "CI": "true",
        },
        capture_output=True,
        text=True,
    )


def test_a_mistake_is_shown_beside_its_line_and_the_run_is_red(project: Path) -> None:
    done = run(project, "Check every statement")
    assert done.returncode == 1
    shown = re.findall(r"^::error file=([^,]+),line=(\d+),", done.stdout, re.MULTILINE)
    assert {("content/events/bridge.md", "3"), ("content/events/bridge.md", "6")} <= {
        *shown
    }


def test_the_log_says_the_places_as_well(project: Path) -> None:
    """GitHub shows ten problems of a kind beside their lines, and its log no places."""
    done = run(project, "Say where everything is")
    assert done.returncode == 0
    assert "content/events/bridge.md:3:7: error: " in done.stdout


def _text(path: Path) -> str:
    return path.read_text("utf-8")
