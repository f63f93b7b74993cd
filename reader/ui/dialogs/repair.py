# SPDX-License-Identifier: GPL-3.0-or-later
"""What repairing the letters of a text would change, line by line; nothing changes until it is asked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.text.repair import Order
from reader.workspace.repairing import RepairPreview

_CHOICES = (None, Order.LINES, Order.WORDS, Order.LOGICAL)


class RepairDialog(QDialog):
    """Signals: options_changed (), repair_requested ()."""

    options_changed = Signal()
    repair_requested = Signal()

    def __init__(self, quote_font: QFont, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview: RepairPreview | None = None
        self.finding = QLabel()
        self.order = QComboBox()
        self._order_label = QLabel()
        self.words_too = QCheckBox()
        self.lines = QTableWidget(0, 2)
        self.count = QLabel()
        self.repair = QPushButton()
        self.cancel = QPushButton()
        self._quote_font = quote_font
        self._lay_out()
        self._connect()
        self._retranslate()

    @property
    def chosen_order(self) -> Order | None:
        """How the letters are stored, as the user says; None as it was recognised."""
        return _CHOICES[max(self.order.currentIndex(), 0)]

    def show_waiting(self) -> None:
        """The text is being looked through."""
        self._preview = None
        self.lines.setRowCount(0)
        self.repair.setEnabled(False)
        self.finding.setText(self.tr("The text is being looked through…"))
        self.count.setText("")

    def show_preview(self, preview: RepairPreview) -> None:
        self._preview = preview
        self.lines.setRowCount(len(preview.shown))
        for row, line in enumerate(preview.shown):
            for column, text in enumerate((line.before, line.after)):
                self.lines.setItem(row, column, self._item(text))
        self.lines.resizeRowsToContents()
        self.repair.setEnabled(preview.changed > 0)
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _item(self, text: str) -> QTableWidgetItem:
        item = QTableWidgetItem(text)
        item.setFont(self._quote_font)
        item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        return item

    def _tell(self) -> None:
        preview = self._preview
        if preview is None:
            return
        sentences = []
        if preview.order is Order.LINES:
            sentences.append(self.tr("The lines are stored in the order they are drawn, from left to right."))
        elif preview.order is Order.WORDS:
            sentences.append(self.tr("The letters of each word are stored from left to right."))
        if preview.forms:
            sentences.append(self.tr("%n letters are stored as shapes instead of letters.", "", preview.forms))
        if not preview.changed:
            sentences = [self.tr("Nothing in this text has to be repaired.")]
        self.finding.setText(" ".join(sentences))
        told = [self.tr("%n lines would change.", "", preview.changed)] if preview.changed else []
        if preview.lines:
            told.append(self.tr("%n of them draw exactly as they stood.", "", preview.proved))
        if preview.changed > len(preview.shown):
            told.append(self.tr("The first %n are shown.", "", len(preview.shown)))
        if preview.changed:
            told.append(self.tr("Tags stay at their words; the text as it is stays as an earlier version."))
        self.count.setText(" ".join(told))

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Repair the letters"))
        self._order_label.setText(self.tr("The &text is stored:"))
        texts = (
            self.tr("As recognised"),
            self.tr("Each line from left to right"),
            self.tr("The letters of each word from left to right"),
            self.tr("In reading order"),
        )
        chosen = max(self.order.currentIndex(), 0)
        self.order.blockSignals(True)
        self.order.clear()
        self.order.addItems(texts)
        self.order.setCurrentIndex(chosen)
        self.order.blockSignals(False)
        self.words_too.setText(self.tr("&Spell out words that are one sign: ﷲ, ﷺ"))
        self.lines.setHorizontalHeaderLabels([self.tr("As it is stored"), self.tr("Repaired")])
        self.repair.setText(self.tr("&Repair"))
        self.cancel.setText(self.tr("Cancel"))
        self._tell()

    def _lay_out(self) -> None:
        self._order_label.setBuddy(self.order)
        for label in (self.finding, self.count):
            label.setWordWrap(True)
        self.count.setObjectName("quiet")
        # The lines are Arabic whatever the interface speaks; a cell takes its base direction from the table.
        self.lines.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.lines.setWordWrap(True)
        self.lines.verticalHeader().hide()
        self.lines.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.lines.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.lines.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.lines.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        options = QHBoxLayout()
        options.setSpacing(8)
        options.addWidget(self._order_label)
        options.addWidget(self.order)
        options.addSpacing(16)
        options.addWidget(self.words_too)
        options.addStretch()
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.cancel)
        foot.addWidget(self.repair)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(self.finding)
        layout.addLayout(options)
        layout.addWidget(self.lines, 1)
        layout.addWidget(self.count)
        layout.addLayout(foot)
        self.resize(860, 520)

    def _connect(self) -> None:
        self.order.currentIndexChanged.connect(self.options_changed)
        self.words_too.toggled.connect(self.options_changed)
        self.repair.clicked.connect(self._accept)
        self.cancel.clicked.connect(self.reject)
        self.repair.setDefault(True)

    def _accept(self) -> None:
        self.accept()
        self.repair_requested.emit()
