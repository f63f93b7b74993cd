# SPDX-License-Identifier: GPL-3.0-or-later
"""What a key does, as a line to read and to click: the key in a frame, then words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QWidget

_GAP_PX = 6
_CAP_PADDING_PX = 5
_HEIGHT_PX = 24


class KeyButton(QAbstractButton):
    """Never takes the focus. With ``is_hint`` it cannot be clicked: the key alone does it."""

    def __init__(self, *, is_hint: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = ""
        self._is_hint = is_hint
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, is_hint)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def say(self, keys: str, words: str) -> None:
        """Show this key and what it does."""
        self._keys = f"\u2066{keys}\u2069"  # keys are named from left to right in every language
        self.setText(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(keys)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        cap = QFontMetrics(self._cap_font()).horizontalAdvance(self._keys) + 2 * _CAP_PADDING_PX
        return QSize(cap + _GAP_PX + self.fontMetrics().horizontalAdvance(self.text()) + _GAP_PX, _HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cap, words = self._places()
        is_hot = self.underMouse() and not self._is_hint
        edge = QPalette.ColorRole.Highlight if is_hot else QPalette.ColorRole.Mid
        painter.setPen(QPen(self.palette().color(edge), 1))
        painter.setBrush(self.palette().color(QPalette.ColorRole.Window))
        painter.drawRoundedRect(QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        painter.setFont(self._cap_font())
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._keys)
        role = QPalette.ColorRole.PlaceholderText if self._is_hint else QPalette.ColorRole.Text
        painter.setPen(self.palette().color(QPalette.ColorRole.Highlight if self.isDown() else role))
        painter.setFont(self.font())
        painter.drawText(words, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, self.text())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()

    def _places(self) -> tuple[QRect, QRect]:
        box = self.rect()
        metrics = QFontMetrics(self._cap_font())
        width = metrics.horizontalAdvance(self._keys) + 2 * _CAP_PADDING_PX
        height = metrics.height() + 2
        cap = QRect(0, (box.height() - height) // 2, width, height)
        words = QRect(width + _GAP_PX, 0, box.width() - width - _GAP_PX, box.height())
        direction = self.layoutDirection()
        return QStyle.visualRect(direction, box, cap), QStyle.visualRect(direction, box, words)

    def _cap_font(self) -> QFont:
        font = QFont(self.font())
        if font.pixelSize() > 0:
            font.setPixelSize(max(round(font.pixelSize() * 0.85), 9))
        else:
            font.setPointSizeF(font.pointSizeF() * 0.85)
        return font
