# SPDX-License-Identifier: GPL-3.0-or-later
"""Paragraphs of a text in chunks are those of the text in one piece."""

from __future__ import annotations

from any_text import texts
from hypothesis import given, strategies

from reader.text.chunks import ChunkedText, paragraphs_of
from reader.text.paragraphs import paragraph_at, paragraphs_touching


def chunked(text: str, size: int) -> ChunkedText:
    pieces = [text[start : start + size] for start in range(0, len(text), size)] or [""]
    lengths = [len(piece) for piece in pieces]
    return ChunkedText(pieces.__getitem__, lengths, lengths)


@given(texts, strategies.integers(1, 9), strategies.data())
def test_paragraphs_are_whole_wherever_chunks_are_cut(text: str, size: int, data: strategies.DataObject) -> None:
    start = data.draw(strategies.integers(0, len(text)))
    end = data.draw(strategies.integers(start, len(text)))
    wanted = [(a, b) for a, b in paragraphs_of(text) if a < b and a <= end and b >= start]
    assert list(paragraphs_touching(chunked(text, size), start, end)) == wanted


def test_an_empty_paragraph_is_none() -> None:
    text = ChunkedText.from_string("أول\n\nثان")
    assert paragraph_at(text, 4) is None
    assert paragraph_at(text, 2) == paragraph_at(text, 0)
