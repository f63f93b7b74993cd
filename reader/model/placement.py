# SPDX-License-Identifier: GPL-3.0-or-later
"""Annotations that lost their place when their text changed: kept whole, until a person finds them another."""

from __future__ import annotations

from dataclasses import dataclass

from reader.model.annotation import Annotation, Relation
from reader.model.ids import AnnotationId, EntityId, RelationId
from reader.text.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Displaced:
    """An annotation as it was in ``version`` of its document, where the version in force has no sure place for it.

    ``proposed`` is where it may belong in the version in force, half-open, in code points: then it is doubtful and
    waits for review. Without one it is an orphan.
    """

    annotation: Annotation
    version: int
    proposed: Span | None = None

    @property
    def id(self) -> AnnotationId:
        return self.annotation.id

    @property
    def is_orphan(self) -> bool:
        return self.proposed is None


@dataclass(frozen=True, slots=True, kw_only=True)
class DisplacedRelation:
    """A relation of which at least one end is displaced."""

    relation: Relation

    @property
    def id(self) -> RelationId:
        return self.relation.id


@dataclass(frozen=True, slots=True, kw_only=True)
class DisplacedLink:
    """The entity that a displaced annotation mentions."""

    annotation_id: AnnotationId
    entity_id: EntityId
