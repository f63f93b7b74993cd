# SPDX-License-Identifier: GPL-3.0-or-later
"""A document set on pages: text in one column, notes in the outer margin beside their lines, tags beneath the words.

May run on any thread: nothing here is a widget. Only the sheet under way and what flows on from it are in memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtGui import QColor, QFontMetricsF

from reader.errors import Cancelled
from reader.interchange.page_words import number_in, words_in
from reader.interchange.passages import Paragraph, Passages, Piece, Said, shown_metadata
from reader.text.direction import Direction, dominant_direction
from reader.text.structure import Role
from reader.ui.printing.press import (
    BODY_PT,
    INK,
    NOTE_LINE_HEIGHT,
    NOTE_MEASURE,
    NOTE_PT,
    QUIET,
    RULE,
    Flowing,
    Press,
    units_of,
)
from reader.ui.printing.sheet import UNITS_PER_POINT, Box, Sheet
from reader.ui.reading_pane.cutting import cuts_of
from reader.ui.reading_pane.grid import Grid, grid_of
from reader.ui.reading_pane.laid import LaidText, Line
from reader.ui.reading_pane.style import RoleStyle, style_of
from reader.ui.theme import Theme

_NOTE_SPACE = 110.0
_GAP_EM = 0.42
_ABOVE_EM, _BELOW_EM = 0.84, 0.40
_LANE_EM, _LANE_STEP_EM, _STROKE_EM, _DASH_EM = 0.34, 0.11, 0.055, 0.16
_LABEL_PT, _NUMBER_EM = 5.6, 0.5
_ROW_SPACE = 70.0
_MOST_ROWS = 400
_FRONT = frozenset({Role.KICKER, Role.TITLE, Role.SUBTITLE, Role.BLANK})
_BULLETS = ("•", "◦", "–")


class Composer(Press):
    """Sets one document. ``pages`` may be gone through once."""

    def __init__(self, passages: Passages, language: str, theme: Theme, family: str = "Amiri") -> None:
        super().__init__(passages, language, theme, family)
        self._words = words_in(language)
        self._grids: dict[int, Grid] = {}

    def pages(
        self,
        progress: Callable[[int, int], None] = lambda _done, _total: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Iterator[Sheet]:
        """The sheets in order; progress counts code points.

        Raises:
            Cancelled.
        """
        self._turn()
        self._title()
        in_front = True
        for paragraph, pieces in self._passages.pieces():
            if in_front and paragraph.part.role not in _FRONT:
                in_front = False
                self._about()
            if cancelled():
                raise Cancelled
            self._paragraph(paragraph, pieces)
            progress(paragraph.end, len(self._passages.text))
            yield from self._ready()
        while self._waiting:
            self._turn()
            yield from self._ready()
        yield self._sheet

    def _title(self) -> None:
        document = self._passages.document
        own = next((each for each in self._passages.paragraphs if each.part.role is Role.TITLE), None)
        if own is None or own.text.strip() != document.title.strip():
            self._plain(document.title, style_of(Role.TITLE), INK)

    def _about(self) -> None:
        """Where the document is from, and which line stands for which tag."""
        about = [f"{self._words[name]}: \u2068{value}\u2069" for name, value in shown_metadata(self._passages.document)]
        if about:
            self._plain(" · ".join(about), style_of(Role.CAPTION), QUIET)
        names = {(each.name, each.colour) for each in self._passages.said}
        if names:
            self._legend(sorted(names))

    def _plain(self, text: str, style: RoleStyle, colour: QColor) -> None:
        laid = self._laid(text.replace("\n", " "), style, dominant_direction(text), self._measure)
        raw = units_of(laid)
        for line in laid.lines:
            self._room_for(laid.setting.line_px)
            self._ink(line, raw, self._left, self._y - line.top, colour)
            self._y += laid.setting.line_px
        self._y += style.after * BODY_PT * UNITS_PER_POINT

    def _legend(self, names: Sequence[tuple[str, int]]) -> None:
        """Which line stands for which tag, in one or more lines."""
        size = NOTE_PT * UNITS_PER_POINT
        x, gap = 0.0, size * 1.2
        self._y += size * 1.6
        for name, colour in names:
            width = QFontMetricsF(self._font(NOTE_PT, bold=False)).horizontalAdvance(name)
            if x + width > self._measure:
                x = 0.0
                self._y += size * 2.1
            left = self._left + (self._measure - x - width if self._mirrored else x)
            self._write(name, left, self._y, NOTE_PT, INK, anchor=0.0)
            self._sheet.boxes.append(Box(left, self._y + size * 0.36, width, size * 0.09, self._line(colour)))
            x += width + gap
        self._y += size * 1.8

    # Paragraphs

    def _paragraph(self, paragraph: Paragraph, pieces: Sequence[Piece]) -> None:
        part, em = paragraph.part, BODY_PT * UNITS_PER_POINT
        style = style_of(part.role, part.level)
        self._y += 0 if self._is_at_top or part.goes_on else style.before * em
        if part.role is Role.BLANK:
            self._y += 0.3 * em
            return
        cuts = cuts_of(paragraph.text)
        said = {each.annotation.id: each for piece in pieces for each in piece.under}
        numbers = [(piece.end, each) for piece in pieces for each in piece.ending if each.number]
        if part.role in {Role.TITLE, Role.HEADING}:
            self._room_for(4 * em * style.scale)
        for start, end in pairwise(cuts):
            stretch = _Stretch(paragraph, start, end, style)
            own = [each for each in said.values() if each.start < stretch.last and each.end > stretch.first]
            ending = [pair for pair in numbers if start == 0 or pair[0] > stretch.first]
            ending = [pair for pair in ending if pair[0] <= stretch.last]
            self._stretch(stretch, own, ending)
        gap = style.gap if part.is_continued and style.gap is not None else _GAP_EM + style.after
        self._y += gap * em

    def _stretch(self, stretch: _Stretch, said: Sequence[Said], numbers: Sequence[tuple[int, Said]]) -> None:
        style, way = stretch.style, stretch.paragraph.direction
        indent = style.indent * BODY_PT * UNITS_PER_POINT
        width = self._measure - indent - style.outdent * BODY_PT * UNITS_PER_POINT
        grid = self._grid(stretch.paragraph, width)
        words = stretch.paragraph.text[stretch.start : stretch.end]
        is_last = stretch.end == len(stretch.paragraph.text)
        laid = self._laid(words, style, way, width, full=not is_last, grid=grid)
        left = self._left + (self._measure - indent - width if way is Direction.RIGHT_TO_LEFT else indent)
        raw = units_of(laid)
        marks = _boxes_by_line(laid, stretch, said)
        notes = _notes_by_line(laid, stretch, numbers)
        if grid is not None:
            self._room_for(laid.height + 2 * _ROW_SPACE)
        row_top = self._y
        for number, line in enumerate(laid.lines):
            if grid is None:
                self._room_for(laid.setting.line_px)
                origin = self._y - line.top
                self._y += laid.setting.line_px
            else:
                origin = row_top
            if not number and not stretch.start:
                self._marker(stretch, left, width, origin + line.baseline)
            if stretch.paragraph.part.role is Role.QUOTATION:
                edge = left + width + 140 if way is Direction.RIGHT_TO_LEFT else left - 165
                self._sheet.boxes.append(Box(edge, origin + line.top, 25, laid.setting.line_px, RULE))
            self._marks(line, marks.get(id(line), ()), left, origin, laid)
            self._ink(line, raw, left, origin, QUIET if style.colour == "quiet" else INK)
            for each, x in notes.get(id(line), ()):
                self._number(each, left + x, origin + line.baseline, way)
                self._note(each, origin + line.top)
        if grid is not None:
            self._y = row_top + laid.height + _ROW_SPACE
            self._sheet.boxes.append(Box(self._left, self._y - _ROW_SPACE / 2, self._measure, 6, RULE))

    def _grid(self, paragraph: Paragraph, width: float) -> Grid | None:
        run = paragraph.part.run
        if paragraph.part.role is not Role.ROW or run is None:
            return None
        if run[0] not in self._grids:
            self._grids.clear()
            style = style_of(Role.ROW)
            metrics = QFontMetricsF(self._font(BODY_PT * style.scale, bold=False))
            rows = [each.text for each in self._passages.paragraphs[run[0] : min(run[1] + 1, run[0] + _MOST_ROWS)]]
            em = BODY_PT * style.scale * UNITS_PER_POINT
            self._grids[run[0]] = grid_of(rows, width, em, metrics.horizontalAdvance)
        return self._grids[run[0]]

    def _marker(self, stretch: _Stretch, left: float, width: float, baseline: float) -> None:
        part = stretch.paragraph.part
        if part.role not in {Role.ITEM, Role.NOTE} or not part.opens or not (part.level or part.label):
            return
        label = part.label if any(map(str.isalnum, part.label)) else _BULLETS[(max(part.level, 1) - 1) % 3]
        if stretch.paragraph.text.lstrip().startswith(label):
            return
        to_left = stretch.paragraph.direction is Direction.RIGHT_TO_LEFT
        x = left + width + 110 if to_left else left - 110
        size = BODY_PT * stretch.style.scale
        self._write(label, x, baseline, size, QUIET, anchor=0.0 if to_left else 1.0)

    # Tags and notes

    def _marks(
        self, line: Line, boxes: Sequence[tuple[Said, float, float, bool]], left: float, top: float, laid: LaidText
    ) -> None:
        size = float(laid.setting.font.pixelSize())
        baseline = top + line.baseline
        for each, start, end, _ in boxes:
            if not each.is_suggested:
                fill = QColor(self._theme.fills.get(f"tag-{each.colour}", QColor("#eeebe5")))
                height = (_ABOVE_EM + _BELOW_EM) * size
                self._sheet.boxes.append(Box(left + start, baseline - _ABOVE_EM * size, end - start, height, fill))
        taken: list[tuple[float, float]] = []
        for each, start, end, begins in boxes:
            y = baseline + (_LANE_EM + each.lane * _LANE_STEP_EM) * size
            self._stroke(left + start, left + end, y, size, each)
            if begins:
                edges = (left + start, left + end)
                self._label(each, edges, baseline - _ABOVE_EM * size, laid.setting.direction, taken)

    def _stroke(self, left: float, right: float, y: float, size: float, each: Said) -> None:
        colour, height = self._line(each.colour), _STROKE_EM * size
        if not each.is_suggested:
            self._sheet.boxes.append(Box(left, y, right - left, height, colour))
            return
        dash = _DASH_EM * size
        while left < right:
            self._sheet.boxes.append(Box(left, y, min(dash, right - left), height, colour))
            left += 1.7 * dash

    def _label(
        self, each: Said, edges: tuple[float, float], y: float, way: Direction, taken: list[tuple[float, float]]
    ) -> None:
        """The tag's name above its first letters, where no other stands."""
        left, right = edges
        to_left = way is Direction.RIGHT_TO_LEFT
        name = each.name + (self._words["doubt"] if each.is_suggested else "")
        width = QFontMetricsF(self._font(_LABEL_PT, bold=True)).horizontalAdvance(name)
        start = right - width if to_left else left
        if any(start < end and begin < start + width for begin, end in taken):
            return
        taken.append((start - 40, start + width + 40))
        self._write(name, start, y - 26, _LABEL_PT, self._line(each.colour), anchor=0.0, bold=True)

    def _number(self, each: Said, x: float, baseline: float, way: Direction) -> None:
        """The note's number, small and high, in the space behind the tagged word."""
        number = number_in("ar" if self._mirrored else self._language, each.number)
        anchor = 1.0 if way is Direction.RIGHT_TO_LEFT else 0.0
        raised = baseline - 0.74 * BODY_PT * UNITS_PER_POINT
        self._write(number, x, raised, BODY_PT * _NUMBER_EM, INK, anchor=anchor)

    def _note(self, each: Said, top: float) -> None:
        """Queue a note whose number stands on a line with this top."""
        self._note_y = max(self._note_y, top) if not self._waiting else self._note_y
        number = number_in("ar" if self._mirrored else self._language, each.number)
        lines = [f"{number}. {each.name}"]
        lines += [line for line in each.annotation.note.split("\n") if line.strip()]
        lines += [f"{name}: {value}" for name, value in each.facts]
        for place, words in enumerate(lines):
            style = RoleStyle(scale=NOTE_PT / BODY_PT, bold=not place)
            way = self._way if not place else dominant_direction(words)
            for cut, end in pairwise(cuts_of(words)):
                laid = self._laid(words[cut:end], style, way, NOTE_MEASURE, height=NOTE_LINE_HEIGHT)
                raw = units_of(laid)
                for number_of_line, line in enumerate(laid.lines):
                    opens = not place and not number_of_line
                    rule = self._line(each.colour) if not place else None
                    self._waiting.append(Flowing(laid, line, raw, _NOTE_SPACE if opens else 0.0, rule))
        self._flow_notes()


