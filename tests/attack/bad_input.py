"""A small project, and everything that may be wrong with what is put into it."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Damage = Callable[[Path], None]
"""Does something to the project in a folder."""

SETTINGS = '[site]\ntitle = "Harbour years"\nbase_url = "https://example.org/h/"\n'
POST = """\
Harbour news

12 July 2019

The harbour bridge opened on 12 July 2019.
The ferry did not stop, and 15 crossings were made.
The ferry stopped later. The ferry stopped for good.
"""
EVENT = """\
---
title: Harbour bridge opens
date: "2019-07-12"
citations:
  - source: post
    exact: The harbour bridge opened on 12 July 2019.
---

The bridge opened to all.
"""
PASSAGE = "The harbour bridge opened on 12 July 2019."
FERRY = """\
---
title: The ferry goes on
date: "2019-07-12"
people: [ada-harbour]
tags: [port]
citations:
  - source: post
    exact: The ferry did not stop, and 15 crossings were made.
---
"""
ADA = "---\nprefLabel: Ada Harbour\nkind: person\n---\n"
SOURCE = "---\ntitle: Harbour news\nlanguage: en\n---\n"
FILES = {
    "dateline.toml": SETTINGS,
    "seeds/post.txt": POST,
    "content/events/bridge.md": EVENT,
    "content/events/ferry.md": FERRY,
    "content/entities/ada-harbour.md": ADA,
    "content/sources/post.md": SOURCE,
}
BRIDGE = "content/events/bridge.md"


def lay_out(root: Path) -> Path:
    for name, text in FILES.items():
        put(name, text)(root)
    return root


@dataclass(frozen=True)
class Case:
    """Something wrong or odd by its name. `shows`: what the event's page has then, of a
    project that can be built."""

    name: str
    damage: Damage
    shows: str = ""


def brief(text: str) -> str:
    """*text* for a name."""
    return ascii(text)[1:-1] if len(text) < 40 else f"{len(text)} of {text[0]}"


# --- what damage there is -----------------------------------------------------------


def put(name: str, data: str | bytes) -> Damage:
    """The file *name* holds *data*."""

    def damage(root: Path) -> None:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())

    return damage


def event(data: str | bytes) -> Damage:
    return put(BRIDGE, data)


def typed(old: str, new: str, name: str = BRIDGE) -> Damage:
    """*new* stands where *old* stood first."""

    def damage(root: Path) -> None:
        text = (root / name).read_bytes().decode()
        assert old in text
        put(name, text.replace(old, new, 1))(root)

    return damage


def header(lines: str) -> Damage:
    """The event has *lines* besides its own."""
    return typed("citations:", f"{lines}\ncitations:")


def title(value: str) -> Damage:
    return typed("Harbour bridge opens", value)


def date(value: str) -> Damage:
    return typed("2019-07-12", value)


def body(text: str) -> Damage:
    return typed("The bridge opened to all.", text)


def citation(lines: str) -> Damage:
    """The event cites this and nothing else."""
    return typed(f"source: post\n    exact: {PASSAGE}", lines)


def all_of(*damages: Damage) -> Damage:
    def damage(root: Path) -> None:
        for one in damages:
            one(root)

    return damage


def link(name: str, target: str) -> Damage:
    def damage(root: Path) -> None:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).symlink_to(target.format(root=root))

    return damage


def pipe(name: str) -> Damage:
    def damage(root: Path) -> None:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        os.mkfifo(root / name)

    return damage


def listening(name: str) -> Damage:
    """A socket; its path is given as seen from the folder, since it must be short."""

    def damage(root: Path) -> None:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        here = os.getcwd()
        os.chdir((root / name).parent)
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(Path(name).name)
        os.chdir(here)

    return damage


def folder(name: str) -> Damage:
    return lambda root: (root / name).mkdir(parents=True)


def renamed(name: str, new: str) -> Damage:
    def damage(root: Path) -> None:
        (root / new).parent.mkdir(parents=True, exist_ok=True)
        (root / name).rename(root / new)

    return damage


def named(stem: str) -> Damage:
    """The event's file has this name."""
    return renamed(BRIDGE, f"content/events/{stem}.md")


def gone(name: str) -> Damage:
    return lambda root: (root / name).unlink()


