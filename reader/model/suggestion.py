# SPDX-License-Identifier: GPL-3.0-or-later
"""What a recogniser proposes, and what the user decided about it. A suggestion is never an annotation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.model.ids import DocumentId, TagId
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
