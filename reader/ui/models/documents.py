# SPDX-License-Identifier: GPL-3.0-or-later
"""The documents of the library as a table model: title, length, tags, those that wait for a place, date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QDateTime, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.model.document import Document
from reader.ui.models.sentences import filled, isolated

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """A document, how many annotations it has, and how many that have no sure place in its text."""

    document: Document
    annotation_count: int = 0
    waiting_count: int = 0


class Column(IntEnum):
    TITLE = 0
    LENGTH = 1
    ANNOTATIONS = 2
    WAITING = 3
    MODIFIED = 4


ID_ROLE = Qt.ItemDataRole.UserRole + 1
SORT_ROLE = Qt.ItemDataRole.UserRole + 2
_AT_THE_END = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
_ALIGNED = {
    Column.LENGTH: _AT_THE_END,
    Column.ANNOTATIONS: _AT_THE_END,
    Column.WAITING: Qt.AlignmentFlag.AlignCenter,
}


class DocumentTableModel(QAbstractTableModel):
    """One row for each document."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[DocumentRow, ...] = ()

    def show_documents(self, rows: Sequence[DocumentRow]) -> None:
        """Replace what is listed."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    @property
    def has_waiting(self) -> bool:
        """Whether any of the documents has tags without a sure place."""
        return any(row.waiting_count for row in self._rows)

    def row_of(self, document_id: str) -> int | None:
        return next((row for row, one in enumerate(self._rows) if one.document.id == document_id), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        names = {
            Column.TITLE: self.tr("Title"),
            Column.LENGTH: self.tr("Characters"),
            Column.ANNOTATIONS: self.tr("Tags"),
            Column.WAITING: self.tr("To review"),
            Column.MODIFIED: self.tr("Changed"),
        }
        return names[Column(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown(row, column)
        if role == SORT_ROLE:
            return self._sortable(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGNED.get(column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._waiting_tip(row) if column == Column.WAITING and row.waiting_count else self._tip(row)
        return row.document.id if role == ID_ROLE else None

    def _shown(self, row: DocumentRow, column: Column) -> str:
        if column == Column.TITLE:
            return isolated(row.document.title) if row.document.title else self.tr("Without a title")
        if column == Column.LENGTH:
            return QLocale().toString(row.document.length)
        if column == Column.ANNOTATIONS:
            return QLocale().toString(row.annotation_count)
        if column == Column.WAITING:
            return QLocale().toString(row.waiting_count) if row.waiting_count else ""
        return isolated(local_time(row.document.modified))

    @staticmethod
    def _sortable(row: DocumentRow, column: Column) -> object:
        values: dict[Column, object] = {
            Column.TITLE: row.document.title,
            Column.LENGTH: row.document.length,
            Column.ANNOTATIONS: row.annotation_count,
            Column.WAITING: row.waiting_count,
            Column.MODIFIED: row.document.modified,
        }
        return values[column]

    def _waiting_tip(self, row: DocumentRow) -> str:
        return self.tr("%n tags lost their sure place when the text changed.", "", row.waiting_count)

    def _tip(self, row: DocumentRow) -> str:
        if not row.document.source:
            return row.document.title
        return filled(self.tr("%1, read from %2"), row.document.title, row.document.source)


def local_time(iso: str) -> str:
    """A time as records keep it, as people in this place write it; what is no time stays as it is."""
    moment = QDateTime.fromString(iso, Qt.DateFormat.ISODateWithMs)
    return QLocale().toString(moment.toLocalTime(), QLocale.FormatType.ShortFormat) if moment.isValid() else iso
