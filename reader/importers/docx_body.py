# SPDX-License-Identifier: GPL-3.0-or-later
"""The body of a DOCX as paragraphs, in order: headings, list items, rows of tables, what stands in text boxes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lxml.etree import _Element as Element

from reader.errors import Cancelled as Stopped
from reader.importers.docx_numbering import Numbering
from reader.importers.docx_runs import RunReader
from reader.importers.docx_styles import Style, Styles
from reader.importers.docx_xml import W, switch, value, whole
from reader.importers.extracted import Cancelled
from reader.importers.marked_text import MarkedText, Paragraph, numbered
from reader.importers.table_rows import Cell, TableRow, paragraphs_of_table
from reader.model.structure import BlockKind
from reader.text.direction import Direction

_CONTAINERS = frozenset(
    {"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "body", "txbxContent", "comment"}
)
_WIDEST_SPAN = 100
_LONGEST_SPAN_OF_A_DELETION = 200


@dataclass(slots=True)
class _Carried:
    """Text whose paragraph mark was deleted: it belongs to the paragraph that follows."""

    text: MarkedText
    times: int = 0


class BodyReader:
    """Reads blocks into ``paragraphs``. The bounds on depth are those of the tree."""

    def __init__(self, styles: Styles, numbering: Numbering, runs: RunReader, cancelled: Cancelled) -> None:
        self.paragraphs: list[Paragraph] = []
        self._styles = styles
        self._numbering = numbering
        self._runs = runs
        self._cancelled = cancelled
        self._carried: _Carried | None = None
        self._starts: list[int | None] = []
        self._tables = 0

    def read(self, body: Element) -> None:
        """Everything in a body.

        Raises:
            Cancelled.
        """
        self._starts = [whole(one.find(f"{W}pgNumType"), "start", -1) for one in body.iter(f"{W}sectPr")]
        if self._starts and (self._starts[0] or -1) >= 0:
            self._runs.page = self._starts[0] or 0
        self.blocks(body)

    def blocks(self, container: Iterable[Element]) -> None:
        for element in container:
            name = element.tag.removeprefix(W) if isinstance(element.tag, str) else ""
            if name == "p":
                self._paragraph(element)
            elif name == "tbl":
                self._table(element)
            elif name in ("del", "moveFrom"):
                self._runs.found.changes += 1
            elif name == "altChunk":
                self._runs.found.embedded += 1
            elif name in _CONTAINERS:
                self._runs.found.changes += name in ("ins", "moveTo")
                self.blocks(element)

    def plain_text(self, container: Iterable[Element]) -> str:
        """The paragraphs of a note or a comment as lines, without structure."""
        outer, self.paragraphs = self.paragraphs, []
        self.blocks(container)
        inner, self.paragraphs = self.paragraphs, outer
        return "\n".join(paragraph.text.text.strip() for paragraph in inner if not paragraph.text.is_blank)

    def _paragraph(self, element: Element) -> None:
        if self._cancelled():
            raise Stopped
        properties = element.find(f"{W}pPr")
        text = self._carried.text if self._carried is not None else MarkedText()
        if switch(properties, "pageBreakBefore") and self.paragraphs:
            self._runs.begin_page(text)
        boxes = self._runs.read(element, text)
        if _mark_is_deleted(properties) and (self._carried.times if self._carried else 0) < _LONGEST_SPAN_OF_A_DELETION:
            self._carried = _Carried(text, (self._carried.times if self._carried else 0) + 1)
        else:
            self._carried = None
            self._add(text, self._styles.of(properties), list_item=not text.is_blank)
        for box in boxes:
            self.blocks(box)
        if properties is not None and properties.find(f"{W}sectPr") is not None:
            self._end_section()

    def _add(self, text: MarkedText, style: Style, *, list_item: bool) -> None:
        marker = self._numbering.marker_of(style.list_id, style.list_level) if list_item and style.list_id else None
        kind, level = style.kind, style.level
        if marker is not None and kind is BlockKind.PARAGRAPH:
            kind, level = BlockKind.ITEM, style.list_level + 1
        direction = None if style.bidi is None else Direction("rtl" if style.bidi else "ltr")
        label = numbered(text, kind, marker or "")
        self.paragraphs.append(Paragraph(text=text, kind=kind, level=level, label=label, direction=direction))

    def _end_section(self) -> None:
        """The pages of the next section may be counted anew."""
        if self._starts:
            self._starts.pop(0)
        start = self._starts[0] if self._starts else None
        if start is not None and start >= 0:
            self._runs.page = start - 1

    def _table(self, table: Element) -> None:
        rows = list(_rows_of(table))
        texts = [
            TableRow([self._cell(cell) for cell in _cells_of(row)], switch(row.find(f"{W}trPr"), "tblHeader") is True)
            for row in rows
            if not self._row_is_deleted(row)
        ]
        self._tables += 1
        self.paragraphs += paragraphs_of_table(texts, self._tables)

    def _row_is_deleted(self, row: Element) -> bool:
        properties = row.find(f"{W}trPr")
        deleted = properties is not None and properties.find(f"{W}del") is not None
        self._runs.found.changes += deleted
        return deleted

    def _cell(self, cell: Element) -> Cell:
        properties = cell.find(f"{W}tcPr")
        span = (
            min(max(whole(properties.find(f"{W}gridSpan"), otherwise=1), 1), _WIDEST_SPAN)
            if properties is not None
            else 1
        )
        merged = properties.find(f"{W}vMerge") if properties is not None else None
        if merged is not None and value(merged, otherwise="continue") == "continue":
            return Cell([], span)
        outer, self.paragraphs = self.paragraphs, []
        self.blocks(cell)
        inner, self.paragraphs = self.paragraphs, outer
        return Cell(inner, span)


def _mark_is_deleted(properties: Element | None) -> bool:
    of_mark = properties.find(f"{W}rPr") if properties is not None else None
    return of_mark is not None and of_mark.find(f"{W}del") is not None


def _rows_of(table: Element) -> Iterable[Element]:
    """The rows of a table itself, also those in content controls and tracked changes."""
    for child in table:
        if child.tag == f"{W}tr":
            yield child
        elif isinstance(child.tag, str) and child.tag.removeprefix(W) in _CONTAINERS:
            yield from _rows_of(child)


def _cells_of(row: Element) -> Iterable[Element]:
    for child in row:
        if child.tag == f"{W}tc":
            yield child
        elif isinstance(child.tag, str) and child.tag.removeprefix(W) in _CONTAINERS:
            yield from _cells_of(child)
