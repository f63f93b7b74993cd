# SPDX-License-Identifier: GPL-3.0-or-later
"""What importers give is looked through: repair is offered, and done only when it is asked for."""

from __future__ import annotations

from arabic_reshaper import reshape
from articles_for_pdf import ARTICLES, truth_of
from bidi import get_display

from reader.importers.extracted import Comment, Extracted, NoticeKind, Options
from reader.importers.repairing import DONE, OFFERED, looked_through
from reader.model.structure import Block, BlockKind
from reader.text.reordering import Reordering
from reader.text.spans import Span

TRUTH = truth_of(ARTICLES["news"])
DRAWN = "\n".join(get_display(reshape(line), base_dir="R") for line in TRUTH.split("\n"))


def _looked(document: Extracted, *, repair: bool = False) -> Extracted:
    return next(looked_through(iter([document]), Options(repair=repair)))


def test_a_sound_text_passes_as_it_is() -> None:
    document = Extracted(text=TRUTH)
    assert _looked(document, repair=True) is document


def test_unasked_a_text_in_visual_order_is_told_and_left() -> None:
    found = _looked(Extracted(text=DRAWN))
    assert found.text == DRAWN
    assert [(one.kind, one.detail) for one in found.notices] == [
        (NoticeKind.VISUAL_ORDER, OFFERED),
        (NoticeKind.PRESENTATION_FORMS, OFFERED),
    ]


def test_a_repaired_text_keeps_what_was_there_and_the_way_to_it() -> None:
    found = _looked(Extracted(text=DRAWN), repair=True)
    assert found.original is not None
    assert (found.original.text, found.notices[0].detail) == (DRAWN, DONE)
    there = Reordering(found.original.runs)
    assert len(found.text) == sum(run.length for run in there.runs)


def test_blocks_cover_the_same_lines_in_the_repaired_text() -> None:
    first = DRAWN.index("\n")
    blocks = (
        Block(kind=BlockKind.PAGE, start=0, end=0, label="1"),
        Block(kind=BlockKind.TITLE, start=0, end=first),
        Block(kind=BlockKind.PAGE, start=first + 1, end=first + 1, label="2"),
        Block(kind=BlockKind.QUOTATION, start=first + 1, end=len(DRAWN)),
    )
    found = _looked(Extracted(text=DRAWN, blocks=blocks), repair=True)
    title, rest = TRUTH.split("\n", 1)
    said = [(block.kind, found.text[block.start : block.end]) for block in found.blocks]
    assert (BlockKind.TITLE, title.replace("ً", "")) in said
    assert said[-1] == (BlockKind.QUOTATION, found.text[len(title) + 1 :])
    assert [block.start for block in found.blocks if block.kind is BlockKind.PAGE] == [0, len(title) + 1]
    assert len(rest) > 0


def test_a_comment_stays_at_its_words() -> None:
    word = get_display(reshape("مكتبة"), base_dir="R")
    at = DRAWN.index(word)
    document = Extracted(text=DRAWN, comments=(Comment(start=at, end=at + len(word), text="?"),))
    comment = _looked(document, repair=True).comments[0]
    assert _looked(document, repair=True).text[comment.start : comment.end] == "مكتبة"


def test_what_was_looked_through_is_not_told_twice() -> None:
    told = _looked(Extracted(text=DRAWN))
    assert _looked(told).notices == told.notices


def test_spans_lead_from_the_repaired_text_to_the_original_and_back() -> None:
    found = _looked(Extracted(text=DRAWN), repair=True)
    assert found.original is not None
    there = Reordering(found.original.runs)
    start = found.text.index("المدينة")
    (span,) = there.source_spans(Span(start, start + 7))
    assert there.derived_spans(span) == [Span(start, start + 7)]
    assert len(span) == 7
