# SPDX-License-Identifier: GPL-3.0-or-later
"""Which way a text runs: by its dominant script, and each paragraph by its content."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from reader.text import arabic


class Direction(StrEnum):
    RIGHT_TO_LEFT = "rtl"
    LEFT_TO_RIGHT = "ltr"


_SAMPLE = 4096
"""Code points of a paragraph that are looked at; a longer one is decided by its beginning."""
_RIGHT_TO_LEFT_BLOCKS = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff"
_RIGHT_TO_LEFT_LETTERS = (
    f"{arabic.LETTER_CLASS}\u05d0-\u05ea\u05ef-\u05f2\ufb1d\ufb1f-\ufb4f\u0710\u0712-\u072f\u074d-\u074f\u0780-\u07a5"
    "\u07ca-\u07ea\u0800-\u0815\u0840-\u0858\u0860-\u086a\U00010800-\U00010cff\U0001e800-\U0001e8c4\U0001e900-\U0001e943"
)
_MARKS = f"{arabic.MARK_CLASS}{arabic.TATWEEL}\u0591-\u05c7\u0730-\u074a"
_UNWELCOME = {
    **dict.fromkeys(map(ord, "\x1c\x1d\x1e\x85\u2029\r\n"), " "),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
}
"""python-bidi reads only the first of several paragraphs, and no lone surrogates (0.6.12)."""


def dominant_direction(sample: str) -> Direction:
    """The direction most letters of the sample have; right to left when there are none, or as many of both. O(n)."""
    right, left = _letter_patterns()
    leftward = sum(map(len, right.findall(sample)))
    rightward = sum(map(len, left.findall(sample)))
    return Direction.RIGHT_TO_LEFT if leftward >= rightward else Direction.LEFT_TO_RIGHT


def paragraph_direction(paragraph: str, dominant: Direction) -> Direction:
    """The base direction of one paragraph in a text whose dominant direction is known.

    The first letter decides, as in plain Unicode text, with one exception: where it goes against the dominant
    direction, yet at least a third of the words go with it, the paragraph belongs to the text around it
    («WTDC-25 مؤتمر…» in an Arabic article is right to left, «The word كتاب means book» is not).
    A paragraph without letters has the dominant direction. Only the first 4,096 code points are looked at.
    Source: Unicode Standard Annex #9, rules P2 and P3, and HL1 for the exception.
    """
    sample = paragraph[:_SAMPLE]
    right, left = _letter_patterns()
    leftward, rightward = len(right.findall(sample)), len(left.findall(sample))
    if not leftward and not rightward:
        return dominant
    if base_direction(sample) is dominant:
        return dominant
    if dominant is Direction.RIGHT_TO_LEFT:
        return dominant if leftward * 2 >= rightward else Direction.LEFT_TO_RIGHT
    return dominant if rightward * 2 >= leftward else Direction.RIGHT_TO_LEFT


def base_direction(paragraph: str) -> Direction:
    """The direction of the first letter outside isolates; left to right when there is none.

    Source: Unicode Standard Annex #9, rules P2 and P3, as python-bidi has them.
    """
    from bidi import get_base_level  # type: ignore[import-untyped]  # noqa: PLC0415 - its shared object costs more to load than the rest of the layer

    line = paragraph.translate(_UNWELCOME)
    return Direction.RIGHT_TO_LEFT if line and get_base_level(line) % 2 else Direction.LEFT_TO_RIGHT


@lru_cache(maxsize=1)
def _letter_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Words of right-to-left letters, and runs of all other letters."""
    right = f"[{_RIGHT_TO_LEFT_LETTERS}][{_RIGHT_TO_LEFT_LETTERS}{_MARKS}]*"
    return re.compile(right), re.compile(f"[^\\W\\d_{_RIGHT_TO_LEFT_BLOCKS}]+")
