# SPDX-License-Identifier: GPL-3.0-or-later
"""One page as what stands on it: glyphs in their places and coloured boxes, for a file or for a painter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QGlyphRun, QPainter

from reader.ui.reading_pane.laid import Line

UNITS_PER_POINT = 20
"""Everything on a sheet is measured in twentieths of a point, from the upper left corner."""
WIDTH, HEIGHT = 11906.0, 16838.0
"""A4."""


class Glyphs(NamedTuple):
    """A run of shaped glyphs, moved by ``x`` and ``y``. ``text`` is what they are made from, in UTF-16 (little endian);
    the run's string indices count its units."""

    x: float
    y: float
    run: QGlyphRun
    text: bytes
    end16: int
    colour: QColor


class Box(NamedTuple):
    x: float
    y: float
    width: float
    height: float
    colour: QColor


@dataclass(slots=True)
class Sheet:
    """A page; boxes lie beneath the glyphs."""

    number: int
    boxes: list[Box] = field(default_factory=list)
    glyphs: list[Glyphs] = field(default_factory=list)

    def paint(self, painter: QPainter) -> None:
        """Paint the sheet on whatever the painter's units make of it."""
        for box in self.boxes:
            painter.fillRect(QRectF(box.x, box.y, box.width, box.height), box.colour)
        for glyphs in self.glyphs:
            painter.setPen(glyphs.colour)
            painter.drawGlyphRun(QPointF(glyphs.x, glyphs.y), glyphs.run)


def line_glyphs(line: Line, x: float, y: float, text: bytes, colour: QColor) -> list[Glyphs]:
    """The runs of a set line from left to right; its lines begin at ``y``, ``text`` is that of its layout."""
    indexes = [(run, run.stringIndexes()) for run in line.runs]
    shown = [(run, found) for run, found in indexes if found]
    starts = sorted(min(found) for _, found in shown)
    ends = dict(zip(starts, [*starts[1:], line.end16], strict=True))
    placed = sorted(shown, key=lambda each: min(point.x() for point in each[0].positions()))
    return [Glyphs(x, y, run, text, ends[min(found)], colour) for run, found in placed]


class Glyph(NamedTuple):
    """One glyph of a run: its number in the face, its place, and the letters it shows."""

    number: int
    x: float
    y: float
    text: str


def glyphs_of(shown: Glyphs) -> Iterator[Glyph]:
    """The glyphs from left to right as a reader of the file meets them, each with its own letters.

    Where a cluster of letters has as many glyphs, each has one; of a ligature the first has all; marks go with marks.
    """
    run = shown.run
    logical = list(zip(run.stringIndexes(), run.glyphIndexes(), run.positions(), strict=True))
    if run.isRightToLeft():
        logical.reverse()
    logical.sort(key=lambda each: each[0])
    starts = sorted({each[0] for each in logical})
    ends = dict(zip(starts, [*starts[1:], shown.end16], strict=True))
    found: list[Glyph] = []
    place = 0
    while place < len(logical):
        start16 = logical[place][0]
        together = place
        while together < len(logical) and logical[together][0] == start16:
            together += 1
        letters = shown.text[2 * start16 : 2 * ends[start16]].decode("utf-16-le", "replace")
        count = together - place
        for number, (_, index, point) in enumerate(logical[place:together]):
            own = letters[number:] if number == count - 1 else letters[number : number + 1]
            found.append(Glyph(index, shown.x + point.x(), shown.y + point.y(), own))
        place = together
    return iter(reversed(found)) if run.isRightToLeft() else iter(found)
