# SPDX-License-Identifier: GPL-3.0-or-later
"""OpenDocument texts (ODT, and flat FODT): text with its structure, notes and comments; tracked changes accepted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml.etree import _Element as Element

from reader.errors import FileDamaged, FileProtected, NoText
from reader.importers.archive import Archive
from reader.importers.dates import iso_date
from reader.importers.decoding import read_bytes
from reader.importers.extracted import Cancelled, Extracted, NoticeKind, Options, Progress
from reader.importers.marked_text import MarkedText, Paragraph, Remark, with_pages, write_paragraphs
from reader.importers.odt_body import BodyReader
from reader.importers.odt_styles import TEXT, Styles
from reader.importers.odt_text import DC, META, OFFICE
from reader.importers.text_builder import TextBuilder
from reader.importers.xml_safely import LARGEST_XML_BYTES, parse_xml
from reader.model.structure import BlockKind

_STEPS = 3
_KNOWN = {
    f"{META}initial-creator": "author",
    f"{DC}creator": "author",
    f"{META}creation-date": "date",
    f"{DC}date": "date",
    f"{DC}language": "language",
    f"{DC}publisher": "publisher",
    f"{DC}description": "description",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    """The trees of a document; a flat one has a single tree for all."""

    content: Element
    styles: Element | None
    meta: Element | None


def extract(path: Path, _options: Options, progress: Progress, cancelled: Cancelled) -> Iterator[Extracted]:
    """The document. Headers, footers, pictures, macros and what lies outside the file are left alone.

    Raises:
        Cancelled, FileProtected, FileDamaged, FileUnsafe, FileTooLarge, FileMissing, FileUnreadable.
        NoText: when no letter is in it.
    """
    progress(0, _STEPS)
    parts = _parts_of(path)
    progress(1, _STEPS)
    body = parts.content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise NoText(path, "it holds no text document")
    pages = next(body.iter(f"{TEXT}soft-page-break"), None) is not None
    styles = Styles(parts.content, parts.styles)
    reader = BodyReader(styles, cancelled, pages_known=pages, deletions=_deletions(body))
    reader.blocks(body)
    progress(2, _STEPS)
    laid_out = with_pages(reader.paragraphs, "1", _pages_told(parts.meta)) if pages else reader.paragraphs
    paragraphs = laid_out + _notes(reader)
    builder = TextBuilder()
    write_paragraphs(builder, paragraphs, _remarks(reader))
    if builder.is_blank:
        raise NoText(path, "nothing in it is text")
    _tell(builder, reader, body)
    title, metadata = _properties(parts.meta)
    shown = next((one.text.text.strip() for one in paragraphs if one.kind is BlockKind.TITLE), "")
    yield builder.finish(title=shown or title, metadata=metadata)


def _parts_of(path: Path) -> _Parts:
    with path.open("rb") as opened:
        packed = opened.read(2) == b"PK"
    if not packed:
        root = parse_xml(read_bytes(path, LARGEST_XML_BYTES), path)
        return _Parts(content=root, styles=None, meta=root)
    with Archive(path) as archive:
        _refuse_encrypted(archive)
        content = _part(archive, "content.xml")
        if content is None:
            raise FileDamaged(path, "the part with the text is missing")
        return _Parts(content=content, styles=_part(archive, "styles.xml"), meta=_part(archive, "meta.xml"))


def _part(archive: Archive, name: str) -> Element | None:
    return parse_xml(archive.read(name, LARGEST_XML_BYTES), archive.path) if name in archive else None


def _refuse_encrypted(archive: Archive) -> None:
    manifest = _part(archive, "META-INF/manifest.xml")
    if manifest is not None and any(
        isinstance(element.tag, str) and element.tag.endswith("}encryption-data") for element in manifest.iter()
    ):
        raise FileProtected(archive.path)


def _deletions(body: Element) -> frozenset[str]:
    """The tracked changes that are deletions."""
    regions = (one for one in body.iter(f"{TEXT}changed-region") if one.find(f"{TEXT}deletion") is not None)
    return frozenset(
        one.get(f"{TEXT}id") or one.get("{http://www.w3.org/XML/1998/namespace}id") or "" for one in regions
    )


def _notes(reader: BodyReader) -> list[Paragraph]:
    """Footnotes, then endnotes, behind the text. What a note says in notes of its own comes behind it."""
    notes = []
    for found in (reader.found.footnotes, reader.found.endnotes):
        for label, body in found:
            text = MarkedText()
            text.add(reader.plain_text(body))
            notes.append(Paragraph(text=text, kind=BlockKind.NOTE, label=label))
    return notes


def _remarks(reader: BodyReader) -> dict[str, Remark]:
    return {
        name: Remark(
            text=reader.plain_text(one),
            author=one.findtext(f"{DC}creator") or "",
            created=(one.findtext(f"{DC}date") or "").partition(".")[0],
        )
        for name, one in list(reader.found.annotations.items())
    }


def _properties(root: Element | None) -> tuple[str, tuple[tuple[str, str], ...]]:
    told: dict[str, str] = {}
    title = ""
    for element in root.iter(f"{DC}title", *_KNOWN) if root is not None else ():
        if (parent := element.getparent()) is None or parent.tag != f"{OFFICE}meta":
            continue
        text = (element.text or "").strip()
        if element.tag == f"{DC}title":
            title = text
        elif text:
            told.setdefault(_KNOWN[element.tag], text)
    return title, tuple((key, iso_date(text) if key == "date" else text) for key, text in told.items())


def _pages_told(root: Element | None) -> int:
    """How many pages the document says it has; 0 when it does not."""
    told = next(root.iter(f"{META}document-statistic"), None) if root is not None else None
    written = (told.get(f"{META}page-count") or "") if told is not None else ""
    return int(written) if written.isdecimal() and len(written) < 8 else 0


def _tell(builder: TextBuilder, reader: BodyReader, body: Element) -> None:
    counts = {
        NoticeKind.TRACKED_CHANGES: sum(1 for _ in body.iter(f"{TEXT}insertion", f"{TEXT}deletion")),
        NoticeKind.DROPPED_IMAGES: reader.found.images,
        NoticeKind.DROPPED_FRAMES: reader.found.embedded,
    }
    for kind, count in counts.items():
        if count:
            builder.notice(kind, count)
