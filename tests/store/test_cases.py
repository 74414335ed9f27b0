"""The cases of safe regeneration in words, each with the test that holds it.

The table is the specification in order; below it stand the tests that are nowhere
else. Random histories of all of this together are in `test_histories`.
"""

from __future__ import annotations

import errno
import importlib.util
import os
import shutil
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
from project import (
    OTHER,
    TEXT,
    Desk,
    citation,
    document,
    event,
    person,
    proposals,
)

from generator import files
from generator.model.citations import Citation
from generator.model.events import Factuality, Proposals, SourceProposal
from generator.problems import FileAccessError
from generator.store import read_store
from generator.store.edits import ManyFilesGoneError, reminders

HERE = Path(__file__).parent
REGENERATION = "store/test_regeneration"
FILES = "publish/test_files"
CASES = {
    # What a person typed stays.
    "any field is edited, nothing new is proposed": "any_edited_field_stays",
    "one field is edited, the tool changes another": (
        f"{REGENERATION}::only_the_changed_value_of_an_untouched_file_changes"
    ),
    "both change one field": (
        f"{REGENERATION}::a_persons_value_stays_and_the_other_is_reported_once"
    ),
    "every line has a comment": "comments_on_every_line_stay",
    "the keys are put in another order": "the_order_of_the_keys_stays",
    "a CMS saves an untouched file": (
        f"{REGENERATION}::a_cms_that_writes_all_anew_edits_nothing"
    ),
    "lines end in CRLF": f"{REGENERATION}::all_else_stays_byte_for_byte",
    "there is a byte-order mark": f"{REGENERATION}::all_else_stays_byte_for_byte",
    "there is no final line end": f"{REGENERATION}::all_else_stays_byte_for_byte",
    # Files go, move, and come back.
    "a file is deleted": f"{REGENERATION}::a_deleted_event_stays_deleted",
    "a deleted proposal is restored": (
        "review/test_review::a_deleted_proposal_can_be_restored"
    ),
    "all files are deleted": "all_files_gone_at_once_stop_the_run",
    "many files are deleted": f"{REGENERATION}::many_files_gone_at_once_stop_the_run",
    "a file is renamed": (
        f"{REGENERATION}::a_renamed_event_is_recognised_by_its_passages"
    ),
    "a renamed file has no alias": "a_check_mentions_a_former_name_until_it_leads_here",
    "a plan is told as a fact": "a_check_warns_of_a_plan_that_is_told_as_a_fact",
    "a file is moved into a folder": (
        f"{REGENERATION}::a_file_in_a_folder_of_its_own_is_the_same_file"
    ),
    "a file is renamed to other capitals": "other_capitals_are_another_name",
    "a file is copied under another name": "a_copy_is_the_persons_own",
    "two files have one id": "two_files_of_one_id_are_reported_and_left_alone",
    "a name was used before": f"{REGENERATION}::a_name_is_not_given_twice",
    "two events are merged by hand": f"{REGENERATION}::events_merged_by_hand_stay_one",
    "an event is split by hand": f"{REGENERATION}::an_event_split_by_hand_stays_two",
    "an event is split, then deleted": (
        f"{REGENERATION}::both_halves_of_a_split_outlive_the_whole"
    ),
    # Lists and citations.
    "a tag is removed that is still proposed": (
        f"{REGENERATION}::a_removed_tag_does_not_come_back_after_a_pause"
    ),
    "a person adds a citation, the tool another": "both_citations_are_kept",
    "the tool drops a citation that a person edited": (
        "an_edited_citation_is_not_dropped"
    ),
    "a person takes out what a citation says": "what_a_citation_said_stays_out",
    "the file has a syntax error": (
        f"{REGENERATION}::a_file_that_cannot_be_read_is_there_all_the_same"
    ),
    # The sources change.
    "a passage moves within its source": "a_passage_that_moves_is_the_same_passage",
    "a passage is corrected": (
        f"{REGENERATION}::the_passage_of_a_corrected_source_is_read_again"
    ),
    "a passage vanishes from an untouched event": (
        f"{REGENERATION}::an_untouched_event_goes_with_the_words_that_proved_it"
    ),
    "a passage vanishes from an event with a remark": (
        "an_event_with_a_remark_does_not_go_with_its_words"
    ),
    "a name that no event has any more": (
        f"{REGENERATION}::a_name_that_no_event_has_any_more_goes_unless_a_person_"
        "touched_it"
    ),
    "a source is renamed": (
        f"{REGENERATION}::an_event_follows_its_source_to_a_new_name"
    ),
    "a source is renamed after a citation was removed": (
        "what_was_removed_stays_out_when_its_source_is_renamed"
    ),
    "a source is deleted": (
        f"{REGENERATION}::nothing_is_taken_back_because_a_source_is_missing"
    ),
    # The tool changes its mind.
    "a new version words all titles anew": (
        "untouched_titles_follow_and_edited_ones_stay"
    ),
    "a value goes and comes again": "a_value_may_go_and_come_again",
    "a person writes what the tool says next": (
        f"{REGENERATION}::what_both_say_is_agreed_and_follows_from_then_on"
    ),
    "a person goes back to a former value": (
        "a_former_value_that_a_person_restored_stays"
    ),
    # Runs that end early, and records that are lost.
    "a run dies after the file, before its record": (
        f"{REGENERATION}::a_run_that_died_before_its_records_converges"
    ),
    "a run dies at any moment, because the disk is full": (
        "a_full_disk_leaves_everything_whole"
    ),
    "a record is missing": (
        f"{REGENERATION}::without_a_record_everything_is_the_persons"
    ),
    "a record is damaged": (f"{REGENERATION}::a_damaged_record_stops_the_run"),
    "two extractions run at once": f"{FILES}::the_lock_admits_one_run_at_a_time",
    "a file is saved between reading and writing": (
        f"{REGENERATION}::a_save_between_reading_and_writing_is_not_lost"
    ),
    "a passage is underway when a file is saved": (
        "a_passage_does_not_move_out_of_a_file_that_was_just_saved"
    ),
    "a person saves while extractions run": (
        "store/test_saving_meanwhile::no_save_is_lost_while_extractions_run"
    ),
    "the disk cannot exchange files": f"{FILES}::a_save_since_the_reading_is_kept",
    "a file is only for reading": "a_file_keeps_its_permissions",
    "a file is a symbolic link": "a_symbolic_link_is_left_alone",
    # Version control.
    "two branches proposed the same event": "the_work_of_two_branches_is_kept",
    "two branches told one happening in two files": (
        "two_files_that_are_read_as_one_happening_are_told"
    ),
    "a record holds two versions": (
        f"{REGENERATION}::a_record_that_git_could_not_merge_says_how_to"
    ),
    "the project is cloned anew, without history or times": (
        "a_copy_of_the_project_is_in_the_same_state"
    ),
    "editors leave swap and backup files": "what_editors_leave_behind_is_no_content",
    "sources are read in another order": "the_order_of_the_proposals_does_not_matter",
    "an extraction is repeated": f"{REGENERATION}::a_second_run_changes_nothing",
    "all of this happens in any order": (
        "store/test_histories::no_history_undoes_what_a_person_did"
    ),
}


