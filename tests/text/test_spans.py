# SPDX-License-Identifier: GPL-3.0-or-later
"""Spans are half-open, never empty, and compare as stretches do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import InvalidSpan
from reader.text.spans import Span

spans = st.tuples(st.integers(0, 30), st.integers(1, 10)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


def places(span):
    return set(range(span.start, span.end))


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 3), (5, 2), (-1, 2)])
def test_an_empty_or_negative_span_is_refused(start, end):
    with pytest.raises(InvalidSpan):
        Span(start, end)


@given(spans, spans)
def test_spans_relate_as_their_places_do(one, other):
    assert one.overlaps(other) == bool(places(one) & places(other))
    assert one.covers(other) == (places(one) >= places(other))
    assert one.contains(other.start) == (other.start in places(one))
    assert len(one) == len(places(one))


@given(spans, spans)
def test_the_intersection_is_what_both_share(one, other):
    shared = one.intersection(other)

    assert (places(shared) if shared else set()) == places(one) & places(other)


@given(spans, spans)
def test_the_union_is_the_shortest_span_over_both(one, other):
    both = one.union(other)

    assert both.covers(one)
    assert both.covers(other)
    assert {both.start, both.end} == {min(one.start, other.start), max(one.end, other.end)}


@given(spans, st.integers(0, 9))
def test_a_shifted_span_keeps_its_length(span, by):
    assert span.shifted(by) == Span(span.start + by, span.end + by)
    assert span.shifted(by).shifted(-by) == span


def test_spans_sort_by_start_then_end():
    assert sorted([Span(2, 3), Span(0, 5), Span(0, 2)]) == [Span(0, 2), Span(0, 5), Span(2, 3)]