class _Stretch(NamedTuple):
    """Code points ``start`` to ``end`` of a paragraph, set at once."""

    paragraph: Paragraph
    start: int
    end: int
    style: RoleStyle

    @property
    def first(self) -> int:
        return self.paragraph.start + self.start

    @property
    def last(self) -> int:
        return self.paragraph.start + self.end


def _boxes_by_line(
    laid: LaidText, stretch: _Stretch, said: Sequence[Said]
) -> dict[int, list[tuple[Said, float, float, bool]]]:
    """For each line the tags on it, longest first: left, right, and whether the tag begins there."""
    found: dict[int, list[tuple[Said, float, float, bool]]] = {}
    for each in sorted(said, key=lambda one: (one.start - one.end, one.start)):
        start, end = max(each.start, stretch.first) - stretch.first, min(each.end, stretch.last) - stretch.first
        for number, (line, left, right) in enumerate(laid.boxes(start, end)):
            begins = not number and each.start >= stretch.first
            found.setdefault(id(line), []).append((each, left, right, begins))
    return found


def _notes_by_line(
    laid: LaidText, stretch: _Stretch, numbers: Sequence[tuple[int, Said]]
) -> dict[int, list[tuple[Said, float]]]:
    """For each line the notes whose numbers stand on it, and where: behind the last letter of the tag's last word."""
    found: dict[int, list[tuple[Said, float]]] = {}
    for end, each in numbers:
        boxes = laid.boxes(max(0, end - 1 - stretch.first), max(1, end - stretch.first)) if laid.text else []
        to_left = stretch.paragraph.direction is Direction.RIGHT_TO_LEFT
        line, left, right = boxes[-1] if boxes else (laid.lines[-1], 0.0, laid.setting.width)
        found.setdefault(id(line), []).append((each, left if to_left else right))
    return found
