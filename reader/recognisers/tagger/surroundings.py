# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tagger knows of a token from where it stands: rules' findings, brackets, and the rest of the document."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum, auto
from typing import Final

import numpy as np
from numpy.typing import NDArray

from reader.model.ids import TagId
from reader.recognisers.base import (
    DATE,
    EVENT,
    ORGANISATION,
    PERSON,
    PLACE,
    QUANTITY,
    ROLE,
    TERM,
    WORK,
    Finding,
)
from reader.recognisers.tagger.words import Column, Trait, hashed

Hashes = NDArray[np.uint32]
Numbers = NDArray[np.int64]

FIRST: Final = len(Column)


class Context(IntEnum):
    """What stands in the columns behind those of the word."""

    RULE = FIRST
    OFFICE = auto()
    FIGURE = auto()
    BRACKET = auto()
    POSITION = auto()
    COUNT = auto()
    ELSEWHERE = auto()


COLUMNS: Final = len(Column) + len(Context)
_NAMED: Final[dict[TagId, int]] = {PERSON: 1, PLACE: 2, ORGANISATION: 3}
_OTHERS: Final[dict[TagId, int]] = {EVENT: 1, DATE: 2, QUANTITY: 3, WORK: 4, TERM: 5}
_STRONG: Final = 0.8
"""The confidence from which a rule's finding is a feature of its own."""
_SCOPE: Final = 12
"""Tokens that a bracket or quotation mark reaches at most: the closing one may be missing."""
_EVIDENCE: Final = 6
_BEGIN, _INSIDE, _END, _SINGLE = range(4)


def _lookup(column: Context, count: int) -> Hashes:
    """Hashes of the numbers 1…; 0 stays 0."""
    return np.array([0, *(hashed(column, str(number)) for number in range(1, count))], np.uint32)


_TABLES: Final = {column: _lookup(column, 64) for column in Context}


def surroundings(
    found: Sequence[Sequence[Finding]], starts: Numbers, rows: Hashes, traits: NDArray[np.uint8]
) -> Hashes:
    """The columns of ``Context`` for all tokens of the paragraphs: ``(n, len(Context)) uint32``. O(n log n).

    ``starts`` are the indices of each paragraph's first token, and at the end the number of tokens.
    """
    count = int(starts[-1])
    rules, offices, figures = (np.zeros(count, np.int64) for _ in range(3))
    for first, its in zip(starts[:-1].tolist(), found, strict=True):
        for each in its:
            _note(each, first, rules, offices, figures)
    begins = np.zeros(count, bool)
    begins[starts[:-1][starts[:-1] < count]] = True
    position = np.where(begins, 1, 0) + 2 * _behind(traits & Trait.ENDS_SENTENCE > 0)
    codes = {
        Context.RULE: rules,
        Context.OFFICE: offices,
        Context.FIGURE: figures,
        Context.BRACKET: _bracketed(traits),
        Context.POSITION: position,
    }
    codes[Context.COUNT], codes[Context.ELSEWHERE] = _elsewhere(rows, traits, rules, offices)
    return np.stack([_TABLES[column][codes[column]] for column in Context], axis=1)


def _note(each: Finding, shift: int, rules: Numbers, offices: Numbers, figures: Numbers) -> None:
    first, after = each.first + shift, each.after + shift
    if each.tag in _NAMED:
        base = 1 + 4 * (2 * (_NAMED[each.tag] - 1) + (each.confidence >= _STRONG))
        rules[first:after] = base + _INSIDE
        rules[first] = base + _BEGIN
        rules[after - 1] = base + (_END if after - first > 1 else _SINGLE)
    elif each.tag == ROLE:
        offices[first:after] = 1
        offices[after - 1] = 2
        if after < len(offices) and not offices[after]:
            offices[after] = 3
    elif each.tag in _OTHERS:
        figures[first:after] = 2 * _OTHERS[each.tag]
        figures[first] += 1


def _behind(flags: NDArray[np.bool_]) -> Numbers:
    """1 where the token before has the flag."""
    behind = np.zeros(len(flags), np.int64)
    behind[1:] = flags[:-1]
    return behind


def _bracketed(traits: NDArray[np.uint8]) -> Numbers:
    """For each token how far behind an opening mark it stands, 1…, while none has closed it; 0 outside."""
    index = np.arange(len(traits))
    opening = traits & Trait.OPENS > 0
    closing = traits & Trait.CLOSES > 0
    last_opened = np.maximum.accumulate(np.where(opening, index, -_SCOPE - 1))
    last_closed = np.maximum.accumulate(np.where(closing, index, -_SCOPE - 1))
    distance = index - last_opened
    inside = (last_opened > last_closed) & (distance > 0) & (distance <= _SCOPE)
    return np.where(inside, np.minimum(distance, 4), 0)


def _elsewhere(rows: Hashes, traits: NDArray[np.uint8], rules: Numbers, offices: Numbers) -> tuple[Numbers, Numbers]:
    """How often the word occurs in the text, in steps; and what its other occurrences were, as bits plus one.

    Bits: behind a title; person, place, body by the rules; last, and first, part of a person's name.
    """
    is_word = traits & Trait.ARABIC > 0
    _, same, counts = np.unique(rows[:, Column.CORE], return_inverse=True, return_counts=True)
    tag = np.where(rules > 0, (rules - 1) // 8 + 1, 0)
    part = np.where(rules > 0, (rules - 1) % 4, -1)
    behind_title = (_behind(traits & Trait.TITLE > 0) > 0) | (offices == 3)
    evidence = [
        behind_title,
        tag == 1,
        tag == 2,
        tag == 3,
        (tag == 1) & (part == _END),
        (tag == 1) & (part == _BEGIN),
    ]
    bits = np.zeros(len(rows), np.int64)
    for bit, own in enumerate(evidence):
        there = np.bincount(same, weights=own, minlength=len(counts))[same] - own > 0
        bits |= there.astype(np.int64) << bit
    repeated = np.searchsorted(np.array([2, 3, 5]), counts[same], side="right")
    return np.where(is_word, repeated, 0), np.where(is_word, bits, 0)
