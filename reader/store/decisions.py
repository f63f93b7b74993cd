# SPDX-License-Identifier: GPL-3.0-or-later
"""What the user decided about suggestions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from reader.model.ids import DocumentId, TagId
from reader.model.suggestion import Decision, Verdict
from reader.store.connection import Value
from reader.store.records import Key, RecordTable, Row
from reader.store.suggestions import settle_places
from reader.text.spans import Span


class DecisionRepository(RecordTable[Decision]):
    """One decision at most for each place and tag; it stays when the recogniser changes its mind."""

    table = "decisions"
    noun = "decision"
    columns = ("document_id", "start", "end", "quote", "tag_id", "verdict", "author", "created")
    key_columns = ("document_id", "start", "end", "tag_id")

    def of_document(self, document_id: DocumentId) -> list[Decision]:
        """The document's decisions in text order."""
        return self._where('document_id = ? order by start, "end", tag_id', [document_id])

    def by_tag(self, tag_id: TagId) -> list[Decision]:
        return self._where('tag_id = ? order by document_id, start, "end"', [tag_id])

    def find(self, document_id: DocumentId, span: Span, tag_id: TagId) -> Decision | None:
        """The decision on this place and tag, if there is one."""
        where = 'document_id = ? and start = ? and "end" = ? and tag_id = ?'
        found = self._where(where, [document_id, span.start, span.end, tag_id])
        return found[0] if found else None

    def insert(self, records: Sequence[Decision]) -> None:
        super().insert(records)
        self._settle(records)

    def delete(self, records: Sequence[Decision]) -> None:
        super().delete(records)
        self._settle(records)

    def _settle(self, records: Sequence[Decision]) -> None:
        places = [(each.document_id, each.span.start, each.span.end, each.tag_id) for each in records]
        settle_places(self._connection, places)

    def row_of(self, record: Decision) -> Row:
        return (
            record.document_id,
            record.span.start,
            record.span.end,
            record.quote,
            record.tag_id,
            record.verdict.value,
            record.author,
            record.created,
        )

    def record_of(self, row: Sequence[Value]) -> Decision:
        document_id, start, end, quote, tag_id, verdict, author, created = row
        return Decision(
            document_id=DocumentId(str(document_id)),
            span=Span(cast("int", start), cast("int", end)),
            quote=str(quote),
            tag_id=TagId(str(tag_id)),
            verdict=Verdict(str(verdict)),
            author=str(author),
            created=str(created),
        )

    def key_of(self, record: Decision) -> Key:
        return record.document_id, record.span.start, record.span.end, record.tag_id

    def _where(self, where: str, parameters: Sequence[Value]) -> list[Decision]:
        return self._records(f"select {self.selected()} from decisions where {where}", parameters)