@cache
def module(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, HERE.parent / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


@pytest.mark.parametrize("test", CASES.values(), ids=CASES.keys())
def test_a_case_has_its_test(test: str) -> None:
    where, _, name = test.rpartition("::")
    place = vars(module(where)) if where else globals()
    assert callable(place[f"test_{name}"])


BRIDGE = "events/2019-07-12-bridge"
OPENED = citation("The harbour bridge opened on 12 July 2019", date="2019-07-12")
OTHER_OPENED = citation(
    "In July 2019 the long awaited harbour bridge opened", "herald", OTHER
)
FERRY = citation("The ferry stopped last week.")
MOVED = citation("The old lighthouse was moved in May 2018")
EVERYTHING = proposals(
    event(
        "Harbour bridge opens",
        "2019-07-12",
        OPENED,
        people=["ada"],
        places=["port"],
        tags=["bridge", "road"],
        factuality=Factuality.ALLEGED,
    )
)
EDITS = {
    "title": ("Harbour bridge opens", "My title"),
    "date": ('date: "2019-07-12"\nstatus', 'date: "2019-07"\nstatus'),
    "status": ("status: proposed", "status: disputed"),
    "factuality": ("factuality: alleged", "factuality: denied"),
    "people": ("people: [ada]", "people: [bob, ada]"),
    "places": ("places: [port]", "places: []"),
    "tags": ("tags: [bridge, road]", "tags: [road, mine]"),
    "no tags": ("tags: [bridge, road]\n", ""),
    "organisations": ("places: [port]", "organisations: [crew]\nplaces: [port]"),
    "related": ("tags: [bridge", "related: [other]\ntags: [bridge"),
    "aliases": ("citations:", "aliases: [old]\ncitations:"),
    "corrections": (
        "---\n\nThe",
        "corrections:\n  - date: 2020-01-01\n    note: Typing mistake\n---\n\nThe",
    ),
    "a quotation": ("The harbour bridge opened", "harbour bridge opened"),
    "a quotation's date": ('  date: "2019-07-12"\n', '  date: "2019"\n'),
    "a key that nobody knows": ("citations:", "mine: 12:30\ncitations:"),
    "the text": ("The bridge opened.\n", "My text.  \n\n\n"),
}


@pytest.mark.parametrize(("old", "new"), EDITS.values(), ids=EDITS.keys())
def test_any_edited_field_stays(desk: Desk, old: str, new: str) -> None:
    desk.extract(EVERYTHING)
    desk.edit(BRIDGE, old, new)
    before = desk.text(BRIDGE)
    revision = desk.extract(EVERYTHING)
    assert desk.text(BRIDGE) == before
    assert not desk.plan(EVERYTHING).pending
    assert revision.problems == ()


def test_comments_on_every_line_stay(desk: Desk) -> None:
    desk.extract(proposals(event()))
    header, rule, body = desk.text(BRIDGE).removeprefix("---\n").partition("---\n")
    remarked = "".join(
        f"# above {number}\n{line}  # beside {number}\n"
        for number, line in enumerate(header.splitlines())
    )
    desk.write(BRIDGE, f"---\n{remarked}{rule}{body}")
    before = desk.text(BRIDGE)
    desk.extract(proposals(event()))
    assert desk.text(BRIDGE) == before
    desk.extract(proposals(event("Bridge opens to all")))
    after = before.replace("Harbour bridge opens", "Bridge opens to all")
    assert desk.text(BRIDGE) == after


def test_the_order_of_the_keys_stays(desk: Desk) -> None:
    desk.extract(EVERYTHING)
    header, rule, body = desk.text(BRIDGE).removeprefix("---\n").partition("---\n")
    keys, cited = header.split("citations:\n")
    turned = "".join(reversed(keys.splitlines(keepends=True)))
    desk.write(BRIDGE, f"---\ncitations:\n{cited}{turned}{rule}{body}")
    before = desk.text(BRIDGE)
    assert not desk.extract(EVERYTHING).changes
    assert desk.text(BRIDGE) == before


def test_all_files_gone_at_once_stop_the_run(desk: Desk) -> None:
    found = proposals(
        event(),
        event("Ferry stops", "", FERRY, slug="ferry"),
        event("Lighthouse", "2018-05", MOVED, slug="light"),
    )
    desk.extract(found)
    shutil.rmtree(desk.root / "content")
    with pytest.raises(ManyFilesGoneError, match="3 of 3 content files are gone"):
        desk.extract(found)
    assert desk.names == []


def test_other_capitals_are_another_name(desk: Desk) -> None:
    desk.extract(proposals(event()))
    desk.path(BRIDGE).rename(desk.path("events/2019-07-12-Bridge"))
    revision = desk.plan(proposals(event("Bridge opens to all")))
    (step,) = revision.steps
    # Where capitals do not count, writing first and removing then would lose both.
    assert [(Path(w.path).name, w.data is None) for w in step.records] == [
        ("2019-07-12-bridge.json", True),
        ("2019-07-12-Bridge.json", False),
    ]
    desk.apply(revision)
    assert desk.names == ["events/2019-07-12-Bridge"]
    assert "Bridge opens to all" in desk.text("events/2019-07-12-Bridge")


def test_a_copy_is_the_persons_own(desk: Desk) -> None:
    desk.extract(proposals(event()))
    copy = desk.text(BRIDGE).replace("Harbour bridge opens", "Another story")
    desk.write("events/copy", copy)
    found = proposals(event("Bridge opens to all", "2019-07-12", OPENED, OTHER_OPENED))
    desk.extract(found)
    assert desk.text("events/copy") == copy
    assert "Bridge opens to all" in desk.text(BRIDGE)
    assert not desk.plan(found).pending


def test_two_files_of_one_id_are_reported_and_left_alone(desk: Desk) -> None:
    desk.extract(proposals(event()))
    again = desk.text(BRIDGE).replace("Harbour", "Old")
    desk.write("events/old/2019-07-12-bridge", again)
    desk.extract(proposals(event()))
    assert desk.text("events/old/2019-07-12-bridge") == again
    assert desk.names == [BRIDGE, "events/old/2019-07-12-bridge"]


def test_both_citations_are_kept(desk: Desk) -> None:
    desk.extract(proposals(event("Bridge", "2019-07-12", OPENED)))
    mine = '  - source: post\n    exact: "The ferry stopped last week."  # mine\n'
    desk.edit(BRIDGE, "citations:\n", f"citations:\n{mine}")
    found = proposals(event("Bridge", "2019-07-12", OPENED, OTHER_OPENED))
    desk.extract(found)
    assert mine in desk.text(BRIDGE)
    assert "source: herald" in desk.text(BRIDGE)
    assert not desk.plan(found).pending


def test_an_edited_citation_is_not_dropped(desk: Desk) -> None:
    desk.extract(proposals(event("Bridge", "2019-07-12", OPENED, OTHER_OPENED)))
    desk.edit(BRIDGE, "In July 2019 the long awaited", "the long awaited")
    desk.extract(proposals(event("Bridge", "2019-07-12", OPENED)))
    desk.documents = [document(), document("herald", "Nothing of it.\n")]
    desk.extract(proposals())
    desk.extract(proposals(event("Bridge", "2019-07-12", OPENED)))
    assert 'exact: "the long awaited harbour bridge opened"' in desk.text(BRIDGE)


def test_what_a_citation_said_stays_out(desk: Desk) -> None:
    found = proposals(event("Bridge", "2019-07-12", OPENED))
    desk.extract(found)
    says = desk.text(BRIDGE).partition("    says:\n")[2].partition("---\n")[0]
    desk.edit(BRIDGE, f"    says:\n{says}", "")
    before = desk.text(BRIDGE)
    for _ in range(3):
        desk.extract(found)
    assert desk.text(BRIDGE) == before


def test_a_passage_that_moves_is_the_same_passage(desk: Desk) -> None:
    desk.extract(proposals(event("Bridge", "2019-07-12", OPENED)))
    before = desk.files()
    desk.documents = [document("post", f"A line in front of it all.\n\n{TEXT}")]
    desk.extract(proposals(event("Bridge", "2019-07-12", OPENED)))
    assert desk.files() == before


def test_an_event_with_a_remark_does_not_go_with_its_words(desk: Desk) -> None:
    desk.extract(proposals(event()))
    desk.edit(BRIDGE, "status: proposed", "status: proposed  # ask the port")
    before = desk.text(BRIDGE)
    desk.documents = [document("post", "Something else.\n")]
    desk.extract(proposals())
    assert desk.text(BRIDGE) == before


def test_what_was_removed_stays_out_when_its_source_is_renamed(desk: Desk) -> None:
    def found(source: str) -> Proposals:
        cited = [
            citation("The harbour bridge opened on 12 July 2019", source),
            citation("The old lighthouse was moved in May 2018", source),
        ]
        card = SourceProposal(source, sha256=document().sha256)
        return proposals(event("Bridge", "2019-07-12", *cited), sources=[card])

    desk.documents = [document("post")]
    desk.extract(found("post"))
    block = desk.text(BRIDGE)
    start = block.index('  - source: post\n    exact: "The old')
    end = block.index("---\n", start)
    desk.write(BRIDGE, block[:start] + block[end:])
    before = desk.text(BRIDGE)
    desk.documents = [document("harbour-post")]
    desk.extract(found("harbour-post"))
    assert desk.text(BRIDGE) == before.replace(": post", ": harbour-post")
    assert not desk.plan(found("harbour-post")).pending


def test_untouched_titles_follow_and_edited_ones_stay(desk: Desk) -> None:
    def found(version: str) -> Proposals:
        return proposals(
            event(f"Bridge, {version}", "2019-07-12", OPENED),
            event(f"Ferry, {version}", "2019", FERRY, slug="ferry"),
            event(f"Light, {version}", "2018-05", MOVED, slug="light"),
        )

    desk.extract(found("one"))
    desk.edit("events/2019-ferry", "Ferry, one", "My ferry")
    desk.extract(found("two"))
    titles = [desk.text(name).splitlines()[1] for name in desk.names]
    assert titles == ["title: Light, two", "title: Bridge, two", "title: My ferry"]


def test_a_value_may_go_and_come_again(desk: Desk) -> None:
    one, two = proposals(event("One")), proposals(event("Two"))
    desk.extract(one)
    first = desk.files()
    desk.extract(two)
    desk.extract(one)
    assert desk.files() == first


def test_a_former_value_that_a_person_restored_stays(desk: Desk) -> None:
    for title in ("One", "Two"):
        desk.extract(proposals(event(title)))
    desk.edit(BRIDGE, "title: Two", "title: One")
    desk.extract(proposals(event("Three")))
    assert "title: One\n" in desk.text(BRIDGE)


def test_a_full_disk_leaves_everything_whole(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk is full after one write, after two, and so on, until all are done."""
    everyone = [person("ada", "Ada Harbour")]
    found = [
        proposals(
            event(title, "2019-07-12", OPENED, people=["ada"]),
            event(f"{title}, too", "2019", FERRY, slug="ferry"),
            entities=everyone,
        )
        for title in ("One", "Two")
    ]
    desk.extract(found[0])
    before = desk.files()
    desk.extract(found[1])
    after = desk.files()
    for writes in range(20):
        restore(desk, before)
        with monkeypatch.context() as patches:
            patches.setattr(files.os, "fsync", full_after(writes))
            if finishes(desk, found[1]):
                break
        for path, data in desk.files().items():
            assert data in (before.get(path), after[path])
        desk.extract(found[1])
        assert desk.files() == after
    assert writes > 4


def finishes(desk: Desk, found: Proposals) -> bool:
    """False when the disk was full before all was written."""
    try:
        desk.extract(found)
    except FileAccessError:
        return False
    return True


def full_after(writes: int) -> Callable[[int], None]:
    """An fsync that works so many times."""
    left = iter(range(writes))
    real = os.fsync

    def fsync(descriptor: int) -> None:
        if next(left, None) is None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(descriptor)

    return fsync


def restore(desk: Desk, kept: Mapping[str, bytes]) -> None:
    for path in desk.files():
        (desk.root / path).unlink()
    for path, data in kept.items():
        (desk.root / path).write_bytes(data)


def test_a_passage_does_not_move_out_of_a_file_that_was_just_saved(desk: Desk) -> None:
    def found(first: list[Citation], second: list[Citation]) -> Proposals:
        return proposals(
            event("Bridge", "2019-07-12", *first),
            event("Ferry", "2019", *second, slug="ferry"),
        )

    desk.extract(found([OPENED, MOVED], [FERRY]))
    moved = found([OPENED], [FERRY, MOVED])
    revision = desk.plan(moved)
    desk.edit(BRIDGE, "The bridge opened.", "Saved in the meantime.")
    before = desk.files()
    desk.apply(revision)
    assert desk.files() == before
    desk.extract(moved)
    assert "lighthouse" not in desk.text(BRIDGE)
    assert "lighthouse" in desk.text("events/2019-ferry")


def test_a_file_keeps_its_permissions(desk: Desk) -> None:
    desk.extract(proposals(event()))
    desk.path(BRIDGE).chmod(0o444)
    desk.extract(proposals(event("Bridge opens to all")))
    assert desk.path(BRIDGE).stat().st_mode & 0o777 == 0o444
    assert "Bridge opens to all" in desk.text(BRIDGE)


def test_a_symbolic_link_is_left_alone(desk: Desk) -> None:
    desk.extract(proposals(event()))
    elsewhere = desk.root / "elsewhere.md"
    desk.path(BRIDGE).rename(elsewhere)
    desk.path(BRIDGE).symlink_to(elsewhere)
    before = elsewhere.read_bytes()
    revision = desk.extract(proposals(event("Bridge opens to all")))
    assert elsewhere.read_bytes() == before
    assert desk.path(BRIDGE).is_symlink()
    assert desk.names == [BRIDGE]
    assert not revision.pending


def test_the_work_of_two_branches_is_kept(desk: Desk) -> None:
    desk.extract(proposals(event("Bridge", "2019-07-12", OPENED, slug="one")))
    ours = desk.files()
    restore(desk, {})
    desk.extract(proposals(event("Bridge", "2019-07-12", OPENED, slug="two")))
    restore(desk, {**desk.files(), **ours})
    before = desk.files()
    found = proposals(event("Bridge", "2019-07-12", OPENED, slug="three"))
    desk.extract(found)
    assert desk.files() == before
    assert not desk.plan(found).pending


def test_a_copy_of_the_project_is_in_the_same_state(desk: Desk, tmp_path: Path) -> None:
    desk.root = tmp_path / "original"
    desk.extract(EVERYTHING)
    desk.edit(BRIDGE, "Harbour bridge opens", "My title")
    copy = Desk(tmp_path / "copy", desk.documents)
    shutil.copytree(desk.root, copy.root)
    for path in copy.root.rglob("*"):
        os.utime(path, (0, 0))
    next_time = proposals(event("Bridge opens to all", tags=["mine"]))
    assert desk.plan(next_time) == copy.plan(next_time)
    assert not copy.plan(EVERYTHING).pending


@pytest.mark.parametrize(
    "name", [".bridge.md.swp", "bridge.md~", "bridge.md.orig", "4913", "#bridge.md#"]
)
def test_what_editors_leave_behind_is_no_content(desk: Desk, name: str) -> None:
    desk.extract(proposals(event()))
    (desk.path(BRIDGE).parent / name).write_text("---\ntitle: a: b\n", "utf-8")
    revision = desk.plan(proposals(event()))
    assert (revision.pending, revision.problems) == (False, ())


def test_the_order_of_the_proposals_does_not_matter(tmp_path: Path) -> None:
    found = [
        event("Bridge", "2019-07-12", OPENED, tags=["b", "a"]),
        event("Ferry", "2019", FERRY, slug="ferry"),
        event("Light", "2018-05", MOVED, slug="light"),
    ]
    one, two = Desk(tmp_path / "one"), Desk(tmp_path / "two")
    one.extract(proposals(*found))
    two.extract(proposals(*reversed(found)))
    assert one.files() == two.files()


def checked(desk: Desk) -> list[str]:
    store, _ = read_store(desk.project)
    return list(map(str, reminders(store, desk.documents)))


def test_a_check_mentions_a_former_name_until_it_leads_here(desk: Desk) -> None:
    desk.extract(proposals(event()))
    assert checked(desk) == []
    desk.path(BRIDGE).rename(desk.path("events/opening"))
    assert checked(desk) == [
        "content/events/opening.md:1:1: note: this event was “2019-07-12-bridge” "
        "before [renamed]\n"
        "  hint: add aliases: [2019-07-12-bridge], so that its old address leads here"
    ]
    desk.edit(
        "events/opening", "citations:", "aliases: [2019-07-12-bridge]\ncitations:"
    )
    assert checked(desk) == []


@pytest.mark.parametrize(
    ("factuality", "read_as"),
    [
        (Factuality.PLANNED, "something that was only planned"),
        (Factuality.DENIED, "something that was denied"),
        (Factuality.ALLEGED, "something that was only alleged"),
    ],
)
def test_a_check_warns_of_a_plan_that_is_told_as_a_fact(
    desk: Desk, factuality: Factuality, read_as: str
) -> None:
    desk.extract(proposals(event(factuality=factuality)))
    assert checked(desk) == []
    desk.edit(BRIDGE, f"factuality: {factuality}\n", "")
    assert checked(desk) == [
        f"content/{BRIDGE}.md:1:1: warning: its passages were read as {read_as}; "
        "without factuality: it is told as something that happened [told-as-fact]\n"
        f"  hint: bring factuality: {factuality} back, or write factuality: happened "
        "if it did"
    ]
    desk.edit(BRIDGE, "citations:", "factuality: happened\ncitations:")
    assert checked(desk) == []


@pytest.mark.parametrize("name", ["Opening", "opening (copy)", "2019-07-12-Bridge"])
def test_a_name_that_cannot_stay_needs_no_forwarding_yet(desk: Desk, name: str) -> None:
    desk.extract(proposals(event()))
    desk.path(BRIDGE).rename(desk.path(f"events/{name}"))
    assert checked(desk) == []
    assert desk.extract(proposals(event())).problems == ()


def test_two_files_that_are_read_as_one_happening_are_told(desk: Desk) -> None:
    opening = citation("The harbour bridge opened on 12 July 2019")
    traffic = citation("long awaited harbour bridge opened", "herald", OTHER)
    desk.extract(proposals(event("Bridge opens", "2019-07-12", opening)))
    desk.extract(
        proposals(
            event("Bridge opens", "2019-07-12", opening),
            event("Traffic rolls", "2019-07", traffic, slug="traffic"),
        )
    )
    both = proposals(event("Bridge opens", "2019-07-12", opening, traffic))
    revision = desk.extract(both)
    (suggestion,) = revision.suggestions
    assert (suggestion.first.source, suggestion.second.source) == ("post", "herald")
    assert suggestion.because == "by now their passages are read as one happening"
    assert desk.plan(both).suggestions == revision.suggestions


def test_two_happenings_that_share_a_passage_are_not_told_as_one(desk: Desk) -> None:
    words = "The harbour bridge opened on 12 July 2019 after two years of work"
    two = [
        event("Bridge opens", "2019-07-12", citation(words, phrase="12 July 2019")),
        event("Work begins", "", citation(words, phrase="two years"), slug="work"),
    ]
    desk.extract(proposals(*two))
    assert desk.plan(proposals(*two)).suggestions == ()
