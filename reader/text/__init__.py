# SPDX-License-Identifier: GPL-3.0-or-later
"""What a text is: offsets, letters, folding, words, direction, places. No files, no SQL, no Qt.

The names below are read from their modules when first used, so that importing the package costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.text.anchor import Found, Revision, Selector, find_again, select
    from reader.text.chunks import Chunk, ChunkedText
    from reader.text.clitics import CliticSplit, splits
    from reader.text.direction import Direction, dominant_direction, paragraph_direction
    from reader.text.matcher import Match, occurrences, occurrences_in
    from reader.text.normalise import Folded, fold, folded
    from reader.text.offsets import ByteMap, OffsetMap, Utf16Map
    from reader.text.segment import sentence_at, sentences, word_at, words
    from reader.text.spans import Span

__all__ = [
    "ByteMap",
    "Chunk",
    "ChunkedText",
    "CliticSplit",
    "Direction",
    "Folded",
    "Found",
    "Match",
    "OffsetMap",
    "Revision",
    "Selector",
    "Span",
    "Utf16Map",
    "dominant_direction",
    "find_again",
    "fold",
    "folded",
    "occurrences",
    "occurrences_in",
    "paragraph_direction",
    "select",
    "sentence_at",
    "sentences",
    "splits",
    "word_at",
    "words",
]

_MODULE_OF = {
    **dict.fromkeys(("Found", "Revision", "Selector", "find_again", "select"), "anchor"),
    **dict.fromkeys(("Chunk", "ChunkedText"), "chunks"),
    **dict.fromkeys(("CliticSplit", "splits"), "clitics"),
    **dict.fromkeys(("Direction", "dominant_direction", "paragraph_direction"), "direction"),
    **dict.fromkeys(("Match", "occurrences", "occurrences_in"), "matcher"),
    **dict.fromkeys(("Folded", "fold", "folded"), "normalise"),
    **dict.fromkeys(("ByteMap", "OffsetMap", "Utf16Map"), "offsets"),
    **dict.fromkeys(("sentence_at", "sentences", "word_at", "words"), "segment"),
    "Span": "spans",
}


def __getattr__(name: str) -> object:
    if name not in _MODULE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f"{__name__}.{_MODULE_OF[name]}"), name)
    return value
