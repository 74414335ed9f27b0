"""Addresses of sources that no browser opens, or that readers should not meet."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.checks.tools import at, error, warning
from generator.model.addresses import web_address
from generator.model.each import settling
from generator.model.sources import Source
from generator.problems import Origin, Problem

LONGEST = 2000
"""Longer ones are cut by some servers, mail programs and citation managers."""


@settling
def address_problems(source: Source) -> list[Problem]:
    """What is wrong with the addresses of *source* and of its archived copy."""
    return [
        problem
        for key, address in (("URL", source.url), ("archive", source.archive))
        if address
        for problem in _problems(at(source, key), address)
    ]


def _problems(origin: Origin, address: str) -> Iterator[Problem]:
    host = _host(address)
    if host is None:
        what = f"“{address}” is not an address that a browser can open"
        yield error(origin, "address-broken", what, "copy it anew from the browser")
        return
    if len(address) > LONGEST:
        what = f"the address has {len(address):,} characters"
        hint = f"find a shorter one: many programs take no more than {LONGEST:,}"
        yield warning(origin, "address-long", what, hint)
    if "@" in host:
        what = "the address holds a name to log in with, which every reader will see"
        yield warning(origin, "address-login", what, "take out what stands before “@”")
    for part in host.rpartition("@")[2].split("."):
        if not part.isascii() and len(_scripts(part)) > 1:
            what = f"letters of several scripts stand in “{part}”, as in forged names"
            hint = "copy the address anew from the publisher’s own page"
            yield warning(origin, "address-letters", what, hint)


def _host(address: str) -> str | None:
    """What stands between “//” and the path; None where there is no address."""
    try:
        parts = urlsplit(address)
        usable = web_address(address) and parts.hostname and parts.port != 0
    except ValueError:  # a port that is none, half an IPv6 address
        return None
    return parts.netloc if usable else None


def _scripts(part: str) -> set[str]:
    """The scripts that letters of *part* are of, of those that look alike."""
    names = (unicodedata.name(sign, "") for sign in part if sign.isalpha())
    return {name.partition(" ")[0] for name in names} & {"LATIN", "CYRILLIC", "GREEK"}
