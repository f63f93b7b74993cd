# SPDX-License-Identifier: GPL-3.0-or-later
"""Paragraphs as lines for a terminal, wrapped, ordered, aligned and coloured."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.cli.bidi import visual_order
from reader.cli.cells import TAB_COLUMNS, Cell, cells_of, joined, visible
from reader.text.direction import Direction, dominant_direction

NARROWEST = 10
ORDERS_TEXT = "HASHIYA_TERMINAL_ORDERS"
"""Environment variable; set for terminals that join and order Arabic themselves."""

# Colours of the 256 that can be read on black and on white; a tag's role says which.
_COLOURS = (33, 166, 70, 133, 37, 160, 136, 99, 168, 94, 29, 61)
_OFF = "\x1b[0m"
_POP, _POP_ISOLATE = "\u202c", "\u2069"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paint:
    """How a stretch of a paragraph looks: ``start`` to ``end``, code points, half-open, in the colour of a role."""

    start: int
    end: int
    role: str
    is_annotation: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Terminal:
    """What is known of the terminal: ``columns`` it has, whether it shows colours, whether it orders text itself."""

    columns: int = 80
    colours: bool = False
    orders_text: bool = False

    def lines(self, paragraph: str, direction: Direction, paints: Sequence[Paint] = ()) -> Iterator[str]:
        """The lines of a paragraph, without line ends; one empty line for a blank paragraph."""
        cells = cells_of(paragraph)
        styles = self._styles(len(paragraph), paints)
        if self.orders_text:
            pieces = [(_as_it_is(cell, paragraph), _style_of(cell, styles)) for cell in cells]
            yield _coloured([*pieces, (_closing(paragraph), "")])
            return
        cells = joined(cells)
        columns = max(self.columns, NARROWEST)
        for line in _ordered(cells, wrapped(cells, columns), direction):
            used = sum(cells[index].columns for index, _ in line)
            margin = " " * (columns - used) if direction is Direction.RIGHT_TO_LEFT and line else ""
            yield margin + _coloured([(_drawn(cells[i], char), _style_of(cells[i], styles)) for i, char in line])

    def coloured(self, text: str, role: str) -> str:
        """``text``, which must be ours, in the colour of a role where there are colours."""
        return f"{_start_of(role, is_annotation=False)}{text}{_OFF}" if self.colours else text

    def _styles(self, length: int, paints: Sequence[Paint]) -> list[str]:
        styles = [""] * length
        if self.colours:
            # The shortest last, so that what lies within another is seen; what the user tagged over what is proposed.
            for paint in sorted(paints, key=lambda paint: (paint.is_annotation, paint.start - paint.end)):
                style = _start_of(paint.role, is_annotation=paint.is_annotation)
                styles[paint.start : paint.end] = [style] * (paint.end - paint.start)
        return styles


def phrase(text: str) -> str:
    """A few words as they stand within a line: joined and ordered for a terminal that does not do it, else as they are.

    Into files and pipes goes the text itself, so that it can be searched and compared.
    """
    if not sys.stdout.isatty() or os.environ.get(ORDERS_TEXT):
        return visible(text)
    words = text.replace("\n", " ")
    return "".join(Terminal(columns=len(words) * TAB_COLUMNS).lines(words, dominant_direction(words))).strip()


def wrapped(cells: Sequence[Cell], columns: int) -> list[tuple[int, int]]:
    """Half-open ranges of cells, one a line, none wider than ``columns``; the blanks at a line's end are in none."""
    ranges = []
    start = 0
    while start < len(cells):
        end, following = _end_of_line(cells, start, columns)
        ranges.append((start, end))
        start = following
    return ranges or [(0, 0)]


def _end_of_line(cells: Sequence[Cell], start: int, columns: int) -> tuple[int, int]:
    """Where the line that begins at ``start`` ends, and where the next one begins."""
    used = 0
    place = None
    for at in range(start, len(cells)):
        used += cells[at].columns
        if used > columns and not cells[at].is_blank:
            end = max(at, start + 1) if place is None else place
            return _without_blanks(cells, start, end), end
        if cells[at].ends_a_word:
            place = at + 1
    return _without_blanks(cells, start, len(cells)), len(cells)


def _without_blanks(cells: Sequence[Cell], start: int, end: int) -> int:
    while end > start and cells[end - 1].is_blank:
        end -= 1
    return end


def _ordered(
    cells: Sequence[Cell], ranges: Sequence[tuple[int, int]], direction: Direction
) -> Iterator[list[tuple[int, str]]]:
    line_of = {at: number for number, (start, end) in enumerate(ranges) for at in range(start, end)}
    lines: list[list[tuple[int, str]]] = [[] for _ in ranges]
    for index, char in visual_order("".join(cell.base for cell in cells), direction):
        if index in line_of:
            lines[line_of[index]].append((index, char))
    yield from lines


def _drawn(cell: Cell, char: str) -> str:
    return (char if cell.shown == cell.base else cell.shown) + cell.marks


def _as_it_is(cell: Cell, paragraph: str) -> str:
    return cell.shown + cell.marks if cell.shown else paragraph[cell.start : cell.end]


def _closing(paragraph: str) -> str:
    """What ends the directions that a paragraph begins and does not end, so that they end with its line."""
    opened: list[str] = []
    for char in paragraph:
        kind = unicodedata.bidirectional(char)
        if kind in ("LRE", "RLE", "LRO", "RLO"):
            opened.append(_POP)
        elif kind in ("LRI", "RLI", "FSI"):
            opened.append(_POP_ISOLATE)
        elif kind == "PDF" and opened[-1:] == [_POP]:
            opened.pop()
        elif kind == "PDI" and _POP_ISOLATE in opened:
            del opened[len(opened) - 1 - opened[::-1].index(_POP_ISOLATE) :]
    return "".join(reversed(opened))


def _style_of(cell: Cell, styles: Sequence[str]) -> str:
    return next((style for style in styles[cell.start : cell.end] if style), "")


def _coloured(pieces: Sequence[tuple[str, str]]) -> str:
    written = []
    now = ""
    for text, style in pieces:
        if style != now:
            written.append((_OFF if now else "") + style)
            now = style
        written.append(text)
    return "".join(written) + (_OFF if now else "")


def _start_of(role: str, *, is_annotation: bool) -> str:
    number = role.rpartition("-")[2]
    colour = _COLOURS[(int(number) - 1) % len(_COLOURS)] if number.isdecimal() else _COLOURS[0]
    return f"\x1b[{'1;4;' if is_annotation else ''}38;5;{colour}m"
