# SPDX-License-Identifier: GPL-3.0-or-later
"""In which encoding a file is read: as it is found out, or as the user says."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from reader.ui.dialog_desk import ENCODINGS


class EncodingChoice(QWidget):
    """Signals: chosen (str name of an encoding, or "": as it is found out)."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.label = QLabel()
        self.box = QComboBox()
        self.label.setBuddy(self.box)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.label)
        layout.addWidget(self.box)
        self.box.activated.connect(lambda _row: self.chosen.emit(self.encoding))

    @property
    def encoding(self) -> str:
        return str(self.box.currentData() or "")

    def reset(self) -> None:
        self.box.setCurrentIndex(0)

    def retranslate(self, found_out: str) -> None:
        """``found_out`` says how it is found out when the user chooses none."""
        self.label.setText(self.tr("&Encoding"))
        row = max(self.box.currentIndex(), 0)
        self.box.clear()
        self.box.addItem(found_out, "")
        for name, encoding in ENCODINGS.items():
            self.box.addItem(name, encoding)
        self.box.setCurrentIndex(row)
