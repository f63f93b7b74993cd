# SPDX-License-Identifier: GPL-3.0-or-later
"""Joins paragraphs to a text and gives blocks and comments the right offsets in it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from reader.importers.extracted import Comment, Extracted, Notice, NoticeKind, Original
from reader.model.structure import Block, BlockKind
from reader.text.direction import Direction

LINE_ENDS = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
"""Everything that ends a line. Source: Unicode Standard Annex #14, classes BK, CR, LF and NL."""

_BAD = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]|^\ufeff")
_SPACE = re.compile("[ \t\n\r\f\v]+")
_MARKS = (BlockKind.PAGE, BlockKind.SECTION)
_AROUND = {BlockKind.CODE: "\n", BlockKind.ROW: "\n"}
"""What is left out around paragraphs in which blanks say something."""


class TextBuilder:
    """A text in the making: ``paragraph`` by ``paragraph``, then ``finish``.

    Whatever comes in is made fit to be stored: every kind of line end becomes a line feed, NUL and other controls are
    left out, a lone surrogate becomes U+FFFD; ``finish`` tells how many there were. Blocks touch whole paragraphs;
    a paragraph may have several lines, all of which its block covers.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._comments: list[Comment] = []
        self._notices: Counter[tuple[NoticeKind, str]] = Counter()

    @property
    def length(self) -> int:
        """Code points so far, the line feed behind the last paragraph included."""
        return self._length

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing but white space so far."""
        return all(part.isspace() for part in self._parts)

    def paragraph(
        self,
        text: str,
        *,
        kind: BlockKind = BlockKind.PARAGRAPH,
        level: int = 0,
        label: str = "",
        direction: Direction | None = None,
    ) -> tuple[int, int]:
        """Add a paragraph; where it stands, half-open. White space around it is left out; an empty one leaves nothing.

        A plain paragraph makes a block only when it has a direction.
        """
        line = self.clean(text).strip(_AROUND.get(kind, " \t\n\u00a0"))
        start = self._length
        if not line:
            return start, start
        self._parts += (line, "\n")
        self._length += len(line) + 1
        if kind is not BlockKind.PARAGRAPH or direction is not None:
            end = start + len(line)
            label = self.clean(label)
            block = Block(kind=kind, start=start, end=end, level=level, label=label, direction=direction)
            self._blocks.append(block)
        return start, start + len(line)

    def blank_line(self) -> None:
        """Add an empty paragraph, unless the text is empty or ends with one."""
        if self._parts and self._parts[-1] == "\n" and (len(self._parts) == 1 or self._parts[-2] != "\n"):
            self._parts.append("\n")
            self._length += 1

    def mark(self, kind: BlockKind, label: str = "", *, level: int = 0) -> None:
        """Say that here, before the next paragraph, a page or section begins."""
        if kind not in _MARKS:
            raise ValueError(f"{kind} covers paragraphs")
        at = self._length
        self._blocks.append(Block(kind=kind, start=at, end=at, level=level, label=self.clean(label)))

    def block(self, block: Block) -> None:
        """Add a block whose offsets the caller has counted: a quotation around paragraphs that are there, a page."""
        self._blocks.append(block)

    def comment(self, start: int, end: int, text: str, *, author: str = "", created: str = "") -> None:
        """Add somebody's remark about code points of the text so far, half-open."""
        note = self.clean(text).strip()
        if note:
            clean_author = self.clean(author)
            self._comments.append(Comment(start=start, end=end, text=note, author=clean_author, created=created))

    def notice(self, kind: NoticeKind, count: int = 1, detail: str = "") -> None:
        """Have the user told; counts of the same kind and detail are added up."""
        self._notices[kind, detail] += count

    def clean(self, text: str) -> str:
        """``text`` without what cannot be stored; what was wrong with it is told by ``finish``."""
        if LINE_ENDS.search(text):
            text = LINE_ENDS.sub("\n", text)
        if _BAD.search(text):
            bad = sum(1 for found in _BAD.finditer(text) if found[0] != "\ufeff")
            if bad:
                self.notice(NoticeKind.BAD_CHARACTERS, bad)
            text = _BAD.sub(lambda found: "\ufffd" if found[0] >= "\ud800" and found[0] != "\ufeff" else "", text)
        return text

    def finish(
        self,
        *,
        title: str = "",
        metadata: tuple[tuple[str, str], ...] = (),
        direction: Direction | None = None,
        encoding: str = "utf-8",
        source_detail: str = "",
        original: Original | None = None,
    ) -> Extracted:
        """The document. Blocks are put in order; a mark behind the last paragraph stands at the end of the text.

        Of several marks of a kind at one place (empty pages) the last is kept.
        """
        text = "".join(self._parts).rstrip("\n")
        title, known = one_line(self.clean(title)), []
        for key, value in metadata:
            if cleaned := one_line(self.clean(value)):
                known.append((key, cleaned))
        comments = tuple(clamped for one in self._comments if (clamped := _within(one, len(text))) is not None)
        return Extracted(
            text=text,
            blocks=_in_order(self._blocks, len(text)),
            title=title,
            metadata=tuple(known),
            comments=comments,
            notices=tuple(Notice(kind=kind, count=n, detail=detail) for (kind, detail), n in self._notices.items()),
            direction=direction,
            encoding=encoding,
            source_detail=source_detail,
            original=original,
        )


def one_line(text: str) -> str:
    """``text`` with every stretch of blanks and line ends as one space, and none around it."""
    return _SPACE.sub(" ", text).strip()


def _in_order(blocks: list[Block], length: int) -> tuple[Block, ...]:
    """By start; a mark before what it marks, the longer of two before what is in it; the same one once."""
    clamped = [replace(block, start=min(block.start, length), end=min(block.end, length)) for block in blocks]
    kept = {
        (block.start, block.kind, block.end): block
        for block in clamped
        if block.end > block.start or block.kind in _MARKS
    }
    return tuple(sorted(kept.values(), key=lambda block: (block.start, block.kind not in _MARKS, -block.end)))


def _within(comment: Comment, length: int) -> Comment | None:
    """The comment if it is about something; one about a place between letters is about the letter behind, or before."""
    start, end = min(comment.start, length), min(comment.end, length)
    if start == end:
        start, end = (start, start + 1) if start < length else (start - 1, start)
    if start < 0:
        return None
    return Comment(start=start, end=end, text=comment.text, author=comment.author, created=comment.created)
