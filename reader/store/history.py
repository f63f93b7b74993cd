# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits: applied all or nothing, kept for ever, taken back and made again, also after a restart."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, NamedTuple, cast

from reader.errors import EditConflict
from reader.model.annotation import Annotation, Relation
from reader.model.document import Document
from reader.model.edit import Changes, Edit, Record, RecordChange
from reader.model.entity import Entity, EntityLink, EntityRefusal
from reader.model.ids import AnnotationId, DocumentId, new_id, now
from reader.model.reading import ReadingChoice
from reader.model.structure import StoredBlock
from reader.model.suggestion import Decision
from reader.model.tagset import Tag, Tagset
from reader.model.term import Term, TermBase, TermDismissal
from reader.model.vocabulary import Card, WordState
from reader.store.connection import Connection, IntegrityError, Value
from reader.store.history_texts import keep_texts, places_are_true, refuse_other_texts, text_changes, texts_touched
from reader.store.records import Key, RecordTable, named_row_as_json, reading
from reader.text.chunks import ChunkedText

_BATCH = 2000

_Found = tuple[int, str, str | None, int]

Heed = Callable[[int, int], None]
"""Told how far a large edit is, ``(done, total)``; what it raises has all of the edit taken back."""

_Told = Callable[[int], None]
_Step = Callable[[int, Sequence[RecordChange], _Told], Sequence[RecordChange]]

