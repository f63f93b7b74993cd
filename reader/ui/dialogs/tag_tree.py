# SPDX-License-Identifier: GPL-3.0-or-later
"""The tree of tags in the tagset editor: shown as stored, moved by dragging or by keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QByteArray, QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from reader.model.ids import TagId
from reader.model.tagset import Tag
from reader.ui.models.tags import ShownTags
from reader.ui.sidebar.tag_menu import tag_icon

_TAG = Qt.ItemDataRole.UserRole + 1
_NAME, _KEY, _COUNT = range(3)


class TagTree(QTreeWidget):
    """Tags, nested. A move changes nothing here: it is asked for, and ``show_tags`` shows what became of it.

    Keys: Alt+Up and Alt+Down move the tag within its level; Alt+PageDown puts it under the one above, Alt+PageUp
    out of its nest.

    Signals:
        tag_selected (str tag id): the user went to a tag.
        order_requested (list of str tag ids, str parent tag id or ""): these stand under that parent, in this order.
    """

    tag_selected = Signal(str)
    order_requested = Signal(list, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags = ShownTags()
        self.setColumnCount(3)
        self.header().setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(_KEY, QHeaderView.ResizeMode.ResizeToContents)
        self.header().setSectionResizeMode(_COUNT, QHeaderView.ResizeMode.ResizeToContents)
        self.header().setStretchLastSection(False)
        self.setUniformRowHeights(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.currentItemChanged.connect(lambda _now, _before: self.tag_selected.emit(self.current_id))

    @property
    def current_id(self) -> str:
        """The tag the user is at, "" for none."""
        item = self.currentItem()
        return str(item.data(_NAME, _TAG)) if isinstance(item, QTreeWidgetItem) else ""

    def show_tags(self, tags: ShownTags, counts: Mapping[TagId, int]) -> None:
        """Show these; the user stays at the same tag."""
        self._tags = tags
        before, row = self.current_id, self._flat_row(self.current_id)
        self.blockSignals(True)
        self.clear()
        items: dict[TagId, QTreeWidgetItem] = {}
        for tag, _depth in tags.in_order:
            item = self._item(tag, counts.get(tag.id, 0))
            above = items.get(tag.parent_id) if tag.parent_id is not None else None
            items[tag.id] = item
            if above is None:
                self.addTopLevelItem(item)
            else:
                above.addChild(item)
        self.expandAll()
        self.blockSignals(False)
        self._go_back(before, row)

    def go_to(self, tag_id: str) -> None:
        """Make this the tag the user is at."""
        for item in self._items():
            if item.data(_NAME, _TAG) == tag_id:
                self.setCurrentItem(item)

    def move_by(self, step: int) -> None:
        """Ask for the current tag to change places with its neighbour, before it (-1) or after it (1)."""
        tag = self._tags.tag(TagId(self.current_id))
        if tag is None:
            return
        level = self._level(tag.parent_id)
        at = level.index(tag.id)
        if 0 <= at + step < len(level):
            level[at], level[at + step] = level[at + step], level[at]
            self.order_requested.emit(level, tag.parent_id or "")

    def nest(self) -> None:
        """Ask for the current tag to go under the one above it on its level."""
        tag = self._tags.tag(TagId(self.current_id))
        if tag is None:
            return
        level = self._level(tag.parent_id)
        at = level.index(tag.id)
        if at > 0:
            above = level[at - 1]
            self.order_requested.emit([*self._level(TagId(above)), tag.id], above)

    def unnest(self) -> None:
        """Ask for the current tag to go out of its nest, after the tag it was under."""
        tag = self._tags.tag(TagId(self.current_id))
        above = self._tags.tag(tag.parent_id) if tag is not None and tag.parent_id is not None else None
        if tag is not None and above is not None:
            self.place(tag.id, above.parent_id, self._level(above.parent_id).index(above.id) + 1)

    def place(self, tag_id: TagId, parent_id: TagId | None, at: int) -> None:
        """Ask for a tag to stand under ``parent_id`` at place ``at`` of that level as it is now."""
        if parent_id is not None and tag_id in self._line_above(parent_id):
            return
        level = self._level(parent_id)
        before = [one for one in level[:at] if one != tag_id]
        after = [one for one in level[at:] if one != tag_id]
        wanted = [*before, tag_id, *after]
        if wanted != level:
            self.order_requested.emit(wanted, parent_id or "")

    # Qt

    def mimeData(self, items: list[QTreeWidgetItem]) -> QMimeData:  # type: ignore[override]
        data = super().mimeData(items)
        data.setData("application/x-hashiya-tag", QByteArray(str(items[0].data(_NAME, _TAG)).encode()))
        return data

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the move; the view must not make it itself."""
        dragged = TagId(self.current_id)
        item = self.itemAt(event.position().toPoint())
        target = "" if item is None else str(item.data(_NAME, _TAG))
        where = self.dropIndicatorPosition()
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        QTimer.singleShot(0, self, lambda: self._drop(dragged, target, where))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {
            Qt.Key.Key_Up: lambda: self.move_by(-1),
            Qt.Key.Key_Down: lambda: self.move_by(1),
            Qt.Key.Key_PageDown: self.nest,
            Qt.Key.Key_PageUp: self.unnest,
        }
        move = moves.get(Qt.Key(event.key())) if event.modifiers() & Qt.KeyboardModifier.AltModifier else None
        if move is None:
            super().keyPressEvent(event)
        else:
            move()

    # Inside

    def _drop(self, dragged: TagId, target: str, where: QAbstractItemView.DropIndicatorPosition) -> None:
        tag = self._tags.tag(TagId(target))
        if tag is None:
            self.place(dragged, None, len(self._level(None)))
        elif where == QAbstractItemView.DropIndicatorPosition.OnItem:
            self.place(dragged, tag.id, len(self._level(tag.id)))
        else:
            after = where == QAbstractItemView.DropIndicatorPosition.BelowItem
            self.place(dragged, tag.parent_id, self._level(tag.parent_id).index(tag.id) + after)

    def _item(self, tag: Tag, count: int) -> QTreeWidgetItem:
        shown_count = self.locale().toString(count) if count else ""
        item = QTreeWidgetItem([self._tags.name(tag.id), tag.shortcut.upper(), shown_count])
        item.setIcon(_NAME, tag_icon(self._tags.colour(tag.id)))
        item.setData(_NAME, _TAG, tag.id)
        item.setSizeHint(_NAME, QSize(0, self.fontMetrics().height() + 10))
        item.setToolTip(_NAME, tag.description or self._tags.name(tag.id))
        item.setTextAlignment(_KEY, Qt.AlignmentFlag.AlignCenter)
        item.setTextAlignment(_COUNT, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        return item

    def _level(self, parent_id: TagId | None) -> list[TagId]:
        """Tags under a parent, in order; a parent that is gone counts as none."""
        return [tag.id for tag in self._tags.tags if self._parent(tag) == parent_id]

    def _parent(self, tag: Tag) -> TagId | None:
        return tag.parent_id if tag.parent_id in self._tags else None

    def _line_above(self, tag_id: TagId) -> list[TagId]:
        line = [tag_id]
        while (tag := self._tags.tag(line[-1])) is not None and tag.parent_id is not None and tag.parent_id not in line:
            line.append(tag.parent_id)
        return line

    def _items(self) -> Iterator[QTreeWidgetItem]:
        waiting = [self.topLevelItem(row) for row in range(self.topLevelItemCount())]
        while waiting:
            item = waiting.pop(0)
            if item is None:
                continue
            yield item
            waiting[:0] = [item.child(row) for row in range(item.childCount())]

    def _flat_row(self, tag_id: str) -> int:
        ids = [str(item.data(_NAME, _TAG)) for item in self._items()]
        return ids.index(tag_id) if tag_id in ids else 0

    def _go_back(self, tag_id: str, row: int) -> None:
        if tag_id in self._tags:
            self.go_to(tag_id)
        else:
            items = list(self._items())
            if items:
                self.setCurrentItem(items[min(row, len(items) - 1)])
        self.tag_selected.emit(self.current_id)
