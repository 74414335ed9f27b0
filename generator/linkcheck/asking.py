"""Touches the network and the clock: asks hosts for addresses, politely.

Several hosts are asked at once, each host for one address at a time, with a pause in
between. Who asks says so, and a host that wants to be left alone is.
"""

from __future__ import annotations

import socket
import time
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field, replace
from email.message import Message
from email.utils import parsedate_to_datetime
from threading import Event, Lock
from urllib.parse import quote, urljoin, urlsplit, urlunsplit
from urllib.request import getproxies, proxy_bypass

import urllib3
from urllib3 import exceptions as faults

from generator.linkcheck.answers import Answer, Failure

_MOVED_FOR_GOOD = (301, 308)
_REDIRECTIONS = (*_MOVED_FOR_GOOD, 302, 303, 307)
_COME_BACK_LATER = (429, 503)
_MOST_HOPS = 10
_PIECE = 65_536


@dataclass(frozen=True, slots=True)
class Manners:
    """How hosts are asked. Times are in seconds.

    `agent` is the name under which. `pause` passes between two requests to one host,
    `at_once` hosts are asked at a time. A host may take `connecting` to let us in,
    `answering` to go on with its answer and `in_all` to end it; it may ask us to come
    back, at most after `patience`. Of a page, at most `most` bytes are read.
    """

    agent: str = "dateline"
    pause: float = 1.0
    at_once: int = 8
    connecting: float = 10.0
    answering: float = 20.0
    in_all: float = 60.0
    patience: float = 20.0
    most: int = 5_000_000


def answers(
    wanted: Mapping[str, bool], manners: Manners
) -> Iterator[tuple[str, Answer]]:
    """Each address of *wanted* with what its host says, in the order in which that
    comes. Where the value is True, the page itself is wanted, too."""
    of_host: defaultdict[str, deque[str]] = defaultdict(deque)
    for address in sorted(wanted):
        of_host[_host(address)].append(address)
    ready, asked = deque(of_host), dict[Future[Answer], tuple[str, str]]()
    web = _Web(manners)
    pool = ThreadPoolExecutor(manners.at_once)
    try:
        while ready or asked:
            # No more than can be asked at once, so that no page has to wait in memory.
            while ready and len(asked) < manners.at_once:
                host = ready.popleft()
                address = of_host[host].popleft()
                asked[pool.submit(web.ask, address, wanted[address])] = host, address
            for done in wait(asked, return_when=FIRST_COMPLETED).done:
                host, address = asked.pop(done)
                if of_host[host]:
                    ready.append(host)
                yield address, done.result()
    finally:
        web.stop.set()
        pool.shutdown(wait=False, cancel_futures=True)


@dataclass(slots=True)
class _Host:
    """When a host was asked last, why it is not asked again, and who may ask it now."""

    last: float = float("-inf")
    closed: Failure | None = None
    turn: Lock = field(default_factory=Lock)


@dataclass(frozen=True, slots=True)
class _Said:
    """One answer of one host: `to` is the way on, `later` a time to come back after."""

    answer: Answer
    to: str = ""
    later: float | None = None


