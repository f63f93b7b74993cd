# SPDX-License-Identifier: GPL-3.0-or-later
"""Books (EPUB 2 and 3): their chapters in reading order as one text, with table of contents, pages and notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from reader.errors import Cancelled as Stopped
from reader.errors import NoText
from reader.importers.archive import Archive
from reader.importers.directions import dominant_of, needed_direction
from reader.importers.epub_contents import Contents, Entry, read_contents, read_page
from reader.importers.epub_package import Item, Package, read_package
from reader.importers.extracted import Cancelled, Extracted, NoticeKind, Options, Progress
from reader.importers.markup import Dropped, MarkupReader, Piece
from reader.importers.markup_tags import direction_told
from reader.importers.text_builder import TextBuilder, one_line
from reader.model.structure import Block, BlockKind
from reader.text.direction import Direction

_NEAR = 3
"""A heading counts as the one an entry of the contents means when it is among so many paragraphs from there."""


def extract(path: Path, _options: Options, progress: Progress, cancelled: Cancelled) -> Iterator[Extracted]:
    """The book. Pictures, fonts, scripts and styles are left alone; what stands beside the text is left out and told.

    Raises:
        Cancelled, FileCopyProtected, FileProtected, FileDamaged, FileUnsafe, FileTooLarge, FileMissing, FileUnreadable.
        NoText: when no letter is in it.
    """
    with Archive(path) as archive:
        package = read_package(archive)
        book = _Book(archive, package, read_contents(archive, package))
        for done, item in enumerate(package.spine):
            if cancelled():
                raise Stopped
            progress(done, len(package.spine))
            book.read(item)
        yield book.extracted()


class _Book:
    def __init__(self, archive: Archive, package: Package, contents: Contents) -> None:
        self._archive = archive
        self._package = package
        self._contents = contents
        self._builder = TextBuilder()
        self._dropped = Dropped()
        self._note_labels: dict[str, str] = {}
        self._left_out = 0
        self._dominant: Direction | None = Direction.RIGHT_TO_LEFT if package.right_to_left else None

    def read(self, item: Item) -> None:
        """Add one page of the book."""
        if not item.linear or "nav" in item.properties or item.name == self._package.nav:
            self._left_out += not item.linear
            return
        root = read_page(self._archive, item.name)
        if root is None:
            return
        body = next((one for one in root.iter() if isinstance(one.tag, str) and one.tag.endswith("body")), root)
        told = direction_told(body) or direction_told(root)
        pieces = list(MarkupReader(dropped=self._dropped, note_labels=self._note_labels).pieces(body))
        if self._dominant is None and pieces:
            self._dominant = told or dominant_of(piece.text for piece in pieces)
        self._write(pieces, item.name)

    def extracted(self) -> Extracted:
        if self._builder.is_blank:
            raise NoText(self._archive.path, "nothing in it is text")
        counts = {
            NoticeKind.DROPPED_IMAGES: self._dropped.images,
            NoticeKind.DROPPED_FRAMES: self._dropped.frames,
            NoticeKind.DROPPED_PARTS: self._left_out,
            NoticeKind.SKIPPED_MEMBERS: self._package.missing,
        }
        for kind, count in counts.items():
            if count:
                self._builder.notice(kind, count)
        direction = Direction.RIGHT_TO_LEFT if self._package.right_to_left else None
        return self._builder.finish(title=self._package.title, metadata=self._package.metadata, direction=direction)

    def _write(self, pieces: list[Piece], name: str) -> None:
        entries = _places(self._contents.entries.get(name, []), pieces)
        pages = _places(self._contents.pages.get(name, []), pieces)
        known = {place for piece in pieces for place in piece.pages}
        headed: set[int] = set()
        for number, piece in enumerate(pieces):
            for entry, _ in entries.get(number, []):
                meant = _heading_meant(entry, number, pieces, headed)
                if meant is None:
                    self._builder.mark(BlockKind.SECTION, entry.label, level=entry.level)
                else:
                    headed.add(meant)
            written = _as_heading(piece, entries.get(number, [])) if number in headed else piece
            self._paragraph(written, [(entry.label, at) for entry, at in pages.get(number, []) if not known])

    def _paragraph(self, piece: Piece, pages: list[tuple[str, int]]) -> None:
        text = self._builder.clean(piece.text)
        dominant = self._dominant or Direction.RIGHT_TO_LEFT
        start, end = self._builder.paragraph(
            text,
            kind=piece.kind,
            level=piece.level,
            label=piece.label,
            direction=needed_direction(text, piece.direction, dominant),
        )
        for label, place in [*piece.pages, *pages]:
            at = min(start + place, end)
            self._builder.block(
                Block(kind=BlockKind.PAGE, start=at, end=at, label=one_line(self._builder.clean(label)))
            )


def _places(entries: list[Entry], pieces: list[Piece]) -> dict[int, list[tuple[Entry, int]]]:
    """For each paragraph the entries that lead to it, with their offsets in it. An unknown place is the beginning."""
    known: dict[str, tuple[int, int]] = {}
    for number, piece in enumerate(pieces):
        for anchor, at in piece.anchors:
            known.setdefault(anchor, (number, at))
    found: dict[int, list[tuple[Entry, int]]] = {}
    for entry in entries:
        number, at = known.get(entry.fragment, (0, 0))
        found.setdefault(number, []).append((entry, at))
    return found


def _heading_meant(entry: Entry, number: int, pieces: list[Piece], headed: set[int]) -> int | None:
    """The paragraph near an entry's place that shows its words; None when the text does not show them."""
    for near in range(number, min(number + _NEAR, len(pieces))):
        if near not in headed and one_line(pieces[near].text) == entry.label:
            is_heading = pieces[near].kind is BlockKind.HEADING
            return near if is_heading or near == number else None
    return None


def _as_heading(piece: Piece, entries: list[tuple[Entry, int]]) -> Piece:
    """A plain paragraph that the contents name is a heading, whatever its page says."""
    if piece.kind is not BlockKind.PARAGRAPH or not entries:
        return piece
    return replace(piece, kind=BlockKind.HEADING, level=entries[0][0].level)
