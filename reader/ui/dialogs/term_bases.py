# SPDX-License-Identifier: GPL-3.0-or-later
"""The term bases of the library and what is in them: searched, changed in place, taken in and given out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
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

from reader.model.term import Term, TermBase
from reader.ui.dialogs.preferences.page import quiet_label, tell
from reader.ui.dialogs.term_base_list import TermBaseList
from reader.ui.models.sentences import filled
from reader.ui.models.term_table import NOTE, Fetch, TermTableModel
from reader.ui.sidebar.empty_state import EmptyState

_SEARCH_AFTER_MS = 150
_WIDTHS_PX = (170, 200, 120, 90, 90)
_ROW_PADDING_PX = 18
_OUTCOME_MARGIN_PX = 6
_BUTTONS = ("add", "edit", "remove", "take_in", "give_out", "done")


class TermBasesDialog(QDialog):
    """Signals:
    terms_requested (): another base is current, or something else searched; ``show_terms`` answers.
    term_requested (str base id), term_edit_requested (str term id), term_change_requested (Term before, Term after).
    removal_requested (list of str term ids).
    import_requested (), export_requested (), undo_requested (), redo_requested ().
    """

    terms_requested = Signal()
    term_requested = Signal(str)
    term_edit_requested = Signal(str)
    term_change_requested = Signal(object, object)
    removal_requested = Signal(list)
    import_requested = Signal()
    export_requested = Signal()
    undo_requested = Signal()
    redo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bases = TermBaseList()
        self.search = QLineEdit(clearButtonEnabled=True)
        self.model = TermTableModel(self)
        self.table = QTableView()
        self.empty = EmptyState()
        self.outcome = quiet_label()
        self.outcome.setMargin(_OUTCOME_MARGIN_PX)
        self.count = QLabel()
        self.buttons = {name: QPushButton() for name in _BUTTONS}
        self._pages = QStackedWidget()
        self._timer = QTimer(self, singleShot=True, interval=_SEARCH_AFTER_MS)
        self._lay_out()
        self._connect()
        self._retranslate()

    @property
    def base(self) -> TermBase | None:
        """The base whose terms are shown."""
        return self.bases.base

    @property
    def selected_ids(self) -> list[str]:
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self.model.term(row).id for row in rows]

    def show_terms(self, fetch: Fetch, total: int, first: Sequence[Term] | None = None) -> None:
        """The terms of the base, of which it has ``total`` without the search; ``first`` as for the model."""
        self._keeping_selection(lambda: self.model.show(fetch, first))
        self._say(total)

    def read_anew(self, total: int) -> None:
        """The terms may be others."""
        self._keeping_selection(self.model.read_anew)
        self._say(total)

    def show_outcome(self, text: str, *, is_failure: bool = False) -> None:
        """What came of an import or export, in words; "" takes that away."""
        tell(self.outcome, text, is_failure=is_failure)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # Inside

    def _keeping_selection(self, change: Callable[[], None]) -> None:
        selected, column = self.selected_ids, max(self.table.currentIndex().column(), 0)
        change()
        rows = [row for each in selected if (row := self.model.row_of(each)) is not None]
        if rows and not self.selected_ids:
            self.table.setCurrentIndex(self.model.index(rows[0], column))

    def _lay_out(self) -> None:
        self.resize(1120, 660)
        columns = QHBoxLayout()
        columns.setSpacing(20)
        columns.addWidget(self.bases)
        columns.addLayout(self._term_side(), 1)
        foot = QHBoxLayout()
        foot.addWidget(self.count, 1)
        foot.addWidget(self.buttons["done"])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addLayout(columns, 1)
        layout.addWidget(self.outcome)
        layout.addLayout(foot)
        self.outcome.hide()
        self.count.setObjectName("quiet")
        for button in self.buttons.values():
            button.setAutoDefault(False)

    def _term_side(self) -> QVBoxLayout:
        self._set_up_table()
        self._pages.addWidget(self.table)
        self._pages.addWidget(self.empty)
        row = QHBoxLayout()
        row.setSpacing(8)
        for name in ("add", "edit", "remove"):
            row.addWidget(self.buttons[name])
        row.addStretch(1)
        for name in ("take_in", "give_out"):
            row.addWidget(self.buttons[name])
        layout = QVBoxLayout()
        layout.setSpacing(8)
        layout.addWidget(self.search)
        layout.addWidget(self._pages, 1)
        layout.addLayout(row)
        return layout

    def _set_up_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + _ROW_PADDING_PX)
        for column, width in enumerate(_WIDTHS_PX):
            table.setColumnWidth(column, width)
        table.horizontalHeader().setSectionResizeMode(NOTE, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)

    def _connect(self) -> None:
        self._timer.timeout.connect(self.terms_requested)
        self.search.textChanged.connect(lambda _text: self._timer.start())
        self.bases.chosen.connect(self.terms_requested)
        self.model.change_requested.connect(self.term_change_requested)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self.model.modelReset.connect(self._enable)
        self.table.doubleClicked.connect(lambda index: self._on_double_clicked(index.flags()))
        self.buttons["add"].clicked.connect(self._add)
        self.buttons["edit"].clicked.connect(self._edit)
        self.buttons["remove"].clicked.connect(self._remove)
        self.buttons["take_in"].clicked.connect(self.import_requested)
        self.buttons["give_out"].clicked.connect(self.export_requested)
        self.buttons["done"].clicked.connect(self.close)
        self.empty.action_requested.connect(self._add)
        self._shortcut(QKeySequence.StandardKey.Undo, self.undo_requested.emit)
        self._shortcut(QKeySequence.StandardKey.Redo, self.redo_requested.emit)
        self._shortcut(QKeySequence.StandardKey.Find, self.search.setFocus)
        self._shortcut(Qt.Key.Key_Delete, self._remove, self.table)
        self._shortcut(Qt.Key.Key_Return, self._edit, self.table)

    def _shortcut(
        self, keys: QKeySequence.StandardKey | Qt.Key, slot: Callable[[], None], where: QWidget | None = None
    ) -> None:
        shortcut = QShortcut(QKeySequence(keys), where or self)
        if where is not None:
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(slot)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Term bases"))
        self.table.setAccessibleName(self.tr("Terms of the base"))
        self.table.setAccessibleDescription(self.tr("F2 changes a field in place, Return opens all, Delete removes."))
        self.search.setPlaceholderText(self.tr("Search terms and translations"))
        self.search.setAccessibleName(self.tr("Search terms and translations"))
        self.buttons["add"].setText(self.tr("New te&rm…"))
        self.buttons["edit"].setText(self.tr("&Edit…"))
        self.buttons["remove"].setText(self.tr("Remove"))
        self.buttons["remove"].setAccessibleName(self.tr("Remove the selected terms"))
        self.buttons["take_in"].setText(self.tr("&Import…"))
        self.buttons["give_out"].setText(self.tr("E&xport…"))
        self.buttons["done"].setText(self.tr("Close"))
        self.terms_requested.emit()

    def _enable(self) -> None:
        has_base, selected = self.base is not None, len(self.table.selectionModel().selectedRows())
        self.search.setEnabled(has_base)
        self.buttons["add"].setEnabled(self.model.can_edit)
        self.buttons["take_in"].setEnabled(self.model.can_edit)
        self.buttons["give_out"].setEnabled(has_base)
        self.buttons["edit"].setEnabled(selected == 1)
        self.buttons["remove"].setEnabled(selected > 0 and self.model.can_edit)

    def _say(self, total: int) -> None:
        self._enable()
        self._pages.setCurrentWidget(self.table if self.model.rowCount() else self.empty)
        self.count.setText(self.tr("%n terms", "", total) if self.base is not None else "")
        if self.base is None:
            self.empty.say(self.tr("There is no term base yet. Make one, or import a file."))
        elif self.search.text().strip():
            self.empty.say(filled(self.tr("Nothing is found for %1."), self.search.text().strip()))
        else:
            self.empty.say(self.tr("This term base is empty."), self.tr("New term…"))

    def _add(self) -> None:
        self.term_requested.emit("" if self.base is None else self.base.id)

    def _on_double_clicked(self, flags: Qt.ItemFlag) -> None:
        if not flags & Qt.ItemFlag.ItemIsEditable:
            self._edit()

    def _edit(self) -> None:
        if len(self.selected_ids) == 1:
            self.term_edit_requested.emit(self.selected_ids[0])

    def _remove(self) -> None:
        if self.selected_ids:
            self.removal_requested.emit(self.selected_ids)
