# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents that come in whole, several in one transaction: what a thousand articles need to be in before a minute."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reader.model.document import Document
from reader.model.ids import DocumentId, new_id, now
from reader.model.structure import Block
from reader.model.version import Origin
from reader.store.connection import Connection
from reader.store.documents import DocumentRepository
from reader.store.structure import FileComment, StructureRepository
from reader.store.versions import Run, put_map
from reader.text.chunks import split_into_chunks
from reader.text.direction import Direction


@dataclass(frozen=True, slots=True, kw_only=True)
class Newcomer:
    """A document that is to come in.

    ``original`` is the text as it was before it was repaired, which is kept as an earlier version; ``runs`` lead from
    it to ``text``: what the two have in common, or one has for the other.
    """

    text: str
    title: str
    direction: Direction
    source: str = ""
    encoding: str = "utf-8"
    metadata: tuple[tuple[str, str], ...] = ()
    blocks: tuple[Block, ...] = ()
    comments: tuple[FileComment, ...] = ()
    original: str | None = None
    original_blocks: tuple[Block, ...] = ()
    runs: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtIn:
    """The document, and whether the library had its text before."""

    document: Document
    already_there: bool


def bring_in(connection: Connection, documents: DocumentRepository, newcomer: Newcomer, *, again: bool) -> BroughtIn:
    """Write one document, to be called inside a transaction; the one that has its text already, unless ``again``.

    Raises:
        ValueError: for blocks or comments beyond the text.
    """
    digest = _digest_of(newcomer.text)
    existing = None if again else documents.with_text(digest)
    if existing is not None:
        return BroughtIn(document=existing, already_there=True)
    document = _document_of(newcomer, digest)
    _insert_document(connection, documents, document)
    if newcomer.original is not None:
        before = _Text(newcomer.original, _digest_of(newcomer.original), newcomer.original_blocks)
        _insert_version(connection, document, 1, before)
        put_map(connection, document.id, 2, 1, newcomer.runs)
    _insert_version(connection, document, document.version, _Text(newcomer.text, digest, newcomer.blocks))
    if newcomer.comments:
        StructureRepository(connection).replace_comments(document.id, document.version, newcomer.comments)
    return BroughtIn(document=document, already_there=False)


def _digest_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _document_of(newcomer: Newcomer, digest: str) -> Document:
    ends = [*(block.end for block in newcomer.blocks), *(comment.end for comment in newcomer.comments)]
    if max(ends, default=0) > len(newcomer.text):
        raise ValueError(f"a block or comment reaches beyond the {len(newcomer.text)} code points of the text")
    created = now()
    return Document(
        id=DocumentId(new_id()),
        title=newcomer.title,
        digest=digest,
        length=len(newcomer.text),
        direction=newcomer.direction,
        source=newcomer.source,
        encoding=newcomer.encoding,
        metadata=newcomer.metadata,
        created=created,
        modified=created,
        version=1 if newcomer.original is None else 2,
    )


def _insert_document(connection: Connection, documents: DocumentRepository, document: Document) -> None:
    row = documents.row_of(document)
    marks = ", ".join("?" * len(row))
    connection.execute(f"insert into documents ({documents.selected()}, state) values ({marks}, 'ready')", row)


class _Text(NamedTuple):
    text: str
    digest: str
    blocks: Sequence[Block]


def _insert_version(connection: Connection, document: Document, version: int, said: _Text) -> None:
    """The second version of a newcomer is its first one repaired."""
    origin = Origin.IMPORT if version == 1 else Origin.REPAIR
    connection.execute(
        """insert into versions (document_id, version, digest, length, encoding, source, created, origin, based_on)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        [
            *(document.id, version, said.digest, len(said.text), document.encoding, document.source, document.created),
            *(origin.value, None if version == 1 else version - 1),
        ],
    )
    chunks = list(split_into_chunks(said.text)) or [""]
    connection.run_many(
        "insert into text_chunks (document_id, version, position, length, bytes, text) values (?, ?, ?, ?, ?, ?)",
        [(document.id, version, at, len(chunk), len(chunk.encode()), chunk) for at, chunk in enumerate(chunks)],
    )
    StructureRepository(connection).add(document.id, version, said.blocks)
