# SPDX-License-Identifier: GPL-3.0-or-later
"""Note and attributes of one annotation, edited beside it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from reader.model.annotation import Annotation
from reader.ui.models.tags import ShownTags


class NotePopup(QWidget):
    """Edits the note and the attributes of an annotation; what was typed is never lost.

    Ctrl+Return, leaving and closing save; Escape closes at once when nothing was changed and asks otherwise.

    Signals:
        note_saved (str annotation id, str note, tuple of (name, value) attributes): only when something changed.
        closed (): give the focus back to the page.
    """

    note_saved = Signal(str, str, object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def set_tags(self, tags: ShownTags) -> None:
        """Names and colours of the tags."""

    def edit(self, annotation: Annotation, rect: QRect) -> None:
        """Open beside ``rect`` (global); what was open before is saved first."""

    def finish(self) -> None:
        """Save what was changed and close: the window closes, or another document opens."""

    def reopen(self) -> None:
        """Open again with what was typed last: saving it has failed."""
