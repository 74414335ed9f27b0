"""Letters with marks, for comparing names and for making ids."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.letters import hyphenated, plain


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Åse Ødegård", "ase-odegard"),
        ("Łukasz Żółć", "lukasz-zolc"),
        ("Đorđe Šarić", "dorde-saric"),
        ("Þóra Æsir", "thora-aesir"),
        ("Großmann & Söhne", "grossmann-sohne"),
        ("Işıl Çelik", "isil-celik"),
        ("Nguyễn Văn Đức", "nguyen-van-duc"),
        ("Œuvres", "oeuvres"),
        ("Ада 日本", ""),
        ("Ада 2", "2"),
    ],
)
def test_an_id_has_plain_letters_for_those_with_marks(name: str, made: str) -> None:
    assert hyphenated(name) == made


def test_other_scripts_and_the_case_stay() -> None:
    assert plain("ŁÓDŹ, Лодзь") == "LODZ, Лодзь"


@given(st.text())
def test_an_id_is_words_of_ascii_letters_and_digits(text: str) -> None:
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", hyphenated(text))
