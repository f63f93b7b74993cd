# SPDX-License-Identifier: GPL-3.0-or-later
"""Which directions that a file prescribes have to be kept: those the letters would not give by themselves."""

from __future__ import annotations

from collections.abc import Iterable

from reader.text.direction import Direction, dominant_direction, paragraph_direction

_SAMPLE = 20_000


def needed_direction(text: str, told: Direction | None, dominant: Direction) -> Direction | None:
    """The direction a file prescribes for a paragraph; None where the letters give the same, or it says nothing."""
    if told is None or paragraph_direction(text, dominant) is told:
        return None
    return told


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
