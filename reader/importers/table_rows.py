# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables of word processors as rows of cells parted by tabs; a table that only arranges the page as its paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.importers.marked_text import MarkedText, Paragraph
from reader.model.structure import BlockKind

_LONGEST_CELL = 2500


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, and over how many columns it reaches."""

    paragraphs: list[Paragraph]
    span: int = 1


@dataclass(frozen=True, slots=True)
class TableRow:
    """The cells of a row; ``heads`` says that they head the columns."""

    cells: Sequence[Cell]
    heads: bool = False


def paragraphs_of_table(rows: Sequence[TableRow], number: int) -> list[Paragraph]:
    """One paragraph for each row that is not empty; ``number`` tells this table from the others of its text."""
    is_data = any(len(row.cells) > 1 for row in rows)
    if is_data and not any(_is_page(cell) for row in rows for cell in row.cells):
        return [_row_of(row, number) for row in rows if any(not _is_empty(cell) for cell in row.cells)]
    return [paragraph for row in rows for cell in row.cells for paragraph in cell.paragraphs]


def _is_empty(cell: Cell) -> bool:
    return all(paragraph.text.is_blank for paragraph in cell.paragraphs)


def _is_page(cell: Cell) -> bool:
    """Whether a cell holds so much that its table only arranges the page."""
    return sum(paragraph.text.length for paragraph in cell.paragraphs) > _LONGEST_CELL


def _row_of(of_table: TableRow, table: int) -> Paragraph:
    row = MarkedText()
    for number, cell in enumerate(of_table.cells):
        row.add("\t" if number else "")
        filled = [paragraph for paragraph in cell.paragraphs if not paragraph.text.is_blank]
        for place, paragraph in enumerate(filled):
            marker = f"{paragraph.label} " if paragraph.kind is BlockKind.ITEM and paragraph.label else ""
            row.add(" " * bool(place) + marker)
            row.append(paragraph.text.as_cell())
        row.add("\t" * (cell.span - 1))
    return Paragraph(text=row, kind=BlockKind.ROW, level=int(of_table.heads), label=str(table))
