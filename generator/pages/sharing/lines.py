"""Words into lines that are as wide as each other and no wider than there is room."""

from __future__ import annotations

from collections.abc import Callable, Sequence

ELLIPSIS = "…"

Width = Callable[[str], float]
"""How wide a text is."""


def balanced(text: str, room: float, width: Width) -> list[str]:
    """*text* in as few lines as fit into *room*, and none much longer than the others.

    A word that is wider than the room goes on in the next line.
    """
    parts = [part for word in text.split() for part in _parts(word, room, width)]
    if not parts:
        return []
    words, sizes = zip(*parts, strict=True)
    space = width(" ")
    fewest = len(_broken(sizes, space, room))
    if fewest == 1:
        return [" ".join(words)]
    # Were they all equally long, none could be shorter.
    equal = (sum(sizes) + space * (len(sizes) - fewest)) / fewest
    low, high = max(equal, *sizes), room
    while high - low > 1:
        middle = (low + high) / 2
        if len(_broken(sizes, space, middle)) > fewest:
            low = middle
        else:
            high = middle
    ends = _broken(sizes, space, high)
    return [
        " ".join(words[first:last])
        for first, last in zip([0, *ends], ends, strict=False)
    ]


def cut(lines: Sequence[str], most: int, room: float, width: Width) -> list[str]:
    """The first *most* of *lines*; the last of them says that there was more."""
    if len(lines) <= most:
        return list(lines)
    kept, last = list(lines[: most - 1]), lines[most - 1]
    while last and width(last + ELLIPSIS) > room:
        shorter = last.rpartition(" ")[0]
        last = shorter or last[:-1]
    return [*kept, last.rstrip(" ,;:.–—-") + ELLIPSIS]


def _broken(sizes: Sequence[float], space: float, room: float) -> list[int]:
    """Where the lines end, as numbers of words."""
    ends, filled = [], 0.0
    for number, size in enumerate(sizes):
        if filled and filled + space + size > room:
            ends.append(number)
            filled = 0.0
        filled += (space if filled else 0.0) + size
    return [*ends, len(sizes)] if sizes else []


def _parts(word: str, room: float, width: Width) -> list[tuple[str, float]]:
    """*word*, in pieces where it is wider than *room*, each with its width."""
    whole = width(word)
    if whole <= room:
        return [(word, whole)]
    parts, part = [], ""
    for letter in word:
        if part and width(part + letter) > room:
            parts.append(part)
            part = ""
        part += letter
    return [(part, width(part)) for part in (*parts, part)]
