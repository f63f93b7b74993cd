# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog of the library's entities: the list of them, the fields of one, and where it is mentioned."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QFont, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader import settings as names
from reader.model.entity import Entity
from reader.ui.dialogs.entities_form import EntityForm
from reader.ui.dialogs.entities_list import EntityList
from reader.ui.dialogs.entities_mentions import EntityMentionList
from reader.ui.models.tags import ShownTags
from reader.ui.sidebar.empty_state import EmptyState

_FORM_PX = 330


class EntitiesDialog(QDialog):
    """Places its three parts; their signals are the dialog's own business and that of whoever made it.

    Signals:
        import_requested (), export_requested (), undo_requested ().
        linking_chosen (str): what is done when a tag has the name of an entity; a choice of ``ENTITY_LINKING``.
    """

    import_requested = Signal()
    export_requested = Signal()
    undo_requested = Signal()
    linking_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = EntityList()
        self.form = EntityForm()
        self.mentions = EntityMentionList()
        self.nothing = EmptyState()
        self.linking = QComboBox()
        self.linking_label = QLabel()
        self.import_button = QPushButton()
        self.export_button = QPushButton()
        self.close_button = QPushButton()
        self._detail = QStackedWidget()
        self._lay_out()
        self._connect()
        self._retranslate()

    def set_tags(self, tags: ShownTags) -> None:
        self.list.set_tags(tags)
        self.form.set_tags(tags)
        self.mentions.set_tags(tags)

    def set_quote_font(self, font: QFont) -> None:
        self.list.set_quote_font(font)
        self.mentions.set_quote_font(font)

    def show_entity(self, entity: Entity | None, selected: int) -> None:
        """The one that is selected, or how many are."""
        self.form.show_entity(entity)
        self._detail.setCurrentIndex(0 if entity is not None else 1)
        if selected > 1:
            self.nothing.say(
                self.tr("%n entities are selected. Merge them if they are one and the same.", "", selected)
            )
        else:
            self.nothing.say(self.tr("Choose an entity to see its names and every place that mentions it."))

    def show_linking(self, choice: str) -> None:
        self.linking.setCurrentIndex(max(self.linking.findData(choice), 0))

    def closeEvent(self, event: QCloseEvent) -> None:
        self.form.save()
        super().closeEvent(event)

    def done(self, result: int) -> None:
        self.form.save()
        super().done(result)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # Inside

    def _lay_out(self) -> None:
        self.resize(1000, 680)
        fields = QScrollArea()
        fields.setWidget(self.form)
        fields.setWidgetResizable(True)
        fields.setFrameShape(QFrame.Shape.NoFrame)
        fields.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.addWidget(fields)
        halves.addWidget(self.mentions)
        halves.setChildrenCollapsible(False)
        halves.setSizes([_FORM_PX, _FORM_PX])
        halves.setStretchFactor(1, 1)
        halves.setHandleWidth(13)
        self._detail.addWidget(halves)
        self._detail.addWidget(self.nothing)
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.addWidget(self.list)
        sides.addWidget(self._detail)
        sides.setChildrenCollapsible(False)
        sides.setSizes([360, 640])
        sides.setStretchFactor(1, 1)
        sides.setHandleWidth(17)
        for splitter in (halves, sides):
            splitter.setStyleSheet("QSplitter::handle { background: transparent; }")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(sides, 1)
        layout.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        self.linking_label.setBuddy(self.linking)
        for button in (self.import_button, self.export_button, self.close_button):
            button.setAutoDefault(False)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.import_button)
        foot.addWidget(self.export_button)
        foot.addStretch()
        foot.addWidget(self.linking_label)
        foot.addWidget(self.linking)
        foot.addStretch()
        foot.addWidget(self.close_button)
        return foot

    def _connect(self) -> None:
        self.list.import_requested.connect(self.import_requested)
        self.import_button.clicked.connect(self.import_requested)
        self.export_button.clicked.connect(self.export_requested)
        self.close_button.clicked.connect(self.close)
        self.linking.activated.connect(lambda row: self.linking_chosen.emit(str(self.linking.itemData(row))))
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self).activated.connect(self.undo_requested)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(self.list.search.setFocus)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Entities"))
        self.import_button.setText(self.tr("Import…"))
        self.export_button.setText(self.tr("Export…"))
        self.close_button.setText(self.tr("Close"))
        self.linking_label.setText(self.tr("A tag with the name of an entity:"))
        chosen = self.linking.currentData()
        texts = {"off": self.tr("do nothing"), "offer": self.tr("offer the link"), "link": self.tr("link and tell")}
        self.linking.clear()
        for choice in names.ENTITY_LINKING.choices:
            self.linking.addItem(texts[choice], choice)
        self.show_linking(str(chosen or names.ENTITY_LINKING.default))
        self.list.retranslate()
        self.mentions.retranslate()
        self.show_entity(self.form.entity, len(self.list.selected_ids))
