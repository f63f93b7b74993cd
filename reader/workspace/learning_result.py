# SPDX-License-Identifier: GPL-3.0-or-later
"""What came of learning; apart from it, because it needs much that the window does not."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnResult:
    """``has_changed`` says that suggestions may be others now; ``revision`` names the model.

    ``refreshed`` is how many suggestions of the open document became others.
    """

    has_changed: bool
    revision: str
    refreshed: int = 0
