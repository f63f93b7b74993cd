# SPDX-License-Identifier: GPL-3.0-or-later
"""Backups: whole, checked, private, and never at the cost of an older good one."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import time

import pytest
from builders import annotation
from store.raw import raw

from reader.errors import BackupFailed, Cancelled
from reader.model.edit import Edit, RecordChange
from reader.store import Library
from reader.store.backup import AutomaticBackup, automatic_backups, worth_keeping
from reader.text.spans import Span


def add(library, document, start=0):
    made = annotation(document.id, Span(start, start + 3), quote=text_of(library, document)[start : start + 3])
    edit = Edit(name="add-annotation", document_id=document.id, changes=(RecordChange(None, made),))
    library.apply(edit, author="x")
    return made


def text_of(library, document):
    return library.texts.open(document.id).slice(0, 1_000)


def read(path):
    with Library.open(path, read_only=True) as library:
        return [
            (document, text_of(library, document), library.annotations.page_after(document.id, None, 99))
            for document in library.documents.list()
        ]


@pytest.mark.parametrize("wal", [True, False])
def test_backup_holds_what_the_library_holds(path, tmp_path, any_text, wal):
    with Library.open(path, wal=wal) as library:
        document = library.texts.add(any_text, title="x")
        made = add(library, document)
        library.backup_to(tmp_path / "copy.hashiya")

    assert read(tmp_path / "copy.hashiya") == read(path) == [(document, any_text, [made])]


def test_backup_is_one_file_for_its_owner(library, document, tmp_path):
    library.backup_to(tmp_path / "copies" / "copy.hashiya")
    (only,) = (tmp_path / "copies").iterdir()

    assert stat.S_IMODE(only.stat().st_mode) == 0o600
    with raw(only) as copy:
        assert copy.execute("pragma journal_mode").fetchone() == ("delete",)


def test_backup_keeps_the_history_so_that_undo_works_in_it(library, document, tmp_path):
    add(library, document)
    library.backup_to(tmp_path / "copy")
    with Library.open(tmp_path / "copy") as copy:
        copy.undo()
        assert copy.annotations.count(document.id) == 0
    assert library.annotations.count(document.id) == 1


def test_newer_backup_takes_the_place_of_an_older_one(library, document, tmp_path):
    library.backup_to(tmp_path / "copy")
    made = add(library, document)
    library.backup_to(tmp_path / "copy")

    assert read(tmp_path / "copy")[0][2] == [made]


def test_damaged_library_does_not_replace_a_good_backup(library, document, path, tmp_path):
    add(library, document)
    library.backup_to(tmp_path / "copy")
    before = (tmp_path / "copy").read_bytes()
    with raw(path) as connection:
        connection.execute("update annotations set quote = 'دخيل'")

    with pytest.raises(BackupFailed, match="changed by something else"):
        library.backup_to(tmp_path / "copy")
    assert (tmp_path / "copy").read_bytes() == before
    assert sorted(each.name for each in tmp_path.glob("*copy*")) == ["copy"]


def test_backup_replaces_no_file_of_another_kind(library, tmp_path):
    (tmp_path / "thesis.docx").write_bytes(b"years of work")

    with pytest.raises(BackupFailed, match="another file"):
        library.backup_to(tmp_path / "thesis.docx")
    assert (tmp_path / "thesis.docx").read_bytes() == b"years of work"


def test_backup_onto_the_library_itself_is_refused(library, path):
    with pytest.raises(BackupFailed, match="itself"):
        library.backup_to(path)


def test_backup_where_nothing_can_be_written_is_told(library, tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(BackupFailed):
        library.backup_to(tmp_path / "file" / "copy")


def test_stopped_backup_leaves_nothing(library, document, tmp_path):
    with pytest.raises(Cancelled):
        library.backup_to(tmp_path / "copy", cancelled=lambda: True)
    assert list(tmp_path.glob("*copy*")) == []


def test_failed_backup_names_the_file_that_was_to_be_made(library, document, path, tmp_path):
    with raw(path) as connection:
        connection.execute("update documents set digest = 'x'")
    with pytest.raises(BackupFailed) as told:
        library.backup_to(tmp_path / "copy")

    assert (told.value.path, str(told.value).count(str(tmp_path))) == (tmp_path / "copy", 1)


def test_backup_hears_how_far_it_is(library, document, tmp_path):
    heard = []
    library.backup_to(tmp_path / "copy", progress=heard.append)

    assert (heard == sorted(heard), heard[-1]) == (True, 1.0)


WRITER = """
import sys; from pathlib import Path; from reader.store import Library
with Library.open(Path({path!r})) as library:
    print("ready", flush=True)
    for number in range(10_000): library.texts.add(str(number), title="x")
