# SPDX-License-Identifier: GPL-3.0-or-later
"""Shapes of letters that old files hold in place of letters, and the letters they stand for.

Only the two blocks Arabic Presentation Forms-A and -B are touched: no other compatibility character changes.
Source: Unicode Character Database 15.0, UnicodeData.txt, field 5.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from reader.text import arabic
from reader.text.reordering import Reordering, reordering_of


class Shape(StrEnum):
    """How a form joins the letters beside it in logical order."""

    ISOLATED = "isolated"
    INITIAL = "initial"
    MEDIAL = "medial"
    FINAL = "final"


_FORMS = re.compile(f"[{arabic.PRESENTATION_FORM_CLASS}]")
_WORD_LIGATURES = re.compile("[\ufdf0-\ufdfb]")
_LETTER_FORMS = re.compile("[\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufd8f\ufd92-\ufdc7\ufe70-\ufe72\ufe74\ufe76-\ufefc]")
_LAM_ALEF_AND_VOWEL = re.compile("لا[\u064e-\u0652]+")
_JOINS_BEFORE = (Shape.MEDIAL, Shape.FINAL)
_JOINS_BEHIND = (Shape.INITIAL, Shape.MEDIAL)


def has_forms(text: str) -> bool:
    """Whether letters of the text are stored as shapes; words in one sign (ﷲ, ﷺ) alone are no sign of that."""
    return _LETTER_FORMS.search(text) is not None


def form_count(text: str) -> int:
    """How many letters are stored as shapes, words in one sign not counted. O(n)."""
    return sum(1 for _ in _LETTER_FORMS.finditer(text))


@lru_cache(maxsize=1024)
def letters_of(form: str) -> str:
    """The letters a form stands for: one to four, eighteen for ﷺ; for a mark on a space or stroke the mark."""
    letters = unicodedata.normalize("NFKC", form)
    marks = "".join(letter for letter in letters if letter in arabic.MARKS)
    is_mark_alone = all(letter in arabic.MARKS or letter in (" ", arabic.TATWEEL) for letter in letters)
    return marks if marks and is_mark_alone else letters


@lru_cache(maxsize=1024)
def shape_of(form: str) -> Shape | None:
    """How the form joins; None for what is no form of letters."""
    tag = unicodedata.decomposition(form).partition(" ")[0].strip("<>")
    return Shape(tag) if form and _LETTER_FORMS.match(form) and tag in tuple(Shape) else None


def spelt(text: str, *, words_too: bool = False) -> tuple[str, Reordering]:
    """The text with letters for shapes, and the map from ``text`` to it; ``words_too``: ﷲ and ﷺ as well."""
    derived, sources = spelt_with_sources(text, range(len(text)), words_too=words_too)
    return derived, reordering_of(sources)


def spelt_with_sources(text: str, sources: Iterable[int], *, words_too: bool) -> tuple[str, list[int]]:
    """As ``spelt``, for a text whose characters come from the offsets ``sources``; gives those of the new text."""
    pieces: list[str] = []
    origins: list[int] = []
    for char, source in zip(text, sources, strict=True):
        is_form = _FORMS.match(char) is not None and (words_too or _WORD_LIGATURES.match(char) is None)
        letters = letters_of(char) if is_form else char
        pieces.append(letters)
        origins += [source] * len(letters)
    return _vowels_within("".join(pieces), origins)


def _vowels_within(text: str, origins: list[int]) -> tuple[str, list[int]]:
    """A vowel behind the ligature of lam and alef belongs to the lam: an alef has none. Tanwin stays where it is."""
    letters = list(text)
    for found in _LAM_ALEF_AND_VOWEL.finditer(text):
        alef = found.start() + 1
        if origins[alef] != origins[alef - 1]:
            continue
        end = found.end()
        letters[alef:end] = [*letters[alef + 1 : end], letters[alef]]
        origins[alef:end] = [*origins[alef + 1 : end], origins[alef]]
    return "".join(letters), origins


def joins_forwards(text: str) -> tuple[int, int]:
    """How many neighbouring forms join as in logical order, and how many as in visual order (read from the left).

    A letter that joins what follows needs a neighbour that joins what precedes. Pairs that tell nothing do not count.
    """
    logical = visual = 0
    shapes = [shape_of(char) for char in text if char not in arabic.MARKS]
    for first, second in pairwise(shapes):
        if first is None or second is None:
            continue
        fits = (first in _JOINS_BEHIND) == (second in _JOINS_BEFORE)
        fits_mirrored = (second in _JOINS_BEHIND) == (first in _JOINS_BEFORE)
        logical += fits and not fits_mirrored
        visual += fits_mirrored and not fits
    return logical, visual
