# SPDX-License-Identifier: GPL-3.0-or-later
"""Bins: one number for a span, so that an ordinary index finds every span that overlaps another.

A document is cut into bins of 512 code points, these lie in bins of 4,096, these in 32,768, and so on by eights up to
one bin, number 0, for everything. A span belongs to the smallest bin that holds all of it. A span that overlaps a
stretch is thus in one of the few bins, on any level, that overlap the stretch; a long span costs a short question
nothing, for it stands high up, where few spans are.

Source: W. J. Kent et al., "The human genome browser at UCSC", Genome Research 12 (2002), 996-1006; the sizes differ.
"""

from __future__ import annotations

from reader.text.spans import Span

_SHIFTS = (9, 12, 15, 18, 21, 24, 27)
"""log2 of the bin size on each level, smallest first; the root above them has no size."""

_OFFSETS: tuple[int, ...] = tuple((8 ** (len(_SHIFTS) - level) - 1) // 7 for level in range(len(_SHIFTS)))
"""Number of the first bin on each level, smallest first: 299593, …, 9, 1."""


def bin_of(start: int, end: int) -> int:
    """Number of the smallest bin that holds the half-open span whole."""
    last = end - 1
    for shift, offset in zip(_SHIFTS, _OFFSETS, strict=True):
        if start >> shift == last >> shift:
            return offset + (start >> shift)
    return 0


def bins_over(span: Span) -> list[tuple[int, int]]:
    """First and last bin number, both included, on each level that may hold a span overlapping this one."""
    last = span.end - 1
    ranges = [
        (offset + (span.start >> shift), offset + (last >> shift))
        for shift, offset in zip(_SHIFTS, _OFFSETS, strict=True)
    ]
    return [*ranges, (0, 0)]
