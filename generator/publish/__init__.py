"""Touches the disk: turns the files of a site into the published folder, in one step.

Doors: `staged`, with `last_published` for what stands already; `check_output`; and
`publish` for a site that is small enough to be held in memory.
"""

from generator.publish.guard import (
    ForeignFolderError,
    OutputRefusedError,
    check_output,
)
from generator.publish.last import LastPublished, last_published
from generator.publish.paths import UnsafePathError
from generator.publish.staging import Published, Staging, publish, staged

__all__ = [
    "ForeignFolderError",
    "LastPublished",
    "OutputRefusedError",
    "Published",
    "Staging",
    "UnsafePathError",
    "check_output",
    "last_published",
    "publish",
    "staged",
]
