# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a file holds our tables and nothing else: a trigger or view that came with it could act behind our back."""

from __future__ import annotations

from collections.abc import Sequence

from reader.errors import LibraryCorrupt
from reader.store.connection import Connection, in_memory
from reader.store.migrations import MIGRATIONS, Migration, run

_OBJECTS = "select type, name, sql from sqlite_schema where name not like 'sqlite\\_%' escape '\\'"
_MIGRATION_TABLE = "_sqlite_migrations"


def refuse_foreign_schema(connection: Connection, form: int, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Compare every table, index, trigger and view with what the migrations up to ``form`` make.

    Raises:
        LibraryCorrupt: naming the first object that is foreign, missing or different.
    """
    present = _objects(connection)
    expected = _expected(connection, migrations[:form])
    for what in sorted(present.keys() | expected.keys()):
        if what not in present:
            raise LibraryCorrupt(connection.path, f"its {' '.join(what)} is missing")
        if present[what] != expected.get(what):
            raise LibraryCorrupt(connection.path, f"its {' '.join(what)} was not made by Hashiya")


def _expected(connection: Connection, migrations: Sequence[Migration]) -> dict[tuple[str, str], str]:
    """What the migrations make, in memory: about a millisecond."""
    model = in_memory(connection.path)
    try:
        for migration in migrations:
            run(model, migration)
        return _objects(model)
    finally:
        model.close()


def _objects(connection: Connection) -> dict[tuple[str, str], str]:
    """SQL of each object by type and name; those of the list of migrations, which sqlite-utils makes, are left out."""
    rows = connection.rows(f"{_OBJECTS} and not (tbl_name = '{_MIGRATION_TABLE}' and type in ('table', 'index'))")
    return {(kind, name): " ".join((sql or "").split()) for kind, name, sql in rows}
