"""Titles and names that break programs which write them down carelessly."""

from __future__ import annotations

from hypothesis import strategies as st

ODD = {
    "plain": "Bridge opens",
    "right-to-left": "افتتاح جسر الميناء",
    "emoji": "Bridge opens 🌉👩🏽‍🔧",
    "end-of-cdata": "a]]>b <!-- c --> </pre></script>",
    "formula": '=HYPERLINK("https://example.org";"x")',
    "braces": "a } b { c {{d}} }",
    "backslash": r"C:\new\title \o/",
    "percent": "50% off #1 & more $_^~",
    "lines": "one\ntwo\r\nthree\u2028four\x85five\x0bsix",
    "hyphens": "a--b---c ``d'' ?`e !`f ,,g",
    "wiki": "[[a|b]] {{c|d=e}} ''f'' ~~~~ __TOC__ &#124; &amp; <ref>",
    "address": "see https://example.org/a|b",
    "record": "A\nER  - \nTY  - BOOK",
    "entry": "A},\n}\n@book{b, title={c",
    "cjk": "港口大桥通车——市长：“好”",
    "quotes": "“Who?” he said: ‘me’ \"or\" 'you'",
    "plus": "C++ & A=B; c?",
}

texts = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1
).map(lambda text: " ".join(text.split()))
"""Any text on one line; white space at the ends and doubled is nobody's to keep."""
