# SPDX-License-Identifier: GPL-3.0-or-later
"""A file is replaced by a whole one or not at all."""

import os
import stat
import subprocess
from pathlib import Path

import pytest

from reader.errors import FileIsFolder, FileUnwritable
from reader.interchange import write_file


def fill(content):
    return lambda stream: stream.write(content)


def fail_after(content):
    def write(stream):
        stream.write(content)
        stream.flush()
        raise RuntimeError("torn")

    return write


def test_a_new_file_is_written_in_utf8_with_line_ends_as_given(tmp_path):
    write_file(tmp_path / "new.csv", fill("سطر\r\nآخر\n"))

    assert (tmp_path / "new.csv").read_bytes() == "سطر\r\nآخر\n".encode()


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path):
    target = tmp_path / "old.json"
    target.write_text("old", encoding="utf-8")

    with pytest.raises(RuntimeError):
        write_file(target, fail_after("half"))

    assert target.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_replaced_file_keeps_its_permissions(tmp_path):
    target = tmp_path / "old.json"
    target.touch(0o600)
    target.chmod(0o640)

    write_file(target, fill("new"))

    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_new_file_gets_the_permissions_of_any_new_file(tmp_path):
    (tmp_path / "usual").touch()

    write_file(tmp_path / "ours", fill("x"))

    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_a_link_goes_on_leading_to_the_file(tmp_path):
    (tmp_path / "real").write_text("old", encoding="utf-8")
    (tmp_path / "link").symlink_to("real")

    write_file(tmp_path / "link", fill("new"))

    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text(encoding="utf-8") == "new"


def test_a_folder_is_told(tmp_path):
    with pytest.raises(FileIsFolder):
        write_file(tmp_path, fill("x"))


@pytest.mark.parametrize("place", ["none/out.json", "file/out.json"])
def test_a_place_that_cannot_be_written_is_told(tmp_path, place):
    (tmp_path / "file").touch()

    with pytest.raises(FileUnwritable) as failure:
        write_file(tmp_path / place, fill("x"))

    assert failure.value.path == tmp_path / place


def test_a_full_device_is_told():
    with pytest.raises(FileUnwritable) as failure:
        write_file(Path("/dev/full"), fill("x" * 100_000))

    assert failure.value.reason == os.strerror(28)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount")
def test_a_full_disk_leaves_the_old_file(tmp_path):
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", tmp_path], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("no mounting here")
    try:
        target = tmp_path / "old.json"
        target.write_text("old", encoding="utf-8")
        with pytest.raises(FileUnwritable):
            write_file(target, fill("x" * 200_000))
        assert target.read_text(encoding="utf-8") == "old"
        assert list(tmp_path.iterdir()) == [target]
    finally:
        subprocess.run(["umount", tmp_path], check=True)
