"""Turns an e-mail (RFC 5322) into its text and what its header says of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from generator.model.sources import Stated
from generator.sources.decoding import decode
from generator.sources.taken import Note, Taken, UnreadableError, as_text, headed
from generator.sources.web_page import web_page

if TYPE_CHECKING:
    from email.message import EmailMessage

RULES = 1
"""Raised when the rules below give another text for the same message."""


def reader_name() -> str:
    """What takes a text out of an e-mail here: with another, the text may differ."""
    return f"e-mail, rules {RULES}"


def mail(data: bytes) -> Taken:
    """The text of an e-mail below its subject; of several forms, the plain one.

    Raises:
        UndecodableError: Its text is in no encoding that is known.
        UnreadableError: It is no e-mail, or has no text.
    """
    # Imported here: many projects have no e-mails.
    from email import message_from_bytes, policy
    from email.message import EmailMessage

    message = message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    header = {name: _field(message, name) for name in ("Subject", "From", "Date")}
    if not any(header.values()):
        raise UnreadableError(
            "source-damaged",
            "the file is no e-mail: it has no subject, sender or date",
            "save the message again as .eml, or its text as .txt",
        )
    reader, paragraphs = _body(message)
    if not any(paragraphs):
        raise UnreadableError(
            "source-empty",
            "the e-mail holds no text",
            "save what is attached to it as files of their own",
        )
    return Taken(
        as_text(headed(header["Subject"], paragraphs)),
        reader,
        tuple(_stated(message, header)),
        tuple(_attachments(message)),
    )


def _body(message: EmailMessage) -> tuple[str, list[str]]:
    """The message's own text as paragraphs, and what took it out."""
    plain = message.get_body(("plain",))
    if plain is not None:
        text = _text_of(plain)
        if text.strip():
            # Lines stay as they were sent: where they were broken for their width,
            # the reading of paragraphs joins them, as in any other text.
            return reader_name(), [part.strip() for part in text.split("\n\n")]
    html = message.get_body(("html",))
    if html is None:
        return reader_name(), []
    page = web_page(_text_of(html).encode())
    return f"{reader_name()}, {page.reader}", page.text.split("\n\n")


def _text_of(part: Any) -> str:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    return decode(data, part.get_content_charset(""))[0]


def _stated(message: EmailMessage, header: dict[str, str]) -> Iterator[Stated]:
    by = "The e-mail's header"
    if header["Subject"]:
        yield Stated("title", (header["Subject"],), by)
    if header["From"]:
        addresses = getattr(message["From"], "addresses", ())
        names = tuple(a.display_name or a.addr_spec for a in addresses)
        yield Stated("author", tuple(filter(None, names)) or (header["From"],), by)
    sent = getattr(message["Date"], "datetime", None)
    if sent is not None:
        yield Stated("issued", (sent.date().isoformat(),), by)  # where it was sent


def _attachments(message: EmailMessage) -> Iterator[Note]:
    for part in message.iter_attachments():
        name = part.get_filename() or part.get_content_type()
        if part.get_content_disposition() == "attachment":
            yield Note(
                "attachment-not-read",
                f"what is attached to the e-mail is not read: {name}",
                "save it into seeds/ as a file of its own",
            )


def _field(message: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(message[name] or "").split())
    except Exception:  # the standard library trips over some malformed headers
        return ""
