# SPDX-License-Identifier: GPL-3.0-or-later
"""A paragraph as cells of a terminal: letters in their joined forms with their marks, and nothing that commands it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from arabic_reshaper import ArabicReshaper

ZERO_WIDTH_JOINER = "\u200d"
TAB_COLUMNS = 4
_MARKS = ("Mn", "Me", "Mc")
_DOTTED_CIRCLE = "\u25cc"
_SEPARATORS = {"\u0085": "\u2424", "\u2028": "\u2424", "\u2029": "\u2424", "\x7f": "\u2421"}

_LAM = {"\ufedf": 0, "\ufee0": 1}
_LAM_ALEF = {"\ufe82": "\ufef5\ufef6", "\ufe84": "\ufef7\ufef8", "\ufe88": "\ufef9\ufefa", "\ufe8e": "\ufefb\ufefc"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One place in a line.

    ``base`` is the character that tells the direction, ``shown`` its form (empty for what has no width), ``marks`` go
    behind it. It stands for ``start`` to ``end`` of the paragraph, code points, half-open.
    """

    start: int
    end: int
    base: str
    shown: str
    marks: str = ""
    columns: int = 1

    @property
    def is_blank(self) -> bool:
        return unicodedata.category(self.base) == "Zs" or self.base == "\t"

    @property
    def ends_a_word(self) -> bool:
        """Whether a line may end behind it."""
        return (self.is_blank and self.base not in "\u00a0\u202f\u2007") or self.base == "\u200b"


def cells_of(paragraph: str) -> list[Cell]:
    """The cells in logical order, letters unjoined. Controls are replaced by their pictures."""
    cells: list[Cell] = []
    for at, char in enumerate(paragraph):
        if cells and _goes_with(cells[-1], char):
            cells[-1] = _joined_by(cells[-1], char)
        else:
            cells.append(_cell(at, char))
    return cells


def joined(cells: list[Cell]) -> list[Cell]:
    """The cells with Arabic letters in the forms they take beside each other; lam and alef become one cell."""
    return list(_with_lam_alef([replace(cell, shown=form) for cell, form in zip(cells, _forms(cells), strict=True)]))


def _goes_with(before: Cell, char: str) -> bool:
    if unicodedata.category(char) in _MARKS:
        return bool(before.shown) and before.base != "\t"
    # A picture made of several: astronaut = woman, joiner, rocket.
    wants_more = before.marks.endswith(ZERO_WIDTH_JOINER)
    return (wants_more or char == ZERO_WIDTH_JOINER) and unicodedata.category(before.base) == "So"


def _joined_by(before: Cell, char: str) -> Cell:
    columns = 2 if char == "\ufe0f" else before.columns
    return replace(before, end=before.end + 1, marks=before.marks + char, columns=columns)


def _cell(at: int, char: str) -> Cell:
    category = unicodedata.category(char)
    if char == "\t":
        return Cell(start=at, end=at + 1, base=char, shown=" " * TAB_COLUMNS, columns=TAB_COLUMNS)
    if category in _MARKS:
        return Cell(start=at, end=at + 1, base=_DOTTED_CIRCLE, shown=_DOTTED_CIRCLE, marks=char)
    if category == "Cf":
        return Cell(start=at, end=at + 1, base=char, shown="", columns=0)
    visible = picture_of(char)
    return Cell(start=at, end=at + 1, base=visible, shown=visible, columns=_columns(visible))


def picture_of(char: str) -> str:
    """The character, or for a control the symbol that stands for it: terminals must not obey what a text says."""
    if char in _SEPARATORS:
        return _SEPARATORS[char]
    if char < " ":
        return chr(0x2400 + ord(char))
    return "\ufffd" if unicodedata.category(char) in ("Cc", "Cs") else char


def visible(text: str) -> str:
    """The text with pictures in the place of controls, so that a name or a note cannot speak to the terminal."""
    return "".join(map(picture_of, text))


def _columns(char: str) -> int:
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


@cache
def _reshaper() -> ArabicReshaper:
    # Ligatures are made here, where it is known which cells they join; marks have left the text before.
    return ArabicReshaper(configuration={"delete_harakat": False, "support_ligatures": False, "support_zwj": True})


def _forms(cells: list[Cell]) -> Iterator[str]:
    """What each cell shows: one form a base, except that the reshaper takes joiners away."""
    forms = iter(_reshaper().reshape("".join(cell.base for cell in cells)))
    for cell in cells:
        form = "" if cell.base == ZERO_WIDTH_JOINER else next(forms, cell.base)
        yield form if cell.shown == cell.base else cell.shown


def _with_lam_alef(cells: list[Cell]) -> Iterator[Cell]:
    taken = False
    for cell, after in pairwise([*cells, None]):
        if taken or cell is None:
            taken = False
            continue
        taken = after is not None and cell.base == "ل" and cell.shown in _LAM and after.shown in _LAM_ALEF
        yield _ligature(cell, after) if taken and after is not None else cell


def _ligature(lam: Cell, alef: Cell) -> Cell:
    shown = _LAM_ALEF[alef.shown][_LAM[lam.shown]]
    return replace(lam, end=alef.end, shown=shown, marks=lam.marks + alef.marks)
