# SPDX-License-Identifier: GPL-3.0-or-later
"""The part of the column that is in view: held by a stretch and a pixel in it, so that it never jumps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from reader.text.structure import Role
from reader.ui.reading_pane.flow import Flow, Place, Stretch, StretchId
from reader.ui.reading_pane.laid import LaidText


class InView(NamedTuple):
    """A stretch with text in view: its lines, and where in the window the first of them begins."""

    stretch: Stretch
    laid: LaidText
    origin: QPointF


class PageWindow:
    """``height`` pixels of a flow, seen from ``(stretch, pixels below its top)``. y runs from the window's top."""

    def __init__(self, flow: Flow, height: int) -> None:
        self.flow = flow
        self.height = height
        self._anchor = StretchId(0, 0)
        self._inset = 0.0
        self._seen_from: tuple[Flow, StretchId, float, int] | None = None
        self._visible: list[tuple[Stretch, float]] = []
        self._in_view: list[InView] = []

    @property
    def first(self) -> StretchId:
        return self._anchor

    @property
    def offset_px(self) -> float:
        """How far the window's top is below the column's, as heights are known now."""
        return self.flow.top_of(self._anchor) + self._inset

    def visible(self) -> list[tuple[Stretch, float]]:
        """Every stretch in view with the y of its top (of the space above it), laid out. Asked many times a frame."""
        seen_from = self.flow, self._anchor, self._inset, self.height
        if seen_from != self._seen_from:
            self._visible = list(self._look())
            self._in_view = [
                InView(stretch, self.flow.laid(stretch.id), self.origin(stretch, y))
                for stretch, y in self._visible
                if stretch.role is not Role.BLANK
            ]
            self._seen_from = seen_from
        return self._visible

    def in_view(self) -> list[InView]:
        """Every stretch in view that has text."""
        self.visible()
        return self._in_view

    def _look(self) -> Iterator[tuple[Stretch, float]]:
        id_: StretchId | None = self._anchor
        y = -self._inset
        while id_ is not None and y < self.height:
            height = self.flow.height(id_)
            yield self.flow.stretch(id_), y
            y += height
            id_ = self.flow.after(id_)

    def origin(self, stretch: Stretch, y: float) -> QPointF:
        """Where the first line of a stretch begins, for a stretch whose top is at ``y``."""
        return QPointF(self.flow.left_of(stretch), y + self.flow.space_above(stretch))

    def scroll_by(self, pixels: float) -> float:
        """Scroll down by so many pixels, or as far as the column goes; returns how far that was."""
        anchor, inset = self._anchor, self._inset
        self._inset += pixels
        self._settle()
        return self._distance(anchor, self._anchor) + self._inset - inset

    def scroll_to(self, offset_px: float) -> None:
        """Show the column from ``offset_px`` on, as heights are known now."""
        self._anchor, inset = self.flow.stretch_at_height(max(0.0, offset_px))
        self._inset = float(round(inset))
        self._settle()

    def show_at(self, place: Place, y: float) -> None:
        """Scroll so that the line of a place begins ``y`` pixels below the window's top."""
        stretch = self.flow.stretch_at(place)
        laid = self.flow.laid(stretch.id)
        line = laid.line_of(min(place.offset, stretch.end) - stretch.start)
        self._anchor, self._inset = stretch.id, self.flow.space_above(stretch) + line.top - round(y)
        self._settle()

    def resize(self, flow: Flow, height: int, *, same_width: bool) -> None:
        """Go on with another setting of the same text; what was at the top stays there."""
        place = self.top_place()
        self.flow, self.height = flow, height
        if not same_width and self.offset_px > 0:
            self.show_at(place, 0.0)
        else:
            self._settle()

    def top_place(self) -> Place:
        """The place where the first line in view begins."""
        for stretch, y in self.visible():
            laid = self.flow.laid(stretch.id)
            line = laid.line_at(-self.origin(stretch, y).y() + 1)
            if self.origin(stretch, y).y() + line.top + laid.setting.line_px > 0:
                return Place(stretch.id.chunk, stretch.start + laid.utf16.from_utf16(line.start16))
        return Place(0, 0)

    def stretch_under(self, y: float) -> tuple[Stretch, LaidText, QPointF]:
        """The stretch that shows text at or nearest above ``y``, its lines, and where they begin."""
        best: tuple[Stretch, float] | None = None
        for stretch, top in self.visible():
            if best is None or (top <= y and stretch.role is not Role.BLANK):
                best = (stretch, top)
        if best is None:
            stretch = self.flow.stretch(self._anchor)
            best = (stretch, -self._inset)
        stretch, top = best
        return stretch, self.flow.laid(stretch.id), self.origin(stretch, top)

    def place_at(self, x: float, y: float) -> Place:
        stretch, laid, origin = self.stretch_under(y)
        return Place(stretch.id.chunk, stretch.start + laid.offset_at(x - origin.x(), y - origin.y()))

    def character_at(self, x: float, y: float) -> tuple[Stretch, int] | None:
        """The stretch and the offset in it of the character under a point, or None beside the text."""
        stretch, laid, origin = self.stretch_under(y)
        inside = y - origin.y()
        if not 0 <= inside <= laid.height:
            return None
        offset = laid.character_at(x - origin.x(), inside)
        return None if offset is None else (stretch, offset)

    def caret_box(self, place: Place) -> QRectF | None:
        """The caret's place as a box of no width, or None when its stretch is out of view."""
        wanted = self.flow.stretch_at(place).id
        for stretch, y in self.visible():
            if stretch.id == wanted:
                laid, origin = self.flow.laid(stretch.id), self.origin(stretch, y)
                offset = min(place.offset, stretch.end) - stretch.start
                line = laid.line_of(offset)
                top = origin.y() + line.top
                return QRectF(origin.x() + laid.caret_x(offset), top, 0.0, laid.setting.line_px)
        return None

    def boxes(self, start: Place, end: Place) -> list[QRectF]:
        """Boxes of the text between two places, as far as its stretches are in view; in text order."""
        found = []
        for stretch, y in self.visible():
            left, right = local_range(stretch, start, end)
            if left < right:
                origin = self.origin(stretch, y)
                laid = self.flow.laid(stretch.id)
                found += [
                    QRectF(origin.x() + x0, origin.y() + line.top, x1 - x0, laid.setting.line_px)
                    for line, x0, x1 in laid.boxes(left, right)
                ]
        return found

    def _distance(self, start: StretchId, end: StretchId) -> float:
        """Pixels from the top of one stretch to that of another nearby, which may be above it."""
        if end < start:
            return -self._distance(end, start)
        pixels, id_ = 0.0, start
        while id_ != end and (after := self.flow.after(id_)) is not None:
            pixels += self.flow.height(id_)
            id_ = after
        return pixels

    def _settle(self) -> None:
        """Bring the pixel back into its stretch and the window back onto the column."""
        while self._inset < 0 and (before := self.flow.before(self._anchor)) is not None:
            self._anchor = before
            self._inset += self.flow.height(before)
        self._inset = max(0.0, self._inset)
        while self._inset >= self.flow.height(self._anchor) and (after := self.flow.after(self._anchor)) is not None:
            self._inset -= self.flow.height(self._anchor)
            self._anchor = after
        self._stop_at_end()

    def _stop_at_end(self) -> None:
        below = -self._inset - self.height
        id_: StretchId | None = self._anchor
        while id_ is not None and below < 0:
            below += self.flow.height(id_)
            id_ = self.flow.after(id_)
        below += self.flow.bottom_px if id_ is None else 0.0
        if id_ is None and below < 0:
            self._inset += below
            while self._inset < 0 and (before := self.flow.before(self._anchor)) is not None:
                self._anchor = before
                self._inset += self.flow.height(before)
            self._inset = max(0.0, self._inset)


def local_range(stretch: Stretch, start: Place, end: Place) -> tuple[int, int]:
    """The part of a stretch between two places, as offsets in it; empty where they do not meet."""
    left = stretch.start if start.chunk < stretch.id.chunk else max(stretch.start, start.offset)
    right = stretch.end if end.chunk > stretch.id.chunk else min(stretch.end, end.offset)
    if start.chunk > stretch.id.chunk or end.chunk < stretch.id.chunk or left >= right:
        return 0, 0
    return left - stretch.start, right - stretch.start
