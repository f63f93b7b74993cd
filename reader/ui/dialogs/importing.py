# SPDX-License-Identifier: GPL-3.0-or-later
"""An import while it goes on, and its report when it is over: what came, what was there, what was left out and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.ui.dialogs.importing_text import about, heading, headline, name_of, report_text
from reader.ui.import_messages import shown_name
from reader.ui.models.sentences import filled, isolated
from reader.workspace.importing_report import ImportedPart, ImportReport, ImportStep, Outcome

MOST_ROWS = 2_000
"""Rows shown of each part of the report; a table of a million articles is judged by its numbers."""
SHOWN_EVERY_MS = 120
_ROW_PADDING_PX = 12
_ORDER = (Outcome.SKIPPED, Outcome.IMPORTED, Outcome.UPDATED, Outcome.ALREADY_THERE)


class ImportDialog(QDialog):
    """Fills while the import goes on; rows are opened by a double click or Return.

    Signals:
        stop_requested (), open_requested (str document id), again_requested (list of Path: texts that are there),
        save_requested (str text of the report).
    """

    stop_requested = Signal()
    open_requested = Signal(str)
    again_requested = Signal(list)
    save_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: ImportReport | None = None
        self._step: ImportStep | None = None
        self._fresh: list[ImportedPart] = []
        self._counts = dict.fromkeys(Outcome, 0)
        self._groups: dict[Outcome, QTreeWidgetItem] = {}
        self._soon = QTimer(self, interval=SHOWN_EVERY_MS, singleShot=True)
        self._soon.timeout.connect(self._show_fresh)
        self.headline = QLabel()
        self.file = QLabel()
        self.progress = QProgressBar()
        self.tree = QTreeWidget()
        self.copy_button = QPushButton()
        self.save_button = QPushButton()
        self.again_button = QPushButton()
        self.open_button = QPushButton()
        self.close_button = QPushButton()
        self._lay_out()
        self._connect()
        self._retranslate()

    @property
    def report(self) -> ImportReport | None:
        """What came of the last import; None while one goes on."""
        return self._report

    @property
    def is_running(self) -> bool:
        return self._report is None

    def begin(self) -> None:
        """An import begins; what was shown of the last one goes."""
        self._report, self._step, self._fresh = None, None, []
        self._counts = dict.fromkeys(Outcome, 0)
        self._groups.clear()
        self.tree.clear()
        self.progress.setRange(0, 0)
        self._retranslate()

    def show_step(self, step: ImportStep) -> None:
        self._step = step
        self._soon.start() if not self._soon.isActive() else None

    def show_progress(self, done: int, total: int) -> None:
        """How many of so many bytes are done."""
        self.progress.setRange(0, 1000 if total else 0)
        if total:
            self.progress.setValue(min(1000, done * 1000 // total))

    def add_part(self, part: ImportedPart) -> None:
        """Something has come in, or was left out."""
        self._fresh.append(part)
        if not self._soon.isActive():
            self._soon.start()

    def show_report(self, report: ImportReport) -> None:
        """The import is over."""
        self._show_fresh()
        if not any(self._counts.values()):
            self._fresh = list(report.parts)
            self._show_fresh()
        self._report = report
        self._soon.stop()
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._rebuild()
        super().changeEvent(event)

    def reject(self) -> None:
        """Escape while it goes on puts the window away; the import goes on, and the status line shows it."""
        super().reject()

    # Inside

    def _lay_out(self) -> None:
        self.resize(760, 540)
        self.setModal(False)
        self.headline.setWordWrap(True)
        self.headline.setTextFormat(Qt.TextFormat.PlainText)
        self.file.setTextFormat(Qt.TextFormat.PlainText)
        self.file.setObjectName("quiet")
        self.progress.setTextVisible(False)
        self.tree.setColumnCount(2)
        self.tree.setUniformRowHeights(True)
        self.tree.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.tree.setColumnWidth(0, 300)
        self._row_size = QSize(100, self.fontMetrics().height() + _ROW_PADDING_PX)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in (self.copy_button, self.save_button, self.again_button):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.open_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(10)
        for widget in (self.headline, self.file, self.progress):
            layout.addWidget(widget)
        layout.addWidget(self.tree, 1)
        layout.addLayout(foot)
        for button in (self.copy_button, self.save_button, self.again_button, self.close_button):
            button.setAutoDefault(False)
        self.open_button.setDefault(True)

    def _connect(self) -> None:
        self.tree.itemActivated.connect(lambda item, _column: self._open(item))
        self.tree.currentItemChanged.connect(lambda _now, _before: self._enable())
        self.open_button.clicked.connect(lambda: self._open(self.tree.currentItem()))
        self.copy_button.clicked.connect(self._copy)
        self.save_button.clicked.connect(self._save)
        self.again_button.clicked.connect(self._ask_again)
        self.close_button.clicked.connect(self._on_close)

    def _retranslate(self) -> None:
        running = self.is_running
        self.setWindowTitle(self.tr("Import"))
        self.tree.setHeaderLabels([self.tr("Document or file"), self.tr("What became of it")])
        self.tree.setAccessibleName(self.tr("What became of each file"))
        self.progress.setAccessibleName(self.tr("How far the import is"))
        self.copy_button.setText(self.tr("&Copy report"))
        self.save_button.setText(self.tr("&Save report…"))
        self.again_button.setText(self.tr("Import &anyway"))
        self.again_button.setToolTip(self.tr("Import once more what the library has already"))
        self.open_button.setText(self.tr("&Open"))
        self.close_button.setText(self.tr("Stop") if running else self.tr("Close"))
        for widget in (self.file, self.progress):
            widget.setVisible(running)
        self._tell()
        self._enable()

    def _rebuild(self) -> None:
        """The language changed: every sentence is made anew."""
        if self._report is not None:
            self._fresh = list(self._report.parts)
            self._counts = dict.fromkeys(Outcome, 0)
            self._groups.clear()
            self.tree.clear()
            self._show_fresh()
        self._retranslate()

    def _tell(self) -> None:
        self.headline.setText(headline(self._report, self._counts))
        step = self._step
        if step is not None:
            sentence = self.tr("File %1 of %2: %3")
            numbers = (self.locale().toString(step.number), self.locale().toString(step.files))
            self.file.setText(filled(sentence, *numbers, shown_name(step.path)))

    def _enable(self) -> None:
        over = not self.is_running
        self.open_button.setEnabled(_document_of(self.tree.currentItem()) != "")
        for button in (self.copy_button, self.save_button):
            button.setEnabled(over)
        self.again_button.setVisible(over and self._counts[Outcome.ALREADY_THERE] > 0)

    def _show_fresh(self) -> None:
        fresh, self._fresh = self._fresh, []
        for part in fresh:
            self._counts[part.outcome] += 1
            if self._counts[part.outcome] <= MOST_ROWS:
                self._group(part.outcome).addChild(self._row(part))
        for outcome, group in self._groups.items():
            group.setText(0, heading(outcome, self._counts[outcome]))
        if self.tree.currentItem() is None and (first := self._first_document()) is not None:
            self.tree.setCurrentItem(first)
        self._tell()

    def _group(self, outcome: Outcome) -> QTreeWidgetItem:
        if outcome not in self._groups:
            group = QTreeWidgetItem(["", ""])
            group.setSizeHint(0, self._row_size)
            place = sum(1 for other in _ORDER[: _ORDER.index(outcome)] if other in self._groups)
            self.tree.insertTopLevelItem(place, group)
            group.setFirstColumnSpanned(True)
            group.setExpanded(outcome is not Outcome.ALREADY_THERE)
            self._groups[outcome] = group
        return self._groups[outcome]

    def _row(self, part: ImportedPart) -> QTreeWidgetItem:
        item = QTreeWidgetItem([isolated(name_of(part)), about(part)])
        item.setData(0, Qt.ItemDataRole.UserRole, part.document_id or "")
        where = shown_name(str(part.path)) + (f"\n{shown_name(part.part)}" if part.part else "")
        item.setToolTip(0, where)
        item.setToolTip(1, about(part))
        item.setSizeHint(0, self._row_size)
        return item

    def _first_document(self) -> QTreeWidgetItem | None:
        for outcome in (Outcome.IMPORTED, Outcome.UPDATED, Outcome.ALREADY_THERE):
            if outcome in self._groups and self._groups[outcome].childCount():
                return self._groups[outcome].child(0)
        return None

    def _open(self, item: QTreeWidgetItem | None) -> None:
        if document_id := _document_of(item):
            self.open_requested.emit(document_id)

    def _copy(self) -> None:
        if self._report is not None:
            QGuiApplication.clipboard().setText(report_text(self._report))

    def _save(self) -> None:
        if self._report is not None:
            self.save_requested.emit(report_text(self._report))

    def _ask_again(self) -> None:
        if self._report is not None:
            self.again_requested.emit(_paths(self._report.parts, lambda part: part.outcome is Outcome.ALREADY_THERE))

    def _on_close(self) -> None:
        if self.is_running:
            self.stop_requested.emit()
        else:
            self.accept()


def _document_of(item: QTreeWidgetItem | None) -> str:
    return "" if item is None else str(item.data(0, Qt.ItemDataRole.UserRole) or "")


def _paths(parts: Iterable[ImportedPart], wanted: Callable[[ImportedPart], bool]) -> list[Path]:
    return list(dict.fromkeys(part.path for part in parts if wanted(part)))
