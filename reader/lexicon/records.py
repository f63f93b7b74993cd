# SPDX-License-Identifier: GPL-3.0-or-later
"""What is said of a word: its readings, each with its parts and its glosses."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PartOfSpeech(StrEnum):
    """The coarse kinds of words; the names follow Universal Dependencies where those have one."""

    NOUN = "noun"
    PROPER_NOUN = "proper noun"
    ADJECTIVE = "adjective"
    ADVERB = "adverb"
    PERFECT = "perfect verb"
    IMPERFECT = "imperfect verb"
    IMPERATIVE = "imperative verb"
    PRONOUN = "pronoun"
    PREPOSITION = "preposition"
    CONJUNCTION = "conjunction"
    PARTICLE = "particle"
    ABBREVIATION = "abbreviation"
    UNKNOWN = "unknown"


VERBS = frozenset((PartOfSpeech.PERFECT, PartOfSpeech.IMPERFECT, PartOfSpeech.IMPERATIVE))


class PartKind(StrEnum):
    PREFIX = "prefix"
    STEM = "stem"
    SUFFIX = "suffix"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One piece of a word: its vocalised ``form``, and its ``function`` as a tag of the lexicon (``CONJ``, ``DET``)."""

    form: str
    kind: PartKind
    function: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way of understanding a word.

    ``form`` is the whole word vocalised, its ``parts`` in the order of reading. ``lemma`` is vocalised and without
    clitics; ``lemma_id`` tells lemmas of the same spelling apart. ``root`` has its letters without spaces, "" where
    it is unknown. ``glosses`` are English, the commonest first. ``source`` names the lexicon, ``category`` is its
    name for how the stem is inflected, "" where it has none.
    """

    form: str
    parts: tuple[Part, ...]
    lemma: str
    lemma_id: str
    root: str
    part_of_speech: PartOfSpeech
    glosses: tuple[str, ...]
    source: str
    category: str = ""
