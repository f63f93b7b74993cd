# SPDX-License-Identifier: GPL-3.0-or-later
"""One step of learning for a chain of labels from a passage of which the reader settled all or a part.

The structured passive-aggressive rule: the weights move just as far as is needed for the best sequence that agrees with
the reader to beat every other one by as much as that one is wrong, and never further than a bound. Where the reader
left labels open, the best sequence among those allowed is the one to follow.
Source: K. Crammer and others, Online Passive-Aggressive Algorithms, JMLR 7 (2006), PA-I; E. Fernandes and U. Brefeld,
Learning from Partially Annotated Sequences, ECML (2011).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from reader.recognisers.learning.lessons import Allowed
from reader.recognisers.learning.weights import SparseWeights
from reader.recognisers.tagger.decoder import IMPOSSIBLE, Labels, Scores, allowed_ends, allowed_transitions, viterbi
from reader.recognisers.tagger.features import Ids

LARGEST_STEP: Final = 0.03
_LEAST_SIZE: Final = 1e-3


@dataclass(frozen=True, slots=True)
class Chain:
    """The labels of a chain and the scores of one following another, of beginning and of ending a sequence."""

    labels: tuple[str, ...]
    transitions: Scores
    begin: Scores
    end: Scores

    @classmethod
    def plain(cls, labels: tuple[str, ...]) -> Chain:
        """What may follow what, and nothing learned about it."""
        begins, ends = allowed_ends(labels)
        return cls(labels, *(_penalties(each) for each in (allowed_transitions(labels), begins, ends)))

    def best(self, scores: Scores, allowed: Allowed | None = None) -> Labels:
        return viterbi(scores, self.transitions, begin=self.begin, end=self.end, allowed=allowed)

    def score(self, scores: Scores, path: Labels) -> float:
        """What a path is worth."""
        total = scores[np.arange(len(path)), path].sum() + self.transitions[path[:-1], path[1:]].sum()
        return float(total + self.begin[path[0]] + self.end[path[-1]])


def _penalties(allowed: NDArray[np.bool_]) -> Scores:
    return np.where(allowed, np.float32(0), IMPOSSIBLE).astype(np.float32)


def teach(
    weights: SparseWeights,
    chain: Chain,
    ids: Ids,
    base: Scores | None,
    allowed: Allowed,
    *,
    most: float = LARGEST_STEP,
    cost_of_too_much: float = 1.0,
) -> bool:
    """Move the weights towards what the lesson allows; whether there was anything to learn.

    ``ids`` are the tokens' features ``(n, k)``, ``base`` the scores they have already ``(n, n_labels)``, ``most`` the
    largest step. ``cost_of_too_much`` says how bad a name is where there is none, beside 1 for other mistakes.
    """
    if not len(ids):
        return False
    scores = weights.scores(ids) if base is None else base + weights.scores(ids)
    everyone = np.arange(len(ids))
    wanted = chain.best(scores, allowed)
    if not allowed[everyone, wanted].all():
        return False  # the reader's marks contradict each other: there is nothing to follow
    costs = (~allowed).astype(np.float32)
    costs[wanted == 0] *= np.float32(cost_of_too_much)
    guessed = chain.best(scores + costs)
    cost = float(costs[everyone, guessed].sum())
    loss = chain.score(scores, guessed) - chain.score(scores, wanted) + cost
    if cost <= 0 or loss <= 0:
        return False
    differ = np.flatnonzero(wanted != guessed)
    size = 2 * float(weights.rates(ids[differ]).sum())
    weights.move(ids[differ], wanted[differ], guessed[differ], min(most, loss / max(size, _LEAST_SIZE)))
    return True
