# SPDX-License-Identifier: GPL-3.0-or-later
"""Icons from ``resources/icons``, drawn in a colour of the theme and mirrored where they point along the line."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from reader.resources import resource

_ALONG_THE_LINE = frozenset({"undo", "redo", "sidebar", "open", "outline"})
_SIZES_PX = (16, 24, 32, 48)


def icon(name: str, colour: QColor, *, right_to_left: bool = False) -> QIcon:
    """The icon in that colour, in the usual sizes.

    Raises:
        ResourceMissing: when the installation lacks it.
    """
    source = resource(f"icons/{name}.svg").read_text("utf-8").replace("currentColor", colour.name())
    renderer = QSvgRenderer(QByteArray(source.encode()))
    made = QIcon()
    for size in _SIZES_PX:
        made.addPixmap(_drawn(renderer, size, mirrored=right_to_left and name in _ALONG_THE_LINE))
    return made


def _drawn(renderer: QSvgRenderer, size_px: int, *, mirrored: bool) -> QPixmap:
    pixmap = QPixmap(size_px, size_px)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    if mirrored:
        painter.translate(size_px, 0)
        painter.scale(-1, 1)
    renderer.render(painter, QRectF(0, 0, size_px, size_px))
    painter.end()
    return pixmap
