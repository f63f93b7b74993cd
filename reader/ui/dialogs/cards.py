# SPDX-License-Identifier: GPL-3.0-or-later
"""The cards of the library: searched, changed, removed, given out for Anki or as a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QFontMetrics, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from reader.model.vocabulary import Card
from reader.ui.dialogs.card_form import CardForm
from reader.ui.fonts import quote_font
from reader.ui.models.card_table import DATE, GLOSS, SENTENCE, SOURCE, WORD, CardTableModel
from reader.ui.models.sentences import filled
from reader.ui.sidebar.empty_state import EmptyState

_SEARCH_AFTER_MS = 150
_WORD_PX = 18
_WIDTHS_PX = {WORD: 100, GLOSS: 160, SOURCE: 110, DATE: 86}


class CardsDialog(QDialog):
    """Signals:
    cards_requested (): something else is searched; ``show_cards`` answers.
    change_requested (Card, str gloss, str sentence, str note).
    removal_requested (list of str card ids), export_requested (list of str card ids, empty for all).
    undo_requested (), redo_requested ().
    """

    cards_requested = Signal()
    change_requested = Signal(object, str, str, str)
    removal_requested = Signal(list)
    export_requested = Signal(list)
    undo_requested = Signal()
    redo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._total, self._can_write = 0, False
        self.search = QLineEdit(clearButtonEnabled=True)
        self.model = CardTableModel(self)
        self.table = QTableView()
        self.form = CardForm(quote_font())
        self.empty = EmptyState()
        self.count = QLabel()
        self.buttons = {name: QPushButton() for name in ("remove", "give_out", "done")}
        self._pages = QStackedWidget()
        self._timer = QTimer(self, singleShot=True, interval=_SEARCH_AFTER_MS)
        self._lay_out()
        self._connect()
        self._retranslate()

    @property
    def phrase(self) -> str:
        """What is searched for."""
        return self.search.text().strip()

    @property
    def selected_ids(self) -> list[str]:
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self.model.card(row).id for row in rows]

    def show_cards(self, cards: Sequence[Card], total: int, *, can_write: bool) -> None:
        """These cards are found, of ``total``; the one selected stays so."""
        self._total, self._can_write = total, can_write
        selected = self.selected_ids
        row = max(self.table.currentIndex().row(), 0)
        self.model.show(cards)
        rows = [found for each in selected if (found := self.model.row_of(each)) is not None]
        if cards:
            self.table.setCurrentIndex(self.model.index(rows[0] if rows else min(row, len(cards) - 1), WORD))
        self._pages.setCurrentWidget(self.table if cards else self.empty)
        self.form.setVisible(total > 0)
        self._show_current()
        self._say("")

    def tell(self, sentence: str) -> None:
        """Say what was done, in the line below."""
        self._say(sentence)

    # Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.form.save()
        super().closeEvent(event)

    def reject(self) -> None:
        self.form.save()
        super().reject()

    # Inside

    def _lay_out(self) -> None:
        self.resize(1140, 660)
        self._set_up_table()
        self._pages.addWidget(self.table)
        self._pages.addWidget(self.empty)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self._pages, 1)
        halves = QHBoxLayout()
        halves.setSpacing(20)
        halves.addWidget(left, 5)
        halves.addWidget(self.form, 3)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.buttons["remove"])
        foot.addWidget(self.buttons["give_out"])
        foot.addWidget(self.count, 1)
        foot.addWidget(self.buttons["done"])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addLayout(halves, 1)
        layout.addLayout(foot)
        self.count.setObjectName("quiet")
        for button in self.buttons.values():
            button.setAutoDefault(False)

    def _set_up_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        face = quote_font()
        face.setPixelSize(_WORD_PX)
        self.model.word_font = face
        table.verticalHeader().setDefaultSectionSize(QFontMetrics(face).height())
        for number, width in _WIDTHS_PX.items():
            table.setColumnWidth(number, width)
        header = table.horizontalHeader()
        header.setSectionResizeMode(SENTENCE, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        table.setSortingEnabled(True)

    def _connect(self) -> None:
        self._timer.timeout.connect(self.cards_requested)
        self.search.textChanged.connect(lambda _text: self._timer.start())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_current())
        self.form.change_requested.connect(self.change_requested)
        self.buttons["remove"].clicked.connect(self._remove)
        self.buttons["give_out"].clicked.connect(self._export)
        self.buttons["done"].clicked.connect(self.close)
        self._shortcut(QKeySequence.StandardKey.Undo, self._undo)
        self._shortcut(QKeySequence.StandardKey.Redo, self.redo_requested.emit)
        self._shortcut(QKeySequence.StandardKey.Find, self.search.setFocus)
        self._shortcut(Qt.Key.Key_Delete, self._remove, self.table)
        self._shortcut(Qt.Key.Key_Return, self.form.gloss.setFocus, self.table)

    def _shortcut(
        self, keys: QKeySequence.StandardKey | Qt.Key, slot: Callable[[], None], where: QWidget | None = None
    ) -> None:
        shortcut = QShortcut(QKeySequence(keys), where or self)
        if where is not None:
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(slot)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Cards"))
        self.table.setAccessibleName(self.tr("Cards"))
        self.table.setAccessibleDescription(self.tr("Return goes to the meaning, Delete removes the selected cards."))
        self.search.setPlaceholderText(self.tr("Search words, meanings and sentences"))
        self.search.setAccessibleName(self.tr("Search words, meanings and sentences"))
        self.buttons["remove"].setText(self.tr("Remove"))
        self.buttons["remove"].setAccessibleName(self.tr("Remove the selected cards"))
        self.buttons["give_out"].setText(self.tr("E&xport…"))
        self.buttons["done"].setText(self.tr("Close"))
        self._say("")

    def _show_current(self) -> None:
        rows = self.table.selectionModel().selectedRows()
        card = self.model.card(rows[0].row()) if len(rows) == 1 else None
        self.form.show_card(card, can_write=self._can_write)
        self.buttons["remove"].setEnabled(bool(rows) and self._can_write)
        self.buttons["give_out"].setEnabled(self._total > 0)

    def _say(self, sentence: str) -> None:
        self.count.setText(sentence or (self.tr("%n cards", "", self._total) if self._total else ""))
        if self.phrase:
            self.empty.say(filled(self.tr("Nothing is found for %1."), self.phrase))
        else:
            self.empty.say(
                self.tr("There are no cards yet. Put the caret on a word and choose “Make a card” in the menu “Words”.")
            )

    def _undo(self) -> None:
        self.form.save()
        self.undo_requested.emit()

    def _remove(self) -> None:
        if self.selected_ids and self._can_write:
            self.removal_requested.emit(self.selected_ids)

    def _export(self) -> None:
        """The selected cards where there are several, else all."""
        selected = self.selected_ids
        self.export_requested.emit(selected if len(selected) > 1 else [])
