# SPDX-License-Identifier: GPL-3.0-or-later
"""The versions of texts: written in slices beside the one in force, and sharing with it what is the same."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from itertools import groupby
from typing import NamedTuple, cast

from reader.errors import LibraryCorrupt
from reader.model.ids import DocumentId, now
from reader.model.structure import Block
from reader.model.version import Origin, TextVersion
from reader.store.connection import Connection, Value
from reader.store.processes import Process
from reader.store.records import Key, RecordTable, Row
from reader.store.structure import StructureRepository, in_slices

Transaction = Callable[[], AbstractContextManager[None]]

_SLICE_BYTES = 4 << 20
_running: set[tuple[DocumentId, int]] = set()
"""Drafts of this process: a fact about the process, as its number in the file."""


class Piece(NamedTuple):
    """A run of stored chunks: so many ``chunks`` from number ``first`` of ``version`` on."""

    version: int
    first: int
    chunks: int


class StoredChunk(NamedTuple):
    """Where a chunk of a text lies; ``length`` in code points."""

    version: int
    position: int
    length: int


class Run(NamedTuple):
    """A stretch that two versions share: ``length`` code points at ``old`` in the one, at ``new`` in the other.

    ``kind`` is "kept" where whatever stands in it belongs at its new place for sure; others are for other uses.
    """

    old: int
    new: int
    length: int
    kind: str = "kept"


class VersionTable(RecordTable[TextVersion]):
    table = "versions"
    noun = "version"
    columns = (
        *("document_id", "version", "digest", "length", "encoding", "source", "created"),
        *("author", "origin", "based_on", "places", "removed", "added"),
    )
    key_columns = ("document_id", "version")

    def where(self, where: str, parameters: Sequence[Value] = ()) -> list[TextVersion]:
        return self._records(f"select {self.selected()} from versions where {where}", parameters)

    def insert(self, records: Sequence[TextVersion]) -> None:
        super().insert(records)
        drafts = [self.key_of(record) for record in records]
        self._connection.run_many("delete from version_drafts where document_id = ? and version = ?", drafts)

    def row_of(self, record: TextVersion) -> Row:
        return (
            *(record.document_id, record.version, record.digest, record.length, record.encoding, record.source),
            *(record.created, record.author, record.origin.value, record.based_on),
            *(record.places, record.removed, record.added),
        )

    def record_of(self, row: Sequence[Value]) -> TextVersion:
        document_id, version, digest, length, encoding, source, created, author, origin, based_on, *counts = row
        places, removed, added = (cast("int", count) for count in counts)
        return TextVersion(
            document_id=DocumentId(str(document_id)),
            version=cast("int", version),
            digest=str(digest),
            length=cast("int", length),
            encoding=str(encoding),
            source=str(source),
            created=str(created),
            author=str(author),
            origin=Origin(str(origin)),
            based_on=cast("int | None", based_on),
            places=places,
            removed=removed,
            added=added,
        )

    def key_of(self, record: TextVersion) -> Key:
        return record.document_id, record.version


class VersionRepository:
    """What versions each document has, and what one has of another.

    A version is written as a draft, which nobody sees; it counts from the edit on that adds its ``TextVersion``.
    """

    def __init__(self, connection: Connection, transaction: Transaction) -> None:
        self._connection = connection
        self._transaction = transaction
        self.table = VersionTable(connection)

    def of_document(self, document_id: DocumentId) -> list[TextVersion]:
        """The document's versions, the newest first."""
        return self.table.where("document_id = ? order by version desc", [document_id])

    def get(self, document_id: DocumentId, version: int) -> TextVersion:
        """The version.

        Raises:
            LibraryCorrupt: when there is none.
        """
        found = self.find(document_id, version)
        if found is None:
            raise LibraryCorrupt(self._connection.path, f"document {document_id} has no version {version}")
        return found

    def find(self, document_id: DocumentId, version: int) -> TextVersion | None:
        found = self.table.where("document_id = ? and version = ?", [document_id, version])
        return found[0] if found else None

    def chunks(self, document_id: DocumentId, version: int) -> list[StoredChunk]:
        """Where the chunks of a version lie, in order; for a draft that shares them."""
        return chunks_of(self._connection, document_id, version)

    def in_force(self, document_id: DocumentId) -> int:
        """The number of the version that is shown and annotated; 0 for a document that is not there."""
        version = self._connection.value("select version from documents where id = ?", [document_id])
        return int(version or 0)

    def map(self, document_id: DocumentId, version: int, from_version: int) -> list[Run] | None:
        """What ``version`` has of ``from_version``, in the order of ``from_version``; None when nobody noted it.

        A map noted the other way round is turned.
        """
        runs = runs_between(self._connection, document_id, version, from_version)
        return None if runs is None else sorted(runs)

    def put_map(self, document_id: DocumentId, version: int, from_version: int, runs: Sequence[Run]) -> None:
        """Note what ``version`` has of ``from_version``. To be called inside a transaction."""
        put_map(self._connection, document_id, version, from_version, runs)

    def begin(self, document_id: DocumentId) -> VersionDraft:
        """Start to write another version; what drafts of ended processes left behind is removed first."""
        self.remove_abandoned()
        return VersionDraft(self._connection, self._transaction, document_id)

    def remove_abandoned(self) -> int:
        """Remove drafts whose process has ended without bringing them into force; how many there were."""
        sql = "select document_id, version, machine, process, process_started from version_drafts"
        gone = [
            (DocumentId(document_id), int(version))
            for document_id, version, machine, number, started in self._connection.rows(sql)
            if (document_id, version) not in _running
            and _has_ended(Process(machine=machine, number=number, started=started))
        ]
        for document_id, version in gone:
            _remove(self._connection, self._transaction, document_id, version)
        return len(gone)


