# SPDX-License-Identifier: GPL-3.0-or-later
"""Every place an entity is mentioned at, with what stands around it and beside it; a click goes there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListView,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader.model.entity import Entity
from reader.ui.dialogs.entities_rows import MentionDelegate
from reader.ui.models.entities import MentionListModel
from reader.ui.models.sentences import filled, isolated, on_one_line
from reader.ui.models.tags import ShownTags
from reader.ui.sidebar.empty_state import EmptyState

_BESIDE_SHOWN = 5


class EntityMentionList(QWidget):
    """The mentions of the entity that is shown.

    Signals:
        mention_chosen (str annotation id): go there, also into another document.
        split_requested (list of str annotation ids), unlink_requested (list of str annotation ids).
        entity_chosen (str id): one that stands beside it.
    """

    mention_chosen = Signal(str)
    split_requested = Signal(list)
    unlink_requested = Signal(list)
    entity_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = MentionListModel(self)
        self.heading = QLabel()
        self.entries = QListView()
        self.delegate = MentionDelegate(self.entries)
        self.empty = EmptyState()
        self.split_button = QPushButton()
        self.unlink_button = QPushButton()
        self.go_button = QPushButton()
        self._beside = QHBoxLayout()
        self._beside_label = QLabel()
        self._documents = 0
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self.retranslate()

    def set_tags(self, tags: ShownTags) -> None:
        self.delegate.context.tags = tags
        self.entries.viewport().update()

    def set_quote_font(self, font: QFont) -> None:
        self.delegate.context.font = QFont(font)

    def show_mentions(self, ids: Sequence[str], documents: int) -> None:
        """The annotations that mention the entity, in so many documents."""
        self._documents = documents
        self.model.set_ids(ids)
        self._pages.setCurrentWidget(self.entries if ids else self.empty)
        self._say()
        self._on_selected()

    def show_beside(self, entities: Sequence[tuple[Entity, int]]) -> None:
        """The entities mentioned in the same documents, with in how many."""
        while (item := self._beside.takeAt(1)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for entity, count in entities[:_BESIDE_SHOWN]:
            button = QPushButton(isolated(on_one_line(entity.name, 24)).replace("&", "&&"))
            button.setFlat(True)
            button.setAutoDefault(False)
            button.setToolTip(
                filled(self.tr("%1, in %2 of the same texts"), entity.name, self.locale().toString(count))
            )
            button.clicked.connect(lambda _checked=False, identity=entity.id: self.entity_chosen.emit(identity))
            self._beside.addWidget(button)
        self._beside.addStretch()
        self._beside_label.setVisible(bool(entities))

    @property
    def selected_ids(self) -> list[str]:
        rows = sorted(index.row() for index in self.entries.selectionModel().selectedRows())
        return [self.model.id_at(row) for row in rows]

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Return goes to the place, Delete takes the link away."""
        if watched is not self.entries or not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go()
            return True
        if event.key() == Qt.Key.Key_Delete and self.selected_ids:
            self.unlink_requested.emit(self.selected_ids)
            return True
        return False

    def retranslate(self) -> None:
        self.entries.setAccessibleName(self.tr("Mentions"))
        self.split_button.setText(self.tr("Split off…"))
        self.split_button.setToolTip(self.tr("The selected mentions are of another entity, a new one."))
        self.unlink_button.setText(self.tr("Unlink"))
        self.unlink_button.setToolTip(self.tr("The selected tags stay, but mention no entity."))
        self.go_button.setText(self.tr("Go to the place"))
        self._beside_label.setText(self.tr("In the same texts:"))
        self._say()

    # Inside

    def _lay_out(self) -> None:
        self.entries.setModel(self.model)
        self.entries.setItemDelegate(self.delegate)
        self.entries.setUniformItemSizes(True)
        self.entries.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.entries.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.entries.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.entries.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.entries.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.entries.setMouseTracking(True)
        self._pages.addWidget(self.entries)
        self._pages.addWidget(self.empty)
        self._beside_label.setObjectName("quiet")
        self._beside.setSpacing(2)
        self._beside.addWidget(self._beside_label)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in (self.split_button, self.unlink_button):
            button.setAutoDefault(False)
            foot.addWidget(button)
        foot.addStretch()
        self.go_button.setAutoDefault(False)
        foot.addWidget(self.go_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.heading)
        layout.addWidget(self._pages, 1)
        layout.addLayout(self._beside)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.entries.installEventFilter(self)
        self.entries.doubleClicked.connect(lambda _index: self._go())
        self.entries.customContextMenuRequested.connect(
            lambda at: self._menu().popup(self.entries.viewport().mapToGlobal(at))
        )
        self.entries.selectionModel().selectionChanged.connect(lambda _new, _old: self._on_selected())
        self.go_button.clicked.connect(self._go)
        self.split_button.clicked.connect(lambda: self.split_requested.emit(self.selected_ids))
        self.unlink_button.clicked.connect(lambda: self.unlink_requested.emit(self.selected_ids))

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button in (self.go_button, self.split_button, self.unlink_button):
            action = menu.addAction(button.text(), button.click)
            action.setEnabled(button.isEnabled())
        return menu

    def _say(self) -> None:
        count = self.model.rowCount()
        self.heading.setVisible(count > 0)
        mentions = self.tr("%n mentions", "", count)
        documents = self.tr("in %n texts", "", self._documents)
        self.heading.setText(f"{mentions} {documents}")
        self.empty.say(self.tr("No tag is linked to this entity yet. Set a tag off on the page and press Ctrl+K."))

    def _on_selected(self) -> None:
        count = len(self.entries.selectionModel().selectedRows())
        self.go_button.setEnabled(count == 1)
        self.unlink_button.setEnabled(count > 0)
        self.split_button.setEnabled(0 < count < self.model.rowCount())

    def _go(self) -> None:
        if len(self.selected_ids) == 1:
            self.mention_chosen.emit(self.selected_ids[0])
