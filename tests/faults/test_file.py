# SPDX-License-Identifier: GPL-3.0-or-later
"""The file is deleted, replaced, moved or locked away while it is open: told at once, nothing acknowledged is lost."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from itertools import count, repeat
from pathlib import Path

import pytest
from faults.opened import opened

from reader.errors import DiskFull, LibraryReadOnly, LibraryReplaced
from reader.store import Library
from reader.text.spans import Span
from reader.workspace import Workspace, edits


@pytest.fixture
def workspace(path, journal):
    with opened(path) as library:
        yield Workspace(library, "سلمى")


def tag(workspace, start=0):
    library = workspace.library
    document = library.documents.list()[0]
    text = library.texts.open(document.id)
    edit = edits.tag_spans(text, document.id, [Span(start, start + 4)], "place", "سلمى")
    workspace.edit(edit)
    return edit.changes[0].after


def annotations_in(path):
    with opened(path, create=False) as library:
        return library.annotations.page_after(library.documents.list()[0].id, None, 1_000)


def set_aside(path):
    """Move the library away as a user does, with the files beside it."""
    away = path.with_name("away")
    away.mkdir()
    for each in path.parent.glob(path.name + "*"):
        each.rename(away / each.name)
    return away


def test_deleted_library_is_told(workspace, path):
    tag(workspace)
    path.unlink()
    with pytest.raises(LibraryReplaced):
        tag(workspace, 5)


def test_replaced_library_is_told_and_the_new_file_is_not_touched(workspace, path, tmp_path):
    tag(workspace)
    other = tmp_path / "other.hashiya"
    workspace.library.backup_to(other)
    before = other.read_bytes()
    other.replace(path)

    with pytest.raises(LibraryReplaced):
        tag(workspace, 5)
    assert path.read_bytes() == before


def test_library_replaced_during_the_commit_is_told(workspace, path, tmp_path):
    other = tmp_path / "other.hashiya"
    workspace.library.backup_to(other)

    with pytest.raises(LibraryReplaced), workspace.library.transaction():
        other.replace(path)


def test_library_moved_away_and_put_back_goes_on(workspace, path):
    first = tag(workspace)
    away = set_aside(path)
    with pytest.raises(LibraryReplaced):
        tag(workspace, 5)
    for each in away.iterdir():
        each.rename(path.with_name(each.name))
    second = tag(workspace, 5)
    workspace.library.close()

    assert annotations_in(path) == [first, second]


def test_what_was_acknowledged_can_still_be_read_when_the_file_is_gone(workspace, path):
    made = tag(workspace)
    path.unlink()

    assert workspace.library.annotations.get(made.id) == made


def test_undo_and_import_are_refused_too_when_the_file_is_gone(workspace, path):
    tag(workspace)
    path.unlink()
    with pytest.raises(LibraryReplaced):
        workspace.undo()
    with pytest.raises(LibraryReplaced):
        workspace.library.texts.add("نص", title="x")
    assert not path.exists()


READ_ONLY = """
import os, sys; from pathlib import Path
from reader.errors import ReaderError; from reader.store import Library; from reader.workspace import Workspace
sys.path.insert(0, {tests!r}); from faults.test_file import tag; from faults.opened import opened
os.setgid(65534); os.setuid(65534)
workspace = Workspace(opened(Path({path!r})), "x")
made = tag(workspace); print("tagged", flush=True); sys.stdin.readline()
try: tag(workspace, 9)
except ReaderError as error: print(type(error).__name__)
else: print("written")
print(workspace.library.annotations.get(made.id) == made)
"""


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_library_made_read_only_while_open_goes_on_or_says_so(path, journal):
    """The open file may still be written; the folder decides about the journal. Nothing is lost either way."""
    for folder in [*path.parents][:-1]:
        folder.chmod(folder.stat().st_mode | 0o055)
    os.chown(path.parent, 65534, 65534), os.chown(path, 65534, 65534)
    script = READ_ONLY.format(tests=str(Path(__file__).parents[1]), path=str(path))
    child = subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert child.stdout.readline() == "tagged\n"
    path.chmod(0o400), path.parent.chmod(0o500)
    told = child.communicate("\n", timeout=60)[0].split()
    path.parent.chmod(0o755), path.chmod(0o600)

    assert told[0] in {"written", "LibraryReadOnly", "LibraryUnreadable"}
    assert told[1] == "True"
    assert len(annotations_in(path)) == 1 + (told[0] == "written")


def test_library_on_a_medium_that_turns_read_only_says_so(workspace):
    """SQLite's own switch stands for a medium that refuses to be written."""
    tag(workspace)
    workspace.library._connection.execute("pragma query_only = on")
    with pytest.raises(LibraryReadOnly):
        tag(workspace, 5)


