# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands around the words: markers of items, rules of quotations, tables and notes, where pages begin."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QPainter, QPen

from reader.text.direction import Direction
from reader.text.structure import Mark, Role
from reader.ui.reading_pane.flow import Flow, Stretch
from reader.ui.reading_pane.laid import LaidText
from reader.ui.reading_pane.measures import MARK_EM
from reader.ui.reading_pane.style import ROW_PADDING_EM, style_of
from reader.ui.reading_pane.window import InView

_BULLETS = ("•", "◦", "–")
_BULLET_LABELS = frozenset("•◦▪·*+-–—")
_HEADS = frozenset({Role.TITLE, Role.HEADING})
_MARKER_GAP_EM = 0.42
_LABEL_EM = 0.5
_MARGIN_GAP_PX = 7
_STRONG, _WEAK, _TINT = 150, 80, 16
"""Opacity of rules, of 255: those that mean something, those that only part, the ground of code."""


class _Place(NamedTuple):
    """A stretch being painted: where its space above begins, its lines begin and end, and where the next one begins."""

    flow: Flow
    stretch: Stretch
    laid: LaidText
    origin: QPointF
    top: float
    bottom: float
    next_top: float

    @property
    def em(self) -> float:
        return float(self.flow.style.size_px)

    @property
    def is_mirrored(self) -> bool:
        return self.flow.direction_of(self.stretch) is Direction.RIGHT_TO_LEFT

    def colour(self, role: str, alpha: int) -> QColor:
        colour = QColor(self.flow.style.colour(role))
        colour.setAlpha(alpha)
        return colour

    def x(self, from_start: float) -> float:
        """So many pixels from the edge of the column at which lines begin."""
        return self.flow.left + (self.flow.width - from_start if self.is_mirrored else from_start)


def paint_furniture(painter: QPainter, flow: Flow, shown: InView) -> None:
    """Paint what belongs to a stretch in view beside its words; nothing for most."""
    stretch, laid, origin = shown
    part = stretch.part
    paint = _PAINTERS.get(part.role)
    if paint is None and not part.above and not part.within:
        return
    top, bottom = origin.y() - flow.space_above(stretch), origin.y() + laid.height
    place = _Place(flow, stretch, laid, origin, top, bottom, bottom + flow.measures.below(stretch))
    if paint is not None:
        paint(painter, place)
    if part.above and stretch.opens_paragraph:
        _paint_beginnings(painter, place)
    for mark in part.within:
        if stretch.start <= mark.offset < stretch.end:
            _paint_within(painter, place, mark)


def _paint_quotation(painter: QPainter, place: _Place) -> None:
    """A rule beside the words, unbroken from the first paragraph of the quotation to the last."""
    part = place.stretch.part
    goes_on = part.goes_on or not place.stretch.opens_paragraph
    is_continued = part.is_continued or not place.stretch.ends_paragraph
    top = place.top if goes_on else place.origin.y() + 2
    bottom = place.next_top if is_continued else place.bottom - 2
    style = style_of(part.role, part.level)
    centre = place.x((style.indent - 0.85) * place.em)
    width = max(2.0, round(place.em * 0.1))
    painter.fillRect(QRectF(round(centre - width / 2), top, width, bottom - top), place.colour("quiet", _STRONG))


def _paint_row(painter: QPainter, place: _Place) -> None:
    padding = place.flow.measures.whole_px(ROW_PADDING_EM)
    grid = place.flow.grid_for(place.stretch)
    length = place.flow.width if grid is None else min(place.flow.width, grid.width)
    left = place.x(length) if place.is_mirrored else place.x(0)
    line = QRectF(left, place.bottom + padding - 1, length, 1.0)
    is_edge = not place.stretch.part.is_continued or place.stretch.part.level == 1
    painter.fillRect(line, place.colour("quiet", _STRONG if is_edge else _WEAK))
    if not place.stretch.part.goes_on:
        line.moveTop(place.origin.y() - padding)
        painter.fillRect(line, place.colour("quiet", _STRONG))


def _paint_code(painter: QPainter, place: _Place) -> None:
    part = place.stretch.part
    padding = round(0.3 * place.em)
    goes_on = part.goes_on or not place.stretch.opens_paragraph
    is_continued = part.is_continued or not place.stretch.ends_paragraph
    top = place.top if goes_on else place.origin.y() - padding
    bottom = place.next_top if is_continued else place.bottom + padding
    painter.fillRect(QRectF(place.flow.left, top, place.flow.width, bottom - top), place.colour("ink", _TINT))


def _paint_note(painter: QPainter, place: _Place) -> None:
    if not place.stretch.part.goes_on and place.stretch.opens_paragraph:
        length = 0.28 * place.flow.width
        y = round(place.origin.y() - 0.5 * place.em)
        left = place.x(length) if place.is_mirrored else place.x(0)
        painter.fillRect(QRectF(left, y, length, 1.0), place.colour("quiet", _STRONG))
    _paint_marker(painter, place, place.stretch.part.label)


def _paint_item(painter: QPainter, place: _Place) -> None:
    part = place.stretch.part
    if not part.level and not part.label:
        return  # told by its looks: its marker stands in the text
    label = part.label
    if not label or label in _BULLET_LABELS:
        label = _BULLETS[(max(part.level, 1) - 1) % len(_BULLETS)]
    _paint_marker(painter, place, label)


