# SPDX-License-Identifier: GPL-3.0-or-later
"""The leading part of the dialog of dictionaries: those on the shelf in their order, and those found on the machine."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from reader.model.dictionary import DictionaryAbout
from reader.ui.models.sentences import isolated, on_one_line
from reader.workspace.dictionary_import import DictionaryPlan

_WIDTH_PX = 330
_ROW_PADDING_PX = 14
_MOST_OFFERS_SHOWN = 3


class DictionaryList(QWidget):
    """Signals:
    chosen (): another dictionary, or none, is current; ``current`` tells.
    switch_requested (str id, bool), order_requested (list of str ids), addition_requested (), removal_requested ().
    offer_requested (Path): take in what is installed on the machine.
    """

    chosen = Signal()
    switch_requested = Signal(str, bool)
    order_requested = Signal(list)
    addition_requested = Signal()
    removal_requested = Signal()
    offer_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._abouts: tuple[DictionaryAbout, ...] = ()
        self._plans: tuple[DictionaryPlan, ...] = ()
        self.entries, self.offers = QListWidget(), QListWidget()
        self.offers_label = QLabel()
        self.up, self.down, self.add, self.remove, self.take = (QPushButton() for _ in range(5))
        self._lay_out()
        self._connect()
        self._retranslate()

    @property
    def current(self) -> DictionaryAbout | None:
        """The one that is set off."""
        row = self.entries.currentRow()
        return self._abouts[row] if 0 <= row < len(self._abouts) else None

    def show_dictionaries(self, abouts: Sequence[DictionaryAbout], current_id: str = "") -> None:
        """The dictionaries in their order, without ``chosen``."""
        current = current_id or ("" if self.current is None else self.current.id)
        self._abouts = tuple(abouts)
        with QSignalBlocker(self.entries):
            self.entries.clear()
            for about in self._abouts:
                self._add_row(about)
            row = next((row for row, about in enumerate(self._abouts) if about.id == current), 0)
            self.entries.setCurrentRow(row if self._abouts else -1)
        self._enable()

    def show_offers(self, plans: Sequence[DictionaryPlan]) -> None:
        """What is installed on this machine and not on the shelf."""
        self._plans = tuple(plans)
        self.offers.clear()
        for plan in self._plans:
            item = QListWidgetItem(isolated(on_one_line(plan.title)), self.offers)
            item.setToolTip(isolated(str(plan.path)))
            item.setSizeHint(QSize(0, self.fontMetrics().height() + _ROW_PADDING_PX))
        rows = min(len(self._plans), _MOST_OFFERS_SHOWN)
        self.offers.setFixedHeight(rows * (self.fontMetrics().height() + _ROW_PADDING_PX) + 2 * _ROW_PADDING_PX // 3)
        self.offers.setCurrentRow(0 if self._plans else -1)
        for widget in (self.offers, self.offers_label, self.take):
            widget.setVisible(bool(self._plans))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # Inside

    def _add_row(self, about: DictionaryAbout) -> None:
        count = self.tr("%n entries", "", about.entries)
        text = f"{isolated(on_one_line(about.title))}\n{count} · {isolated(about.format)}"
        item = QListWidgetItem(text, self.entries)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if about.is_on else Qt.CheckState.Unchecked)
        item.setSizeHint(QSize(0, 2 * self.fontMetrics().lineSpacing() + _ROW_PADDING_PX))
        item.setToolTip(isolated(about.title))

    def _lay_out(self) -> None:
        self.setFixedWidth(_WIDTH_PX)
        self.entries.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.offers_label.setObjectName("quiet")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.entries, 1)
        layout.addLayout(_row(self.up, self.down))
        layout.addLayout(_row(self.add, self.remove))
        layout.addSpacing(8)
        layout.addWidget(self.offers_label)
        layout.addWidget(self.offers)
        layout.addLayout(_row(self.take))
        self.show_offers(())

    def _connect(self) -> None:
        self.entries.currentRowChanged.connect(lambda _row: self._on_chosen())
        self.entries.itemChanged.connect(self._on_checked)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.add.clicked.connect(self.addition_requested)
        self.remove.clicked.connect(self.removal_requested)
        self.take.clicked.connect(self._take)
        self.offers.itemActivated.connect(lambda _item: self._take())
        self._shortcut(QKeySequence(Qt.Key.Key_Delete), self.removal_requested.emit)
        self._shortcut(QKeySequence(Qt.Modifier.ALT | Qt.Key.Key_Up), lambda: self._move(-1))
        self._shortcut(QKeySequence(Qt.Modifier.ALT | Qt.Key.Key_Down), lambda: self._move(1))

    def _shortcut(self, keys: QKeySequence, slot: object) -> None:
        shortcut = QShortcut(keys, self.entries)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(slot)

    def _retranslate(self) -> None:
        self.entries.setAccessibleName(self.tr("Dictionaries; one that is not ticked is not asked"))
        self.entries.setAccessibleDescription(self.tr("Alt with an arrow moves one up or down, Delete removes it."))
        self.entries.setToolTip(self.tr("Those that are ticked are asked; the upper ones answer first."))
        self.offers_label.setText(self.tr("Installed on this computer"))
        self.offers.setAccessibleName(self.tr("Dictionaries that are installed on this computer"))
        self.up.setText(self.tr("&Up"))
        self.down.setText(self.tr("Do&wn"))
        self.add.setText(self.tr("&Add…"))
        self.remove.setText(self.tr("Remove…"))
        self.remove.setAccessibleName(self.tr("Remove the dictionary"))
        self.take.setText(self.tr("Add &this one"))
        self.show_dictionaries(self._abouts)

    def _enable(self) -> None:
        row = self.entries.currentRow()
        self.remove.setEnabled(self.current is not None)
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < len(self._abouts) - 1)

    def _on_chosen(self) -> None:
        self._enable()
        self.chosen.emit()

    def _on_checked(self, item: QListWidgetItem) -> None:
        about = self._abouts[self.entries.row(item)]
        wanted = item.checkState() == Qt.CheckState.Checked
        if wanted != about.is_on:
            self.switch_requested.emit(about.id, wanted)

    def _move(self, step: int) -> None:
        ids, row = [about.id for about in self._abouts], self.entries.currentRow()
        if 0 <= row < len(ids) and 0 <= row + step < len(ids):
            ids[row], ids[row + step] = ids[row + step], ids[row]
            self.order_requested.emit(ids)

    def _take(self) -> None:
        row = self.offers.currentRow()
        if 0 <= row < len(self._plans):
            self.offer_requested.emit(self._plans[row].path)


def _row(*buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for button in buttons:
        button.setAutoDefault(False)
        row.addWidget(button)
    return row
