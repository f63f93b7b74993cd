# SPDX-License-Identifier: GPL-3.0-or-later
"""What the reader said of one passage, and what that allows a chain of labels to be."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reader.model.ids import TagId
from reader.recognisers.tokens import Tokens

Allowed = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A tag on ``text[start:end]`` of an excerpt, in code points, half-open."""

    start: int
    end: int
    tag: TagId


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """A passage, ``start`` to ``end`` of an excerpt, with what the reader tagged in it and what the reader refused.

    ``is_settled`` says that the reader was through with it: what bears no tag was left without on purpose.
    ``is_new`` says that nothing was known of it before.
    """

    start: int
    end: int
    tagged: tuple[Mark, ...] = ()
    refused: tuple[Mark, ...] = ()
    is_settled: bool = False
    is_new: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """A piece of a document with lessons in it; marks and lessons count from its beginning.

    It reaches further than its lessons, so that their words are seen in their surroundings.
    """

    text: str
    lessons: tuple[Lesson, ...]


class Stretch(NamedTuple):
    """Tokens ``first`` to ``after``, half-open, with a tag."""

    first: int
    after: int
    tag: TagId


def stretches(tokens: Tokens, marks: Iterable[Mark]) -> list[Stretch]:
    """The tokens that the marks touch, in text order; marks that touch none are left out."""
    found = []
    for mark in sorted(marks):
        first = max(bisect_right(tokens.starts, mark.start) - 1, 0)
        if first < len(tokens) and tokens.ends[first] <= mark.start:
            first += 1
        after = bisect_right(tokens.starts, mark.end - 1)
        if first < after:
            found.append(Stretch(first, after, mark.tag))
    return found


def longest_apart(found: Sequence[Stretch]) -> list[Stretch]:
    """Of stretches that overlap the longest stays, then the first; in text order."""
    kept: list[Stretch] = []
    taken: set[int] = set()
    for each in sorted(found, key=lambda each: (each.first - each.after, each.first)):
        if taken.isdisjoint(range(each.first, each.after)):
            kept.append(each)
            taken.update(range(each.first, each.after))
    return sorted(kept)


class Constraint:
    """Which labels each token of a lesson may bear, for a chain over some tags.

    ``kinds`` maps those tags to the names of kinds in ``labels`` (BIO or BIOES). Kinds that no tag has are never shown;
    a word that bears no tag may be one of theirs as well as nothing.
    """

    def __init__(self, labels: Sequence[str], kinds: Mapping[TagId, str]) -> None:
        self._labels = list(labels)
        self._index = {label: index for index, label in enumerate(labels)}
        self._kinds = kinds
        self._has_ends = any(label.startswith("S-") for label in labels)
        self._shown = np.array([label[2:] in set(kinds.values()) for label in labels])

    def allowed(self, tokens: Tokens, lesson: Lesson) -> Allowed:
        """``(n_tokens, n_labels)``, True where the reader's word leaves the label open.

        A tagged stretch has to be what it was tagged as. A refused one is none of that kind, unless the reader tagged
        other words of it so. In a settled lesson what is tagged with nothing is nothing.
        """
        allowed = np.ones((len(tokens), len(self._labels)), bool)
        marked = stretches(tokens, lesson.tagged)
        if lesson.is_settled:
            allowed[:, self._shown] = False
            for each in marked:
                allowed[each.first : each.after] = True
        for each in stretches(tokens, lesson.refused):
            self._forbid(allowed, each)
        for each in longest_apart([each for each in marked if each.tag in self._kinds]):
            self._force(allowed, each)
        return allowed

    def concerns(self, lesson: Lesson) -> bool:
        """Does the lesson say anything about this chain?"""
        return lesson.is_settled or any(mark.tag in self._kinds for mark in (*lesson.tagged, *lesson.refused))

    def _forbid(self, allowed: Allowed, each: Stretch) -> None:
        kind = self._kinds.get(each.tag)
        for index, label in enumerate(self._labels):
            if kind is not None and label[2:] == kind:
                allowed[each.first : each.after, index] = False

    def _force(self, allowed: Allowed, each: Stretch) -> None:
        kind = self._kinds[each.tag]
        allowed[each.first : each.after] = False
        for index in range(each.first, each.after):
            allowed[index, self._index[f"{self._place(index, each)}-{kind}"]] = True
        self._close(allowed, each)

    def _place(self, index: int, each: Stretch) -> str:
        if not self._has_ends:
            return "B" if index == each.first else "I"
        if each.after - each.first == 1:
            return "S"
        return "B" if index == each.first else "E" if index == each.after - 1 else "I"

    def _close(self, allowed: Allowed, each: Stretch) -> None:
        """What follows a tagged stretch does not go on with it; only without end labels could it."""
        if not self._has_ends and each.after < len(allowed):
            allowed[each.after, self._index[f"I-{self._kinds[each.tag]}"]] = False
