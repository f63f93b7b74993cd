# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits and the version of a text they were made in: what was said of one version is never put onto another.

What an edit says of places holds in one version of each text. So each entry of the history notes that version, and is
taken back or made again only while the same one is in force.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from reader.errors import EditConflict
from reader.model.annotation import Annotation
from reader.model.document import Document
from reader.model.edit import RecordChange
from reader.model.ids import DocumentId
from reader.model.placement import Displaced
from reader.model.reading import ReadingChoice
from reader.model.suggestion import Decision
from reader.store.connection import Connection
from reader.store.moving import move_with_text
from reader.text.chunks import ChunkedText

_NOUN = "text"


class TextChanges:
    """The documents whose text one edit changes, and the records it speaks of, which do not move by themselves."""

    def __init__(self, documents: dict[DocumentId, tuple[Document, Document]], spoken_of: frozenset[str]) -> None:
        self._documents = documents
        self._spoken_of = spoken_of

    def follow(self, connection: Connection, batch: Sequence[RecordChange]) -> None:
        """When another version of a text has come into force, have what stands in it move; see ``move_with_text``."""
        for change in batch if self._documents else ():
            if isinstance(change.after, Document) and change.after.id in self._documents:
                move_with_text(connection, *self._documents[change.after.id], self._spoken_of)


def text_changes(changes: Sequence[RecordChange]) -> TextChanges:
    documents = _with_other_text(changes)
    if not documents:
        return TextChanges({}, frozenset())
    spoken_of = {
        record.id
        for change in changes
        for record in (change.before, change.after)
        if isinstance(record, Annotation | Displaced | ReadingChoice)
    }
    return TextChanges(documents, frozenset(spoken_of))


def texts_touched(changes: Sequence[RecordChange]) -> tuple[frozenset[DocumentId], frozenset[DocumentId]]:
    """The documents whose text becomes another, and those that have other annotations without a place."""
    displaced = {
        record.annotation.document_id
        for change in changes
        for record in (change.before, change.after)
        if isinstance(record, Displaced)
    }
    return frozenset(_with_other_text(changes)), frozenset(displaced)


def places_are_true(
    connection: Connection, changes: Sequence[RecordChange], open_text: Callable[[DocumentId], ChunkedText]
) -> None:
    """See that what was put on a text that changed before, or changes now, stands on the words it quotes.

    Raises:
        EditConflict: when it does not: it was made in another version of the text.
    """
    versions = _versions(connection, _documents_of(changes), "state = 'ready'")
    texts = {document: open_text(document) for document, version in versions.items() if version > 1}
    for change in changes if texts else ():
        match change.after:
            case Annotation() as after if after.document_id in texts:
                _refuse_other_words(texts[after.document_id], after, with_surroundings=change.before is None)
            case Decision() as after if after.document_id in texts:
                _refuse_other_words(texts[after.document_id], after, with_surroundings=False)


def _refuse_other_words(text: ChunkedText, record: Annotation | Decision, *, with_surroundings: bool) -> None:
    start, end = record.span.start, record.span.end
    before = behind = ""
    if with_surroundings and isinstance(record, Annotation):
        before, behind = record.prefix, record.suffix
    if text.slice(start - len(before), end + len(behind)) != before + record.quote + behind:
        raise EditConflict(_NOUN)


def keep_texts(connection: Connection, edit_id: int, changes: Sequence[RecordChange]) -> None:
    """Note with an edit in which versions its places are. The first version of a text is not noted."""
    documents = _documents_of(changes) - _with_other_text(changes).keys()
    rows = [(edit_id, document, version) for document, version in _versions(connection, documents).items()]
    sql = "insert into history_texts (edit_id, document_id, version) values (?, ?, ?)"
    connection.run_many(sql, [row for row in rows if row[2] > 1])


def refuse_other_texts(connection: Connection, edit_id: int, changes: Sequence[RecordChange]) -> None:
    """See that an edit's places are those of the texts in force.

    Raises:
        EditConflict: when a text has become another since.
    """
    documents = _documents_of(changes) - _with_other_text(changes).keys()
    if not documents:
        return
    sql = "select document_id, version from history_texts where edit_id = ?"
    noted = {DocumentId(document): int(version) for document, version in connection.rows(sql, [edit_id])}
    for document, version in _versions(connection, documents).items():
        if noted.get(document, 1) != version:
            raise EditConflict(_NOUN)


def _with_other_text(changes: Iterable[RecordChange]) -> dict[DocumentId, tuple[Document, Document]]:
    return {
        change.after.id: (change.before, change.after)
        for change in changes
        if isinstance(change.before, Document)
        and isinstance(change.after, Document)
        and change.before.version != change.after.version
    }


def _documents_of(changes: Iterable[RecordChange]) -> set[DocumentId]:
    """The documents in which the changed records have their places."""
    found = set[DocumentId]()
    for change in changes:
        for record in (change.before, change.after):
            match record:
                case Annotation() | Decision():
                    found.add(record.document_id)
                case Displaced():
                    found.add(record.annotation.document_id)
                case ReadingChoice() if record.document_id is not None:
                    found.add(record.document_id)
    return found


def _versions(connection: Connection, documents: Iterable[DocumentId], where: str = "1") -> dict[DocumentId, int]:
    """The version in force of each of the documents, also of removed ones."""
    sql = f"select version from documents where id = ? and {where}"
    found = {document: connection.value(sql, [document]) for document in documents}
    return {document: int(version) for document, version in found.items() if version is not None}
