# SPDX-License-Identifier: GPL-3.0-or-later
"""From a path to a connection: a new file made whole, a present one looked at before anything is written."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from reader.errors import (
    DiskFull,
    LibraryCorrupt,
    LibraryMissing,
    LibraryReadOnly,
    LibraryUnreadable,
    NotALibrary,
)
from reader.model.ids import new_id
from reader.store.backup import back_up_before_migration
from reader.store.connection import (
    PATIENCE_MS,
    Connection,
    OperationalError,
    before_connecting,
    connect,
    disconnect,
    settle,
    settle_journal,
)
from reader.store.files import has_leftovers, refuse_foreign_file, remove_database, sync_folder, was_abandoned
from reader.store.migrations import APPLICATION_ID, MIGRATIONS, migrate, refuse_unknown_form
from reader.store.schema import refuse_foreign_schema
from reader.store.tagsets import TagsetRepository


def create_library(path: Path) -> None:
    """Make a new library with the default tagset. It appears whole or not at all; only its owner may read it.

    When another program makes one at the same time, that one stays.
    """
    unfinished = path.with_name(f".{path.name}.{new_id()}")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except OSError as error:
        is_full = error.errno in {errno.ENOSPC, errno.EDQUOT}
        raise DiskFull(path) if is_full else LibraryUnreadable(path, error.strerror or str(error)) from error
    try:
        _fill(unfinished, path)
        _put_in_place(unfinished, path)
    finally:
        remove_database(unfinished)


def open_connection(path: Path, *, read_only: bool, patience_ms: int, wal: bool | None) -> tuple[Connection, str, bool]:
    """A connection to a library in the present form, its journal mode, and whether it can only be read.

    Raises:
        LibraryError: when the file is not what it should be; it is left as it is.
    """
    read_only = read_only or not (os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK))
    if not path.exists():
        raise LibraryMissing(path)
    with before_connecting(path) as is_free:
        if is_free:
            refuse_foreign_file(path)
        abandoned = is_free and was_abandoned(path)
        connection = connect(path, read_only=read_only, patience_ms=patience_ms)
    connection = _able_to_read(connection, read_only=read_only, patience_ms=patience_ms)
    try:
        settle(connection, patience_ms=patience_ms)
        _refuse_foreign_content(connection)
        if abandoned:
            check_quickly(connection)
        _bring_up_to_date(connection, read_only=read_only)
        journal = connection.value("pragma journal_mode") if read_only else settle_journal(connection, wal=wal)
    except BaseException:
        disconnect(connection)
        raise
    return connection, str(journal), read_only


def check_quickly(connection: Connection) -> None:
    """Look whether the file's pages belong together. Cost: it is read whole.

    Raises:
        LibraryCorrupt: when they do not.
    """
    found = connection.value("pragma quick_check(1)")
    if found != "ok":
        raise LibraryCorrupt(connection.path, str(found))


def _fill(unfinished: Path, path: Path) -> None:
    connection = connect(unfinished, read_only=False, patience_ms=PATIENCE_MS)
    connection.path = path  # Failures name the file that the user knows of.
    try:
        settle(connection, patience_ms=PATIENCE_MS)
        settle_journal(connection, wal=False)
        connection.execute(f"pragma application_id = {APPLICATION_ID}")
        migrate(connection)
        connection.execute("begin immediate")
        TagsetRepository(connection).add_default()
        connection.execute("commit")
    finally:
        disconnect(connection)


def _put_in_place(unfinished: Path, path: Path) -> None:
    try:
        os.link(unfinished, path)
    except FileExistsError:
        return
    except OSError:  # A file system without hard links.
        if not path.exists():
            unfinished.rename(path)
    sync_folder(path.parent)


def _able_to_read(connection: Connection, *, read_only: bool, patience_ms: int) -> Connection:
    """The connection once it has read something, or another one where that needs another way of opening."""
    path = connection.path
    try:
        connection.value("pragma schema_version")
    except (LibraryUnreadable, LibraryReadOnly):
        disconnect(connection)
        # A file in WAL mode on a read-only medium cannot have a log beside it; without one it can be read as it is.
        if not read_only or has_leftovers(path) or os.access(path.absolute().parent, os.W_OK):
            raise
        return connect(path, read_only=True, patience_ms=patience_ms, immutable=True)
    except BaseException:
        disconnect(connection)
        raise
    return connection


def _refuse_foreign_content(connection: Connection) -> None:
    if connection.value("pragma application_id") != APPLICATION_ID:
        raise NotALibrary(connection.path)
    try:
        refuse_foreign_schema(connection, refuse_unknown_form(connection))
    except OperationalError as error:  # Its list of migrations has other columns than ours.
        raise LibraryCorrupt(connection.path, str(error)) from error


def _bring_up_to_date(connection: Connection, *, read_only: bool) -> None:
    if refuse_unknown_form(connection) == len(MIGRATIONS):
        return
    if read_only:
        raise LibraryReadOnly(connection.path)
    migrate(connection, back_up=back_up_before_migration)
