# SPDX-License-Identifier: GPL-3.0-or-later
"""The sheet under way: its measures and faces, head and number, and notes that flow on from page to page."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtGui import QColor, QFont, QFontMetricsF

from reader.interchange.page_words import number_in
from reader.interchange.passages import Passages
from reader.text.direction import Direction, dominant_direction
from reader.ui.printing.sheet import HEIGHT, UNITS_PER_POINT, WIDTH, Box, Sheet, line_glyphs
from reader.ui.reading_pane.grid import Grid
from reader.ui.reading_pane.laid import LaidText, Line, setting_for
from reader.ui.reading_pane.style import RoleStyle
from reader.ui.theme import Theme

_TOP, _BOTTOM, _SIDE = 1500.0, 1450.0, 1150.0
_MEASURE, _WIDE_MEASURE = 6700.0, 8400.0
_NOTE_GAP, NOTE_MEASURE = 420.0, 2500.0
_HEAD_PT = 9.0
_LONGEST_HEAD = 90
BODY_PT, NOTE_PT = 13.5, 9.5
NOTE_LINE_HEIGHT = 0.94
_LINE_HEIGHT = 1.2
INK, QUIET, RULE = QColor("#000000"), QColor("#5c564d"), QColor("#b9b2a6")


class Flowing(NamedTuple):
    """A line of a note that waits for its place; ``space`` is what lies above the first one of a note."""

    laid: LaidText
    line: Line
    text: bytes
    space: float
    rule: QColor | None


class Press:
    """One sheet after the other; what is set on it comes from the composer."""

    def __init__(self, passages: Passages, language: str, theme: Theme, family: str = "Amiri") -> None:
        self._passages, self._language, self._theme, self._family = passages, language, theme, family
        self._way = passages.document.direction
        self._mirrored = self._way is Direction.RIGHT_TO_LEFT
        has_notes = any(each.number for each in passages.said)
        self._measure = _MEASURE if has_notes else _WIDE_MEASURE
        free = _SIDE if has_notes else (WIDTH - _WIDE_MEASURE) / 2
        self._left = WIDTH - free - self._measure if self._mirrored else free
        beyond = self._left - _NOTE_GAP - NOTE_MEASURE
        self._note_left = beyond if self._mirrored else self._left + self._measure + _NOTE_GAP
        self._fonts: dict[tuple[float, bool], QFont] = {}
        self._sheet = Sheet(0)
        self._done: list[Sheet] = []
        self._y = self._note_y = _TOP
        self._waiting: deque[Flowing] = deque()

    def _ready(self) -> Iterator[Sheet]:
        ready, self._done = self._done, []
        return iter(ready)

    def _turn(self) -> None:
        """Begin a page: its head, its number, and what flows on from the page before."""
        if self._sheet.number:
            self._done.append(self._sheet)
        self._sheet = Sheet(self._sheet.number + 1)
        self._y = self._note_y = _TOP
        number = number_in("ar" if self._mirrored else self._language, self._sheet.number)
        self._write(number, WIDTH / 2, HEIGHT - 800, _HEAD_PT + 1, INK, anchor=0.5)
        if self._sheet.number > 1:
            title = " ".join(self._passages.document.title.split())
            title = title if len(title) <= _LONGEST_HEAD else f"{title[:_LONGEST_HEAD]}…"
            self._write(title, WIDTH / 2, 950, _HEAD_PT, QUIET, anchor=0.5)
            self._sheet.boxes.append(Box(self._left, 1080, self._measure, 6, RULE))
        self._flow_notes()

    @property
    def _is_at_top(self) -> bool:
        return self._y == _TOP

    def _room_for(self, height: float) -> None:
        if self._y + height > HEIGHT - _BOTTOM and self._y > _TOP:
            self._turn()

    def _flow_notes(self) -> None:
        """Set the lines that wait as far as the page reaches."""
        while self._waiting:
            laid, line, raw, space, rule = self._waiting[0]
            space = 0.0 if self._note_y == _TOP else space
            if self._note_y + space + laid.setting.line_px > HEIGHT - _BOTTOM:
                return
            self._note_y += space
            self._ink(line, raw, self._note_left, self._note_y - line.top, rule or INK)
            self._note_y += laid.setting.line_px
            self._waiting.popleft()

    def _line(self, colour: int) -> QColor:
        return self._theme.lines.get(f"tag-{colour}", QUIET)

    def _ink(self, line: Line, raw: bytes, x: float, y: float, colour: QColor) -> None:
        self._sheet.glyphs += line_glyphs(line, x, y, raw, colour)

    def _write(
        self, text: str, x: float, baseline: float, points: float, colour: QColor, *, anchor: float, bold: bool = False
    ) -> None:
        """One line; ``anchor`` is the share of its width that lies left of ``x``."""
        font = self._font(points, bold=bold)
        width = QFontMetricsF(font).horizontalAdvance(text) + 2
        setting = setting_for(font, width + 200, 1.0, dominant_direction(text), justified=False, full_last_line=False)
        laid = LaidText(text, setting)
        line = laid.lines[0]
        inner = 200.0 if setting.direction is Direction.RIGHT_TO_LEFT else 0.0
        self._ink(line, units_of(laid), x - anchor * width - inner, baseline - line.baseline, colour)

    def _laid(
        self,
        text: str,
        style: RoleStyle,
        way: Direction,
        width: float,
        *,
        full: bool = False,
        grid: Grid | None = None,
        height: float = _LINE_HEIGHT,
    ) -> LaidText:
        font = self._font(BODY_PT * style.scale, bold=style.bold)
        tall = height * style.line_height
        setting = setting_for(font, width, tall, way, justified=style.justified and grid is None, full_last_line=full)
        return LaidText(text, setting._replace(grid=grid))

    def _font(self, points: float, *, bold: bool) -> QFont:
        key = (points, bold)
        if key not in self._fonts:
            font = QFont(self._family)
            font.setPixelSize(round(points * UNITS_PER_POINT))
            font.setBold(bold)
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            self._fonts[key] = font
        return self._fonts[key]


def units_of(laid: LaidText) -> bytes:
    return str(laid.layout.text()).encode("utf-16-le", "surrogatepass")
