# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of plain text, opened at once whatever their size: text is read and decoded piece by piece, when asked for."""

from __future__ import annotations

import os
import stat
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from reader.errors import (
    Cancelled,
    FileChanged,
    FileEmpty,
    FileIsBinary,
    FileIsFolder,
    FileMissing,
    FileUndecodable,
    FileUnreadable,
)
from reader.importers.cuts import Cuts
from reader.importers.encodings import Encoding, encoding_named, guess_encoding
from reader.text.chunks import ChunkedText

_HEAD = 128 * 1024
_SAMPLE = 32 * 1024
_SAMPLES_BEHIND_HEAD = 3

# Files that people take for text because a word processor shows them as such, or that decode by accident.
_BINARY_MARKS = (
    b"%PDF-",
    b"PK\x03\x04",
    b"{\\rtf",
    b"\xd0\xcf\x11\xe0",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"\x1f\x8b",
    b"SQLite format 3\0",
    b"\x7fELF",
)
_CONTROLS = frozenset(range(0x20)) - frozenset(b"\t\n\v\f\r\x1a\x1b") | {0x7F}

Progress = Callable[[int, int], None]
"""``progress(done, total)``, both in bytes."""


def _never() -> bool:
    return False


def _silent(_done: int, _total: int) -> None:
    return


_PARAGRAPH_ENDS = str.maketrans(dict.fromkeys("\r\v\f\x85\u2029", "\n"))


def line_ends_as_feeds(text: str) -> str:
    """``text`` with each end of a paragraph as one line feed: CR LF, CR, NEL, VT, FF and U+2029.

    U+2028 is kept: it breaks a line within its paragraph, and the page shows it so.
    """
    if "\r\n" in text:
        text = text.replace("\r\n", "\n")
    if any(end in text for end in "\r\v\f\x85\u2029"):
        text = text.translate(_PARAGRAPH_ENDS)
    return text


class TextFile:
    """A file of text that stays open, so that its pieces can be read until ``close``.

    ``text`` can be shown at once; ``count`` makes it addressable. Reading any piece may raise ``FileChanged``,
    ``FileUndecodable``, ``FileIsBinary`` or ``FileUnreadable``. Pieces may be read from several threads.
    """

    def __init__(self, path: Path, source: _Source, encoding: Encoding) -> None:
        self.path = path
        self.size_bytes = source.size_bytes
        self._encoding = encoding
        self._source = source
        self._cuts = Cuts(source.read, source.size_bytes, encoding)
        self.text = ChunkedText(self._load, self._cuts.weights)

    @property
    def encoding(self) -> str:
        """Its name for people: ``utf-8``, ``utf-16-le``, ``windows-1256``…"""
        return self._encoding.name

    def count(
        self,
        progress: Progress = _silent,
        cancelled: Callable[[], bool] = _never,
        read: Callable[[str], None] = lambda _: None,
    ) -> int:
        """Count the code points of every piece, which proves that all can be read. O(size), with one piece in memory.

        ``read`` is given the text of each piece in passing.

        Raises:
            Cancelled, FileChanged, FileUndecodable, FileIsBinary, FileUnreadable.
            FileEmpty: when there is nothing but blanks.
        """
        lengths = []
        blank = True
        for index, text in self.text.texts():
            if cancelled():
                raise Cancelled
            read(text)
            lengths.append(len(text))
            blank = blank and (not text or text.isspace())
            progress(self._cuts.piece(index)[1], self.size_bytes)
        if blank:
            raise FileEmpty(self.path)
        self.text.set_lengths(lengths)
        return sum(lengths)

    def close(self) -> None:
        self._source.close()

    def __enter__(self) -> TextFile:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _load(self, index: int) -> str:
        start, end = self._cuts.piece(index)
        raw = self._source.read_exactly(start, end - start)
        try:
            text = raw.decode(self._encoding.name)
        except UnicodeDecodeError as error:
            raise FileUndecodable(self.path, self._encoding.name, start + error.start) from None
        if "\0" in text:
            raise FileIsBinary(self.path)
        return line_ends_as_feeds(text)


