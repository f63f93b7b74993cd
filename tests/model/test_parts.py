# SPDX-License-Identifier: GPL-3.0-or-later
"""What each paragraph is, from blocks or from looks."""

from __future__ import annotations

import pytest
from builders import TEXTS
from structured import Blocks, block_of, built

from reader.model.parts import is_structure, parts_of
from reader.model.structure import Block, BlockKind
from reader.text.chunks import paragraphs_of
from reader.text.direction import Direction
from reader.text.structure import Part, Role

K = BlockKind


def parts(text: str, *blocks: Block, base: int = 0, structured: bool = True) -> list[Part]:
    return parts_of(text, paragraphs_of(text), base, Blocks(blocks, structured), opens_document=base == 0)


def roles(text: str, *blocks: Block, structured: bool = True) -> list[Role]:
    return [part.role for part in parts(text, *blocks, structured=structured)]


PLAIN = (
    "عنوان المقال\n\n"
    + "فقرة طويلة من المتن فيها كلام كثير. " * 5
    + "\nعنوان فرعي هنا\n"
    + "فقرة أخرى طويلة من المتن. " * 8
)


def test_without_structure_looks_tell_the_headings() -> None:
    found = [part.role for part in parts_of(PLAIN, paragraphs_of(PLAIN), 0, None, opens_document=True)]
    assert found == [Role.TITLE, Role.BLANK, Role.BODY, Role.HEADING, Role.BODY]


def test_in_a_file_with_structure_looks_tell_nothing() -> None:
    heading = block_of(PLAIN, "عنوان فرعي هنا", K.HEADING, level=2)
    assert roles(PLAIN, heading) == [Role.BODY, Role.BLANK, Role.BODY, Role.HEADING, Role.BODY]


def test_pages_and_directions_alone_leave_headings_to_looks() -> None:
    assert not is_structure({K.PAGE, K.SECTION, K.PARAGRAPH})
    page = Block(kind=K.PAGE, start=0, end=0, label="1")
    assert roles(PLAIN, page, structured=False)[0] is Role.TITLE


def test_a_direction_leaves_the_role_of_its_paragraph() -> None:
    turned = block_of(PLAIN, "عنوان فرعي هنا", K.PARAGRAPH, direction=Direction.LEFT_TO_RIGHT)
    part = parts(PLAIN, turned, structured=False)[3]
    assert (part.role, part.direction) == (Role.HEADING, Direction.LEFT_TO_RIGHT)


def test_a_plain_paragraph_can_be_said_to_be_no_heading() -> None:
    plain = block_of(PLAIN, "عنوان فرعي هنا", K.PARAGRAPH)
    assert roles(PLAIN, plain, structured=False)[3] is Role.BODY


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_block_covers_exactly_its_paragraph(text: str) -> None:
    first, second = text.split("\n")
    assert roles(text, block_of(text, second, K.QUOTATION)) == [Role.BODY, Role.QUOTATION]
    assert roles(text, block_of(text, first, K.HEADING)) == [Role.HEADING, Role.BODY]


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_offsets_count_from_the_start_of_the_document(text: str) -> None:
    second = paragraphs_of(text)[1]
    block = Block(kind=K.NOTE, start=1000 + second[0], end=1000 + second[1], label="7")
    found = parts(text, block, base=1000)
    assert [part.role for part in found] == [Role.BODY, Role.NOTE]
    assert found[1].label == "7"


def test_only_the_first_paragraph_of_an_item_has_its_marker() -> None:
    made = built((K.ITEM, "أول السطر\nتابع له", 1, "1."), (K.ITEM, "البند الثاني", 1, "2."))
    found = parts(made.text, *made.blocks)
    assert [(part.label, part.opens) for part in found] == [("1.", True), ("1.", False), ("2.", True)]


def test_neighbours_of_a_kind_belong_together() -> None:
    made = built((K.QUOTATION, "قول أول"), (K.QUOTATION, "قول ثان"), (K.PARAGRAPH, "متن"), (K.QUOTATION, "قول آخر"))
    found = parts(made.text, *made.blocks)
    joined = [(part.goes_on, part.is_continued) for part in found]
    assert joined == [(False, True), (True, False), (False, False), (False, False)]


def test_rows_of_a_table_run_one_way() -> None:
    made = built(
        (K.ROW, "الدولة\tالاسم بالإنجليزية"),
        (K.ROW, "UAE\tUnited Arab Emirates"),
        (K.ROW, "سويسرا\tمقر الاتحاد الدولي"),
    )
    assert {part.direction for part in parts(made.text, *made.blocks)} == {Direction.RIGHT_TO_LEFT}
    assert [part.run for part in parts(made.text, *made.blocks)] == [(0, 2)] * 3


def test_the_innermost_block_wins() -> None:
    made = built((K.PARAGRAPH, "قبل"), (K.ITEM, "بند في القول", 1, "•"), (K.PARAGRAPH, "بعد"))
    around = Block(kind=K.QUOTATION, start=0, end=len(made.text))
    assert roles(made.text, around, *made.blocks) == [Role.QUOTATION, Role.ITEM, Role.QUOTATION]


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_page_begins_above_a_paragraph_or_within_it(text: str) -> None:
    second = paragraphs_of(text)[1][0]
    above = Block(kind=K.PAGE, start=second, end=second, label="2")
    within = Block(kind=K.PAGE, start=second + 5, end=second + 5, label="3")
    found = parts(text, above, within)
    assert found[0].above == found[0].within == ()
    assert [mark.label for mark in found[1].above] == ["2"]
    assert [(mark.label, mark.offset) for mark in found[1].within] == [("3", second + 5)]


def test_a_page_that_begins_before_blank_lines_stands_above_the_next_words() -> None:
    text = "أول\n\n\nثان"
    for at in (3, 4, 5, 6):
        found = parts(text, Block(kind=K.PAGE, start=at, end=at, label="9"), structured=False)
        assert [bool(part.above) for part in found] == [False, False, False, True], at


def test_the_last_paragraph_that_a_chunk_cuts_off_keeps_its_block() -> None:
    text = "قول طويل يقطعه"
    assert roles(text, Block(kind=K.QUOTATION, start=0, end=10_000)) == [Role.QUOTATION]
