# SPDX-License-Identifier: GPL-3.0-or-later
"""The least that PySide6 can start: an empty QTextEdit in a main window; prints when it was painted, as JSON."""

from __future__ import annotations

import json
import os
import sys
import time

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit


class _Edit(QTextEdit):
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        sys.stdout.write(
            json.dumps({"at": time.monotonic(), "cpu": time.process_time(), "modules": len(sys.modules)}) + "\n"
        )
        sys.stdout.flush()
        os._exit(0)


if __name__ == "__main__":
    application = QApplication(sys.argv)
    window = QMainWindow()
    window.setCentralWidget(_Edit())
    window.resize(1280, 900)
    window.show()
    application.exec()
