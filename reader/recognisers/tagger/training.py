# SPDX-License-Identifier: GPL-3.0-or-later
"""Weights learned from annotated sentences: a conditional random field by stochastic gradients, the same each time.

Sums are kept in double precision and rounded at the end, so that the last bits of a machine's arithmetic do not show.
Source: J. Lafferty, A. McCallum, F. Pereira, Conditional random fields, 2001; J. Duchi, E. Hazan, Y. Singer, Adaptive
subgradient methods, 2011.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from reader.recognisers.tagger.chain import Chain, expected_transitions, sums
from reader.recognisers.tagger.corpus import LABELS, Sentence
from reader.recognisers.tagger.decoder import allowed_ends, allowed_transitions
from reader.recognisers.tagger.features import BUCKETS, TEMPLATES, Group, Template
from reader.recognisers.tagger.model import STEP
from reader.recognisers.tagger.words import Column

Floats = NDArray[np.float64]
Progress = Callable[[int, int], None]
"""``progress(done, total)`` in rounds."""

_FORBIDDEN: Final = -30.0
"""The score of an order of labels that must not be."""
_WORDS: Final = frozenset((Column.KEY, Column.LEMMA, Column.CORE))


def _columns(wanted: Callable[[Template], bool]) -> NDArray[np.intp]:
    return np.array([index for index, template in enumerate(TEMPLATES) if wanted(template)])


_DROPPED: Final = (
    _columns(lambda template: template.group in {Group.RULES, Group.DOCUMENT}),
    _columns(lambda template: template.group is Group.LISTS),
    _columns(lambda template: not _WORDS.isdisjoint(column for column, _ in template.places)),
)
"""Features that are left out of some sentences together: what lists and rules know of the training text, which was
before the eyes of those who wrote them, they do not know of other text; nor are its words those of other text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """How to learn. ``least_count`` is how often a feature must occur to get weights; ``dropout`` how often a group of
    features is left out of a sentence; ``rounds`` are averaged from ``averaged_from`` on."""

    rounds: int = 8
    averaged_from: int = 4
    sentences_at_a_time: int = 96
    rate: float = 0.08
    pull: float = 0.03
    dropout: float = 0.4
    least_count: int = 2
    seed: int = 1


class Learned(NamedTuple):
    """``features`` are sorted numbers, those that have ``weights``: ``(n, n_labels) int8``."""

    features: NDArray[np.int32]
    weights: NDArray[np.int8]
    chain: Chain


class _Batch(NamedTuple):
    ids: NDArray[np.int32]
    labels: NDArray[np.intp]
    lengths: NDArray[np.intp]


class _Adaptive:
    """Numbers that are moved by gradients, the less the more they were moved before."""

    def __init__(self, shape: tuple[int, ...], recipe: Recipe) -> None:
        self.values = np.zeros(shape)
        self.total = np.zeros(shape)
        self._squares = np.full(shape, 1e-8)
        self._recipe = recipe

    def move(self, gradient: Floats, rows: NDArray[np.intp] | slice = slice(None)) -> None:
        pulled = gradient - self._recipe.pull * self.values[rows]
        self._squares[rows] += pulled * pulled
        self.values[rows] += self._recipe.rate * pulled / np.sqrt(self._squares[rows])

    def remember(self) -> None:
        self.total += self.values


def learn(sentences: Sequence[Sentence], recipe: Recipe, progress: Progress | None = None) -> Learned:
    """Weights for ``LABELS`` from the sentences; the same sentences in the same order give the same weights."""
    features = _frequent(sentences, recipe.least_count)
    place = np.zeros(BUCKETS, np.int32)
    place[features] = np.arange(1, len(features) + 1, dtype=np.int32)
    known = [Sentence(place[each.ids], each.labels) for each in sentences]
    return _Field(len(features) + 1, recipe).taught(known, features, progress)


def _frequent(sentences: Sequence[Sentence], least: int) -> NDArray[np.int32]:
    counts = np.zeros(BUCKETS, np.int64)
    for first in range(0, len(sentences), 256):
        block = np.concatenate([each.ids.ravel() for each in sentences[first : first + 256]])
        counts += np.bincount(block, minlength=BUCKETS)
    counts[0] = 0
    return np.flatnonzero(counts >= least).astype(np.int32)


