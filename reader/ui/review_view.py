# SPDX-License-Identifier: GPL-3.0-or-later
"""How the suggestion under review is shown: its mark with the edges as they will be, and the card beside it."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from reader.model.suggestion import Suggestion
from reader.text.direction import Direction
from reader.text.spans import Span
from reader.ui.controller import Controller
from reader.ui.models.sentences import qt_direction
from reader.ui.popups.suggestion_card import ShownSuggestion, SuggestionCard
from reader.ui.reading_pane import ReadingPane
from reader.ui.sources import PageMarks

_COMFORT_TOP = 0.1
_MARGIN_PX = 12
"""A suggestion stands no higher on the page than this share of it, and its card no nearer to the page's end."""


class ReviewView:
    """Draws on the page what ``Review`` decides. Knows nothing of decisions."""

    def __init__(self, pane: ReadingPane, controller: Controller, marks: PageMarks, card: SuggestionCard) -> None:
        self._pane = pane
        self._controller = controller
        self._marks = marks
        self._card = card

    def show(self, suggestion: Suggestion, span: Span, mentions: int) -> None:
        """Draw the suggestion with these edges, and say on the card what there is to say."""
        is_drawn = self._marks.shows_suggestions and suggestion.confidence >= self._controller.least_confidence
        is_as_it_was = span == suggestion.span
        self._mark(None if is_drawn and is_as_it_was else (suggestion, span))
        corrected = "" if is_as_it_was else self.text_of(span)
        self._card.say(ShownSuggestion(suggestion=suggestion, corrected=corrected, mentions=mentions))
        self.place_card(span)

    def hide(self) -> None:
        """Nothing is under review."""
        self._card.hide()
        self._mark(None)

    def put_caret_before(self, offset: int) -> None:
        """The page has the keyboard there, and does not move."""
        place = self._pane.flow.place_of(offset)
        self._pane.set_places(place, place)
        self._pane.setFocus()

    def bring_into_view(self, span: Span) -> None:
        """Scroll only where the suggestion or its card would have no room: the eye stays where it is."""
        height = self._pane.viewport().height()
        rect = self._pane.rect_of(span)
        room = self._card.height() + _MARGIN_PX
        if rect is None or rect.top() < _COMFORT_TOP * height or rect.bottom() + room > height:
            self._pane.show_place(span.start)
        self.place_card(span)

    def place_card(self, span: Span) -> None:
        """The card stands beside the span as far as that is in view."""
        rect = self._pane.rect_of(span)
        if rect is None or not self._pane.viewport().rect().intersects(rect):
            self._card.hide()
            return
        corner = self._pane.viewport().mapToGlobal(rect.topLeft())
        self._card.show_beside(QRect(corner, rect.size()), qt_direction(self.direction_at(span.start)))

    def direction_at(self, offset: int) -> Direction:
        """Which way the paragraph runs."""
        flow = self._pane.flow
        return flow.direction_of(flow.stretch_at(flow.place_of(offset)))

    def text_of(self, span: Span) -> str:
        text = self._controller.text
        return "" if text is None else text.slice(span.start, span.end)

    def announce(self, sentence: str = "") -> None:
        """Have a screen reader say it; without a sentence, all that the card says."""
        event = QAccessibleAnnouncementEvent(self._pane, sentence or self._card.sentence)
        QAccessible.updateAccessibility(event)

    def _mark(self, reviewed: tuple[Suggestion, Span] | None) -> None:
        if self._marks.reviewed != reviewed:
            self._marks.reviewed = reviewed
            self._pane.marks_changed()
