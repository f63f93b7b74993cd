# SPDX-License-Identifier: GPL-3.0-or-later
"""What a user says of paragraphs: which way they run, whatever their letters say."""

from __future__ import annotations

from reader.model.edit import Edit, RecordChange
from reader.model.ids import DocumentId
from reader.model.structure import Block, BlockKind, StoredBlock
from reader.store import Library
from reader.text.direction import Direction
from reader.text.paragraphs import paragraphs_touching
from reader.text.spans import Span


def turn_paragraphs(library: Library, document_id: DocumentId, start: int, end: int, way: Direction | None) -> Edit:
    """Every paragraph that ``start`` to ``end`` touch runs this way; None has letters and file decide again.

    Raises:
        UnknownDocument: when there is no such document.
    """
    paragraphs = list(paragraphs_touching(library.texts.open(document_id), start, end))
    if not paragraphs:
        return Edit(name="turn-paragraphs", document_id=document_id, changes=())
    stored = library.structure.stored(document_id, paragraphs[0][0], paragraphs[-1][1])
    version = library.documents.get(document_id).version
    known = {(each.block.start, each.block.end): each for each in stored if each.block.kind is BlockKind.PARAGRAPH}
    changes = (_change(document_id, version, place, known.get(place), way) for place in paragraphs)
    found = tuple(change for change in changes if change is not None)
    return Edit(name="turn-paragraphs", document_id=document_id, changes=found)


def forced_direction(library: Library, document_id: DocumentId, paragraph: Span) -> Direction | None:
    """The way somebody said that the paragraph runs; None where letters and file decide."""
    for block in library.structure.blocks(document_id, paragraph.start, paragraph.end):
        if block.kind is BlockKind.PARAGRAPH and (block.start, block.end) == (paragraph.start, paragraph.end):
            return block.direction
    return None


def _change(
    document_id: DocumentId, version: int, place: tuple[int, int], known: StoredBlock | None, way: Direction | None
) -> RecordChange | None:
    """What makes one paragraph run this way; None when it does."""
    if way is (None if known is None else known.block.direction):
        return None
    return RecordChange(known, None if way is None else _stored(document_id, version, place, way))


def _stored(document_id: DocumentId, version: int, place: tuple[int, int], way: Direction) -> StoredBlock:
    start, end = place
    block = Block(kind=BlockKind.PARAGRAPH, start=start, end=end, direction=way)
    return StoredBlock(document_id=document_id, version=version, block=block)
