# SPDX-License-Identifier: GPL-3.0-or-later
"""What an import would do, part by part: what is new, what is changed, what is left out."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem

from reader.ui.models.sentences import isolated, on_one_line

MOST_ROWS = 1_000
"""Rows shown of each part; a list of 100,000 is judged by its beginning and its number."""
_ROW_PADDING_PX = 12
_LONGEST_NAME, _LONGEST_SENTENCE = 80, 300


class PlanTree(QTreeWidget):
    """Two columns: what a row is about, and what is said of it."""

    def __init__(self) -> None:
        super().__init__()
        self.setColumnCount(2)
        self.setUniformRowHeights(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._row_size = QSize(100, self.fontMetrics().height() + _ROW_PADDING_PX)

    def add_part(self, title: str, count: int, rows: Iterable[tuple[str, str]]) -> None:
        """A part with ``count`` rows, of which the first are shown; %1 in the title is the count. None: no part."""
        if not count:
            return
        part = QTreeWidgetItem([title.replace("%1", self.locale().toString(count)), ""])
        self.addTopLevelItem(part)
        part.setFirstColumnSpanned(True)
        part.setSizeHint(0, self._row_size)
        for number, (name, said) in enumerate(rows):
            if number == MOST_ROWS:
                part.addChild(QTreeWidgetItem([self.tr("and %n more", "", count - MOST_ROWS), ""]))
                break
            part.addChild(self._row(name, said))
        part.setExpanded(True)

    def _row(self, name: str, said: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem([isolated(on_one_line(name, _LONGEST_NAME)), on_one_line(said, _LONGEST_SENTENCE)])
        item.setToolTip(1, said)
        item.setSizeHint(0, self._row_size)
        return item
