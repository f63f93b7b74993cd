# SPDX-License-Identifier: GPL-3.0-or-later
"""What every stage of recognition gives, and what a stage is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from reader.model.ids import TagId
from reader.recognisers.tokens import Tokens

PERSON: Final = TagId("person")
ROLE: Final = TagId("role")
ORGANISATION: Final = TagId("organisation")
PLACE: Final = TagId("place")
EVENT: Final = TagId("event")
DATE: Final = TagId("date")
QUANTITY: Final = TagId("quantity")
TERM: Final = TagId("term")
WORK: Final = TagId("work")

REGISTRY: Final = "registry"
"""Source of findings from the user's own registry and lists, which go before all others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A stretch of tokens that a stage takes for a name, a date….

    ``first`` and ``after`` are indices of tokens, half-open; ``start`` and ``end`` code points of the text, where
    ``start`` may lie inside the first token, behind its proclitics. The rest is as in ``Suggestion``.
    """

    first: int
    after: int
    start: int
    end: int
    tag: TagId
    source: str
    confidence: float
    reason: str
    value: str = ""
    entity: str = ""


class Stage(Protocol):
    """One way of finding things in a paragraph."""

    def find(self, tokens: Tokens, found: Sequence[Finding]) -> list[Finding]:
        """What this stage sees in the paragraph; ``found`` is what the stages before it saw there. O(n)."""
        ...


def finding(
    tokens: Tokens,
    first: int,
    after: int,
    tag: TagId,
    *,
    source: str,
    confidence: float,
    reason: str,
    skip: int = 0,
    value: str = "",
) -> Finding:
    """The finding over tokens ``first`` to ``after`` (half-open), ``skip`` code points of the first left out."""
    return Finding(
        first=first,
        after=after,
        start=tokens.starts[first] + skip,
        end=tokens.ends[after - 1],
        tag=tag,
        source=source,
        confidence=confidence,
        reason=reason,
        value=value,
    )
