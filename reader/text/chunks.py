# SPDX-License-Identifier: GPL-3.0-or-later
"""A document's text as chunks that can be read alone, so that its size does not matter to who shows a page of it."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

CHUNK_CODE_POINTS = 1 << 16
"""About as long as a chunk gets: it ends with the first paragraph that reaches this length."""

LONGEST_CHUNK = 1 << 19
"""A chunk without any paragraph end is cut here, at a space where there is one in its last 1,000 code points."""

_KEPT_CHUNKS = 12


@dataclass(frozen=True, slots=True)
class Chunk:
    """One piece of the text with its paragraphs.

    ``paragraphs`` holds ``(start, end)`` pairs, code points from the start of the chunk, half-open, without the
    line feed that ends each. A paragraph cut by the chunk's end goes on as the first one of the next chunk.
    """

    index: int
    text: str
    paragraphs: tuple[tuple[int, int], ...]


def paragraphs_of(text: str) -> tuple[tuple[int, int], ...]:
    """Half-open ``(start, end)`` of each line, without its line feed; no empty one after a last line feed."""
    found = []
    start = 0
    while (end := text.find("\n", start)) >= 0:
        found.append((start, end))
        start = end + 1
    if start < len(text) or not found:
        found.append((start, len(text)))
    return tuple(found)


class ChunkedText:
    """The verbatim text of a document, read chunk by chunk.

    ``weights`` say how long each chunk is, in any unit (bytes before a file is counted, code points after): the
    scroll bar needs only their ratio. ``lengths`` are code points; while they are unknown, ``length`` and the
    ``start_of`` later chunks are None, and the text can be shown but not addressed.

    ``load(index)`` returns the text of a chunk, line feeds included; the texts of all chunks joined are the document.
    ``version`` is that of a document of the library, None for a text that comes from elsewhere.
    """

    def __init__(
        self,
        load: Callable[[int], str],
        weights: Sequence[int],
        lengths: Sequence[int] | None = None,
        *,
        version: int | None = None,
    ) -> None:
        self._load = load
        self.version = version
        self.weights = tuple(weights)
        self._starts: list[int] | None = None
        self._kept: OrderedDict[int, Chunk] = OrderedDict()
        if lengths is not None:
            self.set_lengths(lengths)

    @classmethod
    def from_string(cls, text: str) -> ChunkedText:
        pieces = tuple(split_into_chunks(text))
        lengths = [len(piece) for piece in pieces]
        return cls(pieces.__getitem__, lengths, lengths)

    def __len__(self) -> int:
        """Number of chunks; at least one, for an empty text has one empty chunk."""
        return len(self.weights)

    def set_lengths(self, lengths: Sequence[int]) -> None:
        """Make the text addressable: the code points of every chunk have been counted."""
        if len(lengths) != len(self.weights):
            raise ValueError(f"{len(lengths)} lengths for {len(self.weights)} chunks")
        self._starts = list(accumulate(lengths, initial=0))

    @property
    def length(self) -> int | None:
        """Code points in the whole text, or None while they are not counted."""
        return None if self._starts is None else self._starts[-1]

    def start_of(self, index: int) -> int | None:
        """Offset of the chunk's first code point, or None while the text is not counted (the first is always 0)."""
        if index == 0:
            return 0
        return None if self._starts is None else self._starts[index]

    def chunk(self, index: int) -> Chunk:
        """The chunk and its paragraphs; a handful of those read last are kept."""
        if index in self._kept:
            self._kept.move_to_end(index)
            return self._kept[index]
        text = self._load(index)
        chunk = Chunk(index, text, paragraphs_of(text))
        self._kept[index] = chunk
        if len(self._kept) > _KEPT_CHUNKS:
            self._kept.popitem(last=False)
        return chunk

    def chunk_at(self, offset: int) -> int:
        """Index of the chunk that holds the offset; the last one for the offset that ends the text. O(log n)."""
        starts = self._counted()
        return min(bisect_right(starts, offset) - 1, len(self) - 1) if offset > 0 else 0

    def slice(self, start: int, end: int) -> str:
        """``text[start:end]`` in code points, clipped to the text."""
        starts = self._counted()
        start, end = max(start, 0), min(end, starts[-1])
        if start >= end:
            return ""
        first, last = self.chunk_at(start), self.chunk_at(end - 1)
        joined = "".join(self.chunk(index).text for index in range(first, last + 1))
        return joined[start - starts[first] : end - starts[first]]

    def texts(self) -> Iterator[tuple[int, str]]:
        """``(index, text)`` of every chunk in order, without keeping them."""
        for index in range(len(self)):
            yield index, self._load(index)

    def _counted(self) -> list[int]:
        if self._starts is None:
            raise ValueError("the text has not been counted yet")
        return self._starts


def split_into_chunks(text: str) -> Iterator[str]:
    """Cut a text into chunks, each ending with a paragraph unless it would get longer than ``LONGEST_CHUNK``."""
    start = 0
    while True:
        end = _end_of_chunk(text, start)
        yield text[start:end]
        start = end
        if start >= len(text):
            return


def _end_of_chunk(text: str, start: int) -> int:
    feed = text.find("\n", start + CHUNK_CODE_POINTS - 1, start + LONGEST_CHUNK)
    if feed >= 0:
        return feed + 1
    limit = start + LONGEST_CHUNK
    if limit >= len(text):
        return len(text)
    feed = text.rfind("\n", start, limit)
    if feed >= 0:
        return feed + 1
    space = text.rfind(" ", limit - 1000, limit)
    return space + 1 if space >= 0 else _before_letter(text, limit)


def _before_letter(text: str, limit: int) -> int:
    """The last place at or before ``limit`` that parts no mark or joiner from its letter, within 1,000 code points."""
    from unicodedata import category  # noqa: PLC0415 - for texts without spaces only

    for place in range(limit, limit - 1000, -1):
        if category(text[place])[0] != "M" and "\u200d" not in text[place - 1 : place + 1]:
            return place
    return limit
