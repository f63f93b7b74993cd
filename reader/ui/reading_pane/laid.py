# SPDX-License-Identifier: GPL-3.0-or-later
"""One stretch of a paragraph, shaped by Qt and set in lines, with the geometry of its characters.

Offsets here are code points from the start of the stretch unless a name ends in 16 (UTF-16 units, as Qt counts).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QGlyphRun, QPainter, QTextLayout, QTextLine, QTextOption

from reader.text.direction import Direction
from reader.text.hidden import Hidden, hidden_in
from reader.text.offsets import Utf16Map
from reader.text.tashkeel import ShownText
from reader.ui.reading_pane.grid import CELL_BREAK, Column, Grid
from reader.ui.reading_pane.justification import SPACES, Warp, justify_line
from reader.ui.reading_pane.made_signs import parted

_REACH_LINES = 3
"""So many lines beyond its own a line's ink may reach: marks above marks, in a face set tight."""
_SMOOTHED_PX = 1.0
"""Ink beyond a glyph's outline: smoothed edges."""

_RUN_FLAGS = QTextLayout.GlyphRunRetrievalFlag.RetrieveAll

# What Qt would drop, break at or swap, shown by one character of equal length; the stored text keeps the original.
_DISPLAY = dict.fromkeys((*range(32), 127, *range(128, 160), 8232, 8233), " ")
_DISPLAY |= {0xFEFF: "\u2060", 0xFFFC: "\ufffd", 0xFFFE: "\ufffd", 0xFFFF: "\ufffd"}
_DISPLAY |= dict.fromkeys((*range(64976, 65008), *range(55296, 57344)), "�")
_LINE_BREAK = "\u2028"
_TRAILING = SPACES + _LINE_BREAK
_TAB_SPACES = 4
_DISPLAY_ROW = _DISPLAY | {ord(CELL_BREAK): _LINE_BREAK}
_DISPLAY_CODE = {code: shown for code, shown in _DISPLAY.items() if code != ord("\t")}


class Setting(NamedTuple):
    """How a stretch is to be set. Lengths in pixels; ``baseline_px`` is measured from a line's top.

    With a ``grid`` the stretch is a row of a table. ``keeps_blanks``: blanks that begin it, and tabs, show as they are.
    """

    font: QFont
    width: float
    line_px: float
    baseline_px: float
    direction: Direction
    justified: bool
    full_last_line: bool
    grid: Grid | None = None
    keeps_blanks: bool = False


def setting_for(
    font: QFont, width: float, line_height: float, direction: Direction, *, justified: bool, full_last_line: bool
) -> Setting:
    metrics = QFontMetricsF(font)
    line_px = float(round(metrics.height() * line_height))
    baseline = round((line_px - metrics.height()) / 2 + metrics.ascent())
    return Setting(font, width, line_px, baseline, direction, justified, full_last_line)


