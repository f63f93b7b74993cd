# SPDX-License-Identifier: GPL-3.0-or-later
"""What a text consists of: its headings and sections, as its file named them or as its looks tell; its pages."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.errors import Cancelled
from reader.model.ids import DocumentId
from reader.model.parts import Structure, is_structure, parts_of
from reader.model.structure import Block, BlockKind
from reader.store import Library
from reader.text.chunks import ChunkedText
from reader.text.normalise import folded
from reader.text.spans import Span
from reader.text.structure import Part, Role

MOST_ENTRIES = 200_000
LONGEST_TITLE = 200
"""Code points of a heading that are shown."""

_TOP = {Role.TITLE: 0, Role.HEADING: 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineEntry:
    """A heading, section or page that begins at the offset ``start``.

    ``level`` is 0 for a title, 1 for the highest heading; ``title`` is one line; ``folded`` is it as a search has it.
    ``page`` is the label of the page it stands on, where there are pages.
    """

    start: int
    level: int
    title: str
    folded: str
    page: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """Headings and pages in the order of the text. ``is_told_by_looks``: no file named the headings."""

    headings: tuple[OutlineEntry, ...]
    pages: tuple[OutlineEntry, ...]
    is_told_by_looks: bool


def outline_of_document(library_path: Path, document_id: DocumentId, cancelled: Callable[[], bool]) -> Outline:
    """The outline of a document, read on a connection of its own. O(headings), or O(text) where looks must tell them.

    Raises:
        Cancelled, LibraryError.
        UnknownDocument: when there is no such document.
    """
    with Library.open(library_path, create=False, read_only=True) as library:
        return outline_of(library, document_id, cancelled)


def outline_of(library: Library, document_id: DocumentId, cancelled: Callable[[], bool] = lambda: False) -> Outline:
    """As ``outline_of_document``, on an open library."""
    text = library.texts.open(document_id)
    pages = [_page(block) for block in library.structure.pages(document_id, MOST_ENTRIES) if block.label]
    is_named = is_structure(library.structure.kinds(document_id))
    if is_named:
        blocks = library.structure.outline(document_id, MOST_ENTRIES)
        found: Iterable[OutlineEntry] = _named(text, blocks)
    else:
        found = _told_by_looks(text, _Stored(library, document_id))
    return Outline(
        headings=tuple(_with_pages(_until(found, cancelled), pages)),
        pages=tuple(pages),
        is_told_by_looks=not is_named,
    )


def headings_told_by_looks(text: ChunkedText, blocks: Sequence[Block] = ()) -> Iterator[OutlineEntry]:
    """What looks like a heading in a text outside a library; ``blocks`` are what is known of it. O(n)."""
    return _told_by_looks(text, _Given(blocks))


class _Given:
    """Blocks that a file came with: pages and directions."""

    is_structured = False
    has_blocks = True

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks

    def blocks(self, span: Span) -> list[Block]:
        return [block for block in self._blocks if block.start <= span.end and block.end >= span.start]


class _Stored:
    """The blocks of a text of which looks tell the headings: pages, directions, what is none."""

    is_structured = False
    has_blocks = True

    def __init__(self, library: Library, document_id: DocumentId) -> None:
        self._library = library
        self._document_id = document_id

    def blocks(self, span: Span) -> list[Block]:
        return self._library.structure.blocks(self._document_id, span.start, span.end)


def _named(text: ChunkedText, blocks: Iterable[Block]) -> Iterator[OutlineEntry]:
    """Headings as their file has them; of a section and a heading at the same place the heading."""
    waiting: Block | None = None
    for block in blocks:
        if waiting is not None and waiting.start != block.start:
            yield _entry(waiting.start, max(waiting.level, 1), waiting.label)
        waiting = None
        if block.kind is BlockKind.SECTION:
            waiting = block if block.label else None
        else:
            level = 0 if block.kind is BlockKind.TITLE else max(block.level, 1)
            yield _entry(block.start, level, text.slice(block.start, min(block.end, block.start + LONGEST_TITLE)))
    if waiting is not None:
        yield _entry(waiting.start, max(waiting.level, 1), waiting.label)


def _told_by_looks(text: ChunkedText, structure: Structure) -> Iterator[OutlineEntry]:
    base = 0
    for index, content in text.texts():
        paragraphs = text.chunk(index).paragraphs
        parts = parts_of(content, paragraphs, base, structure, opens_document=index == 0)
        yield from _headings(content, paragraphs, parts, base)
        base += len(content)


def _headings(
    content: str, paragraphs: Iterable[tuple[int, int]], parts: Iterable[Part], base: int
) -> Iterator[OutlineEntry]:
    for (start, end), part in zip(paragraphs, parts, strict=True):
        if part.role in _TOP:
            yield _entry(base + start, _TOP[part.role], content[start : min(end, start + LONGEST_TITLE)])


def _entry(start: int, level: int, title: str) -> OutlineEntry:
    line = " ".join(title.split())
    return OutlineEntry(start=start, level=level, title=line, folded=folded(line, "search"))


def _page(block: Block) -> OutlineEntry:
    return OutlineEntry(start=block.start, level=1, title=block.label, folded=block.label, page=block.label)


def _with_pages(entries: Iterable[OutlineEntry], pages: list[OutlineEntry]) -> Iterator[OutlineEntry]:
    starts = [page.start for page in pages]
    for entry in entries:
        number = bisect_right(starts, entry.start) - 1
        if number < 0:
            yield entry
        else:
            yield OutlineEntry(
                start=entry.start,
                level=entry.level,
                title=entry.title,
                folded=entry.folded,
                page=pages[number].title,
            )


def _until(entries: Iterable[OutlineEntry], cancelled: Callable[[], bool]) -> Iterator[OutlineEntry]:
    """The entries, no more than are shown, as long as they are wanted.

    Raises:
        Cancelled.
    """
    for number, entry in enumerate(entries):
        if number >= MOST_ENTRIES:
            return
        if number % 64 == 0 and cancelled():
            raise Cancelled
        yield entry
