# SPDX-License-Identifier: GPL-3.0-or-later
"""Which words are spellings of one another, and which words of a passage are most like a quotation."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from operator import add
from typing import Final

from reader.text import arabic
from reader.text.normalise import folded
from reader.text.spans import Span

_WORD: Final = re.compile(f"[\\w{arabic.MARK_CLASS}]+")
_ALIKE: Final = 0.6
"""Two short words that are this much alike are one word written in two ways, where all around them is the same."""
MOST_ALIKE: Final = 0.72
"""The same for longer words, and for passages."""
_SHORT: Final = 4
_MOST_LIKENED: Final = 200_000
"""Windows of a changed passage times code points of a quotation; where it is more, none of them is proposed."""
_LIKENED: Final = 16
"""Windows that are compared letter by letter with a quotation."""


def is_inside_word(text: str, offset: int) -> bool:
    """Whether the letters on both sides of an offset are of one word."""
    return 0 < offset < len(text) and all(_WORD.fullmatch(char) for char in text[offset - 1 : offset + 1])


def are_alike(one: str, other: str) -> bool:
    """Whether two tokens are one word, number or sign in two spellings."""
    if one == other or not are_of_a_kind(one, other):
        return one == other
    if not _WORD.fullmatch(one) or (one.isdigit() and other.isdigit()):
        return True
    return likeness(one, other) >= (_ALIKE if min(len(one), len(other)) < _SHORT else MOST_ALIKE)


def are_of_a_kind(one: str, other: str) -> bool:
    """Whether both are words, both spaces or both signs."""
    return one.isspace() == other.isspace() and bool(_WORD.fullmatch(one)) == bool(_WORD.fullmatch(other))


def likeness(one: str, other: str) -> float:
    """0 for nothing in common, 1 for the same, by letters."""
    first, second = folded(one, "search"), folded(other, "search")
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def most_alike(quote: str, passage: str) -> Span | None:
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
    best = max(_promising(quote, passage, windows), key=lambda at: likeness(quote, passage[at.start : at.end]))
    return best if likeness(quote, passage[best.start : best.end]) >= _ALIKE else None


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


def common_prefix(one: str, other: str) -> int:
    shared = 0
    for first, second in zip(one, other, strict=False):
        if first != second:
            break
        shared += 1
    return shared


def common_suffix(one: str, other: str) -> int:
    return common_prefix(one[::-1], other[::-1])
