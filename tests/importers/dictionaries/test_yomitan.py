# SPDX-License-Identifier: GPL-3.0-or-later
"""Yomitan dictionaries: glossaries of every kind as text, and what is damaged."""

import json
import zipfile
from contextlib import closing

import pytest
from dictionary_files import write_yomitan, yomitan_row

from reader.errors import DictionaryUnreadable
from reader.importers.dictionaries import open_dictionary

STRUCTURED = {
    "type": "structured-content",
    "content": [
        {"tag": "span", "content": "noun", "data": {"content": "part-of-speech-info"}},
        {
            "tag": "ol",
            "content": [{"tag": "li", "content": "book"}, {"tag": "li", "content": ["scripture", {"tag": "br"}]}],
        },
        {"tag": "img", "path": "x.png"},
        {"tag": "a", "href": "https://example.org/", "content": "more"},
        {"tag": "div", "data": {"content": "example-sentence"}, "content": "قرأ كتابا"},
        {"tag": "ruby", "content": ["كتاب", {"tag": "rt", "content": "kitab"}]},
    ],
}


def test_texts_are_numbered_and_readings_are_headwords_too(tmp_path, read):
    path = write_yomitan(tmp_path / "small.zip", [yomitan_row("كتاب", "book", "scripture", reading="كِتَاب", tags="n")])
    assert read(path) == [(("كتاب", "كِتَاب"), "n\n1. book\n2. scripture")]


def test_structured_content_becomes_lines_without_links_and_pictures(tmp_path, read):
    path = write_yomitan(tmp_path / "small.zip", [yomitan_row("كتاب", STRUCTURED)])
    assert read(path) == [(("كتاب",), "noun\n  • book\n  • scripture\nmore\nقرأ كتابا\nكتاب")]


def test_kinds_of_lines_are_known(tmp_path, entries):
    (entry,) = entries(write_yomitan(tmp_path / "small.zip", [yomitan_row("كتاب", STRUCTURED)]))
    assert "0eقرأ كتابا" in entry.body.split("\n")


def test_first_format_is_read(tmp_path, read):
    rows = [["كتاب", "", "", "", 0, "book", "scripture"]]
    assert read(write_yomitan(tmp_path / "small.zip", rows, index={"format": 1})) == [
        (("كتاب",), "1. book\n2. scripture")
    ]


def test_inflection_that_leads_to_itself_is_a_word_and_no_circle(tmp_path, read):
    path = write_yomitan(tmp_path / "small.zip", [yomitan_row("كتب", ["كتب", ["plural"]])])
    assert read(path) == [(("كتب",), "→ كتب")]


def test_it_says_what_it_is(tmp_path, near):
    index = {"author": "Somebody", "attribution": "CC BY-SA", "sourceLanguage": "ar", "targetLanguage": "en"}
    path = write_yomitan(tmp_path / "small.zip", [yomitan_row("a", "b")], index=index)
    with closing(open_dictionary(path, near)) as source:
        stated = source.statement
    assert (stated.title, stated.author, stated.licence) == ("The small one", "Somebody", "CC BY-SA")
    assert (stated.source_language, stated.target_language) == ("ar", "en")


@pytest.mark.parametrize("row", [None, 7, [], ["كتاب"], [1, 2, 3, 4, 5, 6], ["كتاب", "", "", "", 0, "no list"]])
def test_record_that_is_none_is_left_out_and_told(tmp_path, near, row):
    path = write_yomitan(tmp_path / "small.zip", [row, yomitan_row("كتاب", "book")])
    with closing(open_dictionary(path, near)) as source:
        assert len(list(source.entries())) == 1
        assert "record 1" in source.log.skipped()[0].places[0]


def with_bank(path, text, index='{"title": "x", "format": 3}'):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("index.json", index)
        archive.writestr("term_bank_1.json", text)
    return path


@pytest.mark.parametrize(
    ("text", "problem"),
    [("[[", "JSON"), ("{}", "JSON"), (b'["\xff"]', "UTF-8"), ("[" * 100_000, "JSON")],
)
def test_bank_that_is_no_list_is_refused_with_its_name(tmp_path, read, text, problem):
    with pytest.raises(DictionaryUnreadable, match=rf"small\.zip.*{problem}.*term_bank_1"):
        read(with_bank(tmp_path / "small.zip", text))


@pytest.mark.parametrize("index", ["[]", "{}", '{"title": 7}'])
def test_index_without_a_title_is_refused(tmp_path, read, index):
    with pytest.raises(DictionaryUnreadable, match="title"):
        read(with_bank(tmp_path / "small.zip", "[]", index))


def test_bank_that_unpacks_without_end_is_refused(tmp_path, read):
    with pytest.raises(DictionaryUnreadable, match="unpacks to far more"):
        read(with_bank(tmp_path / "small.zip", bytes(120 << 20)))


def test_content_nested_without_end_is_cut(tmp_path, read):
    content: object = "deep"
    for _ in range(300):
        content = [content]
    item = {"type": "structured-content", "content": ["top", content]}
    assert read(write_yomitan(tmp_path / "small.zip", [yomitan_row("a", item)])) == [(("a",), "top")]


def test_zip_that_was_cut_off_is_refused(tmp_path, read):
    path = write_yomitan(tmp_path / "small.zip", [yomitan_row("a", "b")])
    path.write_bytes(path.read_bytes()[:-30])
    with pytest.raises(DictionaryUnreadable, match=r"small\.zip"):
        read(path)


def test_zip_of_something_else_is_refused(tmp_path, read):
    path = tmp_path / "other.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.md", json.dumps({}))
    with pytest.raises(DictionaryUnreadable, match="no dictionary"):
        read(path)
