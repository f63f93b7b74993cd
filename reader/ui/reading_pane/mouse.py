# SPDX-License-Identifier: GPL-3.0-or-later
"""What the mouse does on the page: place the caret, select by letters, words or paragraphs, drag a mark's edges."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QElapsedTimer, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QMouseEvent

from reader.text.spans import Span
from reader.ui.reading_pane import motions
from reader.ui.reading_pane.flow import Flow, Place
from reader.ui.reading_pane.style import Mark, MarkKind

if TYPE_CHECKING:
    from reader.ui.reading_pane.pane import ReadingPane

_Unit = Callable[[Flow, Place], "tuple[Place, Place] | None"]

_EDGE_REACH_PX = 7
_CLICK_REACH_PX = 4
_SCROLL_EVERY_MS = 30


class _EdgeDrag(NamedTuple):
    """A mark's edge in the user's hand: the other end stays."""

    mark: Mark
    fixed: Place


class MouseHand:
    """Turns mouse events into selections. One per pane."""

    def __init__(self, pane: ReadingPane) -> None:
        self._pane = pane
        self._unit: _Unit | None = None
        self._held: tuple[Place, Place] | None = None
        self._edge: _EdgeDrag | None = None
        self._pressed: QPointF | None = None
        self._last = QPointF()
        self._since_double = QElapsedTimer()
        self._scroller = QTimer(pane)
        self._scroller.setInterval(_SCROLL_EVERY_MS)
        self._scroller.timeout.connect(self._scroll_on)

    def press(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        point = event.position()
        self._pressed = self._last = point
        if self._starts_triple_click():
            self._begin(motions.paragraph_around, point)
        elif (edge := self._edge_near(point)) is not None:
            self._edge = edge
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            fixed, _ = self._pane.places
            self._unit, self._held = None, (fixed, fixed)
            self._pane.set_places(fixed, self._place(point))
        else:
            self._unit = None
            place = self._place(point)
            self._held = (place, place)
            self._pane.set_places(place, place)

    def double_click(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._since_double.start()
            self._pressed = self._last = event.position()
            self._begin(motions.word_around, event.position())

    def move(self, event: QMouseEvent) -> None:
        self._last = event.position()
        if self._pressed is None:
            self._show_cursor(event.position())
            return
        height = self._pane.viewport().height()
        outside = not 0 <= event.position().y() <= height
        if outside and not self._scroller.isActive():
            self._scroller.start()
        elif not outside:
            self._scroller.stop()
        self._extend(event.position())

    def release(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or self._pressed is None:
            return
        self._scroller.stop()
        moved = (event.position() - self._pressed).manhattanLength() > _CLICK_REACH_PX
        self._pressed = None
        fixed, head = self._pane.places
        if self._edge is not None:
            self._drop_edge()
        elif fixed != head:
            self._pane.set_places(fixed, head, finished=True)
        elif not moved:
            self._activate(event.position())

    # Inside

    def _place(self, point: QPointF) -> Place:
        return self._pane.window_in_view.place_at(point.x(), point.y())

    def _starts_triple_click(self) -> bool:
        limit = QGuiApplication.styleHints().mouseDoubleClickInterval()
        triple = self._since_double.isValid() and self._since_double.elapsed() < limit
        self._since_double.invalidate()
        return triple

    def _begin(self, unit: _Unit, point: QPointF) -> None:
        """Select the unit under the point; dragging on goes by whole units."""
        place = self._under(point)
        found = unit(self._pane.flow, place)
        self._unit, self._held = unit, found or (place, place)
        self._pane.set_places(*self._held)

    def _under(self, point: QPointF) -> Place:
        """The place before the character under the point: a click on a word's last letter means that word."""
        hit = self._pane.window_in_view.character_at(point.x(), point.y())
        if hit is None:
            return self._place(point)
        stretch, offset = hit
        return Place(stretch.id.chunk, stretch.start + offset)

    def _extend(self, point: QPointF) -> None:
        if self._edge is not None:
            self._pane.set_places(self._edge.fixed, self._place(point))
        elif self._held is not None:
            place = self._place(point)
            reached = (self._unit(self._pane.flow, place) if self._unit else None) or (place, place)
            start, end = self._held
            if min(reached) < start:
                self._pane.set_places(end, min(reached))
            else:
                self._pane.set_places(start, max(end, *reached))

    def _scroll_on(self) -> None:
        """The pointer is held above or below the page: scroll the faster, the farther it is."""
        height = self._pane.viewport().height()
        beyond = self._last.y() if self._last.y() < 0 else self._last.y() - height
        self._pane.scroll_by(max(-60.0, min(60.0, beyond)))
        self._extend(QPointF(self._last.x(), min(max(self._last.y(), 0.0), float(height))))

    def _activate(self, point: QPointF) -> None:
        hit = self._pane.window_in_view.character_at(point.x(), point.y())
        marks = self._pane.mark_layer.at(*hit) if hit is not None else []
        wanted = [mark for mark in marks if mark.kind not in (MarkKind.HIT, MarkKind.TERM, MarkKind.WORD)]
        if wanted:
            keys = [mark.key for mark in wanted]
            current = self._pane.current_mark
            # A second click on stacked marks takes the next one out.
            chosen = wanted[(keys.index(current) + 1) % len(keys)] if current in keys else wanted[0]
            self._pane.mark_activated.emit(str(chosen.kind), chosen.key)
        else:
            self._pane.mark_activated.emit("", "")

    def _edge_near(self, point: QPointF) -> _EdgeDrag | None:
        """The edge of the current mark within reach of the pointer."""
        for mark, start, end in self._current_edges():
            for moving, fixed in ((start, end), (end, start)):
                box = self._pane.window_in_view.caret_box(moving)
                near = box is not None and abs(box.x() - point.x()) <= _EDGE_REACH_PX
                if near and box is not None and box.top() <= point.y() <= box.bottom():
                    return _EdgeDrag(mark, fixed)
        return None

    def _current_edges(self) -> list[tuple[Mark, Place, Place]]:
        pane = self._pane
        if pane.current_mark is None or pane.text.length is None:
            return []
        for stretch, _ in pane.window_in_view.visible():
            for placed in pane.mark_layer.on(stretch):
                mark = placed.mark
                if mark.key == pane.current_mark and mark.kind is not MarkKind.HIT:
                    return [(mark, pane.flow.place_of(mark.span.start), pane.flow.place_of(mark.span.end))]
        return []

    def _drop_edge(self) -> None:
        edge, self._edge = self._edge, None
        selection = self._pane.selection
        _, head = self._pane.places
        self._pane.set_places(head, head)
        if edge is not None and isinstance(selection, Span) and selection != edge.mark.span:
            self._pane.edges_requested.emit(edge.mark.key, selection)

    def _show_cursor(self, point: QPointF) -> None:
        shape = Qt.CursorShape.SizeHorCursor if self._edge_near(point) else Qt.CursorShape.IBeamCursor
        if self._pane.viewport().cursor().shape() is not shape:
            self._pane.viewport().setCursor(shape)