"""


def test_backup_while_another_process_writes_is_one_state_of_the_library(library, document, tmp_path):
    command = [sys.executable, "-c", WRITER.format(path=str(library.path))]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as writer:
        writer.stdout.readline()
        time.sleep(0.2)
        library.backup_to(tmp_path / "copy")
        writer.kill()
    with Library.open(tmp_path / "copy", read_only=True) as copy:
        assert copy.check().is_whole
        assert 1 < copy.documents.count() <= library.documents.count()


def test_one_automatic_backup_a_day_is_enough(library, document, tmp_path):
    made = library.back_up_daily()

    assert made.parent == tmp_path / "backups"
    assert library.back_up_daily() is None
    assert read(made)[0][0] == document


def named(*days):
    return [
        AutomaticBackup(path=None, number=number, day=day, before_migration=False)
        for number, day in enumerate(days, start=1)
    ]


def test_last_five_are_kept_even_from_one_day():
    backups = named(*["2026-01-01"] * 8)

    assert [backup.number for backup in worth_keeping(backups)] == [4, 5, 6, 7, 8]


def test_last_one_of_each_of_seven_days_is_kept():
    backups = named(*(f"2026-01-{day:02}" for day in range(1, 11) for _ in range(3)))

    assert [backup.number for backup in worth_keeping(backups)] == [12, 15, 18, 21, 24, 26, 27, 28, 29, 30]


def test_wrong_clock_does_not_cost_the_newest():
    backups = named("2035-01-01", "2035-01-02", "1970-01-01", "1970-01-02", "1970-01-03", "1970-01-04", "1970-01-05")

    assert worth_keeping(backups) == backups


def test_older_automatic_backups_are_thinned_out_and_others_left_alone(library, document, path, tmp_path):
    folder = tmp_path / "backups"
    folder.mkdir()
    for number in range(1, 21):
        (folder / f"library-{number:06}-2020-01-{number:02}.hashiya").write_bytes(b"x")
    others = [folder / name for name in ("library-000001-2020-01-01-form-1.hashiya", "other-000001-2020-01-01.hashiya")]
    [each.write_bytes(b"x") for each in others]
    made = library.back_up_daily()

    assert [backup.number for backup in automatic_backups(path)] == [15, 16, 17, 18, 19, 20, 21]
    assert made.name.startswith("library-000021-")
    assert all(each.exists() for each in others)


def test_what_a_killed_backup_left_is_removed_after_a_day(library, document, tmp_path):
    folder = tmp_path / "backups"
    folder.mkdir()
    name = ".library-000001-2020-01-01.hashiya."
    old, running, foreign = folder / f"{name}{'a' * 32}", folder / f"{name}{'b' * 32}", folder / ".notes"
    for each, age_s in ((old, 90_000), (running, 10), (foreign, 90_000)):
        each.write_bytes(b"x")
        os.utime(each, (time.time() - age_s,) * 2)
    library.back_up_daily()

    assert [each.exists() for each in (old, running, foreign)] == [False, True, True]


def test_no_backup_is_thinned_out_when_the_new_one_fails(library, document, path, tmp_path):
    add(library, document)
    made = library.back_up_daily()
    old = [made.with_name(f"library-{number:06}-2020-01-01.hashiya") for number in range(20)]
    [each.write_bytes(b"x") for each in old]
    made.unlink()
    with raw(path) as connection:
        connection.execute("update annotations set note = 'دخيل'")

    with pytest.raises(BackupFailed):
        library.back_up_daily()
    assert all(each.exists() for each in old)
