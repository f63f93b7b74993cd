# SPDX-License-Identifier: GPL-3.0-or-later
"""Several processes on one library at once: every acknowledged change of each of them is there."""

from __future__ import annotations

import os
import signal
import time

import pytest
from faults.conftest import end
from faults.opened import opened
from faults.test_killed import said, stored
from store.migrating import NEXT, NEXT_BUT_ONE
from store.raw import raw

from reader.store import Library
from reader.store.migrations import MIGRATIONS


@pytest.mark.slow
def test_two_processes_that_tag_at_once_lose_nothing(path, start):
    # Both sessions begin before either undoes: an edit in a session ends the redo of what was undone before it began.
    go = path.with_name("go")
    children = [start("faults.tagger", path, author, 150, go) for author in ("سلمى", "Noor")]
    assert [child.stdout.readline() for child in children] == ["ready\n", "ready\n"]
    go.touch()
    outputs = [child.communicate(timeout=120)[0] for child in children]

    with opened(path) as library:
        found = stored(library)
        assert [len(said(output)[0]) for output in outputs] == [150, 150]
        assert found.keys() == {key for output in outputs for key in said(output)[0]}
        assert library.check().problems == ()
        assert library.annotations.authors(library.documents.list()[0].id) == ["Noor", "سلمى"]


@pytest.mark.slow
def test_process_killed_beside_another_that_writes_costs_neither_anything(path, start):
    go = path.with_name("go")
    patient, killed = start("faults.tagger", path, "a", 100, go), start("faults.tagger", path, "b", 10**9, go)
    assert [child.stdout.readline() for child in (patient, killed)] == ["ready\n", "ready\n"]
    go.touch()
    time.sleep(0.15)
    killed_said, in_doubt = said(end(killed))
    patient_said, _ = said(patient.communicate(timeout=120)[0])

    with opened(path) as library:
        found = stored(library)
        assert len(patient_said) == 100
        assert patient_said.keys() | (killed_said.keys() - in_doubt) <= found.keys()
        assert library.check().problems == ()


@pytest.mark.slow
def test_process_stopped_in_the_middle_of_its_work_does_not_stop_the_other_for_good(path, start):
    """A frozen program may hold the lock: the other one waits, and goes on when it wakes."""
    sleeper = start("faults.tagger", path, "a")
    sleeper.stdout.readline()
    time.sleep(0.05)
    os.kill(sleeper.pid, signal.SIGSTOP)
    worker = start("faults.tagger", path, "b", 30)
    time.sleep(0.5)
    os.kill(sleeper.pid, signal.SIGCONT)

    assert len(said(worker.communicate(timeout=60)[0])[0]) == 30


@pytest.mark.slow
def test_processes_that_make_the_same_library_at_once_share_one(tmp_path, start):
    path = tmp_path / "new" / "library.hashiya"
    children = [start("faults.opener", path) for _ in range(6)]
    outputs = {child.communicate(timeout=60)[0] for child in children}

    assert outputs == {"9 tags\n"}
    assert [each.name for each in path.parent.iterdir()] == ["library.hashiya"]
    with opened(path) as library:
        assert (library.check().problems, library.documents.count()) == ((), 6)


@pytest.mark.slow
def test_processes_that_migrate_at_once_migrate_once(path, start):
    with opened(path) as library:
        before = library.annotations.counts_by_tag()
    children = [start("store.migrating", path) for _ in range(4)]
    outputs = [child.communicate(timeout=60)[0] for child in children]

    assert outputs == ["ready\ndone\n"] * 4
    with raw(path) as connection:
        applied = [name for (name,) in connection.execute("select name from _sqlite_migrations order by id")]
        assert applied == [migration.name for migration in (*MIGRATIONS, NEXT, NEXT_BUT_ONE)]
        assert connection.execute("select count(*) from counted_runs").fetchone() == (1,)
        assert connection.execute("select count(*) from annotations").fetchone() == (sum(before.values()),)


@pytest.mark.slow
def test_migration_killed_at_any_moment_leaves_the_old_form_or_the_new_one(path, journal, start):
    tagger = start("faults.tagger", path, "x", 200)
    tagger.communicate(timeout=120)
    forms = set()
    for number in range(12):
        copy = path.with_name(f"copy-{number}-{journal}.hashiya")
        with opened(path, read_only=True) as library:
            library.backup_to(copy)
        child = start("store.migrating", copy)
        assert child.stdout.readline() == "ready\n"
        time.sleep(0.02 * number)
        end(child)
        forms.add(assert_old_or_new(copy))

    assert len(MIGRATIONS) in forms
    assert len(MIGRATIONS) + 2 in forms


def assert_old_or_new(path):
    """The form the file has; its annotations are all there, and its backups, if any, are whole."""
    with raw(path) as connection:
        form = connection.execute("pragma user_version").fetchone()[0]
        assert connection.execute("pragma integrity_check").fetchone() == ("ok",)
        assert connection.execute("select count(*) from annotations").fetchone() == (200,)
        applied = connection.execute("select count(*) from _sqlite_migrations").fetchone()[0]
    assert form == applied
    assert form in {len(MIGRATIONS), len(MIGRATIONS) + 2}
    for backup in (path.parent / "backups").glob(f"{path.stem}-*"):
        with Library.open(backup, read_only=True) as library:
            assert library.check().problems == ()
    return form
