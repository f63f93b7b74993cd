# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands where in a changed text, and which of it is beyond doubt.

Two texts share stretches. One belongs together for sure only as far as it is told from everything else on both of its
sides: from its beginning to a place, and from that place to its end, it has to read like nothing else in either text.
Without the first the true beginning of the stretch could lie behind the place, without the second its true end before
it: a sentence that was cut out between two that begin alike leaves the same text whichever of them it was.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Final, NamedTuple

from reader.text.diff import Kept, kept
from reader.text.singular import TELLING, Singular
from reader.text.spans import Span

_SHORTEST_MOVED: Final = 24
_CLAUSE: Final = re.compile("[^.،؛؟!?…:\n]*[.،؛؟!?…:\n]+\\s*|[^.،؛؟!?…:\n]+")


class Stretch(NamedTuple):
    """``length`` code points that are the same at ``old`` of the one text and at ``new`` of the other.

    Its beginning up to ``first_end`` and its end from ``last_start`` on, counted in the old text, read like nothing
    else in either text; what is between the two is beyond doubt.
    """

    old: int
    new: int
    length: int
    first_end: int
    last_start: int

    @property
    def old_end(self) -> int:
        return self.old + self.length

    @property
    def new_end(self) -> int:
        return self.new + self.length

    @property
    def is_sure(self) -> bool:
        """Whether any place in it is beyond doubt."""
        return self.core is not None

    @property
    def core(self) -> tuple[int, int] | None:
        """The part, in the old text, of which every place is beyond doubt; None where there is none."""
        start, end = max(self.first_end - 1, self.old), min(self.last_start + 1, self.old_end)
        return (start, end) if start < end else None

    @property
    def turned(self) -> Stretch:
        """The same, seen from the new text."""
        by = self.new - self.old
        return Stretch(self.new, self.old, self.length, self.first_end + by, self.last_start + by)

    def is_beyond_doubt(self, span: Span) -> bool:
        core = self.core
        return core is not None and core[0] <= span.start and span.end <= core[1]


