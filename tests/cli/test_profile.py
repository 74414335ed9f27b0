"""`--profile`: a table of where the time went, and nothing else changes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.cli import main
from generator.cli.profile import Profile, Tally, table

TABLE = """\
                                 CPU s    wall s     count  a second   ms each
starting                          0.05
reading content                   0.40      0.50
pages                             3.50      2.00     1,010       505      3.47
  event.html                      2.00               1,000                2.00
  month.html                      1.00                  10              100.00
  links                           0.50
all                               3.95      2.50
memory at the peak: 80 MB and 60 MB
the slowest                  ms of CPU
  month.html                     300.0  years/2019/03/index.html
  event.html                      20.5  events/bridge/index.html
"""


def test_stages_stand_in_their_order_and_the_dearest_kind_first() -> None:
    tallies = {
        ("starting", ""): Tally(0, 0.05),
        ("reading content", ""): Tally(0, 0.4, 0.5),
        ("pages", ""): Tally(),
        ("pages", "month.html"): Tally(10, 1.0, 0.4),
        ("pages", "event.html"): Tally(1000, 2.0, 1.2),
        ("pages", "links"): Tally(0, 0.5, 0.4),
    }
    slowest = [
        (0.0205, "event.html", "events/bridge/index.html"),
        (0.3, "month.html", "years/2019/03/index.html"),
    ]
    assert table(tallies, slowest, [80.4, 60]) == TABLE


def test_what_a_fork_did_is_counted_in_its_stage() -> None:
    profile = Profile()
    profile.stage("pages", 3)
    profile.made("event.html", "one")
    receiving, sending = os.pipe()
    child = os.fork()
    if child == 0:
        profile.forked(1)
        profile.made("event.html", "two")
        profile.made("month.html", "three")
        os.write(sending, profile.heard())
        os._exit(0)
    os.waitpid(child, 0)
    profile.joined(os.read(receiving, 65536))
    counts = {kind: t.count for (_, kind), t in profile.tallies.items() if kind}
    assert counts == {"event.html": 2, "month.html": 1}
    assert {name for _, _, name in profile.slowest} == {"one", "two", "three"}


@pytest.fixture
def harbour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose sample article is read, as the current folder."""
    assert main(["init", str(tmp_path / "harbour")]) == 0
    assert main(["extract", "--project", str(tmp_path / "harbour")]) == 0
    monkeypatch.chdir(tmp_path / "harbour")
    return tmp_path / "harbour"


@pytest.mark.usefixtures("harbour")
def test_every_long_command_tells_its_stages_on_standard_error(
    capsys: pytest.CaptureFixture[str],
) -> None:
    told = {}
    for command in ("extract", "check", "build"):
        capsys.readouterr()
        assert main([command, "--profile"]) == 0
        written = capsys.readouterr()
        assert "CPU s" not in written.out
        told[command] = [
            line[:28].strip()
            for line in written.err.splitlines()
            if line[:1].isalpha() and "memory" not in line
        ]
    assert "events in articles" in told["extract"]
    assert "checks" in told["check"]
    assert {"reading content", "timeline", "pages"} <= {*told["build"]}


@pytest.mark.usefixtures("harbour")
@pytest.mark.parametrize("command", ["extract", "check", "build"])
def test_quiet_commands_say_nothing_while_all_is_well(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main([command, "--quiet"]) == 0
    assert capsys.readouterr() == ("", "")


def test_a_quiet_command_says_what_is_wrong(
    harbour: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (harbour / "content" / "events" / "bridge.md").write_text("---\n", "utf-8")
    capsys.readouterr()
    assert main(["build", "--quiet"]) == 1
    assert "content/events/bridge.md:1" in capsys.readouterr().err
