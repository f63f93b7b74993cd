# SPDX-License-Identifier: GPL-3.0-or-later
"""Bins: whatever overlaps is found, and what is found lies near."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.store.bins import bin_of, bins_over
from reader.text.spans import Span

starts = st.one_of(st.integers(0, 5000), st.integers(0, 1 << 31), st.integers(0, 1 << 22).map(lambda n: n * 512))
lengths = st.one_of(st.integers(1, 600), st.integers(1, 1 << 31))
spans = st.builds(lambda start, length: Span(start, start + length), starts, lengths)


def is_asked(number: int, asked: Span) -> bool:
    return any(lowest <= number <= highest for lowest, highest in bins_over(asked))


@given(spans, st.integers(-600, 600), lengths)
def test_span_that_overlaps_is_in_a_bin_that_is_asked(span, shift, length):
    start = max(0, span.start + shift)
    other = Span(start, start + length)

    assert not span.overlaps(other) or is_asked(bin_of(span.start, span.end), other)


@given(spans)
def test_span_lies_in_its_own_bins(span):
    assert is_asked(bin_of(span.start, span.end), span)


def test_word_far_away_is_in_no_bin_that_is_asked():
    assert not is_asked(bin_of(1_000_003, 1_000_009), Span(0, 4000))


def test_number_of_bins_of_a_screenful_is_small():
    assert sum(highest - lowest + 1 for lowest, highest in bins_over(Span(3_000_000, 3_004_000))) < 20


def test_smallest_bins_begin_where_the_levels_above_end():
    assert (bin_of(0, 1), bin_of(511, 512), bin_of(512, 513), bin_of(511, 513)) == (299593, 299593, 299594, 37449)
    assert bin_of(0, (1 << 27) + 1) == 0
