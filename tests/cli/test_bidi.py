# SPDX-License-Identifier: GPL-3.0-or-later
"""The visual order of characters is that of the Unicode bidirectional algorithm."""

import unicodedata

import pytest
from bidi import get_display
from hypothesis import given, settings
from hypothesis import strategies as st
from unicode_data import data_lines, unicode_file

from reader.cli.bidi import visual_order
from reader.text.direction import Direction

RTL, LTR = Direction.RIGHT_TO_LEFT, Direction.LEFT_TO_RIGHT
NEVER_SHOWN = {"BN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def shown(text, direction=RTL):
    return "".join(char for _, char in visual_order(text, direction))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("ا", "ا"),
        ("اب", "با"),
        ("مؤتمر WTDC-25", "WTDC-25 رمتؤم"),
        ("WTDC-25 مؤتمر", "رمتؤم WTDC-25"),
        ("عام 2025 و 2026-2029.", ".2029-2026 و 2025 ماع"),
        ("الاتحاد (ITU) في", "يف (ITU) داحتالا"),
        ("قال «نعم» [ثم] ذهب", "بهذ [مث] «معن» لاق"),
        ("١٢٣ كتاب", "باتك ١٢٣"),
        ("س < ص", "ص > س"),
        ("😀 رمز 𞸀 هنا", "انه 𞸀 زمر 😀"),
    ],
)
def test_a_paragraph_from_right_to_left(text, expected):
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("abc", "abc"),
        ("see (باكو) now", "see (وكاب) now"),
        ("ITU «الاتحاد الدولي» here", "ITU «يلودلا داحتالا» here"),
    ],
)
def test_a_paragraph_from_left_to_right(text, expected):
    assert shown(text, LTR) == expected


def test_every_character_keeps_its_index():
    text = "قال (ITU) «WTDC-25» [2025] 😀"

    order = visual_order(text, RTL)

    assert sorted(index for index, _ in order) == list(range(len(text)))
    assert [text[index] for index, char in order if unicodedata.mirrored(char) == 0] == [
        char for _, char in order if unicodedata.mirrored(char) == 0
    ]


def test_controls_are_obeyed_and_left_out():
    assert shown("ab\u202edef\u202c", LTR) == "abfed"


def test_a_million_characters_are_ordered_in_seconds():
    text = "مرحبا (abc) 123 " * 62_500

    assert len(visual_order(text, RTL)) == len(text)


@pytest.mark.slow
def test_every_line_of_the_unicode_character_test_is_ordered_as_it_says():
    """Characters that are never shown have no place: ours leaves them out, so they are left out of the expectation."""
    wrong = []
    lines = [line for _, line in data_lines(unicode_file("BidiCharacterTest.txt"))]
    for line in lines:
        points, _, level, _, order = line.split(";")
        text = "".join(chr(int(point, 16)) for point in points.split())
        visible = [unicodedata.bidirectional(char) not in NEVER_SHOWN for char in text]
        found = [index for index, _ in visual_order(text, RTL if level == "1" else LTR) if visible[index]]
        if found != [int(index) for index in order.split() if visible[int(index)]]:
            wrong.append(line)

    assert len(lines) > 90_000
    assert wrong == []


@settings(deadline=None)
@given(
    text=st.text(st.sampled_from("ابجאבab12٠١ ,.-+$#\u0301\u200b!\t()[]«»<>"), max_size=60),
    direction=st.sampled_from([RTL, LTR]),
)
def test_the_order_is_that_of_the_library_and_nothing_is_lost(text, direction):
    """python-bidi itself mirrors nothing, so what is mirrored is compared as it stands in the text."""
    order = visual_order(text, direction)

    assert sorted(index for index, _ in order) == list(range(len(text)))
    expected = get_display(text, base_dir="R" if direction is RTL else "L")
    assert "".join(text[index] for index, _ in order) == expected
