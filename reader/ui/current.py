# SPDX-License-Identifier: GPL-3.0-or-later
"""What the user is at just now: the selected span, and the annotation or suggestion that is set off."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reader.model.annotation import Annotation
from reader.model.suggestion import Suggestion
from reader.text.spans import Span


class Current(QObject):
    """At most one of ``annotation`` and ``suggestion`` is there.

    Signals: changed ().
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.selection: Span | None = None
        self.annotation: Annotation | None = None
        self.suggestion: Suggestion | None = None

    def set_selection(self, span: Span | None) -> None:
        self.selection = span
        self.changed.emit()

    def set_annotation(self, annotation: Annotation | None) -> None:
        self.annotation, self.suggestion = annotation, None
        self.changed.emit()

    def set_suggestion(self, suggestion: Suggestion | None) -> None:
        self.annotation, self.suggestion = None, suggestion
        self.changed.emit()

    def clear(self) -> None:
        self.selection = self.annotation = self.suggestion = None
        self.changed.emit()
