# SPDX-License-Identifier: GPL-3.0-or-later
"""Text that was stored in visual order or as shapes of letters: recognised, and put right with a map home."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from reader.text import arabic, presentation_forms, visual_order
from reader.text.direction import Direction, dominant_direction, paragraph_direction
from reader.text.reordering import Reordering, reordering_of
from reader.text.visual_order import Evidence

_LINES = re.compile(r"[^\n]*\n|[^\n]+")
_LOOKED_AT = 400
"""Lines with Arabic letters that are looked at to judge a text; they are taken from all over it."""
_FEW_FORMS = 3
"""So many shapes of letters may stand in a sound text: somebody shows them."""


class Order(StrEnum):
    LOGICAL = "logical"
    LINES = "lines"
    """Each line as a whole is in visual order."""
    WORDS = "words"
    """The letters of each word are turned; the words stand in reading order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What is wrong with how a text is stored. ``forms`` counts letters stored as shapes."""

    order: Order = Order.LOGICAL
    forms: int = 0
    marks_first: bool = False
    """Marks stand before their letters once the lines are turned."""
    brackets_mirrored: bool = False

    @property
    def is_sound(self) -> bool:
        return self.order is Order.LOGICAL and not self.forms


@dataclass(frozen=True, slots=True, kw_only=True)
class Repaired:
    """The text put right. ``map`` leads from what was there (source) to ``text`` (derived).

    ``lines`` were put in reading order, ``proved`` of them draw exactly as they stood; ``forms`` became letters.
    """

    text: str
    map: Reordering
    lines: int = 0
    proved: int = 0
    forms: int = 0


class _Line(NamedTuple):
    text: str
    sources: list[int]
    leftward: tuple[bool, ...]
    turned: bool
    proved: bool


def examined(text: str) -> Finding:
    """What is wrong with how the text is stored; sound for nearly every text. Looks at a sample of long texts. O(n)."""
    forms = presentation_forms.form_count(text)
    lines = _sample(text)
    if forms <= _FEW_FORMS:
        forms = 0
    if not lines or not _is_visual(lines):
        return Finding(forms=forms)
    order = Order.WORDS if visual_order.ends_tell_words(lines) else Order.LINES
    return _with_details(Finding(order=order, forms=forms), lines)


def repaired(text: str, finding: Finding, *, words_too: bool = False) -> Repaired:
    """The text put right as ``finding`` says; ``words_too`` spells out words in one sign (ﷲ, ﷺ) as well. O(n).

    In a text in visual order a line that stands in logical order is left as it is.
    """
    if finding.is_sound and not words_too:
        return Repaired(text=text, map=Reordering([(0, 0, len(text), "same")] if text else []))
    pieces: list[str] = []
    rows: list[tuple[int, int, int, str]] = []
    source_at = derived_at = turned = proved = 0
    for line in _LINES.findall(text):
        mended = _mended(line, finding, words_too=words_too)
        pieces.append(mended.text)
        for start, to, length, kind in reordering_of(mended.sources).rows():
            _append(rows, (start + source_at, to + derived_at, length, kind))
        source_at += len(line)
        derived_at += len(mended.text)
        turned += mended.turned
        proved += mended.proved
    return Repaired(text="".join(pieces), map=Reordering(rows), lines=turned, proved=proved, forms=finding.forms)


def _append(rows: list[tuple[int, int, int, str]], row: tuple[int, int, int, str]) -> None:
    """Adds a run, or lengthens the last one where both go straight on."""
    if rows and row[3] == "same" and rows[-1][3] == "same" and rows[-1][0] + rows[-1][2] == row[0]:
        start, to, length, kind = rows[-1]
        rows[-1] = (start, to, length + row[2], kind)
        return
    rows.append(row)


def _mended(line: str, finding: Finding, *, words_too: bool) -> _Line:
    body = line.removesuffix("\n").removesuffix("\r")
    mended = _in_reading_order(body, finding)
    text, sources = mended.text, mended.sources
    if finding.forms or words_too:
        text, sources = presentation_forms.spelt_with_sources(text, sources, words_too=words_too)
    if mended.turned and finding.marks_first:
        text, sources = visual_order.marks_behind_letters(text, sources)
    text += line[len(body) :]
    return mended._replace(text=text, sources=[*sources, *range(len(body), len(line))])


def _in_reading_order(body: str, finding: Finding) -> _Line:
    same = _Line(body, list(range(len(body))), (False,) * len(body), turned=False, proved=False)
    if finding.order is Order.LOGICAL or not _has_arabic(body) or not _evidence_of(body).leans_visual:
        return same
    if finding.order is Order.WORDS:
        sources = visual_order.words_turned(body)
        return _Line("".join(body[at] for at in sources), sources, same.leftward, turned=True, proved=False)
    logical = visual_order.logical_order(body, _base_of(body))
    text = "".join(body[at] for at in logical.sources)
    stands, mirrored = visual_order.bracket_votes(text, logical.leftward)
    if mirrored > stands or (finding.brackets_mirrored and mirrored == stands):
        text = visual_order.with_brackets_mirrored(text, logical.leftward)
    return _Line(text, list(logical.sources), logical.leftward, turned=True, proved=logical.proved)


def _base_of(visual: str) -> Direction:
    return paragraph_direction(visual[::-1], dominant_direction(visual))


def _has_arabic(line: str) -> bool:
    return any(arabic.is_arabic_letter(char) for char in line)


def _sample(text: str) -> list[str]:
    lines = [line for line in _some_lines(text) if _has_arabic(line)]
    step = max(len(lines) // _LOOKED_AT, 1)
    return lines[::step]


def _some_lines(text: str) -> Iterator[str]:
    """Every line of a short text, pieces from all over a long one."""
    if len(text) <= 400_000:
        yield from text.splitlines()
        return
    for start in range(0, len(text), len(text) // 20):
        yield from text[start : start + 20_000].splitlines()


def _is_visual(lines: list[str]) -> bool:
    joined_logical = joined_visual = 0
    for line in lines:
        logical, visual = presentation_forms.joins_forwards(line) if presentation_forms.has_forms(line) else (0, 0)
        joined_logical += logical
        joined_visual += visual
    if joined_logical + joined_visual >= 10:
        # Shapes tell by themselves, letter by letter, how they join.
        return joined_visual > 4 * joined_logical
    return _evidence_of("\n".join(lines)).is_visual


def _evidence_of(line: str) -> Evidence:
    if not presentation_forms.has_forms(line):
        return visual_order.order_evidence(line)
    logical, visual = presentation_forms.joins_forwards(line)
    letters, _ = presentation_forms.spelt(line)
    words = visual_order.order_evidence(letters)
    return Evidence(words.logical + logical, words.visual + visual)


def _with_details(finding: Finding, lines: list[str]) -> Finding:
    """How marks and brackets stand once the lines are turned."""
    stands = mirrored = first = behind = 0
    for line in lines:
        if not _evidence_of(line).leans_visual:
            continue
        logical = visual_order.logical_order(line, _base_of(line))
        text = "".join(line[at] for at in logical.sources)
        votes = visual_order.bracket_votes(text, logical.leftward)
        stands, mirrored = stands + votes[0], mirrored + votes[1]
        starts, ends = _marks_at_edges(text)
        first, behind = first + starts, behind + ends
    return Finding(
        order=finding.order, forms=finding.forms, marks_first=first > behind, brackets_mirrored=mirrored > stands
    )


def _marks_at_edges(text: str) -> tuple[int, int]:
    words = text.split()
    return sum(word[0] in arabic.MARKS for word in words), sum(word[-1] in arabic.MARKS for word in words)
