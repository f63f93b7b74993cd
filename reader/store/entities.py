# SPDX-License-Identifier: GPL-3.0-or-later
"""The entities of the library: found by name, by identifier, by kind."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from enum import StrEnum

from reader.errors import EditConflict
from reader.model.entity import Entity, name_key
from reader.model.ids import EntityId, TagId
from reader.store.entity_index import NAME
from reader.store.entity_mentions import EntityMentions
from reader.store.records import unpacked, unpacked_list

_Entities = list[Entity]
_Ids = list[EntityId]
_LAST = "\U0010ffff"
"""Sorts behind every letter a name goes on with."""
_LOOKED_AT = 200
"""Names with one beginning that are looked at before the likeliest of them are given."""


class EntityOrder(StrEnum):
    """How a list of entities is ordered: by name, or those mentioned most often first."""

    NAME = "name"
    MENTIONS = "mentions"


class EntityRepository(EntityMentions):
    """The entities of the library, with their mentions."""

    # Entities

    def list(self) -> _Entities:
        """Every entity by name."""
        return self.entity_table.where("1 order by name, id")

    def count(self) -> int:
        return int(self._connection.value("select count(*) from entities"))

    def get(self, entity_id: EntityId) -> Entity:
        """The entity.

        Raises:
            EditConflict: when it is there no more.
        """
        found = self.entity_table.with_keys([(entity_id,)])
        if not found:
            raise EditConflict(self.entity_table.noun)
        return found[(entity_id,)]

    def of_kind(self, tag_id: TagId) -> _Entities:
        return self.entity_table.where("kind = ? order by name, id", [tag_id])

    def names(self) -> Iterator[tuple[str, TagId | None, str]]:
        """``(name, kind, canonical name)`` for every name of every entity, as written. One pass over the entities."""
        for name, kind, aliases, translations in self._connection.rows(
            "select name, kind, aliases, translations from entities order by rowid"
        ):
            yield name, kind, name
            others = dict.fromkeys((*unpacked_list(aliases), *(other for _, other in unpacked(translations))))
            for other in others:
                if other != name:
                    yield other, kind, name

    # Finding entities

    def named(self, name: str) -> _Entities:
        """Entities one of whose names is this one, however it is spelt (``name_key``); canonical names first."""
        sql = "select entity_id from entity_names where folded = ? and words = 0 order by rank, entity_id"
        return self._found(sql, [name_key(name)])

    def named_one_of(self, names: Iterable[str]) -> dict[str, _Entities]:
        """For each of the names that some entity has, those entities; as ``named`` does, all at once."""
        keys = {name_key(name): name for name in names}
        sql = """select folded, entity_id from json_each(?) as wanted
            cross join entity_names on folded = wanted.value and words = 0 order by rank, entity_id"""
        rows = self._connection.rows(sql, [json.dumps([key for key in keys if key])])
        known = {entity.id: entity for entity in self.find({EntityId(identity) for _, identity in rows})}
        found: dict[str, _Entities] = {}
        for folded, identity in rows:
            found.setdefault(keys[folded], []).append(known[EntityId(identity)])
        return found

    def beginning_with(self, text: str, limit: int, kind: TagId | None = None) -> _Entities:
        """Up to ``limit`` entities with a word from which on one of their names begins with the text.

        Whole names come before parts, canonical names before others, short ones before long ones. Cost: a look at 200
        names at most, the first by the alphabet.
        """
        key = name_key(text)
        sql = f"""select entity_id, min(words), min(rank), min(length(folded)) from (
                select n.entity_id, n.words, n.rank, n.folded from entity_names as n join entities as e
                on e.id = n.entity_id where n.folded >= ?1 and n.folded < ?2 and (?3 is null or e.kind = ?3)
                order by n.folded limit {_LOOKED_AT})
            group by entity_id order by 2, 3, 4, 1 limit ?4"""
        return self._found(sql, [key, key + _LAST, kind, limit])

    def ids(
        self, text: str = "", kinds: frozenset[TagId | None] | None = None, order: EntityOrder = EntityOrder.NAME
    ) -> _Ids:
        """The ids of all entities with the text in one of their names or as identifier, of these kinds (None: all).

        Cost: O(names of all entities), 0.1 s for 100,000 entities; for a job.
        """
        sql = f"""select e.id from entity_names as n join entities as e on e.id = n.entity_id
            where n.words = 0 and n.rank = {NAME}
            and (?1 is null or coalesce(e.kind, '') in (select value from json_each(?1)))
            and (?2 = '' or e.id in (select entity_id from entity_names where words = 0 and instr(folded, ?2)
                union select entity_id from entity_identifiers where identifier = ?3))
            order by {_ORDERS[order]} n.folded, e.id"""
        wanted = None if kinds is None else json.dumps(sorted(kind or "" for kind in kinds))
        rows = self._connection.rows(sql, [wanted, name_key(text), text.strip()])
        return [EntityId(identity) for (identity,) in rows]

    def with_identifier(self, scheme: str, identifier: str) -> _Entities:
        sql = "select entity_id from entity_identifiers where scheme = ? and identifier = ? order by entity_id"
        return self._found(sql, [scheme, identifier])

    def with_identifiers(self, pairs: Iterable[tuple[str, str]]) -> dict[tuple[str, str], EntityId]:
        """For each ``(scheme, identifier)`` that an entity has, one such entity."""
        sql = """select scheme, identifier, entity_id from json_each(?) as wanted cross join entity_identifiers
            on scheme = wanted.value ->> 0 and identifier = wanted.value ->> 1 order by entity_id desc"""
        rows = self._connection.rows(sql, [json.dumps([list(pair) for pair in pairs])])
        return {(scheme, identifier): EntityId(identity) for scheme, identifier, identity in rows}

    def kinds(self) -> dict[TagId | None, int]:
        """How many entities there are of each kind."""
        return dict(self._connection.rows("select kind, count(*) from entities group by kind"))


_ORDERS = {
    EntityOrder.NAME: "",
    EntityOrder.MENTIONS: "coalesce((select sum(count) from entity_documents where entity_id = e.id), 0) desc,",
}
