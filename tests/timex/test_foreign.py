"""What is a date in eight languages beside English, and what only looks like one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from timex_cases import FOLDER, Case, cases

from generator.model.edtf import parse_edtf
from generator.model.timex import Basis, Timex3
from generator.timex import joined, reads_dates_in, timexes
from generator.timex.foreign import Reading
from generator.timex.languages import LANGUAGES
from generator.timex.spelling import plain

PUBLISHED = "2025-07-14"
"""A Monday."""

FILES = sorted(path.name for path in (FOLDER / "foreign").glob("*.txt"))


def line(timex: Timex3) -> str:
    """An expression as the case files write it."""
    columns = [timex.text, timex.value, timex.edtf or "-", timex.mod]
    return " | ".join(filter(None, columns))


@pytest.mark.parametrize(
    "case", [case for name in FILES for case in cases(f"foreign/{name}")]
)
def test_a_date_in_an_article_of_14_july_2025(case: Case) -> None:
    assert [line(timex) for timex in timexes(case.text, PUBLISHED)] == case.expected


@pytest.mark.parametrize(
    "case", [case for name in FILES for case in cases(f"foreign/{name}")]
)
def test_without_a_creation_time_nothing_hangs_on_one(case: Case) -> None:
    for timex in timexes(case.text):
        assert "creation time" not in (timex.anchor or "")
        if timex.edtf is not None and timex.basis is Basis.RELATIVE:
            assert "earlier in the text" in (timex.anchor or "")


def test_each_language_has_its_table_of_cases() -> None:
    assert len(FILES) == len(LANGUAGES)
    for name in FILES:
        text = (FOLDER / "foreign" / name).read_text(encoding="utf-8")
        assert text.count("\n# ") >= 40


@pytest.mark.parametrize(
    ("text", "phrase", "value", "needs"),
    [
        ("Мост открыли в пятницу.", "пятницу", "XXXX-WXX-5", "the publication date"),
        ("Мост закроют в августе.", "августе", "XXXX-08", "the publication date"),
        ("Пором не ходив торік.", "торік", "XXXX", "the publication date"),
        ("Die Brücke war gestern zu.", "gestern", "XXXX-XX-XX", "the publication date"),
        ("Le pont a fermé mardi.", "mardi", "XXXX-WXX-2", "the publication date"),
        ("El puente se cerró ayer.", "ayer", "XXXX-XX-XX", "the publication date"),
        ("배는 지난 11일 왔다.", "11일", "XXXX-XX-11", "the publication date"),
        ("橋は先月3日に開いた。", "先月3日", "XXXX-XX-03", "the publication date"),
        ("会议上周五举行。", "上周五", "XXXX-WXX-5", "the publication date"),
    ],
)
def test_an_unknown_creation_time_leaves_a_value_open(
    text: str, phrase: str, value: str, needs: str
) -> None:
    (timex,) = timexes(text)
    assert (timex.text, timex.value, timex.edtf) == (phrase, value, None)
    assert timex.needs == needs


@pytest.mark.parametrize(
    ("text", "phrase", "edtf"),
    [
        (
            "Мост закрыт с 11 по 13 июля 2025 года.",
            "с 11 по 13 июля 2025 года",
            "2025-07-11/2025-07-13",
        ),
        (
            "Міст закрито до 13 липня 2025 року.",
            "до 13 липня 2025 року",
            "../2025-07-13",
        ),
        (
            "Die Brücke ist zwischen dem 11. und dem 13. Juli 2025 zu.",
            "zwischen dem 11. und dem 13. Juli 2025",
            "2025-07-11/2025-07-13",
        ),
        (
            "Le pont est fermé depuis le 3 mai 2024.",
            "depuis le 3 mai 2024",
            "2024-05-03/..",
        ),
        (
            "El puente está cerrado del 11 al 13 de julio de 2025.",
            "del 11 al 13 de julio de 2025",
            "2025-07-11/2025-07-13",
        ),
        (
            "다리는 2025년 7월 11일부터 13일까지 닫힌다.",
            "2025년 7월 11일부터 13일까지",
            "2025-07-11/2025-07-13",
        ),
        ("橋は2022年から閉じている。", "2022年から", "2022/.."),
        ("大桥自2022年以来关闭。", "自2022年以来", "2022/.."),
    ],
)
def test_a_joined_phrase_holds_the_words_that_bound_it(
    text: str, phrase: str, edtf: str
) -> None:
    (timex,) = joined(timexes(text), text)
    assert (timex.text, timex.edtf) == (phrase, edtf)


def test_a_weekday_of_last_week_is_not_the_last_such_day() -> None:
    (friday,) = timexes("会议上周五举行。", "2025-07-12")  # a Saturday
    assert friday.edtf == "2025-07-04"


def test_a_day_of_the_text_moves_what_is_counted_from_it() -> None:
    text = "Мост открыли 3 мая 2024 года. На следующий день его закрыли."
    assert timexes(text, PUBLISHED)[1].anchor == "“3 мая 2024 года” earlier in the text"


def test_a_date_does_not_go_on_in_the_next_paragraph() -> None:
    found = timexes("Мост открыли 9 июля\n\n2025 год был сухим.", PUBLISHED)
    assert [timex.text for timex in found] == ["9 июля", "2025 год"]


def test_a_date_goes_on_after_a_line_break() -> None:
    text = "Новый мост через реку у старого порта открыли 12\nиюля 2025 года."
    (timex,) = timexes(text)
    assert (timex.text, timex.value) == ("12\nиюля 2025 года", "2025-07-12")


@given(st.text())
def test_a_plain_text_is_as_long_as_the_text(text: str) -> None:
    assert len(plain(text)) == len(text)


def words_of(code: str) -> list[str]:
    """The words of a language's cases, with what dates are made of."""
    names = [path for path in FILES if code in path]
    text = "".join(
        (FOLDER / "foreign" / name).read_text(encoding="utf-8") for name in names
    )
    return sorted({*re.findall(r"\w+|[^\w\s]", text), "31", "2024", "\n\n", " "})


