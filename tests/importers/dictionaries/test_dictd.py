# SPDX-License-Identifier: GPL-3.0-or-later
"""dictd dictionaries, whole and damaged, and those that a system has installed."""

from contextlib import closing

import pytest
from dictionary_files import SMALL, in_base_64, write_dictd

from reader.errors import DictionaryUnreadable
from reader.importers.dictionaries import open_dictionary
from reader.importers.dictionaries.dictd import SYSTEM_FOLDERS

FREEDICT = SYSTEM_FOLDERS[0] / "freedict-ara-eng.index"


@pytest.mark.parametrize("packed", [False, True])
def test_every_entry_is_read_and_what_it_says_of_itself_is_none(tmp_path, read, packed):
    found = read(write_dictd(tmp_path, packed=packed))
    assert [words for words, _ in found] == [(word,) for word, _ in SMALL]
    assert found[0][1] == "/kitaːb/\n  book"


@pytest.mark.parametrize("name", ["small.index", "small.dict.dz"])
def test_either_of_its_files_names_it(tmp_path, read, name):
    write_dictd(tmp_path)
    assert len(read(tmp_path / name)) == len(SMALL)


def test_it_says_what_it_is(tmp_path, near):
    path = write_dictd(tmp_path, name="freedict-ara-eng")
    with closing(open_dictionary(path, near)) as source:
        stated = source.statement
    assert (stated.title, stated.author, stated.licence) == ("The freedict-ara-eng one", "somebody", "license: GPL")
    assert (stated.source_language, stated.target_language, stated.entries) == ("ara", "eng", len(SMALL))


def test_headword_is_shown_with_the_marks_that_its_article_has(tmp_path, read):
    write_dictd(tmp_path, [("xxxx", "x")], packed=False)
    data = "كِتَاب /kitaːb/\nbook\n".encode()
    (tmp_path / "small.dict").write_bytes(data)
    (tmp_path / "small.index").write_text(f"كتاب\tA\t{in_base_64(len(data))}\n", "utf-8")
    assert read(tmp_path / "small.index") == [(("كِتَاب",), "/kitaːb/\nbook")]


def test_fourth_column_is_the_headword_as_it_is_shown(tmp_path, read):
    path = write_dictd(tmp_path, [("book", "x")], packed=False)
    lines = path.read_text("utf-8").splitlines()
    path.write_text("\n".join([*lines[:-1], lines[-1] + "\tBook!"]), "utf-8")
    assert read(path)[0][0] == ("Book!",)


@pytest.mark.parametrize("line", ["كتاب", "كتاب\tA", "كتاب\tA\t!", "كتاب\t\tB", "كتاب\tA\tBBBBBBBBBBBBBBB"])
def test_line_without_numbers_is_refused_with_its_place(tmp_path, read, line):
    path = write_dictd(tmp_path)
    path.write_text(path.read_text("utf-8") + line, "utf-8")
    with pytest.raises(DictionaryUnreadable, match=r"small\.index.*line 8"):
        read(path)


def test_line_beyond_the_text_is_refused_with_its_place(tmp_path, read):
    path = write_dictd(tmp_path)
    path.write_text(path.read_text("utf-8") + f"كتاب\t{in_base_64(1 << 30)}\tB\n", "utf-8")
    with pytest.raises(DictionaryUnreadable, match=r"outside.*line 8"):
        read(path)


def test_text_that_is_missing_is_named(tmp_path, read):
    path = write_dictd(tmp_path)
    (tmp_path / "small.dict.dz").unlink()
    with pytest.raises(DictionaryUnreadable, match=r"small\.dict\.dz"):
        read(path)


@pytest.mark.skipif(not FREEDICT.exists(), reason="the Debian package dict-freedict-ara-eng is not installed")
def test_freedict_is_read_as_a_whole(near):
    with closing(open_dictionary(FREEDICT, near)) as source:
        found = {entry.headwords[0]: entry.body for entry in source.entries()}
        assert source.statement.entries == 52_996
    assert source.log.skipped() == ()
    assert "Book" in found["الكتاب"]
    assert "لم يتأثّر بالبكتيريا" in found
