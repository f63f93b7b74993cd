# SPDX-License-Identifier: GPL-3.0-or-later
"""The tagger at work: names of people, places and bodies in paragraphs, each with its confidence and its reason."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from reader.model.ids import TagId
from reader.recognisers.base import ORGANISATION, PERSON, PLACE, Finding, finding
from reader.recognisers.document import Paragraph
from reader.recognisers.tagger import reasons
from reader.recognisers.tagger.chain import Chain, Sums, sums
from reader.recognisers.tagger.consistency import ROUNDS, Occurrences
from reader.recognisers.tagger.decoder import Chunk, chunks_of, viterbi_batch
from reader.recognisers.tagger.features import FeatureExtractor, FeatureTable, Group, Ids
from reader.recognisers.tagger.frequencies import Frequencies, shipped_frequencies
from reader.recognisers.tagger.model import MODEL_NAME, Model, Weights, read_model
from reader.recognisers.tagger.words import core_of
from reader.recognisers.tokens import Kind, Tokens
from reader.resources import resource

SOURCE: Final = "tagger"
TAGS: Final[dict[str, TagId]] = {"PER": PERSON, "LOC": PLACE, "ORG": ORGANISATION}
"""Our tags for the kinds that are suggested; others (MISC) only keep their words from being taken for these."""
_BLOCK: Final = 2048
"""Tokens whose scores are worked out at a time."""
_LONGEST_SEQUENCE: Final = 160
_LEAST_SEQUENCE: Final = 24
_SEQUENCES: Final = 128
_LEAST_ARABIC: Final = 0.3
"""The share of Arabic words below which a paragraph is not the tagger's."""

Scores = NDArray[np.float32]


class Adjustment(Protocol):
    """What was learned from the reader, on top of the shipped weights."""

    def adjust(self, scores: Scores, ids: Ids, labels: Sequence[str]) -> Scores:
        """The labels' scores of tokens with these features, moved by what was learned: ``(n, n_labels)``. O(n)."""
        ...


class Name(NamedTuple):
    """A name in the text's tokens, with its chance and the labels of its tokens.

    ``elsewhere`` is what other occurrences of its words added to its score.
    """

    chunk: Chunk
    chance: float
    labels: NDArray[np.intp]
    elsewhere: float = 0.0


class Tagged(NamedTuple):
    """The names of a paragraph, and for each token how likely it is outside of any name, 0…1."""

    names: list[Finding]
    outside: list[float]


class Tagger:
    """Finds names by weights learned from annotated text. May be used from several threads."""

    def __init__(self, model: Model, frequencies: Frequencies | None = None) -> None:
        self.model = model
        self.frequencies = shipped_frequencies() if frequencies is None else frequencies
        self.extractor = FeatureExtractor(self.frequencies)
        self._weights = Weights(model)

    @classmethod
    def load(cls, path: Path) -> Tagger:
        """The tagger in a model file.

        Raises:
            RecogniserUnavailable: naming the file, when it is missing, damaged or of another version.
        """
        return cls(read_model(path))

    def find(self, paragraphs: Sequence[Paragraph], adjustment: Adjustment | None = None) -> list[list[Finding] | None]:
        """The names in each paragraph, which are read as one text; None for one that is hardly Arabic. O(n log n)."""
        return [None if each is None else each.names for each in self.tagged(paragraphs, adjustment)]

    def tagged(self, paragraphs: Sequence[Paragraph], adjustment: Adjustment | None = None) -> list[Tagged | None]:
        """What is found in each paragraph, which are read as one text; None for one that is hardly Arabic.

        O(n log n).
        """
        found: list[Tagged | None] = [None] * len(paragraphs)
        ours = [index for index, paragraph in enumerate(paragraphs) if _is_arabic(paragraph.tokens)]
        if not ours:
            return found
        read = [paragraphs[index] for index in ours]
        table = self.extractor.table(read)
        every, outside = self._decoded(table, adjustment)
        names = [name for name in every if name.chunk.kind in TAGS]
        bounds = table.starts.tolist()
        tagged = [Tagged([], outside[first:after].tolist()) for first, after in itertools.pairwise(bounds)]
        place = np.searchsorted(table.starts, [name.chunk.first for name in names], side="right") - 1
        for name, reason, index in zip(names, self._reasons(table, names), place.tolist(), strict=True):
            tagged[index].names.append(self._finding(read[index].tokens, name, reason, bounds[index]))
        for index, its in zip(ours, tagged, strict=True):
            found[index] = its
        return found

    def scores(self, table: FeatureTable, adjustment: Adjustment | None = None) -> Scores:
        """The labels' scores of all tokens: ``(n, n_labels)``."""
        blocks = []
        for first in range(0, len(table), _BLOCK):
            ids = table.ids(first, first + _BLOCK)
            block = self._weights.scores(ids)
            blocks.append(block if adjustment is None else adjustment.adjust(block, ids, self.model.labels))
        return np.concatenate(blocks)

    def names(self, table: FeatureTable, adjustment: Adjustment | None = None) -> list[Name]:
        """The likeliest names of all kinds, in text order. O(n log n)."""
        return self._decoded(table, adjustment)[0]

    def _decoded(self, table: FeatureTable, adjustment: Adjustment | None) -> tuple[list[Name], Scores]:
        """The names, and for each token how likely it is outside of any: ``(n,)``."""
        alone = scores = self.scores(table, adjustment)
        batches = list(_batches(table.sequences(_LEAST_SEQUENCE, _LONGEST_SEQUENCE)))
        same = Occurrences(table.columns, table.traits)
        likely = np.empty_like(scores)
        for _ in range(ROUNDS):
            for batch in batches:
                _fill_probabilities(likely, scores, batch, self.model.chain)
            evidence = same.evidence(likely)
            scores = alone + evidence
        found = [name for batch in batches for name in _names(scores, batch, self.model.labels, self.model.chain)]
        found.sort(key=lambda name: name.chunk.first)
        return [_with_evidence(name, evidence) for name in found], likely[:, 0]

    def _finding(self, tokens: Tokens, name: Name, reason: Group, shift: int) -> Finding:
        first, after = name.chunk.first - shift, name.chunk.after - shift
        tag = TAGS[name.chunk.kind]
        reading = core_of(tokens.words[first], self.frequencies)
        return finding(
            tokens,
            first,
            after,
            tag,
            source=SOURCE,
            confidence=self.model.calibration.confidence(name.chunk.kind, name.chance),
            reason=reasons.sentence(reason, tokens, first, after),
            skip=reading.skip,
        )

    def _reasons(self, table: FeatureTable, names: Sequence[Name]) -> list[Group]:
        if not names:
            return []
        rows = np.concatenate([np.arange(name.chunk.first, name.chunk.after) for name in names])
        labels = np.concatenate([name.labels for name in names])
        parts = self._weights.parts(table.ids_of(rows), labels, 0)
        starts = np.cumsum([0, *(len(name.labels) for name in names[:-1])])
        return reasons.strongest(np.add.reduceat(parts, starts, axis=0), [name.elsewhere for name in names])


