# SPDX-License-Identifier: GPL-3.0-or-later
"""Hard-wrapped text: lines that were broken at a width are joined to the paragraphs they were."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_SHORTEST_WIDTH = 30
_LONGEST_WIDTH = 200
"""Code points: what people wrap text at; longer lines are paragraphs already."""

_ITEM = re.compile(r"\s*(?:[-–—•▪◦*·>]\s|\(?[0-9٠-٩۰-۹]{1,3}[.)\-]\s|#{1,6}\s)")
_ENDS_SENTENCE = tuple('.؟?!:؛۔…"”»)')
_SLACK = 0.25
"""A line that is so much shorter than the width, with a word behind it that would have fitted, ends its paragraph."""


def joined_lines(text: str) -> tuple[str, int]:
    """The text with its hard-wrapped lines joined by spaces, and how many were. O(n).

    A line is joined with the next when the next one's first word would not have fitted any more, so that it was broken
    for its width alone. Empty lines, list items and indented lines begin paragraphs. Text that is not hard-wrapped is
    given as it is.
    """
    lines = text.split("\n")
    width = wrapping_width(lines)
    if width is None:
        return text, 0
    parts: list[str] = []
    joined = 0
    for place, line in enumerate(lines):
        if place and _goes_on(lines[place - 1], line, width):
            parts += ("" if _is_cut_word(lines[place - 1], line) else " ", line.strip())
            joined += 1
        else:
            parts += ("\n" if place else "", line.rstrip() if line.strip() else line)
    return "".join(parts), joined


def wrapping_width(lines: Sequence[str]) -> int | None:
    """The width in code points at which most lines were broken; None when they were not. Looks at 20,000 lines."""
    lengths = sorted(_length(line) for line in lines[:20_000] if line.strip())
    if len(lengths) < 4:
        return None
    width = lengths[int(len(lengths) * 0.97)] if len(lengths) >= 40 else lengths[-1]
    if not _SHORTEST_WIDTH <= width <= _LONGEST_WIDTH:
        return None
    near = sum(1 for length in lengths if width * 0.7 <= length <= width * 1.1)
    return width if near * 2 >= len(lengths) else None


def _goes_on(line: str, following: str, width: int) -> bool:
    """Whether ``following`` belongs to the same paragraph as ``line``."""
    if not line.strip() or not following.strip() or _ITEM.match(following[:12]):
        return False
    if following[:1] in " \t\u3000" and not line[:1].isspace():
        return False
    word = following.split(None, 1)[0]
    room = width - _length(line.rstrip())
    if _length(word) + 1 < room - width * 0.05:
        return False
    return not (room > width * _SLACK and line.rstrip().endswith(_ENDS_SENTENCE))


def _is_cut_word(line: str, following: str) -> bool:
    """A Latin word hyphenated at the line's end stays as it is written: nobody knows whether the hyphen is its own."""
    return line.rstrip().endswith(("-", "\u2010")) and line.rstrip()[-2:-1].isalpha() and following[:1].isalpha()


def _length(line: str) -> int:
    """Code points without harakat, which take no room on the line."""
    return len(line) if line.isascii() else len(line) - sum(Counter(line)[mark] for mark in _MARKS)


_MARKS = tuple(map(chr, (*range(0x064B, 0x0653), 0x0670)))
