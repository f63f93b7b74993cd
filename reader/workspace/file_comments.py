# SPDX-License-Identifier: GPL-3.0-or-later
"""Comments that stood in a file become notes: annotations with a tag of their own."""

from __future__ import annotations

from reader.model.annotation import LONGEST_ANNOTATION
from reader.model.edit import Edit, RecordChange
from reader.model.ids import DocumentId, TagId
from reader.model.tagset import Names, Tag
from reader.store import Library
from reader.store.structure import FileComment
from reader.text.spans import Span
from reader.workspace import edits

COMMENT_NAMES: Names = (("ar", "تعليق"), ("en", "Comment"))
"""The tag that is made when none has one of these names."""
AUTHOR, CREATED = "comment-author", "comment-date"
"""Attributes of such an annotation: who made the remark in the file, and when (ISO 8601)."""


def waiting_comments(library: Library, document_id: DocumentId) -> list[FileComment]:
    """The comments of a document's file that are not among its annotations yet."""
    comments = library.structure.comments(document_id)
    if not comments:
        return []
    first, last = min(one.start for one in comments), max(one.end for one in comments)
    there = library.annotations.overlapping(document_id, Span(first, last))
    notes = {(annotation.span.start, annotation.span.end, annotation.note) for annotation in there}
    return [one for one in comments if (*_span_of(one), one.text) not in notes]


def take_comments(library: Library, document_id: DocumentId, author: str) -> Edit:
    """Each waiting comment as an annotation; the tag is made when there is none. One step of undo."""
    comments = waiting_comments(library, document_id)
    changes: list[RecordChange] = []
    tag = _tag(library)
    if tag is None:
        (made,) = edits.add_tag(library, COMMENT_NAMES, _free_colour(library)).changes
        assert isinstance(made.after, Tag)
        changes, tag = [made], made.after
    text = library.texts.open(document_id)
    for one in comments:
        span = Span(*_span_of(one))
        told = tuple((key, value) for key, value in ((AUTHOR, one.author), (CREATED, one.created)) if value)
        changes += edits.tag_spans(text, document_id, [span], TagId(tag.id), author, one.text, told).changes
    return Edit(name="import-annotations", document_id=document_id, changes=tuple(changes) if comments else ())


def _span_of(comment: FileComment) -> tuple[int, int]:
    """What an annotation can cover of what the comment is about."""
    return comment.start, min(comment.end, comment.start + LONGEST_ANNOTATION)


def _tag(library: Library) -> Tag | None:
    wanted = {name.casefold() for _, name in COMMENT_NAMES}
    return next((tag for tag in library.tagsets.tags() if wanted & {name.casefold() for _, name in tag.names}), None)


def _free_colour(library: Library) -> str:
    used = {tag.colour for tag in library.tagsets.tags()}
    colours = [f"tag-{number}" for number in range(1, 13)]
    return next((colour for colour in colours if colour not in used), colours[-1])
