# SPDX-License-Identifier: GPL-3.0-or-later
"""What the popup shows of one word, all of it, in one value."""

from __future__ import annotations

from dataclasses import dataclass

from reader.lexicon.lookup import Lookup
from reader.model.dictionary import DictionaryEntry
from reader.model.word_analysis import WordAnalysis
from reader.ui.models.terms import ShownTerm


@dataclass(frozen=True, slots=True, kw_only=True)
class Morphology:
    """What the slow analyser says of a word: ``source`` names it, ``analyses`` is None until it has answered."""

    source: str
    analyses: tuple[WordAnalysis, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WordPage:
    """A word and what is known of it.

    ``sentence`` stands in the place of meanings when there are none: None for the usual words, "" for nothing.
    ``about`` says where the word stands, such as in which tag.
    ``is_in_text``: it stands on the page, not in the popup itself.
    ``morphology`` is None where no slow analyser is installed.
    """

    lookup: Lookup
    sentence: str | None = None
    about: str = ""
    terms: tuple[ShownTerm, ...] = ()
    entries: tuple[DictionaryEntry, ...] = ()
    morphology: Morphology | None = None
    is_in_text: bool = True
