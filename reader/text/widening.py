# SPDX-License-Identifier: GPL-3.0-or-later
"""Where an edge of a span can go next: by whole words, by the particles of a word, or by letters."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from enum import Enum
from functools import lru_cache

from reader.text import arabic
from reader.text.clitics import splits
from reader.text.segment import words
from reader.text.spans import Span

_LONGEST_PARTED = 64
"""Letters of a word that is looked at for particles: no written word has more."""
_STAYS_WITH_LETTER = arabic.MARKS | arabic.JOINERS | {arabic.TATWEEL}


class Edge(Enum):
    START = "start"
    END = "end"


class Step(Enum):
    """How far an edge goes at once: to the next word, to the next particle of a word, to the next letter."""

    WORD = "word"
    PARTICLE = "particle"
    LETTER = "letter"


def moved(text: str, span: Span, edge: Edge, step: Step, *, forwards: bool) -> Span | None:
    """The span with one edge a step further in reading order; None where it cannot go there.

    The span never becomes empty. By words and particles an edge stops where words begin (START) or end (END), so that
    it takes no space or punctuation with it; by letters it stops before every letter with the marks on it.
    """
    stops = _STOPS[step](text, edge)
    here = span.start if edge is Edge.START else span.end
    at = bisect_right(stops, here) if forwards else bisect_left(stops, here) - 1
    if not 0 <= at < len(stops):
        return None
    start, end = (stops[at], span.end) if edge is Edge.START else (span.start, stops[at])
    return Span(start, end) if start < end else None


@lru_cache(maxsize=8)
def _word_stops(text: str, edge: Edge) -> list[int]:
    return [word.start if edge is Edge.START else word.end for word in words(text)]


@lru_cache(maxsize=8)
def _particle_stops(text: str, edge: Edge) -> list[int]:
    stops = set(_word_stops(text, edge))
    for word in words(text):
        if len(word) <= _LONGEST_PARTED:
            stems = [split.stem_span.shifted(word.start) for split in splits(text[word.start : word.end])]
            stops.update(stem.start if edge is Edge.START else stem.end for stem in stems)
    return sorted(stops)


@lru_cache(maxsize=8)
def _letter_stops(text: str, _edge: Edge) -> list[int]:
    # A mark or tatweel at the very beginning stays with no letter.
    return [at for at, char in enumerate(text) if at == 0 or char not in _STAYS_WITH_LETTER] + [len(text)]


_STOPS = {Step.WORD: _word_stops, Step.PARTICLE: _particle_stops, Step.LETTER: _letter_stops}
