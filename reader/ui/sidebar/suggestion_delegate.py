# SPDX-License-Identifier: GPL-3.0-or-later
"""How a suggestion is drawn in the sidebar, with buttons to accept and reject it on the row under the pointer."""

from __future__ import annotations

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from reader.model.suggestion import Suggestion
from reader.ui.models.suggestions import SuggestionRole
from reader.ui.models.windows import Index
from reader.ui.sidebar.deciding_delegate import BUTTON_PX, DecidingDelegate
from reader.ui.sidebar.entries import Entry


class SuggestionDelegate(DecidingDelegate):
    """Draws a suggestion: chip, quote, tag name and reason."""

    def record(self, index: Index) -> Suggestion:
        suggestion: Suggestion = index.data(SuggestionRole.RECORD)
        return suggestion

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        suggestion = self.record(index)
        entry = Entry(
            quote=suggestion.quote,
            name=self._tags.name(suggestion.tag_id),
            detail=str(index.data(SuggestionRole.REASON)),
            is_detail_ours=True,
            colour=self._tags.colour(suggestion.tag_id),
            is_in_view=self.is_in_view(suggestion.span),
        )
        self.painter.draw(painter, option, entry, 2 * BUTTON_PX)
        painter.save()
        self.draw_trailing(painter, option, suggestion.confidence)
        painter.restore()
