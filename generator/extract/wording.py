"""Makes titles and reported sentences of clauses: the words stay the source's own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generator.extract.lexicon import (
    ADVERBS,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
)
from generator.extract.title_faults import (
    FEWEST_WORDS,
    MOST_WORDS,
    NEEDS_MORE,
    bare_word,
    closes_verb,
    is_balanced,
    keeps_its_stop,
)

_TAIL = re.compile(
    r"""
    # What may be cut from the end of a clause without changing what it says.
    \s*(?:
      ,\s+(?:his|her|its|their|the|an?)\ (?:[\w-]+\ )?
            (?:first|second|third|last|latest)\b.*
    | ,\s+(?:[\w-]+\ ){0,3}(?:late|early)\b.*
    | ,\s+(?:an?|one\ of)\ (?:(?!\b(?:and|or)\b)[^,])*   # what describes the last name
    | ,\s+(?:which|who|whom|whose|where|with|as|even|compared|while|amid|after|before
            |when|thanks\ to|likely|possibly|according\ to|in\ (?:this|what|an?)|via|but
            |because|although|since
            |marking|[a-z]+ly,|\w+ing)\b.*
    | ,\s+(?:(?:just|only|about|nearly|almost|some|more\ than)\ )?[\w-]+\ (?:old\ )?
      (?:years?|months?|weeks?|days?|hours?|decades?)(?:\ (?:after|before|later)\b.*)?
    | ,\s+(?:however|though|too|meanwhile|instead)
    | \s+(?:even\ as|amid|according\ to|while|whereas|because|although)\b.*
    | [—–]\s*.* | \s-\ ?-?\s.* | \s‑\s*.* | \s--\s.* | ;.* | \s*\([^()]*\)\s*$
    )$
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_BEFORE_TIME = re.compile(
    r"(?:[,\s]+|^)(?:(?:shortly|soon|sometime|immediately|likely|possibly|probably|late|early|just|only|earlier|later|again"
    r"|starting|beginning|ending|effective|dated|of|on|in|by|at|since|from|until|till"
    r"|(?:for|over|during|through|at|by|in|until|till|from) the (?:whole|rest|remainder"
    r"|entirety|course|duration|end|start|beginning|middle|close|turn) of"
    r"|during|for|before|after|around|about|between|through|throughout|within|over|into|the"
    r")\s+)*$",
    re.IGNORECASE,
)
_CLOSING_COMMA = re.compile(
    rf"^,\s+((?:that|and|{'|'.join(sorted(PREPOSITIONS - {'as', 'up', 'down'}))})\b)"
)
_PART_OF_DAY = re.compile(r"^\s+(?:morning|afternoon|evening|night)s?\b")
_OBJECTS = frozenset({"that", "what", "how", "why", "whether"})
_BAD_ENDING = (
    DETERMINERS | PREPOSITIONS | CONJUNCTIONS | RELATIVES | {"to", "not", "that"}
) | NEEDS_MORE
_DISCOURSE = re.compile(
    r"^(?:however|moreover|furthermore|meanwhile|additionally|for instance|for example"
    r"|in addition|also|then|but|and|yet|still|indeed|instead|similarly|separately"
    r"|just|even so|nevertheless|in fact|overall)\b,?\s*",
    re.IGNORECASE,
)


def without(text: str, start: int, end: int, cuts: Iterable[tuple[int, int]]) -> str:
    """`text[start:end]` on one line, without the *cuts* and the words before a time.

    A cut's leading preposition goes with it: "closed on | Monday |" is "closed".
    """
    pieces: list[str] = []
    at = start
    for cut_start, cut_end in sorted(cuts):
        if cut_end <= at or cut_start >= end:
            continue
        pieces.append(_before_time(text[at : max(at, cut_start)], text[cut_start:]))
        at = cut_end
    pieces.append(text[at:end])
    # The comma that closes a date goes with it, unless a clause follows.
    pieces[1:] = [_PART_OF_DAY.sub("", piece) for piece in pieces[1:]]
    pieces[1:] = [_CLOSING_COMMA.sub(r" \1", piece) for piece in pieces[1:]]
    return tidy("".join(pieces))


_NEEDS_NO_PREPOSITION = re.compile(
    r"(?:(?:earlier|later) )?(?:last|next|this)\b|yesterday|today|tomorrow|earlier\b"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day",
)


def _before_time(text: str, time: str) -> str:
    """*text* without what leads in the *time* behind it: a preposition that belongs to
    its verb stays, as in "was sworn in | last week", "handed over | on Monday"."""
    match = _BEFORE_TIME.search(text)
    led = match[0].split() if match else []
    if match is None or not led:
        return text
    kept = text[: match.start()].rstrip(", ")
    verb = kept.split()[-1:] or [""]
    free = len(led) > 1 or _NEEDS_NO_PREPOSITION.match(time)
    ends = free and closes_verb(led[0].lower(), bare_word(verb[0]))
    return f"{kept} {led[0]} " if ends else f"{text[: match.start()]} "


