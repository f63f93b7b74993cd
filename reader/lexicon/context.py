# SPDX-License-Identifier: GPL-3.0-or-later
"""Which reading of a word is likely where it stands: a Markov chain over coarse kinds of words.

Source of the method: L. Rabiner, A tutorial on hidden Markov models, Proceedings of the IEEE 77 (1989): forward and
backward sums. The chain was estimated without annotated text (``packaging/build_word_data.py``).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from reader.errors import ResourceMissing
from reader.lexicon.priors import Priors
from reader.lexicon.records import VERBS, PartKind, PartOfSpeech, Reading
from reader.resources import resource
from reader.text import arabic
from reader.text.arabic import DIGITS, is_arabic_letter

CHAIN_NAME: Final = "lexicon/chain.txt"
START: Final = "<s>"
_MAGIC: Final = "hashiya-chain 1"
_BACKING: Final = 5.0
"""So many observations of what follows any kind are added to what follows one kind."""
_UNSEEN: Final = 1e-6
_WANTS: Final = ";"
"""In a kind, before what the particle wants behind it; the chain was counted without it."""
_WANTED: Final = {
    **dict.fromkeys(("أن", "لن", "لم", "كي", "لكي", "سوف", "قد"), "verb"),
    **dict.fromkeys(("أن\u0651", "إن\u0651", "لكن\u0651", "كأن\u0651", "ليت", "لعل\u0651"), "noun"),
}
"""Source: W. Wright, A Grammar of the Arabic Language, third edition, part third, on the subjunctive, the jussive and
the sisters of إنّ: these govern a verb, those a noun or pronoun."""
_VOWELS: Final = arabic.MARKS - {"\u0651"}
_MISFIT: Final = 0.01
_VERB_KINDS: Final = frozenset(kind.name for kind in VERBS)
_WORD_KINDS: Final = frozenset(kind.name for kind in PartOfSpeech) - {"PARTICLE", "CONJUNCTION"}
_FUNCTIONAL: Final = frozenset((PartOfSpeech.PARTICLE, PartOfSpeech.PRONOUN))


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A reading with the probability that it is meant, 0…1 among those of its word."""

    reading: Reading
    probability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """Counts of kinds following each other: ``pairs[before, after]``, the sum of each ``before``, shares of kinds."""

    pairs: Mapping[tuple[str, str], float]
    sums: Mapping[str, float]
    shares: Mapping[str, float]

    def step(self, before: str, after: str) -> float:
        """Probability of kind ``after`` behind ``before``, divided by that of ``after`` anywhere."""
        before, _, wanted = before.partition(_WANTS)
        after = after.partition(_WANTS)[0]
        return self._counted(before, after) * _fitness(wanted, after)

    def _counted(self, before: str, after: str) -> float:
        share = self.shares.get(after, _UNSEEN)
        together = self.pairs.get((before, after), 0.0) + _BACKING * share
        return together / (self.sums.get(before, 0.0) + _BACKING) / share


def kind_of(reading: Reading) -> str:
    """The coarse kind: part of speech, or the function of a particle; then c p d f + for what is attached.

    c conjunction, p preposition, d article, f feminine ending, + possessive pronoun.
    """
    attached = [part.function for part in reading.parts if part.kind is not PartKind.STEM]
    letters = [letter for letter, tag in (("c", "CONJ"), ("p", "PREP"), ("d", "DET")) if tag in attached]
    if any(tag.startswith("NSUFF_FEM") for tag in attached):
        letters.append("f")
    if any("POSS" in tag for tag in attached):
        letters.append("+")
    name = reading.part_of_speech.name
    if reading.part_of_speech in _FUNCTIONAL:
        stem = next(part for part in reading.parts if part.kind is PartKind.STEM)
        wanted = _WANTED.get("".join(char for char in stem.form if char not in _VOWELS), "")
        return f"{stem.function}/{''.join(letters)}" + (f"{_WANTS}{wanted}" if wanted else "")
    return f"{name}/{''.join(letters)}"


def _fitness(wanted: str, after: str) -> float:
    """How well a kind stands behind a particle that wants a verb or a noun; 1 where none is wanted."""
    is_verb = after.partition("/")[0] in _VERB_KINDS
    is_word = after.partition("/")[0] in _WORD_KINDS
    if not wanted or not (is_verb or is_word):
        return 1.0
    return 1.0 if is_verb == (wanted == "verb") else _MISFIT


