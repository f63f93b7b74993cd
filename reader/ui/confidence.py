# SPDX-License-Identifier: GPL-3.0-or-later
"""How sure a suggestion must be to be shown: kept in the settings, obeyed by page, lists, counts and keys."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reader import settings as names
from reader.settings import Settings
from reader.ui.controller import Controller

STEP = 0.05
"""What a key changes it by."""


class LeastConfidence(QObject):
    """The confidence, 0…1, below which suggestions are hidden.

    Signals: changed (float).
    """

    changed = Signal(float)

    def __init__(self, settings: Settings, controller: Controller, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._controller = controller
        controller.least_confidence = settings.get(names.SUGGESTION_THRESHOLD)

    @property
    def value(self) -> float:
        return self._controller.least_confidence

    def set(self, value: float) -> None:
        """Hide what is less sure than this."""
        value = round(min(max(value, 0.0), 1.0), 2)
        if value != self.value:
            self._settings.set(names.SUGGESTION_THRESHOLD, value)
            self._controller.least_confidence = value
            self.changed.emit(value)

    def show_more(self) -> None:
        """Show weaker ones too."""
        self.set(self.value - STEP)

    def show_fewer(self) -> None:
        """Show only surer ones."""
        self.set(self.value + STEP)