@dataclass(slots=True)
class Line:
    """A set line: its UTF-16 range, top and baseline (pixels from the top of the stretch), the glyphs to draw.

    The spaces that end it begin at ``core16``; ``hang`` is their width, negative where lines run from the right.
    """

    start16: int
    end16: int
    top: float
    baseline: float
    qt: QTextLine
    runs: list[QGlyphRun]
    core16: int
    hang: float
    warp: Warp | None = None
    made: Sequence[QGlyphRun] = ()
    _runs: list[_DirectedRun] | None = None
    _ink: tuple[float, float] | None = None

    @property
    def ink(self) -> tuple[float, float]:
        """The heights between which the line's glyphs have ink, measured as ``top`` is; stacked marks reach far."""
        if self._ink is None:
            runs = [*self.runs, *self.made]
            for run in runs:
                run.setBoundingRect(QRectF())  # that of Qt is as tall as the face; now it asks the glyphs
            boxes = [run.boundingRect() for run in runs]
            top = min((box.top() for box in boxes), default=self.baseline)
            bottom = max((box.bottom() for box in boxes), default=self.baseline)
            self._ink = (top - _SMOOTHED_PX, bottom + _SMOOTHED_PX)
        return self._ink

    def x_of(self, position16: int) -> float:
        """Where the caret stands before the character at ``position16``."""
        for run in self._directed_runs():
            if run.start16 < position16 < run.end16:
                return self._justified(self._edge(run, position16))
        return self._justified(_cursor_x(self.qt, position16))

    def position16_at(self, x: float, is_valid: Callable[[int], bool]) -> int:
        """The caret position nearest to ``x``, of those that are valid (between letters, not before marks).

        Own search, because ``xToCursor`` is off by the space that ends a right-to-left line (Qt 6.11).
        """
        if not (runs := self._directed_runs()):
            return self.start16
        ragged = self.warp.to_ragged(x) if self.warp else x
        run = min(runs, key=lambda run: max(run.left - ragged, ragged - run.right))
        positions = [at for at in range(run.start16, run.end16 + 1) if is_valid(at)]
        return min(positions, key=lambda at: abs(self._edge(run, at) - ragged), default=run.start16)

    def intervals(self, start16: int, end16: int) -> list[tuple[float, float]]:
        """Left and right edges of what the range covers on this line, from left to right, neighbours joined.

        The spaces that end the line have no place on the page and are left out.
        """
        end16 = min(end16, self.core16)
        edges = [
            (self._edge(run, max(start16, run.start16)), self._edge(run, min(end16, run.end16)))
            for run in self._directed_runs()
            if run.start16 < end16 and start16 < run.end16
        ]
        justified = [(self._justified(one), self._justified(other)) for one, other in edges]
        return _joined((min(pair), max(pair)) for pair in justified)

    def _justified(self, x: float) -> float:
        return self.warp.to_justified(x) if self.warp else x

    def _edge(self, run: _DirectedRun, position16: int) -> float:
        """Where a position within a run stands before the line is justified.

        Qt 6.11: at a run's ends ``cursorToX`` answers for the neighbour (before the first digit of a left-to-right
        run), and where the space that ends the line has no room on it, some runs are shifted by its width.
        """
        if position16 == run.start16:
            return run.begins
        if position16 == run.end16:
            return run.ends
        return _cursor_x(self.qt, position16) + run.correction

    def _directed_runs(self) -> list[_DirectedRun]:
        """The line's runs in logical order, found when first asked for; the spaces that end it are the last."""
        if self._runs is None:
            found = [(run.stringIndexes(), run) for run in self.qt.glyphRuns(-1, -1, _RUN_FLAGS)]
            runs = [(min(indexes), run) for indexes, run in found if indexes]  # the end of a cell has no glyph
            runs = sorted((pair for pair in runs if pair[0] < self.core16), key=lambda pair: pair[0])
            ends = [start for start, _ in runs[1:]] + [self.core16]
            self._runs = [
                _directed(self.qt, run, start, end, self.hang) for (start, run), end in zip(runs, ends, strict=False)
            ]
            if self.core16 < self.end16:
                self._runs.append(self._hanging_spaces(self._runs))
        return self._runs

    def _hanging_spaces(self, runs: list[_DirectedRun]) -> _DirectedRun:
        """They stand where the line ends in its own direction (rule L1 of the bidirectional algorithm)."""
        if self.hang < 0:
            begins = min((run.left for run in runs), default=_cursor_x(self.qt, self.start16))
        else:
            begins = max((run.right for run in runs), default=_cursor_x(self.qt, self.start16))
        return _DirectedRun(self.core16, self.end16, begins, begins + self.hang, 0.0)


class _DirectedRun(NamedTuple):
    """Part of a line in one direction: its range, and the x at which it begins and ends in reading order."""

    start16: int
    end16: int
    begins: float
    ends: float
    correction: float

    @property
    def left(self) -> float:
        return min(self.begins, self.ends)

    @property
    def right(self) -> float:
        return max(self.begins, self.ends)


