# SPDX-License-Identifier: GPL-3.0-or-later
"""What the views ask for about the open document: pages for the lists, marks for the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reader.model.annotation import Annotation
from reader.model.ids import AnnotationId, TagId
from reader.model.suggestion import Suggestion
from reader.store import AnnotationFilter as StoredFilter
from reader.text.spans import Span
from reader.ui.controller import Controller
from reader.ui.counting import SuggestionCounts
from reader.ui.models.annotations import AnnotationFilter, AnnotationPosition
from reader.ui.models.suggestions import SuggestionPosition, position_of
from reader.ui.models.tags import ShownTags
from reader.ui.reading_pane import Mark, MarkKind
from reader.ui.search import Search


class DocumentAnnotations:
    """An ``AnnotationSource`` over the open document."""

    def __init__(self, controller: Controller) -> None:
        self._controller = controller

    def page_after(
        self, position: AnnotationPosition | None, limit: int, wanted: AnnotationFilter
    ) -> Sequence[Annotation]:
        document = self._controller.document
        if document is None:
            return ()
        stored = _stored(wanted)
        return self._controller.ask(
            lambda library: library.annotations.page_after(document.id, position, limit, stored), []
        )

    def page_before(
        self, position: AnnotationPosition | None, limit: int, wanted: AnnotationFilter
    ) -> Sequence[Annotation]:
        document = self._controller.document
        if document is None:
            return ()
        stored = _stored(wanted)
        return self._controller.ask(
            lambda library: library.annotations.page_before(document.id, position, limit, stored), []
        )

    def get(self, annotation_id: AnnotationId) -> Annotation | None:
        return self._controller.annotation(annotation_id)

    def count(self) -> int:
        document = self._controller.document
        return (
            0 if document is None else self._controller.ask(lambda library: library.annotations.count(document.id), 0)
        )

    def counts_by_tag(self) -> Mapping[TagId, int]:
        document = self._controller.document
        if document is None:
            return {}
        return self._controller.ask(lambda library: library.annotations.counts_by_tag(document.id), {})

    def authors(self) -> Sequence[str]:
        document = self._controller.document
        if document is None:
            return ()
        return self._controller.ask(lambda library: library.annotations.authors(document.id), [])


class DocumentSuggestions:
    """A ``SuggestionSource`` over the open document."""

    def __init__(self, controller: Controller, counts: SuggestionCounts) -> None:
        self._controller = controller
        self._counts = counts

    def page_after(
        self, position: SuggestionPosition | None, limit: int, tag_ids: frozenset[TagId]
    ) -> Sequence[Suggestion]:
        document = self._controller.document
        if document is None:
            return ()
        return self._controller.ask(
            lambda library: library.suggestions.open_page_after(document.id, position, limit, tag_ids or None), []
        )

    def page_before(
        self, position: SuggestionPosition | None, limit: int, tag_ids: frozenset[TagId]
    ) -> Sequence[Suggestion]:
        document = self._controller.document
        if document is None:
            return ()
        return self._controller.ask(
            lambda library: library.suggestions.open_page_before(document.id, position, limit, tag_ids or None), []
        )

    def counts_by_tag(self) -> Mapping[TagId, int]:
        """As last counted."""
        return self._counts.by_tag


class PageMarks:
    """A source of marks for the page: places found, suggestions, annotations; in this order from below."""

    def __init__(self, controller: Controller, search: Search) -> None:
        self._controller = controller
        self._search = search
        self.tags = ShownTags()
        self.shows_suggestions = True

    def __call__(self, span: Span) -> Sequence[Mark]:
        hits = [Mark(hit, MarkKind.HIT, f"{hit.start}-{hit.end}", "hit") for hit in self._search.within(span)]
        found = self._controller.suggestions_in(span) if self.shows_suggestions else ()
        return [
            *hits,
            *(self._of_suggestion(suggestion) for suggestion in found),
            *(self._of_annotation(annotation) for annotation in self._controller.annotations_in(span)),
        ]

    def _of_suggestion(self, suggestion: Suggestion) -> Mark:
        tag_id = suggestion.tag_id
        return Mark(
            suggestion.span, MarkKind.SUGGESTION, key_of(suggestion), self._colour(tag_id), self.tags.name(tag_id)
        )

    def _of_annotation(self, annotation: Annotation) -> Mark:
        tag_id = annotation.tag_id
        return Mark(annotation.span, MarkKind.ANNOTATION, annotation.id, self._colour(tag_id), self.tags.name(tag_id))

    def _colour(self, tag_id: TagId) -> str:
        tag = self.tags.tag(tag_id)
        return "" if tag is None else tag.colour


def key_of(suggestion: Suggestion) -> str:
    """The mark's key of a suggestion; ``place_in`` reads it back."""
    return "{}-{}-{}".format(*position_of(suggestion))


def place_in(key: str) -> tuple[Span, TagId]:
    """Span and tag of the suggestion with this key."""
    start, end, tag_id = key.split("-", 2)
    return Span(int(start), int(end)), TagId(tag_id)


def _stored(wanted: AnnotationFilter) -> StoredFilter:
    return StoredFilter(tag_ids=wanted.tag_ids or None, author=wanted.author, text=wanted.text)
