# SPDX-License-Identifier: GPL-3.0-or-later
"""Zip files of strangers: bounds, names that lead outside, links, passwords, damage."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import FileError, FileMissing, FileProtected, FileTooLarge, FileUnsafe
from reader.importers.archive import Archive, Budget, resolved, safe_name


def packed(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def test_members_are_read_in_their_order(tmp_path):
    path = packed(tmp_path / "a.zip", {"ب.txt": "نص".encode(), "x/a.txt": b"a"})
    with Archive(path) as archive:
        assert [member.name for member in archive.members] == ["ب.txt", "x/a.txt"]
        assert archive.read("ب.txt").decode() == "نص"


def test_a_name_is_found_whatever_its_case(tmp_path):
    with Archive(packed(tmp_path / "a.zip", {"OEBPS/Chapter.xhtml": b"x"})) as archive:
        assert archive.read("oebps/chapter.XHTML") == b"x"
        assert "oebps/other.xhtml" not in archive


@pytest.mark.parametrize(
    "name", ["../x", "a/../../x", "/etc/passwd", "C:\\x", "..\\x", "\\\\server\\x", "a\x01b", ".", ""]
)
def test_names_that_lead_outside_are_refused(name):
    assert safe_name(name) is None


def test_members_that_lead_outside_are_left_out_and_counted(tmp_path):
    with Archive(packed(tmp_path / "a.zip", {"../../x": b"1", "in.txt": b"2"})) as archive:
        assert [member.name for member in archive.members] == ["in.txt"]
        assert archive.refused == 1


def test_links_are_left_out(tmp_path):
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as made:
        made.writestr(link, "/etc/passwd")
    with Archive(tmp_path / "a.zip") as archive:
        assert archive.members == ()
        assert archive.refused == 1


def test_of_two_members_with_one_name_the_last_counts(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as made:
        made.writestr("a.txt", "first")
        with pytest.warns(UserWarning, match="Duplicate name"):
            made.writestr("a.txt", "second")
    with Archive(tmp_path / "a.zip") as archive:
        assert archive.read("a.txt") == b"second"
        assert archive.refused == 1


def test_a_bomb_is_refused_before_it_fills_the_memory(tmp_path):
    with Archive(packed(tmp_path / "bomb.zip", {"zeros": bytes(200 << 20)})) as archive, pytest.raises(FileUnsafe):
        archive.read("zeros")


def test_a_member_larger_than_asked_for_is_refused(tmp_path):
    with Archive(packed(tmp_path / "a.zip", {"a": b"abc" * 1000})) as archive, pytest.raises(FileTooLarge):
        archive.read("a", largest_bytes=100)


def test_all_members_together_share_one_bound(tmp_path):
    path = packed(tmp_path / "a.zip", {"a": b"a" * 600, "b": b"b" * 600})
    with Archive(path, budget=Budget(bytes_left=1000)) as archive:
        archive.read("a")
        with pytest.raises(FileTooLarge):
            archive.read("b")


def test_archives_in_archives_share_the_bound_and_end_somewhere(tmp_path):
    data = b"text"
    for _ in range(6):
        inner = io.BytesIO()
        with zipfile.ZipFile(inner, "w") as made:
            made.writestr("inner.zip", data)
        data = inner.getvalue()
    (tmp_path / "a.zip").write_bytes(data)
    third = Archive(tmp_path / "a.zip").nested("inner.zip").nested("inner.zip").nested("inner.zip")
    with pytest.raises(FileUnsafe, match="too deep"):
        third.nested("inner.zip")


def test_overlapping_members_are_refused(tmp_path):
    path = packed(tmp_path / "a.zip", {"a": b"a" * 900, "b": b"b" * 900})
    data = bytearray(path.read_bytes())
    second = data.rindex(b"PK\x01\x02")
    data[second + 42 : second + 46] = struct.pack("<I", 0)
    path.write_bytes(data)
    with pytest.raises(FileUnsafe, match="overlap"):
        Archive(path)


def test_a_member_with_a_password_is_told(tmp_path):
    path = packed(tmp_path / "a.zip", {"a.txt": b"secret"})
    data = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    path.write_bytes(data)
    with Archive(path) as archive:
        assert archive.members[0].encrypted
        with pytest.raises(FileProtected):
            archive.read("a.txt")


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(FileMissing):
        Archive(tmp_path / "none.zip")


def test_a_name_in_utf8_without_the_flag_is_read_as_it_was_meant(tmp_path):
    path = packed(tmp_path / "a.zip", {"مقال.txt": b"x"})
    data = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 7), (b"PK\x01\x02", 9)):
        data[data.index(mark) + offset] &= ~8
    path.write_bytes(data)
    with Archive(path) as archive:
        assert archive.read("مقال.txt") == b"x"


@pytest.mark.parametrize(
    ("base", "reference", "member"),
    [
        ("OEBPS/text/a.xhtml", "../b.xhtml", "OEBPS/b.xhtml"),
        ("a.xhtml", "b.xhtml", "b.xhtml"),
        ("a.xhtml", "../b.xhtml", None),
        ("x/a", "/y", "y"),
    ],
)
def test_references_between_members(base, reference, member):
    assert resolved(base, reference) == member


@settings(max_examples=200, deadline=None)
@given(cut=st.integers(0, 400), flips=st.lists(st.tuples(st.integers(0, 400), st.integers(0, 255)), max_size=6))
def test_whatever_is_damaged_the_error_is_one_of_ours(tmp_path_factory, cut, flips):
    path = packed(tmp_path_factory.mktemp("zip") / "a.zip", {"a.txt": b"text" * 50, "b/c.txt": "نص".encode()})
    data = bytearray(path.read_bytes())
    for place, value in flips:
        data[place % len(data)] = value
    path.write_bytes(data[: len(data) - cut % len(data)])
    try:
        with Archive(path) as archive:
            for member in archive.members:
                archive.read(member.name)
    except FileError:
        return
