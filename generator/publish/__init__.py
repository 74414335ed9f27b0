"""Touches the disk: turns the files of a site into the published folder, in one step.

Doors: `staged`, with `last_published` for what stands already, and `check_output`.
"""

from generator.publish.guard import (
    ForeignFolderError,
    OutputRefusedError,
    check_output,
)
from generator.publish.hosting import domain_problems, size_problems
from generator.publish.last import LastPublished, last_published, note_in
from generator.publish.paths import UnsafePathError
from generator.publish.staging import Published, Staging, staged

__all__ = [
    "ForeignFolderError",
    "LastPublished",
    "OutputRefusedError",
    "Published",
    "Staging",
    "UnsafePathError",
    "check_output",
    "domain_problems",
    "last_published",
    "note_in",
    "size_problems",
    "staged",
]
