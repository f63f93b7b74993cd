# SPDX-License-Identifier: GPL-3.0-or-later
"""How good suggestions were, text by text, as a plain line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

_HEIGHT_PX = 84
_EDGE_PX = 8
_DOT_PX = 3.0


class LearningCurve(QWidget):
    """Values from 0 to 1, the first at the leading side; dotted lines stand at none, half and all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: tuple[float, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def values(self) -> tuple[float, ...]:
        return self._values

    def show_values(self, values: Sequence[float]) -> None:
        self._values = tuple(values)
        self.setVisible(len(values) > 1)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, _HEIGHT_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(_EDGE_PX, _EDGE_PX, -_EDGE_PX, -_EDGE_PX)
        self._paint_lines(painter, area)
        points = self._points(area)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2))
        painter.drawPolyline(QPolygonF(points))
        painter.setBrush(self.palette().color(QPalette.ColorRole.Highlight))
        for point in points[-1:]:
            painter.drawEllipse(point, _DOT_PX, _DOT_PX)

    def _paint_lines(self, painter: QPainter, area: QRectF) -> None:
        quiet = QColor(self.palette().color(QPalette.ColorRole.WindowText))
        quiet.setAlphaF(0.35)
        painter.setPen(QPen(quiet, 1, Qt.PenStyle.DotLine))
        for share in (0.0, 0.5, 1.0):
            y = area.bottom() - share * area.height()
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))

    def _points(self, area: QRectF) -> list[QPointF]:
        step = area.width() / max(len(self._values) - 1, 1)
        leftward = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return [
            QPointF(
                area.right() - index * step if leftward else area.left() + index * step,
                area.bottom() - value * area.height(),
            )
            for index, value in enumerate(self._values)
        ]
