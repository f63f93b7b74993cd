# SPDX-License-Identifier: GPL-3.0-or-later
"""The recognisers over a document of the library, chunk by chunk, in a process and on a connection of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from reader.errors import Cancelled
from reader.model.ids import DocumentId
from reader.model.suggestion import Suggestion
from reader.recognisers import DocumentRecogniser, recognise
from reader.store import Library
from reader.text.chunks import ChunkedText
from reader.text.spans import Span
from reader.workspace.applied_options import options_now, refuse_unusable_model
from reader.workspace.learning import knowledge_of
from reader.workspace.refreshing import WHOLE, refresh, told_within, undecided, version_of

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

    Each chunk's suggestions can be seen as soon as they are found. Does nothing where the recognisers have been over
    the document with all that they know now, or where the library cannot be written; after a stop it begins anew. Where
    they only learned something since, the suggestions are made anew in place.

    Raises:
        Cancelled, UnknownDocument, LibraryError, ResourceMissing.
        ModelUnusable: when the user's neural model cannot be used; what all else finds is kept.
    """
    with Library.open(library_path, create=False) as library:
        text = library.texts.open(document_id)
        if not library.read_only:
            _bring_up_to_date(library, document_id, text, progress, cancelled)
        return sum(library.suggestions.counts(document_id).values())


def suggestions_in(
    text: ChunkedText,
    recogniser: DocumentRecogniser,
    cancelled: Callable[[], bool],
    progress: Progress = lambda _done, _total: None,
) -> Iterator[tuple[list[Suggestion], int]]:
    """For each chunk what is found in it, spans in the whole text, and the offset at which the chunk ends.

    ``progress`` is told how far a slow recogniser has come within a chunk.

    Raises:
        Cancelled, ResourceMissing.
    """
    offset = 0
    for _, piece in text.texts():
        if cancelled():
            raise Cancelled
        within = told_within(progress, offset, len(piece), text.length or offset + len(piece))
        found = recogniser.read(piece, cancelled=cancelled, progress=within)
        yield [replace(each, span=each.span.shifted(offset)) for each in found], offset + len(piece)
        offset += len(piece)


def _bring_up_to_date(
    library: Library,
    document_id: DocumentId,
    text: ChunkedText,
    progress: Progress,
    cancelled: Callable[[], bool],
) -> None:
    length = text.length or 0
    version, present = version_of(library, length), library.suggestions.version_of(document_id)
    if version == present:
        return
    if present is not None and length <= WHOLE:
        refresh(library, document_id, Span(0, max(length, 1)), cancelled, progress)
    else:
        _begin_anew(library, document_id, text, version, progress, cancelled)
    refuse_unusable_model(options_now())


def _begin_anew(  # noqa: PLR0917 - the order in which one says it
    library: Library,
    document_id: DocumentId,
    text: ChunkedText,
    version: str,
    progress: Progress,
    cancelled: Callable[[], bool],
) -> None:
    start = 0
    library.suggestions.begin(document_id, version)
    recogniser = DocumentRecogniser(knowledge_of(library))
    for found, done in suggestions_in(text, recogniser, cancelled, progress):
        if done > start:
            library.suggestions.append(document_id, undecided(library, document_id, Span(start, done), found))
        start = done
        progress(done, text.length or done)
    library.suggestions.finish(document_id)
