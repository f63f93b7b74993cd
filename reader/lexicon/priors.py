# SPDX-License-Identifier: GPL-3.0-or-later
"""How likely lemmas and affix chains are, estimated from nothing but the frequencies of written forms.

Source of the method: expectation maximisation over the readings of each form (Dempster, Laird and Rubin 1977): a form's
frequency is shared among its readings by their present likelihood, and the likelihoods are counted anew.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from reader.errors import Cancelled
from reader.lexicon.records import PartKind, PartOfSpeech, Reading
from reader.text import arabic

_ROUNDS: Final = 12
_VERBAL_NOUN: Final = re.compile("م\u064f.ا.\u064e.\u064e?ة")
_VERBAL_NOUN_BONUS: Final = math.log(20)
"""Forms alone cannot tell مشارَكة, taking part, from مشارِكة, a woman who does: the one is far commoner in prose, and
only the other has plurals that raise its lemma."""
_DOUBT: Final = 0.02
"""So much of a form's frequency is shared evenly among its readings: none is ever ruled out by numbers alone."""
CLOSED: Final = frozenset(
    (PartOfSpeech.PARTICLE, PartOfSpeech.PREPOSITION, PartOfSpeech.CONJUNCTION, PartOfSpeech.PRONOUN)
)
_CLOSED_BONUS: Final = math.log(30)
_ADVERBIAL_BONUS: Final = math.log(8)
"""A form that can be a word of grammar is one nearly always: قد is not قِدّ, a strap. A noun in the accusative that
serves as a preposition (لِقاءَ, خَلْفَ) is the noun more often."""
_LIKE_MALUS: Final = math.log(0.05)
"""A ك that begins a word is its own letter rather than “like”: كامل is complete, not like anything."""
_RARE_ENDINGS: Final = {"_DU_": math.log(0.1), "POSS_PRON_1S": math.log(0.2)}
"""Where letters leave it open, ين is a plural rather than two, and ي makes an adjective rather than “my”."""
_SUBJUNCTIVE_BONUS: Final = math.log(20)
"""أَنْ is as common as أَنَّ; counting gives all to the latter, for it alone has forms with pronouns."""
_PLURAL_MALUS: Final = math.log(0.2)
"""A broken plural that looks like another word's own form is the rarer of the two: دور is a role, not houses."""
_FEMININE_MALUS: Final = math.log(0.1)
"""A noun that has its ة of itself is commoner than one of a person made feminine: دبلوماسية is diplomacy."""
_NISBA_MALUS: Final = math.log(0.3)
"""What ends in ي and can be both is an adjective before it is a person: فني is technical, then a technician."""
_WITH_OWN_ENDING: Final = "Nap"
"""Categories of the Buckwalter lexicon for nouns that have their ة of themselves."""
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

    def weights(self, readings: Sequence[Reading]) -> list[float]:
        """Logarithms of how likely the readings of one word are by themselves."""
        return [
            self.lemmas.get(lemma_key(reading), _UNSEEN_LEMMA)
            + self.affixes.get(affix_key(reading), _UNSEEN_AFFIXES)
            + bias
            for reading, bias in zip(readings, biases(readings), strict=True)
        ]


def biases(readings: Sequence[Reading]) -> list[float]:
    """What speaks for each reading of a word that counting written forms cannot tell, as logarithms."""
    adjectives = {_bare(each.lemma) for each in readings if each.part_of_speech is PartOfSpeech.ADJECTIVE}
    return [_bias(reading, adjectives) for reading in readings]


def _bias(reading: Reading, adjectives: Collection[str]) -> float:
    found = _VERBAL_NOUN_BONUS if _VERBAL_NOUN.fullmatch(reading.lemma) else 0.0
    functions = [part.function for part in reading.parts if part.kind is PartKind.SUFFIX]
    found += sum(malus for tag, malus in _RARE_ENDINGS.items() if any(tag in function for function in functions))
    if any(part.kind is PartKind.PREFIX and part.form.startswith("ك") for part in reading.parts):
        found += _LIKE_MALUS
    if reading.part_of_speech in CLOSED:
        is_preposition = reading.part_of_speech is PartOfSpeech.PREPOSITION
        is_adverbial = is_preposition and reading.lemma.endswith("\u064e") and len(_bare(reading.lemma)) > 2
        if _without_vowels(_stem_of(reading)) == "أن":
            return found + _CLOSED_BONUS + _SUBJUNCTIVE_BONUS
        return found + (_ADVERBIAL_BONUS if is_adverbial else _CLOSED_BONUS)
    if reading.part_of_speech is not PartOfSpeech.NOUN:
        return found
    lemma, stem = _bare(reading.lemma), _bare(_stem_of(reading))
    has_own_ending = reading.category.startswith(_WITH_OWN_ENDING)
    if not has_own_ending and any(part.function.startswith("NSUFF_FEM_SG") for part in reading.parts):
        found += _FEMININE_MALUS
    elif not has_own_ending and lemma in adjectives and lemma.endswith("ي"):
        found += _NISBA_MALUS
    return found + (0.0 if stem in (lemma, lemma.removesuffix("ة")) else _PLURAL_MALUS)


def _stem_of(reading: Reading) -> str:
    return next((part.form for part in reading.parts if part.kind is PartKind.STEM), "")


def _without_vowels(form: str) -> str:
    return "".join(char for char in form if char not in arabic.MARKS or char == "\u0651")


def _bare(form: str) -> str:
    return "".join(char for char in form if char not in arabic.MARKS)


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
                (
                    lemmas.setdefault(lemma_key(r), len(lemmas)),
                    affixes.setdefault(affix_key(r), len(affixes)),
                    math.exp(bias),
                )
                for r, bias in zip(readings, biases(readings), strict=True)
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
    counted: Sequence[tuple[float, Sequence[tuple[int, int, float]]]], lemmas: Sequence[float], affixes: Sequence[float]
) -> tuple[list[float], list[float]]:
    lemma_counts, affix_counts = [1e-9] * len(lemmas), [1e-7] * len(affixes)
    for frequency, pairs in counted:
        weights = [lemmas[lemma] * affixes[affix] * factor for lemma, affix, factor in pairs]
        share, doubt = (1 - _DOUBT) * frequency / sum(weights), _DOUBT * frequency / len(pairs)
        for (lemma, affix, _), weight in zip(pairs, weights, strict=True):
            lemma_counts[lemma] += weight * share + doubt
            affix_counts[affix] += weight * share + doubt
    return _normalised(lemma_counts), _normalised(affix_counts)


def _normalised(counts: Sequence[float]) -> list[float]:
    total = sum(counts)
    return [count / total for count in counts]
