# SPDX-License-Identifier: GPL-3.0-or-later
"""The paragraphs of a text that is read in chunks, whole even where a chunk ends within one."""

from __future__ import annotations

from collections.abc import Iterator

from reader.text.chunks import ChunkedText
from reader.text.spans import Span


def paragraphs_touching(text: ChunkedText, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Each paragraph that shares a place with ``start`` to ``end`` (both included), without its line feed, in order.

    The text is counted. Empty paragraphs are left out. Cost: the chunks that hold the paragraphs are read.
    """
    for first, last in _whole(text, start, end):
        if first <= end and last >= start and first < last:
            yield first, last


def paragraph_at(text: ChunkedText, offset: int) -> Span | None:
    """The paragraph that holds the offset or ends at it; None in an empty one."""
    return next((Span(start, end) for start, end in paragraphs_touching(text, offset, offset)), None)


def _whole(text: ChunkedText, start: int, end: int) -> Iterator[tuple[int, int]]:
    index = text.chunk_at(start)
    while index and not text.chunk(index - 1).text.endswith("\n"):
        index -= 1
    pending: int | None = None
    while index < len(text):
        base = text.start_of(index) or 0
        if base > end and pending is None:
            return
        chunk = text.chunk(index)
        is_cut = not chunk.text.endswith("\n") and index + 1 < len(text)
        for number, (left, right) in enumerate(chunk.paragraphs):
            begins = base + left if pending is None else pending
            pending = None
            if is_cut and number == len(chunk.paragraphs) - 1:
                pending = begins
            else:
                yield begins, base + right
        index += 1
