"""The report of the yardstick becomes a table, and a line for each limit missed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kinds import AT_LEAST, OF_FLOOR, limits

FLOOR = "blank page"
COLUMNS: Mapping[str, tuple[str, float]] = {
    "KB": ("load.mobile.transfer_bytes", 1 / 1024),
    "HTML raw": ("load.mobile.by_type.html.raw", 1 / 1024),
    "script": ("load.mobile.by_type.js.transfer", 1 / 1024),
    "styles": ("load.mobile.by_type.css.transfer", 1 / 1024),
    "requests": ("load.mobile.requests", 1),
    "elements": ("load.desktop.elements", 1),
    "heap MB": ("load.desktop.js_heap_mb", 1),
    "FCP": ("load.mobile.best.fcp_ms", 1),
    "title": ("load.mobile.best.first_title_ms", 1),
    "TBT": ("load.mobile.best.tbt_ms", 1),
    "CLS": ("load.mobile.cls", 1),
    "scroll p95": ("scroll.mobile.p95_ms", 1),
    "zoom p95": ("zoom.mobile.p95_ms", 1),
    "search ms": ("search.mobile.first_query_ms", 1),
    "search KB": ("search.mobile.first_query_bytes", 1 / 1024),
    "axe light": ("axe.desktop_light.rules", 1),
    "axe phone": ("axe.mobile_light.rules", 1),
    "axe dark": ("axe.desktop_dark.rules", 1),
    "stops": ("keyboard.tab_stops", 1),
    "no ring": ("keyboard.stops_without_visible_ring", 1),
    "no script": ("nojs.texts", 1),
    "printed": ("print.texts", 1),
    "sheets": ("print.pages", 1),
    "< 24 px": ("extras.targets_under_24px", 1),
    "320 px": ("extras.reflow_320_width", 1),
    "Lighthouse": ("lighthouse.performance", 1),
    "access": ("lighthouse.accessibility", 1),
    "practice": ("lighthouse.best-practices", 1),
    "SEO": ("lighthouse.seo", 1),
}
"""Where each column's figure stands in the report, and what it is multiplied by."""

Results = Mapping[str, Any]


def figure(results: Results, place: str) -> Any:
    """What stands at *place* ("load.mobile.requests"); None if it was not measured.

    Besides the report's own figures: "axe.….rules", the violations of any impact.
    """
    found: Any = results
    if place.startswith("axe.") and place.endswith(".rules"):
        found = figure(results, f"{place}_by_impact")
        return sum(found.values()) if found else None
    for part in place.split("."):
        found = found.get(part) if isinstance(found, dict) else None
    return found


def table(report: Mapping[str, Results]) -> Iterator[str]:
    """The lines of a Markdown table; *report* has the results of each page.

    Columns of which nothing was measured are left out.
    """
    shown = {
        name: column
        for name, column in COLUMNS.items()
        if any(figure(results, column[0]) is not None for results in report.values())
    }
    yield f"| page | {' | '.join(shown)} |"
    yield f"|---|{'---:|' * len(shown)}"
    for label, results in report.items():
        cells = (
            _cell(figure(results, place), times) for place, times in shown.values()
        )
        yield f"| {label} | {' | '.join(cells)} |"


def _cell(value: Any, times: float) -> str:
    if value is None:
        return "–"
    number = float(value) * times
    return f"{number:,.0f}" if abs(number) >= 100 else f"{number:.4g}"[:5]


def missed(report: Mapping[str, Results]) -> list[str]:
    """A line for each figure that is over its limit, with what was measured."""
    floor = report.get(FLOOR, {})
    return [
        f"{label}: {line}"
        for label, results in report.items()
        if label != FLOOR
        for line in _missed(label, results, floor)
    ]


def _missed(kind: str, results: Results, floor: Results) -> Iterator[str]:
    for step, of_step in results.items():
        errors = {"": of_step, **of_step} if isinstance(of_step, dict) else {}
        for part, found in errors.items():
            if isinstance(found, dict) and found.get("error"):
                yield f"{step} {part} could not be measured: {found['error']}"
    for place, limit in limits(kind).items():
        value = figure(results, place)
        if value is None:
            continue
        kept = value is limit if isinstance(limit, bool) else value <= limit
        if not kept:
            yield f"{place} is {value}, the limit is {limit}{_why(results, place)}"
    for place, least in AT_LEAST.items():
        value = figure(results, place)
        if value is not None and value < least:
            failing = figure(results, "lighthouse.failing") or {}
            why = ", ".join(failing.get(place.rpartition(".")[2], ()))
            yield f"{place} is {value}, it should be {least} ({why})"
    for place, times in OF_FLOOR.get(kind, {}).items():
        value, blank = figure(results, place), figure(floor, place)
        if value and blank and value > times * blank:
            yield f"{place} is {value / blank:.2f} times the blank page's, not {times}"


def _why(results: Results, place: str) -> str:
    """What the report says besides the bare number, for whoever mends it."""
    where = place.rpartition(".")[0]
    if place.startswith("axe."):
        found: Sequence[Mapping[str, Any]] = figure(results, f"{where}.violations")
        told = (f"{v['id']} {v['nodes']}x {v.get('eg', '')}" for v in found)
        return f" ({'; '.join(told)})"
    beside = {
        "links.broken": "links.broken_examples",
        "links.missing_fragments": "links.fragment_examples",
        "html.errors": "html.error_kinds",
        "extras.reflow_320_ok": "extras.reflow_offenders",
    }
    return f" ({figure(results, beside[place])})" if place in beside else ""
