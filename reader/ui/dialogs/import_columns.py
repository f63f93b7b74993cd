# SPDX-License-Identifier: GPL-3.0-or-later
"""Which column of a table of articles holds what, with its first rows to judge by."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.importers.extracted import Columns
from reader.importers.records import TablePreview
from reader.ui.dialogs.encoding_choice import EncodingChoice
from reader.ui.import_messages import shown_name
from reader.ui.models.sentences import filled, isolated, layout_direction_of, on_one_line

_SHOWN_ROWS = 20
_COLUMN_WIDTH_PX = 180


class ImportColumnsDialog(QDialog):
    """Signals: import_requested (Columns, str encoding or ""), encoding_chosen (str encoding or "")."""

    import_requested = Signal(object, str)
    encoding_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file = ""
        self._preview: TablePreview | None = None
        self.headline = QLabel()
        self.choices = {field.name: QComboBox() for field in fields(Columns)}
        self._labels = {name: QLabel() for name in self.choices}
        self.table = QTableWidget()
        self.encoding = EncodingChoice()
        self.cancel = QPushButton()
        self.import_button = QPushButton()
        self._lay_out()
        self._connect()
        self._retranslate()

    def begin(self, path: Path) -> None:
        """Another file is looked at; its rows come with ``show_preview``."""
        self._file, self._preview = shown_name(path), None
        self.encoding.reset()
        self.table.clear()
        self.import_button.setEnabled(False)
        self._retranslate()

    def show_preview(self, preview: TablePreview) -> None:
        """Show the first rows and the columns that were guessed."""
        self._preview = preview
        for name, choice in self.choices.items():
            choice.clear()
            if name != "text":
                choice.addItem(self.tr("None"), "")
            for column in preview.header:
                choice.addItem(self._shown(column), column)
            wanted = getattr(preview.guessed, name)
            choice.setCurrentIndex(max(choice.findData(wanted), 0))
        self._fill()
        self._retranslate()

    def show_problem(self, sentence: str) -> None:
        """Why it cannot be read so; another encoding may help."""
        self._preview = None
        self.table.clear()
        self.headline.setText(sentence)
        self.import_button.setEnabled(False)

    @property
    def columns(self) -> Columns:
        return Columns(**{name: str(choice.currentData() or "") for name, choice in self.choices.items()})

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # Inside

    def _lay_out(self) -> None:
        self.resize(820, 520)
        self.headline.setWordWrap(True)
        self.headline.setTextFormat(Qt.TextFormat.PlainText)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for place, (name, choice) in enumerate(self.choices.items()):
            self._labels[name].setBuddy(choice)
            choice.setMinimumContentsLength(10)
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            grid.addWidget(self._labels[name], 0, place)
            grid.addWidget(choice, 1, place)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.encoding)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.import_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(10)
        layout.addWidget(self.headline)
        layout.addLayout(grid)
        layout.addWidget(self.table, 1)
        layout.addLayout(foot)
        self.cancel.setAutoDefault(False)
        self.import_button.setDefault(True)

    def _connect(self) -> None:
        self.cancel.clicked.connect(self.reject)
        self.import_button.clicked.connect(self._on_import)
        self.encoding.chosen.connect(self.encoding_chosen)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Import a table of articles"))
        names = {
            "text": self.tr("&Text"),
            "title": self.tr("T&itle"),
            "author": self.tr("&Author"),
            "date": self.tr("&Date"),
            "address": self.tr("A&ddress"),
        }
        for name, label in self._labels.items():
            label.setText(names[name])
        for name, choice in self.choices.items():
            if name != "text" and choice.count():
                choice.setItemText(0, self.tr("None"))
        self.table.setAccessibleName(self.tr("The first rows of the table"))
        self.encoding.retranslate(self.tr("As guessed"))
        self.cancel.setText(self.tr("Cancel"))
        self.import_button.setText(self.tr("Import"))
        if self._preview is not None:
            sentence = self.tr("Each row of %1 becomes a document. Which column holds what?")
            self.headline.setText(filled(sentence, self._file))
        elif not self.import_button.isEnabled() and not self.headline.text():
            self.headline.setText(self.tr("Looking into the table…"))

    def _fill(self) -> None:
        preview = self._preview
        assert preview is not None
        rows = preview.rows[:_SHOWN_ROWS]
        self.table.setColumnCount(len(preview.header))
        self.table.setRowCount(len(rows))
        self.table.setHorizontalHeaderLabels([self._shown(name) for name in preview.header])
        for number, row in enumerate(rows):
            for place, cell in enumerate(row[: len(preview.header)]):
                item = QTableWidgetItem(on_one_line(cell, 120))
                is_leftward = layout_direction_of(cell[:200]) is Qt.LayoutDirection.RightToLeft
                side = Qt.AlignmentFlag.AlignRight if is_leftward else Qt.AlignmentFlag.AlignLeft
                item.setTextAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
                self.table.setItem(number, place, item)
        for place in range(len(preview.header)):
            self.table.setColumnWidth(place, _COLUMN_WIDTH_PX)
        self.import_button.setEnabled(bool(preview.header))

    def _shown(self, column: str) -> str:
        if self._preview is not None and not self._preview.has_header:
            return filled(self.tr("Column %1"), column)
        return isolated(on_one_line(column, 60))

    def _on_import(self) -> None:
        self.accept()
        self.import_requested.emit(self.columns, self.encoding.encoding)
