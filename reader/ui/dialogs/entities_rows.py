# SPDX-License-Identifier: GPL-3.0-or-later
"""How entities and their mentions are drawn in lists."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from reader.model.annotation import Annotation
from reader.ui.models.entities import RECORD_ROLE, EntityRow, EntityWords, MentionRow
from reader.ui.models.sentences import layout_direction_of
from reader.ui.models.tags import ShownTags, TagColour
from reader.ui.models.windows import Index
from reader.ui.sidebar.entries import (
    Entry,
    EntryPainter,
    detail_font,
    draw_background,
    draw_line,
    ink,
    quiet_ink,
)

NO_COLOUR = TagColour(fill=QColor(Qt.GlobalColor.transparent), line=QColor(Qt.GlobalColor.gray))
_MARGIN_PX = 10
_PADDING_PX = 6
_FAR_PX = 1_000_000
_KEPT = 32
"""Code points that an annotation keeps of what stands around it; fewer at the ends of the text."""
_LONGEST_QUOTE = 200
_FREE = 0.25
"""Part of the line's width that follows the words, at least, when the line does not fit."""


class EntityDelegate(QStyledItemDelegate):
    """Draws an entity: chip and name; below it kind, number of mentions and other names."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._tags = ShownTags()
        self._words = EntityWords(self)
        self.painter = EntryPainter()

    def set_tags(self, tags: ShownTags) -> None:
        self._tags = tags

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return self.painter.size(option)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        row = index.data(RECORD_ROLE)
        if not isinstance(row, EntityRow):
            draw_background(painter, option)
            return
        self.painter.draw(painter, option, self._entry(row))

    def _entry(self, row: EntityRow) -> Entry:
        return Entry(
            quote=row.entity.name,
            name=self._words.kind(row.entity, self._tags),
            detail=self._words.detail(row),
            is_detail_ours=True,
            colour=NO_COLOUR if row.entity.kind is None else self._tags.colour(row.entity.kind),
        )


class MentionDelegate(QStyledItemDelegate):
    """Draws a mention: the words amid what stands around them; below them the title of the document."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self.context = ContextPainter(view.font())
        self._words = EntityWords(self)

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        height = self.context.height + QFontMetrics(detail_font(option)).height()
        return QSize(200, height + 2 * _PADDING_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        painter.save()
        draw_background(painter, option)
        row = index.data(RECORD_ROLE)
        if isinstance(row, MentionRow):
            box = QRect(option.rect).adjusted(_MARGIN_PX, _PADDING_PX, -_MARGIN_PX, -_PADDING_PX)
            detail_px = QFontMetrics(detail_font(option)).height()
            context = box.adjusted(0, 0, 0, -detail_px)
            self.context.draw(painter, option, context, row.annotation)
            painter.setFont(detail_font(option))
            painter.setPen(quiet_ink(option))
            place = QRect(box.left(), context.bottom() + 1, box.width(), detail_px)
            draw_line(painter, place, self._words.title(row), option.direction)
        painter.restore()


class ContextPainter:
    """Draws the words of an annotation in their line of text, upon the colour of their tag.

    The line is laid out whole, so that letters stay joined where the words begin within one.
    """

    def __init__(self, font: QFont) -> None:
        self.font = QFont(font)
        self.tags = ShownTags()

    @property
    def height(self) -> int:
        return QFontMetrics(self.font).height()

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, annotation: Annotation) -> None:
        before, words, after = _parts(annotation)
        layout, middle = _laid_out(before, words, after, self.font)
        painter.save()
        painter.setClipRect(rect)
        painter.setPen(ink(option))
        mark = QTextLayout.FormatRange()
        mark.start, mark.length = _units(before), _units(words)
        mark.format = QTextCharFormat()
        mark.format.setBackground(self.tags.colour(annotation.tag_id).fill)
        mark.format.setForeground(option.palette.color(QPalette.ColorRole.Text))
        top = rect.top() + (rect.height() - layout.boundingRect().height()) / 2
        layout.draw(painter, QPointF(_shift(rect, layout, middle, option.direction), top), [mark])
        painter.restore()


def _parts(annotation: Annotation) -> tuple[str, str, str]:
    """Before, words and after on one line, which begins and ends with a whole word."""
    before, after = _one_line(annotation.prefix), _one_line(annotation.suffix)
    if len(before) >= _KEPT and " " in before:
        before = "…" + before[before.index(" ") :]
    if len(after) >= _KEPT and " " in after:
        after = after[: after.rindex(" ") + 1] + "…"
    return before, _one_line(annotation.quote[:_LONGEST_QUOTE]), after


def _one_line(text: str) -> str:
    return "".join(" " if char in "\n\r\t\u2028\u2029" else char for char in text)


def _laid_out(before: str, words: str, after: str, font: QFont) -> tuple[QTextLayout, float]:
    """The line, and where in it the words have their middle."""
    text = before + words + after
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setTextDirection(layout_direction_of(text))
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(_FAR_PX)
    layout.endLayout()
    ends = (line.cursorToX(_units(before)), line.cursorToX(_units(before + words)))
    first, last = (float(end[0]) if isinstance(end, tuple) else float(str(end)) for end in ends)
    return layout, (first + last) / 2


def _shift(rect: QRect, layout: QTextLayout, middle: float, interface: Qt.LayoutDirection) -> float:
    """What is added to the line's places: it begins at its own leading edge unless its words would not be seen then."""
    natural = layout.lineAt(0).naturalTextRect()
    is_whole = natural.width() <= rect.width()
    direction = interface if is_whole else layout.textOption().textDirection()
    if direction is Qt.LayoutDirection.RightToLeft:
        shift = rect.right() - natural.right()
        is_seen = middle + shift >= rect.left() + _FREE * rect.width()
    else:
        shift = rect.left() - natural.left()
        is_seen = middle + shift <= rect.right() - _FREE * rect.width()
    return shift if is_whole or is_seen else rect.center().x() - middle


def _units(text: str) -> int:
    """Length in UTF-16 units, as Qt counts."""
    return len(text) + sum(char > "\uffff" for char in text)
