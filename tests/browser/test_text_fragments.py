"""A browser that follows a link to the original marks the very words there."""

from __future__ import annotations

import html
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser
from support.browsing import served

from generator.model.selectors import TextPositionSelector
from generator.pages.citing.fragments import Text, at_passage

STYLE = "body { margin: 0; font: 16px/24px monospace } p { margin: 0; width: 600px }"
MARKED = "::target-text { background: #f00; color: #f00 }"

ENGLISH = [
    "Bridge opens",
    "The harbour bridge opened to traffic on 4 March 2019, after two years of delay.",
    "The harbour bridge opened to traffic on 4 March 2019, a second time: “well-built, "
    "isn’t it?” she asked & left, 50% pleased – or so.",
    "Unbelievable things: 1,200 people, 30–40 boats\u00a0came; naïve café owners 😀.",
    "It was long. " * 30 + "It is over.",
]
CHINESE = [
    "港口大桥于三月四日通车,市长出席了仪式。市民们很高兴。",
    "第二段：大桥将不收费。",
]
ARABIC = ["افتتح جسر الميناء أمام حركة المرور، بعد تأخير دام عامين."]

CASES = {
    "first-of-two": (ENGLISH, "The harbour bridge opened to traffic", 0),
    "second-of-two": (ENGLISH, "The harbour bridge opened to traffic", 1),
    "signs-of-the-syntax": (ENGLISH, "“well-built, isn’t it?” she asked & left", 0),
    "percent": (ENGLISH, "50% pleased – or so", 0),
    "two-paragraphs": (ENGLISH, "two years of delay.\n\nThe harbour bridge", 0),
    "in-a-word": (ENGLISH, "believable things", 0),
    "end-in-a-word": (ENGLISH, "Unbeliev", 0),
    "no-break-space": (ENGLISH, "30–40 boats\u00a0came", 0),
    "accents-and-emoji": (ENGLISH, "naïve café owners 😀", 0),
    "chinese": (CHINESE, "市长出席了仪式", 0),
    "chinese-second": (CHINESE, "大桥", 1),
    "right-to-left": (ARABIC, "بعد تأخير دام عامين", 0),
}


def marked(screen: bytes) -> tuple[int, int, int, int] | None:
    """The box of what is red on *screen*."""
    image = Image.open(BytesIO(screen)).convert("RGB")
    red, green, _ = image.split()
    only = Image.new("L", image.size)
    only.paste(255, mask=red.point(lambda v: 255 * (v == 255)))
    only.paste(0, mask=green.point(lambda v: 255 * (v > 0)))
    return only.getbbox()


@pytest.mark.parametrize(("paragraphs", "words", "nth"), CASES.values(), ids=CASES)
def test_the_words_are_marked(
    paragraphs: list[str], words: str, nth: int, browser: Browser, tmp_path: Path
) -> None:
    text = "\n\n".join(paragraphs)
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    end = start + len(words)
    wanted = "".join(f"<p>{html.escape(p)}</p>" for p in paragraphs)
    # The same page, with the words marked by hand.
    by_hand = "".join(
        f"<p>{part}</p>"
        for part in (
            html.escape(text[:start])
            + "<i>"
            + html.escape(words).replace("\n\n", "</i>\n\n<i>")
            + "</i>"
            + html.escape(text[end:])
        ).split("\n\n")
    )
    style = f"{STYLE} i {{ background: #f00; color: #f00; font-style: normal }}"
    head = "<!doctype html><meta charset=utf-8><style>"
    (tmp_path / "page.html").write_text(
        f"{head}{STYLE}{MARKED}</style>{wanted}", "utf-8"
    )
    (tmp_path / "hand.html").write_text(f"{head}{style}</style>{by_hand}", "utf-8")
    fragment = Text(text).fragment(TextPositionSelector(start, end))
    with served(tmp_path) as address:
        page = browser.new_page(viewport={"width": 700, "height": 900})
        page.goto(f"{address}hand.html")
        expected = marked(page.screenshot())
        page.goto(at_passage(f"{address}page.html", fragment))
        page.wait_for_timeout(100)
        found = marked(page.screenshot())
        page.close()
    assert expected is not None
    assert found is not None
    assert all(abs(a - b) <= 3 for a, b in zip(found, expected, strict=True))
