# SPDX-License-Identifier: GPL-3.0-or-later
"""What happens when the program itself is wrong: it says so, and goes on as far as it can."""

from __future__ import annotations

import logging
import sys
import traceback
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

_log = logging.getLogger(__name__)


class CrashHook(QObject):
    """Catches what nothing else caught and shows it, one dialog at a time. What is tagged is in the library already."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.dialog: QMessageBox | None = None
        self._before = sys.excepthook

    def install(self) -> None:
        sys.excepthook = self.on_exception

    def remove(self) -> None:
        sys.excepthook = self._before

    def on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Tell of an exception; Ctrl+C in the terminal ends the program."""
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        _log.error("a fault in Hashiya", exc_info=(kind, error, trace))
        if self.dialog is None:
            self._show("".join(traceback.format_exception(kind, error, trace)))

    def _show(self, details: str) -> None:
        from PySide6.QtWidgets import QApplication, QMessageBox  # noqa: PLC0415 - rarely needed

        box = QMessageBox(
            QMessageBox.Icon.Warning,
            "Hashiya",
            self.tr("Something in Hashiya went wrong that should not have. What you have tagged is saved."),
            parent=QApplication.activeWindow(),
        )
        box.setInformativeText(
            self.tr("You can go on; to be sure, close the window and open it again. The details below help to mend it.")
        )
        box.setDetailedText(details)
        box.finished.connect(self._on_finished)
        self.dialog = box
        box.open()

    def _on_finished(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
