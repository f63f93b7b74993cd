# SPDX-License-Identifier: GPL-3.0-or-later
"""A file's text, ready for the page long before the library has it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from reader.errors import ReaderError
from reader.importers import TextFile, open_text_file
from reader.importers.plain_text import open_regular
from reader.text.direction import Direction, dominant_direction


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFile:
    """A file whose text is on the page, before the library has it."""

    text_file: TextFile
    direction: Direction

    @property
    def path(self) -> Path:
        return self.text_file.path


_PLAIN_SUFFIXES = frozenset({"", ".txt", ".text", ".log"})
_OTHER_SIGNS = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*"
    rb"(?:<\0?[!?hHbB]|WEBVTT|######OpenITI#|%PDF-|PK\x03\x04|MIME-Version|From:|\x89PNG|GIF8|\xff\xd8\xff|"
    rb"\{\\rtf|\xd0\xcf\x11\xe0|\x1f\x8b|\d{1,6}\s+\d\d:\d\d:\d\d[,.])"
)


def is_surely_plain(path: Path) -> bool:
    """Whether the file is plain text by its name and its first bytes, so that it can be shown before anything else is
    loaded; whether any other is, the importers find out. False for what cannot be read too.
    """
    if path.suffix.lower() not in _PLAIN_SUFFIXES:
        return False
    try:
        with open_regular(path) as opened:
            return _OTHER_SIGNS.match(opened.read(512)) is None
    except ReaderError:
        return False


def look_into(path: Path, encoding: str | None = None) -> ShownFile:
    """The file, opened and ready to be shown; in the encoding that fits best, or the one named.

    Raises:
        FileError.
    """
    text_file = open_text_file(path, encoding)
    return ShownFile(text_file=text_file, direction=dominant_direction(text_file.text.chunk(0).text))
