# SPDX-License-Identifier: GPL-3.0-or-later
"""Every annotation in the library."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import cast

from reader.errors import EditConflict
from reader.model.annotation import Annotation
from reader.model.ids import AnnotationId, DocumentId, TagId
from reader.store.bins import bin_of, bins_over
from reader.store.connection import Value
from reader.store.records import Key, RecordTable, Row, as_json, packed, row_as_json, unpacked
from reader.store.suggestions import Place, settle_places
from reader.text.normalise import folded
from reader.text.spans import Span

Position = tuple[int, str]
"""Place of an annotation in the order of pages: its start and its id."""

_OVERLAPPING = """
with levels (lowest, highest) as (select value ->> 0, value ->> 1 from json_each(?))
select {columns} from levels cross join annotations as a
on a.document_id = ? and a.bin between levels.lowest and levels.highest and a.start < ? and a."end" > ?
order by a.start, a."end" desc, a.created, a.id"""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotationFilter:
    """Which annotations a list shows: those of these tags (None: all), this author ("": all), with this text.

    ``text`` is looked for in the quote and in the note, whatever their harakat, hamzas and the like: all are folded by
    the profile "search".
    """

    tag_ids: frozenset[TagId] | None = None
    author: str = ""
    text: str = ""


ALL = AnnotationFilter()


class AnnotationRepository(RecordTable[Annotation]):
    table = "annotations"
    noun = "annotation"
    columns = (
        "id", "document_id", "start", "end", "quote", "prefix", "suffix", "tag_id", "note", "attributes", "author",
        "created", "modified",
    )  # fmt: skip
    extra_columns = ("provenance", "folded", "bin", "checksum")

    def get(self, annotation_id: AnnotationId) -> Annotation:
        """The annotation.

        Raises:
            EditConflict: when it is there no more.
        """
        found = self.with_keys([(annotation_id,)])
        if not found:
            raise EditConflict(self.noun)
        return found[(annotation_id,)]

    def find(self, ids: Iterable[AnnotationId]) -> list[Annotation]:
        """Those of the annotations that exist, in the order of ``ids``."""
        wanted: list[Key] = [(annotation_id,) for annotation_id in ids]
        found = self.with_keys(wanted)
        return [found[key] for key in wanted if key in found]

    def overlapping(self, document_id: DocumentId, span: Span) -> list[Annotation]:
        """Annotations sharing a character with ``span``, in text order, longest first.

        Cost: that of what it finds, however many annotations the document has and however long they are.
        """
        sql = _OVERLAPPING.format(columns=self.selected("a"))
        return self._records(sql, [json.dumps(bins_over(span)), document_id, span.end, span.start])

    def on_span(self, document_id: DocumentId, span: Span) -> list[Annotation]:
        """Annotations on exactly this span, in the order they were made."""
        where = 'document_id = ? and bin = ? and start = ? and "end" = ? order by created, id'
        return self._where(where, [document_id, bin_of(span.start, span.end), span.start, span.end])

    def page_after(
        self,
        document_id: DocumentId,
        position: Position | None,
        limit: int,
        filter: AnnotationFilter = ALL,  # noqa: A002
    ) -> list[Annotation]:
        """Up to ``limit`` annotations in text order that follow ``position``; from the first one when it is None."""
        beyond = "1" if position is None else "(start, id) > (?, ?)"
        return self._page(document_id, beyond, position, filter, f"start, id limit {limit:d}")

    def page_before(
        self,
        document_id: DocumentId,
        position: Position | None,
        limit: int,
        filter: AnnotationFilter = ALL,  # noqa: A002
    ) -> list[Annotation]:
        """Up to ``limit`` annotations in text order that end before ``position``; the last ones when it is None."""
        beyond = "1" if position is None else "(start, id) < (?, ?)"
        return self._page(document_id, beyond, position, filter, f"start desc, id desc limit {limit:d}")[::-1]

    def count(self, document_id: DocumentId) -> int:
        sql = "select coalesce(sum(count), 0) from annotation_counts where document_id = ?"
        return int(self._connection.value(sql, [document_id]))

    def count_matching(self, document_id: DocumentId, filter: AnnotationFilter) -> int:  # noqa: A002
        """How many annotations of the document the filter lets through. Cost: O(n) if it has a text."""
        passes, values = _passes(filter)
        what, table = ("count(*)", "annotations") if filter.text else ("coalesce(sum(count), 0)", "annotation_counts")
        sql = f"select {what} from {table} where document_id = ? and {passes}"
        return int(self._connection.value(sql, [document_id, *values]))

    def counts_by_tag(self, document_id: DocumentId | None = None) -> dict[TagId, int]:
        """How many annotations each tag has in the document, or in the whole library; tags without any are left out."""
        where, values = ("1", []) if document_id is None else ("document_id = ?", [document_id])
        sql = f"select tag_id, sum(count) from annotation_counts where {where} group by tag_id"
        return {TagId(tag_id): count for tag_id, count in self._connection.rows(sql, values)}

    def counts_by_document(self) -> dict[DocumentId, int]:
        """How many annotations each document has; documents without any are left out."""
        sql = "select document_id, sum(count) from annotation_counts group by document_id"
        return {DocumentId(document_id): count for document_id, count in self._connection.rows(sql)}

    def authors(self, document_id: DocumentId) -> list[str]:
        """Who made annotations in the document, in order of name."""
        sql = "select distinct author from annotation_counts where document_id = ? order by author"
        return [str(author) for (author,) in self._connection.rows(sql, [document_id])]

    def by_tag(
        self,
        tag_id: TagId,
        *,
        after: tuple[DocumentId, int, str] | None = None,
        limit: int | None = None,
    ) -> list[Annotation]:
        """The tag's annotations in the whole library, by document and text order.

        ``after`` is document, start and id of the last one of the page before; ``limit`` None gives all at once.
        """
        beyond = "1" if after is None else "(document_id, start, id) > (?, ?, ?)"
        where = f"tag_id = ? and {beyond} order by document_id, start, id limit {-1 if limit is None else limit:d}"
        return self._where(where, [tag_id, *(after or ())])

    def identical(self, annotations: Sequence[Annotation]) -> dict[AnnotationId, AnnotationId]:
        """For each of the annotations that the library has already, the id of the one it has.

        The same is: document, span, tag and author are equal, and the new one brings neither a note nor attributes
        that the stored one lacks.
        """
        wanted = [
            [a.document_id, bin_of(a.span.start, a.span.end), a.span.start, a.span.end, a.tag_id, a.author, a.note,
             packed(a.attributes), a.id]
            for a in annotations
        ]  # fmt: skip
        sql = """select w.value ->> 8, a.id from json_each(?) as w cross join annotations as a
            on a.document_id = w.value ->> 0 and a.bin = w.value ->> 1 and a.start = w.value ->> 2
            and a."end" = w.value ->> 3 and a.tag_id = w.value ->> 4 and a.author = w.value ->> 5
            and (w.value ->> 6 = '' or a.note = w.value ->> 6)
            and (w.value ->> 7 = '{}' or a.attributes = w.value ->> 7)
            where a.id <> w.value ->> 8"""
        rows = self._connection.rows(sql, [as_json(wanted)])
        return {AnnotationId(new): AnnotationId(old) for new, old in rows}

    def insert(self, records: Sequence[Annotation]) -> None:
        super().insert(records)
        self._follow(added=records)

    def update(self, before: Sequence[Annotation], after: Sequence[Annotation]) -> None:
        super().update(before, after)
        self._follow(added=after, removed=before)

    def delete(self, records: Sequence[Annotation]) -> None:
        super().delete(records)
        self._follow(removed=records)

    def row_of(self, record: Annotation) -> Row:
        return (
            record.id,
            record.document_id,
            record.span.start,
            record.span.end,
            record.quote,
            record.prefix,
            record.suffix,
            record.tag_id,
            record.note,
            packed(record.attributes),
            record.author,
            record.created,
            record.modified,
        )

    def record_of(self, row: Sequence[Value]) -> Annotation:
        (
            identity,
            document_id,
            start,
            end,
            quote,
            prefix,
            suffix,
            tag_id,
            note,
            attributes,
            author,
            created,
            modified,
        ) = row
        return Annotation(
            id=AnnotationId(cast("str", identity)),
            document_id=DocumentId(cast("str", document_id)),
            span=Span(cast("int", start), cast("int", end)),
            quote=cast("str", quote),
            prefix=cast("str", prefix),
            suffix=cast("str", suffix),
            tag_id=TagId(cast("str", tag_id)),
            note=cast("str", note),
            attributes=unpacked(cast("str", attributes)),
            author=cast("str", author),
            created=cast("str", created),
            modified=cast("str", modified),
        )

    def extras(self, record: Annotation) -> Row:
        provenance = dict(record.attributes).get("provenance", "")
        place = bin_of(record.span.start, record.span.end)
        return provenance, searched_text(record.quote, record.note), place, checksum_of(self.row_of(record))

    def key_of(self, record: Annotation) -> Key:
        return (record.id,)

    def _follow(self, *, added: Sequence[Annotation] = (), removed: Sequence[Annotation] = ()) -> None:
        """Keep the numbers true by which ``count`` and its like answer at once, and which suggestions are open."""
        settle_places(self._connection, [_place_of(annotation) for annotation in (*removed, *added)])
        change = Counter((a.document_id, a.tag_id, a.author) for a in added)
        change.subtract((a.document_id, a.tag_id, a.author) for a in removed)
        rows = [(*place, by) for place, by in change.items() if by]
        sql = """insert into annotation_counts (document_id, tag_id, author, count) values (?, ?, ?, ?)
            on conflict do update set count = count + excluded.count"""
        self._connection.run_many(sql, rows)
        sql = "delete from annotation_counts where document_id = ? and tag_id = ? and author = ? and count = 0"
        self._connection.run_many(sql, [row[:3] for row in rows if row[3] < 0])

    def _page(
        self,
        document_id: DocumentId,
        beyond: str,
        position: Position | None,
        filter: AnnotationFilter,  # noqa: A002
        order: str,
    ) -> list[Annotation]:
        passes, values = _passes(filter)
        where = f"document_id = ? and {beyond} and {passes} order by {order}"
        return self._where(where, [document_id, *(position or ()), *values])

    def _where(self, where: str, parameters: Sequence[Value]) -> list[Annotation]:
        return self._records(f"select {self.selected()} from annotations where {where}", parameters)


def _place_of(annotation: Annotation) -> Place:
    return annotation.document_id, annotation.span.start, annotation.span.end, annotation.tag_id


def _passes(filter: AnnotationFilter) -> tuple[str, list[Value]]:  # noqa: A002
    """The filter as a condition and its parameters."""
    conditions, values = ["1"], list[Value]()
    if filter.tag_ids is not None:
        conditions.append("tag_id in (select value from json_each(?))")
        values.append(json.dumps(sorted(filter.tag_ids)))
    if filter.author:
        conditions.append("author = ?")
        values.append(filter.author)
    if filter.text:
        conditions.append("instr(folded, ?)")
        values.append(folded(filter.text, "search"))
    return " and ".join(conditions), values


def searched_text(quote: str, note: str) -> str:
    """What a filter's text is looked for in: quote and note folded, parted by a character that no query has."""
    return folded(quote, "search") + "\x00" + folded(note, "search")


def checksum_of(row: Sequence[Value]) -> str:
    """What tells that a stored annotation has been changed by anything but this program.

    BLAKE2b (RFC 7693) of 8 bytes, hexadecimal, over the JSON list of the values of ``AnnotationRepository.columns``.
    """
    text = row_as_json(row)
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
