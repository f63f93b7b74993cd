# SPDX-License-Identifier: GPL-3.0-or-later
"""Deciding on one suggestion after the other, on the page: a key for each decision, and the next one is there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from unicodedata import bidirectional

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from reader.model.suggestion import Suggestion, group_of
from reader.text.direction import Direction
from reader.text.spans import Span
from reader.text.widening import Edge, Step
from reader.ui.controller import Controller
from reader.ui.current import Current
from reader.ui.deciding import Deciding
from reader.ui.models.suggestions import SuggestionPosition, position_of
from reader.ui.popups.suggestion_card import MENTIONS_COUNTED, SuggestionCard
from reader.ui.reading_pane import ReadingPane
from reader.ui.review_view import ReviewView
from reader.ui.sidebar.window_list import typed
from reader.ui.sources import DocumentSuggestions, PageMarks

_OF_LETTERS = {
    **dict.fromkeys(("L", "EN", "AN"), Direction.LEFT_TO_RIGHT),
    **dict.fromkeys(("R", "AL"), Direction.RIGHT_TO_LEFT),
}
"""Which way letters of a bidirectional class run within their line (Unicode Standard Annex #9)."""


class Review(QObject):
    """Goes through the open suggestions that are shown. Truth stays in the library, what is set off in ``current``.

    While it is on, the suggestion's edges can be moved; accepting it then accepts it as corrected.

    Signals:
        hinted (str): something worth saying in passing, in the interface's language.
        changed (): it began or ended.
    """

    hinted = Signal(str)
    changed = Signal()

    def __init__(
        self,
        pane: ReadingPane,
        controller: Controller,
        current: Current,
        *,
        deciding: Deciding,
        source: DocumentSuggestions,
        marks: PageMarks,
        card: SuggestionCard,
    ) -> None:
        super().__init__(pane)
        self._pane = pane
        self._controller = controller
        self._current = current
        self._deciding = deciding
        self._source = source
        self._marks = marks
        self._view = ReviewView(pane, controller, marks, card)
        self._reviewed: Suggestion | None = None
        self._span = Span(0, 1)
        self._mentions = 1
        self._is_deciding = False
        self._decided: list[Suggestion] = []
        self._taken_back: list[Suggestion] = []
        pane.installEventFilter(self)

    @property
    def is_on(self) -> bool:
        return self._reviewed is not None

    @property
    def span(self) -> Span | None:
        """The edges of the suggestion under review, as the user wants them."""
        return None if self._reviewed is None else self._span

    # Where to

    def go_to(self, suggestion: Suggestion) -> None:
        """Review this one; the page has the keyboard, its caret before the suggestion."""
        self._view.put_caret_before(suggestion.span.start)
        self.take(suggestion)
        self._view.bring_into_view(self._span)
        self._view.announce()

    def take(self, suggestion: Suggestion) -> None:
        """Review this one where it is on the page."""
        was_on = self.is_on
        self._reviewed, self._span = suggestion, suggestion.span
        wanted = self._deciding.shown(tag_ids=frozenset({suggestion.tag_id}), group=group_of(suggestion))
        self._mentions = self._deciding.count(wanted, MENTIONS_COUNTED + 1)
        self._current.set_suggestion(suggestion)
        self._view.show(suggestion, suggestion.span, self._mentions)
        if not was_on:
            self.changed.emit()

    def go_to_next(self) -> None:
        """The next suggestion after the present one or the place being read; after the last comes the first."""
        found = self._source.page_after(self._place(), 1)
        if not found and (found := self._source.page_after(None, 1)):
            self.hinted.emit(self.tr("That was the last suggestion; this is the first one that is open."))
        self._go_to_first_of(found)

    def go_to_previous(self) -> None:
        found = self._source.page_before(self._place(), 1)
        if not found and (found := self._source.page_before(None, 1)):
            self.hinted.emit(self.tr("That was the first suggestion; this is the last one that is open."))
        self._go_to_first_of(found)

    def leave(self) -> None:
        """Let the suggestion be."""
        if self.is_on:
            self._end()
            self._current.set_suggestion(None)

    # Decisions

    def accept(self) -> None:
        """Accept the suggestion that is set off, with the edges as they are now."""
        if (suggestion := self._current.suggestion) is not None:
            self.accept_as(suggestion.tag_id)

    def accept_as(self, tag_id: str) -> None:
        """Accept it with this tag."""
        suggestion = self._current.suggestion
        if suggestion is None:
            return
        span = self._span if self.is_on else suggestion.span
        self._decide(suggestion, lambda: self._deciding.accept_corrected(suggestion, span, tag_id))

    def reject(self) -> None:
        if (suggestion := self._current.suggestion) is not None:
            self._decide(suggestion, lambda: self._deciding.reject([suggestion]))

    def go_on_after(self, suggestion: Suggestion) -> None:
        """Others decided about this one: the next open one is under review."""
        self._decided.append(suggestion)
        self._taken_back.clear()
        self._go_on(suggestion)

    def undo(self) -> None:
        """Take the last edit back; if it was a decision, be there again."""
        self._controller.undo()
        if self._decided and self._is_open(self._decided[-1]):
            suggestion = self._decided.pop()
            self._taken_back.append(suggestion)
            self.go_to(suggestion)

    def redo(self) -> None:
        """Make the last edit again; if it was a decision, go on after it."""
        self._controller.redo()
        if self._taken_back and not self._is_open(self._taken_back[-1]):
            suggestion = self._taken_back.pop()
            self._decided.append(suggestion)
            self._go_on(suggestion)

    # Edges

    def move_edge(self, edge: Edge, step: Step, *, forwards: bool) -> None:
        """Move an edge by a step in reading order, if it can go there."""
        if self._reviewed is not None:
            span = self._deciding.moved(self._span, edge, step, forwards=forwards)
            if span is None:
                self.hinted.emit(self.tr("The edge can go no further."))
            else:
                self.set_span(span)

    def move_end(self, step: Step, *, to_left: bool) -> None:
        """Move the end to the left or right as the eye sees it: by letters in the direction of the last one, by words
        in that of the paragraph, as the caret does.
        """
        if self._reviewed is None:
            return
        direction = self._view.direction_at(self._span.end - 1)
        if step is Step.LETTER:
            kind = bidirectional(self._view.text_of(Span(self._span.end - 1, self._span.end)) or " ")
            direction = _OF_LETTERS.get(kind, direction)
        self.move_edge(Edge.END, step, forwards=to_left == (direction is Direction.RIGHT_TO_LEFT))

    def set_span(self, span: Span) -> None:
        """Give the suggestion under review other edges."""
        if self._reviewed is not None:
            self._span = span
            self._view.show(self._reviewed, span, self._mentions)
            self._view.bring_into_view(span)
            self._view.announce(self._view.text_of(span))

    # What happens around

    def refresh(self) -> None:
        """The library changed: a suggestion that is not open any more is not under review."""
        if self._reviewed is not None and not self._is_deciding:
            if self._is_open(self._reviewed):
                self._view.show(self._reviewed, self._span, self._mentions)
            else:
                self.leave()

    def on_current_changed(self) -> None:
        """Something else was set off: the review is over."""
        if self.is_on and self._current.suggestion != self._reviewed:
            self._end()

    def on_page_moved(self) -> None:
        """The card goes with the page."""
        if self.is_on:
            self._view.place_card(self._span)

    def forget(self) -> None:
        """Another document is open."""
        self.leave()
        self._decided.clear()
        self._taken_back.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While the review is on, Tab goes to the next suggestion and a tag's key, in any digits, gives that tag."""
        kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if not self.is_on or event.type() not in kinds or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        wish = self._wish_of(event)
        if wish is None:
            return super().eventFilter(watched, event)
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            wish()
        return True

    # Inside

    def _wish_of(self, event: QKeyEvent) -> Callable[[], None] | None:
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return None
        tag = self._marks.tags.with_shortcut(typed(event))
        if tag is not None and self._controller.can_write:
            return partial(self.accept_as, tag.id)
        return {Qt.Key.Key_Tab: self.go_to_next, Qt.Key.Key_Backtab: self.go_to_previous}.get(Qt.Key(event.key()))

    def _decide(self, suggestion: Suggestion, decide: Callable[[], bool]) -> None:
        self._is_deciding = True
        try:
            is_done = decide()
        finally:
            self._is_deciding = False
        if is_done:
            self.go_on_after(suggestion)

    def _go_on(self, suggestion: Suggestion) -> None:
        found = self._source.page_after(position_of(suggestion), 1) or self._source.page_after(None, 1)
        if found:
            self.go_to(found[0])
            return
        self.leave()
        self._current.set_suggestion(None)
        self.hinted.emit(self.tr("No suggestion is left to decide on."))

    def _go_to_first_of(self, found: Sequence[Suggestion]) -> None:
        for suggestion in found[:1]:
            self.go_to(suggestion)

    def _place(self) -> SuggestionPosition:
        """From where the next one is looked for: what is set off, else the caret if it is in view, else the view."""
        if (suggestion := self._current.suggestion) is not None:
            return position_of(suggestion)
        caret, visible = self._pane.caret, self._pane.visible_span
        if visible is None:
            return caret or 0, 0, ""
        is_seen = caret is not None and visible.start <= caret <= visible.end
        return (caret if is_seen and caret is not None else visible.start), 0, ""

    def _is_open(self, suggestion: Suggestion) -> bool:
        place = position_of(suggestion)
        return any(position_of(each) == place for each in self._controller.suggestions_in(suggestion.span, 0.0))

    def _end(self) -> None:
        self._reviewed = None
        self._view.hide()
        self.changed.emit()
