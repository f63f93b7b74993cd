# SPDX-License-Identifier: GPL-3.0-or-later
"""What came of learning; apart from it, because it needs much that the window does not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from reader.model.ids import TagId
from reader.model.outcome import Score


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnResult:
    """``has_changed`` says that suggestions may be others now; ``revision`` names the model.

    ``refreshed`` is how many suggestions of the open document became others.
    """

    has_changed: bool
    revision: str
    refreshed: int = 0


class SharedModel(NamedTuple):
    """A model that came in as a file: its name in the library, its title, how many forms it knows."""

    name: str
    title: str
    forms: int


class Imported(NamedTuple):
    """What came in: the model's title, how many forms of it are known now, and how many of its tags are not here."""

    title: str
    forms: int
    unknown_tags: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFigure:
    title: str
    score: Score
    last: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnedForm:
    """A form, folded as it is compared, with its tag, and how often it was tagged so and refused."""

    key: str
    tag_id: TagId
    tagged: int
    refused: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnedTag:
    """A tag with a chain of its own: its examples, whether its suggestions are shown, how often they were right."""

    tag_id: TagId
    examples: int
    is_shown: bool
    precision: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LearningStatus:
    """``scores`` are by tag; ``documents`` the last ones worked on, the oldest of them first.

    ``tagged`` and ``refused`` are forms, those of which most is known first, a part of them where there are many;
    ``tagged_count`` and ``refused_count`` are of all. ``features`` are those of the tagger that moved.
    """

    revision: str = ""
    scores: Mapping[TagId, Score]
    documents: tuple[DocumentFigure, ...] = ()
    tagged: tuple[LearnedForm, ...] = ()
    refused: tuple[LearnedForm, ...] = ()
    tagged_count: int = 0
    refused_count: int = 0
    tags: tuple[LearnedTag, ...] = ()
    features: int = 0
    shared: tuple[SharedModel, ...] = ()

    @property
    def total(self) -> Score:
        found = Score()
        for score in self.scores.values():
            found = found.added(score)
        return found

    @property
    def is_empty(self) -> bool:
        return not (self.scores or self.tagged or self.refused or self.shared)
