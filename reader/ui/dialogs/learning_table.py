# SPDX-License-Identifier: GPL-3.0-or-later
"""A table of texts to look at, whose rows can stand for something that is removed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from reader.ui.models.sentences import isolated

_NARROWEST_PX = 72


class Row(NamedTuple):
    """``key`` is what the row stands for; the icon is that of the column ``icon_at``."""

    cells: Sequence[str]
    key: tuple[str, ...] = ()
    icon: QIcon | None = None
    icon_at: int = 0


class FigureTable(QTableWidget):
    """Rows that can be chosen, not edited; the first column takes the room there is."""

    def __init__(self, columns: int) -> None:
        super().__init__(0, columns)
        self._keys: list[tuple[str, ...]] = []
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(_NARROWEST_PX)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)

    def show_rows(self, rows: Sequence[Row]) -> None:
        self._keys = [row.key for row in rows]
        self.clearSelection()
        self.setRowCount(len(rows))
        for number, row in enumerate(rows):
            for column, text in enumerate(row.cells):
                item = QTableWidgetItem(isolated(text))
                item.setToolTip(text)
                if row.icon is not None and column == row.icon_at:
                    item.setIcon(row.icon)
                self.setItem(number, column, item)

    @property
    def chosen(self) -> list[tuple[str, ...]]:
        """What the chosen rows stand for, from the top."""
        return [self._keys[row] for row in sorted({index.row() for index in self.selectedIndexes()})]
