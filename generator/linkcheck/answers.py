"""What a host says when it is asked for an address."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Failure(StrEnum):
    """Why there is no answer; the words go on from “could not be looked at: ”."""

    NO_ADDRESS = "it is no address that can be asked for"
    NO_HOST = "there is no host of that name"
    NO_CONNECTION = "its host does not let us in, or the network is down"
    NOT_TRUSTED = "its host's certificate cannot be verified"
    TOO_SLOW = "its host took too long"
    CIRCLES = "it leads from one address to the next and to no page"
    BUSY = "its host asks not to be asked for now"
    BROKEN = "its host's answer breaks off or cannot be read"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of asking for an address.

    `status` is that of HTTP after all redirections (RFC 9110, section 15), 0 where
    there is a `failure` instead. `at` is the address that answered in the end, and
    `moved_to` where the one that was asked for has moved for good, "" where it has not.
    `data` is the page that came in the end, of the media type `kind`
    and, if the host tells it, in the `charset`: empty where nobody wanted it, and not
    all of it where not `is_whole`.
    """

    status: int = 0
    failure: Failure | None = None
    at: str = ""
    moved_to: str = ""
    kind: str = ""
    charset: str = ""
    data: bytes = b""
    is_whole: bool = True
