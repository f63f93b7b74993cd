# SPDX-License-Identifier: GPL-3.0-or-later
"""A tag that the selection already has, as a button that takes it away."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QWidget

from reader.ui.models.sentences import filled
from reader.ui.models.tags import TagColour
from reader.ui.sidebar.entries import draw_chip, draw_line

_MARGIN_PX = 8
_CROSS_PX = 22


class PresentTag(QAbstractButton):
    """Chip and name on the tag's own ground, a cross at the trailing side; a click anywhere removes the tag."""

    def __init__(self, name: str, colour: TagColour, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._colour = name, colour
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(filled(self.tr("Remove the tag %1 from these words."), name))
        self.setAccessibleName(self.toolTip())

    def sizeHint(self) -> QSize:
        return QSize(120, self.fontMetrics().height() + 10)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour.fill)
        painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        chip, name, cross = self.places()
        draw_chip(painter, chip, self._colour)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        draw_line(painter, name, self._name, self.layoutDirection())
        role = QPalette.ColorRole.Text if self.underMouse() else QPalette.ColorRole.PlaceholderText
        painter.setPen(QPen(self.palette().color(role), 1.6))
        centre = QRectF(cross).center()
        painter.drawLine(centre + QPointF(-3.5, -3.5), centre + QPointF(3.5, 3.5))
        painter.drawLine(centre + QPointF(-3.5, 3.5), centre + QPointF(3.5, -3.5))

    def places(self) -> tuple[QRect, QRect, QRect]:
        """Where chip, name and cross lie, mirrored for right-to-left interfaces."""
        box = self.rect()
        chip = QRect(_MARGIN_PX, (box.height() - 16) // 2, 4, 16)
        cross = QRect(box.width() - _MARGIN_PX - _CROSS_PX, 0, _CROSS_PX, box.height())
        name = QRect(2 * _MARGIN_PX + 4, 0, cross.left() - 2 * _MARGIN_PX - 4, box.height())
        chip, name, cross = (QStyle.visualRect(self.layoutDirection(), box, place) for place in (chip, name, cross))
        return chip, name, cross
