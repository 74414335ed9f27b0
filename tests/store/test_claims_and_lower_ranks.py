"""Accounts that differ in files, and events that are too far down to get a file."""

from __future__ import annotations

from dataclasses import replace

from project import Desk, citation, event, proposals

from generator.model.citations import Claim
from generator.model.events import EventProposal

BRIDGE = "events/2019-07-12-bridge"
TWO = Claim("years of work", "two", citation("two years of work"), "the port")
LONG = Claim("years of work", "long", citation("opened on 12 July 2019 after two"))


def bridge(*claims: Claim) -> EventProposal:
    return replace(event(), claims=claims)


def test_claims_stand_below_the_citations(desk: Desk) -> None:
    desk.extract(proposals(bridge(TWO, LONG)))
    assert (
        "claims:\n"
        "  - about: years of work\n"
        '    value: "two"\n'
        "    speaker: the port\n"
        "    source: post\n"
        '    exact: "two years of work"\n'
        "  - about: years of work\n"
        '    value: "long"\n'
        "    source: post\n"
        '    exact: "opened on 12 July 2019 after two"\n'
    ) in desk.text(BRIDGE)


def test_the_same_claims_again_change_nothing(desk: Desk) -> None:
    desk.extract(proposals(bridge(TWO, LONG)))
    assert not desk.extract(proposals(bridge(TWO, LONG))).changes


def test_claims_are_added_to_a_file_that_nobody_touched(desk: Desk) -> None:
    desk.extract(proposals(bridge()))
    desk.extract(proposals(bridge(TWO, LONG)))
    assert desk.text(BRIDGE).count("about: years of work") == 2


def test_claims_that_a_person_took_out_stay_out(desk: Desk) -> None:
    desk.extract(proposals(bridge(TWO, LONG)))
    text = desk.text(BRIDGE)
    header, _, rest = text.partition("claims:\n")
    desk.write(BRIDGE, header + "---\n" + rest.partition("---\n")[2])
    desk.extract(proposals(bridge(TWO, LONG)))
    assert "claims:" not in desk.text(BRIDGE)


def test_a_lower_event_gets_no_file_and_is_counted(desk: Desk) -> None:
    found = replace(proposals(), lower=(event(),))
    assert desk.extract(found).left_out == 1
    assert desk.names == []


def test_an_event_that_falls_keeps_its_file_up_to_date(desk: Desk) -> None:
    desk.extract(proposals(event()))
    fallen = replace(proposals(), lower=(event("The harbour bridge is open"),))
    assert desk.extract(fallen).left_out == 0
    assert "title: The harbour bridge is open\n" in desk.text(BRIDGE)
