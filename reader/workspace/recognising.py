# SPDX-License-Identifier: GPL-3.0-or-later
"""The recognisers over a document of the library, chunk by chunk, in a process and on a connection of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from reader.errors import Cancelled
from reader.model.ids import DocumentId
from reader.model.suggestion import Suggestion
from reader.recognisers import VERSION, DocumentRecogniser, recognise
from reader.store import Library
from reader.text.chunks import ChunkedText

Progress = Callable[[int, int], None]
"""``progress(done, total)`` in code points."""


_ANY_TEXT = "زار محمد أحمد القاهرة في 3 مارس 2020."


def prepare() -> None:
    """Load what recognition needs, so that the first text need not wait for it.

    Raises:
        ResourceMissing, RecogniserUnavailable.
    """
    recognise(_ANY_TEXT)


def recognise_document(
    library_path: Path, document_id: DocumentId, progress: Progress, cancelled: Callable[[], bool]
) -> int:
    """Fill the document's cache of suggestions; returns how many open ones there are then.

    Each chunk's suggestions can be seen as soon as they are found. Does nothing where this version of the recognisers
    has been over the document before, or where the library cannot be written; after a stop it begins anew.

    Raises:
        Cancelled, UnknownDocument, LibraryError, ResourceMissing.
    """
    with Library.open(library_path, create=False) as library:
        if not library.read_only and library.suggestions.version_of(document_id) != VERSION:
            text = library.texts.open(document_id)
            library.suggestions.begin(document_id, VERSION)
            for found, done in suggestions_in(text, cancelled):
                library.suggestions.append(document_id, found)
                progress(done, text.length or done)
            library.suggestions.finish(document_id)
        return sum(library.suggestions.counts(document_id).values())


def suggestions_in(text: ChunkedText, cancelled: Callable[[], bool]) -> Iterator[tuple[list[Suggestion], int]]:
    """For each chunk what is found in it, spans in the whole text, and the offset at which the chunk ends.

    Raises:
        Cancelled, ResourceMissing.
    """
    recogniser = DocumentRecogniser()
    offset = 0
    for _, piece in text.texts():
        if cancelled():
            raise Cancelled
        found = recogniser.read(piece, cancelled=cancelled)
        yield [replace(each, span=each.span.shifted(offset)) for each in found], offset + len(piece)
        offset += len(piece)