class _Field:
    """The weights while they are being learned; row 0 is for features that have none."""

    def __init__(self, rows: int, recipe: Recipe) -> None:
        width = len(LABELS)
        self._recipe = recipe
        self._chance = random.Random(recipe.seed)
        self._weights = _Adaptive((rows, width), recipe)
        self._order = _Adaptive((width + 2, width), recipe)
        begins, ends = allowed_ends(LABELS)
        allowed = np.concatenate([allowed_transitions(LABELS), begins[None], ends[None]])
        self._limits = np.where(allowed, 0.0, _FORBIDDEN)

    def taught(self, known: Sequence[Sentence], features: NDArray[np.int32], progress: Progress | None) -> Learned:
        for number in range(self._recipe.rounds):
            for batch in self._batches(known):
                self._step(batch)
            if number >= self._recipe.averaged_from:
                self._weights.remember()
                self._order.remember()
            if progress is not None:
                progress(number + 1, self._recipe.rounds)
        return self._result(features)

    def _result(self, features: NDArray[np.int32]) -> Learned:
        count = self._recipe.rounds - self._recipe.averaged_from
        rounded = np.clip(np.rint(self._weights.total[1:] / count / STEP), -127, 127).astype(np.int8)
        kept = rounded.any(axis=1)
        order = np.rint((self._order.total / count + self._limits) / STEP) * STEP
        chain = _chain_of(order.astype(np.float32))
        return Learned(features[kept], rounded[kept], chain)

    def _batches(self, known: Sequence[Sentence]) -> list[_Batch]:
        """All sentences once, those of about one length together, in a new order each time."""
        chance, size = self._chance, self._recipe.sentences_at_a_time
        keys = [len(each.labels) * (0.8 + 0.4 * chance.random()) for each in known]
        order = sorted(range(len(known)), key=keys.__getitem__)
        groups = [order[first : first + size] for first in range(0, len(order), size)]
        chance.shuffle(groups)
        return [self._batch([known[index] for index in group]) for group in groups]

    def _batch(self, sentences: Sequence[Sentence]) -> _Batch:
        lengths = np.array([len(each.labels) for each in sentences])
        ids = np.concatenate([each.ids for each in sentences])
        end = 0
        for length in lengths.tolist():
            start, end = end, end + length
            for group in _DROPPED:
                if self._chance.random() < self._recipe.dropout:
                    ids[start:end, group] = 0
        return _Batch(ids, np.concatenate([each.labels for each in sentences]), lengths)

    def _step(self, batch: _Batch) -> None:
        """One move along the gradient of the batch's likelihood."""
        chain = _chain_of(self._order.values + self._limits)
        count = len(batch.lengths)
        sequence = np.repeat(np.arange(count), batch.lengths)
        starts = np.cumsum(batch.lengths) - batch.lengths
        place = np.arange(len(sequence)) - np.repeat(starts, batch.lengths)
        scores = np.zeros((int(batch.lengths.max()), count, len(LABELS)))
        scores[place, sequence] = _added_up(self._weights.values, batch.ids)
        found = sums(scores, batch.lengths, chain)
        missing = -found.label_probabilities()[place, sequence]
        missing[np.arange(len(missing)), batch.labels] += 1
        order = np.zeros_like(self._order.values)
        order[:-2] = -expected_transitions(found, batch.lengths, chain, np.ones(count))
        inner = np.setdiff1d(np.arange(len(sequence)), starts, assume_unique=True)
        np.add.at(order, (batch.labels[inner - 1], batch.labels[inner]), 1)
        order[-2] = missing[starts].sum(axis=0)
        order[-1] = missing[starts + batch.lengths - 1].sum(axis=0)
        rows, gradient = _gathered(batch.ids, missing, len(self._weights.values))
        self._weights.move(gradient, rows)
        self._order.move(order)


def _chain_of(order: NDArray[np.floating]) -> Chain:
    return Chain(order[:-2], order[-2], order[-1])


def _added_up(weights: Floats, ids: NDArray[np.int32]) -> Floats:
    total = weights[ids[:, 0]]
    for column in ids.T[1:]:
        total += weights[column]
    return total


def _gathered(ids: NDArray[np.int32], missing: NDArray[np.floating], rows: int) -> tuple[NDArray[np.intp], Floats]:
    """The rows that the features touch, and what each is to move by; never row 0."""
    flat = ids.ravel()
    touched = np.flatnonzero(np.bincount(flat, minlength=rows))
    touched = touched[touched > 0]
    gradient = np.empty((len(touched), missing.shape[1]))
    for label in range(missing.shape[1]):
        weights = np.repeat(missing[:, label], ids.shape[1])
        gradient[:, label] = np.bincount(flat, weights=weights, minlength=rows)[touched]
    return touched, gradient
