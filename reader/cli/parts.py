# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts of a text in a terminal: headings, lists, quotations, rows of tables, notes, where pages begin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import NamedTuple

from reader.cli.cells import cells_of
from reader.cli.sources import Source
from reader.cli.terminal import Paint, Terminal
from reader.model.parts import is_structure
from reader.model.structure import Block
from reader.store import Library
from reader.text.direction import Direction, paragraph_direction
from reader.text.spans import Span
from reader.text.structure import Mark, Part, Role

_STEP, _DEEPEST = 4, 5
_GAP = 2
_NARROWEST_CELL = 6
_BAR = "│ "
_BULLETS = "•◦–"
_PLAIN_BULLETS = frozenset("•◦▪·*+-–—")
_UNDERLINES = {0: "═", 1: "─"}
_BOLD, _OFF = "\x1b[1m", "\x1b[0m"


class SourceStructure:
    """The blocks of what is shown: those of the library where it has the text, else those of the file."""

    def __init__(self, source: Source, library: Library | None) -> None:
        self._library = library if source.document is not None else None
        self._document = source.document
        self._blocks = source.blocks
        kinds = {block.kind for block in source.blocks}
        if self._library is not None and self._document is not None:
            kinds = set(self._library.structure.kinds(self._document.id))
        self.has_blocks = bool(kinds)
        self.is_structured = is_structure(kinds)

    def blocks(self, span: Span) -> Sequence[Block]:
        if self._library is not None and self._document is not None:
            return self._library.structure.blocks(self._document.id, span.start, span.end)
        return [block for block in self._blocks if block.start <= span.end and block.end >= span.start]


class Shown(NamedTuple):
    """A paragraph to be printed. The offsets of ``paints`` count from its start, as those of its marks do."""

    text: str
    part: Part
    direction: Direction
    paints: Sequence[Paint]


def direction_of(text: str, part: Part, dominant: Direction) -> Direction:
    return part.direction or paragraph_direction(text, dominant)


def lines_of(shown: Shown, terminal: Terminal, widths: Sequence[int] = ()) -> Iterator[str]:
    """The lines of a paragraph, as its part asks for; ``widths`` are those of its table's columns."""
    part = shown.part
    if part.role in (Role.TITLE, Role.HEADING):
        yield from _heading(shown, terminal)
    elif part.role is Role.ROW and "\t" in shown.text:
        yield from _row(shown, terminal, widths)
    elif part.role is Role.QUOTATION:
        yield from _set_in(shown, terminal, len(_BAR) * max(part.level, 1), _BAR * max(part.level, 1), on_each=True)
    elif part.role is Role.CODE:
        yield from _set_in(replace_direction(shown), terminal, _STEP, "")
    else:
        marker = _marker(part)
        indent = _STEP * min(max(part.level, 1), _DEEPEST) if marker or part.role is Role.ITEM else 0
        indent = max(indent, len(marker) + 1 if marker else 0)
        yield from _set_in(shown, terminal, indent, marker if part.opens else "")


