# SPDX-License-Identifier: GPL-3.0-or-later
"""How likely lemmas and affix chains are, estimated from nothing but the frequencies of written forms.

Source of the method: expectation maximisation over the readings of each form (Dempster, Laird and Rubin 1977): a form's
frequency is shared among its readings by their present likelihood, and the likelihoods are counted anew.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from reader.errors import Cancelled
from reader.lexicon.records import PartKind, Reading

_ROUNDS: Final = 12
_VERBAL_NOUN: Final = re.compile("م\u064f.ا.\u064e.\u064e?ة")
_VERBAL_NOUN_BONUS: Final = math.log(20)
"""Forms alone cannot tell مشارَكة, taking part, from مشارِكة, a woman who does: the one is far commoner in prose, and
only the other has plurals that raise its lemma."""
_UNSEEN_LEMMA, _UNSEEN_AFFIXES = math.log(1e-9), math.log(1e-7)

Key = tuple[str, str]


def lemma_key(reading: Reading) -> Key:
    return reading.lemma_id, reading.part_of_speech.value


def affix_key(reading: Reading) -> Key:
    """The functions of all prefixes and suffixes, and the part of speech they stand around."""
    functions = (part.function for part in reading.parts if part.kind is not PartKind.STEM)
    return " ".join(functions), reading.part_of_speech.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Priors:
    """Natural logarithms of the probabilities of lemmas and of affix chains, by ``lemma_key`` and ``affix_key``."""

    lemmas: Mapping[Key, float]
    affixes: Mapping[Key, float]

    def weight(self, reading: Reading) -> float:
        """Logarithm of how likely the reading is by itself."""
        lemma = self.lemmas.get(lemma_key(reading), _UNSEEN_LEMMA)
        bonus = _VERBAL_NOUN_BONUS if _VERBAL_NOUN.fullmatch(reading.lemma) else 0.0
        return lemma + self.affixes.get(affix_key(reading), _UNSEEN_AFFIXES) + bonus


def estimate(
    forms: Iterable[tuple[float, Sequence[Reading]]], *, cancelled: Callable[[], bool] | None = None
) -> Priors:
    """The priors that explain best how often each form is written; ``forms`` are (frequency, readings) pairs.

    Cost: rounds x readings.

    Raises:
        Cancelled: when ``cancelled()`` says so between two rounds.
    """
    lemmas: dict[Key, int] = {}
    affixes: dict[Key, int] = {}
    counted = [
        (
            frequency,
            [
                (lemmas.setdefault(lemma_key(r), len(lemmas)), affixes.setdefault(affix_key(r), len(affixes)))
                for r in readings
            ],
        )
        for frequency, readings in forms
        if readings
    ]
    lemma_shares, affix_shares = [1.0] * len(lemmas), [1.0] * len(affixes)
    for _ in range(_ROUNDS):
        if cancelled is not None and cancelled():
            raise Cancelled
        lemma_shares, affix_shares = _round(counted, lemma_shares, affix_shares)
    return Priors(
        lemmas={key: math.log(lemma_shares[index]) for key, index in lemmas.items()},
        affixes={key: math.log(affix_shares[index]) for key, index in affixes.items()},
    )


def _round(
    counted: Sequence[tuple[float, Sequence[tuple[int, int]]]], lemmas: Sequence[float], affixes: Sequence[float]
) -> tuple[list[float], list[float]]:
    lemma_counts, affix_counts = [1e-9] * len(lemmas), [1e-7] * len(affixes)
    for frequency, pairs in counted:
        weights = [lemmas[lemma] * affixes[affix] for lemma, affix in pairs]
        share = frequency / sum(weights)
        for (lemma, affix), weight in zip(pairs, weights, strict=True):
            lemma_counts[lemma] += weight * share
            affix_counts[affix] += weight * share
    return _normalised(lemma_counts), _normalised(affix_counts)


def _normalised(counts: Sequence[float]) -> list[float]:
    total = sum(counts)
    return [count / total for count in counts]
