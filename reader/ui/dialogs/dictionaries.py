# SPDX-License-Identifier: GPL-3.0-or-later
"""The user's dictionaries: which there are, which are asked and in which order, and what each says of itself."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader.model.dictionary import DictionaryAbout
from reader.ui.dialogs.dictionaries_details import DictionaryDetails
from reader.ui.dialogs.dictionaries_list import DictionaryList
from reader.ui.dialogs.preferences.page import quiet_label, tell
from reader.ui.models.sentences import filled
from reader.ui.sidebar.empty_state import EmptyState
from reader.workspace.dictionary_import import DictionaryPlan

_WIDTH_PX, _HEIGHT_PX = 980, 640
_SPACE_PX = 12
_SUFFIXES = (
    *("ifo", "idx", "dict", "dz", "syn", "index", "dsl", "zip", "tar", "gz", "bz2", "xz", "tgz"),
    *("mdx", "bgl", "xdxf", "tei", "slob", "zim", "ldf", "df", "edlin", "jsonl", "u8", "tab", "tsv", "csv", "txt"),
)


class DictionariesDialog(QDialog):
    """Knows no files.

    Signals:
        addition_requested (list of Path), removal_requested (str id), switch_requested (str id, bool).
        order_requested (list of str ids), stop_requested ().
        lookup_requested (str word): ``details.show_entries`` answers.
    """

    addition_requested = Signal(list)
    removal_requested = Signal(str)
    switch_requested = Signal(str, bool)
    order_requested = Signal(list)
    stop_requested = Signal()
    lookup_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = DictionaryList()
        self.details = DictionaryDetails()
        self.empty = EmptyState()
        self.progress_label = QLabel()
        self.progress = QProgressBar()
        self.stop = QPushButton()
        self.outcome = quiet_label()
        self.outcome.setMargin(_SPACE_PX // 2)
        self.done_button = QPushButton()
        self._pages = QStackedWidget()
        self._under_way = QWidget()
        self._lay_out()
        self._connect()
        self._retranslate()
        self.setAcceptDrops(True)

    def show_dictionaries(self, abouts: Sequence[DictionaryAbout], current_id: str = "") -> None:
        """The dictionaries in their order; ``current_id`` is set off, else the one that was."""
        self.list.show_dictionaries(abouts, current_id)
        self._show_current()

    def show_offers(self, plans: Sequence[DictionaryPlan]) -> None:
        """What is installed on this machine and not on the shelf."""
        self.list.show_offers(plans)

    def show_progress(self, title: str, done: int, total: int) -> None:
        """So much of a dictionary is read; ``total`` is 0 while that is unknown."""
        self.progress_label.setText(filled(self.tr("Reading %1…"), title))
        # In thousandths, for files may have more bytes than the bar can count.
        self.progress.setRange(0, 1000 if total else 0)
        self.progress.setValue(min(1000, 1000 * done // total) if total else 0)
        self._under_way.show()

    def end_progress(self) -> None:
        self._under_way.hide()

    def show_outcome(self, text: str, *, is_failure: bool = False) -> None:
        """What came of it, in words."""
        tell(self.outcome, text, is_failure=is_failure)

    def ask_about_name(self, plan: DictionaryPlan) -> QMessageBox:
        """A question whether a second dictionary of the same name is wanted; ``accepted`` is the answer yes."""
        question = filled(self.tr("A dictionary called “%1” is there already, with other content."), plan.title)
        box = QMessageBox(QMessageBox.Icon.Question, self.tr("Dictionaries"), question, parent=self)
        box.setInformativeText(self.tr("Take this one in as well? The other one stays."))
        box.setStandardButtons(QMessageBox.StandardButton.Ok | QMessageBox.StandardButton.Cancel)
        box.button(QMessageBox.StandardButton.Ok).setText(self.tr("Take it in"))
        box.button(QMessageBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        box.finished.connect(box.deleteLater)
        box.open()
        return box

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.addition_requested.emit(paths)

    # Inside

    def _lay_out(self) -> None:
        self.resize(_WIDTH_PX, _HEIGHT_PX)
        self._pages.addWidget(self.details)
        self._pages.addWidget(self.empty)
        columns = QHBoxLayout()
        columns.setSpacing(20)
        columns.addWidget(self.list)
        columns.addWidget(self._pages, 1)
        row = QHBoxLayout(self._under_way)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_SPACE_PX)
        row.addWidget(self.progress_label)
        row.addWidget(self.progress, 1)
        row.addWidget(self.stop)
        self._under_way.hide()
        foot = QHBoxLayout()
        foot.addWidget(self.outcome, 1)
        foot.addWidget(self.done_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(_SPACE_PX)
        layout.addLayout(columns, 1)
        layout.addWidget(self._under_way)
        layout.addLayout(foot)
        for button in (self.stop, self.done_button):
            button.setAutoDefault(False)
        self.progress.setTextVisible(False)

    def _connect(self) -> None:
        self.list.chosen.connect(self._show_current)
        self.list.switch_requested.connect(self.switch_requested)
        self.list.order_requested.connect(self.order_requested)
        self.list.addition_requested.connect(self._ask_for_files)
        self.list.offer_requested.connect(lambda path: self.addition_requested.emit([path]))
        self.list.removal_requested.connect(self._ask_about_removal)
        self.details.lookup_requested.connect(self.lookup_requested)
        self.empty.action_requested.connect(self._ask_for_files)
        self.stop.clicked.connect(self.stop_requested)
        self.done_button.clicked.connect(self.close)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Dictionaries"))
        self.stop.setText(self.tr("Stop"))
        self.done_button.setText(self.tr("Close"))
        self.progress.setAccessibleName(self.tr("How much of the dictionary is read"))
        self.empty.say(
            self.tr(
                "There is no dictionary yet. Add files that you have: StarDict, dictd, DSL, Yomitan, MDict, Babylon "
                "and others, packed or not. They are copied into a form that answers at once; nothing is downloaded."
            ),
            self.tr("Add a dictionary…"),
        )
        self._show_current()

    def _show_current(self) -> None:
        about = self.list.current
        self._pages.setCurrentWidget(self.empty if about is None else self.details)
        if about is not None:
            self.details.show_about(about)

    def _ask_for_files(self) -> None:
        kinds = " ".join(f"*.{suffix}" for suffix in _SUFFIXES)
        names, _ = QFileDialog.getOpenFileNames(
            self,
            self.tr("Add dictionaries"),
            str(Path.home()),
            self.tr("Dictionaries") + f" ({kinds});;" + self.tr("All files (*)"),
        )
        if names:
            self.addition_requested.emit([Path(name) for name in names])

    def _ask_about_removal(self) -> None:
        about = self.list.current
        if about is None:
            return
        question = filled(self.tr("Remove the dictionary “%1”?"), about.title)
        box = QMessageBox(QMessageBox.Icon.Question, self.tr("Dictionaries"), question, parent=self)
        box.setInformativeText(self.tr("The file it was read from stays where it is, and can be added again."))
        box.setStandardButtons(QMessageBox.StandardButton.Ok | QMessageBox.StandardButton.Cancel)
        box.button(QMessageBox.StandardButton.Ok).setText(self.tr("Remove"))
        box.button(QMessageBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        box.accepted.connect(lambda: self.removal_requested.emit(about.id))
        box.finished.connect(box.deleteLater)
        box.open()
