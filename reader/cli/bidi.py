# SPDX-License-Identifier: GPL-3.0-or-later
"""Where each character stands in a line of mixed direction: asked of python-bidi, which tells the text, not places."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from bidi import get_display  # type: ignore[import-untyped]
from bidi.mirror import MIRRORED  # type: ignore[import-untyped]

from reader.text.direction import Direction

# Two characters of each bidirectional class; the algorithm sees nothing but the class (and pairs of brackets).
_TWINS = {
    "L": "ab",
    "R": "\u05d0\u05d1",
    "AL": "\u0627\u0628",
    "EN": "01",
    "ES": "+-",
    "ET": "#$",
    "AN": "\u0660\u0661",
    "CS": ",.",
    "NSM": "\u0300\u0301",
    "BN": "\u00ad\u200b",
    "S": "\t\x1f",
    "WS": " \u2003",
    "ON": "!&",
}
_BIT_MARKS = "\u0310\u0311"
_END_MARK = "\u0312"
_ALL_TWINS = frozenset("".join(_TWINS.values()))
_ONES = frozenset(twins[1] for twins in [*_TWINS.values(), _BIT_MARKS])


class _Digits(dict[int, str]):
    """Translates the second of two twins to 1 and every other character to 0."""

    def __missing__(self, point: int) -> str:
        self[point] = "1" if chr(point) in _ONES else "0"
        return self[point]


_DIGITS = _Digits()

_RIGHT_TO_LEFT_BY_DEFAULT = (
    (0x0590, 0x08FF),
    (0xFB1D, 0xFDFF),
    (0xFE70, 0xFEFF),
    (0x10800, 0x10FFF),
    (0x1E800, 0x1EFFF),
)


def visual_order(text: str, direction: Direction) -> list[tuple[int, str]]:
    """``(index, character)`` of one paragraph from left to right, characters mirrored where their place asks for it.

    Embedding and isolate controls are obeyed and left out. The order of a line is the order of the paragraph with the
    characters of other lines taken away; only blanks at the ends of lines differ (rule L1). Cost: O(n log n).

    It asks for the order of log n twins of the text, in each of which the class of a character is kept and its identity
    says one bit of its index. What can be mirrored must stay itself, for brackets are paired: two marks behind it carry
    the bit, and on which side of it they come out tells whether it is mirrored.

    Source: Unicode Standard Annex 9, as python-bidi has it.
    """
    if not text:
        return []
    base = "R" if direction is Direction.RIGHT_TO_LEFT else "L"
    pairs = [_pair(char) for char in text]
    bits = max(len(text) - 1, 1).bit_length()
    twins = [str(get_display("".join(_twin(pairs, bit)), base_dir=base)) for bit in range(bits)]
    return [
        (index, MIRRORED.get(text[index], text[index]) if turned else text[index]) for index, turned in _read(twins)
    ]


@lru_cache(maxsize=4096)
def _pair(char: str) -> tuple[str, str]:
    """What stands for the character in a twin where its bit is 0, and where it is 1."""
    if unicodedata.mirrored(char):
        return f"{char}{_BIT_MARKS[0]}{_END_MARK}", f"{char}{_BIT_MARKS[1]}{_END_MARK}"
    twins = _TWINS.get(_class_of(char), (char, char))
    return twins[0], twins[1]


def _class_of(char: str) -> str:
    found = unicodedata.bidirectional(char)
    if found:
        return found
    return "R" if any(first <= ord(char) <= last for first, last in _RIGHT_TO_LEFT_BY_DEFAULT) else "L"


def _twin(pairs: Sequence[tuple[str, str]], bit: int) -> list[str]:
    """The twin that tells this bit of each index: indices whose bit is set come in runs of ``2 ** bit``."""
    twin = [zero for zero, _ in pairs]
    run, period = 1 << bit, 2 << bit
    if run * run < len(pairs):
        for first in range(run, period):
            twin[first::period] = [one for _, one in pairs[first::period]]
    else:
        for start in range(run, len(pairs), period):
            twin[start : start + run] = [one for _, one in pairs[start : start + run]]
    return twin


def _read(twins: Sequence[str]) -> Iterator[tuple[int, bool]]:
    """``(index, mirrored)`` of each character in visual order."""
    shown = twins[0]
    # The bits of each place, highest first; what is no twin has none of them set.
    digits = zip(*(twin.translate(_DIGITS) for twin in reversed(twins)), strict=True)
    indices = [int("".join(place), 2) for place in digits]
    at = 0
    while at < len(shown):
        char = shown[at]
        if char == _END_MARK:
            yield indices[at + 1], True
            at += 3
        elif shown[at + 2 : at + 3] == _END_MARK and shown[at + 1] in _BIT_MARKS:
            yield indices[at + 1], False
            at += 3
        else:
            if char in _ALL_TWINS:
                yield indices[at], False
            at += 1
