# SPDX-License-Identifier: GPL-3.0-or-later
"""What recognisers proposed: a cache, filled in slices, that may be thrown away at any time."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from itertools import islice
from typing import Any, cast

from reader.model.ids import DocumentId, TagId, now
from reader.model.suggestion import (
    EVERY_SUGGESTION,
    Suggestion,
    SuggestionFilter,
    SuggestionGroup,
    SuggestionOrder,
    group_of,
)
from reader.store.bins import bin_of, bins_over
from reader.store.connection import Connection, Value
from reader.store.records import reading
from reader.text.normalise import folded
from reader.text.spans import Span

SuggestionPosition = tuple[int, int, str]
"""Place of a suggestion in the order of pages: its start, its end, its tag."""

_SLICE = 200
"""Rows written in one transaction: some milliseconds, so that nobody who saves a tag meanwhile waits for longer."""
_PAUSE_S = 0.01
"""Between two slices others get their turn: SQLite has no queue, whoever asks again at once has the lock again."""
COLUMNS = 's.start, s."end", s.quote, s.tag_id, s.source, s.confidence, s.reason, s.value, s.entity'
"""What ``suggestion_of`` reads, of ``suggestions as s``."""

_IS_UNDECIDED = """not exists (select 1 from decisions as d where d.document_id = s.document_id
    and d.start = s.start and d."end" = s."end" and d.tag_id = s.tag_id)
and not exists (select 1 from annotations as a where a.document_id = s.document_id and a.bin = s.bin
    and a.start = s.start and a."end" = s."end" and a.tag_id = s.tag_id)"""
_BY_GROUP = "indexed by open_suggestions_by_group"
_IS_SHOWN = "s.is_open = 1 and exists (select 1 from tags as t where t.id = s.tag_id)"

_WORTH = "s.confidence * (1 - s.confidence) * s.confidence * (1 - s.confidence) * m.number"
"""What an answer teaches, as in reader.recognisers.learning.usefulness: how open the question is, times the square root
of those it speaks for. Here squared, and by Gini's measure for entropy: SQL has no roots and logarithms."""

Place = tuple[str, int, int, str]
"""Document, start, end and tag of a suggestion, a decision or an annotation."""


def settle_places(connection: Connection, places: Iterable[Place]) -> None:
    """Close the suggestions on these places that are now decided about or annotated, and open those that no longer are.

    To be called, in the same transaction, by whoever writes decisions or annotations.
    """
    where = 's.document_id = ? and s.start = ? and s."end" = ? and s.tag_id = ?'
    stale = f"s.is_open is not ({_IS_UNDECIDED})"  # one that is right already is not written again
    connection.run_many(f"update suggestions as s set is_open = 1 - s.is_open where {where} and {stale}", places)


def insert_suggestions(connection: Connection, document_id: DocumentId, suggestions: Sequence[Suggestion]) -> None:
    """Add suggestions to the cache, open where nothing is decided; one that is there already stays as it is.

    To be called inside a transaction.
    """
    sql = """insert or ignore into suggestions (document_id, start, "end", quote, tag_id, source, confidence,
        reason, value, entity, folded, group_key, bin, is_open)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)"""
    rows = [_row_of(document_id, suggestion) for suggestion in suggestions]
    connection.run_many(sql, rows)
    settle_places(connection, [(row[0], row[1], row[2], row[4]) for row in rows])


def suggestions_over(connection: Connection, document_id: DocumentId, span: Span) -> list[Suggestion]:
    """Every cached suggestion sharing a character with ``span``, settled ones too, in text order, longest first."""
    sql = f"""with levels (lowest, highest) as (select value ->> 0, value ->> 1 from json_each(?))
        select {COLUMNS} from levels cross join suggestions as s
        on s.document_id = ? and s.bin between levels.lowest and levels.highest and s.start < ? and s."end" > ?
        order by s.start, s."end" desc, s.tag_id"""
    rows = connection.rows(sql, [json.dumps(bins_over(span)), document_id, span.end, span.start])
    with reading(connection, "suggestions"):
        return [suggestion_of(row) for row in rows]


