# SPDX-License-Identifier: GPL-3.0-or-later
"""Words and sentences begin and end where readers of Arabic see them."""

import itertools

import pytest
from any_text import full_texts, texts
from hypothesis import given
from hypothesis import strategies as st

from reader.text.segment import sentence_at, sentences, word_at, word_bounds, words


def words_of(text):
    return [text[word.start : word.end] for word in words(text)]


def sentences_of(text):
    return [text[sentence.start : sentence.end] for sentence in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أكد وزير الاتصالات، قائلاً:", ["أكد", "وزير", "الاتصالات", "قائلاً"]),
        ("كَتَبَ الطَّالِبُ رِسَالَةً", ["كَتَبَ", "الطَّالِبُ", "رِسَالَةً"]),
        ("دورين بوغدان-مارتن، الأمينة", ["دورين", "بوغدان-مارتن", "الأمينة"]),
        ("بوغدانِ\u200f-\u200fمارتن", ["بوغدانِ\u200f-\u200fمارتن"]),
        ("مؤتمر (WTDC-25) لعام 2025", ["مؤتمر", "WTDC-25", "لعام", "2025"]),
        ("كوفيد-19 والجيل 5G", ["كوفيد-19", "والجيل", "5G"]),
        ("للأعوام 2026-2029، ثم 2030–2035", ["للأعوام", "2026-2029", "ثم", "2030–2035"]),
        ("من 26 – 28 نوفمبر", ["من", "26", "28", "نوفمبر"]),
        (
            "1,500 و ١٬٥٠٠٫٧٥ و 3.14 عند 10:30 في 12/5/2025",
            ["1,500", "و", "١٬٥٠٠٫٧٥", "و", "3.14", "عند", "10:30", "في", "12/5/2025"],
        ),
        ("وُلد سنة 1446هـ تقريباً", ["وُلد", "سنة", "1446هـ", "تقريباً"]),
        ("نسبة 25% أو ٪٣٠", ["نسبة", "25", "أو", "٣٠"]),
        ("المـــؤتمر ـــ الأول", ["المـــؤتمر", "الأول"]),
        ("می\u200cروم خانه\u200cها", ["می\u200cروم", "خانه\u200cها"]),
        ("\u200fقال\u200f «نعم»\u200e", ["قال", "نعم"]),
        ("أ.د. سمير من ش.م.ل. و U.N.", ["أ.د", "سمير", "من", "ش.م.ل", "و", "U.N"]),
        ("انتهى.وقال على example.com", ["انتهى", "وقال", "على", "example.com"]),
        ("و/أو #مؤتمر_باكو @user", ["و", "أو", "مؤتمر_باكو", "user"]),
        ("l'eau d’or צה\"ל", ["l'eau", "d’or", 'צה"ל']),
        ("العدد 50,60،70", ["العدد", "50,60", "70"]),
        ("بثلاث--نقاط - هنا", ["بثلاث", "نقاط", "هنا"]),
        ("𞸀𞸁 😀 👩\u200d🚀 𝐀𝐁", ["𞸀𞸁", "𝐀𝐁"]),
        ("中文 カタカナ", ["中", "文", "カタカナ"]),
        ("\u064eكتاب \u064e ", ["كتاب"]),
        ("", []),
    ],
)
def test_words(text, expected):
    assert words_of(text) == expected


@given(texts)
def test_words_are_apart_and_in_order(text):
    bounds = list(word_bounds(text))

    assert all(start < end for start, end in bounds)
    assert all(before[1] <= behind[0] for before, behind in itertools.pairwise(bounds))


@given(texts)
def test_every_letter_and_digit_is_in_a_word_and_no_space_is(text):
    inside = {at for start, end in word_bounds(text) for at in range(start, end)}

    assert {at for at, char in enumerate(text) if char.isalnum() and char != "ـ"} <= inside
    assert not {at for at, char in enumerate(text) if char.isspace()} & inside


