"""The scripts as browsers get them."""

from __future__ import annotations

import gzip
from pathlib import Path

from generator.pages.scripts import with_scripts
from generator.resources import find_resources

ROOT = Path(__file__).parents[2]
ALL_AT_MOST = 10 * 1024
BEFORE_THE_FIRST_PAINT_AT_MOST = 400


def test_comments_stay_at_home_and_texts_stay_as_they_are() -> None:
    script = b'// why\nconst a = `1  2`; /* how */\n\nsay("// no comment", a);\n'
    assert with_scripts({"a.js": script, "a.css": b"/* */"}) == {
        "a.js": b'const a=`1  2`;say("// no comment",a);\n',
        "a.css": b"/* */",
    }


def test_a_script_that_is_not_utf_8_is_left_as_it_is() -> None:
    assert with_scripts({"a.js": b"// \xe9\n"}) == {"a.js": b"// \xe9\n"}


def test_all_scripts_together_are_small() -> None:
    static = find_resources(ROOT).static
    scripts = {n: d for n, d in with_scripts(static).items() if n.endswith(".js")}
    sizes = {name: len(gzip.compress(data, 9)) for name, data in scripts.items()}
    assert sizes
    assert sum(sizes.values()) <= ALL_AT_MOST, sizes
    assert len(scripts["settings.js"]) <= BEFORE_THE_FIRST_PAINT_AT_MOST
