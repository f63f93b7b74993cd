# SPDX-License-Identifier: GPL-3.0-or-later
"""What the recognisers propose, beside the page: a list to accept from and reject."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, SignalInstance, Slot
from PySide6.QtGui import QContextMenuEvent, QFont, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader.model.ids import TagId
from reader.model.suggestion import Suggestion, SuggestionFilter
from reader.text.spans import Span
from reader.ui.models.sentences import filled, on_one_line
from reader.ui.models.suggestions import SuggestionListModel, SuggestionPosition, SuggestionSource, position_of
from reader.ui.models.tags import ShownTags
from reader.ui.sidebar.empty_state import EmptyState
from reader.ui.sidebar.suggestion_delegate import SuggestionDelegate
from reader.ui.sidebar.tag_menu import TagFilterButton
from reader.ui.sidebar.window_list import WindowListView, key_is

_COUNT_AFTER_MS = 250
_LONGEST_NAME = 20


class SuggestionPanel(QWidget):
    """The document's open suggestions. Knows no store and no other widget.

    Keys in the list: Return or A accepts, Delete or R rejects; they act on all selected entries.

    Signals:
        suggestion_chosen (Suggestion): the user went to an entry; the page should show it.
        jump_requested (Suggestion): the user wants to be on the page, there (double click).
        accept_requested (list of Suggestion), reject_requested (list of Suggestion).
        accept_all_requested (list of str tag ids), reject_all_requested (list of str tag ids): every open
            suggestion of these tags in the document; an empty list means of all tags.
        recognition_requested (): nothing was looked for yet; look now.
    """

    suggestion_chosen = Signal(object)
    jump_requested = Signal(object)
    accept_requested = Signal(list)
    reject_requested = Signal(list)
    accept_all_requested = Signal(list)
    reject_all_requested = Signal(list)
    recognition_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags = ShownTags()
        self._is_stale = False
        self._source: SuggestionSource | None = None
        self._current: SuggestionPosition | None = None
        self._is_running = False
        self.model = SuggestionListModel(self)
        self.entries = WindowListView(self.model)
        self._delegate = SuggestionDelegate(self.entries)
        self.tags_button = TagFilterButton()
        self.tags_menu = self.tags_button.tags_menu
        self.progress = QProgressBar()
        self.empty = EmptyState()
        self.accept_all = QPushButton()
        self.reject_all = QPushButton()
        self._pages = QStackedWidget()
        self._count_timer = QTimer(self, singleShot=True, interval=_COUNT_AFTER_MS)
        self._lay_out()
        self._connect()
        self._retranslate()

    def set_tags(self, tags: ShownTags) -> None:
        """Names, order and colours of the tags; call again when the tagset, the theme or the language changes."""
        self._tags = tags
        self.model.set_tags(tags)
        self._delegate.set_tags(tags)
        self.tags_button.set_tags(tags)
        self.entries.viewport().update()

    def set_quote_font(self, font: QFont) -> None:
        """The face quotes are set in."""
        self._delegate.set_quote_font(font)
        self.entries.doItemsLayout()

    def set_source(self, source: SuggestionSource | None, offset: int = 0) -> None:
        """Show another document's suggestions around ``offset``; None empties the panel."""
        self._source = source
        self._current = None
        self.tags_button.setEnabled(source is not None)
        self.model.set_source(source, offset)

    def set_progress(self, share: float | None) -> None:
        """How far the recogniser has come, 0…1; None when it is not running."""
        self._is_running = share is not None
        self.progress.setVisible(self._is_running)
        self.progress.setValue(round(1000 * (share or 0)))
        self._on_window_changed()

    @Slot()
    def refresh(self) -> None:
        """Read what is shown anew, after an edit or while suggestions come in; hidden, it waits until it is seen."""
        self._is_stale = not self.isVisible()
        if self._is_stale:
            return
        self.entries.refresh()

    @Slot(object)
    def follow(self, span: Span) -> None:
        """The page shows ``span`` now: bring its suggestions into view unless the user is busy in the list."""
        self.entries.follow(span)

    def set_current(self, span: Span | None, tag_id: str = "") -> None:
        """Select the suggestion of that tag on that span without telling so; None selects none."""
        self._current = None if span is None else (span.start, span.end, tag_id)
        if self._current in [position_of(suggestion) for suggestion in self.selected()]:
            return
        self.entries.select_quietly(None if self._current is None else self.model.find(self._current))

    def selected(self) -> list[Suggestion]:
        """The selected entries in text order."""
        return [self.model.record(row) for row in self.entries.selected_rows()]

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.selected() and self.entries.isVisible():
            self.menu().popup(event.globalPos())

    def menu(self) -> QMenu:
        """What can be done with the selected entries."""
        selected = self.selected()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Show on the page"), lambda: self.jump_requested.emit(selected[0]))
        menu.addSeparator()
        accept = menu.addAction(self.tr("Accept %n suggestions", "", len(selected)))
        accept.triggered.connect(lambda: self.accept_requested.emit(selected))
        reject = menu.addAction(self.tr("Reject %n suggestions", "", len(selected)))
        reject.triggered.connect(lambda: self.reject_requested.emit(selected))
        return menu

    # Inside

    def _lay_out(self) -> None:
        self.entries.setItemDelegate(self._delegate)
        self._pages.addWidget(self.entries)
        self._pages.addWidget(self.empty)
        self.tags_button.setEnabled(False)
        self.progress.setRange(0, 1000)
        self.progress.setTextVisible(False)
        self.progress.hide()
        head = QHBoxLayout()
        head.setContentsMargins(8, 8, 8, 6)
        head.addWidget(self.tags_button)
        head.addWidget(self.progress, 1)
        head.addStretch()
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 8, 8, 8)
        foot.setSpacing(8)
        foot.addWidget(self.accept_all, 1)
        foot.addWidget(self.reject_all, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._pages, 1)
        layout.addLayout(foot)
        self.setFocusProxy(self.entries)

    def _connect(self) -> None:
        self.tags_menu.selection_changed.connect(self._on_tags_chosen)
        self.tags_menu.aboutToShow.connect(lambda: self.tags_menu.set_counts(self._counts()))
        self.empty.action_requested.connect(self._on_empty_action)
        self.accept_all.clicked.connect(lambda: self.accept_all_requested.emit(sorted(self._chosen)))
        self.reject_all.clicked.connect(lambda: self.reject_all_requested.emit(sorted(self._chosen)))
        self.entries.handle_keys_with(self._on_key)
        self.entries.row_chosen.connect(self._on_row_chosen)
        self.entries.doubleClicked.connect(lambda index: self.jump_requested.emit(self.model.record(index.row())))
        self._delegate.accept_clicked.connect(lambda suggestion: self.accept_requested.emit([suggestion]))
        self._delegate.reject_clicked.connect(lambda suggestion: self.reject_requested.emit([suggestion]))
        self.model.window_changed.connect(self._on_window_changed)
        self._count_timer.timeout.connect(self._show_counts)

    def _retranslate(self) -> None:
        self.entries.setAccessibleName(self.tr("Suggestions"))
        self.entries.setAccessibleDescription(self.tr("Return or A accepts the suggestion, Delete or R rejects it."))
        self.progress.setAccessibleName(self.tr("Looking for names, dates and numbers"))
        self._show_counts()
        self._on_window_changed()

    def _counts(self) -> Mapping[TagId, int]:
        return {} if self._source is None else self._source.counts_by_tag()

    def _on_tags_chosen(self, chosen: frozenset[TagId]) -> None:
        followed = self.entries.followed
        wanted = SuggestionFilter(tag_ids=chosen or None)
        self.model.set_wanted(wanted, followed.start if followed is not None else 0)

    @property
    def _chosen(self) -> frozenset[TagId]:
        return self.model.wanted.tag_ids or frozenset()

    def _on_row_chosen(self, row: int) -> None:
        suggestion = self.model.record(row)
        self._current = position_of(suggestion)
        self.suggestion_chosen.emit(suggestion)

    def _on_window_changed(self) -> None:
        is_empty = self.model.rowCount() == 0
        self._pages.setCurrentWidget(self.empty if is_empty else self.entries)
        if is_empty:
            self._say_why_empty()
        elif self._current is not None and not self.entries.selected_rows():
            row = self.model.row_of(self._current)
            if row is not None:
                self.entries.mark_quietly(row)
        self._count_timer.start()

    def _say_why_empty(self) -> None:
        if self._source is None:
            self.empty.say(self.tr("Open a text, and what is recognised in it is listed here."))
        elif self._is_running:
            self.empty.say(self.tr("Looking for names, dates and numbers…"))
        elif self._chosen:
            self.empty.say(self.tr("No open suggestion has these tags."), self.tr("Show all tags"))
        else:
            self.empty.say(self.tr("No suggestion is open: all are decided, or none was found."), self.tr("Look again"))

    def _on_empty_action(self) -> None:
        if self._chosen:
            self.tags_menu.choose(frozenset())
        else:
            self.recognition_requested.emit()

    def _show_counts(self) -> None:
        counts = self._counts() if self.model.rowCount() else {}
        shown = self._chosen
        count = sum(number for tag_id, number in counts.items() if not shown or tag_id in shown)
        if len(shown) == 1:
            name = on_one_line(self._tags.name(next(iter(shown))), _LONGEST_NAME)
            self.accept_all.setText(filled(self.tr("Accept all: %n %1", "", count), name))
        else:
            self.accept_all.setText(self.tr("Accept all %n", "", count))
        self.reject_all.setText(self.tr("Reject all %n", "", count))
        for button in (self.accept_all, self.reject_all):
            button.setVisible(count > 0)

    def _on_key(self, event: QKeyEvent) -> bool:
        wish = self._wish_of(event)
        if wish is None or not self.selected():
            return False
        if event.type() == QEvent.Type.KeyPress:
            wish.emit(self.selected())
        return True

    def _wish_of(self, event: QKeyEvent) -> SignalInstance | None:
        if key_is(event, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_A):
            return self.accept_requested
        if key_is(event, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_R):
            return self.reject_requested
        return None
