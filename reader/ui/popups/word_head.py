# SPDX-License-Identifier: GPL-3.0-or-later
"""The head of the word popup: the word, how common it is, the way back, and the pin; the popup is moved by it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

_WORD_PX = 26


class WordHead(QWidget):
    """Signals: back_asked (), forward_asked (), moved (QPoint): dragged so far since the last time."""

    back_asked = Signal()
    forward_asked = Signal()
    moved = Signal(QPoint)

    def __init__(self, face: QFont, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grip: QPoint | None = None
        self.word = QLabel()
        self.frequency = QLabel()
        self.back, self.forward, self.pin = (PopupButton() for _ in range(3))
        font = QFont(face)
        font.setPixelSize(_WORD_PX)
        self.word.setFont(font)
        self.frequency.setObjectName("quiet")
        self.pin.setCheckable(True)
        self.pin.setObjectName("pin")
        for button in (self.back, self.forward):
            button.setArrowType(Qt.ArrowType.NoArrow)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.hide()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for widget in (self.back, self.forward, self.word, self.frequency):
            line.addWidget(widget)
        line.addStretch(1)
        line.addWidget(self.pin)
        self.back.clicked.connect(self.back_asked)
        self.forward.clicked.connect(self.forward_asked)

    def show_way(self, *, can_back: bool, can_forward: bool) -> None:
        """Which ways there are; without any the buttons are away."""
        for button, is_there in ((self.back, can_back), (self.forward, can_forward)):
            button.setVisible(can_back or can_forward)
            button.setEnabled(is_there)

    def retranslate(self) -> None:
        leftward = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.back.setText("→" if leftward else "←")
        self.forward.setText("←" if leftward else "→")
        keys = ("Alt+→", "Alt+←") if leftward else ("Alt+←", "Alt+→")
        self.back.setToolTip(self.tr("Back to the word before") + f" ({keys[0]})")
        self.forward.setToolTip(self.tr("Forward") + f" ({keys[1]})")
        self.back.setAccessibleName(self.tr("Back to the word before"))
        self.forward.setAccessibleName(self.tr("Forward"))
        self.pin.setText(self.tr("Keep open"))
        self.pin.setToolTip(self.tr("Stay beside the text until Escape is pressed; drag the head to move it"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._grip = event.globalPosition().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            here = event.globalPosition().toPoint()
            self.moved.emit(here - self._grip)
            self._grip = here

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._grip = None


class PopupButton(QToolButton):
    """A button that leaves the arrow keys to the popup."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)
