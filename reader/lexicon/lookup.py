# SPDX-License-Identifier: GPL-3.0-or-later
"""What is shown of a word: its readings gathered into meanings, the likeliest where it stands first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from reader.lexicon.context import Ranked
from reader.lexicon.morphology import agrees_with_marks
from reader.lexicon.records import Part, PartKind, PartOfSpeech, Reading
from reader.model.reading import ReadingChoice
from reader.text import arabic


class Scope(StrEnum):
    """Where a reading that the user chose holds: at one place, or wherever the word is written so."""

    PLACE = "place"
    EVERYWHERE = "everywhere"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """Readings that look and behave alike: one vocalised stem and one part of speech.

    ``reading`` is the likeliest of them, ``glosses`` those of all in their order, ``probability`` their sum, 0…1.
    ``chosen`` tells that the user said it is meant, and where; None where that was computed.
    """

    reading: Reading
    glosses: tuple[str, ...]
    probability: float
    chosen: Scope | None = None


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
        groups.setdefault(meaning_key(each.reading), []).append(each)
    found = [_meaning(group) for group in groups.values()]
    return tuple(sorted(found, key=lambda meaning: -meaning.probability))


def meaning_key(reading: Reading) -> tuple[str, PartOfSpeech]:
    """What readings of one meaning have in common."""
    return _lemma(reading), reading.part_of_speech


def reading_of(choice: ReadingChoice) -> Reading:
    """The reading that a choice keeps, without the parts of the word."""
    kinds = {kind.value: kind for kind in PartOfSpeech}
    return Reading(
        form=choice.form,
        parts=(Part(form=choice.form, kind=PartKind.STEM, function=""),),
        lemma=choice.lemma,
        lemma_id=choice.lemma_id,
        root=choice.root,
        part_of_speech=kinds.get(choice.part_of_speech, PartOfSpeech.UNKNOWN),
        glosses=choice.glosses,
        source=choice.source,
    )


def with_choice(lookup: Lookup, choice: ReadingChoice) -> Lookup:
    """The lookup with the chosen meaning first.

    A choice that holds everywhere does not hold for a word whose written marks forbid it; one for this very place is
    shown even where no lexicon knows it any more.
    """
    kept = reading_of(choice)
    scope = Scope.EVERYWHERE if choice.document_id is None else Scope.PLACE
    others = [replace(meaning, chosen=None) for meaning in lookup.meanings]
    chosen = next((meaning for meaning in others if meaning_key(meaning.reading) == meaning_key(kept)), None)
    if chosen is not None:
        others.remove(chosen)
    elif scope is Scope.EVERYWHERE and (others or not agrees_with_marks(lookup.word, choice.form)):
        return lookup
    else:
        chosen = Meaning(reading=kept, glosses=choice.glosses, probability=1.0)
    return replace(lookup, meanings=(replace(chosen, chosen=scope), *others))


def _meaning(group: Sequence[Ranked]) -> Meaning:
    best = max(group, key=lambda each: each.probability)
    glosses = dict.fromkeys(gloss for each in group for gloss in each.reading.glosses)
    return Meaning(reading=best.reading, glosses=tuple(glosses), probability=sum(each.probability for each in group))


def _lemma(reading: Reading) -> str:
    return vowels_of(reading.lemma)


def vowels_of(lemma: str) -> str:
    """The lemma without what lexicons write now so, now otherwise: sukun, and the vowel of a first alef."""
    return "".join(char for char in lemma if char not in arabic.MARKS or char in _TELLING)


_TELLING = frozenset("\u064e\u064f\u0650\u0651")
