"""Touches the disk: turns the files of a site into the published folder, in one step.

Doors: `publish` and `check_output`.
"""

from generator.publish.guard import (
    ForeignFolderError,
    OutputRefusedError,
    check_output,
)
from generator.publish.swap import Published, UnsafePathError, publish

__all__ = [
    "ForeignFolderError",
    "OutputRefusedError",
    "Published",
    "UnsafePathError",
    "check_output",
    "publish",
]
