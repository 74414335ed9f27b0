"""What a passage says was done, as acts that other words for it share.

"The firm turned down an offer" and "the offer was rejected" tell of one act; what is
only announced is told of as well: "said that it had agreed to buy the mill".
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from generator.extract.acts import act_of, is_light, is_parted, known_act
from generator.extract.lexicon import SAYING, words
from generator.extract.tagging import Deed
from generator.extract.tellings import Telling
from generator.extract.tokens import tokens
from generator.extract.verbs import verb_form

_GOING = words("come travel fly go arrive tour")
"""Verbs that, with a place, tell of a visit."""

_FOUND_IN_THINGS = words(
    """announce accept open begin start make take give hold carry reach launch put bring
    record detect suffer complete"""
)
"""Verbs that leave the telling to their object: "accepted a takeover"."""


def acts_told(telling: Telling, text: str) -> frozenset[str]:
    """The acts that *telling* tells of in *text*; none of those that are wide."""
    return _acts_of(telling.deeds, text[telling.start : telling.end])


@lru_cache(maxsize=2**14)
def _acts_of(deeds: tuple[Deed, ...], passage: str) -> frozenset[str]:
    found = {act for deed in deeds for act in _acts(deed, passage)}
    return frozenset(act for act in found if act and not is_light(act))


def _acts(deed: Deed, passage: str) -> Iterator[str]:
    if not deed.acts:
        return
    main, *others = deed.acts
    yield _parted(main, passage) if is_parted(main) else act_of(main)
    yield from filter(None, map(known_act, others))
    if main in _GOING:
        yield act_of("visit")
    if main in SAYING:
        yield from filter(None, map(known_act, _spoken(passage)))
    elif main in _FOUND_IN_THINGS:
        yield from filter(None, map(known_act, deed.things))


def _parted(verb: str, passage: str) -> str:
    """The act of *verb* with the particle that it has in *passage*: "turned down"."""
    spoken = _spoken(passage)
    for word, following in zip(spoken, [*spoken[1:], ""], strict=True):
        if verb_form(word)[0] == verb:
            return act_of(f"{word} {following}")
    return act_of(verb)


def _spoken(passage: str) -> list[str]:
    return [token.lower for token in tokens(passage, 0, len(passage)) if token.is_word]
