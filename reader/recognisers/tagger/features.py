# SPDX-License-Identifier: GPL-3.0-or-later
"""Tokens as numbers of features: hashed, the same in every run, many tokens at a time.

A feature is a template filled with what stands in some columns at some distances; whoever learns weights for the
numbers need not know what they mean. Number 0 says nothing and weighs nothing.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from reader.recognisers.document import Paragraph
from reader.recognisers.tagger.frequencies import Frequencies, shipped_frequencies
from reader.recognisers.tagger.surroundings import COLUMNS, Context, Hashes, Numbers, surroundings
from reader.recognisers.tagger.words import Column, Trait, WordRows, hashed

Ids = NDArray[np.int32]

BITS: Final = 21
BUCKETS: Final = 1 << BITS
"""Numbers of features lie below this."""
REACH: Final = 3
"""How many tokens before and behind a template may look."""


class Group(StrEnum):
    """What kind of thing a template looks at, for reasons in words."""

    WORD = "word"
    SHAPE = "shape"
    LISTS = "lists"
    FREQUENCY = "frequency"
    BEFORE = "before"
    BEHIND = "behind"
    RULES = "rules"
    DOCUMENT = "document"


class Template(NamedTuple):
    """``places`` are pairs of a column and a distance in tokens, -1 the token before."""

    group: Group
    places: tuple[tuple[int, int], ...]


def _singles(group: Group, columns: Iterable[int], distances: Iterable[int]) -> list[Template]:
    return [Template(group, ((int(column), distance),)) for distance in distances for column in columns]


def _joined(group: Group, *places: tuple[int, int]) -> Template:
    return Template(group, tuple((int(column), distance) for column, distance in places))


_C = Column
_X = Context
_LISTS: Final = (_C.FLAGS, _C.NAMES, _C.PLACES, _C.BODIES, _C.ROLES, _C.OTHERS)
_FIGURES: Final = (_C.BAND, _C.FAMILY, _C.BEARERS)
_NEAR: Final = (_C.LEMMA, _C.CORE, _C.CLITICS, _C.SUFFIX_2, _C.SUFFIX_3, _C.KEY_PREFIX_2, _C.KIND, *_LISTS, *_FIGURES)
_FAR: Final = (_C.KEY, _C.SUFFIX_2, _C.NAMES, _C.PLACES, _C.BODIES, _C.ROLES, _C.OTHERS)

TEMPLATES: Final = (
    *_singles(Group.WORD, (_C.LEMMA, _C.KEY, _C.CORE), (0,)),
    *_singles(Group.SHAPE, range(_C.CLITICS, _C.SHAPE + 1), (0,)),
    *_singles(Group.SHAPE, (_C.KIND, _X.BRACKET, _X.POSITION), (0,)),
    *_singles(Group.LISTS, _LISTS, (0,)),
    *_singles(Group.FREQUENCY, _FIGURES, (0,)),
    *_singles(Group.BEFORE, _NEAR, (-1,)),
    *_singles(Group.BEHIND, _NEAR, (1,)),
    *_singles(Group.BEFORE, _FAR, (-2,)),
    *_singles(Group.BEHIND, _FAR, (2,)),
    *_singles(Group.BEFORE, (_C.KEY, _C.ROLES, _C.BODIES), (-3,)),
    *_singles(Group.RULES, (_X.RULE, _X.OFFICE, _X.FIGURE), (0,)),
    *_singles(Group.RULES, (_X.RULE, _X.OFFICE, _X.FIGURE), (-1, 1)),
    *_singles(Group.DOCUMENT, (_X.COUNT, _X.ELSEWHERE), (0,)),
    *_singles(Group.DOCUMENT, (_X.ELSEWHERE,), (-1, 1)),
    _joined(Group.BEFORE, (_C.KEY, -1), (_C.KEY, 0)),
    _joined(Group.BEHIND, (_C.KEY, 0), (_C.KEY, 1)),
    _joined(Group.BEFORE, (_C.KEY, -2), (_C.KEY, -1)),
    _joined(Group.BEHIND, (_C.KEY, 1), (_C.KEY, 2)),
    _joined(Group.BEFORE, (_C.KEY, -1), (_C.FLAGS, 0)),
    _joined(Group.BEFORE, (_C.KEY, -1), (_C.FAMILY, 0)),
    _joined(Group.BEHIND, (_C.FLAGS, 0), (_C.KEY, 1)),
    _joined(Group.LISTS, (_C.FLAGS, -1), (_C.FLAGS, 0)),
    _joined(Group.LISTS, (_C.FLAGS, 0), (_C.FLAGS, 1)),
    _joined(Group.LISTS, (_C.FLAGS, -1), (_C.FLAGS, 0), (_C.FLAGS, 1)),
    _joined(Group.LISTS, (_C.FLAGS, -2), (_C.FLAGS, -1)),
    _joined(Group.LISTS, (_C.NAMES, -1), (_C.NAMES, 0), (_C.NAMES, 1)),
    _joined(Group.LISTS, (_C.ROLES, -1), (_C.NAMES, 0)),
    _joined(Group.LISTS, (_C.ROLES, -2), (_C.NAMES, 0)),
    _joined(Group.LISTS, (_C.BODIES, -1), (_C.FLAGS, 0)),
    _joined(Group.LISTS, (_C.BODIES, -2), (_C.FLAGS, 0)),
    _joined(Group.LISTS, (_C.FLAGS, 0), (_C.CLITICS, 0)),
    _joined(Group.FREQUENCY, (_C.BAND, 0), (_C.FAMILY, 0)),
    _joined(Group.FREQUENCY, (_C.BAND, 0), (_C.BEARERS, 0)),
    _joined(Group.FREQUENCY, (_C.FAMILY, 0), (_C.BEARERS, 0)),
    _joined(Group.FREQUENCY, (_C.FAMILY, 0), (_C.FLAGS, 0)),
    _joined(Group.FREQUENCY, (_C.FAMILY, 0), (_C.CLITICS, 0)),
    _joined(Group.FREQUENCY, (_C.BEARERS, -1), (_C.BEARERS, 0)),
    _joined(Group.FREQUENCY, (_C.BEARERS, 0), (_C.BEARERS, 1)),
    _joined(Group.FREQUENCY, (_C.FAMILY, -1), (_C.FAMILY, 0)),
    _joined(Group.FREQUENCY, (_C.FAMILY, 0), (_C.FAMILY, 1)),
    _joined(Group.SHAPE, (_C.SUFFIX_2, -1), (_C.SUFFIX_2, 0)),
    _joined(Group.SHAPE, (_C.CLITICS, -1), (_C.CLITICS, 0)),
    _joined(Group.SHAPE, (_C.CLITICS, 0), (_C.SUFFIX_2, 0)),
    _joined(Group.SHAPE, (_C.KIND, -1), (_C.KIND, 0), (_C.KIND, 1)),
    _joined(Group.RULES, (_X.RULE, 0), (_C.FLAGS, 0)),
    _joined(Group.RULES, (_X.RULE, 0), (_C.FAMILY, 0)),
    _joined(Group.RULES, (_X.RULE, -1), (_X.RULE, 0)),
    _joined(Group.RULES, (_X.RULE, 0), (_X.RULE, 1)),
    _joined(Group.RULES, (_X.OFFICE, 0), (_C.NAMES, 0)),
    _joined(Group.RULES, (_X.OFFICE, 0), (_C.FAMILY, 0)),
    _joined(Group.DOCUMENT, (_X.ELSEWHERE, 0), (_C.FLAGS, 0)),
    _joined(Group.DOCUMENT, (_X.ELSEWHERE, 0), (_X.RULE, 0)),
    _joined(Group.DOCUMENT, (_X.COUNT, 0), (_C.FAMILY, 0)),
)
"""What is looked at for each token; the place in this tuple is the column of ``FeatureTable.ids``."""

_SEEDS: Final = np.array([hashed(1000 + index, "template") for index in range(len(TEMPLATES))], np.uint32)
_EDGE: Final = np.array([hashed(column, "\n") for column in range(COLUMNS)], np.uint32)
_MIX: Final = np.uint32(0x9E3779B1)


class FeatureExtractor:
    """Makes features of paragraphs; remembers the words it has met, up to a bound. May be used from several threads."""

    def __init__(self, frequencies: Frequencies | None = None) -> None:
        self._words = WordRows(shipped_frequencies() if frequencies is None else frequencies)

    def table(self, paragraphs: Sequence[Paragraph]) -> FeatureTable:
        """Features of all tokens of the paragraphs, which are read as one text. O(n log n)."""
        words = [word for paragraph in paragraphs for word in paragraph.tokens.words]
        starts = np.cumsum([0, *(len(paragraph.tokens) for paragraph in paragraphs)])
        rows, traits = self._words.of(words)
        around = surroundings([paragraph.found for paragraph in paragraphs], starts, rows, traits)
        return FeatureTable(np.concatenate([rows, around], axis=1), starts, traits)


class FeatureTable:
    """Features of a text's tokens, worked out where they are asked for."""

    def __init__(self, columns: Hashes, starts: Numbers, traits: NDArray[np.uint8]) -> None:
        self.starts = starts
        """Index of each paragraph's first token, and at the end the number of tokens."""
        self.columns = columns
        self.traits = traits
        lengths = np.diff(starts)
        count = int(starts[-1])
        paragraph_of = np.repeat(np.arange(len(lengths)), lengths)
        self._rows = np.arange(count) + REACH * (paragraph_of + 1)
        self._padded = np.tile(_EDGE, (count + REACH * (len(lengths) + 1), 1))
        self._padded[self._rows] = columns

    def __len__(self) -> int:
        return len(self._rows)

    def ids(self, first: int, after: int) -> Ids:
        """The features of tokens ``first`` to ``after`` (half-open): ``(n_tokens, len(TEMPLATES)) int32``."""
        return self._ids(self._rows[first:after])

    def ids_of(self, indices: NDArray[np.intp]) -> Ids:
        """The features of these tokens."""
        return self._ids(self._rows[indices])

    def _ids(self, rows: Numbers) -> Ids:
        around = [self._padded[rows + distance] for distance in range(-REACH, REACH + 1)]
        found = np.empty((len(TEMPLATES), len(rows)), np.uint32)
        for index, template in enumerate(TEMPLATES):
            found[index] = _filled(_SEEDS[index], [around[d + REACH][:, column] for column, d in template.places])
        return np.ascontiguousarray(found.T).view(np.int32)

    def sequences(self, least: int, most: int) -> list[tuple[int, int]]:
        """The paragraphs as half-open ranges of tokens; long ones are cut behind sentences, and at ``most`` tokens."""
        found: list[tuple[int, int]] = []
        ends = self.traits & Trait.ENDS_SENTENCE > 0
        for first, after in itertools.pairwise(self.starts.tolist()):
            start = first
            for end in (np.flatnonzero(ends[first:after]) + first + 1).tolist() if after - first > least else ():
                if end - start >= least:
                    found += _cut(start, end, most)
                    start = end
            found += _cut(start, after, most)
        return found

    def ids_of_paragraph(self, index: int) -> Ids:
        return self.ids(int(self.starts[index]), int(self.starts[index + 1]))


def feature_ids(extractor: FeatureExtractor, paragraphs: Sequence[Paragraph]) -> list[Ids]:
    """For each paragraph its tokens' features ``(n_tokens, len(TEMPLATES)) int32``, each from 0 to ``BUCKETS``."""
    table = extractor.table(paragraphs)
    return [table.ids_of_paragraph(index) for index in range(len(paragraphs))]


def _cut(start: int, end: int, most: int) -> list[tuple[int, int]]:
    return [(first, min(first + most, end)) for first in range(start, end, most)]


def _filled(seed: np.uint32, values: Sequence[Hashes]) -> Hashes:
    """Numbers below ``BUCKETS``; 0 where one of the values is 0."""
    mixed = values[0] ^ seed
    present = values[0] != 0
    for value in values[1:]:
        mixed = (mixed * _MIX) ^ value
        mixed ^= mixed >> np.uint32(15)
        present &= value != 0
    mixed = mixed * _MIX
    mixed ^= mixed >> np.uint32(13)
    found: Hashes = (mixed * _MIX >> np.uint32(32 - BITS)) * present
    return found
