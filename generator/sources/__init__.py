"""Turns the files under `seeds/` into documents with blocks, and says what a text
states of itself: when it was written, by whom, under which title."""

from generator.sources.card import describe
from generator.sources.creation import creation_time
from generator.sources.kept import keep_texts, texts_to_keep
from generator.sources.reading import document_of, read_documents

__all__ = [
    "creation_time",
    "describe",
    "document_of",
    "keep_texts",
    "read_documents",
    "texts_to_keep",
]
