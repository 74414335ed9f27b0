"""How a value is written: bare where every YAML reader agrees, quoted elsewhere."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.store.reading import read_file
from generator.store.writing import new_file, scalar

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(
    lambda text: text.strip() and not {"\ufffe", "\uffff"} & set(text)
)


@pytest.mark.parametrize(
    "text",
    ["harbour-bridge", "Harbour bridge opens", "It's open", "Ünïcode 🚀", "a:b", "a#b"],
)
def test_ordinary_text_is_written_bare(text: str) -> None:
    assert scalar(text) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("no", '"no"'),
        ("12:30", '"12:30"'),
        ("2024-06", '"2024-06"'),
        ("1e5", '"1e5"'),
        ("0x1F", '"0x1F"'),
        ("a: b", '"a: b"'),
        ("a #b", '"a #b"'),
        ("a:", '"a:"'),
        ("- a", '"- a"'),
        ("[a]", '"[a]"'),
        (" a", '" a"'),
        ('say "a"', 'say "a"'),
        ('"a"', '"\\"a\\""'),
        ("a\\b\nc", '"a\\\\b\\nc"'),
        ("a\u00a0b: c", '"a\\xa0b: c"'),
        ("\u202eabc", '"\\u202eabc"'),
        ("🚀", '"🚀"'),
    ],
)
def test_what_readers_differ_on_is_quoted(text: str, written: str) -> None:
    assert scalar(text) == written


@given(TEXTS, st.booleans(), st.booleans())
def test_other_readers_read_the_same_text(
    text: str, quoted: bool, in_flow: bool
) -> None:
    written = scalar(text, quoted=quoted, in_flow=in_flow)
    document = f"a: [{written}, x]" if in_flow else f"a: {written}"
    value = yaml.safe_load(document)["a"]
    assert value == ([text, "x"] if in_flow else text)


@given(TEXTS, st.lists(TEXTS, max_size=3, unique=True), TEXTS)
def test_a_new_file_says_what_it_was_made_of(
    title: str, tags: list[str], words: str
) -> None:
    values = {
        "title": title,
        "tags": tags,
        "citations": [{"source": "post", "exact": words, "says": {"phrase": words}}],
    }
    text = new_file("events", values, "Body.")
    file, _ = read_file("content/events/a.md", "events", text.encode())
    assert file.values == values
    assert file.parts.text == "Body."
