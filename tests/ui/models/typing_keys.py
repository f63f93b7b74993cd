# SPDX-License-Identifier: GPL-3.0-or-later
"""Typing in any script: pytest-qt's own functions know Latin letters only."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget


def type_text(widget: QWidget, text: str) -> None:
    """Press the keys that give these characters, as a keyboard of that script does."""
    for character in text:
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, ord(character.upper()[0]), Qt.KeyboardModifier.NoModifier, character)
            QApplication.sendEvent(widget, event)
