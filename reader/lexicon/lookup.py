# SPDX-License-Identifier: GPL-3.0-or-later
"""What is shown of a word: its readings gathered into meanings, the likeliest where it stands first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.lexicon.context import Ranked
from reader.lexicon.records import PartOfSpeech, Reading
from reader.text import arabic


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """Readings that look and behave alike: one vocalised stem and one part of speech.

    ``reading`` is the likeliest of them, ``glosses`` those of all in their order, ``probability`` their sum, 0…1.
    """

    reading: Reading
    glosses: tuple[str, ...]
    probability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookup:
    """A word as it is written, with its meanings; ``zipf`` is its frequency, None for what is not among the listed."""

    word: str
    meanings: tuple[Meaning, ...]
    zipf: float | None = None


def meanings_of(ranked: Sequence[Ranked]) -> tuple[Meaning, ...]:
    """The meanings, likeliest first. Readings that differ in endings alone are one."""
    groups: dict[tuple[str, PartOfSpeech], list[Ranked]] = {}
    for each in ranked:
        groups.setdefault((_lemma(each.reading), each.reading.part_of_speech), []).append(each)
    found = [_meaning(group) for group in groups.values()]
    return tuple(sorted(found, key=lambda meaning: -meaning.probability))


def _meaning(group: Sequence[Ranked]) -> Meaning:
    best = max(group, key=lambda each: each.probability)
    glosses = dict.fromkeys(gloss for each in group for gloss in each.reading.glosses)
    return Meaning(reading=best.reading, glosses=tuple(glosses), probability=sum(each.probability for each in group))


def _lemma(reading: Reading) -> str:
    """The lemma without what the lexicon writes now so, now otherwise: sukun, and the vowel of a first alef."""
    return "".join(char for char in reading.lemma if char not in arabic.MARKS or char in _TELLING)


_TELLING = frozenset("\u064e\u064f\u0650\u0651")
