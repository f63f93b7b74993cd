# SPDX-License-Identifier: GPL-3.0-or-later
"""Which directions that a file prescribes have to be kept: those the letters would not give by themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from unicodedata import bidirectional

from reader.text.direction import Direction, dominant_direction, paragraph_direction

_SAMPLE = 20_000
_PARAGRAPH_SAMPLE = 4096
_LEAST_SHARE = 3
"""One letter in so many has to run the way that is prescribed."""


def needed_direction(text: str, told: Direction | None, dominant: Direction) -> Direction | None:
    """The direction a file prescribes for a paragraph; None where it says nothing, or what the letters say anyway.

    It is not followed against nearly all letters: files whose every paragraph is “left to right” because nobody changed
    that are common, and so are English references in a document that is “right to left” throughout.
    """
    if told is None or paragraph_direction(text, dominant) is told:
        return None
    classes = Counter(map(bidirectional, text[:_PARAGRAPH_SAMPLE]))
    leftward, rightward = classes["R"] + classes["AL"], classes["L"]
    with_it = leftward if told is Direction.RIGHT_TO_LEFT else rightward
    return told if with_it * _LEAST_SHARE >= leftward + rightward else None


def dominant_of(paragraphs: Iterable[str]) -> Direction:
    """The direction of most letters at the beginning of a text of these paragraphs."""
    sample: list[str] = []
    size = 0
    for text in paragraphs:
        sample.append(text)
        size += len(text)
        if size > _SAMPLE:
            break
    return dominant_direction("\n".join(sample))
