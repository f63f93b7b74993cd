# SPDX-License-Identifier: GPL-3.0-or-later
"""How a suggestion is drawn in the sidebar, with buttons to accept and reject it on the row under the pointer."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from reader.model.suggestion import Suggestion
from reader.ui.models.suggestions import SuggestionRole
from reader.ui.models.windows import Index
from reader.ui.sidebar.entries import Entry, detail_font, quiet_ink
from reader.ui.sidebar.entry_delegate import EntryDelegate

_BUTTON_PX = 26
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
        self.painter.draw(painter, option, entry, 2 * _BUTTON_PX)
        accept, reject = self.buttons(option)
        painter.save()
        if option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected):
            _draw_button(painter, option, accept, is_tick=True)
            _draw_button(painter, option, reject, is_tick=False)
        else:
            _draw_confidence(painter, option, accept.united(reject), suggestion.confidence)
        painter.restore()

    def buttons(self, option: QStyleOptionViewItem) -> tuple[QRect, QRect]:
        """Where the buttons to accept and to reject lie; the one to accept comes first along the line."""
        place = self.painter.geometry(option, 2 * _BUTTON_PX).trailing
        top = place.center().y() - _BUTTON_PX // 2
        accept = QRect(place.left(), top, _BUTTON_PX, _BUTTON_PX)
        reject = accept.translated(_BUTTON_PX, 0)
        direction = option.direction
        return QStyle.visualRect(direction, place, accept), QStyle.visualRect(direction, place, reject)

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


def _draw_confidence(painter: QPainter, option: QStyleOptionViewItem, rect: QRect, confidence: float) -> None:
    painter.setFont(detail_font(option))
    painter.setPen(quiet_ink(option))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, f"{confidence:.0%}")