Tables = dict[type[Any], RecordTable[Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryEntry:
    """One edit of the past. ``state`` is ``"done"``, ``"undone"`` or ``"dropped"``: taken back and out of redo's reach.

    ``id`` grows with each edit and is the order of the history; ``created`` is for people.
    """

    id: int
    name: str
    document_id: DocumentId | None
    author: str
    created: str
    changes: int
    state: str


class Session(NamedTuple):
    """Whose edits undo takes back. Given to another connection, that one goes on with the same session.

    ``edits_before`` and ``turns_before`` tell what was there when it began.
    """

    id: str
    edits_before: int
    turns_before: int


def nobody_heeds(_done: int, _total: int) -> None:
    return


class History:
    """The library's edits, seen from one session.

    Undo takes the newest edit not yet undone that is of this session or was made before the session began, so that two
    windows do not take back each other's work. Redo takes the last one undone, by the same rule. A new edit ends the
    line of redo; nothing is ever deleted.
    """

    def __init__(
        self,
        connection: Connection,
        tables: Tables,
        transaction: Callable[[], AbstractContextManager[None]],
        session: Session | None,
        open_text: Callable[[DocumentId], ChunkedText],
    ) -> None:
        self._connection = connection
        self._open_text = open_text
        self._tables = tables
        self._kinds = {table.table: table for table in tables.values()}
        self._transaction = transaction
        self.session = session or self._new_session()

    def _new_session(self) -> Session:
        before = self._connection.row("select coalesce(max(id), 0), coalesce(max(turn), 0) from history")
        return Session(new_id(), *before)

    def apply(self, edit: Edit, *, author: str, heed: Heed = nobody_heeds) -> Changes:
        """Apply the edit and keep it, in one transaction, which ends as if it had not begun when ``heed`` raises.

        An annotation that the library has already (``AnnotationRepository.identical``) is left out of the edit; an
        edit of which nothing is left changes nothing and is not kept.

        Raises:
            EditConflict: when a stored record is not what the edit started from; nothing is changed then.
        """
        with self._transaction():
            changes = self._without_duplicates(edit.changes)
            if not changes:
                return Changes()
            total = 2 * len(changes)
            self._write(changes, lambda done: heed(done, total))
            places_are_true(self._connection, changes, self._open_text)
            self._drop_redo()
            self._keep(edit, changes, author, lambda done: heed(len(changes) + done, total))
        return touched_by(changes, edit.document_id)

    def undo(self, heed: Heed = nobody_heeds) -> Changes:
        """Take the last edit back; no changes when there is none.

        Raises:
            EditConflict: when what it changed has been changed elsewhere since. It stays as it is, and the next undo
                takes the edit before it.
        """
        return self._turn(self._undoable, self._take_back, heed)

    def redo(self, heed: Heed = nobody_heeds) -> Changes:
        """Make the edit that was undone last again; no changes when there is none.

        Raises:
            EditConflict: as ``undo``.
        """
        return self._turn(self._redoable, self._make_again, heed)

    @property
    def undo_name(self) -> str | None:
        """``Edit.name`` of what undo would take back."""
        entry = self._undoable()
        return None if entry is None else entry[1]

    @property
    def redo_name(self) -> str | None:
        """``Edit.name`` of what redo would make again."""
        entry = self._redoable()
        return None if entry is None else entry[1]

    @property
    def undo_size(self) -> int:
        """How many changes undo would take back."""
        entry = self._undoable()
        return 0 if entry is None else entry[3]

    @property
    def redo_size(self) -> int:
        """How many changes redo would make again."""
        entry = self._redoable()
        return 0 if entry is None else entry[3]

    def entries(
        self, document_id: DocumentId | None = None, *, before: int | None = None, limit: int = 100
    ) -> list[HistoryEntry]:
        """Up to ``limit`` edits of a document or of the library, newest first, older than the entry ``before``."""
        sql = """select id, name, document_id, author, created, changes, state from history
            where (?1 is null or document_id = ?1) and (?2 is null or id < ?2) order by id desc limit ?3"""
        return [
            HistoryEntry(
                id=number,
                name=name,
                document_id=None if document is None else DocumentId(document),
                author=author,
                created=created,
                changes=changes,
                state=state,
            )
            for number, name, document, author, created, changes, state in self._connection.rows(
                sql, [document_id, before, limit]
            )
        ]

    def changes_of(self, entry_id: int) -> tuple[RecordChange, ...]:
        """What the edit changed, in order."""
        sql = "select record, before, after from history_changes where edit_id = ? order by id"
        rows = self._connection.rows(sql, [entry_id])
        with reading(self._connection, "history_changes"):
            return tuple(RecordChange(self._read(kind, old), self._read(kind, new)) for kind, old, new in rows)

    def _turn(self, entry: Callable[[], _Found | None], step: _Step, heed: Heed) -> Changes:
        entry_id = 0
        try:
            with self._transaction():
                found = entry()
                if found is None:
                    return Changes()
                entry_id, _, document_id, size = found
                heed(0, size)
                changes = self.changes_of(entry_id)
                refuse_other_texts(self._connection, entry_id, changes)
                return touched_by(step(entry_id, changes, lambda done: heed(done, size)), document_id)
        except EditConflict:
            with self._transaction():
                self._connection.execute("update history set state = 'dropped' where id = ?", [entry_id])
            raise

    def _undoable(self) -> _Found | None:
        """Id, name, document and number of changes of the edit that undo would take back."""
        sql = """select id, name, document_id, changes from history
            where state = 'done' and (session = ? or id <= ?) order by id desc limit 1"""
        return cast("_Found | None", self._connection.row(sql, [self.session.id, self.session.edits_before]))

    def _redoable(self) -> _Found | None:
        """Id, name, document and number of changes of the edit that redo would make again."""
        sql = """select id, name, document_id, changes from history
            where state = 'undone' and (undone_by = ? or turn <= ?) order by turn desc limit 1"""
        return cast("_Found | None", self._connection.row(sql, [self.session.id, self.session.turns_before]))

    def _take_back(self, entry_id: int, changes: Sequence[RecordChange], told: _Told) -> Sequence[RecordChange]:
        back = [change.reversed for change in reversed(changes)]
        self._write(back, told)
        self._connection.execute(
            """update history set state = 'undone', undone_by = ?,
            turn = (select coalesce(max(turn), 0) + 1 from history) where id = ?""",
            [self.session.id, entry_id],
        )
        return back

    def _make_again(self, entry_id: int, changes: Sequence[RecordChange], told: _Told) -> Sequence[RecordChange]:
        self._write(changes, told)
        self._connection.execute("update history set state = 'done' where id = ?", [entry_id])
        return changes

    def _without_duplicates(self, changes: Sequence[RecordChange]) -> list[RecordChange]:
        """The changes but for added annotations that the library has already, unless another change speaks of them."""
        spoken_of = {identity for change in changes for identity in _references(change.after)}
        added = [
            change.after
            for change in changes
            if change.before is None and isinstance(change.after, Annotation) and change.after.id not in spoken_of
        ]
        known = set[AnnotationId]()
        for piece in _pieces(added):
            known.update(self._annotations.identical(piece))
        return [
            change
            for change in changes
            if not (change.before is None and isinstance(change.after, Annotation) and change.after.id in known)
        ]

    @property
    def _annotations(self) -> Any:
        return self._tables[Annotation]

    def _write(self, changes: Sequence[RecordChange], told: _Told) -> None:
        done = 0
        texts = text_changes(changes)
        for batch in _batches(changes, self._tables):
            table = self._tables[type(batch[0].before or batch[0].after)]
            _refuse_conflicts(table, batch)
            try:
                _write_batch(table, batch)
            except IntegrityError as error:
                if "FOREIGN KEY" not in str(error):
                    raise
                raise EditConflict(table.noun) from error
            texts.follow(self._connection, batch)
            done += len(batch)
            told(done)

    def _drop_redo(self) -> None:
        self._connection.execute(
            "update history set state = 'dropped' where state = 'undone' and (undone_by = ? or turn <= ?)",
            [self.session.id, self.session.turns_before],
        )

    def _keep(self, edit: Edit, changes: Sequence[RecordChange], author: str, told: _Told) -> None:
        cursor = self._connection.execute(
            "insert into history (name, document_id, author, session, created, changes) values (?, ?, ?, ?, ?, ?)",
            [edit.name, edit.document_id, author, self.session.id, now(), len(changes)],
        )
        edit_id = cursor.lastrowid
        sql = "insert into history_changes (edit_id, record, record_id, before, after) values (?, ?, ?, ?, ?)"
        done = 0
        for piece in _pieces(changes):
            self._connection.run_many(sql, [(edit_id, *self._journal_row(change)) for change in piece])
            done += len(piece)
            told(done)
        keep_texts(self._connection, edit_id, changes)

    def _journal_row(self, change: RecordChange) -> tuple[Value, ...]:
        record = change.before or change.after
        table = self._tables[type(record)]
        key = " ".join(map(str, table.key_of(record)))
        return table.table, key, _journalled(table, change.before), _journalled(table, change.after)

    def _read(self, kind: str, text: str | None) -> Record | None:
        if text is None:
            return None
        table, values = self._kinds[kind], json.loads(text)
        known = {**table.defaults, **values}
        record: Record = table.record_of([known[column] for column in table.columns])
        return record


def _journalled(table: RecordTable[Any], record: Record | None) -> str | None:
    if record is None:
        return None
    return named_row_as_json(table.columns, table.row_of(record))


def _refuse_conflicts(table: RecordTable[Any], batch: Sequence[RecordChange]) -> None:
    stored = table.with_keys([table.key_of(change.before or change.after) for change in batch])
    for change in batch:
        if stored.get(table.key_of(change.before or change.after)) != change.before:
            raise EditConflict(table.noun)


def _write_batch(table: RecordTable[Any], batch: Sequence[RecordChange]) -> None:
    """Write changes that are all of one kind: all additions, all removals or all alterations."""
    before = [change.before for change in batch if change.before is not None]
    after = [change.after for change in batch if change.after is not None]
    if not before:
        table.insert(after)
    elif not after:
        table.delete(before)
    else:
        table.update(before, after)


def _batches(changes: Iterable[RecordChange], tables: Tables) -> Iterator[list[RecordChange]]:
    """The changes in order, cut where the kind of record or of change becomes another, or a record comes again."""
    batch: list[RecordChange] = []
    kind: tuple[type, bool, bool] | None = None
    keys = set[Key]()
    for change in changes:
        record = change.before or change.after
        its_kind = (type(record), change.before is None, change.after is None)
        key = tables[type(record)].key_of(record)
        if batch and (its_kind != kind or key in keys or len(batch) >= _BATCH):
            yield batch
            batch, keys = [], set[Key]()
        kind = its_kind
        batch.append(change)
        keys.add(key)
    if batch:
        yield batch


def _pieces(items: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for start in range(0, len(items), _BATCH):
        yield items[start : start + _BATCH]


def _references(record: Record | None) -> tuple[AnnotationId, ...]:
    """The annotations that a record speaks of."""
    match record:
        case Relation():
            return record.source_id, record.target_id
        case EntityLink():
            return (record.annotation_id,)
    return ()


def touched_by(changes: Iterable[RecordChange], document_id: str | None) -> Changes:
    """What views have to fetch anew. An annotation also closes or opens the suggestion on its span."""
    annotations_of, relations_of, suggestions_of = set[DocumentId](), set[DocumentId](), set[DocumentId]()
    structure_of = set[DocumentId]()
    changes = tuple(changes)
    texts_of, displaced_of = texts_touched(changes)
    kinds = set[type]()
    for change in changes:
        for record in (change.before, change.after):
            kinds.add(type(record))
            match record:
                case Annotation():
                    annotations_of.add(record.document_id)
                    suggestions_of.add(record.document_id)
                case Relation():
                    relations_of.add(record.document_id)
                case Decision():
                    suggestions_of.add(record.document_id)
                case StoredBlock():
                    structure_of.add(record.document_id)
    if EntityLink in kinds and document_id is not None:
        annotations_of.add(DocumentId(document_id))
    return Changes(
        texts_of=texts_of,
        displaced_of=displaced_of,
        structure_of=frozenset(structure_of),
        annotations_of=frozenset(annotations_of),
        relations_of=frozenset(relations_of),
        suggestions_of=frozenset(suggestions_of),
        documents=Document in kinds,
        tagset=bool(kinds & {Tag, Tagset}),
        entities=bool(kinds & {Entity, EntityLink, EntityRefusal}),
        terms=bool(kinds & {Term, TermBase, TermDismissal}),
        vocabulary=bool(kinds & {WordState, Card}),
        readings=ReadingChoice in kinds,
    )
