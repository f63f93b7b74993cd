# SPDX-License-Identifier: GPL-3.0-or-later
"""What readers of Arabic complained of elsewhere, asked of the lexicon that is installed with the extra."""

from __future__ import annotations

import pytest

from reader.lexicon.tables import installed_tables
from reader.workspace.words import open_words

pytestmark = pytest.mark.skipif(installed_tables() is None, reason="the extra “lexicon” is not installed")


@pytest.fixture(scope="module")
def words(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HASHIYA_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        opened = open_words()
    yield opened
    opened.close()


def first(words, sentence, word):
    place = sentence.split().index(word)
    return words.look_up(sentence.split())[place].meanings[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("كَتَبَ", "كتب"),
        ("أكل", "اكل"),
        ("ٱلكتاب", "الكتاب"),
        ("كتـــاب", "كتاب"),
        ("الإسلام", "الاسلام"),
        ("القاهره", "القاهرة"),
    ],
)
def test_spellings_of_one_word_have_a_lemma_in_common(words, one, other):
    lemmas = [{meaning.reading.lemma for meaning in words.look_up([word])[0].meanings} for word in (one, other)]
    assert lemmas[0] & lemmas[1]


@pytest.mark.parametrize("word", ["كتاب", "كامل", "وزير", "بلد", "لغة", "فكرة", "ولد", "بيت"])
def test_first_letter_of_a_word_is_not_taken_for_a_clitic(words, word):
    meaning = words.look_up([word])[0].meanings[0]
    assert meaning.reading.parts[0].kind.value == "stem"


@pytest.mark.parametrize(
    ("word", "lemma"), [("مجالي", "مَجال"), ("وبالمكتبات", "مَكْتَبَة"), ("كتبهم", "كِتاب"), ("للوزراء", "وَزِير")]
)
def test_lemma_holds_no_clitic(words, word, lemma):
    assert lemma in {meaning.reading.lemma for meaning in words.look_up([word])[0].meanings}


@pytest.mark.parametrize(
    ("sentence", "word", "gloss"),
    [
        ("قد انطلق المؤتمر", "قد", "(has/have)"),
        ("يمكن أن يكتب", "أن", "to"),
        ("قال أن البرنامج جديد", "أن", "that"),
        ("تعزيز دور إيران", "دور", "role"),
        ("دور الدبلوماسية التكنولوجية", "الدبلوماسية", "diplomacy"),
        ("التعاون الفني والتكنولوجي", "الفني", "technical"),
        ("سافر عبر البلاد", "عبر", "across"),
    ],
)
def test_first_reading_fits_the_sentence(words, sentence, word, gloss):
    assert first(words, sentence, word).glosses[0] == gloss
