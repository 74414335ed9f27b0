"""`dateline timex`: JSON lines in, JSON lines out."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.timex_lines import NotAQuestionError, answer


def asked(**question: object) -> dict[str, object]:
    answered: dict[str, object] = json.loads(answer(json.dumps(question).encode()))
    return answered


def test_an_answer_has_the_fixed_keys_in_order() -> None:
    line = b'{"doc_id": "a", "text": "It opened on 12 May 2021.", "dct": null}'
    assert answer(line) == (
        '{"doc_id": "a", "timexes": [{"start": 13, "end": 24, "text": "12 May 2021", '
        '"type": "DATE", "value": "2021-05-12", "mod": null, "edtf": "2021-05-12"}]}'
    )


def test_the_creation_time_anchors_what_is_relative() -> None:
    found = asked(doc_id=1, text="The ferry stopped yesterday.", dct="2021-05-01")
    (timex,) = found["timexes"]  # type: ignore[misc]
    assert timex["edtf"] == "2021-04-30"


def test_the_creation_time_may_have_a_time_of_day() -> None:
    text = "The ferry stopped yesterday."
    day, moment = (
        asked(text=text, dct=dct) for dct in ("2021-05-01", "2021-05-01T09:42")
    )
    assert moment == day


def test_a_text_without_dates_has_none() -> None:
    assert asked(doc_id="a", text="The bridge is long.") == {
        "doc_id": "a",
        "timexes": [],
    }


def test_the_document_id_comes_back_as_it_was() -> None:
    assert asked(doc_id={"any": [1]}, text="")["doc_id"] == {"any": [1]}


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "this is not JSON (Expecting property name enclosed in double quotes: "
              "line 1 column 2 (char 1))"),
        ("[]", 'a line is an object such as {"doc_id": "a", "text": "…", "dct": null}'),
        ('{"text": 3}', "a line is an object such as "
                        '{"doc_id": "a", "text": "…", "dct": null}'),
        ('{"text": "", "dct": 2024}', 'dct 2024 is not a day such as "2024-06-19"; '
                                      "write null when it is not known"),
        ('{"text": "", "dct": "2024-06"}', 'dct "2024-06" is not a day such as '
                                           '"2024-06-19"; write null when it is not '
                                           "known"),
        ('{"text": "", "dct": "2024-06-19T9"}', 'dct "2024-06-19T9" is not a day such '
                                                'as "2024-06-19"; write null when it '
                                                "is not known"),
        ('{"text": "", "dct": "2023-02-29"}', "dct: day 29 does not exist in 2023-02"),
    ],
    ids=["no-json", "no-object", "no-text", "number", "month", "half-a-time",
         "no-such-day"],
)  # fmt: skip
def test_what_cannot_be_answered(line: str, message: str) -> None:
    with pytest.raises(NotAQuestionError) as caught:
        answer(line.encode())
    assert str(caught.value) == message


@given(st.text())
def test_offsets_count_code_points_of_the_text(prefix: str) -> None:
    text = f"{prefix}\n\nIt opened on 12 May 2021."
    found = json.loads(answer(json.dumps({"text": text}).encode()))["timexes"]
    for timex in found:
        assert text[timex["start"] : timex["end"]] == timex["text"]
