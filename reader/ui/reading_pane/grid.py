# SPDX-License-Identifier: GPL-3.0-or-later
"""Columns of a table: how wide each is, from the longest cells and words of its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

CELL_BREAK = "\t"
"""Parts the cells of a row in the text."""

_GAP_EM = 1.5
_STACKED_INDENT_EM = 1.2
_MEASURED = 3
"""So many of a column's longest cells and words are measured: to shape all of a long table would take too long."""


class Column(NamedTuple):
    """Where the cells of a column stand: pixels from the edge at which lines begin, and their width."""

    offset: float
    width: float


class Grid(NamedTuple):
    """The columns of a table, or, where they do not fit beside each other, cells one below the other (``stacked``)."""

    columns: tuple[Column, ...]
    stacked: bool = False

    @property
    def width(self) -> float:
        """From the edge at which lines begin to the end of the last column, in pixels."""
        return max(column.offset + column.width for column in self.columns)

    def column(self, cell: int) -> Column:
        return self.columns[min(cell, len(self.columns) - 1)]


def grid_of(rows: Sequence[str], width_px: float, em_px: float, measure: Callable[[str], float]) -> Grid:
    """The columns for these rows within a width; ``measure`` gives the width of a text in pixels.

    Every column has room for its longest word; where all cells have no room on one line, the longest are broken.
    Source: after the automatic table layout of CSS 2.1, section 17.5.2.2.
    """
    columns = _columns(rows)
    gap = _GAP_EM * em_px
    room = width_px - gap * (len(columns) - 1)
    least = [_widest((word for cell in column for word in cell.split()), measure) for column in columns]
    if sum(least) > room:
        indent = min(_STACKED_INDENT_EM * em_px, width_px / 4)
        return Grid((Column(0.0, width_px), Column(indent, width_px - indent)), stacked=True)
    widths = _shared(least, [_widest(column, measure) for column in columns], room)
    offsets = [sum(widths[:number]) + gap * number for number in range(len(widths))]
    return Grid(tuple(map(Column, offsets, widths)))


def _columns(rows: Sequence[str]) -> list[list[str]]:
    cells = [row.split(CELL_BREAK) for row in rows]
    count = max(map(len, cells), default=1)
    return [[row[number] for row in cells if number < len(row)] for number in range(count)]


def _widest(texts: Iterable[str], measure: Callable[[str], float]) -> float:
    longest = sorted({text.strip() for text in texts}, key=len, reverse=True)
    return max((measure(text) for text in longest[:_MEASURED]), default=0.0) + 1.0


def _shared(least: Sequence[float], natural: Sequence[float], room: float) -> list[float]:
    """A column that is content with an equal share gets what it wants; the others share the rest by what they want."""
    widths = [max(pair) for pair in zip(least, natural, strict=True)]
    if sum(widths) <= room:
        return widths
    content = {number for number, width in enumerate(widths) if width <= room / len(widths)}
    eager = [number for number in range(len(widths)) if number not in content]
    spare = room - sum(widths[number] if number in content else least[number] for number in range(len(widths)))
    if spare < 0:  # the long words of the others need what the content ones want beyond theirs
        content, eager = set(), list(range(len(widths)))
        spare = room - sum(least)
    missing = sum(widths[number] - least[number] for number in eager)
    for number in eager:
        widths[number] = least[number] + (widths[number] - least[number]) * spare / missing
    return widths
