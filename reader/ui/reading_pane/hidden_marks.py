# SPDX-License-Identifier: GPL-3.0-or-later
"""Small flags where characters stand that cannot be seen. They are painted over the page and move nothing on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QPainter, QPen

from reader.text.hidden import Hidden
from reader.ui.reading_pane.style import HiddenMarks, ReadingStyle
from reader.ui.reading_pane.window import InView

_ALARM_ON_LIGHT, _ALARM_ON_DARK = QColor("#b71c1c"), QColor("#ff8a80")
_SIZE_EM = 0.34
_SMALLEST_PX = 9
_REACH_PX = 6
_PADDING_PX = 3.0


class HiddenFlag(NamedTuple):
    """Characters that stand at one place of a line; ``x`` and ``line`` in the viewport's coordinates."""

    hidden: Sequence[Hidden]
    x: float
    line: QRectF
    box: QRectF

    @property
    def is_suspicious(self) -> bool:
        return any(each.is_suspicious for each in self.hidden)

    @property
    def words(self) -> str:
        first = next((each for each in self.hidden if each.is_suspicious), self.hidden[0])
        return first.short if len(self.hidden) == 1 else f"{first.short} +{len(self.hidden) - 1}"


def paint_hidden(painter: QPainter, style: ReadingStyle, shown: InView) -> None:
    """Flag what is hidden in a stretch in view; for most there is nothing."""
    for flag in flags_on(style, shown):
        colour = _colour(style, flag)
        painter.setPen(QPen(colour, 1.2))
        painter.drawLine(QPointF(flag.x, flag.box.bottom()), QPointF(flag.x, flag.line.bottom() - 2))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(flag.box, 2.5, 2.5)
        painter.setFont(_font(style))
        painter.setPen(style.colour("page"))
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.drawText(flag.box, Qt.AlignmentFlag.AlignCenter, flag.words)


def flag_near(style: ReadingStyle, shown: InView, x: float, y: float) -> HiddenFlag | None:
    """The flag under a point or at its foot there."""
    for flag in flags_on(style, shown):
        is_at_foot = abs(flag.x - x) <= _REACH_PX and flag.line.top() <= y <= flag.line.bottom()
        if is_at_foot or flag.box.adjusted(-2, -2, 2, 2).contains(x, y):
            return flag
    return None


def flags_on(style: ReadingStyle, shown: InView) -> Iterator[HiddenFlag]:
    """The flags of a stretch in view, in the order of the text."""
    if style.hidden_marks is HiddenMarks.NONE:
        return
    found = shown.laid.hidden(suspicious_only=style.hidden_marks is HiddenMarks.SUSPICIOUS)
    before = QRectF()
    for flag in _flags(style, shown, found):
        is_hindered = flag.box.intersects(before)
        before = flag.box.translated(0, -before.height()) if is_hindered else flag.box
        yield flag._replace(box=before)


def _flags(style: ReadingStyle, shown: InView, found: Sequence[Hidden]) -> Iterator[HiddenFlag]:
    together: list[Hidden] = []
    place: tuple[float, float] | None = None
    for each in found:
        line = shown.laid.line_of(each.offset)
        here = (round(shown.laid.caret_x(each.offset), 1), line.top)
        if place is not None and here != place:
            yield _flag(style, shown, place, together)
            together = []
        together, place = [*together, each], here
    if place is not None:
        yield _flag(style, shown, place, together)


def _flag(style: ReadingStyle, shown: InView, place: tuple[float, float], hidden: Sequence[Hidden]) -> HiddenFlag:
    x, top = shown.origin.x() + place[0], shown.origin.y() + place[1]
    setting = shown.laid.setting
    flag = HiddenFlag(hidden, x, QRectF(x, top, 0.0, setting.line_px), QRectF())
    metrics = QFontMetricsF(_font(style))
    width, height = metrics.horizontalAdvance(flag.words) + 2 * _PADDING_PX, metrics.height()
    top_of_letters = top + setting.baseline_px - 0.95 * setting.font.pixelSize()
    return flag._replace(box=QRectF(x - width / 2, top_of_letters - height + 2, width, height))


def _font(style: ReadingStyle) -> QFont:
    font = QGuiApplication.font()
    font.setPixelSize(max(_SMALLEST_PX, round(_SIZE_EM * style.size_px)))
    font.setBold(True)
    return font


def _colour(style: ReadingStyle, flag: HiddenFlag) -> QColor:
    if not flag.is_suspicious:
        return style.colour("quiet")
    return _ALARM_ON_LIGHT if style.colour("page").lightness() > 127 else _ALARM_ON_DARK
