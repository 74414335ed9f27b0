"""Touches the disk: builds the site of this repository for tests."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator import pipeline
from generator.config import read_project
from generator.problems import has_errors

REPOSITORY = Path(__file__).parents[2]


def built(out: Path, base_url: str = "") -> Path:
    """*out*, with this repository's site in it, made for *base_url*."""
    project, problems = read_project(REPOSITORY)
    assert not has_errors(problems)
    project = replace(project, site=replace(project.site, base_url=base_url))
    report = pipeline.build(project, out)
    assert not has_errors(report.problems), "\n".join(map(str, report.problems))
    return out
