# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog that lists the documents of the library."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from reader.ui.models.documents import ID_ROLE, SORT_ROLE, Column, DocumentRow, DocumentTableModel
from reader.ui.sidebar.empty_state import EmptyState


class DocumentsDialog(QDialog):
    """The library's documents, to open one.

    Signals:
        open_requested (str document id).
        file_requested (): open a file that is not in the library yet.
    """

    open_requested = Signal(str)
    file_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = DocumentTableModel(self)
        self.sorted = QSortFilterProxyModel(self)
        self.filter = QLineEdit(clearButtonEnabled=True)
        self.table = QTableView()
        self.empty = EmptyState()
        self.open_button = QPushButton()
        self.file_button = QPushButton()
        self.cancel = QPushButton()
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self._retranslate()

    def show_documents(self, rows: Sequence[DocumentRow], current_id: str = "") -> None:
        """The documents; the current one is selected."""
        self.model.show_documents(rows)
        self.table.setColumnHidden(Column.WAITING, not self.model.has_waiting)
        self._on_rows_changed()
        row = self.model.row_of(current_id)
        index = self.sorted.mapFromSource(self.model.index(row or 0, Column.TITLE))
        if index.isValid():
            self.table.setCurrentIndex(index)
            self.table.scrollTo(index)

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down reach the list also from the filter."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self.filter.hasFocus():
            self.table.setFocus()
            self.table.keyPressEvent(event)
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # Inside

    def _lay_out(self) -> None:
        self.sorted.setSourceModel(self.model)
        self.sorted.setSortRole(SORT_ROLE)
        self.sorted.setFilterKeyColumn(Column.TITLE)
        self.sorted.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.table.setModel(self.sorted)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(Column.MODIFIED, Qt.SortOrder.DescendingOrder)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 14)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)
        self._pages.addWidget(self.table)
        self._pages.addWidget(self.empty)
        foot = QHBoxLayout()
        foot.addWidget(self.file_button)
        foot.addStretch()
        foot.addWidget(self.cancel)
        foot.addWidget(self.open_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(self.filter)
        layout.addWidget(self._pages, 1)
        layout.addLayout(foot)
        self.resize(720, 460)

    def _connect(self) -> None:
        self.open_button.setDefault(True)
        self.file_button.setAutoDefault(False)
        self.filter.textChanged.connect(self._on_filter_typed)
        self.table.doubleClicked.connect(lambda _index: self._open_current())
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._on_rows_changed())
        self.open_button.clicked.connect(self._open_current)
        self.file_button.clicked.connect(self._on_file)
        self.empty.action_requested.connect(self._on_empty_action)
        self.cancel.clicked.connect(self.reject)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Library"))
        self.filter.setPlaceholderText(self.tr("Find a title"))
        self.filter.setAccessibleName(self.tr("Find a title"))
        self.table.setAccessibleName(self.tr("Documents"))
        self.open_button.setText(self.tr("Open"))
        self.file_button.setText(self.tr("Open a file…"))
        self.cancel.setText(self.tr("Cancel"))
        self._on_rows_changed()

    def _on_filter_typed(self, text: str) -> None:
        self.sorted.setFilterFixedString(text.strip())
        if self.sorted.rowCount() and not self.table.currentIndex().isValid():
            self.table.selectRow(0)
        self._on_rows_changed()

    def _on_rows_changed(self) -> None:
        has_rows = self.sorted.rowCount() > 0
        self._pages.setCurrentWidget(self.table if has_rows else self.empty)
        self.open_button.setEnabled(has_rows and self.table.currentIndex().isValid())
        if self.model.rowCount():
            self.empty.say(self.tr("No document has such a title."), self.tr("Show all documents"))
        else:
            self.empty.say(
                self.tr("The library is empty. Open a text file, and it is kept here."), self.tr("Open a file…")
            )

    def _on_empty_action(self) -> None:
        if self.model.rowCount():
            self.filter.clear()
        else:
            self._on_file()

    def _on_file(self) -> None:
        self.accept()
        self.file_requested.emit()

    def _open_current(self) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            document_id = str(index.data(ID_ROLE))
            self.accept()
            self.open_requested.emit(document_id)
