# SPDX-License-Identifier: GPL-3.0-or-later
"""A PDF file as PDFium reads it: its pages, their labels, its outline and what it says of itself.

Nothing of a file is run and nothing it refers to is opened: PDFium is built without scripts and forms here, and
actions, attachments and remote targets are never asked for.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from reader.errors import FileDamaged, FileProtected, FileUnreadable

MOST_PAGES = 20_000
"""Pages of one file that are read; a file that claims more is cut there."""
MOST_OUTLINE = 5_000
_DEEPEST_OUTLINE = 12
_LONGEST_VALUE = 2_000
_METADATA = (("author", "Author"), ("date", "CreationDate"), ("title", "Title"), ("subject", "Subject"))


class OutlineEntry(NamedTuple):
    """A bookmark: ``level`` from 1, ``page`` from 0, ``top`` the height on the page it leads to, in points, if told."""

    title: str
    level: int
    page: int
    top: float | None


class PdfFile:
    """An open PDF; a context manager."""

    def __init__(self, path: Path) -> None:
        """Raises:
        FileProtected: when it does not open without a password.
        FileDamaged: when PDFium cannot read it.
        FileUnreadable: when the system does not give it.
        """
        import pypdfium2  # noqa: PLC0415 - eight megabytes that only this format needs
        import pypdfium2.raw  # noqa: PLC0415

        self.raw: Any = pypdfium2.raw
        self.path = path
        try:
            self._document: Any = pypdfium2.PdfDocument(path)
            self.page_count = len(self._document)
        except pypdfium2.PdfiumError as error:
            raise self._failure(path, str(error)) from error
        except OSError as error:
            raise FileUnreadable(path, error.strerror or str(error)) from error

    @staticmethod
    def _failure(path: Path, message: str) -> Exception:
        if "password" in message.lower() or "security" in message.lower():
            return FileProtected(path)
        return FileDamaged(path, "it is no whole PDF")

    def __enter__(self) -> PdfFile:
        return self

    def __exit__(self, *_: object) -> None:
        self._document.close()

    @property
    def handle(self) -> Any:
        return self._document.raw

    def page(self, index: int) -> Any:
        """The page, of ``pypdfium2``'s kind.

        Raises:
            FileDamaged: when this page cannot be read.
        """
        import pypdfium2  # noqa: PLC0415

        try:
            return self._document[index]
        except (pypdfium2.PdfiumError, IndexError) as error:
            raise FileDamaged(self.path, f"page {index + 1} cannot be read") from error

    def label(self, index: int) -> str:
        """What the file calls the page; empty when it does not say."""
        length = self.raw.FPDF_GetPageLabel(self.handle, index, None, 0)
        if length <= 2 or length > _LONGEST_VALUE:
            return ""
        buffer = ctypes.create_string_buffer(length)
        self.raw.FPDF_GetPageLabel(self.handle, index, buffer, length)
        return buffer.raw.decode("utf-16-le", "replace").rstrip("\0").strip()

    def metadata(self) -> dict[str, str]:
        """author, date, title, subject as the file tells them; those it does not tell are left out."""
        return {key: value for key, name in _METADATA if (value := self._meta(name))}

    def _meta(self, name: str) -> str:
        key = name.encode("ascii")
        length = self.raw.FPDF_GetMetaText(self.handle, key, None, 0)
        if length <= 2:
            return ""
        buffer = ctypes.create_string_buffer(length)
        self.raw.FPDF_GetMetaText(self.handle, key, buffer, length)
        return buffer.raw.decode("utf-16-le", "replace").rstrip("\0").strip()[:_LONGEST_VALUE]

    def language(self) -> str:
        """The language of the document as BCP 47, as its catalog tells it; empty when it does not."""
        ask = getattr(self.raw, "FPDFCatalog_GetLanguage", None)
        if ask is None:
            return ""
        buffer = (ctypes.c_ushort * 64)()
        length = ask(self.handle, buffer, 128)
        if not 2 < length <= 128:
            return ""
        return bytes(buffer)[:length].decode("utf-16-le", "replace").rstrip("\0").strip()

    def outline(self) -> list[OutlineEntry]:
        """The bookmarks, in their order; a loop of bookmarks ends where it began."""
        return list(self._bookmarks())

    def _bookmarks(self) -> Iterator[OutlineEntry]:
        seen: set[int] = set()
        waiting = [(self.raw.FPDFBookmark_GetFirstChild(self.handle, None), 1)]
        while waiting and len(seen) < MOST_OUTLINE:
            mark, level = waiting.pop()
            if not mark or (address := ctypes.addressof(mark.contents)) in seen or level > _DEEPEST_OUTLINE:
                continue
            seen.add(address)
            entry = self._entry(mark, level)
            if entry is not None:
                yield entry
            waiting.append((self.raw.FPDFBookmark_GetNextSibling(self.handle, mark), level))
            waiting.append((self.raw.FPDFBookmark_GetFirstChild(self.handle, mark), level + 1))

    def _entry(self, mark: Any, level: int) -> OutlineEntry | None:
        length = self.raw.FPDFBookmark_GetTitle(mark, None, 0)
        if not 2 < length <= 4 * _LONGEST_VALUE:
            return None
        buffer = ctypes.create_string_buffer(length)
        self.raw.FPDFBookmark_GetTitle(mark, buffer, length)
        title = buffer.raw.decode("utf-16-le", "replace").rstrip("\0").strip()
        target = self.raw.FPDFBookmark_GetDest(self.handle, mark)
        page = self.raw.FPDFDest_GetDestPageIndex(self.handle, target) if target else -1
        if not title or page < 0:
            return None
        return OutlineEntry(title, level, page, self._top_of(target))

    def _top_of(self, target: Any) -> float | None:
        flags = [ctypes.c_int() for _ in range(3)]
        values = [ctypes.c_float() for _ in range(3)]
        if not self.raw.FPDFDest_GetLocationInPage(target, *flags, *values) or not flags[1].value:
            return None
        return float(values[1].value)
