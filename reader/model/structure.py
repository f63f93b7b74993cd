# SPDX-License-Identifier: GPL-3.0-or-later
"""What the parts of a text are for, as its file said: headings, items, quotations, rows of tables, notes, pages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from reader.text.direction import Direction

if TYPE_CHECKING:
    from reader.model.ids import DocumentId


class BlockKind(StrEnum):
    """All but ``PAGE`` and ``SECTION`` cover whole paragraphs; those are marks between code points.

    ``PARAGRAPH`` is stored only where it has something to say: a direction, or that it is *not* the heading that its
    looks suggest.
    """

    TITLE = "title"
    SUBTITLE = "subtitle"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTATION = "quotation"
    ROW = "row"
    NOTE = "note"
    CAPTION = "caption"
    CODE = "code"
    CUE = "cue"
    PAGE = "page"
    SECTION = "section"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One part of a version of a document's text: code points ``start`` to ``end``, half-open, without its line feed.

    ``level`` is 1 for the highest heading or the outermost list, 0 where it means nothing. ``label`` is the number of a
    page or note, the marker of an item, the times of a cue. ``direction`` is None when the letters decide. A ``PAGE``
    or ``SECTION`` stands where that page begins (``start == end``). Cells of a ``ROW`` are parted by tabs; its level is
    1 where they head the columns, its label the number of its table in the text (neighbours of another number are
    another table).

    Raises:
        ValueError: for a block that ends before it starts or starts before the text.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    label: str = ""
    direction: Direction | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a block cannot reach from {self.start} to {self.end}")


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredBlock:
    """A block of one version of a document's text, as an edit changes it."""

    document_id: DocumentId
    version: int
    block: Block
