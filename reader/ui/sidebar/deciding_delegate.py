# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows to accept or reject: how sure, or two buttons on the row under the pointer."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from reader.ui.models.suggestion_words import confidence_in_words
from reader.ui.models.windows import Index
from reader.ui.sidebar.entries import detail_font, quiet_ink
from reader.ui.sidebar.entry_delegate import EntryDelegate

BUTTON_PX = 26
_BAR = QSize(34, 4)
_TICK = QPolygonF([QPointF(-4.5, 0.5), QPointF(-1.5, 3.5), QPointF(4.5, -3.5)])


class DecidingDelegate(EntryDelegate):
    """Draws rows that are accepted or rejected: at the trailing side the confidence, or under the pointer two buttons.

    Signals: accept_clicked (the row's record), reject_clicked (likewise).
    """

    accept_clicked = Signal(object)
    reject_clicked = Signal(object)

    def record(self, index: Index) -> object:
        """What a click on the buttons of the row is about; None for a row without buttons."""
        raise NotImplementedError

    def buttons(self, option: QStyleOptionViewItem) -> tuple[QRect, QRect]:
        """Where the buttons to accept and to reject lie; the one to accept comes first along the line."""
        return _buttons_in(self.painter.geometry(option, 2 * BUTTON_PX).trailing, option.direction)

    def draw_trailing(self, painter: QPainter, option: QStyleOptionViewItem, confidence: float) -> None:
        """The confidence, or the buttons."""
        if not self.draw_buttons(painter, option):
            accept, reject = self.buttons(option)
            _draw_share(painter, option, accept.united(reject), confidence)

    def draw_buttons(self, painter: QPainter, option: QStyleOptionViewItem) -> bool:
        """Draw the buttons if the row is under the pointer or selected; returns whether it is."""
        is_near = bool(option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected))
        if is_near:
            accept, reject = self.buttons(option)
            _draw_button(painter, option, accept, is_tick=True)
            _draw_button(painter, option, reject, is_tick=False)
        return is_near

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """A press and release on a button is a click on it, and nothing else."""
        record = self.record(index)
        if record is None or not isinstance(event, QMouseEvent) or event.button() != Qt.MouseButton.LeftButton:
            return super().editorEvent(event, model, option, index)
        accept, reject = self.buttons(option)
        place = event.position().toPoint()
        if not (accept.contains(place) or reject.contains(place)):
            return super().editorEvent(event, model, option, index)
        if event.type() == QEvent.Type.MouseButtonRelease:
            clicked = self.accept_clicked if accept.contains(place) else self.reject_clicked
            clicked.emit(record)
        return True


def _buttons_in(place: QRect, direction: Qt.LayoutDirection) -> tuple[QRect, QRect]:
    """The buttons to accept and to reject at the trailing side of an entry, the one to accept first along the line."""
    accept = QRect(place.left(), place.center().y() - BUTTON_PX // 2, BUTTON_PX, BUTTON_PX)
    reject = accept.translated(BUTTON_PX, 0)
    return QStyle.visualRect(direction, place, accept), QStyle.visualRect(direction, place, reject)


def _draw_button(painter: QPainter, option: QStyleOptionViewItem, rect: QRect, *, is_tick: bool) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pointer = option.widget.mapFromGlobal(option.widget.cursor().pos())
    is_under_pointer = rect.contains(pointer)
    if is_under_pointer:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(option.palette.color(QPalette.ColorRole.Mid))
        painter.drawRoundedRect(QRectF(rect).adjusted(2, 2, -2, -2), 4, 4)
    pen = QPen(quiet_ink(option), 1.8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    centre = QRectF(rect).center()
    if is_tick:
        painter.drawPolyline(_TICK.translated(centre))
    else:
        painter.drawLine(centre + QPointF(-3.5, -3.5), centre + QPointF(3.5, 3.5))
        painter.drawLine(centre + QPointF(-3.5, 3.5), centre + QPointF(3.5, -3.5))


def _draw_share(painter: QPainter, option: QStyleOptionViewItem, rect: QRect, confidence: float) -> None:
    """A confidence as a number over a short bar."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(detail_font(option))
    painter.setPen(quiet_ink(option))
    height = painter.fontMetrics().height()
    top = rect.center().y() - (height + _BAR.height() + 2) // 2
    number = QRect(rect.left(), top, rect.width(), height)
    painter.drawText(number, Qt.AlignmentFlag.AlignCenter, confidence_in_words(confidence))
    bar = QRect(rect.center().x() - _BAR.width() // 2, number.bottom() + 2, _BAR.width(), _BAR.height())
    draw_confidence(painter, bar, confidence, option.palette, option.direction)


def draw_confidence(
    painter: QPainter, rect: QRect, confidence: float, palette: QPalette, direction: Qt.LayoutDirection
) -> None:
    """A bar filled from the leading side as far as the confidence goes."""
    radius = rect.height() / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.color(QPalette.ColorRole.Mid))
    painter.drawRoundedRect(QRectF(rect), radius, radius)
    filled_px = max(round(rect.width() * confidence), rect.height())
    part = QStyle.visualRect(direction, rect, QRect(rect.left(), rect.top(), filled_px, rect.height()))
    painter.setBrush(palette.color(QPalette.ColorRole.PlaceholderText))
    painter.drawRoundedRect(QRectF(part), radius, radius)
