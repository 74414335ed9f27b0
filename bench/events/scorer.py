"""The metrics, from a module that is named by its path."""

from __future__ import annotations

import importlib.util
from collections import defaultdict
from collections.abc import Hashable, Mapping
from pathlib import Path
from typing import Any


def load(path: Path) -> Any:
    """The scorer at *path*, as a module."""
    spec = importlib.util.spec_from_file_location("scorer", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} is no Python module")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def groups(clusters: Mapping[Any, Hashable]) -> list[set[Any]]:
    """The sets of keys that *clusters* gives the same name."""
    found: dict[Hashable, set[Any]] = defaultdict(set)
    for key, name in clusters.items():
        found[name].add(key)
    return list(found.values())


def f1(precision: float, recall: float) -> float:
    total = precision + recall
    return 2 * precision * recall / total if total else 0.0


class Mean:
    """The mean of precision and of recall over tasks, and F1 of the means."""

    def __init__(self) -> None:
        self.rows: list[tuple[float, float]] = []

    def add(self, precision: float, recall: float) -> None:
        self.rows.append((precision, recall))

    @property
    def figures(self) -> tuple[float, float, float]:
        count = len(self.rows) or 1
        precision, recall = (sum(row[i] for row in self.rows) / count for i in (0, 1))
        return precision, recall, f1(precision, recall)
