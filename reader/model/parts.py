# SPDX-License-Identifier: GPL-3.0-or-later
"""What each paragraph of a piece of text is, from the blocks its file gave or from its looks: one part a paragraph."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from typing import Protocol

from reader.model.structure import Block, BlockKind
from reader.text.direction import Direction, dominant_direction
from reader.text.spans import Span
from reader.text.structure import Mark, Part, Role, plain_parts, roles_of


class Structure(Protocol):
    """Where the blocks of a text come from. Asked once for each piece of it that is shown; at most a millisecond."""

    @property
    def has_blocks(self) -> bool:
        """Whether there are any; without them the text's looks tell all."""

    @property
    def is_structured(self) -> bool:
        """Whether the file said what its parts are, so that looks tell nothing."""

    def blocks(self, span: Span) -> Sequence[Block]:
        """Those that touch the span, whose ends belong to it."""


MARKS = frozenset({BlockKind.PAGE, BlockKind.SECTION})

_ROLES = {
    BlockKind.TITLE: Role.TITLE,
    BlockKind.SUBTITLE: Role.SUBTITLE,
    BlockKind.HEADING: Role.HEADING,
    BlockKind.PARAGRAPH: Role.BODY,
    BlockKind.ITEM: Role.ITEM,
    BlockKind.QUOTATION: Role.QUOTATION,
    BlockKind.ROW: Role.ROW,
    BlockKind.NOTE: Role.NOTE,
    BlockKind.CAPTION: Role.CAPTION,
    BlockKind.CODE: Role.CODE,
    BlockKind.CUE: Role.CUE,
}
_JOINING = frozenset({Role.ITEM, Role.QUOTATION, Role.ROW, Role.NOTE, Role.CODE, Role.CUE})
_ONE_WAY = frozenset({Role.ROW, Role.CODE})
"""Roles whose neighbours run one way all together: a row of Latin names is a row of an Arabic table still."""

_SAMPLE = 4096


def is_structure(kinds: Collection[BlockKind]) -> bool:
    """Whether blocks of these kinds say what all parts of a text are: pages and directions alone do not."""
    return any(kind not in MARKS and kind is not BlockKind.PARAGRAPH for kind in kinds)


def parts_of(
    text: str,
    paragraphs: Sequence[tuple[int, int]],
    base: int,
    structure: Structure | None,
    *,
    opens_document: bool,
) -> list[Part]:
    """One part for each of the paragraphs ``[start, end)`` of ``text``, which begins at offset ``base``.

    Without blocks they are told by their looks alone. O(paragraphs + blocks).
    """
    blocks = () if structure is None else structure.blocks(Span(base, base + len(text))) if text else ()
    if structure is not None and structure.is_structured:
        roles = [Role.BODY if text[start:end].strip() else Role.BLANK for start, end in paragraphs]
    else:
        roles = roles_of([text[start:end] for start, end in paragraphs], opens_document=opens_document)
    parts = plain_parts(roles)
    if not blocks:
        return parts
    _cover(parts, paragraphs, base, (block for block in blocks if block.kind not in MARKS))
    _join(parts, text, paragraphs)
    _place_marks(parts, text, paragraphs, base, (block for block in blocks if block.kind in MARKS))
    return parts


def _cover(parts: list[Part], paragraphs: Sequence[tuple[int, int]], base: int, blocks: Iterable[Block]) -> None:
    """Give each paragraph the role of the shortest block that covers it, and the direction that was said last."""
    starts = [start for start, _ in paragraphs]
    for block in sorted(blocks, key=lambda each: (each.start - each.end, each.kind is BlockKind.PARAGRAPH)):
        number = bisect_left(starts, block.start - base)
        while number < len(parts) and paragraphs[number][1] <= block.end - base:
            opens = paragraphs[number][0] == block.start - base
            parts[number] = _covered(parts[number], block, opens=opens)
            number += 1


def _covered(part: Part, block: Block, *, opens: bool) -> Part:
    direction = block.direction or part.direction
    if part.role is Role.BLANK or (block.kind is BlockKind.PARAGRAPH and block.direction is not None):
        return part._replace(direction=direction)
    return Part(_ROLES[block.kind], block.level, block.label, direction, opens)


def _join(parts: list[Part], text: str, paragraphs: Sequence[tuple[int, int]]) -> None:
    first = 0
    for last, part in enumerate(parts):
        if last + 1 < len(parts) and _belong_together(part, parts[last + 1]):
            continue
        if part.role in _JOINING:
            way = None
            if part.role in _ONE_WAY:
                way = _way_of_run(parts[first : last + 1], text[paragraphs[first][0] : paragraphs[last][1]][:_SAMPLE])
            _join_run(parts, first, last, way)
        first = last + 1


def _belong_together(part: Part, following: Part) -> bool:
    is_other_table = part.role is Role.ROW and part.label != following.label
    return following.role is part.role and not is_other_table


def _join_run(parts: list[Part], first: int, last: int, way: Direction | None) -> None:
    run = (first, last) if parts[first].role is Role.ROW else None
    for number in range(first, last + 1):
        role, level, label, direction, opens, *_ = parts[number]
        joined = number > first, number < last
        parts[number] = Part(role, level, label, direction or way, opens, *joined, run=run)


def _way_of_run(parts: Sequence[Part], text: str) -> Direction:
    """Which way the neighbours run all together: as somebody said of one of them, or as most letters do."""
    known = next((part.direction for part in parts if part.direction is not None), None)
    if known is None and parts[0].role is Role.CODE and not any(char.isalpha() for char in text):
        return Direction.LEFT_TO_RIGHT
    return known or dominant_direction(text)


def _place_marks(
    parts: list[Part], text: str, paragraphs: Sequence[tuple[int, int]], base: int, blocks: Iterable[Block]
) -> None:
    """A mark between two paragraphs, or before blank ones, stands above the next one that shows text."""
    starts = [start for start, _ in paragraphs]
    for block in blocks:
        at = block.start - base
        if not 0 <= at <= len(text):
            continue
        number = max(0, bisect_right(starts, at) - 1)
        start, end = paragraphs[number]
        if at >= end > start or parts[number].role is Role.BLANK:
            following = _next_with_text(parts, number + (at >= end > start))
            if following is None:
                continue
            number, start = following, at
        mark = Mark(block.kind is BlockKind.PAGE, max(at, start), block.label)
        if text[start:at].strip():
            parts[number] = parts[number]._replace(within=(*parts[number].within, mark))
        else:
            parts[number] = parts[number]._replace(above=(*parts[number].above, mark))


def _next_with_text(parts: Sequence[Part], number: int) -> int | None:
    return next((at for at in range(number, len(parts)) if parts[at].role is not Role.BLANK), None)
