# SPDX-License-Identifier: GPL-3.0-or-later
"""A document of the library set on sheets, into a PDF file or onto a painter; on a connection of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from PySide6.QtGui import QPainter

from reader.interchange import write_binary_file
from reader.interchange.passages import passages_of
from reader.model.ids import DocumentId
from reader.store import Library
from reader.text.direction import Direction
from reader.ui.fonts import READING_FAMILY
from reader.ui.printing.composing import Composer
from reader.ui.printing.pdf_file import PdfFile
from reader.ui.printing.sheet import HEIGHT, WIDTH, Sheet
from reader.ui.theme import load_theme
from reader.workspace.exporting import content_of, refuse_library_as_target

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

Progress = Callable[[int, int], None]
Asked = Callable[[], bool]


def save_pdf(
    library_path: Path, document_id: DocumentId, out: Path, language: str, *, progress: Progress, cancelled: Asked
) -> int:
    """Write the document as a PDF file; how many pages it has. Progress counts code points.

    Raises:
        Cancelled, FileIsFolder, FileUnwritable, UnknownDocument, LibraryError.
    """
    with Library.open(library_path, create=False, read_only=True) as library:
        refuse_library_as_target(library, out)
        document = library.documents.get(document_id)
        is_right = document.direction is Direction.RIGHT_TO_LEFT
        count = 0

        def write(stream: BinaryIO) -> None:
            nonlocal count
            about = dict(document.metadata)
            spoken = about.get("language", "") or ("ar" if is_right else "en")
            file = PdfFile(stream, document.title, spoken, right_to_left=is_right)
            for sheet in _sheets(library, document_id, language, progress, cancelled):
                file.add(sheet)
                count = sheet.number
            file.finish()

        write_binary_file(out, write)
        return count


def paint_on(
    printer: QPrinter,
    library_path: Path,
    document_id: DocumentId,
    language: str,
    *,
    progress: Progress,
    cancelled: Asked,
) -> int:
    """Print the document; how many pages it has.

    Raises:
        Cancelled, UnknownDocument, LibraryError.
    """
    with Library.open(library_path, create=False, read_only=True) as library:
        printer.setFullPage(True)
        painter = QPainter(printer)
        try:
            scale = min(printer.width() / WIDTH, printer.height() / HEIGHT)
            painter.scale(scale, scale)
            count = 0
            for sheet in _sheets(library, document_id, language, progress, cancelled):
                if count:
                    printer.newPage()
                sheet.paint(painter)
                count = sheet.number
        finally:
            painter.end()
        return count


def _sheets(
    library: Library, document_id: DocumentId, language: str, progress: Progress, cancelled: Asked
) -> Iterator[Sheet]:
    passages = passages_of(content_of(library, library.documents.get(document_id)), language)
    return Composer(passages, language, load_theme("light"), READING_FAMILY).pages(progress, cancelled)
