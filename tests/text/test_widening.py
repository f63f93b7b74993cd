# SPDX-License-Identifier: GPL-3.0-or-later
"""Edges of a span go by words, particles and letters, in every kind of text."""

from __future__ import annotations

import pytest
from any_text import texts_with_span
from builders import TEXTS, span_of
from hypothesis import given
from hypothesis import strategies as st

from reader.text.spans import Span
from reader.text.widening import Edge, Step, moved


def text_of(text: str, span: Span | None) -> str | None:
    return None if span is None else text[span.start : span.end]


@pytest.mark.parametrize(
    ("text", "phrase", "edge", "forwards", "expected"),
    [
        (TEXTS["plain"], "الوزير", Edge.END, True, "الوزير مدينة"),
        (TEXTS["plain"], "مدينة باكو", Edge.START, True, "باكو"),
        (TEXTS["plain"], "مدينة باكو", Edge.START, False, "الوزير مدينة باكو"),
        (TEXTS["plain"], "مدينة باكو", Edge.END, False, "مدينة"),
        (TEXTS["vocalised"], "الطَّالِبُ", Edge.END, True, "الطَّالِبُ رِسَالَةً"),
        (TEXTS["mixed"], "مؤتمر", Edge.END, True, "مؤتمر WTDC-25"),
        (TEXTS["mixed"], "Baku", Edge.START, False, "باكو (Baku"),
        (TEXTS["astral"], "باكو", Edge.END, True, "باكو 𞸁𞸂"),
    ],
)
def test_an_edge_goes_by_whole_words(text, phrase, edge, forwards, expected):
    assert text_of(text, moved(text, span_of(text, phrase), edge, Step.WORD, forwards=forwards)) == expected


@pytest.mark.parametrize(
    ("word", "phrase", "edge", "forwards", "expected"),
    [
        ("والاتحاد", "والاتحاد", Edge.START, True, "الاتحاد"),
        ("والاتحاد", "الاتحاد", Edge.START, True, "اتحاد"),
        ("والاتحاد", "الاتحاد", Edge.START, False, "والاتحاد"),
        ("كتابهم", "كتابهم", Edge.END, False, "كتاب"),
        ("وَبِالمَدِينَةِ", "وَبِالمَدِينَةِ", Edge.START, True, "بِالمَدِينَةِ"),
    ],
)
def test_an_edge_goes_by_particles(word, phrase, edge, forwards, expected):
    text = f"قيل {word} هنا"
    assert text_of(text, moved(text, span_of(text, phrase), edge, Step.PARTICLE, forwards=forwards)) == expected


def test_a_letter_takes_its_marks_along():
    text = "كَتَبَ"
    assert text_of(text, moved(text, Span(0, 6), Edge.END, Step.LETTER, forwards=False)) == "كَتَ"


@pytest.mark.parametrize("edge", list(Edge))
@pytest.mark.parametrize("forwards", [True, False])
def test_at_the_end_of_the_text_there_is_nowhere_to_go(edge, forwards):
    assert moved("كلمة", Span(0, 4), edge, Step.WORD, forwards=forwards) is None


@given(texts_with_span(), st.sampled_from(Edge), st.sampled_from(Step), st.booleans())
def test_one_edge_moves_the_right_way_and_something_is_left(text_and_span, edge, step, forwards):
    text, start, end = text_and_span
    span = Span(start, end)
    found = moved(text, span, edge, step, forwards=forwards)
    if found is not None:
        assert 0 <= found.start < found.end <= len(text)
        here, there = (span.start, found.start) if edge is Edge.START else (span.end, found.end)
        assert (there > here) == forwards
        assert (found.end == span.end) if edge is Edge.START else (found.start == span.start)


@given(texts_with_span(), st.sampled_from(Edge))
def test_letter_by_letter_an_edge_comes_to_the_end_of_the_text(text_and_span, edge):
    text, start, end = text_and_span
    span: Span | None = Span(start, end)
    last = span
    while span is not None:
        last, span = span, moved(text, span, edge, Step.LETTER, forwards=edge is Edge.END)
    assert last is not None
    assert (last.end == len(text)) if edge is Edge.END else not any(map(str.isalnum, text[: last.start]))


def test_a_text_that_begins_with_a_stroke_is_reached_to_its_beginning():
    assert moved("ـ0", Span(1, 2), Edge.START, Step.LETTER, forwards=False) == Span(0, 2)
