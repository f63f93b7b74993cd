# SPDX-License-Identifier: GPL-3.0-or-later
"""What a recogniser proposes, and what the user decided about it. A suggestion is never an annotation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.model.ids import DocumentId, TagId
from reader.text.normalise import folded
from reader.text.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A proposed tag on a span (half-open, code points of the document).

    ``source`` names the recogniser, ``reason`` says in words what it saw (for people, English),
    ``confidence`` lies in 0…1, ``value`` is the normalised reading of a date or number (ISO 8601, decimal) or "".
    ``entity`` is one and the same for all mentions of one thing in a document, its fullest name as written; "" for
    what is no name.
    """

    span: Span
    quote: str
    tag_id: TagId
    source: str
    confidence: float
    reason: str
    value: str = ""
    entity: str = ""


def group_of(suggestion: Suggestion) -> str:
    """What the suggestions of one thing share: its folded name, or the folded words where no entity is known."""
    return folded(suggestion.entity or suggestion.quote, "search")


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionFilter:
    """Which open suggestions are meant: what is None or "" lets everything pass.

    ``least`` ≤ confidence < ``below``; ``text`` stands in the quote or the entity, whatever the harakat; ``group`` is
    what ``group_of`` gives, of the tags named; ``within`` lets pass what begins in that span.
    """

    tag_ids: frozenset[TagId] | None = None
    least: float = 0.0
    below: float | None = None
    text: str = ""
    group: str = ""
    within: Span | None = None


EVERY_SUGGESTION = SuggestionFilter()


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionGroup:
    """The open suggestions of one tag and one thing: ``name`` as written where they begin, ``first``.

    ``key`` is that of ``group_of``; ``best`` is the highest confidence among the ``count`` suggestions.
    """

    tag_id: TagId
    key: str
    name: str
    count: int
    best: float
    first: int


class SuggestionOrder(StrEnum):
    """Orders that rank: the surest first, or those first whose answer teaches most."""

    CONFIDENCE = "confidence"
    USEFULNESS = "usefulness"


class Verdict(StrEnum):
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The user's word on the suggestion of ``tag_id`` on ``span``, one per place and tag; it outlives recognisers."""

    document_id: DocumentId
    span: Span
    quote: str
    tag_id: TagId
    verdict: Verdict
    author: str
    created: str
