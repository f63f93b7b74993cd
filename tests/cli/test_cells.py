# SPDX-License-Identifier: GPL-3.0-or-later
"""A paragraph becomes cells: joined letters, their marks with them, controls as pictures."""

from itertools import pairwise

import pytest

from reader.cli.cells import cells_of, joined


def forms(text):
    return [cell.shown + cell.marks for cell in joined(cells_of(text))]


def test_letters_take_the_forms_of_their_places():
    assert forms("كتب") == ["\ufedb", "\ufe98", "\ufe90"]
    assert forms("دار") == ["\ufea9", "\ufe8d", "\ufead"]


def test_marks_stay_on_their_letters_and_do_not_part_them():
    text = "ك\u064eت\u0651\u064eب\u064e"

    assert forms(text) == ["\ufedb\u064e", "\ufe98\u0651\u064e", "\ufe90\u064e"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("لا", ["\ufefb"]),
        ("فلا", ["\ufed3", "\ufefc"]),
        ("لأن", ["\ufef7", "\ufee5"]),
        ("الإسلام", ["\ufe8d", "\ufef9", "\ufeb3", "\ufefc", "\ufee1"]),
        ("قلآ", ["\ufed7", "\ufef6"]),
        ("لَا", ["\ufefb\u064e"]),
        ("لاَ", ["\ufefb\u064e"]),
    ],
)
def test_lam_and_alef_become_one_cell_with_the_marks_of_both(text, expected):
    assert forms(text) == expected


def test_a_ligature_stands_for_both_letters():
    cell = joined(cells_of("سلام"))[1]

    assert (cell.start, cell.end) == (1, 3)


def test_a_ligature_that_is_in_the_text_stands_for_itself():
    assert [(cell.start, cell.end) for cell in joined(cells_of("\ufefbب"))] == [(0, 1), (1, 2)]


def test_the_name_of_god_keeps_its_letters():
    assert forms("الله") == ["\ufe8d", "\ufedf", "\ufee0", "\ufeea"]


def test_a_non_joiner_parts_letters_and_takes_no_place():
    cells = joined(cells_of("می\u200cخواهم"))

    assert [cell.shown for cell in cells[:4]] == ["\ufee3", "\ufbfd", "", "\ufea7"]
    assert cells[2].columns == 0


def test_a_joiner_joins_and_takes_no_place():
    assert forms("ه\u200d") == ["\ufeeb", ""]


@pytest.mark.parametrize("text", ["كَتَبَ الطَّالِبُ لِأَخِيهِ", "قال 😀 𞸀 ثم لا", "(WTDC-25) الآن", "هـ\u200d لا", "ۥۦ لاۥ"])
def test_cells_cover_the_text_without_gap(text):
    cells = joined(cells_of(text))

    assert cells[0].start == 0
    assert cells[-1].end == len(text)
    assert all(before.end == after.start for before, after in pairwise(cells))


@pytest.mark.parametrize(
    ("char", "picture"),
    [
        ("\x1b", "␛"),
        ("\x00", "␀"),
        ("\x07", "␇"),
        ("\x7f", "␡"),
        ("\x9b", "\ufffd"),
        ("\r", "␍"),
        ("\u2028", "␤"),
        ("\u0085", "␤"),
    ],
)
def test_controls_are_shown_and_not_sent(char, picture):
    assert forms(f"a{char}b") == ["a", picture, "b"]


def test_hidden_direction_controls_take_no_place_and_are_not_sent():
    assert forms("a\u202eb\u2066") == ["a", "", "b", ""]


def test_a_mark_without_a_letter_gets_a_circle():
    assert forms("\u064eب")[0] == "\u25cc\u064e"


@pytest.mark.parametrize(
    ("text", "columns"), [("a", 1), ("😀", 2), ("漢", 2), ("❤\ufe0f", 2), ("👩\u200d🚀", 2), ("بَّ", 1), ("\t", 4)]
)
def test_cells_know_their_width(text, columns):
    cells = joined(cells_of(text))

    assert [cell.columns for cell in cells] == [columns]
