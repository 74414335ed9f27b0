"""Texts between Markdown, as ours are, and the HTML of other programs.

What comes in is not trusted: an allow-list cleans it before it is read. What goes out
is cleaned in the same way. A text that went out comes back so that it goes out again as
it was.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from generator.exchange.entries import one_line, tidy, web_safe
from generator.model.hard_texts import MOST_CHARACTERS, hard_places

if TYPE_CHECKING:
    from markdown import Markdown

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_INLINE = {"a", "em", "strong", "b", "i", "code", "br", "sub", "sup", "del"}
_TAGS = _INLINE | {"p", "ul", "ol", "li", "blockquote", "hr", "pre", *_HEADINGS}
_SCHEMES = {"http", "https", "mailto"}


def to_html(text: str) -> str:
    """Markdown as safe HTML, of which `to_markdown` makes what gives the same HTML.

    What is too odd for that loses its marks and keeps its words.
    """
    before = _converted(text)
    for _ in range(_TRIES):
        after = _converted(to_markdown(before))
        if after == before:
            return before
        before = after
    return _converted(escaped(to_text(before)))


_TRIES = 3


def _converted(text: str) -> str:
    if not text:
        return ""
    if _is_hard(text):
        words = one_line(_ESCAPED.sub(r"\g<sign>", text))
        return clean(f"<p>{html.escape(html.unescape(words), quote=False)}</p>")
    return clean(_parser().reset().convert(text))


_ESCAPED = re.compile(r"\\(?P<sign>[\\`*_\[\]])")


def _is_hard(text: str) -> bool:
    """Whether the parser would take a time for *text* that its length does not explain.

    What is escaped opens nothing, however often it stands there.
    """
    if len(text) > MOST_CHARACTERS:
        return True
    plain = re.sub(r"\\.\(?", "", text, flags=re.DOTALL)
    return next(hard_places(plain), None) is not None


def clean(text: str) -> str:
    """*text* without any HTML but that of plain prose, and none that does something."""
    import nh3  # help and other commands do without

    return tidy(
        nh3.clean(
            text,
            tags=_TAGS,
            attributes={"a": {"href"}},
            url_schemes=_SCHEMES,
            link_rel=None,
        )
    )


@cache
def _parser() -> Markdown:
    from markdown import Markdown

    return Markdown(extensions=["sane_lists"])


def to_text(text: str) -> str:
    """HTML as plain text in one line."""
    return one_line(html.unescape(re.sub(r"<[^>]*>", " ", clean(text))))


def to_markdown(text: str) -> str:
    """HTML as Markdown.

    Where Markdown has no way to say it so that it comes out the same, the HTML itself,
    cleaned: Markdown may hold it.
    """
    before = clean(tidy(text))
    tree = _tree(before).children
    said = tidy("\n\n".join(_blocks(tree)))
    if _converted(said) == before or any(map(_is_loose, tree)):
        return said  # Markdown leaves no words outside of paragraphs
    return before if _converted(before) == before else said


_SPECIAL = re.compile(r"[\\`*\[\]]|(?<![^\W_])_|_(?![^\W_])")
_OPENING = re.compile(r"(?:\d+(?=[.)]))?(?P<mark>[#>]|[+-](?=\s|[-\s]*\Z)|(?<=\d)[.)])")


def escaped(text: str) -> str:
    """*text* in one line as Markdown that shows it letter for letter."""
    text = _SPECIAL.sub(lambda match: f"\\{match.group()}", one_line(text))
    return _guarded(text.replace("&", "&amp;").replace("<", "&lt;"))


def _guarded(line: str) -> str:
    """*line*, of which Markdown does not take the beginning for a list or heading."""
    opening = _OPENING.match(line)
    if opening is None:
        return line
    at = opening.start("mark")
    return f"{line[:at]}&#{ord(line[at])};{line[at + 1 :]}"


def link(text: str, url: str) -> str:
    """A link in Markdown; only its words, if there is no address."""
    return f"[{escaped(text)}]({web_safe(url)})" if url else escaped(text)


@dataclass(slots=True)
class _Node:
    """An element, or with an empty tag a stretch of text."""

    tag: str
    text: str = ""
    href: str = ""
    children: list[_Node] = field(default_factory=list)


_DEEPEST = 40
"""So many elements are told apart that stand within each other."""


class _Builder(HTMLParser):
    """Clean HTML as a tree; its tags are closed. What is too deep in it stands beside
    what it is in."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [_Node("root")]

    def _add(self, node: _Node) -> None:
        self.open[:_DEEPEST][-1].children.append(node)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = _Node(tag, href=dict(attrs).get("href") or "")
        self._add(node)
        if tag not in ("br", "hr"):
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        if len(self.open) > 1 and self.open[-1].tag == tag:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        self._add(_Node("", data))


