# SPDX-License-Identifier: GPL-3.0-or-later
"""The lines of a page, in the order they are read, out of letters and their places alone."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from reader.importers.pdf_glyphs import Glyph, PageContent
from reader.text import arabic, visual_order
from reader.text.direction import Direction, dominant_direction, paragraph_direction
from reader.text.presentation_forms import letters_of

_GAP = 0.13
"""Ems between two letters that part words. Letters of a word touch or nearly do; the narrowest space is 0.2 em."""
_GAP_LEAST, _GAP_MOST, _OF_USUAL = 0.11, 0.22, 0.5
_GAP_AT_SIGNS = 0.3
_SIGNS_BEHIND_WORDS = frozenset("،؛,;.:!؟?")
"""Signs that stand close behind a word, whatever room they keep."""
_ARMED = frozenset("كکگ")
"""Letters whose arm reaches over what stands before them."""
_FAR = 1.6
"""Ems beyond which two letters stand in different pieces (cells, columns) even on one line."""
_SAME_LINE = 0.35
"""Ems by which letters of one line may differ in height."""
_LOW_SIGNS = frozenset(".,،_-–—…·ـ،")
"""Signs that are as low and thin as a stroke."""
_MOST_MARKS = 8
"""Marks on one letter that are looked over."""
_SHADDA = "\u0651"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Letters of one line without a wide gap: ``text`` in reading order. Points from the lower left corner."""

    text: str
    left: float
    right: float
    level: float
    size: float
    bold: bool
    leftward: tuple[bool, ...] = ()

    @property
    def width(self) -> float:
        return self.right - self.left


class _Spot(NamedTuple):
    """A glyph with its marks."""

    glyph: Glyph
    text: str


def pieces_of(content: PageContent) -> list[Piece]:
    """The pieces of all lines of the page, from top to bottom, each from its right edge. O(n log n)."""
    spots = _without_strokes(_with_marks(content.glyphs))
    advances = _advances(spots)
    dominant = dominant_direction("".join(glyph.text for glyph in content.glyphs))
    rows = [_piece(row, dominant, advances) for row in _rows(spots) if any(spot.text for spot in row)]
    return sorted((row for row in rows if row.text.strip()), key=lambda row: (-row.level, -row.right))


