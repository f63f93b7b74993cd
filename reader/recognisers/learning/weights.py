# SPDX-License-Identifier: GPL-3.0-or-later
"""Sparse weights of hashed features for the labels of a chain, learned one passage at a time."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from reader.recognisers.tagger.decoder import Labels, Scores
from reader.recognisers.tagger.features import BUCKETS, Ids

_LEAST_ROWS: Final = 256
_NOTHING: Final = np.float32(1e-6)


class SparseWeights:
    """One row of weights for each feature that was ever learned of; all others weigh nothing.

    A feature moves the less the more often it has moved: those that stand at every word would otherwise carry away what
    a rare one has to say. Not to be changed while another thread reads it.
    Source: J. Duchi, E. Hazan, Y. Singer, Adaptive Subgradient Methods, JMLR 12 (2011), with counts for gradients.
    """

    def __init__(self, n_labels: int) -> None:
        self.n_labels = n_labels
        self._row_of = np.zeros(BUCKETS, np.int32)
        self._rows = np.zeros((_LEAST_ROWS, n_labels), np.float32)
        self._moves = np.zeros(_LEAST_ROWS, np.float32)
        self._count = 1  # row 0 is that of every feature without weights

    def __len__(self) -> int:
        """How many features have weights."""
        return self._count - 1

    @classmethod
    def of(cls, ids: NDArray[np.int32], rows: Scores, moves: NDArray[np.float32]) -> SparseWeights:
        """Weights as ``parts`` gave them.

        Raises:
            ValueError: when they do not belong together.
        """
        if ids.ndim != 1 or rows.ndim != 2 or moves.ndim != 1 or not len(ids) == len(rows) == len(moves):
            raise ValueError("weights and their features differ in number")
        if len(ids) and (ids.min() <= 0 or ids.max() >= BUCKETS or (np.diff(ids) <= 0).any() or moves.min() < 0):
            raise ValueError("the numbers of features are not in order")
        weights = cls(rows.shape[1])
        weights._rows = np.concatenate([np.zeros((1, rows.shape[1]), np.float32), rows.astype(np.float32)])
        weights._moves = np.concatenate([np.zeros(1, np.float32), moves.astype(np.float32)])
        weights._row_of[ids] = np.arange(1, len(ids) + 1, dtype=np.int32)
        weights._count = len(ids) + 1
        return weights

    def parts(self, most: int) -> tuple[NDArray[np.int32], Scores, NDArray[np.float32]]:
        """The features in order, their rows and how often each moved; of more than ``most`` those that weigh most.

        Shapes ``(m,)``, ``(m, n_labels)``, ``(m,)``.
        """
        size = np.abs(self._rows[: self._count]).max(axis=1, initial=0)
        ids = np.flatnonzero(size[self._row_of] > _NOTHING)
        if len(ids) > most:
            heaviest = np.argpartition(size[self._row_of[ids]], len(ids) - most)[len(ids) - most :]
            ids = np.sort(ids[heaviest])
        rows = self._row_of[ids]
        return ids.astype(np.int32), self._rows[rows], self._moves[rows]

    def scores(self, ids: Ids) -> Scores:
        """Scores of tokens with these features: ``(n, k)`` gives ``(n, n_labels)``."""
        found = np.zeros((len(ids), self.n_labels), np.float32)
        if self._count > 1:
            for column in self._row_of[ids.T]:
                found += self._rows[column]
        return found

    def rates(self, ids: Ids) -> Scores:
        """How far each feature still moves, 0…1; 0 for feature 0, which says nothing."""
        return np.where(ids == 0, np.float32(0), 1 / np.sqrt(1 + self._moves[self._row_of[ids]]))

    def move(self, ids: Ids, towards: Labels, away: Labels, step: float) -> None:
        """Add ``step`` to the weights of each token's features for its label ``towards``, take it from ``away``.

        Each feature moves by its rate.
        """
        present = ids != 0
        tokens = np.nonzero(present)[0]
        rates = self.rates(ids)[present] * np.float32(step)
        rows = self._rows_for(ids[present])
        np.add.at(self._rows, (rows, towards[tokens]), rates)
        np.subtract.at(self._rows, (rows, away[tokens]), rates)
        np.add.at(self._moves, rows, np.float32(1))

    def plus(self, other: SparseWeights) -> SparseWeights:
        """The sum of both."""
        ids = np.flatnonzero((self._row_of > 0) | (other._row_of > 0)).astype(np.int32)
        mine, its = self._row_of[ids], other._row_of[ids]
        return SparseWeights.of(ids, self._rows[mine] + other._rows[its], self._moves[mine] + other._moves[its])

    def times(self, factor: float) -> SparseWeights:
        """A copy whose weights are multiplied."""
        ids = np.flatnonzero(self._row_of).astype(np.int32)
        rows = self._row_of[ids]
        return SparseWeights.of(ids, self._rows[rows] * np.float32(factor), self._moves[rows])

    def _rows_for(self, ids: NDArray[np.int32]) -> NDArray[np.int32]:
        """The rows of these features, made where they are new."""
        new = np.unique(ids[self._row_of[ids] == 0])
        needed = self._count + len(new)
        if needed > len(self._rows):
            more = max(needed, 2 * len(self._rows)) - len(self._rows)
            self._rows = np.concatenate([self._rows, np.zeros((more, self.n_labels), np.float32)])
            self._moves = np.concatenate([self._moves, np.zeros(more, np.float32)])
        self._row_of[new] = np.arange(self._count, needed, dtype=np.int32)
        self._count = needed
        return self._row_of[ids]
