"""Pictures: as an event's file names them, and as the site can show them."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from generator.model.edtf import Edtf
from generator.problems import Origin


@dataclass(frozen=True, slots=True)
class Media:
    """A picture that an event shows, and what readers must know of it.

    `file` is its path below `content/media/`, "" where the editor left it out. `alt`
    says in words what the picture shows, for who does not see it. `source` is where it
    was taken from: a web address, or the id of a source. `date` is when it was taken.
    A `sensitive` one is shown only to who asks for it.
    """

    file: str
    alt: str = ""
    caption: str = ""
    credit: str = ""
    licence: str = ""
    source: str = ""
    date: Edtf | None = None
    sensitive: bool = False
    origin: Origin = field(default=Origin(""), compare=False)


@dataclass(frozen=True, slots=True)
class Size:
    """A picture in one size, in pixels; `path` is its file, from the site's root."""

    path: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A file of `content/media/` that can be published.

    `sizes` are those in which pages show it, the smallest first; `card` is the one for
    other sites that show a preview of a page. `tells_place`: the file says where on
    earth it was taken, which none of the sizes does.
    """

    file: str
    sha256: str
    sizes: tuple[Size, ...]
    card: Size
    tells_place: bool = False


@dataclass(frozen=True, slots=True)
class Unfit:
    """A file of `content/media/` that cannot be published: a code for the fault, what
    is wrong in words that go on from the file's name, and what to do."""

    file: str
    code: str
    reason: str
    hint: str


def _no_bytes(picture: Picture, size: Size) -> bytes:
    raise KeyError(size.path)


@dataclass(frozen=True, slots=True)
class Pictures:
    """What `content/media/` holds, by path below it, sorted; and what gives the bytes
    of a picture in one of its sizes."""

    found: Mapping[str, Picture | Unfit] = field(default_factory=dict)
    make: Callable[[Picture, Size], bytes] = field(default=_no_bytes, compare=False)

    def at(self, file: str) -> Picture | Unfit | None:
        """What is at *file*, however its accents are composed; None for nothing."""
        return self.found.get(unicodedata.normalize("NFC", file))

    def picture(self, file: str) -> Picture | None:
        """The picture at *file*; None where there is none that can be published."""
        found = self.at(file)
        return found if isinstance(found, Picture) else None


NO_PICTURES = Pictures()
