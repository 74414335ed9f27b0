"""A source in another language than English is never passed over in silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli import main

TEXTS = {
    "de": "Die Brücke wurde am 11. Juli 2025 geöffnet, und die Fähre ist im Hafen.\n",
    "it": "Il ponte è stato aperto l'11 luglio 2025 e il traghetto è nel porto.\n",
    "ru": "Мост открыли 11 июля 2025 года, и паром стоит в порту.\n",
    "en": "The bridge is closed to all and the ferry is in the harbour.\n",
}

HINT = "  hint: write its events by hand in content/events/, with citations of it\n"

EVENT = """---
title: Die Brücke wird geöffnet
date: "2025-07-11"
citations:
  - source: de
    exact: wurde am 11. Juli 2025 geöffnet
---

Die Brücke wurde geöffnet.
"""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a source in each language; it is the current folder."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "dateline.toml").write_text("", "utf-8")
    for language, text in TEXTS.items():
        (tmp_path / "seeds" / f"{language}.txt").write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_extract_says_what_it_reads_of_each_language_and_what_not(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["extract"]) == 0
    assert capsys.readouterr().err == (
        "seeds/de.txt: note: this text is in German: its dates are read, but no "
        f"events are proposed from it [language-not-read]\n{HINT}"
        "seeds/it.txt: note: this text is in Italian: only dates such as 2025-07-12 "
        f"are read, but no events are proposed from it [language-not-read]\n{HINT}"
        "seeds/ru.txt: note: this text is in Russian: its dates are read, but no "
        f"events are proposed from it [language-not-read]\n{HINT}"
    )


def test_a_source_that_an_event_cites_has_been_taken_care_of(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["extract"]) == 0
    (root / "content" / "events").mkdir(parents=True)
    (root / "content" / "events" / "bridge.md").write_text(EVENT, "utf-8")
    capsys.readouterr()
    assert main(["check"]) == 0
    shown = capsys.readouterr().out
    assert "seeds/de.txt" not in shown
    assert "seeds/ru.txt: note: this text is in Russian" in shown


def test_the_language_on_a_card_counts_more_than_the_letters_of_the_text(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["extract"]) == 0
    card = root / "content" / "sources" / "it.md"
    card.write_text(card.read_text("utf-8").replace("language: it", "language: en"))
    capsys.readouterr()
    assert main(["check"]) == 0
    assert "seeds/it.txt" not in capsys.readouterr().out
