# SPDX-License-Identifier: GPL-3.0-or-later
"""The relations of one annotation, with the other ends to jump to."""

from __future__ import annotations

from dataclasses import dataclass

from reader.model.annotation import Annotation, Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRelation:
    """A relation as seen from one of its ends; ``other`` is the annotation at the other end."""

    relation: Relation
    other: Annotation
    is_outgoing: bool
