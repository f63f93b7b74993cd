# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a span of an old text belongs in the new one: for sure, perhaps, or nowhere. Never for sure at a wrong place.

First as the texts are written, then as they read without marks and variants of letters. What lies in no stretch that
both share is compared between the two nearest stretches that are beyond doubt.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import accumulate
from operator import add
from typing import Final

from reader.text import arabic
from reader.text.alignment import Alignment, Stretch
from reader.text.anchor import LOST, Found
from reader.text.diff import Kept, changes_between
from reader.text.normalise import Folded, fold, folded
from reader.text.offsets import OffsetMap
from reader.text.singular import is_once
from reader.text.spans import Span

_TOKEN: Final = re.compile(f"[\\w{arabic.MARK_CLASS}]+|\\s+|[^\\w\\s]")
_LETTER: Final = re.compile(r"\w")
_WORD: Final = re.compile(f"[\\w{arabic.MARK_CLASS}]+")
_ALIKE: Final = 0.6
"""Two short words that are this much alike are one word written in two ways, where all around them is the same."""
_MOST_ALIKE: Final = 0.72
"""The same for longer words, and for passages."""
_SHORT: Final = 4
_SMALL: Final = 40
"""Code points that may be replaced beside a place without it becoming doubtful."""
_LONG: Final = 400
_LONG_TEXTS: Final = 8_000_000
_NEAR: Final = 16
_FEWEST: Final = 3
_HINT: Final = 8
_GAP: Final = 4000
"""Longer changed passages are not compared word by word."""
_COMPARED: Final = 60_000
_MOST_PLACES: Final = 200
_MOST_LIKENED: Final = 200_000
"""Windows of a changed passage times code points of a quotation; where it is more, none of them is proposed."""
_LIKENED: Final = 16
"""Windows that are compared letter by letter with a quotation."""
_SIGNS: Final = str.maketrans({**dict.fromkeys("«»“”„‟〝〞", '"'), **dict.fromkeys("‹›‘’‚‛", "'"), "\n": " "})
"""Quotation marks of all kinds are alike, and so are lines and words that end."""
_KEPT: Final = 0.6
"""Of a changed passage so much has to be the same on both sides, or its words may be another passage's."""


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
        before = _common_suffix(
            self.old[max(0, span.start - 64) : span.start], self.new[max(0, place.start - 64) : place.start]
        )
        return before + _common_prefix(self.old[span.end : span.end + 64], self.new[place.end : place.end + 64])


def find_in_passage(old: str, new: str, span: Span) -> Found:
    """Where a span of a passage is when the passage is known to have become ``new``, and what is around it to stay."""
    start, end = _Change(old, new, old, new).place(span.start, span.end) or (0, 0)
    if start < end and not _cuts_a_word(old, new, span, Span(start, end)):
        now = Span(start, end)
        is_as_it_was = now == span and old[span.start : span.end] == new[start:end]
        return Found(span=now, how="exact" if is_as_it_was else "moved")
    if old[: span.start] + old[span.end :] == "" and new.strip():
        return Found(span=_stripped(new), how="doubtful")
    guess = _most_alike(old[span.start : span.end], new)
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
        self._changes: dict[_Gap, _Change] = {}

    def place(self, span: Span) -> Span | None:
        """Where a span that touches a changed passage stands now, if that is beyond doubt."""
        gap = self._around(span)
        if gap is None or len(gap.old) > _GAP or len(gap.new) > _GAP:
            return None
        inner_start, inner_end = span.start - gap.old_start, span.end - gap.old_start
        change = self._changes.get(gap) or _Change(gap.old, gap.new, self._old, self._new)
        self._changes[gap] = change
        start, end = change.place(inner_start, inner_end) or (0, 0)
        return Span(gap.new_start + start, gap.new_start + end) if start < end else None

    def guess(self, span: Span) -> Span | None:
        """The words of the changed passage that are most like the span's."""
        gap = self._around(span)
        if gap is None or not gap.new or len(gap.new) > _GAP:
            return None
        found = _most_alike(self._old[span.start : span.end], gap.new)
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


