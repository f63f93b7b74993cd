# SPDX-License-Identifier: GPL-3.0-or-later
"""How a suggestion is drawn in the sidebar, with buttons to accept and reject it on the row under the pointer."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from reader.model.suggestion import Suggestion
from reader.ui.models.suggestion_words import confidence_in_words
from reader.ui.models.suggestions import SuggestionRole
from reader.ui.models.windows import Index
from reader.ui.sidebar.entries import Entry, detail_font, quiet_ink
from reader.ui.sidebar.entry_delegate import EntryDelegate

BUTTON_PX = 26
_BAR = QSize(34, 4)
_TICK = QPolygonF([QPointF(-4.5, 0.5), QPointF(-1.5, 3.5), QPointF(4.5, -3.5)])


class SuggestionDelegate(EntryDelegate):
    """Draws a suggestion: chip, quote, tag name and reason; confidence or the two buttons at the trailing side.

    Signals: accept_clicked (Suggestion), reject_clicked (Suggestion).
    """

    accept_clicked = Signal(object)
    reject_clicked = Signal(object)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        suggestion: Suggestion = index.data(SuggestionRole.RECORD)
        entry = Entry(
            quote=suggestion.quote,
            name=self._tags.name(suggestion.tag_id),
            detail=str(index.data(SuggestionRole.REASON)),
            is_detail_ours=True,
            colour=self._tags.colour(suggestion.tag_id),
            is_in_view=self.is_in_view(suggestion.span),
        )
        self.painter.draw(painter, option, entry, 2 * BUTTON_PX)
        accept, reject = self.buttons(option)
        painter.save()
        if option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected):
            draw_buttons(painter, option, accept, reject)
        else:
            draw_share(painter, option, accept.united(reject), suggestion.confidence)
        painter.restore()

    def buttons(self, option: QStyleOptionViewItem) -> tuple[QRect, QRect]:
        """Where the buttons to accept and to reject lie; the one to accept comes first along the line."""
        return buttons_in(self.painter.geometry(option, 2 * BUTTON_PX).trailing, option.direction)

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """A press and release on a button is a click on it, and nothing else."""
        if not isinstance(event, QMouseEvent) or event.button() != Qt.MouseButton.LeftButton:
            return super().editorEvent(event, model, option, index)
        accept, reject = self.buttons(option)
        place = event.position().toPoint()
        if not (accept.contains(place) or reject.contains(place)):
            return super().editorEvent(event, model, option, index)
        if event.type() == QEvent.Type.MouseButtonRelease:
            clicked = self.accept_clicked if accept.contains(place) else self.reject_clicked
            clicked.emit(index.data(SuggestionRole.RECORD))
        return True


def buttons_in(place: QRect, direction: Qt.LayoutDirection) -> tuple[QRect, QRect]:
    """The buttons to accept and to reject at the trailing side of an entry, the one to accept first along the line."""
    accept = QRect(place.left(), place.center().y() - BUTTON_PX // 2, BUTTON_PX, BUTTON_PX)
    reject = accept.translated(BUTTON_PX, 0)
    return QStyle.visualRect(direction, place, accept), QStyle.visualRect(direction, place, reject)


def draw_buttons(painter: QPainter, option: QStyleOptionViewItem, accept: QRect, reject: QRect) -> None:
    _draw_button(painter, option, accept, is_tick=True)
    _draw_button(painter, option, reject, is_tick=False)


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


def draw_share(painter: QPainter, option: QStyleOptionViewItem, rect: QRect, confidence: float) -> None:
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
