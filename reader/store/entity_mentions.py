# SPDX-License-Identifier: GPL-3.0-or-later
"""Where entities are mentioned, what stands beside them, and which annotations mention none yet."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from reader.model.entity import Entity, EntityLink, EntityRefusal
from reader.model.ids import AnnotationId, DocumentId, EntityId, TagId
from reader.store.connection import Connection, Value
from reader.store.entity_tables import EntityTable, LinkTable, RefusalTable

Unlinked = tuple[AnnotationId, TagId, str]
"""Id, tag and quote of an annotation that mentions no entity."""


class EntityMentions:
    """The links between annotations and entities, and what was refused to be a mention."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.entity_table = EntityTable(connection)
        self.link_table = LinkTable(connection)
        self.refusal_table = RefusalTable(connection)

    def links_of(self, annotation_ids: Sequence[AnnotationId]) -> list[EntityLink]:
        """The links of those annotations that mention an entity."""
        return self.link_table.where(
            "annotation_id in (select value from json_each(?)) order by annotation_id", [json.dumps(annotation_ids)]
        )

    def entity_of(self, annotation_id: AnnotationId) -> Entity | None:
        """The entity the annotation mentions, if it does."""
        found = self._found("select entity_id from entity_links where annotation_id = ?", [annotation_id])
        return found[0] if found else None

    def mentions(self, entity_id: EntityId) -> list[EntityLink]:
        """The links of every annotation that mentions the entity."""
        return self.link_table.where("entity_id = ? order by annotation_id", [entity_id])

    def mention_ids(self, entity_id: EntityId, document_id: DocumentId | None = None) -> list[AnnotationId]:
        """The annotations that mention the entity, in the document or in all, by title and text order."""
        sql = """select a.id from entity_links as l join annotations as a on a.id = l.annotation_id
            join documents as d on d.id = a.document_id
            where l.entity_id = ?1 and (?2 is null or a.document_id = ?2) order by d.title, d.id, a.start, a.id"""
        return [AnnotationId(identity) for (identity,) in self._connection.rows(sql, [entity_id, document_id])]

    def mention_counts(self, entity_ids: Iterable[EntityId]) -> Mapping[EntityId, int]:
        """How many annotations mention each of the entities; those nobody mentions are left out."""
        sql = """select entity_id, sum(count) from json_each(?) as wanted
            cross join entity_documents on entity_id = wanted.value group by entity_id"""
        return dict(self._connection.rows(sql, [json.dumps(list(entity_ids))]))

    def refusals(self, document_id: DocumentId) -> list[EntityRefusal]:
        return self.refusal_table.where("document_id = ? order by folded, entity_id", [document_id])

    def refusals_of(self, entity_id: EntityId) -> list[EntityRefusal]:
        return self.refusal_table.where("entity_id = ? order by document_id, folded", [entity_id])

    # Company

    def of_document(self, document_id: DocumentId, limit: int = -1) -> list[tuple[Entity, int]]:
        """The entities the document mentions with how often, the most frequent first; up to ``limit``, -1 for all."""
        sql = """select entity_id, count from entity_documents where document_id = ?
            order by count desc, entity_id limit ?"""
        rows = self._connection.rows(sql, [document_id, limit])
        counts = {EntityId(identity): int(count) for identity, count in rows}
        return [(entity, counts[entity.id]) for entity in self.find(counts)]

    def counts_in(self, document_id: DocumentId, entity_ids: Iterable[EntityId]) -> dict[EntityId, int]:
        """How often the document mentions each of the entities; those it does not mention are left out."""
        sql = """select entity_id, count from json_each(?) as wanted cross join entity_documents
            on entity_id = wanted.value and document_id = ?"""
        rows = self._connection.rows(sql, [json.dumps(list(entity_ids)), document_id])
        return {EntityId(identity): int(count) for identity, count in rows}

    def documents_of(self, entity_id: EntityId) -> list[tuple[DocumentId, int]]:
        """The documents that mention the entity with how often, by title."""
        sql = """select document_id, count from entity_documents join documents on id = document_id
            where entity_id = ? order by title, document_id"""
        return [(DocumentId(document_id), int(count)) for document_id, count in self._connection.rows(sql, [entity_id])]

    def beside(self, entity_id: EntityId, limit: int) -> list[tuple[Entity, int]]:
        """The entities mentioned in the same documents, with in how many; those in most first."""
        sql = """select other.entity_id, count(*) from entity_documents as own join entity_documents as other
            on other.document_id = own.document_id where own.entity_id = ?1 and other.entity_id <> ?1
            group by other.entity_id order by 2 desc, sum(other.count) desc, 1 limit ?2"""
        counts = {EntityId(identity): int(count) for identity, count in self._connection.rows(sql, [entity_id, limit])}
        return [(entity, counts[entity.id]) for entity in self.find(counts)]

    def documents_shared(
        self, entity_id: EntityId, others: Iterable[EntityId], *, but: DocumentId | None = None, most: int = 50
    ) -> dict[EntityId, int]:
        """In how many documents, ``but`` one, the entity is mentioned together with each of the others, where in any.

        Cost: a look at ``most`` of the entity's documents for each of the others.
        """
        sql = """select other.entity_id, count(*) from (
                select document_id from entity_documents where entity_id = ?1 and document_id is not ?3 limit ?4) as own
            cross join json_each(?2) as wanted
            cross join entity_documents as other
            on other.entity_id = wanted.value and other.document_id = own.document_id
            where other.entity_id <> ?1 group by other.entity_id"""
        rows = self._connection.rows(sql, [entity_id, json.dumps(list(others)), but, most])
        return {EntityId(other): int(count) for other, count in rows}

    # What mentions none yet

    def unlinked(
        self, document_id: DocumentId, leaving_out: Iterable[TagId] = (), limit: int = 20_000
    ) -> list[Unlinked]:
        """Annotations of the document that mention no entity, but those of some tags, in text order."""
        sql = """select a.id, a.tag_id, a.quote from annotations as a where a.document_id = ?1
            and a.tag_id not in (select value from json_each(?2))
            and not exists (select 1 from entity_links where annotation_id = a.id) order by a.start, a.id limit ?3"""
        rows = self._connection.rows(sql, [document_id, json.dumps(list(leaving_out)), limit])
        return [(AnnotationId(identity), TagId(tag_id), str(quote)) for identity, tag_id, quote in rows]

    def grouped_with(self, annotation_id: AnnotationId) -> list[AnnotationId]:
        """The annotations that stand where the recogniser found the same thing, this one among them, in text order.

        Nothing when it stands where the recogniser found nothing or did not say what.
        """
        sql = """select distinct a.id, a.start from annotations as own
            join suggestions as s on s.document_id = own.document_id and s.start = own.start and s."end" = own."end"
            join suggestions as t on t.document_id = s.document_id and t.entity = s.entity
            join annotations as a on a.document_id = t.document_id and a.start = t.start and a."end" = t."end"
            where own.id = ? and s.entity <> '' order by a.start, a.id"""
        return [AnnotationId(identity) for identity, _ in self._connection.rows(sql, [annotation_id])]

    def recognised_as(self, annotation_ids: Iterable[AnnotationId]) -> dict[AnnotationId, str]:
        """What the recogniser called the thing, by its fullest name in the document, where it found one there."""
        sql = """select a.id, s.entity from json_each(?) as wanted cross join annotations as a on a.id = wanted.value
            cross join suggestions as s on s.document_id = a.document_id and s.start = a.start and s."end" = a."end"
            where s.entity <> '' order by s.tag_id <> a.tag_id, s.confidence"""
        return {
            AnnotationId(identity): str(name)
            for identity, name in self._connection.rows(sql, [json.dumps(list(annotation_ids))])
        }

    def spelt_as(self, key: str, document_id: DocumentId | None = None, limit: int = 20_000) -> list[AnnotationId]:
        """Annotations of a document, or of all, whose words have this key (``name_key``), in order. O(annotations)."""
        where, values = ("1", []) if document_id is None else ("document_id = ?", [document_id])
        sql = f"""select id from annotations where {where} and instr(folded, ? || char(0)) = 1
            order by document_id, start, id limit ?"""
        rows = self._connection.rows(sql, [*values, key, limit])
        return [AnnotationId(identity) for (identity,) in rows]

    def find(self, ids: Iterable[EntityId]) -> list[Entity]:
        """Those of the entities that exist, in the order of ``ids``."""
        wanted = list(ids)
        found = self.entity_table.with_keys([(entity_id,) for entity_id in wanted])
        return [found[entity_id,] for entity_id in wanted if (entity_id,) in found]

    def _found(self, sql: str, parameters: Sequence[Value]) -> list[Entity]:
        """The entities whose ids a question gives in its first column, in its order."""
        return self.find(EntityId(row[0]) for row in self._connection.rows(sql, parameters))
