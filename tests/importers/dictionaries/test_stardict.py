# SPDX-License-Identifier: GPL-3.0-or-later
"""StarDict dictionaries, whole and damaged."""

import gzip
import io
import os
import tarfile
import zipfile
from contextlib import closing

import pytest
from dictionary_files import SMALL, write_stardict

from reader.errors import DictionaryUnreadable, FileMissing
from reader.importers.dictionaries import open_dictionary


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("wide_offsets", [False, True])
def test_every_entry_is_read(tmp_path, read, packed, wide_offsets):
    path = write_stardict(tmp_path, packed=packed, wide_offsets=wide_offsets)
    assert read(path) == [((word,), text) for word, text in SMALL]


@pytest.mark.parametrize("suffix", [".idx.gz", ".dict.dz"])
def test_any_of_its_files_names_it(tmp_path, read, suffix):
    write_stardict(tmp_path, packed=True)
    assert len(read(tmp_path / f"small{suffix}")) == len(SMALL)


def test_it_says_what_it_is(tmp_path, near):
    path = write_stardict(tmp_path, fields={"author": "Somebody", "lang": "ar-en", "description": "small"})
    with closing(open_dictionary(path, near)) as source:
        stated = source.statement
    assert (stated.title, stated.author, stated.description) == ("The small one", "Somebody", "small")
    assert (stated.source_language, stated.target_language, stated.entries) == ("ar", "en", len(SMALL))


def test_synonyms_lead_to_the_article_of_their_entry(tmp_path, entries):
    found = entries(write_stardict(tmp_path, synonyms=[("سفر", 0)]))
    assert found[-1].headwords == ("سفر",)
    assert (found[-1].body, found[-1].place) == (found[0].body, found[0].place)


def test_parts_of_an_article_are_joined_and_pictures_dropped(tmp_path, read):
    word, article = "كتاب".encode(), b"tkitab\0" + b"W\0\0\0\4RIFF" + b"h<b>book</b>\0"
    path = write_stardict(tmp_path, [("كتاب", "x")], types="")
    path.with_suffix(".dict").write_bytes(article)
    path.with_suffix(".idx").write_bytes(word + b"\0\0\0\0\0" + len(article).to_bytes(4, "big"))
    assert read(path) == [(("كتاب",), "[kitab]\nbook")]


def test_parts_in_a_stated_order_are_joined(tmp_path, read):
    path = write_stardict(tmp_path, [("كتاب", "kitab\0book")], types="tm")
    assert read(path) == [(("كتاب",), "[kitab]\nbook")]


def test_markup_becomes_lines_and_nothing_of_it_remains(tmp_path, read):
    article = '<script>alert(1)</script><p onclick="x">book</p><ol><li>a<li>b</ol><img src="http://x/y.png">&lt;c&gt;'
    path = write_stardict(tmp_path, [("كتاب", article)], types="h")
    assert read(path) == [(("كتاب",), "book\n  1. a\n  2. b\n<c>")]


def test_entry_that_is_not_utf8_is_left_out_and_told(tmp_path, near):
    path = write_stardict(tmp_path)
    data = path.with_suffix(".dict").read_bytes()
    path.with_suffix(".dict").write_bytes(b"\xff" + data[1:])
    with closing(open_dictionary(path, near)) as source:
        assert len(list(source.entries())) == len(SMALL) - 1
        assert [(each.reason, each.count) for each in source.log.skipped()] == [("not-utf8", 1)]
        assert "entry 1" in source.log.skipped()[0].places[0]


def test_dictionary_in_another_encoding_is_refused(tmp_path, entries):
    many = [(f"{number:04}", "كتاب") for number in range(200)]
    path = write_stardict(tmp_path, many)
    data = path.with_suffix(".dict").read_bytes().decode().encode("cp1256")
    path.with_suffix(".dict").write_bytes(data.ljust(path.with_suffix(".dict").stat().st_size, b"\xc7"))
    with pytest.raises(DictionaryUnreadable, match="UTF-8") as caught:
        entries(path)
    assert caught.value.path == path


def test_other_number_of_entries_than_stated_is_told(tmp_path, near):
    path = write_stardict(tmp_path, fields={"wordcount": "7"})
    with closing(open_dictionary(path, near)) as source:
        assert len(list(source.entries())) == len(SMALL)
        assert source.log.skipped()[0].reason == "wordcount"


def test_index_that_was_cut_off_is_refused_with_its_place(tmp_path, entries):
    path = write_stardict(tmp_path, fields={"idxfilesize": "0"})
    index = path.with_suffix(".idx")
    index.write_bytes(index.read_bytes()[:-3])
    with pytest.raises(DictionaryUnreadable, match=r"small\.idx.*cut off.*entry 5") as caught:
        entries(path)
    assert caught.value.problem == "cut"


