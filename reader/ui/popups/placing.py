# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a popup goes: beside what it is about, never over it, and whole."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget

GAP_PX = 6


def place_beside(anchor: QRect, size: QSize, bounds: QRect, direction: Qt.LayoutDirection) -> QPoint:
    """Top left corner for a popup of that size.

    Below ``anchor`` if it fits there, else above, else at the side with more room; aligned with the anchor's edge
    where its line begins, and shifted until it lies inside ``bounds``. It covers the anchor only where neither
    height nor width of the bounds leave room.
    """
    x = anchor.right() - size.width() + 1 if direction == Qt.LayoutDirection.RightToLeft else anchor.left()
    below, above = anchor.bottom() + 1 + GAP_PX, anchor.top() - GAP_PX - size.height()
    if below + size.height() <= bounds.bottom() + 1:
        return QPoint(_within(x, size.width(), bounds.left(), bounds.right()), below)
    if above >= bounds.top():
        return QPoint(_within(x, size.width(), bounds.left(), bounds.right()), above)
    return _at_side(anchor, size, bounds)


def _at_side(anchor: QRect, size: QSize, bounds: QRect) -> QPoint:
    room_left, room_right = anchor.left() - bounds.left(), bounds.right() - anchor.right()
    x = anchor.right() + 1 + GAP_PX if room_right >= room_left else anchor.left() - GAP_PX - size.width()
    y = _within(anchor.center().y() - size.height() // 2, size.height(), bounds.top(), bounds.bottom())
    return QPoint(_within(x, size.width(), bounds.left(), bounds.right()), y)


def _within(start: int, length: int, lowest: int, highest: int) -> int:
    return max(min(start, highest - length + 1), lowest)


def move_beside(popup: QWidget, rect: QRect, direction: Qt.LayoutDirection) -> None:
    """Place a popup beside ``rect`` (global): inside its parent if it floats in one, else on the screen."""
    size = popup.size()
    parent = popup.parentWidget()
    if popup.isWindow() or parent is None:
        screen = QApplication.screenAt(rect.center()) or QApplication.primaryScreen()
        popup.move(place_beside(rect, size, screen.availableGeometry(), direction))
        return
    anchor = QRect(parent.mapFromGlobal(rect.topLeft()), rect.size())
    seen = anchor.intersected(parent.rect())
    popup.move(place_beside(anchor if seen.isEmpty() else seen, size, parent.rect(), direction))
