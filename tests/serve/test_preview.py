"""`dateline serve`, as a person at the computer meets it."""

from __future__ import annotations

import http.client
import json
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from support.preview_process import Running, previewing, wait_for

from generator import extraction
from generator.config import read_project
from generator.scaffold import lay_out
from generator.serve import PortInUseError, serve


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """The preview of a new project whose sample article has been read."""
    root = tmp_path_factory.mktemp("preview") / "harbour"
    lay_out(root)
    project, _ = read_project(root)
    extraction.extract(project)
    with previewing(root) as preview:
        yield preview


@pytest.fixture
def about(running: Running, browser: Browser) -> Iterator[Page]:
    """The page about the timeline, open in a browser."""
    running.write_about("It begins.")
    page = browser.new_page()
    page.goto(f"{running.address}about/index.html")
    shows(page, "It begins.")
    yield page
    page.close()


def shows(page: Page, text: str) -> None:
    """Returns when *page* shows *text*; nobody presses reload."""
    page.get_by_text(text, exact=True).wait_for(timeout=30_000)


def answer(
    running: Running,
    path: str,
    host: str | None = None,
    headers: dict[str, str] | None = None,
) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body, asked for without a browser's tidying of paths."""
    where = running.address.removeprefix("http://").rstrip("/")
    connection = http.client.HTTPConnection(where, timeout=30)
    asked = {"Host": host or where, **(headers or {})}
    connection.request("GET", path, headers=asked)
    got = connection.getresponse()
    body = got.read()
    connection.close()
    return got.status, dict(got.getheaders()), body


def test_a_save_is_shown_without_a_hand_on_the_browser(
    running: Running, about: Page
) -> None:
    running.write_about("The bridge is open.")
    shows(about, "The bridge is open.")


def test_of_twenty_fast_saves_the_last_is_shown(running: Running, about: Page) -> None:
    for number in range(20):
        running.write_about(f"This is save {number}.")
        time.sleep(0.05)
    shows(about, "This is save 19.")


def test_saves_a_second_apart_are_all_shown(running: Running, about: Page) -> None:
    for number in range(4):
        running.write_about(f"This is slow save {number}.")
        shows(about, f"This is slow save {number}.")


def test_a_save_by_renaming_is_shown(running: Running, about: Page) -> None:
    beside = running.about.with_name("about.md.new")
    beside.write_text("---\ntitle: About\n---\n\nRenamed into place.\n", "utf-8")
    beside.replace(running.about)
    shows(about, "Renamed into place.")


def test_a_change_of_settings_is_shown(running: Running, about: Page) -> None:
    settings = running.root / "dateline.toml"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace("My timeline", "Ferries and bridges"), "utf-8")
    expect(about).to_have_title("About · Ferries and bridges", timeout=30_000)


def test_the_place_on_the_page_is_kept(running: Running, about: Page) -> None:
    running.write_about("Line.\n\n" * 300 + "The end.")
    shows(about, "The end.")
    about.evaluate("scrollTo(0, 700)")
    running.write_about("Line.\n\n" * 300 + "The new end.")
    shows(about, "The new end.")
    wait_for(lambda: about.evaluate("scrollY") == 700)


def test_a_save_changes_the_open_page_without_loading_it_anew(
    running: Running, about: Page
) -> None:
    running.write_about("- one\n- two\n- three")
    shows(about, "three")
    about.evaluate("document.querySelector('main li').dataset.mark = 'mine'")
    about.evaluate("window.loaded = 'once'")
    running.write_about("- one\n- two\n- four")
    shows(about, "four")
    assert about.evaluate("window.loaded") == "once"
    assert about.get_by_text("three", exact=True).count() == 0
    running.write_about("- nought\n- one\n- four\n- five")
    shows(about, "five")
    listed = about.locator("main .prose li").all_inner_texts()
    assert listed == ["nought", "one", "four", "five"]


