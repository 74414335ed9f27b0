"""Turns the files under `seeds/` into documents with blocks, and says what a text
states of itself: when it was written, by whom, under which title.

The doors that every command needs are here. Three stand in modules of their own, which
a build need not load: `creation.creation_time`, `card.describe` and
`online.texts_of_page`.
"""

from generator.sources.folder import REFUSED
from generator.sources.kept import keep_texts, texts_to_keep
from generator.sources.reading import document_of, read_documents

__all__ = ["REFUSED", "document_of", "keep_texts", "read_documents", "texts_to_keep"]
