# SPDX-License-Identifier: GPL-3.0-or-later
"""Putting values into translated sentences so that neither changes the other's direction."""

from __future__ import annotations

import re

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