class _Web:
    """Asks for one address after the other; several threads may ask."""

    def __init__(self, manners: Manners) -> None:
        self.stop = Event()
        self._manners = manners
        self._hosts: dict[str, _Host] = {}
        self._proxies = getproxies()
        self._direct = urllib3.PoolManager(retries=False)
        self._through: dict[str, urllib3.ProxyManager] = {}

    def ask(self, address: str, page: bool) -> Answer:
        """What came of asking for *address*, wherever that led."""
        at, moved, for_good = address, "", True
        for _ in range(_MOST_HOPS):
            said = self._answer(at, page)
            answer = said.answer
            if not said.to:
                is_there = not answer.failure and answer.status < 300
                return replace(answer, at=at, moved_to=moved if is_there else "")
            at = said.to
            if urlsplit(at).scheme not in ("http", "https"):
                return Answer(failure=Failure.NO_ADDRESS)
            for_good = for_good and answer.status in _MOVED_FOR_GOOD
            moved = at if for_good else moved
        return Answer(failure=Failure.CIRCLES)

    def _answer(self, address: str, page: bool) -> _Said:
        """What the host says: first without the page, which is less to send, unless it
        is wanted. Some answer wrongly then, so that only what is well counts."""
        if not page:
            said = self._patiently("HEAD", address)
            if said.to or said.answer.failure or said.answer.status < 400:
                return said
        return self._patiently("GET", address, page)

    def _patiently(self, method: str, address: str, page: bool = False) -> _Said:
        """What the host says, the second time if it asks us to come back."""
        said = self._in_turn(method, address, page)
        if said.later is None:
            return said
        if said.later <= self._manners.patience and not self.stop.wait(said.later):
            said = self._in_turn(method, address, page)
        if said.later is not None:
            self._host(address).closed = Failure.BUSY
        return said

    def _in_turn(self, method: str, address: str, page: bool) -> _Said:
        host = self._host(address)
        with host.turn:
            if host.closed:
                return _Said(Answer(failure=host.closed))
            self.stop.wait(max(0.0, host.last + self._manners.pause - time.monotonic()))
            try:
                return self._once(method, address, page)
            except (faults.HTTPError, OSError, ValueError) as error:
                failure = _failure(error)
                if failure in _OF_THE_HOST:
                    host.closed = failure
                return _Said(Answer(failure=failure))
            finally:
                host.last = time.monotonic()

    def _host(self, address: str) -> _Host:
        """The one that *address* is asked of. In one step, since threads ask for it."""
        return self._hosts.setdefault(_host(address), _Host())

    def _once(self, method: str, address: str, page: bool) -> _Said:
        manners, begun = self._manners, time.monotonic()
        response = self._way(address).request(
            method,
            _in_ascii(address),
            headers={
                "User-Agent": manners.agent,
                "Accept": "text/html, application/xhtml+xml, */*;q=0.8",
                "Accept-Encoding": "gzip, deflate",
            },
            timeout=urllib3.Timeout(connect=manners.connecting, read=manners.answering),
            redirect=False,
            preload_content=False,
        )
        try:
            status = response.status
            to = response.headers.get("Location", "")
            if status in _REDIRECTIONS and to:
                return _Said(Answer(status), urljoin(address, _in_letters(to)))
            if status in _COME_BACK_LATER:
                after = _seconds(response.headers.get("Retry-After", ""))
                return _Said(Answer(status), later=after)
            kind = Message()
            kind["Content-Type"] = response.headers.get("Content-Type", "")
            charset = str(kind.get_content_charset() or "")
            answer = Answer(status, kind=kind.get_content_type(), charset=charset)
            if not page or status >= 300:
                return _Said(answer)
            data, is_whole = self._read(response, begun)
            return _Said(replace(answer, data=data, is_whole=is_whole))
        finally:
            response.close()  # what was not read is not waited for

    def _read(
        self, response: urllib3.BaseHTTPResponse, begun: float
    ) -> tuple[bytes, bool]:
        """What is read of the page, and whether that is all."""
        data = bytearray()
        while piece := response.read(_PIECE, decode_content=True):
            data += piece
            if len(data) > self._manners.most:
                return bytes(data[: self._manners.most]), False
            if time.monotonic() - begun > self._manners.in_all or self.stop.is_set():
                raise faults.TimeoutError
        return bytes(data), True

    def _way(self, address: str) -> urllib3.PoolManager:
        """Straight to the host, or through the proxy that this computer is set to."""
        parts = urlsplit(address)
        proxy = self._proxies.get(parts.scheme, "")
        if not proxy.startswith("http") or proxy_bypass(parts.hostname or ""):
            return self._direct
        if proxy not in self._through:
            self._through[proxy] = urllib3.ProxyManager(proxy, retries=False)
        return self._through[proxy]


_OF_THE_HOST = {Failure.NO_HOST, Failure.NO_CONNECTION}
"""What keeps us from all addresses of a host: it is not asked for the others then."""


def _failure(error: Exception) -> Failure:
    """What *error* means. The order matters: some of urllib3's kinds are of others."""
    if isinstance(error, faults.NameResolutionError):
        cause = error.__cause__
        unknown = isinstance(cause, socket.gaierror) and cause.errno in _NO_SUCH_NAME
        return Failure.NO_HOST if unknown else Failure.NO_CONNECTION
    if isinstance(error, faults.ConnectTimeoutError | faults.ProxyError):
        return Failure.NO_CONNECTION
    if isinstance(error, faults.SSLError):
        return Failure.NOT_TRUSTED
    if isinstance(error, faults.TimeoutError | TimeoutError):
        return Failure.TOO_SLOW
    if isinstance(error, ValueError):
        return Failure.NO_ADDRESS
    return Failure.BROKEN


_NO_SUCH_NAME = {
    getattr(socket, name)
    for name in ("EAI_NONAME", "EAI_NODATA")
    if hasattr(socket, name)  # systems differ
}


def _seconds(after: str) -> float | None:
    """How long a `Retry-After` asks to wait (RFC 9110, 10.2.3): a number of seconds or
    a date; without either, longer than anybody waits."""
    if after.strip().isdecimal():
        return float(after)
    try:
        return max(0.0, parsedate_to_datetime(after).timestamp() - time.time())
    except ValueError:
        return float("inf")


def _host(address: str) -> str:
    """What of *address* says whom to ask; all of it, if it cannot be asked for."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}".lower()


def _in_letters(header: str) -> str:
    """What a *header* says that was sent in UTF-8, as many are, though HTTP has only
    bytes, which are read one by one."""
    try:
        return header.encode("latin-1").decode("utf-8")
    except ValueError:
        return header


def _in_ascii(address: str) -> str:
    """*address* as it is sent: its host by IDNA, all else in percent signs.

    Raises:
        ValueError: Its host is none.
    """
    parts = urlsplit(address)
    host = parts.netloc.rpartition("@")[2]
    if not host.isascii():
        host = host.encode("idna").decode("ascii")
    path, query = (
        quote(p, safe="/%:@!$&'()*+,;=~?") for p in (parts.path, parts.query)
    )
    return urlunsplit((parts.scheme, host, path, query, ""))
