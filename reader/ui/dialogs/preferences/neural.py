# SPDX-License-Identifier: GPL-3.0-or-later
"""The page about the neural model: its folder, what its kinds are, and a sentence to try it on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from reader import settings as names
from reader.model.recognition import GLINER_KINDS, tags_from, tags_written
from reader.settings import Setting, Settings
from reader.text.normalise import folded
from reader.ui.dialogs.preferences.page import Page, quiet_label, tell
from reader.ui.dialogs.preferences.rows import NEURAL
from reader.ui.models.sentences import filled
from reader.ui.models.tags import ShownTags
from reader.ui.theme import SPACE_PX

_KIND, _TAG = 0, 1
_ROWS_SHOWN = 7
_LAID_OUT_MS = 40
"""After so long the page has the size that its new text asks for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownModel:
    """What a folder holds.

    ``kinds`` are what the model tells apart, each with its usual tag or ""; one that is ``asked`` takes any kinds.
    """

    name: str
    size_bytes: int
    kinds: tuple[tuple[str, str], ...]
    asked: bool


class NeuralPage(Page):
    """Signals: folder_chosen (str): to be looked into. trial_requested (str): try the model on this text."""

    folder_chosen = Signal(str)
    trial_requested = Signal(str)

    def __init__(self) -> None:
        self.on = QCheckBox()
        self.intro = quiet_label()
        self.folder = QLineEdit(readOnly=True)
        self.folder_label = QLabel()
        self.browse = QPushButton()
        self.status = quiet_label()
        self.kinds = QTableWidget(0, 2)
        self.add = QPushButton()
        self.remove = QPushButton()
        self.sentence = QLineEdit()
        self.sentence_label = QLabel()
        self.try_button = QPushButton()
        self.outcome = quiet_label()
        self._tags = ShownTags()
        self._model: ShownModel | None = None
        self._written: list[str] = []
        self._failure = ""
        super().__init__(NEURAL)
        self._connect()

    # What it is shown

    def show_settings(self, settings: Settings) -> None:
        super().show_settings(settings)
        self.show_setting(names.NEURAL, settings.get(names.NEURAL))
        self.show_setting(names.NEURAL_FOLDER, settings.get(names.NEURAL_FOLDER))
        self._written = settings.get(names.NEURAL_TAGS)
        self._fill_kinds()

    def show_setting(self, setting: Setting[Any], value: Any) -> None:
        super().show_setting(setting, value)
        if setting is names.NEURAL:
            with QSignalBlocker(self.on):
                self.on.setChecked(value)
        elif setting is names.NEURAL_FOLDER:
            self.folder.setText(value)
            self.folder.setCursorPosition(0)
            self._enable()
        elif setting is names.NEURAL_TAGS and value != self._written:
            self._written = value
            self._fill_kinds()

    def set_tags(self, tags: ShownTags) -> None:
        """The tagset, the language or the theme changed."""
        self._tags = tags
        self._fill_kinds()

    def show_model(self, model: ShownModel | None, failure: str = "") -> None:
        """What was found in the folder, or the sentence that says why it cannot be used."""
        self._model = model
        self._failure = failure
        self._tell_status()
        self._fill_kinds()
        self._enable()

    def show_working(self) -> None:
        """The trial is going on."""
        self.try_button.setEnabled(False)
        tell(self.outcome, self.tr("The model is being loaded…"))

    def show_outcome(self, text: str, *, is_failure: bool = False) -> None:
        """What came of the trial, in words."""
        mark = "\u200f" if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else "\u200e"
        tell(self.outcome, "\n".join(mark + line for line in text.split("\n")), is_failure=is_failure)
        self._enable()
        QTimer.singleShot(_LAID_OUT_MS, self, lambda: self.ensureWidgetVisible(self.outcome))

    def search(self, query: str) -> bool:
        """A model is one thing: the whole page is shown where a part of it matches."""
        super().search("")
        words = (self.on.text(), self.folder_label.text(), self.sentence_label.text(), self.intro.text(), "ONNX GLiNER")
        fields = self.fields.values()
        return any(query in folded(each) for each in words) or any(field.matches(query) for field in fields)

    # Inside

    def build(self) -> None:
        self.folder.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.folder_label.setBuddy(self.browse)
        self.sentence_label.setBuddy(self.sentence)
        self.outcome.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.status.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._set_up_table()
        for button in (self.browse, self.add, self.remove, self.try_button):
            button.setAutoDefault(False)
        self.content.addWidget(self.intro)
        self.content.addWidget(self.on)
        self.content.addLayout(_group(self.folder_label, _row(self.folder, self.browse), self.status))
        under = QHBoxLayout()
        under.setSpacing(SPACE_PX)
        under.addWidget(self.add)
        under.addWidget(self.remove)
        under.addStretch()
        self.content.addLayout(_group(self.kinds, under))
        self.add_fields()
        self.content.addLayout(_group(self.sentence_label, _row(self.sentence, self.try_button), self.outcome))

    def _set_up_table(self) -> None:
        self.kinds.verticalHeader().hide()
        self.kinds.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.kinds.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.kinds.setShowGrid(False)
        self.kinds.setTabKeyNavigation(False)
        header = self.kinds.horizontalHeader()
        header.setSectionResizeMode(_KIND, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_TAG, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(_TAG, 240)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)

    def _connect(self) -> None:
        self.on.toggled.connect(lambda is_on: self.value_requested.emit(names.NEURAL, is_on))
        self.browse.clicked.connect(self._on_browse)
        self.add.clicked.connect(self._on_add)
        self.remove.clicked.connect(self._on_remove)
        self.kinds.itemChanged.connect(lambda _item: self._on_kinds_changed())
        self.kinds.itemSelectionChanged.connect(self._enable)
        self.sentence.returnPressed.connect(self.try_button.click)
        self.sentence.textChanged.connect(lambda _text: self._enable())
        self.try_button.clicked.connect(lambda: self.trial_requested.emit(self.sentence.text()))

    def retranslate(self) -> None:
        self.intro.setText(
            self.tr(
                "A model that you have in a folder on this machine, exported to ONNX: for token classification, or a "
                "GLiNER model. Nothing is ever downloaded, and nothing in the folder is executed."
            )
        )
        self.on.setText(self.tr("Ask the neural model as well"))
        self.folder_label.setText(self.tr("Folder of the model"))
        self.folder.setAccessibleName(self.folder_label.text())
        self.folder.setPlaceholderText(self.tr("No folder is chosen."))
        self.browse.setText(self.tr("Choose…"))
        self.kinds.setHorizontalHeaderLabels([self.tr("The model’s word"), self.tr("Tag")])
        self.kinds.setAccessibleName(self.tr("What each kind of the model is"))
        self.add.setText(self.tr("Look for another kind"))
        self.remove.setText(self.tr("Remove"))
        self.sentence_label.setText(self.tr("Try it on a sentence"))
        if not self.sentence.isModified():
            self.sentence.setText(self.tr("Salim al-Harithi visited Cairo University in March."))
        self.try_button.setText(self.tr("Try"))
        tell(self.outcome, "")
        self._tell_status()
        self._fill_kinds()
        self._enable()

    def _tell_status(self) -> None:
        model = self._model
        if model is None:
            tell(self.status, self._failure, is_failure=bool(self._failure))
            return
        size = QLocale().formattedDataSize(model.size_bytes)
        if model.asked:
            told = self.tr("“%1” (%2) looks for the kinds that are named below.")
        else:
            told = self.tr("“%1” (%2) tells the kinds below apart.")
        without = len(self._without_tag())
        unknown = " " + self.tr("%n kinds have no tag yet and are left out.", "", without) if without else ""
        tell(self.status, filled(told, model.name, size) + unknown)

    def _chosen(self) -> list[tuple[str, str]]:
        """Each kind with its tag, "" without one."""
        chosen = dict(tags_from(self._written))
        if self._model is None:
            return []
        if self._model.asked:
            return list(chosen.items()) or list(GLINER_KINDS)
        return [(kind, chosen.get(kind, usual)) for kind, usual in self._model.kinds]

    def _without_tag(self) -> list[str]:
        return [kind for kind, tag in self._chosen() if not tag]

    def _fill_kinds(self) -> None:
        chosen = self._chosen()
        asked = self._model is not None and self._model.asked
        with QSignalBlocker(self.kinds):
            self.kinds.setRowCount(len(chosen))
            for number, (kind, tag) in enumerate(chosen):
                self._set_row(number, kind, tag, editable=asked)
        rows = min(max(len(chosen), 2), _ROWS_SHOWN)
        height = (
            self.kinds.horizontalHeader().sizeHint().height() + rows * self.kinds.verticalHeader().defaultSectionSize()
        )
        self.kinds.setFixedHeight(height + 2 * self.kinds.frameWidth())
        self.kinds.setVisible(self._model is not None)
        self.add.setVisible(asked)
        self.remove.setVisible(asked)

    def _set_row(self, number: int, kind: str, tag: str, *, editable: bool) -> None:
        item = QTableWidgetItem(kind)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        item.setFlags(flags | Qt.ItemFlag.ItemIsEditable if editable else flags)
        self.kinds.setItem(number, _KIND, item)
        box = QComboBox()
        box.addItem(self.tr("— left out —"), "")
        for each in self._tags.tags:
            box.addItem(self._tags.name(each.id), each.id)
        if tag and box.findData(tag) < 0:
            box.addItem(tag, tag)
        box.setCurrentIndex(max(box.findData(tag), 0))
        box.setAccessibleName(filled(self.tr("Tag for %1"), kind))
        box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        box.activated.connect(lambda _index: self._on_kinds_changed())
        self.kinds.setCellWidget(number, _TAG, box)

    def _on_kinds_changed(self) -> None:
        shown = []
        for number in range(self.kinds.rowCount()):
            item, box = self.kinds.item(number, _KIND), self.kinds.cellWidget(number, _TAG)
            if item is not None and item.text().strip() and isinstance(box, QComboBox):
                shown.append((item.text().strip(), str(box.currentData())))
        self._written = tags_written(shown)
        self._tell_status()
        self.value_requested.emit(names.NEURAL_TAGS, self._written)

    def _on_add(self) -> None:
        number = self.kinds.rowCount()
        with QSignalBlocker(self.kinds):
            self.kinds.setRowCount(number + 1)
            self._set_row(number, "", "", editable=True)
        self.kinds.setCurrentCell(number, _KIND)
        item = self.kinds.item(number, _KIND)
        assert item is not None
        self.kinds.editItem(item)

    def _on_remove(self) -> None:
        if self.kinds.currentRow() >= 0:
            self.kinds.removeRow(self.kinds.currentRow())
            self._on_kinds_changed()

    def _on_browse(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self, self.folder_label.text(), self.folder.text() or str(Path.home())
        )
        if folder:
            self.choose(folder)

    def choose(self, folder: str) -> None:
        """Take this folder; what was said about the kinds of another model is forgotten."""
        if folder != self.folder.text():
            self.value_requested.emit(names.NEURAL_TAGS, [])
        tell(self.outcome, "")
        self.value_requested.emit(names.NEURAL_FOLDER, folder)
        self.folder_chosen.emit(folder)

    def _enable(self) -> None:
        self.on.setEnabled(self._model is not None or self.on.isChecked())
        self.try_button.setEnabled(self._model is not None and bool(self.sentence.text().strip()))
        self.remove.setEnabled(self.kinds.currentRow() >= 0 and self.kinds.rowCount() > 1)


def _group(*parts: Any) -> QVBoxLayout:
    """Things that belong together, closer than the rest of the page."""
    layout = QVBoxLayout()
    layout.setSpacing(SPACE_PX)
    for part in parts:
        layout.addLayout(part) if isinstance(part, QHBoxLayout) else layout.addWidget(part)
    return layout


def _row(field: QLineEdit, button: QPushButton) -> QHBoxLayout:
    layout = QHBoxLayout()
    layout.setSpacing(SPACE_PX)
    layout.addWidget(field, 1)
    layout.addWidget(button)
    return layout
