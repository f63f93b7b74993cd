# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits by which the user decides on suggestions otherwise than one by one as they are: corrected, or many at once.

A corrected suggestion gives an annotation as the user wants it and is itself decided as rejected, so that it does not
come back. The edit's name tells a learner what happened: ``correct-suggestion`` (other edges, perhaps another tag too)
or ``retag-suggestion`` (the same span, another tag).
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.model.edit import Edit, RecordChange
from reader.model.ids import DocumentId, TagId, now
from reader.model.suggestion import Decision, Suggestion, SuggestionFilter, Verdict
from reader.store import Library
from reader.text.chunks import ChunkedText
from reader.text.spans import Span
from reader.workspace import edits

_PAGE = 5000


def accept_corrected(
    library: Library,
    text: ChunkedText,
    document_id: DocumentId,
    suggestion: Suggestion,
    author: str,
    *,
    span: Span,
    tag_id: TagId,
) -> Edit:
    """The suggestion as the user corrects it: an annotation on ``span`` with ``tag_id``; one step of undo.

    The annotation keeps the provenance, and the value where the span is the one that the value was read from. Another
    suggestion of just this place and tag counts as accepted.

    Raises:
        SpanTooLong, SpanOutsideText: for a span that an annotation cannot have.
    """
    if (span, tag_id) == (suggestion.span, suggestion.tag_id):
        return edits.accept_suggestions(text, document_id, [suggestion], author)
    attributes = [("provenance", suggestion.source)]
    if suggestion.value and span == suggestion.span:
        attributes.insert(0, ("value", suggestion.value))
    added = edits.tag_spans(text, document_id, [span], tag_id, author, attributes=tuple(attributes))
    rejected = edits.reject_suggestions(document_id, [suggestion], author)
    same = [
        RecordChange(None, _accepted(document_id, each, author))
        for each in library.suggestions.open_overlapping(document_id, span)
        if (each.span, each.tag_id) == (span, tag_id)
    ]
    return Edit(
        name="retag-suggestion" if span == suggestion.span else "correct-suggestion",
        document_id=document_id,
        changes=(*added.changes, *rejected.changes, *same),
    )


def accept_all(
    library: Library, text: ChunkedText, document_id: DocumentId, wanted: SuggestionFilter, author: str
) -> Edit:
    """Accept every open suggestion that is meant; one step of undo. Cost: O(n) of them."""
    return edits.accept_suggestions(text, document_id, every_open(library, document_id, wanted), author)


def reject_all(library: Library, document_id: DocumentId, wanted: SuggestionFilter, author: str) -> Edit:
    """Reject every open suggestion that is meant; one step of undo. Cost: O(n) of them."""
    return edits.reject_suggestions(document_id, every_open(library, document_id, wanted), author)


def every_open(library: Library, document_id: DocumentId, wanted: SuggestionFilter) -> list[Suggestion]:
    """The open suggestions that are meant, in text order."""
    return [suggestion for page in _pages(library, document_id, wanted) for suggestion in page]


def _pages(library: Library, document_id: DocumentId, wanted: SuggestionFilter) -> Iterator[list[Suggestion]]:
    position: tuple[int, int, str] | None = None
    while page := library.suggestions.open_page_after(document_id, position, _PAGE, wanted):
        yield page
        position = (page[-1].span.start, page[-1].span.end, page[-1].tag_id)


def _accepted(document_id: DocumentId, suggestion: Suggestion, author: str) -> Decision:
    return Decision(
        document_id=document_id,
        span=suggestion.span,
        quote=suggestion.quote,
        tag_id=suggestion.tag_id,
        verdict=Verdict.ACCEPTED,
        author=author,
        created=now(),
    )
