# SPDX-License-Identifier: GPL-3.0-or-later
"""What the neural model found beside what the other stages found."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from reader.recognisers.base import Finding
from reader.recognisers.resolve import layer_of, resolve


def with_neural(found: Sequence[Finding], named: Sequence[Finding]) -> list[Finding]:
    """The model's findings, and those of the others that none of its own contradicts. O(n log n).

    The user chose the model, so it decides on edges and kinds where it speaks; where it is silent the others do. What
    both see alike is as sure as the surer of the two.
    """
    if not named:
        return list(found)
    places = sorted(named, key=lambda each: each.start)
    starts = [each.start for each in places]
    same = {(each.start, each.end, each.tag): each.confidence for each in found}
    sure = [
        replace(each, confidence=max(each.confidence, same.get((each.start, each.end, each.tag), 0.0)))
        for each in places
    ]
    kept = [each for each in found if not _is_contradicted(each, places, starts)]
    return resolve([*kept, *sure])


def _is_contradicted(each: Finding, places: Sequence[Finding], starts: Sequence[int]) -> bool:
    """Whether the model has something of the same layer over a part of it; what the model finds does not overlap."""
    behind = bisect_left(starts, each.end)
    own = layer_of(each)
    while behind and places[behind - 1].end > each.start:
        behind -= 1
        if layer_of(places[behind]) == own:
            return True
    return False
