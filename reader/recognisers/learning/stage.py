# SPDX-License-Identifier: GPL-3.0-or-later
"""What was learned from the reader, as two steps of recognition: before and after the document is read as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from reader.model.ids import TagId
from reader.recognisers.base import (
    DATE,
    EVENT,
    ORGANISATION,
    PERSON,
    PLACE,
    QUANTITY,
    ROLE,
    TERM,
    WORK,
    Finding,
    finding,
)
from reader.recognisers.document import Paragraph
from reader.recognisers.learning.chains import SOURCE as LEARNED
from reader.recognisers.learning.chains import Guess, TagChain
from reader.recognisers.learning.memory import SOURCE as MEMORY
from reader.recognisers.learning.model import LearnedModel
from reader.recognisers.resolve import resolve
from reader.recognisers.tagger.tagging import Tagger
from reader.recognisers.tagger.words import core_of
from reader.recognisers.tokens import Tokens

_SHIPPED: Final = frozenset((PERSON, ROLE, ORGANISATION, PLACE, EVENT, DATE, QUANTITY, TERM, WORK))
"""Tags whose findings settle overlaps among themselves; a tag of the reader's own may stand on anything."""
_KNOWN: Final = 0.5
_BLOCK: Final = 2048
"""Tokens whose features are worked out at a time."""
_LEAST: Final = 0.35
"""What memory is less sure of than this would only be in the way of others."""


class LearnedStage:
    """What a model adds to the findings of one text, and what it takes away from them."""

    def __init__(self, model: LearnedModel, tagger: Tagger | None) -> None:
        self._model = model
        self._tagger = tagger

    def before_the_whole(self, paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
        """The paragraphs with what memory and chains add of the shipped tags, and without what was refused."""
        guesses = self._guesses(paragraphs)
        found: list[Paragraph] = []
        self._own: list[list[Finding]] = []
        for index, paragraph in enumerate(paragraphs):
            tokens = paragraph.tokens
            added = [each for each in self._model.remembered(tokens) if each.confidence >= _LEAST]
            added += guesses.get(index, ())
            shipped = [each for each in added if each.tag in _SHIPPED]
            self._own.append(_longest(each for each in added if each.tag not in _SHIPPED))
            others = _not_known_otherwise(paragraph.found, added)
            kept = [each for each in (*others, *shipped) if not self._model.memory.is_refused(tokens, each)]
            found.append(Paragraph(tokens, resolve(_surest(kept))))
        return found

    def after_the_whole(self, paragraphs: Sequence[Paragraph], found: Sequence[list[Finding]]) -> list[list[Finding]]:
        """The findings that were not refused, as sure as the verdicts on their like leave them, with those of own tags.

        Follows ``before_the_whole`` for the same paragraphs.
        """
        result = []
        for paragraph, its, own in zip(paragraphs, found, self._own, strict=True):
            text = paragraph.tokens.text
            named = (replace(each, entity=text[each.start : each.end]) for each in own)
            kept = self._model.kept(paragraph.tokens, [*its, *named])
            result.append(sorted(kept, key=lambda each: (each.start, -each.end)))
        return result

    def _guesses(self, paragraphs: Sequence[Paragraph]) -> dict[int, list[Finding]]:
        """What the chains see, for the paragraphs where they see something."""
        chains = self._model.shown_chains
        if self._tagger is None or not chains or not paragraphs:
            return {}
        table = self._tagger.extractor.table(paragraphs)
        blocks = [table.ids(first, min(first + _BLOCK, len(table))) for first in range(0, len(table), _BLOCK)]
        found: dict[int, list[Finding]] = {}
        for chain in chains:
            scores = np.concatenate([chain.weights.scores(ids) for ids in blocks])
            for index, paragraph in enumerate(paragraphs):
                guesses = chain.guesses_in(scores[table.starts[index] : table.starts[index + 1]])
                if guesses:
                    made = [self._finding(paragraph.tokens, chain, guess) for guess in guesses]
                    found.setdefault(index, []).extend(made)
        return found

    def _finding(self, tokens: Tokens, chain: TagChain, guess: Guess) -> Finding:
        assert self._tagger is not None
        return finding(
            tokens,
            guess.first,
            guess.after,
            chain.tag,
            source=LEARNED,
            confidence=guess.confidence,
            reason="like places that you tagged so",
            skip=core_of(tokens.words[guess.first], self._tagger.frequencies).skip,
        )


def _not_known_otherwise(found: Sequence[Finding], added: Sequence[Finding]) -> list[Finding]:
    """Without those on words that the reader tagged so far with other tags alone: the reader knows better.

    Without doubtful ones across such words, too.
    """
    tags: dict[tuple[int, int], set[TagId]] = {}
    words: set[int] = set()
    for each in added:
        if each.source == MEMORY and each.confidence >= _KNOWN:
            tags.setdefault((each.start, each.end), set()).add(each.tag)
            words.update(range(each.first, each.after))
    return [
        each
        for each in found
        if each.tag in tags.get((each.start, each.end), (each.tag,))
        and (each.confidence >= _KNOWN or words.isdisjoint(range(each.first, each.after)))
    ]


def _surest(found: Iterable[Finding]) -> list[Finding]:
    """Of findings of one tag on the same words the surest, with the entity that any of them knows."""
    best: dict[tuple[int, int, TagId], Finding] = {}
    for each in found:
        place = (each.start, each.end, each.tag)
        other = best.get(place)
        if other is None or each.confidence > other.confidence:
            best[place] = each if other is None or each.entity else replace(each, entity=other.entity)
    return list(best.values())


def _longest(found: Iterable[Finding]) -> list[Finding]:
    """Of findings of one tag that overlap the longest, then the surest."""
    kept: list[Finding] = []
    taken: dict[TagId, set[int]] = {}
    for each in sorted(found, key=lambda each: (each.start - each.end, -each.confidence)):
        words = range(each.first, each.after)
        its = taken.setdefault(each.tag, set())
        if its.isdisjoint(words):
            its.update(words)
            kept.append(each)
    return kept
