# SPDX-License-Identifier: GPL-3.0-or-later
"""Opening a library: what a new one is like, which settings it gets, and which files are refused untouched."""

from __future__ import annotations

import hashlib
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from builders import span_of
from store.raw import raw

from reader.errors import LibraryCorrupt, LibraryMissing, LibraryReadOnly, LibraryTooNew, LibraryUnreadable, NotALibrary
from reader.store import Library
from reader.store.connection import has_safe_wal
from reader.workspace import Workspace, edits

ADULTERATIONS = {
    "trigger": "create trigger spy after insert on annotations begin delete from annotations; end",
    "view": "create view spy as select * from annotations",
    "table": "create table spy (x)",
    "index": "create unique index spy on annotations (author)",
    "virtual table": "create virtual table spy using fts5 (x)",
    "lost index": "drop index annotations_by_place",
    "changed table": "alter table annotations add column spy text",
}


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def pragma(library: Library, name: str) -> object:
    return library._connection.value(f"pragma {name}")


def test_new_library_has_the_nine_default_tags_in_both_languages(library):
    tags = library.tagsets.tags()

    assert " ".join(tag.id for tag in tags) == "person role organisation place event date quantity term work"
    assert [tag.shortcut for tag in tags] == list("123456789")
    assert [tag.colour for tag in tags] == [f"tag-{number}" for number in range(1, 10)]
    assert all(set(dict(tag.names)) == {"ar", "en"} for tag in tags)


def test_new_library_and_its_folder_are_for_their_owner_alone(tmp_path):
    path = tmp_path / "data" / "library.hashiya"
    Library.open(path).close()

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_new_library_leaves_nothing_beside_itself(path):
    Library.open(path).close()

    assert list(path.parent.glob("*library*")) + list(path.parent.glob(".*")) == [path]


def test_settings_that_safety_needs_are_in_force(library):
    settings = {"foreign_keys": 1, "trusted_schema": 0, "cell_size_check": 1, "fullfsync": 1, "checkpoint_fullfsync": 1}

    assert {name: pragma(library, name) for name in settings} == settings


def test_library_waits_ten_seconds_for_others(path):
    with Library.open(path) as library:
        assert pragma(library, "busy_timeout") == 10_000


@pytest.mark.skipif(not has_safe_wal(), reason="this SQLite has the WAL-reset bug")
def test_sqlite_without_the_wal_bug_gets_a_log_that_is_synced_at_each_commit(library):
    assert (library.journal, pragma(library, "journal_mode"), pragma(library, "synchronous")) == ("wal", "wal", 2)


def test_library_without_log_syncs_the_folder_too(path):
    with Library.open(path, wal=False) as library:
        assert (library.journal, pragma(library, "journal_mode"), pragma(library, "synchronous")) == ("delete",) * 2 + (
            3,
        )


def test_library_with_log_can_be_turned_into_one_without(path):
    Library.open(path, wal=True).close()

    with Library.open(path, wal=False) as library:
        assert library.journal == "delete"


def test_library_in_use_without_log_keeps_its_journal(path):
    with Library.open(path, wal=False) as first, first.transaction():
        first._connection.execute("delete from decisions")
        with Library.open(path, wal=True, patience_ms=20) as second:
            assert (second.journal, pragma(second, "synchronous")) == ("delete", 3)


def test_missing_library_is_not_made_unless_asked(path):
    with pytest.raises(LibraryMissing):
        Library.open(path, create=False)
    with pytest.raises(LibraryMissing):
        Library.open(path, read_only=True)
    assert not path.exists()


def test_link_that_leads_nowhere_is_a_missing_library(path):
    path.symlink_to(path.with_name("nowhere"))
    with pytest.raises(LibraryMissing):
        Library.open(path)
    assert not path.exists()


