# SPDX-License-Identifier: GPL-3.0-or-later
"""The one road to SQLite: how a library file is connected, which settings it gets, what its errors mean."""

from __future__ import annotations

import os
import shutil
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.errors import (
    Cancelled,
    DiskFull,
    LibraryCorrupt,
    LibraryFailing,
    LibraryLocked,
    LibraryReadOnly,
    LibraryReplaced,
    LibraryUnreadable,
    NotALibrary,
    ReaderError,
)
from reader.store.places import is_on_network

if TYPE_CHECKING:
    import sqlite3
else:
    try:
        from pysqlite3 import dbapi2 as sqlite3
    except ImportError:
        import sqlite3

IntegrityError = sqlite3.IntegrityError
OperationalError = sqlite3.OperationalError

Value = str | int | float | bytes | None
Parameters = Sequence[Value] | Mapping[str, Value]

PATIENCE_MS = 10_000
"""How long a statement waits for another program's lock before it gives up."""

_READONLY_DBMOVED = 8 | (4 << 8)
_PAGES_AT_ONCE = 4096
_LITTLE_SPACE = 64 * 1024


def sqlite_version() -> str:
    return str(sqlite3.sqlite_version)


def has_safe_wal() -> bool:
    """Whether this SQLite has the repair of the WAL-reset bug, which could lose commits of two connections.

    Source: sqlite.org/wal.html, "The WAL-Reset Bug": 3.51.3, with back-ports 3.44.6 and 3.50.7; 3.52.0 was withdrawn.
    """
    version = sqlite3.sqlite_version_info
    if version[:2] in {(3, 44), (3, 50)}:
        return version >= {44: (3, 44, 6), 50: (3, 50, 7)}[version[1]]
    return version >= (3, 51, 3) and version[:3] != (3, 52, 0)


def meaning_of(error: Exception, path: Path) -> ReaderError | None:
    """The expected failure that an SQLite error stands for; None where it is a bug of ours (a constraint, bad SQL).

    Source: sqlite.org/rescode.html; the low byte of a code is its kind.
    """
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        undecodable = isinstance(error, UnicodeDecodeError) or "decode" in str(error)
        return LibraryCorrupt(path, "a text in it is not UTF-8") if undecodable else None
    if code == _READONLY_DBMOVED:
        return LibraryReplaced(path)
    make = _MEANINGS.get(code & 0xFF)
    return None if make is None else make(path, str(error))


def _disk_error(path: Path, reason: str) -> ReaderError:
    return DiskFull(path) if _disk_is_full(path) else LibraryFailing(path, reason)


def _disk_is_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _LITTLE_SPACE
    except OSError:
        return False


_MEANINGS: dict[int, Callable[[Path, str], ReaderError]] = {
    3: lambda path, _: LibraryReadOnly(path),  # PERM
    5: lambda path, _: LibraryLocked(path),  # BUSY
    6: lambda path, _: LibraryLocked(path),  # LOCKED
    8: lambda path, _: LibraryReadOnly(path),  # READONLY
    9: lambda *_: Cancelled(),  # INTERRUPT
    10: _disk_error,  # IOERR
    11: LibraryCorrupt,  # CORRUPT
    13: lambda path, _: DiskFull(path),  # FULL
    14: LibraryUnreadable,  # CANTOPEN
    15: lambda path, _: LibraryLocked(path),  # PROTOCOL: gave up waiting for a lock of the log
    23: LibraryUnreadable,  # AUTH
    26: lambda path, _: NotALibrary(path),  # NOTADB
}


class Cursor(sqlite3.Cursor):
    """A cursor whose SQLite errors arrive as the failures of ``reader.errors``."""

    def execute(self, *arguments: Any) -> Cursor:
        with self._told():
            super().execute(*arguments)
        return self

    def executemany(self, *arguments: Any) -> Cursor:
        with self._told():
            super().executemany(*arguments)
        return self

    def fetchone(self) -> Any:
        with self._told():
            return super().fetchone()

    def fetchmany(self, *arguments: Any) -> list[Any]:
        with self._told():
            return super().fetchmany(*arguments)

    def fetchall(self) -> list[Any]:
        with self._told():
            return super().fetchall()

    def __next__(self) -> Any:
        with self._told():
            return super().__next__()

    def _told(self) -> _Told:
        connection = self.connection
        assert isinstance(connection, Connection)
        return _Told(connection.path)


class _Told:
    """Lets nothing of SQLite out of its block that has a meaning for the user."""

    __slots__ = ("_path",)

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, _trace: object) -> None:
        meaning = meaning_of(error, self._path) if isinstance(error, sqlite3.Error | UnicodeDecodeError) else None
        if meaning is not None:
            raise meaning from error