def open_text_file(path: Path, encoding: str | None = None) -> TextFile:
    """The file as text, its encoding guessed unless given. Reads some 350 KB at most, however large the file is.

    Raises:
        FileMissing, FileIsFolder, FileUnreadable, FileEmpty, FileIsBinary.
        FileUndecodable: when the first piece does not decode; later pieces may raise it when they are read.
        EncodingUnknown: for an ``encoding`` that cannot be read piece by piece.
    """
    source = _Source(path)
    try:
        text_file = TextFile(path, source, _encoding_of(source, encoding))
        first = text_file.text.chunk(0).text
        if len(text_file.text) == 1 and (not first or first.isspace()):
            raise FileEmpty(path)
    except BaseException:
        source.close()
        raise
    return text_file


class _Source:
    """The bytes of one regular file, read through a lock: a mapping would kill the process when the file is cut short.

    Raises:
        FileChanged: when size or time of the open file are no longer what they were when it was opened.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.Lock()
        self._file = open_regular(path)
        found = os.fstat(self._file.fileno())
        self.size_bytes = found.st_size
        self._seen = (found.st_size, found.st_mtime_ns)

    def read(self, offset: int, count: int) -> bytes:
        try:
            with self._lock:
                now = os.fstat(self._file.fileno())
                self._file.seek(offset)
                raw = self._file.read(count)
        except OSError as error:
            raise FileUnreadable(self.path, error.strerror or str(error)) from error
        if (now.st_size, now.st_mtime_ns) != self._seen:
            raise FileChanged(self.path)
        return raw

    def read_exactly(self, offset: int, count: int) -> bytes:
        raw = self.read(offset, count)
        while len(raw) < count:
            more = self.read(offset + len(raw), count - len(raw))
            if not more:
                raise FileChanged(self.path)
            raw += more
        return raw

    def close(self) -> None:
        self._file.close()


def open_regular(path: Path) -> BinaryIO:
    """The file, unbuffered. Never waits: what is no regular file is refused.

    Raises:
        FileMissing, FileIsFolder, FileUnreadable.
    """
    try:
        # A pipe without a writer would block for ever.
        opened = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as error:
        raise _opening_error(path, error) from error
    mode = os.fstat(opened).st_mode
    if stat.S_ISREG(mode):
        return os.fdopen(opened, "rb", buffering=0)
    os.close(opened)
    raise FileIsFolder(path) if stat.S_ISDIR(mode) else FileUnreadable(path, "it is a device or a pipe")


def _opening_error(path: Path, error: OSError) -> FileMissing | FileIsFolder | FileUnreadable:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return FileMissing(path)
    if path.is_dir():
        return FileIsFolder(path)
    return FileUnreadable(path, error.strerror or str(error))


def _encoding_of(source: _Source, wanted: str | None) -> Encoding:
    head = source.read(0, _HEAD)
    if not head:
        raise FileEmpty(source.path)
    if head.startswith(_BINARY_MARKS):
        raise FileIsBinary(source.path)
    samples = [head, *_samples_behind(source)]
    encoding = encoding_named(wanted, head) if wanted else guess_encoding(samples)
    if encoding.unit == 1 and any(looks_binary(sample) for sample in samples):
        raise FileIsBinary(source.path)
    if source.size_bytes == encoding.mark:
        raise FileEmpty(source.path)
    return encoding


def _samples_behind(source: _Source) -> list[bytes]:
    """Pieces from the rest of the file: its first pages may be plain ASCII, and the letters that decide come later."""
    rest = source.size_bytes - _HEAD
    if rest <= 0:
        return []
    step = max(rest // _SAMPLES_BEHIND_HEAD, _SAMPLE) & ~3
    places = range(_HEAD, source.size_bytes, step)
    return [source.read(place, _SAMPLE) for place in places[:_SAMPLES_BEHIND_HEAD]]


def looks_binary(sample: bytes) -> bool:
    return b"\0" in sample or sum(sample.count(control) for control in _CONTROLS) * 100 > len(sample)
