"""Single edits: the header before, the edit, and the header after."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.store.patch import (
    AddItem,
    Edit,
    RefusedError,
    RemoveItem,
    RemoveKey,
    SetBody,
    SetValue,
    patched,
)
from generator.store.reading import read_file

CITATION = {"source": "post", "exact": "It opened."}

EDITS = {
    "plain": ("title: A  # why\n", SetValue(("title",), "B"), "title: B  # why\n"),
    "to-quoted": ("title: A\n", SetValue(("title",), "a: b"), 'title: "a: b"\n'),
    "quoted": ('title: "A"\n', SetValue(("title",), "B"), "title: B\n"),
    "folded": (
        "title: >-\n  A\n  b\n\ntags: [x]\n",
        SetValue(("title",), "B"),
        "title: B\n\ntags: [x]\n",
    ),
    "over-lines": (
        "title: A\n  and b\ntags: [x]\n",
        SetValue(("title",), "B"),
        "title: B\ntags: [x]\n",
    ),
    "empty": ("title: # none\n", SetValue(("title",), "B"), "title: B # none\n"),
    "new-key-in-its-place": (
        "title: A # a\nstatus: proposed\n",
        SetValue(("date",), "2019"),
        'title: A # a\ndate: "2019"\nstatus: proposed\n',
    ),
    "new-key-first": (
        "# top\nstatus: proposed\n",
        SetValue(("title",), "A"),
        "# top\ntitle: A\nstatus: proposed\n",
    ),
    "remove-key": ("title: A\ndate: x\n", RemoveKey(("date",)), "title: A\n"),
    "add-to-row": (
        "tags: [a, b ] # c\n",
        AddItem("tags", "d"),
        "tags: [a, b, d ] # c\n",
    ),
    "add-to-empty-row": ("tags: []\n", AddItem("tags", "a"), "tags: [a]\n"),
    "add-to-nothing": ("tags:\n", AddItem("tags", "a"), "tags: [a]\n"),
    "add-to-column": (
        "tags:\n- a # b\n",
        AddItem("tags", "c"),
        "tags:\n- a # b\n- c\n",
    ),
    "add-no": ("tags: [a]\n", AddItem("tags", "no"), 'tags: [a, "no"]\n'),
    "remove-first": ("tags: [a, b]\n", RemoveItem("tags", 0), "tags: [b]\n"),
    "remove-last": ("tags: [a, b]\n", RemoveItem("tags", 1), "tags: [a]\n"),
    "remove-only": ("tags: [ a ]\n", RemoveItem("tags", 0), "tags: []\n"),
    "remove-line": (
        "tags:\n  - a\n  - b # c\n",
        RemoveItem("tags", 0),
        "tags:\n  - b # c\n",
    ),
    "remove-only-line": (
        "title: A\ntags:\n  - a\n",
        RemoveItem("tags", 0),
        "title: A\n",
    ),
    "first-citation": (
        "title: A\n",
        AddItem("citations", CITATION),
        'title: A\ncitations:\n  - source: post\n    exact: "It opened."\n',
    ),
    "citation-into-brackets": (
        "citations: []\n",
        AddItem("citations", CITATION),
        'citations:\n  - source: post\n    exact: "It opened."\n',
    ),
    "next-citation": (
        "citations:\n- source: a # first\n  exact: b\n\n# end\n",
        AddItem("citations", CITATION),
        'citations:\n- source: a # first\n  exact: b\n- source: post\n  exact: "It '
        'opened."\n\n# end\n',
    ),
    "first-says": (
        "citations:\n  - source: a\n    exact: b\n",
        SetValue(("citations", 0, "says"), {"date": "2019"}),
        'citations:\n  - source: a\n    exact: b\n    says:\n      date: "2019"\n',
    ),
    "says-date": (
        "citations:\n  - source: a\n    says:\n      needs: day\n    exact: b\n",
        SetValue(("citations", 0, "says", "date"), "2019"),
        'citations:\n  - source: a\n    says:\n      date: "2019"\n      needs: day\n'
        "    exact: b\n",
    ),
    "last-of-says": (
        "citations:\n  - source: a\n    says:\n      needs: day\n    exact: b\n",
        RemoveKey(("citations", 0, "says", "needs")),
        "citations:\n  - source: a\n    exact: b\n",
    ),
    "says-in-braces": (
        "citations:\n  - {source: a, exact: b, says: {needs: day}}\n",
        SetValue(("citations", 0, "says", "date"), "2019"),
        'citations:\n  - {source: a, exact: b, says: {needs: day, date: "2019"}}\n',
    ),
}


@pytest.mark.parametrize(("before", "edit", "after"), EDITS.values(), ids=EDITS.keys())
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["", "byte-order-mark"])
def test_only_one_value_changes(
    before: str, edit: Edit, after: str, newline: str, mark: str
) -> None:
    def whole(header: str) -> str:
        text = f"{mark}---\n{header}---\n\n  Body. \n\n"
        return text.replace("\n", newline)

    file, _ = read_file("content/events/a.md", "events", whole(before).encode())
    assert patched(file, [edit]).data.decode() == whole(after)


REFUSED = {
    "comment-beside": ("title: A\ndate: x # y\n", RemoveKey(("date",))),
    "comment-in-row": ("tags: [a, # b\n  c]\n", RemoveItem("tags", 0)),
    "comment-in-item": (
        "citations:\n  - source: a # b\n    exact: c\n  - source: d\n    exact: e\n",
        RemoveItem("citations", 0),
    ),
    "comment-in-folding": ("title: > # a\n  B\n", SetValue(("title",), "C")),
    "first-key-of-item": (
        "citations:\n  - says: {date: x}\n    source: a\n",
        RemoveKey(("citations", 0, "says")),
    ),
    "block-into-row": (
        "citations: [{source: a, exact: b}]\n",
        AddItem("citations", CITATION),
    ),
    "text-for-list": ("tags: a\n", AddItem("tags", "b")),
}


@pytest.mark.parametrize(("header", "edit"), REFUSED.values(), ids=REFUSED.keys())
def test_what_would_lose_something_is_refused(header: str, edit: Edit) -> None:
    file, _ = read_file("content/events/a.md", "events", f"---\n{header}---\n".encode())
    with pytest.raises(RefusedError):
        patched(file, [edit])


def test_the_body_is_replaced_as_a_whole() -> None:
    data = b"---\r\ntitle: A # b\r\n---\r\nOld.\r\n"
    file, _ = read_file("content/events/a.md", "events", data)
    after = patched(file, [SetBody("New.\nTwo.")])
    assert after.data == b"---\r\ntitle: A # b\r\n---\r\n\r\nNew.\r\nTwo.\r\n"


NO_CONTROLS = st.text(st.characters(exclude_categories=["Cs", "Cc"])).filter(
    lambda text: "\ufffe" not in text and "\uffff" not in text
)


@settings(deadline=None)
@given(NO_CONTROLS.filter(str.strip))
def test_any_text_is_read_back_as_it_was_written(text: str) -> None:
    data = b"---\ntitle: A # b\ntags: [x]\n---\n"
    file, _ = read_file("content/events/a.md", "events", data)
    once = patched(file, [SetValue(("title",), text), AddItem("tags", text)])
    assert once.values == {"title": text, "tags": ["x", text]}
