# SPDX-License-Identifier: GPL-3.0-or-later
"""The question what becomes of the annotations of a tag that is deleted."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from reader.model.ids import TagId
from reader.ui.models.sentences import filled
from reader.ui.models.tags import ShownTags
from reader.ui.sidebar.tag_menu import tag_icon


class TagDeletionDialog(QDialog):
    """Asks whether the annotations move to another tag or are deleted with theirs.

    Signals: deletion_requested (str tag id, str tag id its annotations move to): "" deletes them with it.
    """

    deletion_requested = Signal(str, str)

    def __init__(self, tags: ShownTags, tag_id: TagId, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tag_id = tag_id
        name = tags.name(tag_id)
        self.setWindowTitle(filled(self.tr("Delete the tag %1"), name))
        self.question = QLabel(
            filled(self.tr("%n annotations have the tag %1. What is to become of them?", "", count), name)
        )
        self.move_annotations = QRadioButton(self.tr("&Give them the tag"))
        self.target = QComboBox()
        self.delete_annotations = QRadioButton(self.tr("&Delete all %n with the tag", "", count))
        self.delete = QPushButton(self.tr("Delete the tag"))
        self.cancel = QPushButton(self.tr("Cancel"))
        for tag in tags.tags:
            if tag.id != tag_id:
                self.target.addItem(tag_icon(tags.colour(tag.id)), tags.name(tag.id), tag.id)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.question.setWordWrap(True)
        self.target.setAccessibleName(self.tr("Tag the annotations get"))
        self.target.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.target.setMinimumContentsLength(14)
        has_target = self.target.count() > 0
        self.move_annotations.setChecked(has_target)
        self.delete_annotations.setChecked(not has_target)
        self.move_annotations.setEnabled(has_target)
        hint = QLabel(self.tr("Nested tags move up to its place. The deletion can be undone."))
        hint.setObjectName("quiet")
        hint.setWordWrap(True)
        choice = QHBoxLayout()
        choice.addWidget(self.move_annotations)
        choice.addWidget(self.target, 1)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.cancel)
        foot.addWidget(self.delete)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(self.question)
        layout.addLayout(choice)
        layout.addWidget(self.delete_annotations)
        layout.addWidget(hint)
        layout.addLayout(foot)
        self.setMinimumWidth(380)

    def _connect(self) -> None:
        self.cancel.setDefault(True)
        self.cancel.clicked.connect(self.reject)
        self.delete.clicked.connect(self._on_delete)
        self.move_annotations.toggled.connect(self.target.setEnabled)

    def _on_delete(self) -> None:
        moves = self.move_annotations.isChecked()
        self.deletion_requested.emit(self._tag_id, str(self.target.currentData()) if moves else "")
        self.accept()
