"""Hypothesis strategies for EDTF values, shared by the tests of dates."""

from __future__ import annotations

from hypothesis import strategies as st

from generator.model.edtf import days_in, parse_edtf


@st.composite
def plain_dates(draw: st.DrawFn) -> str:
    """A year, month or day that the calendar has, with or without a qualifier."""
    year = draw(st.integers(-9999, 9999))
    parts = [f"{'-' if year < 0 else ''}{abs(year):04}"]
    if draw(st.booleans()):
        month = draw(st.integers(1, 12))
        parts.append(f"{month:02}")
        if draw(st.booleans()):
            parts.append(f"{draw(st.integers(1, days_in(year, month))):02}")
    return "-".join(parts) + draw(st.sampled_from(["", "?", "~", "%"]))


@st.composite
def values(draw: st.DrawFn) -> str:
    """Dates, open and closed intervals, and sets."""
    dates = draw(st.lists(plain_dates(), min_size=1, max_size=4))
    match draw(st.sampled_from(["date", "open", "closed", "one", "all"])):
        case "date":
            return dates[0]
        case "open":
            return draw(st.sampled_from([f"../{dates[0]}", f"{dates[0]}/.."]))
        case "closed":
            by_start = sorted(dates, key=lambda text: parse_edtf(text).sort_key)
            return f"{by_start[0]}/{by_start[-1]}"
        case "one":
            return f"[{','.join(dates)}]"
        case _:
            return f"{{{','.join(dates)}}}"
