# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog that lists every annotation that may mention the same, to tick those that do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui.dialogs.entities_rows import MentionDelegate
from reader.ui.models.entities import MentionListModel
from reader.ui.models.sentences import filled
from reader.ui.models.tags import ShownTags


class AlikeDialog(QDialog):
    """All are selected at first; a click or Space takes one out or in.

    Signals: chosen (list of str annotation ids).
    """

    chosen = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self.model = MentionListModel(self)
        self.headline = QLabel()
        self.entries = QListView()
        self.delegate = MentionDelegate(self.entries)
        self.count = QLabel()
        self.all_button = QPushButton()
        self.link_button = QPushButton()
        self.cancel = QPushButton()
        self._lay_out()
        self.all_button.clicked.connect(self._on_all)
        self.cancel.clicked.connect(self.reject)
        self.link_button.clicked.connect(self._on_link)
        self.entries.selectionModel().selectionChanged.connect(lambda _new, _old: self._say())
        self._retranslate()

    def set_tags(self, tags: ShownTags) -> None:
        self.delegate.context.tags = tags

    def set_quote_font(self, font: QFont) -> None:
        self.delegate.context.font = QFont(font)

    def ask(self, name: str, ids: Sequence[str]) -> None:
        """Which of the annotations mention the entity of this name?"""
        self._name = name
        self.model.set_ids(ids)
        self.entries.selectAll()
        self._retranslate()

    @property
    def selected_ids(self) -> list[str]:
        rows = sorted(index.row() for index in self.entries.selectionModel().selectedRows())
        return [self.model.id_at(row) for row in rows]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.link_button.isEnabled():
            self._on_link()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # Inside

    def _lay_out(self) -> None:
        self.resize(640, 480)
        self.headline.setWordWrap(True)
        self.headline.setTextFormat(Qt.TextFormat.PlainText)
        self.entries.setModel(self.model)
        self.entries.setItemDelegate(self.delegate)
        self.entries.setUniformItemSizes(True)
        self.entries.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
        self.entries.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.entries.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.entries.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.count.setObjectName("quiet")
        self.link_button.setDefault(True)
        self.all_button.setAutoDefault(False)
        foot = QHBoxLayout()
        foot.addWidget(self.all_button)
        foot.addWidget(self.count, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.link_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(self.headline)
        layout.addWidget(self.entries, 1)
        layout.addLayout(foot)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Link several tags"))
        self.headline.setText(filled(self.tr("Which of these mention %1? A click takes one out or in."), self._name))
        self.entries.setAccessibleName(self.tr("Tags with the same words"))
        self.all_button.setText(self.tr("All or none"))
        self.link_button.setText(self.tr("Link"))
        self.cancel.setText(self.tr("Cancel"))
        self._say()

    def _say(self) -> None:
        count = len(self.entries.selectionModel().selectedRows())
        number, total = (self.locale().toString(each) for each in (count, self.model.rowCount()))
        self.count.setText(filled(self.tr("%1 of %2 are selected."), number, total))
        self.link_button.setEnabled(count > 0)

    def _on_all(self) -> None:
        if len(self.selected_ids) == self.model.rowCount():
            self.entries.clearSelection()
        else:
            self.entries.selectAll()

    def _on_link(self) -> None:
        ids = self.selected_ids
        self.accept()
        self.chosen.emit(ids)
