# SPDX-License-Identifier: GPL-3.0-or-later
"""In which encoding a file is to be read: each that it may have, with its first lines as they would be."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui.import_messages import shown_name
from reader.ui.models.sentences import filled, layout_direction_of
from reader.workspace.importing_previews import EncodingPreview

_NAMES = {
    "utf-8": "UTF-8",
    "utf-16-le": "UTF-16 LE",
    "utf-16-be": "UTF-16 BE",
    "utf-32-le": "UTF-32 LE",
    "utf-32-be": "UTF-32 BE",
    "windows-1256": "Windows-1256",
    "windows-1252": "Windows-1252",
    "iso-8859-6": "ISO-8859-6",
    "mac-arabic": "Mac Arabic",
}


_ROW_PADDING_PX = 12


class EncodingDialog(QDialog):
    """Signals: chosen (str encoding, bool whether hard-wrapped lines are to be joined)."""

    chosen = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file = ""
        self._previews: list[EncodingPreview] = []
        self.headline = QLabel()
        self.list = QListWidget()
        self.text = QPlainTextEdit()
        self.rejoin = QCheckBox()
        self.cancel = QPushButton()
        self.open_button = QPushButton()
        self._lay_out()
        self._connect()
        self._retranslate()

    def begin(self, path: Path, font: QFont) -> None:
        """Another file; what it would be comes with ``show_previews``."""
        self._file, self._previews = shown_name(path), []
        self.text.setFont(font)
        self.text.clear()
        self.list.clear()
        self.open_button.setEnabled(False)
        self._retranslate()

    def show_previews(self, current: str, previews: Sequence[EncodingPreview]) -> None:
        """``current`` is the encoding the text is read in now."""
        self._previews = list(previews)
        self.list.clear()
        for preview in self._previews:
            item = QListWidgetItem(self._label(preview))
            item.setSizeHint(QSize(10, self.fontMetrics().height() + _ROW_PADDING_PX))
            self.list.addItem(item)
            if preview.encoding == current:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0 and self._previews:
            self.list.setCurrentRow(0)
        self.open_button.setEnabled(bool(self._previews))
        self.list.setFocus()

    @property
    def encoding(self) -> str:
        row = self.list.currentRow()
        return self._previews[row].encoding if 0 <= row < len(self._previews) else ""

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # Inside

    def _lay_out(self) -> None:
        self.resize(760, 460)
        self.headline.setWordWrap(True)
        self.headline.setTextFormat(Qt.TextFormat.PlainText)
        self.list.setFixedWidth(190)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        middle = QHBoxLayout()
        middle.setSpacing(10)
        middle.addWidget(self.list)
        middle.addWidget(self.text, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.rejoin)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.open_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(10)
        layout.addWidget(self.headline)
        layout.addLayout(middle, 1)
        layout.addLayout(foot)
        self.cancel.setAutoDefault(False)
        self.open_button.setDefault(True)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._show)
        self.list.itemActivated.connect(lambda _item: self._on_open())
        self.cancel.clicked.connect(self.reject)
        self.open_button.clicked.connect(self._on_open)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Encoding"))
        sentence = self.tr("Are the letters of %1 wrong? Choose the encoding in which they are right.")
        self.headline.setText(filled(sentence, self._file))
        self.list.setAccessibleName(self.tr("Encodings"))
        self.text.setAccessibleName(self.tr("The beginning of the text in this encoding"))
        self.rejoin.setText(self.tr("&Join lines that were broken at a width"))
        self.cancel.setText(self.tr("Cancel"))
        self.open_button.setText(self.tr("Read so"))
        for row, preview in enumerate(self._previews):
            self.list.item(row).setText(self._label(preview))

    def _label(self, preview: EncodingPreview) -> str:
        name = _NAMES.get(preview.encoding, preview.encoding)
        return filled(self.tr("%1 (does not fit)"), name) if preview.bad else name

    def _show(self, row: int) -> None:
        if 0 <= row < len(self._previews):
            text = self._previews[row].text
            self.text.setPlainText(text)
            direction = layout_direction_of(text[:2000])
            option = self.text.document().defaultTextOption()
            option.setTextDirection(direction)
            side = Qt.AlignmentFlag.AlignRight if _runs_leftward(direction) else Qt.AlignmentFlag.AlignLeft
            option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
            self.text.document().setDefaultTextOption(option)

    def _on_open(self) -> None:
        if self.encoding:
            self.accept()
            self.chosen.emit(self.encoding, self.rejoin.isChecked())


def _runs_leftward(direction: Qt.LayoutDirection) -> bool:
    return direction is Qt.LayoutDirection.RightToLeft
