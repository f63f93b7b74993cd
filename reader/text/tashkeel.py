# SPDX-License-Identifier: GPL-3.0-or-later
"""A text as it is shown with fewer or more vowel signs than it has, and the way from each place to the other.

The text itself is never changed: offsets count its own code points, here called stored, whatever is shown.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from enum import StrEnum

from reader.text import arabic
from reader.text.offsets import Utf16Map

SIGNS = arabic.TASHKEEL | arabic.QURANIC_MARKS
"""What is hidden and what can be generated. Hamza and madda are spelling and stay."""


class Tashkeel(StrEnum):
    """Which vowel signs are shown."""

    PRINTED = "printed"
    HIDDEN = "hidden"
    GENERATED = "generated"


class ShownText:
    """``text`` is what is shown of ``stored``. Offsets run from 0 to the length, both included.

    ``made`` holds the places in ``text`` of signs that are not stored. A place between a letter and signs that are not
    shown is the place behind the letter; what is shown behind a letter belongs to it.
    """

    __slots__ = ("_length", "_origins", "_utf16", "made", "stored", "text")

    def __init__(self, stored: str, text: str, origins: list[int], made: frozenset[int] = frozenset()) -> None:
        self.stored = stored
        self.text = text
        self.made = made
        self._length = len(stored)
        self._origins = origins
        self._utf16 = Utf16Map(text)

    def to_utf16(self, offset: int) -> int:
        """UTF-16 units of the shown text before a stored offset. O(log n)."""
        return self._utf16.to_utf16(bisect_left(self._origins, offset))

    def from_utf16(self, unit: int) -> int:
        """The stored offset of what is shown at a unit; behind the signs that are hidden there. O(log n)."""
        at = self._utf16.from_utf16(unit)
        return self._origins[at] if at < len(self._origins) else self._length

    @property
    def letters_with_made(self) -> frozenset[int]:
        """Places in ``text`` of the letters that bear signs which are not stored."""
        return frozenset(bisect_left(self._origins, self._origins[at]) for at in self.made)


def hidden(stored: str) -> ShownText | None:
    """The text without its vowel signs; None when it has none. A sign that no letter bears stays. O(n)."""
    if SIGNS.isdisjoint(stored):
        return None
    kept = [at for at, char in enumerate(stored) if char not in SIGNS or not at or not _bears(stored, at - 1)]
    return ShownText(stored, "".join([stored[at] for at in kept]), kept)


def generated(stored: str, signs: Mapping[int, str]) -> ShownText | None:
    """The text with ``signs`` behind the letters at their offsets; letters that have signs keep theirs. O(n)."""
    wanted = {
        at: made for at, made in signs.items() if made and at < len(stored) and stored[at + 1 : at + 2] not in SIGNS
    }
    if not wanted:
        return None
    pieces: list[str] = []
    origins: list[int] = []
    made_at: list[int] = []
    for at, char in enumerate(stored):
        made = wanted.get(at, "")
        made_at += range(len(origins) + 1, len(origins) + 1 + len(made))
        pieces.append(char + made)
        origins += [at] * (1 + len(made))
    return ShownText(stored, "".join(pieces), origins, frozenset(made_at))


_MARKS = arabic.MARKS


def _bears(stored: str, at: int) -> bool:
    """Whether there is a letter at or, behind other marks, before a place, that can bear a sign."""
    while at > 0 and stored[at] in _MARKS:
        at -= 1
    return stored[at].isalpha() or stored[at] == arabic.TATWEEL
