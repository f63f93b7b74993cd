# SPDX-License-Identifier: GPL-3.0-or-later
"""A tag never changes the ink: the letters of a tagged page are those of the bare one, pixel for pixel."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import numpy
import pytest
from pages import SHIPPED_FACES, reading_style
from PySide6.QtCore import QRect
from PySide6.QtGui import QFontDatabase, QImage, QPainter

from reader.text.spans import Span
from reader.ui.reading_pane import Mark, MarkKind, ReadingPane
from reader.ui.reading_pane.painting import paint_page

WORDS = "الله لا إله إلا محمد المستقبل والتكنولوجيا لأن كَتَبَ الْعِلْمُ في WTDC-25 𞸀"
"""Ligatures (Allah, lam-alef), kashida-like joins, marks, digits and Latin, a letter beyond U+FFFF."""


def red(pane: ReadingPane) -> numpy.ndarray:
    """The red part of what the pane shows, as (height, width) uint8: ink only, for marks are as red as the page."""
    image = pane.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    pixels = numpy.frombuffer(image.constBits(), numpy.uint8).reshape(image.height(), image.bytesPerLine())
    return pixels[:, : image.width() * 3 : 3].copy()


def sub_word_ranges(text: str) -> list[Span]:
    """Every proper and improper range inside each word of the text."""
    found, start = [], 0
    for word in text.split(" "):
        found += [Span(start + a, start + b) for a, b in combinations(range(len(word) + 1), 2)]
        start += len(word) + 1
    return found


def family_of(face: int) -> str:
    return QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(SHIPPED_FACES[face])))[0]


@pytest.mark.parametrize("face", range(len(SHIPPED_FACES)))
@pytest.mark.parametrize("kind", [MarkKind.ANNOTATION, MarkKind.SUGGESTION, MarkKind.HIT])
def test_ink_is_the_same_under_every_sub_word_mark(
    make_pane: Callable[..., ReadingPane], face: int, kind: MarkKind
) -> None:
    pane = make_pane(
        WORDS + " ، نص طويل يتبعه حتى لا يكون عنوانا وإنما فقرة عادية من المتن كسائر الفقرات في الكتاب.", height=160
    )
    pane.set_style(reading_style(family=family_of(face)))
    bare = red(pane)
    shown: list[Mark] = []
    pane.set_marks(lambda _: shown)
    ranges = sub_word_ranges(WORDS)
    differing = []
    for span in ranges:
        shown[:] = [Mark(span, kind, "a", "hit" if kind is MarkKind.HIT else "tag-1")]
        pane.marks_changed()
        if not numpy.array_equal(red(pane), bare):
            differing.append((span, WORDS[span.start : span.end]))
    assert len(ranges) > 200
    assert differing == []


def test_marks_do_paint(pane: ReadingPane) -> None:
    before = pane.viewport().grab().toImage()
    pane.set_marks(lambda _: [Mark(Span(30, 45), MarkKind.ANNOTATION, "a", "tag-1")])
    assert pane.viewport().grab().toImage() != before


def test_selection_lies_beneath_the_ink(pane: ReadingPane) -> None:
    pane.clearFocus()
    bare = red(pane)
    pane.select(Span(25, 180))
    assert numpy.array_equal(red(pane), bare)


def painted(pane: ReadingPane, step: int) -> QImage:
    """The page, painted in strips of ``step`` pixels."""
    view = pane.viewport().rect()
    image = QImage(view.size(), QImage.Format.Format_RGB32)
    for top in range(0, view.height(), step):
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strip = QRect(0, top, view.width(), step)
        painter.setClipRect(strip)
        paint_page(painter, pane, strip)
        painter.end()
    return image


def test_ink_that_reaches_into_other_lines_is_painted_in_every_strip(make_pane: Callable[..., ReadingPane]) -> None:
    stacked = "بِّ\u0670\u06e1\u0653\u0653\u0653 يَسْتَقِلُّ ﷽ " * 60
    pane = make_pane("\n".join([stacked] * 3), line_height=0.55, paragraph_gap_em=0.0)
    pane.clearFocus()
    whole = painted(pane, pane.viewport().height())
    assert any(line.ink[0] < line.top - 4 for line in pane.window_in_view.in_view()[0].laid.lines[1:])
    assert painted(pane, 7) == whole
