# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the bytes of a text can be cut so that each piece reads alone: at line ends, spaces, or between characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from reader.importers.encodings import Encoding

STEP = 110 * 1024
"""Bytes between two cuts, more or less: about 60,000 Arabic code points in UTF-8. A multiple of four."""

MOST_PIECES = 1 << 17
"""A file beyond 14 GB is cut into longer pieces, so that the table of them stays small."""

_NEAR = 4 * 1024
_FAR = 64 * 1024
"""How far behind the wanted place a line end is looked for; below ``STEP``, so that cuts never meet."""

_LINE_END = re.compile("\r\n|\n|\r")
_JOINERS = "\u200d\u200c"

ReadBytes = Callable[[int, int], bytes]
"""``read(offset, count)`` returns that many bytes of the file, fewer at its end."""


class Cuts:
    """The places, in bytes, at which one file is cut. Each is found when it is asked for and is always the same.

    Cost: nothing to build; to ask, one or two small reads, whatever the size of the file and the length of its lines.
    """

    def __init__(self, read: ReadBytes, size_bytes: int, encoding: Encoding) -> None:
        self._read = read
        self._size = size_bytes
        self._encoding = encoding
        body = max(size_bytes - encoding.mark, 0)
        self._step = max(STEP, -(-body // MOST_PIECES) + 3 & ~3)
        # A rest too short to hold its own cut belongs to the piece before it.
        self.pieces = max(1, (body + self._step - _FAR) // self._step)

    @property
    def weights(self) -> tuple[int, ...]:
        """Length of each piece in bytes, off by the length of a line."""
        rest = self._size - self._encoding.mark - (self.pieces - 1) * self._step
        return (self._step,) * (self.pieces - 1) + (max(rest, 1),)

    def piece(self, index: int) -> tuple[int, int]:
        """``(start, end)`` of a piece in bytes, half-open."""
        return self._cut(index), self._cut(index + 1)

    def _cut(self, index: int) -> int:
        if index == 0:
            return self._encoding.mark
        if index >= self.pieces:
            return self._size
        wanted = self._encoding.mark + index * self._step
        near = self._after_line_end(wanted, _NEAR)
        if near is None:
            near = self._after_line_end(wanted, _FAR)
        return self._between_characters(wanted) if near is None else near

    def _after_line_end(self, wanted: int, reach: int) -> int | None:
        start, text = self._text_at(wanted, reach)
        found = _LINE_END.search(text)
        # At the very edge the second half of a CRLF, or of a character, may be missing.
        if found is None or found.end() > len(text) - 8:
            return None
        return start + self._bytes_of(text[: found.end()])

    def _between_characters(self, wanted: int) -> int:
        start, text = self._text_at(wanted, _NEAR)
        space = text.find(" ", 0, len(text) - 8)
        place = space + 1 if space >= 0 else 1
        while place < len(text) - 8 and _belongs_to_what_is_before(text[place]):
            place += 1
        return start + self._bytes_of(text[:place])

    def _text_at(self, wanted: int, reach: int) -> tuple[int, str]:
        """The text from the first whole character at or after ``wanted``; what is no character stays in it, escaped."""
        raw = self._read(wanted, reach)
        skipped = _bytes_to_next_character(raw, self._encoding)
        raw = raw[skipped : len(raw) - (len(raw) - skipped) % self._encoding.unit]
        return wanted + skipped, raw.decode(self._encoding.name, self._on_errors)

    def _bytes_of(self, text: str) -> int:
        """How many bytes ``text`` was made of."""
        if self._encoding.is_utf8 or self._encoding.unit == 2:
            return len(text.encode(self._encoding.name, self._on_errors))
        return len(text) * self._encoding.unit

    @property
    def _on_errors(self) -> str:
        """Keeps what is no character as one that gives the same number of bytes back."""
        if self._encoding.unit == 2:
            return "surrogatepass"
        return "surrogateescape" if self._encoding.is_utf8 else "replace"


def _bytes_to_next_character(raw: bytes, encoding: Encoding) -> int:
    if encoding.is_utf8:
        return next((at for at in range(min(4, len(raw))) if raw[at] & 0xC0 != 0x80), 0)
    if encoding.unit == 2:
        upper = raw[1:2] if encoding.name.endswith("le") else raw[0:1]
        return 2 if upper and 0xDC <= upper[0] <= 0xDF else 0
    return 0


def _belongs_to_what_is_before(char: str) -> bool:
    return unicodedata.category(char) in ("Mn", "Me", "Mc") or char in _JOINERS or "\ufe00" <= char <= "\ufe0f"
