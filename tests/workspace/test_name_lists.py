# SPDX-License-Identifier: GPL-3.0-or-later
"""Files with names go into the library and come out as names that recognition knows."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.errors import Cancelled, FileIsBinary, FileMissing
from reader.model.ids import TagId
from reader.store import Library
from reader.workspace.name_lists import add_name_list, names_in_files, names_of, read_name_file

PLACE = TagId("place")


@pytest.fixture
def library_path(tmp_path: Path) -> Path:
    path = tmp_path / "library.hashiya"
    Library.open(path).close()
    return path


def written(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def known(library_path: Path) -> list[tuple[str, str, str]]:
    with Library.open(library_path) as library:
        return [(each.name, each.tag_id, each.entity) for each in names_of(library)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1256"])
def test_a_file_is_read_whatever_its_encoding(library_path: Path, tmp_path: Path, encoding: str) -> None:
    text = "من أسماء المدن في العراق\nالقاهرة الكبرى\nالبصرة على شط العرب\n"
    made = add_name_list(library_path, written(tmp_path / "مدن.txt", text, encoding), PLACE)

    assert (made.title, made.names, made.skipped, made.is_on) == ("مدن", 3, 0, True)
    assert known(library_path)[1] == ("القاهرة الكبرى", "place", "القاهرة الكبرى")


def test_tags_are_known_by_id_and_by_name_in_any_language(library_path: Path, tmp_path: Path) -> None:
    rows = "باكو,place\nعدن,مكان\nسالم,Person\nعمر,شَخْص\n"
    add_name_list(library_path, written(tmp_path / "names.csv", rows), PLACE)

    assert [tag for _, tag, _ in known(library_path)] == ["place", "place", "person", "person"]


def test_lines_that_cannot_be_read_are_noted_with_the_list(library_path: Path, tmp_path: Path) -> None:
    made = add_name_list(library_path, written(tmp_path / "n.csv", "باكو,place\nعدن,nothing\n,place\n"), PLACE)

    assert (made.names, made.skipped) == (1, 2)
    assert made.notes == ((2, "unknown-tag", "nothing"), (3, "no-name", ""))


def test_a_file_read_again_takes_the_place_of_what_it_was(library_path: Path, tmp_path: Path) -> None:
    path = written(tmp_path / "n.txt", "باكو\n")
    first = add_name_list(library_path, path, PLACE)
    with Library.open(library_path) as library:
        library.name_lists.set_tag(first.id, TagId("person"))
        before = library.name_lists.state()
    again = add_name_list(library_path, written(path, "عدن\nباكو\n"), PLACE)

    assert (again.id, again.tag_id) == (first.id, "person")
    assert known(library_path) == [("عدن", "person", "عدن"), ("باكو", "person", "باكو")]
    with Library.open(library_path) as library:
        assert library.name_lists.state() != before


def test_a_list_that_is_off_or_removed_is_not_known(library_path: Path, tmp_path: Path) -> None:
    one, two = (add_name_list(library_path, written(tmp_path / f"{name}.txt", name), PLACE) for name in ("باكو", "عدن"))
    with Library.open(library_path) as library:
        library.name_lists.set_on(one.id, is_on=False)
        assert [each.is_on for each in library.name_lists.all()] == [False, True]
    assert known(library_path) == [("عدن", "place", "عدن")]

    with Library.open(library_path) as library:
        library.name_lists.remove(two.id)
    assert known(library_path) == []


def test_lists_go_where_the_library_goes(library_path: Path, tmp_path: Path) -> None:
    path = written(tmp_path / "n.txt", "باكو\n")
    add_name_list(library_path, path, PLACE)
    path.unlink()
    moved = library_path.rename(tmp_path / "elsewhere.hashiya")

    assert known(moved) == [("باكو", "place", "باكو")]


def test_files_that_hold_no_text_are_refused_and_nothing_is_changed(library_path: Path, tmp_path: Path) -> None:
    add_name_list(library_path, written(tmp_path / "n.txt", "باكو\n"), PLACE)
    (tmp_path / "n.txt").write_bytes(b"PK\x03\x04" + bytes(100))
    with pytest.raises(FileIsBinary):
        add_name_list(library_path, tmp_path / "n.txt", PLACE)
    with pytest.raises(FileMissing):
        add_name_list(library_path, tmp_path / "none.txt", PLACE)

    assert known(library_path) == [("باكو", "place", "باكو")]


def test_reading_can_be_stopped(library_path: Path, tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        add_name_list(library_path, written(tmp_path / "n.txt", "باكو\n"), PLACE, lambda: True)

    assert known(library_path) == []


def test_the_same_file_serves_the_command_line_without_a_library(tmp_path: Path, library_path: Path) -> None:
    with Library.open(library_path) as library:
        tags = library.tagsets.tags()
    read = read_name_file(written(tmp_path / "n.tsv", "باكو\tplace\tBaku\n"), tags)

    assert read.names == (("باكو", "place", "Baku"),)


def test_several_files_are_read_together_and_each_broken_line_names_its_file(
    tmp_path: Path, library_path: Path
) -> None:
    with Library.open(library_path) as library:
        tags = library.tagsets.tags()
    one, two = written(tmp_path / "a.txt", "باكو\n«»\n"), written(tmp_path / "b.csv", "سالم,person\n")
    known, broken = names_in_files([one, two], tags, PLACE)

    assert [(each.name, each.tag_id) for each in known] == [("باكو", "place"), ("سالم", "person")]
    assert [(path, str(line)) for path, line in broken] == [(one, "line 2: the name has no letter and no digit")]


def test_the_names_are_the_same_object_while_nothing_has_changed(library_path: Path, tmp_path: Path) -> None:
    add_name_list(library_path, written(tmp_path / "n.txt", "باكو\n"), PLACE)
    with Library.open(library_path) as library:
        first = names_of(library)
    with Library.open(library_path) as library:
        assert names_of(library) is first