def _tree(text: str) -> _Node:
    builder = _Builder()
    builder.feed(text)
    builder.close()
    return builder.open[0]


def _is_loose(node: _Node) -> bool:
    """Whether *node* is words that stand in no block."""
    return node.tag in _INLINE or bool(node.text.strip())


def _blocks(nodes: Iterable[_Node]) -> Iterator[str]:
    """The paragraphs, lists and headings of *nodes*; loose words are a paragraph."""
    loose: list[_Node] = []
    for node in nodes:
        if node.tag in _INLINE or not node.tag:
            loose.append(node)
            continue
        yield from _paragraph(loose)
        loose = []
        yield from _block(node)
    yield from _paragraph(loose)


def _paragraph(nodes: list[_Node]) -> Iterator[str]:
    if text := _inline(nodes):
        yield _guarded(text)


def _block(node: _Node) -> Iterator[str]:
    if node.tag in _HEADINGS:
        if text := _inline(node.children):
            yield f"{'#' * int(node.tag[1])} {text}"
    elif node.tag == "hr":
        yield "* * *"
    elif node.tag == "pre":
        lines = _plain(node).strip("\n").split("\n")
        yield "\n".join(f"    {line}".rstrip() for line in lines)
    elif node.tag == "blockquote":
        inner = "\n\n".join(_blocks(node.children))
        yield "\n".join(f"> {line}".rstrip() for line in inner.split("\n"))
    elif node.tag in ("ul", "ol"):
        items = [child for child in node.children if child.tag == "li"]
        loose = any(c.tag == "p" for item in items for c in item.children)
        marks = (f"{n}." if node.tag == "ol" else "-" for n in range(1, len(items) + 1))
        between = "\n\n" if loose else "\n"
        yield between.join(map(_item, marks, items))
    else:
        yield from _blocks(node.children)


def _item(mark: str, node: _Node) -> str:
    parts = list(_blocks(node.children))
    nested = any(child.tag == "p" for child in node.children)
    lines = ("\n\n" if nested else "\n").join(parts).split("\n")
    indented = "\n".join(f"    {line}" if line else "" for line in lines)
    return f"{mark} {indented.strip()}"


_MARKS = {"em": "*", "i": "*", "strong": "**", "b": "**"}


def _inline(nodes: Iterable[_Node]) -> str:
    """The words of *nodes* in a line; only a break that was asked for stays one."""
    text = "".join(map(_words, nodes))
    return re.sub(r"[ \n]+", " ", text).strip()


def _words(node: _Node) -> str:
    if not node.tag:
        text = _SPECIAL.sub(lambda match: f"\\{match.group()}", node.text)
        return text.replace("&", "&amp;").replace("<", "&lt;")
    if node.tag == "br":
        return "<br>"
    if node.tag == "code":
        code = html.escape(_plain(node), quote=False)
        return f"<code>{code}</code>" if "`" in code or "&" in code else f"`{code}`"
    inner = "".join(map(_words, node.children))
    if node.tag in ("sub", "sup", "del"):
        return f"<{node.tag}>{inner}</{node.tag}>"
    words = inner.strip()
    if node.tag == "a" and node.href and words:
        marked = f"[{words}]({web_safe(node.href)})"
    elif words and node.tag in _MARKS:
        marked = f"{_MARKS[node.tag]}{words}{_MARKS[node.tag]}"
    else:
        return inner
    before = " " if inner[:1].isspace() else ""
    return f"{before}{marked}{' ' if inner[-1:].isspace() else ''}"


def _plain(node: _Node) -> str:
    return node.text + "".join(map(_plain, node.children))