def _directed(qt: QTextLine, run: QGlyphRun, start16: int, end16: int, hang: float) -> _DirectedRun:
    """``hang`` is the width of the spaces that end the line."""
    box = run.boundingRect()
    begins, ends = (box.right(), box.left()) if run.isRightToLeft() else (box.left(), box.right())
    return _DirectedRun(start16, end16, begins, ends, _correction(qt, run, start16, hang) if hang else 0.0)


def _correction(qt: QTextLine, run: QGlyphRun, start16: int, hang: float) -> float:
    """By how much ``cursorToX`` errs inside the run: not at all, or by the spaces that end the line, to either side.

    Judged by the first position inside the run whose letter is drawn where we can see it.
    """
    letters = dict(reversed(list(zip(run.stringIndexes(), run.positions(), strict=True))))
    inside = sorted(letters)
    if len(inside) < 2 or inside[0] != start16:
        return 0.0
    shown = letters[inside[0] if run.isRightToLeft() else inside[1]].x()
    error = shown - _cursor_x(qt, inside[1])
    return min((0.0, hang, -hang), key=lambda candidate: abs(candidate - error))


def _cursor_x(qt: QTextLine, position16: int) -> float:
    x: float = qt.cursorToX(position16)[0]  # type: ignore[index]
    return x


