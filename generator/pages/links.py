"""Proof that every link of a rendered site has a target, and every page a place.

What a page links to is read from it once and can be kept. Then a site is proven from
that alone, and after a change only what the change can have broken.
"""

from __future__ import annotations

import posixpath
import re
import sys
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import chain, repeat
from urllib.parse import unquote, urlsplit

from generator.pages.routes import NOT_FOUND
from generator.pages.tags import ids_and_addresses, links
from generator.problems import Origin, Problem, Severity

PageLinks = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
"""Of a page: its ids, those of them that are used twice, and its targets.

A target is a path from the site's root, perhaps with "#" and an id; or, before all
others, "/" and an address as written that must be judged on the page itself.
"""

_KEPT = 16_384
"""So many addresses are remembered: pages link to what is near them."""

_ODD_PATH = re.compile(r"(?:\A|/)\.{0,2}(?:/|\Z)|\\")


@dataclass(frozen=True, slots=True)
class SiteLinks:
    """The links of each page of a site, and the paths of all its files. `targets` are
    all that its pages link to, and perhaps more; None where nobody knows."""

    pages: Mapping[str, PageLinks] = field(default_factory=dict)
    paths: Collection[str] = ()
    targets: Collection[str] | None = None


def page_links(path: str, data: bytes) -> PageLinks:
    """The ids and targets of the page at *path*."""
    ids, addresses = ids_and_addresses(data)
    depth = path.count("/")
    above = "../" * depth or "\0"  # at the root no address is counted from it
    # What is counted from the root means the same on every page so deep.
    shared = [address for address in addresses if address.startswith(above)]
    others = [address for address in addresses if not address.startswith(above)]
    targets = dict.fromkeys(map(_target, repeat("x/" * depth), shared))
    targets.update(dict.fromkeys(map(_target, repeat(path), others)))
    targets.pop("", None)
    names = tuple(map(sys.intern, dict.fromkeys(ids)))
    repeated = sorted(n for n, times in Counter(ids).items() if times > 1)
    for name in names:
        targets.pop(f"{path}#{name}", None)
    odd = [target for target in targets if target.startswith("/")]
    for target in odd:
        del targets[target]
    return names, tuple(repeated), (*odd, *targets)


