"""Where each word occurs, as small text files of which a search needs one or two.

`docs/formats.md` describes them; `static/search.js` reads them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain, repeat
from operator import sub
from typing import NamedTuple

SHARD = 16_000
"""Bytes of a file of words, about; compressed it is half of that or less. A word that
stands in more events than that has a file of its own."""

_FINAL, _HIGH, _BASE = 33, 97, 30
_ENDINGS = 96

Terms = Iterable[str]
"""Words as `search_terms.terms` gives them, each once."""

Forms = Mapping[str, Collection[str]]
"""What a stem has other forms or itself as, where it is not its only form."""

Column = dict[str, str]
"""Of each word, the numbers of what has it, as `ascending` writes them."""


@dataclass(frozen=True, slots=True)
class Shards:
    """Files of words. `keys` are the first words of each, in the order of `order`;
    `endings` maps what words end in to what their stems end in instead."""

    keys: tuple[str, ...]
    files: tuple[str, ...]
    endings: dict[str, list[str]]


def column(found: Iterable[Terms]) -> Column:
    """Where each word is *found*: in what has which number, in the order given."""
    having: defaultdict[str, list[int]] = defaultdict(list)
    for number, terms in enumerate(found):
        for term in terms:
            having[term].append(number)
    return {term: ascending(numbers) for term, numbers in having.items()}


def put_right(column: Column, number: int, before: Terms, after: Terms) -> None:
    """In *column*, what has that *number* has the words of *after* now, and no longer
    those of *before*."""
    old, new = set(before), set(after)
    for term in old - new:
        left = [n for n in numbers_of(column.pop(term, "")) if n != number]
        if left:
            column[term] = ascending(left)
    for term in new - old:
        having = {number, *numbers_of(column.get(term, ""))}
        column[term] = ascending(sorted(having))


def shards(strong: Column, weak: Column, names: Column) -> Shards:
    """The files of words, each of about `SHARD` bytes or of one word.

    *strong* are the words that events have in title, names or topics, with their other
    forms wherever they are; *weak* those that they have elsewhere; *names* what things
    are called by.
    """
    columns = _Columns(strong, weak, names)
    forms = _forms(columns)
    lines = _lines(columns, forms)
    keys, files = [], []
    for key, part in _Cutting(lines, _stems(lines, forms)).parts():
        keys.append(key)
        files.append("\n".join(map(lines.__getitem__, part)))
    return Shards(tuple(keys), tuple(files), _endings(forms))


def order(word: str) -> bytes:
    """What words are sorted by: as browsers compare texts, by units of UTF-16."""
    return word.encode("utf-16-be", "surrogatepass")


def ascending(numbers: Sequence[int]) -> str:
    """Ascending numbers as text: of each, how many were left out before it."""
    if len(numbers) == 1:
        return _GAPS[numbers[0] + 1]
    return "".join(map(_GAPS.__getitem__, map(sub, numbers, chain((-1,), numbers))))


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


class _Gaps(dict[int, str]):
    """How many numbers were left out between two, by their difference."""

    def __missing__(self, difference: int) -> str:
        found = code(difference - 1)
        if len(self) < _GAPS_AT_MOST:
            self[difference] = found
        return found


_GAPS = _Gaps()
_GAPS_AT_MOST = 1 << 14


_NUMBER = re.compile(r"[a-~]*[!-`]")


def numbers_of(text: str) -> Iterator[int]:
    """The numbers that `ascending` wrote as *text*."""
    found = accumulate(map(_difference, _NUMBER.findall(text)), initial=-1)
    next(found)
    return found


@lru_cache(maxsize=_GAPS_AT_MOST)
def _difference(letters: str) -> int:
    number = 0
    for letter in letters[:-1]:
        number = number * _BASE + ord(letter) - _HIGH
    return number * 64 + ord(letters[-1]) - _FINAL + 1


class _Columns(NamedTuple):
    """Where words are found."""

    strong: Column
    weak: Column
    names: Column


def _forms(columns: _Columns) -> Forms:
    forms: defaultdict[str, list[str]] = defaultdict(list)
    for term in {term for column in columns for term in column if "\t" in term}:
        name, _, form = term.partition("\t")
        forms[name].append(form)
    for name, found in forms.items():
        if any(name in column for column in columns):
            found.append(name)
        found.sort()
    return forms


def _lines(columns: _Columns, forms: Forms) -> dict[str, str]:
    """The line of each stem."""
    strong, weak, names = columns
    several = (strong.keys() & weak.keys()) | names.keys() | forms.keys()
    lines = {
        word: _line(word, [column.get(word, "") for column in columns])
        for word in several - forms.keys()
        if "\t" not in word
    }
    for name, words in forms.items():
        terms = [word if word == name else f"{name}\t{word}" for word in words]
        several.update(terms)
        head = f"{name}:{','.join(_ending(name, word) for word in words)}"
        found = [[column[t] for t in terms if t in column] for column in columns]
        lines[name] = _line(head, list(map(_joined, found)))
    # Most words have one form and are found in one column: a rare one in one event.
    lines |= {w: f"{w}\t{told}" for w, told in strong.items() if w not in several}
    lines |= {w: f"{w}\t\t{told}" for w, told in weak.items() if w not in several}
    return lines


def _line(head: str, columns: Iterable[str]) -> str:
    return "\t".join((head, *columns)).rstrip("\t")


def _joined(found: Sequence[str]) -> str:
    """The numbers that are in any of those *found*."""
    if len(found) == 1:
        return found[0]
    return ascending(sorted(set().union(*map(numbers_of, found))))


def _ending(stem: str, form: str) -> str:
    """How many letters of the stem a form drops, if any, and what it adds."""
    shared = _shared(stem, form)
    dropped = len(stem) - shared
    return f"{dropped or ''}{form[shared:]}"


def _shared(one: str, other: str) -> int:
    """How many letters both begin with."""
    if other.startswith(one):
        return len(one)
    least = min(len(one), len(other))
    return next((n for n in range(least) if one[n] != other[n]), least)


def _endings(forms_of: Forms) -> dict[str, list[str]]:
    """What the words of this site end in, and what their stems end in instead.

    With it a browser finds the stem of a form that no event has. Only the commonest.
    """
    seen: Counter[tuple[str, str]] = Counter()
    for name, words in forms_of.items():
        for word in words:
            shared = _shared(name, word)
            if word != name and shared:
                seen[word[shared:], name[shared:]] += 1
    common = sorted(seen.items(), key=lambda pair: (-pair[1], pair[0]))[:_ENDINGS]
    endings: dict[str, list[str]] = {}
    for (ending, instead), _ in sorted(common):
        if ending:
            endings.setdefault(ending, []).append(instead)
    return endings


_Stems = Mapping[str, Sequence[str]]
"""What words lead to, where that is not themselves alone."""


def _stems(lines: Mapping[str, str], forms: Forms) -> _Stems:
    stems: defaultdict[str, set[str]] = defaultdict(set)
    for name, words in forms.items():
        for word in words:
            stems[word] |= {name, word} & lines.keys()
    return {word: sorted(names) for word, names in stems.items()}


class _Cutting:
    """Cuts *lines* where words begin otherwise, into parts of about `SHARD` bytes, each
    with all that its words lead to by *stems*.

    What begins alike is kept together as far as it can be: an edit changes few files.
    """

    def __init__(self, lines: Mapping[str, str], stems: _Stems) -> None:
        words = lines.keys() | stems.keys()
        plain = all(map(str.isascii, words))
        self._words = sorted(words) if plain else sorted(words, key=order)
        self._stems = stems
        # A line counts once, for the stem: its other forms stand beside it as a rule.
        found = map(lines.get, self._words, repeat(""))
        sizes = map(len, found) if plain else (len(line.encode()) for line in found)
        self._before = [0, *accumulate(sizes)]

    def parts(self) -> Iterator[tuple[str, Iterable[str]]]:
        """The stems of each part, with the beginning from which on words are in it."""
        stems = self._stems
        for beginning, first, end in self._cuts(0, len(self._words), 1):
            words = self._words[first:end]
            found = (stems.get(word) or (word,) for word in words)
            yield beginning, dict.fromkeys(chain.from_iterable(found))

    def _cuts(self, first: int, end: int, depth: int) -> Iterator[tuple[str, int, int]]:
        """Where the parts of the places from *first* to *end* begin and end, all of
        which have the same letters before that at *depth*."""
        start, at = "", first
        while at < end:
            beginning = self._words[at][:depth]
            after = self._end_of(beginning, depth, at, end)
            if at > first and self._size(first, after) > SHARD:
                yield start, first, at
                first = at
            start = start if at > first else beginning
            at = after
            if self._size(first, after) > SHARD and after - first > 1:
                yield from self._cuts(first, after, depth + 1)
                first = after
        if first < end:
            yield start, first, end

    def _size(self, first: int, end: int) -> int:
        return self._before[end] - self._before[first]

    def _end_of(self, beginning: str, depth: int, at: int, end: int) -> int:
        """Where the places from *at* on begin otherwise in *depth* letters."""
        return bisect_right(
            self._words,
            order(beginning),
            at,
            end,
            key=lambda word: order(word[:depth]),
        )
