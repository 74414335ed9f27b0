from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.model.selectors import TextPositionSelector
from generator.model.timeline import Passage
from generator.pages.excerpts import CONTEXT, cited_share, excerpt, stretches


def passage(text: str, start: int, end: int) -> Passage:
    return Passage("s", 1, TextPositionSelector(start, end), text[start:end], ("e",))


def test_a_passage_is_shown_within_its_paragraph() -> None:
    text = "Headline\n\nThe council met. The bridge opened. People came.\nMore."
    start = text.index("The bridge")
    found = excerpt(passage(text, start, start + len("The bridge opened.")), text)
    assert (found.before, found.exact, found.after) == (
        "The council met. ",
        "The bridge opened.",
        " People came.",
    )
    assert (found.cut_before, found.cut_after) == (False, False)


def test_long_surroundings_are_cut_between_words() -> None:
    text = "word " * 100 + "PASSAGE" + " word" * 100
    found = excerpt(passage(text, 500, 507), text)
    assert found.before == "word " * (CONTEXT // 5)
    assert found.after == " word" * (CONTEXT // 5)
    assert (found.cut_before, found.cut_after) == (True, True)


@given(st.text(min_size=1), st.data())
def test_an_excerpt_is_a_piece_of_its_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = excerpt(passage(text, start, end), text)
    assert found.exact == text[start:end]
    assert text[:start].endswith(found.before)
    assert text[end:].startswith(found.after)
    assert len(found.before) <= CONTEXT
    assert len(found.after) <= CONTEXT


@given(st.text(), st.lists(st.tuples(st.integers(0, 40), st.integers(1, 40))))
def test_stretches_join_to_the_text(text: str, spans: list[tuple[int, int]]) -> None:
    passages = [
        passage(text, start, start + length)
        for start, length in spans
        if start + length <= len(text)
    ]
    found = stretches(passages, text)
    assert "".join(stretch.text for stretch in found) == text
    assert sum(len(stretch.begins) for stretch in found) == len(passages)


def test_what_two_passages_share_is_counted_once() -> None:
    text = "0123456789"
    assert cited_share([passage(text, 0, 4), passage(text, 2, 5)], text) == 0.5
    assert cited_share([], "") == 0.0
