# SPDX-License-Identifier: GPL-3.0-or-later
"""The open suggestions in the order chosen: as a list in text order, as a ranked list, or as a tree of names."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFont, QKeyEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from reader.model.suggestion import EVERY_SUGGESTION, Suggestion, SuggestionFilter, SuggestionGroup, SuggestionOrder
from reader.text.spans import Span
from reader.ui.models.suggestion_groups import SuggestionGroupModel
from reader.ui.models.suggestions import (
    RankedSuggestionModel,
    SuggestionListModel,
    SuggestionPosition,
    SuggestionSource,
    position_of,
)
from reader.ui.models.tags import ShownTags
from reader.ui.sidebar.suggestion_delegate import SuggestionDelegate
from reader.ui.sidebar.suggestion_filter import ORDERS
from reader.ui.sidebar.suggestion_tree import GroupDelegate, SuggestionTree
from reader.ui.sidebar.window_list import WindowListView, key_is

Record = Suggestion | SuggestionGroup
Decide = Callable[[Sequence[Record]], None]


class SuggestionLists(QStackedWidget):
    """One list at a time; the others let go of what they have.

    Signals:
        suggestion_chosen (Suggestion): the user went to it, or to the group that it is the first of.
        jump_requested (Suggestion): the user wants to be on the page, there (double click).
        accept_requested (list of Suggestion), reject_requested (list of Suggestion).
        groups_accept_requested (list of SuggestionGroup), groups_reject_requested (likewise).
        content_changed (): rows came, went, or were read anew.
    """

    suggestion_chosen = Signal(object)
    jump_requested = Signal(object)
    accept_requested = Signal(list)
    reject_requested = Signal(list)
    groups_accept_requested = Signal(list)
    groups_reject_requested = Signal(list)
    content_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source: SuggestionSource | None = None
        self._current: SuggestionPosition | None = None
        self._wanted = EVERY_SUGGESTION
        self._order = ORDERS[0]
        self._is_seen = False
        self._opens_at: int | None = None
        self.model = SuggestionListModel(self)
        self.ranked_model = RankedSuggestionModel(self)
        self.group_model = SuggestionGroupModel(self)
        self.entries = WindowListView(self.model)
        self.ranked = WindowListView(self.ranked_model)
        self.tree = SuggestionTree(self.group_model)
        self._views: tuple[WindowListView | SuggestionTree, ...] = (self.entries, self.ranked, self.tree)
        self._delegates = (SuggestionDelegate(self.entries), SuggestionDelegate(self.ranked), GroupDelegate(self.tree))
        for view, delegate in zip(self._views, self._delegates, strict=True):
            view.setItemDelegate(delegate)
            self.addWidget(view)
        self._connect()
        self.retranslate()

    @property
    def view(self) -> WindowListView | SuggestionTree:
        """The list of the order chosen."""
        if self._order == "names":
            return self.tree
        return self.entries if self._order == "text" else self.ranked

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show, and nothing is being asked for."""
        if self._opens_at is not None:
            return False
        if self.view is self.tree:
            return self.group_model.rowCount() == 0 and not self.group_model.is_asking
        return self._list[0].rowCount() == 0

    def set_tags(self, tags: ShownTags) -> None:
        for part in (self.model, self.ranked_model, self.group_model, *self._delegates):
            part.set_tags(tags)
        self.view.viewport().update()

    def set_quote_font(self, font: QFont) -> None:
        for delegate in self._delegates:
            delegate.set_quote_font(font)
        for view in self._views:
            view.doItemsLayout()

    def set_source(self, source: SuggestionSource | None, offset: int) -> None:
        """Show another document's suggestions around ``offset``; None empties the lists."""
        self._source = source
        self._current = None
        self._feed(offset)

    def set_order(self, order: str) -> None:
        """Show the list in one of ``suggestion_filter.ORDERS``."""
        self._order = order
        self._feed(self._place)

    def set_wanted(self, wanted: SuggestionFilter) -> None:
        """Show only these."""
        if wanted != self._wanted:
            self._wanted = wanted
            self._feed(self._place)

    def set_seen(self, is_seen: bool) -> None:
        """Whether the user sees the lists, or what stands in their place."""
        self._is_seen = is_seen
        if is_seen and self._opens_at is not None:
            followed = self.entries.followed
            self._feed(self._opens_at if followed is None else followed.start)

    def refresh(self) -> None:
        """Read what is shown anew."""
        self.view.refresh()

    def follow(self, span: Span) -> None:
        """The page shows ``span`` now."""
        self.entries.follow(span)

    def set_current(self, suggestion: Suggestion | None) -> None:
        """Select this suggestion without telling so; None selects none."""
        self._current = None if suggestion is None else position_of(suggestion)
        if self._current is not None and self._current in [position_of(each) for each in self.selected()]:
            return
        if self.view is self.tree:
            self.tree.select_quietly(suggestion)
        else:
            model, view = self._list
            view.select_quietly(None if self._current is None else model.find(self._current))

    def selected(self) -> list[Suggestion]:
        """The selected suggestions in the order of the list."""
        return [record for record in self.selected_records() if isinstance(record, Suggestion)]

    def selected_records(self) -> list[Record]:
        """The selected suggestions and groups."""
        if self.view is self.tree:
            return self.tree.selected_records()
        model, view = self._list
        return [model.record(row) for row in view.selected_rows()]

    # Decisions

    def accept(self, records: Sequence[Record]) -> None:
        """Ask that these be accepted; a group of one is a suggestion like others."""
        suggestions, groups = self._parted(records)
        if suggestions:
            self.accept_requested.emit(suggestions)
        if groups:
            self.groups_accept_requested.emit(groups)

    def reject(self, records: Sequence[Record]) -> None:
        suggestions, groups = self._parted(records)
        if suggestions:
            self.reject_requested.emit(suggestions)
        if groups:
            self.groups_reject_requested.emit(groups)

    def jump(self, record: Record) -> None:
        """Ask to be on the page where this is, or where the first of the group is."""
        if (suggestion := self._one_of(record)) is not None:
            self.jump_requested.emit(suggestion)

    def menu(self) -> QMenu:
        """What can be done with the selected entries."""
        selected = self.selected_records()
        number = sum(record.count if isinstance(record, SuggestionGroup) else 1 for record in selected)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Show on the page"), lambda: self.jump(selected[0]))
        menu.addSeparator()
        accept = menu.addAction(self.tr("Accept %n suggestions", "", number))
        accept.triggered.connect(lambda: self.accept(selected))
        reject = menu.addAction(self.tr("Reject %n suggestions", "", number))
        reject.triggered.connect(lambda: self.reject(selected))
        return menu

    def retranslate(self) -> None:
        for view in self._views:
            view.setAccessibleName(self.tr("Suggestions"))
            view.setAccessibleDescription(self.tr("Return or A accepts the suggestion, Delete or R rejects it."))

    # Qt

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.selected_records():
            self.menu().popup(event.globalPos())

    # Inside

    @property
    def _list(self) -> tuple[SuggestionListModel, WindowListView]:
        return (self.ranked_model, self.ranked) if self.view is self.ranked else (self.model, self.entries)

    @property
    def _place(self) -> int:
        followed = self.entries.followed
        return followed.start if followed is not None else 0

    def _connect(self) -> None:
        for model, rows in ((self.model, self.entries), (self.ranked_model, self.ranked)):
            rows.row_chosen.connect(lambda row, model=model: self._on_chosen(model.record(row)))
            rows.doubleClicked.connect(lambda index, model=model: self.jump(model.record(index.row())))
            model.window_changed.connect(self._on_content_changed)
        self.tree.row_chosen.connect(self._on_chosen)
        self.tree.mention_opened.connect(self.jump_requested)
        self.group_model.answered.connect(self._on_content_changed)
        for delegate in self._delegates:
            delegate.accept_clicked.connect(lambda record: self.accept([record]))
            delegate.reject_clicked.connect(lambda record: self.reject([record]))
        for view in self._views:
            view.handle_keys_with(self._on_key)

    def _feed(self, offset: int) -> None:
        """Fill the list of the order chosen, around ``offset``; a list that nobody sees is filled when it is shown."""
        self._opens_at = None if self._is_seen else offset
        source, view = self._source if self._is_seen else None, self.view
        if self._order in tuple(SuggestionOrder):
            self.ranked_model.set_order(SuggestionOrder(self._order))
        self.model.show_of(source if view is self.entries else None, self._wanted, offset)
        self.ranked_model.show_of(source if view is self.ranked else None, self._wanted, offset)
        self.group_model.show_of(source if view is self.tree else None, self._wanted)
        self.setCurrentWidget(view)
        self.setFocusProxy(view)
        self.content_changed.emit()

    def _on_content_changed(self) -> None:
        if self.view is self.entries and self._current is not None and not self.entries.selected_rows():
            row = self.model.row_of(self._current)
            if row is not None:
                self.entries.mark_quietly(row)
        self.content_changed.emit()

    def _on_chosen(self, record: Record) -> None:
        if (suggestion := self._one_of(record)) is not None:
            self._current = position_of(suggestion)
            self.suggestion_chosen.emit(suggestion)

    def _one_of(self, record: Record) -> Suggestion | None:
        return self.group_model.first_of(record) if isinstance(record, SuggestionGroup) else record

    def _parted(self, records: Sequence[Record]) -> tuple[list[Suggestion], list[SuggestionGroup]]:
        """Single suggestions, also those of groups of one; and groups of several."""
        several = [each for each in records if isinstance(each, SuggestionGroup) and each.count > 1]
        single = [self._one_of(each) for each in records if not isinstance(each, SuggestionGroup) or each.count == 1]
        return [each for each in single if each is not None], several

    def _on_key(self, event: QKeyEvent) -> bool:
        decide = self._decision_of(event)
        if decide is None or not self.selected_records():
            return False
        if event.type() == QEvent.Type.KeyPress:
            decide(self.selected_records())
        return True

    def _decision_of(self, event: QKeyEvent) -> Decide | None:
        if key_is(event, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_A):
            return self.accept
        if key_is(event, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_R):
            return self.reject
        return None
