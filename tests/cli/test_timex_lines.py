"""`dateline timex`: JSON lines in, JSON lines out."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.timex_lines import NotAQuestionError, answer


def asked(**question: object) -> dict[str, object]:
    answered: dict[str, object] = json.loads(
        answer(json.dumps({"doc_id": "a"} | question).encode())
    )
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


FORM = 'a line is such as {"doc_id": "a", "text": "…", "dct": null}'


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{\n", "column 2: this is not JSON (Expecting property name enclosed in "
                f"double quotes); {FORM}"),
        ("[" * 100_000, f"column 1: this is nested too deeply; {FORM}"),
        ("[]", f"column 1: this is JSON, but no object; {FORM}"),
        ('{"text": "a"}', f'column 1: the key "doc_id" is missing; {FORM}'),
        ('{"doc_id": 1}', f'column 1: the key "text" is missing; {FORM}'),
        ('{"doc_id": 1, "text": 3}',
         f'column 15: "text" is no string; put it in quotes: {FORM}'),
        ('{"doc_id": 1, "text": "", "dct": 2024}',
         'column 27: "dct" is 2024, which is not a day such as "2024-06-19"; write '
         "null when it is not known"),
        ('{"doc_id": 1, "text": "", "dct": "2024-06"}',
         'column 27: "dct" is "2024-06", which is not a day such as "2024-06-19"; '
         "write null when it is not known"),
        ('{"doc_id": 1, "text": "", "dct": "2024-06-19T9"}',
         'column 27: "dct" is "2024-06-19T9", which is not a day such as "2024-06-19"; '
         "write null when it is not known"),
        ('{"doc_id": 1, "text": "", "dct": "2023-02-29"}',
         'column 27: "dct" is no day: day 29 does not exist in 2023-02; write null '
         "when it is not known"),
    ],
    ids=["no-json", "too-deep", "no-object", "no-id", "no-text", "text-is-a-number",
         "dct-is-a-number", "month", "half-a-time", "no-such-day"],
)  # fmt: skip
def test_what_cannot_be_answered(line: str, message: str) -> None:
    with pytest.raises(NotAQuestionError) as caught:
        answer(line.encode())
    assert str(caught.value) == message


def test_a_line_in_another_encoding_says_so() -> None:
    with pytest.raises(NotAQuestionError) as caught:
        answer(b'{"doc_id": 1, "text": "\xe9"}')
    assert str(caught.value) == (
        "column 24: this is not UTF-8; save the lines in that encoding"
    )


@given(st.text())
def test_offsets_count_code_points_of_the_text(prefix: str) -> None:
    text = f"{prefix}\n\nIt opened on 12 May 2021."
    found = json.loads(answer(json.dumps({"doc_id": 1, "text": text}).encode()))[
        "timexes"
    ]
    for timex in found:
        assert text[timex["start"] : timex["end"]] == timex["text"]
