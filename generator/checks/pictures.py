"""The pictures that events name against those that there are, and what they lack."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from generator.checks.known import Known
from generator.checks.tools import at, did_you_mean, error, note, plain, warning
from generator.model.each import settling
from generator.model.events import Event, Status
from generator.model.media import Media, Picture, Pictures, Unfit
from generator.problems import Origin, Problem

FOLDER = "content/media"

_WEB = re.compile(r"(?:https?:)?//", re.IGNORECASE)
_ABOVE = re.compile(r"(?:\.{0,2}/)*(?:content/)?(?:media/)?", re.IGNORECASE)
"""What a path from elsewhere has before the path below `content/media/`."""

_FILE_NAME = re.compile(
    r"\S+\.(?:jpe?g|png|webp|gif|avif|heic|tiff?)|(?:IMG|DSC|PXL)[\w-]*\d+", re.I
)


@settling
def picture_problems(pictures: Pictures, known: Known, event: Event) -> list[Problem]:
    """What is wrong with the pictures of *event*."""
    if event.status is Status.REJECTED:
        return []
    found: list[Problem] = []
    seen: set[str] = set()
    for index, media in enumerate(event.media):
        if not media.file:
            continue  # told where the keys are read
        place = at(event, f"media.{index}.file")
        if media.file in seen:
            found.append(_twice(place, media.file))
        seen.add(media.file)
        found += _of_file(place, media.file, pictures)
        found += _of_words(event, f"media.{index}", media)
        found += _of_source(at(event, f"media.{index}.source"), media.source, known)
    return found


@settling
def pictures_of(event: Event) -> tuple[str, ...]:
    """The files that *event* shows."""
    return tuple(media.file for media in event.media)


def folder_problems(
    given: tuple[Pictures, Iterable[Sequence[str]]],
) -> list[Problem]:
    """What is odd in the folder of pictures, of which events show some."""
    pictures, shown = given
    meant = {_below(file).casefold() for files in shown for file in files}
    return [
        *_unused(pictures, meant),
        *_telling_places(pictures),
        *_differing_in_capitals(pictures),
    ]


def _twice(place: Origin, file: str) -> Problem:
    message = f"“{file}” stands in “media” twice"
    return warning(place, "item-twice", message, "keep one of the two")


def _of_file(place: Origin, file: str, pictures: Pictures) -> Iterator[Problem]:
    match pictures.at(file):
        case Picture():
            return
        case Unfit(code=code, reason=reason, hint=hint):
            yield error(place, code, f"“{file}” {reason}", hint)
        case None:
            yield error(place, *_not_there(file, pictures))


def _not_there(file: str, pictures: Pictures) -> tuple[str, str, str]:
    """Code, message and hint for a *file* that is not in the folder."""
    if _WEB.match(file):
        what = f"“{file}” is on another host, which would learn of every reader"
        hint = f"save the picture in {FOLDER}/, if you may, and write its name there"
        return "picture-outside", what, hint
    inside = _below(file)
    if pictures.at(inside) is not None:
        what = f"“{file}” is not how the picture is called below {FOLDER}/"
        return "picture-path", what, f"write {inside}"
    written = file.replace("\\", "/")
    outside = posixpath.normpath(f"./{written}").startswith("..")
    if outside or written.startswith("/") or re.match("[A-Za-z]:", written):
        what = f"“{file}” is not in {FOLDER}/"
        return "picture-outside", what, "put the picture there and write its name"
    for name in pictures.found:
        if name.casefold() == inside.casefold():
            what = f"the picture is called “{name}”, with other capitals"
            return "picture-path", what, f"write {name}"
    what = f"there is no file {FOLDER}/{file}"
    hint = did_you_mean(file, pictures.found, "put it there, or take the block out")
    return "picture-unknown", what, hint


def _below(file: str) -> str:
    """The path below the folder of pictures that *file* is likely to mean."""
    written = unicodedata.normalize("NFC", file.replace("\\", "/"))
    return posixpath.normpath(_ABOVE.sub("", written, count=1))


def _of_words(event: Event, key: str, media: Media) -> Iterator[Problem]:
    alt, caption = plain(media.alt), plain(media.caption)
    if _FILE_NAME.fullmatch(media.alt.strip()):
        yield warning(
            at(event, f"{key}.alt"),
            "picture-alt",
            f"“{media.alt}” is the name of a file: who does not see the picture "
            "learns nothing from it",
            "say in a sentence what it shows",
        )
    elif alt and alt == caption:
        yield note(
            at(event, f"{key}.alt"),
            "picture-alt",
            "“alt” and “caption” are the same: who listens hears it twice",
            "say under alt what is to be seen, under caption what it means",
        )
    block = at(event, f"{key}.file")
    if not media.credit and "credit" not in event.origins:  # misspelt, and told there
        yield warning(
            block,
            "picture-credit",
            f"nothing says who made “{media.file}”",
            "write under it credit: and the name",
        )
    if not media.licence and "licence" not in event.origins:
        yield warning(
            block,
            "picture-licence",
            f"nothing says what allows “{media.file}” to be shown",
            "write under it licence: and its name or address, or who permits it",
        )


def _of_source(place: Origin, source: str, known: Known) -> Iterator[Problem]:
    if not source or _WEB.match(source) or f"sources/{source}" in known.files:
        return
    yield error(
        place,
        "source-unknown",
        f"“{source}” is neither a web address nor the id of a source",
        did_you_mean(
            source,
            known.ids("sources"),
            "begin an address with https://, or take it out",
        ),
    )


def _unused(pictures: Pictures, meant: set[str]) -> Iterator[Problem]:
    for name in pictures.found:
        if name.casefold() not in meant:
            yield note(
                Origin(f"{FOLDER}/{name}"),
                "picture-unused",
                "no event shows this picture, so it is not published",
                "name it under “media:” of an event, or delete it",
            )


def _telling_places(pictures: Pictures) -> Iterator[Problem]:
    for name, found in pictures.found.items():
        if isinstance(found, Picture) and found.tells_place:
            yield warning(
                Origin(f"{FOLDER}/{name}"),
                "picture-place",
                "the file says where on earth it was taken; the site does not, but "
                "whoever gets the file knows it",
                "take it out before you hand on or commit the file: "
                f"exiftool -gps:all= -xmp:all= {FOLDER}/{name}",
            )


def _differing_in_capitals(pictures: Pictures) -> Iterator[Problem]:
    alike: dict[str, list[str]] = defaultdict(list)
    for name in pictures.found:
        alike[name.casefold()].append(name)
    for first, *others in alike.values():
        for name in others:
            yield warning(
                Origin(f"{FOLDER}/{name}"),
                "picture-capitals",
                f"only its capitals tell it from “{first}”: on many computers one of "
                "the two takes the place of the other",
                "rename one of them",
            )
