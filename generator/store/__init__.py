"""`content/` into values, and proposals into edits that lose nothing a person wrote.

The doors: `read_content` and `read_store` read; `revise` finds out what new proposals
would change, without writing; `apply` writes it; `reminders` tells what a person may
have left out by mistake; `with_excerpts` adds to problems the
lines that they point at; `event_id` and `id_of_words` name files
that do not exist yet; the skeletons are such files for people to fill in.
"""

from generator.store.apply import Applied, apply
from generator.store.by_hand import (
    FileGoneError,
    NothingToRestoreError,
    NotReadableError,
    NotWrittenError,
    deleted_events,
    edit,
    merge_into,
    read_again,
    restore,
)
from generator.store.folder import Store, read_content, read_store, with_excerpts
from generator.store.layout import content_path
from generator.store.method import with_method
from generator.store.moved import moved
from generator.store.naming import event_id, id_of_words
from generator.store.nodes import Plain
from generator.store.offers import Offer, offers
from generator.store.own import known_by_people
from generator.store.patch import Edit, RemoveKey, SetValue
from generator.store.proposed import ProposedUnreadableError, RecordsInConflictError
from generator.store.reading import ContentFile
from generator.store.reminders import reminders
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
from generator.store.suggested import read_suggestions, with_suggestions

__all__ = [
    "Action",
    "Applied",
    "Change",
    "ContentFile",
    "Edit",
    "FileGoneError",
    "ManyFilesGoneError",
    "ManyFilesWithdrawnError",
    "NotReadableError",
    "NotWrittenError",
    "NothingToRestoreError",
    "Offer",
    "Plain",
    "ProposedUnreadableError",
    "RecordsInConflictError",
    "RemoveKey",
    "Revision",
    "SetValue",
    "Store",
    "apply",
    "citation_block",
    "content_path",
    "deleted_events",
    "edit",
    "entity_skeleton",
    "event_id",
    "event_skeleton",
    "id_of_words",
    "known_by_people",
    "merge_into",
    "moved",
    "offers",
    "read_again",
    "read_content",
    "read_store",
    "read_suggestions",
    "reminders",
    "restore",
    "revise",
    "source_skeleton",
    "with_excerpts",
    "with_method",
    "with_suggestions",
]
