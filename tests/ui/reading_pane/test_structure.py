# SPDX-License-Identifier: GPL-3.0-or-later
"""Headings, lists, quotations, tables and pages on the page: where their words stand and how they are reached."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from builders import TEXTS
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot
from structured import Blocks, built

from reader.importers.extracted import Extracted
from reader.model.structure import BlockKind
from reader.text.chunks import ChunkedText
from reader.text.direction import Direction
from reader.text.spans import Span
from reader.ui.reading_pane import ReadingPane

K = BlockKind
MakePane = Callable[..., ReadingPane]
LONG = "كلام كثير يملأ أكثر من سطر واحد في الصفحة حتى يظهر أين تبدأ السطور التالية منه وأين تنتهي عند الحافة. "


@pytest.fixture
def show(make_pane: MakePane) -> Callable[..., ReadingPane]:
    def make(made: Extracted, direction: Direction = Direction.RIGHT_TO_LEFT, **style: object) -> ReadingPane:
        pane = make_pane("", width=700, height=900, **style)
        pane.show_text(ChunkedText.from_string(made.text), direction, Blocks(made.blocks))
        return pane

    return make


def span_of(made: Extracted, phrase: str) -> Span:
    start = made.text.index(phrase)
    return Span(start, start + len(phrase))


def box_of(pane: ReadingPane, made: Extracted, phrase: str) -> tuple[int, int, int, int]:
    rect = pane.rect_of(span_of(made, phrase))
    assert rect is not None, phrase
    return rect.left(), rect.right(), rect.top(), rect.bottom()


def picture(pane: ReadingPane) -> QImage:
    return pane.viewport().grab().toImage()


def ink_left_of(image: QImage, x0: int, x1: int, top: int, bottom: int) -> bool:
    return any(image.pixelColor(x, y).red() < 200 for x in range(x0, x1) for y in range(top, bottom))


def test_headings_are_the_larger_the_higher_they_stand(show: Callable[..., ReadingPane]) -> None:
    made = built(
        (K.TITLE, "عنوان"), *((K.HEADING, f"رأس {level}", level, "") for level in (1, 2, 3, 4)), (K.PARAGRAPH, LONG)
    )
    pane = show(made)
    sizes = [laid.setting.font.pixelSize() for _, laid, _ in pane.window_in_view.in_view()]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) == 5  # the lowest heading has the size of the words it heads, in bold


@pytest.mark.parametrize("direction", list(Direction))
def test_an_item_hangs_from_its_marker_on_the_side_where_lines_begin(
    show: Callable[..., ReadingPane], direction: Direction
) -> None:
    latin = "words enough to fill more than a single line on this page so that one sees where lines begin " * 2
    words = LONG * 2 if direction is Direction.RIGHT_TO_LEFT else latin
    made = built((K.PARAGRAPH, words), (K.ITEM, words, 1, "•"), (K.ITEM, words, 2, "•"))
    pane = show(made, direction)
    edges = []
    for _, laid, origin in pane.window_in_view.in_view():
        boxes = laid.boxes(0, len(laid.text))
        lefts = [origin.x() + left for _, left, _ in boxes]
        rights = [origin.x() + right for _, _, right in boxes]
        edges.append(max(rights) if direction is Direction.RIGHT_TO_LEFT else -min(lefts))
    assert edges[0] > edges[1] > edges[2]


def test_the_cells_of_a_column_stand_below_each_other(show: Callable[..., ReadingPane]) -> None:
    made = built((K.ROW, "الدولة\tالعاصمة\tالسكان"), (K.ROW, "أذربيجان\tباكو\t10"), (K.ROW, "UAE\tAbu Dhabi\t9"))
    pane = show(made)
    heads, first, second = ([box_of(pane, made, cell) for cell in row.split("\t")] for row in made.text.split("\n"))
    for head, one, other in zip(heads, first, second, strict=True):
        assert abs(head[1] - one[1]) <= 2
        assert abs(head[1] - other[1]) <= 2
    assert heads[0][0] > heads[1][1]
    assert heads[1][0] > heads[2][1]


def test_in_a_text_from_left_to_right_columns_go_to_the_right(show: Callable[..., ReadingPane]) -> None:
    made = built((K.ROW, "Country\tCapital"), (K.ROW, "Azerbaijan\tباكو"))
    pane = show(made, Direction.LEFT_TO_RIGHT)
    assert box_of(pane, made, "Country")[1] < box_of(pane, made, "Capital")[0]
    assert abs(box_of(pane, made, "Capital")[0] - box_of(pane, made, "باكو")[0]) <= 2


def test_a_long_cell_is_broken_within_its_column(show: Callable[..., ReadingPane]) -> None:
    made = built((K.ROW, f"سويسرا\t{LONG}\tآخر"))
    pane = show(made)
    left, right, top, bottom = box_of(pane, made, LONG.strip())
    assert right < box_of(pane, made, "سويسرا")[0]
    assert left > box_of(pane, made, "آخر")[1]
    assert bottom - top > 1.5 * (box_of(pane, made, "آخر")[3] - box_of(pane, made, "آخر")[2])


def test_cells_that_have_no_room_beside_each_other_stand_below_each_other(show: Callable[..., ReadingPane]) -> None:
    cells = [f"كلمةطويلةجدا{number}" for number in range(12)]
    made = built((K.ROW, "\t".join(cells)))
    pane = show(made)
    tops = [box_of(pane, made, cell)[2] for cell in cells]
    assert tops == sorted(tops)
    assert len(set(tops)) == len(cells)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_every_character_of_a_cell_is_found_where_it_is_drawn(show: Callable[..., ReadingPane], text: str) -> None:
    first, second = text.split("\n")
    made = built((K.ROW, f"{first}\t{second}\tخلية"), (K.ROW, f"خلية\t\t{first}"))
    pane = show(made)
    for offset, char in enumerate(made.text):
        rect = pane.rect_of(Span(offset, offset + 1)) if char.isalnum() else None
        if rect is None:
            continue
        found = pane.window_in_view.character_at(rect.center().x(), rect.center().y())
        assert found is not None
        stretch, local = found
        assert abs(stretch.start + local - offset) <= 1, char  # halves of a ligature share their place


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_the_caret_goes_through_a_row_and_back(show: Callable[..., ReadingPane], qtbot: QtBot, text: str) -> None:
    first, second = text.split("\n")
    made = built((K.ROW, f"{first}\t{second}\tخلية"))
    pane = show(made)
    there = []
    while pane.caret != len(made.text):
        there.append(pane.caret)
        qtbot.keyClick(pane, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    back = []
    while pane.caret != 0:
        qtbot.keyClick(pane, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
        back.append(pane.caret)
    assert there == back[::-1]
    assert {len(first), len(first) + 1} <= set(there)


def test_a_row_is_copied_with_its_tabs(show: Callable[..., ReadingPane]) -> None:
    made = built((K.ROW, "باكو\t1\tأ"), (K.ROW, "جنيف\t2\tب"))
    pane = show(made)
    pane.select_all()
    assert pane.selected_text() == "باكو\t1\tأ\nجنيف\t2\tب"


def test_dragging_over_a_cell_selects_it_alone(show: Callable[..., ReadingPane], qtbot: QtBot) -> None:
    made = built((K.ROW, "أذربيجان\tباكو عاصمتها\tآخر"))
    pane = show(made)
    left, right, top, bottom = box_of(pane, made, "باكو عاصمتها")
    y = (top + bottom) // 2
    view = pane.viewport()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(right - 1, y))
    qtbot.mouseMove(view, QPoint((left + right) // 2, y))
    qtbot.mouseMove(view, QPoint(left + 1, y))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(left + 1, y))
    assert pane.selected_text() == "باكو عاصمتها"


def test_a_quotation_is_set_in_from_both_edges_with_a_rule(show: Callable[..., ReadingPane]) -> None:
    made = built((K.PARAGRAPH, LONG * 2), (K.QUOTATION, LONG * 2))
    pane = show(made)
    (_, plain, at), (_, quoted, inset) = (
        (each.stretch, each.laid, each.origin) for each in pane.window_in_view.in_view()
    )
    assert inset.x() > at.x()
    assert inset.x() + quoted.setting.width < at.x() + plain.setting.width
    image = picture(pane)
    right = round(inset.x() + quoted.setting.width) + 4
    assert ink_left_of(image, right, round(at.x() + plain.setting.width), round(inset.y()), round(inset.y() + 20))


def test_the_label_of_a_page_stands_in_the_margin_and_a_rule_above_its_words(show: Callable[..., ReadingPane]) -> None:
    made = built((K.PARAGRAPH, "قبل"), (K.PAGE, "12"), (K.PARAGRAPH, "بعد"))
    plain = built((K.PARAGRAPH, "قبل"), (K.PARAGRAPH, "بعد"))
    assert box_of(show(made), made, "بعد")[2] > box_of(show(plain), plain, "بعد")[2]
    pane = show(made)
    margin = round(pane.flow.left)
    top, bottom = box_of(pane, made, "قبل")[3], box_of(pane, made, "بعد")[2]
    assert ink_left_of(picture(pane), 0, margin, top, bottom)
    assert not ink_left_of(picture(show(plain)), 0, margin, 0, 300)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_structure_leaves_text_and_offsets_as_they_are(show: Callable[..., ReadingPane], text: str) -> None:
    first, second = text.split("\n")
    kinds = [kind for kind in K if kind not in (K.PAGE, K.SECTION)]
    made = built(*((kind, first if number % 2 else second, 1, "") for number, kind in enumerate(kinds)))
    pane = show(made)
    pane.select_all()
    assert pane.selected_text() == made.text
    for start in range(0, len(made.text) - 4, 7):
        pane.select(Span(start, start + 4))
        assert pane.selected_text() == made.text[start : start + 4]


def test_what_was_on_top_stays_when_the_structure_changes(show: Callable[..., ReadingPane]) -> None:
    made = built(*((K.PARAGRAPH, f"{number} {LONG}") for number in range(60)))
    pane = show(made)
    pane.go_to(made.text.index("30 "))
    pane.scroll_by(1)
    before = pane.top_offset
    pane.structure_changed()
    assert pane.top_offset == before


def test_code_keeps_the_blanks_that_begin_its_lines(show: Callable[..., ReadingPane]) -> None:
    made = built((K.CODE, "for x in y:\n    print(x)\n\tpass"))
    pane = show(made, Direction.LEFT_TO_RIGHT)
    assert box_of(pane, made, "print")[0] > box_of(pane, made, "for")[0] + 10
    assert box_of(pane, made, "pass")[0] > box_of(pane, made, "for")[0] + 10
