# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents of Word (DOCX): text with its structure, notes and comments; tracked changes accepted, nothing run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml.etree import _Element as Element

from reader.errors import NoText
from reader.importers.dates import iso_date
from reader.importers.directions import dominant_of
from reader.importers.docx_body import BodyReader
from reader.importers.docx_numbering import Numbering
from reader.importers.docx_runs import Found, RunReader
from reader.importers.docx_styles import Styles
from reader.importers.docx_xml import Package, W, value
from reader.importers.extracted import Cancelled, Extracted, NoticeKind, Options, Progress
from reader.importers.list_markers import numeral
from reader.importers.marked_text import MarkedText, Paragraph, Remark, with_pages, write_paragraphs
from reader.importers.text_builder import TextBuilder
from reader.model.structure import BlockKind
from reader.text.direction import Direction

_STEPS = 3
_CORE = {"creator": "author", "created": "date", "language": "language", "description": "description"}
_NOT_NOTES = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def extract(path: Path, _options: Options, progress: Progress, cancelled: Cancelled) -> Iterator[Extracted]:
    """The document. Headers, footers, pictures, macros and what lies outside the file are left alone.

    Raises:
        Cancelled, FileProtected, FileDamaged, FileUnsafe, FileTooLarge, FileMissing, FileUnreadable.
        NoText: when no letter is in it.
    """
    package = Package(path)
    with package.archive:
        yield _Document(package, cancelled).extracted(progress)


class _Document:
    def __init__(self, package: Package, cancelled: Cancelled) -> None:
        self._package = package
        self._main = package.main_part()
        self._parts = {one.kind: one.target for one in package.relations(self._main) if not one.external}
        self._outside = sum(one.external and one.kind != "hyperlink" for one in package.relations(self._main))
        self._found = Found()
        self._formats = self._note_formats()
        self._runs = RunReader(self._found, self._label_of)
        self._numbering = Numbering(self._part("numbering"))
        self._styles = Styles(self._part("styles"))
        self._reader = BodyReader(self._styles, self._numbering, self._runs, cancelled)

    def extracted(self, progress: Progress) -> Extracted:
        progress(0, _STEPS)
        root = self._package.part(self._main)
        body = root.find(f"{W}body") if root is not None else None
        if body is None:
            raise NoText(self._package.path, "it is empty")
        progress(1, _STEPS)
        self._found.pages = next(body.iter(f"{W}lastRenderedPageBreak"), None) is not None
        self._reader.read(body)
        paragraphs = self._with_first_page(self._reader.paragraphs, body) + self._notes()
        progress(2, _STEPS)
        builder = TextBuilder()
        write_paragraphs(builder, paragraphs, self._remarks())
        if builder.is_blank:
            raise NoText(self._package.path, "nothing in it is text")
        self._tell(builder)
        title, metadata = self._properties()
        metadata += self._language(paragraphs) if not any(key == "language" for key, _ in metadata) else ()
        shown = next((one.text.text.strip() for one in paragraphs if one.kind is BlockKind.TITLE), "")
        return builder.finish(title=shown or title, metadata=metadata)

    def _part(self, kind: str) -> Element | None:
        name = self._parts.get(kind)
        return self._package.part(name) if name else None

    def _with_first_page(self, paragraphs: list[Paragraph], body: Element) -> list[Paragraph]:
        """Where pages are known, the first one begins before everything."""
        if not self._found.pages:
            return paragraphs
        section = next(body.iter(f"{W}sectPr"), None)
        started = section.find(f"{W}pgNumType") if section is not None else None
        return with_pages(paragraphs, value(started, "start", "1"), self._pages_told(), spare=1)

    def _pages_told(self) -> int:
        """How many pages the document says it has; 0 when it does not."""
        root = self._package.part("docProps/app.xml")
        found = (
            (one for one in root if isinstance(one.tag, str) and one.tag.endswith("}Pages")) if root is not None else ()
        )
        written = next((one.text or "" for one in found), "").strip()
        return int(written) if written.isdecimal() and len(written) < 8 else 0

    def _note_formats(self) -> dict[str, str]:
        """How notes are numbered: what the settings say, or Word's own ways."""
        formats = {"footnote": "decimal", "endnote": "lowerRoman"}
        settings = self._part("settings")
        if settings is None:
            return formats
        return {kind: value(settings.find(f"{W}{kind}Pr/{W}numFmt"), otherwise=own) for kind, own in formats.items()}

    def _label_of(self, kind: str, number: int) -> str:
        return numeral(number, self._formats.get(kind, "decimal"))

    def _notes(self) -> list[Paragraph]:
        """The notes the text refers to, footnotes first; a note may refer to further ones, each is taken once."""
        parts = {kind: self._notes_of(kind) for kind in ("footnote", "endnote")}
        written: dict[tuple[str, str], Paragraph] = {}
        for kind, identity, label in self._found.notes:
            element = parts[kind].get(identity)
            if element is None or (kind, identity) in written:
                continue
            text = MarkedText()
            text.add(self._reader.plain_text(element))
            written[kind, identity] = Paragraph(text=text, kind=BlockKind.NOTE, label=label)
        return [written[key] for key in sorted(written, key=lambda key: key[0] == "endnote")]

    def _notes_of(self, kind: str) -> dict[str, Element]:
        root = self._part(f"{kind}s")
        found = root.iterfind(f"{W}{kind}") if root is not None else ()
        return {value(one, "id"): one for one in found if value(one, "type") not in _NOT_NOTES}

    def _remarks(self) -> dict[str, Remark]:
        root = self._part("comments")
        return {
            value(one, "id"): Remark(
                text=self._reader.plain_text(one), author=value(one, "author"), created=value(one, "date")
            )
            for one in (root.iterfind(f"{W}comment") if root is not None else ())
        }

    def _properties(self) -> tuple[str, tuple[tuple[str, str], ...]]:
        """Title and metadata of the core properties."""
        names = [one.target for one in self._package.relations() if one.kind == "core-properties" and not one.external]
        root = self._package.part(next(iter(names), "docProps/core.xml"))
        told: dict[str, str] = {}
        for element in root if root is not None else ():
            if isinstance(element.tag, str):
                told.setdefault(element.tag.rpartition("}")[2], (element.text or "").strip())
        known = [(key, told.get(name, "")) for name, key in _CORE.items()]
        metadata = [(key, iso_date(text) if key == "date" else text) for key, text in known if text]
        return told.get("title", ""), tuple(metadata)

    def _language(self, paragraphs: list[Paragraph]) -> tuple[tuple[str, str], ...]:
        """The language the styles name for the script that most of the text has."""
        root = self._part("styles")
        told = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang") if root is not None else None
        direction = dominant_of(paragraph.text.text for paragraph in paragraphs)
        language = value(told, "bidi" if direction is Direction.RIGHT_TO_LEFT else "val")
        return (("language", language),) if language else ()

    def _tell(self, builder: TextBuilder) -> None:
        found = self._found
        counts = {
            NoticeKind.TRACKED_CHANGES: found.changes,
            NoticeKind.DROPPED_IMAGES: found.images,
            NoticeKind.DROPPED_FRAMES: found.embedded,
            NoticeKind.NOTHING_FETCHED: self._outside,
        }
        for kind, count in counts.items():
            if count:
                builder.notice(kind, count)
