# SPDX-License-Identifier: GPL-3.0-or-later
"""What is asked beside a tag that may mention an entity, and how far the answer reaches."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.model.entity import Entity


class Reach(StrEnum):
    """Which annotations are linked together."""

    ONE = "one"
    ALIKE_HERE = "alike-here"
    CHOOSE = "choose"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What the picker asks about: the words, how many annotations here go with this one, what it is linked to now."""

    words: str
    alike_here: int = 0
    linked_to: Entity | None = None
    can_choose: bool = True