def test_index_shorter_than_stated_is_refused(tmp_path, entries):
    path = write_stardict(tmp_path)
    index = path.with_suffix(".idx")
    index.write_bytes(index.read_bytes()[:22])
    with pytest.raises(DictionaryUnreadable, match="cut off"):
        entries(path)


def test_offset_beyond_the_text_is_refused_with_its_place(tmp_path, entries):
    path = write_stardict(tmp_path)
    articles = path.with_suffix(".dict")
    articles.write_bytes(articles.read_bytes()[:-4])
    with pytest.raises(DictionaryUnreadable, match=r"outside.*entry 5"):
        entries(path)


def test_synonym_of_no_entry_is_refused_with_its_place(tmp_path, entries):
    with pytest.raises(DictionaryUnreadable, match="synonym 1"):
        entries(write_stardict(tmp_path, synonyms=[("سفر", 99)]))


@pytest.mark.parametrize("cut", [5, 40])
def test_packed_text_that_was_cut_off_is_refused(tmp_path, entries, cut):
    path = write_stardict(tmp_path, packed=True)
    packed = tmp_path / "small.dict.dz"
    packed.write_bytes(packed.read_bytes()[:cut])
    with pytest.raises(DictionaryUnreadable, match=r"small\.dict\.dz.*unpacked"):
        entries(path)


def test_file_that_belongs_to_it_and_is_missing_is_named(tmp_path, entries):
    path = write_stardict(tmp_path)
    path.with_suffix(".dict").unlink()
    with pytest.raises(DictionaryUnreadable, match=r"small\.dict"):
        entries(path)


@pytest.mark.parametrize("header", ["", "something else\n", "StarDict's dict ifo fil"])
def test_header_of_something_else_is_refused(tmp_path, entries, header):
    path = write_stardict(tmp_path)
    path.write_text(header, "utf-8")
    with pytest.raises(DictionaryUnreadable, match="header"):
        entries(path)


def test_missing_file_is_told(tmp_path, entries):
    with pytest.raises(FileMissing):
        entries(tmp_path / "none.ifo")


def test_bomb_is_refused_before_it_fills_the_disk(tmp_path, entries):
    path = write_stardict(tmp_path, packed=True)
    with gzip.open(tmp_path / "small.dict.dz", "wb", compresslevel=9) as bomb:
        for _ in range(100):
            bomb.write(bytes(1 << 20))
    with pytest.raises(DictionaryUnreadable, match="unpacks to far more"):
        entries(path)


def test_two_sparse_gigabytes_are_read_at_once(tmp_path, read):
    path = write_stardict(tmp_path)
    os.truncate(path.with_suffix(".dict"), 2 << 30)
    assert len(read(path)) == len(SMALL)


def test_entry_of_two_gigabytes_is_cut_and_told(tmp_path, near):
    path = write_stardict(tmp_path, [("كتاب", "book")])
    os.truncate(path.with_suffix(".dict"), 2 << 30)
    path.with_suffix(".idx").write_bytes("كتاب".encode() + b"\0\0\0\0\0" + (2 << 30).to_bytes(4, "big"))
    with closing(open_dictionary(path, near)) as source:
        (entry,) = source.entries()
        assert len(entry.body) == 4 << 20
        assert source.log.skipped()[0].reason == "cut"


def archive_of(folder, path):
    if path.suffix == ".zip":
        with zipfile.ZipFile(path, "w") as archive:
            for each in folder.iterdir():
                archive.write(each, f"dictionary/{each.name}")
    else:
        with tarfile.open(path, "w:gz") as archive:
            archive.add(folder, "dictionary")
    return path


@pytest.mark.parametrize("name", ["small.zip", "small.tar.gz", "small.tgz"])
def test_archive_is_read_and_nothing_of_it_stays_unpacked(tmp_path, read, near, name):
    write_stardict(tmp_path / "files", packed=True)
    assert len(read(archive_of(tmp_path / "files", tmp_path / name))) == len(SMALL)
    assert list(near.iterdir()) == []


def test_folder_is_read(tmp_path, read):
    write_stardict(tmp_path / "files")
    assert len(read(tmp_path / "files")) == len(SMALL)


def test_folder_with_several_asks_for_one(tmp_path, read):
    write_stardict(tmp_path / "files")
    write_stardict(tmp_path / "files", name="other")
    with pytest.raises(DictionaryUnreadable, match=r"several.*other\.ifo.*small\.ifo"):
        read(tmp_path / "files")


def test_archive_that_leads_outside_is_refused(tmp_path, read, near):
    path = tmp_path / "evil.tar"
    with tarfile.open(path, "w") as archive:
        member = tarfile.TarInfo("../../evil.ifo")
        member.size = 4
        archive.addfile(member, io.BytesIO(b"evil"))
    with pytest.raises(DictionaryUnreadable, match="outside itself"):
        read(path)
    assert not (tmp_path.parent / "evil.ifo").exists()
    assert list(near.iterdir()) == []
