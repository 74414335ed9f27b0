"""The command `dateline`: what it prints where, and how it exits."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from support.preview_process import hear_ctrl_c

from generator import pipeline
from generator.cli import COMMANDS, main
from generator.config import Project
from generator.extract import name_finder
from generator.files import ProjectLock

FINE, PROBLEMS, WRONG_USAGE, INTERRUPTED, PENDING = 0, 1, 2, 130, 2


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("made") / "harbour"
    assert main(["init", str(root)]) == FINE
    assert main(["extract", "--project", str(root)]) == FINE
    return root


@pytest.fixture
def root(
    extracted: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Path:
    """A project whose sample article has been read; it is the current folder."""
    shutil.copytree(extracted, tmp_path / "harbour")
    monkeypatch.chdir(tmp_path / "harbour")
    capsys.readouterr()
    return tmp_path / "harbour"


def opening(root: Path) -> Path:
    """The event file of the bridge's opening."""
    (path,) = root.glob("content/events/2021-05-12-*.md")
    return path


def misquote(path: Path) -> None:
    text = path.read_text("utf-8")
    assert 'exact: "The bridge' in text
    path.write_text(text.replace('exact: "The bridge', 'exact: "The fridge'), "utf-8")


# --- help and usage ----------------------------------------------------------------


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_help_opens_with_an_example(
    command: object, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command.name, "--help"])  # type: ignore[attr-defined]
    assert ended.value.code == FINE
    shown = capsys.readouterr().out
    assert shown.startswith(f"example:\n  {command.example}")  # type: ignore[attr-defined]


