# SPDX-License-Identifier: GPL-3.0-or-later
"""What is derived from entities and links so that questions cost what they find: names, identifiers, numbers.

The tables here are kept true in the transaction of each change; ``problems`` compares them with what they come from.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from reader.model.entity import Entity, EntityLink, name_tails
from reader.store.connection import Connection, Value
from reader.store.records import unpacked, unpacked_list

NAME, ALIAS, TRANSLATION = 0, 1, 2
"""Ranks of a name among those of its entity."""

_BATCH = 5_000

_Names = tuple[str, str, int, int]
_Identifier = tuple[str, str, str]


def name_rows(entity: Entity) -> Iterator[_Names]:
    """``(folded, entity id, words left out, rank)`` for every way the entity can be found, each once."""
    seen = set[tuple[str, int]]()
    translations = (name for _, name in entity.translations)
    for rank, names in ((NAME, (entity.name,)), (ALIAS, entity.aliases), (TRANSLATION, translations)):
        for tail, words in (pair for name in names for pair in name_tails(name)):
            if (tail or rank == NAME) and (tail, words) not in seen:
                seen.add((tail, words))
                yield tail, entity.id, words, rank


def identifier_rows(entity: Entity) -> Iterator[_Identifier]:
    """``(scheme, identifier, entity id)``, each once."""
    for scheme, identifier in dict.fromkeys(entity.external_ids):
        yield scheme, identifier, entity.id


def follow_entities(connection: Connection, *, added: Iterable[Entity] = (), removed: Iterable[Entity] = ()) -> None:
    """Entities came or went."""
    old, new = list(removed), list(added)
    sql = "delete from entity_names where folded = ? and entity_id = ? and words = ?"
    connection.run_many(sql, [row[:3] for entity in old for row in name_rows(entity)])
    sql = "delete from entity_identifiers where scheme = ? and identifier = ? and entity_id = ?"
    connection.run_many(sql, [row for entity in old for row in identifier_rows(entity)])
    sql = "insert into entity_names (folded, entity_id, words, rank) values (?, ?, ?, ?)"
    connection.run_many(sql, [row for entity in new for row in name_rows(entity)])
    sql = "insert into entity_identifiers (scheme, identifier, entity_id) values (?, ?, ?)"
    connection.run_many(sql, [row for entity in new for row in identifier_rows(entity)])


def follow_links(
    connection: Connection, *, added: Sequence[EntityLink] = (), removed: Sequence[EntityLink] = ()
) -> None:
    """Links came or went; their annotations are there, before a link comes and after it went."""
    documents = _documents_of(connection, [link.annotation_id for link in (*added, *removed)])
    change = Counter((link.entity_id, documents[link.annotation_id]) for link in added)
    change.subtract((link.entity_id, documents[link.annotation_id]) for link in removed)
    rows = [(*pair, by) for pair, by in change.items() if by]
    sql = """insert into entity_documents (entity_id, document_id, count) values (?, ?, ?)
        on conflict do update set count = count + excluded.count"""
    connection.run_many(sql, rows)
    sql = "delete from entity_documents where entity_id = ? and document_id = ? and count = 0"
    connection.run_many(sql, [row[:2] for row in rows if row[2] < 0])


def fill(connection: Connection) -> None:
    """Derive everything anew, in a library that comes from a form without these tables."""
    for batch in _stored_entities(connection):
        follow_entities(connection, added=batch)
    connection.execute(
        """insert into entity_documents (entity_id, document_id, count) select entity_id, document_id, count(*)
        from entity_links join annotations on id = annotation_id group by 1, 2"""
    )


def problems(connection: Connection) -> Iterator[str]:
    """What is not as it follows from the entities and their links, in English."""
    if connection.row(_COUNTS_DIFFER) is not None:
        yield "The numbers of mentions kept by entity and document are not those of the links."
    for table, columns, derive in _DERIVED:
        if not _is_as_derived(connection, table, columns, derive):
            yield f"What {table} has is not what the entities say."


_DERIVED: tuple[tuple[str, tuple[str, ...], Callable[[Entity], Iterable[tuple[Value, ...]]]], ...] = (
    ("entity_names", ("folded", "entity_id", "words", "rank"), name_rows),
    ("entity_identifiers", ("scheme", "identifier", "entity_id"), identifier_rows),
)

_COUNTS_DIFFER = """
with counted as (select entity_id, document_id, count(*) as count from entity_links
    join annotations on id = annotation_id group by 1, 2)
select 1 from (select * from counted except select entity_id, document_id, count from entity_documents)
union all select 1 from (select entity_id, document_id, count from entity_documents except select * from counted)
limit 1"""


def _is_as_derived(
    connection: Connection,
    table: str,
    columns: Sequence[str],
    derive: Callable[[Entity], Iterable[tuple[Value, ...]]],
) -> bool:
    on = " and ".join(f"t.{column} = wanted.value ->> {place}" for place, column in enumerate(columns))
    sql = f"select count(*) from json_each(?) as wanted cross join {table} as t on {on}"
    count = 0
    for batch in _stored_entities(connection):
        rows = [row for entity in batch for row in derive(entity)]
        if int(connection.value(sql, [json.dumps(rows)])) != len(rows):
            return False
        count += len(rows)
    return int(connection.value(f"select count(*) from {table}")) == count


def _documents_of(connection: Connection, annotation_ids: Sequence[str]) -> dict[str, str]:
    sql = "select a.id, a.document_id from json_each(?) as wanted cross join annotations as a on a.id = wanted.value"
    return dict(connection.rows(sql, [json.dumps(annotation_ids)]))


def _stored_entities(connection: Connection) -> Iterator[list[Entity]]:
    """Every stored entity with what is derived from, in batches."""
    sql = f"""select rowid, id, name, aliases, translations, external_ids from entities
        where rowid > ? order by rowid limit {_BATCH}"""
    last = 0
    while rows := connection.rows(sql, [last]):
        last = rows[-1][0]
        yield [
            Entity(
                id=identity,
                name=name,
                aliases=unpacked_list(aliases),
                translations=unpacked(translations),
                external_ids=unpacked(external_ids),
            )
            for _, identity, name, aliases, translations, external_ids in rows
        ]
