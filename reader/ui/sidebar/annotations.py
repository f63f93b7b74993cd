# SPDX-License-Identifier: GPL-3.0-or-later
"""The annotations of the document beside the page: a list to filter, walk through and change them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QFont, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QLabel,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader.model.ids import AnnotationId
from reader.model.tagset import Tag
from reader.text.spans import Span
from reader.ui.models.annotations import (
    EVERYTHING,
    AnnotationFilter,
    AnnotationListModel,
    AnnotationSource,
)
from reader.ui.models.tags import ShownTags
from reader.ui.sidebar.annotation_delegate import AnnotationDelegate
from reader.ui.sidebar.annotation_filter import AnnotationFilterBar
from reader.ui.sidebar.annotation_keys import Wish, wish_of
from reader.ui.sidebar.empty_state import EmptyState
from reader.ui.sidebar.relations import RelationBanner, RelationList, ShownRelation
from reader.ui.sidebar.tag_menu import TagMenu
from reader.ui.sidebar.window_list import WindowListView

_COUNT_AFTER_MS = 400


class AnnotationPanel(QWidget):
    """The document's annotations. Knows no store and no other widget.

    Keys in the list: Return goes to the page, Delete removes, a tag's shortcut changes the tag, N or F2 opens the
    note, Escape ends choosing the other end of a relation. They act on all selected entries where that has a sense.

    Signals:
        annotation_chosen (str id): the user went to an entry; the page should show it.
        jump_requested (str id): the user wants to be on the page, at the annotation (Return, double click).
        removal_requested (list of str ids).
        tag_change_requested (list of str ids, str tag id).
        note_requested (str id, QRect global): note and attributes are to be edited beside that rectangle.
        relation_requested (str source id, str target id).
        relation_removal_requested (list of str relation ids).
        entity_link_requested (str id).
    """

    annotation_chosen = Signal(str)
    jump_requested = Signal(str)
    removal_requested = Signal(list)
    tag_change_requested = Signal(list, str)
    note_requested = Signal(str, object)
    relation_requested = Signal(str, str)
    relation_removal_requested = Signal(list)
    entity_link_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags = ShownTags()
        self._is_stale = False
        self._offers_entities = False
        self._source: AnnotationSource | None = None
        self._current_id = ""
        self.model = AnnotationListModel(self)
        self.entries = WindowListView(self.model)
        self._delegate = AnnotationDelegate(self.entries)
        self.filter_bar = AnnotationFilterBar()
        self.empty = EmptyState()
        self.relations = RelationList()
        self.count = QLabel()
        self.banner = RelationBanner()
        self._pages = QStackedWidget()
        self._count_timer = QTimer(self, singleShot=True, interval=_COUNT_AFTER_MS)
        self._lay_out()
        self._connect()
        self._retranslate()

    def set_tags(self, tags: ShownTags) -> None:
        """Names, order and colours of the tags; call again when the tagset, the theme or the language changes."""
        self._tags = tags
        self.model.set_tags(tags)
        self._delegate.set_tags(tags)
        self.filter_bar.set_tags(tags)
        self.relations.set_tags(tags)
        self.entries.viewport().update()

    def set_quote_font(self, font: QFont) -> None:
        """The face quotes are set in."""
        self._delegate.set_quote_font(font)
        self.entries.doItemsLayout()

    def set_source(self, source: AnnotationSource | None, offset: int = 0) -> None:
        """Show another document's annotations around ``offset``; None empties the panel."""
        self._source = source
        self._current_id = ""
        self.banner.stop()
        self.relations.show_relations(())
        self.filter_bar.set_source(source)
        self.model.set_source(source, offset)

    def offer_entities(self, is_offered: bool) -> None:
        """Whether the menu has an entry that links an annotation to an entity."""
        self._offers_entities = is_offered

    def show_relations(self, annotation_id: str, relations: Sequence[ShownRelation]) -> None:
        """The relations of an annotation; ignored when it is not the current one any more."""
        if annotation_id == self._current_id:
            self.relations.show_relations(relations)

    @Slot()
    def refresh(self) -> None:
        """Read what is shown anew, after an edit; hidden, it waits until it is seen."""
        self._is_stale = not self.isVisible()
        if self._is_stale:
            return
        was_there = self.model.row_of(self._current_id) is not None
        before = self._current_id
        self.entries.refresh()
        if was_there and self._current_id == before and self.model.row_of(before) is None:
            self._remember("")

    @Slot(object)
    def follow(self, span: Span) -> None:
        """The page shows ``span`` now: bring its annotations into view unless the user is busy in the list."""
        self.entries.follow(span)

    @Slot(str)
    def set_current(self, annotation_id: str) -> None:
        """Select the annotation without telling so; "" selects none. What the user has selected with it stays so."""
        if annotation_id in self.selected_ids():
            self._remember(annotation_id)
            return
        row = self.model.find(AnnotationId(annotation_id)) if annotation_id else None
        self._remember(annotation_id)
        self.entries.select_quietly(row)

    @property
    def current_id(self) -> str:
        """The annotation the user is at, "" for none."""
        return self._current_id

    def selected_ids(self) -> list[str]:
        """Identities of the selected entries in text order."""
        return [self.model.record(row).id for row in self.entries.selected_rows()]

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
        if self.selected_ids() and self.entries.isVisible():
            self.menu().popup(event.globalPos())

    def menu(self) -> QMenu:
        """What can be done with the selected entries."""
        ids = self.selected_ids()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        tag_menu = TagMenu(self.tr("Change tag"), self._tags, menu)
        tag_menu.tag_chosen.connect(lambda tag_id: self.tag_change_requested.emit(ids, tag_id))
        menu.addAction(self.tr("Show on the page"), lambda: self.jump_requested.emit(ids[0]))
        menu.addMenu(tag_menu)
        for_one = [
            menu.addAction(self.tr("Note and attributes…"), self._ask_for_note),
            menu.addAction(self.tr("Relate to another annotation…"), self._start_relating),
        ]
        if self._offers_entities:
            link = menu.addAction(self.tr("Link to an entity…"), lambda: self.entity_link_requested.emit(ids[0]))
            for_one.append(link)
        for action in for_one:
            action.setEnabled(len(ids) == 1)
        menu.addSeparator()
        removal = menu.addAction(self.tr("Remove %n annotations", "", len(ids)))
        removal.triggered.connect(lambda: self.removal_requested.emit(ids))
        return menu

    # Inside

    def _lay_out(self) -> None:
        self.entries.setItemDelegate(self._delegate)
        self._pages.addWidget(self.entries)
        self._pages.addWidget(self.empty)
        self.count.setObjectName("quiet")
        self.count.setContentsMargins(10, 4, 10, 6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.filter_bar)
        layout.addWidget(self.banner)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self.relations)
        layout.addWidget(self.count)
        self.setFocusProxy(self.entries)

    def _connect(self) -> None:
        self.filter_bar.filter_changed.connect(self._on_filter_changed)
        self.empty.action_requested.connect(self.filter_bar.clear)
        self.entries.handle_keys_with(self._on_key)
        self.entries.row_chosen.connect(self._on_row_chosen)
        self.entries.doubleClicked.connect(lambda index: self.jump_requested.emit(self.model.record(index.row()).id))
        self.relations.annotation_chosen.connect(self.annotation_chosen)
        self.relations.removal_requested.connect(self.relation_removal_requested)
        self.banner.confirmed.connect(self._finish_relating)
        self.model.window_changed.connect(self._on_window_changed)
        self._count_timer.timeout.connect(self._show_count)

    def _retranslate(self) -> None:
        self.entries.setAccessibleName(self.tr("Annotations"))
        self.entries.setAccessibleDescription(
            self.tr("Return shows the annotation, Delete removes it, a tag's key changes the tag, N opens the note.")
        )
        self._on_window_changed()

    def _remember(self, annotation_id: str) -> None:
        if annotation_id != self._current_id:
            self._current_id = annotation_id
            self.relations.show_relations(())

    def _on_row_chosen(self, row: int) -> None:
        annotation_id = self.model.record(row).id
        self._remember(annotation_id)
        self.annotation_chosen.emit(annotation_id)

    def _on_filter_changed(self, wanted: AnnotationFilter) -> None:
        followed = self.entries.followed
        self.model.set_filter(wanted, followed.start if followed is not None else 0)
        if self._current_id:
            self.entries.select_quietly(self.model.row_of(self._current_id))

    def _on_window_changed(self) -> None:
        is_empty = self.model.rowCount() == 0
        self._pages.setCurrentWidget(self.empty if is_empty else self.entries)
        if is_empty:
            self._say_why_empty()
        elif self._current_id and not self.entries.selected_rows():
            row = self.model.row_of(self._current_id)
            if row is not None:
                self.entries.mark_quietly(row)
        self._count_timer.start()

    def _say_why_empty(self) -> None:
        if self._source is None:
            self.empty.say(self.tr("Open a text, and its annotations are listed here."))
        elif self.model.filter != EVERYTHING:
            self.empty.say(self.tr("No annotation passes the filter."), self.tr("Show all annotations"))
        else:
            self.empty.say(
                self.tr("Nothing is tagged yet. Select words on the page, then press a tag's key or choose a tag.")
            )

    def _show_count(self) -> None:
        shown = self.model.rowCount()
        if self._source is None or shown == 0:
            self.count.clear()
        elif self.model.is_whole:
            self.count.setText(self.tr("%n annotations", "", shown))
        elif self.model.filter == EVERYTHING:
            self.count.setText(self.tr("%n annotations", "", self._source.count()))
        else:
            self.count.setText(self.tr("More than %n annotations", "", shown))

    # Wishes

    def _on_key(self, event: QKeyEvent) -> bool:
        wish = wish_of(event, self._tags, is_relating=self.banner.source is not None)
        if wish is None:
            return False
        if event.type() == QEvent.Type.KeyPress:
            self._fulfil(wish)
        return True

    def _fulfil(self, wish: Wish | Tag) -> None:
        ids = self.selected_ids()
        if wish is Wish.STOP_RELATING:
            self.banner.stop()
        elif not ids:
            return
        elif isinstance(wish, Tag):
            self.tag_change_requested.emit(ids, wish.id)
        elif wish is Wish.JUMP:
            self.jump_requested.emit(ids[0])
        elif wish is Wish.REMOVE:
            self.removal_requested.emit(ids)
        elif wish is Wish.NOTE:
            self._ask_for_note()
        elif wish is Wish.RELATE:
            self._finish_relating()

    def _ask_for_note(self) -> None:
        row = self.entries.selected_rows()[0]
        rect = self.entries.visualRect(self.model.index(row))
        place = self.entries.viewport().mapToGlobal(rect.topLeft())
        self.note_requested.emit(self.model.record(row).id, QRect(place, rect.size()))

    def _start_relating(self) -> None:
        self.banner.start(self.model.record(self.entries.selected_rows()[0]))
        self.entries.setFocus()

    def _finish_relating(self) -> None:
        source, ids = self.banner.source, self.selected_ids()
        if source is not None and len(ids) == 1 and ids[0] != source.id:
            self.banner.stop()
            self.relation_requested.emit(source.id, ids[0])