def test_help_lists_every_command_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    shown = capsys.readouterr().out
    assert shown.startswith("example:\n  dateline init")
    listed = shown.partition("COMMAND\n")[2]
    names = [line.split()[0] for line in listed.splitlines() if line[4:5].strip()]
    assert names == [
        *("extract", "build", "serve", "check", "review", "new", "cite"),
        *("import", "export", "init", "timex"),
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "dateline: the following arguments are required: COMMAND. "
             "See: dateline --help"),
        (["publish"], "dateline: argument COMMAND: invalid choice: 'publish' (choose "
                      "from 'extract', 'build', 'serve', 'check', 'review', 'new', "
                      "'cite', 'import', 'export', 'init', 'timex'). "
                      "See: dateline --help"),
        (["build", "--as-of", "2024-06"], "dateline build: argument --as-of: "
            "“2024-06” is not a day such as 2024-06-19. See: dateline build --help"),
        (["build", "--as-of", "2023-02-29"], "dateline build: argument --as-of: "
            "day 29 does not exist in 2023-02. See: dateline build --help"),
        (["build", "--jobs", "0"], "dateline build: argument --jobs: “0” is not a "
            "whole number from 1 up. See: dateline build --help"),
        (["build", "--jobs", "999999999"], "dateline build: argument --jobs: "
            "“999999999” are more than the 256 processes that are started. "
            "See: dateline build --help"),
        (["extract", "--top", "9" * 19], "dateline extract: argument --top: "
            f"“{'9' * 19}” is not a whole number from 1 up. "
            "See: dateline extract --help"),
        (["serve", "--editor-url", "x:{line:99999999999}"], "dateline serve: argument "
            "--editor-url: “x:{line:99999999999}” may name only {path}, {line} and "
            "{column} in braces. See: dateline serve --help"),
        (["serve", "--editor-url", "x:{path.__doc__}"], "dateline serve: argument "
            "--editor-url: “x:{path.__doc__}” may name only {path}, {line} and "
            "{column} in braces. See: dateline serve --help"),
        (["timex", "--jobs", "0"], "dateline timex: argument --jobs: “0” is not a "
            "whole number from 1 up. See: dateline timex --help"),
        (["serve", "--port", "70000"], "dateline serve: argument --port: “70000” is "
            "not a port from 0 to 65535. See: dateline serve --help"),
        (["check", "--format", "xml"], "dateline check: argument --format: invalid "
            "choice: 'xml' (choose from 'text', 'json', 'github'). "
            "See: dateline check --help"),
        (["extract", "--plan", "--events"], "dateline extract: argument --events: "
            "not allowed with argument --plan. See: dateline extract --help"),
    ],
    ids=["nothing", "no-such-command", "month", "no-such-day", "no-jobs",
         "too-many-jobs", "too-large", "endless-address", "curious-address",
         "no-jobs-there", "port", "format", "plan-and-events"],
)  # fmt: skip
def test_wrong_usage_is_one_sentence(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == WRONG_USAGE
    # Python 3.12 and later leave out the quotation marks around choices.
    assert capsys.readouterr().err.replace("'", "") == f"{said}\n".replace("'", "")


# --- extract -----------------------------------------------------------------------


def test_a_first_extraction_names_the_files_that_it_wrote(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["init", str(tmp_path / "new")])
    capsys.readouterr()
    assert main(["--project", str(tmp_path / "new"), "extract"]) == FINE
    files = (tmp_path / "new/content").rglob("*.md")
    written = {f"create {p.relative_to(tmp_path / 'new')}" for p in files}
    written.remove("create content/pages/about.md")
    *lines, last = capsys.readouterr().out.splitlines()
    assert set(lines) == written
    how = name_finder("auto").says
    assert last == f"wrote {len(written)} files (names found by {how})"


def test_the_text_of_a_page_is_kept_and_then_left_alone(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paragraph = "<p>The pier opened in May 1931 after two years of work.</p>"
    html = f"<html><body><h1>Pier opens</h1>{paragraph * 4}</body></html>"
    (root / "seeds" / "pier.html").write_text(html, "utf-8")
    assert main(["--project", str(root), "extract", "--plan"]) == PENDING
    assert "create .dateline/texts/pier.txt\n" in capsys.readouterr().out
    assert not (root / ".dateline" / "texts").exists()
    main(["--project", str(root), "extract"])
    assert "create .dateline/texts/pier.json\n" in capsys.readouterr().out
    assert main(["--project", str(root), "extract", "--plan"]) == FINE


def test_a_plan_needs_nothing_that_can_be_written(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in (root / ".dateline").rglob("*"):
        if path.name == "lock":
            path.unlink()

    def refused(*_: object, **__: object) -> None:
        raise AssertionError("a plan takes no lock")

    monkeypatch.setattr("generator.files.ProjectLock.__enter__", refused)
    before = sorted(root.rglob("*"))
    assert main(["--project", str(root), "extract", "--plan"]) == FINE
    assert sorted(root.rglob("*")) == before


@pytest.mark.parametrize("option", ["--mentions", "--events"])
def test_programs_hear_of_what_could_not_be_read(
    root: Path, option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "seeds" / "empty.txt").write_bytes(b"")
    event = next((root / "content" / "events").iterdir())
    event.write_bytes(event.read_bytes().replace(b"status:", b"statuss:"))
    assert main(["--project", str(root), "extract", option]) == PROBLEMS
    said = capsys.readouterr()
    assert "seeds/empty.txt: warning: the file holds no text" in said.err
    assert "statuss" in said.err
    assert all(json.loads(line) for line in said.out.splitlines())


def test_a_second_extraction_changes_nothing(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*.md")}
    assert main(["extract"]) == FINE
    assert capsys.readouterr().out == "content/ is up to date\n"
    assert {path: path.stat().st_mtime_ns for path in root.rglob("*.md")} == before


def test_only_the_most_salient_events_get_a_file_and_the_others_are_counted(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tram = "The harbour tram of Kelso opened on 3 May 2021, the mayor said.\n\n"
    ferry = "The old ferry of Dunmore sank on 9 June 2020.\n"
    (root / "seeds/two.txt").write_text(tram + ferry)
    (root / "seeds/three.txt").write_text(tram)
    known = set((root / "content/events").iterdir())
    assert main(["extract", "--events"]) == FINE
    every = capsys.readouterr().out.splitlines()
    assert main(["extract", "--top", "1"]) == FINE
    said = capsys.readouterr().err
    files = set((root / "content/events").iterdir())
    assert known <= files
    left = len(every) - len(files)
    assert left == 1  # one of the two new ones is the top
    assert said.endswith(
        "1 event below the top 1 got no file; see them all with --events, write more "
        "with a larger --top\n"
    )
    assert main(["extract", "--events", "--top", "1"]) == FINE
    assert capsys.readouterr().out.splitlines() == every[:1]
    assert main(["extract"]) == FINE
    assert len(set((root / "content/events").iterdir())) == len(every)


def test_names_that_the_tool_wrote_do_not_teach_it_names(root: Path) -> None:
    """Else the second of two extractions would read the same texts otherwise."""
    shutil.rmtree(root / "content")
    shutil.rmtree(root / ".dateline")
    (root / "seeds/sample-harbour-bridge.txt").unlink()
    (root / "seeds/votes.txt").write_text(
        "Council votes\n\nPublished 14 March 2023\n\nHOLLOWBROOK, March 14 (Gazette) - "
        "The council of Hollowbrook voted on Monday to close the mill.\n"
    )
    (root / "seeds/gates.txt").write_text(
        "Gates\n\nPublished 1 July 2023\n\n"
        "The Salt Mill in Hollowbrook closed its gates on Friday.\n"
    )
    assert main(["extract"]) == FINE
    assert list((root / "content/entities").iterdir())
    assert main(["extract", "--plan"]) == FINE


def test_a_plan_says_what_would_change_and_changes_nothing(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["extract", "--plan"]) == FINE
    assert capsys.readouterr().out == ""
    (root / "seeds" / "second.txt").write_text(
        "A crane for Example Harbour\n\nThe crane was put up on 3 August 2022.\n",
        "utf-8",
    )
    before = sorted(root.rglob("*"))
    assert main(["extract", "--plan"]) == PENDING
    assert "create content/events/2022-08-03-" in capsys.readouterr().out
    assert sorted(root.rglob("*")) == before


def test_mentions_and_events_come_as_json_lines(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(root.rglob("*"))
    source = (root / "seeds/sample-harbour-bridge.txt").read_text("utf-8")
    for option in ("--mentions", "--events"):
        assert main(["extract", option]) == FINE
        lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        assert "2021-05-12" in [line["date"] for line in lines]
        for cited in [c for line in lines for c in line.get("citations", [line])]:
            assert source[cited["start"] : cited["end"]] == cited["exact"]
    assert sorted(root.rglob("*")) == before


# --- build -------------------------------------------------------------------------


@pytest.mark.usefixtures("root")
def test_a_build_says_in_one_line_what_it_wrote(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["build"]) == FINE
    first = capsys.readouterr().out
    written = len([path for path in Path("site").rglob("*") if path.is_file()]) - 1
    assert first == f"wrote {written} files to site/ (0 unchanged)\n"
    assert main(["build"]) == FINE
    assert capsys.readouterr().out == (
        f"wrote 0 files to site/ ({written} unchanged)\n"
    )


def test_a_build_counts_notes_and_leaves_them_to_the_check(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "seeds" / "second.txt").write_bytes(b"A crane for Example Harbour\n")
    assert main(["build"]) == FINE
    assert capsys.readouterr().err == "1 note; dateline check shows them\n"
    assert main(["check"]) == FINE
    assert "seeds/second.txt: note: " in capsys.readouterr().out


def test_nothing_is_published_that_is_not_proven(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["build"])
    before = {path: path.stat().st_mtime_ns for path in (root / "site").rglob("*")}
    misquote(opening(root))
    capsys.readouterr()
    assert main(["build"]) == PROBLEMS
    shown = capsys.readouterr()
    assert shown.out == ""
    place = opening(root).relative_to(root).as_posix()
    assert shown.err.startswith(f"{place}:9:12: error: ")
    assert shown.err.endswith("1 error; nothing was written\n")
    after = {path: path.stat().st_mtime_ns for path in (root / "site").rglob("*")}
    assert after == before


def test_a_build_goes_where_it_is_told(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "elsewhere"
    assert main(["build", "--out", str(out), "--jobs", "1"]) == FINE
    assert capsys.readouterr().out.endswith(f" files to {out}/ (0 unchanged)\n")
    assert (out / "index.html").is_file()
    assert not (root / "site").exists()


def test_a_folder_that_must_not_be_replaced_is_said(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "--out", "content"]) == PROBLEMS
    assert capsys.readouterr().err == (
        "dateline: The site cannot be written to content: it is inside content/, which "
        "the site is made from. Name another folder with --out, or leave --out away "
        "for site/.\n"
    )
    assert opening(root).is_file()


def test_settings_and_content_are_reported_together(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    misquote(opening(root))
    (root / "dateline.toml").write_text('[site]\npublish = "reviewd"\n', "utf-8")
    for command in (["build"], ["extract"], ["extract", "--plan"]):
        assert main(command) == PROBLEMS
        told = capsys.readouterr().err
        assert "dateline.toml:2:1: error: publish “reviewd” is neither" in told
        assert f"{opening(root).name}:9:12: error: " in told
        assert told.endswith("2 errors; nothing was written\n")
    assert not (root / "site").exists()


# --- check -------------------------------------------------------------------------


@pytest.mark.usefixtures("root")
def test_when_all_is_well_a_check_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == FINE
    assert capsys.readouterr().out == "no problems\n"
    assert main(["check", "--format", "json"]) == FINE
    assert json.loads(capsys.readouterr().out) == []
    assert main(["check", "--format", "github"]) == FINE
    assert capsys.readouterr().out == ""


def test_a_check_says_what_is_wrong_in_three_forms(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    misquote(opening(root))
    place = opening(root).relative_to(root).as_posix()
    assert main(["check"]) == PROBLEMS
    text = capsys.readouterr().out
    assert text.startswith(f"{place}:9:12: error: ")
    assert text.endswith("\n1 error\n")
    assert main(["check", "--format", "json"]) == PROBLEMS
    (problem,) = json.loads(capsys.readouterr().out)
    assert (problem["path"], problem["line"], problem["column"]) == (place, 9, 12)
    assert main(["check", "--format", "github"]) == PROBLEMS
    assert capsys.readouterr().out.startswith(f"::error file={place},line=9,col=12,")


# --- what stops the run ------------------------------------------------------------


@pytest.mark.parametrize("command", ["extract", "build", "serve", "check"])
def test_a_folder_that_is_no_project_is_said(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, "--project", str(tmp_path)]) == PROBLEMS
    assert capsys.readouterr().err == (
        f"dateline: {tmp_path} is not a dateline project: it has no dateline.toml. "
        "Go to the project's folder or name it with --project, "
        "or make a new one with: dateline init my-timeline\n"
    )
    assert os.listdir(tmp_path) == []


def test_a_project_that_is_worked_on_is_waited_for(
    root: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def impatient(path: Path) -> ProjectLock:
        return ProjectLock(path, patience=0)

    monkeypatch.setattr(pipeline, "ProjectLock", impatient)
    with ProjectLock(Project(root).lock):
        assert main(["build"]) == PROBLEMS
    assert capsys.readouterr().err == (
        f"dateline: Another dateline (process {os.getpid()}) is working in this "
        "project, so nothing was done. Run the command again when it has finished.\n"
    )


def test_a_fault_of_ours_is_one_sentence_without_a_traceback(
    root: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fault(*given: object) -> None:
        raise KeyError("harbour")

    monkeypatch.setattr(pipeline, "check", fault)
    assert main(["check"]) == PROBLEMS
    assert capsys.readouterr().err == (
        "dateline: this should not have happened (KeyError: 'harbour'). It is a fault "
        "in dateline, not in your files. Please report it with what DATELINE_DEBUG=1 "
        "in front of the same command prints.\n"
    )
    monkeypatch.setenv("DATELINE_DEBUG", "1")
    assert main(["check"]) == PROBLEMS
    assert capsys.readouterr().err.startswith("Traceback (most recent call last):")


def test_an_interrupted_command_says_so(
    root: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def interrupt(*given: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "check", interrupt)
    assert main(["check"]) == INTERRUPTED
    assert capsys.readouterr().err == "dateline: interrupted\n"


def test_an_interruption_while_a_class_is_made_is_one_all_the_same(
    root: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Python 3.11 says then that something else went wrong."""

    class Name:
        def __set_name__(self, owner: type, name: str) -> None:
            raise KeyboardInterrupt

    def interrupt(*given: object) -> None:
        type("Ours", (), {"name": Name()})

    monkeypatch.setattr(pipeline, "check", interrupt)
    assert main(["check"]) == INTERRUPTED
    assert capsys.readouterr().err == "dateline: interrupted\n"


def test_an_interruption_of_which_something_else_came_is_one_all_the_same(
    root: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As where a file is closed, and what is put back closes it once more."""

    def interrupt(*given: object) -> None:
        try:
            raise KeyboardInterrupt
        finally:
            os.close(-1)

    monkeypatch.setattr(pipeline, "check", interrupt)
    assert main(["check"]) == INTERRUPTED
    assert capsys.readouterr().err == "dateline: interrupted\n"


# --- as a process ------------------------------------------------------------------

TIMEX = [sys.executable, "-m", "generator", "timex"]


def test_a_question_is_answered_before_the_next_is_asked() -> None:
    with subprocess.Popen(
        TIMEX, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for number in range(3):
            line = {"doc_id": number, "text": "It opened in June 2019.", "dct": None}
            process.stdin.write(json.dumps(line).encode() + b"\n")
            process.stdin.flush()
            answer = json.loads(process.stdout.readline())
            assert answer["doc_id"] == number
            assert [timex["edtf"] for timex in answer["timexes"]] == ["2019-06"]
        process.stdin.close()
        assert process.wait() == FINE


def test_a_line_that_cannot_be_answered_does_not_hide_the_next() -> None:
    done = subprocess.run(
        TIMEX,
        input=b'{\n\n{"doc_id": 2, "text": ""}\n',
        capture_output=True,
        check=False,
    )
    assert done.returncode == PROBLEMS
    assert done.stdout == b'{"doc_id": 2, "timexes": []}\n'
    assert done.stderr.startswith(
        b"standard input, line 1, column 2: this is not JSON ("
    )


@pytest.mark.parametrize("locale", ["C", "POSIX", "C.UTF-8"])
def test_every_locale_gets_utf8(locale: str) -> None:
    environment = {**os.environ, "LC_ALL": locale, "PYTHONUTF8": "0"}
    text = "Am 5. Mai \ud83d wurde die Brücke geöffnet."
    done = subprocess.run(
        TIMEX,
        input=json.dumps({"doc_id": text, "text": text, "dct": None}).encode(),
        capture_output=True,
        check=False,
        env=environment,
    )
    assert done.returncode == FINE, done.stderr
    assert json.loads(done.stdout)["doc_id"] == text
    assert "Brücke".encode() in done.stdout


def test_a_reader_who_goes_away_is_no_fault() -> None:
    """As in `dateline timex | head -1`."""
    lines = b'{"doc_id": 1, "text": ""}\n' * 20_000
    process = subprocess.Popen(
        TIMEX, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdin.write(lines[: 26 * 10])
    process.stdin.flush()
    process.stdout.readline()
    process.stdout.close()
    with process.stdin, process.stderr:
        try:
            process.stdin.write(lines)
            process.stdin.close()
        except BrokenPipeError:
            pass
        assert process.wait() == FINE
        assert process.stderr.read() == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
def test_a_full_standard_output_is_no_fault_of_ours(root: Path) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "generator", "check"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == PROBLEMS
    assert done.stderr == (
        b"dateline: what it says cannot be written: No space left on device\n"
    )


def test_a_closed_standard_output_is_no_fault_of_ours(root: Path) -> None:
    command = f"{shlex.quote(sys.executable)} -m generator check >&-"
    done = subprocess.run(["sh", "-c", command], stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (FINE, b"")


def test_the_project_around_the_current_folder_is_found(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(root / "content" / "events")
    assert main(["check"]) == FINE
    assert main(["extract"]) == FINE
    assert capsys.readouterr().out.endswith(f"{root}/content/ is up to date\n")


def test_a_folder_that_is_not_there_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--project", str(tmp_path / "gone")]) == PROBLEMS
    assert capsys.readouterr().err == (
        f"dateline: There is no folder {tmp_path}/gone. Name the project's with "
        "--project, or make a new one with: dateline init my-timeline\n"
    )


def test_a_plan_makes_no_lock(root: Path) -> None:
    shutil.rmtree(root / ".dateline")
    main(["extract", "--plan"])
    assert not (root / ".dateline").exists()


def test_a_build_as_of_a_day_names_what_may_be_later(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (card,) = root.glob("content/sources/*.md")
    text = re.sub(r"(?m)^issued:.*\n", "", card.read_text("utf-8"))
    text = re.sub(r"(?m)^inferred:\n(?:  .*\n)+", "", text)
    card.write_text(text, "utf-8")
    assert main(["build", "--as-of", "2024-06-19"]) == FINE
    assert (
        "this source is kept as of 19 June 2024, but of its day of publication nothing "
        "is known [as-of-unknown]"
    ) in capsys.readouterr().err


def test_ctrl_c_ends_a_command_with_130() -> None:
    with subprocess.Popen(
        TIMEX,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=hear_ctrl_c,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(b'{"doc_id": 1, "text": ""}\n')
        process.stdin.flush()
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait() == INTERRUPTED
        assert process.stderr.read() == b"dateline: interrupted\n"


def test_the_site_says_how_names_were_found_when_the_sources_were_last_read(
    root: Path,
) -> None:
    page = root / "site/methodology/index.html"
    kept = root / ".dateline/names-found-by.txt"
    kept.unlink()
    assert main(["build"]) == FINE
    assert "were found by" not in page.read_text()
    settings = root / "dateline.toml"
    text, found = re.subn(
        "(?m)^names = .*$", 'names = "patterns"', settings.read_text()
    )
    assert found
    settings.write_text(text)
    assert main(["extract"]) == FINE
    assert main(["extract", "--plan"]) == FINE
    assert main(["build"]) == FINE
    assert "were found by patterns and lists." in page.read_text()
    kept.write_text("patterns and lists, and a model\n")
    assert main(["extract", "--plan"]) == PENDING
    assert main(["build"]) == FINE
    assert "found by patterns and lists, and a model." in page.read_text()
