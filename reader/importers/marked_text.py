# SPDX-License-Identifier: GPL-3.0-or-later
"""Paragraphs of a word processor's file, with what stands between their letters: pages, ends of comments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from reader.importers.directions import dominant_of, needed_direction
from reader.importers.text_builder import TextBuilder
from reader.model.structure import Block, BlockKind
from reader.text.direction import Direction

_TRIMMED = " \t\n\u00a0"
_MOST_ON_A_PAGE = 9000
"""A page of a book has some 2,000 characters, one of a newspaper in three columns of small print 8,000."""


class MarkKind(StrEnum):
    PAGE = "page"
    COMMENT_START = "comment-start"
    COMMENT_END = "comment-end"


@dataclass(slots=True)
class MarkedText:
    """Text in the making; ``marks`` are kind, value and offset of what stands between its code points."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    marks: list[tuple[MarkKind, str, int]] = field(default_factory=list)

    def add(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def mark(self, kind: MarkKind, value: str) -> None:
        self.marks.append((kind, value, self.length))

    def append(self, other: MarkedText) -> None:
        """Put another one behind this one, its marks with it."""
        self.marks += [(kind, value, place + self.length) for kind, value, place in other.marks]
        self.parts += other.parts
        self.length += other.length

    def put_before(self, text: str) -> None:
        """Put ``text`` before everything; a page that begins here begins before it."""
        self.parts.insert(0, text)
        self.length += len(text)
        shift = len(text)
        self.marks = [
            (kind, value, at if kind is MarkKind.PAGE and at == 0 else at + shift) for kind, value, at in self.marks
        ]

    @property
    def text(self) -> str:
        return "".join(self.parts)

    @property
    def is_blank(self) -> bool:
        return not self.text.strip(_TRIMMED)

    def as_cell(self) -> MarkedText:
        """The same on one line, without tabs, as long as it was: a row has one line and its tabs part cells."""
        line = self.text.translate(_ON_ONE_LINE)
        return MarkedText(parts=[line], length=self.length, marks=list(self.marks))


_ON_ONE_LINE = {ord("\n"): " ", ord("\t"): " "}


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    text: MarkedText
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    label: str = ""
    direction: Direction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A comment as the file has it."""

    text: str
    author: str = ""
    created: str = ""


def numbered(text: MarkedText, kind: BlockKind, marker: str) -> str:
    """The label for a paragraph with this marker.

    Only items of lists have their marker beside them. A number before a heading ("Chapter 3") is read as part of it, so
    it is put into the text; a bullet is not.
    """
    if kind is BlockKind.ITEM or not marker:
        return marker
    if any(char.isalnum() for char in marker):
        text.put_before(f"{marker} ")
    return ""


def with_pages(paragraphs: list[Paragraph], first: str, told: int, spare: int = 0) -> list[Paragraph]:
    """The paragraphs of a document whose pages were laid out, the page ``first`` before them.

    Not every program lays out the whole document before it saves. Where more than ``spare`` pages are missing or too
    many, as far as the document says how many it has (``told``; 0: it does not), or one holds more than a page can, no
    page has a number: a wrong one is worse.
    """
    sizes = _page_sizes(paragraphs)
    if max(sizes) <= _MOST_ON_A_PAGE and (not told or abs(len(sizes) - told) <= spare):
        return [Paragraph(text=MarkedText(marks=[(MarkKind.PAGE, first, 0)])), *paragraphs]
    for paragraph in paragraphs:
        marks = paragraph.text.marks
        paragraph.text.marks = [(kind, "" if kind is MarkKind.PAGE else value, at) for kind, value, at in marks]
    return paragraphs


def _page_sizes(paragraphs: list[Paragraph]) -> list[int]:
    """Code points on each page."""
    sizes = [0]
    for paragraph in paragraphs:
        begun = 0
        for _, _, at in (mark for mark in paragraph.text.marks if mark[0] is MarkKind.PAGE):
            sizes[-1] += at - begun
            sizes.append(0)
            begun = at
        sizes[-1] += paragraph.text.length - begun
    return sizes


def write_paragraphs(
    builder: TextBuilder,
    paragraphs: list[Paragraph],
    remarks: Mapping[str, Remark],
    direction: Direction | None = None,
) -> None:
    """Put paragraphs with their pages and comments into a text.

    Marks of paragraphs in which nothing is left stand before the next one. A comment without an end covers the
    letter where it begins.
    """
    dominant = direction or dominant_of(paragraph.text.text for paragraph in paragraphs)
    starts: dict[str, int] = {}
    ends: dict[str, int] = {}
    for paragraph in paragraphs:
        for kind, value, at in _written(builder, paragraph, dominant):
            if kind is MarkKind.PAGE:
                builder.block(Block(kind=BlockKind.PAGE, start=at, end=at, label=value))
            else:
                (starts if kind is MarkKind.COMMENT_START else ends).setdefault(value, at)
    for name, remark in remarks.items():
        start = starts.get(name, ends.get(name))
        if start is None:
            continue
        end = max(ends.get(name, start), start)
        builder.comment(start, end, remark.text, author=remark.author, created=remark.created)


def _written(builder: TextBuilder, paragraph: Paragraph, dominant: Direction) -> list[tuple[MarkKind, str, int]]:
    """Write one paragraph; its marks with their offsets in the whole text."""
    raw = paragraph.text.text
    text = builder.clean(raw)
    shift = 0 if paragraph.kind is BlockKind.ROW else len(text) - len(text.lstrip(_TRIMMED))
    told = needed_direction(text, paragraph.direction, dominant)
    start, end = builder.paragraph(
        text, kind=paragraph.kind, level=paragraph.level, label=paragraph.label, direction=told
    )
    return [(kind, value, min(start + max(place - shift, 0), end)) for kind, value, place in paragraph.text.marks]
