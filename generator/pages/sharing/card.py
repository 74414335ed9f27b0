"""A few words into the picture that other sites show beside a link.

It has four shades of one ink, so that it is small and soon made. The same words give
the same bytes as long as FreeType, which comes with Pillow, and zlib are the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from generator.pages.sharing.canvas import (
    BITS,
    HEIGHT,
    WIDTH,
    Drawing,
    Packed,
    Strip,
    drawing,
    stripe,
)
from generator.pages.sharing.canvas import png as png_of
from generator.pages.sharing.letters import Face, Glyph, drawable
from generator.pages.sharing.lines import balanced, cut

_PAPER, _INK = (0xFC, 0xFC, 0xFA), (0x0A, 0x43, 0x47)
_LEFT, _ROOM = 150, 970
_LINE, _KNOT = 82, 16
"""Where the line of time runs, in pixels from the left, and half of its knot."""

_WHEN, _TOP, _SITE = 104, 150, 572
"""Where the title begins, and where the date and the site's name stand."""

_TITLES = ((80, 3), (66, 4), (54, 5), (46, 6))
"""The sizes of a title, and how many lines of each there is room for."""

_SMALL = 38
"""The size of all but the title."""

_KEPT = 256
"""So many dates are kept: the events of a day or month have one in common."""

_WORDS = 256
"""So many words are kept as they are drawn, of some 20 KB each: titles share many."""

_PLAIN, _BOLD = "NotoSans-Regular", "NotoSerif-Bold"


@dataclass(frozen=True, slots=True)
class SocialCard:
    """What stands on a card: each "" where there is nothing to say, or no letters to
    say it in."""

    title: str
    when: str
    site: str


def social_card(title: str, when: str, site: str) -> SocialCard:
    """A card with these words, as far as its faces have their letters."""
    return SocialCard(drawable(title), drawable(when), drawable(site))


def png(card: SocialCard) -> bytes:
    """*card* as a PNG."""
    headline, when, site = _by_weight(card)
    face, lines = _title(headline)
    small = _face(_PLAIN, _SMALL)
    parts = (
        (_WHEN - small.above, _in_small(when, with_knot=True)),
        (_TOP + face.size - face.above, _written(lines, face).packed),
        (_SITE - small.above, _in_small(site, with_knot=False)),
    )
    rows: list[Packed] = []
    end = 0
    for top, part in parts:
        rows += (_empty(top - end), part)
        end = top + part.rows
    return png_of([*rows, _empty(HEIGHT - end)], _PAPER, _INK)


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


@lru_cache(_KEPT)
def _in_small(words: str, *, with_knot: bool) -> Packed:
    """A line above or below the title."""
    face = _face(_PLAIN, _SMALL)
    lines = balanced(words, _ROOM, face.width)
    strip = _written(cut(lines, 1, _ROOM, face.width) or [""], face)
    if with_knot:
        strip.lay(_knot(), _LINE - _KNOT, face.above - _KNOT - 14)
    return strip.packed


def _written(lines: Sequence[str], face: Face) -> Strip:
    """*lines*, each below the other and all beside the line of time."""
    apart = face.size * 19 // 16
    height = face.above + apart * (len(lines) - 1) + face.below
    strip = Strip(height, _line_of_time(height).bits)
    for number, line in enumerate(lines):
        strip.lay(_line(line, face), 0, apart * number)
    return strip


def _line(text: str, face: Face) -> Drawing:
    """*text* on a strip as wide as the sheet."""
    words = [_word(word, face) for word in text.split(" ")]
    return _side_by_side(words, face, _LEFT, face.glyph(" ").advance)[0]


@lru_cache(_WORDS)
def _word(text: str, face: Face) -> Glyph:
    """*text* as if it were one letter."""
    margin = face.size  # no letter reaches farther to the left of its pen
    letters = [face.glyph(letter) for letter in text]
    strip, end = _side_by_side(letters, face, margin)
    width = round(end) + margin
    drawing = Drawing(strip.bits >> (WIDTH - width) * BITS, width, strip.height)
    return Glyph(drawing, -margin, -face.above, end - margin)


def _side_by_side(
    glyphs: Sequence[Glyph], face: Face, x: float, gap: float = 0
) -> tuple[Drawing, float]:
    """*glyphs* from *x* on, with a *gap* between them, on a strip as wide as the sheet;
    and where the last one ends. The strip is no lower than they reach: the fewer rows,
    the sooner one is laid."""
    below = max((g.below + g.drawing.height for g in glyphs), default=0)
    strip = Strip(face.above + below)
    for glyph in glyphs:
        strip.lay(glyph.drawing, round(x) + glyph.right, face.above + glyph.below)
        x += glyph.advance + gap
    return strip.drawing, x


@cache
def _face(name: str, size: int) -> Face:
    return Face(name, size)


@cache
def _empty(rows: int) -> Packed:
    """So many rows with nothing but the line of time."""
    return _line_of_time(rows).packed


@cache
def _line_of_time(height: int) -> Strip:
    strip = Strip(height)
    strip.lay(stripe(4, height, 1), _LINE - 2, 0)
    return strip


@cache
def _knot() -> Drawing:
    """That on the line of time."""
    from PIL import Image, ImageDraw

    knot = Image.new("L", (8 * _KNOT, 8 * _KNOT))
    ImageDraw.Draw(knot).ellipse((0, 0, 8 * _KNOT - 1, 8 * _KNOT - 1), fill=255)
    return drawing(knot.reduce(4))
