# SPDX-License-Identifier: GPL-3.0-or-later
"""What two versions of a text differ in, as passages to be read side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from reader.errors import Cancelled
from reader.model.ids import DocumentId
from reader.store import Library
from reader.text.diff import changes
from reader.text.likeness import is_inside_word
from reader.text.offsets import OffsetMap
from reader.workspace.reviewing import Passage

MOST_SHOWN = 500
Block = tuple[int, int, int, int]
"""Start and end in the old text, and in the new one."""
_AROUND = 60
_LONGEST = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One place where two versions differ, with what stands around it in each; either side may have no words."""

    old: Passage
    new: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The differences in the order of the text, the first 500 of ``count``."""

    differences: tuple[Difference, ...]
    count: int


def compare_versions(
    library_path: Path, document_id: DocumentId, old: int, new: int, cancelled: Callable[[], bool] = lambda: False
) -> Comparison:
    """What became of version ``old`` in version ``new``. Cost: both texts are read and compared.

    Raises:
        Cancelled, LibraryError.
    """
    with Library.open(library_path, create=False) as library:
        texts = []
        for version in (old, new):
            text = library.texts.open_version(document_id, version)
            texts.append("".join(piece for _, piece in text.texts()))
            if cancelled():
                raise Cancelled
    return compared(texts[0], texts[1])


def places_of_change(old: str, new: str, change: OffsetMap) -> list[Block]:
    """Where the texts differ, in whole words; places a few letters apart are one."""
    return _apart(_to_words(old, new, *block) for block in change.blocks())


def compared(old: str, new: str) -> Comparison:
    blocks = places_of_change(old, new, changes(old, new))
    shown = [
        Difference(old=_passage(old, start, end), new=_passage(new, first, last))
        for start, end, first, last in blocks[:MOST_SHOWN]
    ]
    return Comparison(differences=tuple(shown), count=len(blocks))


def _to_words(old: str, new: str, *block: int) -> Block:
    """A place of change made longer to whole words; beside it both texts are the same."""
    start, end, first, last = block
    while is_inside_word(old, start) or is_inside_word(new, first):
        start, first = start - 1, first - 1
    while is_inside_word(old, end) or is_inside_word(new, last):
        end, last = end + 1, last + 1
    return start, end, first, last


def _apart(blocks: Iterable[Block]) -> list[Block]:
    """The places of change; those a few letters apart are one."""
    joined = list[Block]()
    for start, end, first, last in blocks:
        if joined and start - joined[-1][1] <= 3:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]), joined[-1][2], max(last, joined[-1][3]))
        else:
            joined.append((start, end, first, last))
    return joined


def _passage(text: str, start: int, end: int) -> Passage:
    words = text[start:end]
    return Passage(
        before=text[max(0, start - _AROUND) : start],
        words=words if len(words) <= _LONGEST else words[:_LONGEST] + "…",
        behind=text[end : end + _AROUND],
    )
