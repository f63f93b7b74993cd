# SPDX-License-Identifier: GPL-3.0-or-later
"""What was learned from the reader, as two steps of recognition: before and after the document is read as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

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
)
from reader.recognisers.document import Paragraph
from reader.recognisers.learning.memory import SOURCE as MEMORY
from reader.recognisers.learning.model import LearnedModel
from reader.recognisers.resolve import resolve
from reader.recognisers.tagger.features import Ids
from reader.recognisers.tagger.tagging import Tagger
from reader.recognisers.tagger.words import core_of
from reader.recognisers.tokens import Word

_SHIPPED: Final = frozenset((PERSON, ROLE, ORGANISATION, PLACE, EVENT, DATE, QUANTITY, TERM, WORK))
"""Tags whose findings settle overlaps among themselves; a tag of the reader's own may stand on anything."""
_KNOWN: Final = 0.5
_LEAST: Final = 0.35
"""What memory is less sure of than this would only be in the way of others."""


class LearnedStage:
    """What a model adds to the findings of one text, and what it takes away from them."""

    def __init__(self, model: LearnedModel, tagger: Tagger | None) -> None:
        self._model = model
        self._tagger = tagger

    def before_the_whole(self, paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
        """The paragraphs with what memory and chains add of the shipped tags, and without what was refused."""
        ids = self._features(paragraphs)
        found: list[Paragraph] = []
        self._own: list[list[Finding]] = []
        for index, paragraph in enumerate(paragraphs):
            tokens = paragraph.tokens
            added = [each for each in self._model.remembered(tokens) if each.confidence >= _LEAST]
            if ids is not None:
                added += self._model.guesses(tokens, ids[index], self._skip_of)
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

    def _skip_of(self, word: Word) -> int:
        return 0 if self._tagger is None else core_of(word, self._tagger.frequencies).skip

    def _features(self, paragraphs: Sequence[Paragraph]) -> list[Ids] | None:
        """The features that the chains read, when there is one that is shown."""
        if self._tagger is None or not self._model.has_chains or not paragraphs:
            return None
        table = self._tagger.extractor.table(paragraphs)
        return [table.ids_of_paragraph(index) for index in range(len(paragraphs))]


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
