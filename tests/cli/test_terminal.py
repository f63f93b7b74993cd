# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines for the terminal: wrapped in reading order, shown in visual order, coloured where the text is."""

import re
import unicodedata

import pytest

from reader.cli.cells import cells_of
from reader.cli.terminal import Paint, Terminal, phrase, wrapped
from reader.text.direction import Direction

RTL, LTR = Direction.RIGHT_TO_LEFT, Direction.LEFT_TO_RIGHT


def lines(text, columns=80, direction=RTL, paints=(), **fields):
    return list(Terminal(columns=columns, **fields).lines(text, direction, paints))


def letters(line):
    """Presentation forms as the letters they are, so that expectations can be read."""
    return "".join(unicodedata.normalize("NFKC", char) if "\ufb50" <= char <= "\ufeff" else char for char in line)


def coloured_parts(line):
    return [letters(part) for part in re.findall("\x1b\\[38;5;[0-9]+m(.*?)\x1b\\[0m", line)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("زار الوزير باكو.", ".وكاب ريزولا راز"),
        ("انطلق مؤتمر WTDC-25 في باكو", "وكاب يف WTDC-25 رمتؤم قلطنا"),
        ("(ITU) عام 2026-2029:", ":2029-2026 ماع (ITU)"),
        ("قال «نعم»", "«معن» لاق"),
    ],
)
def test_a_line_from_right_to_left_stands_at_the_right_edge(text, expected):
    (line,) = lines(text, 40)

    assert letters(line) == expected.rjust(40)


def test_a_vocalised_line_keeps_every_mark_behind_its_letter():
    (line,) = lines("كَتَبَ قَلَمٌ", 10)

    assert line == "   \ufee2\u064c\ufee0\u064e\ufed7\u064e \ufe90\u064e\ufe98\u064e\ufedb\u064e"


def test_lam_alef_is_one_column():
    (line,) = lines("لا", 10)

    assert line == " " * 9 + "\ufefb"


def test_a_latin_paragraph_stands_at_the_left_edge():
    assert lines("The city of باب", 40, LTR) == ["The city of \ufe8f\ufe8e\ufe91"]


def test_a_blank_paragraph_is_an_empty_line():
    assert lines("", 20) == [""]
    assert lines(" \u00a0 ", 20) == [""]


def test_lines_break_in_reading_order_before_they_are_ordered():
    found = [letters(line) for line in lines("انطلق مؤتمر WTDC-25 اليوم في باكو", 20)]

    assert found == [" WTDC-25 رمتؤم قلطنا", "       وكاب يف مويلا"]


def test_a_latin_phrase_that_wraps_goes_on_in_the_next_line():
    found = [letters(line) for line in lines("قال one two three four ثم", 14)]

    assert found == ["   one two لاق", " مث three four"]


def test_a_word_longer_than_the_line_is_cut():
    assert lines("abcdefghijklmno", 10, LTR) == ["abcdefghij", "klmno"]


@pytest.mark.parametrize("columns", range(10, 60, 7))
def test_no_line_is_wider_than_the_terminal_and_no_word_is_lost(columns):
    text = "أعلن الاتحاد (ITU) أن «المؤتمر» WTDC-25 يبدأ في 2025 😀 وَيَنْتَهِي بعد أيام"
    cells = cells_of(text)

    ranges = wrapped(cells, columns)

    assert all(sum(cell.columns for cell in cells[start:end]) <= columns for start, end in ranges)
    assert " ".join(text[cells[start].start : cells[end - 1].end] for start, end in ranges) == text


TEXTS = {
    "plain": ("زار الوزير مدينة باكو أمس", "مدينة باكو"),
    "vocalised": ("زَارَ الوَزِيرُ مَدِينَةَ بَاكُو أَمْسِ", "مَدِينَةَ بَاكُو"),
    "mixed": ("انطلق WTDC-25 في باكو (Baku) أمس", "WTDC-25"),
    "astral": ("الرمز 😀 يليه 𞸀 ثم باكو", "😀 يليه 𞸀"),
}


@pytest.mark.parametrize("kind", TEXTS)
def test_colour_falls_on_the_tagged_words_alone(kind):
    text, phrase = TEXTS[kind]
    start = text.index(phrase)
    paint = Paint(start=start, end=start + len(phrase), role="tag-3", is_annotation=False)

    (line,) = lines(text, 60, paints=[paint], colours=True)

    inside = "".join(coloured_parts(line))
    wanted = [char for char in phrase if unicodedata.category(char) != "Mn"]
    assert sorted(char for char in inside if unicodedata.category(char) != "Mn") == sorted(wanted)


def test_colours_change_nothing_but_the_colour():
    text = "انطلق WTDC-25 في باكو (Baku) أمس لأنه"
    paints = [Paint(start=at, end=at + 3, role=f"tag-{at % 9 + 1}", is_annotation=bool(at % 2)) for at in range(30)]

    coloured = lines(text, 20, paints=paints, colours=True)

    assert [re.sub("\x1b\\[[0-9;]*m", "", line) for line in coloured] == lines(text, 20)


def test_a_colour_that_wraps_ends_with_its_line_and_begins_again():
    paint = Paint(start=0, end=25, role="tag-1", is_annotation=False)

    found = lines("انطلق مؤتمر الاتصالات اليوم", 14, paints=[paint], colours=True)

    assert len(found) > 1
    assert all(line.count("\x1b[38") == line.count("\x1b[0m") == 1 for line in found)


def test_a_tag_within_a_tag_is_seen():
    outer = Paint(start=0, end=9, role="tag-1", is_annotation=False)
    inner = Paint(start=4, end=5, role="tag-2", is_annotation=False)

    (line,) = lines("aaaabaaaa", 20, LTR, [inner, outer], colours=True)

    assert re.sub("\x1b\\[[0-9;]*m", "|", line) == "|aaaa||b||aaaa|"


def test_half_a_ligature_in_colour_colours_the_ligature():
    (line,) = lines("لا", 10, paints=[Paint(start=1, end=2, role="tag-1", is_annotation=False)], colours=True)

    assert coloured_parts(line) == ["لا"]


def test_a_text_cannot_speak_to_the_terminal():
    nasty = "سلام \x1b[31m \x1b]0;title\x07 \x9b2J \x08\x7f \u202e"

    for options in ({}, {"orders_text": True}):
        (line,) = lines(nasty, 80, **options)
        assert not any(unicodedata.category(char) == "Cc" for char in line)


def test_a_terminal_that_orders_text_itself_gets_it_as_it_is():
    text = "انطلق مؤتمر WTDC-25 في (باكو) كَتَبَ مي\u200cخواهم"

    assert lines(text, 10, orders_text=True) == [text]


def test_controls_of_direction_do_not_leak_out_of_their_line():
    (line,) = lines("abc \u202edef \u2067ghi\u202c", 80, LTR, orders_text=True)

    assert line == "abc \u202edef \u2067ghi\u202c\u2069\u202c"


def test_a_phrase_in_a_pipe_is_the_text_itself(capsys):
    assert phrase("باكو (Baku)\x1b") == "باكو (Baku)␛"