def page_line(marks: Sequence[Mark], terminal: Terminal) -> str | None:
    """The rule with which a page begins, its label in the middle; None where only sections do."""
    label = next((mark.label for mark in reversed(marks) if mark.is_page), None)
    if label is None:
        return None
    words = f" {label} " if label else ""
    rule = "─" * max(2, (min(terminal.columns, 60) - len(words)) // 2)
    centred = f"{rule}{words}{rule}"
    return " " * max(0, (terminal.columns - len(centred)) // 2) + centred


def split_at_pages(shown: Shown, start: int) -> Iterator[tuple[Shown, Mark | None]]:
    """The paragraph in pieces, each with the page that begins behind it; ``start`` is its place in the chunk."""
    begin = 0
    for mark in shown.part.within:
        end = mark.offset - start
        if begin < end < len(shown.text) and mark.is_page:
            yield _piece(shown, begin, end), mark
            begin = end
    yield _piece(shown, begin, len(shown.text)), None


def column_widths(rows: Sequence[str], columns: int) -> tuple[int, ...]:
    """How wide the columns of a table are in a terminal so wide; empty where they have no room."""
    cells = [row.split("\t") for row in rows]
    count = max(map(len, cells), default=0)
    wanted = [max(1, *(_width(row[at]) for row in cells if at < len(row))) for at in range(count)]
    room = columns - _GAP * (count - 1)
    if count * _NARROWEST_CELL > room:
        return ()
    while sum(wanted) > room:
        widest = max(range(count), key=wanted.__getitem__)
        others = [width for at, width in enumerate(wanted) if at != widest]
        wanted[widest] = max(_NARROWEST_CELL, room - sum(others), wanted[widest] // 2)
        if max(wanted) <= _NARROWEST_CELL:
            return ()
    return tuple(wanted)


def replace_direction(shown: Shown) -> Shown:
    return shown if shown.part.direction else shown._replace(direction=Direction.LEFT_TO_RIGHT)


def _piece(shown: Shown, start: int, end: int) -> Shown:
    paints = [
        replace(paint, start=max(paint.start, start) - start, end=min(paint.end, end) - start)
        for paint in shown.paints
        if paint.start < end and paint.end > start
    ]
    return shown._replace(text=shown.text[start:end], paints=paints)


def _heading(shown: Shown, terminal: Terminal) -> Iterator[str]:
    level = 0 if shown.part.role is Role.TITLE else max(shown.part.level, 1)
    widest = 0
    for line in terminal.lines(shown.text, shown.direction, shown.paints):
        widest = max(widest, _width(line.strip()))
        yield f"{_BOLD}{line}{_OFF}" if terminal.colours and not shown.paints else line
    if level in _UNDERLINES and not terminal.orders_text:
        rule = _UNDERLINES[level] * min(max(_width(shown.text), 1), terminal.columns)
        margin = terminal.columns - len(rule) if shown.direction is Direction.RIGHT_TO_LEFT else 0
        yield " " * margin + rule


def _marker(part: Part) -> str:
    if part.role is Role.ITEM and (part.level or part.label):
        if not part.label or part.label in _PLAIN_BULLETS:
            return _BULLETS[(max(part.level, 1) - 1) % len(_BULLETS)]
        return part.label
    if part.role is Role.NOTE:
        return f"[{part.label.strip('[]().')}]" if part.label else ""
    if part.role is Role.CUE:
        return part.label.split("-->")[0].strip().split(",")[0].split(".")[0]
    return ""


def _set_in(shown: Shown, terminal: Terminal, indent: int, marker: str, *, on_each: bool = False) -> Iterator[str]:
    """The lines set in from the side where they begin, with a marker before the first of them or each."""
    narrower = replace(terminal, columns=max(terminal.columns - indent, 10))
    blank = " " * indent
    written = shown.text.lstrip().startswith(marker) if marker and not on_each else False
    for number, line in enumerate(terminal_lines(narrower, shown)):
        before = marker if marker and not written and (on_each or number == 0) else ""
        if shown.direction is Direction.LEFT_TO_RIGHT or terminal.orders_text:
            yield (before.rjust(indent - 1) + " " if before and not on_each else before or blank) + line
        else:
            drawn = "".join(narrower.lines(before, shown.direction)).strip() if before.strip() else ""
            after = " " + drawn if drawn and not on_each else before[::-1]
            yield line + (after.ljust(indent) if after else "")


def terminal_lines(terminal: Terminal, shown: Shown) -> Iterator[str]:
    return terminal.lines(shown.text, shown.direction, shown.paints)


def _row(shown: Shown, terminal: Terminal, widths: Sequence[int]) -> Iterator[str]:
    cells = []
    start = 0
    for text in shown.text.split("\t"):
        cells.append(_piece(shown, start, start + len(text)))
        start += len(text) + 1
    if terminal.orders_text:
        yield " │ ".join("".join(terminal_lines(terminal, cell)) for cell in cells)
    elif not widths:
        for number, cell in enumerate(cells):
            yield from _set_in(cell, terminal, _STEP if number else 0, "")
    else:
        yield from _beside_each_other(cells, terminal, widths, shown.direction)


def _beside_each_other(
    cells: Sequence[Shown], terminal: Terminal, widths: Sequence[int], direction: Direction
) -> Iterator[str]:
    columns = [
        [_padded(line, width, direction) for line in terminal_lines(replace(terminal, columns=max(width, 10)), cell)]
        for cell, width in zip(cells, widths, strict=False)
    ]
    for lines in zip_longest(*columns):
        row = [line if line is not None else " " * width for line, width in zip(lines, widths, strict=False)]
        if direction is Direction.RIGHT_TO_LEFT:
            used = sum(widths[: len(row)]) + _GAP * (len(row) - 1)
            yield " " * max(0, terminal.columns - used) + (" " * _GAP).join(reversed(row))
        else:
            yield (" " * _GAP).join(row).rstrip()


def _padded(line: str, width: int, direction: Direction) -> str:
    """A cell's line, as wide as its column; the terminal has set it to its own side."""
    bare = line.lstrip(" ") if direction is Direction.RIGHT_TO_LEFT else line
    missing = " " * max(0, width - _width(bare))
    return missing + bare if direction is Direction.RIGHT_TO_LEFT else bare + missing


def _width(text: str) -> int:
    """Columns of a text in a terminal; escape sequences are none."""
    parts = text.split("\x1b[")
    bare = parts[0] + "".join(part.partition("m")[2] for part in parts[1:])
    return sum(cell.columns for cell in cells_of(bare))
