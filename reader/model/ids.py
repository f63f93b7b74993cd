# SPDX-License-Identifier: GPL-3.0-or-later
"""Identities of records: random, so that libraries made apart can be joined without renaming anything."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from typing import NewType

DocumentId = NewType("DocumentId", str)
AnnotationId = NewType("AnnotationId", str)
RelationId = NewType("RelationId", str)
TagsetId = NewType("TagsetId", str)
TagId = NewType("TagId", str)
EntityId = NewType("EntityId", str)
TermBaseId = NewType("TermBaseId", str)
TermId = NewType("TermId", str)
CardId = NewType("CardId", str)
ReadingChoiceId = NewType("ReadingChoiceId", str)


def new_id() -> str:
    """A fresh identity: 32 hexadecimal digits (UUID version 4, RFC 9562)."""
    return uuid.uuid4().hex


def now() -> str:
    """The present time as records keep it: ISO 8601, UTC, milliseconds. For people; order comes from sequence."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
