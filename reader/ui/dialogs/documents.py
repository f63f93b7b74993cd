# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog that lists the documents of the library."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from reader.ui.models.documents import DocumentRow


class DocumentsDialog(QDialog):
    """The library's documents, to open one.

    Signals:
        open_requested (str document id).
        file_requested (): open a file that is not in the library yet.
    """

    open_requested = Signal(str)
    file_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def show_documents(self, rows: Sequence[DocumentRow], current_id: str = "") -> None:
        """The documents; the current one is selected."""
