# SPDX-License-Identifier: GPL-3.0-or-later
"""Settles overlaps: of what clashes the user's own names stay, then the longest, the surest, the first."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Final

from reader.model.ids import TagId
from reader.recognisers.base import DATE, EVENT, QUANTITY, REGISTRY, ROLE, TERM, WORK, Finding

_LAYERS: Final[dict[TagId, int]] = {ROLE: 1, WORK: 2, TERM: 2, EVENT: 3, DATE: 4, QUANTITY: 4}
"""Tags of one layer exclude each other where they overlap; those left out are the names of layer 0."""
_FIGURES: Final = 4
"""Dates and quantities: part of the name they stand in."""
_NESTING: Final = frozenset((1, 2, 3))
"""Layers whose findings may hold findings of other layers inside."""


def resolve(findings: Iterable[Finding]) -> list[Finding]:
    """The findings that stay, in text order. O(n log n)."""
    ranked = sorted(findings, key=_rank)
    kept: list[Finding] = []
    layers: dict[int, _Taken] = {}
    for each in ranked:
        own = layer_of(each)
        if any(_conflict(each, own, other, taken) for other, taken in layers.items()):
            continue
        layers.setdefault(own, _Taken()).add(each)
        kept.append(each)
    return sorted(kept, key=lambda each: (each.start, -each.end))


def layer_of(each: Finding) -> int:
    return _LAYERS.get(each.tag, 0)


def _rank(each: Finding) -> tuple[bool, int, float, int]:
    return (each.source != REGISTRY, each.start - each.end, -each.confidence, each.start)


def _conflict(each: Finding, own: int, other: int, taken: _Taken) -> bool:
    """Does ``each`` clash with what was kept in layer ``other``?"""
    if own == other:
        return taken.clash(each, may_lie_inside=False, may_hold=False)
    may_lie_inside = other in _NESTING and own != _FIGURES
    may_hold = own in _NESTING and other != _FIGURES
    return taken.clash(each, may_lie_inside=may_lie_inside, may_hold=may_hold)


class _Taken:
    """Disjoint stretches in order."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def add(self, each: Finding) -> None:
        place = bisect_left(self._starts, each.start)
        self._starts.insert(place, each.start)
        self._ends.insert(place, each.end)

    def clash(self, each: Finding, *, may_lie_inside: bool, may_hold: bool) -> bool:
        """Does one overlap ``each``, other than by holding it or being held by it with room to spare where it may?"""
        for start, end in self._overlapping(each):
            inside = may_lie_inside and start <= each.start and each.end <= end
            holds = may_hold and each.start <= start and end <= each.end
            if (start, end) == (each.start, each.end) or not (inside or holds):
                return True
        return False

    def _overlapping(self, each: Finding) -> Iterator[tuple[int, int]]:
        place = bisect_left(self._ends, each.start + 1)
        while place < len(self._starts) and self._starts[place] < each.end:
            yield self._starts[place], self._ends[place]
            place += 1
