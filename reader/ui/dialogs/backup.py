# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog that tells where the library lies and makes a verified copy of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupRow:
    """A backup that exists: ``made`` is ISO 8601."""

    path: Path
    made: str
    size_bytes: int


class BackupDialog(QDialog):
    """Where the library and its backups lie.

    Signals: backup_requested (Path).
    """

    backup_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def show_library(self, path: Path, size_bytes: int, backups: Sequence[BackupRow]) -> None:
        """The library file and the backups known, newest first."""

    def show_result(self, path: Path | None, failure: str = "") -> None:
        """The backup asked for was made and verified, or the sentence that says why not."""
