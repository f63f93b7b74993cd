# SPDX-License-Identifier: GPL-3.0-or-later
"""Tooltips on the page: why something is suggested, and which character stands where none is seen."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from reader.ui.models.sentences import filled
from reader.ui.models.suggestion_words import suggestion_in_words
from reader.ui.models.tags import ShownTags
from reader.ui.reading_pane import MarkKind, ReadingPane
from reader.ui.sources import DocumentSuggestions, place_in

_MOST_TOLD = 6


class MarkTips(QObject):
    """Answers the page's wish for a tooltip where a suggestion or the flag of an unseen character is pointed at."""

    def __init__(self, pane: ReadingPane, source: DocumentSuggestions) -> None:
        super().__init__(pane)
        self._pane = pane
        self._source = source
        self.tags = ShownTags()
        self.gives_way: Callable[[], bool] = lambda: False
        """Whether something stands by the word already that says the same."""
        pane.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().eventFilter(watched, event)
        x, y = event.pos().x(), event.pos().y()
        sentences = self._hidden_in_words(x, y) or ([] if self.gives_way() else self.sentences_at(x, y))
        if sentences:
            QToolTip.showText(
                event.globalPos(), _as_html(sentences, self._pane.window().layoutDirection()), self._pane.viewport()
            )
        else:
            QToolTip.hideText()
        return True

    def _hidden_in_words(self, x: float, y: float) -> list[str]:
        told = []
        for each in self._pane.hidden_at(x, y)[:_MOST_TOLD]:
            sentence = self.tr("Unseen character: %1 (%2)")
            if each.is_suspicious:
                sentence = self.tr("Unseen character: %1 (%2). It can make the text look other than it is.")
            told.append(filled(sentence, each.name, f"U+{ord(each.char):04X}"))
        return told

    def sentences_at(self, x: float, y: float) -> list[str]:
        """What to say of the suggestions under a point of the viewport, the shortest first."""
        hit = self._pane.window_in_view.character_at(x, y)
        marks = self._pane.mark_layer.at(*hit) if hit is not None else []
        found = [self._source.at(*place_in(mark.key)) for mark in marks if mark.kind is MarkKind.SUGGESTION]
        return [suggestion_in_words(each, self.tags) for each in found if each is not None]


def _as_html(sentences: list[str], direction: Qt.LayoutDirection) -> str:
    """Paragraphs that wrap, running as the interface does."""
    way = "rtl" if direction is Qt.LayoutDirection.RightToLeft else "ltr"
    return "".join(f'<p dir="{way}" style="margin:2px">{escape(each)}</p>' for each in sentences)
