# SPDX-License-Identifier: GPL-3.0-or-later
"""Where each character stands in a line of mixed direction: asked of python-bidi, which tells the text, not places."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

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
_ONES = frozenset(twins[1] for twins in [*_TWINS.values(), _BIT_MARKS])
_CONTROLS = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})

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
    classes = [_class_of(char) for char in text]
    bits = max(len(text) - 1, 1).bit_length()
    twins = [str(get_display(_twin(text, classes, bit), base_dir=base)) for bit in range(bits)]
    return [
        (index, MIRRORED.get(text[index], text[index]) if turned else text[index]) for index, turned in _read(twins)
    ]


def _class_of(char: str) -> str:
    if unicodedata.mirrored(char):
        return "mirrored"
    found = unicodedata.bidirectional(char)
    if found:
        return found
    return "R" if any(first <= ord(char) <= last for first, last in _RIGHT_TO_LEFT_BY_DEFAULT) else "L"


def _twin(text: str, classes: Sequence[str], bit: int) -> str:
    return "".join(
        _twin_of(char, kind, index >> bit & 1) for index, (char, kind) in enumerate(zip(text, classes, strict=True))
    )


def _twin_of(char: str, kind: str, one: int) -> str:
    if kind == "mirrored":
        return f"{char}{_BIT_MARKS[one]}{_END_MARK}"
    twins = _TWINS.get(kind)
    return twins[one] if twins else char


def _read(twins: Sequence[str]) -> Iterator[tuple[int, bool]]:
    """``(index, mirrored)`` of each character in visual order."""
    shown = twins[0]
    at = 0
    while at < len(shown):
        if shown[at] == _END_MARK:
            yield _index(twins, at + 1), True
            at += 3
        elif shown[at + 2 : at + 3] == _END_MARK and shown[at + 1] in _BIT_MARKS:
            yield _index(twins, at + 1), False
            at += 3
        else:
            if unicodedata.bidirectional(shown[at]) not in _CONTROLS:
                yield _index(twins, at), False
            at += 1


def _index(twins: Sequence[str], at: int) -> int:
    return sum(1 << bit for bit, twin in enumerate(twins) if twin[at] in _ONES)
