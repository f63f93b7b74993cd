# SPDX-License-Identifier: GPL-3.0-or-later
"""What the parts of a word do, and what kind of word it is, in words of the interface's language."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from reader.lexicon.records import Part, PartOfSpeech

_CONTEXT: Final = "WordParts"
_PERSON: Final = re.compile("[123](?:[MF]?[SDP])")
_KINDS: Final[dict[PartOfSpeech, object]] = {
    PartOfSpeech.NOUN: QT_TRANSLATE_NOOP("WordParts", "noun"),
    PartOfSpeech.PROPER_NOUN: QT_TRANSLATE_NOOP("WordParts", "name"),
    PartOfSpeech.ADJECTIVE: QT_TRANSLATE_NOOP("WordParts", "adjective"),
    PartOfSpeech.ADVERB: QT_TRANSLATE_NOOP("WordParts", "adverb"),
    PartOfSpeech.PERFECT: QT_TRANSLATE_NOOP("WordParts", "verb, past"),
    PartOfSpeech.IMPERFECT: QT_TRANSLATE_NOOP("WordParts", "verb, present"),
    PartOfSpeech.IMPERATIVE: QT_TRANSLATE_NOOP("WordParts", "verb, command"),
    PartOfSpeech.PRONOUN: QT_TRANSLATE_NOOP("WordParts", "pronoun"),
    PartOfSpeech.PREPOSITION: QT_TRANSLATE_NOOP("WordParts", "preposition"),
    PartOfSpeech.CONJUNCTION: QT_TRANSLATE_NOOP("WordParts", "conjunction"),
    PartOfSpeech.PARTICLE: QT_TRANSLATE_NOOP("WordParts", "particle"),
    PartOfSpeech.ABBREVIATION: QT_TRANSLATE_NOOP("WordParts", "abbreviation"),
    PartOfSpeech.UNKNOWN: QT_TRANSLATE_NOOP("WordParts", "unknown"),
}
_FUNCTIONS: Final[dict[str, object]] = {
    "CONJ": QT_TRANSLATE_NOOP("WordParts", "and, so"),
    "PREP": QT_TRANSLATE_NOOP("WordParts", "preposition"),
    "DET": QT_TRANSLATE_NOOP("WordParts", "the"),
    "FUT": QT_TRANSLATE_NOOP("WordParts", "will"),
    "SUBJUNC": QT_TRANSLATE_NOOP("WordParts", "so that"),
    "INTERROG_PART": QT_TRANSLATE_NOOP("WordParts", "question"),
    "EMPHATIC_PARTICLE": QT_TRANSLATE_NOOP("WordParts", "indeed"),
    "RESULT_CLAUSE_PARTICLE": QT_TRANSLATE_NOOP("WordParts", "would"),
    "NEG_PART": QT_TRANSLATE_NOOP("WordParts", "not"),
}
_BEGINNINGS: Final[tuple[tuple[str, object], ...]] = (
    ("NSUFF_FEM_SG", QT_TRANSLATE_NOOP("WordParts", "feminine")),
    ("NSUFF_FEM_PL", QT_TRANSLATE_NOOP("WordParts", "plural")),
    ("NSUFF_FEM_DU", QT_TRANSLATE_NOOP("WordParts", "two")),
    ("NSUFF_MASC_PL", QT_TRANSLATE_NOOP("WordParts", "plural")),
    ("NSUFF_MASC_DU", QT_TRANSLATE_NOOP("WordParts", "two")),
    ("NSUFF_MASC_SG", QT_TRANSLATE_NOOP("WordParts", "accusative")),
    ("CASE_", QT_TRANSLATE_NOOP("WordParts", "case")),
    ("IVSUFF_SUBJ:FP", QT_TRANSLATE_NOOP("WordParts", "of women")),
    ("IVSUFF_SUBJ:D", QT_TRANSLATE_NOOP("WordParts", "two")),
    ("IVSUFF_SUBJ", QT_TRANSLATE_NOOP("WordParts", "ending")),
)
_SUBJECTS: Final[dict[str, object]] = {
    "1S": QT_TRANSLATE_NOOP("WordParts", "I"),
    "1P": QT_TRANSLATE_NOOP("WordParts", "we"),
    "2MS": QT_TRANSLATE_NOOP("WordParts", "you (a man)"),
    "2FS": QT_TRANSLATE_NOOP("WordParts", "you (a woman)"),
    "2D": QT_TRANSLATE_NOOP("WordParts", "you two"),
    "2MP": QT_TRANSLATE_NOOP("WordParts", "you (several)"),
    "2FP": QT_TRANSLATE_NOOP("WordParts", "you (women)"),
    "3MS": QT_TRANSLATE_NOOP("WordParts", "he"),
    "3FS": QT_TRANSLATE_NOOP("WordParts", "she"),
    "3D": QT_TRANSLATE_NOOP("WordParts", "they two"),
    "3MD": QT_TRANSLATE_NOOP("WordParts", "they two"),
    "3FD": QT_TRANSLATE_NOOP("WordParts", "they two (women)"),
    "3MP": QT_TRANSLATE_NOOP("WordParts", "they"),
    "3FP": QT_TRANSLATE_NOOP("WordParts", "they (women)"),
}
_OBJECTS: Final[dict[str, object]] = {
    "1S": QT_TRANSLATE_NOOP("WordParts", "me"),
    "1P": QT_TRANSLATE_NOOP("WordParts", "us"),
    "2MS": QT_TRANSLATE_NOOP("WordParts", "you (a man)"),
    "2FS": QT_TRANSLATE_NOOP("WordParts", "you (a woman)"),
    "2D": QT_TRANSLATE_NOOP("WordParts", "you two"),
    "2MP": QT_TRANSLATE_NOOP("WordParts", "you (several)"),
    "2FP": QT_TRANSLATE_NOOP("WordParts", "you (women)"),
    "3MS": QT_TRANSLATE_NOOP("WordParts", "him"),
    "3FS": QT_TRANSLATE_NOOP("WordParts", "her"),
    "3D": QT_TRANSLATE_NOOP("WordParts", "them both"),
    "3MD": QT_TRANSLATE_NOOP("WordParts", "them both"),
    "3FD": QT_TRANSLATE_NOOP("WordParts", "them both"),
    "3MP": QT_TRANSLATE_NOOP("WordParts", "them"),
    "3FP": QT_TRANSLATE_NOOP("WordParts", "them (women)"),
}
_OWNERS: Final[dict[str, object]] = {
    "1S": QT_TRANSLATE_NOOP("WordParts", "my"),
    "1P": QT_TRANSLATE_NOOP("WordParts", "our"),
    "2MS": QT_TRANSLATE_NOOP("WordParts", "your (a man’s)"),
    "2FS": QT_TRANSLATE_NOOP("WordParts", "your (a woman’s)"),
    "2D": QT_TRANSLATE_NOOP("WordParts", "your (of two)"),
    "2MP": QT_TRANSLATE_NOOP("WordParts", "your (of several)"),
    "2FP": QT_TRANSLATE_NOOP("WordParts", "your (of women)"),
    "3MS": QT_TRANSLATE_NOOP("WordParts", "his"),
    "3FS": QT_TRANSLATE_NOOP("WordParts", "her"),
    "3D": QT_TRANSLATE_NOOP("WordParts", "their (of two)"),
    "3MD": QT_TRANSLATE_NOOP("WordParts", "their (of two)"),
    "3FD": QT_TRANSLATE_NOOP("WordParts", "their (of two)"),
    "3MP": QT_TRANSLATE_NOOP("WordParts", "their"),
    "3FP": QT_TRANSLATE_NOOP("WordParts", "their (of women)"),
}


def kind_in_words(kind: PartOfSpeech) -> str:
    return _said(_KINDS[kind])


def function_in_words(part: Part) -> str:
    """What a prefix or suffix does in the word; "" for what says nothing to a reader."""
    if part.function in _FUNCTIONS:
        return _said(_FUNCTIONS[part.function])
    for beginning, text in _BEGINNINGS:
        if part.function.startswith(beginning):
            return _said(text)
    return _person(part.function)


def _person(function: str) -> str:
    """From the end of a tag such as ``POSS_PRON_3MS``, ``PVSUFF_SUBJ:3MS``, ``IVSUFF_DO:3MS`` or ``IV3MS``."""
    person = _PERSON.search(function)
    if person is None:
        return ""
    table = _OWNERS if "POSS" in function else _OBJECTS if "_DO:" in function else _SUBJECTS
    return _said(table[person[0]]) if person[0] in table else ""


def frequency_in_words(zipf: float | None) -> str:
    """The frequency in one of four bands.

    Source: Van Heuven and others 2014: 4 and more is what everybody reads often, 3 and less is rare.
    """
    if zipf is None or zipf < 3:
        return _said(QT_TRANSLATE_NOOP("WordParts", "rare word"))
    if zipf < 4:
        return _said(QT_TRANSLATE_NOOP("WordParts", "less common word"))
    if zipf < 5:
        return _said(QT_TRANSLATE_NOOP("WordParts", "common word"))
    return _said(QT_TRANSLATE_NOOP("WordParts", "very common word"))


def _said(text: object) -> str:
    return QCoreApplication.translate(_CONTEXT, str(text))
