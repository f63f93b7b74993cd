# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a phrase stands in a document, however it is spelled; chunk by chunk, on a connection of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.errors import Cancelled
from reader.model.ids import DocumentId
from reader.store import Library
from reader.text.chunks import ChunkedText
from reader.text.matcher import Match, occurrences
from reader.text.normalise import fold, folded
from reader.text.spans import Span

CONTEXT = 80
"""Code points shown on each side of an occurrence, at most."""

_CARRIED = 512
"""Code points taken over into the next chunk where a paragraph is cut by a chunk's end."""


def find_in_document(
    library_path: Path,
    document_id: DocumentId,
    phrase: str,
    deliver: Callable[[list[Span]], None],
    cancelled: Callable[[], bool],
) -> int:
    """Hand over the places of ``phrase`` in text order, chunk by chunk; returns how many there are.

    Spellings that fold to the same in the profile "search" are the same. May run on any thread.

    Raises:
        Cancelled, LibraryError.
    """
    with Library.open(library_path, create=False, read_only=True) as library:
        count = 0
        for spans in places_of(library.texts.open(document_id), phrase):
            if cancelled():
                raise Cancelled
            if spans:
                deliver(spans)
                count += len(spans)
        return count


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One place of a phrase, with the text of its line around it. ``span`` is without clitics."""

    span: Span
    before: str
    keyword: str
    after: str
    proclitics: tuple[str, ...]
    enclitics: tuple[str, ...]


def occurrences_in_document(
    library_path: Path,
    document_id: DocumentId,
    phrase: str,
    deliver: Callable[[list[Occurrence]], None],
    cancelled: Callable[[], bool],
) -> int:
    """Hand over the places where the phrase stands as whole words, with or without clitics; returns how many.

    Raises:
        Cancelled, LibraryError.
    """
    with Library.open(library_path, create=False, read_only=True) as library:
        text = library.texts.open(document_id)
        count = 0
        for index, chunk in text.texts():
            if cancelled():
                raise Cancelled
            found = [_occurrence(chunk, match, text.start_of(index) or 0) for match in occurrences(chunk, phrase)]
            if found:
                deliver(found)
                count += len(found)
        return count


def _occurrence(chunk: str, match: Match, chunk_start: int) -> Occurrence:
    span = match.span
    line_start = max(chunk.rfind("\n", 0, span.start) + 1, span.start - CONTEXT)
    feed = chunk.find("\n", span.end)
    line_end = min(len(chunk) if feed < 0 else feed, span.end + CONTEXT)
    return Occurrence(
        span=span.shifted(chunk_start),
        before=chunk[line_start : span.start],
        keyword=chunk[span.start : span.end],
        after=chunk[span.end : line_end],
        proclitics=match.proclitics,
        enclitics=match.enclitics,
    )


def places_of(text: ChunkedText, phrase: str) -> Iterator[list[Span]]:
    """The places of the phrase in each chunk of a counted text; none for a phrase that folds to nothing."""
    needle = folded(phrase.strip(), "search")
    carried = ""
    for index, chunk in text.texts():
        start = text.start_of(index)
        if start is None or not needle:
            return
        window = carried + chunk
        spans = _places(window, needle, after=len(carried))
        yield [span.shifted(start - len(carried)) for span in spans]
        carried = "" if chunk.endswith("\n") else window[-min(_CARRIED, len(window)) :]


def _places(window: str, needle: str, after: int) -> list[Span]:
    """The needle's places that do not end within the part read before."""
    haystack = fold(window, "search")
    found = []
    at = haystack.text.find(needle)
    while at >= 0:
        span = haystack.map.source_span(Span(at, at + len(needle)))
        if span is not None and span.end > after:
            found.append(span)
        at = haystack.text.find(needle, at + len(needle))
    return found
