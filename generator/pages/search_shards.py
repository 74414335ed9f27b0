"""Where each word occurs, as small text files of which a search needs one or two.

`docs/formats.md` describes them; `static/search.js` reads them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.pages.search_terms import Term

SHARD = 16_000
"""Bytes of a file of words, about; compressed it is half of that or less. A word that
stands in more events than that has a file of its own."""

_FINAL, _HIGH, _BASE = 33, 97, 30
_ENDINGS = 96


@dataclass(slots=True)
class Postings:
    """Where a word occurs: numbers of events that have it in title, names or topics
    (`strong`) or only elsewhere (`weak`), and of things that are called by it."""

    strong: list[int] = field(default_factory=list)
    weak: list[int] = field(default_factory=list)
    names: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Shards:
    """Files of words. `keys` are the first words of each, in the order of `order`;
    `endings` maps what words end in to what their stems end in instead."""

    keys: tuple[str, ...]
    files: tuple[str, ...]
    endings: dict[str, list[str]]


class Index:
    """Words with the numbers of events and things, collected before they are cut into
    files. Each number is given once, in ascending order."""

    def __init__(self) -> None:
        self._found: defaultdict[str, Postings] = defaultdict(Postings)
        self._terms: set[Term] = set()

    def event(
        self, number: int, strong: Collection[Term], weak: Collection[Term]
    ) -> None:
        """An event by its words; one that is in both counts as strong."""
        self._terms.update(strong, weak)
        stems = {stem for stem, _ in strong}
        for stem in stems:
            self._found[stem].strong.append(number)
        for stem in {stem for stem, _ in weak} - stems:
            self._found[stem].weak.append(number)

    def thing(self, number: int, names: Collection[Term]) -> None:
        """A thing by the words that it is called by."""
        self._terms.update(names)
        for stem in {stem for stem, _ in names}:
            self._found[stem].names.append(number)

    def shards(self) -> Shards:
        """The files, each of about `SHARD` bytes or of one word."""
        forms: defaultdict[str, set[str]] = defaultdict(set)
        for stem, form in self._terms:
            forms[stem].add(form)
        lines = {stem: _line(stem, forms[stem], at) for stem, at in self._found.items()}
        sizes = {stem: len(line.encode()) for stem, line in lines.items()}
        places = sorted(
            (order(word), stem) for stem in lines for word in {stem, *forms[stem]}
        )
        keys, files = [], []
        for key, part in _parts(places, sizes):
            keys.append(key)
            stems = dict.fromkeys(stem for _, stem in part)
            files.append("\n".join(lines[stem] for stem in stems))
        return Shards(tuple(keys), tuple(files), _endings(forms))


def order(word: str) -> bytes:
    """What words are sorted by: as browsers compare texts, by units of UTF-16."""
    return word.encode("utf-16-be", "surrogatepass")


def ascending(numbers: Iterable[int]) -> str:
    """Ascending numbers as text: of each, how many were left out before it."""
    codes = []
    last = -1
    for number in numbers:
        gap = number - last - 1
        codes.append(_CODES[gap] if gap < len(_CODES) else code(gap))
        last = number
    return "".join(codes)


def code(number: int) -> str:
    """A number from 0 as one letter up to 63, as two up to 1,919, and so on.

    The last letter is one of “!” to “`”, all before it are of “a” to “~”.
    """
    high, low = divmod(number, 64)
    letters = [chr(_FINAL + low)]
    while high:
        high, digit = divmod(high, _BASE)
        letters.append(chr(_HIGH + digit))
    return "".join(reversed(letters))


_CODES = tuple(map(code, range(2048)))


def _line(stem: str, forms: set[str], found: Postings) -> str:
    numbers = map(ascending, (found.strong, found.weak, found.names))
    return "\t".join((_head(stem, forms), *numbers)).rstrip("\t")


def _head(stem: str, forms: set[str]) -> str:
    """A stem and its forms: of each, how many letters of the stem it drops, if any,
    and what it adds; nothing when the stem is the only form."""
    if forms == {stem}:
        return stem
    return f"{stem}:{','.join(_ending(stem, form) for form in sorted(forms))}"


def _ending(stem: str, form: str) -> str:
    shared = _shared(stem, form)
    dropped = len(stem) - shared
    return f"{dropped or ''}{form[shared:]}"


def _shared(one: str, other: str) -> int:
    """How many letters both begin with."""
    least = min(len(one), len(other))
    return next((n for n in range(least) if one[n] != other[n]), least)


def _endings(forms_of: Mapping[str, set[str]]) -> dict[str, list[str]]:
    """What the words of this site end in, and what their stems end in instead.

    With it a browser finds the stem of a form that no event has. Only the commonest.
    """
    seen: Counter[tuple[str, str]] = Counter()
    for stem, forms in forms_of.items():
        for form in forms:
            shared = _shared(stem, form)
            if form != stem and shared:
                seen[form[shared:], stem[shared:]] += 1
    common = sorted(seen.items(), key=lambda pair: (-pair[1], pair[0]))[:_ENDINGS]
    endings: dict[str, list[str]] = {}
    for (ending, instead), _ in sorted(common):
        if ending:
            endings.setdefault(ending, []).append(instead)
    return endings


_Places = Sequence[tuple[bytes, str]]


def _parts(
    places: _Places, sizes: dict[str, int], depth: int = 1
) -> Iterator[tuple[str, _Places]]:
    """*places* cut where words begin otherwise, into parts of about `SHARD` bytes, each
    with the beginning from which on words belong to it.

    What begins alike is kept together as far as it can be: an edit changes few files.
    """
    waiting: list[tuple[bytes, str]] = []
    waiting_size = 0
    start = b""
    for beginning, group in _by_beginning(places, depth):
        size = sum(sizes[stem] for stem in {stem for _, stem in group})
        if waiting and waiting_size + size > SHARD:
            yield _text(start), waiting
            waiting, waiting_size = [], 0
        if size > SHARD and group[0][0] != group[-1][0]:
            yield from _parts(group, sizes, depth + 1)
            continue
        start = start if waiting else beginning
        waiting += group
        waiting_size += size
    if waiting:
        yield _text(start), waiting


def _by_beginning(places: _Places, depth: int) -> Iterator[tuple[bytes, _Places]]:
    """Those of *places* that begin with the same *depth* letters, one after another."""
    at = 0
    for place, (word, _) in enumerate(places):
        if word[: 2 * depth] != places[at][0][: 2 * depth]:
            yield places[at][0][: 2 * depth], places[at:place]
            at = place
    if at < len(places):
        yield places[at][0][: 2 * depth], places[at:]


def _text(beginning: bytes) -> str:
    return beginning.decode("utf-16-be", "surrogatepass")
