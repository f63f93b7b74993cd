# SPDX-License-Identifier: GPL-3.0-or-later
"""From lessons to a model: what is learned of forms, of names, of the reader's own tags, of how sure one may be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from reader.model.ids import TagId
from reader.recognisers.base import Finding
from reader.recognisers.learning.chains import SOURCE as LEARNED
from reader.recognisers.learning.chains import TagChain
from reader.recognisers.learning.confidence import features_of
from reader.recognisers.learning.lessons import Constraint, Mark, Stretch, stretches
from reader.recognisers.learning.memory import FormCount, FormMemory
from reader.recognisers.learning.model import LearnedModel, TaggerChange
from reader.recognisers.learning.online import Chain, teach
from reader.recognisers.learning.study import Passage
from reader.recognisers.learning.weights import SparseWeights
from reader.recognisers.tagger.model import fingerprint
from reader.recognisers.tagger.tagging import TAGS, Tagger
from reader.recognisers.tokens import Tokens

ROUNDS: Final = 3
"""How often a lesson is gone through when it is new."""
COST_OF_TOO_MUCH: Final = 0.7
"""A text without names must not teach that there are none."""

KINDS: Final[dict[TagId, str]] = {tag: kind for kind, tag in TAGS.items()}
"""The tags that the shipped tagger looks after; each other one gets a chain of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What became of a suggestion that was shown: ``mark`` is its place, counted from the beginning of its passage."""

    mark: Mark
    source: str
    reason: str
    confidence: float
    was_right: bool


def with_tagger_taught(
    model: LearnedModel, tagger: Tagger, new: Sequence[Passage], old: Sequence[Passage] = (), rounds: int = ROUNDS
) -> LearnedModel:
    """The tagger's weights moved by new lessons, with old ones between them lest they be forgotten."""
    labels = tagger.model.labels
    chain = Chain(labels, *tagger.model.chain)
    constraint = Constraint(labels, KINDS)
    own = model.tagger.weights if model.tagger.labels == labels else SparseWeights(len(labels))
    weights = own.times(1)
    lessons = [
        (each, constraint.allowed(each.tokens, each.lesson))
        for each in (*new, *old)
        if constraint.concerns(each.lesson)
    ]
    random = np.random.default_rng(len(lessons))
    changed = False
    for _ in range(rounds):
        for index in random.permutation(len(lessons)):
            passage, allowed = lessons[index]
            changed |= teach(weights, chain, passage.ids, passage.base, allowed, cost_of_too_much=COST_OF_TOO_MUCH)
    if not changed:
        return model
    return replace(model, tagger=TaggerChange(labels=labels, weights=weights), features=fingerprint())


def with_chain_tried(model: LearnedModel, tag: TagId, passages: Iterable[Passage]) -> LearnedModel:
    """The record of a chain that is not shown yet, after new passages have put it to the test."""
    chain = model.chains.get(tag)
    if chain is None or chain.is_shown:
        return model
    for each in passages:
        if each.lesson.is_new:
            chain = chain.tried(each)
    return _with_chain(model, chain)


def with_chain_taught(model: LearnedModel, tag: TagId, passages: Sequence[Passage]) -> LearnedModel:
    """A chain learned from these passages alone, which are all there are of its tag, or a fair part of them."""
    return _with_chain(model, model.chains.get(tag, TagChain.new(tag)).taught(passages))


def with_chain_continued(model: LearnedModel, tag: TagId, passages: Sequence[Passage], examples: int) -> LearnedModel:
    """A chain that has many examples, a little further; the tag has so many marks now."""
    return _with_chain(model, model.chains.get(tag, TagChain.new(tag)).continued(passages, examples))


def with_verdicts(model: LearnedModel, verdicts: Iterable[tuple[Tokens, Verdict]]) -> LearnedModel:
    """What the reader's word on suggestions teaches about how sure one may be; each comes with its passage's tokens."""
    confidence = model.confidence.copy()
    chains = dict(model.chains)
    for tokens, each in verdicts:
        if each.source == LEARNED and each.mark.tag in chains:
            chain = chains[each.mark.tag]
            chains[each.mark.tag] = replace(chain, record=chain.record.after(each.was_right, not each.was_right, 0))
        for stretch in stretches(tokens, [each.mark]):
            features = features_of(tokens, _finding(each, stretch))
            confidence.learn(features, each.confidence, was_right=each.was_right)
    return replace(model, confidence=confidence, chains=chains)


def with_forms(model: LearnedModel, changes: Mapping[tuple[str, TagId], FormCount]) -> LearnedModel:
    """Counts of forms changed by so much."""
    memory = FormMemory(dict(model.memory.items()))
    for (key, tag), change in changes.items():
        memory.add(key, tag, change)
    return replace(model, memory=memory)


def left_alone(model: LearnedModel, passages: Iterable[Passage]) -> dict[tuple[str, TagId], FormCount]:
    """How often known forms stand in these passages, which the reader settled, without their tag."""
    counts: dict[tuple[str, TagId], FormCount] = {}
    for passage in passages:
        marked = set(stretches(passage.tokens, (*passage.lesson.tagged, *passage.lesson.refused)))
        for key, each in model.memory.matches(passage.tokens):
            if (each.first, each.after, each.tag) not in marked:
                counts[key, each.tag] = counts.get((key, each.tag), FormCount()).added(FormCount(left=1))
    return counts


def _with_chain(model: LearnedModel, chain: TagChain) -> LearnedModel:
    return replace(model, chains={**model.chains, chain.tag: chain}, features=fingerprint())


def _finding(verdict: Verdict, stretch: Stretch) -> Finding:
    """The suggestion as recognition saw it."""
    return Finding(
        first=stretch.first,
        after=stretch.after,
        start=verdict.mark.start,
        end=verdict.mark.end,
        tag=verdict.mark.tag,
        source=verdict.source,
        confidence=verdict.confidence,
        reason=verdict.reason,
    )
