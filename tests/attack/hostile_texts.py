"""Texts that would run a script in a page that trusted them, and a project that has
each of them in every field."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from drawing import picture

from generator import pipeline
from generator.config import read_project
from generator.problems import Severity

SIGNAL = "alert(1)"
"""What each text tries to run."""

TEXTS = (
    f"<script>{SIGNAL}</script>",
    f"</script><script>{SIGNAL}</script>",
    f"<img src=x onerror={SIGNAL}>",
    f'"><svg onload={SIGNAL}>',
    f"'><details open ontoggle={SIGNAL}>",
    f'" autofocus onfocus={SIGNAL} x="',
    f"' autofocus onfocus={SIGNAL} x='",
    f"x onmouseover={SIGNAL} y",
    f"[a](javascript:{SIGNAL}) <javascript:{SIGNAL}>",
    f"[a](java\tscript:{SIGNAL} 'b') [b](&#106;avascript:{SIGNAL})",
    f"<a href='java&#1;script:{SIGNAL}'>a</a> [b](&#xfdd0;javascript:{SIGNAL})",
    f"[a](data:text/html,<script>{SIGNAL}</script>)",
    f'![a](x"onerror="{SIGNAL})',
    f"<a href=javascript:{SIGNAL}>a</a><a href=x ping=//example.net>b</a>",
    f"<iframe srcdoc='<script>{SIGNAL}</script>'></iframe><object data=data:,x>",
    f"</title></textarea></style></noscript><script>{SIGNAL}</script>",
    f"--><script>{SIGNAL}</script><!-- ]]><script>{SIGNAL}</script>",
    f"<math><mtext><table><mglyph><style><img src=x onerror={SIGNAL}>",
    f'<svg><p><style><g title="</style><img src=x onerror={SIGNAL}>">',
    "<style>@import '//example.net'; * { background: url(//example.net) }</style>",
    "<base href=//example.net><meta http-equiv=refresh content='0;url=//example.net'>",
    f"<form action=javascript:{SIGNAL}><input autofocus onfocus={SIGNAL}>",
    "<img name=getElementById><a id=documentElement name=body>a</a><form id=cookie>",
    f"\\u003cimg src=x onerror={SIGNAL}\\u003e \\x3cscript\\x3e{SIGNAL}",
    f"&lt;script&gt;{SIGNAL}&lt;/script&gt; &#60;img src=x onerror={SIGNAL}&#62;",
    f"{{{{ 7 * 7 }}}}{{% include 'x' %}}${{{SIGNAL}}}<% {SIGNAL} %>",
    f'=HYPERLINK("http://example.net";"a") @SUM(1) +1 -1 `{SIGNAL}` |a| \\',
    "BEGIN:VEVENT\\nDTSTART:x;y,z: END:VCALENDAR }, @book{x, TY  - BOOK ER  - ",
    f"\u202e<b onclick={SIGNAL}>\u2066 \ufeff<ſcript>{SIGNAL}</ſcript> ＜script＞",
)
"""Our own: one for each way in that we know."""


def lay_out(root: Path, texts: Sequence[str]) -> None:
    """A project in *root* with each of *texts* in every field of an event of its own,
    and of a source and a name."""
    texts = [text for text in texts if one_line(text)]
    seen = one_line(" ".join(texts[:3]))
    _write(root, "dateline.toml", _settings(seen))
    _write(root, "content/pages/about.md", _header({"title": seen}) + _body(texts[:8]))
    picture_file = root / "content/media/pier.png"
    picture_file.parent.mkdir(parents=True)
    picture_file.write_bytes(picture("PNG"))
    for number, text in enumerate(texts):
        for name, data in _files(number, one_line(text), text).items():
            _write(root, name, data)


def leave_out_refused_bodies(root: Path) -> None:
    """Texts that are refused stay in the fields, where they are not."""
    for problem in pipeline.check(read_project(root)[0]):
        path = root / problem.origin.path
        if problem.severity is Severity.ERROR and path.exists():
            header, rule, _ = path.read_text("utf-8").rpartition("\n---\n")
            assert rule
            path.write_text(f"{header}{rule}", "utf-8")


def one_line(text: str) -> str:
    """*text* without what no header may hold."""
    return " ".join("".join(c for c in text if c.isprintable() or c == " ").split())


def _settings(text: str) -> str:
    return "\n".join(
        [
            "[site]",
            f"title = {json.dumps(text, ensure_ascii=False)}",
            f"description = {json.dumps(text, ensure_ascii=False)}",
            'base_url = "https://example.org/h/"',
            'repository = "https://github.com/example/h"',
            "",
        ]
    )


def _files(number: int, line: str, text: str) -> dict[str, str]:
    quote = f"Line {number} of the log reads {line} and ends."
    kind, key = [("person", "people"), ("place", "places")][number % 2]
    event = {
        "title": line,
        "date": f"2019-07-{number % 28 + 1:02}",
        key: [f"n-{number}"],
        "tags": [line.lower()],
        "related": [f"v-{max(number - 1, 0)}"] if number else [],
        "citations": [
            {"source": f"s-{number}", "exact": quote}
            | {"says": {"phrase": f"Line {number}", "because": line, "needs": line}}
        ],
        "claims": [
            {"about": line, "value": line, "speaker": line}
            | {"source": f"s-{number}", "exact": quote}
        ],
        "media": [
            {"file": "pier.png", "alt": line, "caption": line, "credit": line}
            | {"licence": line, "source": f"https://example.org/?{number}"}
        ],
        "corrections": [{"date": "2020-01-02", "note": line}],
    }
    source = {
        "title": line,
        "author": [line],
        "container-title": line,
        "publisher": line,
        "issued": "2019-08-01",
        "URL": f"https://example.org/{number}?q='onfocus='{SIGNAL}#`",
        "rights": line,
        "full-text": "yes",
        "inferred": {"because": line},
    }
    entity = {"prefLabel": f"{line} {number}", "kind": kind, "altLabel": [line]}
    if kind == "place":
        entity["coordinates"] = f"{number % 60}.5, {number % 90}.25 (city)"
    return {
        # What holds a NUL is no text, and no seed is read in half.
        f"seeds/s-{number}.txt": f"Paper {number}\n\n{quote}\n\n{text}\n".replace(
            "\0", ""
        ),
        f"content/events/v-{number}.md": _header(event) + _body([text]),
        f"content/sources/s-{number}.md": _header(source) + _body([text]),
        f"content/entities/n-{number}.md": _header(entity) + _body([text]),
    }


def _header(values: dict[str, object]) -> str:
    """JSON is YAML, with the few signs escaped that YAML writes otherwise."""
    lines = [
        f"{key}: {json.dumps(value, ensure_ascii=False)}"
        for key, value in values.items()
        if value
    ]
    return "\n".join(["---", *lines, "---", ""])


def _body(texts: Sequence[str]) -> str:
    return "\n" + "\n\n".join(texts) + "\n"


def _write(root: Path, name: str, text: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
