"""The site of a hostile project in a real browser, which is heard when a text acts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, ConsoleMessage, Page, Request

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


def pages_in(files: dict[str, bytes]) -> list[str]:
    return sorted(path for path in files if path.endswith(".html"))


def without_policy(files: dict[str, bytes]) -> dict[str, bytes]:
    pages = {path: files[path] for path in pages_in(files)}
    assert all(POLICY.search(data) for data in pages.values())
    return files | {path: POLICY.sub(b"", data) for path, data in pages.items()}


def what_could_act(page: Page, addresses: Iterable[str]) -> list[str]:
    found = []
    for address in addresses:
        page.goto(address)
        found += [f"{address}: {what}" for what in page.evaluate(ACTIVE)]
    return found


@contextmanager
def listening(browser: Browser, address: str) -> Iterator[Page]:
    """A page that hears what texts run, and what is asked of other hosts."""
    with browser.new_context() as context:
        context.add_init_script(TELL)
        page = context.new_page()
        heard: list[str] = []
        page.on("console", lambda said: heard.extend(_unless_icon(said)))
        page.on("pageerror", lambda error: heard.append(f"{page.url}: {error}"))
        page.on("dialog", lambda dialog: heard.append(f"{page.url}: {dialog}"))
        page.on("request", lambda asked: heard.extend(_outside(page, asked, address)))
        yield page
        assert heard == []


def _unless_icon(said: ConsoleMessage) -> list[str]:
    """What a browser says by itself of a page without an icon is nothing."""
    address = said.location["url"]
    return [] if address.endswith("/favicon.ico") else [f"{address}: {said.text}"]


def _outside(page: Page, asked: Request, address: str) -> list[str]:
    own = asked.url.startswith((address, "data:"))
    return [] if own else [f"{page.url} asks for {asked.url}"]
