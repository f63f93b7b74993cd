# SPDX-License-Identifier: GPL-3.0-or-later
"""The entities of the open document beside the page: what it mentions, where, and what is linked to none yet."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QFont, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QPushButton, QStackedWidget, QTreeView, QVBoxLayout, QWidget

from reader.model.annotation import Annotation
from reader.model.entity import Entity
from reader.ui.models.document_entities import DocumentEntityModel, Shown
from reader.ui.models.entities import EntityRow
from reader.ui.models.tags import ShownTags
from reader.ui.sidebar.empty_state import EmptyState
from reader.ui.sidebar.entities_delegate import DocumentEntityDelegate
from reader.ui.sidebar.window_list import key_is
from reader.workspace.entity_proposals import DocumentEntities, UnlinkedGroup

_INDENT_PX = 16


class EntityPanel(QWidget):
    """Knows no store and no other widget. Return on a mention goes there, on a group it asks who is meant; A links a
    group to the entity that is offered, R refuses it.

    Signals:
        content_requested (): it is seen and does not know what it shows; ``show_content`` answers.
        mention_chosen (str annotation id): the user went to a mention; the page should show it.
        jump_requested (str annotation id): the user wants to be on the page, at the mention.
        link_requested (Entity, list of str annotation ids): the offer is right.
        refusal_requested (Entity, str words): the offer is wrong.
        question_requested (str annotation id): ask which entity is meant.
        unlink_requested (list of str annotation ids).
        entity_requested (str entity id): show it in the registry.
        registry_requested ().
    """

    content_requested = Signal()
    mention_chosen = Signal(str)
    jump_requested = Signal(str)
    link_requested = Signal(object, list)
    refusal_requested = Signal(object, str)
    question_requested = Signal(str)
    unlink_requested = Signal(list)
    entity_requested = Signal(str)
    registry_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_document = False
        self._is_stale = True
        self._quiet = 0
        self.model = DocumentEntityModel(self)
        self.entries = QTreeView()
        self.delegate = DocumentEntityDelegate(self.entries)
        self.empty = EmptyState()
        self.registry_button = QPushButton()
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self._retranslate()

    def set_tags(self, tags: ShownTags) -> None:
        self.delegate.set_tags(tags)
        self._keeping_place(lambda: self.model.set_tags(tags))

    def set_quote_font(self, font: QFont) -> None:
        self.delegate.set_quote_font(font)

    def set_has_document(self, *, has_document: bool) -> None:
        """Another document is open, or none."""
        self._has_document = has_document
        self.show_content(None)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Something was changed; hidden, it waits until it is seen."""
        self._is_stale = True
        if self.isVisible():
            self._is_stale = False
            self.content_requested.emit()

    def show_content(self, content: DocumentEntities | None) -> None:
        """What the document mentions; what was open and selected stays so."""
        self._keeping_place(lambda: self.model.show_content(content))
        self._say()

    @property
    def current(self) -> Shown | None:
        return self.model.record(self.entries.currentIndex())

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.menu()
        if menu.actions():
            menu.popup(event.globalPos())

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Keys of the tree, which the window's own shortcuts would take."""
        if watched is not self.entries or not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.ShortcutOverride and self._wish_of(event):
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and (wish := self._wish_of(event)):
            self._fulfil(wish)
            return True
        return False

    def menu(self) -> QMenu:
        """What can be done with the current row."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        record = self.current
        if isinstance(record, EntityRow):
            menu.addAction(self.tr("Show the entity…"), lambda: self.entity_requested.emit(record.entity.id))
        elif isinstance(record, UnlinkedGroup):
            for entity in record.proposals[:5]:
                text = self.tr("Link to %1").replace("%1", entity.name.replace("&", "&&"))
                menu.addAction(text).triggered.connect(partial(self._link, entity, record))
            if len(record.proposals) == 1:
                menu.addAction(self.tr("It is not that one"), lambda: self._refuse(record))
                menu.addSeparator()
            menu.addAction(self.tr("Link to an entity…"), lambda: self.question_requested.emit(record.ids[0]))
        elif isinstance(record, Annotation):
            menu.addAction(self.tr("Show on the page"), lambda: self.jump_requested.emit(record.id))
            menu.addAction(self.tr("Link to an entity…"), lambda: self.question_requested.emit(record.id))
            if isinstance(self._above(), EntityRow):
                menu.addAction(self.tr("Take the link away"), lambda: self.unlink_requested.emit([record.id]))
        return menu

    # Inside

    def _lay_out(self) -> None:
        tree = self.entries
        tree.setModel(self.model)
        tree.setItemDelegate(self.delegate)
        tree.setHeaderHidden(True)
        tree.setIndentation(_INDENT_PX)
        tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        tree.setExpandsOnDoubleClick(False)
        tree.setFrameShape(QTreeView.Shape.NoFrame)
        tree.setMouseTracking(True)
        tree.installEventFilter(self)
        self._pages.addWidget(tree)
        self._pages.addWidget(self.empty)
        self.registry_button.setFlat(True)
        self.registry_button.setObjectName("quiet")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self.registry_button)
        self.setFocusProxy(tree)

    def _connect(self) -> None:
        self.entries.selectionModel().currentChanged.connect(lambda now, _before: self._on_current(now))
        self.entries.doubleClicked.connect(lambda _index: self._fulfil("open"))
        self.delegate.accept_clicked.connect(lambda group: self._link(group.proposals[0], group))
        self.delegate.reject_clicked.connect(self._refuse)
        self.registry_button.clicked.connect(self.registry_requested)

    def _retranslate(self) -> None:
        self.entries.setAccessibleName(self.tr("Entities of the text"))
        self.entries.setAccessibleDescription(
            self.tr("Return goes to a mention or asks who is meant, A links to the entity offered, R refuses it.")
        )
        self.registry_button.setText(self.tr("All entities…"))
        self._say()

    def _say(self) -> None:
        self._pages.setCurrentWidget(self.entries if self.model.rowCount() else self.empty)
        if not self._has_document:
            self.empty.say(self.tr("Open a text, and the entities it mentions are listed here."))
        else:
            self.empty.say(
                self.tr(
                    "Here stand the people, places and things the text mentions. Tag their names first; then a tag is "
                    "linked to an entity with Ctrl+K."
                )
            )

    def _on_current(self, index: object) -> None:
        record = self.current
        if isinstance(record, Annotation) and self.entries.hasFocus() and not self._quiet and index is not None:
            self.mention_chosen.emit(record.id)

    def _above(self) -> Shown | None:
        return self.model.record(self.entries.currentIndex().parent())

    def _wish_of(self, event: QKeyEvent) -> str:
        """What a key asks for of the current row; "" for keys that are not ours."""
        record = self.current
        if key_is(event, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return "open" if record is not None else ""
        if isinstance(record, UnlinkedGroup) and len(record.proposals) == 1:
            if key_is(event, Qt.Key.Key_A):
                return "link"
            if key_is(event, Qt.Key.Key_R, Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
                return "refuse"
        if isinstance(record, Annotation) and isinstance(self._above(), EntityRow):
            return "unlink" if key_is(event, Qt.Key.Key_Delete) else ""
        return ""

    def _fulfil(self, wish: str) -> None:
        record = self.current
        if isinstance(record, UnlinkedGroup):
            if wish == "link":
                self._link(record.proposals[0], record)
            elif wish == "refuse":
                self._refuse(record)
            else:
                self.question_requested.emit(record.ids[0])
        elif isinstance(record, Annotation):
            if wish == "unlink":
                self.unlink_requested.emit([record.id])
            else:
                self.jump_requested.emit(record.id)
        elif isinstance(record, EntityRow):
            index = self.entries.currentIndex()
            self.entries.setExpanded(index, not self.entries.isExpanded(index))

    def _link(self, entity: Entity, group: UnlinkedGroup, _checked: object = None) -> None:
        self.link_requested.emit(entity, list(group.ids))

    def _refuse(self, group: UnlinkedGroup) -> None:
        self.refusal_requested.emit(group.proposals[0], group.name)

    def _keeping_place(self, change: Callable[[], None]) -> None:
        """Show other rows while those that are open stay open, and the current one current."""
        keys = self.model.keys()
        opened = {keys[row] for row in range(len(keys)) if self.entries.isExpanded(self.model.index(row))}
        current = self.entries.currentIndex()
        top = current.parent() if current.parent().isValid() else current
        key, row = (keys[top.row()], top.row()) if top.isValid() and top.row() < len(keys) else ("", -1)
        scrolled = self.entries.verticalScrollBar().value()
        self._quiet += 1
        change()
        fresh = self.model.keys()
        for number, each in enumerate(fresh):
            if each and each in opened:
                self.entries.setExpanded(self.model.index(number), True)
        wanted = fresh.index(key) if key in fresh else min(row, len(fresh) - 1)
        if key and wanted >= 0:
            self.entries.setCurrentIndex(self.model.index(wanted))
        self.entries.verticalScrollBar().setValue(scrolled)
        self._quiet -= 1
