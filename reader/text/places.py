# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a span of an old text belongs in the new one: for sure, perhaps, or nowhere. Never for sure at a wrong place.

First as the texts are written, then as they read without marks and variants of letters. What lies in no stretch that
both share is compared between the two nearest stretches that are beyond doubt.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from reader.text.alignment import Alignment, Stretch
from reader.text.anchor import LOST, Found
from reader.text.diff import Kept, changes_between
from reader.text.likeness import (
    common_prefix,
    common_suffix,
    is_inside_word,
    most_alike,
)
from reader.text.normalise import Folded, fold
from reader.text.offsets import OffsetMap
from reader.text.passage_change import Change
from reader.text.spans import Span

_LONG_TEXTS: Final = 8_000_000
"""Code points of both texts up to which they are compared in both ways; with more, folding takes most of the memory."""
_HINT: Final = 8
_GAP: Final = 4000
"""Longer changed passages are not compared word by word."""
_MOST_PLACES: Final = 200
_SIGNS: Final = str.maketrans({**dict.fromkeys("«»“”„‟〝〞", '"'), **dict.fromkeys("‹›‘’‚‛", "'"), "\n": " "})
"""Quotation marks of all kinds are alike, and so are lines and words that end."""


class Places:
    """Two versions of a text, for finding places of the old one in the new one."""

    def __init__(self, old: str, new: str, check: Callable[[], None] = lambda: None) -> None:
        """``check`` is called now and then in what takes long, and may raise an error to give up."""
        self.old = old
        self.new = new
        self._check = check
        self.written = Alignment(old, new, check)

    @cached_property
    def map(self) -> OffsetMap:
        """Offsets of the old text (source) to those of the new one, as far as stretches stayed in their order."""
        in_order, end = list[Kept](), 0
        for stretch in self.written.stretches:
            if stretch.new >= end:
                in_order.append((stretch.old, stretch.new, stretch.length))
                end = stretch.new_end
        return changes_between(in_order, len(self.old), len(self.new))

    def find(self, span: Span) -> Found:
        """What became of a span of the old text. A doubtful one has the best guess."""
        sure = self._surely(span)
        if sure is not None:
            return Found(span=sure, how="exact" if self._is_as_it_was(span, sure) else "moved")
        guess = self._guess(span)
        return LOST if guess is None else Found(span=guess, how="doubtful")

    def _surely(self, span: Span) -> Span | None:
        found = self.written.place(span) or self._gaps.place(span)
        if found is None and not self._is_long:
            found = self._read.place(span)
        return None if found is None or _cuts_a_word(self.old, self.new, span, found) else found

    @property
    def _is_long(self) -> bool:
        """Whether the texts are too long to be looked at in more than one way; more is left to the user then."""
        return len(self.old) + len(self.new) > _LONG_TEXTS

    @cached_property
    def _back(self) -> Places:
        """The same two texts the other way round."""
        back = Places(self.new, self.old, self._check)
        back.written = self.written.turned()
        if not self._is_long:
            back._read = self._read.turned()
        return back

    def _is_taken(self, place: Span) -> bool:
        """Whether a place of the new text surely is what became of some place of the old one."""
        return self._back._surely(place) is not None

    @cached_property
    def _gaps(self) -> _Gaps:
        return _Gaps(self.written)

    @cached_property
    def _read(self) -> _Read:
        self._check()
        old, new = fold(self.old, "search"), fold(self.new, "search")
        first, second = (form.text.translate(_SIGNS) for form in (old, new))
        return _Read(old, new, Alignment(first, second, self._check))

    def _is_as_it_was(self, span: Span, now: Span) -> bool:
        return span == now and self.old[span.start : span.end] == self.new[now.start : now.end]

    def _guess(self, span: Span) -> Span | None:
        """The likeliest place: between its old neighbours, or the same words where nothing else surely stands."""
        if (written := self.written.place(span)) is not None:
            return written
        nearby = self._gaps.guess(span)
        if nearby is None and not self._is_long:
            nearby = self._read.guess(span)
        return nearby if nearby is not None and not self._is_taken(nearby) else self._elsewhere(span)

    def _elsewhere(self, span: Span) -> Span | None:
        quote = self.old[span.start : span.end]
        if not quote.strip():
            return None
        free = [Span(at, at + len(quote)) for at in _occurrences(self.new, quote)]
        free = [place for place in free if not self._is_taken(place)]
        if len(free) == 1 or (free and len(quote) >= _HINT):
            return min(free, key=lambda place: -self._agreement(span, place))
        return None

    def _agreement(self, span: Span, place: Span) -> int:
        before = common_suffix(
            self.old[max(0, span.start - 64) : span.start], self.new[max(0, place.start - 64) : place.start]
        )
        return before + common_prefix(self.old[span.end : span.end + 64], self.new[place.end : place.end + 64])


