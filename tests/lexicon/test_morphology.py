# SPDX-License-Identifier: GPL-3.0-or-later
"""Words are parted as the lexicon allows, whatever marks they bear."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.lexicon.morphology import agrees_with_marks
from reader.lexicon.records import PartKind, PartOfSpeech


def seen(readings):
    return [(each.form, each.part_of_speech) for each in readings]


def test_word_is_parted_into_conjunction_preposition_article_and_stem(analyser):
    reading = analyser.analyse("وبالكتاب")[0]
    assert [(part.form, part.function) for part in reading.parts] == [
        ("وَ", "CONJ"),
        ("بِ", "PREP"),
        ("ال", "DET"),
        ("كِتاب", "NOUN"),
    ]
    assert (reading.lemma, reading.root, reading.glosses, reading.source) == ("كِتاب", "كتب", ("book",), "ours")


def test_initial_letter_of_a_stem_is_no_clitic(analyser):
    assert all(part.kind is not PartKind.PREFIX for each in analyser.analyse("كتاب") for part in each.parts)


def test_verb_and_noun_of_one_spelling_are_both_given(analyser):
    assert seen(analyser.analyse("كتب")) == [("كَتَبَ", PartOfSpeech.PERFECT), ("كُتُب", PartOfSpeech.NOUN)]


@pytest.mark.parametrize("written", ["كُتب", "كُتُب", "كُـتـب"])
def test_written_vowel_rules_other_readings_out(analyser, written):
    assert seen(analyser.analyse(written)) == [("كُتُب", PartOfSpeech.NOUN)]


@pytest.mark.parametrize("written", ["كِتَابٌ", "كِتابِ", "كـــتاب", "كتاب\u200d"])
def test_marks_tatweel_and_joiners_change_nothing_else(analyser, written):
    assert "كِتاب" in [each.form for each in analyser.analyse(written)]


def test_ending_that_is_often_misspelt_is_understood(analyser):
    assert [each.lemma for each in analyser.analyse("المكتبه")] == ["مَكْتَبَة".replace("ْ", "")]


@pytest.mark.parametrize("word", ["", "ب", "xyz", "٢٠٢٤", "😀", "\U0001ee00", "ك" * 10_000, "\ud800"])
def test_what_is_no_known_word_has_no_reading(analyser, word):
    assert analyser.analyse(word) == ()


def test_capital_in_the_gloss_makes_a_name(analyser):
    assert analyser.analyse("باكو")[0].part_of_speech is PartOfSpeech.PROPER_NOUN


@given(st.text(alphabet="كتابولي\u064e\u0650\u0651\u0652ـةىأ", max_size=30))
def test_every_word_agrees_with_itself(word):
    assert agrees_with_marks(word, word)
