# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog that tells where the library lies and makes a verified copy of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from reader.ui.models.documents import local_time
from reader.ui.models.sentences import filled, isolated


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
        self._library: tuple[Path, int] | None = None
        self._backups: tuple[BackupRow, ...] = ()
        self.place = QLabel()
        self.heading = QLabel()
        self.rows = QListWidget()
        self.outcome = QLabel()
        self.make = QPushButton()
        self.close_button = QPushButton()
        self._lay_out()
        self.make.clicked.connect(self._on_make)
        self.close_button.clicked.connect(self.accept)
        self._retranslate()

    def show_library(self, path: Path, size_bytes: int, backups: Sequence[BackupRow]) -> None:
        """The library file and the backups known, newest first."""
        self._library, self._backups = (path, size_bytes), tuple(backups)
        self._fill()

    def show_result(self, path: Path | None, failure: str = "") -> None:
        """The backup asked for was made and verified, or the sentence that says why not."""
        self.make.setEnabled(True)
        done = self.tr("The backup was made and checked: %1")
        self.outcome.setText(failure if path is None else filled(done, str(path)))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # Inside

    def _lay_out(self) -> None:
        for label in (self.place, self.outcome):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.heading.setObjectName("quiet")
        self.rows.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.close_button)
        foot.addWidget(self.make)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(self.place)
        layout.addWidget(self.heading)
        layout.addWidget(self.rows, 1)
        layout.addWidget(self.outcome)
        layout.addStretch()
        layout.addLayout(foot)
        self.close_button.setAutoDefault(False)
        self.make.setDefault(True)
        self.resize(560, 360)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Back up the library"))
        self.rows.setAccessibleName(self.tr("Backups"))
        self.make.setText(self.tr("Back up now…"))
        self.close_button.setText(self.tr("Close"))
        self._fill()

    def _fill(self) -> None:
        if self._library is not None:
            path, size = self._library
            sentence = self.tr("All texts, tags and notes are in one file: %1 (%2).")
            self.place.setText(filled(sentence, str(path), QLocale().formattedDataSize(size)))
        self.heading.setText(
            self.tr("Backups, the newest first:")
            if self._backups
            else self.tr("There is no backup yet. Keep one on another disk.")
        )
        self.rows.clear()
        self.rows.setVisible(bool(self._backups))
        for row in self._backups:
            size_text = QLocale().formattedDataSize(row.size_bytes)
            self.rows.addItem(f"{isolated(local_time(row.made))}   {isolated(size_text)}   {isolated(str(row.path))}")
            self.rows.item(self.rows.count() - 1).setToolTip(str(row.path))

    def _on_make(self) -> None:
        if self._library is None:
            return
        library = self._library[0]
        proposed = library.with_name(f"{library.stem}-{datetime.now().astimezone():%Y-%m-%d}{library.suffix}")
        path, _ = QFileDialog.getSaveFileName(self, self.windowTitle(), str(proposed))
        if path:
            self.make.setEnabled(False)
            self.outcome.setText(self.tr("The backup is being made…"))
            self.backup_requested.emit(Path(path))
