# SPDX-License-Identifier: GPL-3.0-or-later
"""Boxes of spans against Qt's own selection; justified lines against the glyphs that were moved."""

from __future__ import annotations

import random
import unicodedata

import pytest
from pages import ARTICLE
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QTextCharFormat, QTextLayout

from reader.text.direction import Direction
from reader.ui.reading_pane.laid import LaidText, setting_for

WIDTH = 560
MARGIN = 40
PARAGRAPHS = [line for line in ARTICLE.split("\n") if len(line) > 60]
LATIN = (
    "The conference مؤتمر باكو opened in Baku on 26 November with 150 states and the ITU اتحاد taking part in it all."
)


def laid(text: str, *, justified: bool, direction: Direction = Direction.RIGHT_TO_LEFT) -> LaidText:
    font = QFont("Amiri")
    font.setPixelSize(22)
    setting = setting_for(font, WIDTH, 1.2, direction, justified=justified, full_last_line=False)
    return LaidText(text, setting)


def qt_selection(text: LaidText, start16: int, end16: int) -> list[list[tuple[int, int]]]:
    """For each line, the stretches that Qt paints when it draws the range as selected, in whole pixels."""
    image = QImage(WIDTH + 2 * MARGIN, int(text.height), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    selected = QTextLayout.FormatRange()
    selected.start, selected.length = start16, end16 - start16
    look = QTextCharFormat()
    look.setBackground(QColor(255, 0, 0))
    look.setForeground(QColor(255, 0, 0))
    selected.format = look
    painter = QPainter(image)
    painter.setPen(QColor(0, 0, 0, 0))
    text.layout.draw(painter, QPointF(MARGIN, 0), [selected])
    painter.end()
    return [_red_stretches(image, int(line.top + text.setting.line_px / 2)) for line in text.lines]


def _red_stretches(image: QImage, row: int) -> list[tuple[int, int]]:
    reds = [x for x in range(image.width()) if image.pixel(x, row) & 0xFFFFFF == 0xFF0000]
    starts = [x for x in reds if x - 1 not in set(reds)]
    ends = [x + 1 for x in reds if x + 1 not in set(reds)]
    return [(a - MARGIN, b - MARGIN) for a, b in zip(starts, ends, strict=True)]


def letter_start(text: str, offset: int) -> int:
    """Where the letter begins whose mark stands at ``offset``: Qt divides a letter's box among its marks, we do not."""
    while offset < len(text) and unicodedata.combining(text[offset]):
        offset -= 1
    return offset


def clipped(stretches: list[tuple[int, int]]) -> list[tuple[float, float]]:
    """Within the measure: Qt paints the space that ends a line, on the wrong side when all of the line is selected."""
    inside = [(max(0.0, a), min(float(WIDTH), b)) for a, b in stretches]
    return [(a, b) for a, b in inside if b - a > 3]


@pytest.mark.parametrize("number", range(len(PARAGRAPHS)))
def test_boxes_agree_with_what_qt_selects(number: int) -> None:
    text = laid(PARAGRAPHS[number], justified=False)
    chance = random.Random(number)
    wrong = []
    for _ in range(60):
        start = letter_start(text.text, chance.randrange(len(text.text) - 1))
        end = letter_start(text.text, min(len(text.text), start + chance.choice([1, 2, 3, 5, 12, 40, 150])))
        if start == end:
            continue
        expected = qt_selection(text, text.utf16.to_utf16(start), text.utf16.to_utf16(end))
        for line, qt in zip(text.lines, expected, strict=True):
            boxes = [(left, right) for on, left, right in text.boxes(start, end) if on is line and right - left > 1.5]
            pairs = list(zip(boxes, clipped(qt), strict=False))
            agree = len(boxes) == len(clipped(qt)) and all(
                abs(a - c) <= 3 and abs(b - d) <= 3 for (a, b), (c, d) in pairs
            )
            if not agree:
                wrong.append((text.text[start:end], boxes, clipped(qt)))
    assert wrong == []


@pytest.mark.parametrize("text", ["قال لا إله إلا الله ثم مضى", "لأن الأشياء بلا كلام", "سَلَامٌ لِلْأَبَدِ لَا يَزُولُ"])
def test_half_a_lam_alef_is_half_as_wide(text: str) -> None:
    ragged = laid(text, justified=False)
    for at in (index for index in range(len(text) - 1) if text[index] == "ل" and text[index + 1] in "اأإآ"):
        whole = ragged.boxes(at, at + 2)[0]
        half = ragged.boxes(at, at + 1)[0]
        assert 0.3 < (half[2] - half[1]) / (whole[2] - whole[1]) < 0.7


@pytest.mark.parametrize("direction", [Direction.RIGHT_TO_LEFT, Direction.LEFT_TO_RIGHT])
@pytest.mark.parametrize("paragraph", [*PARAGRAPHS, LATIN * 3])
def test_full_lines_reach_both_margins(paragraph: str, direction: Direction) -> None:
    text = laid(paragraph, justified=True, direction=direction)
    assert len(text.lines) > 1
    for line in text.lines[:-1]:
        edges = line.intervals(line.start16, line.end16)
        core = [(max(a, 0.0), min(b, WIDTH)) for a, b in edges]
        assert abs(min(a for a, _ in core)) < 0.6
        assert abs(max(b for _, b in core) - WIDTH) < 0.6


@pytest.mark.parametrize("direction", [Direction.RIGHT_TO_LEFT, Direction.LEFT_TO_RIGHT])
@pytest.mark.parametrize("paragraph", [*PARAGRAPHS, LATIN * 3])
def test_boxes_of_justified_lines_hold_their_glyphs(paragraph: str, direction: Direction) -> None:
    text = laid(paragraph, justified=True, direction=direction)
    stray = []
    for line in text.lines:
        for run in line.runs:
            letters = dict(reversed(list(zip(run.stringIndexes(), run.positions(), strict=True))))
            for index, position in letters.items():  # the first glyph of each cluster: the letter, not its marks
                offset = text.utf16.from_utf16(index)
                if text.text[offset] == " ":
                    continue
                boxes = [(left, right) for on, left, right in text.boxes(offset, offset + 1) if on is line]
                if not any(left - 7 <= position.x() <= right + 7 for left, right in boxes):
                    stray.append((text.text[offset], position.x(), boxes))
    assert stray == []


@pytest.mark.parametrize("justified", [False, True])
@pytest.mark.parametrize("paragraph", PARAGRAPHS)
def test_a_click_in_a_letter_finds_the_letter(paragraph: str, justified: bool) -> None:
    text = laid(paragraph, justified=justified)
    missed = []
    for offset, char in enumerate(text.text):
        if unicodedata.combining(char) or (
            offset + 1 < len(text.text) and unicodedata.combining(text.text[offset + 1])
        ):
            continue
        for line, left, right in text.boxes(offset, offset + 1):
            found = text.character_at((left + right) / 2, line.top + 10)
            if found != offset:
                missed.append((offset, char, found))
    assert missed == []


def test_lines_beyond_the_bmp_are_justified_too() -> None:
    text = laid("الرمز 𞸀 يليه 😀 ثم كلمات كثيرة تملأ السطر الأول وما بعده " * 4, justified=True)
    assert all(line.warp is not None for line in text.lines[:-1])
    assert text.lines[-1].warp is None


def test_spaces_that_begin_a_paragraph_hang_in_the_margin() -> None:
    indented, plain = laid("  جدول زمني", justified=False), laid("جدول زمني", justified=False)
    assert abs(indented.boxes(2, 3)[0][2] - plain.boxes(0, 1)[0][2]) < 0.6


@pytest.mark.parametrize("char", ["\t", "\u2028", "\u2029", "\x0b", "\ufeff", "\ufffe", "\ufdd0", "\x00"])
def test_characters_qt_would_swallow_keep_their_place(char: str) -> None:
    text = laid(f"قبل{char}بعد", justified=False)
    assert len(text.lines) == 1
    assert text.layout.text()[3] != char
    assert len(text.layout.text()) == 7
