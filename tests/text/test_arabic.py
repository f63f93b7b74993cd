# SPDX-License-Identifier: GPL-3.0-or-later
"""The sets of characters agree with the Unicode database that Python carries."""

import unicodedata

import pytest

from reader.text import arabic

ARABIC = [char for char in map(chr, range(0x110000)) if unicodedata.name(char, "").startswith("ARABIC")]


def test_every_mark_of_the_script_is_in_the_set_of_marks():
    assert {char for char in ARABIC if unicodedata.category(char) == "Mn"} <= arabic.MARKS


def test_marks_are_marks():
    assert {unicodedata.category(char) for char in arabic.MARKS} <= {"Mn", "Cn"}


def test_every_letter_of_the_script_is_told_as_one():
    letters = {char for char in ARABIC if unicodedata.category(char).startswith("L")}

    assert {char for char in letters if not arabic.is_arabic_letter(char)} == {arabic.TATWEEL} | arabic.SMALL_LETTERS


def test_letters_are_letters():
    assert {unicodedata.category(char) for char in arabic.LETTERS | arabic.PRESENTATION_FORMS} == {"Lo", "Lm"}


@pytest.mark.parametrize("char", ["a", "א", "5", "٥", "،", "ـ", "\u064e", "😀"])
def test_other_characters_are_no_arabic_letters(char):
    assert not arabic.is_arabic_letter(char)


def test_the_three_sets_of_digits_have_their_values():
    assert [unicodedata.decimal(char) for char in arabic.ARABIC_INDIC_DIGITS] == list(range(10))
    assert [unicodedata.decimal(char) for char in arabic.EXTENDED_DIGITS] == list(range(10))
    assert "٢٠٢٥ و۲۰۲۶".translate(arabic.TO_WESTERN_DIGITS) == "2025 و2026"


def test_what_is_not_seen_is_a_format_character_or_joiner():
    assert {unicodedata.category(char) for char in arabic.INVISIBLE - {"\u034f"}} == {"Cf"}
    assert {char for char in map(chr, range(0x110000)) if unicodedata.bidirectional(char) in CONTROLS} <= (
        arabic.BIDI_CONTROLS
    )


CONTROLS = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")


def test_same_letters_are_named_alike():
    assert {unicodedata.name(char).split()[2] for char in arabic.SAME_LETTERS} == {
        "KEHEH",
        "SWASH",
        "FARSI",
        "HEH",
        "AE",
        "TEH",
        "ALEF",
    }


def test_tables_remove_what_their_names_say():
    word = "مُـؤتَمَـرٌ\u0654\u200f"

    assert word.translate(arabic.WITHOUT_TASHKEEL) == "مـؤتمـر\u0654\u200f"
    assert word.translate(arabic.WITHOUT_MARKS) == "مـؤتمـر\u200f"
    assert word.translate(arabic.WITHOUT_TATWEEL) == "مُؤتَمَرٌ\u0654\u200f"
    assert word.translate(arabic.WITHOUT_INVISIBLE) == "مُـؤتَمَـرٌ\u0654"
