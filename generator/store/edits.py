"""The doors to what changes `content/`, for the commands that do.

`revise` finds out what new proposals would change, without writing; `apply` writes it;
`reminders` tells what a person may have left out by mistake; `event_id` and
`id_of_words` name files that do not exist yet; the skeletons are such files for people
to fill in, `event_file` and its like whole ones; `edit`, `merge_into` and `restore`
carry out what a person decided.
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
from generator.store.layout import content_path
from generator.store.method import with_method
from generator.store.moved import moved
from generator.store.naming import event_id, id_of_words
from generator.store.offers import Offer, offers
from generator.store.own import known_by_people
from generator.store.patch import Edit, RemoveKey, SetValue
from generator.store.proposed import ProposedUnreadableError, RecordsInConflictError
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
    entity_file,
    entity_skeleton,
    event_file,
    event_skeleton,
    source_file,
    source_skeleton,
)
from generator.store.suggested import read_suggestions, with_suggestions

__all__ = [
    "Action",
    "Applied",
    "Change",
    "Edit",
    "FileGoneError",
    "ManyFilesGoneError",
    "ManyFilesWithdrawnError",
    "NotReadableError",
    "NotWrittenError",
    "NothingToRestoreError",
    "Offer",
    "ProposedUnreadableError",
    "RecordsInConflictError",
    "RemoveKey",
    "Revision",
    "SetValue",
    "apply",
    "citation_block",
    "content_path",
    "deleted_events",
    "edit",
    "entity_file",
    "entity_skeleton",
    "event_file",
    "event_id",
    "event_skeleton",
    "id_of_words",
    "known_by_people",
    "merge_into",
    "moved",
    "offers",
    "read_again",
    "read_suggestions",
    "reminders",
    "restore",
    "revise",
    "source_file",
    "source_skeleton",
    "with_method",
    "with_suggestions",
]
