# SPDX-License-Identifier: GPL-3.0-or-later
"""Long paragraphs cut into windows that a model can take: at the end of a sentence, else with an overlap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Window:
    """Words ``first`` to ``after`` are shown to the model, its word on ``own_first`` to ``own_after`` counts.

    Indices of words in the paragraph, half-open. What the windows of a paragraph own covers it without overlap.
    """

    first: int
    after: int
    own_first: int
    own_after: int


def windows(sizes: Sequence[int], ends_sentence: Sequence[bool], room: int) -> list[Window]:
    """Windows over all words; ``sizes`` are the words' pieces, ``room`` the pieces a window holds. O(n).

    A word larger than the room has a window of its own. A quarter of two windows is shared where no sentence ends in
    the second half of the first one; each owns half of that.
    """
    found: list[Window] = []
    first = own_first = 0
    while first < len(sizes):
        after = _filled(sizes, first, room)
        if after == len(sizes):
            found.append(Window(first, after, own_first, after))
            break
        stop = _last_sentence_end(ends_sentence, first + (after - first) // 2, after)
        if stop:
            found.append(Window(first, stop, own_first, stop))
            first = own_first = stop
            continue
        back = max(_reached_back(sizes, after, room // 4), first + 1)
        middle = (back + after + 1) // 2
        found.append(Window(first, after, own_first, middle))
        first, own_first = back, middle
    return found


def _filled(sizes: Sequence[int], first: int, room: int) -> int:
    """Where the window that begins at ``first`` is full; it holds one word at least."""
    after, used = first, 0
    while after < len(sizes) and (used + sizes[after] <= room or after == first):
        used += sizes[after]
        after += 1
    return after


def _last_sentence_end(ends_sentence: Sequence[bool], first: int, after: int) -> int:
    """Behind the last word from ``first`` on that ends a sentence, or 0."""
    return next((index + 1 for index in range(after - 1, first - 1, -1) if ends_sentence[index]), 0)


def _reached_back(sizes: Sequence[int], after: int, pieces: int) -> int:
    """The first word of those before ``after`` that have so many pieces together."""
    first = after
    while first > 0 and sizes[first - 1] <= pieces:
        first -= 1
        pieces -= sizes[first]
    return first
