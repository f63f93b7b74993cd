# SPDX-License-Identifier: GPL-3.0-or-later
"""What the views ask for about the open document: pages for the lists, marks for the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from reader.errors import ReaderError
from reader.lexicon.terms import TermMatch
from reader.model.annotation import Annotation
from reader.model.ids import AnnotationId, DocumentId, TagId
from reader.model.suggestion import (
    EVERY_SUGGESTION,
    Suggestion,
    SuggestionFilter,
    SuggestionGroup,
    SuggestionOrder,
)
from reader.store import AnnotationFilter as StoredFilter
from reader.store import Library
from reader.text.spans import Span
from reader.ui.controller import Controller
from reader.ui.counting import SuggestionCounts
from reader.ui.jobs import Jobs, Task
from reader.ui.models.annotations import AnnotationFilter, AnnotationPosition
from reader.ui.models.suggestion_words import suggestion_in_short
from reader.ui.models.suggestions import SuggestionPosition, position_of
from reader.ui.models.tags import ShownTags
from reader.ui.reading_pane import Mark, MarkKind
from reader.ui.search import Search

T = TypeVar("T")

_LISTING = "list suggestions"


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
    """A ``SuggestionSource`` over the open document: those sure enough for the user to want to see them."""

    def __init__(self, controller: Controller, counts: SuggestionCounts, jobs: Jobs) -> None:
        self._controller = controller
        self._counts = counts
        self._jobs = jobs

    def page_after(
        self, position: SuggestionPosition | None, limit: int, wanted: SuggestionFilter = EVERY_SUGGESTION
    ) -> Sequence[Suggestion]:
        return self._ask(
            lambda library, id_: library.suggestions.open_page_after(id_, position, limit, self._of(wanted))
        )

    def page_before(
        self, position: SuggestionPosition | None, limit: int, wanted: SuggestionFilter = EVERY_SUGGESTION
    ) -> Sequence[Suggestion]:
        return self._ask(
            lambda library, id_: library.suggestions.open_page_before(id_, position, limit, self._of(wanted))
        )

    def at(self, span: Span, tag_id: TagId) -> Suggestion | None:
        """The open suggestion of just this place and tag, however weak."""
        found = self._controller.suggestions_in(span, 0.0)
        return next((each for each in found if (each.span, each.tag_id) == (span, tag_id)), None)

    def members(
        self, group: SuggestionGroup, position: SuggestionPosition | None, limit: int, wanted: SuggestionFilter
    ) -> Sequence[Suggestion]:
        return self._ask(
            lambda library, id_: library.suggestions.open_members(
                id_, group.tag_id, group.key, position, limit, self._of(wanted)
            )
        )

    def ask_ranked(
        self, order: SuggestionOrder, limit: int, wanted: SuggestionFilter, then: Callable[[Sequence[Suggestion]], None]
    ) -> None:
        """Rank in a job; ``then`` is called with the first ones unless something else is asked for before."""
        least = self._of(wanted)
        self._start(lambda library, id_: library.suggestions.open_ranked(id_, order, limit, least), then)

    def ask_groups(
        self,
        after: SuggestionGroup | None,
        limit: int,
        wanted: SuggestionFilter,
        then: Callable[[Sequence[SuggestionGroup]], None],
    ) -> None:
        """Group in a job; ``then`` is called with the first groups behind ``after``, as for ``ask_ranked``."""
        least = self._of(wanted)
        self._start(lambda library, id_: library.suggestions.open_groups(id_, after, limit, least), then)

    def around(self, span: Span, reach: int) -> tuple[str, str]:
        """What stands before and after the span, up to ``reach`` code points each."""
        text = self._controller.text
        if text is None:
            return "", ""
        return text.slice(max(span.start - reach, 0), span.start), text.slice(span.end, span.end + reach)

    def counts_by_tag(self) -> Mapping[TagId, int]:
        """As last counted."""
        return self._counts.by_tag

    @property
    def hidden(self) -> int:
        """How many are too weak to be shown, as last counted."""
        return self._counts.hidden

    @property
    def least(self) -> float:
        """The confidence from which on they are shown."""
        return self._controller.least_confidence

    def _of(self, wanted: SuggestionFilter) -> SuggestionFilter:
        return replace(wanted, least=max(wanted.least, self._controller.least_confidence))

    def _ask(self, question: Callable[[Library, DocumentId], Sequence[Suggestion]]) -> Sequence[Suggestion]:
        document = self._controller.document
        nothing: Sequence[Suggestion] = ()
        if document is None:
            return nothing
        return self._controller.ask(lambda library: question(library, document.id), nothing)

    def _start(self, question: Callable[[Library, DocumentId], list[T]], then: Callable[[Sequence[T]], None]) -> None:
        document, path = self._controller.document, self._controller.library_path
        if document is None:
            return

        def work(_task: Task) -> list[T]:
            with Library.open(path, create=False, read_only=True) as library:
                return question(library, document.id)

        def on_failure(error: ReaderError) -> None:
            self._controller.failed.emit(error)
            then(())

        self._jobs.start(_LISTING, work, on_success=then, on_failure=on_failure)


class PageMarks:
    """A source of marks for the page: places found, words to learn, terms, suggestions, annotations; in this order."""

    def __init__(self, controller: Controller, search: Search) -> None:
        self._controller = controller
        self._search = search
        self.tags = ShownTags()
        self.shows_suggestions = True
        self.terms_within: Callable[[Span], Sequence[TermMatch]] = lambda _span: ()
        self.shows_terms = True
        self.words_in: Callable[[Span], Sequence[Mark]] = lambda _span: ()
        self.reviewed: tuple[Suggestion, Span] | None = None
        """The suggestion that is being decided on, which is shown in any case, and its edges as the user wants them."""

    def __call__(self, span: Span) -> Sequence[Mark]:
        hits = [Mark(hit, MarkKind.HIT, f"{hit.start}-{hit.end}", "hit") for hit in self._search.within(span)]
        found = self._controller.suggestions_in(span) if self.shows_suggestions else ()
        terms = self.terms_within(span) if self.shows_terms else ()
        return [
            *hits,
            *self.words_in(span),
            *(Mark(place, MarkKind.TERM, f"{place.start}-{place.end}", "") for place in {each.span for each in terms}),
            *self._of_suggestions(span, found),
            *(self._of_annotation(annotation) for annotation in self._controller.annotations_in(span)),
        ]

    def _of_suggestions(self, span: Span, found: Sequence[Suggestion]) -> list[Mark]:
        if self.reviewed is None:
            return [self._of_suggestion(each, each.span) for each in found]
        reviewed, corrected = self.reviewed
        place = position_of(reviewed)
        marks = [self._of_suggestion(each, each.span) for each in found if position_of(each) != place]
        return [*marks, self._of_suggestion(reviewed, corrected)] if corrected.overlaps(span) else marks

    def _of_suggestion(self, suggestion: Suggestion, span: Span) -> Mark:
        tag_id = suggestion.tag_id
        label = suggestion_in_short(suggestion, self.tags)
        return Mark(span, MarkKind.SUGGESTION, key_of(suggestion), self._colour(tag_id), label)

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
