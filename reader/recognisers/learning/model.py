# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything that was learned from a reader, as recognition uses it and as the library keeps it."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

import numpy as np

from reader.model.ids import TagId
from reader.recognisers.base import Finding
from reader.recognisers.learning import codec
from reader.recognisers.learning.chains import MOST_FEATURES as MOST_CHAIN_FEATURES
from reader.recognisers.learning.chains import Record, TagChain
from reader.recognisers.learning.confidence import ConfidenceModel, features_of
from reader.recognisers.learning.memory import FormCount, FormMemory
from reader.recognisers.learning.weights import SparseWeights
from reader.recognisers.tagger.decoder import Scores
from reader.recognisers.tagger.features import Ids
from reader.recognisers.tokens import Tokens

MOST_TAGGER_FEATURES: Final = 60_000
MOST_CHAINS: Final = 24
"""Tags with a chain of their own; those with the most examples."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaggerChange:
    """Weights added to those of the shipped tagger, for its ``labels``."""

    labels: tuple[str, ...] = ()
    weights: SparseWeights = field(default_factory=lambda: SparseWeights(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnedModel:
    """What one library, or several, taught. Do not change its parts: make another.

    ``features`` names the features that its weights are for, as the tagger tells it; weights for others are not used.
    """

    memory: FormMemory = field(default_factory=FormMemory)
    confidence: ConfidenceModel = field(default_factory=ConfidenceModel)
    tagger: TaggerChange = field(default_factory=TaggerChange)
    chains: Mapping[TagId, TagChain] = field(default_factory=dict)
    features: str = ""

    @property
    def is_empty(self) -> bool:
        return not (len(self.memory) or len(self.confidence) or len(self.tagger.weights) or self.chains)

    # What recognition asks

    def adjust(self, scores: Scores, ids: Ids, labels: Sequence[str]) -> Scores:
        """The tagger's scores of tokens with these features, moved by what was learned: ``(n, n_labels)``."""
        if not len(self.tagger.weights) or tuple(labels) != self.tagger.labels:
            return scores
        return scores + self.tagger.weights.scores(ids)

    @property
    def shown_chains(self) -> list[TagChain]:
        """The chains whose guesses are suggested."""
        return [chain for chain in self.chains.values() if chain.is_shown]

    def remembered(self, tokens: Tokens) -> list[Finding]:
        """Forms that the reader tagged before. O(n)."""
        return self.memory.find(tokens)

    def kept(self, tokens: Tokens, found: Iterable[Finding]) -> list[Finding]:
        """The findings whose form was not refused, each as sure as the reader's verdicts leave it."""
        return [self.judged(tokens, each) for each in found if not self.memory.is_refused(tokens, each)]

    def judged(self, tokens: Tokens, each: Finding) -> Finding:
        if not len(self.confidence):
            return each
        confidence = self.confidence.judged(each.confidence, features_of(tokens, each))
        return each if confidence == each.confidence else replace(each, confidence=confidence)

    # Together with others

    def over(self, other: LearnedModel) -> LearnedModel:
        """Both together, where this one was learned on top of the other and has the last word."""
        if other.is_empty:
            return self
        return LearnedModel(
            memory=self.memory.over(other.memory),
            confidence=self.confidence.over(other.confidence),
            tagger=_joined(self.tagger, other.tagger) if self._fits(other) else self.tagger,
            chains={**other.chains, **self.chains} if self._fits(other) else self.chains,
            features=self.features or other.features,
        )

    def of_tags(self, names: Mapping[TagId, TagId], kept: Collection[TagId]) -> LearnedModel:
        """With tags renamed, and without what is said of tags that are then not among ``kept``."""

        def known(tag: TagId) -> TagId | None:
            found = names.get(tag, tag)
            return found if found in kept else None

        counts = {(key, new): count for (key, tag), count in self.memory.items() if (new := known(tag)) is not None}
        weights: dict[str, float] = {}
        for name, weight in self.confidence.weights.items():
            tag, _, rest = name.partition(" ")
            if (new := known(TagId(tag))) is not None:
                weights[f"{new} {rest}"] = weight
        chains = {new: replace(chain, tag=new) for tag, chain in self.chains.items() if (new := known(tag)) is not None}
        return replace(self, memory=FormMemory(counts), confidence=ConfidenceModel(weights), chains=chains)

    def _fits(self, other: LearnedModel) -> bool:
        return not self.features or not other.features or self.features == other.features


