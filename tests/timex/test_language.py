"""The language of a text, told from its letters and its small words."""

from __future__ import annotations

import pytest

from generator.timex.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The bridge was closed and the ferry is in the harbour.", "en"),
        ("12 July 2025", "en"),
        ("", "en"),
        ("Die Brücke ist nicht offen und der Hafen ist leer.", "de"),
        ("Le pont est fermé et le bac reste dans le port.", "fr"),
        ("El puente está cerrado y el barco no sale del puerto.", "es"),
        ("Мост закрыт, но паром был в порту.", "ru"),
        ("Міст закрито, але пором був у порту.", "uk"),
        ("다리는 닫혔고 KBS는 보도했다.", "ko"),
        ("橋は閉じている。", "ja"),
        ("大桥关闭，船在港口。", "zh"),
        ("The café “Zum Hafen” in the old town of Köln was closed.", "en"),
        ("The ministry (외교부) said that the bridge is closed.", "en"),
        ("Die Brücke wird in drei Tagen geöffnet.", "de"),
        ("El puente estaba cerrado de junio a agosto de 2024.", "es"),
        ("Le pont est fermé jusqu’à la fin de l’année.", "fr"),
        ("Пристань збудували близько 1850 року.", "uk"),
        ("Пристань построили около 1850 года.", "ru"),
        ("大橋於7月12日通車。", "zh"),
    ],
)
def test_a_text_is_in_the_language_of_most_of_it(text: str, language: str) -> None:
    assert language_of(text) == language
