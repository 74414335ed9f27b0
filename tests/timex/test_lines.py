"""`dateline timex`: lines of JSON in, lines of JSON out, in one process or several."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from generator.timex_lines import NotAQuestionError, answered

LINES = [
    json.dumps({"doc_id": n, "text": f"It opened in {1900 + n}."}).encode() + b"\n"
    for n in range(100)
]


@pytest.mark.parametrize("jobs", [1, 2])
def test_answers_keep_the_order_of_their_lines(jobs: int) -> None:
    said = [json.loads(text) for _, text in answered(LINES, jobs)]  # type: ignore[arg-type]
    assert [row["doc_id"] for row in said] == list(range(100))
    assert [row["timexes"][0]["value"] for row in said] == [
        str(1900 + n) for n in range(100)
    ]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_bad_line_has_its_number_and_the_rest_goes_on(jobs: int) -> None:
    said = list(answered([LINES[0], b"\n", b"[]\n", LINES[1]], jobs))
    assert [number for number, _ in said] == [1, 3, 4]
    assert isinstance(said[1][1], NotAQuestionError)


def test_one_process_reads_a_line_only_when_the_last_is_answered() -> None:
    read = 0

    def lines() -> Iterator[bytes]:
        nonlocal read
        for line in LINES:
            read += 1
            yield line

    next(answered(lines()))
    assert read == 1


def test_the_output_does_not_hang_on_the_zone_the_locale_or_the_hash_seed() -> None:
    text = (
        "It closed last Friday, two days after the quake on 3 May, and in winter. "
        "It opens tomorrow, on the 12th or in July or August, from Monday to Friday."
    )
    line = json.dumps({"doc_id": 1, "text": text, "dct": "2025-07-14"}).encode()
    surroundings = (
        {"TZ": "Pacific/Kiritimati", "LANG": "C", "PYTHONHASHSEED": "1"},
        {"TZ": "America/Adak", "LANG": "de_DE.UTF-8", "PYTHONHASHSEED": "2"},
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-m", "generator", "timex"],
            input=line,
            env=os.environ | more,
            capture_output=True,
            check=True,
        ).stdout
        for more in surroundings
    }
    assert len(outputs) == 1