def _paint_cue(painter: QPainter, place: _Place) -> None:
    """The time at which the words are said, in small figures beside them."""
    part, stretch = place.stretch.part, place.stretch
    if part.opens and stretch.opens_paragraph:
        font = _small_font(place.em, 0.52)
        painter.setFont(font)
        painter.setPen(place.flow.style.colour("quiet"))
        _write(painter, place, shown_time(part.label), place.x(0), at_start=True)


def _paint_marker(painter: QPainter, place: _Place, label: str) -> None:
    """The marker of an item or note, before the words; none where the text has it."""
    stretch = place.stretch
    if not label or not stretch.part.opens or not stretch.opens_paragraph:
        return
    if label not in _BULLETS and place.laid.text.lstrip().startswith(label):
        return
    painter.setFont(place.laid.setting.font)
    painter.setPen(place.flow.style.colour("quiet"))
    style = style_of(stretch.role, stretch.part.level)
    _write(painter, place, label, place.x((style.indent - _MARKER_GAP_EM) * place.em), at_start=False)


def _write(painter: QPainter, place: _Place, text: str, edge: float, *, at_start: bool) -> None:
    """Write on the first line; the text begins at the edge (``at_start``), or ends there."""
    width = painter.fontMetrics().horizontalAdvance(text)
    runs_left = at_start == place.is_mirrored
    left = edge - width if runs_left else edge
    baseline = place.origin.y() + place.laid.lines[0].baseline
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if place.is_mirrored else Qt.LayoutDirection.LeftToRight)
    painter.drawText(QPointF(left, baseline), text)


_PAINTERS: Mapping[Role, Callable[[QPainter, _Place], None]] = {
    Role.QUOTATION: _paint_quotation,
    Role.ROW: _paint_row,
    Role.CODE: _paint_code,
    Role.NOTE: _paint_note,
    Role.ITEM: _paint_item,
    Role.CUE: _paint_cue,
}


# Pages and sections


def _paint_beginnings(painter: QPainter, place: _Place) -> None:
    part = place.stretch.part
    label = next((mark.label for mark in reversed(part.above) if mark.is_page), None)
    if place.flow.measures.mark_em(place.stretch) == 0:
        if label:
            _label_page(painter, place, label, place.origin.y() + place.laid.lines[0].baseline)
        return
    y = round(place.top + 0.5 * MARK_EM * place.em)
    if label is None:
        if part.role not in _HEADS:
            _paint_ornament(painter, place, y)
        return
    painter.fillRect(QRectF(place.flow.left, y, place.flow.width, 1.0), place.colour("quiet", _WEAK))
    _label_page(painter, place, label, y + 0.18 * place.em)


def _paint_ornament(painter: QPainter, place: _Place, y: float) -> None:
    """Three dots in the middle, for a section that has no heading."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(place.colour("quiet", _STRONG))
    middle = place.flow.left + place.flow.width / 2
    for step in (-1, 0, 1):
        painter.drawEllipse(QPointF(middle + step * 0.7 * place.em, y), 0.06 * place.em, 0.06 * place.em)


def _paint_within(painter: QPainter, place: _Place, mark: Mark) -> None:
    """A page that begins within the paragraph: a thin stroke between the words, its label in the margin."""
    offset = mark.offset - place.stretch.start
    line = place.laid.line_of(offset)
    x = place.origin.x() + place.laid.caret_x(offset)
    top, height = place.origin.y() + line.top, place.laid.setting.line_px
    painter.setPen(QPen(place.colour("quiet", _STRONG), 1.2))
    painter.drawLine(QPointF(x, top + 0.2 * height), QPointF(x, top + 0.86 * height))
    if mark.label:
        _label_page(painter, place, mark.label, place.origin.y() + line.baseline)


def _label_page(painter: QPainter, place: _Place, label: str, baseline: float) -> None:
    """The page's label in the outer margin, or, where that is too narrow, on the page's own ground at its edge."""
    flow = place.flow
    font = _small_font(place.em, _LABEL_EM)
    metrics = QFontMetricsF(font)
    width = metrics.horizontalAdvance(label)
    at_left = flow.direction is Direction.RIGHT_TO_LEFT
    fits = width + _MARGIN_GAP_PX + 2 <= flow.left
    beyond = _MARGIN_GAP_PX if fits else -width - _MARGIN_GAP_PX
    left = flow.left - beyond - width if at_left else flow.left + flow.width + beyond
    if not fits:
        ground = QRectF(left - 3, baseline - metrics.ascent(), width + 6, metrics.height())
        painter.fillRect(ground, flow.style.colour("page"))
    painter.setFont(font)
    painter.setPen(flow.style.colour("quiet"))
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if at_left else Qt.LayoutDirection.LeftToRight)
    painter.drawText(QPointF(left, baseline), label)


def _small_font(em: float, scale: float) -> QFont:
    """The window's face: at this size it reads better than that of a book."""
    font = QGuiApplication.font()
    font.setPixelSize(max(10, round(scale * em)))
    return font


def shown_time(label: str) -> str:
    """When a cue begins, in short: «00:01:02,500 --> 00:01:04,000» is «1:02»."""
    begins = re.split(r"-->|[,.]", label, maxsplit=1)[0].strip()
    parts = begins.split(":")
    while len(parts) > 2 and parts[0].strip("0") == "":
        parts = parts[1:]
    return ":".join([parts[0].lstrip("0") or "0", *parts[1:]]) if parts[0] else begins
