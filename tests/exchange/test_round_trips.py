"""What goes out comes in again so that it goes out the same, byte for byte."""

from __future__ import annotations

import pytest
from hypothesis import Phase, given, settings
from made_up_tables import TABLES

from generator.exchange import FORMATS, Table, text_of
from generator.model.date_phrases import ENGLISH
from generator.problems import has_errors


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=40, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(table=TABLES)
def test_a_timeline_that_went_out_and_came_in_goes_out_the_same(
    name: str, table: Table
) -> None:
    form = FORMATS[name]
    out = form.write(table, ENGLISH).data
    back = form.read("a-file", text_of("a-file", out), ENGLISH)
    assert not has_errors(back.problems)
    assert form.write(back.table, ENGLISH).data == out