def find_in_passage(old: str, new: str, span: Span) -> Found:
    """Where a span of a passage is when the passage is known to have become ``new``, and what is around it to stay."""
    start, end = Change(old, new, old, new).place(span.start, span.end) or (0, 0)
    if start < end and not _cuts_a_word(old, new, span, Span(start, end)):
        now = Span(start, end)
        is_as_it_was = now == span and old[span.start : span.end] == new[start:end]
        return Found(span=now, how="exact" if is_as_it_was else "moved")
    if old[: span.start] + old[span.end :] == "" and new.strip():
        return Found(span=_stripped(new), how="doubtful")
    guess = most_alike(old[span.start : span.end], new)
    return LOST if guess is None else Found(span=guess, how="doubtful")


def _stripped(text: str) -> Span:
    """All of the text but for spaces at its ends."""
    start = len(text) - len(text.lstrip())
    return Span(start, start + len(text.strip()))


class _Read:
    """The same question about the texts as they read: without marks, hamzas and variants of letters and signs."""

    def __init__(self, old: Folded, new: Folded, alignment: Alignment) -> None:
        """``alignment`` is of the folded texts."""
        self._old_form, self._new_form = old, new
        self._alignment = alignment
        self._gaps = _Gaps(alignment)

    def turned(self) -> _Read:
        """The same, seen from the new text."""
        return _Read(self._new_form, self._old_form, self._alignment.turned())

    def place(self, span: Span) -> Span | None:
        inner = self._old_form.map.derived_span(span)
        if inner is None or self._old_form.map.source_span(inner) != span:
            return None  # an edge between a letter and its marks cannot be told from one behind them
        found = self._alignment.place(inner) or self._gaps.place(inner)
        return None if found is None else self._new_form.map.source_span(found)

    def guess(self, span: Span) -> Span | None:
        inner = self._old_form.map.derived_span(span)
        found = None if inner is None else self._gaps.guess(inner)
        return None if found is None else self._new_form.map.source_span(found)


