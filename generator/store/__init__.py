"""`content/` into values, and proposals into edits that lose nothing a person wrote.

The doors that every command needs are here: `read_content` and `read_store` read;
`with_excerpts` adds to problems the lines that they point at. Those to what changes
files are in `store.edits`, so that a build need not load them.
"""

from generator.store.folder import Store, read_content, read_store, with_excerpts
from generator.store.nodes import Plain
from generator.store.reading import ContentFile

__all__ = [
    "ContentFile",
    "Plain",
    "Store",
    "read_content",
    "read_store",
    "with_excerpts",
]
