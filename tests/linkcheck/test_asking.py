"""How hosts are asked, and what their answers are taken for; all on this computer."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from support.hosts import Reply, host, page, to

from generator.linkcheck import Answer, Failure, Manners, answers

QUICK = Manners("dateline/test", pause=0, answering=0.5, in_all=1.0, patience=0.2)


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def asked(
    *addresses: str, page: bool = False, manners: Manners = QUICK
) -> list[Answer]:
    """What came of asking for *addresses*, in their own order."""
    found = dict(answers(dict.fromkeys(addresses, page), manners))
    return [found[address] for address in addresses]


def ask(address: str, page: bool = False, manners: Manners = QUICK) -> Answer:
    (answer,) = asked(address, page=page, manners=manners)
    return answer


def test_a_page_that_is_there_costs_one_question_without_its_text() -> None:
    with host(bridge=page("open")) as harbour:
        answer = ask(f"{harbour.address}/bridge")
    assert (answer.status, answer.kind, answer.data) == (200, "text/html", b"")
    assert harbour.requests == ["HEAD /bridge"]


def test_a_page_whose_text_is_wanted_costs_one_question_as_well() -> None:
    with host(bridge=page("open")) as harbour:
        answer = ask(f"{harbour.address}/bridge", page=True)
    assert (answer.charset, answer.data, answer.is_whole) == ("utf-8", b"open", True)
    assert harbour.requests == ["GET /bridge"]


@pytest.mark.parametrize("status", [403, 404, 405, 500, 501])
def test_who_has_no_answer_without_the_page_is_asked_for_the_page(status: int) -> None:
    with host(HEAD_bridge=Reply(status), bridge=page("open")) as harbour:
        assert ask(f"{harbour.address}/bridge").status == 200
    assert harbour.requests == ["HEAD /bridge", "GET /bridge"]


@pytest.mark.parametrize("status", [301, 308])
def test_what_has_moved_for_good_has_a_new_address(status: int) -> None:
    with host(old=to("/new", status), new=page("open")) as harbour:
        answer = ask(f"{harbour.address}/old")
    assert (answer.status, answer.moved_to) == (200, f"{harbour.address}/new")


@pytest.mark.parametrize("status", [302, 303, 307])
def test_what_is_elsewhere_for_now_keeps_its_address(status: int) -> None:
    with host(old=to("/new", status), new=page("open")) as harbour:
        answer = ask(f"{harbour.address}/old")
    assert (answer.status, answer.moved_to) == (200, "")
    assert answer.at == f"{harbour.address}/new"


def test_a_move_for_good_ends_where_one_for_now_begins() -> None:
    with host(old=to("/new"), new=to("/now", 302), now=page("open")) as harbour:
        answer = ask(f"{harbour.address}/old")
    assert answer.moved_to == f"{harbour.address}/new"


def test_a_move_to_nothing_is_no_move() -> None:
    with host(old=to("/new")) as harbour:
        answer = ask(f"{harbour.address}/old")
    assert (answer.status, answer.moved_to) == (404, "")


def test_a_circle_ends() -> None:
    with host(one=to("/two"), two=to("/one")) as harbour:
        assert ask(f"{harbour.address}/one").failure is Failure.CIRCLES
    assert len(harbour.asked) <= 10


def test_nobody_is_led_away_from_the_web() -> None:
    with host(file=to("file:///etc/hostname")) as harbour:
        assert ask(f"{harbour.address}/file").failure is Failure.NO_ADDRESS


@pytest.mark.parametrize(
    "address",
    ["http://[", "http://exa mple.org/", "http://127.0.0.1:99999/", "http://a..b/"],
)
def test_what_is_no_address_is_asked_of_nobody(address: str) -> None:
    assert ask(address).failure is Failure.NO_ADDRESS


def test_letters_of_any_script_are_sent_in_percent_signs() -> None:
    with host() as harbour:
        harbour.replies["/caf%C3%A9?q=%E6%A9%8B&a=%20b"] = [page("open")]
        assert ask(f"{harbour.address}/café?q=橋&a=%20b#top").status == 200


def test_a_way_on_may_be_told_in_letters_of_any_script() -> None:
    with host(old=to("/café".encode().decode("latin-1"))) as harbour:
        harbour.replies["/caf%C3%A9"] = [page("open")]
        answer = ask(f"{harbour.address}/old")
    assert answer.moved_to == f"{harbour.address}/café"


# --- politely -------------------------------------------------------------------------


def test_a_host_is_told_who_asks() -> None:
    with host(bridge=page("open")) as harbour:
        ask(f"{harbour.address}/bridge")
    assert [one.agent for one in harbour.asked] == ["dateline/test"]


def test_a_host_is_asked_one_thing_at_a_time_with_a_pause() -> None:
    names = ("a", "b", "c", "d")
    with host(**{name: replace(page("open"), takes=0.02) for name in names}) as harbour:
        asked(
            *(f"{harbour.address}/{name}" for name in names),
            manners=replace(QUICK, pause=0.1),
        )
    for before, after in pairwise(sorted(harbour.asked, key=lambda one: one.began)):
        assert after.began - before.ended >= 0.09


def test_the_pause_holds_on_the_way_from_one_address_to_the_next() -> None:
    with host(old=to("/new"), new=page("open")) as harbour:
        ask(f"{harbour.address}/old", manners=replace(QUICK, pause=0.1))
    first, second = harbour.asked
    assert second.began - first.ended >= 0.09


def test_several_hosts_are_asked_at_once() -> None:
    slow = replace(page("open"), takes=0.3)
    with host(a=slow) as first, host(a=slow) as second:
        asked(f"{first.address}/a", f"{second.address}/a")
    (one,), (other,) = first.asked, second.asked
    assert max(one.began, other.began) < min(one.ended, other.ended)


def test_who_asks_us_to_come_back_soon_is_asked_once_more() -> None:
    later = Reply(429, {"Retry-After": "0"})
    with host(bridge=[later, page("open")]) as harbour:
        assert ask(f"{harbour.address}/bridge").status == 200
    assert harbour.requests == ["HEAD /bridge", "HEAD /bridge"]


@pytest.mark.parametrize(
    "after",
    ["3600", "Wed, 21 Oct 2099 07:28:00 GMT", "", "soon"],
    ids=["seconds", "date", "unsaid", "unclear"],
)
def test_who_asks_for_more_patience_is_left_alone_from_then_on(after: str) -> None:
    later = Reply(503, {"Retry-After": after} if after else {})
    with host(a=later, b=page("open")) as harbour:
        found = asked(f"{harbour.address}/a", f"{harbour.address}/b")
    assert [answer.failure for answer in found[1:]] == [Failure.BUSY]
    assert harbour.requests == ["HEAD /a"]


# --- what goes wrong ------------------------------------------------------------------


def test_nobody_at_home_is_no_answer_and_asked_only_once() -> None:
    with host() as harbour:
        gone = harbour.address
    began = time.monotonic()
    found = asked(f"{gone}/a", f"{gone}/b", manners=replace(QUICK, pause=0.2))
    assert {answer.failure for answer in found} == {Failure.NO_CONNECTION}
    assert time.monotonic() - began < 0.2  # the second one was not waited for


def test_who_takes_too_long_is_not_waited_for() -> None:
    with host(bridge=replace(page("open"), takes=2.0)) as harbour:
        assert ask(f"{harbour.address}/bridge").failure is Failure.TOO_SLOW


def test_one_slow_page_says_nothing_about_the_others_of_its_host() -> None:
    with host(a=replace(page("open"), takes=2.0), b=page("open")) as harbour:
        found = asked(f"{harbour.address}/a", f"{harbour.address}/b")
    assert [answer.status for answer in found] == [0, 200]


def test_an_answer_that_breaks_off_is_none() -> None:
    broken = replace(page("open"), declared=100)
    with host(bridge=broken) as harbour:
        assert ask(f"{harbour.address}/bridge", page=True).failure is Failure.BROKEN


def test_of_a_large_page_only_so_much_is_read() -> None:
    with host(bridge=page("open" * 1000)) as harbour:
        answer = ask(
            f"{harbour.address}/bridge", page=True, manners=replace(QUICK, most=100)
        )
    assert (len(answer.data), answer.is_whole) == (100, False)


def test_a_host_that_speaks_no_tls_is_not_trusted() -> None:
    with host(bridge=page("open")) as harbour:
        secure = harbour.address.replace("http:", "https:")
        assert ask(f"{secure}/bridge").failure is Failure.NOT_TRUSTED


def test_an_unknown_name_is_told_from_a_network_that_is_down(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import socket

    for number, failure in {
        socket.EAI_NONAME: Failure.NO_HOST,
        socket.EAI_AGAIN: Failure.NO_CONNECTION,
    }.items():

        def refuse(*_: object, number: int = number, **__: object) -> None:
            raise socket.gaierror(number, "no name")

        monkeypatch.setattr(socket, "getaddrinfo", refuse)
        assert ask("http://harbour.invalid/").failure is failure


def test_who_stops_listening_ends_the_asking() -> None:
    with host(**{name: page("open") for name in "abc"}) as harbour:
        wanted = {f"{harbour.address}/{name}": False for name in "abc"}
        told: Iterator[tuple[str, Answer]] = answers(wanted, replace(QUICK, pause=5))
        began = time.monotonic()
        next(told)
        told.close()  # type: ignore[attr-defined]
        assert time.monotonic() - began < 2
    assert len(harbour.asked) <= 2
