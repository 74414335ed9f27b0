"""`content/` into values, and proposals into edits that lose nothing a person wrote.

The doors: `read_content` and `read_store` read; `revise` finds out what new proposals
would change, without writing; `apply` writes it; `with_excerpts` adds to problems the
lines that they point at; `event_id` and `id_of_words` name files
that do not exist yet; the skeletons are such files for people to fill in.
"""

from generator.store.apply import Applied, apply
from generator.store.folder import Store, read_content, read_store, with_excerpts
from generator.store.layout import content_path
from generator.store.naming import event_id, id_of_words
from generator.store.proposed import ProposedUnreadableError
from generator.store.revise import revise
from generator.store.revision import (
    Action,
    Change,
    ManyFilesGoneError,
    ManyFilesWithdrawnError,
    Revision,
)
from generator.store.skeletons import (
    citation_block,
    entity_skeleton,
    event_skeleton,
    source_skeleton,
)

__all__ = [
    "Action",
    "Applied",
    "Change",
    "ManyFilesGoneError",
    "ManyFilesWithdrawnError",
    "ProposedUnreadableError",
    "Revision",
    "Store",
    "apply",
    "citation_block",
    "content_path",
    "entity_skeleton",
    "event_id",
    "event_skeleton",
    "id_of_words",
    "read_content",
    "read_store",
    "revise",
    "source_skeleton",
    "with_excerpts",
]
