# SPDX-License-Identifier: GPL-3.0-or-later
"""How well a word is known, drawn beneath it: a pale band for a new one, a gauge for one that is being learned.

Shape tells them apart as colour does: the band is broad and without an edge, the gauge a thin line of which one fifth
for each step is thick, from where the word begins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

if TYPE_CHECKING:
    from reader.ui.reading_pane.marks import PlacedMark

_BAND_ABOVE_EM, _BAND_EM = 0.12, 0.13
_GAUGE_EM, _THIN_EM, _THICK_EM = 0.24, 0.035, 0.11
_STEPS = 5
_INSET_PX = 1.0


def paint_word(painter: QPainter, placed: PlacedMark, origin: QPointF, size: int, colour: QColor) -> None:
    """Draw the mark of one word whose letters are ``size`` px; its label is the step of learning, "" for a new one."""
    step = int(placed.mark.label or 0)
    for line, left, right in placed.boxes:
        width = right - left - 2 * _INSET_PX
        begin = QPointF(origin.x() + left + _INSET_PX, origin.y() + line.baseline)
        if step:
            _paint_gauge(painter, begin, width, size, colour, step / _STEPS)
        else:
            painter.fillRect(QRectF(begin.x(), begin.y() + _BAND_ABOVE_EM * size, width, _BAND_EM * size), colour)


def _paint_gauge(painter: QPainter, at: QPointF, width: float, size: int, colour: QColor, part: float) -> None:  # noqa: PLR0917
    """The line begins at ``at`` on the baseline; ``part`` of it is thick, from the right, where the words begin."""
    thin, thick = max(1.0, _THIN_EM * size), max(2.0, _THICK_EM * size)
    middle = round((at.y() + _GAUGE_EM * size) * 2) / 2
    painter.fillRect(QRectF(at.x(), middle - thin / 2, width, thin), colour)
    painter.fillRect(QRectF(at.x() + width * (1 - part), middle - thick / 2, width * part, thick), colour)
