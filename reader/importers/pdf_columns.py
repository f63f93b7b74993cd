# SPDX-License-Identifier: GPL-3.0-or-later
"""The pieces of a page in columns, one after the other, and in rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median

from reader.importers.pdf_lines import Piece
from reader.text.direction import Direction

_NARROWEST_GUTTER = 1.1
"""Ems between two columns."""
_SAME_ROW = 0.4
_FEWEST_LINES = 4
"""Lines of running text that make a column."""
_DEEPEST = 3
_MOST_PIECES = 2_000


def columns_of(pieces: Sequence[Piece], direction: Direction) -> Iterator[list[Piece]]:
    """Stretches of the page in reading order: what spans it, and between that the columns one after the other."""
    yield from _columns(list(pieces), direction, depth=0)


def rows_of(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces at the same height, from top to bottom."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: -piece.level):
        if rows and abs(rows[-1][0].level - piece.level) < _SAME_ROW * max(piece.size, rows[-1][0].size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return rows


def _columns(pieces: list[Piece], direction: Direction, *, depth: int) -> Iterator[list[Piece]]:
    """Stretches of the page in reading order: what spans it, and between that the columns one after the other."""
    gutter = _gutter(pieces) if depth < _DEEPEST else None
    if gutter is None:
        if pieces:
            yield pieces
        return
    plain: list[Piece] = []
    for band in _bands(pieces, gutter):
        right = [piece for piece in band if piece.left >= gutter - 1]
        left = [piece for piece in band if piece.right <= gutter + 1]
        if not _are_columns(left, right):
            plain += band
            continue
        if plain:
            yield plain
            plain = []
        # A column may have columns of its own: three are two and one.
        for side in (right, left) if direction is Direction.RIGHT_TO_LEFT else (left, right):
            yield from _columns(side, direction, depth=depth + 1)
    if plain:
        yield plain


def _bands(pieces: list[Piece], gutter: float) -> Iterator[list[Piece]]:
    """The pieces from top to bottom, parted by those that stand across the gutter, which are bands of their own."""
    band: list[Piece] = []
    for piece in sorted(pieces, key=lambda piece: -piece.level):
        if piece.left < gutter - 1 and piece.right > gutter + 1:
            if band:
                yield band
            yield [piece]
            band = []
        else:
            band.append(piece)
    if band:
        yield band


def _are_columns(left: list[Piece], right: list[Piece]) -> bool:
    """Whether there is running text on both sides, beside one another."""
    if min(len(left), len(right)) < _FEWEST_LINES or not (_is_running(left) and _is_running(right)):
        return False
    top, bottom = min(left[0].level, right[0].level), max(left[-1].level, right[-1].level)
    return top - bottom > 2 * left[0].size


def _is_running(pieces: list[Piece]) -> bool:
    """Whether the pieces are lines of running text, not cells: many of them reach across their column."""
    width = max(piece.right for piece in pieces) - min(piece.left for piece in pieces)
    size = median(piece.size for piece in pieces)
    full = sum(piece.width > 0.72 * width for piece in pieces)
    return full >= _FEWEST_LINES // 2 and full * 3 >= len(rows_of(pieces)) and width > 7 * size


def _gutter(pieces: list[Piece]) -> float | None:
    """The middle of an upright strip that parts many pieces from those beside them, and that few stand across."""
    if len(pieces) < 2 * _FEWEST_LINES:
        return None
    size = median(piece.size for piece in pieces)
    votes: Counter[int] = Counter()
    ordered = sorted(pieces, key=lambda piece: piece.left)
    for at, piece in enumerate(ordered[:_MOST_PIECES]):
        beside = next(
            (
                other
                for other in ordered[at + 1 :]
                if other.left > piece.right and abs(other.level - piece.level) < size
            ),
            None,
        )
        if beside is not None and beside.left - piece.right >= _NARROWEST_GUTTER * size:
            # Lines are ragged: the strip is where the pieces on its right begin, in right-to-left text where
            # those on its left end; the edge that many share tells.
            votes[round((beside.left - 0.5 * size) / 4)] += 1
            votes[round((piece.right + 0.5 * size) / 4)] += 1
    best: tuple[int, int, int] | None = None
    for place, _ in votes.most_common(12):
        support = votes[place] + votes[place - 1] + votes[place + 1]
        across = sum(piece.left < place * 4 - 1 and piece.right > place * 4 + 1 for piece in pieces)
        if support >= _FEWEST_LINES and across * 3 < len(pieces) and (best is None or (across, -support) < best[:2]):
            best = (across, -support, place)
    return best[2] * 4.0 if best is not None else None
