# SPDX-License-Identifier: GPL-3.0-or-later
"""How much of a piece has to be read until it is told from everything else in two texts.

Asked of many pieces at once: each text is read through once for all of them, and then only what begins alike is
compared further. Cost: O(length of the texts + pieces), a tenth of a second for a million code points.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

TELLING: Final = 16
"""Code points that a piece needs to be told by them; fewer are found by chance."""
_STEPS: Final = (TELLING, 24, 32, 48, 64, 96, 128, 192, 256, 512, 1024, 4096, 1 << 16)
_MOST_ALIKE: Final = 500
"""Places at which a piece may occur for its last step to be compared with each of them."""
_MOST_READ: Final = 200_000_000
"""Code points that are compared in one step; what would take more is taken as not told from the rest."""
_SLICE: Final = 1 << 17
_PART: Final = 8
_FEW: Final = 4000
"""Up to so many pieces are looked for by their parts; with more, too many parts are common ones."""

Places = dict[str, list[int]]
Check = Callable[[], None]


def _nothing() -> None:
    return None


@dataclass(frozen=True, slots=True)
class _Alike:
    """Pieces that begin alike (or end alike), by their numbers; and where in each text that is found."""

    pieces: list[int]
    olds: list[int]
    news: list[int]

    @property
    def is_single(self) -> bool:
        return len(self.olds) == 1 == len(self.news)


class Singular:
    """Two texts, and where in them the pieces of 16 code points are that are asked about.

    ``check`` is called now and then, and may raise an error to give up.
    """

    def __init__(self, old: str, new: str, pieces: Iterable[str], check: Check = _nothing) -> None:
        self.old, self.new = old, new
        self._check = check
        wanted = {piece for piece in pieces if len(piece) == TELLING}
        self._olds, self._news = (_places(text, wanted, check) for text in (old, new))

    def is_single(self, piece: str) -> bool:
        """Whether the piece, of which the first 16 code points were asked about, is once in either text."""
        found = ((self.old, self._olds), (self.new, self._news))
        return all(_is_once(text, piece, places.get(piece[:TELLING], ())) for text, places in found)

    def least(self, stretches: Sequence[tuple[int, int]], *, at_end: bool) -> list[int | None]:
        """For each ``(start, end)`` of the old text the least length, of some steps, at which its beginning (its end)
        is the only piece like it in both texts; None where not even the whole is.
        """
        found: list[int | None] = [None] * len(stretches)
        groups = self._first_groups(stretches, at_end)
        for size, following in zip(_STEPS, [*_STEPS[1:], len(self.old) + 1], strict=True):
            self._check()
            left = list[_Alike]()
            for group in groups:
                if group.is_single:
                    for number in group.pieces:
                        found[number] = size
                    continue
                whole = [number for number in group.pieces if _length(stretches[number]) <= following]
                self._compare_whole(group, whole, stretches, found, at_end=at_end)
                longer = [number for number in group.pieces if _length(stretches[number]) > following]
                left += self._divided(group, longer, stretches, following, at_end=at_end)
            groups = left
        return found

    def _first_groups(self, stretches: Sequence[tuple[int, int]], at_end: bool) -> list[_Alike]:
        by_piece: dict[str, list[int]] = {}
        for number, (start, end) in enumerate(stretches):
            if end - start >= TELLING:
                piece = self.old[end - TELLING : end] if at_end else self.old[start : start + TELLING]
                by_piece.setdefault(piece, []).append(number)
        behind = TELLING if at_end else 0
        return [
            _Alike(numbers, [at + behind for at in self._olds[piece]], [at + behind for at in self._news[piece]])
            for piece, numbers in by_piece.items()
        ]

    def _compare_whole(
        self,
        group: _Alike,
        numbers: Sequence[int],
        stretches: Sequence[tuple[int, int]],
        found: list[int | None],
        *,
        at_end: bool,
    ) -> None:
        """Those that are no longer than the next step, as a whole."""
        if len(group.olds) + len(group.news) > _MOST_ALIKE:
            return
        for number in numbers:
            start, end = stretches[number]
            piece = self.old[start:end]
            behind = len(piece) if at_end else 0
            sides = ((self.old, group.olds), (self.new, group.news))
            if all(_is_once(text, piece, [at - behind for at in places]) for text, places in sides):
                found[number] = len(piece)

    def _divided(
        self,
        group: _Alike,
        numbers: Sequence[int],
        stretches: Sequence[tuple[int, int]],
        size: int,
        *,
        at_end: bool,
    ) -> list[_Alike]:
        """The group by what its pieces read a step further."""
        if not numbers or (len(group.olds) + len(group.news) + len(numbers)) * size > _MOST_READ:
            return []
        edge = 1 if at_end else 0
        divided: dict[str, _Alike] = {}
        for number in numbers:
            piece = _piece(self.old, stretches[number][edge], size, at_end)
            divided.setdefault(piece, _Alike([], [], [])).pieces.append(number)
        for at in group.olds:
            if (into := divided.get(_piece(self.old, at, size, at_end))) is not None:
                into.olds.append(at)
        for at in group.news:
            if (into := divided.get(_piece(self.new, at, size, at_end))) is not None:
                into.news.append(at)
        return list(divided.values())


def is_once(piece: str, *texts: str) -> bool:
    """Whether the piece is in each of the texts at one place, and at no other, not even one that it overlaps."""
    for text in texts:
        at = text.find(piece)
        if at < 0 or text.find(piece, at + 1) >= 0:
            return False
    return True


def _length(stretch: tuple[int, int]) -> int:
    return stretch[1] - stretch[0]


def _piece(text: str, at: int, size: int, at_end: bool) -> str:
    return text[max(0, at - size) : at] if at_end else text[at : at + size]


def _is_once(text: str, piece: str, places: Iterable[int]) -> bool:
    times = 0
    for at in places:
        times += at >= 0 and text.startswith(piece, at)
        if times > 1:
            return False
    return times == 1


def _places(text: str, wanted: set[str], check: Check) -> Places:
    """Where each of the pieces begins in the text, overlaps included, in no order."""
    places: Places = {piece: [] for piece in wanted}
    if wanted and len(text) >= TELLING:
        look = _by_parts if len(wanted) <= _FEW else _one_by_one
        look(text, places, check)
    return places


def _by_parts(text: str, places: Places, check: Check) -> None:
    """Each ninth place is looked at: whatever piece of 16 stands anywhere, a part of it of 8 begins at one of them."""
    stride = TELLING - _PART + 1
    holders: dict[str, list[tuple[str, int]]] = {}
    for piece in places:
        for offset in range(stride):
            holders.setdefault(piece[offset : offset + _PART], []).append((piece, offset))
    for first in range(0, len(text), stride * _SLICE):
        check()
        for at in range(first, min(first + stride * _SLICE, len(text)), stride):
            for piece, offset in holders.get(text[at : at + _PART], ()):
                if at >= offset and text.startswith(piece, at - offset):
                    places[piece].append(at - offset)


def _one_by_one(text: str, places: Places, check: Check) -> None:
    last = len(text) - TELLING + 1
    for first in range(0, last, _SLICE):
        check()
        for at in range(first, min(first + _SLICE, last)):
            if (piece := text[at : at + TELLING]) in places:
                places[piece].append(at)
