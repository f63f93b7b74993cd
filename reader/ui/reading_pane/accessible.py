# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader gets of the reading pane: the text in view, the caret in it, where each character stands.

PySide6 6.11 does not expose the interfaces for selection and text attributes to Python, so those are not served.
"""

from __future__ import annotations

import weakref
from bisect import bisect_right
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, cast

import shiboken6
from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleTextInterface
from PySide6.QtWidgets import QAccessibleWidget

from reader.ui.reading_pane.flow import Place, Stretch

if TYPE_CHECKING:
    from reader.ui.reading_pane.pane import ReadingPane

_kept: list[AccessiblePane] = []
"""Qt deletes an interface with its widget but holds no reference to its Python half: it must outlive both."""


class _ViewText(QAccessibleTextInterface):
    """The stretches in view as one text, a line feed after each. Positions count code points of that text."""

    def __init__(self, pane: ReadingPane) -> None:
        super().__init__()
        self._owner = weakref.ref(pane)

    @property
    def _pane(self) -> ReadingPane:
        pane = self._owner()
        if pane is None:
            raise RuntimeError("a screen reader asked for the text of a pane that is gone")
        return pane

    def characterCount(self) -> int:
        return len(self._content())

    def text(self, start: int, end: int) -> str:
        return self._content()[start:end]

    def cursorPosition(self) -> int:
        _, head = self._pane.places
        for stretch, start in self._pieces():
            if stretch.id.chunk == head.chunk and stretch.start <= head.offset <= stretch.end:
                return start + head.offset - stretch.start
        return 0

    def setCursorPosition(self, position: int) -> None:
        place = self._place(position)
        self._pane.set_places(place, place)

    def characterRect(self, offset: int) -> QRect:
        place = self._place(offset)
        boxes = self._pane.window_in_view.boxes(place, Place(place.chunk, place.offset + 1))
        if not boxes:
            return QRect()
        box = boxes[0].toAlignedRect()
        return QRect(self._pane.viewport().mapToGlobal(box.topLeft()), box.size())

    def offsetAtPoint(self, point: QPoint) -> int:
        local = self._pane.viewport().mapFromGlobal(point)
        place = self._pane.window_in_view.place_at(local.x(), local.y())
        for stretch, start in self._pieces():
            if stretch.id.chunk == place.chunk and stretch.start <= place.offset <= stretch.end:
                return start + place.offset - stretch.start
        return -1

    def selectionCount(self) -> int:
        return 0

    def selection(self, _index: int) -> object:
        return (0, 0)

    def addSelection(self, start: int, end: int) -> None:
        self._pane.set_places(self._place(start), self._place(end))

    def removeSelection(self, _index: int) -> None:
        _, head = self._pane.places
        self._pane.set_places(head, head)

    def setSelection(self, _index: int, start: int, end: int) -> None:
        self.addSelection(start, end)

    def scrollToSubstring(self, _start: int, _end: int) -> None:
        """All of this text is in view already."""

    def attributes(self, _offset: int) -> object:
        return ("", 0, 0)

    def _pieces(self) -> list[tuple[Stretch, int]]:
        """Each stretch in view with its position in the text served."""
        stretches = [stretch for stretch, _ in self._pane.window_in_view.visible()]
        starts = accumulate((stretch.end - stretch.start + 1 for stretch in stretches), initial=0)
        return list(zip(stretches, starts, strict=False))

    def _content(self) -> str:
        return "".join(self._pane.flow.text_of(stretch) + "\n" for stretch, _ in self._pieces())

    def _place(self, position: int) -> Place:
        pieces = self._pieces()
        stretch, start = pieces[max(0, bisect_right([start for _, start in pieces], position) - 1)]
        return Place(stretch.id.chunk, min(stretch.start + position - start, stretch.end))


class AccessiblePane(QAccessibleWidget):
    """The pane as a read-only document with text."""

    def __init__(self, pane: ReadingPane) -> None:
        super().__init__(pane, QAccessible.Role.Document, pane.accessibleName())
        self._text = _ViewText(pane)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> int:
        # PySide6 6.11 declares an int here but crashes on one, and on None: only a VoidPtr is safe.
        if kind == QAccessible.InterfaceType.TextInterface:
            return cast("int", shiboken6.VoidPtr(shiboken6.getCppPointer(self._text)[0]))
        found = cast("int | None", super().interface_cast(kind))
        return cast("int", shiboken6.VoidPtr(0)) if found is None else found


def _interface_for(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    from reader.ui.reading_pane.pane import ReadingPane  # noqa: PLC0415  (the pane installs this factory)

    if not isinstance(thing, ReadingPane):
        return None
    interface = AccessiblePane(thing)
    _kept.append(interface)
    return interface


@cache
def install() -> None:
    """Make Qt ask us for the accessible interface of reading panes; a second call does nothing."""
    QAccessible.installFactory(_interface_for)
