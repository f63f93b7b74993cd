# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog that asks for a format and a file to export the annotations to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportFormat:
    """A format offered: ``name`` and ``description`` in the language of the interface, ``suffix`` with its dot."""

    id: str
    name: str
    suffix: str
    description: str = ""


class ExportDialog(QDialog):
    """Asks what to export and where.

    Signals: export_requested (str format id, Path).
    """

    export_requested = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def offer(self, title: str, formats: Sequence[ExportFormat], folder: Path) -> None:
        """The document's title, the formats, and the folder that is proposed."""
