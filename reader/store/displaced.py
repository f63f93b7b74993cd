# SPDX-License-Identifier: GPL-3.0-or-later
"""Annotations without a place in the text in force, with their relations and the entities they mention."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, cast

from reader.model.ids import AnnotationId, DocumentId, EntityId, TagId
from reader.model.placement import Displaced, DisplacedLink, DisplacedRelation
from reader.store.annotations import AnnotationRepository
from reader.store.connection import Connection, Value
from reader.store.records import Key, RecordTable, Row
from reader.store.relations import RelationRepository
from reader.text.spans import Span

State = Literal["doubtful", "orphan"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DisplacedCount:
    """How many annotations of a document wait for review, and how many are orphans."""

    doubtful: int = 0
    orphans: int = 0

    @property
    def total(self) -> int:
        return self.doubtful + self.orphans


class DisplacedTable(RecordTable[Displaced]):
    table = "displaced"
    noun = "annotation without a place"
    columns = (*AnnotationRepository.columns, "version", "state", "proposed_start", "proposed_end")

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._annotations = AnnotationRepository(connection)

    def where(self, where: str, parameters: Sequence[Value] = ()) -> list[Displaced]:
        return self._records(f"select {self.selected()} from displaced where {where}", parameters)

    def row_of(self, record: Displaced) -> Row:
        place = record.proposed
        state: State = "orphan" if place is None else "doubtful"
        proposed = (None, None) if place is None else (place.start, place.end)
        return (*self._annotations.row_of(record.annotation), record.version, state, *proposed)

    def record_of(self, row: Sequence[Value]) -> Displaced:
        *annotation, version, _, start, end = row
        return Displaced(
            annotation=self._annotations.record_of(annotation),
            version=cast("int", version),
            proposed=None if start is None else Span(cast("int", start), cast("int", end)),
        )

    def key_of(self, record: Displaced) -> Key:
        return (record.id,)


class DisplacedRelationTable(RecordTable[DisplacedRelation]):
    table = "displaced_relations"
    noun = "relation without a place"
    columns = RelationRepository.columns

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._relations = RelationRepository(connection)

    def where(self, where: str, parameters: Sequence[Value] = ()) -> list[DisplacedRelation]:
        return self._records(f"select {self.selected()} from displaced_relations where {where}", parameters)

    def row_of(self, record: DisplacedRelation) -> Row:
        return self._relations.row_of(record.relation)

    def record_of(self, row: Sequence[Value]) -> DisplacedRelation:
        return DisplacedRelation(relation=self._relations.record_of(row))

    def key_of(self, record: DisplacedRelation) -> Key:
        return (record.id,)


class DisplacedLinkTable(RecordTable[DisplacedLink]):
    table = "displaced_links"
    noun = "link to an entity"
    columns = ("annotation_id", "entity_id")
    key_columns = ("annotation_id",)

    def where(self, where: str, parameters: Sequence[Value] = ()) -> list[DisplacedLink]:
        return self._records(f"select {self.selected()} from displaced_links where {where}", parameters)

    def row_of(self, record: DisplacedLink) -> Row:
        return record.annotation_id, record.entity_id

    def record_of(self, row: Sequence[Value]) -> DisplacedLink:
        annotation_id, entity_id = map(str, row)
        return DisplacedLink(annotation_id=AnnotationId(annotation_id), entity_id=EntityId(entity_id))

    def key_of(self, record: DisplacedLink) -> Key:
        return (record.annotation_id,)


class DisplacedRepository:
    """No list of annotations and no page holds them; they are asked for here alone."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.table = DisplacedTable(connection)
        self.relation_table = DisplacedRelationTable(connection)
        self.link_table = DisplacedLinkTable(connection)

    def of_document(self, document_id: DocumentId, limit: int = -1) -> list[Displaced]:
        """Those of a document: doubtful ones by where they may belong, then orphans by where they stood."""
        order = "state, coalesce(proposed_start, start), start, id limit ?"
        return self.table.where(f"document_id = ? order by {order}", [document_id, limit])

    def find(self, ids: Iterable[AnnotationId]) -> list[Displaced]:
        """Those of them that are displaced, in the order of ``ids``."""
        wanted: list[Key] = [(annotation_id,) for annotation_id in ids]
        found = self.table.with_keys(wanted)
        return [found[key] for key in wanted if key in found]

    def count(self, document_id: DocumentId) -> DisplacedCount:
        return self.counts_by_document(document_id).get(document_id, DisplacedCount())

    def counts_by_document(self, document_id: DocumentId | None = None) -> dict[DocumentId, DisplacedCount]:
        """How many each document has, or one; documents without any are left out."""
        sql = """select document_id, sum(state = 'doubtful'), sum(state = 'orphan') from displaced
            where ?1 is null or document_id = ?1 group by document_id"""
        return {
            DocumentId(name): DisplacedCount(doubtful=int(doubtful), orphans=int(orphans))
            for name, doubtful, orphans in self._connection.rows(sql, [document_id])
        }

    def by_tag(self, tag_id: TagId) -> list[Displaced]:
        return self.table.where("tag_id = ? order by document_id, start, id", [tag_id])

    def relations_of(self, ids: Sequence[AnnotationId]) -> list[DisplacedRelation]:
        """Displaced relations that begin or end at one of the annotations, wherever that is."""
        among = "in (select value from json_each(?1))"
        where = f"source_id {among} or target_id {among} order by created, id"
        return self.relation_table.where(where, [json.dumps(list(ids))])

    def links_of(self, ids: Sequence[AnnotationId]) -> list[DisplacedLink]:
        where = "annotation_id in (select value from json_each(?)) order by annotation_id"
        return self.link_table.where(where, [json.dumps(list(ids))])

    def mentions(self, entity_id: EntityId) -> list[DisplacedLink]:
        """The links of displaced annotations that mention the entity."""
        return self.link_table.where("entity_id = ? order by annotation_id", [entity_id])
