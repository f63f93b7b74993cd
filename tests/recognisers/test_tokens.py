# SPDX-License-Identifier: GPL-3.0-or-later
"""Tokens stand where they say, and readings leave exactly the proclitics outside."""

import pytest
from any_text import texts
from hypothesis import given

from reader.recognisers.lexicon import PLACE, shipped_lexicon
from reader.recognisers.tokens import Kind, Tokeniser, code_points_of


@pytest.fixture(scope="module")
def tokeniser():
    return Tokeniser(shipped_lexicon())


@given(texts)
def test_every_token_is_the_text_at_its_place(text):
    tokens = Tokeniser(shipped_lexicon()).tokens(text)
    places = zip(tokens.starts, tokens.ends, strict=True)
    assert [word.form for word in tokens.words] == [text[start:end] for start, end in places]


def test_offsets_are_those_of_the_whole_text(tokeniser):
    text = "أول\nثان ثالث"
    tokens = tokeniser.tokens(text, 4, 12)
    assert [text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)] == ["ثان", "ثالث"]


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("مؤتمر WTDC-25، هنا", ["مؤتمر", "WTDC-25", "،", "هنا"]),
        ("بوغدان-مارتن", ["بوغدان", "-", "مارتن"]),
        ("2026-2029", ["2026", "-", "2029"]),
        ("1,250.5 و10:30", ["1,250.5", "و", "10:30"]),
        ("كَتَبَـ", ["كَتَبَـ"]),
        ("باكو😀𞸀", ["باكو", "😀", "𞸀"]),
    ],
)
def test_tokens_are_words_numbers_and_signs(tokeniser, text, forms):
    assert [word.form for word in tokeniser.tokens(text).words] == forms


@pytest.mark.parametrize(
    ("form", "skip"), [("باكو", 0), ("والهند", 1), ("بالجزائر", 1), ("وَبِالْجَزَائِرِ", 4), ("وللهند", 2)]
)
def test_reading_of_a_place_skips_its_proclitics_with_their_vowels(tokeniser, form, skip):
    (word,) = tokeniser.tokens(form).words
    reading = word.reading_with(PLACE)
    assert reading.skip == skip


def test_kinds(tokeniser):
    kinds = [word.kind for word in tokeniser.tokens("باكو ITU 25 ،").words]
    assert kinds == [Kind.ARABIC, Kind.LATIN, Kind.NUMBER, Kind.PUNCTUATION]


@pytest.mark.parametrize(("form", "letters", "points"), [("وزير", 1, 1), ("وَزِير", 1, 2), ("لـثلاثة", 1, 2)])
def test_letters_take_the_marks_behind_them(form, letters, points):
    assert code_points_of(form, letters) == points
