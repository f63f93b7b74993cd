# SPDX-License-Identifier: GPL-3.0-or-later
"""The package ``farahidi`` (AlKhalil Morpho Sys 2) behind one function; it is an extra and slow, for a worker process.

Measured with 0.4.0 on CPython 3.11: 0.7 s and 70 MB for the first word, then 4 ms for a new word form (95 % below
6 ms), 160 MB after some hundred. Its reading in context (``analyze_text``) costs 4.7 s and 350 MB before the first
word; see ``tests/benchmarks/words.py``.
"""

from __future__ import annotations

import importlib.metadata
from functools import cache
from typing import TYPE_CHECKING, Final

from reader.model.word_analysis import WordAnalysis

if TYPE_CHECKING:
    from farahidi import Analysis, Analyzer

PACKAGE: Final = "farahidi"
_MOST: Final = 12
"""Analyses of one form that are kept, the commonest first."""
_LONGEST: Final = 40
"""Letters; nothing longer is asked."""


@cache
def installed_version() -> str:
    """Name and version of the installed analyser, as they are kept with its answers; "" when there is none."""
    try:
        return f"{PACKAGE} {importlib.metadata.version(PACKAGE)}"
    except importlib.metadata.PackageNotFoundError:
        return ""


def analyse(word: str) -> tuple[WordAnalysis, ...]:
    """What AlKhalil says of a word form, the commonest first; nothing for what is no Arabic word.

    Raises:
        ModuleNotFoundError: when it is not installed; ask ``installed_version`` first.
    """
    if len(word) > _LONGEST:
        return ()
    found = (_analysis(each) for each in _analyzer().analyze(word))
    return tuple(dict.fromkeys(found))[:_MOST]


@cache
def _analyzer() -> Analyzer:
    from farahidi import Analyzer  # noqa: PLC0415 - an extra, and slow to load

    return Analyzer()


def _analysis(said: Analysis) -> WordAnalysis:
    features = (said.gender, said.number, said.tense, said.voice, said.person, said.pronoun, said.transitivity)
    kind = (
        said.type if said.type and said.pos and said.pos in said.type else " ".join(filter(None, (said.pos, said.type)))
    )
    return WordAnalysis(
        form=said.diacritized,
        lemma=said.lemma or "",
        root=said.root or "",
        pattern=said.pattern or "",
        kind=kind,
        features=tuple(feature for feature in features if feature),
    )
