# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog that makes one entity of several: which stays, and what it says where they contradict each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.model.entity import Entity
from reader.model.ids import TagId
from reader.ui.models.entities import EntityRow, EntityWords
from reader.ui.models.sentences import filled, isolated, on_one_line
from reader.ui.models.tags import ShownTags
from reader.workspace.entities import MergedEntity, merged

_MOST_LISTED = 50
_LONGEST_SHOWN = 48


class EntityMergeDialog(QDialog):
    """Signals: merge_requested (list of Entity, Entity that stays, Entity what it becomes)."""

    merge_requested = Signal(list, object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags = ShownTags()
        self._words = EntityWords(self)
        self._rows: tuple[EntityRow, ...] = ()
        self.headline = QLabel()
        self.choices = QButtonGroup(self)
        self._choice_box = QVBoxLayout()
        self.conflicts: dict[str, QComboBox] = {}
        self._conflict_box = QFormLayout()
        self.warning = QLabel()
        self.result_label = QLabel()
        self.merge_button = QPushButton()
        self.cancel = QPushButton()
        self._lay_out()
        self.cancel.clicked.connect(self.reject)
        self.merge_button.clicked.connect(self._on_merge)
        self.choices.idToggled.connect(lambda _number, is_on: self._on_stays() if is_on else None)
        self._retranslate()

    def set_tags(self, tags: ShownTags) -> None:
        self._tags = tags

    def show_entities(self, rows: Sequence[EntityRow]) -> None:
        """The entities to merge; the one mentioned most often is proposed to stay."""
        self._rows = tuple(sorted(rows, key=lambda row: -row.count))
        for button in self.choices.buttons():
            self.choices.removeButton(button)
            button.hide()
            button.deleteLater()
        for number, row in enumerate(self._rows[:_MOST_LISTED]):
            name, kind = on_one_line(row.entity.name, _LONGEST_SHOWN), self._words.kind(row.entity, self._tags)
            described = f"{isolated(name)} — {isolated(kind)}, {self._words.mentions(row.count)}"
            button = QRadioButton(described.replace("&", "&&"))
            button.setToolTip(f"{isolated(row.entity.name)}: {self._words.detail(row)}")
            self.choices.addButton(button, number)
            self._choice_box.addWidget(button)
        if self._rows:
            self.choices.button(0).setChecked(True)
        self._on_stays()

    @property
    def stays(self) -> Entity:
        return self._rows[max(self.choices.checkedId(), 0)].entity

    @property
    def becomes(self) -> Entity:
        """What it becomes, as the user decided where they contradict."""
        entity = self._merged().entity
        for field, choice in self.conflicts.items():
            value = str(choice.currentData())
            if field == "kind":
                entity = replace(entity, kind=TagId(value))
            elif value:
                kept = tuple(pair for pair in entity.external_ids if pair[0] != field or pair[1] == value)
                entity = replace(entity, external_ids=kept)
        return entity

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # Inside

    def _lay_out(self) -> None:
        self.resize(560, 420)
        self.headline.setWordWrap(True)
        self.warning.setWordWrap(True)
        self.result_label.setWordWrap(True)
        self.result_label.setObjectName("quiet")
        self.result_label.setTextFormat(Qt.TextFormat.PlainText)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._choice_box.setSpacing(6)
        column.addLayout(self._choice_box)
        column.addWidget(self.warning)
        column.addLayout(self._conflict_box)
        column.addWidget(self.result_label)
        column.addStretch()
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.cancel)
        foot.addWidget(self.merge_button)
        self.merge_button.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(self.headline)
        layout.addWidget(area, 1)
        layout.addLayout(foot)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Merge entities"))
        self.headline.setText(
            self.tr("These become one entity with all their mentions and names. Which name is the first?")
        )
        self.warning.setText(self.tr("They contradict each other. What is right?"))
        self.merge_button.setText(self.tr("Merge"))
        self.cancel.setText(self.tr("Cancel"))
        if self._rows:
            self._on_stays()

    def _merged(self) -> MergedEntity:
        return merged([row.entity for row in self._rows], self.stays)

    def _on_stays(self) -> None:
        if not self._rows:
            return
        result = self._merged()
        while self._conflict_box.rowCount():
            self._conflict_box.removeRow(0)
        self.conflicts = {}
        for field, values in result.conflicts:
            self.conflicts[field] = self._choice(field, values)
            self._conflict_box.addRow(self.tr("Kind") if field == "kind" else field, self.conflicts[field])
        self.warning.setVisible(bool(result.conflicts))
        mentions = sum(row.count for row in self._rows)
        sentence = self.tr("%n mentions will be linked to %1.", "", mentions)
        others = self._words.other_names(result.entity)
        also = self.tr("Its other names: %1").replace("%1", others) if others else ""
        self.result_label.setText(" ".join(filter(None, [filled(sentence, self.stays.name), also])))

    def _choice(self, field: str, values: Sequence[str]) -> QComboBox:
        choice = QComboBox()
        for value in values:
            choice.addItem(self._tags.name(TagId(value)) if field == "kind" else value, value)
        if field != "kind":
            choice.addItem(self.tr("Keep all of them"), "")
        return choice

    def _on_merge(self) -> None:
        entities, stays, result = [row.entity for row in self._rows], self.stays, self.becomes
        self.accept()
        self.merge_requested.emit(entities, stays, result)