class _Change:
    """One changed passage; offsets are within it. It begins and ends at what is beyond doubt, or at the text's ends."""

    def __init__(self, old: str, new: str, old_text: str, new_text: str) -> None:
        self.old, self.new = old, new
        self._old_text, self._new_text = old_text, new_text
        shorter = min(len(old), len(new))
        self._prefix = _common_prefix(old, new)
        self._suffix = _common_suffix(old, new)
        self._is_cut = self._prefix + self._suffix >= shorter

    def place(self, start: int, end: int) -> tuple[int, int] | None:
        """Where ``old[start:end]`` stands in ``new``, if that is beyond doubt."""
        if self.old == self.new:
            return start, end
        by_words = self._word_by_word(start, end)
        if by_words is not None:
            return by_words
        if self._is_cut:
            return self._in_cut(start, end)
        if not self._has_letters(start, end):
            return None  # a sign or a letter goes with the words beside it
        return self._beside(start, end) or self._among(start, end)

    def _word_by_word(self, start: int, end: int) -> tuple[int, int] | None:
        """Word for word: the first and the last of the span have become words that are like them.

        Around them each word has become one like it, or nearly all are as they were; no other word explains any.
        """
        if not self._is_word_by_word:
            return None
        old, new = self._tokens
        first = self._edge(old, new, start, is_end=False)
        last = self._edge(old, new, end, is_end=True)
        return None if first is None or last is None else (first, last)

    @cached_property
    def _tokens(self) -> tuple[list[str], list[str]]:
        return _TOKEN.findall(self.old), _TOKEN.findall(self.new)

    @cached_property
    def _is_word_by_word(self) -> bool:
        """Whether each word became the one in its place, and nothing else explains any of them."""
        old, new = self._tokens
        if len(old) != len(new):
            return False
        changed = [(one, other) for one, other in zip(old, new, strict=True) if one != other]
        if not all(_are_alike(one, other) for one, other in changed):
            same = len(self.old) - sum(len(one) for one, _ in changed)
            if same < _KEPT * len(self.old) or not all(_are_of_a_kind(one, other) for one, other in changed):
                return False
        gone, come = set(old), set(new)
        if any(other in gone or one in come for one, other in changed):
            return False
        return not self._comes_from_elsewhere(old, new)

    def _comes_from_elsewhere(self, old: list[str], new: list[str]) -> bool:
        """Whether a changed word stood beside its new neighbours somewhere in the old text, or still does so."""
        places = [place for place, (one, other) in enumerate(zip(old, new, strict=True)) if one != other]
        for place in places:
            around = slice(max(0, place - 2), place + 3)
            if "".join(new[around]) in self._old_text or "".join(old[around]) in self._new_text:
                return True
        return False

    @staticmethod
    def _edge(old: list[str], new: list[str], offset: int, *, is_end: bool) -> int | None:
        """Where an edge stands when each token has become another; None within a token, where that is not clear."""
        old_at = new_at = 0
        for one, other in zip(old, new, strict=True):
            inside = offset - old_at
            if inside == 0 and not is_end:
                return new_at if _are_alike(one, other) else None
            if inside == len(one) and is_end:
                return new_at + len(other) if _are_alike(one, other) else None
            if 0 < inside < len(one):
                return _within(one, other, inside, new_at, is_end=is_end)
            old_at, new_at = old_at + len(one), new_at + len(other)
        return new_at if offset == old_at else (0 if offset == 0 else None)

    def _in_cut(self, start: int, end: int) -> tuple[int, int] | None:
        """Something was only taken out, or only put in: what stands before and behind it stays.

        What could be on either side of it, because the passage reads the same there, is doubtful. So is a sign with
        nothing but signs between it and the place: it may have gone with what is gone, or have come with what came.
        """
        growth = len(self.new) - len(self.old)
        shorter = min(len(self.old), len(self.new))
        left = shorter - self._suffix  # up to here all stands before the change
        right = len(self.old) - (shorter - self._prefix)  # from here on behind it
        if end <= left:
            return (start, end) if self._has_letters(start, left) else None
        if start >= right:
            return (start + growth, end + growth) if self._has_letters(right, end) else None
        around = start < left and end > right
        is_small = abs(growth) * 2 <= end - start
        return (start, end + growth) if around and is_small and self._is_of_words(left, right, growth) else None

    def _has_letters(self, start: int, end: int) -> bool:
        return len(_LETTER.findall(self.old, start, end)) >= _FEWEST

    def _is_of_words(self, left: int, right: int, growth: int) -> bool:
        """Whether what was taken out or put in is whole words, or nothing but space within one."""
        middle = self.old[left:right] if growth < 0 else self.new[left : right + growth]
        edges = ((self.old, left), (self.old, right), (self.new, left), (self.new, right + growth))
        return not middle.strip() or not any(is_inside_word(text, offset) for text, offset in edges)

    def _beside(self, start: int, end: int) -> tuple[int, int] | None:
        """Some words were replaced by others: what stands beside them stays, if nothing else explains it."""
        before, behind = self._whole_words()
        old_middle, new_middle = self.old[before : len(self.old) - behind], self.new[before : len(self.new) - behind]
        if len(old_middle) > _SMALL or len(new_middle) > _SMALL:
            return None
        quote = self.old[start:end]
        if not is_once(quote, self.old, self.new):
            return self._over(start, end, before, behind)
        growth = len(self.new) - len(self.old)
        if end <= before and self._is_left(self._last_token(start, end, before), old_middle, new_middle):
            return start, end
        if start >= len(self.old) - behind and self._is_right(
            self._first_token(len(self.old) - behind, start, end), old_middle, new_middle
        ):
            return start + growth, end + growth
        return self._over(start, end, before, behind)

    def _among(self, start: int, end: int) -> tuple[int, int] | None:
        """Several words were replaced here and there: what reads like nothing else in a passage much the same stays."""
        for old, new, length in self._blocks:
            if old <= start and end <= old + length:
                near = self.old[max(old, start - _NEAR) : min(old + length, end + _NEAR)]
                is_own = (
                    is_once(near, self.old, self.new)
                    and length >= 2 * _HINT
                    and self._is_own(start, end, old, new, length)
                )
                return (start + new - old, end + new - old) if is_own else None
        return None

    def _is_own(self, start: int, end: int, old: int, new: int, length: int) -> bool:
        """Whether a stretch of the passage came from no other place with its new neighbours, and went to none."""
        last, new_last = old + length, new + length
        rest, before = self._last_token(start, end, last), self._first_token(old, start, end)
        if last < len(self.old) and not self._is_left(
            rest, self.old[last : last + _HINT], self.new[new_last : new_last + _HINT]
        ):
            return False
        return old == 0 or self._is_right(
            before, self.old[max(0, old - _HINT) : old], self.new[max(0, new - _HINT) : new]
        )

    @cached_property
    def _blocks(self) -> list[tuple[int, int, int]]:
        """Stretches of whole words that are the same; none when the passage is another one altogether."""
        old, new = self._tokens
        if len(old) * len(new) > _COMPARED:
            return []
        old_at, new_at = list(accumulate(map(len, old), initial=0)), list(accumulate(map(len, new), initial=0))
        matcher = SequenceMatcher(None, old, new, autojunk=False)
        blocks = [
            (old_at[found.a], new_at[found.b], old_at[found.a + found.size] - old_at[found.a])
            for found in matcher.get_matching_blocks()
        ]
        kept = sum(length for *_, length in blocks if length > _HINT)
        return blocks if kept >= _KEPT * max(len(self.old), len(self.new)) else []

    def _whole_words(self) -> tuple[int, int]:
        """Code points at the beginning and at the end that are the same, as far as these are whole words."""
        before = self._prefix
        behind = min(self._suffix, min(len(self.old), len(self.new)) - before)
        while before and (is_inside_word(self.old, before) or is_inside_word(self.new, before)):
            before -= 1
        while behind and any(is_inside_word(text, len(text) - behind) for text in (self.old, self.new)):
            behind -= 1
        return before, behind

    def _last_token(self, start: int, end: int, last: int) -> str:
        """From the last word of a span to the place where the change begins."""
        tokens = list(_TOKEN.finditer(self.old, start, end))
        return self.old[tokens[-1].start() if tokens else start : last]

    def _first_token(self, first: int, start: int, end: int) -> str:
        """From the place where the change ends to the first word of a span, all of it."""
        token = _TOKEN.match(self.old, start, end)
        return self.old[first : token.end() if token else end]

    def _is_left(self, rest: str, old_middle: str, new_middle: str) -> bool:
        """Whether what stands before the words replaced came from no other place, and went to none."""
        return (
            len(rest) <= _LONG
            and rest + new_middle[:_HINT] not in self._old_text
            and rest + old_middle[:_HINT] not in self._new_text
        )

    def _is_right(self, rest: str, old_middle: str, new_middle: str) -> bool:
        return (
            len(rest) <= _LONG
            and new_middle[-_HINT:] + rest not in self._old_text
            and old_middle[-_HINT:] + rest not in self._new_text
        )

    def _over(self, start: int, end: int, before: int, behind: int) -> tuple[int, int] | None:
        """The words replaced lie within the span, which is still much as it was."""
        if not (start < before and end > len(self.old) - behind):
            return None
        growth = len(self.new) - len(self.old)
        likeness = _likeness(self.old[start:end], self.new[start : end + growth])
        return (start, end + growth) if likeness >= _MOST_ALIKE else None