def with_brackets(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with brackets as they stand in logical order.

    Whether a program stores a bracket as it looks or as it is meant differs; the words beside them tell.
    """
    votes = [visual_order.bracket_votes(piece.text, piece.leftward) for piece in pieces]
    mirrored = sum(vote[1] for vote in votes) > sum(vote[0] for vote in votes)
    return [
        replace(piece, text=visual_order.with_brackets_turned(piece.text, piece.leftward, mirrored=mirrored))
        for piece in pieces
    ]


def _with_marks(glyphs: Sequence[Glyph]) -> list[_Spot]:
    """Every letter with the marks that are drawn over or under it, or that were written beside it."""
    order = [at for at, glyph in enumerate(glyphs) if not glyph.is_mark]
    bases = sorted(order, key=lambda at: glyphs[at].left)
    lefts = [glyphs[at].left for at in bases]
    widest = max((glyphs[at].right - glyphs[at].left for at in bases), default=0.0)
    marks: dict[int, list[Glyph]] = {}
    lost: list[Glyph] = []
    beside = _written_beside(glyphs)
    for number, mark in enumerate(glyphs):
        if not mark.is_mark:
            continue
        at = beside.get(number)
        at = _base_of(mark, glyphs, bases, lefts, widest) if at is None else at
        if at is None:
            lost.append(mark)
        else:
            marks.setdefault(at, []).append(mark)
    spots = [_Spot(glyphs[at], glyphs[at].text + _in_order(marks.get(at, []))) for at in order]
    return spots + [_Spot(mark, mark.text) for mark in lost]


def _written_beside(glyphs: Sequence[Glyph]) -> dict[int, int]:
    """For marks that were written together with a letter, that letter: all before their marks, or all behind them.

    Which of the two it is in this page, the places tell; where they do not, nothing is said.
    """
    pairs = [(at, *_neighbours(glyphs, at)) for at, glyph in enumerate(glyphs) if glyph.is_mark and glyph.object]
    before = behind = 0
    for at, first, second in pairs:
        if first is not None and second is not None:
            near, far = (_beside(glyphs[at], glyphs[one]) for one in (first, second))
            before += near < far
            behind += far < near
    if before > 2 * behind:
        chosen = [(at, first) for at, first, _ in pairs]
    elif behind > 2 * before:
        chosen = [(at, second) for at, _, second in pairs]
    else:
        return {}
    return {at: one for at, one in chosen if one is not None and _beside(glyphs[at], glyphs[one]) < glyphs[at].size}


def _neighbours(glyphs: Sequence[Glyph], at: int) -> tuple[int | None, int | None]:
    """The letters written before and behind a mark of the same object."""
    found: list[int | None] = []
    for step in (-1, 1):
        other = at + step
        while 0 <= other < len(glyphs) and abs(other - at) < _MOST_MARKS and glyphs[other].is_mark:
            other += step
        inside = 0 <= other < len(glyphs) and glyphs[other].object == glyphs[at].object and glyphs[other].is_letter
        found.append(other if inside else None)
    return found[0], found[1]


def _beside(mark: Glyph, base: Glyph) -> float:
    """How far the mark is drawn from the middle of the letter, in points."""
    return abs(mark.ink.middle - base.ink.middle) + abs(mark.level - base.level)


def _in_order(marks: Iterable[Glyph]) -> str:
    """The marks of one letter, shadda first, as they are typed."""
    text = "".join(mark.text for mark in marks)
    return "".join(sorted(text, key=lambda char: (char != _SHADDA, unicodedata.combining(char))))


def _base_of(mark: Glyph, glyphs: Sequence[Glyph], bases: list[int], lefts: list[float], widest: float) -> int | None:
    """The letter that a mark belongs to: on its line, over or under the mark's middle, or else the nearest one."""
    middle = mark.ink.middle
    slack = 0.3 * mark.size
    first, last = bisect_left(lefts, middle - widest - slack), bisect_left(lefts, middle + slack)
    best: tuple[float, int] | None = None
    for at in range(first, last):
        base = glyphs[bases[at]]
        beside = max(base.left - middle, middle - base.right, 0.0)
        above = abs(base.level - mark.level) if mark.level != base.level else 0.0
        if beside > slack or above > 1.1 * max(base.size, mark.size) or not base.is_letter:
            continue
        inked = max(base.ink.left - middle, middle - base.ink.right, 0.0)
        distance = 4 * beside + above + inked + 0.05 * abs(base.middle - middle)
        if best is None or distance < best[0]:
            best = (distance, bases[at])
    return best[1] if best is not None else None


def _rows(spots: list[_Spot]) -> list[list[_Spot]]:
    """Chains of glyphs from right to left, each the nearest one at the same height."""
    open_rows: list[tuple[float, int]] = []
    rows: list[list[_Spot]] = []
    for spot in sorted(spots, key=lambda spot: -spot.glyph.right):
        glyph = spot.glyph
        at = _row_of(glyph, open_rows, rows)
        if at is None:
            rows.append([spot])
            insort(open_rows, (glyph.level, len(rows) - 1))
        else:
            rows[at].append(spot)
    return rows


def _row_of(glyph: Glyph, open_rows: list[tuple[float, int]], rows: list[list[_Spot]]) -> int | None:
    reach = _SAME_LINE * glyph.size
    best: tuple[float, int] | None = None
    at = bisect_left(open_rows, (glyph.level - reach, -1))
    while at < len(open_rows) and open_rows[at][0] <= glyph.level + reach:
        number = open_rows[at][1]
        last = rows[number][-1].glyph
        gap = min(spot.glyph.left for spot in rows[number][-4:]) - glyph.right
        height = max(last.size, glyph.size)
        if gap <= _FAR * min(last.size, glyph.size) and min(last.size, glyph.size) > 0.45 * height:
            distance = abs(open_rows[at][0] - glyph.level) + max(gap, 0) * 0.2
            if best is None or distance < best[0]:
                best = (distance, number)
        at += 1
    return best[1] if best is not None else None


def _piece(row: list[_Spot], dominant: Direction, advances: Mapping[tuple[str, int], float]) -> Piece:
    spots = _alef_left_of_lam(sorted(row, key=lambda spot: (spot.glyph.x, spot.glyph.right)))
    size = sorted(spot.glyph.size for spot in spots)[len(spots) // 2]
    parts = _with_spaces(spots, advances)
    text, leftward = _logical(parts, dominant)
    bold = sum(spot.glyph.bold for spot in spots) * 2 > len(spots)
    levels = sorted(spot.glyph.level for spot in spots)
    return Piece(
        text=text,
        left=min(spot.glyph.left for spot in spots),
        right=max(spot.glyph.right for spot in spots),
        level=levels[len(levels) // 2],
        size=size,
        bold=bold,
        leftward=leftward,
    )


def _with_spaces(spots: list[_Spot], advances: Mapping[tuple[str, int], float]) -> list[str]:
    """The texts of the glyphs from left to right, spaces where there are gaps."""
    gaps: list[float] = []
    reached = _end_of(spots[0].glyph, advances)
    for before, spot in pairwise(spots):
        gaps.append((spot.glyph.left - reached) / min(before.glyph.size, spot.glyph.size))
        reached = max(reached, _end_of(spot.glyph, advances))
    narrowest = _narrowest_space(gaps)
    parts = [spots[0].text]
    for gap, before, spot in zip(gaps, spots, spots[1:], strict=False):
        wide = _GAP_AT_SIGNS if before.text[:1] in _SIGNS_BEHIND_WORDS else narrowest
        if gap > wide:
            parts.append(" ")
        parts.append(spot.text)
    return [part for part in parts if part]


def _narrowest_space(gaps: Sequence[float]) -> float:
    """The gap from which on words are parted, in ems: more than half of what is usual in this line."""
    spaces = [gap for gap in gaps if gap > _GAP]
    if len(spaces) < 3:
        return _GAP
    return min(max(_OF_USUAL * median(spaces), _GAP_LEAST), _GAP_MOST)


def _without_strokes(spots: list[_Spot]) -> list[_Spot]:
    """The strokes that stretch a line, thin and on the base line, say nothing; they keep the letters together."""
    return [spot if spot.text in _LOW_SIGNS or not _is_stroke(spot.glyph) else spot._replace(text="") for spot in spots]


def _is_stroke(glyph: Glyph) -> bool:
    """Whether what is drawn cannot be what its character says: files take strokes for anything."""
    if len(glyph.text) > 1 or arabic.is_arabic_letter(glyph.text):
        return False
    return glyph.ink.height < 0.16 * glyph.size and abs(glyph.ink.bottom - glyph.level) < 0.16 * glyph.size


def _key(glyph: Glyph) -> tuple[str, int]:
    """The same for the same shape at any size, nearly surely."""
    return glyph.text, round(100 * glyph.ink.width / glyph.size)


def _advances(spots: list[_Spot]) -> dict[tuple[str, int], float]:
    """How far each shape advances at the least, in ems, where it is drawn over what stands beside it.

    The swung arm of a kaf reaches over the space before its word; only what follows closely elsewhere tells its width.
    """
    ordered = sorted(spots, key=lambda spot: (round(spot.glyph.level), spot.glyph.x))
    found: dict[tuple[str, int], list[float]] = {}
    for first, second in pairwise(ordered):
        step = (second.glyph.x - first.glyph.x) / first.glyph.size
        if abs(second.glyph.level - first.glyph.level) < 0.5 and 0.15 < step < 2:
            found.setdefault(_key(first.glyph), []).append(step)
    return {key: min(steps) for key, steps in found.items() if len(steps) >= 2}


def _end_of(glyph: Glyph, advances: Mapping[tuple[str, int], float]) -> float:
    """Where the glyph ends: its right edge, or less where it is known to advance less."""
    advance = advances.get(_key(glyph))
    if advance is None or glyph.text not in _ARMED:
        return glyph.right
    return min(glyph.right, glyph.x + advance * glyph.size)


def _alef_left_of_lam(spots: list[_Spot]) -> list[_Spot]:
    """An alef that is drawn inside a lam is joined to it: it follows the lam, whichever was written first."""
    ordered = list(spots)
    for at in range(len(ordered) - 1):
        lam, alef = ordered[at], ordered[at + 1]
        if lam.text[:1] == "ل" and alef.text[:1] in arabic.ALEF_FORMS:
            shared = min(lam.glyph.right, alef.glyph.right) - max(lam.glyph.left, alef.glyph.left)
            if shared > 0.8 * min(lam.glyph.right - lam.glyph.left, alef.glyph.right - alef.glyph.left):
                ordered[at], ordered[at + 1] = alef, lam
    return ordered


def _logical(parts: list[str], dominant: Direction) -> tuple[str, tuple[bool, ...]]:
    """The reading order of parts that stand from left to right; a part is never divided."""
    spelt = [
        "".join(letters_of(char) if char in arabic.PRESENTATION_FORMS else char for char in part) for part in parts
    ]
    drawn = "".join(_stand_in(part) for part in spelt)
    if any(char.isalpha() for char in drawn):
        found = visual_order.logical_order(drawn, paragraph_direction(drawn[::-1], dominant_direction(drawn)))
    elif dominant is Direction.RIGHT_TO_LEFT:
        found = visual_order.numbers_in_order(drawn)
    else:
        found = visual_order.logical_order(drawn, dominant)
    texts = [spelt[at] for at in found.sources]
    leftward = [turned for at, turned in zip(found.sources, found.leftward, strict=True) for _ in range(len(spelt[at]))]
    return _without_tatweel("".join(texts), tuple(leftward))


def _without_tatweel(text: str, leftward: tuple[bool, ...]) -> tuple[str, tuple[bool, ...]]:
    """Without the strokes that lengthen words to fill a line; one that ends a word (هـ) says something."""
    if arabic.TATWEEL not in text:
        return text, leftward
    stays = [not found for found in map(_is_inner_tatweel, range(len(text)), [text] * len(text))]
    kept = "".join(char for char, keep in zip(text, stays, strict=True) if keep)
    return kept, tuple(way for way, keep in zip(leftward, stays, strict=True) if keep)


def _is_inner_tatweel(at: int, text: str) -> bool:
    if text[at] != arabic.TATWEEL or at == 0:
        return False
    behind = next((char for char in text[at + 1 :] if char != arabic.TATWEEL and char not in arabic.MARKS), "")
    before = text[at - 1]
    joined = before in arabic.MARKS or before == arabic.TATWEEL or arabic.is_arabic_letter(before)
    return joined and behind != "" and arabic.is_arabic_letter(behind)


def _stand_in(part: str) -> str:
    """One character of the part's kind."""
    return next((char for char in part if not unicodedata.combining(char)), part[0])
