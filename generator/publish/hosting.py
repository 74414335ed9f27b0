"""Touches the disk: what GitHub Pages refuses or passes over, told beforehand."""

from __future__ import annotations

from pathlib import Path

from generator.problems import Origin, Problem, Severity

LARGEST = 1_000_000_000
"""So many bytes may a site there have (GitHub Docs, "GitHub Pages limits")."""

_DOMAIN_FILES = ("CNAME", "static/CNAME")


def size_problems(size: int, folder: str) -> list[Problem]:
    """What is wrong with a site of *size* bytes, which was written to *folder*."""
    if size <= LARGEST:
        return []
    return [
        Problem(
            Origin(folder),
            Severity.WARNING,
            "site-too-large",
            f"the site has {size / 1e9:.2f} GB, and GitHub Pages takes 1 GB at most",
            "take out pictures (content/media/), or publish it elsewhere",
        )
    ]


def domain_problems(root: Path) -> list[Problem]:
    """A note on each file of the project in *root* that names a domain in vain."""
    return [
        Problem(
            Origin(name),
            Severity.NOTE,
            "cname-ignored",
            "a site that a workflow publishes has no use for this file",
            "set the domain on GitHub under Settings, Pages, and write it into "
            "dateline.toml as base_url",
        )
        for name in _DOMAIN_FILES
        if (root / name).is_file()
    ]
