# SPDX-License-Identifier: GPL-3.0-or-later
"""OpenITI mARkdown, in which editions of classical Arabic books are published: pages, sections and verse as blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from reader.errors import Cancelled, FileDamaged, NoText
from reader.importers.decoding import read_text
from reader.importers.extracted import Cancelled as Asked
from reader.importers.extracted import Extracted, NoticeKind, Options, Progress
from reader.importers.text_builder import LINE_ENDS, TextBuilder
from reader.model.structure import Block, BlockKind

LARGEST_BYTES = 256 << 20
_MAGIC = "######OpenITI#"
_END = "#META#Header#End#"
_META = re.compile(r"#META#[ \t]*(?:\d{3}\.)?([^\t:]{1,60}?)[ \t]*(?:::|:)[ \t]*(.{0,2000})")
_PAGE = re.compile(r"PageV(\d{2,3})P(\d{3,4}[A-Z]?)")
_NOISE = re.compile(
    r"\bms[A-Z]?\d{1,6}\b|@[A-Z]{2,}@(?:[A-Za-z0-9@_-]*)|@(?:QB|QE|[A-Z]{1,3}\d{1,3})\b"
    r"|\bY[BDAE]?\d{1,4}(?:H\d{0,4})?\b(?=\s|$)|\(@\)|\[@\]"
)
_HEADING = re.compile(r"###[ \t]*(\|{1,5}|\$+(?:BIO_[A-Z]+\$|DIC_[A-Z]+\$|[A-Z_]+\$)?|@[A-Z0-9 @]*)[ \t]*(.*)", re.S)
_BLANKS = re.compile(r"[ \t\u00a0]+")
_KEYS = {
    **dict.fromkeys(("bkauth", "authorname", "author", "authornameshort", "المؤلف"), "author"),
    **dict.fromkeys(("booktitle", "title", "bk", "الكتاب"), "title"),
    **dict.fromkeys(("edpublisher", "publisher", "الناشر"), "publisher"),
    **dict.fromkeys(("edyear", "date"), "date"),
    **dict.fromkeys(("bookuri", "uri", "libraryurl", "booklink", "url"), "address"),
}


def extract(path: Path, options: Options, progress: Progress, cancelled: Asked) -> Iterator[Extracted]:
    """The book in the file. Lines that were broken for editing (``~~``) are joined again, tags are left out.

    Source: OpenITI mARkdown, the scheme of the OpenITI project (headings ``### |``, paragraphs ``#``, verse ``%~%``,
    pages ``PageV01P001``, which stand at the *end* of the page that they name).

    Raises:
        Cancelled, FileError, EncodingUnknown.
        FileDamaged: when it does not begin as such a file must. NoText: when only the header is there.
    """
    decoded = read_text(path, options.encoding, LARGEST_BYTES)
    text = LINE_ENDS.sub("\n", decoded.text).lstrip("\ufeff \n")
    if not text.startswith(_MAGIC):
        raise FileDamaged(path, "it does not begin with ######OpenITI#")
    header, has_header, body = text.partition(_END)
    builder = TextBuilder()
    for notice in decoded.notices:
        builder.notice(notice.kind, notice.count, notice.detail)
    if not has_header:
        builder.notice(NoticeKind.INCOMPLETE)
        header, _, body = text.partition("\n\n")
    metadata = _metadata_of(header)
    _Book(builder).read(body, progress, cancelled)
    if builder.is_blank:
        raise NoText(path, "behind its header nothing follows")
    title = metadata.pop("title", "")
    yield builder.finish(title=title, metadata=(*metadata.items(), ("language", "ar")), encoding=decoded.encoding)


def _metadata_of(header: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in header.split("\n"):
        told = _META.match(line)
        if told is None or told[2].strip() in {"", "NODATA", "NOTGIVEN", "NOCODE", "MISSING"}:
            continue
        key = _KEYS.get(re.sub(r"[^a-zء-ي]", "", told[1].lower()))
        if key is not None:
            found.setdefault(key, told[2].strip())
    return found


class _Book:
    """The body, paragraph by paragraph. A page's number stands behind it, so that its mark is set when it is known."""

    def __init__(self, builder: TextBuilder) -> None:
        self._builder = builder
        self._paragraph: list[str] = []
        self._page_starts = 0
        self._volumes: set[str] = set()

    def read(self, body: str, progress: Progress, cancelled: Asked) -> None:
        lines = body.split("\n")
        for place, line in enumerate(lines):
            if place % 5000 == 0:
                if cancelled():
                    raise Cancelled
                progress(place, len(lines))
            if line.startswith("~~"):
                self._paragraph.append(line[2:])
            else:
                self._end_paragraph()
                self._paragraph = [line]
        self._end_paragraph()

    def _end_paragraph(self) -> None:
        raw = _BLANKS.sub(" ", " ".join(self._paragraph)).strip()
        self._paragraph = []
        if not raw:
            return
        kind, level, raw = _kind_of(raw)
        start, text, pages = self._builder.length, "", []
        last = 0
        for page in _PAGE.finditer(raw):
            text = _joined(text, _clean(raw[last : page.start()]))
            pages.append((_label(page), len(text)))
            last = page.end()
        text = _joined(text, _clean(raw[last:]))
        self._builder.paragraph(text, kind=kind, level=level)
        for label, offset in pages:
            self._end_page(label, start + offset, at_end=offset >= len(text))

    def _end_page(self, label: str, end: int, *, at_end: bool) -> None:
        """The page that ends at ``end`` is called so; the next begins there, or with the next paragraph."""
        begin = self._page_starts
        if self._builder.length > begin:  # else nothing stands on the page
            self._builder.block(Block(kind=BlockKind.PAGE, start=begin, end=begin, label=label))
        self._page_starts = self._builder.length if at_end else end + 1


def _kind_of(raw: str) -> tuple[BlockKind, int, str]:
    heading = _HEADING.fullmatch(raw)
    if heading is not None:
        marks = heading[1]
        level = len(marks) if marks.startswith("|") else 2
        return BlockKind.HEADING, level, heading[2]
    if raw.startswith("#"):
        verse = "%~%" in raw
        return (BlockKind.QUOTATION if verse else BlockKind.PARAGRAPH), int(verse), raw.lstrip("#").strip()
    return BlockKind.PARAGRAPH, 0, raw


def _clean(raw: str) -> str:
    """The words alone: no tags, no milestones; the halves of a verse are parted by an ellipsis, as editions do."""
    return _BLANKS.sub(" ", _NOISE.sub("", raw.replace("%~%", " … "))).strip()


def _joined(one: str, other: str) -> str:
    return f"{one} {other}" if one and other else one or other


def _label(page: re.Match[str]) -> str:
    """``1/23`` for page 23 of volume 1, ``23`` where there are no volumes."""
    volume, number = int(page[1]), page[2].lstrip("0") or "0"
    return f"{volume}/{number}" if volume else number
