# SPDX-License-Identifier: GPL-3.0-or-later
"""Terms are found as they stand in a text: with clitics, endings, marks, beside other scripts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.lexicon.terms import LONGEST_TERM, TermIndex, form_key, term_keys

TERMS = {
    "union": ["الاتحاد الدولي للاتصالات"],
    "project": ["مشروع وطني", "خطة وطنية"],
    "minister": ["وزير"],
    "book": ["كتاب"],
    "network": ["شبكة"],
    "fifth": ["الجيل الخامس"],
    "fibre": ["5G", "WTDC-25"],
}


@pytest.fixture(scope="module")
def index():
    return TermIndex(TERMS.items())


def found(index, text, **options):
    return [(text[each.span.start : each.span.end], each.term_id) for each in index.find(text, **options)]


@pytest.mark.parametrize(
    ("text", "words", "term"),
    [
        ("قال الوزير", "الوزير", "minister"),
        ("وبالوزير", "الوزير", "minister"),
        ("ووزيرنا", "وزير", "minister"),
        ("للوزير", "لوزير", "minister"),
        ("من الشبكات", "الشبكات", "network"),
        ("وشبكتها", "شبكت", "network"),
        ("المشروع الوطني", "المشروع الوطني", "project"),
        ("لمشروع وطني", "مشروع وطني", "project"),
        ("خطة وطنية", "خطة وطنية", "project"),
        ("والاتحاد الدولي للاتصالات", "الاتحاد الدولي للاتصالات", "union"),
        ("الجيل\u00a0الخامس", "الجيل\u00a0الخامس", "fifth"),
        ("الجِيلُ الخَامِسُ", "الجِيلُ الخَامِسُ", "fifth"),
        ("wtdc-25", "wtdc-25", "fibre"),
    ],
)
@pytest.mark.parametrize("before", ["", "ثم ", "WTDC ", "😀 ", "\U0001ee00 كِتَابَةٌ "])
def test_term_is_found_as_it_stands(index, text, words, term, before):
    assert found(index, before + text)[-1] == (words, term)


@pytest.mark.parametrize(
    "text",
    ["الاتحاد، الدولي للاتصالات", "الجيل\nالخامس", "الجيل - الخامس", "مشروعنا وطني", "كتابة", "شبك", "الاتحاد الدولي"],
)
def test_what_is_no_term_is_not_found(index, text):
    assert found(index, text) == []


def test_the_longest_term_wins_and_terms_of_the_same_words_all_stand():
    index = TermIndex([("one", ["شبكة"]), ("two", ["شبكة الألياف"]), ("three", ["شبكة الألياف"])])
    assert found(index, "في شبكة الألياف") == [("شبكة الألياف", "two"), ("شبكة الألياف", "three")]


def test_why_tells_what_stands_beside_the_term(index):
    (match,) = index.find("وبالشبكات")
    assert (match.why.proclitics, match.why.endings) == (("و", "ب"), ("ات",))


def test_broken_plural_is_known_by_its_lemma(index):
    lemmas = {"الكتب": ["كِتاب"]}
    (match,) = index.find("في الكتب", lambda words: {word: lemmas.get(word, ()) for word in words})
    assert (match.term_id, match.why.lemmas) == ("book", ("كِتاب",))


def test_without_a_lexicon_a_broken_plural_is_not_guessed(index):
    assert found(index, "في الكتب") == []


@pytest.mark.parametrize("spelling", ["", "  ", "،", "كلمة " * (LONGEST_TERM + 1)])
def test_what_cannot_be_looked_for_is_left_out(spelling):
    assert term_keys(spelling) == ()
    assert TermIndex([("x", [spelling])]).find("كلمة " * 50) == []


def test_dismissed_words_are_remembered_without_marks_and_article():
    assert form_key("الجِيلُ الخامس") == form_key("جيل خامس")


@given(st.text(alphabet="والجيلخامسبكتشةات \u064e\u0651\n،😀", max_size=60))
def test_every_match_lies_in_the_text_and_none_overlap(text):
    matches = TermIndex(TERMS.items()).find(text)
    ends = [0, *(match.span.end for match in matches)]
    assert all(end <= match.span.start for end, match in zip(ends, matches, strict=False))
    assert ends[-1] <= len(text)
