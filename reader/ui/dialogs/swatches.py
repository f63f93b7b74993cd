# SPDX-License-Identifier: GPL-3.0-or-later
"""The colours a tag can have, as a board of swatches."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QWidget

from reader.ui.models.sentences import filled
from reader.ui.models.tags import TAG_ROLES, TagColour, TagColours

_PER_ROW = 6
_SIZE_PX = 30


class Swatches(QWidget):
    """The theme's twelve tag colours, one of them chosen.

    Signals: role_chosen (str colour role).
    """

    role_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, Swatch] = {}
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for number, role in enumerate(TAG_ROLES):
            swatch = Swatch(role)
            swatch.clicked.connect(lambda _checked=False, chosen=role: self.role_chosen.emit(chosen))
            self._group.addButton(swatch)
            self.buttons[role] = swatch
            layout.addWidget(swatch, number // _PER_ROW, number % _PER_ROW)
        layout.setColumnStretch(_PER_ROW, 1)
        self.retranslate()

    def set_colours(self, colours: TagColours) -> None:
        """The colours of the theme."""
        for role, button in self.buttons.items():
            button.set_colour(colours.of(role))

    def choose(self, role: str) -> None:
        """Mark a colour as the chosen one, without telling so."""
        button = self.buttons.get(role)
        if button is not None:
            button.setChecked(True)

    def retranslate(self) -> None:
        for number, button in enumerate(self.buttons.values(), start=1):
            button.setAccessibleName(filled(self.tr("Colour %1"), str(number)))
            button.setToolTip(button.accessibleName())


class Swatch(QAbstractButton):
    """One colour: fill and line as a tag on the page has them; a ring when it is chosen."""

    def __init__(self, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.role = role
        self._colour = TagColours({}).of(role)
        self.setCheckable(True)
        self.setFixedSize(_SIZE_PX, _SIZE_PX)

    def set_colour(self, colour: TagColour) -> None:
        self._colour = colour
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_SIZE_PX, _SIZE_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour.fill)
        painter.drawRoundedRect(box, 3, 3)
        painter.setBrush(self._colour.line)
        painter.drawRoundedRect(box.adjusted(0, box.height() * 0.55, 0, 0), 3, 3)
        if self.isChecked() or self.hasFocus():
            role = QPalette.ColorRole.Text if self.isChecked() else QPalette.ColorRole.Mid
            painter.setPen(QPen(self.palette().color(role), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