class VersionDraft:
    """A version on its way into the library: ``keep`` and ``append`` its pieces in order, then ``finish``.

    What it wrote counts for nothing until an edit adds the ``TextVersion`` with its number; where none does, it is
    removed after this process has ended.
    """

    def __init__(self, connection: Connection, transaction: Transaction, document_id: DocumentId) -> None:
        self._connection, self._transaction = connection, transaction
        self.document_id = document_id
        self._pieces: list[tuple[int, int]] = []
        self._waiting: list[tuple[int, int, str]] = []
        self._stored = self._waiting_bytes = 0
        process = Process.this()
        with transaction():
            self.version = _next_version(connection, document_id)
            self._connection.execute(
                """insert into version_drafts (document_id, version, machine, process, process_started, started)
                values (?, ?, ?, ?, ?, ?)""",
                [document_id, self.version, process.machine, process.number, process.started, now()],
            )
        _running.add((document_id, self.version))

    def keep(self, chunks: Sequence[StoredChunk]) -> None:
        """Go on with chunks that are stored already."""
        self._pieces += [(chunk.version, chunk.position) for chunk in chunks]

    def append(self, text: str) -> None:
        """Go on with a chunk that is new; new ones are written in transactions of some megabytes."""
        data = len(text.encode("utf-8"))
        position = self._stored + len(self._waiting)
        self._waiting.append((position, data, text))
        self._pieces.append((self.version, position))
        self._waiting_bytes += data
        if self._waiting_bytes > _SLICE_BYTES:
            with self._transaction():
                self._flush()

    def finish(self, from_version: int, runs: Sequence[Run]) -> None:
        """All pieces are there; ``runs`` is what the version has of ``from_version``."""
        with self._transaction():
            self._flush()
            self._connection.run_many(
                """insert into version_pieces (document_id, version, position, chunk_version, first_chunk, chunks)
                values (?, ?, ?, ?, ?, ?)""",
                [(self.document_id, self.version, place, *piece) for place, piece in enumerate(_joined(self._pieces))],
            )
            self._connection.execute(
                "insert or replace into version_maps (document_id, version, from_version, map) values (?, ?, ?, ?)",
                [self.document_id, self.version, from_version, _packed(runs)],
            )

    def put_blocks(self, blocks: Sequence[Block]) -> None:
        """The structure of the version."""
        for piece in in_slices(blocks):
            with self._transaction():
                StructureRepository(self._connection).add(self.document_id, self.version, piece)

    def abandon(self) -> None:
        """Leave nothing behind, unless the version is in the list of versions."""
        _remove(self._connection, self._transaction, self.document_id, self.version)

    def _flush(self) -> None:
        rows = [
            (self.document_id, self.version, position, len(text), size, text) for position, size, text in self._waiting
        ]
        sql = """insert into text_chunks (document_id, version, position, length, bytes, text)
            values (?, ?, ?, ?, ?, ?)"""
        self._connection.run_many(sql, rows)
        self._stored += len(rows)
        self._waiting, self._waiting_bytes = [], 0


