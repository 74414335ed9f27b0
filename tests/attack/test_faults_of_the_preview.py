"""A disk that fails while the preview looks at a save: it says so, stays, and shows
what it should after the next one."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import product
from pathlib import Path
from random import Random
from zlib import crc32

import pytest
from support import made_up
from support.disturbed_preview import SAVES, Rebuilt
from support.faults import CLOSES, CUT, FAIL, KINDS, OPENS, PARTS
from support.fresh_process import Nursery

from generator import pipeline
from generator.serve.preview import Preview


def test_a_failing_disk_is_told_in_the_words_of_a_command_and_the_site_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made_up.lay_out(tmp_path, Random(1))
    told: list[str] = []
    preview = Preview(tmp_path, told.append)
    preview.build()
    good = preview.file("index.html")
    assert good
    event = str(tmp_path / "content/events/event-1.md")

    def fails(*_: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO), event)

    with monkeypatch.context() as patch:
        patch.setattr(pipeline, "preview", fails)
        assert preview.build()
    assert preview.status.trouble == (
        f"{event}: Input/output error. Nothing was changed there. Save what matters on "
        "another disk, as this one may be failing, then run the command again."
    )
    assert told[-1].endswith("\npreview: the last good site is shown")
    assert preview.file("index.html") == good
    assert preview.build()
    assert preview.status.trouble == ""


TRIED = os.environ.get("DATELINE_FAULTS", "1")
FAILING = [
    name
    for name, kind in KINDS.items()
    if kind.how in (FAIL, CUT) and kind.kinds & (OPENS | CLOSES | PARTS)
]
"""A preview writes nothing."""
CASES = [
    (save, kind)
    for number, (save, kind) in enumerate(product(SAVES, FAILING))
    if number % 3 == 0 or TRIED != "1"
]
"""A usual run has some of the faults for each save, and each fault for some."""


@pytest.mark.parametrize(("save", "kind"), CASES)
def test_whatever_fails_after_a_save_is_told_or_does_no_harm_and_the_next_save_helps(
    save: str, kind: str, nursery: Nursery, tmp_path: Path
) -> None:
    """Set DATELINE_FAULTS=all to let every operation fail, one at a time."""
    if nursery.faults is None:
        pytest.skip("faults are made by a library for Linux, which needs a C compiler")
    made_up.lay_out(tmp_path / "harbour", Random(3))

    def rebuilt(numbers: Sequence[int]) -> list[Rebuilt | None]:
        root = tmp_path / "harbour"
        fault = asdict(KINDS[kind].at(0, root))
        place = "support.disturbed_preview:rebuilds"
        told = nursery.call(place, str(root), save, fault, list(numbers))
        return [Rebuilt(**one) if one else None for one in told]

    before, fine = rebuilt([0])
    assert before is not None
    assert fine is not None
    assert fine.trouble == fine.later_trouble == ""
    tried = range(1, fine.operations + 1)
    if TRIED != "all":
        tried = tried[crc32(save.encode()) % 7 :: max(1, fine.operations // int(TRIED))]
    wrong = []
    for number, now in zip(tried, rebuilt(tried)[1:], strict=True):
        for what in what_is_wrong(now, before, fine):
            wrong.append(f"operation {number}, {now and now.failed}: {what}")
    print(f"{save}, {kind}: {len(tried)} of {fine.operations} operations")
    assert not wrong, "\n".join(wrong)


def what_is_wrong(now: Rebuilt | None, before: Rebuilt, fine: Rebuilt) -> Iterator[str]:
    if now is None:
        yield "the preview has ended"
        return
    if not now.intact:
        yield "people's files have changed"
    if now.trouble and now.shown != before.shown:
        yield "there is trouble, and not the last good site"
    if now.trouble and not names_a_place(now):
        yield f"it does not say where: {now.trouble}"
    if not now.trouble and now.shown != fine.shown:
        yield "all is well, it says, but it shows something else"
    if now.later_trouble:
        yield f"after the next save there is trouble: {now.later_trouble}"
    if now.later_shown != fine.later_shown:
        yield "after the next save it shows something else"


def names_a_place(now: Rebuilt) -> bool:
    """Whether the file is named with which an operation failed, or one around it."""
    failed = Path(now.failed.partition(" ")[2].strip())
    found = any(f"{part.name}" in now.trouble for part in (failed, *failed.parents[:2]))
    return found and "should not have happened" not in now.trouble
