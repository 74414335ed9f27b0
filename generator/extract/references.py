"""Resolves what stands for a name: "he", "the three nations", "the two leaders"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.extract.entities import Cast, Named
from generator.extract.lexicon import words
from generator.model.entities import EntityKind
from generator.model.sources import Block, BlockKind, Document

_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5}
_GROUP = re.compile(
    r"\b(?:(?:the|these|those|all|both)\s+)?(?P<number>both|two|three|four|five)\s+"
    r"(?P<what>nations|countries|sides|governments|states|neighbours|neighbors|allies"
    r"|powers|leaders|presidents|prime ministers|men|women)\b",
    re.IGNORECASE,
)
_TAKES_THE = re.compile(
    r"United (?:States|Kingdom|Nations|Arab)|European Union|Netherlands|Philippines"
    r"|Czech Republic|Bahamas|Maldives|(?:.+ )?(?:Republic|Islands|Kingdom)\b"
)
"""Names that English puts an article before."""

_PEOPLE = frozenset({"leaders", "presidents", "prime ministers", "men", "women"})
PERSONAL = frozenset({"he", "she"})
UNNAMED = frozenset(
    {
        "they",
        "it",
        "we",
        "i",
        "you",
        "this",
        "that",
        "these",
        "those",
        "there",
        "what",
        "one",
        "others",
        "some",
        "many",
        "both",
        "who",
    }
)


def group_named(
    phrase: str, document: Document, block: Block, at: int, cast: Cast
) -> tuple[str, tuple[str, ...]] | None:
    """*phrase* with its group spelt out, and who is in it.

    The group is the nearest stretch before *at* that names exactly so many: the
    sentence, the paragraph, the heading above. None when *phrase* holds no group or
    nothing before it settles who is meant.
    """
    match = _GROUP.search(phrase)
    if match is None:
        return None
    number = _NUMBERS[match["number"].lower()]
    kind = EntityKind.PERSON if match["what"].lower() in _PEOPLE else EntityKind.PLACE
    for start, end in _looked_through(document, block, at):
        members = _members(cast.within(document.id, start, end), kind, document)
        if len(members) == number:
            names = _listed([cast.label(member) for member in members])
            whole = phrase[: match.start()] + names + phrase[match.end() :]
            return whole, tuple(members)
    return None


def _members(named: Sequence[Named], kind: EntityKind, document: Document) -> list[str]:
    found = [n.id for n in named if n.kind is kind and not n.adjective]
    return list(dict.fromkeys(found))


def _looked_through(document: Document, block: Block, at: int) -> list[tuple[int, int]]:
    """Where to look, nearest first: ever more sentences before, then the heading."""
    text = document.text
    ends = [m.end() for m in re.finditer(r"[.!?][”\"’)]*\s", text[block.start : at])]
    starts = [block.start + end for end in reversed(ends)] + [block.start]
    stretches = [(start, at) for start in starts[:3]]
    above = [
        b for b in document.blocks if b.end <= block.start and b.kind is block.kind
    ]
    if above and above[-1].story == block.story:
        stretches.append((above[-1].start, at))
    headings = [
        b
        for b in document.blocks
        if b.kind in (BlockKind.HEADING, BlockKind.HEADLINE, BlockKind.TEASER_TITLE)
        and b.end <= block.start
        and b.story == block.story
    ]
    if headings:
        stretches.append((headings[-1].start, headings[-1].end))
    return stretches


def _listed(names: Sequence[str]) -> str:
    """The names as a list, each with the article that it takes."""
    told = [f"the {name}" if _TAKES_THE.match(name) else name for name in names]
    return f"{', '.join(told[:-1])} and {told[-1]}"


def person_meant(document: Document, block: Block, at: int, cast: Cast) -> str | None:
    """Whom "he" or "she" at *at* means: the only fitting person named in the sentence
    so far and the two before it. None when there are none or several."""
    start = _two_sentences_before(document.text, block, at)
    pronoun = re.match(r"\w+", document.text[at:])
    she = pronoun is not None and pronoun[0].lower() in ("she", "her")
    named = [
        n
        for n in cast.within(document.id, start, at)
        if not _describes_another(document.text, n, at)
    ]
    people = {
        n.id: n
        for n in named
        if n.kind is EntityKind.PERSON and _may_be(document.text, n, cast, she=she)
    }
    return next(iter(people)) if len(people) == 1 else None


def _describes_another(text: str, named: Named, at: int) -> bool:
    """The name only tells who is meant at *at*: "A pupil of | Ada Quill, he ..."."""
    before = text[: named.start].rsplit(None, 1)[-1:]
    leads_in = bool(before) and before[0].lower() in ("of", "to", "for", "by", "with")
    return leads_in and text[named.end : at].strip() == ","


def organisation_meant(
    document: Document, block: Block, at: int, cast: Cast
) -> str | None:
    """Which "the company" at *at* is: the only organisation named in the sentence so
    far and the two before it. None when there are none or several."""
    start = _two_sentences_before(document.text, block, at)
    named = cast.within(document.id, start, at)
    firms = {n.id for n in named if n.kind is EntityKind.ORGANISATION}
    return next(iter(firms)) if len(firms) == 1 else None


def _two_sentences_before(text: str, block: Block, at: int) -> int:
    ends = [m.end() for m in re.finditer(r"[.!?][”\"’)]*\s", text[block.start : at])]
    starts = [block.start + end for end in reversed(ends)] + [block.start]
    return starts[min(2, len(starts) - 1)]


def _may_be(text: str, named: Named, cast: Cast, *, she: bool) -> bool:
    """What is known of the person does not speak against the pronoun."""
    before = text[max(0, named.start - 12) : named.start].split()[-1:] or [""]
    title = before[0].rstrip(".").lower()
    if title in _OF_MEN | _OF_WOMEN:
        return (title in _OF_WOMEN) is she
    label = cast.label(named.id)
    if re.search(r" (?:of|for|and) |\b(?:School|College|University)\b", label):
        return False  # an institution that was taken for a person
    given, *others = label.split()
    if not others and given not in MENS_NAMES | WOMENS_NAMES:
        return False  # "Charlie" may be either
    return given not in (MENS_NAMES if she else WOMENS_NAMES)


_OF_MEN = words("mr sir lord king prince chairman spokesman")
_OF_WOMEN = words("ms mrs miss lady dame queen princess chairwoman spokeswoman")
WOMENS_NAMES = words(
    """Abigail Aisha Alice Amanda Amy Ana Anastasia Angela Anita Ann Anna Anne Barbara
    Carla Carmen Caroline Catherine Charlotte Christina Christine Claire Claudia
    Cristina Daria Deborah Diana Dorothy Eleanor Elena Elizabeth Ella Ellen Emily Emma
    Esther Eva Fatima Fiona Florence Frances Giorgia Grace Heather Helen Helena Ingrid
    Irina Isabel Ivana Jane Janet Jennifer Jessica Joan Joanna Judith Julia Julie Karen
    Karin Kate Katherine Kathleen Kristina Laura Lauren Linda Louise Lucy Lyudmila
    Margaret Maria Marie Marina Martha Mary Megan Melissa Michelle Monica Nadia Nancy
    Natalia Natalie Nicola Nicole Nina Nora Olena Olga Olivia Pamela Patricia Paula
    Rachel Rebecca Rosa Ruth Samantha Sandra Sara Sarah Sharon Sheila Silvia Sofia
    Sonia Sophia Sophie Stella Stephanie Susan Svetlana Sylvia Tamara Tara Tatiana
    Teresa Ursula Valentina Vera Veronica Victoria Wendy Yana Yulia Zoe Lindsay
    Lisa Evelyn"""
)
"""Given names that are common in world news and borne by women."""

MENS_NAMES = words(
    """Aaron Abdel Abdul Abdullah Adam Adrian Ahmad Ahmed Alan Albert Alejandro
    Aleksandr Aleksei Alexander Alexei Alexey Alfred Amir Anatoly Andre Andreas
    Andrei Andrew Andrey Andrii Andriy Anthony Anton Antonio Antony Arthur Ashraf
    Barack Ben Benjamin Bernard Bill Bob Boris Brandon Brian Bruce Carl Carlos
    Charles Chris Christopher Colin Craig Daniel David Dean Denis Dennis Diego
    Dmitri Dmitriy Dmitry Dmytro Donald Douglas Eduardo Edward Emmanuel Eric Erik
    Ernest Eugene Evgeny Felix Fernando Francesco Francis Francisco Frank
    Frederick Gary Gavin Gennady Geoffrey George Gerald Giovanni Giuseppe Gordon
    Graham Greg Gregory Guillermo Gustavo Hans Harold Harry Hassan Heinrich Henri
    Henrik Henry Herbert Howard Hugh Hugo Hussein Ian Ibrahim Igor Ivan Jack Jacob
    Jacques Jake James Jamie Jason Javier Jeff Jeffrey Jens Jeremy Jerome Jim Joe
    Johan Johannes John Jonas Jonathan Jorge Jose Joseph Joshua Juan Julian Justin
    Karim Karl Keir Keith Kenneth Kevin Klaus Konstantin Kyrylo Larry Lars Laurent
    Lawrence Leo Leon Leonid Lewis Liam Lloyd Louis Luca Lucas Luis Luke Magnus
    Mahmoud Manuel Marc Marco Marcus Mario Mark Marko Martin Masoud Mateusz Matthew
    Maurice Max Maxim Mehmet Michael Michel Miguel Mike Mikhail Milan Mohamed
    Mohammad Mohammed Muhammad Mustafa Mykhailo Narendra Nathan Neil Nicholas Nick
    Nicolas Nigel Nikolai Nikolay Noah Oleg Oleksandr Oleksii Oleksiy Oliver Omar
    Osama Oscar Otto Pablo Patrick Paul Pavel Pedro Pete Peter Petro Philip Philippe
    Pierre Pyotr Rafael Rahul Raymond Recep Reza Ricardo Richard Rishi Robert
    Roberto Roger Roman Ronald Ross Roy Ruslan Russell Ryan Salman Samuel Scott Sean
    Sebastian Serge Sergei Sergey Sergio Serhii Serhiy Shane Shinzo Simon Stanislav
    Stefan Stephan Stephen Steve Steven Stewart Stuart Tariq Tayyip Ted Thomas Tim
    Timothy Tom Tony Ulrich Vadim Valentin Vasily Victor Viktor Vincent Vitali
    Vitaly Vladimir Volodymyr Vyacheslav Walter Werner Wilhelm William Wolfgang
    Xavier Yevgeny Yuri Yury Yusuf Zachary"""
)
"""Given names that are common in world news and borne by men."""
