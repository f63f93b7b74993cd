# SPDX-License-Identifier: GPL-3.0-or-later
"""From an older form to the newest: all or nothing, once, with a copy of the old form made first."""

from __future__ import annotations

import hashlib

import pytest
from store.migrating import NEXT, NEXT_BUT_ONE, connected
from store.raw import raw

from reader.errors import BackupFailed, LibraryCorrupt, LibraryTooNew
from reader.store import Library
from reader.store.backup import back_up_before_migration
from reader.store.migrations import MIGRATIONS, Migration, applied_names, form_of, migrate
from reader.text.spans import Span
from reader.workspace import Workspace, edits

KEPT = ("id", "note")


@pytest.fixture
def annotated(path, any_text):
    """A closed library with ten annotations."""
    with Library.open(path, wal=False) as library:
        document = library.texts.add(any_text, title="x")
        text = library.texts.open(document.id)
        spans = [Span(start, start + 3) for start in range(10)]
        Workspace(library, "x").edit(edits.tag_spans(text, document.id, spans, "term", "x", note="ملاحظة"))
    return path


def annotations_in(path):
    with raw(path) as connection:
        return connection.execute("select id, start, note from annotations order by id").fetchall()


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_new_library_has_had_every_migration(path):
    Library.open(path).close()
    with connected(path) as connection:
        assert form_of(connection) == len(MIGRATIONS)
        assert applied_names(connection) == [migration.name for migration in MIGRATIONS]


def test_rebuilt_table_keeps_every_row_and_the_old_form_is_copied_first(annotated):
    before = annotations_in(annotated)
    with connected(annotated) as connection:
        migrate(connection, (*MIGRATIONS, NEXT), back_up=back_up_before_migration)
        assert form_of(connection) == len(MIGRATIONS) + 1
        assert connection.value("pragma foreign_keys") == 1

    assert annotations_in(annotated) == before
    (copy,) = (annotated.parent / "backups").iterdir()
    assert copy.name.endswith(f"-form-{len(MIGRATIONS)}.hashiya")
    assert annotations_in(copy) == before
    with Library.open(copy, read_only=True) as old:
        assert old.check().is_whole


def test_two_migrations_are_one_step(annotated):
    failing = Migration(name="m902_fails", statements=("create table late (x)", "select no_such_function()"))
    before = digest(annotated)
    with connected(annotated) as connection, pytest.raises(Exception, match="no_such_function"):
        migrate(connection, (*MIGRATIONS, NEXT, failing))

    assert digest(annotated) == before
    with connected(annotated) as connection:
        assert (form_of(connection), connection.value("pragma foreign_keys")) == (len(MIGRATIONS), 1)


def test_migration_that_would_lose_an_annotation_is_undone(annotated):
    losing = Migration(name="m901_loses", statements=("delete from annotations where start = 3",))
    before = digest(annotated)
    with connected(annotated) as connection, pytest.raises(LibraryCorrupt, match="lost 1 annotations"):
        migrate(connection, (*MIGRATIONS, losing))

    assert digest(annotated) == before


def test_migration_that_breaks_a_reference_is_undone(annotated):
    breaking = Migration(name="m901_breaks", statements=("delete from tags",))
    before = digest(annotated)
    with connected(annotated) as connection, pytest.raises(LibraryCorrupt, match="missing"):
        migrate(connection, (*MIGRATIONS, breaking))

    assert digest(annotated) == before


def test_library_is_left_alone_when_it_cannot_be_copied_first(annotated):
    (annotated.parent / "backups").write_text("a file where the folder should be")
    before = digest(annotated)
    with connected(annotated) as connection, pytest.raises(BackupFailed):
        migrate(connection, (*MIGRATIONS, NEXT), back_up=back_up_before_migration)

    assert digest(annotated) == before


def test_migration_that_was_done_is_not_done_again(annotated):
    with connected(annotated) as connection:
        migrate(connection, (*MIGRATIONS, NEXT))
    with connected(annotated) as connection:
        migrate(connection, (*MIGRATIONS, NEXT, NEXT_BUT_ONE))
        migrate(connection, (*MIGRATIONS, NEXT, NEXT_BUT_ONE))
        assert applied_names(connection)[len(MIGRATIONS) :] == [NEXT.name, NEXT_BUT_ONE.name]
        assert connection.value("select count(*) from counted_runs") == 1


def test_program_of_yesterday_refuses_the_library_of_today(annotated):
    with connected(annotated) as connection:
        migrate(connection, (*MIGRATIONS, NEXT))
    before = digest(annotated)

    with pytest.raises(LibraryTooNew):
        Library.open(annotated)
    assert digest(annotated) == before


def test_version_and_list_of_migrations_must_agree(annotated):
    with raw(annotated) as connection:
        connection.execute("delete from _sqlite_migrations")
    with pytest.raises(LibraryCorrupt, match="contradict"):
        Library.open(annotated)
