# SPDX-License-Identifier: GPL-3.0-or-later
"""Marks on the page: fetched for the stretches in view, set in lanes, painted beneath the text, found under a point."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QGuiApplication, QPainter, QPen

from reader.text.direction import Direction
from reader.text.spans import Span
from reader.ui.reading_pane.flow import Flow, Stretch, StretchId
from reader.ui.reading_pane.laid import Line
from reader.ui.reading_pane.style import Mark, MarkKind, TagColour
from reader.ui.reading_pane.word_marks import paint_word

MarkSource = Callable[[Span], Sequence[Mark]]
"""Given a span of the document, every mark that shares a character with it."""

_LANES = 4
_KEPT_STRETCHES = 300
_FILL_ABOVE_EM, _FILL_BELOW_EM = 0.92, 0.48
_LANE_EM, _LANE_STEP_EM, _STROKE_EM = 0.40, 0.15, 0.085
_LABEL_EM = 0.42
_TERM_EM, _DOT_EM = 0.30, 0.055
_QUIET = frozenset({MarkKind.HIT, MarkKind.TERM, MarkKind.WORD})
"""Kinds that need no lane and are no target of the mouse."""


class PlacedMark(NamedTuple):
    """A mark within one stretch: its range there (code points), lane and boxes; whether its own ends lie in it."""

    mark: Mark
    start: int
    end: int
    lane: int
    boxes: tuple[tuple[Line, float, float], ...]
    starts_here: bool
    ends_here: bool


class MarkLayer:
    """The marks of the stretches in view. Knows no widget: it is given a painter."""

    def __init__(self, flow: Flow, source: MarkSource | None) -> None:
        self._flow = flow
        self._source = source
        self._placed: dict[StretchId, tuple[PlacedMark, ...]] = {}

    def forget(self) -> None:
        """Fetch again what is shown next."""
        self._placed.clear()

    def has(self, stretch: Stretch) -> bool:
        """Whether the marks of a stretch are at hand."""
        return stretch.id in self._placed

    def on(self, stretch: Stretch) -> tuple[PlacedMark, ...]:
        """The marks that touch a stretch, shortest first; none while the text is not counted."""
        found = self._placed.get(stretch.id)
        if found is None:
            if len(self._placed) >= _KEPT_STRETCHES:
                self._placed.clear()
            found = self._placed[stretch.id] = self._place(stretch)
        return found

    def at(self, stretch: Stretch, offset: int) -> list[Mark]:
        """Marks that cover the character at ``offset`` of the stretch, the shortest first."""
        return [placed.mark for placed in self.on(stretch) if placed.start <= offset < placed.end]

    def paint_fills(self, painter: QPainter, stretch: Stretch, origin: QPointF, current: str | None) -> None:
        """Paint what lies lowest beneath the text of a stretch whose lines begin at ``origin``."""
        size = self._size_px(stretch)
        for placed in reversed(self.on(stretch)):
            if placed.mark.kind is MarkKind.HIT:
                self._paint_hit(painter, placed, origin, size)
            elif placed.mark.kind is MarkKind.WORD:
                paint_word(painter, placed, origin, size, self._flow.style.colour(placed.mark.colour))
            elif placed.mark.kind is MarkKind.ANNOTATION or placed.mark.key == current:
                self._paint_fill(painter, placed, origin, size, current=placed.mark.key == current)

    def paint_lines(self, painter: QPainter, stretch: Stretch, origin: QPointF, current: str | None) -> None:
        """Paint the lines under the text, which show through a selection."""
        size = self._size_px(stretch)
        marks = self.on(stretch)
        for placed in marks:
            if placed.mark.kind is MarkKind.TERM:
                self._paint_dots(painter, placed, origin, size)
        for placed in marks:
            if placed.mark.kind not in _QUIET:
                self._paint_line(painter, placed, origin, size, current=placed.mark.key == current)

    def paint_labels(self, painter: QPainter, stretch: Stretch, origin: QPointF) -> None:
        """Write each tag's name above the edge at which its span begins, where there is room for it."""
        marks = [placed for placed in self.on(stretch) if placed.mark.kind is MarkKind.ANNOTATION]
        if not marks:
            return
        font = QGuiApplication.font()  # that of the window: at this size it reads better than a book face
        font.setPixelSize(max(9, round(_LABEL_EM * self._flow.style.size_px)))
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        taken: list[tuple[Line, float, float]] = []
        for placed in marks:
            if not placed.starts_here or not placed.boxes:
                continue
            line, left = _label_place(placed, self._flow.direction_of(stretch), metrics)
            right = left + metrics.horizontalAdvance(placed.mark.label)
            if not any(other is line and left < end and start < right for other, start, end in taken):
                taken.append((line, left - 4, right + 4))
                baseline = origin.y() + line.baseline - _FILL_ABOVE_EM * self._size_px(stretch) - 1
                painter.setPen(self._colours(placed.mark).line)
                painter.drawText(QPointF(origin.x() + left, baseline), placed.mark.label)

    # Inside

    def _place(self, stretch: Stretch) -> tuple[PlacedMark, ...]:
        base = self._flow.text.start_of(stretch.id.chunk)
        if self._source is None or base is None or stretch.start == stretch.end:
            return ()
        covered = Span(base + stretch.start, base + stretch.end)
        marks = sorted(self._source(covered), key=lambda mark: (len(mark.span), mark.span.start, mark.key))
        lanes: list[list[tuple[int, int]]] = [[] for _ in range(_LANES)]
        laid = self._flow.laid(stretch.id)
        placed = []
        for mark in marks:
            part = mark.span.intersection(covered)
            if part is None:
                continue
            start, end = part.start - covered.start, part.end - covered.start
            lane = 0 if mark.kind in _QUIET else _take_lane(lanes, start, end)
            boxes = tuple(laid.boxes(start, end))
            own_start, own_end = mark.span.start >= covered.start, mark.span.end <= covered.end
            placed.append(PlacedMark(mark, start, end, lane, boxes, own_start, own_end))
        return tuple(placed)

    def _colours(self, mark: Mark) -> TagColour:
        return self._flow.style.tag(mark.colour)

    def _size_px(self, stretch: Stretch) -> int:
        """Size of the letters of a stretch: marks in a title are as large as its type."""
        return self._flow.laid(stretch.id).setting.font.pixelSize()

    def _fill_box(self, origin: QPointF, line: Line, left: float, right: float, size: int) -> QRectF:
        baseline = origin.y() + line.baseline
        above, below = round(_FILL_ABOVE_EM * size), round(_FILL_BELOW_EM * size)
        return QRectF(round(origin.x() + left), baseline - above, round(right - left), above + below)

    def _paint_fill(self, painter: QPainter, placed: PlacedMark, origin: QPointF, size: int, *, current: bool) -> None:
        colours = self._colours(placed.mark)
        fill = QColor(colours.fill)
        if current:
            fill.setAlpha(min(255, round(fill.alpha() * 1.6)))
        dashes = Qt.PenStyle.DashLine if placed.mark.kind is MarkKind.SUGGESTION else Qt.PenStyle.SolidLine
        painter.setPen(QPen(colours.line, 1, dashes) if current else Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        for line, left, right in placed.boxes:
            painter.drawRoundedRect(self._fill_box(origin, line, left, right, size), 3, 3)

    def _paint_hit(self, painter: QPainter, placed: PlacedMark, origin: QPointF, size: int) -> None:
        for line, left, right in placed.boxes:
            painter.fillRect(
                self._fill_box(origin, line, left, right, size), self._flow.style.colour(placed.mark.colour)
            )

    def _paint_dots(self, painter: QPainter, placed: PlacedMark, origin: QPointF, size: int) -> None:
        """The thin dotted line under a term, nearer to the letters than the lines of tags."""
        pen = QPen(self._flow.style.colour("quiet"), max(1.2, _DOT_EM * size))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.01, 2.4])
        painter.setPen(pen)
        for line, left, right in placed.boxes:
            y = origin.y() + line.baseline + round(_TERM_EM * size * 2) / 2
            painter.drawLine(QPointF(origin.x() + left + 1, y), QPointF(origin.x() + right - 1, y))

    def _paint_line(self, painter: QPainter, placed: PlacedMark, origin: QPointF, size: int, *, current: bool) -> None:
        stroke = max(1.5, _STROKE_EM * size)
        suggestion = placed.mark.kind is MarkKind.SUGGESTION
        pen = QPen(self._colours(placed.mark).line, stroke)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if suggestion:
            pen.setWidthF(max(1.2, stroke * (1.0 if current else 0.75)))
            pen.setDashPattern([1.6, 1.8])
        painter.setPen(pen)
        for line, left, right in placed.boxes:
            y = origin.y() + line.baseline + round((_LANE_EM + placed.lane * _LANE_STEP_EM) * size * 2) / 2
            painter.drawLine(QPointF(origin.x() + left + 1, y), QPointF(origin.x() + right - 1, y))


def _label_place(placed: PlacedMark, direction: Direction, metrics: QFontMetricsF) -> tuple[Line, float]:
    """The line a mark begins on, and the left edge of its label there: it starts where the reader meets the mark."""
    line = placed.boxes[0][0]
    on_line = [(left, right) for box_line, left, right in placed.boxes if box_line is line]
    if direction is Direction.LEFT_TO_RIGHT:
        return line, min(left for left, _ in on_line)
    return line, max(right for _, right in on_line) - metrics.horizontalAdvance(placed.mark.label)


def _take_lane(lanes: list[list[tuple[int, int]]], start: int, end: int) -> int:
    """The first lane free over ``[start, end)``, which is then taken; the last one where none is."""
    for number, lane in enumerate(lanes):
        at = bisect_left(lane, (start, end))
        clear_before = at == 0 or lane[at - 1][1] <= start
        clear_after = at == len(lane) or lane[at][0] >= end
        if clear_before and clear_after:
            lane.insert(at, (start, end))
            return number
    return len(lanes) - 1
