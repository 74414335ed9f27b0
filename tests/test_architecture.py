"""The map of docs/architecture.md, held against the imports."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "generator"
STAGES = {"sources", "timex", "extract", "store", "media", "checks", "pages"} | {
    *("publish", "linkcheck", "exchange")
}
VOCABULARY = {
    "model",
    "problems",
    "config",
    "settings",
    "copied_addresses",
    "plain",
} | {"date_suggestions"}
EDGES = {"disk", "files", "leftovers"}
SPINE = {"cli", "serve", "pipeline", "extraction", "desk", "review"} | {
    *("importing", "exporting")
}


def part_of(path: Path) -> str:
    """The stage or module of the package that *path* belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """The parts of the package that the module at *path* imports anywhere in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            whole = node.module or ""
            names = [f"{whole}.{alias.name}" for alias in node.names]
        else:
            continue
        found |= {name.split(".")[1] for name in names if name.startswith("generator.")}
    return found


def modules(parts: set[str]) -> list[Path]:
    return [path for path in sorted(PACKAGE.rglob("*.py")) if part_of(path) in parts]


def named(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


@pytest.mark.parametrize("path", modules(STAGES), ids=named)
def test_a_stage_imports_no_other_stage(path: Path) -> None:
    allowed = VOCABULARY | EDGES | {part_of(path)}
    assert imported(path) <= allowed


@pytest.mark.parametrize("path", modules(VOCABULARY), ids=named)
def test_the_vocabulary_knows_no_stage(path: Path) -> None:
    assert imported(path) <= VOCABULARY


def test_only_the_command_line_and_the_preview_know_the_pipeline() -> None:
    knowing = {part_of(p) for p in PACKAGE.rglob("*.py") if "pipeline" in imported(p)}
    assert knowing - {"extraction"} == {"cli", "serve"}


def test_every_stage_of_the_map_exists() -> None:
    assert {part_of(path) for path in modules(STAGES)} == STAGES


PURE_LIBRARY = {"__future__", "bisect", "calendar", "collections", "dataclasses"} | {
    *("datetime", "enum", "functools", "heapq", "itertools", "math", "operator", "re"),
    *("types", "typing", "unicodedata"),
}


@pytest.mark.parametrize("path", modules({"model"}), ids=named)
def test_the_model_imports_only_pure_parts_of_the_standard_library(path: Path) -> None:
    roots = set()
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            roots |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            roots.add((node.module or "").split(".")[0])
    assert roots <= PURE_LIBRARY | {"generator"}


PRINTERS = {"print", "input", "exit", "quit"}


@pytest.mark.parametrize("path", modules(STAGES | VOCABULARY), ids=named)
def test_only_the_command_line_prints_and_exits(path: Path) -> None:
    called = {
        node.func.id
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert not called & PRINTERS


def rows_of_extract() -> dict[str, int]:
    """Each module of `extract` with the row of the map's table that it stands in."""
    text = (PACKAGE.parent / "docs" / "architecture.md").read_text("utf-8")
    table = text.partition("### Inside `extract`")[2].partition("## One run")[0]
    last_cells = [line.split("|")[-2] for line in table.splitlines() if "|" in line]
    return {
        module: row
        for row, cell in enumerate(last_cells)
        for module in re.findall(r"`(\w+)`", cell)
    }


def test_every_module_of_extract_stands_in_the_map() -> None:
    there = {path.stem for path in (PACKAGE / "extract").glob("*.py")}
    assert set(rows_of_extract()) == there - {"__init__"}


@pytest.mark.parametrize(
    "path", [p for p in modules({"extract"}) if p.stem != "__init__"], ids=named
)
def test_a_module_of_extract_imports_from_its_own_row_and_those_above(
    path: Path,
) -> None:
    rows = rows_of_extract()
    within = {
        (node.module or "").removeprefix("generator.extract.")
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, ast.ImportFrom)
        and (node.module or "").startswith("generator.extract.")
    }
    assert {name for name in within if rows[name] > rows[path.stem]} == set()
