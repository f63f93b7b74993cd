# SPDX-License-Identifier: GPL-3.0-or-later
"""A file's text, ready for the page long before the library has it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reader.importers import TextFile, open_text_file
from reader.text.direction import Direction, dominant_direction


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFile:
    """A file whose text is on the page, before the library has it."""

    text_file: TextFile
    direction: Direction

    @property
    def path(self) -> Path:
        return self.text_file.path


def look_into(path: Path, encoding: str | None = None) -> ShownFile:
    """The file, opened and ready to be shown; in the encoding that fits best, or the one named.

    Raises:
        FileError.
    """
    text_file = open_text_file(path, encoding)
    return ShownFile(text_file=text_file, direction=dominant_direction(text_file.text.chunk(0).text))
