# SPDX-License-Identifier: GPL-3.0-or-later
"""The user's lists of names. They are copied into the library, so that they go where it goes."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager

from reader.model.ids import TagId
from reader.model.name_list import NameList
from reader.store.connection import Connection, Value
from reader.store.records import as_json, reading

_COLUMNS = "id, title, source, tag_id, is_on, names, skipped, notes, modified"


class NameListRepository:
    """Each change is a transaction of its own; lists are no part of the history, for their files are elsewhere."""

    def __init__(self, connection: Connection, transaction: Callable[[], AbstractContextManager[None]]) -> None:
        self._connection = connection
        self._transaction = transaction

    def all(self) -> list[NameList]:
        """Every list, by title."""
        rows = self._connection.rows(f"select {_COLUMNS} from name_lists order by title, id")
        with reading(self._connection, "name_lists"):
            return [_list_of(row) for row in rows]

    def put(self, name_list: NameList, content: str) -> None:
        """Keep a list with its names, in the place of the one with its id."""
        row = (
            name_list.id,
            name_list.title,
            name_list.source,
            name_list.tag_id,
            int(name_list.is_on),
            name_list.names,
            name_list.skipped,
            as_json(name_list.notes),
            name_list.modified,
            zlib.compress(content.encode("utf-8"), 6),
        )
        sql = f"insert or replace into name_lists ({_COLUMNS}, content) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        with self._transaction():
            self._connection.execute(sql, row)

    def content(self, list_id: str) -> str:
        """The names of a list as ``put`` was given them; "" when there is no such list."""
        content = self._connection.value("select content from name_lists where id = ?", [list_id])
        with reading(self._connection, "name_lists"):
            try:
                return zlib.decompress(bytes(content)).decode("utf-8") if content is not None else ""
            except zlib.error as error:
                raise ValueError(str(error)) from error

    def set_on(self, list_id: str, *, is_on: bool) -> None:
        with self._transaction():
            self._connection.execute("update name_lists set is_on = ? where id = ?", [int(is_on), list_id])

    def set_tag(self, list_id: str, tag_id: TagId) -> None:
        """Say what the names without a tag of their own are."""
        with self._transaction():
            self._connection.execute("update name_lists set tag_id = ? where id = ?", [tag_id, list_id])

    def remove(self, list_id: str) -> None:
        with self._transaction():
            self._connection.execute("delete from name_lists where id = ?", [list_id])

    def state(self) -> list[tuple[str, str, str]]:
        """``(id, tag, modified)`` of the lists that are on: another one when other names are known."""
        rows = self._connection.rows("select id, tag_id, modified from name_lists where is_on = 1 order by id")
        return [(str(identity), str(tag_id), str(modified)) for identity, tag_id, modified in rows]


def _list_of(row: Sequence[Value]) -> NameList:
    identity, title, source, tag_id, is_on, names, skipped, notes, modified = row
    return NameList(
        id=str(identity),
        title=str(title),
        source=str(source),
        tag_id=TagId(str(tag_id)),
        is_on=bool(is_on),
        names=int(str(names)),
        skipped=int(str(skipped)),
        notes=tuple((int(line), str(problem), str(detail)) for line, problem, detail in json.loads(str(notes))),
        modified=str(modified),
    )