def _joined(intervals: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    joined: list[tuple[float, float]] = []
    for left, right in sorted(intervals):
        if joined and left - joined[-1][1] < 0.8:
            joined[-1] = (joined[-1][0], max(right, joined[-1][1]))
        elif right - left > 0.01:
            joined.append((left, right))
    return joined


class LaidText:
    """A stretch of text in lines. ``height`` is that of its lines alone, in pixels.

    ``shown`` is the text with fewer or more vowel signs, where it is not shown as it is; offsets are the text's own.
    """

    def __init__(self, text: str, setting: Setting, shown: ShownText | None = None) -> None:
        self.text = text
        self.setting = setting
        self._shown = shown
        self.utf16: Utf16Map | ShownText = Utf16Map(text) if shown is None else shown
        self._display = (text if shown is None else shown.text).translate(_shown_as(setting))
        wide = self.utf16.to_utf16(len(text)) != len(self._display)
        self._display16 = _wide(self._display) if wide else self._display
        self._hidden: tuple[bool, tuple[Hidden, ...]] | None = None
        self._space_px = QFontMetricsF(setting.font).horizontalAdvance(" ")
        self.layout = QTextLayout(self._display, setting.font)
        self.layout.setCacheEnabled(True)
        self.layout.setTextOption(_option(setting))
        self.lines = self._break_lines()
        if setting.justified:
            self._justify()
        if shown is not None and shown.made:
            self._part_made_signs(shown)
        self._tops = [line.top for line in self.lines]
        self.height = max(self._tops, default=0.0) + setting.line_px

    def hidden(self, *, suspicious_only: bool) -> tuple[Hidden, ...]:
        """The characters that cannot be seen; looked for once."""
        if self._hidden is None or self._hidden[0] is not suspicious_only:
            self._hidden = (suspicious_only, tuple(hidden_in(self.text, suspicious_only=suspicious_only)))
        return self._hidden[1]

    @property
    def has_made_signs(self) -> bool:
        return self._shown is not None and bool(self._shown.made)

    def draw(self, painter: QPainter, origin: QPointF, top: float, bottom: float) -> None:
        """Draw the lines with ink in ``top``…``bottom`` (in the painter's coordinates) with the painter's pen."""
        draw = painter.drawGlyphRun
        for line in self._lines_with_ink(top - origin.y(), bottom - origin.y()):
            for run in line.runs:
                draw(origin, run)

    def draw_made_signs(self, painter: QPainter, origin: QPointF, top: float, bottom: float) -> None:
        """As ``draw``, the signs that are not stored alone."""
        for line in self._lines_with_ink(top - origin.y(), bottom - origin.y()):
            for run in line.made:
                painter.drawGlyphRun(origin, run)

    def measure_ink(self) -> None:
        """Find the ink of every line now rather than when it is drawn."""
        for line in self.lines:
            _ = line.ink

    def reaches(self, top: float, bottom: float) -> bool:
        """Whether any ink can lie between two heights, measured from the top of the stretch."""
        reach = _REACH_LINES * self.setting.line_px
        return top <= self.height + reach and bottom >= -reach

    def _lines_with_ink(self, top: float, bottom: float) -> Iterator[Line]:
        """The lines that have ink between two heights, in order."""
        line_px = self.setting.line_px
        for line in self.lines:
            if line.top >= top and line.top + line_px <= bottom:
                yield line
            elif line.top + _REACH_LINES * line_px >= top and line.top - _REACH_LINES * line_px <= bottom:
                ink_top, ink_bottom = line.ink
                if ink_bottom >= top and ink_top <= bottom:
                    yield line

    def line_at(self, y: float, x: float = 0.0) -> Line:
        """The line at a height measured from the top of the stretch; the first or last one beyond it.

        In a row of a table it is that of the cell nearest to ``x``.
        """
        if self.setting.grid is None:
            return self.lines[max(0, min(bisect_right(self._tops, y) - 1, len(self.lines) - 1))]
        return min(self.lines, key=lambda line: (self._beside(line, x), self._beyond(line, y)))

    def _beside(self, line: Line, x: float) -> float:
        left, width = line.qt.x(), line.qt.width()
        return max(0.0, left - x, x - left - width)

    def _beyond(self, line: Line, y: float) -> float:
        return max(0.0, line.top - y, y - line.top - self.setting.line_px)

    def line_of(self, offset: int) -> Line:
        """The line on which the caret at ``offset`` stands; at a line break, the later one."""
        position16 = self.utf16.to_utf16(offset)
        starts = [line.start16 for line in self.lines]
        return self.lines[max(0, bisect_right(starts, position16) - 1)]

    def caret_x(self, offset: int) -> float:
        return self.line_of(offset).x_of(self.utf16.to_utf16(offset))

    def offset_at(self, x: float, y: float) -> int:
        """The caret position nearest to a point."""
        line = self.line_at(y, x)
        position16 = line.position16_at(x, self.layout.isValidCursorPosition)
        if position16 >= line.end16 and line is not self.lines[-1]:
            position16 = self.layout.previousCursorPosition(line.end16)
        return self.utf16.from_utf16(position16)

    def character_at(self, x: float, y: float) -> int | None:
        """Offset of the character under a point, or None beside the text."""
        line = self.line_at(y, x)
        near = self.utf16.from_utf16(line.position16_at(x, self.layout.isValidCursorPosition))
        before = self.utf16.from_utf16(self.layout.previousCursorPosition(self.utf16.to_utf16(near)))
        for offset in (near, before):
            if offset < len(self.text) and any(
                on is line and left <= x <= right for on, left, right in self.boxes(offset, offset + 1)
            ):
                return offset
        return None

    def boxes(self, start: int, end: int) -> list[tuple[Line, float, float]]:
        """``(line, left, right)`` for every visual stretch of the range ``[start, end)``, line by line.

        A range that cuts a letter from its marks gets the box of both: they share their place on the page.
        """
        start16, end16 = self._whole_letters(self.utf16.to_utf16(start), self.utf16.to_utf16(min(end, len(self.text))))
        first = max(0, bisect_right([line.start16 for line in self.lines], start16) - 1)
        found: list[tuple[Line, float, float]] = []
        for line in self.lines[first:]:
            if line.start16 >= end16:
                break
            found.extend((line, left, right) for left, right in self._clipped(line, start16, end16))
        return found

    def _part_made_signs(self, shown: ShownText) -> None:
        """Have the signs that no file printed in runs of their own, to be drawn in another colour."""
        bearing = frozenset(Utf16Map(shown.text).to_utf16(at) for at in shown.letters_with_made)
        for line in self.lines:
            line.runs, line.made = parted(line.runs, bearing)

    def _whole_letters(self, start16: int, end16: int) -> tuple[int, int]:
        if start16 == end16:  # signs that are not shown: their letter stands for them
            start16 = max(0, start16 - 1)
        while not self.layout.isValidCursorPosition(start16):
            start16 -= 1
        while not self.layout.isValidCursorPosition(end16):
            end16 += 1
        return start16, end16

    def _clipped(self, line: Line, start16: int, end16: int) -> list[tuple[float, float]]:
        """Intervals within the measure: the space that ends a line hangs outside it."""
        width = self.setting.width
        return [
            (max(left, 0.0), min(right, width))
            for left, right in line.intervals(start16, end16)
            if min(right, width) - max(left, 0.0) > 0.01
        ]

    def _break_lines(self) -> list[Line]:
        lines: list[Line] = []
        self.layout.beginLayout()
        if self.setting.grid is None:
            self._break_paragraph(lines)
        else:
            self._break_row(lines, self.setting.grid)
        self.layout.endLayout()
        for line in lines:
            line.runs = line.qt.glyphRuns(-1, -1, _RUN_FLAGS)
        return lines

    def _break_paragraph(self, lines: list[Line]) -> None:
        while (qt := self.layout.createLine()).isValid():
            qt.setLineWidth(self.setting.width)
            indent = self._hanging_indent() if not lines else 0.0
            lines.append(self._line(qt, indent, len(lines) * self.setting.line_px))

    def _break_row(self, lines: list[Line], grid: Grid) -> None:
        """Each cell in its column; the tab between two is shown as a line break, so that it is laid out once."""
        cell, top, line_px = 0, 0.0, self.setting.line_px
        while (qt := self.layout.createLine()).isValid():
            column = grid.column(cell)
            qt.setLineWidth(column.width)
            line = self._line(qt, self._left_of(column), top)
            lines.append(line)
            ends_cell = self._display16[line.start16 : line.end16].endswith(_LINE_BREAK)
            cell += ends_cell
            top = 0.0 if ends_cell and not grid.stacked else top + line_px

    def _left_of(self, column: Column) -> float:
        if self.setting.direction is Direction.RIGHT_TO_LEFT:
            return self.setting.width - column.offset - column.width
        return column.offset

    def _line(self, qt: QTextLine, left: float, top: float) -> Line:
        """A line that Qt has broken, put in its place."""
        start16, baseline = qt.textStart(), top + self.setting.baseline_px
        qt.setPosition(QPointF(left, baseline - qt.ascent()))
        end16 = start16 + qt.textLength()
        core16 = start16 + len(self._display16[start16:end16].rstrip(_TRAILING))
        hang = (end16 - core16) * self._space_px
        right_to_left = self.setting.direction is Direction.RIGHT_TO_LEFT
        return Line(start16, end16, top, baseline, qt, [], core16, -hang if right_to_left else hang)

    def _hanging_indent(self) -> float:
        """Spaces that begin a paragraph hang in the margin, so that its first line begins where all others do."""
        if self.setting.keeps_blanks:
            return 0.0
        count = len(self._display) - len(self._display.lstrip(SPACES))
        hang = count * self._space_px
        return hang if self.setting.direction is Direction.RIGHT_TO_LEFT else -hang

    def _justify(self) -> None:
        last = None if self.setting.full_last_line else len(self.lines) - 1
        for line in self.lines[:last]:
            justify_line(line, self._display16, self.setting, self._space_px)


def _shown_as(setting: Setting) -> Mapping[int, str]:
    if setting.grid is not None:
        return _DISPLAY_ROW
    return _DISPLAY_CODE if setting.keeps_blanks else _DISPLAY


def _option(setting: Setting) -> QTextOption:
    right_to_left = setting.direction is Direction.RIGHT_TO_LEFT
    option = QTextOption(Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if setting.keeps_blanks:
        option.setTabStopDistance(_TAB_SPACES * QFontMetricsF(setting.font).horizontalAdvance(" "))
    return option


def _wide(text: str) -> str:
    """The text with each character beyond U+FFFF doubled, so that its indices count UTF-16 units."""
    return "".join(char * 2 if char > "\uffff" else char for char in text)
