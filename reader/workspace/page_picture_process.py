# SPDX-License-Identifier: GPL-3.0-or-later
"""The side of the process that draws pages of PDF files: confined like the one that reads them, one at a time."""

from __future__ import annotations

import hashlib
import os
import signal
from pathlib import Path
from typing import IO, Any

from reader.errors import FileChanged, FileError, FileUnreadable
from reader.importers.pdf_file import PdfFile
from reader.workspace import confinement
from reader.workspace.extraction_frames import failure_as_json, receive, send
from reader.workspace.worker_process import NICENESS, own_pipes

MEMORY_BYTES = 1 << 30
MOST_PIXELS = 12_000_000
_LARGEST_PICTURE = 64 << 20
_BLOCK = 1 << 20


class _Open:
    """The file that was asked for last stays open: pages of one file are asked for one after the other."""

    def __init__(self) -> None:
        self._key: tuple[str, str, float] | None = None
        self.pdf: PdfFile | None = None

    def file(self, path: Path, digest: str) -> PdfFile:
        """The open file.

        Raises:
            FileChanged: when it is not the one whose digest this is.
            FileError.
        """
        try:
            changed = path.stat().st_mtime
        except OSError as error:
            raise FileUnreadable(path, error.strerror or str(error)) from error
        key = (str(path), digest, changed)
        if self.pdf is None or key != self._key:
            self.close()
            if digest and file_digest(path) != digest:
                raise FileChanged(path)
            self.pdf, self._key = PdfFile(path), key
        return self.pdf

    def close(self) -> None:
        if self.pdf is not None:
            self.pdf.__exit__()
        self.pdf = self._key = None


def file_digest(path: Path) -> str:
    """SHA-256 of the file's bytes, in hexadecimal.

    Raises:
        FileUnreadable.
    """
    digest = hashlib.sha256()
    try:
        with path.open("rb") as opened:
            while block := opened.read(_BLOCK):
                digest.update(block)
    except OSError as error:
        raise FileUnreadable(path, error.strerror or str(error)) from error
    return digest.hexdigest()


def serve(folder: Path) -> int:
    """Draw the pages that are asked for by standard input; each becomes a file of raw pixels in ``folder``."""
    incoming, outgoing = own_pipes()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(NICENESS // 2)
    confinement.confine(folder)
    confinement.limit_output(_LARGEST_PICTURE)
    confinement.limit_memory(MEMORY_BYTES)
    opened = _Open()
    while (request := receive(incoming)) is not None:
        _answer(request, opened, outgoing)
    return 0


def _answer(request: dict[str, Any], opened: _Open, outgoing: IO[bytes]) -> None:
    path = Path(request["path"])
    try:
        pdf = opened.file(path, str(request["digest"]))
        number = min(max(int(request["page"]), 0), pdf.page_count - 1)
        if "x" in request:
            send(outgoing, {"line": _line_at(pdf, number, float(request["x"]), float(request["y"]))})
        else:
            send(outgoing, _drawn(pdf, number, int(request["width"]), Path(request["out"])))
    except FileError as error:
        send(outgoing, failure_as_json(error))
    except MemoryError:
        send(outgoing, {"heavy": True})


def _drawn(pdf: PdfFile, number: int, width: int, out: Path) -> dict[str, Any]:
    """The page as rows of red, green and blue, ``width`` pixels wide, or less where that would be too many."""
    page = pdf.page(number)
    page_width, page_height = page.get_size()
    if page_width <= 0 or page_height <= 0:
        page_width, page_height = 595, 842
    scale = min(width / page_width, (MOST_PIXELS / (page_width * page_height)) ** 0.5)
    bitmap = page.render(scale=max(scale, 0.001), rev_byteorder=True, may_draw_forms=False)
    try:
        with out.open("wb") as file:
            file.write(bitmap.buffer)
        return {
            "width": bitmap.width,
            "height": bitmap.height,
            "stride": bitmap.stride,
            "channels": bitmap.n_channels,
            "pages": pdf.page_count,
            "page": number,
        }
    finally:
        bitmap.close()
        page.close()


def _line_at(pdf: PdfFile, number: int, x: float, y: float) -> str:
    """The line drawn at a place, from 0 to 1 from the left and from the top; the nearest one where there is none."""
    from reader.importers.pdf_glyphs import page_content  # noqa: PLC0415 - only for clicks
    from reader.importers.pdf_lines import pieces_of  # noqa: PLC0415

    page = pdf.page(number)
    content = page_content(pdf.raw, page)
    page.close()
    across, up = x * content.width, (1 - y) * content.height

    def distance(piece: Any) -> float:
        beside = max(piece.left - across, across - piece.right, 0.0)
        return float(beside + 2 * abs(piece.level + 0.3 * piece.size - up))

    pieces = pieces_of(content)
    return str(min(pieces, key=distance).text) if pieces else ""
