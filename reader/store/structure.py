# SPDX-License-Identifier: GPL-3.0-or-later
"""The structure of texts: blocks of each version, and the comments that came with a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import cast

from reader.errors import UnknownDocument
from reader.model.ids import DocumentId
from reader.model.structure import Block, BlockKind, StoredBlock
from reader.store.connection import Connection, Value
from reader.store.records import RecordTable, Row, reading
from reader.text.direction import Direction

LONG_BLOCK = 1 << 16
"""Code points; longer blocks are found by an index of their own, for all others begin near to what they touch."""

BLOCKS_AT_ONCE = 20_000
"""Rows a transaction of an import writes, so that whoever tags meanwhile waits a moment only."""

_KINDS: Mapping[Value, BlockKind] = {kind.value: kind for kind in BlockKind}
_WAYS: Mapping[Value, Direction | None] = {"": None, **{way.value: way for way in Direction}}
_COLUMNS = 'start, "end", kind, level, label, direction'
_ORDER = 'order by start, "end" > start, "end" desc'
"""A mark before what it marks, the longer of two blocks before what is in it."""
_OUTLINE = (BlockKind.TITLE, BlockKind.HEADING, BlockKind.SECTION)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileComment:
    """A remark somebody made in the file a text came from, about code points ``start`` to ``end``, half-open."""

    start: int
    end: int
    text: str
    author: str = ""
    created: str = ""


class BlockTable(RecordTable[StoredBlock]):
    """Blocks as records that an edit changes: directions that the user gave to paragraphs."""

    table = "blocks"
    noun = "block"
    columns = ("document_id", "version", "start", "end", "kind", "level", "label", "direction")
    key_columns = ("document_id", "version", "start", "kind", "end")

    def row_of(self, record: StoredBlock) -> Row:
        return (record.document_id, record.version, *_row_of(record.block))

    def record_of(self, row: Sequence[Value]) -> StoredBlock:
        document_id, version, *block = row
        return StoredBlock(document_id=DocumentId(str(document_id)), version=int(str(version)), block=_block_of(block))


class StructureRepository:
    """Blocks and comments. Unless a ``version`` is named, reading speaks of the one in force.

    Writing methods are used inside ``Library.transaction()``.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.block_table = BlockTable(connection)

    def blocks(self, document_id: DocumentId, start: int, end: int, *, version: int | None = None) -> list[Block]:
        """The blocks that touch code points ``start`` to ``end``, also at their edges, in the order of the text.

        Cost: that of what is given and of the blocks in the 65,536 code points before.

        Raises:
            UnknownDocument: when there is no such document.
        """
        found = self._version(document_id, version)
        near = f"""select {_COLUMNS} from blocks where document_id = ?1 and version = ?2
            and start between ?3 - {LONG_BLOCK} and ?4 and "end" >= ?3 and "end" - start <= {LONG_BLOCK}"""
        far = f"""select {_COLUMNS} from blocks indexed by long_blocks where document_id = ?1 and version = ?2
            and start <= ?4 and "end" >= ?3 and "end" - start > {LONG_BLOCK}"""
        sql = f"select * from ({near} union all {far}) {_ORDER}"
        return self._blocks(sql, [document_id, found, start, end])

    def all_blocks(self, document_id: DocumentId, *, version: int | None = None) -> list[Block]:
        """Every block, in the order of the text. O(blocks): for jobs."""
        sql = f"select {_COLUMNS} from blocks where document_id = ? and version = ? {_ORDER}"
        return self._blocks(sql, [document_id, self._version(document_id, version)])

    def outline(self, document_id: DocumentId, limit: int = 10_000) -> list[Block]:
        """Titles, headings and sections in the order of the text, no more than ``limit`` of them."""
        return self._of_kinds(document_id, _OUTLINE, limit)

    def pages(self, document_id: DocumentId, limit: int = 1_000_000) -> list[Block]:
        """Where each page begins, in the order of the text."""
        return self._of_kinds(document_id, (BlockKind.PAGE,), limit)

    def page_at(self, document_id: DocumentId, offset: int) -> Block | None:
        """The page on which the character at ``offset`` stands; None before the first one, or without pages."""
        sql = f"""select {_COLUMNS} from blocks indexed by blocks_of_kind
            where document_id = ? and version = ? and kind = ? and start <= ? order by start desc limit 1"""
        where: list[Value] = [document_id, self._version(document_id, None), BlockKind.PAGE.value, offset]
        found = self._blocks(sql, where)
        return found[0] if found else None

    def stored(self, document_id: DocumentId, start: int, end: int) -> list[StoredBlock]:
        """As ``blocks``, for edits: with the version they belong to."""
        version = self._version(document_id, None)
        found = self.blocks(document_id, start, end, version=version)
        return [StoredBlock(document_id=document_id, version=version, block=block) for block in found]

    def kinds(self, document_id: DocumentId) -> frozenset[BlockKind]:
        """Which kinds of block there are. Cost: a look into an index for each kind there can be."""
        version = self._version(document_id, None)
        sql = "select 1 from blocks where document_id = ? and version = ? and kind = ? limit 1"
        return frozenset(
            kind for kind in BlockKind if self._connection.value(sql, [document_id, version, kind.value]) is not None
        )

    def has_blocks(self, document_id: DocumentId) -> bool:
        sql = "select 1 from blocks where document_id = ? and version = ? limit 1"
        return self._connection.value(sql, [document_id, self._version(document_id, None)]) is not None

    def comments(self, document_id: DocumentId) -> list[FileComment]:
        """What stood as comments in the file, in the order of the text."""
        sql = """select start, "end", text, author, created from file_comments
            where document_id = ? and version = ? order by start, position"""
        rows = self._connection.rows(sql, [document_id, self._version(document_id, None)])
        with reading(self._connection, "file_comments"):
            return [
                FileComment(start=int(start), end=int(end), text=str(text), author=str(author), created=str(created))
                for start, end, text, author, created in rows
            ]

    def replace(self, document_id: DocumentId, version: int, blocks: Iterable[Block]) -> None:
        """Have exactly these blocks for a version of a text."""
        self._connection.execute("delete from blocks where document_id = ? and version = ?", [document_id, version])
        self.add(document_id, version, blocks)

    def add(self, document_id: DocumentId, version: int, blocks: Iterable[Block]) -> None:
        """Add blocks to those of a version."""
        sql = f"insert into blocks (document_id, version, {_COLUMNS}) values (?, ?, ?, ?, ?, ?, ?, ?)"
        self._connection.run_many(sql, [(document_id, version, *_row_of(block)) for block in blocks])

    def replace_comments(self, document_id: DocumentId, version: int, comments: Sequence[FileComment]) -> None:
        """Have exactly these comments for a version of a text."""
        self._connection.execute(
            "delete from file_comments where document_id = ? and version = ?", [document_id, version]
        )
        sql = """insert into file_comments (document_id, version, position, start, "end", text, author, created)
            values (?, ?, ?, ?, ?, ?, ?, ?)"""
        rows = [
            (document_id, version, place, one.start, one.end, one.text, one.author, one.created)
            for place, one in enumerate(comments)
        ]
        self._connection.run_many(sql, rows)

    def remove(self, document_id: DocumentId, version: int) -> None:
        """Leave nothing of a version."""
        self.replace(document_id, version, ())
        self.replace_comments(document_id, version, ())

    def _of_kinds(self, document_id: DocumentId, kinds: Sequence[BlockKind], limit: int) -> list[Block]:
        marks = ", ".join("?" * len(kinds))
        sql = f"""select {_COLUMNS} from blocks indexed by blocks_of_kind
            where document_id = ? and version = ? and kind in ({marks}) {_ORDER} limit ?"""
        where = [document_id, self._version(document_id, None), *(kind.value for kind in kinds), limit]
        return self._blocks(sql, where)

    def _version(self, document_id: DocumentId, version: int | None) -> int:
        if version is not None:
            return version
        found = self._connection.value("select version from documents where id = ?", [document_id])
        if found is None:
            raise UnknownDocument(document_id)
        return int(found)

    def _blocks(self, sql: str, parameters: Sequence[Value]) -> list[Block]:
        rows = self._connection.rows(sql, parameters)
        with reading(self._connection, "blocks"):
            return [_block_of(row) for row in rows]


def in_slices(blocks: Iterable[Block], size: int = BLOCKS_AT_ONCE) -> Iterator[list[Block]]:
    """The blocks in lists of ``size``, for a transaction each."""
    rest = iter(blocks)
    while part := list(islice(rest, size)):
        yield part


def _row_of(block: Block) -> tuple[Value, ...]:
    direction = block.direction.value if block.direction else ""
    return block.start, block.end, block.kind.value, block.level, block.label, direction


def _block_of(row: Sequence[Value]) -> Block:
    start, end, kind, level, label, direction = row
    return Block(
        kind=_KINDS[kind],
        start=cast("int", start),
        end=cast("int", end),
        level=cast("int", level),
        label=cast("str", label),
        direction=_WAYS[direction],
    )
