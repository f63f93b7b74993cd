# SPDX-License-Identifier: GPL-3.0-or-later
"""Painting the page: fills of marks, the selection, their lines; over them the text; then labels and the caret."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from reader.ui.reading_pane.flow import Place
from reader.ui.reading_pane.style import Arc, HiddenMarks, MarkKind, style_of
from reader.ui.reading_pane.window import InView, local_range

if TYPE_CHECKING:
    from reader.ui.reading_pane.pane import ReadingPane

_CARET_PX = 2.0


def paint_page(painter: QPainter, pane: ReadingPane, area: QRect) -> None:
    """Paint what of the pane lies in ``area`` (viewport coordinates)."""
    style = pane.style_in_use
    painter.fillRect(area, style.colour("page"))
    for shown in pane.window_in_view.in_view():
        stretch, laid, origin = shown
        if not laid.reaches(area.top() - origin.y(), area.bottom() + 1 - origin.y()):
            continue
        if stretch.part.has_furniture:
            from reader.ui.reading_pane.furniture import paint_furniture  # noqa: PLC0415 - plain texts have none

            paint_furniture(painter, pane.flow, shown)
        is_marked = bool(pane.mark_layer.on(stretch))
        if is_marked:
            pane.mark_layer.paint_fills(painter, stretch, origin, pane.current_mark)
        _paint_selection(painter, pane, shown)
        if is_marked:
            pane.mark_layer.paint_lines(painter, stretch, origin, pane.current_mark)
        painter.setPen(style.colour(style_of(stretch.role, stretch.part.level).colour))
        laid.draw(painter, origin, area.top(), area.bottom() + 1)
        if laid.has_made_signs:
            painter.setPen(style.colour("accent"))
            laid.draw_made_signs(painter, origin, area.top(), area.bottom() + 1)
        if is_marked:
            pane.mark_layer.paint_labels(painter, stretch, origin)
    if style.hidden_marks is not HiddenMarks.NONE:
        _paint_hidden(painter, pane)
    for arc in pane.arcs:
        _paint_arc(painter, pane, arc)
    _paint_edges(painter, pane)
    _paint_caret(painter, pane)


def _paint_hidden(painter: QPainter, pane: ReadingPane) -> None:
    style = pane.style_in_use
    suspicious_only = style.hidden_marks is HiddenMarks.SUSPICIOUS
    for shown in pane.window_in_view.in_view():
        if shown.laid.hidden(suspicious_only=suspicious_only):
            from reader.ui.reading_pane.hidden_marks import paint_hidden  # noqa: PLC0415 - few texts have any

            paint_hidden(painter, style, shown)


def _paint_selection(painter: QPainter, pane: ReadingPane, shown: InView) -> None:
    fixed, head = pane.places
    if fixed == head:
        return
    stretch, laid, origin = shown
    start, end = local_range(stretch, min(fixed, head), max(fixed, head))
    colour = pane.style_in_use.colour("selection")
    for line, left, right in laid.boxes(start, end) if start < end else ():
        box = QRectF(origin.x() + left, origin.y() + line.top, right - left, laid.setting.line_px)
        painter.fillRect(box, colour)


def _paint_caret(painter: QPainter, pane: ReadingPane) -> None:
    _, head = pane.places
    if not pane.hasFocus():
        return
    box = pane.window_in_view.caret_box(head)
    if box is not None:
        inset = box.height() * 0.14
        shown = QRectF(box.x() - _CARET_PX / 2, box.top() + inset, _CARET_PX, box.height() - 2 * inset)
        painter.fillRect(shown, pane.style_in_use.colour("caret"))


def _paint_edges(painter: QPainter, pane: ReadingPane) -> None:
    """Small handles at both ends of the current annotation or suggestion, to be dragged."""
    if pane.current_mark is None:
        return
    for stretch, _, _ in pane.window_in_view.in_view():
        for placed in pane.mark_layer.on(stretch):
            if placed.mark.key == pane.current_mark and placed.mark.kind is not MarkKind.HIT:
                base = stretch.start
                line_colour = pane.style_in_use.tag(placed.mark.colour).line
                if placed.starts_here:
                    _paint_handle(painter, pane, Place(stretch.id.chunk, base + placed.start), line_colour)
                if placed.ends_here:
                    _paint_handle(painter, pane, Place(stretch.id.chunk, base + placed.end), line_colour)


def _paint_handle(painter: QPainter, pane: ReadingPane, place: Place, colour: QColor) -> None:
    box = pane.window_in_view.caret_box(place)
    if box is not None:
        painter.fillRect(QRectF(box.x() - 0.75, box.top() + 6, 1.5, box.height() - 10), colour)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(box.x(), box.bottom() - 4), 3.5, 3.5)


def _paint_arc(painter: QPainter, pane: ReadingPane, arc: Arc) -> None:
    """An arrow from one annotation to another, with the relation's name; only where both ends are in view."""
    source, target = pane.rect_of(arc.source), pane.rect_of(arc.target)
    if source is None or target is None:
        return
    style = pane.style_in_use
    start, end, bend = _arc_ends(source, target)
    path = QPainterPath(start)
    path.cubicTo(QPointF(start.x(), start.y() + bend), QPointF(end.x(), end.y() - bend), end)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(style.colour("accent"), 1.6))
    painter.drawPath(path)
    _paint_arrow_head(painter, end, -1 if bend < 0 else 1, style.colour("accent"))
    _paint_arc_label(painter, pane, path.pointAtPercent(0.5), arc.label)


def _arc_ends(source: QRect, target: QRect) -> tuple[QPointF, QPointF, float]:
    """Where an arrow leaves and arrives, and how far it bends: over the line for neighbours on one."""
    inset = 8
    if target.top() >= source.bottom() - inset:
        start, end = (
            QPointF(source.center().x(), source.bottom() - inset),
            QPointF(target.center().x(), target.top() + 4),
        )
    elif target.bottom() <= source.top() + inset:
        start, end = (
            QPointF(source.center().x(), source.top() + 4),
            QPointF(target.center().x(), target.bottom() - inset),
        )
    else:
        below = max(source.bottom(), target.bottom()) - inset
        return QPointF(source.center().x(), below), QPointF(target.center().x(), below), 22.0
    return start, end, (end.y() - start.y()) / 2


def _paint_arrow_head(painter: QPainter, tip: QPointF, down: int, colour: QColor) -> None:
    head = QPainterPath(tip)
    head.lineTo(tip.x() - 4, tip.y() - 8 * down)
    head.lineTo(tip.x() + 4, tip.y() - 8 * down)
    head.closeSubpath()
    painter.fillPath(head, colour)


def _paint_arc_label(painter: QPainter, pane: ReadingPane, middle: QPointF, label: str) -> None:
    if not label:
        return
    style = pane.style_in_use
    font = QFont(style.family)
    font.setPixelSize(max(10, round(style.size_px * 0.55)))
    painter.setFont(font)
    width = painter.fontMetrics().horizontalAdvance(label) + 10
    height = painter.fontMetrics().height()
    box = QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)
    painter.setPen(QPen(style.colour("accent"), 1))
    painter.setBrush(style.colour("page"))
    painter.drawRoundedRect(box, 4, 4)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, label)
