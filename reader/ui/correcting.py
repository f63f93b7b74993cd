# SPDX-License-Identifier: GPL-3.0-or-later
"""Correcting the text on the page, and following a text that became another, here or in another window."""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Signal

from reader.model.edit import Changes
from reader.model.ids import DocumentId
from reader.settings import Settings
from reader.store.versions import Run
from reader.text.spans import Span
from reader.ui.controller import Controller
from reader.ui.current import Current
from reader.ui.fonts import quote_font
from reader.ui.main_window import MainWindow
from reader.ui.opening import Opening
from reader.ui.popups.correction import CorrectionCard
from reader.ui.search import Search
from reader.workspace import wishes
from reader.workspace.wishes import wish

LONGEST = 2000
"""Code points that can be corrected at once: an editor of a few lines, not a word processor."""


class Correcting(QObject):
    """Signals: hinted (str sentence), text_changed (): the page shows another text."""

    hinted = Signal(str)
    text_changed = Signal()

    def __init__(  # noqa: PLR0917 - the parts it leads
        self,
        window: MainWindow,
        controller: Controller,
        opening: Opening,
        current: Current,
        search: Search,
        settings: Settings,
    ) -> None:
        super().__init__(window)
        self._window, self._pane = window, window.pane
        self._controller, self._opening, self._current = controller, opening, current
        self._search, self._settings = search, settings
        self._card: CorrectionCard | None = None
        self._place: tuple[Span, str] | None = None

    @property
    def card(self) -> CorrectionCard | None:
        """The editor, once it has been asked for."""
        return self._card

    def ask(self) -> None:
        """Open the editor on what is selected, or on the tag that is chosen."""
        text, span = self._controller.text, self._wanted()
        if text is None or span is None or not self._controller.can_write:
            self.hinted.emit(self.tr("Select the words to correct first."))
            return
        if len(span) > LONGEST:
            self.hinted.emit(self.tr("At most %n characters can be corrected at once.", "", LONGEST))
            return
        card = self._card or self._made()
        self._place = (span, text.slice(span.start, span.end))
        rect = self._pane.rect_of(span) or QRect(self._pane.viewport().rect().center(), QSize(1, 1))
        card.edit(self._place[1], rect.translated(self._pane.viewport().mapToGlobal(QPoint(0, 0))))

    def leave(self) -> None:
        """Close the editor: another text comes to the page."""
        if self._card is not None:
            self._card.hide()

    def on_changed(self, _changes: Changes) -> None:
        """The library has changed: perhaps also the text that is shown."""
        document = self._controller.document
        if document is None:
            return
        now = self._controller.ask(lambda library: library.versions.in_force(document.id), document.version)
        if now == document.version or not now:
            return
        runs = self._controller.ask(lambda library: library.versions.map(document.id, now, document.version), None)
        self._follow(document.id, runs or [])

    def _follow(self, document_id: DocumentId, runs: list[Run]) -> None:
        """Show the new text where the old one was being read."""
        top, selection = self._pane.top_offset or 0, self._pane.selection
        self.leave()
        self._search.forget()
        self._current.clear()
        self._settings.remember_place(document_id, _away(runs, top))
        if self._opening.open_document(document_id):
            if selection is not None and (now := _span_away(runs, selection)) is not None:
                self._pane.select(now)
            self.text_changed.emit()

    def _wanted(self) -> Span | None:
        annotation = self._current.annotation
        return self._pane.selection or (annotation.span if annotation is not None else None)

    def _made(self) -> CorrectionCard:
        self._card = CorrectionCard(self._window)
        self._card.set_quote_font(quote_font())
        self._card.correction_wished.connect(self._correct)
        self._card.closed.connect(self._pane.setFocus)
        return self._card

    def _correct(self, words: str) -> None:
        document = self._controller.document
        if document is None or self._place is None:
            return
        span, instead_of = self._place
        self._controller.do_large(
            wish(
                wishes.correct_text,
                document_id=document.id,
                span=(span.start, span.end),
                words=words,
                instead_of=instead_of,
                author=self._controller.author,
            )
        )


def _away(runs: list[Run], offset: int) -> int:
    """Where an offset is in the other text: beside the nearest thing before it that both have."""
    ordered = sorted(runs)
    index = bisect_right([run.old for run in ordered], offset) - 1
    if index < 0:
        return 0
    run = ordered[index]
    return run.new + min(offset - run.old, run.length)


def _span_away(runs: list[Run], span: Span) -> Span | None:
    start, end = _away(runs, span.start), _away(runs, span.end)
    return Span(start, end) if start < end else None
