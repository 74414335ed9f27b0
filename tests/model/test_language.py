"""The language of a text, told from its letters and its small words."""

from __future__ import annotations

import pytest

from generator.model.language import (
    language_name,
    language_of,
    may_be_english,
    primary,
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The bridge was closed and the ferry is in the harbour.", "en"),
        ("Die Brücke ist nicht offen und der Hafen ist leer.", "de"),
        ("Le pont est fermé et le bac reste dans le port.", "fr"),
        ("El puente está cerrado y el barco no sale del puerto.", "es"),
        ("Мост закрыт, но паром был в порту.", "ru"),
        ("Міст закрито, але пором був у порту.", "uk"),
        ("다리는 닫혔고 KBS는 보도했다.", "ko"),
        ("橋は閉じている。", "ja"),
        ("大桥关闭，船在港口。", "zh"),
        ("Die Brücke wird in drei Tagen geöffnet.", "de"),
        ("Bis Mitte Juli waren 80 Prozent der Arbeiten fertig.", "de"),
        ("El puente estaba cerrado de junio a agosto de 2024.", "es"),
        ("Le pont est fermé jusqu’à la fin de l’année.", "fr"),
        ("Les discussions reprendront jeudi prochain.", "fr"),
        ("Пристань збудували близько 1850 року.", "uk"),
        ("На початку 90-х порт занепав.", "uk"),
        ("Пристань построили около 1850 года.", "ru"),
        ("Визит делегации намечен на конец августа.", "ru"),
        ("大橋於7月12日通車。", "zh"),
    ],
)
def test_a_text_is_in_the_language_of_most_of_it(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The café “Zum Hafen” in the old town of Köln was closed.", "en"),
        ("The ministry (외교부) said that the bridge is closed.", "en"),
        (
            "The ministry said “Мост открыли 12 июля 2025 года” and that the bridge "
            "is open to all who come by the ferry.",
            "en",
        ),
        (
            "Die Stadt sagte: “The bridge is open”, und die Fähre ist im Hafen.",
            "de",
        ),
        ("Порт закрыт на ремонт, сообщила компания Harbour Bridge.", "ru"),
        ("《となりのトトロ》7月12日在上海上映了。", "zh"),
        ("橋は「上海大橋通車典礼挙行」と伝えられた。", "ja"),
    ],
    ids=["name", "word", "sentence", "English", "company", "film", "headline"],
)
def test_a_quotation_in_another_language_changes_nothing(
    text: str, language: str
) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Мостът през пристанището беше затворен на 12 юли 2024 г.", "bg"),
        ("Корабът пристигна в петък, а ремонтът ще започне през август.", "bg"),
        ("Мост преко луке отворен је 12. јула 2025. године.", "sr"),
        ("Мостот беше отворен на 12 јули 2025 година.", "mk"),
        ("Мост праз гавань адкрылі 12 ліпеня, паведаміла адміністрацыя.", "be"),
        ("Көпір 2025 жылғы 11 шілдеде ашылды.", "kk"),
        ("Il ponte del porto è stato riaperto venerdì 11 luglio 2025.", "it"),
        ("A ponte do porto foi reaberta na sexta-feira, 11 de julho.", "pt"),
        ("O navio chegou em junho e não saiu mais.", "pt"),
        ("De brug in de haven is op 11 juli 2025 weer geopend.", "nl"),
        ("Most w porcie został otwarty w piątek 11 lipca 2025 r.", "pl"),
        ("Most v přístavu byl otevřen v pátek 11. července 2025.", "cs"),
        ("Most u luci otvoren je u petak 11. srpnja, priopćila je uprava.", "hr"),
        ("Bron i hamnen öppnades fredagen den 11 juli 2025, enligt hamnen.", "sv"),
        ("Broen i havnen blev åbnet fredag den 11. juli 2025.", "da"),
        ("Broen i havnen ble åpnet fredag 11. juli 2025, sier havna.", "no"),
        ("Sataman silta avattiin perjantaina, ja se on nyt auki.", "fi"),
        ("A kikötő hídját 2025. július 11-én nyitották meg, és már járható.", "hu"),
        ("Podul din port a fost redeschis vineri, 11 iulie 2025.", "ro"),
        ("Limandaki köprü 11 Temmuz 2025 Cuma günü açıldı ve bu hafta açık.", "tr"),
        ("Jembatan di pelabuhan itu dibuka pada 11 Juli dan akan ditutup.", "id"),
        ("Cây cầu ở cảng đã được mở lại vào ngày 11 tháng 7.", "vi"),
        ("Η γέφυρα στο λιμάνι άνοιξε στις 11 Ιουλίου 2025.", "el"),
        ("افتتح الجسر في 11 يوليو 2025.", "ar"),
        ("הגשר נפתח ב-11 ביולי 2025.", "he"),
        ("पुल 11 जुलाई 2025 को खुला।", "hi"),
    ],
)
def test_a_neighbour_is_not_taken_for_a_language_that_is_read(
    text: str, language: str
) -> None:
    assert language_of(text) == language
    assert not may_be_english(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("大橋開通、昨年7月の工事", "ja"),
        ("経済産業省発表", "ja"),
        ("大桥通车，7月动工", "zh"),
        ("大橋開通，工程於去年7月動工", "zh"),
    ],
    ids=["one kana", "no kana", "simplified", "traditional"],
)
def test_a_headline_in_ideographs_is_japanese_or_chinese(
    text: str, language: str
) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize("text", ["", "12 July 2025", "2025-07-12", "?!", "🚢"])
def test_what_nothing_tells_may_be_english(text: str) -> None:
    assert language_of(text) == "und"
    assert may_be_english(text, "und")


def test_a_long_text_without_a_small_word_of_english_is_not_english() -> None:
    text = "Suoidnemánnu rávdnji " * 40
    assert language_of(text) == "und"
    assert not may_be_english(text, "und")


def test_a_list_of_names_in_english_may_be_english() -> None:
    text = "Harbour Bridge Company, Ferry Lines, Pier Museum; " * 10 + "Port of Entry"
    assert may_be_english(text, "und")


def test_a_tag_may_name_its_region() -> None:
    assert primary("de-AT") == "de"
    assert language_name("pt-BR") == "Portuguese"
    assert may_be_english("", "en-GB")


def test_a_language_without_a_name_here_is_said_so() -> None:
    assert language_name("und") == "a language that is not known here"
