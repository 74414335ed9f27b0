"""Asks for all that a site names, from one page on: over HTTP or from the disk."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from urllib.request import ProxyHandler, build_opener

from generator.pages.tags import links

Fetch = Callable[[str], bytes | None]
"""What stands at an address; None where nothing does."""

_LINKED_DATA = re.compile(r'<script type="application/ld\+json">(.+?)</script>', re.S)
_PLAIN = re.compile(r"https?://[^\s\"',;<>{}\\]+")
DIRECT = build_opener(ProxyHandler({}))


def over_http(address: str) -> bytes | None:
    try:
        with DIRECT.open(address) as answer:
            return bytes(answer.read())
    except HTTPError:
        return None


def from_disk(address: str) -> bytes | None:
    """A browser that opens a file gets no index.html for a folder."""
    path = Path(unquote(urlsplit(address).path))
    return path.read_bytes() if path.is_file() else None


def named_in(address: str, data: bytes) -> Iterator[str]:
    """The addresses that the file at *address* names."""
    path = urlsplit(address).path
    if data.startswith(b"<?xml"):
        for element in ElementTree.fromstring(data).iter():
            yield from (element.get(name, "") for name in ("href", "src", "url"))
            if element.tag.endswith("}loc"):
                yield element.text or ""
    elif path.endswith(("/", ".html")):
        text = data.decode("utf-8")
        yield from (target for _, target in links(text))
        yield from re.findall(
            r'<meta property="og:(?:url|image)" content="(.+?)"', text
        )
        for inner in _LINKED_DATA.findall(text):
            yield from _in_data(json.loads(inner), "")
    elif path.endswith((".csv", ".ics", ".bib", ".ris")):
        # A long line of a calendar goes on in the next (RFC 5545, 3.1).
        yield from _PLAIN.findall(data.decode("utf-8").replace("\r\n ", ""))
    elif path.endswith(".css"):
        yield from re.findall(r"url\([\"']?([^)\"']+)", data.decode("utf-8"))
    elif path.endswith(("json", ".jsonld")):
        told = json.loads(data)
        in_data = "../" * (path.rpartition("/data/")[2].count("/") + 1)
        root = told.get("root", in_data) if isinstance(told, dict) else ""
        yield from _in_data(told, root)


def _in_data(value: Any, root: str, key: str = "") -> Iterator[str]:
    """Whatever is an address in a file of data; pages and their data are told as seen
    from the site's *root*."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _in_data(inner, root, name)
    elif isinstance(value, list):
        for inner in value:
            yield from _in_data(inner, root, key)
    elif isinstance(value, str):
        if value.startswith(("http://", "https://")):
            yield value
        elif key in ("page", "data") and value:
            yield root + value
        elif key == "html":  # of oEmbed: what another site puts into its page
            yield from (target for _, target in links(value))


def crawled(starts: list[str], base: str, fetch: Fetch) -> tuple[set[str], list[str]]:
    """What is reached from *starts* without leaving *base*, and each address that names
    nothing or leads to another place on the same host."""
    reached: set[str] = set()
    lost: list[str] = []
    waiting = [(start, "") for start in starts]
    while waiting:
        address, by = waiting.pop()
        address = urldefrag(address.partition("?")[0]).url
        if address in reached:
            continue
        reached.add(address)
        data = fetch(address) if address.startswith(base) else None
        if data is None:
            lost.append(f"{by} names {address}")
            continue
        host = urlsplit(base).netloc
        for named in named_in(address, data):
            target = urljoin(address, named)
            if named and urlsplit(target).netloc == host:
                waiting.append((target, address))
    return reached, [line for line in lost if " data:" not in line]


def arrivals(files: Iterable[str], base: str, home: str = "") -> list[str]:
    """Where readers come in: the start page, and what other sites show in a frame."""
    return [base + home, *(base + path for path in files if path.startswith("embed/"))]


def unreached(files: dict[str, bytes], reached: set[str], base: str) -> set[str]:
    """The files that nothing leads to, though something should; a folder's address is
    that of its page."""
    paths = {unquote(address.removeprefix(base)) for address in reached}
    paths |= {f"{path}index.html" for path in paths if not path or path.endswith("/")}
    former = tuple(
        path.removesuffix("index.html")
        for path, data in files.items()
        if b'http-equiv="refresh"' in data
    )
    asked_for_by_scripts = ("assets/", "search/", "data/band.js")
    by_name_alone = {"404.html", "sitemap.xml", ".nojekyll"}
    # Other sites kept the address of the card that an event had under its former id.
    by_name_alone |= {f"media/cards/{Path(folder).name}.png" for folder in former}
    left = {
        path for path in files if not path.startswith(asked_for_by_scripts + former)
    }
    return left - paths - by_name_alone