def test_what_a_reader_opened_stays_open(running: Running, browser: Browser) -> None:
    folder = running.root / "templates"
    folder.mkdir()
    (folder / "page.html").write_text(
        "<html><head></head><body><details><summary>More</summary>"
        "<p>{{ page_text }}</p></details></body></html>",
        "utf-8",
    )
    running.write_about("It is shut.")
    page = browser.new_page()
    page.goto(f"{running.address}about/index.html")
    page.get_by_text("It is shut.").wait_for(state="attached")
    page.locator("summary").click()
    shows(page, "It is shut.")
    running.write_about("It is open.")
    shows(page, "It is open.")
    assert page.locator("details").get_attribute("open") is not None
    page.close()
    (folder / "page.html").unlink()
    folder.rmdir()


def test_a_broken_file_is_shown_over_the_last_good_page(
    running: Running, about: Page
) -> None:
    good = running.about.read_bytes()
    running.about.write_bytes(good.replace(b"title: About", b"titel: About"))
    trouble = about.locator("#dateline-preview-trouble")
    trouble.wait_for(state="attached")
    told = trouble.evaluate("element => element.shadowRoot.textContent")
    assert "content/pages/about.md:2" in told
    wait_for(lambda: any("content/pages/about.md:2" in line for line in running.said))
    assert about.get_by_text("It begins.", exact=True).is_visible()
    running.about.write_bytes(good)
    trouble.wait_for(state="detached")


def test_a_page_that_is_missing_comes_when_it_exists(
    running: Running, browser: Browser
) -> None:
    page = browser.new_page()
    got = page.goto(f"{running.address}pages/history/index.html")
    assert got is not None
    assert got.status == 404
    (running.about.parent / "history.md").write_text(
        "---\ntitle: History\n---\n\nThe ferry came first.\n", "utf-8"
    )
    shows(page, "The ferry came first.")
    page.close()


def test_the_preview_writes_no_site(running: Running) -> None:
    assert answer(running, "/")[0] == 200
    assert not (running.root / "site").exists()


def test_what_waits_for_review_is_a_page_with_links_into_the_editor(
    running: Running, browser: Browser
) -> None:
    page = browser.new_page()
    page.goto(f"{running.address}__review")
    event = page.locator("section").first
    link = event.get_by_role("link", name="content/events/").first
    place = link.inner_text()
    root = running.root.resolve().as_posix()
    assert link.get_attribute("href") == f"vscode://file/{root}/{place}"
    assert event.locator("mark").count() > 0
    event.get_by_role("link").first.click()
    expect(page.locator("h1")).not_to_contain_text("There is no such page")
    page.close()


def test_an_answer_given_elsewhere_changes_the_open_page_of_what_waits(
    running: Running, browser: Browser
) -> None:
    page = browser.new_page()
    page.goto(f"{running.address}__review")
    before = page.locator("li").count()
    path = sorted((running.root / "content/events").glob("*.md"))[0]
    text = path.read_text("utf-8")
    path.write_text(text.replace("status: proposed", "status: rejected"), "utf-8")
    wait_for(lambda: page.locator("li").count() < before)
    path.write_text(text, "utf-8")
    wait_for(lambda: page.locator("li").count() == before)
    page.close()


def test_nothing_is_kept_by_the_browser(running: Running) -> None:
    paths = ("/", "/__status.json", "/__preview.js", "/__review", "/feed.xml", "/none")
    for path in paths:
        assert answer(running, path)[1]["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "path", ["/", "/__status.json", "/__preview.js", "/__review", "/livereload"]
)
def test_a_request_for_another_host_is_refused(path: str, running: Running) -> None:
    status, _, body = answer(running, path, host="harbour.example")
    assert status == 403
    assert b"timeline" not in body


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_no_page_from_elsewhere_takes_a_file_of_the_preview(
    site: str, running: Running
) -> None:
    asked = {"Sec-Fetch-Site": site, "Sec-Fetch-Dest": "script"}
    status, _, body = answer(running, "/assets/band.js", headers=asked)
    assert status == 403
    assert b"timelineBand" not in body


@pytest.mark.parametrize(
    "asked",
    [
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Dest": "document"},
        {"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Dest": "script"},
        {"Sec-Fetch-Site": "none", "Sec-Fetch-Dest": "document"},
    ],
    ids=["link", "own-page", "typed"],
)
def test_a_link_from_elsewhere_leads_to_the_preview(
    asked: dict[str, str], running: Running
) -> None:
    assert answer(running, "/", headers=asked)[0] == 200