def remove_suggestions(connection: Connection, document_id: DocumentId, places: Iterable[SuggestionPosition]) -> None:
    """Take suggestions out of the cache. To be called inside a transaction."""
    where = 'document_id = ? and start = ? and "end" = ? and tag_id = ?'
    connection.run_many(f"delete from suggestions where {where}", [(document_id, *place) for place in places])


class SuggestionRepository:
    """The cached suggestions of each document.

    A suggestion is open when its tag exists, the user has not decided about it and no annotation with its tag stands
    on its span. Filling the cache commits by itself, in slices; it is no edit and no part of the history.
    """

    def __init__(self, connection: Connection, transaction: Callable[[], AbstractContextManager[None]]) -> None:
        self._connection = connection
        self._transaction = transaction

    def replace(self, document_id: DocumentId, source_version: str, suggestions: Iterable[Suggestion]) -> None:
        """Put these suggestions in the place of those cached before, in one go."""
        with self._transaction():
            self._connection.execute("delete from suggestions where document_id = ?", [document_id])
            self._set_state(document_id, source_version, complete=False)
            insert_suggestions(self._connection, document_id, list(suggestions))
        self.finish(document_id)

    def begin(self, document_id: DocumentId, source_version: str) -> None:
        """Forget the document's suggestions; those of ``source_version`` follow by ``append`` and ``finish``."""
        with self._transaction():
            self._set_state(document_id, source_version, complete=False)
            last = self._delete_slice(document_id)
        while not last:
            time.sleep(_PAUSE_S)
            with self._transaction():
                last = self._delete_slice(document_id)

    def _delete_slice(self, document_id: DocumentId) -> bool:
        """Delete the first suggestions there are; True when none is left."""
        sql = "select start from suggestions where document_id = ? order by start limit 1 offset ?"
        behind = self._connection.value(sql, [document_id, _SLICE])
        before = "1" if behind is None else "start <= ?"
        values = [document_id] if behind is None else [document_id, behind]
        self._connection.execute(f"delete from suggestions where document_id = ? and {before}", values)
        return behind is None

    def append(self, document_id: DocumentId, suggestions: Iterable[Suggestion]) -> None:
        """Add suggestions; of two for the same place and tag the first one stays. Slow: others get their turns."""
        rest = iter(suggestions)
        piece = list(islice(rest, _SLICE))
        while piece:
            with self._transaction():
                insert_suggestions(self._connection, document_id, piece)
            if piece := list(islice(rest, _SLICE)):
                time.sleep(_PAUSE_S)

    def finish(self, document_id: DocumentId) -> None:
        """The document's suggestions are complete."""
        with self._transaction():
            self._connection.execute(
                "update recognitions set complete = 1, modified = ? where document_id = ?", [now(), document_id]
            )

    def version_of(self, document_id: DocumentId) -> str | None:
        """The version of the recognisers whose suggestions are cached completely, or None."""
        sql = "select version from recognitions where document_id = ? and complete = 1"
        version = self._connection.value(sql, [document_id])
        return None if version is None else str(version)

    def open_overlapping(self, document_id: DocumentId, span: Span, *, least: float = 0.0) -> list[Suggestion]:
        """Open suggestions sharing a character with ``span``, in text order, longest first.

        ``least`` is the lowest confidence that counts.
        """
        sql = f"""with levels (lowest, highest) as (select value ->> 0, value ->> 1 from json_each(?))
            select {COLUMNS} from levels cross join suggestions as s
            on s.document_id = ? and s.bin between levels.lowest and levels.highest and s.start < ? and s."end" > ?
            where s.confidence >= ? and {_IS_SHOWN} order by s.start, s."end" desc, s.tag_id"""
        return self._suggestions(sql, [json.dumps(bins_over(span)), document_id, span.end, span.start, least])

    def open_page_after(
        self,
        document_id: DocumentId,
        position: SuggestionPosition | None,
        limit: int,
        wanted: SuggestionFilter = EVERY_SUGGESTION,
    ) -> list[Suggestion]:
        """Up to ``limit`` open suggestions in order of start, end and tag that follow ``position``."""
        return self._page(document_id, position, limit, wanted, backwards=False)

    def open_page_before(
        self,
        document_id: DocumentId,
        position: SuggestionPosition | None,
        limit: int,
        wanted: SuggestionFilter = EVERY_SUGGESTION,
    ) -> list[Suggestion]:
        """Up to ``limit`` open suggestions in order of start, end and tag that end before ``position``."""
        return self._page(document_id, position, limit, wanted, backwards=True)[::-1]

    def open_ranked(
        self,
        document_id: DocumentId,
        order: SuggestionOrder,
        limit: int,
        wanted: SuggestionFilter = EVERY_SUGGESTION,
    ) -> list[Suggestion]:
        """The first ``limit`` open suggestions in an order of rank, equals in text order. Cost: O(n) of all."""
        where, values = _conditions(wanted)
        if order is SuggestionOrder.CONFIDENCE:
            sql = f"""select {COLUMNS} from suggestions as s not indexed
                where s.document_id = ? and {where} and {_IS_SHOWN}
                order by s.confidence desc, s.start, s."end", s.tag_id limit ?"""
            return self._suggestions(sql, [document_id, *values, limit])
        sql = f"""with mentions as materialized (select tag_id, group_key, count(*) as number
                from suggestions as s {_BY_GROUP} where s.document_id = ? and s.is_open = 1 group by tag_id, group_key)
            select {COLUMNS} from suggestions as s not indexed
            join mentions as m on m.tag_id = s.tag_id and m.group_key = s.group_key
            where s.document_id = ? and {where} and {_IS_SHOWN}
            order by {_WORTH} desc, s.start, s."end", s.tag_id limit ?"""
        return self._suggestions(sql, [document_id, document_id, *values, limit])

    def open_groups(
        self,
        document_id: DocumentId,
        after: SuggestionGroup | None,
        limit: int,
        wanted: SuggestionFilter = EVERY_SUGGESTION,
    ) -> list[SuggestionGroup]:
        """Up to ``limit`` groups of open suggestions, the largest first, that follow ``after``. Cost: O(n)."""
        where, values = _conditions(wanted)
        beyond, place = "1", tuple[Value, ...]()
        if after is not None:
            beyond = "(-number, first, s.tag_id, s.group_key) > (?, ?, ?, ?)"
            place = (-after.count, after.first, after.tag_id, after.key)
        sql = f"""with groups as materialized (
                select s.tag_id, s.group_key, count(*) as number, max(s.confidence) as best, min(s.start) as first
                from suggestions as s {_BY_GROUP if not wanted.text else ""}
                where s.document_id = ? and {where} and {_IS_SHOWN} group by s.tag_id, s.group_key
                having {beyond} order by number desc, first, s.tag_id, s.group_key limit ?)
            select g.tag_id, g.group_key, number, best, first, (select coalesce(nullif(n.entity, ''), n.quote)
                from suggestions as n where n.document_id = ? and n.start = g.first and n.tag_id = g.tag_id
                and n.group_key = g.group_key order by n."end" desc limit 1)
            from groups as g order by number desc, first, g.tag_id, g.group_key"""
        rows = self._connection.rows(sql, [document_id, *values, *place, limit, document_id])
        return [
            SuggestionGroup(tag_id=TagId(tag_id), key=key, name=name, count=count, best=best, first=first)
            for tag_id, key, count, best, first, name in rows
        ]

    def open_members(  # noqa: PLR0917 - the order in which one says it
        self,
        document_id: DocumentId,
        tag_id: TagId,
        group: str,
        position: SuggestionPosition | None,
        limit: int,
        wanted: SuggestionFilter = EVERY_SUGGESTION,
    ) -> list[Suggestion]:
        """Up to ``limit`` open suggestions of one group, in text order, that follow ``position``."""
        where, values = _conditions(wanted)
        start, end, _ = position or (-1, 0, "")
        sql = f"""select {COLUMNS} from suggestions as s {_BY_GROUP} where s.document_id = ? and s.tag_id = ?
            and s.group_key = ? and (s.start, s."end") > (?, ?) and {where} and {_IS_SHOWN}
            order by s.start, s."end" limit ?"""
        return self._suggestions(sql, [document_id, tag_id, group, start, end, *values, limit])

    def count(self, document_id: DocumentId, wanted: SuggestionFilter, limit: int | None = None) -> int:
        """How many open suggestions are meant; counting stops at ``limit``. Cost: O(n) of those looked at."""
        where, values = _conditions(wanted)
        index = _BY_GROUP if wanted.group and wanted.tag_ids and not wanted.text else ""
        sql = f"""select count(*) from (select 1 from suggestions as s {index}
            where s.document_id = ? and {where} and {_IS_SHOWN} limit ?)"""
        return int(self._connection.value(sql, [document_id, *values, -1 if limit is None else limit]))

    def counts(self, document_id: DocumentId, *, least: float = 0.0) -> dict[TagId, int]:
        """How many open suggestions each tag has in the document; tags without any are left out."""
        sql = f"""select t.id, (select count(*) from suggestions as s {_BY_GROUP}
                where s.document_id = ? and s.tag_id = t.id and s.confidence >= ? and s.is_open = 1) as number
            from tags as t where number > 0"""
        return {TagId(tag_id): count for tag_id, count in self._connection.rows(sql, [document_id, least])}

    def _set_state(self, document_id: DocumentId, version: str, *, complete: bool) -> None:
        self._connection.execute(
            """insert into recognitions (document_id, version, complete, modified) values (?1, ?2, ?3, ?4)
            on conflict do update set version = ?2, complete = ?3, modified = ?4""",
            [document_id, version, int(complete), now()],
        )

    def _page(
        self,
        document_id: DocumentId,
        position: SuggestionPosition | None,
        limit: int,
        wanted: SuggestionFilter,
        *,
        backwards: bool,
    ) -> list[Suggestion]:
        beyond = "1" if position is None else f'(s.start, s."end", s.tag_id) {"<" if backwards else ">"} (?, ?, ?)'
        where, values = _conditions(wanted)
        way = "desc" if backwards else "asc"
        sql = f"""select {COLUMNS} from suggestions as s indexed by open_suggestions_in_order
            where s.document_id = ? and {beyond} and {where} and {_IS_SHOWN}
            order by s.start {way}, s."end" {way}, s.tag_id {way} limit ?"""
        return self._suggestions(sql, [document_id, *(position or ()), *values, limit])

    def _suggestions(self, sql: str, parameters: Sequence[Value]) -> list[Suggestion]:
        rows = self._connection.rows(sql, parameters)
        with reading(self._connection, "suggestions"):
            return [suggestion_of(row) for row in rows]