def _joined(own: TaggerChange, other: TaggerChange) -> TaggerChange:
    if not len(other.weights):
        return own
    if not len(own.weights):
        return other
    return replace(own, weights=own.weights.plus(other.weights)) if own.labels == other.labels else own


# As bytes


def pack(model: LearnedModel, more: Mapping[str, Any] | None = None) -> bytes:
    """The model's bytes, no more than ``codec.MOST_BYTES``; ``more`` are plain values to go with it."""
    memory, confidence = model.memory.bounded(), model.confidence.bounded()
    chains = sorted(model.chains.values(), key=lambda chain: (-chain.examples, chain.tag))[:MOST_CHAINS]
    arrays: dict[str, codec.Array] = {}
    _put_weights(arrays, "tagger", model.tagger.weights, MOST_TAGGER_FEATURES)
    for number, chain in enumerate(chains):
        _put_weights(arrays, f"chain{number}", chain.weights, MOST_CHAIN_FEATURES)
    values = {
        "features": model.features,
        "labels": list(model.tagger.labels),
        "forms": [[key, tag, c.tagged, c.refused, c.left] for (key, tag), c in memory.items()],
        "confidence": {name: round(weight, 4) for name, weight in confidence.weights.items()},
        "chains": [
            [chain.tag, chain.examples, chain.record.right, chain.record.wrong, chain.record.missed] for chain in chains
        ],
        "more": dict(more or {}),
    }
    return codec.packed(values, arrays)


def unpack(content: bytes) -> tuple[LearnedModel, dict[str, Any]]:
    """The model in the bytes, and what went with it.

    Raises:
        ValueError: saying why, when these are not the bytes of a model.
    """
    values, arrays = codec.unpacked(content)
    try:
        labels = tuple(map(str, values["labels"]))
        counts = {
            (str(key), TagId(str(tag))): FormCount(_count(tagged), _count(refused), _count(left))
            for key, tag, tagged, refused, left in values["forms"]
        }
        weights = {str(name): _number(weight) for name, weight in values["confidence"].items()}
        model = LearnedModel(
            memory=FormMemory(counts),
            confidence=ConfidenceModel(weights),
            tagger=TaggerChange(labels=labels, weights=_weights(arrays, "tagger", len(labels))),
            chains={chain.tag: chain for chain in _chains(values["chains"], arrays)},
            features=str(values["features"]),
        )
        return model, dict(values["more"])
    except (KeyError, TypeError, AttributeError, IndexError, OverflowError) as error:
        raise ValueError(f"its content cannot be read ({error})") from error


def revision_of(content: bytes) -> str:
    """A short name for just this content; the same content has the same name."""
    return hashlib.blake2b(content, digest_size=6).hexdigest()


def _put_weights(arrays: dict[str, codec.Array], name: str, weights: SparseWeights, most: int) -> None:
    ids, rows, moves = weights.parts(most)
    arrays[f"{name}.ids"] = ids
    arrays[f"{name}.rows"] = np.clip(rows, -60_000, 60_000).astype(np.float16)
    arrays[f"{name}.moves"] = np.minimum(moves, 60_000).astype(np.float16)


def _weights(arrays: Mapping[str, codec.Array], name: str, n_labels: int) -> SparseWeights:
    rows = arrays[f"{name}.rows"]
    if rows.ndim != 2 or rows.shape[1] != n_labels:
        raise ValueError("its weights are not those of its labels")
    return SparseWeights.of(arrays[f"{name}.ids"], rows, arrays[f"{name}.moves"])


def _chains(described: Any, arrays: Mapping[str, codec.Array]) -> Iterable[TagChain]:
    for number, (tag, examples, right, wrong, missed) in enumerate(described):
        record = Record(*(max(_number(each), 0.0) for each in (right, wrong, missed)))
        yield TagChain(TagId(str(tag)), _weights(arrays, f"chain{number}", 3), record, _count(examples))


def _count(value: Any) -> int:
    if type(value) is not int or not 0 <= value < 1 << 53:
        raise ValueError("it counts with what is no number")
    return value


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < 1e9:
        raise ValueError("it weighs with what is no number")
    return float(value)
