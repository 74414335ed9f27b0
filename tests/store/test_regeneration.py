"""Safe regeneration: the tool proposes, a person edits, the tool proposes again."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from project import OTHER, TEXT, Desk, citation, document, event, person, proposals

from generator.model.entities import EntityKind
from generator.model.events import EntityProposal, Factuality, SourceProposal
from generator.store import read_store
from generator.store.edits import (
    ManyFilesGoneError,
    ManyFilesWithdrawnError,
    ProposedUnreadableError,
    RecordsInConflictError,
    known_by_people,
)

BRIDGE = "events/2019-07-12-bridge"
OPENED = citation(
    "The harbour bridge opened on 12 July 2019",
    date="2019-07-12",
    phrase="12 July 2019",
)
OTHER_OPENED = citation(
    "In July 2019 the long awaited harbour bridge opened", "herald", OTHER
)
FERRY = citation("The ferry stopped last week.", phrase="last week", needs="the day")
PLANNED = citation("A second bridge is planned for 2031.")
MOVED = citation("The old lighthouse was moved in May 2018")
CLOSED = citation("The port office closed on 3 March 2020.")


def test_a_new_event_is_written_like_this(desk: Desk) -> None:
    desk.extract(
        proposals(
            event(
                "Mayor: “no” to the bridge",
                "2019-07-12",
                OPENED,
                people=["ada-harbour"],
                tags=["port", "2019"],
                factuality=Factuality.DENIED,
            )
        )
    )
    assert desk.text(BRIDGE) == (
        "---\n"
        'title: "Mayor: “no” to the bridge"\n'
        'date: "2019-07-12"\n'
        "status: proposed\n"
        "factuality: denied\n"
        "people: [ada-harbour]\n"
        'tags: [port, "2019"]\n'
        "citations:\n"
        "  - source: post\n"
        '    exact: "The harbour bridge opened on 12 July 2019"\n'
        "    says:\n"
        '      date: "2019-07-12"\n'
        '      phrase: "12 July 2019"\n'
        "      basis: stated\n"
        "---\n"
        "\n"
        "The bridge opened.\n"
    )


def test_a_second_run_changes_nothing(desk: Desk) -> None:
    found = proposals(
        event(people=["ada"], tags=["b", "a"]),
        event("Ferry stops", "", FERRY, slug="ferry"),
        entities=[person("ada", "Ada Harbour")],
        sources=[SourceProposal("post", title="Harbour news", sha256="ab" * 32)],
    )
    desk.extract(found)
    before = desk.files()
    revision = desk.extract(found)
    assert (revision.pending, revision.changes, revision.problems) == (False, (), ())
    assert desk.files() == before


def test_a_plan_writes_nothing(desk: Desk) -> None:
    revision = desk.plan(proposals(event()))
    assert revision.pending
    assert [str(c) for c in revision.changes] == [f"create content/{BRIDGE}.md"]
    assert desk.files() == {}


def test_only_the_changed_value_of_an_untouched_file_changes(desk: Desk) -> None:
    desk.extract(proposals(event()))
    desk.edit(BRIDGE, "---\ntitle", "---\n# checked twice\ntitle")
    before = desk.text(BRIDGE)
    desk.extract(proposals(event("Bridge opens to all")))
    after = before.replace("Harbour bridge opens", "Bridge opens to all")
    assert desk.text(BRIDGE) == after


def test_a_persons_value_stays_and_the_other_is_reported_once(desk: Desk) -> None:
    desk.extract(proposals(event()))
    desk.edit(BRIDGE, "Harbour bridge opens", "The bridge, at last")
    before = desk.text(BRIDGE)
    first = desk.extract(proposals(event("Bridge opens to all")))
    second = desk.extract(proposals(event("Bridge opens to all")))
    assert desk.text(BRIDGE) == before
    assert [str(problem) for problem in first.problems] == [
        f"content/{BRIDGE}.md:2:8: note: the tool would now write “Bridge opens to "
        "all” for “title”; what stands there is yours and was kept [proposal-differs]\n"
        "  hint: change it by hand if you agree"
    ]
    assert second.problems == ()
    assert not second.pending


def test_what_both_say_is_agreed_and_follows_from_then_on(desk: Desk) -> None:
    desk.extract(proposals(event()))
    desk.edit(BRIDGE, "Harbour bridge opens", "Bridge opens")
    desk.extract(proposals(event("Bridge opens")))
    desk.extract(proposals(event("Bridge opens to all")))
    assert "title: Bridge opens to all\n" in desk.text(BRIDGE)


def test_a_removed_value_stays_removed(desk: Desk) -> None:
    desk.extract(proposals(event(factuality=Factuality.ALLEGED)))
    desk.edit(BRIDGE, "factuality: alleged\n", "")
    desk.extract(proposals(event(factuality=Factuality.DENIED)))
    desk.extract(proposals(event()))
    desk.extract(proposals(event(factuality=Factuality.DENIED)))
    assert "factuality" not in desk.text(BRIDGE)


def test_a_date_that_becomes_known_is_filled_in(desk: Desk) -> None:
    desk.extract(proposals(event("Ferry stops", "", FERRY, slug="ferry")))
    known = citation(
        "The ferry stopped last week.", date="2019-07-05", phrase="last week"
    )
    revision = desk.extract(proposals(event("Ferry stops", "2019-07-05", known)))
    assert [str(c) for c in revision.changes] == [
        "change content/events/undated-ferry.md: date, citations"
    ]
    assert desk.text("events/undated-ferry") == (
        "---\n"
        "title: Ferry stops\n"
        'date: "2019-07-05"\n'
        "status: proposed\n"
        "citations:\n"
        "  - source: post\n"
        '    exact: "The ferry stopped last week."\n'
        "    says:\n"
        '      date: "2019-07-05"\n'
        '      phrase: "last week"\n'
        "      basis: stated\n"
        "---\n"
        "\n"
        "The bridge opened.\n"
    )


def test_a_date_goes_again_with_what_made_it_known(desk: Desk) -> None:
    undated = proposals(event("Ferry stops", "", FERRY, slug="ferry"))
    desk.extract(undated)
    before = desk.text("events/undated-ferry")
    known = citation(
        "The ferry stopped last week.", date="2019-07-05", phrase="last week"
    )
    desk.extract(proposals(event("Ferry stops", "2019-07-05", known)))
    desk.extract(undated)
    assert desk.text("events/undated-ferry") == before


def test_to_a_reviewed_event_nothing_is_added_unseen(desk: Desk) -> None:
    desk.extract(proposals(event("Ferry stops", "", FERRY, slug="ferry")))
    desk.edit("events/undated-ferry", "status: proposed", "status: reviewed")
    before = desk.text("events/undated-ferry")
    known = citation(
        "The ferry stopped last week.", date="2019-07-05", phrase="last week"
    )
    last = citation("The ferry made its last crossing last week.", "herald", OTHER)
    found = proposals(event("Ferry stops", "2019-07-05", known, last))
    first, second = desk.extract(found), desk.extract(found)
    assert desk.text("events/undated-ferry") == before
    assert [str(problem) for problem in first.problems] == [
        "content/events/undated-ferry.md:1:1: note: herald may tell of this, too: “The "
        "ferry made its last crossing last week.” [passage-found]\n"
        "  hint: change it by hand if you agree, or write status: proposed and run "
        "`dateline extract` again",
        "content/events/undated-ferry.md:1:1: note: the tool would now write "
        "“2019-07-05” for “date”; the event is reviewed, so nothing was added "
        "[proposal-differs]\n"
        "  hint: change it by hand if you agree, or write status: proposed and run "
        "`dateline extract` again",
    ]
    assert (second.pending, second.problems) == (False, ())


def test_what_was_offered_to_a_reviewed_event_is_added_once_it_is_not(
    desk: Desk,
) -> None:
    desk.extract(proposals(event("Ferry stops", "", FERRY, slug="ferry")))
    desk.edit("events/undated-ferry", "status: proposed", "status: reviewed")
    known = citation(
        "The ferry stopped last week.", date="2019-07-05", phrase="last week"
    )
    last = citation("The ferry made its last crossing last week.", "herald", OTHER)
    found = proposals(event("Ferry stops", "2019-07-05", known, last))
    desk.extract(found)
    desk.edit("events/undated-ferry", "status: reviewed", "status: proposed")
    desk.extract(found)
    text = desk.text("events/undated-ferry")
    assert text.count('date: "2019-07-05"') == 2
    assert "The ferry made its last crossing" in text


def test_tags_merge_one_by_one(desk: Desk) -> None:
    desk.extract(proposals(event(tags=["bridge", "port", "road"])))
    desk.edit(BRIDGE, "tags: [bridge, port, road]", "tags: [ mine, port,road ]")
    desk.extract(proposals(event(tags=["bridge", "road", "ship"])))
    assert "tags: [ mine, road, ship ]\n" in desk.text(BRIDGE)


def test_a_removed_tag_does_not_come_back_after_a_pause(desk: Desk) -> None:
    desk.extract(proposals(event(tags=["bridge", "port"])))
    desk.edit(BRIDGE, "[bridge, port]", "[port]")
    for tags in (["port"], ["bridge", "port"]):
        desk.extract(proposals(event(tags=tags)))
    assert "tags: [port]\n" in desk.text(BRIDGE)


def test_a_tag_that_a_person_put_in_stays_when_the_tool_drops_it(desk: Desk) -> None:
    desk.extract(proposals(event(tags=["bridge"])))
    desk.edit(BRIDGE, "[bridge]", "[bridge, port]")
    for tags in (["bridge", "port"], ["bridge"]):
        desk.extract(proposals(event(tags=tags)))
    assert "tags: [bridge, port]\n" in desk.text(BRIDGE)


def test_a_new_passage_joins_the_event_that_it_tells_of(desk: Desk) -> None:
    desk.extract(proposals(event("Bridge", "2019-07-12", OPENED)))
    desk.extract(proposals(event("Bridge", "2019-07-12", OPENED, OTHER_OPENED)))
    assert desk.names == [BRIDGE]
    assert "source: herald" in desk.text(BRIDGE)


def test_a_removed_passage_does_not_come_back(desk: Desk) -> None:
    both = proposals(event("Bridge", "2019-07-12", OPENED, OTHER_OPENED))
    desk.extract(both)
    text = desk.text(BRIDGE)
    start = text.index("  - source: herald")
    desk.write(BRIDGE, text[:start] + text[text.index("---\n", start) :])
    before = desk.text(BRIDGE)
    desk.extract(both)
    desk.extract(proposals(event("Bridge", "2019-07-12", OPENED)))
    desk.extract(both)
    assert desk.text(BRIDGE) == before
    assert desk.names == [BRIDGE]


def test_a_shortened_passage_is_still_that_passage(desk: Desk) -> None:
    desk.extract(proposals(event("Bridge", "2019-07-12", OPENED)))
    desk.edit(
        BRIDGE, "The harbour bridge opened on 12 July", "bridge opened on 12 July"
    )
    before = desk.text(BRIDGE)
    revision = desk.extract(proposals(event("Bridge", "2019-07-12", OPENED)))
    assert desk.text(BRIDGE) == before
    assert not revision.pending


def test_one_sentence_may_tell_of_two_events(desk: Desk) -> None:
    words = "The old lighthouse was moved in May 2018, the port said."
    moved = citation(words, date="2018-05", phrase="in May 2018")
    said = citation(words, phrase="the port said")
    found = proposals(
        event("Lighthouse moved", "2018-05", moved, slug="moved"),
        event("Port speaks", "", said, slug="speaks"),
    )
    desk.extract(found)
    assert desk.names == ["events/2018-05-moved", "events/undated-speaks"]
    assert not desk.plan(found).pending


def test_a_passage_that_is_read_in_another_way_stays_in_its_file(desk: Desk) -> None:
    words = "The old lighthouse was moved in May 2018, the port said."
    wrong = citation(words, date="2019", phrase="the port said")
    right = citation(words, date="2018-05", phrase="in May 2018")
    desk.extract(proposals(event("Port speaks", "2019", wrong, slug="speaks")))
    better = proposals(event("Lighthouse moved", "2018-05", right, slug="moved"))
    revision = desk.extract(better)
    assert [str(c) for c in revision.changes] == [
        "change content/events/2019-speaks.md: title, date, citations"
    ]
    assert desk.text("events/2019-speaks") == (
        "---\n"
        "title: Lighthouse moved\n"
        'date: "2018-05"\n'
        "status: proposed\n"
        "citations:\n"
        "  - source: post\n"
        f'    exact: "{words}"\n'
        "    says:\n"
        '      date: "2018-05"\n'
        '      phrase: "in May 2018"\n'
        "      basis: stated\n"
        "---\n"
        "\n"
        "The bridge opened.\n"
    )
    assert not desk.plan(better).pending


def test_a_persons_values_stay_when_a_passage_is_read_in_another_way(
    desk: Desk,
) -> None:
    words = "The old lighthouse was moved in May 2018, the port said."
    wrong = citation(words, date="2019", phrase="the port said")
    right = citation(words, date="2018-05", phrase="in May 2018")
    desk.extract(proposals(event("Port speaks", "2019", wrong, slug="speaks")))
    desk.edit("events/2019-speaks", "title: Port speaks", "title: My title")
    desk.extract(proposals(event("Lighthouse moved", "2018-05", right, slug="moved")))
    assert desk.names == ["events/2019-speaks"]
    assert 'title: My title\ndate: "2018-05"\n' in desk.text("events/2019-speaks")


def test_a_deleted_event_stays_deleted_when_it_is_read_in_another_way(
    desk: Desk,
) -> None:
    words = "The old lighthouse was moved in May 2018, the port said."
    wrong = citation(words, date="2019", phrase="the port said")
    right = citation(words, date="2018-05", phrase="in May 2018")
    desk.extract(proposals(event("Port speaks", "2019", wrong, slug="speaks")))
    desk.path("events/2019-speaks").unlink()
    desk.extract(proposals(event("Lighthouse moved", "2018-05", right, slug="moved")))
    assert desk.names == []


CORRECTED = TEXT.replace("on 12 July 2019", "on 13 July 2019")
REOPENED = citation(
    "The harbour bridge opened on 13 July 2019",
    text=CORRECTED,
    date="2019-07-13",
    phrase="13 July 2019",
)


def test_the_passage_of_a_corrected_source_is_read_again(desk: Desk) -> None:
    old, new = (SourceProposal("post", sha256=f * 64) for f in "ab")
    desk.extract(proposals(event("Bridge opens", "2019-07-12", OPENED), sources=[old]))
    before = desk.text(BRIDGE)
    desk.documents = [document("post", CORRECTED)]
    found = proposals(event("Bridge opens", "2019-07-13", REOPENED), sources=[new])
    desk.extract(found)
    assert desk.names == [BRIDGE, "sources/post"]
    assert desk.text(BRIDGE) == before.replace("12", "13")
    assert "b" * 64 in desk.text("sources/post")
    assert not desk.plan(found).pending


def test_what_a_person_wrote_stays_when_a_source_is_corrected(desk: Desk) -> None:
    desk.extract(proposals(event("Bridge opens", "2019-07-12", OPENED)))
    desk.edit(BRIDGE, "status: proposed", "status: reviewed")
    before = desk.text(BRIDGE)
    desk.documents = [document("post", CORRECTED)]
    found = proposals(event("Bridge opens", "2019-07-13", REOPENED))
    revision = desk.extract(found)
    assert (desk.names, desk.text(BRIDGE)) == ([BRIDGE], before)
    assert [problem.code for problem in revision.problems] == [
        "passage-found",
        "proposal-differs",
    ]


def test_an_untouched_event_goes_with_the_words_that_proved_it(desk: Desk) -> None:
    desk.extract(
        proposals(event(), event("Office closes", "2020-03-03", CLOSED, slug="office"))
    )
    desk.documents = [
        document("post", TEXT.replace("The port office closed on 3 March 2020.", ""))
    ]
    revision = desk.extract(proposals(event()))
    assert desk.names == [BRIDGE]
    assert [str(c) for c in revision.changes] == [
        "withdraw content/events/2020-03-03-office.md"
    ]
    assert [str(problem) for problem in revision.problems] == [
        "content/events/2020-03-03-office.md: note: “Office closes” was proposed, but "
        "the words that prove it no longer stand in post, so it was taken back "
        "[withdrawn]\n"
        "  hint: bring the words back into the source if they were right"
    ]
    assert not desk.plan(proposals(event())).pending
    desk.documents = [document()]
    desk.extract(
        proposals(event(), event("Office closes", "2020-03-03", CLOSED, slug="office"))
    )
    assert desk.names == [BRIDGE, "events/2020-03-03-office"]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=["as-told", "turned-round"])
def test_it_goes_in_whatever_order_it_cites_what_is_gone(
    desk: Desk, order: tuple[int, int]
) -> None:
    cited = [CLOSED, citation("The ferry stopped last week.")]
    told = event("Office", "2020-03-03", *(cited[i] for i in order), slug="office")
    desk.extract(proposals(event(), told))
    rest = TEXT.replace("The port office closed on 3 March 2020.", "")
    desk.documents = [document("post", rest.replace("The ferry stopped", "Nothing"))]
    desk.extract(proposals(event()))
    assert desk.names == [BRIDGE]


def test_a_touched_event_does_not_go_with_the_words_that_proved_it(desk: Desk) -> None:
    desk.extract(proposals(event("Office closes", "2020-03-03", CLOSED, slug="office")))
    desk.edit("events/2020-03-03-office", "Office closes", "The office closes")
    before = desk.files()
    desk.documents = [document("post", "Something else.\n")]
    desk.extract(proposals())
    assert desk.files() == before


def test_one_lost_passage_goes_and_the_others_keep_the_event(desk: Desk) -> None:
    desk.extract(proposals(event("Bridge", "2019-07-12", OPENED, OTHER_OPENED)))
    desk.documents = [document(), document("herald", "Nothing.\n")]
    desk.extract(proposals())
    assert "herald" not in desk.text(BRIDGE)
    assert "source: post" in desk.text(BRIDGE)


def test_nothing_is_taken_back_because_a_source_is_missing(desk: Desk) -> None:
    desk.extract(proposals(event()))
    before = desk.files()
    desk.documents = []
    desk.extract(proposals())
    assert desk.files() == before


def test_an_event_follows_its_source_to_a_new_name(desk: Desk) -> None:
    desk.extract(proposals(event("Bridge", "2019-07-12", OPENED)))
    before = desk.text(BRIDGE)
    desk.documents = [document("harbour-post")]
    again = citation(
        "The harbour bridge opened on 12 July 2019",
        "harbour-post",
        date="2019-07-12",
        phrase="12 July 2019",
    )
    desk.extract(proposals(event("Bridge", "2019-07-12", again)))
    assert desk.names == [BRIDGE]
    assert desk.text(BRIDGE) == before.replace("source: post", "source: harbour-post")


def test_many_events_losing_their_words_at_once_stop_the_run(desk: Desk) -> None:
    words = [f"Quay number {n} was opened in 2019." for n in range(20)]
    text = " ".join(words)
    desk.documents = [document("post", text)]
    quays = [
        event(f"Quay {n}", "2019", citation(w, text=text), slug=f"quay-{n:02}")
        for n, w in enumerate(words)
    ]
    desk.extract(proposals(*quays))
    desk.documents = [document("post", " ".join(words[6:]))]
    before = desk.files()
    with pytest.raises(ManyFilesWithdrawnError) as caught:
        desk.extract(proposals(*quays[6:]))
    assert str(caught.value) == (
        "The words that prove 6 of 20 content files no longer stand in seeds/ "
        "(content/events/2019-quay-00.md, content/events/2019-quay-01.md, "
        "content/events/2019-quay-02.md, …), so nothing was done. Bring the sources "
        "back, or, if these events are to go, run "
        "`dateline extract --accept-deletions`."
    )
    assert desk.files() == before
    desk.extract(proposals(*quays[6:]), accept_deletions=True)
    assert len(desk.names) == 14


def test_a_withdrawal_that_was_cut_off_is_not_taken_for_a_person(desk: Desk) -> None:
    desk.extract(proposals(event()))
    desk.documents = [document("post", "Something else.\n")]
    revision = desk.plan(proposals())
    (step,) = revision.steps
    desk.apply(replace(revision, steps=(replace(step, records=()),)))
    assert desk.names == []
    assert [str(c) for c in desk.extract(proposals()).changes] == []
    assert not desk.plan(proposals()).pending
    desk.documents = [document()]
    desk.extract(proposals(event()))
    assert desk.names == [BRIDGE]


def test_a_withdrawal_that_was_only_announced_leaves_no_trace(desk: Desk) -> None:
    desk.extract(proposals(event()))
    before = desk.files()
    desk.documents = [document("post", "Something else.\n")]
    revision = desk.plan(proposals())
    (step,) = revision.steps
    desk.apply(replace(revision, steps=(replace(step, content=None, records=()),)))
    assert desk.files() != before
    desk.documents = [document()]
    desk.extract(proposals(event()))
    assert desk.files() == before


def test_a_save_of_a_withdrawn_event_is_not_lost(desk: Desk) -> None:
    desk.extract(proposals(event()))
    desk.documents = [document("post", "Something else.\n")]
    revision = desk.plan(proposals())
    desk.edit(BRIDGE, "The bridge opened.", "Saved in the meantime.")
    before = desk.files()
    applied = desk.apply(revision)
    assert desk.files() == before
    assert [problem.code for problem in applied.problems] == ["changed-meanwhile"]


def test_a_deleted_event_stays_deleted(desk: Desk) -> None:
    desk.extract(proposals(event()))
    desk.path(BRIDGE).unlink()
    revision = desk.extract(proposals(event("The bridge, again", "2019")))
    assert [str(c) for c in revision.changes] == [
        f"remember content/{BRIDGE}.md: deleted"
    ]
    assert desk.names == []
    assert not desk.plan(proposals(event("The bridge, again", "2019"))).pending


def test_a_deleted_event_may_be_brought_back(desk: Desk) -> None:
    desk.extract(proposals(event()))
    text = desk.text(BRIDGE)
    desk.path(BRIDGE).unlink()
    desk.extract(proposals(event()))
    desk.write(BRIDGE, text)
    desk.extract(proposals(event("Bridge opens to all")))
    assert "title: Bridge opens to all\n" in desk.text(BRIDGE)


def test_many_files_gone_at_once_stop_the_run(desk: Desk) -> None:
    text = " ".join(f"Quay number {n} was opened in 2019." for n in range(20))
    desk.documents = [document("post", text)]
    found = proposals(
        *(
            event(
                f"Quay {n}",
                "2019",
                citation(f"Quay number {n} was opened in 2019.", text=text),
                slug=f"quay-{n:02}",
            )
            for n in range(20)
        )
    )
    desk.extract(found)
    for name in desk.names[:6]:
        desk.path(name).unlink()
    before = desk.files()
    with pytest.raises(ManyFilesGoneError) as caught:
        desk.extract(found)
    assert str(caught.value) == (
        "6 of 20 content files are gone since the last run "
        "(content/events/2019-quay-00.md, content/events/2019-quay-01.md, "
        "content/events/2019-quay-02.md, …), so nothing was done. Bring them back, "
        "or, if they were meant to go, run `dateline extract --accept-deletions`."
    )
    assert desk.files() == before
    desk.extract(found, accept_deletions=True)
    assert len(desk.names) == 14


def test_a_renamed_event_is_recognised_by_its_passages(desk: Desk) -> None:
    desk.extract(proposals(event()))
    desk.path(BRIDGE).rename(desk.path("events/opening"))
    revision = desk.extract(proposals(event("Bridge opens to all")))
    assert desk.names == ["events/opening"]
    assert "title: Bridge opens to all\n" in desk.text("events/opening")
    assert [str(problem) for problem in revision.problems] == [
        "content/events/opening.md:1:1: note: this event was “2019-07-12-bridge” "
        "before [renamed]\n"
        "  hint: add aliases: [2019-07-12-bridge], so that its old address leads here"
    ]


def test_a_file_in_a_folder_of_its_own_is_the_same_file(desk: Desk) -> None:
    desk.extract(proposals(event()))
    text = desk.text(BRIDGE)
    desk.path(BRIDGE).unlink()
    desk.write("events/2019/2019-07-12-bridge", text)
    desk.extract(proposals(event("Bridge opens to all")))
    assert desk.names == ["events/2019/2019-07-12-bridge"]
    assert "Bridge opens to all" in desk.text("events/2019/2019-07-12-bridge")


def test_a_name_is_not_given_twice(desk: Desk) -> None:
    desk.extract(proposals(event()))
    desk.path(BRIDGE).unlink()
    desk.extract(proposals(event()))
    desk.extract(proposals(event("Lighthouse", "2019-07-12", MOVED)))
    assert desk.names == ["events/2019-07-12-bridge-2"]


def test_events_merged_by_hand_stay_one(desk: Desk) -> None:
    two = [
        event("Bridge", "2019-07-12", OPENED),
        event("Opening", "2019-07", OTHER_OPENED, slug="opening"),
    ]
    desk.extract(proposals(*two))
    block = desk.text("events/2019-07-opening").split("citations:\n")[1].split("---")[0]
    desk.path("events/2019-07-opening").unlink()
    desk.edit(BRIDGE, "citations:\n", f"citations:\n{block}")
    before = desk.text(BRIDGE)
    desk.extract(proposals(*two))
    assert desk.text(BRIDGE) == before
    third = event("Opening", "2019-07", OTHER_OPENED, MOVED, slug="opening")
    desk.extract(proposals(two[0], third))
    assert desk.names == [BRIDGE]
    assert "The old lighthouse was moved" in desk.text(BRIDGE)


def test_an_event_split_by_hand_stays_two(desk: Desk) -> None:
    one = proposals(event("Bridge", "2019-07-12", OPENED, OTHER_OPENED))
    desk.extract(one)
    text = desk.text(BRIDGE)
    herald = text[text.index("  - source: herald") : text.rindex("---\n")]
    desk.write(BRIDGE, text.replace(herald, ""))
    own = f"---\ntitle: The other account\ncitations:\n{herald}---\n"
    desk.write("events/other-account", own)
    before = desk.text(BRIDGE)
    revision = desk.extract(one)
    assert (desk.text(BRIDGE), desk.text("events/other-account")) == (before, own)
    assert desk.names == [BRIDGE, "events/other-account"]
    assert revision.problems == ()


def test_both_halves_of_a_split_outlive_the_whole(desk: Desk) -> None:
    one = proposals(event("Bridge", "2019-07-12", OPENED, OTHER_OPENED))
    desk.extract(one)
    header = desk.text(BRIDGE)
    cut = header.index("  - source: herald")
    start, end = header.index("  - source: post"), header.rindex("---\n")
    desk.write("events/a", f"---\ntitle: A\ncitations:\n{header[start:cut]}---\n")
    desk.write("events/b", f"---\ntitle: B\ncitations:\n{header[cut:end]}---\n")
    desk.path(BRIDGE).unlink()
    before = (desk.text("events/a"), desk.text("events/b"))
    desk.extract(one)
    desk.extract(one)
    assert desk.names == ["events/a", "events/b"]
    assert (desk.text("events/a"), desk.text("events/b")) == before


def test_a_file_that_a_person_wrote_is_never_touched(desk: Desk) -> None:
    own = (
        "---\n"
        "title: My bridge\n"
        "citations:\n"
        "  - source: post\n"
        '    exact: "The harbour bridge opened on 12 July 2019"\n'
        "---\n"
    )
    desk.write("events/my-bridge", own)
    found = proposals(event("Bridge", "2019-07-12", OPENED, OTHER_OPENED))
    revision = desk.extract(found)
    assert desk.text("events/my-bridge") == own
    assert desk.names == ["events/my-bridge"]
    assert [str(problem) for problem in revision.problems] == [
        "content/events/my-bridge.md:1:1: note: herald may tell of this, too: “In July "
        "2019 the long awaited harbour bridge opened” [passage-found]\n"
        "  hint: add it to the citations if it does"
    ]
    assert not desk.plan(found).pending
    assert desk.plan(found).problems == ()


def test_without_a_record_everything_is_the_persons(desk: Desk) -> None:
    desk.extract(proposals(event()))
    desk.edit(BRIDGE, "status: proposed", "status: reviewed")
    for path in (desk.root / ".dateline").rglob("*.json"):
        path.unlink()
    before = desk.text(BRIDGE)
    desk.extract(proposals(event("Bridge opens to all", "2019", tags=["x"])))
    desk.extract(proposals(event("Bridge is open", "2019", tags=["y"])))
    assert desk.text(BRIDGE) == before


@pytest.mark.parametrize("crash", ["after-creation", "after-change"])
def test_a_run_that_died_before_its_records_converges(desk: Desk, crash: str) -> None:
    first, second, third = (proposals(event(t)) for t in ("One", "Two", "Three"))
    if crash == "after-change":
        desk.extract(first)
    records = {p: p.read_bytes() for p in desk.root.rglob("*.json")}
    desk.extract(second)
    for path in desk.root.rglob("*.json"):
        path.write_bytes(records[path]) if path in records else path.unlink()
    desk.extract(second)
    desk.extract(third)
    assert "title: Three\n" in desk.text(BRIDGE)


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"values": 1}', "\xff"])
def test_a_damaged_record_stops_the_run(desk: Desk, damage: str) -> None:
    desk.extract(proposals(event()))
    path = desk.root / ".dateline" / "proposed" / f"{BRIDGE}.json"
    path.write_bytes(damage.encode("latin-1"))
    with pytest.raises(ProposedUnreadableError) as caught:
        desk.extract(proposals(event()))
    assert str(caught.value).endswith(
        "Bring it back from version control, or delete it: then everything in its "
        "content file counts as yours."
    )


def test_a_record_that_git_could_not_merge_says_how_to(desk: Desk) -> None:
    desk.extract(proposals(event()))
    path = desk.root / ".dateline" / "proposed" / f"{BRIDGE}.json"
    path.write_text("{\n<<<<<<< HEAD\n  1\n=======\n  2\n>>>>>>> other\n}\n")
    with pytest.raises(RecordsInConflictError) as caught:
        desk.extract(proposals(event()))
    assert str(caught.value) == (
        f".dateline/proposed/{BRIDGE}.json holds two versions that git could not "
        "merge. Take one of the two for all such files: "
        "git checkout --ours .dateline && git add .dateline"
    )


def test_records_are_sorted_and_the_same_each_time(desk: Desk) -> None:
    desk.extract(proposals(event(tags=["b", "a"], people=["z", "y"])))
    path = desk.root / ".dateline" / "proposed" / f"{BRIDGE}.json"
    tree = json.loads(path.read_text())
    assert tree["values"]["tags"] == ["a", "b"]
    assert tree["values"]["people"] == ["y", "z"]
    assert path.read_bytes().endswith(b"}\n")


def test_a_file_that_cannot_be_read_is_there_all_the_same(desk: Desk) -> None:
    desk.extract(proposals(event(), event("Planned", "2031", PLANNED, slug="second")))
    desk.edit(BRIDGE, "title: Harbour", "title: : Harbour")
    before = desk.text(BRIDGE)
    found = proposals(
        event("Bridge opens to all"), event("Second bridge", "2031", PLANNED)
    )
    desk.extract(found)
    assert desk.text(BRIDGE) == before
    assert "title: Second bridge\n" in desk.text("events/2031-second")
    assert len(desk.names) == 2


def test_nothing_is_written_twice_for_a_file_of_ones_own_that_cannot_be_read(
    desk: Desk,
) -> None:
    desk.write(
        "events/mine",
        '---\ntitle: a: b\ncitations:\n  - source: post\n    exact: "The port office '
        'closed on 3 March 2020."\n---\n',
    )
    desk.extract(proposals(event("Office closes", "2020-03-03", CLOSED)))
    assert desk.names == ["events/mine"]


def test_a_save_between_reading_and_writing_is_not_lost(desk: Desk) -> None:
    desk.extract(proposals(event()))
    revision = desk.plan(proposals(event("Bridge opens to all")))
    desk.edit(BRIDGE, "The bridge opened.", "Saved in the meantime.")
    before = desk.files()
    applied = desk.apply(revision)
    assert desk.files() == before
    assert [str(problem) for problem in applied.problems] == [
        f"content/{BRIDGE}.md: warning: this file changed while it was being worked "
        "on, so it was left alone [changed-meanwhile]\n"
        "  hint: run `dateline extract` again"
    ]
    desk.extract(proposals(event("Bridge opens to all")))
    assert "title: Bridge opens to all\n" in desk.text(BRIDGE)
    assert "Saved in the meantime." in desk.text(BRIDGE)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: f"\ufeff{text}",
        lambda text: text.removesuffix("\n"),
        lambda text: text.replace("---\n\n", "---\n\n\n\n    code\n\n---\n\n"),
        lambda text: text.replace("\n", "   # why\n", 1).replace("---   # why", "---"),
    ],
    ids=["crlf", "byte-order-mark", "no-final-newline", "odd-body", "comments"],
)
def test_all_else_stays_byte_for_byte(desk: Desk, change) -> None:
    desk.extract(proposals(event()))
    desk.write(BRIDGE, change(desk.text(BRIDGE)))
    before = desk.path(BRIDGE).read_bytes()
    desk.extract(proposals(event("Bridge opens to all")))
    after = before.replace(b"Harbour bridge opens", b"Bridge opens to all")
    assert desk.path(BRIDGE).read_bytes() == after


def test_a_cms_that_writes_all_anew_edits_nothing(desk: Desk) -> None:
    desk.extract(proposals(event("No: 12", "2019-07-12", OPENED, tags=["no", "12:30"])))
    desk.write(
        BRIDGE,
        "---\n"
        "citations:\n"
        "- exact: >-\n"
        "    The harbour bridge opened\n"
        "    on 12 July 2019\n"
        "  says: {basis: stated, date: 2019-07-12, phrase: 12 July 2019}\n"
        "  source: post\n"
        "date: 2019-07-12\n"
        "status: proposed\n"
        "tags:\n"
        "- no\n"
        "- 12:30\n"
        "title: 'No: 12'\n"
        "---\n"
        "The bridge opened.\n",
    )
    revision = desk.extract(proposals(event("Yes: 13", "2019-07", OPENED, tags=["no"])))
    assert revision.problems == ()
    assert desk.text(BRIDGE) == (
        "---\n"
        "citations:\n"
        "- exact: >-\n"
        "    The harbour bridge opened\n"
        "    on 12 July 2019\n"
        "  says: {basis: stated, date: 2019-07-12, phrase: 12 July 2019}\n"
        "  source: post\n"
        'date: "2019-07"\n'
        "status: proposed\n"
        "tags:\n"
        "- no\n"
        'title: "Yes: 13"\n'
        "---\n"
        "The bridge opened.\n"
    )


def test_a_comment_in_the_way_is_kept_and_reported(desk: Desk) -> None:
    desk.extract(proposals(event(factuality=Factuality.ALLEGED)))
    desk.edit(BRIDGE, "factuality: alleged", "factuality: alleged # ask the port")
    before = desk.text(BRIDGE)
    revision = desk.extract(proposals(event()))
    assert desk.text(BRIDGE) == before
    assert [problem.message for problem in revision.problems] == [
        "a new proposal for “factuality” was not written: there is a comment in the "
        "lines to remove"
    ]


IN_BRACKETS = """citations: [{source: post,
  exact: "The harbour bridge opened on 12 July 2019",
  says: {date: "2019-07-12", phrase: 12 July 2019, basis: stated}}]
