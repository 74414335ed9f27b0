"""Proof that every link of a rendered site has a target, and every page a place."""

from __future__ import annotations

import html
import posixpath
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Set
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from generator.pages.routes import NOT_FOUND
from generator.problems import Origin, Problem, Severity

_ADDRESSES = {"href", "src", "action", "poster", "data"}
_TAG = re.compile(
    r"""
      <!-- (?: .*?--> | .* )
    | <(?P<raw>script|style)\b (?P<raw_attributes>(?:[^<>"']++|"[^"]*+"|'[^']*+')*+) >
      (?: .*?</(?P=raw)\s*> | .* )
    | <[a-z][a-z0-9-]*+ (?P<attributes>(?:[^<>"']++|"[^"]*+"|'[^']*+')*+) >
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(
    r"""([^\s"'<>/=]++)\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'=<>`]++))"""
)


PageLinks = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
"""What others may link to in a page: its ids, and those that it has twice; and where it
links, each address once."""


def check_links(
    pages: Mapping[str, PageLinks],
    paths: Collection[str],
    file: Callable[[str], bytes],
) -> list[Problem]:
    """A problem for every link that has no target, and every page that has no place, in
    a site with files at *paths*; *file* gives the bytes of one.

    A link must name a file with its own capitals, a fragment an id of that page, and
    none may start at the host's root: such links break below a path. The page for
    missing addresses alone must start there, since it is served at any depth.
    """
    paths = set(paths)
    targets = _Targets(paths, pages)
    problems = _misplaced(paths)
    for path, (_, repeated, addresses) in sorted(pages.items()):
        for name in repeated:
            reason = f"the id “{name}” is used twice"
            problems.append(_problem(Origin(path), "id-repeated", reason))
        faults = {
            address: fault
            for address in addresses
            if (fault := targets.fault(path, address))
        }
        data = file(path) if faults else b""
        for offset, address in _links(data):
            if address in faults:
                origin = _place(path, data, offset)
                problems.append(_problem(origin, "link-broken", faults[address]))
    return sorted(problems)


def _misplaced(files: Set[str]) -> list[Problem]:
    """A problem for every file that cannot lie where its id would put it."""
    problems = []
    for path in files:
        folder = next((tail for tail in _folders(path) if tail in files), "")
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


def _folders(path: str) -> Iterator[str]:
    parent = posixpath.dirname(path)
    while parent:
        yield parent
        parent = posixpath.dirname(parent)


def page_links(data: bytes) -> PageLinks:
    """The ids and the addresses of a page, by its tags alone.

    A whole parser takes several times as long as making the page does.
    """
    ids: list[str] = []
    addresses: dict[str, None] = {}
    for tag in _TAG.finditer(data.decode("utf-8")):
        written = tag["attributes"] or tag["raw_attributes"]
        if written:
            named, linked = _attributes(written)
            ids += named
            addresses.update(linked)
    repeated = (name for name, times in Counter(ids).items() if times > 1)
    return tuple(dict.fromkeys(ids)), tuple(sorted(repeated)), tuple(addresses)


def _links(data: bytes) -> Iterator[tuple[int, str]]:
    """Where the tag of each link of a page begins, and the address."""
    for tag in _TAG.finditer(data.decode("utf-8")):
        _, linked = _attributes(tag["attributes"] or tag["raw_attributes"] or "")
        yield from ((tag.start(), address) for address in linked)


# Most tags of a site are those of other pages, too.
@lru_cache(maxsize=65_536)
def _attributes(written: str) -> tuple[tuple[str, ...], dict[str, None]]:
    """The ids and the addresses in the attributes of one tag."""
    found = [
        (name.lower(), html.unescape(double or single or bare))
        for name, double, single, bare in _ATTRIBUTE.findall(written)
    ]
    refresh = ("http-equiv", "refresh") in found
    ids: list[str] = []
    addresses: dict[str, None] = {}
    for name, value in found:
        if name == "id":
            ids.append(value)
        elif name in _ADDRESSES:
            addresses[value] = None
        elif name == "srcset":
            addresses |= {part.split()[0]: None for part in value.split(",")}
        elif refresh and name == "content":
            addresses[value.partition("url=")[2]] = None
    return tuple(ids), addresses


class _Targets:
    """What links may lead to."""

    def __init__(self, files: Set[str], pages: Mapping[str, PageLinks]) -> None:
        self._files = files
        self._pages = pages
        self._by_lower = {path.lower(): path for path in files}
        self._known: dict[tuple[int, str], str] = {}

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
            target = _below_any_base(unquote(parts.path), self._files)
        elif parts.path:
            target = posixpath.normpath(
                posixpath.join(posixpath.dirname(path), unquote(parts.path))
            )
        if target not in self._files:
            near = self._by_lower.get(target.lower())
            if near:
                return f"“{address}” differs from “{near}” in its capitals"
            return f"“{address}” leads to no page of this site"
        fragment = unquote(parts.fragment)
        page = self._pages.get(target)
        if fragment and page is not None and fragment not in page[0]:
            return f"“{address}” leads to a place that “{target}” does not have"
        return ""


def _below_any_base(path: str, files: Set[str]) -> str:
    """The file that *path* names below the site's base path, or *path* itself."""
    return next((tail for tail in _tails(path) if tail in files), path)


def _tails(path: str) -> Iterator[str]:
    rest = path.lstrip("/")
    while rest:
        yield rest
        rest = rest.partition("/")[2]


def _place(path: str, data: bytes, offset: int) -> Origin:
    before = data.decode("utf-8")[:offset]
    return Origin(path, before.count("\n") + 1, offset - before.rfind("\n"))


def _problem(origin: Origin, code: str, message: str) -> Problem:
    return Problem(
        origin,
        Severity.ERROR,
        code,
        f"in the built page, {message}",
        "correct the link in the content file or template that this page is made from",
    )
