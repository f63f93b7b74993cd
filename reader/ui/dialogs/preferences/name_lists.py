# SPDX-License-Identifier: GPL-3.0-or-later
"""The page with the user's lists of names: add, switch, read again, remove, and what could not be read in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QLocale, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QListWidget,
    QMessageBox,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
)

from reader.model.name_list import LONGEST_NAME, NameList
from reader.text.normalise import folded
from reader.ui.dialogs.preferences.page import Page, quiet_label, tell
from reader.ui.i18n import translate
from reader.ui.models.sentences import filled
from reader.ui.models.tags import ShownTags
from reader.ui.theme import SPACE_PX

_TITLE, _TAG, _NAMES, _SKIPPED = range(4)
_USUAL_TAG = "person"
_ROW_PX = 30
_LEFT_TO_RIGHT, _END = "\u2066", "\u2069"
"""Isolates a path, whose parts stand in this order whatever script they are in."""

PROBLEMS = {
    "no-name": QT_TRANSLATE_NOOP("NameLists", "Line %1: there is no name."),
    "too-long": QT_TRANSLATE_NOOP("NameLists", "Line %1: the name is longer than %2 characters."),
    "no-letter": QT_TRANSLATE_NOOP("NameLists", "Line %1: the name has no letter and no digit."),
    "unreadable": QT_TRANSLATE_NOOP("NameLists", "Line %1: characters that belong to no text; another encoding?"),
    "unknown-tag": QT_TRANSLATE_NOOP("NameLists", "Line %1: the tagset has no tag “%2”."),
    "too-many-cells": QT_TRANSLATE_NOOP("NameLists", "Line %1: more cells than name, tag and entity."),
    "quotes": QT_TRANSLATE_NOOP("NameLists", "Line %1: quotation marks are opened and not closed."),
}
"""What is told of a line that was skipped; %2 is the tag or the longest length."""


class NameListsPage(Page):
    """Knows no store.

    Signals:
        addition_requested (list of Path, str tag id): names without a tag of their own are that.
        reading_requested (Path): read its file again.
        removal_requested (str list id), switch_requested (str list id, bool), tag_requested (str list id, str tag id).
    """

    addition_requested = Signal(list, str)
    reading_requested = Signal(object)
    removal_requested = Signal(str)
    switch_requested = Signal(str, bool)
    tag_requested = Signal(str, str)

    def __init__(self) -> None:
        self.intro = quiet_label()
        self.table = QTableWidget(0, 4)
        self.empty = quiet_label()
        self.add = QPushButton()
        self.again = QPushButton()
        self.remove = QPushButton()
        self.source = quiet_label()
        self.skipped = QListWidget()
        self.outcome = quiet_label()
        self._tags = ShownTags()
        self._lists: tuple[NameList, ...] = ()
        super().__init__()
        self._connect()

    @property
    def current(self) -> NameList | None:
        row = self.table.currentRow()
        return self._lists[row] if 0 <= row < len(self._lists) else None

    def set_tags(self, tags: ShownTags) -> None:
        self._tags = tags
        self._fill()

    def show_lists(self, lists: Sequence[NameList]) -> None:
        """The library's lists; the one set off stays so."""
        current = self.current
        self._lists = tuple(lists)
        self._fill()
        at = next((row for row, each in enumerate(self._lists) if current and each.id == current.id), 0)
        if self._lists:
            self.table.setCurrentCell(at, _TITLE)
        self._show_current()

    def show_outcome(self, text: str, *, is_failure: bool = False) -> None:
        """What came of reading a file, in words."""
        tell(self.outcome, text, is_failure=is_failure)

    def search(self, query: str) -> bool:
        words = (self.title.text(), self.intro.text(), "CSV TSV gazetteer")
        return any(query in folded(each) for each in words)

    # Inside

    def build(self) -> None:
        self._set_up_table()
        self.outcome.hide()
        self.skipped.setSpacing(2)
        self.skipped.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.source.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        under = QHBoxLayout()
        under.setSpacing(SPACE_PX)
        for button in (self.add, self.again, self.remove):
            button.setAutoDefault(False)
            under.addWidget(button)
        under.addStretch()
        self.content.addWidget(self.intro)
        self.content.addWidget(self.empty)
        self.content.addWidget(self.table)
        self.content.addLayout(under)
        self.content.addWidget(self.outcome)
        self.content.addWidget(self.source)
        self.content.addWidget(self.skipped)

    def _set_up_table(self) -> None:
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(_TITLE, QHeaderView.ResizeMode.Stretch)
        for column, width in ((_TAG, 160), (_NAMES, 90), (_SKIPPED, 90)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, width)

    def _connect(self) -> None:
        self.add.clicked.connect(self._on_add)
        self.again.clicked.connect(
            lambda: self._with_current(lambda each: self.reading_requested.emit(Path(each.source)))
        )
        self.remove.clicked.connect(lambda: self._with_current(self._ask_removal))
        self.table.itemChanged.connect(self._on_item_changed)
        self.table.currentCellChanged.connect(lambda *_cells: self._show_current())

    def retranslate(self) -> None:
        self.intro.setText(
            self.tr(
                "Your own lists of names come before everything else in recognition. A file has one name on each line, "
                "or it is a table (CSV or TSV) of name, tag and entity. The names are copied into the library."
            )
        )
        self.empty.setText(self.tr("There is no list yet."))
        self.table.setHorizontalHeaderLabels(
            [self.tr("List"), self.tr("Usual tag"), self.tr("Names"), self.tr("Skipped")]
        )
        self.table.setAccessibleName(self.tr("Lists of names"))
        self.skipped.setAccessibleName(self.tr("Lines that were skipped"))
        self.add.setText(self.tr("Add…"))
        self.again.setText(self.tr("Read again"))
        self.again.setToolTip(self.tr("Take the names from the file as it is now"))
        self.remove.setText(self.tr("Remove…"))
        self.show_outcome("")
        self._fill()
        self._show_current()

    def _fill(self) -> None:
        row = self.table.currentRow()
        with QSignalBlocker(self.table):
            self.table.setRowCount(len(self._lists))
            for number, each in enumerate(self._lists):
                self._set_row(number, each)
            if 0 <= row < len(self._lists):
                self.table.setCurrentCell(row, _TITLE)
        rows = min(max(len(self._lists), 3), 8)
        header = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(header + rows * self.table.verticalHeader().defaultSectionSize() + 4)
        self.table.setVisible(bool(self._lists))
        self.empty.setVisible(not self._lists)

    def _set_row(self, number: int, each: NameList) -> None:
        title = QTableWidgetItem(each.title)
        title.setFlags(title.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        title.setCheckState(Qt.CheckState.Checked if each.is_on else Qt.CheckState.Unchecked)
        title.setToolTip(each.source)
        self.table.setItem(number, _TITLE, title)
        for column, count in ((_NAMES, each.names), (_SKIPPED, each.skipped)):
            item = QTableWidgetItem(QLocale().toString(count))
            item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
            self.table.setItem(number, column, item)
        box = QComboBox()
        for tag in self._tags.tags:
            box.addItem(self._tags.name(tag.id), tag.id)
        box.setCurrentIndex(box.findData(each.tag_id))
        box.setToolTip(self.tr("What names are that have no tag in the file"))
        box.setAccessibleName(filled(self.tr("Usual tag of %1"), each.title))
        box.activated.connect(lambda index, b=box, one=each: self.tag_requested.emit(one.id, str(b.itemData(index))))
        self.table.setCellWidget(number, _TAG, box)

    def _show_current(self) -> None:
        each = self.current
        for button in (self.again, self.remove):
            button.setVisible(bool(self._lists))
            button.setEnabled(each is not None)
        self.source.setVisible(each is not None)
        self.skipped.setVisible(each is not None and bool(each.notes))
        self.skipped.clear()
        if each is None:
            return
        self.source.setText(self.tr("Read from %1").replace("%1", f"{_LEFT_TO_RIGHT}{each.source}{_END}"))
        for line, problem, detail in each.notes:
            self.skipped.addItem(problem_in_words(line, problem, detail))
        if each.skipped > len(each.notes):
            self.skipped.addItem(self.tr("%n more lines were skipped.", "", each.skipped - len(each.notes)))
        height = self.skipped.sizeHintForRow(0) * min(self.skipped.count(), 6) + SPACE_PX
        self.skipped.setFixedHeight(max(height, _ROW_PX))

    def _on_item_changed(self, item: QTableWidgetItem) -> None:
        if item.column() == _TITLE:
            is_on = item.checkState() == Qt.CheckState.Checked
            self.switch_requested.emit(self._lists[item.row()].id, is_on)

    def _on_add(self) -> None:
        files, _ = QFileDialog.getOpenFileNames(
            self,
            self.tr("Add lists of names"),
            str(Path.home()),
            self.tr("Lists (*.txt *.csv *.tsv)") + ";;" + self.tr("All files (*)"),
        )
        if files:
            self.add_files([Path(name) for name in files])

    def add_files(self, paths: Sequence[Path]) -> None:
        """Ask for these files to be read."""
        known = [str(tag.id) for tag in self._tags.tags]
        tag = _USUAL_TAG if _USUAL_TAG in known or not known else known[0]
        self.addition_requested.emit(list(paths), tag)

    def _ask_removal(self, each: NameList) -> None:
        """The names leave the library, and no undo brings them back."""
        question = filled(self.tr("Remove the list “%1” from the library?"), each.title)
        box = QMessageBox(QMessageBox.Icon.Question, self.tr("Name lists"), question, parent=self)
        box.setInformativeText(self.tr("Its file stays where it is, and can be read again."))
        box.setStandardButtons(QMessageBox.StandardButton.Ok | QMessageBox.StandardButton.Cancel)
        box.button(QMessageBox.StandardButton.Ok).setText(self.tr("Remove"))
        box.button(QMessageBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        box.accepted.connect(lambda: self.removal_requested.emit(each.id))
        box.finished.connect(box.deleteLater)
        box.open()

    def _with_current(self, act: Callable[[NameList], None]) -> None:
        if self.current is not None:
            act(self.current)


def problem_in_words(line: int, problem: str, detail: str) -> str:
    """A line that was skipped, and why, in the language of the interface."""
    sentence = translate("NameLists", str(PROBLEMS.get(problem, PROBLEMS["unreadable"])))
    value = QLocale().toString(LONGEST_NAME) if problem == "too-long" else detail
    return filled(sentence, QLocale().toString(line), value)
