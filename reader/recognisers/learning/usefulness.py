# SPDX-License-Identifier: GPL-3.0-or-later
"""Which of the open suggestions the user's word would teach most: those that are doubtful and stand for many."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

from reader.model.suggestion import Suggestion

G = TypeVar("G", bound=Hashable)


def doubt(confidence: float) -> float:
    """How open the question is, 0…1: the entropy of the answer in bits."""
    if not 0 < confidence < 1:
        return 0.0
    return -confidence * math.log2(confidence) - (1 - confidence) * math.log2(1 - confidence)


def usefulness(suggestions: Sequence[Suggestion], group_of: Callable[[Suggestion], G]) -> list[float]:
    """For each suggestion what an answer to it is worth: its doubt times the open ones of its group and tag.

    The answer to one speaks for all of its group, as the memory carries it on. The number counts by its square root:
    the hundredth of a kind teaches less than the second. O(n).
    """
    groups = [(group_of(each), each.tag_id) for each in suggestions]
    counts = Counter(groups)
    return [doubt(each.confidence) * math.sqrt(counts[group]) for each, group in zip(suggestions, groups, strict=True)]


def most_useful_first(suggestions: Iterable[Suggestion], group_of: Callable[[Suggestion], G]) -> list[Suggestion]:
    """The suggestions ordered by usefulness; equals in text order."""
    given = list(suggestions)
    worth = usefulness(given, group_of)
    ranked = sorted(zip(worth, given, strict=True), key=lambda each: (-each[0], each[1].span, each[1].tag_id))
    return [each for _, each in ranked]