def _cores(stretches: list[Stretch]) -> Iterator[tuple[tuple[int, int], int]]:
    for stretch in stretches:
        if (core := stretch.core) is not None:
            yield core, stretch.new - stretch.old


def _within(one: str, other: str, inside: int, new_at: int, *, is_end: bool) -> int | None:
    """Where an edge inside a word is: beside the same letter, from the nearer end of the word. None if unclear."""
    if one == other:
        return new_at + inside
    if one.isdigit():
        return None
    letter = inside - 1 if is_end else inside
    if letter < _common_prefix(one, other):
        return new_at + inside
    if len(one) - letter <= _common_suffix(one, other):
        return new_at + len(other) - (len(one) - inside)
    return None


def _are_alike(one: str, other: str) -> bool:
    """Whether two tokens are one word, number or sign in two spellings."""
    if one == other or not _are_of_a_kind(one, other):
        return one == other
    if not _WORD.fullmatch(one) or (one.isdigit() and other.isdigit()):
        return True
    return _likeness(one, other) >= (_ALIKE if min(len(one), len(other)) < _SHORT else _MOST_ALIKE)


def _are_of_a_kind(one: str, other: str) -> bool:
    """Whether both are words, both spaces or both signs."""
    return one.isspace() == other.isspace() and bool(_WORD.fullmatch(one)) == bool(_WORD.fullmatch(other))


