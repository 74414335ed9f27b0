"""The ids and the addresses in the tags of a page.

A whole parser takes several times as long as making the page does.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

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


def links(text: str) -> Iterator[tuple[int, str]]:
    """Where the tag of each link of the page *text* begins, and its address."""
    for offset, _, linked in _tags(text):
        yield from ((offset, address) for address in dict.fromkeys(linked))


def ids_and_addresses(data: bytes) -> tuple[list[str], list[str]]:
    """The ids of a page, each as often as it is there, and its addresses, each once.

    Of the addresses, some may be mere text that looks like one.
    """
    return _of_usual_page(data) or _of_any_page(data.decode("utf-8"))


def _of_any_page(text: str) -> tuple[list[str], list[str]]:
    ids: list[str] = []
    addresses: dict[str, None] = {}
    for _, named, linked in _tags(text):
        ids += named
        addresses.update(dict.fromkeys(linked))
    return ids, list(addresses)


def _tags(text: str) -> Iterator[tuple[int, list[str], list[str]]]:
    """Where each tag of a page begins, with its ids and addresses."""
    for tag in _TAG.finditer(text):
        written = tag["attributes"] or tag["raw_attributes"]
        if written:
            yield tag.start(), *_attributes(written)


def _attributes(written: str) -> tuple[list[str], list[str]]:
    """The ids and the addresses in the attributes of one tag."""
    found = [
        (name.lower(), html.unescape(double or single or bare))
        for name, double, single, bare in _ATTRIBUTE.findall(written)
    ]
    refresh = ("http-equiv", "refresh") in found
    ids: list[str] = []
    addresses: list[str] = []
    for name, value in found:
        if name == "id":
            ids.append(value)
        elif name in _ADDRESSES:
            addresses.append(value)
        elif name == "srcset":
            addresses += _in_set(value)
        elif refresh and name == "content":
            addresses.append(value.partition("url=")[2])
    return ids, addresses


def _in_set(value: str) -> list[str]:
    """The addresses in a `srcset`."""
    return [part.split()[0] for part in value.split(",") if part.strip()]


# The same in less than half the time, where nothing is out of the ordinary: every <
# begins something that ends at the next >, all values stand between double quotes,
# nothing is a comment, and no script has such signs in it. That can be seen in the
# signs alone. What is in doubt is left to the expressions above.

_NO_SIGNS = bytes(set(range(256)) - set(b"<>\"'="))
_VALUE = re.compile(rb'="[^"<>]*"')
_NO_TAG = re.compile(
    rb"""<(?: s(?: cript\b[^<>]*>[^<]*+(?!</script\s*>)
                 | tyle\b[^<>]*>[^<]*+(?!</style\s*>))
            | !-)""",
    re.VERBOSE | re.IGNORECASE,
)
_POLICY = b"Content-Security-Policy"
_UNUSUAL = frozenset({"", "refresh"})
# The sign = is found at once, and most are after a letter that decides.
_ADDRESS = re.compile(
    rb"""
    =(?: (?<=[acfnrtvACFNRTV]=)
         (?: (?<=[^\w:.-]href=) | (?<=[^\w:.-]src=) | (?<=[^\w:.-]data=)
           | (?<=[^\w:.-]action=) | (?<=[^\w:.-]poster=)
           | (?<=http-equiv=) )
         (?="([^"<>]*+)")            # what only looks like a value takes none away
       | (?<=srcset=) | (?<=\s=)(?=\s*") | (?=\s+")   # an empty value: unusual, too
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_ID = re.compile(rb'=(?<=[^\w:.-]id=)(?="([^"<>]*+)")', re.IGNORECASE)
_NAME_ENDS = re.compile(r"""[\s"'<>/=]""")


def _of_usual_page(data: bytes) -> tuple[list[str], list[str]] | None:
    """What `_of_any_page` says, and perhaps more addresses; None for other pages."""
    signs = data.translate(None, _NO_SIGNS).replace(b'=""', b"")
    if b"<" in _VALUE.sub(b"", signs).replace(b"<>", b"") or _NO_TAG.search(data):
        return None
    found = dict.fromkeys(_ADDRESS.findall(data))
    found.pop(_POLICY, None)
    # All at once: no value has a quotation mark in it.
    written = b'"'.join(found).decode("utf-8").split('"') if found else []
    addresses = [html.unescape(a) if "&" in a else a for a in written]
    if not _UNUSUAL.isdisjoint(addresses):
        return None
    return _ids(data), addresses


def _ids(data: bytes) -> list[str]:
    """The ids in usual tags: what stands between their signs, and in no value."""
    ids = []
    for match in _ID.finditer(data):
        tag = data.rfind(b"<", 0, match.start())
        begun = data[tag : match.start()].decode("utf-8") if tag >= 0 else ""
        is_tag = begun[1:2].isascii() and begun[1:2].isalpha() and ">" not in begun
        in_value = begun.count('"') % 2
        # What ends a name may be of any script, and what belongs to one, too.
        name = _NAME_ENDS.split(begun)[-1]
        if is_tag and not in_value and name.lower() == "id":
            ids.append(html.unescape(match[1].decode("utf-8")))
    return ids