@cache
def shipped_tagger() -> Tagger:
    """The tagger that comes with the program, read once.

    Raises:
        ResourceMissing: when the installation lacks it.
        RecogniserUnavailable: when it is damaged.
    """
    return Tagger.load(resource(MODEL_NAME))


def _is_arabic(tokens: Tokens) -> bool:
    words = [word.kind for word in tokens.words if word.kind in (Kind.ARABIC, Kind.LATIN)]
    return words.count(Kind.ARABIC) > len(words) * _LEAST_ARABIC


def _batches(sequences: Sequence[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Sequences of about one length together."""
    ordered = sorted(sequences, key=lambda sequence: sequence[1] - sequence[0])
    for first in range(0, len(ordered), _SEQUENCES):
        yield ordered[first : first + _SEQUENCES]


def _padded(scores: Scores, sequences: Sequence[tuple[int, int]]) -> tuple[Scores, NDArray[np.intp]]:
    """The scores of each sequence, padded: ``(n, longest, n_labels)``; and their lengths."""
    lengths = np.array([after - first for first, after in sequences])
    padded = np.zeros((len(sequences), int(lengths.max()), scores.shape[1]), np.float32)
    for row, (first, after) in enumerate(sequences):
        padded[row, : after - first] = scores[first:after]
    return padded, lengths


def _fill_probabilities(likely: Scores, scores: Scores, sequences: Sequence[tuple[int, int]], chain: Chain) -> None:
    """Write the labels' probabilities of these sequences into ``likely``."""
    padded, lengths = _padded(scores, sequences)
    found = sums(padded.transpose(1, 0, 2), lengths, chain).label_probabilities()
    for row, (first, after) in enumerate(sequences):
        likely[first:after] = found[: after - first, row]


def _names(scores: Scores, sequences: Sequence[tuple[int, int]], labels: Sequence[str], chain: Chain) -> list[Name]:
    padded, lengths = _padded(scores, sequences)
    paths = viterbi_batch(padded, lengths, chain.transitions, begin=chain.begin, end=chain.end)
    marked = [row for row, path in enumerate(paths) if path.any()]
    if not marked:
        return []
    likely = sums(padded[marked].transpose(1, 0, 2), lengths[marked], chain)
    found = []
    for place, row in enumerate(marked):
        for chunk in chunks_of([labels[label] for label in paths[row]]):
            its = paths[row][chunk.first : chunk.after]
            chance = _chance(_Row(likely, place, int(lengths[row])), chunk, its, chain)
            shift = sequences[row][0]
            found.append(Name(Chunk(chunk.first + shift, chunk.after + shift, chunk.kind), chance, its))
    return found


def _with_evidence(name: Name, evidence: Scores) -> Name:
    rows = np.arange(name.chunk.first, name.chunk.after)
    return name._replace(elsewhere=float(evidence[rows, name.labels].sum()))


class _Row(NamedTuple):
    """One sequence among those whose sums are known."""

    sums: Sums
    place: int
    length: int


def _chance(row: _Row, chunk: Chunk, path: NDArray[np.intp], chain: Chain) -> float:
    """How likely exactly this name is: its first label, each next one given the one before, and its end."""
    likely, place, length = row
    first = likely.forward[chunk.first, place] * likely.backward[chunk.first, place]
    chance = float(first[path[0]] / first.sum())
    step = np.exp(chain.transitions)
    for index in range(chunk.first + 1, min(chunk.after + 1, length)):
        label = path[index - 1 - chunk.first]
        following = step[label] * likely.factors[index, place] * likely.backward[index, place]
        goes_on = float(following[_inside_of(label)] / following.sum())
        chance *= goes_on if index < chunk.after else 1.0 - goes_on
    return chance


def _inside_of(label: np.intp) -> int:
    """The label with which a name goes on: labels are O, B-x, I-x, B-y, I-y…."""
    return int(label) + int(label) % 2