@dataclass(frozen=True, slots=True)
class _Gap:
    """What lies between two stretches that are beyond doubt: ``old[old_start:old_end]`` became the like of ``new``."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int
    old: str
    new: str


class _Gaps:
    """The passages of two texts between the stretches that are beyond doubt, word by word."""

    def __init__(self, alignment: Alignment) -> None:
        self._alignment = alignment
        self._old, self._new = alignment.old, alignment.new
        self._changes: dict[_Gap, Change] = {}

    def place(self, span: Span) -> Span | None:
        """Where a span that touches a changed passage stands now, if that is beyond doubt."""
        gap = self._around(span)
        if gap is None or len(gap.old) > _GAP or len(gap.new) > _GAP:
            return None
        inner_start, inner_end = span.start - gap.old_start, span.end - gap.old_start
        change = self._changes.get(gap) or Change(gap.old, gap.new, self._old, self._new)
        self._changes[gap] = change
        start, end = change.place(inner_start, inner_end) or (0, 0)
        return Span(gap.new_start + start, gap.new_start + end) if start < end else None

    def guess(self, span: Span) -> Span | None:
        """The words of the changed passage that are most like the span's."""
        gap = self._around(span)
        if gap is None or not gap.new or len(gap.new) > _GAP:
            return None
        found = most_alike(self._old[span.start : span.end], gap.new)
        return None if found is None else found.shifted(gap.new_start)

    def _around(self, span: Span) -> _Gap | None:
        """The changed passage that holds all of the span which is not beyond doubt; None when pieces moved there."""
        cores = self._cores
        index = bisect_right(self._core_ends, span.start)
        before = cores[index - 1] if index else (0, 0, 0, 0)
        if index < len(cores) and cores[index][0] <= span.start < cores[index][1]:
            before, index = cores[index], index + 1
        while index < len(cores) and cores[index][1] < span.end:
            index += 1  # what lies within the span, however sure, is compared with the rest
        behind = (
            cores[index] if index < len(cores) else (len(self._old), len(self._old), len(self._new), len(self._new))
        )
        old_start, new_start = min(before[1], span.start), 0
        new_start = before[3] - (before[1] - old_start)
        old_end = max(behind[0], span.end)
        new_end = behind[2] + (old_end - behind[0])
        if new_start > new_end or old_start < before[0] or old_end > behind[1] or self._is_crossed(before, behind):
            return None
        return self._to_words(old_start, old_end, new_start, new_end, before, behind)

    def _to_words(  # noqa: PLR0917 - four edges and what bounds them
        self, old_start: int, old_end: int, new_start: int, new_end: int,
        before: tuple[int, int, int, int], behind: tuple[int, int, int, int],
    ) -> _Gap:  # fmt: skip
        """The passage made longer at both sides to whole words, as far as all of that is beyond doubt."""
        while old_start > before[0] and is_inside_word(self._old, old_start):
            old_start, new_start = old_start - 1, new_start - 1
        while old_end < behind[1] and is_inside_word(self._old, old_end):
            old_end, new_end = old_end + 1, new_end + 1
        return _Gap(old_start, old_end, new_start, new_end, self._old[old_start:old_end], self._new[new_start:new_end])

    def _is_crossed(self, before: tuple[int, int, int, int], behind: tuple[int, int, int, int]) -> bool:
        """Whether something sure stands between them in the new text that does not in the old one."""
        index = bisect_right(self._new_cores, (before[3], -1, -1, -1))
        for start, _, old_start, _old_end in self._new_cores[index:]:
            if start >= behind[2]:
                return False
            if not before[1] <= old_start < behind[0]:
                return True
        return False

    @cached_property
    def _cores(self) -> list[tuple[int, int, int, int]]:
        """Start and end, in the old text and in the new one, of what is beyond doubt in each stretch."""
        return [(*core, core[0] + by, core[1] + by) for core, by in _cores(self._alignment.stretches)]

    @cached_property
    def _core_ends(self) -> list[int]:
        return [core[1] for core in self._cores]

    @cached_property
    def _new_cores(self) -> list[tuple[int, int, int, int]]:
        return sorted((new, new_end, old, old_end) for old, old_end, new, new_end in self._cores)


def _cores(stretches: list[Stretch]) -> Iterator[tuple[tuple[int, int], int]]:
    for stretch in stretches:
        if (core := stretch.core) is not None:
            yield core, stretch.new - stretch.old


def _cuts_a_word(old: str, new: str, span: Span, now: Span) -> bool:
    """Whether an edge that was a word's is within one now: then the word may have been meant, or a part of it."""
    return any(
        is_inside_word(new, after) and not is_inside_word(old, before)
        for before, after in ((span.start, now.start), (span.end, now.end))
    )


def _occurrences(text: str, wanted: str) -> Iterator[int]:
    at = text.find(wanted)
    for _ in range(_MOST_PLACES):
        if at < 0:
            return
        yield at
        at = text.find(wanted, at + 1)
