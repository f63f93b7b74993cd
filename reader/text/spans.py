# SPDX-License-Identifier: GPL-3.0-or-later
"""Spans: half-open stretches of a document's text, counted in code points."""

from __future__ import annotations

from dataclasses import dataclass

from reader.errors import InvalidSpan


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a document's text, ``text[start:end]``, in code points; never empty.

    Raises:
        InvalidSpan: unless ``0 <= start < end``.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise InvalidSpan(self.start, self.end)

    def __len__(self) -> int:
        return self.end - self.start

    def contains(self, offset: int) -> bool:
        return self.start <= offset < self.end

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def intersection(self, other: Span) -> Span | None:
        """The stretch common to both, or None where they only touch or lie apart."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Span(start, end) if start < end else None

    def union(self, other: Span) -> Span:
        """The shortest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))

    def shifted(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)