def test_full_file_is_told_and_what_was_there_is_there(workspace, path):
    made = tag(workspace)
    connection = workspace.library._connection
    connection.execute(f"pragma max_page_count = {connection.value('pragma page_count')}")
    with pytest.raises(DiskFull):
        workspace.library.texts.add("نص طويل\n" * 10_000, title="x")
    connection.execute("pragma max_page_count = 1000000")
    again = tag(workspace, 5)

    assert workspace.library.annotations.find([made.id, again.id]) == [made, again]
    assert workspace.library.check().problems == ()


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 1.5 MB."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1500k", "tmpfs", place], capture_output=True, text=True, check=False
    )
    if mounted.returncode:
        pytest.skip(f"no disk can be mounted here: {mounted.stderr.strip()}")
    yield place
    subprocess.run(["umount", "-l", place], check=True)


def test_full_disk_is_told_and_nothing_acknowledged_is_lost(small_disk, path, journal):
    place = small_disk / path.name
    shutil.copy(path, place)
    acknowledged = []
    with opened(place) as library:
        workspace = Workspace(library, "x")
        with pytest.raises(DiskFull):
            acknowledged.extend(tag(workspace, start) for start in count())
        assert made_so_far(library) == acknowledged
    with opened(place) as library:
        assert made_so_far(library) == acknowledged
        assert library.check().problems == ()
    assert len(acknowledged) > 10


def made_so_far(library):
    return library.annotations.page_after(library.documents.list()[0].id, None, 100_000)


def test_space_made_free_on_a_full_disk_lets_work_go_on(small_disk, path, journal):
    place, ballast = small_disk / path.name, small_disk / "ballast"
    shutil.copy(path, place)
    with opened(place) as library:
        workspace = Workspace(library, "x")
        first = tag(workspace)
        fill_up(ballast)
        with pytest.raises(DiskFull):
            library.texts.add("نص آخر\n" * 30_000, title="x")
        ballast.unlink()
        second = tag(workspace, 5)
        assert made_so_far(library) == [first, second]
        assert library.documents.count() == 1


def fill_up(ballast):
    with ballast.open("wb", buffering=0) as file, pytest.raises(OSError, match="No space"):
        file.writelines(repeat(bytes(4096)))


def test_library_is_not_made_on_a_full_disk_and_leaves_nothing(small_disk):
    fill_up(small_disk / "ballast")
    with pytest.raises(DiskFull) as told:
        Library.open(small_disk / "new.hashiya")
    assert told.value.path == small_disk / "new.hashiya"

    assert [each.name for each in small_disk.iterdir()] == ["ballast"]


def test_backup_onto_a_full_disk_keeps_the_older_one(small_disk, path):
    with opened(path) as library:
        library.backup_to(small_disk / "copy")
        before = (small_disk / "copy").read_bytes()
        library.texts.add("نص آخر\n" * 200_000, title="x")
        with pytest.raises(Exception, match="disk is full"):
            library.backup_to(small_disk / "copy")

    assert (small_disk / "copy").read_bytes() == before
    assert [each.name for each in small_disk.iterdir()] == ["copy"]


LIMITED = """
import resource, signal, sys; from pathlib import Path
from reader.errors import ReaderError; from reader.store import Library; from reader.workspace import Workspace
sys.path.insert(0, {tests!r}); from faults.test_file import tag; from faults.opened import opened
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
workspace = Workspace(opened(Path({path!r})), "x")
print(tag(workspace).id)
size = max(each.stat().st_size for each in Path({path!r}).parent.glob("*.hashiya*")) + 30_000
resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
try:
    for start in range(1, 10_000): print(tag(workspace, start % 900).id)
except ReaderError as error: print(type(error).__name__)
"""


def test_write_that_the_system_refuses_is_told_and_nothing_acknowledged_is_lost(path, journal):
    script = LIMITED.format(tests=str(Path(__file__).parents[1]), path=str(path))
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    *acknowledged, failure = done.stdout.split()

    assert failure in {"LibraryFailing", "DiskFull"}
    assert {each.id for each in annotations_in(path)} == set(acknowledged)
