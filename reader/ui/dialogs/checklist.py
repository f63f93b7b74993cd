# SPDX-License-Identifier: GPL-3.0-or-later
"""Several of a long list, chosen by ticking; typing narrows what is listed."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui.models.sentences import isolated, on_one_line

_ID = Qt.ItemDataRole.UserRole
_LONGEST_ROW = 120


class Checklist(QDialog):
    """Accepted with something ticked; ``chosen`` has the ids then, in the order of the list."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.filter = QLineEdit(clearButtonEnabled=True)
        self.entries = QListWidget()
        self.count = QLabel()
        self.all_button = QPushButton()
        self.none_button = QPushButton()
        self.cancel = QPushButton()
        self.take = QPushButton()
        self._lay_out()
        self._connect()
        self._retranslate()

    def offer(self, rows: Iterable[tuple[str, str]], chosen: Collection[str]) -> None:
        """The ids and what is shown for them; the chosen ones are ticked."""
        self.entries.clear()
        for id_, text in rows:
            item = QListWidgetItem(isolated(on_one_line(text, _LONGEST_ROW)))
            item.setData(_ID, id_)
            item.setToolTip(text)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if id_ in chosen else Qt.CheckState.Unchecked)
            self.entries.addItem(item)
        self.entries.setCurrentRow(0)
        self._tell()

    @property
    def chosen(self) -> tuple[str, ...]:
        return tuple(item.data(_ID) for item in self._items() if item.checkState() == Qt.CheckState.Checked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down reach the list also from the filter."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self.filter.hasFocus():
            self.entries.setFocus()
            self.entries.keyPressEvent(event)
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # Inside

    def _items(self) -> list[QListWidgetItem]:
        return [self.entries.item(row) for row in range(self.entries.count())]

    def _lay_out(self) -> None:
        self.resize(480, 520)
        self.entries.setSpacing(2)
        self.entries.setUniformItemSizes(True)
        self.count.setObjectName("quiet")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(10)
        layout.addWidget(self.filter)
        layout.addWidget(self.entries, 1)
        ticking = QHBoxLayout()
        ticking.addWidget(self.count, 1)
        ticking.addWidget(self.all_button)
        ticking.addWidget(self.none_button)
        layout.addLayout(ticking)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.cancel)
        foot.addWidget(self.take)
        layout.addLayout(foot)
        self.take.setDefault(True)
        for button in (self.all_button, self.none_button, self.cancel):
            button.setAutoDefault(False)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._on_filter_typed)
        self.entries.itemChanged.connect(lambda _item: self._tell())
        self.all_button.clicked.connect(lambda: self._tick(Qt.CheckState.Checked))
        self.none_button.clicked.connect(lambda: self._tick(Qt.CheckState.Unchecked))
        self.cancel.clicked.connect(self.reject)
        self.take.clicked.connect(self.accept)

    def _retranslate(self) -> None:
        self.filter.setPlaceholderText(self.tr("Find"))
        self.filter.setAccessibleName(self.tr("Find"))
        self.entries.setAccessibleName(self.windowTitle())
        self.all_button.setText(self.tr("Tick &all"))
        self.none_button.setText(self.tr("Tick &none"))
        self.cancel.setText(self.tr("Cancel"))
        self.take.setText(self.tr("Choose"))
        self._tell()

    def _on_filter_typed(self, text: str) -> None:
        wanted = text.strip().casefold()
        for item in self._items():
            item.setHidden(wanted not in item.toolTip().casefold())

    def _tick(self, state: Qt.CheckState) -> None:
        """Tick, or not, whatever is listed now."""
        self.entries.blockSignals(True)
        for item in self._items():
            if not item.isHidden():
                item.setCheckState(state)
        self.entries.blockSignals(False)
        self._tell()

    def _tell(self) -> None:
        count = len(self.chosen)
        self.count.setText(self.tr("%n ticked", "", count))
        self.take.setEnabled(count > 0)
