# SPDX-License-Identifier: GPL-3.0-or-later
"""Entities, and the links that say which annotation mentions which."""

from __future__ import annotations

import json
from collections.abc import Sequence

from reader.errors import EditConflict
from reader.model.entity import Entity, EntityLink
from reader.model.ids import AnnotationId, EntityId, TagId
from reader.store.connection import Connection, Value
from reader.store.records import Key, RecordTable, Row, packed, packed_list, unpacked, unpacked_list

_Entities = list[Entity]
_Links = list[EntityLink]


class EntityTable(RecordTable[Entity]):
    table = "entities"
    noun = "entity"
    columns = ("id", "name", "kind", "aliases", "translations", "external_ids", "note")

    def where(self, where: str, parameters: Sequence[Value] = ()) -> _Entities:
        return self._records(f"select {self.selected()} from entities where {where}", parameters)

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

    def where(self, where: str, parameters: Sequence[Value] = ()) -> _Links:
        return self._records(f"select {self.selected()} from entity_links where {where}", parameters)

    def row_of(self, record: EntityLink) -> Row:
        return record.annotation_id, record.entity_id

    def record_of(self, row: Sequence[Value]) -> EntityLink:
        annotation_id, entity_id = map(str, row)
        return EntityLink(annotation_id=AnnotationId(annotation_id), entity_id=EntityId(entity_id))

    def key_of(self, record: EntityLink) -> Key:
        return (record.annotation_id,)


class EntityRepository:
    """The entities of the library and their mentions."""

    def __init__(self, connection: Connection) -> None:
        self.entity_table = EntityTable(connection)
        self.link_table = LinkTable(connection)

    def list(self) -> _Entities:
        """Every entity by name."""
        return self.entity_table.where("1 order by name, id")

    def get(self, entity_id: EntityId) -> Entity:
        """The entity.

        Raises:
            EditConflict: when it is there no more.
        """
        found = self.entity_table.with_keys([(entity_id,)])
        if not found:
            raise EditConflict(self.entity_table.noun)
        return found[(entity_id,)]

    def named(self, name: str) -> _Entities:
        """Entities with exactly this name, alias or translation. Cost: O(entities)."""
        where = """name = ?1 or exists (select 1 from json_each(aliases) where value = ?1)
            or exists (select 1 from json_each(translations) where value = ?1) order by name, id"""
        return self.entity_table.where(where, [name])

    def of_kind(self, tag_id: TagId) -> _Entities:
        return self.entity_table.where("kind = ? order by name, id", [tag_id])

    def links_of(self, annotation_ids: Sequence[AnnotationId]) -> _Links:
        """The links of those annotations that mention an entity."""
        return self.link_table.where(
            "annotation_id in (select value from json_each(?)) order by annotation_id", [json.dumps(annotation_ids)]
        )

    def mentions(self, entity_id: EntityId) -> _Links:
        """The links of every annotation that mentions the entity."""
        return self.link_table.where("entity_id = ? order by annotation_id", [entity_id])
