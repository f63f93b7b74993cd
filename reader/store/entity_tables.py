# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables of entities, of the links that say which annotation mentions which, and of links that were refused."""

from __future__ import annotations

from collections.abc import Sequence

from reader.model.entity import Entity, EntityLink, EntityRefusal
from reader.model.ids import AnnotationId, DocumentId, EntityId, TagId
from reader.store.connection import Value
from reader.store.entity_index import follow_entities, follow_links
from reader.store.records import Key, RecordTable, Row, packed, packed_list, unpacked, unpacked_list


class EntityTable(RecordTable[Entity]):
    table = "entities"
    noun = "entity"
    columns = ("id", "name", "kind", "aliases", "translations", "external_ids", "note")

    def where(self, where: str, parameters: Sequence[Value] = ()) -> list[Entity]:
        return self._records(f"select {self.selected()} from entities where {where}", parameters)

    def insert(self, records: Sequence[Entity]) -> None:
        super().insert(records)
        follow_entities(self._connection, added=records)

    def update(self, before: Sequence[Entity], after: Sequence[Entity]) -> None:
        super().update(before, after)
        follow_entities(self._connection, added=after, removed=before)

    def delete(self, records: Sequence[Entity]) -> None:
        super().delete(records)
        follow_entities(self._connection, removed=records)

    def row_of(self, record: Entity) -> Row:
        return (
            record.id,
            record.name,
            record.kind,
            packed_list(record.aliases),
            packed(record.translations),
            packed(record.external_ids),
            record.note,
        )

    def record_of(self, row: Sequence[Value]) -> Entity:
        identity, name, kind, aliases, translations, external_ids, note = row
        return Entity(
            id=EntityId(str(identity)),
            name=str(name),
            kind=None if kind is None else TagId(str(kind)),
            aliases=unpacked_list(str(aliases)),
            translations=unpacked(str(translations)),
            external_ids=unpacked(str(external_ids)),
            note=str(note),
        )

    def key_of(self, record: Entity) -> Key:
        return (record.id,)


class LinkTable(RecordTable[EntityLink]):
    table = "entity_links"
    noun = "link to an entity"
    columns = ("annotation_id", "entity_id")
    key_columns = ("annotation_id",)

    def where(self, where: str, parameters: Sequence[Value] = ()) -> list[EntityLink]:
        return self._records(f"select {self.selected()} from entity_links where {where}", parameters)

    def insert(self, records: Sequence[EntityLink]) -> None:
        super().insert(records)
        follow_links(self._connection, added=records)

    def update(self, before: Sequence[EntityLink], after: Sequence[EntityLink]) -> None:
        super().update(before, after)
        follow_links(self._connection, added=after, removed=before)

    def delete(self, records: Sequence[EntityLink]) -> None:
        super().delete(records)
        follow_links(self._connection, removed=records)

    def row_of(self, record: EntityLink) -> Row:
        return record.annotation_id, record.entity_id

    def record_of(self, row: Sequence[Value]) -> EntityLink:
        annotation_id, entity_id = map(str, row)
        return EntityLink(annotation_id=AnnotationId(annotation_id), entity_id=EntityId(entity_id))

    def key_of(self, record: EntityLink) -> Key:
        return (record.annotation_id,)


class RefusalTable(RecordTable[EntityRefusal]):
    table = "entity_refusals"
    noun = "refusal"
    columns = ("document_id", "folded", "entity_id", "author", "created")
    key_columns = ("document_id", "folded", "entity_id")

    def where(self, where: str, parameters: Sequence[Value] = ()) -> list[EntityRefusal]:
        return self._records(f"select {self.selected()} from entity_refusals where {where}", parameters)

    def row_of(self, record: EntityRefusal) -> Row:
        return record.document_id, record.key, record.entity_id, record.author, record.created

    def record_of(self, row: Sequence[Value]) -> EntityRefusal:
        document_id, key, entity_id, author, created = map(str, row)
        return EntityRefusal(
            document_id=DocumentId(document_id),
            key=key,
            entity_id=EntityId(entity_id),
            author=author,
            created=created,
        )

    def key_of(self, record: EntityRefusal) -> Key:
        return record.document_id, record.key, record.entity_id
