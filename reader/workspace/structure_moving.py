# SPDX-License-Identifier: GPL-3.0-or-later
"""The structure of a text that changed: each part goes where its paragraphs went, and covers whole ones again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from reader.model.structure import Block, BlockKind
from reader.text.chunks import ChunkedText

Away = Callable[[int], int]
"""Where an offset of the old text is in the new one; one in what was cut out goes to the end of what took its place."""

_POINTS = frozenset({BlockKind.PAGE, BlockKind.SECTION})
_SINGLE = frozenset({BlockKind.TITLE, BlockKind.SUBTITLE, BlockKind.HEADING, BlockKind.ITEM, BlockKind.ROW})
"""Parts that are one paragraph: when it is cut in two, the first stays what it was."""
_LOOKED_AT = 4096


def moved_blocks(blocks: Sequence[Block], away: Away, new: ChunkedText) -> list[Block]:
    """The blocks of the new text; those of paragraphs that are gone, or now end another one, are left out."""
    return list(_distinct(each for each in (_moved(block, away, new) for block in blocks) if each is not None))


def with_directions(blocks: Sequence[Block], before: Sequence[Block], away: Away, new: ChunkedText) -> list[Block]:
    """The blocks a file has now, and the directions given to paragraphs ``before`` where the file gives none."""
    said = {block.start for block in blocks if block.kind is BlockKind.PARAGRAPH}
    given = [block for block in before if block.kind is BlockKind.PARAGRAPH and block.direction is not None]
    kept = [block for block in moved_blocks(given, away, new) if block.start not in said]
    return sorted([*blocks, *kept], key=lambda block: (block.start, block.kind not in _POINTS, -block.end))


def _moved(block: Block, away: Away, new: ChunkedText) -> Block | None:
    length = new.length or 0
    start, end = away(block.start), min(length, away(block.end))
    if block.kind in _POINTS or block.start == block.end:
        return replace(block, start=min(start, length), end=max(min(start, length), end))
    if start >= end or (start and new.slice(start - 1, start) != "\n"):
        return None
    end = _line_end(new, start if block.kind in _SINGLE else end)
    return replace(block, start=start, end=end) if start < end else None


def _line_end(text: ChunkedText, offset: int) -> int:
    """Where the line that holds the offset ends."""
    length = text.length or 0
    while offset < length:
        feed = text.slice(offset, offset + _LOOKED_AT).find("\n")
        if feed >= 0:
            return offset + feed
        offset += _LOOKED_AT
    return length


def _distinct(blocks: Iterator[Block]) -> Iterator[Block]:
    """Of blocks that have come to be of one kind on one place, the first."""
    seen = set[tuple[int, BlockKind, int]]()
    for block in blocks:
        key = (block.start, block.kind, block.end)
        if key not in seen:
            seen.add(key)
            yield block
