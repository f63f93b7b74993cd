# SPDX-License-Identifier: GPL-3.0-or-later
"""The decoder finds the best path there is, keeps to what is allowed, and reads labels as names."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.recognisers.tagger.decoder import (
    Chunk,
    allowed_transitions,
    bioes,
    chunks_of,
    labels_of,
    viterbi,
    viterbi_batch,
)

numbers = st.integers(-40, 40).map(lambda number: number / 8)
BIO = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC")


@st.composite
def chains(draw, most_tokens=5, most_labels=4):
    """``(scores, transitions, begin, end)`` of one small sequence."""
    length, width = draw(st.integers(1, most_tokens)), draw(st.integers(2, most_labels))

    def array(*shape):
        count = int(np.prod(shape))
        return np.array(draw(st.lists(numbers, min_size=count, max_size=count)), np.float32).reshape(shape)

    return array(length, width), array(width, width), array(width), array(width)


def value(path, scores, transitions, begin, end):
    steps = sum(transitions[one, other] for one, other in itertools.pairwise(path))
    return begin[path[0]] + end[path[-1]] + sum(scores[i, label] for i, label in enumerate(path)) + steps


@given(chains())
@settings(deadline=None)
def test_no_path_is_better_than_the_one_found(chain):
    scores, transitions, begin, end = chain
    found = viterbi(scores, transitions, begin=begin, end=end)
    every = itertools.product(range(scores.shape[1]), repeat=len(scores))
    assert value(found, *chain) == pytest.approx(max(value(path, *chain) for path in every), abs=1e-4)


@given(chains(), st.data())
@settings(deadline=None)
def test_only_allowed_labels_are_used_and_the_best_of_them(chain, data):
    scores, transitions, begin, end = chain
    width = scores.shape[1]
    choices = [sorted(data.draw(st.sets(st.integers(0, width - 1), min_size=1))) for _ in scores]
    allowed = np.array([[label in its for label in range(width)] for its in choices])
    found = viterbi(scores, transitions, begin=begin, end=end, allowed=allowed)
    assert value(found, *chain) == pytest.approx(max(value(p, *chain) for p in itertools.product(*choices)), abs=1e-4)
    assert allowed[np.arange(len(found)), found].all()


@given(st.lists(chains(most_labels=2), min_size=2, max_size=4))
@settings(deadline=None)
def test_sequences_do_not_disturb_each_other(chains_of_many):
    scores = [chain[0][:, :2] for chain in chains_of_many]
    _, transitions, begin, end = chains_of_many[0]
    lengths = np.array([len(each) for each in scores])
    padded = np.full((len(scores), lengths.max(), 2), 7.0, np.float32)
    for row, each in enumerate(scores):
        padded[row, : len(each)] = each
    together = viterbi_batch(padded, lengths, transitions, begin=begin, end=end)
    alone = [viterbi(each, transitions, begin=begin, end=end) for each in scores]
    assert [path.tolist() for path in together] == [path.tolist() for path in alone]


def test_nothing_has_an_empty_path():
    assert viterbi(np.zeros((0, 3), np.float32), np.zeros((3, 3), np.float32)).tolist() == []


def test_inside_follows_only_its_own_kind():
    allowed = allowed_transitions(BIO)
    follows = {BIO[other] for other in range(len(BIO)) if allowed[BIO.index("B-PER"), other]}
    assert follows == {"O", "B-PER", "I-PER", "B-LOC"}


def test_with_ends_a_name_must_end():
    labels = bioes(("PER",))
    allowed = allowed_transitions(labels)
    follows = {labels[other] for other in range(len(labels)) if allowed[labels.index("B-PER"), other]}
    assert follows == {"I-PER", "E-PER"}


@given(st.lists(st.sampled_from(["O", "B-PER", "I-PER", "E-PER", "S-PER", "B-LOC", "I-LOC"]), max_size=12))
def test_any_labels_are_names_apart_and_in_order(labels):
    found = chunks_of(labels)
    assert all(one.after <= other.first for one, other in itertools.pairwise(found))
    assert {index for each in found for index in range(each.first, each.after)} == {
        index for index, label in enumerate(labels) if label != "O"
    }


@pytest.mark.parametrize("with_ends", [True, False])
def test_labels_of_names_are_those_names(with_ends):
    names = [Chunk(0, 1, "PER"), Chunk(1, 4, "LOC"), Chunk(5, 7, "PER")]
    assert chunks_of(labels_of(names, 8, with_ends=with_ends)) == names
