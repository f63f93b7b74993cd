# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts with structure for tests: paragraphs named one by one, and a source of their blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.importers.extracted import Extracted
from reader.importers.text_builder import TextBuilder
from reader.model.structure import Block, BlockKind
from reader.text.spans import Span


@dataclass(frozen=True)
class Blocks:
    """The blocks of one text, for whoever shows it."""

    all: tuple[Block, ...]
    is_structured: bool = True

    @property
    def has_blocks(self) -> bool:
        return bool(self.all)

    def blocks(self, span: Span) -> Sequence[Block]:
        return [block for block in self.all if block.start <= span.end and block.end >= span.start]


def built(*paragraphs: tuple[BlockKind, str] | tuple[BlockKind, str, int, str]) -> Extracted:
    """A text of these paragraphs: kind and text, perhaps level and label; the text of a page is its label."""
    builder = TextBuilder()
    for kind, text, *rest in paragraphs:
        if kind in (BlockKind.PAGE, BlockKind.SECTION):
            builder.mark(kind, text)
        else:
            level, label = (rest[0], rest[1]) if rest else (0, "")
            builder.paragraph(text, kind=kind, level=int(level), label=str(label))
    return builder.finish()


def block_of(text: str, phrase: str, kind: BlockKind, **fields: object) -> Block:
    """A block over the phrase."""
    start = text.index(phrase)
    return Block(kind=kind, start=start, end=start + len(phrase), **fields)  # type: ignore[arg-type]
