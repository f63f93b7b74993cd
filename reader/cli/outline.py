# SPDX-License-Identifier: GPL-3.0-or-later
"""``hashiya outline``: the headings of a text, its sections and pages."""

from __future__ import annotations

from reader.cli.output import write, write_json
from reader.cli.sources import Source
from reader.cli.terminal import phrase
from reader.model.structure import Block, BlockKind
from reader.store import Library
from reader.workspace.outline import headings_told_by_looks

_OUTLINE = (BlockKind.TITLE, BlockKind.HEADING, BlockKind.SECTION)
_LONGEST = 300


def outline(source: Source, library: Library | None, *, as_json: bool) -> None:
    """Print the outline of a text as indented lines, each with the page it stands on, or as JSON."""
    blocks = _blocks_of(source, library)
    headings = [block for block in blocks if block.kind in _OUTLINE] or _told_by_looks(source, blocks)
    pages = [block for block in blocks if block.kind is BlockKind.PAGE]
    found = []
    page, coming = "", iter([*pages, None])
    following = next(coming)
    for block in headings:
        while following is not None and following.start <= block.start:
            page, following = following.label, next(coming)
        text = source.text.slice(block.start, min(block.end, block.start + _LONGEST)) if block.end > block.start else ""
        found.append((block, " ".join((text or block.label).split()), page))
    if as_json:
        write_json(
            {
                "title": source.title,
                "document": source.document.id if source.document else None,
                "length": source.text.length,
                "pages": len(pages),
                "outline": [
                    {"kind": block.kind.value, "level": block.level, "start": block.start, "text": text, "page": page}
                    for block, text, page in found
                ],
            }
        )
        return
    for block, text, page in found:
        write("  " * max(block.level - 1, 0) + phrase(text) + (f"  {page}" if page else ""))


def _blocks_of(source: Source, library: Library | None) -> list[Block]:
    if source.document is not None and library is not None:
        structure = library.structure
        both = [*structure.outline(source.document.id), *structure.pages(source.document.id)]
        return sorted(both, key=lambda block: (block.start, block.kind is not BlockKind.PAGE))
    return [block for block in source.blocks if block.kind in (*_OUTLINE, BlockKind.PAGE)]


def _told_by_looks(source: Source, blocks: list[Block]) -> list[Block]:
    """What the window's outline shows of a text whose file names no headings."""
    if any(block.kind not in (BlockKind.PAGE, BlockKind.PARAGRAPH) for block in source.blocks):
        return []
    return [
        Block(
            kind=BlockKind.HEADING if entry.level else BlockKind.TITLE,
            start=entry.start,
            end=entry.start + source.text.slice(entry.start, entry.start + _LONGEST).find("\n") % _LONGEST,
            level=entry.level,
        )
        for entry in headings_told_by_looks(source.text, blocks)
    ]
