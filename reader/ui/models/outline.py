# SPDX-License-Identifier: GPL-3.0-or-later
"""The headings or pages of a text as a list model: all of them, or those that a phrase is found in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from reader.text.normalise import folded
from reader.ui.models.sentences import filled
from reader.ui.models.windows import Index
from reader.workspace.outline import OutlineEntry

ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
IS_CURRENT_ROLE = Qt.ItemDataRole.UserRole + 2


class OutlineModel(QAbstractListModel):
    """Rows in the order of the text. 100,000 of them cost nothing until they are drawn."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[OutlineEntry] = ()
        self._shown: Sequence[OutlineEntry] = ()
        self._starts: list[int] = []
        self._phrase = ""
        self._current = -1

    def show(self, entries: Sequence[OutlineEntry]) -> None:
        """List these; the phrase looked for stays."""
        self._all = entries
        self._choose()

    def look_for(self, phrase: str) -> None:
        """List only what the phrase is found in, however it is spelled; "" lists all. O(n)."""
        self._phrase = folded(phrase.strip(), "search")
        self._choose()

    def set_position(self, offset: int) -> int:
        """Set off the row that the offset belongs to; gives its number, -1 before the first one."""
        row = bisect_right(self._starts, offset) - 1
        if row != self._current:
            for changed in (self._current, row):
                if 0 <= changed < len(self._shown):
                    self.dataChanged.emit(self.index(changed), self.index(changed))
            self._current = row
        return row

    @property
    def is_filtered(self) -> bool:
        return bool(self._phrase)

    @property
    def total(self) -> int:
        """How many there are, found or not."""
        return len(self._all)

    def entry(self, row: int) -> OutlineEntry | None:
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entry(index.row()) if index.isValid() else None
        if entry is None:
            return None
        if role == ENTRY_ROLE:
            return entry
        if role == IS_CURRENT_ROLE:
            return index.row() == self._current
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._description(entry)
        return None

    def _description(self, entry: OutlineEntry) -> str:
        if entry.page == entry.title:
            return filled(self.tr("page %1"), entry.title)
        if not entry.level:
            return entry.title
        level = str(entry.level)
        if entry.page:
            return filled(self.tr("%1 (level %2, page %3)"), entry.title, level, entry.page)
        return filled(self.tr("%1 (level %2)"), entry.title, level)

    def _choose(self) -> None:
        self.beginResetModel()
        phrase = self._phrase
        self._shown = [entry for entry in self._all if phrase in entry.folded] if phrase else self._all
        self._starts = [entry.start for entry in self._shown]
        self._current = -1
        self.endResetModel()
