# SPDX-License-Identifier: GPL-3.0-or-later
"""A dictionary of the user's: one SQLite file that is made once, whole or not at all, and then only read."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final

from reader.errors import Cancelled, DictionaryDamaged, FileUnwritable, LibraryError
from reader.model.dictionary import DictionaryAbout, DictionaryId, EntryLine, Skipped, packed, unpacked
from reader.store.connection import Connection, OperationalError, connect, disconnect
from reader.store.files import remove_database, sync_folder

FORM: Final = "dictionary-1"
"""Changes with the tables below or with what is computed into them; a file of another form must be imported anew."""
SUFFIX: Final = ".dictionary"
_SLICE: Final = 2000
_MOST_FOUND: Final = 60
"""Headwords of one question: more than anybody reads, and a bound for a dictionary that has one key for everything."""
_TABLES: Final = (
    "create table about (name text primary key, value text not null) strict",
    "create table articles (id integer primary key, body text not null) strict",
    "create table headwords (id integer primary key, word text not null, article_id integer not null) strict",
    """create table keys (
  key text not null, headword_id integer not null, primary key (key, headword_id)
) strict, without rowid""",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredEntry:
    """A headword with its article, and the key under which it was found."""

    key: str
    headword: str
    article_id: int
    lines: tuple[EntryLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FreshEntry:
    """An article to be kept: its headwords, each with the keys under which it is to be found.

    ``place`` is the same for entries that share one article; None where that is not known. ``lines`` makes the article.
    """

    headwords: tuple[tuple[str, tuple[str, ...]], ...]
    lines: Callable[[], tuple[EntryLine, ...]]
    place: int | None = None


class DictionaryFile:
    """A dictionary, open for reading on the thread that opened it."""

    def __init__(self, connection: Connection, about: DictionaryAbout) -> None:
        self._connection = connection
        self.about = about

    @classmethod
    def open(cls, path: Path) -> DictionaryFile:
        """The file at ``path``.

        Raises:
            DictionaryDamaged: when it is missing, damaged or of another form.
        """
        try:
            connection = connect(path, read_only=True, patience_ms=1000)
        except LibraryError as error:
            raise DictionaryDamaged(path, str(error)) from error
        try:
            return cls(connection, _about_in(connection))
        except (LibraryError, OperationalError, ValueError, TypeError, KeyError) as error:
            disconnect(connection)
            raise DictionaryDamaged(path, str(error)) from error

    def close(self) -> None:
        disconnect(self._connection)

    def find(self, keys: Collection[str]) -> list[StoredEntry]:
        """The entries under these keys, in the dictionary's order; each headword once.

        Raises:
            DictionaryDamaged.
        """
        sql = """select k.key, h.word, h.article_id, a.body
            from json_each(?) as asked
            cross join keys as k on k.key = asked.value
            cross join headwords as h on h.id = k.headword_id
            cross join articles as a on a.id = h.article_id
            group by h.id order by h.id limit ?"""
        try:
            rows = self._connection.rows(sql, [json.dumps(sorted(keys), ensure_ascii=False), _MOST_FOUND])
            return [
                StoredEntry(key=key, headword=word, article_id=article_id, lines=unpacked(body))
                for key, word, article_id, body in rows
            ]
        except (LibraryError, OperationalError, ValueError) as error:
            raise DictionaryDamaged(self._connection.path, str(error)) from error

    def headwords(self, after: str, limit: int) -> list[str]:
        """Headwords in the order of their keys, from the first key behind ``after`` on."""
        sql = """select distinct h.word from keys as k join headwords as h on h.id = k.headword_id
            where k.key > ? order by k.key limit ?"""
        return [word for (word,) in self._connection.rows(sql, [after, limit])]


def build_dictionary_file(
    path: Path,
    entries: Iterable[FreshEntry],
    finished: Callable[[int, int], DictionaryAbout],
    *,
    cancelled: Callable[[], bool],
) -> DictionaryAbout:
    """Make the file at ``path``, whole or not at all; ``finished(headwords, articles)`` tells what it is in the end.

    Raises:
        Cancelled: when ``cancelled()`` says so; what was at ``path`` is as it was.
        FileUnwritable, LibraryError: DiskFull and its like. Whatever ``entries`` raises passes through.
    """
    fresh = path.with_name(f".{path.name}-{os.getpid()}")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        remove_database(fresh)
        fresh.touch(mode=0o600)
    except OSError as error:
        raise FileUnwritable(path, error.strerror or str(error)) from error
    connection = connect(fresh, read_only=False, patience_ms=1000)
    try:
        about = _fill(connection, entries, finished, cancelled)
        disconnect(connection)
        _make_last(fresh)
        fresh.replace(path)
        sync_folder(path.parent)
    finally:
        disconnect(connection)
        remove_database(fresh)
    return about


def _make_last(path: Path) -> None:
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _fill(
    connection: Connection,
    entries: Iterable[FreshEntry],
    finished: Callable[[int, int], DictionaryAbout],
    cancelled: Callable[[], bool],
) -> DictionaryAbout:
    # Nothing of an unfinished file is ever used, so it need not be safe on the way.
    for pragma in ("journal_mode = off", "synchronous = off", "cache_size = -16384", "temp_store = file"):
        connection.execute(f"pragma {pragma}")
    connection.execute("begin")
    for sql in _TABLES:
        connection.execute(sql)
    connection.execute("create temporary table fresh_keys (key text not null, headword_id integer not null)")
    filler = _Filler(connection)
    for entry in entries:
        filler.add(entry)
        if filler.is_full:
            if cancelled():
                raise Cancelled
            filler.write()
    filler.write()
    # In order, so that the tree of keys is written once from end to end.
    connection.execute("insert or ignore into keys select key, headword_id from fresh_keys order by key, headword_id")
    connection.execute("drop table fresh_keys")
    if cancelled():
        raise Cancelled
    about = finished(filler.headword_count, filler.article_count)
    connection.run_many("insert into about values (?, ?)", [("form", FORM), ("about", _as_json(about))])
    connection.execute("commit")
    return about


_MOST_SHARED: Final = 500_000
"""Places remembered; articles that are shared beyond so many are kept twice, which costs room and nothing else."""


class _Filler:
    """Collects rows and writes them by the thousand."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._articles: list[tuple[int, str]] = []
        self._headwords: list[tuple[int, str, int]] = []
        self._keys: list[tuple[str, int]] = []
        self._shared: dict[int, int] = {}
        self.headword_count = 0
        self.article_count = 0

    @property
    def is_full(self) -> bool:
        return len(self._headwords) >= _SLICE

    def add(self, entry: FreshEntry) -> None:
        article_id = self._article_of(entry)
        if not article_id:
            return
        for word, keys in entry.headwords:
            self.headword_count += 1
            self._headwords.append((self.headword_count, word, article_id))
            self._keys += [(key, self.headword_count) for key in keys]

    def write(self) -> None:
        self._connection.run_many("insert into articles values (?, ?)", self._articles)
        self._connection.run_many("insert into headwords values (?, ?, ?)", self._headwords)
        self._connection.run_many("insert into fresh_keys values (?, ?)", self._keys)
        self._articles.clear()
        self._headwords.clear()
        self._keys.clear()

    def _article_of(self, entry: FreshEntry) -> int:
        """Its number; 0 where there is nothing in it."""
        if entry.place is not None and (known := self._shared.get(entry.place)):
            return known
        body = packed(entry.lines())
        if not body:
            return 0
        self.article_count += 1
        self._articles.append((self.article_count, body))
        if entry.place is not None and len(self._shared) < _MOST_SHARED:
            self._shared[entry.place] = self.article_count
        return self.article_count


