# SPDX-License-Identifier: GPL-3.0-or-later
"""One stretch of a text replaced by other words, by a person who said where: all around it stays for sure."""

from __future__ import annotations

from collections.abc import Callable

from reader.text.anchor import Found
from reader.text.likeness import is_inside_word
from reader.text.places import find_in_passage
from reader.text.spans import Span

_MARGIN = 200
"""Code points around the change that are looked at for the edges of the words it touches."""


class Correction:
    """``old[start:end]`` became ``words``; either may be empty. Offsets are code points."""

    def __init__(self, old_slice: Callable[[int, int], str], start: int, end: int, words: str) -> None:
        self._slice = old_slice
        self.start, self.end, self.words = start, end, words
        self.growth = len(words) - (end - start)

    def find(self, span: Span) -> Found:
        """Where a span of the old text is now. What lies apart from the words that were touched stays for sure."""
        if not self._touches(span):
            now = span if span.end <= self.start else span.shifted(self.growth)
            return Found(span=now, how="exact" if now == span else "moved")
        first, last = min(self.start, span.start), max(self.end, span.end)
        from_, to = self._word_start(first), self._word_end(last)
        old = self._slice(from_, to)
        new = old[: self.start - from_] + self.words + old[self.end - from_ :]
        found = find_in_passage(old, new, Span(span.start - from_, span.end - from_))
        return Found(span=None if found.span is None else found.span.shifted(from_), how=found.how)

    def _touches(self, span: Span) -> bool:
        """Whether the words that were changed, in whole or in part, are words of the span."""
        if span.start < self.end and self.start < span.end:
            return True
        is_before = span.end <= self.start and self._word_start(self.start) < span.end
        return is_before or (span.start >= self.end and self._word_end(self.end) > span.start)

    def _word_start(self, offset: int) -> int:
        start = max(0, offset - _MARGIN)
        around = self._slice(start, offset + 1)
        while offset > start and is_inside_word(around, offset - start):
            offset -= 1
        return offset

    def _word_end(self, offset: int) -> int:
        start = max(0, offset - 1)
        around = self._slice(start, offset + _MARGIN)
        while is_inside_word(around, offset - start):
            offset += 1
        return offset


def least_change(old: str, new: str, start: int) -> tuple[int, int, str]:
    """What is to be replaced, from where to where, and by what: without what both have at their ends.

    ``start`` is where ``old`` begins.
    """
    before = 0
    while before < min(len(old), len(new)) and old[before] == new[before]:
        before += 1
    behind = 0
    while behind < min(len(old), len(new)) - before and old[len(old) - behind - 1] == new[len(new) - behind - 1]:
        behind += 1
    return start + before, start + len(old) - behind, new[before : len(new) - behind]
