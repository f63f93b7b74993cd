# SPDX-License-Identifier: GPL-3.0-or-later
"""What became of a suggestion, and how often: the figures that say how good suggestions are for this reader."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from reader.model.ids import DocumentId, TagId
from reader.text.spans import Span


class Outcome(StrEnum):
    """``MISSED`` is what the user tagged and nobody suggested; the others are what happened to a suggestion."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    CORRECTED = "corrected"
    RETAGGED = "retagged"
    MISSED = "missed"

    @property
    def is_refusal(self) -> bool:
        """Was this tag said to be wrong on these words?"""
        return self in (Outcome.REJECTED, Outcome.RETAGGED)


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionOutcome:
    """What became of the suggestion of ``tag_id`` on ``span``; one at most for each place and tag.

    ``source`` and ``confidence`` are those the suggestion was shown with; "" and 0 where none was shown.
    """

    document_id: DocumentId
    span: Span
    tag_id: TagId
    outcome: Outcome
    source: str = ""
    confidence: float = 0.0
    created: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Outcomes counted. ``precision`` and ``recall`` count a suggestion as right when it was accepted as it was."""

    accepted: int = 0
    rejected: int = 0
    corrected: int = 0
    retagged: int = 0
    missed: int = 0

    @property
    def shown(self) -> int:
        """Suggestions that the user settled."""
        return self.accepted + self.rejected + self.corrected + self.retagged

    @property
    def wanted(self) -> int:
        """What the user tagged where suggestions were looked for."""
        return self.accepted + self.corrected + self.retagged + self.missed

    @property
    def precision(self) -> float | None:
        """The part of the settled suggestions that was right, 0…1; None where there are none."""
        return self.accepted / self.shown if self.shown else None

    @property
    def recall(self) -> float | None:
        """The part of what the user tagged that had been suggested just so, 0…1; None where nothing was tagged."""
        return self.accepted / self.wanted if self.wanted else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both; None where there is nothing to tell."""
        total = self.shown + self.wanted
        return 2 * self.accepted / total if total else None

    def added(self, other: Score) -> Score:
        return Score(
            accepted=self.accepted + other.accepted,
            rejected=self.rejected + other.rejected,
            corrected=self.corrected + other.corrected,
            retagged=self.retagged + other.retagged,
            missed=self.missed + other.missed,
        )


def wilson(successes: int, trials: int, z: float = 1.96) -> tuple[float, float]:
    """The interval, 0…1, in which the true part lies with 95 % certainty; (0, 1) when nothing was tried.

    Source: E. B. Wilson, Probable Inference, the Law of Succession, and Statistical Inference, JASA 22 (1927).
    """
    if trials <= 0:
        return 0.0, 1.0
    part = successes / trials
    middle = part + z * z / (2 * trials)
    margin = z * math.sqrt(part * (1 - part) / trials + z * z / (4 * trials * trials))
    scale = 1 + z * z / trials
    return max(0.0, (middle - margin) / scale), min(1.0, (middle + margin) / scale)
