# SPDX-License-Identifier: GPL-3.0-or-later
"""How likely labels and whole names are in a linear chain: forward and backward sums, many sequences at a time."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating]
Ints = NDArray[np.intp]


class Chain(NamedTuple):
    """Scores of the labels' order: ``transitions[from, to]`` ``(n_labels, n_labels)``, ``begin`` and ``end``."""

    transitions: Floats
    begin: Floats
    end: Floats


class Sums(NamedTuple):
    """Sums over all paths of sequences padded to one length, scaled at each place.

    ``factors``, ``forward`` and ``backward`` are ``(longest, n, n_labels)``; ``log_norms`` ``(n,)`` are the logarithms
    of the sums over all paths. What stands in the padding says nothing.
    """

    factors: Floats
    forward: Floats
    backward: Floats
    log_norms: Floats

    def label_probabilities(self) -> Floats:
        """``(longest, n, n_labels)``, what the labels of each token are likely to be."""
        product = self.forward * self.backward
        product /= product.sum(axis=2, keepdims=True)
        return product


def sums(scores: Floats, lengths: Ints, chain: Chain) -> Sums:
    """The sums for ``scores`` ``(longest, n, n_labels)`` of sequences of ``lengths``, none of them empty. O(n)."""
    longest, count, _ = scores.shape
    highest = scores.max(axis=2, keepdims=True)
    factors = np.exp(scores - highest)
    step = np.exp(chain.transitions)
    forward = np.empty_like(factors)
    log_norms = np.zeros(count, scores.dtype)
    for place in range(longest):
        current = np.exp(chain.begin) if place == 0 else forward[place - 1] @ step
        current = current * factors[place]
        total = current.sum(axis=1, keepdims=True)
        forward[place] = current / total
        going = place < lengths
        log_norms[going] += (np.log(total) + highest[place])[going, 0]
    log_norms += np.log(forward[lengths - 1, np.arange(count)] @ np.exp(chain.end))
    return Sums(factors, forward, _backward(factors, lengths, step, np.exp(chain.end)), log_norms)


def _backward(factors: Floats, lengths: Ints, step: Floats, last: Floats) -> Floats:
    backward = np.empty_like(factors)
    longest = len(factors)
    for place in range(longest - 1, -1, -1):
        ends = np.equal(lengths, place + 1)[:, None]
        going = (backward[place + 1] * factors[place + 1]) @ step.T if place < longest - 1 else last
        current = np.where(ends, last, going)
        backward[place] = current / current.sum(axis=1, keepdims=True)
    return backward


def expected_transitions(found: Sums, lengths: Ints, chain: Chain, weights: Floats) -> Floats:
    """How often each label is expected to follow each other, sequences counted by ``weights`` ``(n,)``."""
    step = np.exp(chain.transitions)
    total = np.zeros_like(step)
    for place in range(1, len(found.factors)):
        going = np.flatnonzero(place < lengths)
        before = found.forward[place - 1, going]
        behind = found.factors[place, going] * found.backward[place, going]
        norms = ((before @ step) * behind).sum(axis=1)
        total += (before * (weights[going] / norms)[:, None]).T @ behind * step
    return total
