# SPDX-License-Identifier: GPL-3.0-or-later
"""PDF files: their text in reading order with its pages, headings and tables, and how far it can be trusted."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from reader.errors import Cancelled as WasCancelled
from reader.errors import FileDamaged, NoText
from reader.importers.extracted import Cancelled, Extracted, NoticeKind, Options, Progress
from reader.importers.pdf_file import MOST_PAGES, PdfFile
from reader.importers.pdf_glyphs import PageContent, page_content
from reader.importers.pdf_layout import Layout, PageLines, Paragraph, laid_out
from reader.importers.pdf_lines import Piece, pieces_of, with_brackets
from reader.importers.pdf_quality import Quality, Verdict, quality_of
from reader.importers.pdf_structure import Section, iso_date_of, page_labels, title_of, with_outline
from reader.importers.text_builder import TextBuilder
from reader.model.structure import Block, BlockKind

REASONS = {
    "unmapped": "the file does not say which letters they are",
    "mixed": "foreign signs stand inside the words",
    "lone": "letters are torn apart",
    "unknown": "many words are in no word list",
    "backwards": "the words stand backwards",
}
"""Why words are not to be trusted: clauses that the window has translations of."""
_FEW_LETTERS = 12
"""A page with fewer letters and pictures over most of it is a scan."""
_MOST_PICTURE = 0.35
_MOST_LETTERS = 60_000_000
"""Letters of a whole file; more is cut there."""


FILE_DIGEST = "file-digest"
"""The metadata that tells the file's SHA-256: what is drawn beside the text later has to be that file."""
_BLOCK_BYTES = 1 << 20


class _Read:
    """What was gathered from the pages so far."""

    def __init__(self) -> None:
        self.pages: list[PageLines] = []
        self.scans: list[int] = []
        self.broken: list[int] = []
        self.unmapped = self.letters = self.hidden = 0
        self.cut = False
        self.count = 0


def extract(path: Path, options: Options, progress: Progress, cancelled: Cancelled) -> Iterator[Extracted]:  # noqa: ARG001
    """The document in the file. See ``extracted.Importer``.

    Raises:
        FileProtected, FileDamaged, FileUnreadable.
        NoText: when no page has letters: a scan, which needs to be recognised first.
    """
    with PdfFile(path) as pdf:
        read = _read_pages(pdf, progress, cancelled)
        if not read.letters:
            raise NoText(path, "every page is a picture: it needs OCR" if read.scans else "no page has letters")
        if read.unmapped * 2 > read.letters:
            raise NoText(path, "the file does not say which letters are drawn: it needs OCR")
        layout = laid_out(_with_brackets(read.pages))
        quality = quality_of("\n".join(one.text for one in layout.paragraphs))
        yield _document(pdf, read, layout, quality)


def _read_pages(pdf: PdfFile, progress: Progress, cancelled: Cancelled) -> _Read:
    read = _Read()
    count = min(pdf.page_count, MOST_PAGES)
    read.cut = pdf.page_count > MOST_PAGES
    read.count = count
    for number in range(count):
        if cancelled():
            raise WasCancelled
        progress(number, count)
        try:
            page = pdf.page(number)
        except FileDamaged:
            read.broken.append(number)
            continue
        content = page_content(pdf.raw, page)
        page.close()
        _keep(read, number, content)
        if read.letters > _MOST_LETTERS:
            read.cut = True
            break
    if read.broken and len(read.broken) == count:
        raise FileDamaged(pdf.path, "no page can be read")
    return read


def _keep(read: _Read, number: int, content: PageContent) -> None:
    letters = sum(len(glyph.text) for glyph in content.glyphs)
    if letters < _FEW_LETTERS and content.pictures > _MOST_PICTURE:
        read.scans.append(number)
    read.letters += letters
    read.unmapped += content.unmapped
    read.hidden += content.hidden
    read.cut = read.cut or content.cut
    read.pages.append(PageLines(number=number, height=content.height, pieces=tuple(pieces_of(content))))


def _with_brackets(pages: list[PageLines]) -> list[PageLines]:
    """Brackets are judged over the whole file: one program made it."""
    turned: list[Piece] = with_brackets([piece for page in pages for piece in page.pieces])
    at, made = 0, []
    for page in pages:
        end = at + len(page.pieces)
        made.append(PageLines(number=page.number, height=page.height, pieces=tuple(turned[at:end])))
        at = end
    return made


def _document(pdf: PdfFile, read: _Read, layout: Layout, quality: Quality) -> Extracted:
    told = pdf.metadata()
    labels = page_labels([pdf.label(number) for number in range(read.count)], dict(layout.printed))
    paragraphs, sections = with_outline(layout.paragraphs, pdf.outline())
    builder = TextBuilder()
    _write(builder, paragraphs, sections, labels)
    _tell(builder, read, quality)
    metadata = {
        "author": told.get("author", ""),
        "date": iso_date_of(told.get("date", "")),
        "language": pdf.language(),
        "subject": told.get("subject", ""),
        FILE_DIGEST: _digest_of(pdf.path),
    }
    return builder.finish(
        title=title_of(told.get("title", ""), paragraphs),
        metadata=tuple((key, value) for key, value in metadata.items() if value),
        direction=layout.direction,
    )


def _write(
    builder: TextBuilder, paragraphs: Sequence[Paragraph], sections: Sequence[Section], labels: Sequence[str]
) -> None:
    """The paragraphs with marks where pages and sections begin; a page may begin in the midst of a paragraph.

    The level of a page is its number in the file, from 1, for whoever draws it.
    """
    waiting = list(reversed(sections))
    page = -1
    for number, one in enumerate(paragraphs):
        if one.page > page:
            page = one.page
            builder.mark(BlockKind.PAGE, labels[page], level=page + 1)
        while waiting and waiting[-1].before <= number:
            section = waiting.pop()
            builder.mark(BlockKind.SECTION, section.title, level=section.level)
        start, end = builder.paragraph(one.text, kind=one.kind, level=one.level, label=one.label)
        for following, offset in one.breaks:
            page = following
            at = min(start + offset, end)
            builder.block(Block(kind=BlockKind.PAGE, start=at, end=at, label=labels[following], level=following + 1))


def _tell(builder: TextBuilder, read: _Read, quality: Quality) -> None:
    if quality.verdict is Verdict.DAMAGED:
        builder.notice(NoticeKind.DAMAGED, _hundredths(quality), REASONS[quality.reason])
    elif quality.verdict is Verdict.DOUBTFUL:
        builder.notice(NoticeKind.LOW_QUALITY, _hundredths(quality), REASONS[quality.reason])
    if read.scans:
        builder.notice(NoticeKind.NEEDS_OCR, len(read.scans), _numbers(read.scans))
    if read.broken:
        builder.notice(NoticeKind.DROPPED_PARTS, len(read.broken), _numbers(read.broken))
    if read.cut:
        builder.notice(NoticeKind.CUT_SHORT, 0, str(len(read.pages)))


def _hundredths(quality: Quality) -> int:
    """The share of words that are wrong at the least, in hundredths."""
    return max(round(100 * quality.surely_wrong), 1)


def _numbers(pages: Sequence[int]) -> str:
    """Page numbers from 1, the first few of them."""
    shown = ", ".join(str(page + 1) for page in pages[:12])
    return f"{shown}…" if len(pages) > 12 else shown


def _digest_of(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as opened:
        while block := opened.read(_BLOCK_BYTES):
            digest.update(block)
    return digest.hexdigest()
