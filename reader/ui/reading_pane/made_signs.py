# SPDX-License-Identifier: GPL-3.0-or-later
"""Glyphs of vowel signs parted from those of their letters, so that signs nobody printed have a colour of their own."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QGlyphRun

_LONGEST_LIGATURE = 2
"""UTF-16 units by which the last letter of a run's last cluster may lie behind its place."""


class _Glyph(NamedTuple):
    glyph: int
    position: QPointF
    string_index: int


def parted(runs: Iterable[QGlyphRun], bearing: frozenset[int]) -> tuple[list[QGlyphRun], list[QGlyphRun]]:
    """The runs without the signs of the letters that begin at ``bearing`` (UTF-16), and runs of these signs alone.

    Qt gives the glyphs of a letter's signs the letter's own place in the string, behind its glyph and without advance.
    """
    letters: list[QGlyphRun] = []
    signs: list[QGlyphRun] = []
    wanted = sorted(bearing)
    for run in runs:
        places = run.stringIndexes()
        clusters = _clusters_with(places, wanted)
        if not clusters:
            letters.append(run)
            continue
        ours, made = _sorted(run, places, clusters)
        letters.append(_run_of(run, ours))
        if made:
            signs.append(_run_of(run, made))
    return letters, signs


def _clusters_with(places: Sequence[int], wanted: Sequence[int]) -> frozenset[int]:
    """Where clusters begin that hold a letter with signs: of a ligature both letters have the place of the first."""
    begins = sorted(set(places))
    if not begins:
        return frozenset()
    held = wanted[bisect_left(wanted, begins[0]) :]
    return frozenset(begins[bisect_right(begins, at) - 1] for at in held if at <= begins[-1] + _LONGEST_LIGATURE)


def _sorted(run: QGlyphRun, places: Sequence[int], bearing: frozenset[int]) -> tuple[list[_Glyph], list[_Glyph]]:
    indexes = run.glyphIndexes()
    advances = run.rawFont().advancesForGlyphIndexes(indexes)
    ours: list[_Glyph] = []
    made: list[_Glyph] = []
    for index, position, place, advance in zip(indexes, run.positions(), places, advances, strict=True):
        is_sign = place in bearing and advance.x() == 0
        (made if is_sign else ours).append(_Glyph(index, position, place))
    return ours, made


def _run_of(run: QGlyphRun, glyphs: Sequence[_Glyph]) -> QGlyphRun:
    part = QGlyphRun(run)
    part.setGlyphIndexes([each.glyph for each in glyphs])
    part.setPositions([each.position for each in glyphs])
    part.setStringIndexes([each.string_index for each in glyphs])
    return part
