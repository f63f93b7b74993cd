# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines set to the full measure: the spaces of a shaped line are opened by moving its glyphs.

Qt's own justification errs in right-to-left lines (Qt 6.11: the edge is missed by a space, and the spaces of a Latin
run take all the slack).
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QGlyphRun

from reader.text.direction import Direction

if TYPE_CHECKING:
    from reader.ui.reading_pane.laid import Line, Setting

SPACES = " \u00a0"
_WIDEST_GAP_EM = 0.8
"""A line whose spaces would have to grow by more than this stays ragged: a hole hurts more than an uneven edge."""


class Warp(NamedTuple):
    """A map from where Qt set a ragged line's ink to where the justified line has it: knots, linear between them."""

    ragged: tuple[float, ...]
    justified: tuple[float, ...]

    def to_justified(self, x: float) -> float:
        return _interpolate(self.ragged, self.justified, x)

    def to_ragged(self, x: float) -> float:
        return _interpolate(self.justified, self.ragged, x)


def _interpolate(source: tuple[float, ...], target: tuple[float, ...], x: float) -> float:
    if x <= source[0]:
        return x + target[0] - source[0]
    if x >= source[-1]:
        return x + target[-1] - source[-1]
    right = bisect_right(source, x)
    left = right - 1
    share = (x - source[left]) / ((source[right] - source[left]) or 1.0)
    return target[left] + share * (target[right] - target[left])


def justify_line(line: Line, display16: str, setting: Setting, space_px: float) -> None:
    """Open the spaces within a line until it reaches both edges of the measure; those around it stay.

    ``display16`` is the text in UTF-16 units, one character each; ``space_px`` is the width of a space.
    """
    core = display16[line.start16 : line.core16].lstrip(SPACES)
    first = line.core16 - len(core)
    count = sum(core.count(space) for space in SPACES)
    if not count:
        return
    right_to_left = setting.direction is Direction.RIGHT_TO_LEFT
    boxes = [run.boundingRect() for run in line.qt.glyphRuns(first, len(core))]
    # Qt's naturalTextWidth counts the space at the end of some lines, so the glyphs are asked.
    slack = min(box.left() for box in boxes) if right_to_left else setting.width - max(box.right() for box in boxes)
    gap = slack / count
    if not 0 < gap <= _WIDEST_GAP_EM * setting.font.pixelSize():
        return
    passed = -count if right_to_left else 0
    runs = sorted((_Run.of(run, display16, first, line.core16) for run in line.runs), key=lambda run: run.left)
    line.warp = _warp_of(runs, gap, space_px, passed)
    for run in runs:
        run.move(passed * gap, gap)
        passed += len(run.spaces)


class _Run(NamedTuple):
    """A glyph run with the places of its stretchable spaces: indices into its glyphs."""

    glyphs: QGlyphRun
    positions: list[QPointF]
    spaces: list[int]
    left: float

    @classmethod
    def of(cls, glyphs: QGlyphRun, display16: str, first: int, end: int) -> _Run:
        positions = glyphs.positions()
        spaces = [
            place
            for place, index in enumerate(glyphs.stringIndexes())
            if first <= index < end and display16[index] in SPACES
        ]
        return cls(glyphs, positions, spaces, glyphs.boundingRect().left())

    def move(self, shift: float, gap: float) -> None:
        """Shift the run's left end by ``shift`` and open each space by ``gap``."""
        right_to_left = self.glyphs.isRightToLeft()
        at = shift + (len(self.spaces) * gap if right_to_left else 0.0)
        step = -gap if right_to_left else gap
        moved: list[QPointF] = []
        done = 0
        for space in self.spaces:
            moved += [QPointF(p.x() + at, p.y()) for p in self.positions[done : space + 1]]
            at += step
            done = space + 1
        moved += [QPointF(p.x() + at, p.y()) for p in self.positions[done:]]
        self.glyphs.setPositions(moved)


def _warp_of(runs: list[_Run], gap: float, space_px: float, passed: int) -> Warp:
    ragged: list[float] = []
    justified: list[float] = []
    for left in sorted(run.positions[place].x() for run in runs for place in run.spaces):
        ragged += (left, left + space_px)
        justified += (left + passed * gap, left + space_px + (passed + 1) * gap)
        passed += 1
    return Warp(tuple(ragged), tuple(justified))
