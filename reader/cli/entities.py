# SPDX-License-Identifier: GPL-3.0-or-later
"""What is marked in a text, piece by piece: what the user tagged, and what the recognisers propose besides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from reader.cli.sources import Source
from reader.model.annotation import Annotation
from reader.model.ids import TagId
from reader.model.suggestion import Suggestion
from reader.model.tagset import Tag
from reader.resources import resource
from reader.store import Library
from reader.store.tagsets import read_tagset
from reader.text.spans import Span

if TYPE_CHECKING:
    from reader.recognisers import DocumentRecogniser

Marked = Annotation | Suggestion


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One chunk of the text: ``start`` is its offset, ``marked`` what overlaps it, in text order."""

    start: int
    text: str
    marked: tuple[Marked, ...]


def pieces_of(source: Source, library: Library | None, *, recognise: bool) -> Iterator[Piece]:
    """The text from its beginning with what is marked in it. What begins in a piece before is marked in both."""
    decided = _decided(source, library) if recognise else set()
    recogniser = _recogniser(library) if recognise else None
    start = 0
    for _, text in source.text.texts():
        annotations = _annotations(source, library, start, start + len(text))
        marked: list[Marked] = [*annotations]
        if recogniser is not None:
            taken = decided | {(each.span, each.tag_id) for each in annotations}
            marked += [each for each in _suggestions(recogniser, text, start) if (each.span, each.tag_id) not in taken]
        marked.sort(key=lambda each: (each.span.start, -each.span.end))
        yield Piece(start=start, text=text, marked=tuple(marked))
        start += len(text)


def tags_of(library: Library | None) -> list[Tag]:
    """The tags of the library, or those a new one would have."""
    if library is not None:
        return library.tagsets.tags()
    return read_tagset(resource("tagsets/default.json").read_text(encoding="utf-8"))[1]


def fields_of(marked: Marked) -> dict[str, Any]:
    """What ``--json`` tells of it."""
    common = {"start": marked.span.start, "end": marked.span.end, "quote": marked.quote, "tag": marked.tag_id}
    if isinstance(marked, Annotation):
        more = {"kind": "annotation", "id": marked.id, "note": marked.note, "author": marked.author}
        return common | more | {"created": marked.created, "modified": marked.modified}
    more = {"kind": "suggestion", "source": marked.source, "reason": marked.reason, "value": marked.value}
    return common | more | {"entity": marked.entity, "confidence": marked.confidence}


def _annotations(source: Source, library: Library | None, start: int, end: int) -> list[Annotation]:
    if library is None or source.document is None or start == end:
        return []
    return library.annotations.overlapping(source.document.id, Span(start, end))


def _recogniser(library: Library | None) -> DocumentRecogniser:
    """One that knows what the library does; what it knows is read only where something is recognised."""
    from reader.recognisers import DocumentRecogniser  # noqa: PLC0415
    from reader.workspace.knowledge import knowledge_for  # noqa: PLC0415

    return DocumentRecogniser(knowledge_for(library))


def _suggestions(recogniser: DocumentRecogniser, text: str, start: int) -> Iterator[Suggestion]:
    for each in recogniser.read(text):
        yield replace(each, span=each.span.shifted(start))


def _decided(source: Source, library: Library | None) -> set[tuple[Span, TagId]]:
    if library is None or source.document is None:
        return set()
    return {(each.span, each.tag_id) for each in library.decisions.of_document(source.document.id)}
