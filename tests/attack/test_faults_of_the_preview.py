"""A disk that fails while the preview looks at a save: it says so, and stays."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from random import Random

import pytest
from support import made_up

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
