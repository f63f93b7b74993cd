# SPDX-License-Identifier: GPL-3.0-or-later
"""Wishes about suggestions, one step of undo each, and the edges of a suggestion that the user corrects."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from reader.errors import DocumentNotReady
from reader.model.ids import TagId
from reader.model.suggestion import Suggestion, SuggestionFilter
from reader.text.spans import Span
from reader.text.widening import Edge, Step, moved
from reader.ui.controller import Controller
from reader.workspace import deciding, edits, wishes
from reader.workspace.wishes import LARGE, wish

_MANY = LARGE // 2
"""Suggestions; an accepted one is two changes: an annotation and a decision."""

_AROUND = 1000
"""Code points on each side of a span in which its edges are looked for."""


class Deciding:
    """Turns decisions into edits; each is True when it was done. Failures go the controller's way."""

    def __init__(self, controller: Controller) -> None:
        self._controller = controller

    def accept(self, suggestions: Sequence[Suggestion]) -> bool:
        document, text, author = self._controller.document, self._controller.text, self._controller.author
        if document is None or text is None:
            return self._refuse()
        if len(suggestions) > _MANY:
            given = {"document_id": document.id, "suggestions": suggestions, "author": author}
            return self._controller.do_large(wish(wishes.accept, **given))
        return self._controller.do(lambda _library: edits.accept_suggestions(text, document.id, suggestions, author))

    def accept_corrected(self, suggestion: Suggestion, span: Span, tag_id: str) -> bool:
        """Accept the suggestion with other edges, or another tag, or both."""
        document, text, author = self._controller.document, self._controller.text, self._controller.author
        if document is None or text is None:
            return self._refuse()
        return self._controller.do(
            lambda library: deciding.accept_corrected(
                library, text, document.id, suggestion, author, span=span, tag_id=TagId(tag_id)
            )
        )

    def reject(self, suggestions: Sequence[Suggestion]) -> bool:
        document, author = self._controller.document, self._controller.author
        if document is None:
            return self._refuse()
        if len(suggestions) > _MANY:
            given = {"document_id": document.id, "suggestions": suggestions, "author": author}
            return self._controller.do_large(wish(wishes.reject, **given))
        return self._controller.do(lambda _library: edits.reject_suggestions(document.id, suggestions, author))

    def accept_all(self, wanted: SuggestionFilter, then: Callable[[], object] | None = None) -> bool:
        """True when it is done; where they are very many, ``then`` is called when it is."""
        document, text, author = self._controller.document, self._controller.text, self._controller.author
        if document is None or text is None:
            return self._refuse()
        if self._is_large(wanted):
            return self._controller.do_large(
                wish(wishes.accept_all, document_id=document.id, wanted=wanted, author=author), then
            )
        return self._controller.do(lambda library: deciding.accept_all(library, text, document.id, wanted, author))

    def reject_all(self, wanted: SuggestionFilter, then: Callable[[], object] | None = None) -> bool:
        """As ``accept_all``."""
        document, author = self._controller.document, self._controller.author
        if document is None:
            return self._refuse()
        if self._is_large(wanted):
            return self._controller.do_large(
                wish(wishes.reject_all, document_id=document.id, wanted=wanted, author=author), then
            )
        return self._controller.do(lambda library: deciding.reject_all(library, document.id, wanted, author))

    def count(self, wanted: SuggestionFilter, limit: int | None = None) -> int:
        """How many open suggestions are meant; counting stops at ``limit``."""
        document = self._controller.document
        if document is None:
            return 0
        return self._controller.ask(lambda library: library.suggestions.count(document.id, wanted, limit), 0)

    def shown(self, **narrowed: object) -> SuggestionFilter:
        """What the slider lets be seen, narrowed further by fields of the filter."""
        return replace(SuggestionFilter(least=self._controller.least_confidence), **narrowed)  # type: ignore[arg-type]

    def moved(self, span: Span, edge: Edge, step: Step, *, forwards: bool) -> Span | None:
        """The span with one edge a step further, within its line of the text; None where it cannot go."""
        text = self._controller.text
        if text is None:
            return None
        first = max(span.start - _AROUND, 0)
        around = text.slice(first, span.end + _AROUND)
        start = around.rfind("\n", 0, span.start - first) + 1
        end = around.find("\n", span.end - first)
        line = around[start : end if end >= 0 else len(around)]
        base = first + start
        found = moved(line, Span(span.start - base, span.end - base), edge, step, forwards=forwards)
        return None if found is None else found.shifted(base)

    def _is_large(self, wanted: SuggestionFilter) -> bool:
        return self.count(wanted, _MANY + 1) > _MANY

    def _refuse(self) -> bool:
        self._controller.failed.emit(DocumentNotReady())
        return False
