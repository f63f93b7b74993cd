# SPDX-License-Identifier: GPL-3.0-or-later
"""Moving the page: the picture of it, the scroll bar beside it, and what is made ready before it comes into view."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QRegion

from reader.text.structure import Role
from reader.ui.reading_pane.flow import Flow, StretchId

if TYPE_CHECKING:
    from reader.ui.reading_pane.pane import ReadingPane

_PREPARED = 3
"""Stretches with text, below the view and above it, that are ready before they are seen."""


class _Bar(NamedTuple):
    """What the scroll bar shows, in pixels of the column."""

    highest: int
    page: int
    step: int
    value: int


class Scroller(QObject):
    """Scrolls a pane. The window in view decides where the page is; the scroll bar shows it, and can be dragged."""

    _fell_behind = Signal()

    def __init__(self, pane: ReadingPane) -> None:
        super().__init__(pane)
        self._behind_px = 0
        self._is_uncovered = False
        self._fell_behind.connect(self._catch_up, Qt.ConnectionType.QueuedConnection)
        self._pane = pane
        self._bar = pane.verticalScrollBar()
        self._shown = _Bar(-1, -1, -1, -1)
        self._is_showing = False
        self._known_layouts = -1
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._prepare)
        self._bar.valueChanged.connect(self._on_bar)

    def scroll_by(self, pixels: float) -> None:
        """Scroll down by so many pixels, or as far as the text goes."""
        pane = self._pane
        moved = pane.window_in_view.scroll_by(round(pixels))
        whole = abs(moved - round(moved)) < 1e-6 and abs(moved) < pane.viewport().height()
        if whole and not pane.arcs:
            self._move_picture(round(moved))
        else:
            pane.moved()

    def show_place(self) -> None:
        """Have the scroll bar show where the window is in the column, as heights are known now."""
        flow, window = self._pane.flow, self._pane.window_in_view
        highest = max(0, round(flow.total_height - window.height))
        self._known_layouts = flow.layouts_made
        wanted = _Bar(highest, window.height, round(self._pane.line_px), round(window.offset_px))
        if wanted == self._shown and self._bar.value() == wanted.value:
            return
        self._is_showing = True
        if wanted.highest != self._shown.highest:
            self._bar.setRange(0, wanted.highest)
        if wanted.page != self._shown.page:
            self._bar.setPageStep(wanted.page)
        if wanted.step != self._shown.step:
            self._bar.setSingleStep(wanted.step)
        self._bar.setValue(wanted.value)
        self._shown = wanted
        self._is_showing = False

    def paint_anew(self) -> None:
        """Have the whole page painted; to move its picture would be work for nothing."""
        self._behind_px = 0
        self._pane.viewport().update()

    def on_painted(self, painter: QPainter, region: QRegion) -> None:
        """A region has been painted, and heights may be known better; what comes next is made ready at idle times."""
        if (self._behind_px or self._is_uncovered) and self._is_screen(painter):
            self._is_uncovered = False
            if self._behind_px and QRegion(self._pane.viewport().rect()) != region:
                self._pane.viewport().update()  # part of the picture is of now, the rest of before
            self._behind_px = 0
        if self._pane.flow.layouts_made != self._known_layouts:
            self.show_place()
        self._idle.start()

    # Inside

    def _move_picture(self, pixels: int) -> None:
        """The page has gone up by whole pixels: its picture is moved, and only what came into view is painted.

        It is moved once for all steps of a moment, and not at all if the whole page is painted before. Only while
        what the last move uncovered waits to be painted, it is moved at once: Qt then moves that region, too.
        """
        self.show_place()
        if not self._behind_px:
            self._fell_behind.emit()
        self._behind_px += pixels
        if self._is_uncovered:
            self._catch_up()
        self._pane.tell()

    @Slot()
    def _catch_up(self) -> None:
        pixels, self._behind_px = self._behind_px, 0
        if pixels:
            self._is_uncovered = True
            self._pane.viewport().scroll(0, -pixels)

    def _is_screen(self, painter: QPainter) -> bool:
        """Whether the painter paints what is on the screen, not a picture that somebody grabs."""
        return painter.paintEngine().paintDevice() is self._pane.viewport().backingStore().paintDevice()

    def _on_bar(self, value: int) -> None:
        if self._is_showing:
            return
        pane = self._pane
        step = value - pane.window_in_view.offset_px
        if abs(step) <= 2 * pane.viewport().height():
            self.scroll_by(step)
        else:
            pane.window_in_view.scroll_to(value)
            pane.moved()

    def _prepare(self) -> None:
        """Make one stretch near the view ready each time Qt is idle: its lines, their ink and its marks."""
        for id_ in self._nearby():
            if self._pane.make_ready(id_):
                return
        self._idle.stop()

    def _nearby(self) -> Iterator[StretchId]:
        """Stretches with text: those in view, the next ones below, the next ones above."""
        flow = self._pane.flow
        visible = [stretch.id for stretch, _ in self._pane.window_in_view.visible()]
        yield from (shown.stretch.id for shown in self._pane.window_in_view.in_view())
        if visible:
            yield from islice(_with_text(flow, visible[-1], flow.after), _PREPARED)
            yield from islice(_with_text(flow, visible[0], flow.before), _PREPARED)


def _with_text(flow: Flow, start: StretchId, step: Callable[[StretchId], StretchId | None]) -> Iterator[StretchId]:
    """The stretches that show text, step by step away from one."""
    id_ = step(start)
    while id_ is not None:
        if flow.stretch(id_).role is not Role.BLANK:
            yield id_
        id_ = step(id_)
