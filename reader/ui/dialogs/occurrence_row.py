# SPDX-License-Identifier: GPL-3.0-or-later
"""How an occurrence is drawn: one line of text with the keyword in the middle, running as the text does."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPalette,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.ui.models.occurrences import Index, Occurrence, OccurrenceRole
from reader.ui.models.sentences import qt_direction
from reader.ui.sidebar.entries import draw_background, ink, quiet_ink

_PADDING_PX = 4
_TICK_PX = 28


class OccurrenceDelegate(QStyledItemDelegate):
    """Draws groups as Qt does, and occurrences as a concordance."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._font = QFont(parent.font())
        self._fill = QColor(Qt.GlobalColor.transparent)

    def set_quote_font(self, font: QFont) -> None:
        self._font = QFont(font)

    def set_keyword_fill(self, fill: QColor) -> None:
        """What lies under the keyword: the colour of the tag that is to be given."""
        self._fill = QColor(fill)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(200, QFontMetrics(self._font).height() + 2 * _PADDING_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        occurrence = index.data(OccurrenceRole.RECORD)
        if not isinstance(occurrence, Occurrence):
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        painter.save()
        draw_background(painter, option)
        self._draw_tick(painter, option, index)
        self._draw_line(painter, option, occurrence)
        painter.restore()

    def line_rect(self, option: QStyleOptionViewItem) -> QRect:
        """Where the line of text lies: all but the tick at the leading side."""
        box = QRect(option.rect)
        return QStyle.visualRect(option.direction, box, box.adjusted(_TICK_PX, 0, -_PADDING_PX, 0))

    def keyword_at(self, occurrence: Occurrence) -> tuple[QTextLayout, float]:
        """The line laid out whole, so that letters stay joined, and where in it the keyword has its middle."""
        layout = QTextLayout(_one_line(occurrence), self._font)
        option = QTextOption()
        option.setTextDirection(qt_direction(occurrence.direction))
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(1_000_000)
        layout.endLayout()
        start, length = _keyword_units(occurrence)
        return layout, (_x_of(line, start) + _x_of(line, start + length)) / 2

    def _draw_tick(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        style = option.widget.style()
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        box = QStyleOptionViewItem(option)
        box.rect = style.subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, option.widget)
        box.state &= ~QStyle.StateFlag.State_HasFocus
        is_on = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
        box.state |= QStyle.StateFlag.State_On if is_on else QStyle.StateFlag.State_Off
        style.drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, box, painter, option.widget)

    def _draw_line(self, painter: QPainter, option: QStyleOptionViewItem, occurrence: Occurrence) -> None:
        rect = self.line_rect(option)
        layout, middle = self.keyword_at(occurrence)
        place = QPointF(rect.center().x() - middle, rect.top() + (rect.height() - layout.boundingRect().height()) / 2)
        painter.setClipRect(rect)
        painter.setPen(quiet_ink(option) if occurrence.is_tagged else ink(option))
        layout.draw(painter, place, [self._keyword_format(option, occurrence)])

    def _keyword_format(self, option: QStyleOptionViewItem, occurrence: Occurrence) -> QTextLayout.FormatRange:
        keyword = QTextLayout.FormatRange()
        keyword.start, keyword.length = _keyword_units(occurrence)
        keyword.format = QTextCharFormat()
        keyword.format.setBackground(self._fill)
        keyword.format.setForeground(option.palette.color(QPalette.ColorRole.Text))
        return keyword


def _one_line(occurrence: Occurrence) -> str:
    line = f"{occurrence.before}{occurrence.keyword}{occurrence.after}"
    return line.replace("\n", " ").replace("\u2028", " ").replace("\u2029", " ")


def _keyword_units(occurrence: Occurrence) -> tuple[int, int]:
    """Start and length of the keyword in UTF-16 units, as Qt counts."""
    return _units(occurrence.before), _units(occurrence.keyword)


def _x_of(line: QTextLine, unit: int) -> float:
    """Horizontal place of a cursor; PySide6 6.11 gives it with the cursor, and its stubs give only the type object."""
    place = line.cursorToX(unit)
    return float(place[0]) if isinstance(place, tuple) else float(str(place))


def _units(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)
