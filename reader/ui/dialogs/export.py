# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog that asks for a format and a file to export the annotations to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui.models.sentences import filled, isolated

_LONGEST_NAME = 80
_NOT_IN_FILE_NAMES = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')


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
        self._formats: tuple[ExportFormat, ...] = ()
        self._title = ""
        self.headline = QLabel()
        self.choices = QButtonGroup(self)
        self._choice_box = QVBoxLayout()
        self.path = QLineEdit()
        self.path_label = QLabel()
        self.browse = QPushButton()
        self.warning = QLabel()
        self.export = QPushButton()
        self.cancel = QPushButton()
        self._lay_out()
        self._connect()
        self._retranslate()

    def offer(self, title: str, formats: Sequence[ExportFormat], folder: Path) -> None:
        """The document's title, the formats, and the folder that is proposed."""
        self._title, self._formats = title, tuple(formats)
        self._show_headline()
        for button in self.choices.buttons():
            self.choices.removeButton(button)
            button.deleteLater()
        for number, offered in enumerate(self._formats):
            self._add_choice(number, offered)
        if self._formats:
            self.choices.button(0).setChecked(True)
            self.path.setText(str(folder / (file_name(title) + self._formats[0].suffix)))
        self._check()

    @property
    def chosen(self) -> ExportFormat | None:
        """The format chosen."""
        number = self.choices.checkedId()
        return self._formats[number] if 0 <= number < len(self._formats) else None

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # Inside

    def _lay_out(self) -> None:
        self.headline.setWordWrap(True)
        self.warning.setWordWrap(True)
        self.warning.setObjectName("quiet")
        self.path_label.setBuddy(self.path)
        self.path.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._choice_box.setSpacing(6)
        place = QHBoxLayout()
        place.setSpacing(8)
        place.addWidget(self.path, 1)
        place.addWidget(self.browse)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.cancel)
        foot.addWidget(self.export)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(self.headline)
        layout.addLayout(self._choice_box)
        layout.addWidget(self.path_label)
        layout.addLayout(place)
        layout.addWidget(self.warning)
        layout.addStretch()
        layout.addLayout(foot)
        self.setMinimumWidth(520)

    def _connect(self) -> None:
        self.export.setDefault(True)
        self.browse.setAutoDefault(False)
        self.choices.idToggled.connect(self._on_format_chosen)
        self.path.textChanged.connect(lambda _text: self._check())
        self.browse.clicked.connect(self._on_browse)
        self.cancel.clicked.connect(self.reject)
        self.export.clicked.connect(self._on_export)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Export annotations"))
        self.path_label.setText(self.tr("&File"))
        self.browse.setText(self.tr("Choose…"))
        self.export.setText(self.tr("Export"))
        self.cancel.setText(self.tr("Cancel"))
        self._show_headline()
        self._check()

    def _show_headline(self) -> None:
        self.headline.setText(filled(self.tr("The annotations of “%1” are written to a file as:"), self._title))

    def _add_choice(self, number: int, offered: ExportFormat) -> None:
        description = f" — {isolated(offered.description)}" if offered.description else ""
        button = QRadioButton(f"{isolated(offered.name)}{description}".replace("&", "&&"))
        self.choices.addButton(button, number)
        self._choice_box.addWidget(button)

    def _on_format_chosen(self, number: int, is_chosen: bool) -> None:
        path = self.path.text()
        known = {offered.suffix for offered in self._formats}
        suffix = next((one for one in sorted(known, key=len, reverse=True) if path.endswith(one)), "")
        if is_chosen and suffix:
            self.path.setText(path.removesuffix(suffix) + self._formats[number].suffix)

    def _on_browse(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, self.windowTitle(), self.path.text())
        if path:
            self.path.setText(path)

    def _check(self) -> None:
        text = self.path.text().strip()
        path = Path(text) if text else None
        self.export.setEnabled(path is not None and self.chosen is not None)
        if path is not None and path.is_file():
            self.warning.setText(self.tr("This file exists; it will be replaced."))
        elif path is not None and not path.parent.is_dir():
            self.warning.setText(self.tr("There is no such folder. Choose one that exists."))
            self.export.setEnabled(False)
        else:
            self.warning.clear()

    def _on_export(self) -> None:
        if self.chosen is not None:
            self.export_requested.emit(self.chosen.id, Path(self.path.text().strip()))
            self.accept()


def file_name(title: str) -> str:
    """The title as a name that every file system takes, without suffix."""
    name = " ".join(_NOT_IN_FILE_NAMES.sub(" ", title).split()).strip(". ")
    return name[:_LONGEST_NAME].strip(". ") or "annotations"
