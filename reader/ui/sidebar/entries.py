# SPDX-License-Identifier: GPL-3.0-or-later
"""How an entry of the sidebar's lists is drawn: the tag's colour, the quote, and a quiet line below it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QTextOption
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem

from reader.ui.models.sentences import layout_direction_of, on_one_line
from reader.ui.models.tags import TagColour

_MARGIN_PX = 10
_CHIP_PX = 4
_GAP_PX = 10
_PADDING_PX = 7
_LONGEST_SHOWN = 300
_OUTREACH_PX = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryGeometry:
    """Where the parts of an entry lie, in the coordinates of the view, mirrored for right-to-left interfaces."""

    chip: QRect
    quote: QRect
    detail: QRect
    trailing: QRect


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What is drawn: ``name`` is emphasised at the beginning of the line below the quote.

    ``is_detail_ours`` tells a sentence of the interface from a text of the user's, for its direction.
    """

    quote: str
    name: str
    detail: str
    colour: TagColour
    is_in_view: bool = False
    is_detail_ours: bool = False


class EntryPainter:
    """Measures and draws entries; shared by the delegates of the lists."""

    def __init__(self) -> None:
        self._quote_font = QFont()

    def set_quote_font(self, font: QFont) -> None:
        self._quote_font = QFont(font)

    def size(self, option: QStyleOptionViewItem) -> QSize:
        detail_height = QFontMetrics(detail_font(option)).height()
        height = self._quote_height() + detail_height + 2 * _PADDING_PX
        return QSize(10 * _MARGIN_PX, height)

    def geometry(self, option: QStyleOptionViewItem, trailing_px: int = 0) -> EntryGeometry:
        """``trailing_px`` are kept free at the trailing side, over the whole height."""
        box = QRect(option.rect)
        leading = box.left() + _MARGIN_PX + _CHIP_PX + _GAP_PX
        width = box.right() - _MARGIN_PX - trailing_px - leading
        top, quote_height = box.top() + _PADDING_PX, self._quote_height()
        detail_height = box.bottom() - _PADDING_PX - top - quote_height + 1

        def placed(x: int, y: int, width_px: int, height_px: int) -> QRect:
            return QStyle.visualRect(option.direction, box, QRect(x, y, width_px, height_px))

        return EntryGeometry(
            chip=placed(box.left() + _MARGIN_PX, top + 3, _CHIP_PX, box.height() - 2 * _PADDING_PX - 6),
            quote=placed(leading, top, width, quote_height),
            detail=placed(leading, top + quote_height, width, detail_height),
            trailing=placed(leading + width, box.top(), trailing_px + _MARGIN_PX, box.height()),
        )

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, entry: Entry, trailing_px: int = 0) -> None:
        places = self.geometry(option, trailing_px)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_background(painter, option)
        draw_chip(painter, places.chip, entry.colour)
        if entry.is_in_view:
            _draw_in_view(painter, option)
        painter.setFont(self._quote_font)
        painter.setPen(ink(option))
        draw_line(painter, places.quote, on_one_line(entry.quote, _LONGEST_SHOWN), option.direction)
        self._draw_detail(painter, option, places.detail, entry)
        painter.restore()

    def _draw_detail(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, entry: Entry) -> None:
        painter.setFont(detail_font(option))
        name_px = min(painter.fontMetrics().horizontalAdvance(entry.name) + 2, rect.width())
        rest_px = rect.width() - name_px - _GAP_PX
        name_rect = QRect(rect.left(), rect.top(), name_px, rect.height())
        painter.setPen(ink(option))
        draw_line(painter, QStyle.visualRect(option.direction, rect, name_rect), entry.name, option.direction)
        if entry.detail and rest_px > 2 * _GAP_PX:
            painter.setPen(quiet_ink(option))
            rest = QRect(rect.right() - rest_px + 1, rect.top(), rest_px, rect.height())
            detail = on_one_line(entry.detail, _LONGEST_SHOWN)
            place = QStyle.visualRect(option.direction, rect, rest)
            draw_line(painter, place, detail, option.direction, is_sentence=entry.is_detail_ours)

    def _quote_height(self) -> int:
        return QFontMetrics(self._quote_font).height()


def draw_line(
    painter: QPainter,
    rect: QRect,
    text: str,
    interface: Qt.LayoutDirection,
    *,
    is_sentence: bool = False,
) -> None:
    """One line in the painter's font and pen, elided, at the interface's leading side.

    A text of the user's runs as its content says; a sentence of the interface (``is_sentence``) as the interface does.
    """
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    option.setTextDirection(interface if is_sentence else layout_direction_of(text))
    side = Qt.AlignmentFlag.AlignRight if interface == Qt.LayoutDirection.RightToLeft else Qt.AlignmentFlag.AlignLeft
    option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
    elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    # Qt cuts off what stands out of the rectangle, and letters from another face may stand lower than the line.
    painter.drawText(QRectF(rect).adjusted(0, -_OUTREACH_PX, 0, _OUTREACH_PX), elided, option)


def draw_background(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """What the style puts behind an item: selection, hover."""
    style = option.widget.style()
    style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)


def draw_chip(painter: QPainter, rect: QRect, colour: TagColour) -> None:
    """The tag's colour as a small upright bar."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour.line)
    painter.drawRoundedRect(QRectF(rect), rect.width() / 2, rect.width() / 2)


def ink(option: QStyleOptionViewItem) -> QColor:
    """The colour of an item's text."""
    is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
    role = QPalette.ColorRole.HighlightedText if is_selected else QPalette.ColorRole.Text
    return QColor(option.palette.color(role))


def quiet_ink(option: QStyleOptionViewItem) -> QColor:
    """The colour of what an item says beside the main thing; on a selection, the text's own, thinned.

    A style sheet that sets a view's text colour makes its placeholder colour paler than the theme's, so the
    application's is taken.
    """
    if not option.state & QStyle.StateFlag.State_Selected:
        return QColor(QApplication.palette().color(QPalette.ColorRole.PlaceholderText))
    colour = ink(option)
    colour.setAlphaF(0.75)
    return colour


def detail_font(option: QStyleOptionViewItem) -> QFont:
    """The face of the line below the quote: the interface's, a little smaller."""
    font = QFont(option.font)
    if font.pixelSize() > 0:
        font.setPixelSize(max(round(font.pixelSize() * 0.92), 10))
    else:
        font.setPointSizeF(font.pointSizeF() * 0.92)
    return font


def _draw_in_view(painter: QPainter, option: QStyleOptionViewItem) -> None:
    box = QRect(option.rect)
    bar = QStyle.visualRect(option.direction, box, QRect(box.right() - 1, box.top(), 2, box.height()))
    painter.fillRect(bar, option.palette.color(QPalette.ColorRole.Mid))
