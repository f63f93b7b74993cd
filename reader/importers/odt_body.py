# SPDX-License-Identifier: GPL-3.0-or-later
"""The body of an OpenDocument text as paragraphs: headings, lists with their markers, rows of tables, sections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml.etree import _Element as Element

from reader.errors import Cancelled as Stopped
from reader.importers.extracted import Cancelled
from reader.importers.marked_text import MarkedText, MarkKind, Paragraph, numbered
from reader.importers.odt_styles import TEXT, Counter, ListLevel, Style, Styles
from reader.importers.odt_text import DRAW, TABLE, XML_ID, Found, InlineReader
from reader.importers.table_rows import Cell, TableRow, paragraphs_of_table
from reader.model.structure import BlockKind

_LEFT_OUT = frozenset(
    [f"{TEXT}{name}" for name in ("tracked-changes", "sequence-decls", "variable-decls", "user-field-decls")]
    + [f"{TEXT}{name}" for name in ("table-of-content-source", "index-title-template")]
)
_MOST_REPEATED = 100
_DEEPEST_LIST = 9


class BodyReader:
    """Reads blocks into ``paragraphs``; the bounds on depth are those of the tree."""

    def __init__(
        self, styles: Styles, cancelled: Cancelled, *, pages_known: bool, deletions: frozenset[str] = frozenset()
    ) -> None:
        self.paragraphs: list[Paragraph] = []
        self.found = Found()
        self._styles = styles
        self._cancelled = cancelled
        self._pages_known = pages_known
        self._page = 1
        self._inline = InlineReader(self.found, self._page_by_itself, deletions)
        self._counters: dict[str, Counter] = {}
        self._outline = Counter()
        self._tables = 0
        self._waiting = MarkedText()

    def blocks(self, container: Iterable[Element]) -> None:
        """Everything in a body, a section, a cell or a box.

        Raises:
            Cancelled.
        """
        for element in container:
            tag = element.tag
            if not isinstance(tag, str) or tag in _LEFT_OUT or element.get(f"{TEXT}display") == "none":
                continue
            if tag in (f"{TEXT}p", f"{TEXT}h"):
                self._paragraph(element)
            elif tag == f"{TEXT}list":
                self._list(element, "", [])
            elif tag == f"{TABLE}table":
                self._table(element)
            elif tag in (f"{TEXT}soft-page-break", f"{TEXT}change-start", f"{TEXT}change-end"):
                self._inline.read_mark(element, self._waiting)
            elif tag.startswith(DRAW):
                self._boxes(element)
            else:
                self.blocks(element)

    def plain_text(self, container: Iterable[Element]) -> str:
        """The paragraphs of a note or a comment as lines, without structure."""
        outer, self.paragraphs = self.paragraphs, []
        self.blocks(container)
        inner, self.paragraphs = self.paragraphs, outer
        return "\n".join(paragraph.text.text.strip() for paragraph in inner if not paragraph.text.is_blank)

    def _paragraph(self, element: Element, marker: str | None = None, list_level: int = 0) -> None:
        if self._cancelled():
            raise Stopped
        style = self._styles.of(element.get(f"{TEXT}style-name") or "")
        text, self._waiting = self._waiting, MarkedText()
        if style.breaks_before and self.paragraphs:
            if style.page_number:
                self._page = int(style.page_number[:6]) - 1
            self._begin_page(text)
        boxes = self._inline.read(element, text)
        kind, level, label = self._role_of(element, style, marker, list_level, blank=text.is_blank)
        label = numbered(text, kind, label)
        self.paragraphs.append(Paragraph(text=text, kind=kind, level=level, label=label, direction=style.direction))
        for box in boxes:
            self.blocks(box)

    def _role_of(
        self, element: Element, style: Style, marker: str | None, list_level: int, *, blank: bool
    ) -> tuple[BlockKind, int, str]:
        """Kind, level and label of a paragraph."""
        if element.tag == f"{TEXT}h":
            written = element.get(f"{TEXT}outline-level") or "1"
            level = min(max(int(written), 1), 10) if written.isdecimal() and len(written) < 4 else 1
            numbered = element.get(f"{TEXT}is-list-header") != "true" and not blank
            label = self._outline.next(level - 1, self._styles.outline) if numbered else ""
            return (style.kind, 0, label) if style.kind is BlockKind.TITLE else (BlockKind.HEADING, level, label)
        if marker and style.kind is BlockKind.PARAGRAPH:
            return BlockKind.ITEM, list_level, marker
        return style.kind, style.level, marker or ""

    def _list(self, element: Element, inherited: str, above: list[Counter]) -> None:
        """One list; a list in it goes on with its style and counts below it."""
        name = element.get(f"{TEXT}style-name") or inherited
        level = min(len(above), _DEEPEST_LIST)
        counter = above[0] if above else self._counter_of(element, name)
        for item in element:
            if item.tag == f"{TEXT}list-item":
                self._item(item, name, level, counter, above)
            elif item.tag == f"{TEXT}list-header":
                self.blocks(item)

    def _counter_of(self, element: Element, name: str) -> Counter:
        """A list counts anew unless it says that it goes on with the one before of its style, or with a named one."""
        followed = element.get(f"{TEXT}continue-list") or ""
        goes_on = element.get(f"{TEXT}continue-numbering") == "true"
        known = self._counters.get(f"#{followed}") if followed else self._counters.get(name) if goes_on else None
        counter = known or Counter()
        self._counters[name] = counter
        identity = element.get(XML_ID)
        if identity:
            self._counters[f"#{identity}"] = counter
        return counter

    def _item(self, item: Element, name: str, level: int, counter: Counter, above: list[Counter]) -> None:
        levels: list[ListLevel] = [self._styles.list_level(name, place) for place in range(level + 1)]
        marker: str | None = None
        for child in item:
            if child.tag == f"{TEXT}list":
                self._list(child, name, [counter, *above])
            elif child.tag in (f"{TEXT}p", f"{TEXT}h"):
                if marker is None:
                    marker = counter.next(level, levels, item.get(f"{TEXT}start-value"))
                    self._paragraph(child, marker, level + 1)
                else:
                    self._paragraph(child)
            elif isinstance(child.tag, str):
                self.blocks([child])

    def _table(self, table: Element) -> None:
        rows = [TableRow([*self._cells(row)], heads) for row, heads in _rows_of(table)]
        self._tables += 1
        self.paragraphs += paragraphs_of_table(rows, self._tables)

    def _cells(self, row: Element) -> Iterator[Cell]:
        for element in row:
            if element.tag not in (f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
                continue
            outer, self.paragraphs = self.paragraphs, []
            self.blocks(element)
            inner, self.paragraphs = self.paragraphs, outer
            repeated = element.get(f"{TABLE}number-columns-repeated") or "1"
            times = min(int(repeated), _MOST_REPEATED) if repeated.isdecimal() and len(repeated) < 6 else 1
            yield Cell(inner)
            for _ in range(times - 1):
                yield Cell([])

    def _boxes(self, element: Element) -> None:
        """A frame that stands between paragraphs."""
        for box in self._inline.boxes_of(element):
            self.blocks(box)

    def _page_by_itself(self, text: MarkedText) -> None:
        """A page begins where the text flowed over, unless one has just begun."""
        if not self._inline.page_is_fresh:
            self._begin_page(text)

    def _begin_page(self, text: MarkedText) -> None:
        self._page += 1
        self._inline.page_is_fresh = True
        text.mark(MarkKind.PAGE, str(self._page) if self._pages_known else "")


def _rows_of(table: Element, *, heads: bool = False) -> Iterator[tuple[Element, bool]]:
    """The rows of a table, each with whether it heads the columns."""
    for child in table:
        if child.tag == f"{TABLE}table-row":
            yield child, heads
        elif child.tag in (f"{TABLE}table-header-rows", f"{TABLE}table-rows", f"{TABLE}table-row-group"):
            yield from _rows_of(child, heads=heads or child.tag == f"{TABLE}table-header-rows")
