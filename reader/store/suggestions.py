# SPDX-License-Identifier: GPL-3.0-or-later
"""What recognisers proposed: a cache, filled in slices, that may be thrown away at any time."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import AbstractContextManager
from itertools import islice
from typing import Any, cast

from reader.model.ids import DocumentId, TagId, now
from reader.model.suggestion import Suggestion
from reader.store.bins import bin_of, bins_over
from reader.store.connection import Connection, Value
from reader.store.records import reading
from reader.text.spans import Span

SuggestionPosition = tuple[int, int, str]
"""Place of a suggestion in the order of pages: its start, its end, its tag."""

_SLICE = 5000
_COLUMNS = 's.start, s."end", s.quote, s.tag_id, s.source, s.confidence, s.reason, s.value, s.entity'
_IS_UNDECIDED = """not exists (select 1 from decisions as d where d.document_id = s.document_id
    and d.start = s.start and d."end" = s."end" and d.tag_id = s.tag_id)
and not exists (select 1 from annotations as a where a.document_id = s.document_id and a.bin = s.bin
    and a.start = s.start and a."end" = s."end" and a.tag_id = s.tag_id)"""
_IS_SHOWN = "s.is_open = 1 and exists (select 1 from tags as t where t.id = s.tag_id)"

Place = tuple[str, int, int, str]
"""Document, start, end and tag of a suggestion, a decision or an annotation."""


def settle_places(connection: Connection, places: Iterable[Place]) -> None:
    """Close the suggestions on these places that are now decided about or annotated, and open those that no longer are.

    To be called, in the same transaction, by whoever writes decisions or annotations.
    """
    where = 's.document_id = ? and s.start = ? and s."end" = ? and s.tag_id = ?'
    connection.run_many(f"update suggestions as s set is_open = ({_IS_UNDECIDED}) where {where}", places)


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
        self.begin(document_id, source_version)
        self.append(document_id, suggestions)
        self.finish(document_id)

    def begin(self, document_id: DocumentId, source_version: str) -> None:
        """Forget the document's suggestions; those of ``source_version`` follow by ``append`` and ``finish``."""
        with self._transaction():
            self._connection.execute("delete from suggestions where document_id = ?", [document_id])
            self._set_state(document_id, source_version, complete=False)

    def append(self, document_id: DocumentId, suggestions: Iterable[Suggestion]) -> None:
        """Add suggestions; of two for the same place and tag the first one stays."""
        rows = (_row_of(document_id, suggestion) for suggestion in suggestions)
        sql = """insert or ignore into suggestions
            (document_id, start, "end", quote, tag_id, source, confidence, reason, value, entity, bin, is_open)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)"""
        while piece := list(islice(rows, _SLICE)):
            with self._transaction():
                self._connection.run_many(sql, piece)
                settle_places(self._connection, [(row[0], row[1], row[2], row[4]) for row in piece])

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

    def open_overlapping(self, document_id: DocumentId, span: Span) -> list[Suggestion]:
        """Open suggestions sharing a character with ``span``, in text order, longest first."""
        sql = f"""with levels (lowest, highest) as (select value ->> 0, value ->> 1 from json_each(?))
            select {_COLUMNS} from levels cross join suggestions as s
            on s.document_id = ? and s.bin between levels.lowest and levels.highest and s.start < ? and s."end" > ?
            where {_IS_SHOWN} order by s.start, s."end" desc, s.tag_id"""
        return self._suggestions(sql, [json.dumps(bins_over(span)), document_id, span.end, span.start])

    def open_page_after(
        self,
        document_id: DocumentId,
        position: SuggestionPosition | None,
        limit: int,
        tag_ids: Collection[TagId] | None = None,
    ) -> list[Suggestion]:
        """Up to ``limit`` open suggestions in order of start, end and tag that follow ``position``."""
        return self._page(document_id, position, limit, tag_ids, backwards=False)

    def open_page_before(
        self,
        document_id: DocumentId,
        position: SuggestionPosition | None,
        limit: int,
        tag_ids: Collection[TagId] | None = None,
    ) -> list[Suggestion]:
        """Up to ``limit`` open suggestions in order of start, end and tag that end before ``position``."""
        return self._page(document_id, position, limit, tag_ids, backwards=True)[::-1]

    def counts(self, document_id: DocumentId) -> dict[TagId, int]:
        """How many open suggestions each tag has in the document; tags without any are left out."""
        sql = """select t.id, (select count(*) from suggestions as s
                where s.document_id = ? and s.tag_id = t.id and s.is_open = 1) as number
            from tags as t where number > 0"""
        return {TagId(tag_id): count for tag_id, count in self._connection.rows(sql, [document_id])}

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
        tag_ids: Collection[TagId] | None,
        *,
        backwards: bool,
    ) -> list[Suggestion]:
        beyond = "1" if position is None else f'(s.start, s."end", s.tag_id) {"<" if backwards else ">"} (?, ?, ?)'
        among = "1" if tag_ids is None else "s.tag_id in (select value from json_each(?))"
        way = "desc" if backwards else "asc"
        sql = f"""select {_COLUMNS} from suggestions as s indexed by open_suggestions_in_order
            where s.document_id = ? and {beyond} and {among} and {_IS_SHOWN}
            order by s.start {way}, s."end" {way}, s.tag_id {way} limit ?"""
        tags = [] if tag_ids is None else [json.dumps(sorted(tag_ids))]
        return self._suggestions(sql, [document_id, *(position or ()), *tags, limit])

    def _suggestions(self, sql: str, parameters: Sequence[Value]) -> list[Suggestion]:
        rows = self._connection.rows(sql, parameters)
        with reading(self._connection, "suggestions"):
            return [_suggestion_of(row) for row in rows]


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
        bin_of(suggestion.span.start, suggestion.span.end),
    )


def _suggestion_of(row: Sequence[Value]) -> Suggestion:
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
