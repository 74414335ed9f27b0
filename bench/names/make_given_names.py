"""Makes `generator/extract/data/given_names.txt`: given names of many countries.

Run it where `faker` is installed (only needed here):

    python bench/names/make_given_names.py > generator/extract/data/given_names.txt

The names are those that Faker (https://faker.readthedocs.io, MIT) keeps by language.
Left out: names in other letters, rare ones (in one list only, and not in a list that
is kept whole), places, and words that a sentence may well begin with.
"""

from __future__ import annotations

import importlib
import re
from collections import Counter

from generator.extract.gazetteer import fold, gazetteer
from generator.extract.lexicon import words

HEADER = """\
# Given names of many countries, accents kept.
# Names: Faker's lists by language, MIT, Copyright (c) 2012 Daniele Faraglia and others.
# Made by bench/names.
"""

LOCALES = (
    *("cs_CZ", "da_DK", "de_DE", "en_GB", "en_IN", "en_US", "es_ES", "es_MX", "fi_FI"),
    *("fr_FR", "hr_HR", "hu_HU", "id_ID", "it_IT", "nl_NL", "no_NO", "pl_PL", "pt_BR"),
    *("ro_RO", "sv_SE", "tr_TR"),
)
WHOLE = frozenset({"en_US", "en_GB", "es_ES", "it_IT", "de_DE", "fr_FR", "pl_PL"})
"""Lists that are kept whole; of the others, what at least two lists share."""

WORDS = words(
    """April Art August Autumn Bank Baron Bay Bell Best Bishop Cash Chance Chase Chi
    Christian Clay Cliff Cook Dale Dan Dawn Dean Del Destiny Don Drew Duke Earl
    Ember Faith Forest Frank Gay Gene Glen Golden Grant Guy Han Holly Hope Hunter
    Iron Ivory Ivy Jade Joy June King Lake Las Lee Los Mai Major Mar Marine Mark May
    Mercy Merit Miles Min Miracle Misty Noble Nova Oak Ocean Park Pax Pearl Penny
    Porter Price Prince Princess Ray Reed Rich Rio River Rob Rock Rod Rose Royal
    Ruby Sage Saint San Santa Sierra Sky Sol Sparkle Star Stone Stormy Sue Summer
    Sunny Trinity True Union Van Victory Violet Von Ward West Will Willow Win Winter
    Young"""
)
"""Names that are other words as well: too weak a sign at the head of a sentence."""


def names() -> list[str]:
    """The given names, sorted."""
    known = gazetteer()
    lists: Counter[str] = Counter()
    whole: set[str] = set()
    for locale in LOCALES:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        found = {
            name
            for key in ("first_names", "first_names_male", "first_names_female")
            for name in getattr(provider, key, ())
            if re.fullmatch(r"[^\W\d_]{3,}", name) and fold(name).isascii()
        }
        lists.update(found)
        whole |= found if locale in WHOLE else set()
    return sorted(
        name
        for name, count in lists.items()
        if (count > 1 or name in whole)
        and name not in WORDS
        and known.place(name) is None
        and not known.is_adjective(name)
    )


if __name__ == "__main__":
    print(HEADER, end="")
    print(*names(), sep="\n")
