# SPDX-License-Identifier: GPL-3.0-or-later
"""Records to rows and back, for every table that an edit can change."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import MappingProxyType
from typing import ClassVar, Generic, TypeVar

from reader.errors import InvalidSpan, LibraryCorrupt
from reader.store.connection import Connection, Value

R = TypeVar("R")

as_json = json.JSONEncoder(ensure_ascii=False).encode
"""A value as JSON in which letters stay letters."""

_quoted = json.encoder.encode_basestring

Row = tuple[Value, ...]
Key = tuple[Value, ...]


def packed(pairs: Iterable[tuple[str, str]]) -> str:
    """Pairs as the text of a JSON object, in their order; a name that comes twice is written twice."""
    return "{" + ", ".join([f"{_quoted(name)}: {_quoted(value)}" for name, value in pairs]) + "}"


def row_as_json(row: Iterable[Value]) -> str:
    """What ``as_json`` gives for the list of the values, in a third of the time."""
    return "[" + ", ".join([_quoted(value) if type(value) is str else as_json(value) for value in row]) + "]"


def named_row_as_json(columns: Iterable[str], row: Iterable[Value]) -> str:
    """What ``as_json`` gives for the dict of columns and values, in a third of the time."""
    pairs = zip(columns, row, strict=True)
    return (
        "{"
        + ", ".join([f'"{name}": {_quoted(value) if type(value) is str else as_json(value)}' for name, value in pairs])
        + "}"
    )


def unpacked(text: str) -> tuple[tuple[str, str], ...]:
    """The pairs of ``packed``."""
    return () if text == "{}" else tuple(json.loads(text, object_pairs_hook=tuple))


def packed_list(values: Iterable[str]) -> str:
    return as_json(list(values))


def unpacked_list(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text))


@contextmanager
def reading(connection: Connection, table: str) -> Iterator[None]:
    """Tells a row that was never written so by this program.

    Raises:
        LibraryCorrupt: when the block cannot make a record of it.
    """
    try:
        yield
    except (ValueError, TypeError, KeyError, InvalidSpan) as error:
        raise LibraryCorrupt(connection.path, f"a row of {table} cannot be read: {error}") from error


class RecordTable(ABC, Generic[R]):
    """One table of records. Reading methods may be used at any time, writing ones inside ``Library.transaction()``.

    ``columns`` are those of a record, in the order of ``row_of``; the first ``keys`` of ``key_columns`` tell records
    apart. A table may have more columns, which ``extras`` computes. ``defaults`` are values of columns that records in
    the history of an older form lack.
    """

    table: ClassVar[str]
    noun: ClassVar[str]
    columns: ClassVar[tuple[str, ...]]
    key_columns: ClassVar[tuple[str, ...]] = ("id",)
    extra_columns: ClassVar[tuple[str, ...]] = ()
    defaults: ClassVar[Mapping[str, Value]] = MappingProxyType({})

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @abstractmethod
    def row_of(self, record: R) -> Row:
        """The record's values in the order of ``columns``; JSON can hold each."""

    @abstractmethod
    def record_of(self, row: Sequence[Value]) -> R:
        """The record with these values of ``columns``."""

    def extras(self, record: R) -> Row:
        """The values of ``extra_columns``."""
        raise NotImplementedError(f"{type(self).__name__} has no columns of its own for {record!r}")

    def key_of(self, record: R) -> Key:
        row = dict(zip(self.columns, self.row_of(record), strict=True))
        return tuple(row[column] for column in self.key_columns)

    def with_keys(self, keys: Sequence[Key]) -> dict[Key, R]:
        """The stored records with these keys, by key."""
        on = " and ".join(f"t.{_q(name)} = wanted.value ->> {i}" for i, name in enumerate(self.key_columns))
        sql = f"select {self.selected('t')} from json_each(?) as wanted cross join {self.table} as t on {on}"
        records = self._records(sql, [json.dumps(keys)])
        return {self.key_of(record): record for record in records}

    def insert(self, records: Sequence[R]) -> None:
        columns = (*self.columns, *self.extra_columns)
        marks = ", ".join("?" * len(columns))
        sql = f"insert into {self.table} ({', '.join(map(_q, columns))}) values ({marks})"
        self._connection.run_many(sql, [self._full_row(record) for record in records])

    def update(self, before: Sequence[R], after: Sequence[R]) -> None:
        """Put the records ``after`` in the place of those ``before``; pairs have the same keys."""
        columns = (*self.columns, *self.extra_columns)
        changes = ", ".join(f"{_q(column)} = ?" for column in columns)
        sql = f"update {self.table} set {changes} where {self._is_key()}"
        pairs = zip(before, after, strict=True)
        self._connection.run_many(sql, [(*self._full_row(new), *self.key_of(old)) for old, new in pairs])

    def delete(self, records: Sequence[R]) -> None:
        sql = f"delete from {self.table} where {self._is_key()}"
        self._connection.run_many(sql, [self.key_of(record) for record in records])

    def selected(self, alias: str = "") -> str:
        """The columns of a record, for a select."""
        prefix = f"{alias}." if alias else ""
        return ", ".join(prefix + _q(column) for column in self.columns)

    def _records(self, sql: str, parameters: Sequence[Value] = ()) -> list[R]:
        rows = self._connection.rows(sql, parameters)
        with reading(self._connection, self.table):
            return [self.record_of(row) for row in rows]

    def _full_row(self, record: R) -> Row:
        return (*self.row_of(record), *self.extras(record)) if self.extra_columns else self.row_of(record)

    def _is_key(self) -> str:
        return " and ".join(f"{_q(column)} = ?" for column in self.key_columns)


def _q(column: str) -> str:
    """``end`` is a word of SQL and has to be quoted."""
    return '"end"' if column == "end" else column
