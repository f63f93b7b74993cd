# SPDX-License-Identifier: GPL-3.0-or-later
"""Saved web pages: the article with its title, structure and source, or the whole page where that is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from lxml.etree import _Element as Element

from reader.errors import Cancelled as Stopped
from reader.errors import NoText
from reader.importers.decoding import read_bytes
from reader.importers.directions import dominant_of, needed_direction
from reader.importers.extracted import Cancelled, Extracted, NoticeKind, Options, Progress
from reader.importers.html_article import find_article, is_byline
from reader.importers.html_metadata import PageMetadata, page_metadata
from reader.importers.html_text import decode_page
from reader.importers.html_title import standfirsts_of, title_heading
from reader.importers.markup import Dropped, MarkupReader, Piece
from reader.importers.markup_tags import direction_told
from reader.importers.text_builder import TextBuilder, one_line
from reader.importers.xml_safely import parse_html
from reader.model.structure import Block, BlockKind
from reader.text.direction import Direction

LARGEST_PAGE_BYTES = 64 << 20
_LONGEST_BYLINE = 200
_STEPS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page as text, with what came with it. ``address`` is what its envelope tells."""

    text: str
    encoding: str
    bad_places: int = 0
    address: str = ""


def extract(path: Path, options: Options, progress: Progress, cancelled: Cancelled) -> Iterator[Extracted]:
    """The article of a saved page.

    Raises:
        Cancelled, NoText, FileMissing, FileEmpty, FileUnreadable, FileTooLarge, EncodingUnknown.
    """
    text, encoding, bad = decode_page(read_bytes(path, LARGEST_PAGE_BYTES), options.encoding)
    yield extract_page(path, Page(text=text, encoding=encoding, bad_places=bad), options, progress, cancelled)


def extract_page(path: Path, page: Page, options: Options, progress: Progress, cancelled: Cancelled) -> Extracted:
    """The article of a page.

    Raises:
        Cancelled.
        NoText: when there is nothing to read on the page.
    """
    progress(1, _STEPS)
    root = parse_html(page.text)
    if root is None:
        raise NoText(path, "it is empty")
    _stop_if(cancelled)
    progress(2, _STEPS)
    metadata = page_metadata(root, page.text, page.address)
    builder = TextBuilder()
    pieces, dropped = _pieces_of(root, metadata, options, builder)
    _stop_if(cancelled)
    progress(3, _STEPS)
    direction = _direction_of(root)
    add_pieces(builder, pieces, direction)
    if builder.is_blank:
        raise NoText(path, "nothing in it is text")
    _tell(builder, page, dropped)
    title = next((piece.text for piece in pieces if piece.kind is BlockKind.TITLE), metadata.title)
    return builder.finish(title=title, metadata=metadata.pairs, direction=direction, encoding=page.encoding)


def add_pieces(builder: TextBuilder, pieces: Sequence[Piece], direction: Direction | None) -> None:
    """Put paragraphs into a text; ``direction`` is that of the document, where it has said one."""
    dominant = direction or dominant_of(piece.text for piece in pieces)
    for piece in pieces:
        text = builder.clean(piece.text)
        told = needed_direction(text, piece.direction, dominant)
        start, end = builder.paragraph(text, kind=piece.kind, level=piece.level, label=piece.label, direction=told)
        for label, place in piece.pages:
            at = min(start + place, end)
            builder.block(Block(kind=BlockKind.PAGE, start=at, end=at, label=one_line(builder.clean(label))))


def _pieces_of(
    root: Element, metadata: PageMetadata, options: Options, builder: TextBuilder
) -> tuple[list[Piece], Dropped]:
    """The paragraphs of the article, or of the whole page."""
    article = None if options.whole_page else find_article(root)
    if article is None:
        if not options.whole_page:
            builder.notice(NoticeKind.WHOLE_PAGE)
        reader = MarkupReader(hidden_too=options.whole_page)
        pieces = list(reader.pieces(root))
        return _with_title(pieces, one_line(metadata.title)), reader.dropped
    bylines = {
        element
        for element in article.root.iterdescendants()
        if isinstance(element.tag, str) and is_byline(element) and _is_short(element)
    }
    reader = MarkupReader(leave_out=article.leave_out | bylines)
    pieces = list(reader.pieces(article.root))
    heading = title_heading(root, article.root, metadata.title)
    before: list[Piece] = []
    if heading is not None:
        text = one_line("".join(heading.itertext()))
        before = [Piece(text=text, kind=BlockKind.TITLE), *standfirsts_of(heading, article.root)]
        pieces = [piece for piece in pieces if not (piece.kind is BlockKind.HEADING and one_line(piece.text) == text)]
        return before + pieces, reader.dropped
    return _with_title(pieces, one_line(metadata.title)), reader.dropped


def _with_title(pieces: list[Piece], title: str) -> list[Piece]:
    """The first heading that is the page's title, or else the only one of the highest level, becomes the title."""
    headings = [index for index, piece in enumerate(pieces) if piece.kind is BlockKind.HEADING]
    named = [index for index in headings if one_line(pieces[index].text) and one_line(pieces[index].text) in title]
    first = [index for index in headings if pieces[index].level == 1]
    chosen = named[:1] or (first if len(first) == 1 else [])
    return [
        replace(piece, kind=BlockKind.TITLE, level=0) if index in chosen else piece
        for index, piece in enumerate(pieces)
    ]


def _is_short(element: Element) -> bool:
    size = 0
    for text in element.itertext():
        size += len(text.strip())
        if size > _LONGEST_BYLINE:
            return False
    return True


def _direction_of(root: Element) -> Direction | None:
    """What the page as a whole says about its direction."""
    body = root.find("body")
    told = direction_told(body) if body is not None else None
    return told or direction_told(root)


def _tell(builder: TextBuilder, page: Page, dropped: Dropped) -> None:
    if page.bad_places:
        builder.notice(NoticeKind.BAD_BYTES, page.bad_places)
    if dropped.images:
        builder.notice(NoticeKind.DROPPED_IMAGES, dropped.images)
    if dropped.frames:
        builder.notice(NoticeKind.DROPPED_FRAMES, dropped.frames)


def _stop_if(cancelled: Cancelled) -> None:
    if cancelled():
        raise Stopped
