# SPDX-License-Identifier: GPL-3.0-or-later
"""One passage that was changed between two that stayed: where its words are now, as far as that is beyond doubt."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import cached_property
from itertools import accumulate
from typing import Final

from reader.text import arabic
from reader.text.likeness import (
    MOST_ALIKE,
    are_alike,
    are_of_a_kind,
    common_prefix,
    common_suffix,
    is_inside_word,
    likeness,
)
from reader.text.singular import is_once

_TOKEN: Final = re.compile(f"[\\w{arabic.MARK_CLASS}]+|\\s+|[^\\w\\s]")
_LETTER: Final = re.compile(r"\w")
_SMALL: Final = 40
"""Code points that may be replaced beside a place without it becoming doubtful."""
_LONG: Final = 400
_NEAR: Final = 16
_FEWEST: Final = 3
_COMPARED: Final = 60_000
_KEPT: Final = 0.6
"""Of a changed passage so much has to be the same on both sides, or its words may be another passage's."""
_HINT: Final = 8


class Change:
    """One changed passage; offsets are within it. It begins and ends at what is beyond doubt, or at the text's ends."""

    def __init__(self, old: str, new: str, old_text: str, new_text: str) -> None:
        self.old, self.new = old, new
        self._old_text, self._new_text = old_text, new_text
        shorter = min(len(old), len(new))
        self._prefix = common_prefix(old, new)
        self._suffix = common_suffix(old, new)
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
        if not all(are_alike(one, other) for one, other in changed):
            same = len(self.old) - sum(len(one) for one, _ in changed)
            if same < _KEPT * len(self.old) or not all(are_of_a_kind(one, other) for one, other in changed):
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
                return new_at if are_alike(one, other) else None
            if inside == len(one) and is_end:
                return new_at + len(other) if are_alike(one, other) else None
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
        alike = likeness(self.old[start:end], self.new[start : end + growth])
        return (start, end + growth) if alike >= MOST_ALIKE else None


def _within(one: str, other: str, inside: int, new_at: int, *, is_end: bool) -> int | None:
    """Where an edge inside a word is: beside the same letter, from the nearer end of the word. None if unclear."""
    if one == other:
        return new_at + inside
    if one.isdigit():
        return None
    letter = inside - 1 if is_end else inside
    if letter < common_prefix(one, other):
        return new_at + inside
    if len(one) - letter <= common_suffix(one, other):
        return new_at + len(other) - (len(one) - inside)
    return None
