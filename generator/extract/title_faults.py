"""Lists what a copy editor would object to in a title, given the passage it is of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from generator.extract.happenings import family_of_noun
from generator.extract.lexicon import (
    ADVERBS,
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    NOT_ADVERBS,
    PLAN_NOUNS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SAYING,
    SUBORDINATORS,
    words,
)
from generator.extract.naming import TITLES
from generator.extract.tokens import ABBREVIATIONS
from generator.extract.verbs import verb_form

MOST_WORDS = 14
"""Of a title."""

FEWEST_WORDS = 2

NEEDS_MORE = words(
    """able according close critical crucial due equal essential key liable likely
    necessary opposed prior ready related relevant similar subject suitable vital
    coincide cope comply depend rely belong consist
    eligible responsible capable willing unable unwilling unlikely aware worth based
    set due entitled bound comprising including so-called such"""
)
"""Adjectives and verbs that what follows completes: "essential to ..."."""

PARTICLES = words("up down out off away apart back together")
"""Small words that end a title when the verb before needs them: "broke down"."""

_PARTED = words(
    """pick call blow set take turn carry bring put shut lock cut break give hold knock
    lay pull push roll send throw tear wipe back build clean close buy pay write hunt
    track shoot gun burn"""
)
"""Verbs that a particle may follow behind their object: "picked the bridge up"."""

_PAIRS = words(
    """take-over hand-over run-over move-in call-in check-in swear-in bring-in let-in
    go-on carry-on move-on sign-on step-in give-in break-in kick-in turn-over"""
)
"""Verbs with a small word that is elsewhere a preposition."""

_SMALL = DETERMINERS | PREPOSITIONS | CONJUNCTIONS | RELATIVES
_NEVER_LAST = (
    (_SMALL | AUXILIARIES | NEEDS_MORE | words("to not that than if whether because"))
    | words("""more most less least very too quite nearly almost mr mrs ms dr then
        so only even shortly saying how why""")
) - words("both all each several many few other another his her")

_OPENERS = (
    (PRONOUNS | AUXILIARIES | words("him her them us me my your our his its their"))
    | words("how why whose whether if because although when while as than")
    | words("others one another both such far more most many some having being")
    | words("reportedly allegedly")
) - words("the there")

_FIRST_PERSON = words("i we me us my our you your yours ours mine myself ourselves")
_HIS = words("he she him his her himself herself")
_AS_OBJECT = words("him them")
_GOVERNING = PREPOSITIONS - SUBORDINATORS
_POINTING = words("here this these those")
_PERSONS = TITLES | words(
    """man woman boy girl teenager person player actor actress singer star teacher
    student father mother son daughter brother sister husband wife suspect victim
    gunman pilot soldier politician lawyer doctor nurse child baby"""
)
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]|(?<!\w)[‘'][^’']*[’'](?!\w)")
_FREE = (
    AUXILIARIES
    | DETERMINERS
    | CONJUNCTIONS
    | words("to of with between by the be been")
    | words("meets visits tours arrives")
)
"""Words that a title may add to those of its passage."""


def is_title(title: str, passage: str, names: Iterable[str] = ()) -> bool:
    """Nothing is wrong with *title* as a title of *passage*.

    *names* are what the document calls those whom the passage only points at.
    """
    return next(faults_of(title, passage, names), None) is None


def faults_of(title: str, passage: str, names: Iterable[str] = ()) -> Iterator[str]:
    """What is wrong with it: one by one, since most tries have a fault."""
    spoken = title.split()
    bare = _bare_words(title)
    if not any(bare):
        yield "no words"
        return
    if len(spoken) > MOST_WORDS:
        yield "over 14 words"
    if len(spoken) < FEWEST_WORDS:
        yield "under 2 words"
    if _needs_more(bare):
        yield "ends in a word that needs more"
    if _counts_nothing(spoken, passage):
        yield "ends in a number without what it counts"
    if bare[0].split("'")[0] in _OPENERS:
        yield "opens with a pronoun or a link"
    if _dangles(bare):
        yield "opens with a participle"
    if not is_balanced(title):
        yield "marks not closed"
    if not _happens(title):
        yield "no verb and no event"
    if _points_outside(title):
        yield "refers to what it does not name"
    if _adds(bare, passage, names):
        yield "says what the passage does not"
    if _REMNANT.search(title):
        yield "marks left by a cut"
    if _ONE_OF_BOTH.search(title):
        yield "names one of both"
    if _is_cut(title, passage):
        yield "cut within a word or behind its link"
    if _drops_bound(title, passage):
        yield "drops what bounds a superlative"
    if _FROM_NOW.search(title):
        yield "a time that needs a day to count from"


def _bare_words(text: str) -> list[str]:
    """The words of *text*, bare; "US" is no "us"."""
    return [
        "u.s" if bare_word(word) == "us" and "US" in word else bare_word(word)
        for word in text.split()
    ]


def breaks_of(body: str) -> bool:
    """*body* is no whole sentence, or speaks as one who is not named in it."""
    spoken = [word for word in _bare_words(_QUOTED.sub(" … ", body)) if word != "…"]
    spoken = [word for word in spoken if word]
    if not spoken or not is_balanced(body):
        return True
    mine = bool(_FIRST_PERSON.intersection(spoken))
    return mine or _needs_more(spoken) or bool(_REMNANT.search(body))


_REMNANT = re.compile(
    r"""
    (?:^|\s)[’']s\b | \s['’]\s                   # win 's election
    | \s[,.;:] | ,, | \(\)
    | \b(?:to|of|in|at|for|with|from|by|than|and|the|an?|if|that|when|who|which),
    | ^[^\w“"‘'$£€¥(\#@>\\]
    | https?: | [•|] | ^\d{1,2}:
    | \w-(?:was|were|is|has|had|who|which|and)\b          # a dash that is none
    | \b[ap]\.\s?m\b | \d\s?[AP]M\b | \b(?:EDT|EST|GMT|ET|IST)\b     # time of day
    """,
    re.VERBOSE,
)


def _is_cut(title: str, passage: str) -> bool:
    """The passage goes on: "for the twenty|-first ferry", "closed but Ada Quill |"."""
    last = title.split()[-1]
    parts = (_BUT_WHO, _THE_ONE, _ONE_MORE)
    return _only_compound(last, passage) or any(p.search(title) for p in parts)


def _only_compound(word: str, passage: str) -> bool:
    """*word* begins a compound in *passage*, and never stands there by itself."""
    if not any(f"{word}{hyphen}" in passage for hyphen in "-‐‑"):
        return False  # nearly always, and a pattern takes long to make
    spelt = re.escape(word)
    compound = re.search(rf"{spelt}[-‐‑](?=[a-z])", passage)
    return bool(compound) and not re.search(rf"{spelt}(?![-‐‑\w])", passage)


_BUT_WHO = re.compile(r"\bbut (?:the )?(?:[A-Z][\w.’'-]*+\s?)+$")
_ONE_MORE = re.compile(r", (?:one|both|some|most|each|including|others)$")
_THE_ONE = re.compile(r"\b[A-Z][\w’'-]+, the (?:[a-z-]+ ?){1,4}$")
"""What describes a name, without what tells more: "Bergen, the old town"."""
_ONE_OF_BOTH = re.compile(
    rf"\bboth (?:{'|'.join(sorted(DETERMINERS | PREPOSITIONS))})\b(?!.* and ).*$"
)
_FROM_NOW = re.compile(
    r"\b(?:ago|yesterday|today|tomorrow|tonight|since then"
    r"|(?:last|this|next) (?:week|weekend|month|year|night|season))\b"
)


def bare_word(word: str) -> str:
    """*word* in lower case without the marks around it."""
    return word.strip(",.;:()!?“”\"‘’'").lower().replace("’", "'")


def is_balanced(text: str) -> bool:
    """Every mark of quotation and bracket that opens in *text* closes in it."""
    return (
        text.count("“") == text.count("”")
        and text.count("(") == text.count(")")
        and text.count("[") == text.count("]")
        and text.count('"') % 2 == 0
        and len(_OPENED.findall(text)) <= len(_CLOSED.findall(text))
    )


_OPENED = re.compile(r"(?<!\w)['‘](?=[A-Za-z])(?!(?:em|n|til|cause|s)\b)")
_CLOSED = re.compile(r"(?<=[\w.,!?])['’](?!\w)")


def _needs_more(bare: Sequence[str]) -> bool:
    last = bare[-1]
    if closes_verb(last, bare[-2] if len(bare) > 1 else ""):
        return False
    if last in PARTICLES and any(verb_form(w)[0] in _PARTED for w in bare[:-2]):
        return False
    before = bare[-2] if len(bare) > 1 else ""
    governs = before in PREPOSITIONS and not closes_verb(before, "".join(bare[-3:-2]))
    if before in RELATIVES or (governs and last.endswith("ly")):
        return last not in NOT_ADVERBS
    return last in _NEVER_LAST or is_superlative(last)


def is_superlative(word: str) -> bool:
    """*word* is one like "largest", of which something is said or limited."""
    regular = len(word) > 5 and word.endswith("est") and word not in _NOT_SUPERLATIVE
    return regular or word in ("worst", "best")


_NOT_SUPERLATIVE = words(
    "interest protest request arrest harvest contest invest forest"
)


def closes_verb(word: str, before: str) -> bool:
    """*word* belongs to the verb *before* it: "broke down", "was called in"."""
    base, form = verb_form(before)
    return bool(form) and (word in PARTICLES or f"{base}-{word}" in _PAIRS)


def _counts_nothing(spoken: Sequence[str], passage: str) -> bool:
    """The last word is a number that the passage goes on to count with."""
    last = spoken[-1]
    number = re.fullmatch(r"[$£€]?\d[\d,.]*", last) or last.lower() in _NUMBER_WORDS
    at = passage.rfind(last)
    if not number or at < 0:
        return False
    following = re.match(r"\s+([a-z]+)|(:)", passage[at + len(last) :])
    small = _SMALL | AUXILIARIES | SUBORDINATORS | {"to"}
    return following is not None and following[1] not in small


def _drops_bound(title: str, passage: str) -> bool:
    """The passage goes on with "since ..." behind "for the first time"."""
    end = " ".join(title.split()[-2:])
    at = " ".join(passage.split()).find(f"{end} since")
    small = _bare_words(title)
    return at >= 0 and ("first" in small or any(is_superlative(w) for w in small))


_NUMBER_WORDS = words(
    "two three four five six seven eight nine ten dozen hundred thousand million"
)


_AFTER_LEAD = DETERMINERS | PREPOSITIONS | words("to him her them been £ $")


def _dangles(bare: Sequence[str]) -> bool:
    """It opens like "adding to ..." or "born in ...", which needs who did."""
    if len(bare) < 2:
        return False
    form = verb_form(bare[0])[1]
    after = bare[1]
    alone = (
        form.ing or bare[0] in ("born", "aged") or (form.participle and not form.base)
    )
    return alone and (after in _AFTER_LEAD or after[:1].isdigit() or after == "")


def _happens(title: str) -> bool:
    """A verb or an event stands in it, not only inside a quotation."""
    bare = _bare_words(_QUOTED.sub(" … ", title))
    for i, word in enumerate(bare):
        aimed = "to" in bare[max(0, i - 2) : i]
        verb = i > 0 and not aimed and bool(verb_form(word)[1] or word in BE)
        if verb or family_of_noun(word):
            return True
    return False


_ELSEWHERE = re.compile(r"\bthe following\b|\b(?:there|here)$")
_REFERS_BACK = re.compile(
    r"(?:The|This|That) (?:move|decision|announcement|news|step|comments?|remarks?"
    r"|development|incident|revelation)s? (?:came|comes|follow(?:s|ed))\b"
)


def _points_outside(title: str) -> bool:
    """A pronoun in it stands for nobody whom it names."""
    if _ELSEWHERE.search(title) or _REFERS_BACK.match(title):
        return True
    unquoted = _QUOTED.sub(" … ", title)
    bare, words_ = _bare_words(unquoted), unquoted.split()
    for i, word in enumerate(bare):
        before = bare[:i]
        if word in _FIRST_PERSON:
            return True
        if word in _POINTING and i:
            return True
        if word in _HIS:
            ahead = zip(words_[:i], before, strict=True)
            named = any(w[:1].isupper() and b not in DETERMINERS for w, b in ahead)
            person = bool(_PERSONS.intersection(before)) or any(
                w.endswith(("man", "woman", "ist", "er", "or")) for w in before
            )
            if not (named or person):
                return True
        said = any(w == "that" or verb_form(w)[0] in SAYING for w in before)
        contracted = word.partition("'")[0] in PRONOUNS and "'" in word
        as_object = (
            contracted
            or word in _AS_OBJECT
            or (word == "her" and _ends_object(bare, i))
        )
        if as_object and not said:
            return True
        alone = not said or not any(
            w == "that" or verb_form(w)[0] in SAYING for w in before[:-1]
        )
        denied = word == "it" and _ends_phrase(bare, i)
        if (
            word == "it"
            and i
            and (not said or (alone and denied))
            and _governs(bare[i - 1])
        ):
            return True
        if word in ("he", "she", "they", "it") and i and before[-1] in _GOVERNING:
            return True
    return False


def _ends_object(bare: Sequence[str], i: int) -> bool:
    """The "her" at *i* is who was met, not whose: "awarded her | one of its grants"."""
    after = bare[i + 1] if i + 1 < len(bare) else ""
    return not after or after in _SMALL | _NUMBER_WORDS | {"one", "to"}


def _ends_phrase(bare: Sequence[str], i: int) -> bool:
    """Nothing that the word at *i* could rule follows it: "announced it | after"."""
    return i == len(bare) - 1 or bare[i + 1] in PREPOSITIONS


def _governs(word: str) -> bool:
    return word in PREPOSITIONS or bool(verb_form(word)[1])


def _adds(bare: Sequence[str], passage: str, names: Iterable[str]) -> bool:
    known = _stems(passage).union(*map(_stems, names))
    plans = {verb for noun, verb in _STEMS_OF_PLANS if noun in known}
    known |= plans | {_stem("u.s")}
    return any(
        _stem(word) not in known
        for word in bare
        if word and word not in _FREE and word not in ADVERBS
    )


@lru_cache(maxsize=500)
def _stems(source: str) -> frozenset[str]:
    """Those of all words of *source*; several titles of one passage ask for them."""
    return frozenset(_stem(bare_word(word)) for word in _BETWEEN_WORDS.split(source))


def _stem(word: str) -> str:
    """*word* without what inflection changes."""
    word = _OWNER.sub("", word)
    base, form = verb_form(word)
    return base[:4] if form and base.isalpha() else word.rstrip("s")[:6]


_BETWEEN_WORDS = re.compile(r"[\s—–/…]+")
_OWNER = re.compile(r"'s?$")
_STEMS_OF_PLANS = [(_stem(noun), _stem(verb)) for noun, verb in PLAN_NOUNS.items()]


def keeps_its_stop(word: str) -> bool:
    """A full stop behind *word* is of the word: "Inc.", "U.S."."""
    return word.lower() in ABBREVIATIONS or bool(re.fullmatch(r"(?:\w\.)+\w", word))
