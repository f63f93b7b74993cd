# SPDX-License-Identifier: GPL-3.0-or-later
"""Dictionaries without a window: taken in, listed, ordered, switched, asked, removed."""

from __future__ import annotations

import json

import pytest
from dictionary_files import write_stardict, write_yomitan, yomitan_row


@pytest.fixture
def dictionary(hashiya, tmp_path):
    """A shelf with two dictionaries."""
    write_stardict(tmp_path / "one", name="one")
    write_yomitan(tmp_path / "two.zip", [yomitan_row("كِتَاب", "scripture")], index={"title": "معجم ثان"})
    done = hashiya("dictionary", "add", "one/one.ifo", "two.zip")
    assert done.code == 0, done.err
    return lambda *arguments: hashiya("dictionary", *arguments)


def listed(dictionary):
    return [(each["title"], each["on"]) for each in dictionary("--json").json["dictionaries"]]


def test_list_tells_entries_and_formats(dictionary):
    found = dictionary("list", "--json").json["dictionaries"]
    assert [(each["title"], each["format"], each["entries"]) for each in found] == [
        ("The one one", "StarDict", 5),
        ("معجم ثان", "Yomitan", 1),
    ]
    assert "The one one" in dictionary("list").out


def test_words_are_looked_up_in_order(dictionary):
    found = dictionary("lookup", "والكتاب", "--json").json["words"]
    assert [(each["headword"], each["source"]) for each in found[0]["entries"]] == [
        ("الكتاب", "The one one"),
        ("كِتَاب", "The one one"),
        ("كِتَاب", "معجم ثان"),
    ]
    assert found[0]["entries"][2]["lines"] == [{"text": "scripture", "kind": "text", "depth": 0}]
    assert "scripture" in dictionary("lookup", "كتاب").out


def test_word_in_none_of_them_is_told_by_the_exit_code(dictionary):
    assert dictionary("lookup", "غير").code == 1


def test_order_and_switch_last(dictionary):
    assert dictionary("order", "معجم").code == 0
    assert dictionary("off", "The one").code == 0
    assert listed(dictionary) == [("معجم ثان", True), ("The one one", False)]
    assert dictionary("on", "The one").code == 0
    assert listed(dictionary)[1] == ("The one one", True)


def test_removed_one_is_gone(dictionary, tmp_path):
    assert dictionary("remove", "معجم").code == 0
    assert listed(dictionary) == [("The one one", True)]
    assert (tmp_path / "two.zip").exists()


def test_one_that_cannot_be_read_is_told_and_the_others_come_in(dictionary, tmp_path):
    write_stardict(tmp_path / "three", [("قلم", "pen")], name="three")
    (tmp_path / "broken.ifo").write_text("no", "utf-8")
    done = dictionary("add", "broken.ifo", "three/three.ifo", "one/one.ifo", "--json")
    assert done.code == 1
    assert [each["title"] for each in done.json["added"]] == ["The three one"]
    assert [(each["file"], each["error"]) for each in done.json["failed"]] == [
        ("broken.ifo", "DictionaryUnreadable"),
        ("one/one.ifo", "DictionaryKnown"),
    ]


def test_details_tell_what_was_left_out(dictionary, tmp_path):
    write_stardict(tmp_path / "three", [("قلم", "pen"), ("فارغ", " ")], name="three")
    assert dictionary("add", "three/three.ifo").code == 0
    about = json.loads(dictionary("show", "three", "--json").out)
    assert about["left_out"] == [{"reason": "empty", "count": 1, "places": ["فارغ"]}]
    assert "فارغ" in dictionary("show", "three").out


@pytest.mark.parametrize("name", ["none", ""])
def test_name_of_none_is_told(dictionary, name):
    done = dictionary("remove", name)
    assert done.code == 1
    assert "no dictionary" in done.err or "dictionaries are called" in done.err


@pytest.mark.parametrize("name", ["out.ifo", "out.zip"])
def test_term_base_goes_out_as_a_dictionary_that_comes_in(hashiya, dictionary, tmp_path, name):
    (tmp_path / "terms.csv").write_text("source,target,forbidden\nشَبَكة,network,web\n", encoding="utf-8")
    assert hashiya("termbase", "--library", "l.hashiya", "import", "terms.csv", "--into", "اتصالات").code == 0
    assert hashiya("termbase", "--library", "l.hashiya", "export", "اتصالات", name).code == 0
    assert dictionary("add", name).code == 0
    (found,) = dictionary("lookup", "بالشبكة", "--json").json["words"][0]["entries"]
    assert found["source"] == "اتصالات"
    assert [line["text"] for line in found["lines"]] == ["network", "✗ Do not use: web"]