def _likeness(one: str, other: str) -> float:
    """0 for nothing in common, 1 for the same, by letters."""
    first, second = folded(one, "search"), folded(other, "search")
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def _most_alike(quote: str, passage: str) -> Span | None:
    """The words of the passage, about as many as the quotation has, that are most like it."""
    words = [match.span() for match in _WORD.finditer(passage)]
    count = max(1, len(_WORD.findall(quote)))
    windows = [
        Span(words[first][0], words[first + size - 1][1])
        for size in {count, max(1, count - 1), count + 1}
        for first in range(len(words) - size + 1)
    ]
    if not windows or len(windows) * len(quote) > _MOST_LIKENED:
        return None
    best = max(_promising(quote, passage, windows), key=lambda at: _likeness(quote, passage[at.start : at.end]))
    return best if _likeness(quote, passage[best.start : best.end]) >= _ALIKE else None


def _promising(quote: str, passage: str, windows: list[Span]) -> list[Span]:
    """The windows that share most pairs of letters with the quotation: few enough to be compared letter by letter."""
    if len(windows) <= _LIKENED:
        return windows
    pairs = _pairs(quote)
    shared = {
        at: (pairs & (there := _pairs(passage[at.start : at.end]))).total() / (pairs | there).total() for at in windows
    }
    return sorted(windows, key=shared.__getitem__, reverse=True)[:_LIKENED]


def _pairs(text: str) -> Counter[str]:
    letters = f" {folded(text, 'search')} "
    return Counter(map(add, letters, letters[1:]))


def _cuts_a_word(old: str, new: str, span: Span, now: Span) -> bool:
    """Whether an edge that was a word's is within one now: then the word may have been meant, or a part of it."""
    return any(
        is_inside_word(new, after) and not is_inside_word(old, before)
        for before, after in ((span.start, now.start), (span.end, now.end))
    )


def is_inside_word(text: str, offset: int) -> bool:
    """Whether the letters on both sides of an offset are of one word."""
    return 0 < offset < len(text) and all(_WORD.fullmatch(char) for char in text[offset - 1 : offset + 1])


def _occurrences(text: str, wanted: str) -> Iterator[int]:
    at = text.find(wanted)
    for _ in range(_MOST_PLACES):
        if at < 0:
            return
        yield at
        at = text.find(wanted, at + 1)


def _common_prefix(one: str, other: str) -> int:
    shared = 0
    for first, second in zip(one, other, strict=False):
        if first != second:
            break
        shared += 1
    return shared


def _common_suffix(one: str, other: str) -> int:
    return _common_prefix(one[::-1], other[::-1])
