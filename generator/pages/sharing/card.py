"""A few words into the picture that other sites show beside a link.

It has four shades of one ink, so that it is small and soon made. The same words give
the same bytes as long as FreeType, which comes with Pillow, and zlib are the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from generator.pages.sharing.canvas import HEIGHT, Strip, drawing
from generator.pages.sharing.canvas import png as png_of
from generator.pages.sharing.letters import Face, drawable
from generator.pages.sharing.lines import balanced, cut

_PAPER, _INK = (0xFC, 0xFC, 0xFA), (0x0A, 0x43, 0x47)
_LEFT, _ROOM = 150, 970
_LINE, _KNOT = 82, 16
"""Where the line of time runs, in pixels from the left, and half of its knot."""

_WHEN, _TOP, _SITE = 104, 150, 572
"""Where the title begins, and where the date and the site's name stand."""

_TITLES = ((80, 3), (66, 4), (54, 5), (46, 6))
"""The sizes of a title, and how many lines of each there is room for."""

_ABOVE, _BELOW = 1.3, 0.6
"""How far letters reach above and below the line that they stand on, and no farther:
parts of their size."""

_PLAIN, _BOLD = "NotoSans-Regular", "NotoSerif-Bold"


@dataclass(frozen=True, slots=True)
class SocialCard:
    """What stands on a card: each "" where there is nothing to say, or no letters to
    say it in."""

    title: str
    when: str
    site: str

    @property
    def told(self) -> str:
        """All of it in one line, for who does not see the picture."""
        return " · ".join(filter(None, (self.title, self.when, self.site)))


def social_card(title: str, when: str, site: str) -> SocialCard:
    """A card with these words, as far as its faces have their letters."""
    return SocialCard(drawable(title), drawable(when), drawable(site))


def png(card: SocialCard) -> bytes:
    """*card* as a PNG."""
    sheet = Strip(HEIGHT)
    sheet.bits = _line_of_time()
    headline, when, site = _by_weight(card)
    face, lines = _title(headline)
    y = _TOP + face.size
    for line in lines:
        _write(sheet, line, face, y)
        y += face.size * 19 // 16
    plain = _face(_PLAIN, 38)
    for words, at in ((when, _WHEN), (site, _SITE)):
        lines = balanced(words, _ROOM, plain.width)
        for line in cut(lines, 1, _ROOM, plain.width):
            _write(sheet, line, plain, at)
    return png_of(sheet, _PAPER, _INK)


def _by_weight(card: SocialCard) -> tuple[str, str, str]:
    """What stands largest on *card*, above that and below it: without a title the date
    takes its place, and without both the site's name."""
    if card.title:
        return card.title, card.when, card.site
    if card.when:
        return card.when, "", card.site
    return card.site, "", ""


def _title(text: str) -> tuple[Face, list[str]]:
    """The largest face in which *text* fits, and its lines; in the smallest it may be
    cut."""
    for size, most in _TITLES:
        face = _face(_BOLD, size)
        lines = balanced(text, _ROOM, face.width)
        if len(lines) <= most:
            break
    return face, cut(lines, most, _ROOM, face.width)


def _write(sheet: Strip, text: str, face: Face, y: int) -> None:
    """Writes *text* so that its letters stand on the row *y*."""
    above = int(face.size * _ABOVE)
    strip = Strip(above + int(face.size * _BELOW))
    x = float(_LEFT)
    for letter in text:
        glyph = face.glyph(letter)
        strip.lay(glyph.drawing, round(x) + glyph.right, above + glyph.below)
        x += glyph.advance
    sheet.lay(strip.drawing, 0, y - above)


@cache
def _face(name: str, size: int) -> Face:
    return Face(name, size)


@cache
def _line_of_time() -> int:
    """The bits of a card without words: the line of time, with one knot."""
    from PIL import Image, ImageDraw

    sheet = Strip(HEIGHT)
    sheet.lay(drawing(Image.new("L", (4, HEIGHT), 85)), _LINE - 2, 0)
    knot = Image.new("L", (8 * _KNOT, 8 * _KNOT))
    ImageDraw.Draw(knot).ellipse((0, 0, 8 * _KNOT - 1, 8 * _KNOT - 1), fill=255)
    sheet.lay(drawing(knot.reduce(4)), _LINE - _KNOT, _WHEN - 14 - _KNOT)
    return sheet.bits
