# SPDX-License-Identifier: GPL-3.0-or-later
"""Offsets of one form of a text in another: UTF-16 units, UTF-8 bytes, and any text derived by replacing pieces."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from operator import add, gt, sub

from reader.text.spans import Span

_WIDE = re.compile("[\U00010000-\U0010ffff]")
_BLOCK = 256
"""Code points between two remembered places of a ``ByteMap``."""


class Utf16Map:
    """Code points <-> UTF-16 units inside one paragraph; Qt counts the latter.

    Offsets run from 0 to the length of the text, in either unit. A lone surrogate counts as one unit.
    Cost: O(n) to build (nothing for ASCII), O(log k) to ask, k = characters beyond U+FFFF.
    Source: Unicode Standard, section 3.9, UTF-16 encoding form.
    """

    __slots__ = ("_wide", "_wide16", "length16")

    def __init__(self, text: str) -> None:
        self._wide = [] if text.isascii() else [found.start() for found in _WIDE.finditer(text)]
        self._wide16 = [index + before for before, index in enumerate(self._wide)]
        self.length16 = len(text) + len(self._wide)

    def to_utf16(self, index: int) -> int:
        """UTF-16 units before the code point ``index``."""
        return index + bisect_left(self._wide, index) if self._wide else index

    def from_utf16(self, unit: int) -> int:
        """The code point that begins at the unit; inside a surrogate pair, the character it belongs to."""
        return unit - bisect_left(self._wide16, unit) if self._wide16 else unit


class ByteMap:
    """Code points <-> UTF-8 bytes of one text; files and other programs count the latter.

    Offsets run from 0 to the length of the text, in either unit. A lone surrogate counts as three bytes.
    Cost: O(n) to build (nothing for ASCII), O(log n) to ask. Keeps the text.
    Source: Unicode Standard, section 3.9, UTF-8 encoding form.
    """

    __slots__ = ("_places", "_text", "length8")

    def __init__(self, text: str) -> None:
        self._text = text
        self._places: Sequence[int] = ()
        self.length8 = len(text)
        if not text.isascii():
            sizes = (_utf8_length(text[start : start + _BLOCK]) for start in range(0, len(text), _BLOCK))
            self._places = tuple(accumulate(sizes, initial=0))
            self.length8 = self._places[-1]

    def to_utf8(self, index: int) -> int:
        """Bytes before the code point ``index``."""
        if not self._places:
            return index
        block = min(index // _BLOCK, len(self._places) - 1)
        return self._places[block] + _utf8_length(self._text[block * _BLOCK : index])

    def from_utf8(self, byte: int) -> int:
        """The code point that begins at the byte; inside a character, that character."""
        if not self._places:
            return byte
        block = min(bisect_right(self._places, byte), len(self._places) - 1) - 1
        encoded = self._text[block * _BLOCK : (block + 1) * _BLOCK].encode("utf-8", "surrogatepass")
        behind = encoded[byte - self._places[block] + 1 :]
        characters_behind = sum(1 for value in behind if value & 0xC0 != 0x80)
        inside = byte < self.length8
        return min((block + 1) * _BLOCK, len(self._text)) - characters_behind - (1 if inside else 0)


def _utf8_length(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


class OffsetMap:
    """Offsets of a derived text <-> offsets of its source, where pieces were replaced by others.

    It is made of blocks ``source[a:b] -> derived[c:d]``; outside the blocks the two texts run in step, character by
    character. A block is atomic: any part of one of its sides answers to the whole of the other. Either side may be
    empty (something left out, something put in).
    Cost: O(k) to build, O(log k) to ask, k = blocks.
    """

    __slots__ = ("_derived_ends", "_derived_starts", "_source_ends", "_source_starts")

    def __init__(self, edits: Iterable[tuple[int, int, int]] = ()) -> None:
        """``edits`` are ``(source_start, source_end, derived_length)``, in order, not overlapping.

        Raises:
            ValueError: when they overlap or are out of order.
        """
        edits = list(edits)
        starts, ends, lengths = ([edit[part] for edit in edits] for part in range(3))
        if any(map(gt, starts, ends)) or any(map(gt, [0, *ends], starts)):
            raise ValueError("an edit ends before it starts, or before the end of the edit in front of it")
        growth = map(sub, lengths, map(sub, ends, starts))
        self._source_starts, self._source_ends = starts, ends
        self._derived_starts = list(map(add, starts, accumulate(growth, initial=0)))
        self._derived_ends = list(map(add, self._derived_starts, lengths))

    @property
    def is_identity(self) -> bool:
        return not self._source_starts

    def source_start(self, offset: int) -> int:
        """Where the character that begins at ``offset`` of the derived text begins in the source."""
        return _start_of(offset, self._derived_starts, self._derived_ends, self._source_starts, self._source_ends)

    def source_end(self, offset: int) -> int:
        """Where the character that ends at ``offset`` of the derived text ends in the source."""
        return _end_of(offset, self._derived_starts, self._derived_ends, self._source_ends)

    def derived_start(self, offset: int) -> int:
        """Where the character that begins at ``offset`` of the source begins in the derived text, or would."""
        return _start_of(offset, self._source_starts, self._source_ends, self._derived_starts, self._derived_ends)

    def derived_end(self, offset: int) -> int:
        """Where the character that ends at ``offset`` of the source ends in the derived text, or would."""
        return _end_of(offset, self._source_starts, self._source_ends, self._derived_ends)

    def source_span(self, span: Span) -> Span | None:
        """The stretch of the source that ``span`` of the derived text came from; None where it was only put in."""
        start, end = self.source_start(span.start), self.source_end(span.end)
        return Span(start, end) if start < end else None

    def derived_span(self, span: Span) -> Span | None:
        """What became of ``span`` of the source in the derived text; None where all of it was left out."""
        start, end = self.derived_start(span.start), self.derived_end(span.end)
        return Span(start, end) if start < end else None

    def inverse(self) -> OffsetMap:
        """The same map seen from the other side; shares its data. O(1)."""
        other = OffsetMap.__new__(OffsetMap)
        other._source_starts, other._source_ends = self._derived_starts, self._derived_ends
        other._derived_starts, other._derived_ends = self._source_starts, self._source_ends
        return other

    def then(self, following: OffsetMap) -> OffsetMap:
        """From this map's source to what ``following`` derives from this map's derived text.

        Blocks that overlap in the text between become one. O((j + k) log (j + k)).
        """
        if following.is_identity:
            return self
        return following if self.is_identity else OffsetMap(_composed(self.blocks(), following.blocks()))

    def blocks(self) -> list[tuple[int, int, int, int]]:
        """``(source_start, source_end, derived_start, derived_end)`` of every piece that was replaced, in order."""
        pieces = zip(self._source_starts, self._source_ends, self._derived_starts, self._derived_ends, strict=True)
        return list(pieces)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, OffsetMap) and self.blocks() == other.blocks()

    def __hash__(self) -> int:
        return hash(tuple(self.blocks()))

    def __repr__(self) -> str:
        return f"OffsetMap({[(start, end, last - first) for start, end, first, last in self.blocks()]})"


def _start_of(
    offset: int, starts: Sequence[int], ends: Sequence[int], to_starts: Sequence[int], to_ends: Sequence[int]
) -> int:
    passed = bisect_right(ends, offset)
    if passed < len(starts) and starts[passed] < offset:
        return to_starts[passed]
    return to_ends[passed - 1] + offset - ends[passed - 1] if passed else offset


def _end_of(offset: int, starts: Sequence[int], ends: Sequence[int], to_ends: Sequence[int]) -> int:
    begun = bisect_left(starts, offset)
    if not begun:
        return offset
    return to_ends[begun - 1] + max(offset - ends[begun - 1], 0)


def _composed(
    first: Sequence[tuple[int, int, int, int]], second: Sequence[tuple[int, int, int, int]]
) -> Iterable[tuple[int, int, int]]:
    """Edits of the composition. ``growth`` is what a block adds to (first) or takes from (second) the text between."""
    between = [(start, end, (after - before) - (end - start), 0) for before, after, start, end in first]
    between += [(start, end, 0, (after - before) - (end - start)) for start, end, before, after in second]
    between.sort(key=lambda block: block[:2])
    shift = 0
    at = 0
    while at < len(between):
        start, end, source_growth, derived_growth = between[at]
        at += 1
        while at < len(between) and (between[at][0] < end or between[at][:2] == (start, end)):
            end = max(end, between[at][1])
            source_growth += between[at][2]
            derived_growth += between[at][3]
            at += 1
        yield start + shift, end + shift + source_growth, end - start + derived_growth
        shift += source_growth