@pytest.mark.parametrize("name", ["مكتبة.hashiya", "a b?mode=memory#x%20&y.hashiya", "library", "ـ'\";--.db"])
def test_library_may_have_any_name(tmp_path, name):
    with Library.open(tmp_path / name) as library:
        document = library.texts.add("نص", title="x")
        library.back_up_daily()
    with Library.open(tmp_path / name) as library:
        assert library.documents.list() == [document]
    assert sorted(each.name for each in tmp_path.iterdir() if name in each.name) == [name]


def test_folder_is_no_library(tmp_path):
    with pytest.raises(LibraryUnreadable, match="folder"):
        Library.open(tmp_path)


def test_pipe_is_no_library(path):
    os.mkfifo(path)
    with pytest.raises(LibraryUnreadable, match="ordinary"):
        Library.open(path)


def test_library_cannot_be_made_where_no_folder_can_be(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(LibraryUnreadable):
        Library.open(tmp_path / "file" / "library.hashiya")


@pytest.mark.parametrize(
    "content", [b"a text file\n" * 20, b"SQLite format 4\0" + b"x" * 200, b"%PDF-1.7" + b"\0" * 300]
)
def test_other_file_is_refused_and_left_as_it_is(path, content):
    path.write_bytes(content)
    with pytest.raises(NotALibrary):
        Library.open(path)
    assert path.read_bytes() == content


@pytest.mark.parametrize("content", [b"", b"\0" * 8192, b"SQLite format 3\0"])
def test_emptied_file_is_told_apart_from_a_new_library(path, content):
    path.write_bytes(content)
    with pytest.raises(LibraryCorrupt):
        Library.open(path)
    assert path.read_bytes() == content


def test_database_of_another_program_is_refused_and_left_as_it_is(path):
    with raw(path) as other:
        other.execute("create table moz_places (id integer primary key, url text)")
    before = digest(path)

    with pytest.raises(NotALibrary):
        Library.open(path)
    assert digest(path) == before


def test_library_of_a_newer_form_is_refused_and_left_as_it_is(path):
    Library.open(path, wal=False).close()
    with raw(path) as other:
        other.execute("pragma user_version = 99")
    before = digest(path)

    with pytest.raises(LibraryTooNew) as told:
        Library.open(path)
    assert (told.value.found, digest(path)) == (99, before)


def test_library_with_a_migration_we_do_not_know_is_refused_and_left_as_it_is(path):
    Library.open(path, wal=False).close()
    with raw(path) as other:
        other.execute("insert into _sqlite_migrations (migration_set, name, applied_at) values ('hashiya', 'm777', '')")
    before = digest(path)

    with pytest.raises(LibraryTooNew):
        Library.open(path)
    assert digest(path) == before


@pytest.mark.parametrize("statement", ADULTERATIONS.values(), ids=ADULTERATIONS.keys())
def test_library_with_a_schema_that_is_not_ours_is_refused(path, statement):
    Library.open(path, wal=False).close()
    with raw(path) as other:
        other.execute(statement)
    before = digest(path)

    with pytest.raises(LibraryCorrupt, match=r"spy|annotations"):
        Library.open(path)
    assert digest(path) == before


def test_statistics_of_sqlite_are_no_foreign_schema(path):
    Library.open(path).close()
    with raw(path) as other:
        other.execute("analyze")

    Library.open(path).close()


def test_library_opened_for_reading_shows_all_and_writes_nothing(path):
    with Library.open(path) as library:
        document = library.texts.add("نص", title="x")
    with Library.open(path, read_only=True) as library:
        assert library.documents.list() == [document]
        with pytest.raises(LibraryReadOnly):
            library.texts.add("آخر", title="y")


@pytest.mark.parametrize("wal", [True, False])
def test_library_on_a_medium_that_cannot_be_written_is_read(path, wal):
    with Library.open(path, wal=wal) as library:
        library.texts.add("نص", title="x")
    script = f"""
import os; from pathlib import Path; from reader.store import Library
os.setgid(65534); os.setuid(65534)
library = Library.open(Path({str(path)!r}))
print(library.read_only, [document.title for document in library.documents.list()])"""
    make_readable_for_all(path)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, cwd="/")

    assert (done.stdout, done.stderr) == ("True ['x']\n", "")


