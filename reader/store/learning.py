# SPDX-License-Identifier: GPL-3.0-or-later
"""What learning reads of a library and keeps in it: learned models, outcomes of suggestions, the edits since."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, cast

from reader.model.ids import DocumentId, TagId, now
from reader.model.outcome import Outcome, Score, SuggestionOutcome
from reader.model.suggestion import Suggestion
from reader.store.connection import Connection, Value
from reader.store.records import reading
from reader.store.suggestions import SuggestionPosition, insert_suggestions, remove_suggestions, suggestions_over
from reader.text.spans import Span

_SIDE = "'$.document_id', '$.start', '$.end', '$.tag_id', '$.quote', '$.prefix', '$.verdict'"
"""Of a record in the history what ``_side_of`` reads."""

_OUTCOME_COLUMNS = 'document_id, start, "end", tag_id, outcome, source, confidence, created'


@dataclass(frozen=True, slots=True)
class StoredModel:
    """A learned model as it lies in the library. ``version`` is the form of ``content``, or the edit it knows of."""

    name: str
    version: str
    content: bytes
    modified: str


@dataclass(frozen=True, slots=True)
class EditState:
    """An edit of the history: is it in force now, and its place in the order of undoing (0: never taken back)."""

    id: int
    is_done: bool
    turn: int


@dataclass(frozen=True, slots=True)
class DocumentScore:
    """The outcomes of one document counted; ``last`` is when the newest of them came."""

    document_id: DocumentId
    score: Score
    last: str


class MarkSide(NamedTuple):
    """An annotation or a decision as it was before or after an edit; ``verdict`` is "" for an annotation.

    ``before`` is what stands right before the quote, as far as it is known.
    """

    document_id: DocumentId
    start: int
    end: int
    tag_id: TagId
    quote: str
    before: str
    verdict: str


class ChangedMark(NamedTuple):
    """One change of an edit, with its row in the history."""

    row: int
    before: MarkSide | None
    after: MarkSide | None


class LearningRepository:
    """Reading methods may be used at any time, those that write inside ``Library.transaction()``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    # Models

    def model(self, name: str) -> StoredModel | None:
        row = self._connection.row("select name, version, content, modified from learned_models where name = ?", [name])
        return None if row is None else StoredModel(str(row[0]), str(row[1]), bytes(row[2]), str(row[3]))

    def model_names(self) -> list[str]:
        return [str(name) for (name,) in self._connection.rows("select name from learned_models order by name")]

    def version_of(self, name: str) -> str | None:
        """The version of the model alone, without its content."""
        version = self._connection.value("select version from learned_models where name = ?", [name])
        return None if version is None else str(version)

    def put_model(self, name: str, version: str, content: bytes) -> None:
        self._connection.execute(
            """insert into learned_models (name, version, content, modified) values (?1, ?2, ?3, ?4)
            on conflict do update set version = ?2, content = ?3, modified = ?4""",
            [name, version, content, now()],
        )

    def delete_model(self, name: str) -> None:
        self._connection.execute("delete from learned_models where name = ?", [name])

    # Edits

    def last_edit(self) -> tuple[int, int]:
        """The highest id and the highest turn of the history; 0 where there is none."""
        row = self._connection.row("select coalesce(max(id), 0), coalesce(max(turn), 0) from history")
        return int(row[0]), int(row[1])

    def edits_since(self, edit_id: int, turn: int, undone: Collection[int], limit: int) -> list[EditState]:
        """Up to ``limit`` edits newer than ``edit_id``, those taken back after ``turn``, those ``undone``; by id."""
        sql = """select id, state, coalesce(turn, 0) from history where id in
            (select id from (select id from history where id > ?1 order by id limit ?4)
            union select id from history where turn > ?2 union select value from json_each(?3)) order by id"""
        rows = self._connection.rows(sql, [edit_id, turn, json.dumps(sorted(undone)), limit])
        return [EditState(int(number), state == "done", int(turn)) for number, state, turn in rows]

    def undone_edits(self) -> list[int]:
        """Edits that are taken back and may be made again."""
        return [int(number) for (number,) in self._connection.rows("select id from history where state = 'undone'")]

    def sides_of(self, edit_id: int, after: int, limit: int) -> list[ChangedMark]:
        """What an edit did to annotations and decisions: up to ``limit`` changes behind row ``after``, in order."""
        sql = f"""select id, json_extract(before, {_SIDE}), json_extract(after, {_SIDE})
            from history_changes where edit_id = ? and id > ? and record in ('annotations', 'decisions')
            order by id limit ?"""
        rows = self._connection.rows(sql, [edit_id, after, limit])
        with reading(self._connection, "history_changes"):
            return [ChangedMark(int(row), _side_of(before), _side_of(end)) for row, before, end in rows]

    # What stands around a place

    def verdicts_over(self, document_id: DocumentId, span: Span) -> list[tuple[Span, TagId, bool]]:
        """Place and tag of every decision that begins in ``span``, and whether it was to accept."""
        sql = """select start, "end", tag_id, verdict = 'accepted' from decisions
            where document_id = ? and start >= ? and start < ? order by start, "end", tag_id"""
        rows = self._connection.rows(sql, [document_id, span.start, span.end])
        with reading(self._connection, "decisions"):
            return [(Span(start, end), TagId(tag), bool(accepted)) for start, end, tag, accepted in rows]

    def outcomes_over(self, document_id: DocumentId, span: Span) -> list[SuggestionOutcome]:
        """Outcomes of suggestions that begin in ``span``, in text order."""
        sql = f"""select {_OUTCOME_COLUMNS} from suggestion_outcomes
            where document_id = ? and start >= ? and start < ? order by start, "end", tag_id"""
        return self._outcomes(sql, [document_id, span.start, span.end])

    def open_count(self, document_id: DocumentId, above: float) -> int:
        """How many open suggestions the document has whose confidence is at least ``above``."""
        sql = """select count(*) from suggestions as s where s.document_id = ? and s.is_open = 1 and s.confidence >= ?
            and exists (select 1 from tags as t where t.id = s.tag_id)"""
        return int(self._connection.value(sql, [document_id, above]))

    def last_places(self, tag_id: TagId, limit: int) -> list[tuple[DocumentId, Span]]:
        """Where the tag was put last, up to ``limit`` places, the last first."""
        sql = """select a.document_id, a.start, a."end"
            from annotations as a join documents as d on d.id = a.document_id
            where a.tag_id = ? and d.state = 'ready' order by a.rowid desc limit ?"""
        return self._places(sql, [tag_id, limit])

    def some_places(self, tag_ids: Collection[TagId], limit: int, among: int) -> list[tuple[DocumentId, Span]]:
        """Up to ``limit`` places of these tags, evenly spread over the ``among`` annotations that were made last."""
        sql = """with recent as (select a.document_id, a.start, a."end", row_number() over (order by number) as place
                from (select rowid as number, * from annotations order by rowid desc limit ?) as a
                where a.tag_id in (select value from json_each(?)))
            select document_id, start, "end" from recent
            where place % max((select count(*) from recent) / ?, 1) = 0 order by place limit ?"""
        return self._places(sql, [among, json.dumps(sorted(tag_ids)), limit, limit])

    def decision_count(self) -> int:
        """How many decisions there are in the library. Cost: O(n)."""
        return int(self._connection.value("select count(*) from decisions"))

    # Outcomes

    def put_outcomes(self, outcomes: Iterable[SuggestionOutcome]) -> None:
        """Keep them, each in the place of an earlier one of the same place and tag."""
        kept = list(outcomes)
        self.delete_outcomes((each.document_id, each.span, each.tag_id) for each in kept)
        sql = f"insert into suggestion_outcomes ({_OUTCOME_COLUMNS}) values (?, ?, ?, ?, ?, ?, ?, ?)"
        self._connection.run_many(sql, [_row_of(each) for each in kept])

    def delete_outcomes(self, places: Iterable[tuple[DocumentId, Span, TagId]]) -> None:
        sql = 'delete from suggestion_outcomes where document_id = ? and start = ? and "end" = ? and tag_id = ?'
        self._connection.run_many(sql, [(document, span.start, span.end, tag) for document, span, tag in places])

    def forget_outcomes(self) -> None:
        """Let all running figures begin anew."""
        self._connection.execute("delete from suggestion_outcomes")

    def has_outcomes(self) -> bool:
        return self._connection.value("select 1 from suggestion_outcomes limit 1") is not None

    def outcomes_after(self, document_id: DocumentId, position: int, limit: int) -> list[tuple[int, SuggestionOutcome]]:
        """Up to ``limit`` outcomes of the document with their row ids, which exceed ``position``, in their order."""
        sql = f"""select id, {_OUTCOME_COLUMNS} from suggestion_outcomes
            where document_id = ? and id > ? order by id limit ?"""
        rows = self._connection.rows(sql, [document_id, position, limit])
        with reading(self._connection, "suggestion_outcomes"):
            return [(int(row[0]), _outcome_of(row[1:])) for row in rows]

    def scores_by_tag(self) -> dict[TagId, Score]:
        sql = "select tag_id, outcome, count(*) from suggestion_outcomes group by tag_id, outcome"
        counted: dict[TagId, dict[str, int]] = {}
        for tag_id, outcome, count in self._connection.rows(sql):
            counted.setdefault(TagId(tag_id), {})[outcome] = count
        return {tag_id: Score(**counts) for tag_id, counts in counted.items()}

    def scores_by_document(self, limit: int) -> list[DocumentScore]:
        """The documents worked on last, up to ``limit``, oldest of them first."""
        sql = """select document_id, max(created), sum(outcome = 'accepted'), sum(outcome = 'rejected'),
            sum(outcome = 'corrected'), sum(outcome = 'retagged'), sum(outcome = 'missed')
            from suggestion_outcomes group by document_id order by max(created) desc, max(id) desc limit ?"""
        found = [
            DocumentScore(
                DocumentId(document_id),
                Score(accepted=accepted, rejected=rejected, corrected=corrected, retagged=retagged, missed=missed),
                str(last),
            )
            for document_id, last, accepted, rejected, corrected, retagged, missed in self._connection.rows(
                sql, [limit]
            )
        ]
        return found[::-1]

    def documents_with_marks(self) -> list[DocumentId]:
        """Documents in which the user tagged or decided something, or once did; the oldest first."""
        sql = """select d.id from documents as d where d.state = 'ready' and (
            exists (select 1 from annotations as a where a.document_id = d.id)
            or exists (select 1 from decisions as v where v.document_id = d.id)
            or exists (select 1 from suggestion_outcomes as o where o.document_id = d.id))
            order by d.created, d.rowid"""
        return [DocumentId(identity) for (identity,) in self._connection.rows(sql)]

    # Suggestions made anew

    def suggestions_over(self, document_id: DocumentId, span: Span) -> list[Suggestion]:
        """Every cached suggestion sharing a character with ``span``, settled ones too, in text order."""
        return suggestions_over(self._connection, document_id, span)

    def replace_within(self, document_id: DocumentId, span: Span, suggestions: Iterable[Suggestion]) -> int:
        """Make the cached suggestions that lie in ``span`` these; how many were added, changed or removed.

        Touches only what differs. Suggestions that reach over the edge of the span stay; given ones that do are left
        out. Of two for the same place and tag the first one counts.
        """
        wanted: dict[SuggestionPosition, Suggestion] = {}
        for each in suggestions:
            if span.covers(each.span):
                wanted.setdefault(_position(each), each)
        present = {_position(each): each for each in self.suggestions_over(document_id, span) if span.covers(each.span)}
        gone = [place for place in present if place not in wanted]
        other = [each for place, each in wanted.items() if present.get(place) != each]
        changed = [_position(each) for each in other if _position(each) in present]
        remove_suggestions(self._connection, document_id, [*gone, *changed])
        insert_suggestions(self._connection, document_id, other)
        return len(gone) + len(other)

    def set_version(self, document_id: DocumentId, version: str) -> None:
        """Say that the document's suggestions, if they are complete, are those of this version."""
        sql = "update recognitions set version = ?, modified = ? where document_id = ? and complete = 1"
        self._connection.execute(sql, [version, now(), document_id])

    def _places(self, sql: str, parameters: Sequence[Value]) -> list[tuple[DocumentId, Span]]:
        rows = self._connection.rows(sql, parameters)
        with reading(self._connection, "annotations"):
            return [(DocumentId(str(document)), Span(start, end)) for document, start, end in rows]

    def _outcomes(self, sql: str, parameters: Sequence[Value]) -> list[SuggestionOutcome]:
        rows = self._connection.rows(sql, parameters)
        with reading(self._connection, "suggestion_outcomes"):
            return [_outcome_of(row) for row in rows]


def _side_of(packed_values: str | None) -> MarkSide | None:
    if packed_values is None:
        return None
    document_id, start, end, tag_id, quote, prefix, verdict = json.loads(packed_values)
    if document_id is None:
        return None
    return MarkSide(
        DocumentId(document_id), int(start), int(end), TagId(tag_id), quote, (prefix or "")[-1:], verdict or ""
    )


def _position(each: Suggestion) -> SuggestionPosition:
    return each.span.start, each.span.end, each.tag_id


def _row_of(each: SuggestionOutcome) -> tuple[Value, ...]:
    return (
        each.document_id,
        each.span.start,
        each.span.end,
        each.tag_id,
        each.outcome.value,
        each.source,
        each.confidence,
        each.created,
    )


def _outcome_of(row: Sequence[Value]) -> SuggestionOutcome:
    document_id, start, end, tag_id, outcome, source, confidence, created = row
    return SuggestionOutcome(
        document_id=DocumentId(str(document_id)),
        span=Span(cast("int", start), cast("int", end)),
        tag_id=TagId(str(tag_id)),
        outcome=Outcome(str(outcome)),
        source=str(source),
        confidence=cast("float", confidence),
        created=str(created),
    )