class Connection(sqlite3.Connection):
    """A connection to the library at ``path``. Its helpers fetch everything at once and leave no cursor open."""

    path: Path
    identity: tuple[int, int]
    is_counted = False

    def cursor(self, factory: Any = Cursor) -> Any:
        return super().cursor(factory)

    def execute(self, *arguments: Any) -> Any:
        """Not the one inherited: Python 3.11's makes a cursor without asking ``cursor``."""
        return self.cursor().execute(*arguments)

    def executemany(self, *arguments: Any) -> Any:
        return self.cursor().executemany(*arguments)

    def rows(self, sql: str, parameters: Parameters = ()) -> list[Any]:
        found: list[Any] = self.execute(sql, parameters).fetchall()
        return found

    def row(self, sql: str, parameters: Parameters = ()) -> Any:
        """The first row, or None."""
        cursor = self.execute(sql, parameters)
        found = cursor.fetchone()
        cursor.close()
        return found

    def value(self, sql: str, parameters: Parameters = ()) -> Any:
        """The first column of the first row, or None."""
        row = self.row(sql, parameters)
        return None if row is None else row[0]

    def run_many(self, sql: str, rows: Iterable[Parameters]) -> None:
        self.executemany(sql, rows)

    def copy_into(self, target: Connection, heard: Callable[[int, int], None]) -> None:
        """Copy the file as this connection sees it; ``heard`` gets the number of pages that remain, and of all."""
        with _Told(target.path):
            self.backup(target, pages=_PAGES_AT_ONCE, progress=lambda _, remaining, total: heard(remaining, total))


# POSIX drops every lock a process has on a file when the process closes any descriptor of it. So the file is never
# opened by ordinary means while this process has it connected, and the two are kept apart by this lock.
_connecting = threading.RLock()
_connected: Counter[tuple[int, int]] = Counter()


@contextmanager
def before_connecting(path: Path) -> Iterator[bool]:
    """Keeps other threads from connecting; yields whether the file may be read by ordinary means."""
    with _connecting:
        yield not _connected[identity_of(path)]


def identity_of(path: Path) -> tuple[int, int]:
    """Device and inode: what the path names now.

    Raises:
        LibraryReplaced: when nothing is there any more.
    """
    try:
        status = path.stat()
    except OSError as error:
        raise LibraryReplaced(path) from error
    return status.st_dev, status.st_ino


def connect(path: Path, *, read_only: bool, patience_ms: int, immutable: bool = False) -> Connection:
    """A connection in autocommit mode to the file, which must exist."""
    uri = f"file:{_escaped(path)}?mode={'ro' if read_only else 'rw'}" + ("&immutable=1" if immutable else "")
    with _connecting:
        identity = identity_of(path)
        try:
            connection = sqlite3.connect(
                uri, uri=True, timeout=patience_ms / 1000, isolation_level=None, factory=Connection
            )
        except sqlite3.Error as error:
            raise meaning_of(error, path) or error from error
        connection.path, connection.identity = path, identity
        connection.is_counted = True
        _connected[identity] += 1
    return connection


def _escaped(path: Path) -> str:
    """The path as it stands in an SQLite URI, where three characters mean something else."""
    return os.fspath(path.absolute()).replace("%", "%25").replace("?", "%3f").replace("#", "%23")


def in_memory(path: Path) -> Connection:
    """A connection to an empty database in memory; its errors name ``path``."""
    connection = sqlite3.connect(":memory:", isolation_level=None, factory=Connection)
    connection.path = path
    return connection


def disconnect(connection: Connection) -> None:
    """Close the connection; one that is closed stays so."""
    with _connecting:
        connection.close()
        if connection.is_counted:
            connection.is_counted = False
            _connected[connection.identity] -= 1


def settle(connection: Connection, *, patience_ms: int) -> None:
    """Give the connection the settings that safety needs, and read each back.

    Raises:
        LibraryUnreadable: when this SQLite refuses one.
    """
    wanted = {
        "busy_timeout": patience_ms,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "fullfsync": 1,
        "checkpoint_fullfsync": 1,
    }
    for name, value in wanted.items():
        connection.execute(f"pragma {name} = {value}")
        if connection.value(f"pragma {name}") != value:
            raise LibraryUnreadable(connection.path, f"this SQLite does not take the setting {name}")


def settle_journal(connection: Connection, *, wal: bool | None) -> str:
    """Choose how commits reach the disk; the journal mode that the file got: ``"wal"`` or ``"delete"``.

    A write-ahead log where it is safe (``wal`` overrules the choice), else a rollback journal, each with the
    ``synchronous`` setting that keeps a commit through a power cut.
    """
    wanted = has_safe_wal() and not is_on_network(connection.path) if wal is None else wal
    present = connection.value("pragma journal_mode")
    if present != ("wal" if wanted else "delete"):
        present = _change_journal(connection, "wal" if wanted else "delete")
    connection.execute(f"pragma synchronous = {2 if present == 'wal' else 3}")
    if connection.value("pragma synchronous") != (2 if present == "wal" else 3):
        raise LibraryUnreadable(connection.path, "this SQLite does not take the setting synchronous")
    connection.execute(f"pragma journal_size_limit = {16 << 20}")
    return str(present)


def _change_journal(connection: Connection, mode: str) -> Any:
    try:
        return connection.value(f"pragma journal_mode = {mode}")
    except LibraryLocked:
        if mode == "delete":
            raise
        return connection.value("pragma journal_mode")
