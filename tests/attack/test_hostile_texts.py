"""No text of any field runs a script on any page, or breaks a file for programs.

Pages are opened in a real browser, as they are and without their policy: the policy
is a second wall, and must not be needed. More texts than our own, such as a public
list, are tried when DATELINE_TEXTS names files of them: one text a line, a list as
JSON, or a JavaScript module with payloads.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hostile_texts import SIGNAL, TEXTS, lay_out
from icalendar import Calendar
from playwright.sync_api import Browser, ConsoleMessage, Page, Request
from support.browsing import served

from generator import pipeline
from generator.config import read_project
from generator.disk import Files
from generator.problems import Severity

POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
TELL = """
for (const name of ["alert", "confirm", "prompt", "print", "open"])
  window[name] = () => console.error("executed");
"""
"""What a page runs first: whoever calls what the texts call is heard."""

LINKED_DATA = re.compile(rb'<script type="application/ld\+json">(.+?)</script>')
ACTIVE = """() => {
const scheme = (address) => {
  try { return new URL(address, document.baseURI).protocol; } catch { return ""; }
};
return [...document.querySelectorAll("*")].flatMap(element =>
  [...element.attributes].filter(({name, value}) =>
    name.startsWith("on") || name === "srcdoc" || name === "ping" ||
    ["href", "src", "action", "formaction", "data", "xlink:href"].includes(name) &&
    ["javascript:", "vbscript:", "data:"].includes(scheme(value)) &&
    !(element.localName === "link" && element.rel === "icon")
  ).map(({name, value}) => `<${element.localName} ${name}=${value}>`)
).concat(
  [...document.querySelectorAll(
    "base[href], iframe, object, embed, math, form:not([role])"
  )].map(element => element.outerHTML.slice(0, 80))
)
}
"""
"""What on a page could act."""


def files_of(root: Path) -> dict[str, bytes]:
    """The site of the project, also where a link of a text leads nowhere."""
    project, problems = read_project(root)
    report = pipeline.preview(project, Files())
    found = [*problems, *report.problems]
    errors = [str(p) for p in found if p.severity is Severity.ERROR]
    assert report.site is not None, "\n".join(errors)
    return {path: report.site.file(path) for path in report.site.paths}


def written(files: dict[str, bytes], folder: Path) -> Path:
    for path, data in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    return folder


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    root = tmp_path_factory.mktemp("hostile") / "project"
    lay_out(root, TEXTS)
    return files_of(root)


@pytest.fixture(params=["with-policy", "without-policy"])
def address(
    request: pytest.FixtureRequest, files: dict[str, bytes], tmp_path: Path
) -> Iterator[str]:
    kept = request.param == "with-policy"
    shown = files if kept else without_policy(files)
    with served(written(shown, tmp_path), "/h") as address:
        yield address


def without_policy(files: dict[str, bytes]) -> dict[str, bytes]:
    pages = {path: data for path, data in files.items() if path.endswith(".html")}
    assert all(POLICY.search(data) for data in pages.values())
    return files | {path: POLICY.sub(b"", data) for path, data in pages.items()}


def what_could_act(page: Page, address: str, paths: Iterable[str]) -> list[str]:
    found = []
    for path in paths:
        page.goto(address + path)
        found += [f"{path}: {what}" for what in page.evaluate(ACTIVE)]
    return found


@contextmanager
def listening(browser: Browser, address: str) -> Iterator[Page]:
    """A page that hears what texts run, and what is asked of other hosts."""
    with browser.new_context() as context:
        context.add_init_script(TELL)
        page = context.new_page()
        heard: list[str] = []
        page.on("console", lambda said: heard.extend(unless_icon(said)))
        page.on("pageerror", lambda error: heard.append(f"{page.url}: {error}"))
        page.on("dialog", lambda dialog: heard.append(f"{page.url}: {dialog}"))
        page.on("request", lambda asked: heard.extend(outside(page, asked, address)))
        yield page
        assert heard == []


def unless_icon(said: ConsoleMessage) -> list[str]:
    """What a browser says by itself of a page without an icon is nothing."""
    address = said.location["url"]
    return [] if address.endswith("/favicon.ico") else [f"{address}: {said.text}"]


def outside(page: Page, asked: Request, address: str) -> list[str]:
    own = asked.url.startswith((address, "data:"))
    return [] if own else [f"{page.url} asks for {asked.url}"]


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    with listening(browser, address) as page:
        yield page


def test_no_text_acts_on_any_page(
    page: Page,
    address: str,
    files: dict[str, bytes],
    request: pytest.FixtureRequest,
) -> None:
    """Of those with a policy, a third: it is the same on each."""
    paths = pages_in(files)
    assert len(paths) > 5 * len(TEXTS)
    kept = "with-policy" in request.node.name
    assert what_could_act(page, address, paths[:: 3 if kept else 1]) == []


def test_a_text_that_is_trusted_would_be_heard(
    browser: Browser, tmp_path: Path
) -> None:
    (tmp_path / "index.html").write_text("\n".join(TEXTS[2:6]))
    with (
        served(tmp_path) as address,
        pytest.raises(AssertionError, match="executed"),
        listening(browser, address) as page,
    ):
        assert len(what_could_act(page, address, [""])) >= 3


def pages_in(files: dict[str, bytes]) -> list[str]:
    return sorted(path for path in files if path.endswith(".html"))


def test_no_text_acts_when_scripts_show_it(page: Page, address: str) -> None:
    """Where scripts fill in what they fetched: results, chips and the overview."""
    for words in ("img", "script svg", "alert", "<img src=x onerror=alert(1)>"):
        page.goto(f"{address}search/")
        page.locator("input[type=search]").first.fill(words)
        page.wait_for_timeout(300)
        assert page.evaluate(ACTIVE) == []
    page.goto(f"{address}search/?q=%3Cimg%20src%3Dx%20onerror%3D{SIGNAL}%3E")
    assert page.evaluate(ACTIVE) == []


READ = {
    ".json": json.loads,
    ".jsonld": json.loads,
    ".geojson": json.loads,
    ".xml": ElementTree.fromstring,
    ".ics": Calendar.from_ical,
}


def test_files_for_programs_can_be_read(files: dict[str, bytes]) -> None:
    assert read_by_programs(files) == set(READ)


def read_by_programs(files: dict[str, bytes]) -> set[str]:
    """The endings of what programs could read; each file has been."""
    seen = set()
    for path, data in files.items():
        ending = Path(path).suffix
        if ending in READ:
            READ[ending](data)
            seen.add(ending)
        for inner in LINKED_DATA.findall(data):
            json.loads(inner)
    return seen


def test_no_cell_is_a_formula(files: dict[str, bytes]) -> None:
    tables = [data for path, data in files.items() if path.endswith(".csv")]
    cells = [
        cell
        for data in tables
        for row in csv.reader(io.StringIO(data.decode("utf-8-sig")))
        for cell in row
    ]
    assert any("HYPERLINK" in cell for cell in cells)
    assert not [cell for cell in cells if cell.lstrip()[:1] in tuple("=+-@＝＋－＠")]


# --- texts of others, on demand -------------------------------------------------------

OF_OTHERS = [
    Path(name) for name in os.environ.get("DATELINE_TEXTS", "").split(":") if name
]
BATCH = 40


def texts_in(path: Path) -> list[str]:
    """The texts that the file at *path* lists."""
    text = path.read_text("utf-8")
    if path.suffix == ".json":
        return [str(item) for item in json.loads(text)]
    if path.suffix in (".mjs", ".js"):
        found = re.findall(r'payload"?: ("(?:[^"\\]|\\.)*")', text)
        return [json.loads(item) for item in found]
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@pytest.mark.skipif(not OF_OTHERS, reason="DATELINE_TEXTS names no list of texts")
@pytest.mark.parametrize("path", OF_OTHERS, ids=lambda path: path.name)
def test_no_text_of_others_acts_without_a_policy(
    path: Path, browser: Browser, tmp_path: Path
) -> None:
    texts = texts_in(path)
    assert texts
    for start in range(0, len(texts), BATCH):
        root = tmp_path / str(start)
        lay_out(root, texts[start : start + BATCH])
        leave_out_refused_bodies(root)
        files = files_of(root)
        read_by_programs(files)
        folder = written(without_policy(files), root / "site")
        with served(folder, "/h") as address, listening(browser, address) as page:
            assert what_could_act(page, address, pages_in(files)) == []


def leave_out_refused_bodies(root: Path) -> None:
    """Texts that are refused stay in the fields, where they are not."""
    for problem in pipeline.check(read_project(root)[0]):
        path = root / problem.origin.path
        if problem.severity is Severity.ERROR and path.exists():
            header, rule, _ = path.read_text("utf-8").rpartition("\n---\n")
            assert rule
            path.write_text(f"{header}{rule}", "utf-8")
