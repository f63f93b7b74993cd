# SPDX-License-Identifier: GPL-3.0-or-later
"""A small tagger of its own for each tag that nobody ships one for: the user's tags above all, from ten examples on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

import numpy as np

from reader.model.ids import TagId
from reader.recognisers.learning.lessons import Constraint, Stretch, longest_apart, stretches
from reader.recognisers.learning.online import Chain, teach
from reader.recognisers.learning.study import Passage
from reader.recognisers.learning.weights import SparseWeights
from reader.recognisers.tagger.decoder import Scores, chunks_of
from reader.recognisers.tagger.features import Ids

SOURCE: Final = "learned"
MOST_FEATURES: Final = 6_000
"""Features with weights that one tag keeps."""
FEWEST_EXAMPLES: Final = 6
"""Marks that a tag needs before anything is suggested for it."""
_LEAST_PRECISION: Final = 0.5
"""A tag whose guesses were right less often than this stays hidden until they are better."""
_ROUNDS: Final = 6
_LARGEST_STEP: Final = 0.05
_KIND: Final = "X"
_LABELS: Final = ("O", f"B-{_KIND}", f"I-{_KIND}")
_CHAIN: Final = Chain.plain(_LABELS)
_REMEMBERED: Final = 0.98
"""What a guess of the past counts for after one more: the running figures follow what is true now."""


@dataclass(frozen=True, slots=True)
class Record:
    """How the chain's guesses did on passages it had not seen before; older ones fade."""

    right: float = 0.0
    wrong: float = 0.0
    missed: float = 0.0

    @property
    def precision(self) -> float:
        """Smoothed: a chain that was never tried counts as right two times of three."""
        return (self.right + 2) / (self.right + self.wrong + 3)

    def after(self, right: int, wrong: int, missed: int) -> Record:
        kept = _REMEMBERED ** (right + wrong + missed)
        return Record(self.right * kept + right, self.wrong * kept + wrong, self.missed * kept + missed)


class Guess(NamedTuple):
    first: int
    after: int
    confidence: float


@dataclass(frozen=True, slots=True)
class TagChain:
    """What was learned for one tag. ``examples`` counts the marks it was learned from."""

    tag: TagId
    weights: SparseWeights
    record: Record = Record()
    examples: int = 0

    @classmethod
    def new(cls, tag: TagId) -> TagChain:
        return cls(tag, SparseWeights(len(_LABELS)))

    @property
    def is_shown(self) -> bool:
        """Has it seen enough, and been right often enough?"""
        return self.examples >= FEWEST_EXAMPLES and self.record.precision >= _LEAST_PRECISION

    def guesses(self, ids: Ids) -> list[Guess]:
        """Stretches of the tokens with these features that it takes for its tag."""
        return self.guesses_in(self.weights.scores(ids))

    def guesses_in(self, scores: Scores) -> list[Guess]:
        """Stretches of tokens that it takes for its tag by their scores, with the chance that the reader agrees."""
        if not len(scores) or scores[:, 1:].max() <= scores[:, 0].min():
            return []
        path = _CHAIN.best(scores)
        found = chunks_of([_LABELS[label] for label in path])
        return [Guess(each.first, each.after, self._chance(scores, path, each.first, each.after)) for each in found]

    def tried(self, passage: Passage) -> TagChain:
        """With the record of what it would have guessed here before it was told."""
        right, wrong, missed = self._judged(passage)
        return replace(self, record=self.record.after(right, wrong, missed)) if right + wrong + missed else self

    def taught(self, passages: Sequence[Passage], rounds: int = _ROUNDS) -> TagChain:
        """Learned anew from nothing but these passages; its record stays."""
        weights, total = SparseWeights(len(_LABELS)), SparseWeights(len(_LABELS))
        constraint = Constraint(_LABELS, {self.tag: _KIND})
        prepared = [
            (each.ids, constraint.allowed(each.tokens, replace(each.lesson, is_settled=True, refused=())))
            for each in passages
        ]
        done = 0
        for number in range(rounds):
            changed = [teach(weights, _CHAIN, ids, None, allowed, most=_LARGEST_STEP) for ids, allowed in prepared]
            total = total.plus(weights)
            done = number + 1
            if not any(changed):
                break
        examples = sum(mark.tag == self.tag for each in passages for mark in each.lesson.tagged)
        return replace(self, weights=total.times(1 / max(done, 1)), examples=examples)

    def continued(self, passages: Sequence[Passage], examples: int) -> TagChain:
        """Learned a little further from these passages; the marks are now so many."""
        weights = self.weights.times(1)
        constraint = Constraint(_LABELS, {self.tag: _KIND})
        for each in passages:
            allowed = constraint.allowed(each.tokens, replace(each.lesson, is_settled=True, refused=()))
            teach(weights, _CHAIN, each.ids, None, allowed, most=_LARGEST_STEP)
        return replace(self, weights=weights, examples=examples)

    def _chance(self, scores: Scores, path: np.ndarray, first: int, after: int) -> float:
        """How often its guesses are right, moved by how far this one is ahead of there being nothing."""
        rows = np.arange(first, after)
        ahead = float((scores[rows, path[first:after]] - scores[rows, 0]).mean())
        return float(min(0.97, max(0.05, self.record.precision * (0.75 + 0.35 * np.tanh(ahead)))))

    def _judged(self, passage: Passage) -> tuple[int, int, int]:
        marked = longest_apart([s for s in stretches(passage.tokens, passage.lesson.tagged) if s.tag == self.tag])
        refused = [s for s in stretches(passage.tokens, passage.lesson.refused) if s.tag == self.tag]
        guessed = [Stretch(each.first, each.after, self.tag) for each in self.guesses(passage.ids)]
        right = sum(each in marked for each in guessed)
        known_wrong = [
            each
            for each in guessed
            if each not in marked
            and (passage.lesson.is_settled or any(_touch(each, other) for other in (*marked, *refused)))
        ]
        return right, len(known_wrong), len(marked) - right


def _touch(one: Stretch, other: Stretch) -> bool:
    return one.first < other.after and other.first < one.after
