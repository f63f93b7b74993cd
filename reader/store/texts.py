# SPDX-License-Identifier: GPL-3.0-or-later
"""The texts of documents, in chunks that are read alone and written in slices."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from types import TracebackType

from reader.errors import LibraryCorrupt, UnknownDocument
from reader.model.document import Document
from reader.model.ids import DocumentId, new_id, now
from reader.model.structure import Block
from reader.store.connection import Connection
from reader.store.documents import DocumentRepository
from reader.store.newcomers import BroughtIn, Newcomer, bring_in
from reader.store.processes import Process
from reader.store.structure import FileComment, StructureRepository, in_slices
from reader.store.versions import chunks_of
from reader.text.chunks import ChunkedText, split_into_chunks
from reader.text.direction import Direction

SLICE_BYTES = 4 << 20
"""A transaction of an import writes about this much, so that whoever tags meanwhile waits a moment only."""

_FOREIGN_IMPORT_KEPT = timedelta(days=7)

_running: set[DocumentId] = set()
"""Imports that go on in this process. Like the process number in the file, a fact about the process."""

Transaction = Callable[[], AbstractContextManager[None]]


class TextRepository:
    def __init__(self, connection: Connection, documents: DocumentRepository, transaction: Transaction) -> None:
        self._connection = connection
        self._documents = documents
        self._transaction = transaction

    def open(self, document_id: DocumentId) -> ChunkedText:
        """The document's text. Cost: that of the list of chunks; a chunk is read when it is asked for.

        Raises:
            UnknownDocument: when there is no such document.
        """
        return self.open_version(document_id, self._version(document_id))

    def open_version(self, document_id: DocumentId, version: int) -> ChunkedText:
        """The text of one version of the document; ``ChunkedText.version`` tells which.

        Raises:
            LibraryCorrupt: when a piece of it is missing.
        """
        chunks = chunks_of(self._connection, document_id, version)
        lengths = [chunk.length for chunk in chunks]

        def load(index: int) -> str:
            return self._chunk(document_id, chunks[index].version, chunks[index].position, lengths[index])

        return ChunkedText(load, lengths, lengths, version=version)

    def digest_of(self, document_id: DocumentId) -> str:
        """SHA-256 of the stored text in UTF-8, hexadecimal, chunk by chunk; what ``Document.digest`` should be."""
        digest = hashlib.sha256()
        for data in self._stored_bytes(document_id):
            digest.update(data)
        return digest.hexdigest()

    def begin(
        self, *, source: str = "", encoding: str = "utf-8", metadata: tuple[tuple[str, str], ...] = ()
    ) -> TextWriter:
        """Start to bring a text in. Nobody sees the document before ``TextWriter.finish``.

        What imports of ended processes left behind is removed first.
        """
        self.remove_abandoned()
        return TextWriter(
            self._connection, self._documents, self._transaction, source=source, encoding=encoding, metadata=metadata
        )

    def add(
        self,
        text: str,
        *,
        title: str,
        direction: Direction = Direction.RIGHT_TO_LEFT,
        source: str = "",
        metadata: tuple[tuple[str, str], ...] = (),
    ) -> Document:
        """Bring in a text that is at hand as one string; the document that has it already, if there is one."""
        with self.begin(source=source, metadata=metadata) as writer:
            writer.append(split_into_chunks(text))
            return writer.finish(title=title, direction=direction)

    def add_all(self, newcomers: Sequence[Newcomer], *, again: bool = False) -> list[BroughtIn]:
        """Bring in documents that are at hand, all of them in one transaction; each as ``TextWriter.finish`` does.

        For documents of some megabytes together, for whoever tags meanwhile waits so long.
        """
        with self._transaction():
            return [bring_in(self._connection, self._documents, one, again=again) for one in newcomers]

    def remove_abandoned(self) -> int:
        """Remove what unfinished imports left whose process has ended; how many there were.

        Imports of another machine are left alone for a week, for nobody here can tell whether they still run.
        """
        sql = "select document_id, machine, process, process_started, started from imports"
        abandoned = [
            DocumentId(document_id)
            for document_id, machine, number, process_started, started in self._connection.rows(sql)
            if document_id not in _running
            and _is_abandoned(Process(machine=machine, number=number, started=process_started), started)
        ]
        for document_id in abandoned:
            remove_import(self._connection, self._transaction, document_id)
        return len(abandoned)

    def _version(self, document_id: DocumentId) -> int:
        sql = "select version from documents where id = ? and state = 'ready'"
        version = self._connection.value(sql, [document_id])
        if version is None:
            raise UnknownDocument(document_id)
        return int(version)

    def _chunk(self, document_id: DocumentId, version: int, position: int, length: int) -> str:
        sql = "select text from text_chunks where document_id = ? and version = ? and position = ?"
        text = self._connection.value(sql, [document_id, version, position])
        if text is None or len(text) != length:
            raise LibraryCorrupt(self._connection.path, f"piece {position} of document {document_id} is damaged")
        return str(text)

    def _stored_bytes(self, document_id: DocumentId) -> Iterator[bytes]:
        sql = """select cast(text as blob) from text_chunks
            where document_id = ? and version = ? and position = ?"""
        for chunk in chunks_of(self._connection, document_id, self._version(document_id)):
            yield self._connection.value(sql, [document_id, chunk.version, chunk.position])


class TextWriter:
    """A text on its way into the library: ``append`` its chunks in order, then ``finish``.

    As a context manager it leaves nothing behind when the block ends without ``finish``.
    """

    def __init__(
        self,
        connection: Connection,
        documents: DocumentRepository,
        transaction: Transaction,
        *,
        source: str,
        encoding: str,
        metadata: tuple[tuple[str, str], ...],
    ) -> None:
        self._connection, self._documents, self._transaction = connection, documents, transaction
        self._source, self._encoding, self._metadata = source, encoding, metadata
        self._digest = hashlib.sha256()
        self._length = self._stored = self._waiting_bytes = 0
        self._waiting: list[tuple[str, int]] = []
        self._created = now()
        self._open = True
        self.document_id = DocumentId(new_id())
        with transaction():
            self._register()
        _running.add(self.document_id)

    def append(self, chunks: Iterable[str]) -> None:
        """Add chunks to the end of the text; they are written in transactions of about ``SLICE_BYTES``."""
        for text in chunks:
            data = text.encode("utf-8")
            if self._waiting and self._waiting_bytes + len(data) > SLICE_BYTES:
                self._flush()
            self._digest.update(data)
            self._length += len(text)
            self._waiting.append((text, len(data)))
            self._waiting_bytes += len(data)

    def finish(
        self,
        *,
        title: str,
        direction: Direction,
        digest: str | None = None,
        length: int | None = None,
        blocks: Sequence[Block] = (),
        comments: Sequence[FileComment] = (),
        again: bool = False,
    ) -> Document:
        """Make the document visible, and give it.

        When the library has this text already, that document is given and this one dropped, unless it is to come in
        ``again``. ``digest`` (SHA-256 of the UTF-8, hexadecimal) and ``length`` (code points), if given, must be those
        of what was appended. ``blocks`` and ``comments`` must lie in the text.
        """
        if not self._stored and not self._waiting:
            self.append([""])
        self._flush()
        document = self._document(title, direction)
        if digest not in {None, document.digest} or length not in {None, document.length}:
            raise ValueError(f"what was appended is not the text with digest {digest} and length {length}")
        self._write_structure(blocks, comments)
        with self._transaction():
            existing = None if again else self._documents.with_text(document.digest)
            if existing is None:
                self._make_visible(document)
        if existing is not None:
            self.abandon()
        self._end()
        return existing or document

    def abandon(self) -> None:
        """Leave nothing behind. Does nothing after ``finish``. What cannot be removed now, the next import removes."""
        if self._open:
            self._end()
            remove_import(self._connection, self._transaction, self.document_id)

    def _end(self) -> None:
        self._open = False
        _running.discard(self.document_id)

    def __enter__(self) -> TextWriter:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _: TracebackType | None
    ) -> None:
        self.abandon()

    def _document(self, title: str, direction: Direction) -> Document:
        return Document(
            id=self.document_id,
            title=title,
            digest=self._digest.hexdigest(),
            length=self._length,
            direction=direction,
            source=self._source,
            encoding=self._encoding,
            metadata=self._metadata,
            created=self._created,
            modified=self._created,
        )

    def _register(self) -> None:
        process = Process.this()
        row = self._documents.row_of(self._document("", Direction.RIGHT_TO_LEFT))
        columns = self._documents.selected()
        self._connection.execute(
            f"insert into documents ({columns}, state) values ({', '.join('?' * len(row))}, 'importing')", row
        )
        self._connection.execute(
            "insert into imports (document_id, machine, process, process_started, started) values (?, ?, ?, ?, ?)",
            [self.document_id, process.machine, process.number, process.started, self._created],
        )

    def _flush(self) -> None:
        rows = [
            (self.document_id, 1, self._stored + place, len(text), size, text)
            for place, (text, size) in enumerate(self._waiting)
        ]
        sql = """insert into text_chunks (document_id, version, position, length, bytes, text)
            values (?, ?, ?, ?, ?, ?)"""
        with self._transaction():
            self._connection.run_many(sql, rows)
        self._stored += len(rows)
        self._waiting, self._waiting_bytes = [], 0

    def _write_structure(self, blocks: Sequence[Block], comments: Sequence[FileComment]) -> None:
        ends = [*(block.end for block in blocks), *(comment.end for comment in comments)]
        if max(ends, default=0) > self._length:
            raise ValueError(f"a block or comment reaches beyond the {self._length} code points of the text")
        structure = StructureRepository(self._connection)
        for some in in_slices(blocks):
            with self._transaction():
                structure.add(self.document_id, 1, some)
        if comments:
            with self._transaction():
                structure.replace_comments(self.document_id, 1, comments)

    def _make_visible(self, document: Document) -> None:
        self._documents.update([document], [document])
        self._connection.execute("update documents set state = 'ready' where id = ?", [document.id])
        self._connection.execute("delete from imports where document_id = ?", [document.id])
        self._connection.execute(
            """insert into versions (document_id, version, digest, length, encoding, source, created)
            values (?, 1, ?, ?, ?, ?, ?)""",
            [document.id, document.digest, document.length, document.encoding, document.source, document.created],
        )


def remove_import(connection: Connection, transaction: Transaction, document_id: DocumentId) -> None:
    """Remove an unfinished import, slice by slice; a document that is complete is never touched."""
    if connection.value("select state from documents where id = ?", [document_id]) != "importing":
        return
    sql = "select position, bytes from text_chunks indexed by chunk_directory where document_id = ? and version = 1"
    for positions in _slices(connection.rows(sql, [document_id])):
        with transaction():
            connection.run_many(
                "delete from text_chunks where document_id = ? and version = 1 and position = ?",
                [(document_id, position) for position in positions],
            )
    with transaction():
        StructureRepository(connection).remove(document_id, 1)
        connection.execute("delete from imports where document_id = ?", [document_id])
        connection.execute("delete from documents where id = ? and state = 'importing'", [document_id])


def _slices(directory: Sequence[tuple[int, int]]) -> Iterator[list[int]]:
    """Positions of chunks, together as many as make up about ``SLICE_BYTES``."""
    positions: list[int] = []
    size = 0
    for position, size_bytes in directory:
        if positions and size + size_bytes > SLICE_BYTES:
            yield positions
            positions, size = [], 0
        positions.append(position)
        size += size_bytes
    if positions:
        yield positions


def _is_abandoned(process: Process, started: str) -> bool:
    if process.is_here:
        return process == Process.this() or not process.runs
    return datetime.now(UTC) - datetime.fromisoformat(started) > _FOREIGN_IMPORT_KEPT
