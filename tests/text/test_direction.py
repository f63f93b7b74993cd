# SPDX-License-Identifier: GPL-3.0-or-later
"""Paragraphs run the way their content and the text around them ask for."""

import pytest
from any_text import unpaired_texts
from hypothesis import given
from hypothesis import strategies as st

from reader.text.direction import Direction, base_direction, dominant_direction, paragraph_direction

RTL, LTR = Direction.RIGHT_TO_LEFT, Direction.LEFT_TO_RIGHT


@pytest.mark.parametrize(
    ("paragraph", "in_arabic", "in_english"),
    [
        ("انطلق المؤتمر في باكو.", RTL, RTL),
        ("The conference opened in Baku.", LTR, LTR),
        ("WTDC-25 مؤتمر عالمي لتنمية الاتصالات", RTL, LTR),
        ("WTDC-25 مؤتمر", RTL, LTR),
        ("Microsoft Windows نظام", RTL, LTR),
        ("The word كتاب means book.", LTR, LTR),
        ("كتاب means book in the language of the Arabs", RTL, LTR),
        ("2025 (12)", RTL, LTR),
        ("٢٠٢٥", RTL, LTR),
        ("", RTL, LTR),
        (" \u00a0 ", RTL, LTR),
        ("***", RTL, LTR),
        ("– دعم الشركات", RTL, RTL),
        ("- support of companies", LTR, LTR),
        ("، hello", LTR, LTR),
        ("«WTDC»: كَلِمَةٌ", RTL, LTR),
        ("שלום", RTL, RTL),
        ("𞸀𞸁", RTL, RTL),
        ("😀 باكو", RTL, RTL),
        ("\u2067Baku\u2069 باكو", RTL, LTR),
        ("\ud800 باكو", RTL, RTL),
        ("ـــ", RTL, LTR),
    ],
)
def test_the_direction_of_a_paragraph(paragraph, in_arabic, in_english):
    assert paragraph_direction(paragraph, RTL) is in_arabic
    assert paragraph_direction(paragraph, LTR) is in_english


@given(unpaired_texts)
def test_a_paragraph_without_letters_of_one_side_never_goes_to_that_side_against_the_text(text):
    assert paragraph_direction(text.translate(WITHOUT_LATIN), RTL) is RTL


WITHOUT_LATIN = dict.fromkeys(map(ord, "abzAZéßİﬁ"))


@given(unpaired_texts, st.sampled_from(Direction))
def test_a_word_of_each_direction_leaves_the_choice_to_the_text(text, dominant):
    neutral = "".join(char for char in text if not char.isalpha() and not base_strong(char))

    assert paragraph_direction(f"{neutral}باكو Baku", dominant) is dominant


def base_strong(char):
    return char in "\u200e\u200f\u061c\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069"


def test_a_long_paragraph_is_decided_by_its_beginning():
    assert paragraph_direction("باكو " * 300_000, LTR) is RTL


@pytest.mark.parametrize(
    ("sample", "direction"),
    [
        ("انطلق مؤتمر WTDC-25 في باكو (Baku).", RTL),
        ("The word كتاب means book.", LTR),
        ("كَتَبَ", RTL),
        ("a باكو bc", RTL),
        ("2025", RTL),
        ("", RTL),
        ("中文", LTR),
    ],
)
def test_the_dominant_direction_is_that_of_most_letters(sample, direction):
    assert dominant_direction(sample) is direction


@pytest.mark.parametrize(
    ("paragraph", "direction"),
    [("باكو Baku", RTL), ("Baku باكو", LTR), ("", LTR), ("12", LTR), ("\u2029باكو", RTL), ("\u200fBaku", RTL)],
)
def test_the_base_direction_is_that_of_the_first_letter(paragraph, direction):
    assert base_direction(paragraph) is direction


def test_directions_on_each_kind_of_text(any_text):
    assert dominant_direction(any_text) is RTL
    assert {paragraph_direction(line, RTL) for line in any_text.split("\n")} == {RTL}
