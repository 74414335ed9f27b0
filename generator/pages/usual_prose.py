"""Markdown in the form that almost all bodies have, into the HTML that it becomes.

Paragraphs of plain text with *emphasis*, **strong emphasis** and [links](address), in a
fiftieth of the time. Where it is not certain that `markdown` and `nh3` would give the
same, nothing is answered.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_PLAIN = r"[^\x00-\x1f\x7f-\x9f\u2028\u2029\\`*_\[\]<>&|]"
"""Letters that mean nothing but themselves, wherever they stand in a line."""

_ADDRESS = r"""
    (?: https?://(?:[a-z0-9]+(?:-[a-z0-9]+)*+\.)++[a-z]{2,10}+ (?:/[A-Za-z0-9_./-]*+)?
      | [A-Za-z0-9_.\#][A-Za-z0-9_./\#-]*+ )
"""
_INLINE = rf"""
    (?: {_PLAIN}++
      | &(?=\ )
      | \*\* (?!\s) {_PLAIN}++ (?<!\s) \*\* (?!\*)
      | \* (?!\s) {_PLAIN}++ (?<!\s) \* (?!\*)
      | (?<!!) \[ (?!\s) {_PLAIN}++ (?<!\s) \] \( {_ADDRESS} \)
    )
"""
_LINE = rf"""
    # not the sign of a heading, a list, a quotation, a rule, or one that is indented
    (?= [^\W_] | ["'“”‘’„«(*\[] ) (?! \d+\. )
    {_INLINE}++ (?<!\s)
"""
_BODY = re.compile(rf"{_LINE} (?: \n++ {_LINE} )*+ \n*+", re.VERBOSE)
_BETWEEN = re.compile(r"\n\n+")
_STRONG = re.compile(r"\*\*(.*?)\*\*")
_EMPHASIS = re.compile(r"\*(.*?)\*")
_LINK = re.compile(r"\[(.*?)\]\((.*?)\)")
_NOT_IN_ATTRIBUTES = re.compile(r"[&\"<>\s]")


def usual_lead(text: str) -> str | None:
    """The first paragraph of *text* in plain text; None where the libraries must say
    what it is. What comes after a usual paragraph changes nothing in it."""
    plain = text.partition("\n\n")[0]
    if _BODY.fullmatch(plain) is None:
        return None
    if "*" in plain:
        plain = _EMPHASIS.sub(r"\1", _STRONG.sub(r"\1", plain))
    if "](" in plain:
        plain = _LINK.sub(r"\1", plain)
    return " ".join(plain.split())


def usual_html(text: str, link: Callable[[str], str]) -> str | None:
    """*text* as safe HTML, its addresses turned by *link*; None where the libraries
    must say what it is."""
    if _BODY.fullmatch(text) is None:
        return None
    html = text.rstrip("\n").replace("&", "&amp;").replace("\xa0", "&nbsp;")
    html = _BETWEEN.sub("</p>\n<p>", html)
    if "*" in html:
        html = _STRONG.sub(r"<strong>\1</strong>", html)
        html = _EMPHASIS.sub(r"<em>\1</em>", html)
    if "](" in html:
        addresses = {written: link(written) for _, written in _LINK.findall(html)}
        if any(map(_NOT_IN_ATTRIBUTES.search, addresses.values())):
            return None
        html = _LINK.sub(lambda m: f'<a href="{addresses[m[2]]}">{m[1]}</a>', html)
    return f"<p>{html}</p>"
