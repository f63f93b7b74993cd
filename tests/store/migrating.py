# SPDX-License-Identifier: GPL-3.0-or-later
"""Migrations of a future that never was, and a process that applies them: ``python -m store.migrating FILE``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.store.backup import back_up_before_migration
from reader.store.connection import Connection, connect, disconnect, settle, settle_journal
from reader.store.migrations import MIGRATIONS, Migration, migrate

NEXT = Migration(
    name="m901_rebuilds_annotations",
    statements=(
        "create table annotations_new as select *, length(note) as note_length from annotations",
        "drop table annotations",
        "alter table annotations_new rename to annotations",
        "create unique index annotation_ids on annotations (id)",
    ),
)
NEXT_BUT_ONE = Migration(
    name="m902_counts_its_runs",
    statements=("create table counted_runs (x)", "insert into counted_runs values (1)"),
)


@contextmanager
def connected(path: Path) -> Iterator[Connection]:
    """A connection like that of a library that is about to be migrated."""
    connection = connect(path, read_only=False, patience_ms=20_000)
    try:
        settle(connection, patience_ms=20_000)
        settle_journal(connection, wal=False)
        yield connection
    finally:
        disconnect(connection)


if __name__ == "__main__":
    with connected(Path(sys.argv[1])) as own:
        print("ready", flush=True)
        migrate(own, (*MIGRATIONS, NEXT, NEXT_BUT_ONE), back_up=back_up_before_migration)
        print("done", flush=True)
