"""`content/` into values, and proposals into edits that lose nothing a person wrote.

The doors: `read_content` and `read_store` read; `revise` finds out what new proposals
would change, without writing; `apply` writes it; `with_excerpts` adds to problems the
lines that they point at; `event_id` names an event that has no file yet.
"""

from generator.store.apply import Applied, apply
from generator.store.folder import Store, read_content, read_store, with_excerpts
from generator.store.naming import event_id
from generator.store.proposed import ProposedUnreadableError
from generator.store.revise import revise
from generator.store.revision import Action, Change, ManyFilesGoneError, Revision

__all__ = [
    "Action",
    "Applied",
    "Change",
    "ManyFilesGoneError",
    "ProposedUnreadableError",
    "Revision",
    "Store",
    "apply",
    "event_id",
    "read_content",
    "read_store",
    "revise",
    "with_excerpts",
]
