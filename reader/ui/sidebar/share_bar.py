# SPDX-License-Identifier: GPL-3.0-or-later
"""How much of a text is known, as a bar in parts that differ in pattern as well as in colour."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.workspace.vocabulary_figures import Share

_HEIGHT_PX = 12
_ORDER = (Share.KNOWN, Share.LEARNING, Share.NEW, Share.NAME, Share.IGNORED)


class ShareBar(QWidget):
    """Known words full, those being learned striped, new ones pale; names and ignored ones are left blank."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shares: Mapping[Share, float] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_shares(self, shares: Mapping[Share, float]) -> None:
        """Parts of one whole, 0…1 each."""
        self._shares = shares
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, _HEIGHT_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        whole = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        rightward = self.layoutDirection() is Qt.LayoutDirection.LeftToRight
        at = whole.left() if rightward else whole.right()
        for share in _ORDER:
            width = whole.width() * self._shares.get(share, 0.0)
            left = at if rightward else at - width
            self._paint_part(painter, QRectF(left, whole.top(), width, whole.height()), share)
            at += width if rightward else -width
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.PlaceholderText), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(whole)

    def _paint_part(self, painter: QPainter, part: QRectF, share: Share) -> None:
        accent = self.palette().color(QPalette.ColorRole.Highlight)
        if share is Share.KNOWN:
            painter.fillRect(part, accent)
        elif share is Share.LEARNING:
            painter.fillRect(part, QBrush(accent, Qt.BrushStyle.BDiagPattern))
        elif share is Share.NEW:
            pale = QColor(accent)
            pale.setAlpha(50)
            painter.fillRect(part, pale)