@given(full_texts.flatmap(lambda text: st.tuples(st.just(text), st.integers(0, len(text)))))
def test_the_word_at_a_place_is_the_one_of_the_whole_text(case):
    text, offset = case
    holding = [word for word in words(text) if word.contains(offset)]
    touching = [word for word in words(text) if word.end == offset]

    assert word_at(text, offset) == (holding or touching or [None])[0]


def test_words_on_each_kind_of_text(any_text):
    assert [word_at(any_text, word.start) for word in words(any_text)] == words(any_text)


def test_a_caret_behind_the_last_letter_is_at_the_word():
    assert word_at("في باكو.", 7) == words("في باكو.")[1]
    assert word_at("في  باكو", 3) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ذهب الولد. عاد مساءً! ماذا قال؟ لا شيء…", ["ذهب الولد.", "عاد مساءً!", "ماذا قال؟", "لا شيء…"]),
        ("قال: «سنبدأ غداً.» وأضاف شيئاً.", ["قال: «سنبدأ غداً.»", "وأضاف شيئاً."]),
        ("هل جاء؟! نعم...  جاء", ["هل جاء؟!", "نعم...", "جاء"]),
        ("قال الدكتور د. هاشمي: أ. د. سمير جاء. ثم خرج.", ["قال الدكتور د. هاشمي: أ. د. سمير جاء.", "ثم خرج."]),
        ("بلغ 3.14 في 1.5.2025. وانتهى", ["بلغ 3.14 في 1.5.2025.", "وانتهى"]),
        ("انتهى العام 2025. وبدأ آخر", ["انتهى العام 2025.", "وبدأ آخر"]),
        ("انتهى.وقال ماذا؟قال", ["انتهى.", "وقال ماذا؟", "قال"]),
        ("موقع example.com مفيد. نعم", ["موقع example.com مفيد.", "نعم"]),
        ("انظر Dr. Smith here. Next one.", ["انظر Dr. Smith here.", "Next one."]),
        ("هذا (؟) غريب. جداً", ["هذا (؟) غريب.", "جداً"]),
        ("جاء.[12] ثم ذهب", ["جاء.[12]", "ثم ذهب"]),
        ("1. المقدمة هنا. والخاتمة\n2. الثاني", ["1. المقدمة هنا.", "والخاتمة", "2. الثاني"]),
        ("عنوان بلا نقطة\n \u00a0 \nوسطر", ["عنوان بلا نقطة", "وسطر"]),
        ("قال… ثم مضى، وقال …، وسكت", ["قال…", "ثم مضى، وقال …، وسكت"]),
        ("وُلِدَ سَنَةَ ١٩٩٠م. وَمَاتَ.", ["وُلِدَ سَنَةَ ١٩٩٠م.", "وَمَاتَ."]),
        (". . .", [". . ."]),
        ("  ", []),
        ("", []),
    ],
)
def test_sentences(text, expected):
    assert sentences_of(text) == expected


@given(texts)
def test_sentences_hold_every_character_that_is_no_space_once(text):
    held = [at for sentence in sentences(text) for at in range(sentence.start, sentence.end)]

    assert held == sorted(set(held))
    assert {at for at, char in enumerate(text) if not char.isspace()} <= set(held)


@given(texts)
def test_no_sentence_crosses_a_line(text):
    assert not [sentence for sentence in sentences_of(text) if "\n" in sentence]


@given(full_texts.flatmap(lambda text: st.tuples(st.just(text), st.integers(0, len(text) - 1))))
def test_the_sentence_at_a_place_is_the_one_of_the_whole_text(case):
    text, offset = case
    holding = [sentence for sentence in sentences(text) if sentence.contains(offset)]

    assert sentence_at(text, offset) in holding or not holding


def test_between_two_sentences_the_one_before_counts():
    text = "نعم.  لا."

    assert sentence_at(text, 5) == sentences(text)[0]
    assert sentence_at("\n\n", 1) is None


def test_sentences_on_each_kind_of_text(any_text):
    assert len(sentences_of(any_text)) >= 2
    assert "".join("".join(sentences_of(any_text)).split()) == "".join(any_text.split())
