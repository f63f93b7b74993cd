# SPDX-License-Identifier: GPL-3.0-or-later
"""The exact memory: which forms the reader tagged and with what, and which suggestions the reader refused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from reader.model.ids import TagId
from reader.recognisers.base import Finding, finding
from reader.recognisers.learning.forms import heads, key_of
from reader.recognisers.tokens import Tokens, Word

SOURCE: Final = "memory"
MOST_FORMS: Final = 20_000
"""Forms kept; beyond it those with the least said of them are forgotten first."""

_ORDINARY, _TELLING = 0.45, 0.8
"""What a form is worth before anything is counted: a single common word, and a name that is no other word."""
_PRIOR_WEIGHT: Final = 1.5
_OFTEN: Final = 5

FormTag = tuple[str, TagId]


@dataclass(frozen=True, slots=True)
class FormCount:
    """How often a form was tagged so, refused as such, and left alone where the rest of the text was settled."""

    tagged: int = 0
    refused: int = 0
    left: int = 0

    @property
    def is_refused(self) -> bool:
        """Refused, and never tagged anywhere: it does not come back."""
        return self.refused > 0 and self.tagged == 0

    @property
    def weight(self) -> int:
        return self.tagged + self.refused + self.left

    def added(self, other: FormCount) -> FormCount:
        """The sum; what is taken away more often than it was counted stays at nothing."""
        return FormCount(
            max(self.tagged + other.tagged, 0), max(self.refused + other.refused, 0), max(self.left + other.left, 0)
        )

    def confidence(self, *, is_ordinary: bool) -> float:
        """How likely the next occurrence is one too, 0…1: the part of those that were, smoothed."""
        prior = _ORDINARY if is_ordinary else _TELLING
        return (self.tagged + prior * _PRIOR_WEIGHT) / (self.weight + _PRIOR_WEIGHT)


class FormMemory:
    """Counts by form and tag. Finding known forms costs O(n), however many there are."""

    def __init__(self, counts: Mapping[FormTag, FormCount] | None = None) -> None:
        self._counts = dict(counts or {})
        self._by_head: dict[str, list[tuple[str, TagId]]] | None = None

    def __len__(self) -> int:
        return len(self._counts)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, FormMemory) and self._counts == other._counts

    __hash__ = None  # type: ignore[assignment]

    def count(self, key: str, tag: TagId) -> FormCount:
        return self._counts.get((key, tag), FormCount())

    def items(self) -> Iterator[tuple[FormTag, FormCount]]:
        return iter(self._counts.items())

    def add(self, key: str, tag: TagId, change: FormCount) -> None:
        """Count something more, or less; a form of which nothing is left is forgotten."""
        if not key:
            return
        present = self.count(key, tag).added(change)
        if present.weight:
            self._counts[key, tag] = present
        else:
            self._counts.pop((key, tag), None)
        self._by_head = None

    def forget(self, key: str, tag: TagId) -> None:
        self._counts.pop((key, tag), None)
        self._by_head = None

    def over(self, other: FormMemory) -> FormMemory:
        """Both together; where both know a form with a tag, this one's word counts."""
        return FormMemory({**other._counts, **self._counts})

    def bounded(self, most: int = MOST_FORMS) -> FormMemory:
        """The ``most`` forms of which most is known; of equals, those heard of last."""
        if len(self._counts) <= most:
            return self
        ranked = sorted(enumerate(self._counts.items()), key=lambda each: (each[1][1].weight, each[0]))
        kept = sorted(ranked[-most:])
        return FormMemory(dict(item for _, item in kept))

    def is_refused(self, tokens: Tokens, each: Finding) -> bool:
        """Was this form refused with this tag, and nowhere tagged with it?"""
        if not self._counts:
            return False
        return self.count(key_of(tokens, each.first, each.after, each.start), each.tag).is_refused

    def find(self, tokens: Tokens) -> list[Finding]:
        """Every place where a form stands that the reader tagged somewhere; of nested ones all. O(n)."""
        return [each for _, each in self.matches(tokens)]

    def matches(self, tokens: Tokens) -> Iterator[tuple[str, Finding]]:
        """The findings of ``find``, each with its form."""
        known = self._known()
        if not known:
            return
        for index, word in enumerate(tokens.words):
            for skip, key in heads(word):
                if key in known:
                    yield from self._at(tokens, index, skip, known[key])

    def _at(self, tokens: Tokens, index: int, skip: int, forms: Iterable[FormTag]) -> Iterator[tuple[str, Finding]]:
        for key, tag in forms:
            length = key.count(" ") + 1
            rest = tokens.words[index + 1 : index + length]
            if len(rest) + 1 == length and key.split(" ")[1:] == [word.key for word in rest]:
                yield key, self._finding(tokens, index, length, skip, (key, tag))

    def _finding(self, tokens: Tokens, index: int, length: int, skip: int, form: FormTag) -> Finding:
        count = self._counts[form]
        is_ordinary = length == 1 and _is_ordinary(tokens.words[index], form[0])
        return finding(
            tokens,
            index,
            index + length,
            form[1],
            source=SOURCE,
            confidence=count.confidence(is_ordinary=is_ordinary),
            reason="you tagged this before" if count.tagged < _OFTEN else "you tagged this often",
            skip=skip,
        )

    def _known(self) -> dict[str, list[FormTag]]:
        """Tagged forms by their first word."""
        if self._by_head is None:
            self._by_head = {}
            for (key, tag), count in self._counts.items():
                if count.tagged:
                    self._by_head.setdefault(key.split(" ", 1)[0], []).append((key, tag))
        return self._by_head


def _is_ordinary(word: Word, key: str) -> bool:
    return word.stem_common or len(key) < 3 or key.isdigit()
