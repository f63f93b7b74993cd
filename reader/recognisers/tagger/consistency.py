# SPDX-License-Identifier: GPL-3.0-or-later
"""A word is mostly the same thing throughout a document: what its other occurrences are taken for speaks for it."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from reader.recognisers.tagger.words import Column, Trait

Floats = NDArray[np.float32]

WEIGHT: Final = 3.0
"""What an occurrence elsewhere that is surely a name adds to the score of that kind.
Source: measured with a tagger that had not seen the text, on the last sixth of ANERcorp's training part (F1 75.8 to
77.3) and on the development part of AQMAR (68.0 to 75.3), 40 sentences a document."""
ROUNDS: Final = 2
"""How often the evidence is gathered anew from labels that evidence has already moved."""
_SHARPNESS: Final = 5
"""The power of the mean over the other occurrences: the surest few count most, but one of many does not rule."""


class Occurrences:
    """Which tokens of a text are the same word, without clitics."""

    def __init__(self, rows: NDArray[np.uint32], traits: NDArray[np.uint8]) -> None:
        _, self._word, counts = np.unique(rows[:, Column.CORE], return_inverse=True, return_counts=True)
        self._others = counts[self._word] - 1
        is_word = (traits & Trait.ARABIC > 0) & (rows[:, Column.SUFFIX_2] != 0)
        self._repeated = np.flatnonzero((self._others > 0) & is_word)
        self._words = len(counts)

    def evidence(self, probabilities: Floats) -> Floats:
        """What to add to the labels' scores, from the labels' probabilities, both ``(n, n_labels)``. O(n).

        Labels are O, B-x, I-x, B-y, I-y…; beginning and inside of a kind are one thing here, for a surname ends the
        full name and is the whole of the next mention.
        """
        found = np.zeros_like(probabilities)
        here = self._repeated
        word, others = self._word[here], self._others[here]
        for label in range(1, probabilities.shape[1], 2):
            kind = (probabilities[here, label] + probabilities[here, label + 1]) ** _SHARPNESS
            total = np.bincount(word, weights=kind, minlength=self._words)[word]
            mean = np.maximum(total - kind, 0) / others
            found[here, label] = found[here, label + 1] = WEIGHT * mean ** (1 / _SHARPNESS)
        return found
