# SPDX-License-Identifier: GPL-3.0-or-later
"""What is shown while something takes long and nothing may be changed: a sentence, how far it is, a way to stop."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressDialog, QWidget

_SHOWN_AFTER_MS = 300


class Waiting(QProgressDialog):
    """Appears when the work takes longer than a moment; until ``finish`` the window takes no keys and clicks.

    Signals: cancelled (): the user wants it to stop.
    """

    cancelled = Signal()

    def __init__(self, sentence: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setLabelText(sentence)
        self.setCancelButtonText(self.tr("Stop"))
        self.setRange(0, 0)
        self.setMinimumDuration(_SHOWN_AFTER_MS)
        self.setAutoClose(False)
        self.setAutoReset(False)
        self.canceled.connect(self.cancelled)
        self.open()

    def show_progress(self, done: int, total: int) -> None:
        """So much of it is done; from half on the rest cannot be foreseen."""
        self.setRange(0, total if 2 * done < total else 0)
        if 2 * done < total:
            self.setValue(done)

    def finish(self) -> None:
        """It is over."""
        self.canceled.disconnect(self.cancelled)
        self.close()
        self.deleteLater()
