# SPDX-License-Identifier: GPL-3.0-or-later
"""The ground popups stand on: a card with a thin edge and a soft shadow, floating inside the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPixmap,
    QPixmapCache,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from reader.ui.popups.placing import move_beside

_SHADOW_PX = 6
_RADIUS_PX = 8
_PADDING_PX = 8
_CORNER_PX = 2 * _SHADOW_PX + _RADIUS_PX + 4
_INSIDE = (_CORNER_PX, _CORNER_PX, -_CORNER_PX, -_CORNER_PX)


class Card(QWidget):
    """A small board above the other widgets of its parent; without a parent, a window without a frame.

    A child of the window rather than a window of its own: no window system can then move it, cut it off from the
    keyboard, or give it the focus.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if parent is None:
            self.setWindowFlags(Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint)
            self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
            self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self._beside: tuple[QRect, Qt.LayoutDirection] | None = None
        self.body = QVBoxLayout(self)
        margin = _SHADOW_PX + _PADDING_PX
        self.body.setContentsMargins(margin, margin, margin, margin)
        self.body.setSpacing(_PADDING_PX)
        self.hide()

    def appear(self, rect: QRect, direction: Qt.LayoutDirection) -> None:
        """Show the card beside ``rect`` (global)."""
        self._beside = (rect, direction)
        self.show()
        self.fit()
        if not self.isWindow():
            self.raise_()

    def fit(self) -> None:
        """Take the size that the content needs now, and the place that goes with it."""
        for widget in self.findChildren(QWidget):
            inner = widget.layout()
            if inner is not None:
                inner.activate()
        self.body.activate()
        self.adjustSize()
        if self._beside is not None:
            move_beside(self, *self._beside)

    @property
    def has_keyboard(self) -> bool:
        """Whether the focus is in the card."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window's size changed: what the card is about lies elsewhere now."""
        if watched is self.parent() and event.type() == QEvent.Type.Resize and self.isVisible():
            self.leave()
        return False

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if (parent := self.parent()) is not None:
            parent.installEventFilter(self)

    def hideEvent(self, event: QHideEvent) -> None:
        """While the card is away it looks at no events: each costs a call, and a frame of the page brings several."""
        super().hideEvent(event)
        if (parent := self.parent()) is not None:
            parent.removeEventFilter(self)

    def leave(self) -> None:
        """Go, because what the card is about has moved."""
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Corners and edges from a small picture: drawing rounded shapes of the card's size takes milliseconds."""
        painter = QPainter(self)
        ground = self._ground()
        corner, side, middle = _CORNER_PX, _CORNER_PX * 2 + 2, self.rect().adjusted(*_INSIDE)
        width, height, scale = self.width(), self.height(), ground.devicePixelRatio()
        for x, across, from_x, part_x in _thirds(width, corner, side):
            for y, down, from_y, part_y in _thirds(height, corner, side):
                if x != corner or y != corner:
                    source = QRectF(from_x * scale, from_y * scale, part_x * scale, part_y * scale)
                    painter.drawPixmap(QRectF(x, y, across, down), ground, source)
        painter.fillRect(middle, self.palette().color(QPalette.ColorRole.Base))

    def _ground(self) -> QPixmap:
        """A card that is hardly more than its corners, in the colours of now."""
        key = f"hashiya-card-{self.palette().cacheKey()}-{self.devicePixelRatioF()}"
        ground = QPixmap()
        if QPixmapCache.find(key, ground):
            return ground
        side = _CORNER_PX * 2 + 2
        ground = QPixmap(QSize(side, side) * self.devicePixelRatioF())
        ground.setDevicePixelRatio(self.devicePixelRatioF())
        ground.fill(Qt.GlobalColor.transparent)
        painter = QPainter(ground)
        self._draw(painter, QRectF(0, 0, side, side))
        painter.end()
        QPixmapCache.insert(key, ground)
        return ground

    def _draw(self, painter: QPainter, box: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = box.adjusted(_SHADOW_PX, _SHADOW_PX, -_SHADOW_PX, -_SHADOW_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 9))
        for spread in range(1, _SHADOW_PX):
            around = card.adjusted(-spread, -spread + 2, spread, spread)
            painter.drawRoundedRect(around, _RADIUS_PX + spread, _RADIUS_PX + spread)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Base))
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid), 1))
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS_PX, _RADIUS_PX)


def _thirds(length: int, corner: int, side: int) -> tuple[tuple[int, int, int, int], ...]:
    """Where each third of an edge goes and how long it is, then where it comes from in the picture, likewise."""
    inner = (corner, length - 2 * corner, corner, side - 2 * corner)
    return (0, corner, 0, corner), inner, (length - corner, corner, side - corner, corner)
