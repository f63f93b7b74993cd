# SPDX-License-Identifier: GPL-3.0-or-later
"""Paragraphs become a text whose blocks and comments stand where they should."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.importers.extracted import NoticeKind
from reader.importers.text_builder import TextBuilder, one_line
from reader.model.structure import BlockKind
from tests.fuzz.harness import judge


def words_of(extracted):
    return [(block.kind, extracted.text[block.start : block.end]) for block in extracted.blocks]


def test_blocks_stand_on_their_paragraphs(any_text):
    builder = TextBuilder()
    builder.paragraph(any_text, kind=BlockKind.HEADING, level=1)
    builder.paragraph("فقرة")
    builder.paragraph(any_text, kind=BlockKind.ITEM, label="•")

    extracted = builder.finish()

    kept = any_text.replace("\u2028", "\n").strip(" \t\n\u00a0")
    assert words_of(extracted) == [(BlockKind.HEADING, kept), (BlockKind.ITEM, kept)]
    assert extracted.text == f"{kept}\nفقرة\n{kept}"


def test_a_mark_stands_before_the_next_paragraph():
    builder = TextBuilder()
    builder.mark(BlockKind.PAGE, "1")
    builder.paragraph("أول")
    builder.mark(BlockKind.PAGE, "2")
    builder.paragraph("ثان")

    extracted = builder.finish()

    assert [(block.start, block.end, block.label) for block in extracted.blocks] == [(0, 0, "1"), (4, 4, "2")]


def test_a_mark_behind_everything_stands_at_the_end_of_the_text():
    builder = TextBuilder()
    builder.paragraph("أول")
    builder.mark(BlockKind.PAGE, "2")

    assert [block.start for block in builder.finish().blocks] == [3]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_every_line_end_becomes_a_line_feed(end):
    builder = TextBuilder()
    builder.paragraph(f"سطر{end}آخر")

    assert builder.finish().text == "سطر\nآخر"


def test_what_cannot_be_stored_is_left_out_and_told():
    builder = TextBuilder()
    builder.paragraph("\ufeffكل\x00مة \ud800")

    extracted = builder.finish()

    assert extracted.text == "كلمة \ufffd"
    assert [(notice.kind, notice.count) for notice in extracted.notices] == [(NoticeKind.BAD_CHARACTERS, 2)]


def test_a_comment_about_nothing_is_about_the_letter_beside():
    builder = TextBuilder()
    start, end = builder.paragraph("كلمة")
    builder.comment(end, end, "ملاحظة")
    builder.comment(start, start, "أخرى")

    assert [(one.start, one.end) for one in builder.finish().comments] == [(3, 4), (0, 1)]


def test_a_paragraph_cannot_be_a_mark():
    with pytest.raises(ValueError):
        TextBuilder().mark(BlockKind.HEADING)


@given(st.lists(st.tuples(st.text(max_size=40), st.sampled_from(BlockKind), st.integers(0, 6)), max_size=12))
def test_whatever_comes_in_can_be_stored(parts):
    builder = TextBuilder()
    for text, kind, level in parts:
        if kind in (BlockKind.PAGE, BlockKind.SECTION):
            builder.mark(kind, text)
        else:
            start, end = builder.paragraph(text, kind=kind, level=level)
            builder.comment(start, end, text)

    judge(builder.finish(title="".join(text for text, _, _ in parts)))


@given(st.text())
def test_a_title_is_one_line(text):
    assert not re.search(r"[\n\r]", one_line(text))