@pytest.mark.parametrize(
    "path",
    [
        "/../dateline.toml",
        "/%2e%2e/dateline.toml",
        "/..%2fdateline.toml",
        "/%252e%252e/dateline.toml",
        "/..%255cdateline.toml",
        "/..%5cdateline.toml",
        "/..\\dateline.toml",
        "/about/../../dateline.toml",
        "/dateline.toml",
        "/index.html%00.toml",
        "/%00",
        "/%ff",
        "//etc/passwd",
        "/%2fetc%2fpasswd",
        "/file:///etc/passwd",
        "/C:%5cWindows%5cwin.ini",
        "/content/pages/about.md",
        "/linked.toml",
        "/linked/dateline.toml",
        "/assets/linked.toml",
    ],
)
def test_only_files_of_the_site_are_served(path: str, running: Running) -> None:
    """A link that somebody laid into the project leads nowhere, in or out of it."""
    for folder in ("static", "site", "."):
        (running.root / folder).mkdir(exist_ok=True)
        for name, target in (("linked.toml", "dateline.toml"), ("linked", ".")):
            link = running.root / folder / name
            if not link.is_symlink():
                link.symlink_to(running.root / target)
    status, headers, body = answer(running, path)
    assert status in (400, 403, 404)
    assert "Location" not in headers
    assert b"[site]" not in body
    assert b"root:x:" not in body


def test_only_this_computer_is_served(running: Running) -> None:
    assert running.address.startswith("http://127.0.0.1:")
    port = int(running.address.rstrip("/").rsplit(":", 1)[1])
    with socket.socket() as elsewhere, pytest.raises(ConnectionRefusedError):
        elsewhere.connect(("127.0.0.2", port))


def test_a_port_in_use_is_said_with_another_to_try(running: Running) -> None:
    port = int(running.address.rstrip("/").rsplit(":", 1)[1])
    with pytest.raises(PortInUseError) as caught:
        serve(running.root, port=port, tell=lambda line: None)
    assert str(caught.value) == (
        f"Port {port} is not free: another program uses it. "
        f"Choose another one: dateline serve --port {port + 1}"
    )


def test_a_project_that_cannot_be_built_yet_is_shown_when_it_can(
    tmp_path: Path, browser: Browser
) -> None:
    lay_out(tmp_path)
    good = (tmp_path / "dateline.toml").read_bytes()
    (tmp_path / "dateline.toml").write_bytes(b"[site\n")
    with previewing(tmp_path) as preview:
        status = json.loads(answer(preview, "/__status.json")[2])
        assert status["trouble"].startswith("dateline.toml:1:6: error: ")
        page = browser.new_page()
        page.goto(preview.address)
        (tmp_path / "dateline.toml").write_bytes(good)
        expect(page).to_have_title("My timeline", timeout=30_000)
        page.close()


def test_a_folder_that_comes_later_is_watched(tmp_path: Path) -> None:
    (tmp_path / "dateline.toml").write_bytes(b'[site]\ntitle = "Harbour"\n')
    with previewing(tmp_path) as preview:
        (tmp_path / "content" / "pages").mkdir(parents=True)
        preview.write_about("It came later.")
        wait_for(lambda: b"It came later." in answer(preview, "/about/index.html")[2])
        preview.write_about("And was changed.")
        wait_for(lambda: b"And was changed." in answer(preview, "/about/index.html")[2])


def test_a_broken_template_is_told_and_the_page_stays(
    running: Running, about: Page
) -> None:
    folder = running.root / "templates"
    folder.mkdir()
    wait_for(lambda: any("up to date" in line for line in running.said))
    template = folder / "page.html"
    template.write_text("{{ nothing.here }}", "utf-8")
    trouble = about.locator("#dateline-preview-trouble")
    trouble.wait_for(state="attached")
    told = trouble.evaluate("element => element.shadowRoot.textContent")
    assert "templates/page.html:1: 'nothing' is undefined" in told
    assert about.get_by_text("It begins.", exact=True).is_visible()
    template.unlink()
    folder.rmdir()
    trouble.wait_for(state="detached")
