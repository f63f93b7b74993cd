# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog that says what the program is, whose work it stands on, and under which licences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from reader.ui.models.sentences import filled, isolated


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """A work the program contains or uses. ``text`` is its licence in full, or ""."""

    name: str
    purpose: str
    licence: str
    text: str = ""


class AboutDialog(QDialog):
    """Version, licence and credits."""

    def __init__(
        self,
        version: str,
        works: Sequence[Credit],
        licence_text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._version = version
        self._credits = tuple(works)
        self._licence_text = licence_text
        self.title = QLabel()
        self.version = QLabel()
        self.licence = QLabel()
        self.rows = QListWidget()
        self.text = QPlainTextEdit(readOnly=True)
        self.close_button = QPushButton()
        self._lay_out()
        self.rows.currentRowChanged.connect(self._on_row_changed)
        self.close_button.clicked.connect(self.accept)
        self._retranslate()

    def set_title_font(self, font: QFont) -> None:
        """The face the program's name is set in."""
        self.title.setFont(font)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self.version.setObjectName("quiet")
        self.licence.setWordWrap(True)
        self.rows.setSpacing(2)
        self.rows.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.text.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        parts = QSplitter()
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.rows)
        parts.addWidget(self.text)
        parts.setSizes([260, 420])
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        layout.addWidget(self.version)
        layout.addWidget(self.licence)
        layout.addWidget(parts, 1)
        layout.addLayout(foot)
        self.resize(760, 520)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("About Hashiya"))
        self.title.setText(self.tr("Hashiya"))
        self.version.setText(filled(self.tr("Version %1"), self._version))
        self.licence.setText(
            self.tr(
                "Reads and annotates Arabic and other right-to-left texts. Free software under the GNU General Public "
                "License, version 3 or later, without any warranty."
            )
        )
        self.rows.setAccessibleName(self.tr("Works used, and their licences"))
        self.text.setAccessibleName(self.tr("Licence"))
        self.close_button.setText(self.tr("Close"))
        self._fill()

    def _fill(self) -> None:
        row = max(self.rows.currentRow(), 0)
        self.rows.clear()
        self.rows.addItem(self.tr("Hashiya: GNU GPL 3 or later"))
        for credit in self._credits:
            self.rows.addItem(f"{isolated(credit.name)}: {isolated(credit.licence)}")
            self.rows.item(self.rows.count() - 1).setToolTip(credit.purpose)
        self.rows.setCurrentRow(row)

    def _on_row_changed(self, row: int) -> None:
        if row <= 0:
            self.text.setPlainText(self._licence_text or self.licence.text())
            return
        credit = self._credits[row - 1]
        self.text.setPlainText(f"{credit.name}\n{credit.purpose}\n\n{credit.text or credit.licence}")
