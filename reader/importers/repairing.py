# SPDX-License-Identifier: GPL-3.0-or-later
"""What an importer gives, looked through for text in visual order or presentation forms; repaired where that is asked.

Nothing is repaired unasked: the notices of what was found say that it is offered.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from reader.importers.extracted import Comment, Extracted, Notice, NoticeKind, Options, Original
from reader.model.structure import Block
from reader.text.reordering import Reordering
from reader.text.repair import Finding, Order, Repaired, examined, repaired
from reader.text.spans import Span

OFFERED, DONE = "offered", "repaired"
"""``detail`` of the two notices; with ``DONE``, what was there is kept."""
_TOLD = (NoticeKind.VISUAL_ORDER, NoticeKind.PRESENTATION_FORMS)


def looked_through(documents: Iterator[Extracted], options: Options) -> Iterator[Extracted]:
    """The documents with notices of what is wrong with them; repaired if ``options`` ask for it. O(n) for each."""
    for document in documents:
        # Out of an archive, a text was looked through by its own importer.
        finding = Finding() if any(one.kind in _TOLD for one in document.notices) else examined(document.text)
        if finding.is_sound:
            yield document
        elif options.repair:
            yield with_repair(document, finding)
        else:
            yield replace(document, notices=(*document.notices, *_notices(finding, document.text, OFFERED)))


def with_repair(document: Extracted, finding: Finding) -> Extracted:
    """The document with its text put right, its blocks and comments moved along, and what was there kept."""
    made = repaired(document.text, finding)
    places = PlacesAfterRepair(document.text, made)
    blocks = tuple(sorted((places.block(one) for one in document.blocks), key=lambda block: block.start))
    title = document.title
    if title and not (of_title := examined_like(title, finding)).is_sound:
        title = repaired(title, of_title).text
    return replace(
        document,
        text=made.text,
        title=title,
        blocks=blocks,
        comments=tuple(places.comment(one) for one in document.comments),
        notices=(*document.notices, *_notices(finding, document.text, DONE, made)),
        original=Original(text=document.text, runs=made.map.rows(), blocks=document.blocks),
    )


def examined_like(text: str, finding: Finding) -> Finding:
    """What is wrong with a short text out of one that was found wrong: it is too short to tell by itself."""
    return finding if any(char > "\u05ff" for char in text) else Finding()


def _notices(finding: Finding, text: str, detail: str, made: Repaired | None = None) -> Iterator[Notice]:
    if finding.order is not Order.LOGICAL:
        lines = made.lines if made is not None else sum(1 for line in text.split("\n") if line.strip())
        yield Notice(kind=NoticeKind.VISUAL_ORDER, count=lines, detail=detail)
    if finding.forms:
        yield Notice(kind=NoticeKind.PRESENTATION_FORMS, count=finding.forms, detail=detail)


class PlacesAfterRepair:
    """Where blocks and comments of the old text are in the new one, line by line: a line keeps its place among them."""

    def __init__(self, old: str, made: Repaired) -> None:
        self._old_starts = _line_starts(old)
        self._new_starts = _line_starts(made.text)
        self._new_length = len(made.text)
        self._old_length = len(old)
        self._map: Reordering = made.map

    def block(self, block: Block) -> Block:
        start = self._start(block.start)
        return replace(block, start=start, end=start if block.end == block.start else self._end(block.end))

    def comment(self, comment: Comment) -> Comment:
        if comment.start >= comment.end:
            return comment
        spans = self._map.derived_spans(Span(comment.start, comment.end))
        if not spans:
            start = self._start(comment.start)
            return replace(comment, start=start, end=min(start + 1, self._new_length))
        return replace(comment, start=spans[0].start, end=spans[-1].end)

    def place(self, offset: int) -> int:
        """Where what stands at ``offset`` stands now."""
        return self._start(offset)

    def _start(self, offset: int) -> int:
        """Where what begins at ``offset`` begins now: a line with its line, else where its first letter is."""
        line = bisect_right(self._old_starts, offset) - 1
        spans = [] if offset in (self._old_starts[line], self._old_length) else self._letter(offset)
        return spans[0].start if spans else self._new_starts[line] if offset < self._old_length else self._new_length

    def _end(self, offset: int) -> int:
        """Where what ends at ``offset`` ends now: at the end of a line with its line, else behind its last letter."""
        line = bisect_right(self._old_starts, offset - 1) - 1
        is_last = line + 1 == len(self._old_starts)
        old_end = self._old_length if is_last else self._old_starts[line + 1] - 1
        if offset >= old_end:
            new_end = self._new_length if is_last else self._new_starts[line + 1] - 1
            return new_end + offset - old_end
        spans = self._letter(offset - 1)
        return spans[-1].end if spans else self._new_starts[line]

    def _letter(self, offset: int) -> list[Span]:
        return self._map.derived_spans(Span(offset, offset + 1))


def _line_starts(text: str) -> list[int]:
    starts = [0]
    at = text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts
