# SPDX-License-Identifier: GPL-3.0-or-later
"""What a user decides about annotations whose place is doubtful or gone: each decision is an edit like any other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reader.errors import EditConflict, SpanOutsideText, SpanTooLong
from reader.model.annotation import LONGEST_ANNOTATION, Annotation
from reader.model.edit import Edit, Record, RecordChange
from reader.model.ids import AnnotationId, DocumentId
from reader.model.placement import Displaced
from reader.store import Library
from reader.text.anchor import CONTEXT
from reader.text.spans import Span
from reader.workspace.placing import Slice, quoted, restored

_SHOWN_AROUND = 120
"""Code points of text shown before and behind an old or new place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of text with what stands around it, as it is shown to a person."""

    before: str
    words: str
    behind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewItem:
    """A displaced annotation, where it stood, and where it may belong now; None where nobody knows."""

    displaced: Displaced
    old: Passage
    new: Passage | None


def review_items(library: Library, document_id: DocumentId, limit: int = 1000) -> list[ReviewItem]:
    """The displaced annotations of a document: doubtful ones first, in the order of the text, then orphans.

    Raises:
        UnknownDocument: when there is no such document.
    """
    text = library.texts.open(document_id)
    items = list[ReviewItem]()
    for displaced in library.displaced.of_document(document_id, limit):
        place = displaced.proposed
        new = None if place is None else _passage(text.slice, place)
        items.append(ReviewItem(displaced=displaced, old=_old_passage(library, displaced), new=new))
    return items


def place(library: Library, displaced: Sequence[Displaced], span: Span | None = None) -> Edit:
    """The annotations get the places proposed for them, or one of them the place ``span``, with all they had.

    Raises:
        EditConflict: for one that has no place proposed.
        SpanTooLong, SpanOutsideText: for a span that an annotation cannot have.
    """
    document_id = displaced[0].annotation.document_id
    text = library.texts.open(document_id)
    placed = dict[Displaced, Annotation]()
    for each in displaced:
        where = span or each.proposed
        if where is None:
            raise EditConflict("annotation without a place")
        if len(where) > LONGEST_ANNOTATION:
            raise SpanTooLong(len(where), LONGEST_ANNOTATION)
        if where.end > (text.length or 0):
            raise SpanOutsideText(where.start, where.end, text.length or 0)
        placed[each] = quoted(each.annotation, where, text.slice)
    name = "place-annotation" if len(placed) == 1 else "place-annotations"
    return Edit(name=name, document_id=document_id, changes=tuple(restored(library, placed)))


def place_proposed(library: Library, ids: Iterable[AnnotationId]) -> Edit:
    """Those of the annotations that are still doubtful get the places proposed for them."""
    return place(library, [each for each in library.displaced.find(ids) if not each.is_orphan])


def place_at(library: Library, annotation_id: AnnotationId, span: Span) -> Edit:
    """A displaced annotation gets a place that the user chose.

    Raises:
        EditConflict: when it has got a place elsewhere meanwhile.
    """
    return place(library, _present(library, [annotation_id]), span)


def leave_as_orphans(library: Library, ids: Sequence[AnnotationId]) -> Edit:
    """The places proposed for the annotations are wrong, and the user knows none: they stay, without a place.

    Raises:
        EditConflict: as ``place_at``.
    """
    found = [each for each in _present(library, ids) if not each.is_orphan]
    changes = tuple(RecordChange(each, replace(each, proposed=None)) for each in found)
    return Edit(name="orphan-annotations", document_id=_document_of(library, ids), changes=changes)


def remove_displaced(library: Library, ids: Sequence[AnnotationId]) -> Edit:
    """The annotations go for good, with their relations and links; undo brings them back.

    Raises:
        EditConflict: as ``place_at``.
    """
    found = _present(library, ids)
    links, relations = library.displaced.links_of(ids), library.displaced.relations_of(ids)
    going: list[Record] = [*relations, *links, *found]
    changes = tuple(RecordChange(record, None) for record in going)
    return Edit(name="remove-orphans", document_id=_document_of(library, ids), changes=changes)


def _present(library: Library, ids: Sequence[AnnotationId]) -> list[Displaced]:
    found = library.displaced.find(ids)
    if len(found) != len(ids):
        raise EditConflict("annotation without a place")
    return found


def _document_of(library: Library, ids: Sequence[AnnotationId]) -> DocumentId | None:
    return next((each.annotation.document_id for each in library.displaced.find(ids[:1])), None)


def _old_passage(library: Library, displaced: Displaced) -> Passage:
    """From the version in which it had its place, or from its own surroundings where that was imported elsewhere."""
    annotation = displaced.annotation
    if library.versions.find(annotation.document_id, displaced.version) is None:
        return Passage(before=annotation.prefix, words=annotation.quote, behind=annotation.suffix)
    text = library.texts.open_version(annotation.document_id, displaced.version)
    passage = _passage(text.slice, annotation.span)
    return (
        passage
        if passage.words == annotation.quote
        else Passage(before=annotation.prefix[-CONTEXT:], words=annotation.quote, behind=annotation.suffix[:CONTEXT])
    )


def _passage(text_slice: Slice, span: Span) -> Passage:
    return Passage(
        before=text_slice(max(0, span.start - _SHOWN_AROUND), span.start),
        words=text_slice(span.start, span.end),
        behind=text_slice(span.end, span.end + _SHOWN_AROUND),
    )