def kind_of_unknown(word: str) -> str:
    """The kind of a word without readings: a name, a number or a sign."""
    if any(is_arabic_letter(char) for char in word):
        return "PROPER_NOUN/"
    return "NUM/" if word[:1] in DIGITS else "PUNCT/"


def rank(
    words: Sequence[str], readings: Sequence[Sequence[Reading]], priors: Priors, chain: Chain
) -> list[tuple[Ranked, ...]]:
    """The readings of each word of a sentence, the likeliest first. Cost: words x readings squared."""
    columns = [_column(word, each, priors) for word, each in zip(words, readings, strict=True)]
    forward = _forward(columns, chain)
    backward = _backward(columns, chain)
    return [
        _ranked(each, [one * other for one, other in zip(ahead, behind, strict=True)])
        for each, ahead, behind in zip(readings, forward, backward, strict=True)
    ]


_Column = list[tuple[str, float]]
"""Kind and weight of each reading of a word; one entry for a word without readings."""


def _column(word: str, readings: Sequence[Reading], priors: Priors) -> _Column:
    if not readings:
        return [(kind_of_unknown(word), 1.0)]
    weights = priors.weights(readings)
    highest = max(weights)
    return [(kind_of(r), math.exp(weight - highest)) for r, weight in zip(readings, weights, strict=True)]


def _forward(columns: Sequence[_Column], chain: Chain) -> list[list[float]]:
    sums: list[list[float]] = []
    before: _Column = [(START, 1.0)]
    for column in columns:
        row = _scaled(
            [weight * sum(share * chain.step(last, kind) for last, share in before) for kind, weight in column]
        )
        sums.append(row)
        before = [(kind, share) for (kind, _), share in zip(column, row, strict=True)]
    return sums


def _backward(columns: Sequence[_Column], chain: Chain) -> list[list[float]]:
    sums = [[1.0] * len(column) for column in columns]
    for index in range(len(columns) - 2, -1, -1):
        following = [(kind, weight * sums[index + 1][at]) for at, (kind, weight) in enumerate(columns[index + 1])]
        row = [sum(chain.step(kind, after) * share for after, share in following) for kind, _ in columns[index]]
        sums[index] = _scaled(row)
    return sums


def _scaled(row: list[float]) -> list[float]:
    highest = max(row)
    return [value / highest for value in row] if highest > 0 else [1.0] * len(row)


def _ranked(readings: Sequence[Reading], weights: Sequence[float]) -> tuple[Ranked, ...]:
    total = sum(weights) or 1.0
    pairs = zip(readings, weights, strict=False)
    found = [Ranked(reading=reading, probability=weight / total) for reading, weight in pairs]
    return tuple(sorted(found, key=lambda each: -each.probability))


def pack_chain(chain: Chain, least: float) -> str:
    """The chain as text; pairs seen less than ``least`` times are left out."""
    lines = [_MAGIC]
    lines += [f"{kind}\t{chain.shares[kind]:.3g}\t{chain.sums.get(kind, 0):.4g}" for kind in sorted(chain.shares)]
    lines.append(f"{START}\t0\t{chain.sums.get(START, 0):.4g}")
    seen = sorted(pair for pair, count in chain.pairs.items() if count >= least)
    lines += [f"{before}\t{after}\t{chain.pairs[before, after]:.3g}" for before, after in seen]
    return "\n".join(lines) + "\n"


def unpack_chain(text: str) -> Chain:
    """The chain that ``pack_chain`` wrote.

    Raises:
        ValueError: when the text is none.
    """
    first, *lines = text.splitlines()
    if first != _MAGIC:
        raise ValueError("unknown form")
    pairs: dict[tuple[str, str], float] = {}
    sums: dict[str, float] = {}
    shares: dict[str, float] = {}
    for line in lines:
        one, other, count = line.split("\t")
        if "/" in other or other == START:
            pairs[one, other] = float(count)
        else:
            shares[one], sums[one] = float(other), float(count)
    shares.pop(START, None)
    return Chain(pairs=pairs, sums=sums, shares=shares)


@cache
def shipped_chain() -> Chain:
    """The chain that comes with the program, read once.

    Raises:
        ResourceMissing: when the installation lacks it or it is damaged.
    """
    try:
        return unpack_chain(resource(CHAIN_NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ResourceMissing(CHAIN_NAME) from error
