# SPDX-License-Identifier: GPL-3.0-or-later
"""One line that says which annotation something is about: chip, quote, tag."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from reader.model.annotation import Annotation
from reader.ui.models.sentences import filled, on_one_line
from reader.ui.models.tags import ShownTags
from reader.ui.sidebar.entries import draw_chip, draw_line

_CHIP = QSize(4, 18)
_GAP_PX = 8


class Headline(QWidget):
    """An annotation on one line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags = ShownTags()
        self._annotation: Annotation | None = None
        self._quote_font = QFont(self.font())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_tags(self, tags: ShownTags) -> None:
        self._tags = tags
        self.update()

    def set_quote_font(self, font: QFont) -> None:
        self._quote_font = QFont(font)
        self.updateGeometry()
        self.update()

    def show_annotation(self, annotation: Annotation) -> None:
        """Show this annotation."""
        self._annotation = annotation
        quote, name = on_one_line(annotation.quote), self._tags.name(annotation.tag_id)
        self.setAccessibleName(filled(self.tr("%1: “%2”"), name, quote))
        self.setToolTip(self.accessibleName())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, max(QFontMetrics(self._quote_font).height(), _CHIP.height() + 4))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._annotation is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        name = self._tags.name(self._annotation.tag_id)
        chip, quote, tag = self.places(name)
        draw_chip(painter, chip, self._tags.colour(self._annotation.tag_id))
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        painter.setFont(self.font())
        draw_line(painter, tag, name, self.layoutDirection())
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        painter.setFont(self._quote_font)
        draw_line(painter, quote, on_one_line(self._annotation.quote), self.layoutDirection())

    def places(self, name: str) -> tuple[QRect, QRect, QRect]:
        """Where chip, quote and tag name lie."""
        box = self.rect()
        tag_px = min(self.fontMetrics().horizontalAdvance(name) + 2, box.width() // 2)
        chip = QRect(0, (box.height() - _CHIP.height()) // 2, _CHIP.width(), _CHIP.height())
        quote_left = _CHIP.width() + _GAP_PX
        quote = QRect(quote_left, 0, box.width() - quote_left - _GAP_PX - tag_px, box.height())
        tag = QRect(box.width() - tag_px, 0, tag_px, box.height())
        mirrored = [QStyle.visualRect(self.layoutDirection(), box, place) for place in (chip, quote, tag)]
        return mirrored[0], mirrored[1], mirrored[2]
