# SPDX-License-Identifier: GPL-3.0-or-later
"""The leading part of the dialog of term bases: which there are, which are on, in which order, and their languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.model.term import TermBase
from reader.ui.models.sentences import isolated

_WIDTH_PX = 250
_ROW_PADDING_PX = 14


class TermBaseList(QWidget):
    """Signals:
    chosen (): another base, or none, is current; ``base`` tells.
    creation_requested (), change_requested (TermBase before, TermBase after), removal_requested (TermBase).
    order_requested (list of str base ids).
    """

    chosen = Signal()
    creation_requested = Signal()
    change_requested = Signal(object, object)
    removal_requested = Signal(object)
    order_requested = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bases: tuple[TermBase, ...] = ()
        self._wanted_id = ""
        self.entries = QListWidget()
        self.name, self.source_language, self.target_language = QLineEdit(), QLineEdit(), QLineEdit()
        self._labels = [QLabel() for _ in range(3)]
        self.up, self.down, self.add, self.remove = (QPushButton() for _ in range(4))
        self._lay_out()
        self._connect()
        self._retranslate()

    @property
    def base(self) -> TermBase | None:
        """The one that is current."""
        row = self.entries.currentRow()
        return self._bases[row] if 0 <= row < len(self._bases) else None

    @property
    def bases(self) -> tuple[TermBase, ...]:
        return self._bases

    def choose(self, base_id: str) -> None:
        """Make this one current, now or when it is listed."""
        self._wanted_id = base_id
        self.show_bases(self._bases)
        self.chosen.emit()

    def show_bases(self, bases: Sequence[TermBase]) -> None:
        """The bases in their order; the current one stays so, without ``chosen``."""
        current = self._wanted_id or ("" if self.base is None else self.base.id)
        self._bases = tuple(bases)
        with QSignalBlocker(self.entries):
            self.entries.clear()
            for base in self._bases:
                item = QListWidgetItem(isolated(base.name), self.entries)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setSizeHint(QSize(0, self.fontMetrics().height() + _ROW_PADDING_PX))
                item.setCheckState(Qt.CheckState.Checked if base.is_on else Qt.CheckState.Unchecked)
            row = next((row for row, base in enumerate(self._bases) if base.id == current), 0)
            self.entries.setCurrentRow(row if self._bases else -1)
        if self.base is not None and self.base.id == self._wanted_id:
            self._wanted_id = ""
        self._show_base()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # Inside

    def _fields(self) -> tuple[QLineEdit, QLineEdit, QLineEdit]:
        return self.name, self.source_language, self.target_language

    def _lay_out(self) -> None:
        self.setFixedWidth(_WIDTH_PX)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        for label, field in zip(self._labels, self._fields(), strict=True):
            label.setBuddy(field)
            form.addRow(label, field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.entries, 1)
        layout.addLayout(_row(self.up, self.down))
        layout.addLayout(form)
        layout.addLayout(_row(self.add, self.remove))

    def _connect(self) -> None:
        self.entries.currentRowChanged.connect(lambda _row: self._on_chosen())
        self.entries.itemChanged.connect(self._on_checked)
        for field in self._fields():
            field.editingFinished.connect(self._on_typed)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.add.clicked.connect(self.creation_requested)
        self.remove.clicked.connect(lambda: self.removal_requested.emit(self.base))

    def _retranslate(self) -> None:
        self.entries.setAccessibleName(self.tr("Term bases; one that is not ticked is not used"))
        self.entries.setToolTip(self.tr("Those that are ticked are used; the upper ones come first."))
        texts = (self.tr("&Name"), self.tr("&From the language"), self.tr("In&to the language"))
        for label, text in zip(self._labels, texts, strict=True):
            label.setText(text)
        for field in (self.source_language, self.target_language):
            field.setToolTip(self.tr("A code such as ar, en, fr or pt-BR"))
        self.up.setText(self.tr("&Up"))
        self.down.setText(self.tr("Do&wn"))
        self.add.setText(self.tr("New &base…"))
        self.remove.setText(self.tr("Remove…"))
        self.remove.setAccessibleName(self.tr("Remove the term base"))

    def _show_base(self) -> None:
        base, row = self.base, self.entries.currentRow()
        texts = ("", "", "") if base is None else (base.name, base.source_language, base.target_language)
        for field, text in zip(self._fields(), texts, strict=True):
            field.setText(text)
            field.setEnabled(base is not None)
        self.remove.setEnabled(base is not None)
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < len(self._bases) - 1)

    def _on_chosen(self) -> None:
        self._show_base()
        self.chosen.emit()

    def _on_checked(self, item: QListWidgetItem) -> None:
        base = self._bases[self.entries.row(item)]
        wanted = item.checkState() == Qt.CheckState.Checked
        if wanted != base.is_on:
            self.change_requested.emit(base, replace(base, is_on=wanted))

    def _on_typed(self) -> None:
        base = self.base
        if base is None:
            return
        name, source, target = (field.text().strip() for field in self._fields())
        if not (name and source and target):
            self._show_base()
            return
        wanted = replace(base, name=name, source_language=source, target_language=target)
        if wanted != base:
            self.change_requested.emit(base, wanted)

    def _move(self, step: int) -> None:
        ids, row = [base.id for base in self._bases], self.entries.currentRow()
        ids[row], ids[row + step] = ids[row + step], ids[row]
        self.order_requested.emit(ids)


def _row(*buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for button in buttons:
        button.setAutoDefault(False)
        row.addWidget(button)
    return row