@lru_cache(_KEPT)
def _target(page: str, address: str) -> str:
    """Where *address* leads from *page*, as a target; "" for other hosts."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return f"/{address}"
    if parts.scheme or parts.netloc:
        return ""
    written = unquote(parts.path)
    if written.startswith("/") or "#" in written:
        return f"/{address}"
    path = page
    if written:
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page), written))
    fragment = unquote(parts.fragment) if path.endswith(".html") else ""
    return sys.intern(f"{path}#{fragment}" if fragment else path)


def check_links(
    site: SiteLinks,
    file: Callable[[str], bytes],
    before: SiteLinks | None = None,
    changed: Collection[str] | None = None,
) -> list[Problem]:
    """A problem for every link that has no target, and every page that has no place.

    A link must name a file with its own capitals, a fragment an id of that page, and
    none may start at the host's root: such links break below a path. The page for
    missing addresses alone must start there, since it is served at any depth.

    Of a site *before*, it is known that nothing was wrong with it, and perhaps that
    only *changed* pages are others now. *file* gives the bytes of a page with a fault,
    to say where that is.
    """
    before = before or SiteLinks()
    paths, pages = frozenset(site.paths), site.pages
    problems = _misplaced(paths, frozenset(before.paths))
    if changed is None:
        changed = [p for p, page in pages.items() if before.pages.get(p) != page]
    for path in changed:
        for name in pages[path][1]:
            reason = f"the id “{name}” is used twice"
            problems.append(_problem(Origin(path), "id-repeated", reason))
    targets = _Targets(paths, pages)
    lost = _linked(_lost(pages, paths, before, changed), before.targets)
    for path in _in_doubt(pages, changed, targets, lost):
        problems += _broken(path, file(path), targets)
    return sorted(problems)


def _in_doubt(
    pages: Mapping[str, PageLinks],
    changed: Iterable[str],
    targets: _Targets,
    lost: Set[str],
) -> Set[str]:
    """The pages with a link that may have no target."""
    linked: set[str] = set().union(*(pages[path][2] for path in changed))
    wrong = {target for target in linked if not targets.have(target)}
    doubted = {path for path in changed if not wrong.isdisjoint(pages[path][2])}
    for path in pages if lost else changed:
        to = pages[path][2]
        if to and (to[0].startswith("/") or not lost.isdisjoint(to)):
            doubted.add(path)
    return doubted


def _lost(
    pages: Mapping[str, PageLinks],
    paths: Set[str],
    before: SiteLinks,
    changed: Iterable[str],
) -> set[str]:
    """What could be linked to *before* and cannot any more."""
    lost = {path for path in before.paths if path not in paths}
    for path in (*changed, *lost):
        page, now = before.pages.get(path), pages.get(path)
        if page:
            left = now[0] if now else ()
            lost.update(f"{path}#{name}" for name in page[0] if name not in left)
    return lost


def _linked(lost: set[str], targets: Collection[str] | None) -> set[str]:
    """What of *lost* pages may link to that link to nothing but *targets*."""
    if targets is None:
        return lost
    named = lost.intersection(targets)
    # Of what must be judged on the page, the name of a file tells enough.
    odd = [unquote(target) for target in targets if target.startswith("/")]
    names = {path: path.partition("#")[0].rpartition("/")[2] for path in lost - named}
    return named | {p for p, name in names.items() if any(name in to for to in odd)}


def _broken(path: str, data: bytes, targets: _Targets) -> Iterator[Problem]:
    text = data.decode("utf-8")
    for offset, address in links(text):
        fault = targets.fault(path, address)
        if fault:
            yield _problem(_place(path, text, offset), "link-broken", fault)


def _misplaced(paths: Set[str], before: Set[str]) -> list[Problem]:
    """A problem for every file that cannot lie where its id would put it; *before*,
    there was none."""
    problems = []
    for path in _perhaps_misplaced(paths, before):
        folder = next((above for above in _folders(path) if above in paths), "")
        if posixpath.normpath(f"/{path}") != f"/{path}" or "\\" in path:
            reason = f"the page “{path}” would lie outside its folder"
        elif folder:
            reason = f"the page “{path}” cannot lie in “{folder}”, which is a page"
        else:
            continue
        problems.append(
            Problem(
                Origin(path),
                Severity.ERROR,
                "page-misplaced",
                reason,
                "rename the content file, seed or alias that it is named after",
            )
        )
    return problems


def _perhaps_misplaced(paths: Set[str], before: Set[str]) -> Set[str]:
    """Nearly none of *paths*, as a rule, and of those that lay so *before* only what a
    new one may lie in the way of."""
    if paths == before:
        return frozenset()
    folders = {path.rpartition("/")[0] for path in paths}
    in_the_way = {*folders, *chain.from_iterable(map(_folders, folders))} & paths
    odd = set(filter(_ODD_PATH.search, paths - before))
    if in_the_way:
        odd.update(p for p in paths if not in_the_way.isdisjoint(_folders(p)))
    return odd


def _folders(path: str) -> Iterator[str]:
    parent = posixpath.dirname(path)
    while parent.strip("/"):
        yield parent
        parent = posixpath.dirname(parent)


class _Targets:
    """What links may lead to."""

    def __init__(self, paths: Set[str], pages: Mapping[str, PageLinks]) -> None:
        self._paths = paths
        self._pages = pages
        self._known: dict[tuple[int, str], str] = {}

    @cached_property
    def _by_lower(self) -> Mapping[str, str]:
        return {path.lower(): path for path in self._paths}

    def have(self, target: str) -> bool:
        """True for a target that is certainly there."""
        path, _, name = target.partition("#")
        page = self._pages.get(path)
        return path in self._paths and (not name or page is None or name in page[0])

    def fault(self, path: str, address: str) -> str:
        """What is wrong with *address* on the page *path*, "" if nothing is."""
        depth = path.count("/")
        if not depth or not address.startswith("../" * depth):
            return self._fault(path, address)
        # It is counted from the root, so it means the same on every page so deep.
        known = self._known.get((depth, address))
        if known is None:
            known = self._known[depth, address] = self._fault(path, address)
        return known

    def _fault(self, path: str, address: str) -> str:
        try:
            parts = urlsplit(address)
        except ValueError:
            return f"“{address}” is not an address"
        if parts.scheme or parts.netloc:
            return ""
        target = path
        if parts.path.startswith("/"):
            if path != NOT_FOUND:
                return f"“{address}” starts at the host’s root and breaks below a path"
            target = _below_any_base(unquote(parts.path), self._paths)
        elif parts.path:
            target = posixpath.normpath(
                posixpath.join(posixpath.dirname(path), unquote(parts.path))
            )
        if target not in self._paths:
            near = self._by_lower.get(target.lower())
            if near:
                return f"“{address}” differs from “{near}” in its capitals"
            return f"“{address}” leads to no page of this site"
        fragment = unquote(parts.fragment)
        page = self._pages.get(target)
        if fragment and page is not None and fragment not in page[0]:
            return f"“{address}” leads to a place that “{target}” does not have"
        return ""


def _below_any_base(path: str, paths: Set[str]) -> str:
    """The file that *path* names below the site's base path, or *path* itself."""
    return next((tail for tail in _tails(path) if tail in paths), path)


def _tails(path: str) -> Iterator[str]:
    rest = path.lstrip("/")
    while rest:
        yield rest
        rest = rest.partition("/")[2]


def _place(path: str, text: str, offset: int) -> Origin:
    before = text[:offset]
    return Origin(path, before.count("\n") + 1, offset - before.rfind("\n"))


def _problem(origin: Origin, code: str, message: str) -> Problem:
    return Problem(
        origin,
        Severity.ERROR,
        code,
        f"in the built page, {message}",
        "correct the link in the content file or template that this page is made from",
    )
