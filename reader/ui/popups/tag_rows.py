# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of tags in the picker: chip, name, key; filtered by what is typed, with a row for a new tag."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.model.ids import TagId
from reader.ui.models.sentences import filled
from reader.ui.models.tags import ShownTags
from reader.ui.models.windows import Index
from reader.ui.sidebar.entries import draw_background, draw_chip, draw_line, ink, quiet_ink

_ROWS_SHOWN = 9
_CHIP = QSize(4, 16)
_MARGIN_PX = 8
_KEY_PX = 22
_INDENT_PX = 14

TAG_ROLE = Qt.ItemDataRole.UserRole + 1
"""The tag's id; "" for the row that makes a new tag."""
DEPTH_ROLE = TAG_ROLE + 1
KEY_ROLE = TAG_ROLE + 2


class TagRows(QListWidget):
    """Tags to choose from.

    Signals: tag_chosen (str tag id), new_tag_requested (str name).
    """

    tag_chosen = Signal(str)
    new_tag_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags = ShownTags()
        self._typed = ""
        self.setItemDelegate(_TagRowDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.itemClicked.connect(self._choose)
        self.itemEntered.connect(self.setCurrentItem)

    def set_tags(self, tags: ShownTags) -> None:
        self._tags = tags
        self.filter(self._typed)

    @property
    def colours_of(self) -> ShownTags:
        return self._tags

    def filter(self, text: str) -> None:
        """Show the tags whose names hold the text, and a row to make one if none has just that name."""
        self._typed = text.strip()
        self.clear()
        fitting = [(tag, 0) for tag in self._tags.matching(self._typed)]
        for tag, depth in fitting if self._typed else self._tags.in_order:
            self.addItem(self._item(self._tags.name(tag.id), tag.id, depth, tag.shortcut.upper()))
        if self._typed and not self._is_a_name(self._typed):
            self.addItem(self._item(filled(self.tr("New tag “%1”"), self._typed), "", 0, "+"))
        self.setCurrentRow(0)
        self.setFixedHeight(max(min(self.count(), _ROWS_SHOWN), 1) * self.sizeHintForRow(0) + 2)

    def make_current(self, tag_id: str) -> None:
        """Go to the row of that tag, if there is one."""
        for row in range(self.count()):
            if self.item(row).data(TAG_ROLE) == tag_id:
                self.setCurrentRow(row)

    def step(self, by: int) -> None:
        """Go up or down, around the ends."""
        if self.count():
            self.setCurrentRow((self.currentRow() + by) % self.count())

    @property
    def current_tag_id(self) -> str:
        return str(self.currentItem().data(TAG_ROLE)) if self.currentRow() >= 0 else ""

    def choose_current(self) -> None:
        """What a click on the current row does."""
        if self.currentRow() >= 0:
            self._choose(self.currentItem())

    def _choose(self, item: QListWidgetItem) -> None:
        tag_id = str(item.data(TAG_ROLE))
        if tag_id:
            self.tag_chosen.emit(tag_id)
        else:
            self.new_tag_requested.emit(self._typed)

    def _is_a_name(self, text: str) -> bool:
        wanted = text.casefold()
        return any(wanted == name.casefold() for tag in self._tags.tags for _, name in tag.names)

    @staticmethod
    def _item(text: str, tag_id: str, depth: int, key: str) -> QListWidgetItem:
        item = QListWidgetItem(text)
        item.setData(TAG_ROLE, tag_id)
        item.setData(DEPTH_ROLE, depth)
        item.setData(KEY_ROLE, key)
        item.setToolTip(text)
        return item


class _TagRowDelegate(QStyledItemDelegate):
    """Draws a row: chip and name at the leading side, the key at the trailing one."""

    def __init__(self, rows: TagRows) -> None:
        super().__init__(rows)
        self._rows = rows

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(160, option.fontMetrics.height() + 10)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        chip, name, key = self.places(option, index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_background(painter, option)
        tag_id = str(index.data(TAG_ROLE))
        if tag_id:
            draw_chip(painter, chip, self._rows.colours_of.colour(TagId(tag_id)))
        painter.setFont(option.font)
        painter.setPen(ink(option))
        text = str(index.data(Qt.ItemDataRole.DisplayRole))
        draw_line(painter, name, text, option.direction, is_sentence=not tag_id)
        painter.setPen(quiet_ink(option))
        painter.drawText(key, Qt.AlignmentFlag.AlignCenter, str(index.data(KEY_ROLE)))
        painter.restore()

    def places(self, option: QStyleOptionViewItem, index: Index) -> tuple[QRect, QRect, QRect]:
        """Where chip, name and key lie, mirrored for right-to-left interfaces."""
        box = QRect(option.rect)
        leading = box.left() + _MARGIN_PX + _INDENT_PX * int(index.data(DEPTH_ROLE))
        chip = QRect(leading, box.center().y() - _CHIP.height() // 2, _CHIP.width(), _CHIP.height())
        key = QRect(box.right() - _MARGIN_PX - _KEY_PX + 1, box.top(), _KEY_PX, box.height())
        name_left = chip.right() + 1 + _MARGIN_PX
        name = QRect(name_left, box.top(), key.left() - name_left, box.height())
        chip, name, key = (QStyle.visualRect(option.direction, box, place) for place in (chip, name, key))
        return chip, name, key
