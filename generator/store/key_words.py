"""What people write before they know the keys and values: what they mean by it.

Only for the question "did you mean …?": a key that is read has one name.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from generator.store.fields import EVENT_FIELDS, PAGE_FIELDS, Field, Kind

_WORDS = {
    "title": "headline heading titel überschrift titre título titolo",
    "date": "when day datum fecha data jour",
    "people": "person persons who actors personen personnes personas",
    "organisations": "organisation organization orgs organisationen organizaciones",
    "places": "place location locations where ort orte lieu lieux lugar lugares",
    "tags": "tag keywords topics subjects schlagworte stichworte mots-clés etiquetas",
    "related": "see-also siehe-auch voir-aussi",
    "citations": "sources source quotes proofs evidence belege quellen zitate preuves",
    "exact": "quote quotation words text zitat wortlaut citation cita",
    "source": "document from quelle fuente",
    "prefLabel": "name label title",
    "altLabel": "names other-names spellings alternative alt",
    "kind": "type typ art",
    "issued": "published publication-date date datum veröffentlicht",
    "URL": "link address href website",
    "author": "authors by writer autor autoren auteur",
    "container-title": "newspaper paper magazine site medium zeitung journal",
    "accessed": "retrieved viewed visited abgerufen",
    "url-status": "status dead-link link-status deadurl",
    "archive": "archive-url archived-copy wayback archiv",
    "archived": "archive-date archivdatum",
    "coordinates": "position geo latlon koordinaten",
    "note": "text notiz",
    "value": "answer figure wert",
    "about": "question topic frage",
    "speaker": "said-by according-to sprecher",
}
_KEEPS_BACK = {
    *("draft", "drafts", "private", "hidden", "unlisted", "unpublished", "embargo"),
    *("embargoed", "visibility", "noindex", "publish", "published", "public"),
    *("publish-date", "publishdate", "published-at", "state", "review-status"),
    *("reviewed", "rejected", "entwurf", "brouillon", "borrador"),
}
"""Keys that keep a page back, in other programs."""

_UNSEEN = re.compile(r"[\u00a0\u00ad\u200b-\u200f\u202f\u2060\ufeff]")
_MEANT = {key: frozenset(words.split()) for key, words in _WORDS.items()}


def meant_by(word: str, keys: Collection[str]) -> str | None:
    """The one of *keys* that *word* is another word for; None when there is none."""
    folded = word.casefold().replace("_", "-").replace(" ", "-")
    ends = {folded.partition("-")[0], folded.rpartition("-")[2]}
    return next(
        (k for k in keys if folded in _MEANT.get(k, ()) or k.casefold() in ends), None
    )


def instead_of_keeping_back(word: str, fields: Sequence[Field]) -> str:
    """What to do in place of a key that keeps a page back in other programs, among the
    keys *fields*; "" for any other key, and where nothing is published by itself."""
    if word.casefold().replace("_", "-").replace(" ", "-") not in _KEEPS_BACK:
        return ""
    if fields is EVENT_FIELDS:
        return (
            "write status: rejected, or status: proposed and publish = “reviewed” in "
            "dateline.toml"
        )
    hint = "move the file out of content/ until it is to be seen"
    return hint if fields is PAGE_FIELDS else ""


def unseen_in(word: str, keys: Collection[str]) -> str | None:
    """What alone keeps *word* from being one of *keys*, in words; None if it is not a
    character that nobody sees."""
    odd = _UNSEEN.search(word)
    if odd is None or _UNSEEN.sub("", word).strip() not in keys:
        return None
    return f"there is an invisible character (U+{ord(odd.group()):04X})"


_BETWEEN = {
    Kind.NAMES: re.compile(r"[,;|]"),
    Kind.IDS: re.compile(r"[,;&]|\s(?:and|und|et|y|e)\s"),
}
_YES_OR_NO = {
    **dict.fromkeys(("true", "y", "ja", "oui", "sí", "si", "on", "1"), "yes"),
    **dict.fromkeys(("false", "n", "nein", "non", "off", "0"), "no"),
}


LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_TAG_OF_LANGUAGE = {
    **{"english": "en", "german": "de", "deutsch": "de", "french": "fr"},
    **{"français": "fr", "spanish": "es", "español": "es", "italian": "it"},
    **{"italiano": "it", "portuguese": "pt", "português": "pt", "dutch": "nl"},
    **{"nederlands": "nl", "russian": "ru", "русский": "ru", "ukrainian": "uk"},
    **{"polish": "pl", "polski": "pl", "turkish": "tr", "arabic": "ar"},
    **{"chinese": "zh", "japanese": "ja", "korean": "ko", "hindi": "hi"},
    **{"swedish": "sv", "danish": "da", "norwegian": "no", "finnish": "fi"},
    **{"greek": "el", "hebrew": "he", "czech": "cs", "hungarian": "hu"},
}


def language_tag(text: str) -> str | None:
    """The tag of the language that *text* names; None when nobody can tell."""
    dashed = text.replace("_", "-")
    if LANGUAGE_TAG.fullmatch(dashed) and dashed != text:
        return dashed
    return _TAG_OF_LANGUAGE.get(text.casefold())


def yes_or_no(word: str) -> str | None:
    """What *word* says; None when it says neither."""
    return _YES_OR_NO.get(word.casefold())


def items_in(text: str, kind: Kind) -> list[str]:
    """The items that a text in place of a list names."""
    parts = _BETWEEN[kind].split(text.strip().strip("[]()"))
    return [part.strip() for part in parts if part.strip()]