def chunks_of(connection: Connection, document_id: DocumentId, version: int) -> list[StoredChunk]:
    """Where the chunks of a version lie, in order.

    Raises:
        LibraryCorrupt: when one is missing.
    """
    sql = """select chunk_version, first_chunk, chunks from version_pieces
        where document_id = ? and version = ? order by position"""
    pieces = [Piece(*row) for row in connection.rows(sql, [document_id, version])]
    directories = {number: _directory(connection, document_id, number) for number in {p.version for p in pieces}}
    if not pieces:
        directories = {version: _directory(connection, document_id, version)}
        pieces = [Piece(version, 0, len(directories[version]))]
    chunks = [
        chunk for piece in pieces for chunk in directories[piece.version][piece.first : piece.first + piece.chunks]
    ]
    if not chunks or len(chunks) != sum(piece.chunks for piece in pieces):
        raise LibraryCorrupt(connection.path, f"a piece of the text of document {document_id} is missing")
    return chunks


def put_map(
    connection: Connection, document_id: DocumentId, version: int, from_version: int, runs: Sequence[Run]
) -> None:
    """Note what ``version`` has of ``from_version``. To be called inside a transaction."""
    connection.execute(
        "insert or replace into version_maps (document_id, version, from_version, map) values (?, ?, ?, ?)",
        [document_id, version, from_version, _packed(runs)],
    )


def runs_between(connection: Connection, document_id: DocumentId, version: int, from_version: int) -> list[Run] | None:
    """What ``version`` has of ``from_version``, from the map noted either way round."""
    sql = "select map from version_maps where document_id = ? and version = ? and from_version = ?"
    packed = connection.value(sql, [document_id, version, from_version])
    if packed is not None:
        return _unpacked(packed)
    packed = connection.value(sql, [document_id, from_version, version])
    if packed is None:
        return None
    return [Run(run.new, run.old, run.length, run.kind) for run in _unpacked(packed)]


def _directory(connection: Connection, document_id: DocumentId, version: int) -> list[StoredChunk]:
    sql = """select position, length from text_chunks indexed by chunk_directory
        where document_id = ? and version = ? order by position"""
    rows = connection.rows(sql, [document_id, version])
    if [position for position, _ in rows] != list(range(len(rows))):
        raise LibraryCorrupt(connection.path, f"a piece of the text of document {document_id} is missing")
    return [StoredChunk(version, position, length) for position, length in rows]


def _joined(pieces: Sequence[tuple[int, int]]) -> list[Piece]:
    """Chunks that follow one another where they lie, as one piece."""
    in_runs = groupby(enumerate(pieces), key=lambda place: (place[1][0], place[1][1] - place[0]))
    groups = [[chunk for _, chunk in group] for _, group in in_runs]
    return [Piece(group[0][0], group[0][1], len(group)) for group in groups]


def _next_version(connection: Connection, document_id: DocumentId) -> int:
    tables = ("versions", "version_drafts", "version_pieces")
    union = " union all ".join(f"select max(version) as v from {table} where document_id = ?1" for table in tables)
    return int(connection.value(f"select max(v) from ({union})", [document_id]) or 0) + 1


def _remove(connection: Connection, transaction: Transaction, document_id: DocumentId, version: int) -> None:
    """Remove a draft; a version that is in the list of versions, or ever was, is never touched."""
    place: list[Value] = [document_id, version]
    where = "document_id = ? and version = ?"
    with transaction():
        if connection.value(f"select 1 from version_drafts where {where}", place) is None:
            return
        for table in ("blocks", "file_comments", "version_pieces", "version_maps", "text_chunks", "version_drafts"):
            connection.execute(f"delete from {table} where {where}", place)
    _running.discard((document_id, version))


def _has_ended(process: Process) -> bool:
    return process.is_here and (process == Process.this() or not process.runs)


def _packed(runs: Sequence[Run]) -> bytes:
    return zlib.compress(json.dumps(list(runs), separators=(",", ":")).encode())


def _unpacked(data: bytes) -> list[Run]:
    return [Run(*values) for values in json.loads(zlib.decompress(data))]
