# SPDX-License-Identifier: GPL-3.0-or-later
"""Words of a paragraph as a model is given them: without vocalisation, each with the way back to the text's own."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from reader.recognisers.tokens import Tokens
from reader.text import arabic

_LEFT_OUT: Final = (arabic.TASHKEEL | arabic.QURANIC_MARKS | arabic.INVISIBLE | {arabic.TATWEEL}) - {arabic.ZWNJ}
"""Models are trained on text without them, and most cut vocalised words into letters. The non-joiner is spelling."""
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_LONGEST_WORD: Final = 100
"""Code points of a word that a model is shown; no name is as long."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Some words of a paragraph, ``first`` the index of the first: ``text[starts[i]:ends[i]]`` is word ``first + i``.

    Offsets are code points of ``text``, which is shorter than what stands in the document.
    """

    text: str
    first: int
    starts: Sequence[int]
    ends: Sequence[int]

    def __len__(self) -> int:
        return len(self.starts)

    def word_at(self, offset: int) -> int:
        """The index in the passage of the word that holds ``offset``, or of the one before it; -1 before the first."""
        return bisect_right(self.starts, offset) - 1

    def words_over(self, start: int, end: int) -> tuple[int, int]:
        """``(first, after)`` of the words in the passage that ``text[start:end]`` touches; empty between words."""
        start, end = self.without_space(start, end)
        if start >= end:
            return (0, 0)
        first, last = self.word_at(start), self.word_at(end - 1)
        first += self.ends[first] <= start
        return (first, last + 1)

    def without_space(self, start: int, end: int) -> tuple[int, int]:
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return start, end


def passage(tokens: Tokens, first: int, after: int) -> Passage:
    """The words ``first`` to ``after`` (half-open) of a paragraph, one space where there was any between them. O(n)."""
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for index in range(first, after):
        if index > first and not tokens.touches(index):
            parts.append(" ")
            at += 1
        shown = shown_form(tokens.words[index].form)
        starts.append(at)
        at += len(shown)
        ends.append(at)
        parts.append(shown)
    return Passage("".join(parts), first, starts, ends)


@lru_cache(maxsize=20_000)
def shown_form(form: str) -> str:
    """The word without what models do not know; half a surrogate pair, which nothing can encode, becomes U+FFFD."""
    kept = "".join(char for char in form if char not in _LEFT_OUT)
    return _SURROGATE.sub("\ufffd", kept[:_LONGEST_WORD])


def written_offset(form: str, offset: int) -> int:
    """Where the character at ``offset`` of the shown form stands in the word as written, in code points."""
    for index, char in enumerate(form):
        if char in _LEFT_OUT:
            continue
        if offset == 0:
            return index
        offset -= 1
    return len(form)
