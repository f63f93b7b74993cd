# SPDX-License-Identifier: GPL-3.0-or-later
"""A pane that shows the picture of one page: to turn pages, to make it larger, to click at a line."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from reader.ui.models.sentences import filled
from reader.ui.theme import SPACE_PX
from reader.workspace.page_pictures import PagePicture

ZOOMS = (1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0)
"""How much wider than the pane the page is shown."""
_FORMATS = {1: QImage.Format.Format_Grayscale8, 3: QImage.Format.Format_RGB888, 4: QImage.Format.Format_RGBX8888}
_NARROWEST_PX = 28 * SPACE_PX


class PagePictureView(QFrame):
    """Knows no file.

    Signals:
        turned (int): so many pages on, or back.
        resized (): the page is to be drawn anew in ``wanted_width_px``.
        pointed_at (float, float): a place of the page, 0 to 1 from its left and from its top.
        closed ().
    """

    turned = Signal(int)
    resized = Signal()
    pointed_at = Signal(float, float)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setMinimumWidth(_NARROWEST_PX)
        self._zoom = 0
        self._page = self._pages = 0
        self._label = ""
        self.earlier, self.later = _button("‹"), _button("›")
        self.smaller, self.larger, self.close_button = _button("−"), _button("+"), _button("×")
        self.place = QLabel()
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setContentsMargins(2 * SPACE_PX, 2 * SPACE_PX, 2 * SPACE_PX, 2 * SPACE_PX)
        self.sheet = _Sheet()
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._scroll.setWidget(self.sheet)
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def wanted_width_px(self) -> int:
        """Pixels of the screen the page is to be wide."""
        inside = max(self._scroll.viewport().width() - 2, _NARROWEST_PX // 2)
        return round(inside * ZOOMS[self._zoom] * self.devicePixelRatioF())

    @property
    def page(self) -> int:
        """The page that is shown, from 0."""
        return self._page

    def show_picture(self, picture: PagePicture, label: str) -> None:
        """The page; ``label`` is what it is called in its file."""
        format_ = _FORMATS[picture.channels]
        image = QImage(picture.pixels, picture.width, picture.height, picture.stride, format_)
        pixmap = QPixmap.fromImage(image.copy())  # the bytes are Python's
        pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        is_other = picture.page != self._page
        self._page, self._pages, self._label = picture.page, picture.pages, label
        self.sheet.show_pixmap(pixmap)
        self.message.hide()
        self._scroll.show()
        if is_other:
            self._scroll.verticalScrollBar().setValue(0)
        self._say_place()

    def show_message(self, sentence: str) -> None:
        """Why there is no picture."""
        self._pages = 0
        self._scroll.hide()
        self.message.setText(sentence)
        self.message.show()
        self._say_place()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Picture of the page"))
        self.sheet.setToolTip(self.tr("Click a line to go to it in the text"))
        tips = {
            self.earlier: self.tr("Page before"),
            self.later: self.tr("Next page"),
            self.smaller: self.tr("Smaller"),
            self.larger: self.tr("Larger"),
            self.close_button: self.tr("Close the picture of the page"),
        }
        for button, tip in tips.items():
            button.setToolTip(tip)
            button.setAccessibleName(tip)
        self._say_place()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def _say_place(self) -> None:
        number = str(self._page + 1)
        shown = self._label if self._label and self._label != number else ""
        if not self._pages:
            text = ""
        elif shown:
            text = filled(self.tr("Page %1 (%2 of %3)"), shown, number, str(self._pages))
        else:
            text = filled(self.tr("Page %1 of %2"), number, str(self._pages))
        self.place.setText(text)
        self.earlier.setEnabled(bool(self._pages) and self._page > 0)
        self.later.setEnabled(self._page + 1 < self._pages)
        self.smaller.setEnabled(bool(self._pages) and self._zoom > 0)
        self.larger.setEnabled(bool(self._pages) and self._zoom + 1 < len(ZOOMS))

    def _set_zoom(self, step: int) -> None:
        self._zoom = min(max(self._zoom + step, 0), len(ZOOMS) - 1)
        self._say_place()
        self.resized.emit()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(SPACE_PX, SPACE_PX // 2, SPACE_PX, SPACE_PX // 2)
        head.setSpacing(SPACE_PX // 2)
        for widget in (self.earlier, self.place, self.later):
            head.addWidget(widget)
        head.addStretch()
        for widget in (self.smaller, self.larger, self.close_button):
            head.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self.message, 1)
        self.message.hide()

    def _connect(self) -> None:
        self.earlier.clicked.connect(lambda: self.turned.emit(-1))
        self.later.clicked.connect(lambda: self.turned.emit(1))
        self.smaller.clicked.connect(lambda: self._set_zoom(-1))
        self.larger.clicked.connect(lambda: self._set_zoom(1))
        self.close_button.clicked.connect(self.closed)
        self.sheet.pointed_at.connect(self.pointed_at)


class _Sheet(QWidget):
    """The picture itself. Signals: pointed_at (float, float), from 0 to 1."""

    pointed_at = Signal(float, float)

    def __init__(self) -> None:
        super().__init__()
        self._pixmap = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_pixmap(self, pixmap: QPixmap) -> None:
        self._pixmap = pixmap
        self.setFixedSize(self._size())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        if not self._pixmap.isNull():
            QPainter(self).drawPixmap(0, 0, self._pixmap)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and not self._pixmap.isNull():
            place: QPointF = event.position()
            self.pointed_at.emit(place.x() / max(self.width(), 1), place.y() / max(self.height(), 1))

    def _size(self) -> QSize:
        return self._pixmap.deviceIndependentSize().toSize()


def _button(sign: str) -> QToolButton:
    button = QToolButton()
    button.setText(sign)
    button.setAutoRaise(True)
    return button
