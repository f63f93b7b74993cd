# SPDX-License-Identifier: GPL-3.0-or-later
"""Lessons made ready to be learned from: words, features, and what the shipped tagger thinks of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.recognisers.document import Paragraph
from reader.recognisers.learning.lessons import Excerpt, Lesson
from reader.recognisers.tagger.decoder import Scores
from reader.recognisers.tagger.features import Ids
from reader.recognisers.tagger.tagging import Adjustment, Tagger
from reader.recognisers.tokens import Tokens

Read = Callable[[str], Sequence[Paragraph]]
"""A text's paragraphs with what the rules find in them."""


class Passage(NamedTuple):
    """A lesson with the tokens it is about, their features ``(n, k)``, and the tagger's scores ``(n, n_labels)``."""

    tokens: Tokens
    ids: Ids
    lesson: Lesson
    base: Scores


class Study:
    """Reads excerpts as recognition would, with what others taught already."""

    def __init__(self, tagger: Tagger, read: Read, others: Adjustment | None = None) -> None:
        self.tagger = tagger
        self._read = read
        self._others = others

    def passages(self, excerpts: Iterable[Excerpt]) -> list[Passage]:
        """The passages of all lessons that have words. O(n) of the excerpts."""
        return [passage for excerpt in excerpts for passage in self._of(excerpt)]

    def _of(self, excerpt: Excerpt) -> Iterator[Passage]:
        paragraphs = self._read(excerpt.text)
        if not paragraphs:
            return
        table = self.tagger.extractor.table(paragraphs)
        base = self.tagger.scores(table, self._others)
        for index, paragraph in enumerate(paragraphs):
            tokens, shift = paragraph.tokens, int(table.starts[index])
            for lesson in excerpt.lessons:
                first, after = _tokens_in(tokens, lesson)
                if first < after:
                    part = _part(tokens, first, after)
                    ids = table.ids(shift + first, shift + after)
                    yield Passage(part, ids, lesson, base[shift + first : shift + after])


def _part(tokens: Tokens, first: int, after: int) -> Tokens:
    return Tokens(tokens.text, tokens.words[first:after], tokens.starts[first:after], tokens.ends[first:after])


def _tokens_in(tokens: Tokens, lesson: Lesson) -> tuple[int, int]:
    """The tokens that begin in the lesson, half-open."""
    inside = [index for index, start in enumerate(tokens.starts) if lesson.start <= start < lesson.end]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)
