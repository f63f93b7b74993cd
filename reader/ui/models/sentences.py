# SPDX-License-Identifier: GPL-3.0-or-later
"""Putting values into translated sentences so that neither changes the other's direction."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt

from reader.text.direction import Direction, paragraph_direction

_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"
_PLACE = re.compile(r"%([1-9])")


def isolated(value: str) -> str:
    """The value between isolates: it takes its own direction and leaves the sentence's alone."""
    return f"{_FIRST_STRONG_ISOLATE}{value}{_POP_ISOLATE}"


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