@pytest.mark.parametrize("name", FILES)
@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_any_row_of_its_words_is_read(name: str, data: st.DataObject) -> None:
    code = CODES[name.removesuffix(".txt")]
    glue = data.draw(st.sampled_from(["", " "]))
    text = glue.join(data.draw(st.lists(st.sampled_from(words_of(name)), max_size=30)))
    reached = 0
    for expression in Reading.of(text, code).expressions:
        assert reached <= expression.start < expression.end <= len(text)
        reached = expression.end
    for timex in timexes(text, PUBLISHED):
        assert text[timex.start : timex.end] == timex.text
        assert timex.edtf is None or str(parse_edtf(timex.edtf)) == timex.edtf


CODES = {
    **{"russian": "ru", "ukrainian": "uk", "german": "de", "french": "fr"},
    **{"spanish": "es", "korean": "ko", "japanese": "ja", "chinese": "zh"},
}


@pytest.mark.parametrize("code", sorted(LANGUAGES))
@pytest.mark.parametrize(
    "stretch", ["1", "12 ", "七", "7月", "5월 ", "12. ", "de ", "до ", "(«", "а", " "]
)
def test_a_long_row_of_half_dates_is_read_to_its_end(code: str, stretch: str) -> None:
    text = stretch * (100_000 // len(stretch)) + "\n\n2025-07-12 "
    assert Reading.of(text, code).expressions[-1].end == len(text) - 1


@pytest.mark.parametrize(
    "text",
    [
        "Мостът беше затворен на 9 юли и ще бъде открит в петък, 12 август 2025 г.",
        "Мост преко луке затворен је 9. јула, а биће отворен у петак.",
        "Il ponte è stato chiuso il 9 luglio e sarà riaperto venerdì 1 agosto 2025.",
        "A ponte foi fechada em 9 de julho e abre na sexta-feira, em agosto de 2025.",
        "Most zamknięto 9 lipca 2025 r. i jest to remont do piątku.",
        "Bron stängdes den 9 april 2025 och öppnas i september.",
    ],
    ids=["Bulgarian", "Serbian", "Italian", "Portuguese", "Polish", "Swedish"],
)
def test_of_a_language_that_is_not_covered_nothing_is_guessed(text: str) -> None:
    assert timexes(text, PUBLISHED) == []
    (figures,) = timexes(f"{text} (2025-07-12)", PUBLISHED)
    assert (figures.text, figures.value) == ("2025-07-12", "2025-07-12")


def test_a_language_that_is_given_is_not_told_from_the_text() -> None:
    text = "Most, 12.07.2025"
    assert [timex.text for timex in timexes(text, language="de-AT")] == ["12.07.2025"]
    assert timexes(text, language="pl") == []


def test_a_sentence_of_another_language_in_an_english_article_is_not_read() -> None:
    text = (
        "The port said on Friday that the bridge is open. “Мост открыли 3 мая 2024 "
        "года”, its statement said, and the ferry is still in the harbour."
    )
    assert [timex.text for timex in timexes(text, PUBLISHED)] == ["Friday"]


@pytest.mark.parametrize(
    ("language", "read"),
    [("en", True), ("uk", True), ("zh-Hant", True), ("it", False), ("und", False)],
)
def test_the_languages_whose_dates_are_read_are_known(
    language: str, read: bool
) -> None:
    assert reads_dates_in(language) is read