"""
FINALLY = TEXT.replace("bridge opened", "bridge was finally opened")
INSTEAD = proposals(
    event(
        "Harbour bridge opens",
        "2019-07-12",
        citation("The harbour bridge was finally opened on 12 July 2019", text=FINALLY),
    )
)


def _cited(text: str) -> str:
    return text[text.index("citations:") : text.rindex("---")]


def test_one_run_replaces_a_passage_below_a_comment_which_stays(desk: Desk) -> None:
    desk.extract(proposals(event("Harbour bridge opens", "2019-07-12", OPENED)))
    desk.edit(BRIDGE, "  - source: post", "  # ask the port\n  - source: post")
    desk.documents = [document("post", FINALLY)]
    desk.extract(INSTEAD)
    assert _cited(desk.text(BRIDGE)) == (
        "citations:\n"
        "  # ask the port\n"
        "  - source: post\n"
        '    exact: "The harbour bridge was finally opened on 12 July 2019"\n'
    )
    assert desk.extract(INSTEAD).changes == ()


def test_a_passage_stays_when_what_comes_instead_cannot_be_written(desk: Desk) -> None:
    desk.extract(proposals(event("Harbour bridge opens", "2019-07-12", OPENED)))
    desk.edit(BRIDGE, _cited(desk.text(BRIDGE)), IN_BRACKETS)
    before = desk.text(BRIDGE)
    desk.documents = [document("post", FINALLY)]
    desk.extract(INSTEAD)
    assert desk.text(BRIDGE) == before
    assert desk.extract(INSTEAD).changes == ()


def test_an_entity_gets_a_file_only_when_an_event_uses_it(desk: Desk) -> None:
    everyone = [person("ada", "Ada Harbour"), person("bob", "Bob Quay")]
    desk.extract(proposals(event(people=["ada"]), entities=everyone))
    assert desk.names == ["entities/ada", BRIDGE]
    assert desk.text("entities/ada") == (
        "---\nprefLabel: Ada Harbour\nkind: person\n---\n"
    )


@pytest.mark.parametrize(
    "header",
    [
        "prefLabel: ADA  HARBOUR\nkind: person",
        "prefLabel: Mayor\nkind: person\naltLabel: [Ada Harbour]",
        "prefLabel: Mayor\nkind: person\naliases: [ada]",
    ],
    ids=["by-name", "by-other-name", "by-former-id"],
)
def test_an_entity_that_is_there_already_is_used(desk: Desk, header: str) -> None:
    desk.write("entities/mayor", f"---\n{header}\n---\n")
    found = proposals(event(people=["ada"]), entities=[person("ada", "Ada Harbour")])
    desk.extract(found)
    assert desk.names == ["entities/mayor", BRIDGE]
    assert "people: [mayor]\n" in desk.text(BRIDGE)
    assert not desk.plan(found).pending


def test_a_place_and_an_organisation_of_one_name_have_a_file_each(
    desk: Desk,
) -> None:
    place = EntityProposal("kelso", EntityKind.PLACE, "Kelso")
    desk.extract(proposals(event(places=["kelso"]), entities=[place]))
    both = [
        EntityProposal("kelso", EntityKind.ORGANISATION, "Kelso"),
        EntityProposal("kelso-place", EntityKind.PLACE, "Kelso"),
    ]
    told = replace(event(places=["kelso-place"]), organisations=("kelso",))
    desk.extract(proposals(told, entities=both))
    assert "kind: place\n" in desk.text("entities/kelso")
    assert "kind: organisation\n" in desk.text("entities/kelso-organisation")
    assert "places: [kelso]\n" in desk.text(BRIDGE)
    assert "organisations: [kelso-organisation]\n" in desk.text(BRIDGE)
    assert not desk.plan(proposals(told, entities=both)).pending
    assert known_by_people(read_store(desk.project)[0]).entities == ()


@pytest.mark.parametrize(
    "labels",
    [("Katiá Holm", "Kátia Holm"), ("Kátia Holm", "Katiá Holm"), ("B", "A")],
    ids=["by-letter", "by-number", "turned-round"],
)
def test_names_that_the_tool_wrote_in_any_order_are_no_persons(
    desk: Desk, labels: tuple[str, str]
) -> None:
    holm = EntityProposal("holm", EntityKind.PERSON, "Katia Holm", labels)
    desk.extract(proposals(event(people=["holm"]), entities=[holm]))
    assert known_by_people(read_store(desk.project)[0]).entities == ()


def test_only_a_day_and_a_language_that_a_person_wrote_are_known_of_a_source(
    desk: Desk,
) -> None:
    card = SourceProposal("post", title="Harbour news", issued="2019-07-12")
    desk.extract(proposals(sources=[replace(card, language="en")]))
    (source,) = known_by_people(read_store(desk.project)[0]).sources
    assert (source.issued, source.language) == (None, "")
    desk.edit("sources/post", "2019-07-12", "2019-07-13")
    desk.edit("sources/post", "language: en", "language: fr")
    (source,) = known_by_people(read_store(desk.project)[0]).sources
    assert (str(source.issued), source.language) == ("2019-07-13", "fr")


def test_nobody_is_linked_to_a_deleted_entity(desk: Desk) -> None:
    found = proposals(event(people=["ada"]), entities=[person("ada", "Ada Harbour")])
    desk.extract(found)
    desk.path("entities/ada").unlink()
    desk.extract(found)
    assert desk.names == [BRIDGE]
    assert "people: []\n" in desk.text(BRIDGE)
    assert not desk.plan(found).pending


def test_a_sources_card_is_corrected_in_the_same_safe_way(desk: Desk) -> None:
    card = "sources/post"
    desk.extract(proposals(sources=[SourceProposal("post", title="Harbour news")]))
    desk.edit(
        card, "title: Harbour news\n", 'title: Harbour news\nissued: "2019-07-13"\n'
    )
    stated = SourceProposal("post", title="Harbour news, corrected", issued="2019")
    revision = desk.extract(proposals(sources=[stated]))
    assert desk.text(card) == (
        '---\ntitle: Harbour news, corrected\nissued: "2019-07-13"\n---\n'
    )
    assert [problem.code for problem in revision.problems] == ["proposal-differs"]


def test_a_card_with_nothing_but_a_date_is_left_as_it_is(desk: Desk) -> None:
    desk.write("sources/post", "---\nissued: 2019-07-13\n---\n")
    desk.extract(proposals(sources=[SourceProposal("post", title="Harbour news")]))
    assert desk.text("sources/post") == "---\nissued: 2019-07-13\n---\n"


def test_the_fingerprint_stays_while_a_quotation_does_not_hold(desk: Desk) -> None:
    old = SourceProposal("post", sha256="aa" * 32)
    desk.extract(proposals(event(), sources=[old]))
    desk.edit(BRIDGE, "title: Harbour bridge opens", "title: My title")
    desk.documents = [document("post", TEXT.replace("12 July 2019", "13 July 2019"))]
    new = SourceProposal("post", sha256="bb" * 32)
    desk.extract(proposals(sources=[new]))
    assert "aa" * 32 in desk.text("sources/post")
    desk.documents = [document("post", TEXT + "More.\n")]
    desk.extract(proposals(sources=[new]))
    assert "bb" * 32 in desk.text("sources/post")


def test_a_name_that_no_event_has_any_more_goes_unless_a_person_touched_it(
    desk: Desk,
) -> None:
    everyone = [person(name, name.title()) for name in ("ada", "ben", "cy", "dee")]
    desk.extract(
        proposals(event(people=["ada", "ben", "cy", "dee"]), entities=everyone)
    )
    desk.edit("entities/ben", "prefLabel: Ben", "prefLabel: Ben Oke")
    desk.edit(BRIDGE, '2019"\n---', '2019"\n    says:\n      speaker: Dee\n---')
    revision = desk.extract(proposals(event(people=["ada"]), entities=everyone))
    assert [str(c) for c in revision.changes] == [
        "withdraw content/entities/cy.md",
        f"change content/{BRIDGE}.md: people",
    ]
    assert desk.names == ["entities/ada", "entities/ben", "entities/dee", BRIDGE]
    assert not desk.plan(proposals(event(people=["ada"]), entities=everyone)).pending
    desk.extract(proposals(event(people=["ada", "cy"]), entities=everyone))
    assert "entities/cy" in desk.names