_LEFT_BEHIND = (
    (re.compile(r"\s+([,.;:!?)’”])"), r"\1"),
    (re.compile(r"(?:,\s*)+,"), ","),
    (re.compile(r"([(“‘])\s+"), r"\1"),
    (re.compile(r"\(\s*\)"), ""),
)


def tidy(text: str) -> str:
    """*text* on one line, with the marks that a cut left behind put right."""
    text = " ".join(text.split())
    for left, right in _LEFT_BEHIND:
        text = left.sub(right, text)
    return text.strip(" ,;:—–‑-")


def main_part(text: str) -> str:
    """*text* without what trails behind its main statement."""
    while True:
        shorter = _TAIL.sub("", text).strip(" ,;:")
        if shorter == text or len(shorter.split()) < FEWEST_WORDS:
            return text
        text = shorter


def as_title(subject: str, rest: str) -> str | None:
    """A title of *subject* and the words behind it; None when none can be cut.

    At most fourteen words, cut between phrases, quotation marks whole.
    """
    rest = main_part(tidy(rest))
    spoken = [*subject.split(), *rest.split()]
    floor = len(subject.split()) + 2
    if len(spoken) > MOST_WORDS:
        cut = _phrase_end(spoken, floor)
        if cut is None:
            return None
        spoken = spoken[:cut]
    while spoken and bare_word(spoken[-1]) in _BAD_ENDING:
        before = bare_word(spoken[-2]) if len(spoken) > 1 else ""
        if closes_verb(bare_word(spoken[-1]), before):
            break
        spoken.pop()
    title = tidy(" ".join(spoken)).rstrip(".,;:!")
    if len(spoken) < FEWEST_WORDS or not is_balanced(title):
        return None
    return capitalised(title)


def joined(subject: str, rest: str) -> str:
    """*subject* and *rest* as a title, without the stop that ends a sentence."""
    title = re.sub(r"\s*\([^()]*\)", "", f"{subject} {rest}")
    title = tidy(title).rstrip(",;:!")
    last = title.split()[-1:] or [""]
    if title.endswith(".") and not keeps_its_stop(last[0].rstrip(".")):
        title = title.rstrip(".")
    return capitalised(title)


def _phrase_end(spoken: Sequence[str], floor: int) -> int | None:
    """Where the longest run of whole phrases ends that is short enough."""
    for cut in range(MOST_WORDS, floor - 1, -1):
        if _between_phrases(spoken, cut) and is_balanced(" ".join(spoken[:cut])):
            return cut
    return None


def _between_phrases(spoken: Sequence[str], cut: int) -> bool:
    following, last = bare_word(spoken[cut]), bare_word(spoken[cut - 1])
    if last in _BAD_ENDING or last in ADVERBS:
        return False
    opened = [i for i, word in enumerate(spoken[:cut]) if bare_word(word) in _OBJECTS]
    if opened and cut - opened[-1] <= 5:
        return False  # what is said or claimed would be cut in the middle
    participial = following.endswith("ing") and len(following) > 5
    opens = following in (PREPOSITIONS - {"of"}) | RELATIVES
    return opens or participial or spoken[cut - 1].endswith(",")


def capitalised(text: str) -> str:
    """*text* with its first letter large; the rest as the source has it."""
    for i, letter in enumerate(text):
        if letter.isalpha():
            return text[:i] + letter.upper() + text[i + 1 :]
        if letter.isdigit():
            return text
    return text


def as_sentence(text: str) -> str:
    """*text* as a sentence of Markdown, without what only links it to others."""
    text = capitalised(_DISCOURSE.sub("", tidy(text)))
    while text.split()[-1:] and text.split()[-1].lower() in CONJUNCTIONS:
        text = tidy(text.rsplit(" ", 1)[0])
    if not re.search(r"[.!?][”’\"')]*$", text):
        text += "."
    return escaped(text)


def escaped(text: str) -> str:
    """*text* so that Markdown shows its letters and nothing else."""
    text = re.sub(r"([\\`*_\[\]<>])", r"\\\1", text)
    return re.sub(r"^([#+>-]|\d+[.)])", r"\\\1", text)


def as_quotation(text: str) -> str:
    """*text* as a quotation in Markdown, on one line."""
    return f"> {escaped(' '.join(text.split()))}"


def attributed(body: str, speaker: str) -> str:
    """*body* with who says it, unless it names him already or nobody is named."""
    if speaker.lower() in PRONOUNS:
        return body
    name = escaped(speaker)
    name = f"the {name[4:]}" if name.startswith("The ") else name
    if name.lower() in body.lower() or "according to" in body.lower():
        return body
    if body.startswith(">"):
        return f"According to {name}:\n\n{body}"
    return f"{body[:-1]}, according to {name}." if body.endswith(".") else body
