# SPDX-License-Identifier: GPL-3.0-or-later
"""HTML tables as rows of cells parted by tabs; and which tables hold data, which only arrange a page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lxml import etree
from lxml.etree import _Element as Element

from reader.importers.markup_tags import BLOCKS, local_name
from reader.model.structure import BlockKind

_BLANKS = re.compile(r"[ \t\n\f\r\v]+")
_STRUCTURE = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "article", "section", "pre", "form", "hr", "nav"})
_MOST_LETTERS_OF_A_CELL = 1500
_MOST_PARAGRAPHS_OF_A_CELL = 4
_WIDEST_SPAN = 200
_MOST_COLUMNS = 1000
"""Where a row has more, its cells reach over one column each."""


def is_table_of_data(table: Element) -> bool:
    """Whether a table's cells belong side by side; old pages arrange menus and whole articles in tables too. O(n)."""
    if (table.get("role") or "").lower() in ("presentation", "none"):
        return False
    cells = rows = heads = 0
    for element in table.iterdescendants():
        name = local_name(element)
        if name == "table" or name in _STRUCTURE:
            return False
        rows += name == "tr"
        cells += name in ("td", "th")
        heads += name in ("th", "caption")
        if name in ("td", "th") and _holds_a_page(element):
            return False
    return cells > 1 and (rows > 1 or heads > 0)


def _holds_a_page(cell: Element) -> bool:
    paragraphs = sum(1 for child in cell if local_name(child) in ("p", "div", "ul", "ol", "blockquote"))
    if paragraphs > _MOST_PARAGRAPHS_OF_A_CELL:
        return True
    return sum(len(text) for text in cell.itertext()) > _MOST_LETTERS_OF_A_CELL


def rows_of(table: Element, passes_over: Callable[[Element, str], bool]) -> Iterator[tuple[BlockKind, str, bool]]:
    """Caption and rows, each row with whether it heads the columns.

    A cell that reaches over columns or rows is followed or met by empty ones.
    """
    reaching: dict[int, int] = {}
    for element in table.iterdescendants():
        name = local_name(element)
        if name == "caption" and (text := flat_text(element, passes_over)):
            yield BlockKind.CAPTION, text, False
        elif name == "tr":
            cells = _cells_of(element, reaching, passes_over)
            if any(cells):
                yield BlockKind.ROW, "\t".join(cells), _heads(element)


def _heads(row: Element) -> bool:
    """Whether a row names the columns: it stands in the table's head, or all its cells are of that kind."""
    parent = row.getparent()
    if parent is not None and local_name(parent) == "thead":
        return True
    names = {name for cell in row if (name := local_name(cell)) in ("td", "th")}
    return names == {"th"}


def _cells_of(row: Element, reaching: dict[int, int], passes_over: Callable[[Element, str], bool]) -> list[str]:
    """The texts of a row's cells; ``reaching`` counts for each column the rows a cell above still reaches into."""
    cells: list[str] = []

    def skip_reached() -> None:
        while reaching.get(len(cells), 0) > 0:
            reaching[len(cells)] -= 1
            cells.append("")

    for cell in row:
        if local_name(cell) not in ("td", "th"):
            continue
        skip_reached()
        width = _span(cell, "colspan") if len(cells) < _MOST_COLUMNS else 1
        height = _span(cell, "rowspan")
        for column in range(len(cells), len(cells) + width):
            reaching[column] = height - 1
        cells += [flat_text(cell, passes_over), *[""] * (width - 1)]
    skip_reached()
    return cells


def _span(cell: Element, attribute: str) -> int:
    written = (cell.get(attribute) or "1").strip()
    return min(max(int(written), 1), _WIDEST_SPAN) if written.isdecimal() and len(written) < 5 else 1


def flat_text(element: Element, passes_over: Callable[[Element, str], bool]) -> str:
    """Everything to be read in an element as one line. O(n), without recursion."""
    parts = []
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, found in walk:
        name = local_name(found)
        parts.append(" " if name in BLOCKS or name == "br" else "")
        if event == "end":
            parts.append(found.tail or "" if found is not element else "")
        elif found is not element and passes_over(found, name):
            walk.skip_subtree()
        else:
            parts.append(found.text or "")
    return _BLANKS.sub(" ", "".join(parts)).strip()
