# SPDX-License-Identifier: GPL-3.0-or-later
"""What the library says of its documents."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType
from typing import cast

from reader.errors import EditConflict, UnknownDocument
from reader.model.document import Document
from reader.model.ids import DocumentId
from reader.store.connection import Value
from reader.store.records import Key, RecordTable, Row, packed, unpacked
from reader.text.direction import Direction

_Documents = list[Document]

_READY = "state = 'ready'"


class DocumentRepository(RecordTable[Document]):
    """The documents whose import is complete and that were not removed.

    A removed document keeps its text, so that undo can bring it back; to insert one means to bring it back. New
    documents come from ``texts.begin``.
    """

    table = "documents"
    noun = "document"
    columns = (
        "id", "title", "digest", "length", "direction", "source", "encoding", "metadata", "created", "modified",
        "version",
    )  # fmt: skip
    defaults = MappingProxyType({"version": 1})

    def get(self, document_id: DocumentId) -> Document:
        """The document.

        Raises:
            UnknownDocument: when there is none.
        """
        found = self._where("id = ?", [document_id])
        if not found:
            raise UnknownDocument(document_id)
        return found[0]

    def find(self, reference: str) -> Document:
        """The document with this id or, when no other has it too, this title or beginning of an id.

        Raises:
            UnknownDocument: when there is none, or more than one.
        """
        for where, value in (
            ("id = ?", reference),
            ("title = ?", reference),
            ("substr(id, 1, length(?1)) = ?1", reference),
        ):
            found = self._where(where, [value])
            if len(found) == 1:
                return found[0]
        raise UnknownDocument(reference)

    def list(self) -> _Documents:
        """Every document, the newest first."""
        return self._where("1 order by created desc, rowid desc")

    def by_digest(self, digest: str) -> Document | None:
        """The document with exactly this text (SHA-256 of its UTF-8, hexadecimal), if the library has it; the oldest
        of several."""
        found = self._where("digest = ? order by created, rowid limit 1", [digest])
        return found[0] if found else None

    def with_text(self, digest: str) -> Document | None:
        """The document that has exactly this text now or, when there is none, had it in an earlier version."""
        now = self.by_digest(digest)
        if now is not None:
            return now
        earlier = "id in (select document_id from versions where digest = ?) order by created limit 1"
        found = self._where(earlier, [digest])
        return found[0] if found else None

    def with_source(self, source: str) -> _Documents:
        """The documents that came from this file, or this place in it, the newest first."""
        return self._where("source = ? order by created desc, rowid desc", [source])

    def count(self) -> int:
        return int(self._connection.value(f"select count(*) from documents where {_READY}"))

    def row_of(self, record: Document) -> Row:
        return (
            record.id,
            record.title,
            record.digest,
            record.length,
            record.direction.value,
            record.source,
            record.encoding,
            packed(record.metadata),
            record.created,
            record.modified,
            record.version,
        )

    def record_of(self, row: Sequence[Value]) -> Document:
        identity, title, digest, length, direction, source, encoding, metadata, created, modified, version = row
        return Document(
            id=DocumentId(str(identity)),
            title=str(title),
            digest=str(digest),
            length=cast("int", length),
            direction=Direction(str(direction)),
            source=str(source),
            encoding=str(encoding),
            metadata=unpacked(str(metadata)),
            created=str(created),
            modified=str(modified),
            version=cast("int", version),
        )

    def key_of(self, record: Document) -> Key:
        return (record.id,)

    def with_keys(self, keys: Sequence[Key]) -> dict[Key, Document]:
        found = {key: self._where("id = ?", list(key)) for key in keys}
        return {key: documents[0] for key, documents in found.items() if documents}

    def insert(self, records: Sequence[Document]) -> None:
        """Bring removed documents back as the records say they are.

        Raises:
            EditConflict: when the text of one is not in the library.
        """
        for record in records:
            sql = "select count(*) from documents where id = ? and digest = ? and state = 'removed'"
            if not self._connection.value(sql, [record.id, record.digest]):
                raise EditConflict(self.noun)
        self.update(records, records)
        self._set_state(records, "ready")

    def delete(self, records: Sequence[Document]) -> None:
        """Take documents out of sight; their texts stay for undo.

        Raises:
            EditConflict: when a document still has annotations, which nobody would see any more.
        """
        for record in records:
            if self._connection.value("select 1 from annotations where document_id = ? limit 1", [record.id]):
                raise EditConflict(self.noun)
        self._set_state(records, "removed")

    def _set_state(self, records: Sequence[Document], state: str) -> None:
        self._connection.run_many("update documents set state = ? where id = ?", [(state, r.id) for r in records])

    def _where(self, where: str, parameters: Sequence[Value] = ()) -> _Documents:
        return self._records(f"select {self.selected()} from documents where {_READY} and {where}", parameters)
