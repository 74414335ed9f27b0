"""Whatever a file holds, reading it ends, and every passage is in it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from own_doors import read

from generator.extract import propose
from generator.model.selectors import positions
from generator.model.sources import BlockKind
from generator.settings import ExtractConfig

SPOKEN = (
    "The mayor Ada Quill opened said that will was which , . ( ) “ ” — ; closed and in "
    "on 3 May 2021 June last 2020 treaty between Norway Sweden 's threat to sign his "
    "signed by two countries what claim denied ? via Getty"
)
WORDS = st.sampled_from([*SPOKEN.split(), "\n", "\n\n"])
TEXTS = st.one_of(st.text(), st.lists(WORDS, max_size=60).map(" ".join))


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_every_passage_is_found_once_and_says_when(text: str) -> None:
    reading = read("a", text.encode("utf-8", "replace").replace(b"\0", b""))
    document = reading.document
    furniture = [b for b in document.blocks if b.kind is BlockKind.BOILERPLATE]
    for event in propose([reading], (), ExtractConfig(names="patterns")).events:
        assert event.title
        for citation in event.citations:
            quote, says = citation.quote, citation.says
            found = positions(quote, document.text)
            assert len(found) == 1
            assert says.phrase in " ".join(document.text.split())
            assert says.date is not None or says.needs
            assert not any(b.start <= found[0].start < b.end for b in furniture)
