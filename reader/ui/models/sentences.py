# SPDX-License-Identifier: GPL-3.0-or-later
"""Putting values into translated sentences so that neither changes the other's direction."""

from __future__ import annotations

import re
from unicodedata import bidirectional

from PySide6.QtCore import Qt

from reader.text.direction import Direction, base_direction, paragraph_direction

_FIRST_STRONG_ISOLATE, _RIGHT_TO_LEFT_ISOLATE, _POP_ISOLATE = "\u2068", "\u2067", "\u2069"
_PLACE = re.compile(r"%([1-9])")


def isolated(value: str) -> str:
    """The value between isolates: it takes its own direction and leaves the sentence's alone.

    Its first letter decides, except for a value like «WTDC-25 مؤتمر», which runs from right to left all the same.
    """
    is_exception = base_direction(value) is Direction.LEFT_TO_RIGHT and _runs_leftward(value)
    return f"{_RIGHT_TO_LEFT_ISOLATE if is_exception else _FIRST_STRONG_ISOLATE}{value}{_POP_ISOLATE}"


def _runs_leftward(value: str) -> bool:
    has_letters = any(bidirectional(character) in {"R", "AL"} for character in value[:400])
    return has_letters and paragraph_direction(value, Direction.RIGHT_TO_LEFT) is Direction.RIGHT_TO_LEFT


def filled(sentence: str, *values: str) -> str:
    """The sentence with ``%1``, ``%2``, … replaced by the isolated values; a value may itself contain ``%1``."""
    return _PLACE.sub(lambda place: isolated(values[int(place[1]) - 1]), sentence)


def on_one_line(text: str, longest: int = 400) -> str:
    """The text with its line ends and runs of spaces as single spaces, cut after ``longest`` characters."""
    joined = " ".join(text[: 2 * longest].split())
    return joined if len(joined) <= longest else joined[:longest] + "…"


def layout_direction_of(text: str, dominant: Direction = Direction.RIGHT_TO_LEFT) -> Qt.LayoutDirection:
    """Which way one line of text runs by its content, in a document whose dominant direction is known."""
    return qt_direction(paragraph_direction(text, dominant))


def qt_direction(direction: Direction) -> Qt.LayoutDirection:
    """Qt's name for a direction."""
    rightward = direction is Direction.LEFT_TO_RIGHT
    return Qt.LayoutDirection.LeftToRight if rightward else Qt.LayoutDirection.RightToLeft
