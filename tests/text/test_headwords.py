# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys of headwords and of the words that are looked up: whatever is written, the two meet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.headwords import LONGEST_ASKED, headword_keys, key_of, stem_keys, whole_keys, without_article


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("كِتَـاب", "كتاب"),
        ("  أسئلة ", "اسيله"),
        ("«Book»!", "book"),
        ("كرة\u00a0 القدم", "كره القدم"),
        ("😀", "😀"),
        ("٣", "3"),
        ("ﻛﺘﺎﺏ", "كتاب"),
        ("ــ", ""),
        ("", ""),
    ],
)
def test_key_is_folded_and_bare(written, key):
    assert key_of(written) == key


@pytest.mark.parametrize(
    ("key", "rest"),
    [
        ("الكتاب", "كتاب"),
        ("الله", ""),
        ("ال", ""),
        ("الي", ""),
        ("ال5", ""),
        ("كتاب", ""),
        ("الشرق الاوسط", "شرق الاوسط"),
    ],
)
def test_article_is_taken_off_where_a_word_remains(key, rest):
    assert without_article(key) == rest


def test_headword_with_an_article_has_two_keys():
    assert headword_keys("الكِتاب") == ("الكتاب", "كتاب")


@pytest.mark.parametrize(
    ("word", "stem"), [("وبالكتاب", "كتاب"), ("للغة", "لغه"), ("كتابهم", "كتاب"), ("فسيكتب", "يكتب")]
)
def test_stem_is_among_the_keys(word, stem):
    assert stem in stem_keys(word)


@pytest.mark.parametrize("word", ["كرة القدم", "", "book", "ك" * (LONGEST_ASKED + 1), "كتاب\udcff"])
def test_phrases_foreign_words_and_what_is_no_word_have_no_stems(word):
    assert stem_keys(word) == frozenset()


@given(st.text(max_size=40))
def test_every_headword_is_met_by_itself(headword):
    keys = headword_keys(headword)
    assert not keys or "\ud800" <= max(headword) <= "\udfff" or set(keys) & whole_keys(headword)
