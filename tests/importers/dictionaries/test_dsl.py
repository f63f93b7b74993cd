# SPDX-License-Identifier: GPL-3.0-or-later
"""DSL dictionaries: encodings, headwords with parts, markup, and what is damaged."""

from contextlib import closing

import pytest
from dictionary_files import DSL_HEADER, write_dsl

from reader.errors import DictionaryUnreadable
from reader.importers.dictionaries import open_dictionary
from reader.importers.dictionaries.dsl import spellings_of

CARD = "كِتَاب\n\t[m1][b]1.[/b] [trn]book[/trn][/m]\n\t[m2][ex][lang id=1]قرأ ~ًا[/lang] he read[/ex][/m]\n"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8", "utf-8-sig"])
@pytest.mark.parametrize("name", ["small.dsl", "small.dsl.dz"])
def test_card_is_read_in_every_encoding(tmp_path, read, encoding, name):
    path = write_dsl(tmp_path / name, CARD, encoding=encoding)
    assert read(path) == [(("كِتَاب",), "  1. book\n    قرأ كِتَابًا he read")]


def test_code_page_of_the_header_counts(tmp_path, read):
    header = '#NAME "x"\n#SOURCE_CODE_PAGE "Arabic"\n\n'
    path = write_dsl(tmp_path / "small.dsl", "كتاب\n book\n", encoding="cp1256", header=header)
    assert read(path) == [(("كتاب",), "book")]


def test_it_says_what_it_is(tmp_path, near):
    path = write_dsl(tmp_path / "small.dsl", CARD)
    (tmp_path / "small.ann").write_text("كلمات", "utf-16")
    with closing(open_dictionary(path, near)) as source:
        stated = source.statement
    assert (stated.title, stated.source_language, stated.target_language) == ("The small one", "ar", "en")
    assert stated.description == "كلمات"


@pytest.mark.parametrize(
    ("headword", "spellings"),
    [
        ("{the }book", ("book",)),
        ("colo(u)r", ("colour", "color")),
        (r"a \(b\)", ("a (b)",)),
        ("[b]كتاب[/b]", ("كتاب",)),
        ("a(b)(c)", ("abc", "ab", "ac", "a")),
        ("{only}", ()),
    ],
)
def test_parts_of_a_headword(headword, spellings):
    assert spellings_of(headword) == spellings


def test_several_headwords_share_a_card(tmp_path, read):
    assert read(write_dsl(tmp_path / "small.dsl", "كتاب\nسفر\n\tbook\n")) == [(("كتاب", "سفر"), "book")]


def test_subentry_is_an_entry_of_its_own(tmp_path, read):
    body = "كتاب\n\tbook\n\t@ كتاب مدرسي\n\tschoolbook\n\t@\n\tmore\nقلم\n\tpen\n"
    assert read(write_dsl(tmp_path / "small.dsl", body)) == [
        (("كتاب مدرسي",), "schoolbook"),
        (("كتاب",), "book\nmore"),
        (("قلم",), "pen"),
    ]


def test_sounds_pictures_comments_and_links_leave_only_their_words(tmp_path, read):
    body = "a\n\t[s]x.wav[/s]b {{note}}[url]http://x[/url] [ref]c[/ref] <<d>> \\[e\\]\n"
    assert read(write_dsl(tmp_path / "small.dsl", body)) == [(("a",), "b http://x c d [e]")]


def test_bytes_of_another_encoding_are_refused_with_their_line(tmp_path, read):
    path = write_dsl(tmp_path / "small.dsl", CARD, encoding="utf-8")
    path.write_bytes(path.read_bytes() + b"\xff\xfe\xc7")
    with pytest.raises(DictionaryUnreadable, match=r"small\.dsl.*UTF-8.*line"):
        read(path)


def test_half_a_unit_of_utf_16_is_refused(tmp_path, read):
    path = write_dsl(tmp_path / "small.dsl", CARD)
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(DictionaryUnreadable, match="UTF-16"):
        read(path)


def test_file_without_a_header_is_refused(tmp_path, read):
    with pytest.raises(DictionaryUnreadable, match="header"):
        read(write_dsl(tmp_path / "small.dsl", CARD, header=""))


def test_card_without_lines_is_none(tmp_path, read):
    assert read(write_dsl(tmp_path / "small.dsl", "كتاب\n", header=DSL_HEADER)) == []