LAUGHS = "\n".join(
    [
        "a: &a [ha, ha]",
        *(
            f"{b}: &{b} [*{a}, *{a}]"
            for a, b in zip("abcdefgh", "bcdefghi", strict=True)
        ),
    ]
)
MERGES = "a: &a\n  k0: v\n" + "\n".join(
    f"{b}: &{b}\n  <<: [*{a}, *{a}, *{a}]"
    for a, b in zip("abcdefghijklmnopqrstuvw", "bcdefghijklmnopqrstuvwx", strict=True)
)
DEEP = "\n".join(f"{' ' * depth}k:" for depth in range(3000))

CASES = [
    # --- the header
    Case("byte-order mark", event("\ufeff" + EVENT), "Harbour bridge opens"),
    Case("line ends of Windows", event(EVENT.replace("\n", "\r\n")), "opened to all."),
    Case("mixed line ends", event(EVENT.replace("\n", "\r\n", 3)), "opened to all."),
    Case("carriage returns alone", event(EVENT.replace("\n", "\r"))),
    Case("one carriage return alone", body("The bridge\ropened.")),
    Case("invalid UTF-8", event(EVENT.encode().replace(b"opens", b"caf\xe9"))),
    Case("UTF-16", event(EVENT.encode("utf-16"))),
    Case("UTF-16 without its mark", event(EVENT.encode("utf-16-le"))),
    Case("NUL", title("a\0b")),
    Case("no header", event("The bridge opened.\n")),
    Case("unclosed header", event(EVENT.replace("---\n\nThe", "\nThe"))),
    Case(
        "header closed by three dots", event(EVENT.replace("---\n\nThe", "...\n\nThe"))
    ),
    Case("empty file", event("")),
    Case("blank file", event("\n \n")),
    Case("only the first line", event("---")),
    Case("header is a list", event("---\n- title\n- date\n---\n")),
    Case("header is a text", event("---\nThe bridge opened.\n---\n")),
    Case("header is null", event("---\n~\n---\n")),
    Case("header of nothing", event("---\n---\n")),
    Case("key twice", header("title: Another")),
    Case(
        "key twice in a block",
        citation(f"source: post\n    source: post\n    exact: {PASSAGE}"),
    ),
    Case(
        "key twice in braces",
        citation(
            f"source: post\n    exact: {PASSAGE}\n    says: {{phrase: a, phrase: b}}"
        ),
    ),
    Case("misspelt key", header("titel: Another")),
    Case("unknown key", header("colour: red")),
    *(
        Case(f"key that keeps back elsewhere: {key}", header(key))
        for key in ("draft: true", "Published: no", "publish_date: 2199-01-01")
    ),
    Case(
        "page that is kept back elsewhere",
        put("content/pages/about.md", "---\ntitle: About\ndraft: true\n---\n\nUs.\n"),
    ),
    Case("indented by a tab", citation(f"source: post\n\texact: {PASSAGE}")),
    Case("colon in a title", title("Harbour: bridge opens")),
    *(
        Case(f"title begins with {name}", title(f"{sign}harbour"))
        for name, sign in {
            "an at": "@",
            "a percent": "%",
            "a star": "*",
            "an ampersand": "&",
            "an exclamation mark": "!",
            "a bar": "|",
            "a backtick": "`",
            "an angle": ">",
            "a bracket": "[",
            "a brace": "{",
            "a question mark": "? ",
            "a hyphen": "- ",
            "a hash": "#",
        }.items()
    ),
    Case("unclosed quotation mark", title('"Harbour bridge opens')),
    Case("hash that swallows a text", title("Harbour bridge #2 opens")),
    Case("anchor", header("places: &a [quay]")),
    Case("alias", header("places: *a")),
    Case("billion laughs", header(LAUGHS)),
    Case("merge-key bomb", header(MERGES)),
    Case("alias to itself", header("places: &a [*a]")),
    Case("twenty thousand brackets", title("[" * 20_000)),
    Case("a thousand brackets, closed", title("[" * 1000 + "]" * 1000)),
    Case("blocks three thousand deep", header(DEEP)),
    Case("tag of Python", title("!!python/object/apply:os.system [ls]")),
    Case("binary tag", title("!!binary aGk=")),
    Case("set tag", title("!!set {a, b}")),
    Case("tag of one's own", title("!x y")),
    Case("title of five million letters", title("x" * 5_000_000)),
    Case("fifty thousand keys", header("\n".join(f"key{n}: v" for n in range(50_000)))),
    Case("file of two hundred thousand letters", body("harbour " * 25_000)),
    Case("integer of five thousand digits", title("9" * 5000)),
    *(
        Case(f"title is {word}", title(word), f">{word}</bdi></h1>")
        for word in (
            "no",
            "12:30",
            "012",
            "1e5",
            "2024_06",
            "1.10",
            "~",
            "null",
            ".inf",
            "0x1F",
            "1:2:3",
        )
    ),
    *(
        Case(f"key is {word}", header(f"{word}: x"))
        for word in ("content", "handler", "no", "2024", "__class__", "origin", "id")
    ),
    Case("lone surrogate", title('"a\\uD800b"')),
    Case("control of the second half", title("a\x85b")),
    Case("line separator", title("a\u2028b")),
    Case("escaped bell", title('"a\\ab"')),
    Case("text turned around", title("Harbour \u202eegdirb")),
    Case("two documents", header("--- \ndate: soon")),
    Case("two documents, ended by dots", header("...\nplaces: [quay]")),
    # --- dates
    *(
        Case(f"date {brief(value)}", date(value))
        for value in (
            "2024-13",
            "2024-02-30",
            "2023-02-29",
            "2024-04-31",
            "2024-00",
            "2024-01-00",
            "2025/2024",
            "2024-06-02/2024-06-01",
            "June 2024",
            "20240619",
            "2024-6-9",
            "２０２４-０６-１９",
            " 2024",
            "2024-06-19 ",
            "2024 - 06",
            "..",
            "/",
            "[]",
            "[..]",
            "../..",
            "9" * 400,
            "Y" + "9" * 400,
            "2024-06-19\u200b",
            "٢٠٢٤",
        )
    ),
    *(
        Case(f"date {value}", date(value), shows)
        for value, shows in {
            "-0043": "44 BCE",
            "0000": "1 BCE",
            "9999-12-31": "31 December 9999",
            "XXXX": "unknown",
            "2024-XX": "2024",
            "2024~": "about 2024",
        }.items()
    ),
    Case(
        "date with a time and a zone", date("2024-06-19T23:59:59+14:00"), "19 June 2024"
    ),
    Case(
        "day after the article with a past tense",
        all_of(
            date("2021-07-12"),
            put(
                "content/sources/post.md",
                '---\ntitle: Harbour news\nissued: "2019-07-13"\n---\n',
            ),
        ),
    ),
    Case("day in the future of no known day", all_of(date("2199-01-01"))),
    Case(
        "day in the future",
        all_of(
            date("2199-01-01"),
            put(
                "content/sources/other.md",
                '---\ntitle: Other news\nissued: "2019-07-13"\n---\n',
            ),
            put("seeds/other.txt", "Nothing happened.\n"),
        ),
    ),
    # --- paths and ids
    Case("folder for an id", named("../escape")),
    *(
        Case(f"id {brief(stem)}", named(stem))
        for stem in (
            "..%2f..%2fescape",
            "%2e%2e",
            "..",
            "...",
            "C:\\x",
            "日本",
            "CON",
            "nul",
            "NUL.",
            "com1.x",
            "bridge.",
            "bridge ",
            " bridge",
            "Ünïcode",
            "index",
            "404",
            "assets",
            "feed.xml",
            "data",
            "a\nb",
            "a'b",
            'a"b',
            "a<b>",
            "🚢",
            "-rf",
            "a#b",
            "a?b",
            "a&b",
            "a%41b",
            "a;b",
            "a|b",
            "~",
            "x" * 240,
            "日" * 80,
            "a\u202eb",
            "a\tb",
        )
    ),
    Case("two capitals", put("content/events/Ferry.md", EVENT)),
    Case(
        "two compositions",
        all_of(
            put("content/events/f\u00e4hre.md", EVENT),
            put("content/events/fa\u0308hre.md", EVENT),
        ),
    ),
    Case(
        "sharp s",
        all_of(
            put("content/events/stra\u00dfe.md", EVENT),
            put("content/events/strasse.md", EVENT),
        ),
    ),
    Case("the same id twice", put("content/events/old/bridge.md", EVENT)),
    Case("alias of a live event", header("aliases: [ferry]")),
    Case("alias of itself", header("aliases: [bridge]")),
    Case(
        "alias cycle",
        all_of(
            header("aliases: [ferry]"),
            typed("tags:", "aliases: [bridge]\ntags:", "content/events/ferry.md"),
        ),
    ),
    Case(
        "one alias of two",
        all_of(
            header("aliases: [former]"),
            typed("tags:", "aliases: [former]\ntags:", "content/events/ferry.md"),
        ),
    ),
    *(
        Case(f"alias {brief(alias)}", header(f"aliases: ['{alias}']"))
        for alias in (
            "../../escape",
            "..%2f..%2fescape",
            "%2e%2e/escape",
            "/abs",
            "C:\\x",
            "a/b",
            "index.html",
            "..",
            ".",
            "Ferry",
            "CON",
            "x" * 300,
            "日本",
        )
    ),
    Case("alias with NUL", header('aliases: ["a\\0b"]')),
    *(
        Case(f"tag {brief(tag)}", header(f"tags: ['{tag}']"))
        for tag in (
            "../../escape",
            "..%2fescape",
            "C:\\x",
            "日本",
            "...",
            "CON",
            "nul",
            "x" * 300,
            "🚢",
            "/",
        )
    ),
    *(
        Case(
            f"seed named {brief(name)}",
            all_of(
                renamed("seeds/post.txt", f"seeds/{name}.txt"),
                gone("content/sources/post.md"),
                typed("post", json.dumps(name)),
                typed("post", json.dumps(name), "content/events/ferry.md"),
            ),
        )
        for name in (
            "%2e%2e",
            "..%2fx",
            "a\nb",
            "CON",
            "nul",
            "a b",
            "a?b#c",
            "a%41b",
            "C:\\x",
            "日本",
            "x" * 250,
            "日" * 80,
            "a'b",
            'a"b',
            "<img src=x onerror=alert(1)>",
            "-rf",
            "post.",
            "post ",
            "index",
            "feed",
            "annotations",
            "a:b",
            "javascript:alert(1)",
            "a\u202eb",
            "..x",
            "A",
            "~",
            "a&b",
            "a\\b",
            "a\x01b",
            "a\x85b",
            "fa\u0308hre",
        )
    ),
    Case("seeds of two capitals", put("seeds/Post.txt", POST)),
    Case("seeds of two endings", put("seeds/post.md", POST)),
    Case(
        "seeds of two compositions",
        all_of(put("seeds/f\u00e4hre.txt", "a"), put("seeds/fa\u0308hre.txt", "b")),
    ),
    Case(
        "seed with a name that is no text",
        lambda root: Path(
            os.fsdecode(os.fsencode(root) + b"/seeds/caf\xe9.txt")
        ).write_text("a"),
    ),
    Case(
        "event with a name that is no text",
        lambda root: Path(
            os.fsdecode(os.fsencode(root) + b"/content/events/caf\xe9.md")
        ).write_text(EVENT),
    ),
    Case(
        "static file with a name that is no text",
        all_of(
            folder("static"),
            lambda root: Path(
                os.fsdecode(os.fsencode(root) + b"/static/caf\xe9.css")
            ).write_text("a"),
        ),
    ),
    Case(
        "picture with a name that is no text",
        all_of(
            folder("content/media"),
            lambda root: Path(
                os.fsdecode(os.fsencode(root) + b"/content/media/caf\xe9.png")
            ).write_text("a"),
        ),
    ),
    Case("linked folder of the root in content", link("content/all", "/")),
    Case("linked folder of the root in seeds", link("seeds/all", "/")),
    Case("linked folder of the root in media", link("content/media/all", "/")),
    Case("media are the root", link("content/media", "/")),
    Case("templates are a link", link("templates", "/etc/ssl")),
    Case("static is a link", link("static", "/etc/ssl")),
    Case("static file named like ours", put("static/events/bridge/index.html", "x")),
    Case("static file named with a colon", put("static/C:x", "x")),
    Case("static file with a backslash", put("static/a\\b", "x")),
    Case("static capitals", all_of(put("static/a.css", "x"), put("static/A.css", "x"))),
    Case("link to a file among the content", link("content/events/x.md", "bridge.md")),
    Case("link out of the content", link("content/events/x.md", "/etc/passwd")),
    Case("link to nothing", link("content/events/x.md", "nowhere")),
    Case("linked folder", link("content/events/old", "..")),
    Case("linked folder out of the project", link("content/events/old", "/etc")),
    Case("link to itself", link("content/events/x.md", "x.md")),
    Case(
        "the content is a link",
        all_of(renamed("content", "kept"), link("content", "kept")),
    ),
    Case(
        "folder of the content is a link",
        all_of(renamed("content/events", "kept"), link("content/events", "../kept")),
    ),
    Case("seeds are a link", all_of(renamed("seeds", "kept"), link("seeds", "kept"))),
    Case(
        "linked seed in the project",
        all_of(
            renamed("seeds/post.txt", "post.txt"), link("seeds/post.txt", "../post.txt")
        ),
    ),
    Case("linked seed out of the project", link("seeds/x.txt", "/etc/passwd")),
    Case("linked folder of seeds", link("seeds/more", "/etc")),
    Case("pipe in content", pipe("content/events/x.md")),
    Case("pipe beside content", pipe("content/x.md")),
    Case("pipe without an ending", pipe("content/events/x")),
    Case("pipe in seeds", pipe("seeds/x.txt")),
    Case("pipe in media", pipe("content/media/x.png")),
    Case("pipe in static", pipe("static/x.css")),
    Case("pipe in templates", pipe("templates/event.html")),
    Case("pipe for a README", pipe("content/events/README.md")),
    Case("socket in content", listening("content/events/x.md")),
    Case("socket in seeds", listening("seeds/x.txt")),
    Case("device in content", link("content/events/x.md", "/dev/zero")),
    Case("device in seeds", link("seeds/x.txt", "/dev/zero")),
    Case("device in media", link("content/media/x.png", "/dev/zero")),
    Case("device in static", link("static/x.css", "/dev/zero")),
    Case("device in templates", link("templates/event.html", "/dev/zero")),
    Case(
        "device as settings",
        all_of(gone("dateline.toml"), link("dateline.toml", "/dev/zero")),
    ),
    Case("pipe as settings", all_of(gone("dateline.toml"), pipe("dateline.toml"))),
    Case("link in static out of the project", link("static/x.css", "/etc/passwd")),
    Case("linked folder in static out of the project", link("static/x", "/etc/ssl")),
    Case(
        "linked template out of the project",
        link("templates/event.html", "/etc/passwd"),
    ),
    Case(
        "linked picture out of the project", link("content/media/x.png", "/etc/passwd")
    ),
    Case("folder named like a file", folder("content/events/x.md")),
    # --- markup
    Case("four thousand brackets in a text", body("[" * 4000)),
    Case("four thousand links begun", body("[a](" * 4000)),
    Case("five thousand backticks", body("`" * 5000)),
    Case("backticks of all lengths", body(" ".join("`" * n for n in range(1, 400)))),
    Case("four thousand definitions", body("a\n: " * 4000)),
    Case("line of two hundred thousand letters", body("x" * 200_000)),
    Case("four thousand stars", body("*a **b " * 2000)),
    Case("five thousand quotations in one another", body(">" * 5000)),
    Case(
        "two thousand lists in one another",
        body("\n".join("  " * n + "- a" for n in range(2000))),
    ),
    Case("four thousand angles", body("<" * 4000)),
    Case("four thousand tags begun", body("<a " * 4000)),
    Case("thousand elements in one another", body("<b>" * 5000)),
    Case("comment without an end", body("<!-- " * 3000)),
    Case("four thousand ampersands", body("&" * 4000 + "#" * 4000)),
    Case(
        "table of ten thousand cells",
        body("|a" * 5000 + "\n" + "|-" * 5000 + "\n" + "|b" * 5000),
    ),
    Case(
        "ten thousand references",
        body("\n".join(f"[{n}]: x" for n in range(3000)) + "\n\n" + "[1] " * 3000),
    ),
    Case("script in a text", body("<script>alert(1)</script> *so*"), "<em>so</em>"),
    Case(
        "template code in a text",
        body("It was {{ 7 * 7 }} and {% include 'x' %}."),
        "It was {{ 7 * 7 }} and {% include 'x' %}.",
    ),
    Case(
        "template code and markup in a title",
        title("<b>{{ 7 * 7 }}</b> </script> ]]>"),
        "&lt;b&gt;{{ 7 * 7 }}&lt;/b&gt; &lt;/script&gt; ]]&gt;</bdi></h1>",
    ),
    Case("link of another host without a scheme", body("[a](//example.org/x)")),
    Case("link with backslashes", body("[a](\\\\example.org/x)")),
    Case("link from the root", body("[a](/abs)")),
    Case("link out of the site", body("[a](../../../x)")),
    Case("link to a file that is not there", body("[a](nowhere.md)")),
    Case("link of javascript", body("[a](javascript:alert(1))")),
    Case("link with a half address", body("[a](https://[x)")),
    Case("picture of another host", body("![a](https://example.org/x.png)")),
    Case(
        "element that takes a name of the page",
        body("<img name=getElementById> <p id=content>x</p>"),
    ),
    # --- citations
    Case(
        "quote that is not in the source",
        citation("source: post\n    exact: The harbour bridge closed."),
    ),
    Case("quote twice", citation("source: post\n    exact: The ferry stopped")),
    Case(
        "source moved below other text", put("seeds/post.txt", "New line.\n\n" + POST)
    ),
    Case(
        "source drifted",
        put(
            "seeds/post.txt",
            POST.replace("bridge opened on 12", "bridge has opened on 12"),
        ),
    ),
    Case(
        "sentence gone from the source", put("seeds/post.txt", "The pier is closed.\n")
    ),
    Case(
        "number changed in a quote",
        citation("source: post\n    exact: The harbour bridge opened on 13 July 2019."),
    ),
    Case(
        "negation changed in a quote",
        typed("did not stop", "did stop", "content/events/ferry.md"),
    ),
    Case("source file missing", gone("seeds/post.txt")),
    Case("source file renamed", renamed("seeds/post.txt", "seeds/paper.txt")),
    Case(
        "hash of the source differs",
        put(
            "content/sources/post.md",
            f"---\ntitle: Harbour news\nsha256: {'0' * 64}\n---\n",
        ),
    ),
    Case("emoji before a quote", put("seeds/post.txt", "🚢🏴󠁧󠁢󠁥󠁮󠁧󠁿 " + POST)),
    *(
        Case(
            f"URL {name}",
            put(
                "content/sources/post.md",
                f"---\ntitle: Harbour news\nURL: {url}\n---\n",
            ),
        )
        for name, url in {
            "of javascript": "javascript:alert(1)",
            "without a scheme": "example.org/x",
            "with spaces": "https://example.org/a b",
            "of eight kilobytes": "https://example.org/" + "x" * 8192,
            "of look-alike letters": "https://ex\u0430mple.org/",
            "with a name and password": "https://me:secret@example.org/",
            "without a host": "https://",
            "of data": "data:text/html,x",
            "with half a bracket": "https://[x",
            "with a port out of range": "https://example.org:99999/",
            "with a line break": '"https://example.org/\\na"',
        }.items()
    ),
    # --- the graph
    Case("related to what is not there", header("related: [pier]")),
    Case(
        "related to what was deleted",
        all_of(header("related: [ferry]"), gone("content/events/ferry.md")),
    ),
    Case("source that is not there", citation("source: paper\n    exact: x")),
    Case("related to itself", header("related: [bridge]")),
    Case("related twice", header("related: [ferry, ferry]")),
    Case("related from one side", header("related: [ferry]"), "The ferry goes on"),
    Case("no events", all_of(gone(BRIDGE), gone("content/events/ferry.md"))),
    Case("one event", gone("content/events/ferry.md"), "Harbour bridge opens"),
    Case(
        "no dates",
        all_of(
            typed('date: "2019-07-12"\n', ""),
            typed('date: "2019-07-12"\n', "", "content/events/ferry.md"),
        ),
        "Harbour bridge opens",
    ),
]