class Alignment:
    """Two versions of a text, side by side. The comparison is made when first needed.

    ``check`` is called now and then while it is made, and may raise an error to give it up.
    Cost: O(n log n) of the texts where the changes are few; two million code points take a second.
    """

    def __init__(self, old: str, new: str, check: Callable[[], None] = lambda: None) -> None:
        self.old = old
        self.new = new
        self._check = check

    @cached_property
    def stretches(self) -> list[Stretch]:
        """The stretches the texts share of which some place is beyond doubt, in the order of the old text.

        None overlaps another on either side.
        """
        if self.old == self.new:
            return [Stretch(0, 0, len(self.old), 0, len(self.old))]
        self._check()
        in_order = self._judged(self.same)
        places = [(stretch.old, stretch.new, stretch.length) for stretch in in_order]
        moved = self._moved(places)
        return self._judged(_joined([*places, *moved])) if moved else in_order

    @cached_property
    def same(self) -> list[Kept]:
        """The stretches both texts have in one order, whether for sure or by chance: what a person would call kept."""
        return _joined(kept(self.old, self.new, self._check))

    def turned(self) -> Alignment:
        """The same comparison, seen from the new text."""
        turned = Alignment(self.new, self.old, self._check)
        turned.stretches = sorted(stretch.turned for stretch in self.stretches)
        return turned

    def place(self, span: Span) -> Span | None:
        """Where the span stands now, if that is beyond doubt."""
        stretch = self.stretch_at(span.start)
        if stretch is None or not stretch.is_beyond_doubt(span):
            return None
        return span.shifted(stretch.new - stretch.old)

    def stretch_at(self, offset: int) -> Stretch | None:
        """The stretch that holds the code point at an offset of the old text."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset >= self.stretches[index].old_end:
            return None
        return self.stretches[index]

    @cached_property
    def _starts(self) -> list[int]:
        return [stretch.old for stretch in self.stretches]

    def _moved(self, found: Sequence[Kept]) -> list[Kept]:
        """Clauses that went elsewhere: each is the only one like it, before and now, and was not found in its order."""
        old_gaps = _gaps([(old, length) for old, _, length in found], len(self.old))
        new_gaps = _gaps(sorted((new, length) for _, new, length in found), len(self.new))
        places = {}
        for start, end in new_gaps:
            for clause in _CLAUSE.finditer(self.new, start, end):
                places[clause[0].strip()] = clause.start() + len(clause[0]) - len(clause[0].lstrip())
        moved = list[Kept]()
        free_old, free_new = _Free(old_gaps), _Free(new_gaps)
        clauses = list(self._clauses(old_gaps, places))
        single = Singular(self.old, self.new, (text[:TELLING] for _, text in clauses), self._check)
        for at, text in clauses:
            if single.is_single(text):
                moved += self._widened(at, places[text], len(text), free_old, free_new)
        return moved

    def _clauses(self, gaps: Sequence[tuple[int, int]], places: Collection[str]) -> Iterator[tuple[int, str]]:
        """The clauses of the old text between what was found that are long enough, and are in ``places``."""
        for start, end in gaps:
            for clause in _CLAUSE.finditer(self.old, start, end):
                text = clause[0].strip()
                if len(text) >= _SHORTEST_MOVED and text in places:
                    yield clause.start() + len(clause[0]) - len(clause[0].lstrip()), text

    def _widened(self, old: int, new: int, length: int, free_old: _Free, free_new: _Free) -> list[Kept]:
        """The clause with what is the same around it, as far as that belongs to nothing else."""
        old_from, old_to = free_old.around(old, old + length)
        new_from, new_to = free_new.around(new, new + length)
        if old_from is None or new_from is None:
            return []
        before = 0
        while (
            old - before > old_from
            and new - before > new_from
            and self.old[old - before - 1] == self.new[new - before - 1]
        ):
            before += 1
        end, new_end = old + length, new + length
        while end < old_to and new_end < new_to and self.old[end] == self.new[new_end]:
            end, new_end = end + 1, new_end + 1
        free_old.take(old - before, end)
        free_new.take(new - before, new_end)
        return [(old - before, new - before, end - old + before)]

    def _judged(self, found: Sequence[Kept]) -> list[Stretch]:
        """Those of the stretches of which some place is beyond doubt."""
        ranges = [(old, old + length) for old, _, length in found]
        pieces = (self.old[at : at + TELLING] for start, end in ranges for at in (start, max(start, end - TELLING)))
        singular = Singular(self.old, self.new, pieces, self._check)
        firsts, lasts = singular.least(ranges, at_end=False), singular.least(ranges, at_end=True)
        beyond = len(self.old) + 1
        judged = (
            Stretch(
                old,
                new,
                length,
                beyond if first is None else old + first,
                -1 if last is None else old + length - last,
            )
            for (old, new, length), first, last in zip(found, firsts, lasts, strict=True)
        )
        return [stretch for stretch in judged if stretch.is_sure]


class _Free:
    """Stretches of a text that belong to nothing yet."""

    def __init__(self, gaps: Sequence[tuple[int, int]]) -> None:
        self._gaps = list(gaps)

    def around(self, start: int, end: int) -> tuple[int | None, int]:
        """The free stretch that holds a place; ``(None, 0)`` where a part of it is taken."""
        index = bisect_right(self._gaps, (start, len(self._gaps) << 40)) - 1
        if index < 0 or end > self._gaps[index][1] or start < self._gaps[index][0]:
            return None, 0
        return self._gaps[index]

    def take(self, start: int, end: int) -> None:
        index = bisect_right(self._gaps, (start, len(self._gaps) << 40)) - 1
        first, last = self._gaps[index]
        self._gaps[index : index + 1] = [gap for gap in ((first, start), (end, last)) if gap[0] < gap[1]]


def _gaps(taken: Iterable[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    gaps, at = list[tuple[int, int]](), 0
    for start, size in taken:
        if start > at:
            gaps.append((at, start))
        at = max(at, start + size)
    return [*gaps, (at, length)] if at < length else gaps


def _joined(found: Iterable[Kept]) -> list[Kept]:
    """In the order of the old text, those that touch on both sides as one."""
    joined = list[Kept]()
    for old, new, length in sorted(found):
        if joined and joined[-1][0] + joined[-1][2] == old and joined[-1][1] + joined[-1][2] == new:
            joined[-1] = (joined[-1][0], joined[-1][1], joined[-1][2] + length)
        elif length:
            joined.append((old, new, length))
    return joined
