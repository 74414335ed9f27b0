"""What people do to a made-up timeline (`made_up.py`), drawn by lot.

An edit changes files below a project's folder and gives their paths, as a program that
watches would hear them. Most projects that come out are without a fault; some are not.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from itertools import chain
from pathlib import Path
from random import Random

from drawing import picture

from support.made_up import (
    EVENT,
    EVENTS,
    NAME,
    NAMES,
    PAPER,
    PAPERS,
    Lines,
    body,
    line,
    passage,
    written_anew,
)

Edit = Callable[[Path, Random], list[Path]]
OF_PEOPLE = ("content", "seeds", "static", "templates")
"""The folders that people write in."""

# --- what people do in one file -------------------------------------------------------


def _with_key(text: str, key: str, lines: list[str]) -> str:
    """*text* with *lines* in the place of what its header says of *key*."""
    others = re.sub(rf"^{key}:.*\n(?:[ -] .*\n)*", "", text, count=1, flags=re.M)
    return others.replace("---\n", "\n".join(["---", *lines, ""]), 1)


def _any(root: Path, random: Random, pattern: str) -> Path | None:
    found = sorted(root.glob(pattern))
    return random.choice(found) if found else None


def _rewrites(name: str, pattern: str, change: Callable[[str, Random], str]) -> Edit:
    """An edit that changes the text of one of the files that *pattern* finds."""

    def edit(root: Path, random: Random) -> list[Path]:
        path = _any(root, random, pattern)
        if path is None:
            return []
        path.write_text(change(path.read_text(), random))
        return [path]

    edit.__name__ = name
    return edit


def _of_key(folder: str, key: str, lines: Lines) -> Edit:
    return _rewrites(
        f"{key} of {folder}",
        f"content/{folder}/**/*.md",
        lambda text, random: _with_key(text, key, lines(random)),
    )


OF_EVENTS = [_of_key("events", key, lines) for key, lines in EVENT.items()]
OF_PAPERS = [_of_key("sources", key, lines) for key, lines in PAPER.items()]
OF_NAMES = [
    *(_of_key("entities", key, lines) for key, lines in NAME.items()),
    _of_key("entities", "kind", line("kind", "place", "person", "organisation")),
]

OF_TEXTS = [
    _rewrites(
        "another body",
        "content/events/**/*.md",
        lambda text, random: f"{text.rpartition('---')[0]}---\n\n{body(random)}\n",
    ),
    _rewrites(
        "a longer text",
        "content/**/*.md",
        lambda text, random: f"{text}\nMore {random.randrange(1000)}.\n",
    ),
    _rewrites(
        "other first words",
        "content/**/*.md",
        lambda text, random: text.replace(
            "---\n\n", f"---\n\nIn all {random.randrange(9)}. ", 1
        ),
    ),
]
OF_LINES = [
    _rewrites(
        "a comment",
        "content/events/**/*.md",
        lambda text, random: text.replace("---\n", "---\n# a note\n", 1),
    ),
    _rewrites(
        "a broken header",
        "content/**/*.md",
        lambda text, random: text.replace("---\n", "", 1),
    ),
    _rewrites(
        "passages further down",
        "seeds/*.txt",
        lambda text, random: text.replace("\n\n", "\n\nA line before.\n\n", 1),
    ),
    _rewrites(
        "passages in another order",
        "seeds/*.txt",
        lambda text, random: "\n\n".join(reversed(text.strip().split("\n\n"))),
    ),
    _rewrites(
        "a passage lost",
        "seeds/*.txt",
        lambda text, random: text.replace("line 5", "line five"),
    ),
]


def digit_changed(root: Path, random: Random) -> list[Path]:
    """Another text of the same length, under the same time of change."""
    path = _any(root, random, "content/events/**/*.md")
    if path is None:
        return []
    status, text = path.stat(), path.read_text()
    path.write_text(re.sub(r"opens \d", f"opens {random.randrange(3)}", text))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    return [path]


def touched(root: Path, random: Random) -> list[Path]:
    """A file, or all of them, as they were but with another time."""
    below = chain.from_iterable((root / name).rglob("*") for name in OF_PEOPLE)
    found = sorted(path for path in below if path.is_file())
    chosen = found if random.random() < 0.3 else [random.choice(found)]
    for path in chosen:
        os.utime(path, (random.randrange(10**9), random.randrange(10**9)))
    return chosen


# --- files that come, go, and get other names -----------------------------------------


def gone_or_back(root: Path, random: Random) -> list[Path]:
    path = random.choice(
        [
            root / f"content/events/event-{random.randrange(EVENTS)}.md",
            root / f"content/sources/paper-{random.randrange(PAPERS)}.md",
            root / f"content/entities/{random.choice([*NAMES])}.md",
            root / f"seeds/paper-{random.randrange(PAPERS)}.txt",
        ]
    )
    aside = root / f"{path.stem}.gone"
    if path.exists():
        path.replace(aside)
    elif aside.exists():
        aside.replace(path)
    return [path]


def event_gone(root: Path, random: Random) -> list[Path]:
    path = _any(root, random, "content/events/**/*.md")
    if path is None:
        return []
    path.unlink()
    return [path]


def renamed(root: Path, random: Random) -> list[Path]:
    path = _any(root, random, "content/events/**/*.md")
    if path is None:
        return []
    other = path.with_name(f"event-{random.randrange(EVENTS)}.md")
    path.replace(other)
    return [path, other]


def renamed_with_alias(root: Path, random: Random) -> list[Path]:
    path = _any(root, random, "content/e[vn]*/**/*.md")
    if path is None:
        return []
    other = path.with_name(
        f"{path.stem.partition('-then')[0]}-then-{len(path.stem)}.md"
    )
    path.write_text(_with_key(path.read_text(), "aliases", [f"aliases: [{path.stem}]"]))
    path.replace(other)
    return [path, other]


def merged(root: Path, random: Random) -> list[Path]:
    """One name takes over the events of another, whose file goes."""
    found = sorted(root.glob("content/entities/*.md"))
    if len(found) < 2:
        return []
    kept, gone = random.sample(found, 2)
    gone.unlink()
    kept.write_text(_with_key(kept.read_text(), "aliases", [f"aliases: [{gone.stem}]"]))
    return [kept, gone]


def moved_into_a_folder(root: Path, random: Random) -> list[Path]:
    path = _any(root, random, "content/events/*.md")
    if path is None:
        return []
    other = path.parent / "more" / path.name
    other.parent.mkdir(exist_ok=True)
    path.replace(other)
    return [path, other.parent, other]


def copied(root: Path, random: Random) -> list[Path]:
    """A second file of the same words: of its own name, or as programs name copies."""
    path = _any(root, random, "content/events/*.md")
    if path is None:
        return []
    name = random.choice(["event-{}", "event-{}", "event-{} (copy)"])
    other = path.with_name(f"{name.format(random.randrange(EVENTS))}.md")
    other.write_bytes(path.read_bytes())
    return [other]


def paper_added_or_gone(root: Path, random: Random) -> list[Path]:
    path = root / "seeds/paper-9.txt"
    if path.exists():
        path.unlink()
    else:
        path.write_text(f"Paper 9\n\n{passage(9, random.randrange(3))}\n")
    return [path]


def page_written(root: Path, random: Random) -> list[Path]:
    path = root / f"content/pages/{random.choice(['about', 'history'])}.md"
    if path.exists() and random.random() < 0.3:
        path.unlink()
    else:
        text = f"Words. {body(random)}".replace("(event", "(../events/event")
        path.write_text(f"---\ntitle: Page {random.randrange(3)}\n---\n\n{text}\n")
    return [path]


def picture_saved(root: Path, random: Random) -> list[Path]:
    """Another picture of the same name, or one that no event shows, or no more."""
    path = root / f"content/media/{random.choice(['pier', 'pier', 'ship'])}.png"
    path.parent.mkdir(exist_ok=True)
    if path.stem == "ship" and path.exists():
        path.unlink()
    else:
        colour = random.choice(["red", "tan"])
        path.write_bytes(picture("PNG", (60 + random.randrange(2), 40), colour))
    return [path]


# --- what publishers do ---------------------------------------------------------------


def _comes_changes_goes(folder: str, files: Mapping[str, tuple[str, ...]]) -> Edit:
    def edit(root: Path, random: Random) -> list[Path]:
        name = random.choice([*files])
        path = root / folder / name
        if path.exists() and random.random() < 0.5:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(random.choice(files[name]))
        return [path]

    edit.__name__ = f"a file of {folder}"
    return edit


template_changed = _comes_changes_goes(
    "templates",
    {
        "tag.html": ("{{ tag }} of {{ timeline.by_tag }}", "{{ tag }}", "{{ ta"),
        "404.html": ("Nothing here.", "Nothing."),
        "about.html": ("{{ timeline.all_events | length }} events", "Ours."),
    },
)
static_changed = _comes_changes_goes(
    "static",
    {
        "own.css": (".a { color: red }", ".b { color: tan }", "@import 'x.css';"),
        "more.txt": ("More", "Less"),
        "icon.svg": ("<svg xmlns='http://www.w3.org/2000/svg'/>",),
    },
)
SETTING = {
    "title": ('title = "Harbour years"', 'title = "Quay years"'),
    "base_url": ('base_url = "https://example.org/h/"', 'base_url = ""'),
    "publish": ('publish = "all"', 'publish = "reviewed"'),
    "repository": ('repository = "https://example.org/r"', ""),
    "description": ('description = "What was built"', ""),
}


LANGUAGE = {"language": ('language = "en"', 'language = "de"')}


def _setting(settings: Mapping[str, tuple[str, ...]]) -> Edit:
    def settings_changed(root: Path, random: Random) -> list[Path]:
        path = root / "dateline.toml"
        key = random.choice([*settings])
        others = re.sub(rf"^{key} = .*\n", "", path.read_text(), flags=re.M)
        path.write_text(f"{others}{random.choice(settings[key])}\n")
        return [path]

    return settings_changed


CALM: list[Edit] = [
    *(*OF_EVENTS, *OF_EVENTS, *OF_PAPERS, *OF_NAMES, *OF_TEXTS),
    *(written_anew, event_gone, renamed_with_alias, merged, page_written),
    *(paper_added_or_gone, picture_saved),
]
"""What changes few pages, and leaves most projects without a fault."""
EDITS: list[Edit] = [
    *(*CALM, *OF_TEXTS, *OF_LINES),
    *(digit_changed, touched, digit_changed, touched, copied, static_changed),
    *(gone_or_back, renamed, moved_into_a_folder, _setting(SETTING), _setting(SETTING)),
]
"""What may be done; what is done more often stands here more than once."""
OF_LOOKS: list[Edit] = [template_changed, template_changed, _setting(LANGUAGE)]
"""What takes long, since all templates are compiled after it."""
