# SPDX-License-Identifier: GPL-3.0-or-later
"""The terms found in the open document beside the page, in the order of the text."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFont, QKeyEvent, QKeySequence, QPainter, QPalette, QShowEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QStackedWidget, QStyleOptionViewItem, QVBoxLayout, QWidget

from reader.text.spans import Span
from reader.ui.models.sentences import isolated
from reader.ui.models.tags import TagColour
from reader.ui.models.term_matches import RECORD_ROLE, MatchSource, TermMatchModel
from reader.ui.models.terms import ShownTerm, best_target
from reader.ui.models.windows import Index
from reader.ui.sidebar.empty_state import EmptyState
from reader.ui.sidebar.entries import Entry
from reader.ui.sidebar.entry_delegate import EntryDelegate
from reader.ui.sidebar.window_list import WindowListView, key_is

_REFRESH_AFTER_MS = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class TermState:
    """What the panel says when it lists nothing, and below the list. ``is_cut``: there were too many to go on."""

    has_document: bool = False
    has_terms: bool = False
    is_looking: bool = False
    is_cut: bool = False
    count: int = 0


class TermPanel(QWidget):
    """Knows no store and no other widget. Return goes to the place, F2 changes the term, Delete says it is none.

    Signals:
        match_chosen (Span): the user went to a match; the page should show it.
        jump_requested (Span): the user wants to be on the page, at the match.
        edit_requested (str term id), dismissal_requested (str term id, str written), copy_requested (str).
        bases_requested (): show the term bases.
    """

    match_chosen = Signal(object)
    jump_requested = Signal(object)
    edit_requested = Signal(str)
    dismissal_requested = Signal(str, str)
    copy_requested = Signal(str)
    bases_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = TermState()
        self._is_stale = False
        self.model = TermMatchModel(self)
        self.entries = WindowListView(self.model)
        self._delegate = TermDelegate(self.entries)
        self.empty = EmptyState()
        self.count = QLabel()
        self._pages = QStackedWidget()
        self._soon = QTimer(self, singleShot=True, interval=_REFRESH_AFTER_MS)
        self._lay_out()
        self._connect()
        self._retranslate()

    def set_quote_font(self, font: QFont) -> None:
        self._delegate.set_quote_font(font)
        self.entries.doItemsLayout()

    def set_source(self, source: MatchSource) -> None:
        self.model.set_source(source)

    def show_state(self, state: TermState) -> None:
        """Other matches are known, or the search for them has begun or ended; hidden, the list waits until seen."""
        self._state = state
        self._say()
        self._is_stale = True
        if self.isVisible():
            self._soon.start()

    def follow(self, span: Span) -> None:
        """The page shows ``span`` now: bring its terms into view unless the user is busy in the list."""
        self.entries.follow(span)

    @property
    def current(self) -> ShownTerm | None:
        rows = self.entries.selected_rows()
        return self.model.record(rows[0]) if len(rows) == 1 else None

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.current is not None and self.entries.isVisible():
            self.menu().popup(event.globalPos())

    def menu(self) -> QMenu:
        """What can be done with the current match."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown = self.current
        if shown is not None:
            menu.addAction(self.tr("Show on the page"), lambda: self.jump_requested.emit(shown.match.span))
            copy = menu.addAction(self.tr("Copy translation"), lambda: self._copy(shown))
            copy.setEnabled(bool(shown.term.targets))
            menu.addAction(self.tr("Edit…"), lambda: self.edit_requested.emit(shown.term.id))
            menu.addSeparator()
            menu.addAction(self.tr("Not this term"), lambda: self._dismiss(shown))
        return menu

    # Inside

    def _lay_out(self) -> None:
        self.entries.setItemDelegate(self._delegate)
        self._pages.addWidget(self.entries)
        self._pages.addWidget(self.empty)
        self.count.setObjectName("quiet")
        self.count.setWordWrap(True)
        self.count.setContentsMargins(10, 4, 10, 6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self.count)
        self.setFocusProxy(self.entries)

    def _connect(self) -> None:
        self._soon.timeout.connect(self._refresh)
        self.empty.action_requested.connect(self.bases_requested)
        self.entries.handle_keys_with(self._on_key)
        self.entries.row_chosen.connect(lambda row: self.match_chosen.emit(self.model.record(row).match.span))
        self.entries.doubleClicked.connect(
            lambda index: self.jump_requested.emit(self.model.record(index.row()).match.span)
        )

    def _retranslate(self) -> None:
        self.entries.setAccessibleName(self.tr("Terms in the text"))
        self.entries.setAccessibleDescription(
            self.tr("Return goes to the place, F2 changes the term, Delete says that these words are not the term.")
        )
        self._say()

    def _refresh(self) -> None:
        self._is_stale = False
        self.entries.refresh()

    def _say(self) -> None:
        state = self._state
        self._pages.setCurrentWidget(self.entries if state.count else self.empty)
        self.count.setText(self._count_in_words() if state.count else "")
        if not state.has_document:
            self.empty.say(self.tr("Open a text, and the terms in it are listed here."))
        elif not state.has_terms:
            sentence = self.tr("There are no terms yet. Select words on the page and choose “New term…”.")
            self.empty.say(sentence, self.tr("Term bases…"))
        elif state.is_looking:
            self.empty.say(self.tr("Looking for terms…"))
        else:
            self.empty.say(self.tr("None of your terms stands in this text."), self.tr("Term bases…"))

    def _count_in_words(self) -> str:
        counted = self.tr("%n places", "", self._state.count)
        if self._state.is_cut:
            return counted + ". " + self.tr("There are more; the rest of the text was not looked through.")
        return counted + " · " + self.tr("still looking…") if self._state.is_looking else counted

    def _on_key(self, event: QKeyEvent) -> bool:
        shown = self.current
        is_copy = event.matches(QKeySequence.StandardKey.Copy)
        if shown is None or not (
            is_copy or key_is(event, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2, Qt.Key.Key_Delete)
        ):
            return False
        if event.type() == QEvent.Type.KeyPress:
            self._fulfil(shown, Qt.Key.Key_Copy if is_copy else Qt.Key(event.key()))
        return True

    def _fulfil(self, shown: ShownTerm, key: Qt.Key) -> None:
        if key == Qt.Key.Key_Copy:
            self._copy(shown)
        elif key == Qt.Key.Key_F2:
            self.edit_requested.emit(shown.term.id)
        elif key == Qt.Key.Key_Delete:
            self._dismiss(shown)
        else:
            self.jump_requested.emit(shown.match.span)

    def _copy(self, shown: ShownTerm) -> None:
        if shown.term.targets:
            self.copy_requested.emit(best_target(shown.term))

    def _dismiss(self, shown: ShownTerm) -> None:
        self.dismissal_requested.emit(shown.term.id, shown.written)


class TermDelegate(EntryDelegate):
    """Draws a match: what is written, below it the translation and the base."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        shown: ShownTerm = index.data(RECORD_ROLE)
        quiet = QApplication.palette().color(QPalette.ColorRole.PlaceholderText)
        entry = Entry(
            quote=shown.written,
            name=best_target(shown.term) or self.tr("no translation yet"),
            detail=isolated(shown.base.name),
            colour=TagColour(fill=quiet, line=quiet),
            is_in_view=self.is_in_view(shown.match.span),
        )
        self.painter.draw(painter, option, entry)