def _conditions(wanted: SuggestionFilter) -> tuple[str, list[Value]]:
    """What a filter asks for, as SQL over ``suggestions as s``, and its parameters."""
    conditions, values = list[str](), list[Value]()
    if wanted.tag_ids is not None:
        conditions.append("s.tag_id in (select value from json_each(?))")
        values.append(json.dumps(sorted(wanted.tag_ids)))
    if wanted.least > 0:
        conditions.append("s.confidence >= ?")
        values.append(wanted.least)
    if wanted.below is not None:
        conditions.append("s.confidence < ?")
        values.append(wanted.below)
    if wanted.group:
        conditions.append("s.group_key = ?")
        values.append(wanted.group)
    if wanted.text:
        conditions.append("(instr(s.folded, ?) or instr(s.group_key, ?))")
        values += [folded(wanted.text, "search")] * 2
    if wanted.within is not None:
        conditions.append("s.start >= ? and s.start < ?")
        values += [wanted.within.start, wanted.within.end]
    return " and ".join(conditions) or "1", values


def _row_of(document_id: DocumentId, suggestion: Suggestion) -> tuple[Any, ...]:
    return (
        document_id,
        suggestion.span.start,
        suggestion.span.end,
        suggestion.quote,
        suggestion.tag_id,
        suggestion.source,
        suggestion.confidence,
        suggestion.reason,
        suggestion.value,
        suggestion.entity,
        folded(suggestion.quote, "search"),
        group_of(suggestion),
        bin_of(suggestion.span.start, suggestion.span.end),
    )


def suggestion_of(row: Sequence[Value]) -> Suggestion:
    start, end, quote, tag_id, source, confidence, reason, value, entity = row
    return Suggestion(
        span=Span(cast("int", start), cast("int", end)),
        quote=str(quote),
        tag_id=TagId(str(tag_id)),
        source=str(source),
        confidence=cast("float", confidence),
        reason=str(reason),
        value=str(value),
        entity=str(entity),
    )