def make_readable_for_all(path: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can become somebody else")
    for folder in [*path.parents][:-1]:
        folder.chmod(folder.stat().st_mode | 0o055)
    path.chmod(0o444)


def test_two_libraries_on_one_file_in_one_process_see_each_other(path, any_text):
    with Library.open(path) as first, Library.open(path) as second:
        document = first.texts.add(any_text, title="x")
        seen = second.data_version()
        edit = edits.tag_spans(first.texts.open(document.id), document.id, [span_of(any_text, "ا")], "term", "a")
        Workspace(first, "a").edit(edit)

        assert second.data_version() != seen
        assert second.annotations.count(document.id) == 1


def test_opening_again_does_not_drop_the_lock_of_a_running_transaction(path):
    """POSIX drops a process's locks when it closes any descriptor of the file: opening must not do that."""
    script = f"""
from pathlib import Path; from reader.store import Library; from reader.errors import LibraryLocked
try:
    with Library.open(Path({str(path)!r}), patience_ms=20) as library, library.transaction(): print("written")
except LibraryLocked: print("locked")"""
    with Library.open(path, wal=False) as first, first.transaction():
        first._connection.execute("delete from decisions")
        Library.open(path, wal=False, patience_ms=20, read_only=True).close()
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert done.stdout == "locked\n"


def test_importing_the_store_does_not_load_what_only_migrations_need():
    script = "import reader.store, sys; print('sqlite_utils' in sys.modules, 'click' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert done.stdout == "False False\n"


OLDER_SQLITE = """
import sys; sys.modules["pysqlite3"] = None
from pathlib import Path; from reader.store import Library; from reader.store.connection import sqlite3
from reader.text.spans import Span; from reader.workspace import Workspace, edits
from reader.errors import LibraryLocked
with Library.open(Path(sys.argv[1])) as library:
    assert sqlite3.__name__.startswith("sqlite3")
    workspace = Workspace(library, "x")
    document = library.texts.add("نص آخر", title="من مكتبة بايثون")
    text = library.texts.open(document.id)
    workspace.edit(edits.tag_spans(text, document.id, [Span(0, 2), Span(3, 6)], "place", "x"))
    workspace.undo(), workspace.redo()
    print(len(library.annotations.overlapping(document.id, Span(0, 9))), library.check().problems)
    with Library.open(library.path, patience_ms=10) as other, library.transaction():
        library._connection.execute("delete from decisions")
        try: other.texts.add("ثالث", title="x")
        except LibraryLocked: print("locked")
"""


@pytest.mark.parametrize("wal", [True, False])
def test_sqlite_of_the_standard_library_does_it_too(path, any_text, wal):
    with Library.open(path, wal=wal) as library:
        first = library.texts.add(any_text, title="x")
    command = [sys.executable, "-c", OLDER_SQLITE, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)

    assert done.stdout == "2 ()\nlocked\n"
    with Library.open(path) as library:
        assert {document.title for document in library.documents.list()} == {first.title, "من مكتبة بايثون"}
        assert library.check().problems == ()


def test_sqlite_of_the_standard_library_makes_a_library_that_ours_reads(path):
    subprocess.run([sys.executable, "-c", OLDER_SQLITE, str(path)], capture_output=True, check=True)

    with Library.open(path) as library:
        assert library.check().problems == ()


def test_tables_are_strict_and_never_cascade(path):
    Library.open(path).close()
    with raw(path) as connection:
        tables = connection.execute("select name, strict from pragma_table_list where type = 'table'").fetchall()
        actions = connection.execute(
            """select f.on_delete, f.on_update from pragma_table_list as t, pragma_foreign_key_list(t.name) as f"""
        ).fetchall()

    assert [name for name, strict in tables if not strict and not name.startswith(("sqlite_", "_sqlite"))] == []
    assert set(actions) == {("RESTRICT", "RESTRICT")}
