# SPDX-License-Identifier: GPL-3.0-or-later
"""Relations between annotations."""

from __future__ import annotations

import json
from collections.abc import Sequence

from reader.model.annotation import Relation
from reader.model.ids import AnnotationId, DocumentId, RelationId
from reader.store.connection import Value
from reader.store.records import Key, RecordTable, Row


class RelationRepository(RecordTable[Relation]):
    table = "relations"
    noun = "relation"
    columns = ("id", "document_id", "source_id", "target_id", "name", "note", "author", "created")

    def of_document(self, document_id: DocumentId) -> list[Relation]:
        """The document's relations, in the order they were made."""
        return self._where("document_id = ? order by created, id", [document_id])

    def of_annotation(self, annotation_id: AnnotationId) -> list[Relation]:
        """Relations that begin or end at the annotation, in the order they were made."""
        return self.of_annotations([annotation_id])

    def of_annotations(self, annotation_ids: Sequence[AnnotationId]) -> list[Relation]:
        """Relations that begin or end at one of the annotations, in the order they were made."""
        among = "in (select value from json_each(?1))"
        where = f"source_id {among} or target_id {among} order by created, id"
        return self._where(where, [json.dumps(annotation_ids)])

    def names(self) -> list[str]:
        """Every name a relation of the library has, in order."""
        return [str(name) for (name,) in self._connection.rows("select distinct name from relations order by name")]

    def row_of(self, record: Relation) -> Row:
        return (
            record.id,
            record.document_id,
            record.source_id,
            record.target_id,
            record.name,
            record.note,
            record.author,
            record.created,
        )

    def record_of(self, row: Sequence[Value]) -> Relation:
        identity, document_id, source_id, target_id, name, note, author, created = map(str, row)
        return Relation(
            id=RelationId(identity),
            document_id=DocumentId(document_id),
            source_id=AnnotationId(source_id),
            target_id=AnnotationId(target_id),
            name=name,
            note=note,
            author=author,
            created=created,
        )

    def key_of(self, record: Relation) -> Key:
        return (record.id,)

    def _where(self, where: str, parameters: Sequence[Value]) -> list[Relation]:
        return self._records(f"select {self.selected()} from relations where {where}", parameters)
