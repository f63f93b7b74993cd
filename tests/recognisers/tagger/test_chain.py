# SPDX-License-Identifier: GPL-3.0-or-later
"""Forward and backward sums give the probabilities that counting every path gives."""

import itertools

import numpy as np
import pytest

from reader.recognisers.tagger.chain import Chain, expected_transitions, sums

RANDOM = np.random.Generator(np.random.PCG64(7))
LENGTHS = np.array([4, 1, 3])
SCORES = RANDOM.normal(size=(4, 3, 3))
CHAIN = Chain(RANDOM.normal(size=(3, 3)), RANDOM.normal(size=3), RANDOM.normal(size=3))


def paths(sequence):
    """Every path of a sequence with its weight."""
    length = LENGTHS[sequence]
    for path in itertools.product(range(3), repeat=int(length)):
        steps = sum(CHAIN.transitions[one, other] for one, other in itertools.pairwise(path))
        emitted = sum(SCORES[place, sequence, label] for place, label in enumerate(path))
        yield path, np.exp(CHAIN.begin[path[0]] + CHAIN.end[path[-1]] + steps + emitted)


@pytest.mark.parametrize("sequence", [0, 1, 2])
def test_sum_over_all_paths(sequence):
    total = sum(weight for _, weight in paths(sequence))
    assert sums(SCORES, LENGTHS, CHAIN).log_norms[sequence] == pytest.approx(np.log(total))


@pytest.mark.parametrize("sequence", [0, 1, 2])
def test_probability_of_each_label(sequence):
    counted = np.zeros((LENGTHS[sequence], 3))
    for path, weight in paths(sequence):
        counted[np.arange(len(path)), path] += weight
    counted /= counted.sum(axis=1, keepdims=True)
    found = sums(SCORES, LENGTHS, CHAIN).label_probabilities()
    assert found[: LENGTHS[sequence], sequence] == pytest.approx(counted)


def test_expected_order_of_labels():
    counted = np.zeros((3, 3))
    for sequence in range(3):
        total = sum(weight for _, weight in paths(sequence))
        for path, weight in paths(sequence):
            for one, other in itertools.pairwise(path):
                counted[one, other] += weight / total
    found = sums(SCORES, LENGTHS, CHAIN)
    assert expected_transitions(found, LENGTHS, CHAIN, np.ones(3)) == pytest.approx(counted)
