# SPDX-License-Identifier: GPL-3.0-or-later
"""What a changed text kept of the old one: by paragraphs, in the changed ones by clauses, in those by words.

At each level, pieces that occur once on both sides are lined up first, so that a long text with small changes costs
O(n log n); the few pieces between two of them are compared one with another.
Source: Bram Cohen's patience diff for the first step; Python's ``difflib`` for the second.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher

from reader.text import arabic
from reader.text.offsets import OffsetMap

_LEVELS = (
    re.compile("[^\n]*\n|[^\n]+"),
    re.compile("[^.،؛؟!?…:\n]*[.،؛؟!?…:\n]+\\s*|[^.،؛؟!?…:\n]+"),
    re.compile(f"[\\w{arabic.MARK_CLASS}]+|\\s+|[^\\w\\s]"),
)
_COMPARED = 40_000
"""Pieces on one side times pieces on the other that are still compared one with another."""

_CHECKED = 1000
"""Stretches that are found between two looks at whether to go on."""

Kept = tuple[int, int, int]
"""``(old_start, new_start, length)`` of a stretch that is the same in both texts."""


def changes(old: str, new: str) -> OffsetMap:
    """The map from offsets of ``old`` (source) to those of ``new`` (derived); its blocks are what was changed."""
    return changes_between(kept(old, new), len(old), len(new))


def changes_between(stretches: Sequence[Kept], old_length: int, new_length: int) -> OffsetMap:
    """The same map, from what ``kept`` found."""
    edits = []
    old_at = new_at = 0
    for old_start, new_start, length in [*stretches, (old_length, new_length, 0)]:
        if old_start > old_at or new_start > new_at:
            edits.append((old_at, old_start, new_start - new_at))
        old_at, new_at = old_start + length, new_start + length
    return OffsetMap(edits)


def kept(old: str, new: str, check: Callable[[], None] = lambda: None) -> list[Kept]:
    """The stretches that are the same in both texts, in the order both have them, none empty.

    ``check`` is called now and then, and may raise an error to give up.
    """
    found = list[Kept]()
    for number, stretch in enumerate(_kept(old, new, 0, 0, 0)):
        if number % _CHECKED == 0:
            check()
        found.append(stretch)
    return found


def _kept(old: str, new: str, old_at: int, new_at: int, level: int) -> Iterator[Kept]:
    before = _common_prefix(old, new)
    if before:
        yield old_at, new_at, before
    behind = _common_suffix(old, new, min(len(old), len(new)) - before)
    old_middle, new_middle = old[before : len(old) - behind], new[before : len(new) - behind]
    if old_middle and new_middle and level < len(_LEVELS):
        yield from _kept_in_pieces(old_middle, new_middle, old_at + before, new_at + before, level)
    if behind:
        yield old_at + len(old) - behind, new_at + len(new) - behind, behind


def _kept_in_pieces(old: str, new: str, old_at: int, new_at: int, level: int) -> Iterator[Kept]:
    old_pieces, new_pieces = _LEVELS[level].findall(old), _LEVELS[level].findall(new)
    old_done = new_done = 0
    for old_index, new_index, count in [*_aligned(old_pieces, new_pieces), (len(old_pieces), len(new_pieces), 0)]:
        old_gap, new_gap = "".join(old_pieces[old_done:old_index]), "".join(new_pieces[new_done:new_index])
        if old_gap and new_gap:
            yield from _kept(old_gap, new_gap, old_at, new_at, level + 1)
        old_at, new_at = old_at + len(old_gap), new_at + len(new_gap)
        length = sum(map(len, old_pieces[old_index : old_index + count]))
        if length:
            yield old_at, new_at, length
        old_at, new_at = old_at + length, new_at + length
        old_done, new_done = old_index + count, new_index + count


def _aligned(old: Sequence[str], new: Sequence[str]) -> Iterator[Kept]:
    """Runs of equal pieces, as indices and a count, in the order both have them."""
    if len(old) * len(new) <= _COMPARED:
        matcher = SequenceMatcher(None, old, new, autojunk=False)
        yield from ((block.a, block.b, block.size) for block in matcher.get_matching_blocks() if block.size)
        return
    anchors = _unique_in_order(old, new)
    if not anchors:
        return
    old_done = new_done = 0
    for old_index, new_index in [*anchors, (len(old), len(new))]:
        for old_start, new_start, count in _aligned(old[old_done:old_index], new[new_done:new_index]):
            yield old_done + old_start, new_done + new_start, count
        if old_index < len(old):
            yield old_index, new_index, 1
        old_done, new_done = old_index + 1, new_index + 1


def _unique_in_order(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Indices of the pieces that occur once on either side: the longest selection whose order both sides share."""
    old_counts, new_counts = Counter(old), Counter(new)
    places = {piece: index for index, piece in enumerate(new) if new_counts[piece] == 1}
    pairs = [(index, places[piece]) for index, piece in enumerate(old) if old_counts[piece] == 1 and piece in places]
    return _longest_rising(pairs)


def _longest_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest selection of the pairs, sorted by the first member, whose second members rise. O(n log n)."""
    ends: list[int] = []
    last_of: list[int] = []
    previous: list[int] = []
    for index, (_, second) in enumerate(pairs):
        length = bisect_left(ends, second)
        if length == len(ends):
            ends.append(second)
            last_of.append(index)
        else:
            ends[length] = second
            last_of[length] = index
        previous.append(last_of[length - 1] if length else -1)
    chosen = []
    index = last_of[-1] if last_of else -1
    while index >= 0:
        chosen.append(pairs[index])
        index = previous[index]
    return chosen[::-1]


def _common_prefix(old: str, new: str) -> int:
    """Length of the beginning both texts share. O(n), by comparing slices."""
    low, high = 0, min(len(old), len(new))
    while low < high:
        middle = (low + high + 1) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _common_suffix(old: str, new: str, longest: int) -> int:
    """Length of the ending both texts share, at most ``longest``. O(n), by comparing slices."""
    low, high = 0, longest
    while low < high:
        middle = (low + high + 1) // 2
        if old[len(old) - middle : len(old) - low] == new[len(new) - middle : len(new) - low]:
            low = middle
        else:
            high = middle - 1
    return low