def _as_json(about: DictionaryAbout) -> str:
    return json.dumps(asdict(about), ensure_ascii=False)


def _about_in(connection: Connection) -> DictionaryAbout:
    values: dict[str, str] = dict(connection.rows("select name, value from about"))
    if values.get("form") != FORM:
        raise ValueError(f"its form is {values.get('form')}, not {FORM}")
    fields: dict[str, Any] = json.loads(values["about"])
    skipped = tuple(
        Skipped(reason=each["reason"], count=each["count"], places=tuple(each["places"]))
        for each in fields.pop("skipped")
    )
    return replace(DictionaryAbout(**fields), id=DictionaryId(fields["id"]), skipped=skipped)


def clear_unfinished(folder: Path, is_alive: Callable[[int], bool]) -> None:
    """Remove the files that processes were making when they were killed."""
    for path in folder.glob(f".*{SUFFIX}-*"):
        number = path.name.rpartition("-")[2]
        if number.isdecimal() and not is_alive(int(number)):
            remove_database(path)


def known_files(folder: Path) -> Iterator[Path]:
    """The dictionary files in the folder; unfinished ones are hidden and not among them."""
    if folder.is_dir():
        yield from (path for path in sorted(folder.glob(f"*{SUFFIX}")) if not path.name.startswith("."))
